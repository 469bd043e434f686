"""A small client of the server's API, as people and programs would use it (standard library only).

Clinic.start() makes a fresh data folder, starts the real binary on a free port of this machine, makes
the first account by the one-time set-up link, and hands out people who are signed in:

    with Clinic.start("path/of/anamnesis") as clinic:
        doctor = clinic.clinician("Dr Reed")
        person = clinic.patient("Sam", by=doctor)
        person.post("/api/entries", person.check_in())
"""

import base64
import hashlib
import hmac
import http.client
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import struct
import subprocess
import tempfile
import threading
import time

PASSWORD = "seven quiet herons at dawn"


def one_time_code(secret, at=None):
    """The code of six digits that an authenticator app shows (RFC 6238, SHA-1, 30 seconds)."""
    text = secret.replace(" ", "").upper()
    key = base64.b32decode(text + "=" * (-len(text) % 8))
    step = struct.pack(">Q", int((time.time() if at is None else at) // 30))
    digest = hmac.new(key, step, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def entry_id(at=None):
    """A new identifier of an entry: a UUID of version 7 (RFC 9562)."""
    milliseconds = int((time.time() if at is None else at) * 1000)
    value = milliseconds << 80 | 7 << 76 | secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62)
    text = f"{value:032x}"
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])


class Answer:
    """What came back."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    def __repr__(self):
        return f"{self.status} {self.text[:300]}"


class Client:
    """One connection, kept open, with perhaps a session. Not for several threads at once."""

    def __init__(self, port, token=None, timeout=60):
        self.port, self.token, self.timeout = port, token, timeout
        self.connection = None
        # Everybody comes from a network of their own, as behind a proxy: the limits of one network
        # are none of the others' business.
        self.address = f"10.{secrets.randbelow(256)}.{secrets.randbelow(256)}.1"

    def ask(self, method, path, body=None, headers=None, content="application/json"):
        """Asks once; a connection that the server ended meanwhile is opened again."""
        sent = {"X-Forwarded-For": self.address, "X-Forwarded-Proto": "https"}
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
        elif isinstance(body, str):
            body = body.encode()
        if body is not None:
            sent["Content-Type"] = content
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        sent.update(headers or {})
        for attempt in (1, 2):
            fresh = self.connection is None
            if fresh:
                self.connection = http.client.HTTPConnection(
                    "127.0.0.1", self.port, timeout=self.timeout)
            try:
                self.connection.request(method, path, body, sent)
                found = self.connection.getresponse()
                answer = Answer(found.status, found.headers, found.read())
                if found.will_close:
                    self.close()
                return answer
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                self.close()
                if fresh or attempt == 2:
                    raise

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post(self, path, body=None, **more):
        return self.ask("POST", path, body, **more)

    def put(self, path, body=None, **more):
        return self.ask("PUT", path, body, **more)

    def delete(self, path, **more):
        return self.ask("DELETE", path, **more)

    def expect(self, status, method, path, body=None, **more):
        """Asks, and fails unless the status is the one expected."""
        answer = self.ask(method, path, body, **more)
        if answer.status != status:
            raise AssertionError(f"{method} {path}: expected {status}, got {answer}")
        return answer

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None


class Person(Client):
    """Somebody with an account, signed in."""

    def __init__(self, clinic, email, name, password, account):
        super().__init__(clinic.port)
        self.clinic, self.email, self.name, self.password = clinic, email, name, password
        self.account, self.secret, self.patient, self.roles = account, None, None, []
        self.recovery_codes = []

    def sign_in(self):
        """Signs in by password and, where there is a second factor, its code."""
        self.token = None
        sent = {"email": self.email, "password": self.password, "device": "client.py"}
        found = self.expect(201, "POST", "/api/session", sent).json
        self.token = found["token"]
        if found["stage"] == "settingUp":
            self.set_up_factor()
        elif found["stage"] == "password":
            self.pass_code()
        me = self.expect(200, "GET", "/api/me").json
        self.patient, self.roles = me["patient"], me["roles"]
        return self

    def set_up_factor(self):
        self.secret = self.expect(201, "POST", "/api/factor").json["secret"]
        found = self.expect(
            201, "POST", "/api/factor/code", {"code": one_time_code(self.secret)}).json
        self.token, self.recovery_codes = found["token"], found["recoveryCodes"]

    def pass_code(self):
        """A code counts once: the next step is waited for when this one was used."""
        for _ in range(3):
            answer = self.ask(
                "POST", "/api/session/code", {"code": one_time_code(self.secret)})
            if answer.status == 201:
                self.token = answer.json["token"]
                return
            time.sleep(31 - time.time() % 30)
        raise AssertionError(f"the code was refused: {answer}")

    def prove(self):
        """Shows again that it is they."""
        self.expect(204, "POST", "/api/session/proof", {"secret": self.password})
        return self

    def again(self):
        """The same person on another connection, for another thread."""
        copy = Client(self.port, self.token, self.timeout)
        copy.patient, copy.account = self.patient, self.account
        return copy

    def author(self):
        if "clinician" in self.roles:
            return {"kind": "staff", "name": self.account}
        return {"kind": "patient"}

    def entry(self, fact, patient=None, id=None, author=None):
        return {
            "v": 1, "id": id or entry_id(), "patient": patient or self.patient,
            "author": author or self.author(),
            "occurred": {"at": now(), "zone": "Europe/Berlin"}, "fact": fact,
        }

    def check_in(self, patient=None, **more):
        return self.entry(
            {"checkIn": {"ratings": [{"item": "mood", "rating": {"value": 5, "scale": {
                "minimum": 0, "maximum": 10, "direction": "higherIsBetter"}}}]}}, patient, **more)

    def questionnaire(self, last, patient=None, **more):
        """The PHQ-9, whose ninth question asks for thoughts of death or self-harm."""
        answers = {**{f"q{item}": 1 for item in range(1, 9)}, "q9": last}
        return self.entry(
            {"response": {"instrument": "phq9", "answers": answers, "rater": "selfReport",
                          "mode": "here"}}, patient, **more)

    def note(self, text, patient=None, audience="everyone", **more):
        return self.entry({"note": {"text": text, "audience": audience}}, patient, **more)


def now():
    moment = time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment)) + f".{int(moment * 1000) % 1000:03d}Z"


class Clinic:
    """A server of one data folder, made from nothing."""

    def __init__(self, binary, folder, options=(), environment=None):
        self.binary, self.folder, self.options = str(binary), pathlib.Path(folder), list(options)
        self.environment = {**os.environ, **(environment or {})}
        # What else the process is started with: another user, for one.
        self.launch = {}
        self.process, self.port, self.link, self.log = None, None, None, []
        self.admin, self.count, self.is_ours, self.is_new = None, 0, False, False

    @classmethod
    def start(cls, binary, folder=None, options=("--request-rate", "0", "--trusted-proxy", "127.0.0.1"),
              environment=None):
        """Makes the folder and the first account, and serves it."""
        is_ours = folder is None
        folder = folder or tempfile.mkdtemp(prefix="clinic-")
        clinic = cls(binary, folder, options, environment)
        clinic.is_ours = is_ours
        try:
            if not (clinic.folder / "records.db").exists():
                subprocess.run(
                    [clinic.binary, "init", "--data", str(folder)], check=True,
                    stdout=subprocess.DEVNULL, env=clinic.environment)
                clinic.is_new = True
            clinic.serve()
            if clinic.is_new:
                clinic.set_up()
        except BaseException:
            clinic.close()
            raise
        return clinic

    def serve(self):
        """Starts the server and waits until it listens."""
        self.link, self.port = None, None
        self.process = subprocess.Popen(
            [self.binary, "serve", "--data", str(self.folder), "--port", "0", *self.options],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=self.environment, text=True,
            **self.launch)
        listening = threading.Event()
        threading.Thread(target=self._read, args=(self.process, listening), daemon=True).start()
        if not listening.wait(60) or self.port is None:
            raise AssertionError("the server does not listen: " + "".join(self.log[-20:]))

    def _read(self, process, listening):
        for line in process.stderr:
            self.log.append(line)
            if found := re.search(r"set-up[/#?=a-z]*([A-Za-z0-9_-]{43})", line):
                self.link = found[1]
            if found := re.match(r"Listening on https?://.*:(\d+)", line):
                self.port = int(found[1])
                listening.set()
        listening.set()

    def stop(self, how=signal.SIGTERM):
        """Stops the server; its exit code."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        return self.process.returncode if self.process else None

    def command(self, *arguments):
        """Runs a command on the folder, with the machine's own clock."""
        return subprocess.run(
            [self.binary, *arguments, "--data", str(self.folder)], capture_output=True, text=True)

    def close(self):
        self.stop()
        if self.is_ours:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def set_up(self):
        """Makes the first account, an admin, with a second factor."""
        for _ in range(200):
            if self.link:
                break
            time.sleep(0.05)
        sent = {"link": self.link, "email": "admin@example.org", "name": "Admin",
                "password": PASSWORD}
        made = Client(self.port).expect(201, "POST", "/api/set-up", sent).json
        self.admin = Person(self, sent["email"], "Admin", PASSWORD, made["account"]).sign_in()

    def join(self, invited, email, name, password=PASSWORD):
        """Accepts an invitation and signs in."""
        made = Client(self.port).expect(
            201, "POST", "/api/acceptances",
            {"link": invited["link"], "password": password}).json
        return Person(self, email, name, password, made["account"]).sign_in()

    def _address(self, word):
        self.count += 1
        return f"{word}-{self.count}@example.org"

    def staff(self, role, name=None, email=None, password=PASSWORD):
        """Somebody of the staff, invited by the admin and signed in with a second factor."""
        email = email or self._address(role)
        name = name or role.capitalize()
        self.admin.prove()
        invited = self.admin.expect(
            201, "POST", "/api/invitations/staff",
            {"email": email, "name": name, "role": role}).json
        return self.join(invited, email, name, password)

    def clinician(self, name="Clinician", **more):
        return self.staff("clinician", name, **more)

    def patient(self, name="Patient", by=None, email=None, password=PASSWORD):
        """A patient, invited by a clinician, who is in their care team then, or by the admin."""
        email = email or self._address("patient")
        invited = (by or self.admin).expect(
            201, "POST", "/api/invitations/patients", {"email": email, "name": name}).json
        return self.join(invited, email, name, password)
