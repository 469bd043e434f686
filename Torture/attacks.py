"""Sessions that were stolen, ended or never given, and requests that another site forged."""

import time

from client import PASSWORD, Client, Clinic, one_time_code

# What somebody might send along in the hope that it is believed.
MORE = {"role": "admin", "roles": ["admin"], "state": "active", "stage": "full", "patient": "another",
        "account": "0" * 32, "version": 99, "isAdmin": True, "enabled": True}


def attacks(report, program, size, seed):
    """Sessions and forged requests, case by case."""
    with Clinic.start(program.path) as clinic:
        doctor, person = clinic.clinician("Doctor"), clinic.patient("Person")
        me, entries = "/api/me", "/api/entries"

        def with_cookie(token, more=None, name="__Host-sid"):
            return {"Cookie": f"{name}={token}", **(more or {})}

        bare = Client(clinic.port)
        form = bare.get(me, headers=with_cookie(person.token)).json["formToken"]
        other = clinic.patient("Another")
        foreign = bare.get(me, headers=with_cookie(other.token)).json["formToken"]

        def case(name, expected, answer, kind=None):
            found = answer.status
            right = found in (expected if isinstance(expected, tuple) else (expected,))
            if right and kind:
                right = answer.json["type"].endswith(":" + kind)
            report.check(right, f"{name}: {answer}")

        def bearer(text):
            return bare.get(me, headers={"Authorization": text})

        case("nobody", 401, bare.get(me))
        case("a token that was never given", 401, bearer("Bearer " + "A" * 43))
        case("a token that is too short", 401, bearer("Bearer " + person.token[:-1]))
        case("a token with more behind it", 401, bearer(f"Bearer {person.token}x"))
        case("another scheme", 401, bearer(f"Basic {person.token}"))
        case("the token in another case", 401, bearer(f"Bearer {person.token.swapcase()}"))
        case("the token in the address", 401, bare.get(f"{me}?token={person.token}"))
        case("a cookie of another name", 401, bare.get(me, headers=with_cookie(person.token, name="id")))
        case("the cookie of plain HTTP over HTTPS", 401,
             bare.get(me, headers=with_cookie(person.token, name="sid")))
        case("the right cookie", 200, bare.get(me, headers=with_cookie(person.token)))
        case("a bad bearer beside a good cookie", 401, bare.get(
            me, headers=with_cookie(person.token, {"Authorization": "Bearer " + "A" * 43})))
        case("a session over plain HTTP from elsewhere", 403, bare.get(
            me, headers={"Authorization": f"Bearer {person.token}", "X-Forwarded-Proto": "http"}),
            "needs-encryption")
        case("signing in over plain HTTP from elsewhere", 403, bare.post(
            "/api/session", {"email": person.email, "password": PASSWORD},
            headers={"X-Forwarded-Proto": "http"}), "needs-encryption")

        begun = Client(clinic.port)
        begun.token = begun.expect(201, "POST", "/api/session", {
            "email": doctor.email, "password": PASSWORD}).json["token"]
        case("the password alone", 403, begun.get("/api/patients"), "sign-in-unfinished")
        case("a wrong code", 401, begun.post("/api/session/code", {"code": "000000"}))
        # Older than the step before, which counts still where the clocks differ.
        used = one_time_code(doctor.secret, time.time() - 90)
        case("a code of the past", 401, begun.post("/api/session/code", {"code": used}))
        fresh, old = doctor.recovery_codes[0], begun.token
        answer = begun.post("/api/session/code", {"code": fresh})
        case("a recovery code", 201, answer)
        case("the token from before the code (fixation)", 401, begun.get(me))
        begun.token = answer.json["token"]
        case("the token from after it", 200, begun.get("/api/patients"))
        again = Client(clinic.port)
        again.token = again.expect(201, "POST", "/api/session", {
            "email": doctor.email, "password": PASSWORD}).json["token"]
        case("a recovery code used twice", 401, again.post("/api/session/code", {"code": fresh}))
        wrong = bare.post("/api/session", {"email": person.email, "password": "wrong words here"})
        nobody = Client(clinic.port).post(
            "/api/session", {"email": "nobody@example.org", "password": "wrong words here"})
        same = {k: v for k, v in wrong.json.items() if k != "instance"} == {
            k: v for k, v in nobody.json.items() if k != "instance"}
        report.check(same and wrong.status == nobody.status == 401,
                     f"an unknown e-mail answers like a wrong password: {wrong} {nobody}")

        mine = [s for s in doctor.get("/api/me/sessions").json["sessions"] if not s["isThisOne"]]
        case("ending another person's session", 404,
             person.delete(f"/api/me/sessions/{mine[0]['session']}"))
        for session in mine:
            doctor.expect(204, "DELETE", f"/api/me/sessions/{session['session']}")
        case("a session that was ended elsewhere", 401, begun.get(me))

        def cookie_post(more, body=None, token=None, **rest):
            return bare.post(entries, body or person.check_in(),
                             headers=with_cookie(token or person.token, more), **rest)

        site = {"X-CSRF-Token": form}
        case("a cookie without the form's token", 403, cookie_post({}), "foreign-form")
        case("an empty token", 403, cookie_post({"X-CSRF-Token": ""}), "foreign-form")
        case("a wrong token", 403, cookie_post({"X-CSRF-Token": form[:-1] + "x"}), "foreign-form")
        case("the token of another's session", 403, cookie_post({"X-CSRF-Token": foreign}),
             "foreign-form")
        case("the right token", 200, cookie_post(site))
        case("the right token from a foreign origin", 403,
             cookie_post({**site, "Origin": "https://evil.example"}), "foreign-form")
        case("the right token from a null origin", 403, cookie_post({**site, "Origin": "null"}),
             "foreign-form")
        for word in ("cross-site", "same-site"):
            case(f"the right token, {word}", 403, cookie_post({**site, "Sec-Fetch-Site": word}),
                 "foreign-form")
        case("the right token from the site itself", 200,
             cookie_post({**site, "Sec-Fetch-Site": "same-origin",
                          "Origin": f"https://127.0.0.1:{clinic.port}"}))
        case("the same over HTTP's origin", 403,
             cookie_post({**site, "Origin": f"http://127.0.0.1:{clinic.port}"}), "foreign-form")
        case("a form of plain text", 403, cookie_post({}, content="text/plain"), "foreign-form")
        case("the token in the body of a script", 403,
             cookie_post({}, body={"form-token": form, "csrf": form}), "foreign-form")
        case("a method in disguise", 405, person.post(
            me, {}, headers={"X-HTTP-Method-Override": "DELETE"}))
        case("signing out by a cookie without the token", 403,
             bare.delete("/api/session", headers=with_cookie(person.token)), "foreign-form")
        case("a bearer needs none", 200, person.post(entries, person.check_in()))
        preflight = bare.ask("OPTIONS", entries, headers={
            "Origin": "https://evil.example", "Access-Control-Request-Method": "POST"})
        report.check(not [h for h in preflight.headers if h.lower().startswith("access-control")],
                     f"no other site is invited to read: {preflight.headers}")

        case("signing out", 204, person.delete("/api/session"))
        case("the token after signing out", 401, person.get(me))
        case("signing out twice", 401, person.delete("/api/session"))
        account = next(a for a in clinic.admin.get("/api/accounts").json["accounts"]
                       if a["email"] == other.email)
        case("a session while its account works", 200, other.get(me))
        clinic.admin.prove()
        clinic.admin.expect(
            200, "PUT", f"/api/accounts/{account['account']}/enabled", {"enabled": False},
            headers={"If-Match": f'"{account["version"]}"'})
        case("a session of a disabled account", 401, other.get(me))
        case("signing in to a disabled account", 401, bare.post(
            "/api/session", {"email": other.email, "password": PASSWORD}))
        hold_fields(report, clinic)


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
