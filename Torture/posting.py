"""A server that is written to by eight people at once, while another asks for help all the time."""

import collections
import http.client
import json
import os
import queue
import re
import signal
import subprocess
import threading
import time

from client import Client
from harness import alarming
from writers import Writer

# What the server may answer when it cannot store something; 410 and others would be lies here.
UNABLE = (503, 507)
READY_WITHIN = 60


class ServerWriter(Writer):
    """Posts entries to a served folder, eight at a time. Acknowledged is what was answered by 200 and
    read to its end.

    `wrong` holds what must not be: an answer about self-harm without help, help that was not there, an
    answer that nobody expected.
    """

    def __init__(self, clinic, prefix=(), before=None, **environment):
        super().__init__(clinic)
        self.answers, self.acknowledged_at = collections.Counter(), []
        self.port = None
        self.log = collections.deque(maxlen=60)
        self.queue = queue.Queue()
        self.is_ending = False
        self.begun = time.monotonic()
        self.is_traced = bool(prefix)
        self.process = subprocess.Popen(
            [*prefix, clinic.program.path, "serve", "--data", str(clinic.folder), "--port", "0",
             "--request-rate", "0", "--trusted-proxy", "127.0.0.1", "--log-level", "warning"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            errors="replace", env=clinic.program.environment(**environment), preexec_fn=before)
        listening = threading.Event()
        self.threads = [threading.Thread(target=self._hear, args=(listening,))]
        self.threads[0].start()
        listening.wait(READY_WITHIN)
        if self.port:
            work = [self._write] * clinic.at_once + [self._ask_for_help]
            self.threads += [threading.Thread(target=target) for target in work]
            for thread in self.threads[1:]:
                thread.start()

    @property
    def pid(self):
        # Under strace the server is another process than the one that was started.
        if not self.is_traced:
            return self.process.pid
        return int((self.clinic.folder / "records.db.lock").read_text())

    @property
    def errors(self):
        return "".join(self.log)

    def _hear(self, listening):
        for line in self.process.stderr:
            self.log.append(line)
            if found := re.match(r"Listening on https?://.*:(\d+)", line):
                self.port = int(found[1])
                listening.set()
        listening.set()

    def send(self, entries):
        """Hands entries over; False when nobody takes them any more."""
        for entry in entries:
            self.clinic.sent[entry["id"]] = entry
            self.queue.put(entry)
        return self.process.poll() is None

    def is_over(self):
        """Whether the server has ended, or is about to: a connection that broke is nobody's fault then."""
        end = time.monotonic() + 12
        while time.monotonic() < end:
            if self.is_ending or self.process.poll() is not None:
                return True
            time.sleep(0.02)
        return False

    def _write(self):
        connections = {}
        while (entry := self.queue.get()) is not None:
            token = self.clinic.token(entry)
            connection = connections.setdefault(token, Client(self.port, token, timeout=30))
            begun = time.time()
            try:
                answer = connection.post("/api/entries", entry)
            except (OSError, http.client.HTTPException) as error:
                if not self.is_over():
                    self.wrong.append(f"no answer: {error!r}")
                # What is left over is not sent: the server has ended.
                break
            self._note(entry, answer, begun)
            self.queue.task_done()
        with self.changed:
            self.changed.notify_all()

    def _note(self, entry, answer, begun):
        with self.changed:
            self.answers[answer.status] += 1
            try:
                said = answer.json
            except ValueError:
                self.wrong.append(f"{answer.status} is no JSON: {answer.text[:80]}")
                return
            if alarming(entry):
                if not said.get("help", {}).get("contacts"):
                    self.wrong.append(f"{answer.status} without help: {answer.text[:200]}")
                else:
                    self.helped += 1
            if answer.status == 200:
                if [stored["id"] for stored in said["stored"]] != [entry["id"]]:
                    self.wrong.append(f"told of another entry: {answer.text[:200]}")
                self.clinic.acknowledged.add(entry["id"])
                self.sent_at[entry["id"]] = begun
                self.acknowledged_at.append(time.monotonic())
            elif answer.status not in UNABLE or not is_problem(answer):
                self.wrong.append(f"an answer that must not be: {answer}")
            self.changed.notify_all()

    def _ask_for_help(self):
        """The page of help has to be there all the time."""
        connection = Client(self.port, timeout=10)
        while not self.is_ending:
            try:
                answer = connection.get("/help")
                if answer.status == 200 and b"tel:" in answer.body:
                    self.helped += 1
                else:
                    self.wrong.append(f"/help: {answer}")
            except (OSError, http.client.HTTPException) as error:
                if not self.is_over():
                    self.wrong.append(f"/help: {error!r}")
                return
            time.sleep(0.02)

    def idle(self, timeout=60):
        """Waits until everything that was sent is answered, or the server ended."""
        end = time.monotonic() + timeout
        while self.queue.unfinished_tasks and self.process.poll() is None:
            if time.monotonic() > end:
                self.wrong.append(f"{self.queue.unfinished_tasks} entries are not answered")
                break
            time.sleep(0.01)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        return self.finish()

    def finish(self, timeout=60):
        """Sends no more, has the server stop, and waits for its end; the exit code."""
        for _ in self.threads[1:]:
            self.queue.put(None)
        for thread in self.threads[1:-1]:
            thread.join()
        self.is_ending = True
        if self.process.poll() is None:
            os.kill(self.pid, signal.SIGTERM)
        return self.ended(timeout)

    def ready(self):
        """Waits for /readyz; the seconds from the start of the process on."""
        connection = Client(self.port, timeout=30) if self.port else None
        while connection and self.process.poll() is None:
            try:
                if connection.get("/readyz").status == 200:
                    return time.monotonic() - self.begun
            except (OSError, http.client.HTTPException):
                connection.close()
            # One that cannot open the records gets no readier.
            if "help alone" in self.errors or time.monotonic() - self.begun > READY_WITHIN:
                break
            time.sleep(0.01)
        return None

    def records(self):
        """Every patient's entries as the server gives them, or what it says instead."""
        entries = []
        for patient, token in self.clinic.patients.items():
            connection, path = Client(self.port, token, timeout=30), ""
            while path is not None:
                answer = connection.get(f"/api/patients/{patient}/entries?limit=1000{path}")
                if answer.status != 200:
                    return None, f"{answer}"
                entries += answer.json["entries"]
                path = f"&after={answer.json['next']}" if answer.json["next"] else None
        return entries, ""


def is_problem(answer):
    """Whether an answer says in the common form what is wrong (RFC 7807)."""
    kind = answer.headers.get("Content-Type", "").split(";")[0]
    said = answer.json if kind == "application/problem+json" else {}
    return said.get("status") == answer.status and all(said.get(key) for key in ("type", "title"))
