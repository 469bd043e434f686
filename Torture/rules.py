"""Holds the running server against its own table of who may do what: `python3 Torture/rules.py --program
PATH [--quick] [campaign …]`. Everything happens on this machine and ends by itself."""

import argparse
import base64
import collections
import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

from client import PASSWORD, Client, Clinic, Person, entry_id, one_time_code

ROOT = pathlib.Path(__file__).resolve().parent.parent
METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]


def table(path, columns):
    """The rows of the first table of a document whose first cell is code."""
    rows = []
    for line in (ROOT / path).read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == columns and cells[0].startswith("`"):
            rows.append([cell.strip("`") for cell in cells])
    return rows


def policy():
    """permission -> role (or None for anybody signed in) -> condition, from docs/accounts.md."""
    roles = ["patient", "clinician", "researcher", "admin", "auditor", None]
    return {row[0]: {role: cell for role, cell in zip(roles, row[1:]) if cell != "–"}
            for row in table("docs/accounts.md", 7)}


def routes():
    """(method, path, permission, subject) of every route, from docs/routes.md."""
    return [tuple(row) for row in table("docs/routes.md", 4)]


class Actor:
    """Somebody who asks, and what stands in which relation to them."""

    def __init__(self, name, client, role=None, stage="full", own=None, team=(), opened=()):
        self.name, self.client, self.role, self.stage = name, client, role, stage
        self.own, self.team, self.opened = own, set(team), set(opened)

    def may(self, permission, subject, patient, rules):
        """What the table says; the kinds of refusal that are right, or None when it is allowed."""
        rule = rules[permission]
        if rule.get(None) == "even without signing in":
            return None
        if self.client.token is None:
            return {"sign-in-first"}
        if rule.get(None) == "from the password on":
            return None
        if self.stage != "full":
            return {"sign-in-unfinished"}
        if rule.get(None):
            return None
        words = rule.get(self.role)
        if words is None:
            return {"not-allowed"}
        condition = words.removesuffix(", proof")
        if condition == "yes":
            return None
        if subject == "body" and patient is None:
            return None
        holds = {
            "own record": patient == self.own, "care team": patient in self.team,
            "care team or emergency": patient in self.team | self.opened,
        }[condition]
        return None if holds else {"not-allowed"}


# Handlers that ask for more than the table: a code where one is due, a factor where none was shown.
STRICTER = {
    ("POST", "/api/session/code"): {"sign-in-first"},
    ("POST", "/sign-in/code"): {"sign-in-first"},
    ("GET", "/account/second-step"): {"sign-in-unfinished", "proof-needed"},
    ("POST", "/account/second-step"): {"sign-in-unfinished", "proof-needed"},
    ("POST", "/api/factor"): {"sign-in-unfinished", "proof-needed"},
    ("POST", "/api/factor/code"): {"sign-in-unfinished", "proof-needed"},
}
REFUSALS = {"sign-in-first", "not-allowed", "sign-in-unfinished", "proof-needed", "foreign-author",
            "foreign-form", "needs-encryption"}


def people(clinic):
    """Everybody of the matrix."""
    doctor, other = clinic.clinician("Doctor"), clinic.clinician("Other")
    helper = clinic.clinician("Helper")
    first, second = clinic.patient("First", by=doctor), clinic.patient("Second", by=other)
    helper.expect(201, "POST", f"/api/patients/{first.patient}/emergency",
                  {"reason": "found unconscious, needs the list of medicines"})
    researcher, auditor = clinic.staff("researcher"), clinic.staff("auditor")
    actors = [
        Actor("nobody", Client(clinic.port)),
        Actor("patient", first, "patient", own=first.patient),
        Actor("other patient", second, "patient", own=second.patient),
        Actor("clinician", doctor, "clinician", team=[first.patient]),
        Actor("other clinician", other, "clinician", team=[second.patient]),
        Actor("clinician in an emergency", helper, "clinician", opened=[first.patient]),
        Actor("researcher", researcher, "researcher"),
        Actor("admin", clinic.admin, "admin"),
        Actor("auditor", auditor, "auditor"),
    ]
    for person in (doctor, clinic.admin, researcher, auditor):
        sent = {"email": person.email, "password": person.password}
        begun = Client(clinic.port)
        begun.token = begun.expect(201, "POST", "/api/session", sent).json["token"]
        role = person.roles[0]
        actors.append(Actor(f"{role} without second factor", begun, role, stage="password",
                            team=[first.patient] if person is doctor else []))
    invited = clinic.admin.expect(201, "POST", "/api/invitations/staff", {
        "email": "new@example.org", "name": "New", "role": "clinician"}).json
    Client(clinic.port).expect(
        201, "POST", "/api/acceptances", {"link": invited["link"], "password": PASSWORD})
    new = Client(clinic.port)
    new.token = new.expect(201, "POST", "/api/session", {
        "email": "new@example.org", "password": PASSWORD}).json["token"]
    actors.append(Actor("clinician setting up", new, "clinician", stage="settingUp"))
    return actors, first, second


def cell_body(path, actor, patient, account):
    if path == "/api/entries":
        author = ({"kind": "staff", "name": account} if actor.role == "clinician"
                  else {"kind": "patient"})
        scale = {"minimum": 0, "maximum": 10, "direction": "higherIsBetter"}
        return {"v": 1, "id": entry_id(), "patient": patient, "author": author,
                "occurred": {"day": "2026-05-01", "zone": "Europe/Berlin"},
                "fact": {"checkIn": {"ratings": [
                    {"item": "mood", "rating": {"value": 4, "scale": scale}}]}}}
    return {}


def matrix(program, size, report, weaken=None):
    """Every route, method, actor and relation, each answer held against the policy table."""
    environment = {"ANAMNESIS_WEAKEN": weaken} if weaken else None
    rules, known = policy(), routes()
    with Clinic.start(program, environment=environment) as clinic:
        actors, first, second = people(clinic)
        # Whoever signs out or is signed out does so at the end.
        last = [("DELETE", "/api/session"), ("POST", "/sign-out"), ("GET", "/leave"),
                ("POST", "/leave")]
        ordered = sorted(known, key=lambda route: route[:2] in last and 1 + last.index(route[:2]))
        cells, allows, refusals, errors = 0, [], [], []
        for method, path, permission, subject in ordered:
            for actor in actors:
                targets = [first.patient, second.patient, "nobody-known"]
                for target in targets if "{patient}" in path or path == "/api/entries" else [None]:
                    cells += 1
                    outcome = ask_cell(actor, method, path, permission, subject, target, rules)
                    (where, kind) = outcome
                    line = f"{actor.name}: {method} {path} of {target}: {kind}"
                    {"allow": allows, "refusal": refusals, "error": errors}.get(where, []).append(line)
        cells += other_methods(known, actors, errors)
    name = f"matrix{' with a route left open' if weaken else ''}"
    report.note(f"{name}: {cells} cells, {len(actors)} actors, {len(known)} routes: "
                f"{len(allows)} unexpected allows, {len(refusals)} unexpected refusals, "
                f"{len(errors)} server errors or odd answers")
    return allows, refusals, errors


def ask_cell(actor, method, path, permission, subject, target, rules):
    filled = path.replace("{patient}", target or "").replace("{account}", "0" * 32)
    filled = filled.replace("{session}", "0" * 32).replace("{entry}", entry_id())
    filled = re.sub(r"\{[a-z]+\}", "x" * 43, filled)
    body = None
    if method in ("POST", "PUT"):
        account = getattr(actor.client, "account", None)
        body = cell_body(path, actor, target, account)
        if path == "/api/factor":
            body = None
    # Programs are told in words that can be compared; people would be led to another page.
    answer = actor.client.ask(method, filled, body, headers={"Accept": "application/json"})
    if subject == "visitor":
        target = actor.own
    expected = actor.may(permission, subject, target, rules)
    kind = ""
    if answer.status >= 400 and answer.headers.get("Content-Type") == "application/problem+json":
        kind = answer.json["type"].rsplit(":", 1)[1]
    if answer.status >= 500 and path not in ("/readyz", "/healthz"):
        return "error", f"{answer}"
    refused = kind in REFUSALS
    if expected is None:
        if refused and kind not in STRICTER.get((method, path), set()):
            return "refusal", f"{answer}"
        return "right", kind
    if not refused:
        return "allow", f"{answer.status}"
    if kind and kind not in expected | STRICTER.get((method, path), set()) | {"foreign-author"}:
        return "error", f"refused as {kind}, expected {expected}"
    return "right", kind


def other_methods(known, actors, errors):
    """Methods that a path does not have are refused to everybody alike."""
    methods = collections.defaultdict(set)
    for method, path, *_ in known:
        methods[re.sub(r"\{[a-z]+\}", "x", path)].add(method)
    cells = 0
    for path, has in methods.items():
        has = has | {"OPTIONS"} | ({"HEAD"} if "GET" in has else set())
        for method in METHODS:
            if method in has and method != "OPTIONS":
                continue
            for actor in actors[:9]:
                cells += 1
                status = actor.client.ask(method, path).status
                if status != (204 if method == "OPTIONS" else 405):
                    errors.append(f"{actor.name}: {method} {path}: {status}")
    return cells


def roles(program, size, report):
    """The whole matrix; then with a route left open, which has to be noticed."""
    allows, refusals, errors = matrix(program, size, report)
    report.check("no unexpected allow", not allows, allows)
    report.check("no unexpected refusal", not refusals, refusals)
    report.check("no server error in the matrix", not errors, errors)
    allows, _, _ = matrix(program, size, report, "open:/api/patients/{patient}/entries")
    report.check("control: a route left open is noticed", len(allows) > 0, allows)


def attacks(program, size, report):
    """Sessions and forged requests, case by case."""
    with Clinic.start(program) as clinic:
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
            report.check(f"attack: {name}", right, [repr(answer)])

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
        used = one_time_code(doctor.secret, time.time() - 30)
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
        report.check("attack: an unknown e-mail answers like a wrong password",
                     same and wrong.status == nobody.status == 401, [repr(wrong), repr(nobody)])

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
        report.check("attack: no other site is invited to read",
                     not [h for h in preflight.headers if h.lower().startswith("access-control")],
                     [str(preflight.headers)])

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


def canary(program, size, report):
    """Unique strings of a patient: none may stand in logs, figures, addresses, errors or files."""
    word = "kanarienvogel" + entry_id().replace("-", "")[-12:]
    password = f"nightingale{entry_id()[-12:]} sings at dawn"
    options = ("--request-rate", "0", "--trusted-proxy", "127.0.0.1", "--log-level", "info",
               "--metrics-port", "19464")
    with Clinic.start(program, options=options) as clinic:
        doctor = clinic.clinician(f"Dr {word}")
        person = clinic.patient(f"Name {word}", by=doctor, email=f"{word}@example.org",
                                password=password)
        note = person.note(f"I wrote {word}.")
        person.expect(200, "POST", "/api/entries", note)
        seen = doctor.expect(200, "GET", f"/api/patients/{person.patient}/entries")
        report.check("control: the canary can be read by who may", word in seen.text, [repr(seen)])
        broken = person.note(word)
        broken["fact"]["note"]["audience"] = word
        unknown = person.check_in()
        unknown["fact"] = {word: {}}
        bare = Client(clinic.port)
        errors = [
            person.post("/api/entries", broken), person.post("/api/entries", unknown),
            person.post("/api/entries", {**note, "fact": {"note": {
                "text": f"other {word}", "audience": "everyone"}}}),
            person.post("/api/entries", f'{{"{word}": '), person.post("/api/entries", word),
            person.post("/api/entries", {**note, "id": word}), person.post("/api/entries", {**note, "v": word}),
            person.get(f"/api/patients/{word}/entries"), person.get(f"/api/{word}"),
            person.get(f"/api/patients/{person.patient}/entries?kind={word}&after={word}"),
            bare.post("/api/session", {"email": f"{word}@example.org", "password": word}),
            bare.post("/api/acceptances", {"link": word, "password": password}),
            bare.get("/api/me", headers={"Authorization": f"Bearer {word}"}),
            bare.get("/api/me", headers={"Cookie": f"__Host-sid={word}"}),
            doctor.post("/api/invitations/patients", {"email": f"{word}@example.org", "name": word}),
            person.put("/api/me/account/person", {"email": word, "name": word},
                       headers={"If-Match": '"1"'}),
        ]
        for method in ("GET", "POST", word.upper()):
            errors.append(bare.ask(method, f"/{word}/%zz?{word}", headers={"X-Forwarded-For": word}))
        report.check("every error of the canary is one", all(e.status >= 400 for e in errors),
                     [repr(e) for e in errors if e.status < 400])
        report.check("no server error", all(e.status < 500 or e.status == 501 for e in errors),
                     [repr(e) for e in errors if e.status >= 500])
        for answer in person.get("/api/export"), doctor.get("/api/patients"):
            pass
        token = person.token
        figures = urllib.request.urlopen("http://127.0.0.1:19464/metrics", timeout=10).read()
        backup = pathlib.Path(tempfile.mkdtemp(prefix="canary-")) / "copy"
        files = {p.name: p.read_bytes() for p in clinic.folder.iterdir() if p.is_file()}
        clinic.stop()
        made = subprocess.run(
            [clinic.binary, "backup", str(backup), "--data", str(clinic.folder)],
            capture_output=True, text=True)
        report.check("a backup was made", made.returncode == 0, [made.stderr])
        for place in clinic.folder, backup:
            files |= {f"{place.name}/{p.name}": p.read_bytes()
                      for p in place.rglob("*") if p.is_file()}
        texts = {"log": "".join(clinic.log).encode(), "figures": figures,
                 "errors": b"".join(e.body + str(e.headers).encode() for e in errors), **files}
        report.check("control: what stands in the clear is found",
                     any(b"note" in data for name, data in texts.items() if "records.db" in name),
                     list(texts))
        needles = {"the word": word, "the patient's name": f"Name {word}", "the token": token,
                   "the password": password, "a link's token": clinic.link or "-" * 43}
        hits = []
        for what, text in needles.items():
            forms = [text.encode(), text.encode("utf-16-le"), text.encode().hex().encode(),
                     base64.b64encode(text.encode())[:-4]]
            for name, data in texts.items():
                if what == "a link's token" and name == "log":
                    continue  # It is printed once, on purpose, before anybody has an account.
                hits += [f"{what} in {name}" for form in forms if form in data]
        report.note(f"canary: {len(texts)} places, {sum(map(len, texts.values()))} bytes, "
                    f"{len(needles)} strings in four forms: {len(hits)} hits")
        report.check("no hit of the canary", not hits, hits)


def lost_updates(program, size, report):
    """64 change one account at once: each change is kept exactly, or refused."""
    rounds = {"quick": 4, "full": 40}[size]
    with Clinic.start(program) as clinic:
        person = clinic.patient("Person")
        path = "/api/me/account"
        before = person.expect(200, "GET", path).json["version"]

        def writer(number):
            mine, kinds = person.again(), collections.Counter()
            for turn in range(rounds):
                tag = mine.get(path).headers["ETag"]
                answer = mine.put(f"{path}/person", {
                    "email": person.email, "name": f"Name {number} {turn}"},
                    headers={"If-Match": tag})
                kinds[answer.status] += 1
            return kinds

        with concurrent.futures.ThreadPoolExecutor(64) as pool:
            kinds = sum(pool.map(writer, range(64)), collections.Counter())
        after = person.expect(200, "GET", path).json["version"]
        report.note(f"lost updates: {dict(kinds)}, version {before} to {after}")
        report.check("each change counts once", after - before == kinds[200], [dict(kinds), after])
        report.check("all others are refused with 412", set(kinds) <= {200, 412}, [dict(kinds)])
        report.check("some were refused (the test is one)", kinds[412] > 0, [dict(kinds)])
        missing = person.put(f"{path}/person", {"email": person.email, "name": "x"})
        report.check("without If-Match nothing is changed", missing.status == 428, [repr(missing)])


def crowd(program, size, report):
    """R6: 64 write and 64 read at the same time; no 500, and what was acknowledged is there."""
    count = {"quick": 20, "full": 400}[size]
    with Clinic.start(program) as clinic:
        doctor = clinic.clinician("Doctor")
        person = clinic.patient("Person", by=doctor)

        def writer(_):
            mine, kinds, ids = person.again(), collections.Counter(), []
            for _ in range(count):
                entry = person.check_in()
                answer = mine.post("/api/entries", entry)
                kinds[answer.status] += 1
                if answer.status == 200:
                    ids.append(entry["id"])
            return kinds, ids

        def reader(_):
            mine, kinds = doctor.again(), collections.Counter()
            for _ in range(count // 2):
                kinds[mine.get(f"/api/patients/{person.patient}/entries?limit=20").status] += 1
            return kinds, []

        start = time.time()
        with concurrent.futures.ThreadPoolExecutor(128) as pool:
            jobs = [pool.submit(work, n) for n in range(64) for work in (writer, reader)]
            results = [job.result() for job in jobs]
        took = time.time() - start
        kinds = sum((r[0] for r in results), collections.Counter())
        sent = {i for r in results for i in r[1]}
        stored, after = set(), ""
        while True:
            page = doctor.get(
                f"/api/patients/{person.patient}/entries?limit=1000{after}").json
            stored |= {entry["id"] for entry in page["entries"]}
            if not page["next"]:
                break
            after = f"&after={page['next']}"
        report.note(f"R6: 64 writers, 64 readers, {took:.1f} s, {dict(kinds)}, {len(stored)} stored")
        report.check("no server error in the crowd", not [k for k in kinds if k >= 500],
                     [dict(kinds)])
        report.check("exactly what was acknowledged is stored", sent == stored,
                     [len(sent), len(stored)])


class Report:
    def __init__(self):
        self.passed, self.failed = 0, []

    def note(self, text):
        print(text, flush=True)

    def check(self, name, holds, details=()):
        if holds:
            self.passed += 1
            return
        self.failed.append(name)
        print(f"FAILED {name}", flush=True)
        for line in list(details)[:12]:
            print(f"    {line}"[:600], flush=True)


CAMPAIGNS = {"roles": roles, "attacks": attacks, "canary": canary, "lost-updates": lost_updates,
             "crowd": crowd}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="a debug build of anamnesis")
    parser.add_argument("--quick", action="store_true", help="small sizes")
    parser.add_argument("campaigns", nargs="*", help=f"some of: {', '.join(CAMPAIGNS)}")
    options = parser.parse_args()
    report = Report()
    for name in options.campaigns or CAMPAIGNS:
        start, before = time.time(), report.passed
        CAMPAIGNS[name](options.program, "quick" if options.quick else "full", report)
        print(f"{name}: {report.passed - before} checks, {time.time() - start:.1f} s", flush=True)
    print(f"{report.passed} passed, {len(report.failed)} failed")
    sys.exit(bool(report.failed))


if __name__ == "__main__":
    main()
