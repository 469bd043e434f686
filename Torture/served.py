"""Data folders of clinics in which people have accounts, and that the real server serves."""

import time

import client
from crew import GOOD_FOR, Crew
from harness import Clinic, Entries
from posting import ServerWriter


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
        crew = Crew(program).copy(folder)
        super().__init__(program, folder, init=False)
        doctor = next(told for told in crew if told["roles"] == ["clinician"])
        self.people = {
            "staff": doctor["account"], "token": doctor["token"], "patients": {
                told["patient"]: told["token"] for told in crew if told["by"] == doctor["account"]}}
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
        if time.monotonic() - self.rested > GOOD_FOR:
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
