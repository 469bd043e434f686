"""Sessions that were stolen, ended or never given, and requests that another site forged."""

import time

from client import PASSWORD, Client, Clinic, one_time_code
from harness import Unsaid

# What somebody might send along in the hope that it is believed.
MORE = {"role": "admin", "roles": ["admin"], "state": "active", "stage": "full", "patient": "another",
        "account": "0" * 32, "version": 99, "isAdmin": True, "enabled": True}
ME, ENTRIES = "/api/me", "/api/entries"


def attacks(report, program, size, seed):
    """Sessions and forged requests, case by case; then on a server that forgets to look."""
    with Clinic.start(program.path) as clinic:
        # Somebody new, whose code has just been used.
        doctor = clinic.clinician("Doctor", email="doctor@example.org")
        person, other = clinic.patient("Person"), clinic.patient("Another")
        hold_tokens(Cases(report), clinic, person)
        hold_steps(Cases(report), clinic, doctor, person)
        hold_forms(Cases(report), clinic, person, other)
        hold_ends(Cases(report), clinic, person)
        hold_accounts(Cases(report), clinic, other)
        hold_fields(report, clinic)
    environment = {"ANAMNESIS_WEAKEN": "foreign-forms,sessions-stay"}
    with Clinic.start(program.path, environment=environment) as clinic:
        person, unsaid = clinic.patient("Person"), Unsaid()
        hold_forms(Cases(unsaid), clinic, person, clinic.admin)
        hold_ends(Cases(unsaid), clinic, person)
        report.control("foreign origin" in unsaid.words, "forms are taken from any site")
        report.control("after signing out" in unsaid.words, "a session goes on when it was ended")


class Cases:
    """What is asked, and what has to come back."""

    def __init__(self, report):
        self.report = report

    def __call__(self, name, expected, answer, kind=None):
        right = answer.status == expected
        if right and kind:
            right = answer.json["type"].endswith(":" + kind)
        self.report.check(right, f"{name}: {answer}")


def with_cookie(token, more=None, name="__Host-sid"):
    return {"Cookie": f"{name}={token}", **(more or {})}


def hold_tokens(case, clinic, person):
    """S2: nothing but a session's own token, in its own place, is one."""
    bare = Client(clinic.port)

    def bearer(text):
        return bare.get(ME, headers={"Authorization": text})

    case("nobody", 401, bare.get(ME))
    case("a token that was never given", 401, bearer("Bearer " + "A" * 43))
    case("a token that is too short", 401, bearer("Bearer " + person.token[:-1]))
    case("a token with more behind it", 401, bearer(f"Bearer {person.token}x"))
    case("another scheme", 401, bearer(f"Basic {person.token}"))
    case("the token in another case", 401, bearer(f"Bearer {person.token.swapcase()}"))
    case("the token in the address", 401, bare.get(f"{ME}?token={person.token}"))
    case("a cookie of another name", 401, bare.get(ME, headers=with_cookie(person.token, name="id")))
    case("the cookie of plain HTTP over HTTPS", 401,
         bare.get(ME, headers=with_cookie(person.token, name="sid")))
    case("the right cookie", 200, bare.get(ME, headers=with_cookie(person.token)))
    case("a bad bearer beside a good cookie", 401, bare.get(
        ME, headers=with_cookie(person.token, {"Authorization": "Bearer " + "A" * 43})))
    case("a session over plain HTTP from elsewhere", 403, bare.get(
        ME, headers={"Authorization": f"Bearer {person.token}", "X-Forwarded-Proto": "http"}),
        "needs-encryption")
    case("signing in over plain HTTP from elsewhere", 403, bare.post(
        "/api/session", {"email": person.email, "password": PASSWORD},
        headers={"X-Forwarded-Proto": "http"}), "needs-encryption")


def hold_steps(case, clinic, doctor, person):
    """S1 and S2: a password alone opens nothing, codes count once, each step has a token of its own."""
    bare, begun, again = Client(clinic.port), Client(clinic.port), Client(clinic.port)
    sent = {"email": doctor.email, "password": PASSWORD}
    begun.token = begun.expect(201, "POST", "/api/session", sent).json["token"]
    case("the password alone", 403, begun.get("/api/patients"), "sign-in-unfinished")
    case("a wrong code", 401, begun.post("/api/session/code", {"code": "000000"}))
    # Older than the step before, which counts still where the clocks differ.
    used = one_time_code(doctor.secret, time.time() - 90)
    case("a code of the past", 401, begun.post("/api/session/code", {"code": used}))
    fresh, old = doctor.recovery_codes[0], begun.token
    answer = begun.post("/api/session/code", {"code": fresh})
    case("a recovery code", 201, answer)
    case("the token from before the code (fixation)", 401, begun.get(ME))
    begun.token = answer.json["token"]
    case("the token from after it", 200, begun.get("/api/patients"))
    again.token = again.expect(201, "POST", "/api/session", sent).json["token"]
    case("a recovery code used twice", 401, again.post("/api/session/code", {"code": fresh}))
    wrong = bare.post("/api/session", {"email": person.email, "password": "wrong words here"})
    nobody = Client(clinic.port).post(
        "/api/session", {"email": "nobody@example.org", "password": "wrong words here"})
    same = {k: v for k, v in wrong.json.items() if k != "instance"} == {
        k: v for k, v in nobody.json.items() if k != "instance"}
    case.report.check(same and wrong.status == nobody.status == 401,
                      f"an unknown e-mail answers like a wrong password: {wrong} {nobody}")
    mine = [s for s in doctor.get("/api/me/sessions").json["sessions"] if not s["isThisOne"]]
    case("ending another person's session", 404,
         person.delete(f"/api/me/sessions/{mine[0]['session']}"))
    for session in mine:
        doctor.expect(204, "DELETE", f"/api/me/sessions/{session['session']}")
    case("a session that was ended elsewhere", 401, begun.get(ME))
    case.report.check(old != begun.token, "a step of signing in has a token of its own")


def hold_forms(case, clinic, person, other):
    """A change in a session that rides on a cookie comes from the site itself, or is refused."""
    bare = Client(clinic.port)
    form = bare.get(ME, headers=with_cookie(person.token)).json["formToken"]
    foreign = bare.get(ME, headers=with_cookie(other.token)).json["formToken"]
    site = {"X-CSRF-Token": form}

    def post(more, body=None, **rest):
        return bare.post(ENTRIES, body or person.check_in(),
                         headers=with_cookie(person.token, more), **rest)

    case("a cookie without the form's token", 403, post({}), "foreign-form")
    case("an empty token", 403, post({"X-CSRF-Token": ""}), "foreign-form")
    case("a wrong token", 403, post({"X-CSRF-Token": form[:-1] + "x"}), "foreign-form")
    case("the token of another's session", 403, post({"X-CSRF-Token": foreign}), "foreign-form")
    case("the right token", 200, post(site))
    case("the right token from a foreign origin", 403,
         post({**site, "Origin": "https://evil.example"}), "foreign-form")
    case("the right token from a null origin", 403, post({**site, "Origin": "null"}), "foreign-form")
    for word in ("cross-site", "same-site"):
        case(f"the right token, {word}", 403, post({**site, "Sec-Fetch-Site": word}), "foreign-form")
    case("the right token from the site itself", 200,
         post({**site, "Sec-Fetch-Site": "same-origin", "Origin": f"https://127.0.0.1:{clinic.port}"}))
    case("the same over HTTP's origin", 403,
         post({**site, "Origin": f"http://127.0.0.1:{clinic.port}"}), "foreign-form")
    case("a form of plain text", 403, post({}, content="text/plain"), "foreign-form")
    case("the token in the body of a script", 403,
         post({}, body={"form-token": form, "csrf": form}), "foreign-form")
    case("a method in disguise", 405, person.post(
        ME, {}, headers={"X-HTTP-Method-Override": "DELETE"}))
    case("signing out by a cookie without the token", 403,
         bare.delete("/api/session", headers=with_cookie(person.token)), "foreign-form")
    case("a bearer needs none", 200, person.post(ENTRIES, person.check_in()))
    preflight = bare.ask("OPTIONS", ENTRIES, headers={
        "Origin": "https://evil.example", "Access-Control-Request-Method": "POST"})
    case.report.check(not [h for h in preflight.headers if h.lower().startswith("access-control")],
                      f"no other site is invited to read: {preflight.headers}")


def hold_ends(case, clinic, person):
    """Who signed out is out."""
    case("signing out", 204, person.delete("/api/session"))
    case("the token after signing out", 401, person.get(ME))
    case("signing out twice", 401, person.delete("/api/session"))


def hold_accounts(case, clinic, other):
    """An account that is switched off is so at once."""
    account = next(a for a in clinic.admin.get("/api/accounts").json["accounts"]
                   if a["email"] == other.email)
    case("a session while its account works", 200, other.get(ME))
    clinic.admin.prove()
    clinic.admin.expect(
        200, "PUT", f"/api/accounts/{account['account']}/enabled", {"enabled": False},
        headers={"If-Match": f'"{account["version"]}"'})
    case("a session of a disabled account", 401, other.get(ME))
    case("signing in to a disabled account", 401, Client(clinic.port).post(
        "/api/session", {"email": other.email, "password": PASSWORD}))


def hold_fields(report, clinic):
    """E1: members that nobody asked for are refused, and change nothing."""
    doctor, person = clinic.clinician("Doctor"), clinic.patient("Person")
    bare = Client(clinic.port)
    before = [each.get("/api/me").json for each in (doctor, person)]
    tag = person.get("/api/me/account").headers["ETag"]
    link = doctor.expect(201, "POST", "/api/invitations/patients",
                         {"email": "invited@example.org", "name": "Invited"}).json["link"]
    asked = [
        (bare, "POST", "/api/session", {"email": person.email, "password": PASSWORD}),
        (bare, "POST", "/api/acceptances", {"link": link, "password": PASSWORD}),
        (doctor, "POST", "/api/invitations/patients", {"email": "more@example.org", "name": "More"}),
        (person, "PUT", "/api/me/account/person", {"email": person.email, "name": "Person"}),
        (person, "POST", "/api/session/proof", {"secret": PASSWORD}),
        (person, "POST", "/api/entries", person.check_in()),
    ]
    for client, method, path, body in asked:
        for name, value in MORE.items():
            # Who invites a patient may name the record that is theirs.
            if name in body or (name == "patient" and path.endswith("patients")):
                continue
            answer = client.ask(method, path, {**body, name: value}, headers={"If-Match": tag})
            report.check(answer.status == 422, f"{method} {path} with {name}: {answer}")
    after = [each.get("/api/me").json for each in (doctor, person)]
    report.check([b["roles"] for b in before] == [a["roles"] for a in after], f"roles changed: {after}")
    report.check([b["patient"] for b in before] == [a["patient"] for a in after], f"{after}")
    made = bare.post("/api/acceptances", {"link": link, "password": PASSWORD})
    report.check(made.status == 201, f"control: without them it is accepted: {made}")
