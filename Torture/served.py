"""Data folders of clinics in which people have accounts, and that the real server serves."""

import fcntl
import json
import os
import shutil
import tempfile
import time
from pathlib import Path

import client
from harness import PATIENTS, Clinic, Entries
from posting import ServerWriter

# Sessions of staff end after fifteen minutes without a request.
SESSION_REST = 8 * 60


class ServedEntries(Entries):
    """What people store by day: check-ins, questionnaires, notes, medicine taken, by themselves or by
    the clinician."""

    def __init__(self, seed, patients, staff):
        super().__init__(seed, patients)
        self.staff = staff

    def next(self, length=None):
        entry = super().next(length)
        draw = self.random
        if length is None and draw.random() < 0.4:
            entry["fact"] = draw.choice([self._check_in, self._intake])(draw)
        # A questionnaire is filled in by the patient; the rest either may write.
        if "response" not in entry["fact"] and draw.random() < 0.3:
            entry["author"] = {"kind": "staff", "name": self.staff}
        return entry

    @staticmethod
    def _check_in(draw):
        scale = {"minimum": 0, "maximum": 10, "direction": "higherIsBetter"}
        return {"checkIn": {"ratings": [
            {"item": "mood", "rating": {"value": draw.randrange(11), "scale": scale}}]}}

    @staticmethod
    def _intake(draw):
        return {"intake": {
            "substance": "sertraline", "outcome": draw.choice(["taken", "partial", "skipped"])}}


class ServedClinic(Clinic):
    """A data folder with a clinician and two patients who are signed in; eight of them write at once."""

    at_once = 8
    stopped, endings = 74, (0, 64, 65, 74)

    def __init__(self, program, folder):
        base = _base(program)
        shutil.copytree(base / "data", folder)
        super().__init__(program, folder, init=False)
        self.people = json.loads((base / "people.json").read_text())
        self.rested = time.monotonic()

    @property
    def patients(self):
        return self.people["patients"]

    def entries(self, seed):
        return ServedEntries(seed, list(self.patients), self.people["staff"])

    def writer(self, **options):
        self.rested = time.monotonic()
        return ServerWriter(self, **options)

    def copy(self, place):
        if time.monotonic() - self.rested > SESSION_REST:
            self.keep_sessions()
        return super().copy(place)

    def token(self, entry):
        """The session of whoever wrote an entry."""
        by_staff = entry["author"]["kind"] == "staff"
        return self.people["token"] if by_staff else self.patients[entry["patient"]]

    def keep_sessions(self):
        """Everybody asks for something, so that no session ends meanwhile."""
        writer = self.writer()
        for token in [self.people["token"], *self.patients.values()]:
            client.Client(writer.port, token).expect(200, "GET", "/api/me")
        writer.finish()


def _base(program):
    """The folder that all campaigns of a run begin with: hashing passwords takes its time."""
    place = Path(os.environ.get("TORTURE_BASE") or tempfile.mkdtemp(prefix="torture-base-"))
    os.environ["TORTURE_BASE"] = str(place)
    with open(place / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = place / "people.json"
        if not made.exists() or time.time() - made.stat().st_mtime > SESSION_REST:
            shutil.rmtree(place / "data", ignore_errors=True)
            people = _people(program, place / "data")
            made.write_text(json.dumps(people))
    return place


def _people(program, folder):
    with client.Clinic.start(program.path, folder, environment=program.environment()) as clinic:
        doctor = clinic.clinician("Dr Reed")
        patients = [clinic.patient(name, by=doctor) for name in PATIENTS]
        return {
            "staff": doctor.account, "token": doctor.token,
            "patients": {person.patient: person.token for person in patients}}
