"""Runs the built program on data folders and judges what is left after a fault."""

import copy
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

from writers import AppendWriter

PATIENTS = ["torture-0", "torture-1"]
KILLED = -signal.SIGKILL


class Report:
    """Counts what held and what did not, and prints both."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, holds, words):
        """One case: silent when it holds, named when it does not."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"  FAILED: {words[:400]}", flush=True)
        return holds

    def control(self, is_red, words):
        """A negative control: the promise was broken on purpose, and the test must have seen it."""
        print(f"  control, {words}: {'red, as it must be' if is_red else 'NOT SEEN'}", flush=True)
        self.check(is_red, f"the control was not seen: {words}")

    def say(self, words):
        print(f"  {words}", flush=True)


class Unsaid(Report):
    """What did not hold on a server that breaks a promise on purpose: kept as words, not printed."""

    words = ""

    def check(self, holds, words):
        if not holds:
            self.words += words + "\n"
        return holds


class Entries:
    """Entries of several kinds, drawn from a seed."""

    def __init__(self, seed, patients=PATIENTS):
        self.random = random.Random(seed)
        self.patients = patients
        self.minute = 0

    def next(self, length=None):
        """One entry as the object that the program reads."""
        self.minute += 1
        draw = self.random
        second = 1_770_000_000 + 60 * self.minute
        stamp = time.strftime("%Y-%m-%dT%H:%M:00.000Z", time.gmtime(second))
        return {
            "v": 1, "id": self._name(second * 1000),
            "patient": draw.choice(self.patients), "author": {"kind": "patient"},
            "occurred": {"at": stamp, "zone": "Europe/Berlin"}, "fact": self._fact(draw, length),
        }

    def take(self, count, length=None):
        return [self.next(length) for _ in range(count)]

    def _name(self, milliseconds):
        """An identifier as clients make them (UUID of version 7, RFC 9562)."""
        low = self.random.getrandbits(80) & ~(0xF << 76 | 0b11 << 62) | 0x7 << 76 | 0b10 << 62
        return str(uuid.UUID(int=milliseconds << 80 | low))

    @staticmethod
    def _fact(draw, length):
        if length is None and draw.random() < 0.4:
            answers = {f"q{number}": draw.randrange(4) for number in range(1, 10)}
            return {"response": {
                "instrument": "phq9", "instrumentVersion": "1.0.0", "answers": answers,
                "rater": "selfReport", "mode": "here"}}
        size = length or draw.choice([20, 200, 900, 6000])
        words = "".join(draw.choice("abcdefghij klmnop") for _ in range(min(size, 9000)))
        return {"note": {"text": "n" + words.strip(), "audience": "everyone"}}


class Program:
    """The built program."""

    def __init__(self, path):
        self.path = str(Path(path).resolve())

    def environment(self, **more):
        kept = {"PATH": os.environ["PATH"], "SWIFT_BACKTRACE": "enable=no"}
        return kept | {name: value for name, value in more.items() if value}

    def run(self, *arguments, fault=None, weaken=None, timeout=120, data="", prefix=(), **more):
        """Runs a command to its end; a run that hangs counts as killed by no. 99."""
        environment = self.environment(
            ANAMNESIS_FAULT=fault, ANAMNESIS_WEAKEN=weaken, **more)
        try:
            return subprocess.run(
                [*prefix, self.path, *map(str, arguments)], env=environment, input=data,
                capture_output=True, text=True, timeout=timeout, errors="replace")
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(arguments, -99, "", "it hangs")


class Clinic:
    """A data folder and what is known to have been sent to it and acknowledged by it."""

    # How many entries are under way at one time.
    at_once = 1
    # The exit code when the disk failed or the lock is gone, and all that a writer may end with.
    stopped, endings = 64, (0, 64)

    def __init__(self, program, folder, init=True):
        self.program = program
        self.folder = Path(folder)
        self.sent = {}
        self.acknowledged = set()
        if init:
            done = self.run("init")
            if done.returncode != 0:
                raise RuntimeError(f"init: {done.stderr}")

    def run(self, *arguments, **options):
        return self.program.run(*arguments, "--data", self.folder, **options)

    def store(self, entries):
        """Stores entries in one go and counts them as acknowledged."""
        lines = "".join(json.dumps(entry) + "\n" for entry in entries)
        done = self.run("append", "-", "--acknowledge", data=lines)
        self.sent |= {entry["id"]: entry for entry in entries}
        self.acknowledged |= set(done.stdout.split())
        return done

    def entries(self, seed):
        """Entries as they can be stored here."""
        return Entries(seed)

    def writer(self, **options):
        """A program that stores them."""
        return AppendWriter(self, **options)

    def copy(self, place):
        """The folder as it is now, with what is known of it."""
        shutil.copytree(self.folder, place, ignore=shutil.ignore_patterns("*.socket"))
        twin = copy.copy(self)
        twin.folder, twin.acknowledged = Path(place), set(self.acknowledged)
        return twin

    def stored(self, **options):
        """Every patient's record as the program reads it, or what it says instead."""
        listed = self.run("read", **options)
        if listed.returncode != 0:
            return None, listed.stderr
        entries = []
        for patient in listed.stdout.split():
            read = self.run("read", patient, **options)
            # A patient all of whose entries were taken back has no record: that is no fault here.
            if read.returncode != 0 and "no such patient" not in read.stderr:
                return None, read.stderr
            entries += [json.loads(line) for line in read.stdout.splitlines()]
        return entries, ""

    def rows(self):
        """The rows as SQLite alone reads them, from a copy."""
        with Workplace() as copy:
            for ending in ("", "-wal"):
                if Path(f"{self.folder}/records.db{ending}").exists():
                    shutil.copy(f"{self.folder}/records.db{ending}", copy / f"records.db{ending}")
            return logical(copy / "records.db")

    def names(self):
        """The identifiers of the entries that are stored."""
        return {entry_id(row) for row in self.rows()["entry"]}

    def row_faults(self):
        """What is wrong with the rows, without opening them."""
        rows = self.rows()
        found = [] if rows["sound"] == "ok" else [rows["sound"]]
        lost = self.acknowledged - {entry_id(row) for row in rows["entry"]}
        if lost:
            found.append(f"{len(lost)} acknowledged and lost")
        if rows["head"] and rows["head"][0][2] != len(rows["audit"]):
            found.append("the head tells of another number of events")
        if sum(row[7] for row in rows["entry"]) != len(rows["signal"]):
            found.append("an entry without its signals")
        raised = {text(row[1]) for row in rows["signal"]}
        silent = [key for key in self.acknowledged - raised if alarming(self.sent.get(key))]
        if silent:
            found.append(f"{len(silent)} answers about self-harm without their signal")
        return found

    def faults(self, deep=True, **options):
        """What is wrong with the folder, held against what was sent and acknowledged.

        Every row is opened by the program; when `deep`, every record is also read and compared.
        """
        checked = self.run("verify", **options)
        found = self.row_faults()
        if checked.returncode != 0:
            found.append(f"verify {checked.returncode}: {(checked.stdout + checked.stderr)[-300:]}")
        if not deep:
            return found
        entries, error = self.stored(**options)
        if entries is None:
            return found + [f"cannot be read: {error[-300:]}"]
        stored = {}
        for entry in entries:
            entry.pop("recorded", None)
            if entry["id"] in stored:
                found.append(f"stored twice: {entry['id']}")
            stored[entry["id"]] = entry
        changed = [key for key, entry in stored.items() if self.sent.get(key) != entry]
        if changed:
            found.append(f"{len(changed)} stored otherwise than sent")
        return found


TABLES = {
    "entry": "sequence", "audit": "sequence", "signal": "entry, place", "patient": "patient",
    "head": "clinic",
}


def logical(path):
    """The rows of the tables, in order, and what SQLite itself says of the file.

    The file is opened for writing, so that SQLite recovers it as after a crash: give a copy.
    """
    connection = sqlite3.connect(path)
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY {order}").fetchall()
            for table, order in TABLES.items()
        } | {"sound": sound}
    finally:
        connection.close()


def entry_id(row):
    """The identifier of a row of entries as it is acknowledged."""
    return text(row[2])


def text(identifier):
    """An identifier as text."""
    return str(uuid.UUID(bytes=identifier))


def alarming(entry):
    """Whether an entry answers the question about self-harm with more than never."""
    answers = (entry or {}).get("fact", {}).get("response", {}).get("answers", {})
    return answers.get("q9", 0) > 0


class Workplace:
    """A folder for one campaign, gone when it is over."""

    def __enter__(self):
        self.path = Path(tempfile.mkdtemp(prefix="torture-"))
        return self.path

    def __exit__(self, *error):
        shutil.rmtree(self.path, ignore_errors=True)
