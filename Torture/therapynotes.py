"""Psychotherapy notes are read by their author and come out nowhere else: every way to read is tried."""

import re
import secrets
import shutil
import sqlite3
import urllib.request
from pathlib import Path

from client import Clinic, entry_id
from harness import Workplace

ROUTES = Path(__file__).parent.parent / "docs/routes.md"
METRICS = 39_417


def therapy_notes(report, program, size, seed):
    """A canary in a note, every readable route, role, command and file; then the broken promises."""
    faults, cells = _campaign(program)
    report.check(not faults, f"{faults}")
    report.say(f"{cells} ways to read, the author among them: {len(faults)} faults")
    for weakness, words in (
        ("notes-of-others", "notes that are given to others"),
        ("notes-in-clear", "notes that are stored as they are"),
        ("notes-stay", "notes that an erasure leaves"),
    ):
        faults, _ = _campaign(program, weakness)
        report.control(bool(faults), words)


class Search:
    """What holds the canary although it must not, and where ordinary notes are found."""

    def __init__(self):
        self.secret, self.plain = (f"canary-{secrets.token_hex(8)}" for _ in range(2))
        self.faults, self.cells, self.plain_hits = [], 0, 0

    def look(self, where, content):
        content = content if isinstance(content, bytes) else content.encode()
        self.cells += 1
        self.plain_hits += self.plain.encode() in content
        if self.secret.encode() in content:
            self.faults.append(f"found: {where}")

    def expect(self, holds, words):
        self.cells += 1
        if not holds:
            self.faults.append(words)

    def look_into(self, where, folder):
        for path in sorted(Path(folder).rglob("*")):
            if path.is_file():
                self.look(f"{where}: {path.name}", path.read_bytes())


def _campaign(program, weaken=None):
    environment = {"ANAMNESIS_WEAKEN": weaken} if weaken else {}
    search = Search()
    with Workplace() as place:
        folder = place / "clinic"
        options = ("--request-rate", "0", "--trusted-proxy", "127.0.0.1", "--metrics-port",
                   str(METRICS + secrets.randbelow(20_000)), "--log-level", "info")
        with Clinic.start(program.path, folder, options, environment) as clinic:
            patient = _ask_everything(clinic, search, whole=not weaken)
            figures = urllib.request.urlopen(f"http://127.0.0.1:{options[5]}/metrics").read()
            search.look("metrics", figures)
            clinic.stop()
            search.look("the log", "".join(clinic.log))
        _run_everything(program, place, folder, patient, search, weaken)
    return search.faults, search.cells


def _ask_everything(clinic, search, whole):
    """Every route that answers GET, asked by everybody; what is broken shows without all of them."""
    author, colleague, helper = (clinic.clinician(name) for name in ("Author", "Colleague", "Helper"))
    patient = clinic.patient("Patient", by=author)
    stranger = clinic.patient("Stranger", by=colleague)
    author.expect(204, "PUT", f"/api/patients/{patient.patient}/team/{colleague.account}", {})
    helper.prove()
    helper.expect(201, "POST", f"/api/patients/{patient.patient}/emergency",
                  {"reason": "found unconscious, needs the list of medicines"})
    patient.expect(200, "POST", "/api/entries", [patient.check_in(), patient.note(search.plain)])
    notes = f"/api/patients/{patient.patient}/therapy-notes"
    note = {"id": entry_id(), "text": f"she spoke of {search.secret}"}
    for _ in range(2):
        author.expect(201, "POST", notes, note)
    correction = {"id": entry_id(), "text": f"rather {search.secret}", "supersedes": note["id"]}
    author.expect(201, "POST", notes, correction)
    found = author.expect(200, "GET", f"{notes}/{note['id']}").json
    search.expect(found["text"] == note["text"], "the author does not read the note back")
    listed = author.expect(200, "GET", notes)
    search.expect([line["id"] for line in listed.json["notes"]] == [correction["id"], note["id"]],
                  f"the author's list: {listed}")
    search.look("the author's list", listed.body)
    page = author.expect(200, "GET", f"/people/{patient.patient}/notes/{note['id']}")
    search.expect(search.secret in page.text, "the author's page lacks the note")
    _break_in(search, notes, note, (colleague, helper, patient, stranger))
    if not whole:
        return patient.patient
    people = {"colleague": colleague, "helper": helper, "patient": patient, "stranger": stranger,
              "admin": clinic.admin, "auditor": clinic.staff("auditor"),
              "researcher": clinic.staff("researcher"), "author": author}
    for name, person in people.items():
        person.prove()
        for path in _readable():
            if name == "author" and "{note}" in path:
                continue
            filled = (path.replace("{patient}", patient.patient).replace("{note}", note["id"])
                      .replace("{entry}", note["id"]).replace("{account}", patient.account))
            answer = person.get(re.sub(r"\{[a-z]+\}", "x" * 43, filled))
            search.look(f"{name}: GET {path}", answer.body + str(answer.headers).encode())
    return patient.patient


def _break_in(search, notes, note, others):
    """Who is not the author neither writes beside, nor corrects, nor learns whether it is there."""
    for person in others:
        there = person.get(f"{notes}/{note['id']}")
        not_there = person.get(f"{notes}/{entry_id()}")
        search.look(f"{person.name} reads it", there.body)
        search.expect(there.status == not_there.status and there.status in (403, 404),
                      f"{person.name}: {there.status} and {not_there.status}")
        answer = person.post(notes, {
            "id": entry_id(), "text": "mine", "supersedes": note["id"]})
        search.expect(answer.status in (403, 404), f"{person.name} corrects it: {answer}")


def _readable():
    """The paths that answer GET; signing out is none of them."""
    rows = re.findall(r"^\| `GET` \| `([^`]+)` \|", ROUTES.read_text(), re.MULTILINE)
    return [path for path in rows if path not in ("/leave",)]


def _run_everything(program, place, folder, patient, search, weaken):
    """Every command that reads, the files themselves, a backup; then the patient is erased."""
    def run(*arguments, **more):
        done = program.run(*arguments, "--data", folder, weaken=weaken, **more)
        search.look(" ".join(map(str, arguments[:2])), done.stdout + done.stderr)
        return done

    record = run("read", patient)
    for audience in () if weaken else ("patient", "clinician", "researcher"):
        review = program.run("review", "-", "--for", audience, data=record.stdout)
        search.look(f"review for the {audience}", review.stdout + review.stderr)
    run("audit", "trail", patient)
    run("doctor")
    checked = run("verify")
    search.expect("2 psychotherapy notes" in checked.stdout and checked.returncode == 0,
                  f"verify: {checked.stdout}{checked.stderr}")
    made = run("backup", place / "copy")
    search.expect(made.returncode == 0, f"backup: {made.stderr}")
    rotated = run("keys", "rotate")
    search.expect(rotated.returncode == 0 and run("verify").returncode == 0, f"{rotated.stderr}")
    search.look_into("data folder", folder)
    search.look_into("backup", place / "copy")
    erased = run("erase", patient, "--confirm", patient)
    search.expect(erased.returncode == 0, f"erase: {erased.stdout}{erased.stderr}")
    search.expect(run("verify").returncode == 0, "verify after the erasure")
    search.expect(_rows(place, folder) == 0, "rows are left after the erasure")
    search.look_into("data folder after the erasure", folder)
    search.expect(weaken or search.plain_hits > 3, "the search finds nothing at all")


def _rows(place, folder):
    """How many rows of notes and of their keys a copy of the data file holds."""
    shutil.copy(folder / "records.db", place / "rows.db")
    connection = sqlite3.connect(place / "rows.db")
    try:
        return sum(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                   for table in ("therapy_key", "therapy_note"))
    finally:
        connection.close()
