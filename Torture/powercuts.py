"""The power is cut while entries are stored, and while keys are changed."""

import random
import shutil

import replay
from harness import Clinic, Entries, Workplace, entry_id, logical


def storing(report, program, size, seed, kind=Clinic):
    """Cuts while entries are stored: what is left is all that was acknowledged, and a prefix of the rest."""
    cuts, count = (10_000, 900) if size == "full" else (300 // kind.at_once, 120)
    with Workplace() as place:
        figures = _cut_storing(report, kind(program, place / "clinic"), place, cuts, count, seed)
        report.say(
            f"{figures['cuts']} cuts among {figures['steps']} steps, {figures['acknowledged']} "
            f"acknowledged, {figures['syncs']} fsyncs: {figures['lost']} cuts lost acknowledged "
            f"entries, {figures['other']} left another state, seed {seed}")
        for words in figures["words"]:
            report.check(False, words)
        report.passed += figures["cuts"] - figures["lost"] - figures["other"]
    with Workplace() as place:
        weak = _cut_storing(
            report, kind(program, place / "clinic"), place, 200 if size == "full" else 60, 60, seed,
            "synchronous-normal")
        report.control(
            weak["lost"] > weak["cuts"] // 2,
            f"synchronous = NORMAL: {weak['lost']} of {weak['cuts']} cuts lost acknowledged entries")


def _cut_storing(report, clinic, place, cuts, count, seed, weaken=None):
    entries = clinic.entries(seed)
    clinic.store(entries.take(30))
    before = clinic.copy(place / "before")
    writer = clinic.writer(prefix=replay.tracer(place / "trace"), ANAMNESIS_WEAKEN=weaken)
    writer.send(entries.take(count))
    status = writer.finish()
    report.check(status == 0, f"the traced run: {status} {writer.errors}")
    report.check(
        writer.acknowledged == count and not writer.wrong,
        f"the traced run: {writer.acknowledged} acknowledged, {writer.wrong[:3]}")
    truth = logical(clinic.copy(place / "after").folder / "records.db")
    draw = random.Random(seed)
    steps = sum(1 for _ in replay.replay(before.folder, clinic.folder, place / "trace"))
    chosen = sorted(draw.randrange(steps) for _ in range(cuts))
    figures = {"cuts": cuts, "steps": steps, "lost": 0, "other": 0, "words": [], "syncs": 0}
    figures["syncs"] = (place / "trace").read_text(errors="replace").count("sync(")
    figures["acknowledged"] = writer.acknowledged
    known = {entry_id(row) for row in truth["entry"][:30]}
    for step, machine in enumerate(
            replay.replay(before.folder, clinic.folder, place / "trace")):
        while chosen and chosen[0] == step:
            number = cuts - len(chosen)
            chosen.pop(0)
            answered = {line for line in machine.output.split("\n")[:-1] if len(line) == 36}
            words = _judge(place, machine.cut(draw), known | answered, truth)
            # The program itself opens some of what is left.
            if not words and not weaken and number % 100 == 0:
                words = _opened(clinic, place)
            if words:
                figures["lost" if "lost" in words else "other"] += 1
                figures["words"] = (figures["words"] + [f"cut at step {step}: {words}"])[:3]
    return figures


def _lay_out(place, files):
    folder = place / "cut"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    for name, data in files.items():
        (folder / name).write_bytes(data)
        (folder / name).chmod(0o600)
    return folder


def _judge(place, files, answered, truth):
    folder = _lay_out(place, files)
    if "keys.json" not in files or "records.db" not in files:
        return "the key file or the data file is gone"
    work = place / "judged.db"
    for ending in ("", "-wal", "-shm"):
        work.with_name(work.name + ending).unlink(missing_ok=True)
        if (folder / f"records.db{ending}").exists():
            shutil.copy(folder / f"records.db{ending}", f"{work}{ending}")
    try:
        rows = logical(work)
    except Exception as error:
        return f"SQLite says: {error}"
    if rows["sound"] != "ok":
        return f"SQLite says: {rows['sound']}"
    lost = answered - {entry_id(row) for row in rows["entry"]}
    if lost:
        return f"{len(lost)} acknowledged entries are lost"
    for table in ("entry", "audit"):
        if rows[table] != truth[table][:len(rows[table])]:
            return f"{table} is no prefix of what was written"
    if rows["head"][0][1:3] != (len(rows["entry"]), len(rows["audit"])):
        return "the head tells of another number of rows"
    if sum(row[7] for row in rows["entry"]) != len(rows["signal"]):
        return "an entry without its signals"
    return ""


def _opened(clinic, place):
    twin = Clinic(clinic.program, place / "cut", init=False)
    checked = twin.run("verify")
    return "" if checked.returncode == 0 else f"verify: {checked.stdout}{checked.stderr}"


def changing_keys(report, program, size, seed):
    """Cuts while keys are rotated and a patient is erased, key file and checkpoints included."""
    cuts = 150 if size == "full" else 5
    with Workplace() as place:
        clinic = Clinic(program, place / "base")
        clinic.store(Entries(seed).take(20))
        for name, arguments in COMMANDS.items():
            bad = _cut_keys(clinic, place, name, arguments, cuts, seed)
            for words in bad:
                report.check(False, f"{name}: {words}")
            report.passed += cuts - len(bad)
            report.say(f"{name}: {cuts} cuts, {len(bad)} of them left no legal state, seed {seed}")
        weak = _cut_keys(
            clinic, place, "rotation", COMMANDS["rotation"], 1, seed, ("folder",))
        report.control(bool(weak), "an fsync of the folder that does nothing")


COMMANDS = {
    "rotation": ["keys", "rotate", "--destroy-older"],
    "erasure": ["erase", "torture-1", "--confirm", "torture-1"],
}


def _cut_keys(base, place, name, arguments, cuts, seed, ignore=()):
    shutil.rmtree(place / "clinic", ignore_errors=True)
    clinic = base.copy(place / "clinic")
    replay.traced(clinic.program, arguments, clinic.folder, "", place / "trace")
    paths = (base.folder, clinic.folder, place / "trace", ignore)
    steps = sum(1 for _ in replay.replay(*paths))
    draw = random.Random(seed)
    # The end is always among them: there the command has said that it is done.
    chosen = {steps - 1, *draw.sample(range(steps), min(cuts - 1, steps - 1))}
    bad = []
    for step, machine in enumerate(replay.replay(*paths)):
        if step in chosen:
            # At the end nothing may be left to chance.
            _lay_out(place, machine.cut(draw, "none" if step == steps - 1 else None))
            words = _legal(base, place, name, machine.output)
            if words:
                bad.append(f"cut at step {step} of {steps}: {words}")
    return bad


def _legal(base, place, name, output):
    twin = Clinic(base.program, place / "cut", init=False)
    checked = twin.run("verify")
    if checked.returncode != 0:
        return f"verify: {checked.stdout}{checked.stderr}"
    names = {entry_id(row) for row in logical(twin.folder / "records.db")["entry"]}
    erased = {key for key, entry in base.sent.items() if entry["patient"] == "torture-1"}
    if name == "erasure" and names == base.sent.keys() - erased:
        return ""
    if name == "erasure" and "Erased" in output:
        return "the erasure was acknowledged and lost"
    return "" if names == base.sent.keys() else "entries are lost"
