"""The disk fills up under a server that people write to."""

import random
import subprocess
import time

from disks import MEGABYTE, clear, mount, take_all_but
from harness import Workplace
from served import ServedClinic


def full(report, program, size, seed):
    """The same under a server: what cannot be stored is refused in words, records and help are served,
    and storing goes on without a restart when there is room again."""
    points = 200 if size == "full" else 2
    with Workplace() as place:
        disk = place / "disk"
        disk.mkdir()
        if not mount(disk):
            report.say("skipped: a small disk can be mounted by root alone")
            return
        try:
            draw, slowest, refused, helped = random.Random(seed), 0, 0, 0
            for number in range(points):
                room = draw.randrange(0, 3 * MEGABYTE)
                faults, writer, seconds = _fill_served(program, disk, room, draw)
                report.check(not faults, f"{room} bytes left: {faults}")
                slowest, helped = max(slowest, seconds), helped + writer.helped
                refused += writer.answers[507]
                clear(disk)
            report.say(
                f"{points} fill points, {refused} entries refused with 507, help came {helped} "
                f"times, stored again within {slowest:.2f} s, seed {seed}")
            faults, *_ = _fill_served(
                program, disk, MEGABYTE // 8, draw, ANAMNESIS_WEAKEN="acknowledge-early")
            report.control(any("lost" in fault for fault in faults), "answered before the commit")
            clear(disk)
            faults, *_ = _fill_served(program, disk, 0, draw, reserved=False)
            report.control(
                any("full disk" in fault for fault in faults), "no room kept for the trail")
        finally:
            subprocess.run(["umount", str(disk)], check=False)


def _fill_served(program, disk, room, draw, reserved=True, **environment):
    clinic = ServedClinic(program, disk / "clinic")
    entries = clinic.entries(draw.getrandbits(32))
    writer = clinic.writer(**environment)
    writer.send(entries.take(5))
    writer.idle()
    take_all_but(disk, room)
    if not reserved:
        (clinic.folder / "records.db.reserve").unlink(missing_ok=True)
        take_all_but(disk, 0, "rest")
    # Long ones fill the disk; short ones, with answers about self-harm among them, come meanwhile.
    writer.send([
        entries.next(6000 if number % 4 else None) for number in range(room // 4000 + 250)])
    writer.idle()
    faults = [] if writer.answers[507] else [f"the disk was never full: {dict(writer.answers)}"]
    read, said = writer.records()
    if read is None:
        faults.append(f"cannot be read on a full disk: {said}")
    elif lost := clinic.acknowledged - {entry["id"] for entry in read}:
        faults.append(f"{len(lost)} acknowledged and lost on a full disk")
    for name in ("filler", "rest"):
        (disk / name).unlink(missing_ok=True)
    seconds = _stores_again(writer, entries)
    if seconds > 10:
        faults.append("nothing is stored although there is room again")
    status = writer.finish()
    faults += [] if status == 0 else [f"ended with {status}: {writer.errors[-200:]}"]
    return faults + writer.wrong[:3] + clinic.faults(deep=False), writer, seconds


def _stores_again(writer, entries):
    """The seconds until an entry is stored again."""
    before, begun = writer.acknowledged, time.monotonic()
    while time.monotonic() - begun <= 11:
        writer.send([entries.next()])
        writer.idle()
        if writer.acknowledged > before:
            break
        time.sleep(0.1)
    return time.monotonic() - begun
