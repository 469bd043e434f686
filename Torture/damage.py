"""Files that were damaged: found, or without consequence; never a crash, never another content."""

import random
import shutil
import sqlite3

from harness import AppendWriter, Clinic, Entries, Workplace

PAGE = 4096


def mutants(report, program, size, seed):
    """Mutants of a real data file, its log included."""
    count = 1000 if size == "full" else 18
    with Workplace() as place:
        bases = _bases(program, place, seed)
        draw = random.Random(seed)
        tally = dict.fromkeys(("named", "harmless", "incomplete", "set back"), 0)
        for number in range(count):
            kind = KINDS[number % len(KINDS)]
            clinic = draw.choice(bases).copy(place / "mutant")
            before = len(clinic.acknowledged)
            kind(clinic, draw)
            # A log whose end is unreadable looks like one that a power cut tore: SQLite takes what is
            # sound of it. Only a checkpoint from after tells the two apart.
            if kind in (stale_log, flipped_log) and clinic.acknowledged > bases[0].acknowledged:
                clinic.acknowledged = set(bases[0].acknowledged)
            words, outcome = _judge(clinic, reads=size == "full" or number % 3 == 0)
            if outcome == "harmless" and len(clinic.names()) < before:
                outcome = "set back"
            report.check(not words, f"mutant {number}, {kind.__name__}: {words}")
            if outcome:
                tally[outcome] += 1
            shutil.rmtree(place / "mutant")
        report.say(
            f"{count} mutants: {tally['named']} named, {tally['harmless']} harmless, "
            f"{tally['set back']} logs cut short that no checkpoint covers, "
            f"{tally['incomplete']} of those that verify names were read with entries missing, "
            f"seed {seed}")
        report.control(_unseen(bases[0], place, draw), "rows that are not opened")


def _bases(program, place, seed):
    closed = Clinic(program, place / "closed")
    closed.store(Entries(seed).take(80))
    # A second folder whose last entries stand in the log alone.
    killed = closed.copy(place / "killed")
    writer = AppendWriter(killed)
    writer.send(Entries(seed + 1).take(30))
    writer.wait(30)
    writer.kill()
    return [closed, killed]


def _judge(clinic, reads):
    """What is wrong, and how the mutant ended."""
    checked = clinic.run("verify")
    said = checked.stdout + checked.stderr
    if checked.returncode not in (0, 64, 65):
        return f"verify ended with {checked.returncode}: {said[-300:]}", None
    if checked.returncode == 0:
        faults = clinic.faults()
        return "; ".join(faults), "harmless"
    if not any(word in said for word in ("FAULT", "Error")):
        return "refused without a word", "named"
    if not reads:
        return "", "named"
    # What verify names may be unreadable; what is read is never another content.
    for patient in ("torture-0", "torture-1"):
        done = clinic.run("read", patient)
        if done.returncode not in (0, 64):
            return f"read ended with {done.returncode}: {done.stderr[-300:]}", "named"
    entries, _ = clinic.stored()
    if entries is None:
        return "", "named"
    for entry in entries:
        entry.pop("recorded", None)
        if clinic.sent.get(entry["id"]) != entry:
            return "another content was read", "named"
    complete = clinic.acknowledged <= {entry["id"] for entry in entries}
    return "", "named" if complete else "incomplete"


def _unseen(base, place, draw):
    """Whether a check that trusts the rows overlooks a changed one."""
    clinic = base.copy(place / "mutant")
    connection = sqlite3.connect(clinic.folder / "records.db")
    connection.execute("UPDATE entry SET sealed = randomblob(length(sealed)) WHERE sequence = 7")
    connection.commit()
    connection.close()
    named = clinic.run("verify").returncode == 65
    overlooked = clinic.run("verify", weaken="trust-rows").returncode == 0
    shutil.rmtree(place / "mutant")
    return named and overlooked


def _change(clinic, change, ending=""):
    path = clinic.folder / f"records.db{ending}"
    if not path.exists() or path.stat().st_size == 0:
        path = clinic.folder / "records.db"
    data = bytearray(path.read_bytes())
    path.write_bytes(change(data))


def _page(data, draw):
    return draw.randrange(len(data) // PAGE) * PAGE


def flipped_bits(clinic, draw):
    def change(data):
        for _ in range(draw.choice([1, 1, 8])):
            data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        return data
    _change(clinic, change)


def flipped_log(clinic, draw):
    def change(data):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        return data
    _change(clinic, change, "-wal")


def zeroed_page(clinic, draw):
    def change(data):
        start = _page(data, draw)
        data[start:start + PAGE] = bytes(PAGE)
        return data
    _change(clinic, change)


def truncated(clinic, draw):
    _change(clinic, lambda data: data[:draw.randrange(len(data))])


def swapped_pages(clinic, draw):
    def change(data):
        one, other = _page(data, draw), _page(data, draw)
        data[one:one + PAGE], data[other:other + PAGE] = (
            data[other:other + PAGE], data[one:one + PAGE])
        return data
    _change(clinic, change)


def changed_header(clinic, draw):
    def change(data):
        data[draw.randrange(100)] = draw.randrange(256)
        return data
    _change(clinic, change)


def stale_log(clinic, draw):
    """A log that belongs to another file."""
    (clinic.folder / "records.db-wal").write_bytes(draw.randbytes(draw.choice([32, 9000, 40_000])))


def stale_memory(clinic, draw):
    (clinic.folder / "records.db-shm").write_bytes(draw.randbytes(32_768))


def other_program(clinic, draw):
    path = clinic.folder / "records.db"
    for ending in ("", "-wal", "-shm"):
        (clinic.folder / f"records.db{ending}").unlink(missing_ok=True)
    if draw.random() < 0.5:
        path.write_bytes(draw.randbytes(20_000))
        return
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE song (title TEXT)")
    connection.commit()
    connection.close()


KINDS = [
    flipped_bits, zeroed_page, truncated, swapped_pages, changed_header, stale_log, stale_memory,
    other_program, flipped_log,
]
