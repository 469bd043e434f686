"""Words that somebody writes while their session ends, and pages used by keys alone."""

from walker import PASSWORD

WORDS = "first line\n\n  they spoke of the <b>harbour</b>"
PRIVATE = "harbour"


def lost_words(walk, base, codes):
    """A clinician writes a note, is signed out meanwhile, and gets it back; nobody else does."""
    begin(walk, base)
    walk.send("Keep the note")
    walk.heading("Please sign in once more")
    walk.expect(PRIVATE not in walk.text(), "who is signed out sees the note")
    walk.look("unsent-sign-in")
    walk.send("Sign in", email="clinician@example.org", password="not the right words")
    walk.look("unsent-sign-in-mend")
    pass_both(walk, "clinician@example.org", codes[0], "unsent-code")
    sent_at_last(walk, "unsent")

    # Signed in again in another window: the form's token is an old one.
    other = begin(walk, base)
    mine, walk.page = walk.page, other
    walk.open(base + "/sign-in")
    pass_both(walk, "clinician@example.org", codes[1])
    walk.page = mine
    walk.send("Keep the note")
    sent_at_last(walk, "unsent-elsewhere")
    other.close()

    begin(walk, base)
    walk.send("Keep the note")
    walk.send("Sign in", email="patient@example.org", password=PASSWORD)
    walk.heading("Hello, Robin Reed")
    walk.expect(PRIVATE not in walk.text(), "somebody else sees the note")
    walk.go_back([PRIVATE])
    walk.open(base + "/")
    walk.send("Sign out")
    walk.open(base + "/sign-in")
    pass_both(walk, "clinician@example.org", codes[2])

    other = begin(walk, base, "/people/special-access", reason="brought in from the harbour", person="p-1")
    walk.send("Open the record")
    walk.expect(PRIVATE not in walk.text(), "who is signed out sees the reason")
    pass_both(walk, "clinician@example.org", codes[3])
    walk.expect(walk.page.locator("[name=reason]").input_value().endswith(PRIVATE), "the reason is lost")
    walk.look("unsent-emergency")
    walk.page.locator("a:text-is('Leave it, and go to the start')").click()
    walk.heading("Hello, Ash Linden")


def begin(walk, base, path=None, **fields):
    """Writes, and signs out in another window."""
    walk.open(base + (path or "/people"))
    if path is None:
        walk.page.locator("a:text-is('Your notes')").first.click()
    for name, value in (fields or {"text": WORDS}).items():
        walk.page.locator(f"[name={name}]").fill(value)
    other = walk.window()
    other.goto(base + "/account")
    other.locator("button:text-is('Sign out')").click()
    other.wait_for_load_state()
    if path is not None:
        other.close()
    return other


def pass_both(walk, email, code, name=None):
    """Signs in on the page that is open, by a recovery code."""
    walk.send("Sign in", email=email, password=PASSWORD)
    walk.heading("Enter your code")
    if name:
        walk.look(name)
    walk.send("Go on with a recovery code", recoveryCode=code)


def sent_at_last(walk, name):
    walk.heading("What you wrote is still here")
    walk.expect(walk.page.locator("textarea").input_value() == WORDS, "the note reads otherwise")
    walk.expect("Your notes on Kim Ford" in walk.page.content(), "nothing says whom it is about")
    walk.look(name)
    walk.send("Send it")
    walk.expect("The note is kept" in walk.page.content(), "the note is not kept")


def by_keys(walk, base, code):
    """Signs in, writes a note and signs out without a mouse."""
    walk.open(base + "/")
    walk.send("Sign out")
    walk.open(base + "/sign-in")
    walk.page.keyboard.press("Tab")
    walk.page.keyboard.press("Enter")
    walk.expect(walk.page.url.endswith("#main"), "the first key does not lead to the content")
    walk.tab_to("[name=email]")
    walk.page.keyboard.type("clinician@example.org")
    walk.page.keyboard.press("Tab")
    walk.page.keyboard.type(PASSWORD)
    walk.press("Enter")
    walk.tab_to("[name=recoveryCode]")
    walk.page.keyboard.type(code)
    walk.press("Enter")
    walk.tab_to("a[href='/people']")
    walk.press("Enter")
    walk.tab_to("a[href$='/notes']")
    walk.press("Enter")
    walk.tab_to("textarea")
    walk.page.keyboard.type("Written without a mouse.")
    walk.tab_to("button:not(.plain)")
    walk.press("Enter")
    walk.expect("The note is kept" in walk.page.content(), "no note is kept by keys")
    walk.tab_to("a[href='/help']")
    walk.press("Enter")
    walk.expect(walk.page.locator("a[href^='tel:']").count() > 0, "help is not reached by keys")
    walk.open(base + "/")
