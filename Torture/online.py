"""Backups of records that a server has open, while people go on writing."""

import http.client
import os
import shutil
import socket
import subprocess
import threading
import time

import client
import disks
from harness import KILLED, Workplace, entry_id
from served import ServedClinic
from serving import percentile

# Entries that are sent in a second.
PACE = 100
# A machine that does other things too lets people wait now and then; the figure itself is printed.
SLACK = {"quick": 2, "full": 0.5}


class Stream:
    """Entries that are sent at a steady pace."""

    def __init__(self, writer, entries):
        self.writer, self.entries = writer, entries
        self.is_over = threading.Event()
        self.thread = threading.Thread(target=self._send)
        self.thread.start()

    def _send(self):
        while not self.is_over.wait(1 / PACE):
            self.writer.send([self.entries.next()])

    def longest_wait(self, work):
        """What some work gives, and the longest time meanwhile in which nothing was acknowledged."""
        begun = time.monotonic()
        given = work()
        ended = time.monotonic()
        moments = [at for at in list(self.writer.acknowledged_at) if begun < at < ended]
        times = [begun, *moments, ended]
        return given, max(later - earlier for earlier, later in zip(times, times[1:]))

    def stop(self):
        self.is_over.set()
        self.thread.join()
        self.writer.idle()


def backups(report, program, size, seed):
    """Each holds all that was acknowledged before it began, and nothing stops meanwhile."""
    times = 50 if size == "full" else 2
    with Workplace() as place:
        clinic = ServedClinic(program, place / "clinic")
        clinic.store(clinic.entries(seed).take(300))
        writer = clinic.writer()
        stream = Stream(writer, clinic.entries(seed + 1))
        usual, waits, taken, held = [], [], [], []
        for turn in range(times):
            known = set(clinic.acknowledged)
            begun = time.monotonic()
            made, wait = stream.longest_wait(lambda: clinic.run("backup", place / "copy"))
            taken.append(time.monotonic() - begun)
            waits.append(wait)
            # The same time without a backup, on the same machine: what others do shows there too.
            _, calm = stream.longest_wait(lambda: time.sleep(taken[-1]))
            usual.append(calm)
            report.check(made.returncode == 0, f"backup {turn + 1}: {made.stdout}{made.stderr}")
            slow = wait >= max(usual) + SLACK[size]
            faults = [f"nothing was stored for {wait:.2f} s"] if slow else []
            faults += _restored(clinic, place, known, held)
            report.check(not faults, f"backup {turn + 1}: {faults}")
            shutil.rmtree(place / "copy", ignore_errors=True)
        stream.stop()
        status = writer.finish()
        _check_order(report, clinic, writer, status, held)
        report.say(
            f"{times} backups in {sum(taken) / times:.1f} s each, {len(clinic.acknowledged)} entries, "
            f"nothing stored for {in_words(waits)} (in the same time without a backup for "
            f"{in_words(usual)}), help came {writer.helped} times, seed {seed}")
        # A pause that half of many backups make is theirs and not the machine's.
        held_up = percentile(waits, 0.5) - percentile(usual, 0.5)
        report.check(
            size != "full" or held_up < 0.1, f"backups hold writing up by {1000 * held_up:.0f} ms")
        _named(report, clinic)
        _killed(report, clinic, place, seed)
        _held_up(report, clinic, place, seed, max(usual) + SLACK[size])


def in_words(waits):
    """Half of the waits and the longest."""
    return f"{1000 * percentile(waits, 0.5):.0f} ms by half of them, {1000 * max(waits):.0f} ms at most"


def _restored(clinic, place, known, held):
    """Restores a backup where another server's log lies."""
    twin = clinic.copy(place / "restored")
    (twin.folder / "records.db").unlink()
    twin.acknowledged = known
    done = twin.run("restore", place / "copy")
    faults = [] if done.returncode == 0 else [f"restore: {done.stdout}{done.stderr}"]
    if not faults:
        faults = twin.faults(deep=False)
        held.append([entry_id(row) for row in twin.rows()["entry"]])
    shutil.rmtree(twin.folder)
    return faults


def _check_order(report, clinic, writer, status, held):
    """Every backup is the record as it was at one moment: the first so many of its entries."""
    names = [entry_id(row) for row in clinic.rows()["entry"]]
    for number, backup in enumerate(held):
        report.check(backup == names[:len(backup)], f"backup {number + 1} is no state that there was")
    faults = clinic.faults() + writer.wrong[:3] + ([] if status == 0 else [f"ended with {status}"])
    report.check(not faults, f"afterwards: {faults}")


def _named(report, clinic):
    """The trail names who asked for a copy as the system knows them, whatever they say."""
    writer = clinic.writer()
    with socket.socket(socket.AF_UNIX) as desk:
        desk.settimeout(60)
        desk.connect(str(clinic.folder / "backup.socket"))
        desk.sendall(b"4242\n")
        report.check(desk.recv(1) == b"\n", "no copy was made")
    writer.finish()
    begun = [row for row in clinic.rows()["audit"] if "copy while served" in map(str, row)]
    names = {word for row in begun for word in map(str, row) if word.startswith("uid-")}
    report.check(names == {f"uid-{clinic.folder.stat().st_uid}"}, f"copies were asked for by {names}")


def _killed(report, clinic, place, seed):
    """Whoever makes the backup is killed, then the server in the midst of one."""
    writer = clinic.writer()
    done = clinic.run("backup", place / "half", fault="mid-backup")
    faults = [] if done.returncode == KILLED else [f"ended with {done.returncode}, not killed"]
    refused = clinic.run("backup", "verify", place / "half")
    if refused.returncode == 0 or "no manifest" not in refused.stderr:
        faults.append("half a backup was taken for one")
    process = subprocess.Popen(
        [clinic.program.path, "backup", str(place / "other"), "--data", str(clinic.folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clinic.program.environment())
    time.sleep(0.05 + seed % 10 / 100)
    writer.kill()
    if process.wait(60) == 0:
        checked = clinic.run("backup", "verify", place / "other")
        faults += [] if checked.returncode == 0 else [f"no backup: {checked.stdout}{checked.stderr}"]
    writer = clinic.writer()
    again = clinic.run("backup", place / "again")
    faults += [] if again.returncode == 0 else [f"afterwards: {again.stdout}{again.stderr}"]
    writer.finish()
    left = [path.name for path in clinic.folder.iterdir() if ".copy" in path.name]
    faults += [f"left behind: {left}"] if left else []
    report.check(not faults, f"killed while a backup was made: {faults}")


def _held_up(report, clinic, place, seed, limit):
    """A backup that stops writing must be seen."""
    writer = clinic.writer(ANAMNESIS_WEAKEN="hold-writes")
    stream = Stream(writer, clinic.entries(seed + 2))
    stream.longest_wait(lambda: writer.wait(20))
    _, wait = stream.longest_wait(lambda: clinic.run("backup", place / "slow"))
    stream.stop()
    writer.finish()
    report.control(wait >= limit, "a backup that holds writing up")


def on_one_core(report, program, size, seed):
    """On a machine with one core, help is there while a copy is made."""
    waits = _help_during_copy(program)
    report.check(waits and max(waits) < 2, f"help came after {waits} seconds")
    report.say(f"on one core, help came {len(waits)} times during a copy, after {max(waits):.2f} s at most")
    waits = _help_during_copy(program, "copy-in-common")
    report.control(
        waits and max(waits) > 2, f"the copy is made by those who answer: {max(waits):.2f} s")


def _help_during_copy(program, weaken=None):
    """How long each page of help took, in seconds, while a copy keeps the only core busy."""
    with Workplace() as place:
        told = place / "told"
        environment = {
            "LD_PRELOAD": str(disks.library(place)), "FAIL_IN": str(place / "clinic"),
            "FAIL_BUSY": "records.db.copy", "FAIL_TELL": str(told)}
        if weaken:
            environment["ANAMNESIS_WEAKEN"] = weaken
        program.run("init", "--data", place / "clinic")
        clinic = client.Clinic(
            program.path, place / "clinic", ("--request-rate", "0"), environment)
        core = min(os.sched_getaffinity(0))
        clinic.launch = {"preexec_fn": lambda: os.sched_setaffinity(0, {core})}
        with clinic:
            clinic.serve()
            copying = threading.Thread(
                target=program.run, args=("backup", place / "copy", "--data", place / "clinic"))
            copying.start()
            waits, end = [], time.monotonic() + 30
            while "busy" not in _words(told) and time.monotonic() < end:
                time.sleep(0.02)
            while "busy" in _words(told) and "over" not in _words(told):
                waits.append(_help(clinic.port))
                time.sleep(0.1)
            copying.join()
            return waits


def _words(path):
    return path.read_text() if path.exists() else ""


def _help(port):
    begun = time.monotonic()
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    asked.request("GET", "/help")
    asked.getresponse().read()
    asked.close()
    return time.monotonic() - begun
