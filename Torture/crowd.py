"""R6: 64 write and 64 read at the same time."""

import collections
import concurrent.futures
import time

from client import Clinic
from serving import Stored, milliseconds


def crowd(report, program, size, seed):
    """No error reaches anybody, exactly what was acknowledged is stored, and each alarm is raised."""
    seconds = {"quick": 4, "full": 60}[size]
    with Clinic.start(program.path) as clinic:
        writers, readers, took = run(clinic, seconds)
        clinic.stop()
        kinds = sum((each.kinds for each in writers + readers), collections.Counter())
        sent = [name for each in writers for name in each.acknowledged]
        alarming = [name for each in writers for name in each.alarming]
        times = [time for each in writers for time in each.times]
        stored = Stored(clinic.folder)
        report.say(f"64 writers, 64 readers, {took:.1f} s, {dict(kinds)}; "
                   f"{len(sent) / took:.0f} writes/s; a write took {milliseconds(times)}; "
                   f"{len(alarming)} alarms")
        report.check(set(kinds) == {200}, f"everybody is answered: {dict(kinds)}")
        report.check(not stored.faults(sent, alarming), f"{stored.faults(sent, alarming)}")
        report.check(set(sent) == set(stored.entries), "more is stored than was acknowledged")
        report.control(stored.faults([*sent, "an-entry"]), "an entry that was never stored")


class Worker:
    """One of the crowd."""

    def __init__(self):
        self.kinds, self.times = collections.Counter(), []
        self.acknowledged, self.alarming = [], []


def run(clinic, seconds):
    """Lets them all work for a time; writers, readers, and how long it took."""
    doctor = clinic.clinician("Doctor")
    person = clinic.patient("Person", by=doctor)
    end = time.monotonic() + seconds

    def write(_):
        mine, work, turn = person.again(), Worker(), 0
        while time.monotonic() < end:
            turn += 1
            # Each eighth answer tells of thoughts of death.
            alarms = turn % 8 == 0
            entry = person.questionnaire(1) if alarms else person.check_in()
            start = time.monotonic()
            answer = mine.post("/api/entries", entry)
            work.times.append(time.monotonic() - start)
            work.kinds[answer.status] += 1
            if answer.status == 200:
                work.acknowledged.append(entry["id"])
                if alarms:
                    work.alarming.append(entry["id"])
        return work

    def read(_):
        mine, work = doctor.again(), Worker()
        while time.monotonic() < end:
            work.kinds[mine.get(f"/api/patients/{person.patient}/entries?limit=20").status] += 1
        return work

    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(128) as pool:
        writing = [pool.submit(write, n) for n in range(64)]
        reading = [pool.submit(read, n) for n in range(64)]
        writers = [job.result() for job in writing]
        readers = [job.result() for job in reading]
    return writers, readers, time.monotonic() - start
