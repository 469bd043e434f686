"""Opens pages of the site in Chromium and reports what a person would stumble over.

Each page is seen at 320, 768 and 1280 px, light and dark, under the content security policy that the
server sends, and checked with axe-core for WCAG 2.2 A and AA. Beside that: nothing scrolls sideways,
not even at 320 px or with text of twice the size, targets are at least 24 px, no request leaves the
machine, and Chromium complains about nothing. A page that is broken on purpose shows that the checks
can fail.
"""

import base64
import functools
import http.server
import json
import pathlib
import sys
import threading

import cv2
import numpy
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import sync_playwright

WIDTHS = [320, 768, 1280]
SCHEMES = ["light", "dark"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "manifest-src 'self'; worker-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
BROKEN = """<!DOCTYPE html><html><head><title></title>
<style>p { color: red }</style></head><body><main><p style="color:#bbb;background:#fff">pale</p>
<img src="/x.png"><input name="a"><a href="/b" id="small">x</a><div class="w"></div>
<table><tr><td>wide wide wide wide wide wide wide wide</td></tr></table>
<pre>no line break no line break no line break no line break no line break</pre></main></body></html>"""

# Put in from outside by the debugger, which the policy of the page does not stop.
MEASURE = """() => {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const small = [];
  for (const target of document.querySelectorAll('a, button, input, summary')) {
    const box = target.getBoundingClientRect();
    const style = getComputedStyle(target);
    if (!box.width || style.visibility === 'hidden' || target.className === 'skip') continue;
    const inText = target.tagName === 'A' && target.parentElement.textContent.trim()
      !== target.textContent.trim();
    if (!inText && (box.height < 24 || box.width < 24))
      small.push(target.textContent + ' ' + box.width + 'x' + box.height);
  }
  return {wide, small};
}"""


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder on the loopback with the headers of the real server."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_GET(self):
        if self.path == "/broken.html":
            body = BROKEN.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            super().do_GET()

    def log_message(self, *arguments):
        pass


def measure(page, where):
    """What is wrong with the page as it stands, in sentences."""
    measured = page.evaluate(MEASURE)
    faults = [f"{where}: small target {target}" for target in measured["small"]]
    if measured["wide"] > 0:
        faults.append(f"{where}: {measured['wide']} px wider than the window")
    options = json.dumps({"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    for violation in page.evaluate(f"axe.run({options})")["violations"]:
        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        faults.append(f"{where}: {violation['id']}: {nodes}")
    return faults


def enlarged(page, where):
    """What scrolls sideways when text has twice its size."""
    grow = "size => { document.documentElement.style.fontSize = size }"
    page.evaluate(grow, "200%")
    wide = page.evaluate(MEASURE)["wide"]
    page.evaluate(grow, "")
    return [f"{where}: {wide} px wider than the window"] if wide > 0 else []


def look(page, address, pictures=None):
    """What is wrong with one page at every width and in both schemes, and how often it was seen."""
    name = pathlib.PurePosixPath(address).stem
    faults, requests, seen = [], [], 0
    origin = "/".join(address.split("/")[:3]) + "/"

    def listen(message):
        if "Content Security Policy" in message.text or message.type == "error":
            faults.append(f"{name}: {message.text[:160]}")

    def note(request):
        requests.append(request.url)

    page.on("console", listen)
    page.on("request", note)
    page.goto(address)
    page.remove_listener("console", listen)
    page.remove_listener("request", note)
    faults += [f"{name}: asks for {url}" for url in requests if not url.startswith(origin)]
    page.evaluate(AXE_SCRIPT)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            faults += measure(page, f"{name} {width} {scheme}")
            seen += 1
            if width == WIDTHS[-1]:
                faults += enlarged(page, f"{name} {width} {scheme}, text of twice the size")
                seen += 1
            if pictures and width != 768:
                page.screenshot(path=f"{pictures}/{name}-{width}-{scheme}.png", full_page=True)
    return faults, seen


def browse(addresses, pictures=None):
    """Opens every address; returns the faults and how many views there were."""
    faults, opened = [], 0
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for address in addresses:
            found, seen = look(page, address, pictures)
            faults += found
            opened += seen
        browser.close()
    return faults, opened


def read(detector, grid):
    """What a decoder that is not ours reads at several sizes; it misses some sound codes at some."""
    found = set()
    for scale in (3, 4, 5, 6, 8):
        image = numpy.pad(grid, 4, constant_values=255).astype(numpy.uint8)
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_NEAREST)
        found.add(detector.detectAndDecode(image)[0])
    return found - {""}


def decode(path):
    """What is wrong with QR codes, in sentences, and how many there are."""
    faults, lines = [], path.read_text().splitlines()
    detector = cv2.QRCodeDetector()
    for number, line in enumerate(lines):
        wanted, rows = line.split(" ")
        wanted = base64.b64decode(wanted).decode()
        grid = numpy.array([[0 if dark == "1" else 255 for dark in row] for row in rows.split("/")])
        found = read(detector, grid)
        if found != {wanted}:
            faults.append(f"code {number} of {len(wanted)} characters reads as {sorted(found)}")
        # Control: with a third of it turned round, correction must not be enough.
        half = len(grid) // 2
        grid[half:, half // 2 :] = 255 - grid[half:, half // 2 :]
        if wanted in read(detector, grid):
            faults.append(f"code {number} is read although it is spoilt: the check cannot fail")
    return faults, len(lines)


def serve(folder):
    """Starts a server for a folder; returns its address."""
    handler = functools.partial(Server, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def main(arguments):
    if arguments[0] == "--at":
        base = arguments[1].rstrip("/")
        if not base.split("//")[-1].split(":")[0] in ("127.0.0.1", "localhost"):
            sys.exit("only servers on this machine: http://127.0.0.1:PORT")
        faults, opened = browse([base + path for path in arguments[2:]])
    else:
        folder = pathlib.Path(arguments[0])
        pictures = arguments[1] if len(arguments) > 1 else None
        if pictures:
            pathlib.Path(pictures).mkdir(parents=True, exist_ok=True)
        base = serve(folder)
        control, _ = browse([f"{base}/broken.html"])
        for part in ("Content Security Policy", "wider", "label", "document-title", "html-has-lang"):
            if not any(part in fault for fault in control):
                sys.exit(f"the broken page was not found to be broken: {part}: {control}")
        print(f"control: {len(control)} faults found on the broken page")
        names = sorted(path.name for path in folder.glob("*.html"))
        faults, opened = browse([f"{base}/{name}" for name in names], pictures)
        wrong, codes = decode(folder / "codes.txt")
        faults += wrong
        print(f"codes: {codes} decoded, {len(wrong)} wrong")
    print("\n".join(sorted(set(faults))))
    print(f"browser: {opened} views, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main(sys.argv[1:])
