"""People with accounts, made once and lent to every campaign of a run: hashing passwords takes longer
than most of what campaigns do with them."""

import fcntl
import json
import os
import shutil
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from client import Client, Clinic

STAFF = ["clinician", "clinician", "clinician", "researcher", "auditor"]
# Which of the clinicians invited each patient and cares for them; None is nobody.
CARED_FOR_BY = [0, 0, 1, *[None] * 8]
# Sessions of staff end after fifteen minutes without a request: whoever takes a copy has some of them.
GOOD_FOR = 6 * 60


class Crew:
    """A data folder with everybody in it, signed in, and what is known of them."""

    def __init__(self, program):
        self.program = program
        place = os.environ.get("TORTURE_BASE") or tempfile.mkdtemp(prefix="torture-base-")
        os.environ["TORTURE_BASE"] = place
        self.place = Path(place)

    def copy(self, folder):
        """Copies the folder; everybody as `Person.told` has it and who cares for them, the admin first."""
        with open(self.place / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            known = self.place / "people.json"
            crew = json.loads(known.read_text()) if known.exists() else None
            if not crew or time.time() - known.stat().st_mtime > GOOD_FOR:
                if not crew or not self._is_in(crew):
                    shutil.rmtree(self.place / "data", ignore_errors=True)
                    crew = self._make()
                known.write_text(json.dumps(crew))
            shutil.copytree(
                self.place / "data", folder, dirs_exist_ok=True,
                ignore=shutil.ignore_patterns("*.socket"))
            return crew

    def _is_in(self, crew):
        """Whether everybody is signed in still; asking has them stay so."""
        with self._served() as clinic:
            return all(
                Client(clinic.port, told["token"]).get("/api/me").status == 200 for told in crew)

    def _make(self):
        with self._served() as clinic:
            with ThreadPoolExecutor(2) as pool:
                staff = list(pool.map(clinic.staff, STAFF))
                by = [None if number is None else staff[number] for number in CARED_FOR_BY]
                patients = list(pool.map(lambda each: clinic.patient(by=each), by))
            return [person.told() | {"by": each and each.account} for person, each in zip(
                [clinic.admin, *staff, *patients], [None] * (1 + len(staff)) + by)]

    def _served(self):
        return Alone.start(
            self.program.path, self.place / "data", environment=self.program.environment())


class Alone(Clinic):
    """A clinic without a crew."""

    crew = None
