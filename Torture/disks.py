"""The disk is full, files may not grow, calls to the system fail, and a second process comes."""

import contextlib
import os
import random
import resource
import shutil
import signal
import subprocess
from pathlib import Path

from harness import AppendWriter, Clinic, Entries, Workplace

MEGABYTE = 1 << 20


def full(report, program, size, seed):
    """A small disk is filled to many points: what is acknowledged is there, records can be read."""
    points, draw = 200 if size == "full" else 4, random.Random(seed)
    acknowledged = []

    def fill(disk, room, weaken=None, reserved=True):
        faults, count = _fill(program, disk, room, draw, weaken, reserved)
        acknowledged.append(count)
        return faults

    if fill_points(report, points, draw, fill):
        report.say(
            f"{points} fill points, {sum(acknowledged[:points])} acknowledged, seed {seed}")


def fill_points(report, points, draw, fill):
    """Fills a small disk to many points, then where promises are broken; whether it could be mounted.

    `fill` fills the disk until so many bytes are left, and gives what is wrong then.
    """
    with small_disk() as disk:
        if disk is None:
            report.say("skipped: a small disk can be mounted by root alone")
            return False
        for _ in range(points):
            room = draw.randrange(0, 3 * MEGABYTE)
            faults = fill(disk, room)
            report.check(not faults, f"{room} bytes left: {faults}")
            clear(disk)
        faults = fill(disk, MEGABYTE // 8, weaken="acknowledge-early")
        report.control(any("lost" in fault for fault in faults), "answered before the commit")
        clear(disk)
        faults = fill(disk, 0, reserved=False)
        report.control(any("full disk" in fault for fault in faults), "no room kept for the trail")
    return True


@contextlib.contextmanager
def small_disk(megabytes=40):
    """A disk of its own in memory; None where this user may mount none."""
    with Workplace() as place:
        disk = place / "disk"
        disk.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "torture", str(disk)],
            capture_output=True)
        try:
            yield disk if done.returncode == 0 else None
        finally:
            if done.returncode == 0:
                subprocess.run(["umount", "-l", str(disk)], check=False)


def clear(disk):
    for path in disk.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _fill(program, disk, room, draw, weaken, reserved):
    clinic = Clinic(program, disk / "clinic")
    entries = Entries(draw.getrandbits(32))
    clinic.store(entries.take(10))
    if not reserved:
        (clinic.folder / "records.db.reserve").unlink()
    writer = AppendWriter(clinic, ANAMNESIS_WEAKEN=weaken)
    writer.send(entries.take(5))
    writer.wait(5)
    take_all_but(disk, room)
    if not reserved:
        (clinic.folder / "records.db.reserve").unlink(missing_ok=True)
        take_all_but(disk, room, "rest")
    batch = entries.take(room // 5000 + 200, length=6000)
    writer.send(batch)
    status = writer.finish()
    faults = [] if status == 64 and "room" in writer.errors else [
        f"ended with {status}: {writer.errors[-200:]}"]
    read = clinic.run("read", "torture-0")
    if read.returncode != 0:
        faults.append(f"cannot be read on a full disk: {read.stderr[-200:]}")
    for name in ("filler", "rest"):
        (disk / name).unlink(missing_ok=True)
    count = len(clinic.acknowledged)
    faults += clinic.row_faults()
    again = clinic.store(batch[:20])
    if again.returncode != 0:
        faults.append(f"the disk has room again: {again.stderr[-200:]}")
    return faults + clinic.faults(deep=False), count


def take_all_but(disk, room, name="filler"):
    """Fills the disk until so many bytes are left."""
    status = os.statvfs(disk)
    with open(disk / name, "wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, status.f_bavail * status.f_frsize - room))


def limited(report, program, size, seed):
    """Files may not grow beyond a limit (RLIMIT_FSIZE): nothing acknowledged is lost."""
    points = 60 if size == "full" else 3
    draw = random.Random(seed)
    with Workplace() as place:
        base = Clinic(program, place / "base")
        base.store(Entries(seed).take(20))
        for number in range(points):
            clinic = base.copy(place / "clinic")
            limit = draw.randrange(4096, 3 * MEGABYTE)
            writer = AppendWriter(clinic, before=lambda: _limit(limit))
            writer.send(Entries(seed + 1).take(limit // 6000 + 40, length=6000))
            status = writer.finish()
            report.check(status == 64, f"limit {limit}: ended with {status}, {writer.errors[-200:]}")
            faults = clinic.faults(deep=False)
            report.check(not faults, f"limit {limit}: {faults}")
            shutil.rmtree(clinic.folder)
        report.say(f"{points} limits of the length of a file, seed {seed}")


def _limit(length):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, length))


CALLS = {
    "pwrite": (300, ["EIO", "ENOSPC", "EINTR"]), "fsync": (120, ["EIO", "ENOSPC"]),
    "open": (40, ["EIO", "EMFILE", "ENOSPC"]), "write": (20, ["EIO", "ENOSPC", "EINTR"]),
    "ftruncate": (10, ["EIO"]), "rename": (10, ["EIO", "ENOSPC"]),
}


def failing(report, program, size, seed, kind=Clinic):
    """The n-th call of a kind fails: nothing acknowledged is lost, and a failed fsync ends writing."""
    draw = random.Random(seed)
    with Workplace() as place:
        built = library(place)
        base = kind(program, place / "base")
        base.store(base.entries(seed).take(10))
        # A server rotates no keys, so it renames nothing.
        calls = {call: CALLS[call] for call in CALLS if kind is Clinic or call != "rename"}
        cases = [
            (call, number, draw.choice(errors))
            for call, (count, errors) in calls.items() for number in range(1, count + 1)]
        if size == "quick":
            cases = [("fsync", 3, "EIO"), ("pwrite", 20, "EIO")] + [
                (call, draw.randrange(1, 5), draw.choice(errors))
                for call, (count, errors) in calls.items()][::1 if kind is Clinic else 2]
        met = 0
        for case in cases:
            faults, hit = _fail(base, place, built, case)
            met += hit
            report.check(not faults, f"{case}: {faults}")
        report.say(f"{len(cases)} places of failure, {met} of them come to, seed {seed}")
        report.check(met > len(cases) // 4, "hardly any call failed: the test shows nothing")
        faults, _ = _fail(base, place, built, ("fsync", 4, "EIO"), weaken="forgive-disk")
        report.control(any("after an fsync" in fault for fault in faults), "a failed fsync that is forgiven")
        faults, _ = _fail(base, place, built, ("pwrite", 30, "EIO"), weaken="acknowledge-early")
        report.control(any("lost" in fault for fault in faults), "answered before the commit")


def library(place):
    source = Path(__file__).with_name("failing.c")
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-o", place / "failing.so", source, "-ldl"], check=True)
    return place / "failing.so"


def _fail(base, place, library, case, weaken=None):
    call, number, error = case
    clinic, faults = base.copy(place / "clinic"), []
    told = place / "told"
    told.unlink(missing_ok=True)
    faulty = {
        "LD_PRELOAD": str(library), "FAIL_CALL": call, "FAIL_AT": str(number), "FAIL_WITH": error,
        "FAIL_IN": str(clinic.folder.resolve()), "FAIL_TELL": str(told)}
    if call == "rename":
        done = clinic.run("keys", "rotate", "--destroy-older", **faulty)
        status, errors = done.returncode, done.stderr
    else:
        writer = clinic.writer(ANAMNESIS_WEAKEN=weaken, **faulty)
        writer.send(clinic.entries(number).take(25 * clinic.at_once))
        writer.idle()
        faults += _after(writer, told)
        status, errors = writer.finish(), writer.errors
        faults += writer.wrong[:3]
    words = told.read_text() if told.exists() else ""
    if "answered" in words:
        faults.append("an entry was acknowledged after an fsync of the data had failed")
    if status not in clinic.endings:
        faults.append(f"ended with {status}: {errors[-200:]}")
    faults += clinic.faults(deep=False)
    again = clinic.store(clinic.entries(number).take(25))
    if again.returncode != 0:
        faults.append(f"afterwards: {again.stderr[-200:]}")
    shutil.rmtree(clinic.folder)
    return faults, "failed" in words


def _after(writer, told):
    """What is wrong when an fsync of the data failed: entries taken after it, or a process that stays."""
    if not told.exists() or "data" not in told.read_text().split():
        return []
    failed = told.stat().st_mtime
    later = any(sent > failed for sent in writer.sent_at.values())
    faults = ["an entry was acknowledged after an fsync of the data had failed"] if later else []
    try:
        status = writer.process.wait(15)
    except subprocess.TimeoutExpired:
        return faults + ["it goes on after an fsync of the data that failed"]
    return faults if status == writer.clinic.stopped else faults + [f"it ended with {status}"]


def second_process(report, program, size, seed, kind=Clinic):
    """While one process has the data, every other is refused and told which has it."""
    with Workplace() as place:
        clinic = kind(program, place / "clinic")
        entries = clinic.entries(seed)
        clinic.store(entries.take(10))
        clinic.run("backup", place / "copy")
        writer = clinic.writer()
        writer.send(entries.take(3))
        writer.wait(3)
        # A server makes the backup itself.
        alone = [["backup", place / "other"]] if kind is Clinic else []
        commands = [
            ["append", "-"], ["read"], ["read", "torture-0"], ["verify"], ["audit", "verify"],
            ["audit", "trail", "torture-0"], *alone, ["keys", "rotate"], ["serve", "--port", "0"],
            ["erase", "torture-0", "--confirm", "torture-0"]]
        for command in commands:
            done = clinic.run(*command)
            report.check(
                done.returncode == 64 and f"process {writer.pid}" in done.stderr,
                f"{command}: {done.returncode} {done.stderr}")
        done = clinic.run("restore", place / "copy")
        report.check(done.returncode == 64, "a backup was restored over live records")
        let_in = clinic.run("verify", weaken="second-owner")
        report.control(let_in.returncode == 0, "a lock that keeps nobody out")
        # A lock that somebody removes keeps nobody out: whoever held it writes no more.
        (clinic.folder / "records.db.lock").unlink()
        writer.send(entries.take(2))
        # It ends by itself: asked to end meanwhile as well, it would end at once, with another code.
        writer.wait(float("inf"))
        status = writer.finish()
        report.check(
            status == clinic.stopped and "lock" in writer.errors,
            f"lock removed: {status} {writer.errors}")
        faults = clinic.faults() + writer.wrong[:3]
        report.check(not faults, f"{faults}")
        report.say(f"{len(commands) + 1} commands refused")
