"""R20: whatever has failed, help is there: on its page, and with the answer to whoever tells of self-harm."""

import contextlib
import copy
import os
import shutil
import tempfile
from pathlib import Path

import disks
from client import Client, Clinic

NOBODY = 65_534


def help_under_faults(report, program, size, seed):
    """Every fault in turn: the page and the answer bring help each time they are asked for."""
    rounds = {"quick": 3, "full": 50}[size]
    with Clinic.start(program.path) as base:
        person = base.patient("Person")
        base.stop()
        for fault in FAULTS:
            hold(report, fault, (base, person), rounds)
        with signed_out((base, person), {"ANAMNESIS_WEAKEN": "withheld-help"}) as case:
            case.ask()
            report.control(case.without, "help is withheld from who is signed out")


def hold(report, fault, base, rounds):
    with fault(base) as case:
        if case is None:
            report.say(f"{words(fault)}: skipped, root alone can do this")
            return
        for _ in range(rounds):
            case.ask()
        served = case.asked - len(case.without)
        report.say(f"{words(fault)}: help {served} of {case.asked}; answers {sorted(case.kinds)}")
        report.check(not case.without, f"{words(fault)}: no help with {case.without[:3]}")
        report.check(case.kinds <= case.expected,
                     f"{words(fault)}: the fault was another: {case.kinds}")


def words(fault):
    return fault.__name__.replace("_", " ")


class Case:
    """A server with something wrong, and how often help came."""

    def __init__(self, clinic, person, expected, token=None, headers=None):
        self.clinic, self.person, self.headers = clinic, person, headers
        self.client = Client(clinic.port, token)
        self.asked, self.without = 0, []
        self.kinds, self.expected = set(), set(expected)

    def ask(self):
        """The pages, and the answer to an item about self-harm, alone and among others."""
        for path in ("/help", "/help/de", "/help/everywhere"):
            answer = self.client.get(path, headers=self.headers)
            self._note(answer, answer.status == 200 and "tel:" in answer.text)
        risky = self.person.questionnaire(3)
        for sent in (risky, [self.person.check_in(), self.person.questionnaire(1)]):
            answer = self.client.post("/api/entries", sent, headers=self.headers)
            self.kinds.add(answer.status)
            help = answer.json.get("help") or {}
            self._note(answer, bool(help.get("contacts")) and list(answer.json)[0] == "help")

    def _note(self, answer, helps):
        self.asked += 1
        if not helps:
            self.without.append(repr(answer))


@contextlib.contextmanager
def served(base, environment=None, place=None, options=()):
    """A copy of the clinic on a server of its own, and the person there."""
    made, person = base
    folder = Path(tempfile.mkdtemp(prefix="crisis-", dir=place))
    shutil.copytree(made.folder, folder, dirs_exist_ok=True)
    clinic = Clinic(made.binary, folder, [*made.options, *options], environment)
    clinic.is_ours = True
    with clinic:
        clinic.serve()
        here = copy.copy(person)
        here.port, here.connection = clinic.port, None
        yield clinic, here


@contextlib.contextmanager
def nothing(base):
    """For comparison: all is well."""
    with served(base) as (clinic, person):
        yield Case(clinic, person, {200}, person.token)


@contextlib.contextmanager
def signed_out(base, environment=None):
    with served(base, environment) as (clinic, person):
        token = person.token
        person.expect(204, "DELETE", "/api/session")
        yield Case(clinic, person, {401}, token)


@contextlib.contextmanager
def sign_in_locked(base):
    """Somebody guesses until the account takes no more tries; the owner is not signed in."""
    with served(base) as (clinic, person):
        guesser, sent = Client(clinic.port), {"email": person.email, "password": "a wrong guess 17"}
        # Tries come back at five a minute: on a busy machine some more are needed.
        for _ in range(40):
            status = guesser.post("/api/session", sent).status
            if status == 429:
                break
        else:
            raise AssertionError(f"the sign-in is not locked: {status}")
        yield Case(clinic, person, {401})


@contextlib.contextmanager
def too_many_requests(base):
    with served(base, options=("--request-rate", "1")) as (clinic, person):
        case = Case(clinic, person, {200}, person.token)
        statuses = {case.client.get("/sign-in").status for _ in range(400)}
        if 429 not in statuses:
            raise AssertionError(f"there is no limit: {statuses}")
        yield case


@contextlib.contextmanager
def without_encryption(base):
    with served(base) as (clinic, person):
        yield Case(clinic, person, {403}, person.token, {"X-Forwarded-Proto": "http"})


@contextlib.contextmanager
def broken(base, damage, launch=None):
    """A clinic that was stopped, damaged and started again: its records cannot be opened."""
    with served(base) as (clinic, person):
        clinic.stop()
        damage(clinic.folder)
        clinic.launch = launch or {}
        clinic.serve()
        yield Case(clinic, person, {503}, person.token)


def records_missing(base):
    return broken(base, lambda folder: (folder / "records.db").unlink())


def records_damaged(base):
    return broken(base, lambda folder: (folder / "records.db").write_bytes(b"A" * 8192))


def key_file_missing(base):
    return broken(base, lambda folder: (folder / "keys.json").unlink())


@contextlib.contextmanager
def records_read_only(base):
    """Neither file nor folder can be written by whoever serves them."""
    def lock(folder):
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)

    as_root = os.geteuid() == 0
    with broken(base, lock, {"user": NOBODY, "group": NOBODY} if as_root else None) as case:
        yield case
        case.clinic.folder.chmod(0o755)


@contextlib.contextmanager
def records_removed_while_served(base):
    """Without its lock a server ends, see `served-second-process`; whoever restarts it brings help back."""
    with served(base) as (clinic, person):
        for path in clinic.folder.glob("records.db*"):
            if path.suffix != ".lock":
                path.unlink()
        yield Case(clinic, person, {200, 503}, person.token)


@contextlib.contextmanager
def disk_full(base):
    """A small disk is filled to the last byte, the reserve included."""
    with disks.small_disk(60) as disk:
        if disk is None:
            yield None
            return
        with served(base, place=disk) as (clinic, person):
            _fill(disk, "filler")
            for _ in range(200):
                if person.post("/api/entries", person.note("n" * 9000)).status != 200:
                    break
                _fill(disk, "more")
            yield Case(clinic, person, {507, 503}, person.token)


def _fill(disk, name):
    with contextlib.suppress(OSError), open(disk / name, "ab", buffering=0) as file:
        while file.write(b"\0" * 4096) == 4096:
            pass


FAULTS = [
    nothing, signed_out, sign_in_locked, too_many_requests, without_encryption, records_missing,
    records_damaged, key_file_missing, records_read_only, records_removed_while_served, disk_full,
]
