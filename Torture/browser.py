"""Walks through the site of the real server in Chromium, as people do.

    browser.py ANAMNESIS [PICTURES]

A new system is set up, a patient, a clinician and an auditor are invited, all sign in; the clinician
invites, writes notes, opens a record in an emergency and loses a session while writing; the auditor
reviews; everybody signs out and goes back. Then a demonstration is looked at. The walk is done with and
without JavaScript, and some of it by keys alone. At last 500 strings that attack are typed into every
text field and read again. walker.py says what every page is held against.

What is broken on purpose shows that the checks can fail. The server listens on the loopback only.
"""

import pathlib
import shutil
import sys
import tempfile

from axe_playwright_python.base import AXE_SCRIPT
from client import Client
from payloads import PAYLOADS
from playwright.sync_api import sync_playwright
from typing_attacks import attack
from walker import PASSWORD, Walk, server
from words import by_keys, lost_words

BROKEN = """<html><head></head><body><p style='color:#bbb'>pale</p><img src=x.png><input>
<a href="/y" tabindex="2">late</a><a href="/z" tabindex="1" style="outline:none">early</a>
<button tabindex="-1">never</button><pre style="width:2000px">wide</pre></body></html>"""


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
    walk.sign_in(base, "patient@example.org", "patient")
    walk.expect("found unconscious" in walk.page.content(), "the patient is not told why")
    walk.look("patient-told")
    walk.open(base + "/access", "patient-access-emergency")
    walk.expect("found unconscious" in walk.page.content(), "the list does not say why")
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
    walk.page.locator("button[aria-label='Remove: Ro Lake']").click()
    walk.expect("The invitation is removed" in walk.page.content(), "the invitation stays")
    walk.expect("Ro Lake" not in walk.page.content(), "who was removed is still listed")
    walk.look("invitation-removed")
    walk.open(base + "/account", "admin-account")


def registration(walk, base):
    """Somebody asks for an account; a known address is answered alike."""
    walk.new()
    walk.open(base + "/sign-in")
    walk.page.locator("a:text-is('Ask for an account')").click()
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
    walk.page.locator("li:has(.mark) a:has-text('Note of')").first.click()
    walk.look("note-corrected")
    walk.page.locator("a:text-is('read the correction')").click()
    walk.expect(walk.page.locator(".written").text_content() == "rather this", "another note is shown")
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
    codes = []
    if role != "patient":
        _, codes = walk.second_step(role)
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
        lost_words(walk, base, codes[:4])
        if walk.scripts:
            by_keys(walk, base, codes[4])
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


def picture_for_the_tab(walk, base):
    """What a browser asks for by itself, and what the page names."""
    for path in ("/favicon.ico", walk.page.locator("link[rel=icon]").get_attribute("href")):
        answer = walk.page.request.get(base + path)
        walk.expect(answer.status == 200 and answer.headers["content-type"].startswith("image/"),
                    f"{path}: {answer.status}")


def demonstration(walk, base, links):
    """People with a record: the report, who looked, and an emergency."""
    walk.open(links[0])
    walk.heading("Hello, Robin Reed")
    walk.expect("Everybody here is invented" in walk.page.content(), "nothing says it is a demonstration")
    picture_for_the_tab(walk, base)
    walk.open(base + "/overview", "report-patient")
    walk.open(base + "/access", "report-accesses")
    walk.open(links[0])
    walk.expect("no longer" in walk.page.content(), "the link of the demonstration works twice")
    walk.new()
    walk.open(links[1])
    walk.open(base + "/people", "demo-people")
    walk.page.locator(".rows a").first.click()
    walk.expect(walk.page.locator("nav.about strong").count() == 1, "nothing says whose record it is")
    walk.look("report-clinician")
    walk.page.locator("nav.about a:text-is('Your notes')").click()
    walk.page.locator("nav.about a:text-is('Record')").click()
    walk.page.locator("nav.about a:text-is('Your patients')").click()
    walk.heading("Your patients")
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


def controls(browser):
    """What is broken on purpose must be found."""
    walk = Walk(browser)
    walk.page.set_content(BROKEN)
    walk.page.evaluate(AXE_SCRIPT)
    walk.measure("control")
    walk.tab_through("control")
    walk.page.evaluate("console.error('a complaint')")
    for sign in ("image-alt", "wider", "out of order", "nobody sees", "not reached", "a complaint"):
        if not any(sign in fault for fault in walk.faults):
            sys.exit(f"the broken page was not found to be broken: {sign}: {walk.faults}")
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
