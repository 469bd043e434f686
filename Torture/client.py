"""A server of its own and people who are signed in there, for campaigns.

Clinic.start() makes a fresh data folder, starts the real binary on a free port of this machine, makes
the first account by the one-time set-up link, and hands out people:

    with Clinic.start("path/of/anamnesis") as clinic:
        doctor = clinic.clinician("Dr Reed")
        person = clinic.patient("Sam", by=doctor)
        person.post("/api/entries", person.check_in())
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from asking import PASSWORD, Client, entry_id, now, one_time_code


class Person(Client):
    """Somebody with an account, signed in."""

    def __init__(self, clinic, email, name, password, account):
        super().__init__(clinic.port)
        self.clinic, self.email, self.name, self.password = clinic, email, name, password
        self.account, self.secret, self.patient, self.roles = account, None, None, []
        self.recovery_codes, self.proved = [], 0

    @classmethod
    def lent(cls, clinic, told):
        """Somebody of the crew in a clinic that has a copy of their folder."""
        person = cls(clinic, told["email"], told["name"], told["password"], told["account"])
        for name in "secret", "patient", "roles", "token", "proved", "recovery_codes":
            setattr(person, name, told[name])
        return person

    def told(self):
        """What has to be known of somebody to be them."""
        names = "email", "name", "password", "account", "secret", "patient", "roles", "token", "proved"
        return {name: getattr(self, name) for name in (*names, "recovery_codes")}

    def sign_in(self):
        """Signs in by password and, where there is a second factor, its code."""
        self.token = None
        sent = {"email": self.email, "password": self.password, "device": "client.py"}
        found = self.expect(201, "POST", "/api/session", sent).json
        self.token, self.proved = found["token"], time.time()
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
        """Shows again that it is they, unless they have just done so; it counts for five minutes."""
        if not 0 <= time.time() - self.proved < 120:
            self.expect(204, "POST", "/api/session/proof", {"secret": self.password})
            self.proved = time.time()
        return self

    def rename(self, name):
        """Goes by another name from now on."""
        tag = self.expect(200, "GET", "/api/me/account").headers["ETag"]
        self.expect(200, "PUT", "/api/me/account/person", {"email": self.email, "name": name},
                    headers={"If-Match": tag})
        self.name = name
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


class Clinic:
    """A server of one data folder."""

    # Who gives a copy of a folder with people in it, in a run of campaigns; else each is made from nothing.
    crew = None

    def __init__(self, binary, folder, options=(), environment=None):
        self.binary, self.folder, self.options = str(binary), pathlib.Path(folder), list(options)
        self.environment = {**os.environ, **(environment or {})}
        # What else the process is started with: another user, for one.
        self.launch = {}
        self.process, self.port, self.link, self.log = None, None, None, []
        self.admin, self.count, self.is_ours, self.is_new = None, 0, False, False
        # Whoever is in the folder already and waits to be somebody.
        self.waiting = []
        # Whoever invites has one connection; those who were invited may join at the same time.
        self.inviting = threading.Lock()

    @classmethod
    def start(cls, binary, folder=None, options=("--request-rate", "0", "--trusted-proxy", "127.0.0.1"),
              environment=None):
        """Makes the folder and the first account, and serves it."""
        is_ours = folder is None
        folder = folder or tempfile.mkdtemp(prefix="clinic-")
        clinic = cls(binary, folder, options, environment)
        clinic.is_ours = is_ours
        try:
            if not (clinic.folder / "records.db").exists() and cls.crew:
                clinic.waiting, clinic.count = cls.crew.copy(clinic.folder), 100
            elif not (clinic.folder / "records.db").exists():
                subprocess.run(
                    [clinic.binary, "init", "--data", str(folder)], check=True,
                    stdout=subprocess.DEVNULL, env=clinic.environment)
                clinic.is_new = True
            clinic.serve()
            if clinic.is_new:
                clinic.set_up()
            elif clinic.waiting:
                clinic.admin = Person.lent(clinic, clinic.waiting.pop(0))
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

    def _waiting(self, role, by, email, password):
        """Somebody of the crew, where nothing but a name is asked for."""
        for told in self.waiting if email is None and password == PASSWORD else []:
            if told["roles"] == [role] and told["by"] == by:
                self.waiting.remove(told)
                return Person.lent(self, told)
        return None

    def _address(self, word):
        self.count += 1
        return f"{word}-{self.count}@example.org"

    def staff(self, role, name=None, email=None, password=PASSWORD):
        """Somebody of the staff, invited by the admin and signed in with a second factor."""
        name = name or role.capitalize()
        if person := self._waiting(role, None, email, password):
            return person.rename(name)
        with self.inviting:
            email = email or self._address(role)
            invited = self.admin.prove().expect(
                201, "POST", "/api/invitations/staff",
                {"email": email, "name": name, "role": role}).json
        return self.join(invited, email, name, password)

    def clinician(self, name="Clinician", **more):
        return self.staff("clinician", name, **more)

    def patient(self, name="Patient", by=None, email=None, password=PASSWORD):
        """A patient, invited by a clinician, who is in their care team then, or by the admin."""
        if person := self._waiting("patient", by and by.account, email, password):
            return person.rename(name)
        with self.inviting:
            email = email or self._address("patient")
            invited = (by or self.admin).expect(
                201, "POST", "/api/invitations/patients", {"email": email, "name": name}).json
        return self.join(invited, email, name, password)
