"""R18: the server is asked to stop while many work with it."""

import http.client
import json
import random
import signal
import socket
import threading
import time

from client import Clinic
from serving import Stored

WRITERS = 8


def stops(report, program, size, seed):
    """What was begun is finished, nothing new is let in, it ends soon, and what was acknowledged is there."""
    runs = {"quick": 5, "full": 100}[size]
    draw = random.Random(seed)
    with Clinic.start(program.path) as clinic:
        person = clinic.patient("Person")
        clinic.stop()
        acknowledged, alarming, longest, finished = [], [], 0, 0
        for number in range(runs):
            stop = Stop(clinic, person, draw.uniform(0.05, 0.6)).run()
            report.check(not stop.faults, f"stop {number}: {stop.faults}")
            acknowledged += stop.acknowledged
            alarming += stop.alarming
            longest, finished = max(longest, stop.seconds), finished + stop.finished
        faults = Stored(clinic.folder).faults(acknowledged, alarming)
        report.check(not faults, f"{faults}")
        report.say(f"{runs} stops: {len(acknowledged)} acknowledged, {len(alarming)} alarms, none lost; "
                   f"{finished} requests that were in progress were finished; the longest end took "
                   f"{longest:.2f} s")
        clinic.environment["ANAMNESIS_WEAKEN"] = "stop-at-once"
        stop = Stop(clinic, person, 0.3).run()
        report.control(any("in progress" in fault for fault in stop.faults), "it ends at once")


class Stop:
    """One server that is stopped under load."""

    def __init__(self, clinic, person, after):
        self.clinic, self.person, self.after = clinic, person, after
        self.acknowledged, self.alarming, self.faults = [], [], []
        self.stopping, self.ended = threading.Event(), threading.Event()
        self.seconds = self.finished = 0

    def run(self):
        self.clinic.serve()
        self.person.port = self.clinic.port
        begun = [Begun(self.clinic.port, self.person) for _ in range(4)]
        writers = [threading.Thread(target=self._write) for _ in range(WRITERS)]
        for thread in writers:
            thread.start()
        time.sleep(self.after)
        asked = time.monotonic()
        self.clinic.process.send_signal(signal.SIGTERM)
        self.stopping.set()
        late = threading.Thread(target=self._knock)
        late.start()
        for each in begun:
            self._finish(each)
        try:
            code = self.clinic.process.wait(20)
        except Exception:
            self.clinic.process.kill()
            code = f"none after 20 s: {self.clinic.process.wait()}"
        self.seconds = time.monotonic() - asked
        self.ended.set()
        for thread in [*writers, late]:
            thread.join()
        # Whoever is asked to stop and does so in order has not failed.
        if code != 0:
            self.faults.append(f"exit code {code}")
        if self.seconds > 10:
            self.faults.append(f"it took {self.seconds:.1f} s")
        return self

    def _write(self):
        """Stores entries one after the other until nobody answers."""
        mine, turn = self.person.again(), 0
        while not self.ended.is_set():
            turn += 1
            entry = self.person.questionnaire(2) if turn % 4 == 0 else self.person.check_in()
            try:
                answer = mine.post("/api/entries", entry)
            except (OSError, http.client.HTTPException):
                # A connection that waited for its next request may be ended under it.
                if not self.stopping.is_set():
                    self.faults.append("a writer was cut off before the stop")
                return
            if answer.status == 200:
                self._acknowledge(entry, turn % 4 == 0)
            else:
                self.faults.append(f"an entry was answered {answer.status}")

    def _acknowledge(self, entry, alarms):
        self.acknowledged.append(entry["id"])
        if alarms:
            self.alarming.append(entry["id"])

    def _finish(self, begun):
        """Sends the rest of what the server had begun to read."""
        try:
            status = begun.finish()
        except OSError as error:
            status = repr(error)
        if status == 200:
            self.finished += 1
            self._acknowledge(begun.entry, True)
        else:
            self.faults.append(f"a request in progress was answered {status}")

    def _knock(self):
        """Comes anew again and again: once nobody opens, nobody does."""
        closed = opened = None
        while not self.ended.is_set():
            try:
                socket.create_connection(("127.0.0.1", self.clinic.port), 1).close()
                opened = time.monotonic()
            except OSError:
                closed = closed or time.monotonic()
            time.sleep(0.01)
        if closed and opened and opened > closed:
            self.faults.append("the door was opened again")


class Begun:
    """A request that the server is reading: it has said so, and the body is not there yet."""

    def __init__(self, port, person):
        self.entry = person.questionnaire(1)
        self.body = json.dumps(self.entry).encode()
        self.connection = socket.create_connection(("127.0.0.1", port), 20)
        head = (f"POST /api/entries HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {person.token}\r\n"
                f"X-Forwarded-Proto: https\r\nContent-Type: application/json\r\n"
                f"Content-Length: {len(self.body)}\r\nExpect: 100-continue\r\n\r\n")
        self.connection.sendall(head.encode())
        told = self.connection.recv(100)
        if not told.startswith(b"HTTP/1.1 100"):
            raise AssertionError(f"not told to go on: {told}")

    def finish(self):
        """Sends the body; the status of the answer."""
        self.connection.sendall(self.body)
        answer = b""
        while b"\r\n" not in answer:
            piece = self.connection.recv(1000)
            if not piece:
                raise ConnectionError("ended without an answer")
            answer += piece
        self.connection.close()
        return int(answer.split()[1])
