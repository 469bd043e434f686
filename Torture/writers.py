"""Programs that store entries, and notes of what they acknowledge."""

import json
import subprocess
import threading
import time


class Writer:
    """Has a process store entries, and notes which it acknowledges."""

    def __init__(self, clinic):
        self.clinic = clinic
        self.before = len(clinic.acknowledged)
        self.changed = threading.Condition()
        self.process, self.threads = None, []
        # What must not be, and how often help was asked for and there.
        self.wrong, self.helped = [], 0
        # When each entry that was acknowledged was sent, where that is known.
        self.sent_at = {}

    @property
    def pid(self):
        return self.process.pid

    @property
    def acknowledged(self):
        return len(self.clinic.acknowledged) - self.before

    def wait(self, count, timeout=20):
        """Waits until so many were acknowledged, or the program ended."""
        end = time.monotonic() + timeout
        with self.changed:
            while self.acknowledged < count and self.process.poll() is None:
                if not self.changed.wait(0.05) and time.monotonic() > end:
                    return False
        return self.acknowledged >= count

    def idle(self):
        """Waits until all that was sent is answered, where that can be known."""

    def kill(self):
        self.process.kill()
        return self.finish()

    def ended(self, timeout):
        """Waits for the process to end, and for all that was heard of it; the exit code, -99 if it hangs."""
        try:
            status = self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            status = -99
        for thread in self.threads:
            thread.join()
        self.process.stderr.close()
        return status


class AppendWriter(Writer):
    """Sends entries one by one to `anamnesis append`."""

    def __init__(self, clinic, prefix=(), before=None, **environment):
        super().__init__(clinic)
        self.process = subprocess.Popen(
            [*prefix, clinic.program.path, "append", "-", "--data", str(clinic.folder),
             "--acknowledge", "--batch", "1"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            bufsize=1, env=clinic.program.environment(**environment), preexec_fn=before)
        self.errors = ""
        self.threads = [threading.Thread(target=self._read), threading.Thread(target=self._hear)]
        for thread in self.threads:
            thread.start()

    def _read(self):
        for line in self.process.stdout:
            # A line that was cut off acknowledges nothing.
            if line.endswith("\n") and len(line) == 37:
                with self.changed:
                    self.clinic.acknowledged.add(line.strip())
                    self.changed.notify_all()
        with self.changed:
            self.changed.notify_all()

    def _hear(self):
        self.errors = self.process.stderr.read()

    def send(self, entries):
        """Hands entries over; False when nobody takes them any more."""
        for entry in entries:
            self.clinic.sent[entry["id"]] = entry
            try:
                self.process.stdin.write(json.dumps(entry) + "\n")
            except (BrokenPipeError, OSError):
                return False
        return True

    def finish(self, timeout=120):
        """Sends no more and waits for the end; the exit code."""
        try:
            self.process.stdin.close()
        except (BrokenPipeError, OSError):
            pass
        status = self.ended(timeout)
        self.process.stdout.close()
        return status
