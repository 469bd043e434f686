"""Types strings that attack into every text field of the site, and reads them again."""

import urllib.parse

from payloads import PAYLOADS
from walker import PASSWORD


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
