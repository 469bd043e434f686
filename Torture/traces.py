"""R1, R2, E2: each act leaves exactly one event, nobody can take it back, and no other user reads the files."""

import collections
import os
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
        hold_trail(report, clinic)
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


def hold_trail(report, clinic):
    """The trail cannot be changed by whoever holds the file, without its being found."""
    done = clinic.command("audit", "verify")
    report.check(done.returncode == 0, f"the trail as it is: {done.stdout}{done.stderr}")
    connection = sqlite3.connect(clinic.folder / "records.db")
    last = connection.execute("SELECT max(sequence) FROM audit").fetchone()[0]
    try:
        connection.execute("DELETE FROM audit WHERE sequence = ?", (last,))
        report.check(False, "the file lets an event be removed")
    except sqlite3.IntegrityError:
        pass
    # Somebody who knows the file takes its triggers away first.
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("DELETE FROM audit WHERE sequence = ?", (last,))
    connection.commit()
    connection.close()
    done = clinic.command("audit", "verify")
    report.check(done.returncode == 65, f"the last event was removed: {done.returncode} {done.stdout}")


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
