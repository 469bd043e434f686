"""When the trail's line of a reading is on the disk: before the answer, or soon after.

The real server runs under strace, which writes down every fsync with its time; the same clock times
the answers.
"""

import http.client
import re
import shutil
import sqlite3
import stat
import subprocess
import time

import disks
from client import Clinic
from harness import Workplace

CALLS = "openat,fsync,fdatasync,close"
# How late a line may be under a busy machine; the server itself waits 20 ms.
LATE = 2.0


def trail(report, program, size, seed):
    """Each reading's line is on the disk in time, readings survive kill -9, and writes always wait."""
    count = 400 if size == "full" else 40
    before = _watch(program, "before", count)
    report.check(
        before["unsynced"] == 0, f"before: {before['unsynced']} answers came before the disk had it")
    soon = _watch(program, "soon", count)
    report.check(
        soon["latest"] is not None and soon["latest"] < LATE,
        f"soon: a line was on the disk only after {soon['latest']} s")
    report.check(
        soon["writes unsynced"] == 0, f"soon: {soon['writes unsynced']} writes did not wait")
    for name, found in (("before", before), ("soon", soon)):
        report.check(found["told"] == count, f"{name}: {found['told']} of {count} lines after kill -9")
        report.check(found["sound"], f"{name}: the trail is not whole")
    report.say(
        f"{count} readings: 'before' {before['syncs']} fsyncs, 'soon' {soon['syncs']}, the latest "
        f"line {soon['latest'] * 1000:.0f} ms after its answer; all lines there after kill -9")
    # One such answer fails the check above; how many there are hangs on how busy the machine is.
    report.control(
        soon["unsynced"] > count // 8,
        f"the check sees answers that do not wait: {soon['unsynced']} of {count}")


def log_that_fails(report, program, size, seed):
    """The log fails once while nothing but readings is committed: no change is acknowledged after it.

    A system tells of a failed write to the disk once. SQLite brings the log to the disk before it moves
    it into the file, and would say nothing of a failure there.
    """
    for round in range(5 if size == "full" else 1):
        found = _fail(program)
        report.check(found["failed"], f"no fsync of the log came in {found['readings']} readings")
        report.check(
            found["acknowledged"] == 0, f"{found['acknowledged']} changes after an fsync that failed")
        report.check(found["code"] == 74, f"the server ended with {found['code']}")
    report.say(
        f"the log failed within {found['readings']} readings, {found['acknowledged']} changes were "
        f"acknowledged afterwards, the server ended with {found['code']}")
    found = _fail(program, weaken="unsynced-checkpoint")
    report.control(
        found["failed"] and found["acknowledged"] > 0 and found["code"] != 74,
        f"the log is moved while some of it may not be on the disk: {found}")


def _fail(program, weaken=None):
    """Reads until SQLite's own fsync of the log has failed, and then tries to store."""
    with Workplace() as place:
        armed, told = place / "armed", place / "told"
        environment = {
            "LD_PRELOAD": disks.library(place), "FAIL_CALL": "fsync", "FAIL_AT": "1",
            "FAIL_WITH": "EIO", "FAIL_IN": place / "clinic", "FAIL_OWN": "records.db-wal",
            "FAIL_WHEN": armed, "FAIL_TELL": told}
        if weaken:
            environment["ANAMNESIS_WEAKEN"] = weaken
        environment = {name: str(value) for name, value in environment.items()}
        with Clinic.start(program.path, place / "clinic", environment=environment) as clinic:
            person = clinic.patient("Sam", by=clinic.clinician("Dr Reed"))
            entry = person.check_in()
            person.expect(200, "POST", "/api/entries", entry)
            path = f"/api/patients/{person.patient}/entries/{entry['id']}"
            person.expect(200, "GET", path)
            time.sleep(0.5)
            armed.touch()
            readings = 0
            while not told.exists() and readings < 4000 and _answers(person, "GET", path):
                readings += 1
            acknowledged = sum(
                _answers(person, "POST", "/api/entries", person.check_in()) for _ in range(5))
            try:
                clinic.process.wait(1 if weaken else 30)
            except subprocess.TimeoutExpired:
                pass
            return {
                "failed": told.exists(), "readings": readings, "acknowledged": acknowledged,
                "code": clinic.process.poll()}


def _answers(person, method, path, body=None):
    """Whether the server is there and does what it is asked."""
    try:
        return person.ask(method, path, body).status == 200
    except (OSError, http.client.HTTPException):
        return False


def _watch(program, mode, count):
    """Reads, writes and kills a server of one mode; what the trace and the data say of it."""
    with Workplace() as place:
        wrapper = place / "traced"
        trace = place / "trace"
        wrapper.write_text(
            "#!/bin/sh\n"
            f'[ "$1" = serve ] || exec {program.path} "$@"\n'
            f'exec strace -D -f -qq -y -ttt -e trace={CALLS} -o {trace} {program.path} "$@"\n')
        wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
        options = (
            "--request-rate", "0", "--trusted-proxy", "127.0.0.1", "--read-trail", mode)
        with Clinic.start(wrapper, place / "clinic", options) as clinic:
            person = clinic.patient("Sam", by=clinic.clinician("Dr Reed"))
            entry = person.check_in()
            person.expect(200, "POST", "/api/entries", entry)
            path = f"/api/patients/{person.patient}/entries/{entry['id']}"
            person.expect(200, "GET", path)
            told = _told(clinic, place)
            time.sleep(0.5)
            reads = [_timed(person, "GET", path) for _ in range(count)]
            time.sleep(0.5)
            writes = [_timed(person, "POST", "/api/entries", person.check_in()) for _ in range(20)]
            for _ in range(3):
                person.expect(200, "GET", path)
            clinic.process.kill()
            clinic.process.wait()
            time.sleep(0.5)
            syncs = _syncs(trace)
            after = _told(clinic, place)
            sound = program.run("audit", "verify", "--data", clinic.folder).returncode == 0
        return {
            "syncs": sum(reads[0][0] <= begun <= reads[-1][1] + 0.4 for begun, _ in syncs),
            "unsynced": _without(reads, syncs), "writes unsynced": _without(writes, syncs),
            "latest": _latest(reads, syncs), "told": after - told - 3, "sound": sound}


def _timed(person, method, path, body=None):
    start = time.time()
    person.expect(200, method, path, body)
    return start, time.time()


def _told(clinic, place):
    """How many lines about readings the data hold, in a copy."""
    copy = place / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for ending in ("", "-wal"):
        if (clinic.folder / f"records.db{ending}").exists():
            shutil.copy(clinic.folder / f"records.db{ending}", copy / f"records.db{ending}")
    with sqlite3.connect(copy / "records.db") as database:
        return database.execute("SELECT count(*) FROM audit WHERE action = 'read'").fetchone()[0]


def _syncs(trace):
    """When each fsync of the log began and ended, as far as it succeeded."""
    begun, found = {}, []
    for line in trace.read_text(errors="replace").splitlines():
        parts = re.match(r"(\d+) +([\d.]+) (.*)", line)
        if not parts:
            continue
        thread, moment, call = parts[1], float(parts[2]), parts[3]
        if re.match(r"f(data)?sync\(\d+<[^>]*-wal>", call):
            begun[thread] = moment
            if call.endswith("= 0"):
                found.append((moment, moment))
        elif re.match(r"<\.\.\. f(data)?sync resumed>.*= 0", call) and thread in begun:
            found.append((begun.pop(thread), moment))
    return found


def _without(answers, syncs):
    """How many answers came without an fsync between question and answer."""
    return sum(
        not any(start <= begun and ended <= answered for begun, ended in syncs)
        for start, answered in answers)


def _latest(answers, syncs):
    """The longest time from an answer to the end of the first fsync that began after it."""
    latest = 0.0
    for _, answered in answers:
        ends = [ended for begun, ended in syncs if begun >= answered]
        if not ends:
            return None
        latest = max(latest, min(ends) - answered)
    return latest
