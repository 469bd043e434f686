"""The disk fills up under a server that people write to."""

import random
import time

from disks import fill_points, take_all_but
from served import ServedClinic


def full(report, program, size, seed):
    """The same under a server: what cannot be stored is refused in words, records and help are served,
    and storing goes on without a restart when there is room again."""
    points, draw = 200 if size == "full" else 2, random.Random(seed)
    figures = []

    def fill(disk, room, weaken=None, reserved=True):
        faults, writer, seconds = _fill_served(program, disk, room, draw, weaken, reserved)
        figures.append((seconds, writer.answers[507], writer.helped))
        return faults

    if fill_points(report, points, draw, fill):
        seconds, refused, helped = zip(*figures[:points])
        report.say(
            f"{points} fill points, {sum(refused)} entries refused with 507, help came "
            f"{sum(helped)} times, stored again within {max(seconds):.2f} s, seed {seed}")


def _fill_served(program, disk, room, draw, weaken, reserved):
    clinic = ServedClinic(program, disk / "clinic")
    entries = clinic.entries(draw.getrandbits(32))
    writer = clinic.writer(ANAMNESIS_WEAKEN=weaken)
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
