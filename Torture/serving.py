"""What campaigns of the running server share: somebody who asks all the time, the figures of the process,
and what is stored."""

import shutil
import sqlite3
import tempfile
import threading
import time
from pathlib import Path


def percentile(values, share):
    """The value below which a share of them lies; 0 of none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0


def milliseconds(values):
    """Half and 99 of 100, in words."""
    return (f"p50 {1000 * percentile(values, 0.5):.0f} ms, p99 {1000 * percentile(values, 0.99):.0f} ms, "
            f"{len(values)} in all")


def resident(pid, word="VmRSS"):
    """The memory of a process now, or its highest (`VmHWM`), in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(word + ":"):
            return int(line.split()[1]) / 1024
    return 0


def processor_time(pid):
    """The seconds for which all threads of a process have been on a processor, to the nanosecond."""
    # The clock of a process, as clock_getcpuclockid(3) names it.
    return time.clock_gettime((~pid << 3) | 2)


class Stored:
    """What is stored: the identifiers of entries, and of those that raised a signal."""

    def __init__(self, folder):
        place = Path(tempfile.mkdtemp(prefix="stored-"))
        try:
            for path in Path(folder).glob("records.db*"):
                if path.name in ("records.db", "records.db-wal"):
                    shutil.copy(path, place / path.name)
            connection = sqlite3.connect(place / "records.db")
            self.entries = self._names(connection, "SELECT id FROM entry")
            self.raised = self._names(connection, "SELECT DISTINCT entry FROM signal")
            self.trail = connection.execute(
                "SELECT sequence, at, action FROM audit ORDER BY sequence").fetchall()
            connection.close()
        finally:
            shutil.rmtree(place)

    @staticmethod
    def _names(connection, query):
        texts = [row[0].hex() for row in connection.execute(query)]
        return ["-".join([t[:8], t[8:12], t[12:16], t[16:20], t[20:]]) for t in texts]

    def faults(self, acknowledged, alarming=()):
        """What is wrong, held against what was acknowledged, and which of it tells of self-harm."""
        entries, raised = set(self.entries), set(self.raised)
        lost, silent = set(acknowledged) - entries, set(alarming) - raised
        found = [f"{len(lost)} acknowledged and lost"] if lost else []
        if len(self.entries) != len(entries):
            found.append("stored twice")
        if silent:
            found.append(f"{len(silent)} answers about self-harm without their signal")
        return found


class Bystander:
    """Somebody who asks one thing after the other, a few times a second, and expects answers.

    Each of the questions is called without anything and gives the status.
    """

    def __init__(self, *questions, pause=0.02):
        self.questions, self.pause = questions, pause
        self.times, self.failures = [], []
        self.done = threading.Event()
        self.thread = threading.Thread(target=self._ask)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        self.thread.join()

    def _ask(self):
        while not self.done.is_set():
            for question in self.questions:
                start = time.monotonic()
                try:
                    status = question()
                except Exception as error:
                    status = repr(error)
                self.times.append(time.monotonic() - start)
                if status != 200:
                    self.failures.append(status)
                self.done.wait(self.pause)
