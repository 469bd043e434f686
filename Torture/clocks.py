"""R8: the clock of the machine is wrong, jumps, stands still, or belongs to another part of the world.

The server runs under libfaketime (Debian: faketime), which gives it the time that a file says.
"""

import calendar
import glob
import os
import tempfile
import time
from pathlib import Path

from client import PASSWORD, Client, Clinic, one_time_code
from serving import Stored

SECOND, MINUTE, HOUR, DAY, YEAR = 1, 60, 3600, 86_400, 365 * 86_400
# Jumps, and whether somebody who was signed in before may go on after.
JUMPS = {
    "quick": [(1, True), (-1, True), (-10 * YEAR, False), (10 * YEAR, False), (-HOUR, False)],
    "full": [(1, True), (-1, True), (30, True), (-30, True), (10 * MINUTE, True), (-119, True),
             (-121, False), (31 * MINUTE, False), (-HOUR, False), (HOUR, False), (DAY, False),
             (-DAY, False), (YEAR, False), (-YEAR, False), (10 * YEAR, False), (-10 * YEAR, False)],
}
# The last second of 32 bits, a leap second, the end of a day, and changes to and from summer time.
MOMENTS = ["2038-01-19 03:14:05", "2016-12-31 23:59:58", "2026-12-31 23:59:58", "2026-03-29 00:59:58",
           "2026-10-25 00:59:58"]
ZONES = {"quick": ["Asia/Kathmandu"], "full": ["Asia/Kathmandu", "Pacific/Apia", "America/St_Johns"]}


def clocks(report, program, size, seed):
    """No session and no link revives, the trail keeps its order, and nothing traps."""
    library = next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)
    if library is None:
        report.say("skipped: libfaketime is not there (apt-get install faketime)")
        return
    with FakeClinic(program, library) as clinic:
        person = clinic.patient("Person")
        for jump, goes_on in JUMPS[size]:
            hold_jump(report, clinic, person, jump, goes_on)
        hold_links(report, clinic)
        hold_moments(report, clinic, person)
        clinic.judge(report)
    for zone in ZONES[size]:
        hold_zone(report, program, library, zone)
    with FakeClinic(program, library) as clinic:
        hold_emergency(report, clinic)
        clinic.judge(report)
    with FakeClinic(program, library, {"ANAMNESIS_WEAKEN": "trust-clock"}) as clinic:
        person = clinic.patient("Person")
        report.control(revives(clinic, person, YEAR), "a clock that goes back is believed")


def revives(clinic, person, jump):
    """Whether a session works again that had ended: nobody used it meanwhile, others worked."""
    mine = Client(clinic.port, clinic.sign_in(person))
    clinic.move(jump)
    worked = Client(clinic.port, clinic.sign_in(person)).get("/api/me").status
    clinic.move(-jump)
    status = mine.get("/api/me").status
    if worked != 200:
        raise AssertionError(f"nobody could work meanwhile: {worked}")
    return status == 200


def hold_jump(report, clinic, person, jump, goes_on):
    """A session over one jump and back."""
    mine = Client(clinic.port, clinic.sign_in(person))
    clinic.move(jump)
    status = mine.get("/api/me").status
    report.check(status == (200 if goes_on else 401), f"a jump of {jump} s: {status}")
    again = Client(clinic.port, clinic.sign_in(person))
    stored = [again.post("/api/entries", person.check_in()).status for _ in range(3)]
    report.check(stored == [200] * 3, f"after a jump of {jump} s entries are answered {stored}")
    clinic.move(-jump)
    if not goes_on:
        status = mine.get("/api/me").status
        report.check(status == 401, f"after {jump} s and back a session that had ended: {status}")
    if jump > 2 * MINUTE:
        status = again.get("/api/me").status
        report.check(status == 401, f"a session from {jump} s ahead: {status}")
        report.check(not revives(clinic, person, jump), f"unused, over {jump} s and back, it revives")


def hold_links(report, clinic):
    """An invitation that has ended stays so."""
    # A code of the second factor counts once.
    clinic.move(MINUTE)
    invited = clinic.admin_asks("POST", "/api/invitations/patients",
                                {"email": f"guest{clinic.offset}@example.org", "name": "Guest"})
    sent = {"link": invited.json["link"], "password": PASSWORD}
    clinic.move(8 * DAY)
    late = Client(clinic.port).post("/api/acceptances", sent).status
    clinic.move(-8 * DAY)
    back = Client(clinic.port).post("/api/acceptances", sent).status
    report.check((late, back) == (410, 410), f"an invitation after eight days and back: {late}, {back}")


def hold_moments(report, clinic, person):
    """The clock passes a special moment, and then stands still."""
    for moment in MOMENTS:
        clinic.set(moment)
        mine = Client(clinic.port, clinic.sign_in(person))
        end, statuses = time.monotonic() + 3, set()
        while time.monotonic() < end:
            statuses.add(mine.post("/api/entries", person.check_in()).status)
            time.sleep(0.1)
        report.check(statuses == {200}, f"at {moment}: {statuses}")
        clinic.freeze(moment)
        statuses = {mine.post("/api/entries", person.check_in()).status for _ in range(20)}
        report.check(statuses == {200}, f"standing still at {moment}: {statuses}")
    clinic.move(0)


def hold_zone(report, program, library, zone):
    """A server elsewhere writes the same moments."""
    with FakeClinic(program, library, {"TZ": zone}) as clinic:
        person = clinic.patient("Person")
        clinic.set("2026-10-25 00:30:00")
        mine = Client(clinic.port, clinic.sign_in(person))
        answer = mine.expect(200, "POST", "/api/entries", person.check_in())
        recorded = answer.json["stored"][0]["recorded"]
        report.check(recorded.startswith("2026-10-25T00:3"), f"in {zone} it is recorded {recorded}")
        clinic.judge(report)


def hold_emergency(report, clinic):
    """E3: what is opened in an emergency closes after an hour, to the second, and the patient sees it."""
    doctor, person = clinic.clinician("Doctor"), clinic.patient("Person")
    path = f"/api/patients/{person.patient}/entries"
    begin = (int(time.time()) // DAY + 1) * DAY
    clinic.freeze(begin)
    doctor.token = clinic.sign_in(doctor)
    refused = doctor.get(path).status
    doctor.expect(201, "POST", f"/api/patients/{person.patient}/emergency",
                  {"reason": "found unconscious, needs the list of medicines"})
    # The session is used every ten minutes, so that it lasts.
    for minute in range(10, 60, 10):
        clinic.freeze(begin + minute * MINUTE)
        report.check(doctor.get(path).status == 200, f"open after {minute} minutes")
    seen = []
    for second in HOUR - 1, HOUR + 1:
        clinic.freeze(begin + second)
        seen.append(doctor.get(path).status)
    report.check([refused, *seen] == [403, 200, 403], f"before, 59:59, 60:01: {refused}, {seen}")
    person.token = clinic.sign_in(person)
    accesses = person.expect(200, "GET", f"/api/patients/{person.patient}/accesses").json["accesses"]
    shown = [each["action"] for each in accesses if each["name"] == "Doctor"]
    report.say(f"an emergency: {refused} before, {seen[0]} at 59:59, {seen[1]} at 60:01; "
               f"the patient sees {sorted(set(shown))}")
    report.check("breakGlass" in shown,
                 f"the patient does not see it: {shown}")


class FakeClinic:
    """A clinic whose clock says what a file says."""

    def __init__(self, program, library, environment=None):
        self.place = tempfile.TemporaryDirectory(prefix="clock-")
        self.file = Path(self.place.name) / "time"
        self.offset = 0
        self._write("+0")
        more = {"LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": str(self.file),
                "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1",
                "DONT_FAKE_MONOTONIC": "1", "FAKETIME_DONT_RESET": "1", "TZ": "UTC"}
        # The library changes the environment of the process it is first loaded into, and a program in
        # Swift finds its arguments by where the environment lies: the shell takes that part.
        wrapper = Path(self.place.name) / "anamnesis"
        wrapper.write_text(f'#!/bin/sh\nexec "{program.path}" "$@"\n')
        wrapper.chmod(0o755)
        self.clinic = Clinic.start(wrapper, environment={**more, **(environment or {})})
        self.port = self.clinic.port

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.clinic.close()
        self.place.cleanup()

    def _write(self, text):
        """The file is replaced as a whole: the server reads it at any time."""
        new = self.file.with_suffix(".new")
        new.write_text(text + "\n")
        os.replace(new, self.file)

    def move(self, seconds):
        """Moves the clock from where it is; it goes on."""
        self.offset += seconds
        self._write(f"{self.offset:+d}")

    def set(self, moment):
        """The clock says this now, in UTC, and goes on; a later move begins from the real time."""
        self._write(f"{calendar.timegm(time.strptime(moment, '%Y-%m-%d %H:%M:%S')) - int(time.time()):+d}")

    def freeze(self, moment):
        """The clock says this, in UTC, and stands still."""
        if not isinstance(moment, str):
            moment = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(moment))
        self._write(moment)

    def patient(self, name):
        return self.clinic.patient(name)

    def clinician(self, name):
        return self.clinic.clinician(name)

    def now(self):
        """What the server takes for the present, in seconds."""
        text = self.file.read_text().strip()
        if text[0] in "+-":
            return time.time() + int(text)
        return calendar.timegm(time.strptime(text, "%Y-%m-%d %H:%M:%S"))

    def sign_in(self, person):
        """A token of a new session."""
        sent = {"email": person.email, "password": person.password}
        client = Client(self.port)
        client.address = person.address
        found = client.expect(201, "POST", "/api/session", sent).json
        if found["stage"] != "password":
            return found["token"]
        client.token = found["token"]
        code = one_time_code(person.secret, self.now())
        return client.expect(201, "POST", "/api/session/code", {"code": code}).json["token"]

    def admin_asks(self, method, path, body):
        admin = self.clinic.admin
        return Client(self.port, self.sign_in(admin)).expect(201, method, path, body)

    def judge(self, report):
        """After it all: it runs, ends in order, and its trail is whole and in order."""
        report.check(self.clinic.process.poll() is None, "the server is gone")
        code = self.clinic.stop()
        report.check(code == 0, f"exit code {code}: {self.clinic.log[-5:]}")
        trail = Stored(self.clinic.folder).trail
        numbers = [row[0] for row in trail]
        report.check(numbers == list(range(1, len(numbers) + 1)), "the trail has gaps")
        back = sum(one[1] > two[1] for one, two in zip(trail, trail[1:]))
        report.say(f"{len(trail)} events, {back} of them earlier than the one before")
        for command in ["verify"], ["audit", "verify"]:
            done = self.clinic.command(*command)
            report.check(done.returncode == 0, f"{command}: {(done.stdout + done.stderr)[-300:]}")
