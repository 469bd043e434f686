"""The program is killed (kill -9) at random moments and at named places."""

import json
import shutil
import time

from harness import KILLED, Clinic, Entries, Workplace


def random_kills(report, program, size, seed, kind=Clinic):
    """Kills at random moments while entries are stored: nothing acknowledged is lost or doubled."""
    kills, goal = (200, 10_000) if size == "full" else (8, 200)
    with Workplace() as place:
        clinic = kind(program, place / "clinic")
        entries = clinic.entries(seed)
        unanswered, figures = [], Restarts()
        for number in range(kills):
            writer = clinic.writer()
            figures.note(writer)
            # What was not answered is sent again under the same identifier, as a client does.
            most = 5 * goal // kills // 2
            batch = unanswered + entries.take(most + entries.random.randrange(80))
            aim = entries.random.randrange(1, most)
            writer.send(batch)
            writer.wait(aim)
            time.sleep(entries.random.random() * 0.02)
            writer.kill()
            unanswered = [entry for entry in batch if entry["id"] not in clinic.acknowledged]
            # A client gives up after some tries: what it held may be there or not.
            unanswered = unanswered[:40]
            if not writer.acknowledged:
                report.check(False, f"kill {number + 1}: nothing was acknowledged: {writer.errors}")
                return
            # Every row is opened after each twentieth kill and the last, all are counted after each.
            thorough = number % 20 == 19 or number == kills - 1
            faults = clinic.faults() if thorough else clinic.row_faults()
            faults += figures.faults(writer)
            report.check(not faults, f"kill {number + 1}: {faults}")
        report.check(
            len(clinic.acknowledged) >= goal, f"too few to show anything: {len(clinic.acknowledged)}")
        report.say(f"{kills} kills, {len(clinic.acknowledged)} acknowledged, seed {seed}")
        figures.say(report)
        # A busy machine starts slowly: only the full size, on a machine of its own, insists.
        report.check(size != "full" or figures.late < 3, f"ready after {figures.late:.2f} s")


class Restarts:
    """How long a server takes to be ready again, and what it answers meanwhile."""

    def __init__(self):
        self.seconds, self.answers = [], 0

    def note(self, writer):
        if hasattr(writer, "ready"):
            self.seconds.append(writer.ready() or 999)

    def faults(self, writer):
        self.answers += writer.helped
        return writer.wrong[:3]

    def say(self, report):
        if not self.seconds:
            return
        ordered = sorted(self.seconds)
        report.say(
            f"{len(ordered)} restarts to /readyz: median {ordered[len(ordered) // 2]:.2f} s, 99 of 100 "
            f"within {self.late:.2f} s; help was there all {self.answers} times")

    @property
    def late(self):
        """The seconds within which 99 of 100 were ready."""
        return sorted(self.seconds)[int(0.99 * (len(self.seconds) - 1))] if self.seconds else 0


def kills_while_storing(report, program, size, seed, kind=Clinic):
    """Killed before a commit, and after one before the answer."""
    times = 20 if size == "full" else 2
    with Workplace() as place:
        clinic = kind(program, place / "clinic")
        entries = clinic.entries(seed)
        for point in ("before-commit", "after-commit"):
            for turn in range(times):
                count = entries.random.randrange(2, 30)
                # Entries that come at the same time share a commit.
                batch = entries.take(40 * clinic.at_once)
                writer = clinic.writer(ANAMNESIS_FAULT=f"{point}:{count}")
                writer.send(batch)
                status = writer.finish()
                report.check(status == KILLED, f"{point}: ended with {status}, not killed")
                faults = clinic.row_faults() + writer.wrong[:3]
                report.check(not faults, f"{point} {turn + 1}: {faults}")
                done = clinic.store(batch)
                report.check(done.returncode == 0, f"{point}: sent again: {done.stderr}")
            faults = clinic.faults()
            report.check(not faults, f"{point}: {faults}")
            report.say(f"{point}: {times} kills")
        # Whoever answers before the commit loses what it answered.
        writer = clinic.writer(
            ANAMNESIS_FAULT="before-commit:9", ANAMNESIS_WEAKEN="acknowledge-early")
        writer.send(entries.take(20 * clinic.at_once))
        writer.finish()
        report.control(
            any("lost" in fault for fault in clinic.row_faults()),
            "answered before the commit")


def kills_while_working(report, program, size, seed):
    """Killed in the middle of a backup, a restore, an erasure and a rotation."""
    times = 20 if size == "full" else 2
    with Workplace() as place:
        base = Clinic(program, place / "base")
        base.store(Entries(seed).take(60))
        base.run("backup", place / "copy")
        for turn in range(times):
            for point, work in WORK.items():
                clinic = base.copy(place / "clinic")
                faults = work(clinic, place, point)
                report.check(not faults, f"{point} {turn + 1}: {faults}")
                shutil.rmtree(place / "clinic")
                shutil.rmtree(place / "new", ignore_errors=True)
        report.say(f"{', '.join(WORK)}: {times} kills each")
        # Without its fault point the command is not killed, and the test must say so.
        clinic = base.copy(place / "clinic")
        report.control(bool(_rotation(clinic, place, "")), "a place that is never come to")


def _killed(clinic, point, *arguments):
    done = clinic.run(*arguments, fault=point)
    return [] if done.returncode == KILLED else [f"ended with {done.returncode}, not killed"]


def _backup(clinic, place, point):
    faults = _killed(clinic, point, "backup", place / "new")
    refused = clinic.run("backup", "verify", place / "new")
    if refused.returncode == 0 or "no manifest" not in refused.stderr:
        faults.append("half a backup was taken for one")
    return faults + clinic.faults(deep=False)


def _restore(clinic, place, point):
    (place / "new").mkdir(mode=0o700)
    shutil.copy(clinic.folder / "keys.json", place / "new/keys.json")
    restored = Clinic(clinic.program, place / "new", init=False)
    restored.sent, restored.acknowledged = clinic.sent, clinic.acknowledged
    faults = _killed(restored, point, "restore", place / "copy")
    return faults + restored.faults(deep=False)


def _erasure(clinic, place, point):
    gone = {key for key, entry in clinic.sent.items() if entry["patient"] == "torture-1"}
    faults = _killed(clinic, point, "erase", "torture-1", "--confirm", "torture-1")
    # The key file was told: the next to open the data makes the erasure good.
    clinic.run("verify")
    left = clinic.names() & gone
    if left:
        faults.append(f"{len(left)} entries of an erased patient are left")
    clinic.acknowledged -= gone
    refused = clinic.run(
        "append", "-", data=json.dumps(next(clinic.sent[key] for key in sorted(gone))) + "\n")
    if "erased" not in refused.stderr:
        faults.append("an erased patient came back")
    return faults + clinic.faults(deep=False)


def _rotation(clinic, place, point):
    faults = _killed(clinic, point, "keys", "rotate", "--destroy-older")
    faults += clinic.faults(deep=False)
    again = clinic.run("keys", "rotate", "--destroy-older")
    if again.returncode != 0:
        faults.append(f"a second rotation: {again.stderr}")
    keys = json.loads((clinic.folder / "keys.json").read_text())
    if len(keys["epochs"]) != 1:
        faults.append("older keys are left")
    return faults + clinic.faults(deep=False)


WORK = {
    "mid-backup": _backup, "mid-restore": _restore, "mid-erasure": _erasure,
    "mid-rotation": _rotation, "before-retiring": _rotation,
}
