"""Walks through the site of the real server in Chromium, as people do.

    browser.py ANAMNESIS [PICTURES]

A new system is set up, a clinician and a patient are invited, all three sign in with their second
step; the clinician is brought into the care team; everybody signs out and goes back. Then a
demonstration is looked at. Every page on the way is held against WCAG 2.2 A and AA (axe-core) at 390
and 1280 px, light and dark, and against its content security policy. The walk is done with and without
JavaScript. At last 500 strings that attack are typed into every text field and read again.

What is broken on purpose shows that the checks can fail. The server listens on the loopback only.
"""

import base64
import contextlib
import hashlib
import hmac
import json
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from client import Client
from axe_playwright_python.base import AXE_SCRIPT
from payloads import PAYLOADS
from playwright.sync_api import sync_playwright

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PASSWORD = "three quiet lamps over water"
BROKEN = "<html><head></head><body><p style='color:#bbb'>pale</p><img src=x.png><input></body></html>"


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
        context = self.browser.new_context(java_script_enabled=self.scripts)
        self.page = context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.on("console", self.listen)
        self.page.on("dialog", self.dialog)

    def listen(self, message):
        if "Content Security Policy" in message.text:
            self.faults.append(f"{self.page.url}: {message.text[:160]}")

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

    def measure(self, where):
        self.views += 1
        options = json.dumps({"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
        for violation in self.page.evaluate(f"axe.run({options})")["violations"]:
            nodes = "; ".join(node["html"][:100] for node in violation["nodes"][:3])
            self.faults.append(f"{where}: {violation['id']}: {nodes}")
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
        """What the page holds, once it holds still."""
        for _ in range(20):
            self.page.wait_for_timeout(200)
            with contextlib.suppress(Exception):
                return self.page.content()
        self.faults.append(f"{self.page.url}: the page does not come to rest")
        return ""

    def sign_out(self, base, secrets):
        """Signs out, goes back, and sees nothing."""
        self.send("Sign out")
        self.heading("Sign in")
        for _ in range(3):
            with contextlib.suppress(Exception):
                self.page.go_back(timeout=10_000)
            text = self.text()
            for secret in secrets:
                self.expect(secret not in text, f"going back shows {secret}")
        self.open(base + "/account")
        self.heading("Please sign in")

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


def new_system(walk, base, links):
    """A new system: admin, clinician, patient."""
    walk.open(links[0], "set-up")
    walk.page.locator("[name=name]").fill("Max Stone")
    walk.page.locator("[name=email]").fill("max@example.org")
    walk.make_account("set-up")
    secret, _ = walk.second_step("admin")
    walk.open(links[0])
    walk.expect("no longer" in walk.page.content(), "the set-up link works twice")
    walk.open(base + "/", "admin-home")
    invitations = {}
    for role, name in (("clinician", "Ash Linden"), ("patient", "Robin Reed"), ("auditor", "Uri Hall")):
        walk.open(base + "/admin/accounts")
        walk.page.locator(f"input[value={role}]").check()
        walk.send("Make the invitation", name=name, email="wrong")
        walk.expect(name in walk.page.content(), "the name is not kept")
        walk.look(f"invite-{role}-mend")
        walk.send("Make the invitation", email=f"{role}@example.org")
        walk.look(f"invited-{role}")
        invitations[role] = walk.page.locator("code.secret").text_content()
    walk.sign_out(base, ["Max Stone", "max@example.org"])
    registration(walk, base)
    for role in ("patient", "clinician", "auditor"):
        person(walk, base, role, invitations[role])
    walk.new()
    walk.sign_in(base, "max@example.org", "again", secret)
    walk.open(base + "/admin/accounts", "accounts")
    walk.page.locator("a[aria-label='Care team of Robin Reed']").click()
    walk.heading("Care team of Robin Reed")
    walk.send("Add")
    walk.expect("In the team since" in walk.page.content(), "the clinician is not in the team")
    walk.look("team")
    walk.open(base + "/admin/accounts", "accounts-asked")
    walk.expect("Ro Lake" in walk.page.content(), "who asked for an account is not listed")
    walk.page.locator("button[aria-label='Take a lost second step away: Ash Linden']").click()
    walk.expect("The second step is gone" in walk.page.content(), "the second step stays")
    walk.look("second-step-taken")
    walk.page.locator("button[aria-label='Take a lost second step away: Ash Linden']").click()
    walk.expect("no second step" in walk.page.content(), "nothing says that there is none")
    walk.look("second-step-none")
    walk.open(base + "/account", "admin-account")


def registration(walk, base):
    """Somebody asks for an account; a known address is answered alike."""
    walk.new()
    walk.open(base + "/sign-in")
    walk.page.locator("a:text-is('Make an account')").click()
    walk.look("register")
    walk.send("Ask for an account", name="Ro Lake", email="wrong")
    walk.expect("Ro Lake" in walk.page.content(), "the name is not kept")
    walk.look("register-mend")
    for email in ("ro@example.org", "max@example.org"):
        walk.open(base + "/register")
        walk.send("Ask for an account", name="Ro Lake", email=email)
        walk.expect("Your request is noted" in walk.page.content(), f"{email} is answered otherwise")
    walk.look("registered")


def record_of(base, email):
    """The number of a patient's record, as they would tell it."""
    client = Client(int(base.rsplit(":", 1)[1]))
    sent = {"email": email, "password": PASSWORD, "device": "browser.py"}
    client.token = client.expect(201, "POST", "/api/session", sent).json["token"]
    found = client.expect(200, "GET", "/api/me").json["patient"]
    client.expect(204, "DELETE", "/api/session")
    client.close()
    return found


def treatment(walk, base):
    """A clinician invites somebody and keeps notes on them, and opens another record in an emergency."""
    walk.open(base + "/people/new", "new-patient")
    walk.send("Make the invitation", name="Kim Ford", email="wrong")
    walk.look("new-patient-mend")
    walk.send("Make the invitation", email="kim@example.org")
    walk.look("new-patient-link")
    walk.page.locator("a:text-is('Back to your patients')").click()
    walk.look("people")
    walk.page.locator("a:text-is('Your notes')").first.click()
    walk.heading("Your notes on Kim Ford")
    walk.look("notes-none")
    walk.send("Keep the note", text=" ")
    walk.expect("Please write something" in walk.page.content(), "an empty note is taken")
    walk.look("notes-mend")
    words = "first line\n\n  second <b>line</b>"
    walk.send("Keep the note", text=words)
    walk.expect("The note is kept" in walk.page.content(), "the note is not kept")
    walk.look("notes")
    walk.page.locator("a:has-text('Note of')").first.click()
    walk.expect(walk.page.locator(".written").text_content() == words, "the note reads otherwise")
    walk.look("note")
    walk.send("Keep the correction", text="rather this")
    walk.expect("Corrected later" in walk.page.content(), "the note is not marked as corrected")
    walk.look("notes-corrected")
    token = walk.page.locator("[name=form-token]").first.get_attribute("value")
    action = walk.page.locator("form.form").get_attribute("action")
    note = walk.page.locator("[name=note]").get_attribute("value")
    for number, text in enumerate(PAYLOADS[::10]):
        fields = {"form-token": token, "note": f"{note[:-3]}{number:03x}", "text": text}
        answer = walk.page.request.post(base + action, form=fields, headers={"Origin": base})
        walk.expect(answer.status in (200, 422), f"a note of {text!r}: {answer.status}")
        walk.page.goto(f"{base}{action}/{fields['note']}")
    walk.expect(walk.ran == 0, "a script ran in a note")
    walk.open(base + "/people/special-access")
    walk.send("Open the record", person=record_of(base, "patient@example.org"),
              reason="found unconscious at the station", password=PASSWORD)
    walk.expect("Open in an emergency, until" in walk.page.content(), "no banner on the record")
    walk.look("emergency-record")


def review(walk, base):
    """The auditor looks at what was opened in an emergency."""
    walk.open(base + "/emergencies", "emergencies")
    walk.expect("found unconscious" in walk.page.content(), "the reason is not shown")
    walk.expect("Ash Linden" in walk.page.content(), "nobody is named")
    walk.send("I looked at it")
    walk.expect("Reviewed" in walk.page.content(), "the review is not kept")
    walk.look("emergencies-reviewed")


def person(walk, base, role, link):
    """Accepts an invitation and looks around."""
    walk.new()
    walk.open(link, f"{role}-invitation")
    walk.make_account(role)
    if role != "patient":
        walk.second_step(role)
        walk.open(base + "/")
    walk.heading("Hello")
    walk.look(f"{role}-home")
    paths = {
        "patient": ["overview", "access", "sharing", "account", "account/password", "account/second-step",
                    "account/delete", "session"],
        "clinician": ["people", "people/special-access", "account"], "auditor": ["trail"],
    }[role]
    for path in paths:
        walk.open(f"{base}/{path}", f"{role}-{path.replace('/', '-')}")
    if role == "clinician":
        treatment(walk, base)
    if role == "auditor":
        review(walk, base)
    if role == "patient":
        walk.open(base + "/sharing")
        walk.send("Say yes")
        walk.expect("You said yes on" in walk.page.content(), "the consent is not kept")
        walk.open(base + "/account/password")
        walk.send("Change the password", password="wrong words entirely", newPassword=PASSWORD + " 2",
                  passwordAgain=PASSWORD + " 2")
        walk.expect("not your current password" in walk.page.content(), "a wrong password is taken")
    walk.open(f"{base}/admin/accounts" if role != "auditor" else f"{base}/people")
    walk.heading("Not for this account")
    walk.open(base + "/")
    walk.sign_out(base, [f"{role}@example.org", "Robin Reed", "Ash Linden", "Uri Hall"])


def demonstration(walk, base, links):
    """People with a record: the report, who looked, and an emergency."""
    walk.open(links[0])
    walk.heading("Hello, Robin Reed")
    walk.expect("Everybody here is invented" in walk.page.content(), "nothing says it is a demonstration")
    walk.open(base + "/overview", "report-patient")
    walk.open(base + "/access", "report-accesses")
    walk.open(links[0])
    walk.expect("no longer" in walk.page.content(), "the link of the demonstration works twice")
    walk.new()
    walk.open(links[1])
    walk.open(base + "/people", "demo-people")
    walk.page.locator(".rows a").first.click()
    walk.look("report-clinician")
    for page in ("/help", "/help/de", "/help/everywhere", "/nowhere"):
        walk.page.goto(base + page)
        walk.look("any" + page.replace("/", "-"))
    # Not followed: the other site is not on this machine.
    left = walk.page.request.get(base + "/leave", max_redirects=0)
    walk.expect(left.status == 303 and left.headers["location"].startswith("https://"),
                "leaving leads nowhere")
    walk.expect("cookies" in left.headers.get("clear-site-data", ""), "leaving leaves something")
    walk.open(base + "/people")
    walk.heading("Please sign in")


def attack(walk, base, links):
    """Types every payload into every text field and reads what comes back."""
    page, count = walk.page, 0
    walk.open(links[0])
    # This form has the pace of sign-ins: twenty at once.
    for text in PAYLOADS[::40]:
        walk.send("Make the account", name=text, email=text)
        count += 2
    walk.send("Make the account", name="Max Stone", email="max@example.org")
    walk.send("Make the account", newPassword=PASSWORD, passwordAgain=PASSWORD)
    walk.second_step("attack")
    walk.open(base + "/admin/accounts")
    token = page.locator("[name=form-token]").first.get_attribute("value")
    for text in PAYLOADS:
        walk.send("Make the invitation", name=text, email=text)
        count += 2
    kept = 0
    for number, text in enumerate(PAYLOADS):
        fields = {"form-token": token, "name": text, "email": f"a{number}@example.org", "role": "patient"}
        answer = page.request.post(base + "/admin/invitations", form=fields, headers={"Origin": base})
        kept += answer.status == 200
        walk.expect(answer.status in (200, 422), f"invitation of {text!r}: {answer.status}")
        for path in (f"/?done={quote(text)}", f"/help/{quote(text)}", f"/invitation/{quote(text)}"):
            if number % 8 == 0:
                page.goto(base + path)
        count += 1
    walk.open(base + "/admin/accounts")
    page.wait_for_timeout(1_000)
    for element in page.locator(".rows a").all()[:40:4]:
        page.request.get(base + element.get_attribute("href"))
    page.goto(base + page.locator(".rows a").first.get_attribute("href"))
    for name in ("code", "session", "account", "consent", "answer", "confirmation", "role"):
        for text in PAYLOADS[::25]:
            for path in ("/account/sessions", "/admin/accounts/state", "/sharing", "/account/delete"):
                answer = page.request.post(
                    base + path, form={"form-token": token, name: text}, headers={"Origin": base})
                walk.expect(answer.status < 500, f"{path} {name}={text!r}: {answer.status}")
                count += 1
    return count, kept


def quote(text):
    return urllib.parse.quote(text[:300].encode("utf-8", "replace"), safe="")


def controls(browser):
    """What is broken on purpose must be found."""
    walk = Walk(browser)
    walk.page.set_content(BROKEN)
    walk.page.evaluate(AXE_SCRIPT)
    walk.measure("control")
    if not any("image-alt" in fault for fault in walk.faults):
        sys.exit("the broken page was not found to be broken")
    walk.page.set_content(PAYLOADS[0] + "<script>alert(1)</script>")
    if walk.ran == 0:
        sys.exit("a script that runs was not seen")
    print(f"control: {len(walk.faults)} faults of a broken page and {walk.ran} script were seen")


def main(program, pictures=None):
    program = str(pathlib.Path(program).resolve())
    if pictures:
        pathlib.Path(pictures).mkdir(parents=True, exist_ok=True)
    work = tempfile.mkdtemp()
    faults, views = [], 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        controls(browser)
        for scripts in (True, False):
            walk = Walk(browser, scripts, pictures if scripts else None)
            with server(program, "--data", f"{work}/{scripts}", "--registration", "on") as (base, links, log):
                new_system(walk, base, links)
            with server(program, "--demo") as (base, links, log):
                demonstration(walk, base, links)
            faults += walk.faults
            views += walk.views
            print(f"walk {'with' if scripts else 'without'} JavaScript: {walk.views} views, "
                  f"{len(walk.faults)} faults", *sorted(set(walk.faults)), sep="\n  ", flush=True)
        walk = Walk(browser)
        with server(program, "--data", f"{work}/attack") as (base, links, log):
            count, kept = attack(walk, base, links)
        faults += walk.faults
        print(f"payloads: {len(PAYLOADS)} strings, {count} fields sent, {kept} kept as names, "
              f"{walk.ran} scripts run, {len(walk.faults)} faults", *sorted(set(walk.faults))[:40],
              sep="\n  ")
        browser.close()
    shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if faults or walk.ran else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
