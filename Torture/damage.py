"""Files that were damaged: found, or without consequence; never a crash, never another content."""

import random
import shutil
import sqlite3

from harness import Clinic, Workplace

PAGE = 4096


def mutants(report, program, size, seed, kind=Clinic):
    """Mutants of a real data file, its log included."""
    count = 1000 if size == "full" else 18 if kind is Clinic else 9
    judge = _judge if kind is Clinic else _judge_served
    with Workplace() as place:
        bases = _bases(kind, program, place, seed)
        draw = random.Random(seed)
        tally = dict.fromkeys(("named", "harmless", "incomplete", "set back"), 0)
        for number in range(count):
            change = KINDS[number % len(KINDS)]
            clinic = draw.choice(bases).copy(place / "mutant")
            before = len(clinic.acknowledged)
            change(clinic, draw)
            # A log whose end is unreadable looks like one that a power cut tore: SQLite takes what is
            # sound of it. Only a checkpoint from after tells the two apart.
            if change in (stale_log, flipped_log) and clinic.acknowledged > bases[0].acknowledged:
                clinic.acknowledged = set(bases[0].acknowledged)
            words, outcome = judge(clinic, reads=size == "full" or number % 3 == 0)
            if outcome == "harmless":
                outcome, unnamed = _beside(clinic, before)
                words = words or unnamed
            report.check(not words, f"mutant {number}, {change.__name__}: {words}")
            if outcome:
                tally[outcome] += 1
            shutil.rmtree(place / "mutant")
        report.say(
            f"{count} mutants: {tally['named']} named, {tally['harmless']} harmless, "
            f"{tally['set back']} logs cut short that no checkpoint covers, "
            f"{tally['incomplete']} of those that verify names were read with entries missing, "
            f"seed {seed}")
        report.control(_unseen(bases[0], place, draw), "rows that are not opened")
        if kind is not Clinic:
            report.control(_another(bases[0], place), "an entry that is not what was sent")


def _bases(kind, program, place, seed):
    closed = kind(program, place / "closed")
    closed.store(closed.entries(seed).take(80))
    # A second folder whose last entries stand in the log alone.
    killed = closed.copy(place / "killed")
    writer = killed.writer()
    writer.send(closed.entries(seed + 1).take(30))
    writer.wait(30)
    writer.kill()
    return [closed, killed]


def _beside(clinic, before):
    """How a mutant of which everything was read ended, and what is wrong: its log may have been cut
    short, and what nobody read may be damaged, which verify has to name."""
    try:
        return "set back" if len(clinic.names()) < before else "harmless", ""
    except sqlite3.DatabaseError as error:
        named = clinic.run("verify").returncode in (64, 65)
        return "named", "" if named else f"verify finds nothing where SQLite says: {error}"


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


def _judge_served(clinic, reads):
    """What is wrong when a server opens the mutant: it says what is the matter or serves what was
    stored; help is there in any case, and it does not fall over."""
    writer = clinic.writer()
    entries, said = writer.records() if writer.port else (None, "not served")
    status = writer.finish()
    if status not in clinic.endings or (not writer.port and "Error" not in writer.errors):
        return f"serve ended with {status}: {writer.errors[-300:]}", None
    if writer.wrong:
        return f"{writer.wrong[:3]}", None
    for entry in entries or []:
        entry.pop("recorded", None)
        if clinic.sent.get(entry["id"]) != entry:
            return "another content was served", None
    complete = clinic.acknowledged <= {entry["id"] for entry in entries or []}
    if complete or status in (64, 65):
        return "", "harmless" if complete else "named"
    checked = clinic.run("verify")
    if checked.returncode == 0:
        return f"served without some entries, and verify finds nothing: {said}", None
    return "", "named" if entries is None else "incomplete"


def _another(base, place):
    """Whether the judge sees an entry that is not what was sent."""
    clinic = base.copy(place / "mutant")
    key = sorted(clinic.acknowledged)[0]
    clinic.sent = clinic.sent | {key: clinic.sent[key] | {"author": {"kind": "device"}}}
    words, _ = _judge_served(clinic, True)
    shutil.rmtree(place / "mutant")
    return words == "another content was served"


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
