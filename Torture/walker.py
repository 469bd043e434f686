"""A person at a browser who walks through the site of the real server, and what they stumble over.

Every page is held against WCAG 2.2 A and AA (axe-core) at 390 and 1280 px, light and dark; at 320 px, at
a zoom of 200 % and with text of twice the size nothing may scroll sideways; everything that can be
used is reached by the Tab key, in the order of the page, and shows that it is reached. The browser may
complain about nothing, neither by its console nor by the content security policy.
"""

import base64
import contextlib
import hashlib
import hmac
import json
import struct
import subprocess
import sys
import threading
import time

from axe_playwright_python.base import AXE_SCRIPT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PASSWORD = "three quiet lamps over water"
# So many of what a page offers are reached by the Tab key; reports offer hundreds.
REACHED = 120

# What can be used: of round buttons with one name, the one that the Tab key stops at.
USABLE = """() => {
  const all = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(element =>
    element.type !== 'hidden' && !element.disabled
    && element.checkVisibility({visibilityProperty: true, contentVisibilityAuto: false}));
  const stops = name => {
    const group = all.filter(other => other.type === 'radio' && other.name === name);
    return group.find(other => other.checked) ?? group[0];
  };
  window.walked = all.filter(element => element.type !== 'radio' || stops(element.name) === element);
  return window.walked.map(element => element.outerHTML.slice(0, 100));
}"""
REACHED_NOW = """() => {
  const style = getComputedStyle(document.activeElement);
  const isSeen = style.outlineStyle !== 'none'
    && (style.outlineStyle === 'auto' || parseFloat(style.outlineWidth) > 0);
  return [window.walked.indexOf(document.activeElement), isSeen];
}"""


@contextlib.contextmanager
def server(program, *options):
    """The real server on a free port; gives its address and the links that it printed."""
    process = subprocess.Popen(
        [program, "serve", "--port", "0", "--request-rate", "0", *options],
        stderr=subprocess.PIPE, text=True)
    try:
        lines, wanted, deadline = [], None, time.monotonic() + 60
        while time.monotonic() < deadline:
            line = process.stderr.readline()
            if not line:
                sys.exit("the server ended: " + "".join(lines))
            lines.append(line)
            if "Listening on" in line:
                base = line.split()[-1]
                wanted = 3 if "--demo" in options else 1
            links = [line.strip() for line in lines if line.startswith("  http")]
            if wanted is not None and len(links) == wanted:
                break
        rest = []
        threading.Thread(target=lambda: rest.extend(process.stderr), daemon=True).start()
        yield base, links, rest
    finally:
        process.terminate()
        process.wait(20)


def code(secret, ahead=0):
    """The code that an app shows (RFC 6238), now or some steps later."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + ahead), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7fffffff) % 1_000_000:06}"


class Walk:
    """A person at a browser, and what they stumbled over."""

    def __init__(self, browser, scripts=True, pictures=None):
        self.scripts, self.pictures = scripts, pictures
        self.faults, self.views, self.ran = [], 0, 0
        self.browser = browser
        self.new()

    def new(self):
        """Another person at another browser."""
        self.context = self.browser.new_context(java_script_enabled=self.scripts)
        self.page = self.window()

    def window(self):
        """Another window of the same browser."""
        page = self.context.new_page()
        page.set_default_timeout(60_000)
        page.on("console", self.listen)
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("dialog", self.dialog)
        return page

    def listen(self, message):
        """Notes what the browser complains about, but for a page that is answered with an error."""
        is_answer = message.text.startswith("Failed to load resource") and (
            message.location.get("url") == message.page.url)
        if "Content Security Policy" in message.text or message.type == "error" and not is_answer:
            self.faults.append(f"{message.page.url}: {message.text[:160]}")

    def dialog(self, dialog):
        self.ran += 1
        dialog.dismiss()

    def expect(self, holds, what):
        if not holds:
            heading = self.page.locator("h1").first.text_content() if self.page.locator("h1").count() else ""
            self.faults.append(f"{what}: {self.page.url} “{heading}”")

    def look(self, name):
        """Holds the page against the rules."""
        self.expect(self.page.locator("a.now").count() == 1, f"{name}: help is not on the page")
        if not self.scripts:
            self.views += 1
            return
        self.page.evaluate(AXE_SCRIPT)
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for width in (390, 1280):
                self.page.set_viewport_size({"width": width, "height": 844})
                self.measure(f"{name} {width} {scheme}")
                if self.pictures:
                    self.page.screenshot(
                        path=f"{self.pictures}/{name}-{width}-{scheme}.png", full_page=True)
        self.enlarge(name)
        self.tab_through(name)

    def enlarge(self, name):
        """The narrowest window, a window of 1280 px at a zoom of 200 %, and text of twice the size."""
        for width, size in ((320, ""), (640, ""), (1280, "200%")):
            self.page.set_viewport_size({"width": width, "height": 844})
            self.page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            self.measure_width(f"{name} {width} {size}")
            self.views += 1
        self.page.evaluate("document.documentElement.style.fontSize = ''")

    def tab_through(self, name):
        """Everything that can be used is reached by the Tab key, in order, and shows it."""
        self.page.evaluate("document.activeElement.blur()")
        usable = self.page.evaluate(USABLE)[:REACHED]
        missed, last = set(range(len(usable))), -1
        for _ in range(len(usable) + 10):
            self.page.keyboard.press("Tab")
            index, is_seen = self.page.evaluate(REACHED_NOW)
            if index in missed:
                missed.remove(index)
                if not is_seen:
                    self.faults.append(f"{name}: nobody sees that this is reached: {usable[index]}")
                if index < last:
                    self.faults.append(f"{name}: reached out of order: {usable[index]}")
                last = index
            if not missed:
                break
        self.faults += [f"{name}: not reached by keys: {usable[index]}" for index in sorted(missed)]

    def tab_to(self, selector):
        """Presses the Tab key until something is reached."""
        for _ in range(REACHED):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("what => document.activeElement.matches(what)", selector):
                return
        self.expect(False, f"{selector} is not reached by keys")

    def press(self, key):
        """Presses a key that opens another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def measure(self, where):
        self.views += 1
        options = json.dumps({"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
        for violation in self.page.evaluate(f"axe.run({options})")["violations"]:
            nodes = "; ".join(node["html"][:100] for node in violation["nodes"][:3])
            self.faults.append(f"{where}: {violation['id']}: {nodes}")
        self.measure_width(where)

    def measure_width(self, where):
        wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            self.faults.append(f"{where}: {wide} px wider than the window")

    def open(self, path, name=None):
        answer = self.page.goto(path)
        if name:
            self.expect(answer.status == 200, f"{name}: status {answer.status}")
            self.look(name)

    def send(self, button, **fields):
        for name, value in fields.items():
            self.page.locator(f"form:has(button:text-is('{button}')) [name={name}]").first.fill(value)
        self.page.locator(f"button:text-is('{button}')").first.click()
        self.page.wait_for_load_state()

    def heading(self, text):
        self.expect(
            text in (self.page.locator("h1").first.text_content() or ""), f"expected “{text}”")

    def make_account(self, name):
        """From a one-time link to the second step."""
        self.send("Make the account", newPassword=PASSWORD, passwordAgain=PASSWORD + "x")
        self.expect("differ" in self.page.content(), f"{name}: different passwords are taken")
        self.expect(PASSWORD not in self.page.content(), f"{name}: a password came back")
        self.look(f"{name}-mend")
        self.send("Make the account", newPassword=PASSWORD, passwordAgain=PASSWORD)

    def second_step(self, name):
        """Sets up an app; gives its secret and the recovery codes."""
        self.heading("Set up a second step")
        self.look(f"{name}-second-step")
        secret = self.page.locator("code.secret").text_content().replace(" ", "")
        self.send("Turn the second step on", code="000000")
        again = self.page.locator("code.secret").text_content().replace(" ", "")
        self.expect(again == secret, f"{name}: a wrong code changes the secret")
        self.send("Turn the second step on", code=code(secret))
        self.heading("Your recovery codes")
        self.look(f"{name}-codes")
        return secret, self.page.locator(".codes code").all_text_contents()

    def text(self):
        """What the page holds and what stands in its fields, once it holds still."""
        for _ in range(20):
            self.page.wait_for_timeout(200)
            with contextlib.suppress(Exception):
                fields = self.page.locator("textarea, input:not([type=hidden])").all()
                return "\n".join([self.page.content()] + [field.input_value() for field in fields])
        self.faults.append(f"{self.page.url}: the page does not come to rest")
        return ""

    def sign_out(self, base, secrets):
        """Signs out, goes back, and sees nothing."""
        self.send("Sign out")
        self.heading("Sign in")
        self.go_back(secrets)
        self.open(base + "/account")
        self.heading("Please sign in")

    def go_back(self, secrets):
        """Goes back three times and sees nothing."""
        for _ in range(3):
            with contextlib.suppress(Exception):
                self.page.go_back(timeout=10_000)
            text = self.text()
            for secret in secrets:
                self.expect(secret not in text, f"going back shows {secret}")

    def sign_in(self, base, email, name, secret=None):
        self.open(base + "/sign-in", f"{name}-sign-in")
        self.send("Sign in", email=email, password="not the right words")
        self.expect(email in self.page.content(), "the address is not kept")
        self.send("Sign in", email=email, password=PASSWORD)
        if secret:
            self.heading("Enter your code")
            self.look(f"{name}-code")
            self.send("Go on", code=code(secret, 1))
        self.heading("Hello")
