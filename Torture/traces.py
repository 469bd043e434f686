"""T1, R1, R2, E2: each act leaves exactly one event, nobody can take it back, and no other user reads the files."""

import collections
import os
import random
import sqlite3
import subprocess
import tempfile
from pathlib import Path

from client import Clinic
from serving import Stored


def traces(report, program, size, seed):
    """Acts are done a counted number of times, and then counted in the trail."""
    count = {"quick": 5, "full": 200}[size]
    with Clinic.start(program.path) as clinic:
        doctor = clinic.clinician("Doctor")
        person, other = clinic.patient("Person", by=doctor), clinic.patient("Other")
        clinic.stop()
        before = acts(clinic)
        clinic.serve()
        for each in doctor, person, other, clinic.admin:
            each.port = clinic.port
        expected = act(doctor, person, other, count)
        clinic.stop()
        found = acts(clinic) - before
        wrong = {name: (found[name], number) for name, number in expected.items()
                 if found[name] != number}
        report.check(not wrong, f"events that are not one for each act (found, done): {wrong}")
        report.say(f"{sum(expected.values())} acts, one event for each: {dict(expected)}")
        hold_trail(report, clinic, {"quick": 6, "full": 1_000}[size], seed)
        hold_files(report, clinic)


def acts(clinic):
    return collections.Counter(row[2] for row in Stored(clinic.folder).trail)


def act(doctor, person, other, count):
    """Does each thing so many times; how many events of each name there must be."""
    record = f"/api/patients/{person.patient}/entries"
    for _ in range(count):
        person.expect(200, "POST", "/api/entries", person.check_in())
        doctor.expect(200, "GET", record)
        other.expect(403, "GET", record)
    doctor.prove()
    doctor.expect(201, "POST", f"/api/patients/{other.patient}/emergency",
                  {"reason": "found unconscious, needs the list of medicines"})
    return collections.Counter({"append": count, "read": count, "refuse": count, "breakGlass": 1})


def hold_trail(report, clinic, count, seed):
    """T1 and R2: whoever holds the file changes the trail in many ways; each is found."""
    done = clinic.command("audit", "verify")
    report.check(done.returncode == 0, f"control: the trail as it is: {done.stdout}{done.stderr}")
    connection = sqlite3.connect(clinic.folder / "records.db")
    for statement in "DELETE FROM audit WHERE sequence = 1", "UPDATE audit SET actor = 'x'":
        try:
            connection.execute(statement)
            report.check(False, f"the file allows {statement}")
        except sqlite3.IntegrityError:
            pass
    connection.close()
    draw, whole = random.Random(seed), (clinic.folder / "records.db").read_bytes()
    missed = []
    for _ in range(count):
        edit = edited(clinic, draw)
        done = clinic.command("audit", "verify")
        if done.returncode != 65:
            missed.append(f"{edit}: {done.returncode} {done.stdout}{done.stderr}")
        (clinic.folder / "records.db").write_bytes(whole)
    report.say(f"{count} edits of the trail, {count - len(missed)} found")
    report.check(not missed, f"edits that were not found: {missed[:3]}")


def edited(clinic, draw):
    """Changes the trail as somebody does who knows the file, and takes its triggers away first."""
    connection = sqlite3.connect(clinic.folder / "records.db")
    for name in "audit_stays", "audit_is_kept":
        connection.execute(f"DROP TRIGGER {name}")
    last = connection.execute("SELECT max(sequence) FROM audit").fetchone()[0]
    row = draw.randrange(1, last + 1)
    edit = draw.choice([
        f"UPDATE audit SET at = at + {draw.choice([-1, 1, 1000, -86400000])} WHERE sequence = {row}",
        f"UPDATE audit SET actor = actor || 'x' WHERE sequence = {row}",
        f"UPDATE audit SET role = 'owner' WHERE sequence = {row}",
        f"UPDATE audit SET purpose = purpose || ' ' WHERE sequence = {row}",
        f"UPDATE audit SET detail = detail || '0' WHERE sequence = {row}",
        # The last event is that of the verification before: it has to become another one too.
        f"UPDATE audit SET action = CASE action WHEN 'verify' THEN 'read' ELSE 'verify' END "
        f"WHERE sequence = {row}",
        f"UPDATE audit SET patient = randomblob(16) WHERE sequence = {row}",
        f"UPDATE audit SET link = randomblob(32) WHERE sequence = {row}",
        f"DELETE FROM audit WHERE sequence = {row}",
        f"DELETE FROM audit WHERE sequence > {last - draw.randrange(1, 4)}",
        f"INSERT INTO audit SELECT clinic, {last + 1}, at, actor, role, purpose, action, patient, "
        f"detail, link FROM audit WHERE sequence = {row}",
    ])
    connection.execute(edit)
    connection.commit()
    connection.close()
    return edit


def hold_files(report, clinic):
    """Another user of the machine reads nothing of the folder."""
    if os.geteuid() != 0:
        report.say("the files of other users: skipped, root alone can try this as somebody else")
        return
    open_to_others = [str(path) for path in [clinic.folder, *clinic.folder.iterdir()]
                      if path.stat().st_mode & 0o077]
    report.check(not open_to_others, f"others may use {open_to_others}")
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        listed = [subprocess.run(["ls", str(folder)], user=65_534, group=65_534, capture_output=True)
                  for folder in (clinic.folder, Path(place))]
    report.check(listed[0].returncode != 0, "another user lists the folder")
    report.control(listed[1].returncode == 0, "a folder that is open to everybody is listed")
