"""Every route, method, person and relation over HTTP, held against the table of who may do what."""

import collections
import re

from client import PASSWORD, Client, Clinic, Person, entry_id
from policy import Actor, policy, routes

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

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
    helper.prove().expect(201, "POST", f"/api/patients/{first.patient}/emergency",
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
    invited = clinic.admin.prove().expect(201, "POST", "/api/invitations/staff", {
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


def matrix(report, program, weaken=None):
    """Every route, method, actor and relation, each answer held against the policy table.

    With a route left open, that route alone.
    """
    environment = {"ANAMNESIS_WEAKEN": weaken} if weaken else None
    rules = policy()
    known = [row for row in routes() if weaken in (None, f"open:{row[1]}")]
    with Clinic.start(program.path, environment=environment) as clinic:
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
    report.say(f"{name}: {cells} cells, {len(actors)} actors, {len(known)} routes: "
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
    def ask():
        answer = actor.client.ask(method, filled, body, headers={"Accept": "application/json"})
        is_problem = answer.headers.get("Content-Type") == "application/problem+json"
        refused = answer.status >= 400 and is_problem
        return answer, answer.json["type"].rsplit(":", 1)[1] if refused else ""

    answer, kind = ask()
    if subject == "visitor":
        target = actor.own
    expected = actor.may(permission, subject, target, rules)
    if kind == "proof-needed" and expected is None and isinstance(actor.client, Person):
        # On a busy machine the matrix takes longer than a proof counts.
        actor.client.proved = 0
        actor.client.prove()
        answer, kind = ask()
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


def roles(report, program, size, seed):
    """The whole matrix; then with a route left open, which has to be noticed."""
    allows, refusals, errors = matrix(report, program)
    report.check(not allows, f"unexpected allows: {allows[:12]}")
    report.check(not refusals, f"unexpected refusals: {refusals[:12]}")
    report.check(not errors, f"server errors or odd answers: {errors[:12]}")
    allows, _, _ = matrix(report, program, "open:/api/patients/{patient}/entries")
    report.control(len(allows) > 0, "a route left open")
