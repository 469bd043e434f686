"""Backups are restored beside what an older file left, and older layouts are brought up to date."""

import json
import shutil
import sqlite3
from pathlib import Path

from harness import KILLED, AppendWriter, Clinic, Entries, Workplace
from posting import ServerWriter

LAYOUTS = Path(__file__).parent.parent / "Tests/Fixtures/layouts"


def backups(report, program, size, seed):
    """Each backup gives back what was stored when it was made, a stale log notwithstanding."""
    times = 50 if size == "full" else 2
    with Workplace() as place:
        clinic = Clinic(program, place / "clinic")
        entries = Entries(seed)
        for turn in range(times):
            clinic.store(entries.take(entries.random.randrange(1, 30)))
            made = clinic.run("backup", place / "copy")
            report.check(made.returncode == 0, f"backup {turn + 1}: {made.stderr}")
            known = set(clinic.acknowledged)
            _store_and_die(clinic, entries)
            faults = _restore(clinic, place, known)
            report.check(not faults, f"backup {turn + 1}: {faults}")
            shutil.rmtree(place / "copy")
        report.say(f"{times} backups, {len(clinic.acknowledged)} entries, seed {seed}")
        clinic.run("backup", place / "copy")
        known = set(clinic.acknowledged)
        _store_and_die(clinic, entries)
        faults = _restore(clinic, place, known, weaken="keep-log")
        report.control(bool(faults), "a log of the older file that is left there")


def _store_and_die(clinic, entries):
    """Entries after the backup, in a log that nobody closed."""
    writer = AppendWriter(clinic)
    writer.send(entries.take(6))
    writer.wait(6)
    writer.kill()


def _restore(clinic, place, known, weaken=None):
    """Restores the backup where the log of the lost data file still lies."""
    twin = clinic.copy(place / "restored")
    (twin.folder / "records.db").unlink()
    twin.acknowledged = known
    done = twin.run("restore", place / "copy", weaken=weaken)
    faults = [] if done.returncode == 0 else [f"restore: {done.stdout}{done.stderr}"]
    if not faults:
        faults = twin.faults(deep=False)
        more = twin.names() - known
        if more:
            faults.append(f"{len(more)} entries from after the backup")
    shutil.rmtree(twin.folder)
    return faults


def _by_command(clinic, ANAMNESIS_FAULT=None, ANAMNESIS_WEAKEN=None):
    """Has a command open a folder: its exit code, and what was wrong meanwhile."""
    done = clinic.run("verify", fault=ANAMNESIS_FAULT, weaken=ANAMNESIS_WEAKEN)
    return done.returncode, []


def by_server(clinic, **environment):
    """Has a server open a folder, until it is ready."""
    writer = ServerWriter(clinic, **environment)
    writer.ready()
    return writer.finish(), writer.wrong[:3]


def upgrades(report, program, size, seed, opened=_by_command):
    """Folders of every released layout open, and give what they gave when they were made."""
    times = 20 if size == "full" else 2
    with Workplace() as place:
        head = _layout(Clinic(program, place / "new").folder)
        frozen = sorted(path for path in LAYOUTS.iterdir() if path.is_dir())
        report.check(bool(frozen), "no frozen layouts")
        for layout in frozen:
            clinic = _thawed(program, layout, place)
            status, faults = opened(clinic)
            faults += [] if status == 0 else [f"ended with {status}"]
            faults += _golden_faults(clinic) if _layout(clinic.folder) == head else ["not brought up"]
            report.check(not faults, f"{layout.name}: {faults}")
            if _layout(layout) < head:
                _kill_upgrades(report, program, layout, place, times, Entries(seed).random, opened)
        report.check(_refuses_newer(program, frozen[-1], place), "a newer layout was not refused")
        report.say(f"{', '.join(path.name for path in frozen)} brought to layout {head}")


def _layout(folder):
    connection = sqlite3.connect(f"file:{folder}/records.db?mode=ro", uri=True)
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


def _thawed(program, layout, place):
    """A copy of a frozen folder, for its owner alone as the program wants it."""
    folder = place / "thawed"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(layout, folder)
    folder.chmod(0o700)
    for path in folder.iterdir():
        path.chmod(0o600)
    return Clinic(program, folder, init=False)


def _golden_faults(clinic):
    golden = [json.loads(line) for line in (clinic.folder / "golden.ndjson").open()]
    entries, error = clinic.stored()
    if entries is None:
        return [f"cannot be read: {error}"]
    faults = [] if entries == golden else ["other entries than when it was made"]
    checked = clinic.run("verify")
    if checked.returncode != 0:
        faults.append(f"verify: {checked.stdout}{checked.stderr}")
    return faults


def _kill_upgrades(report, program, layout, place, times, draw, opened):
    number = _layout(layout)
    for point in ("after-snapshot", "mid-migration"):
        for turn in range(times):
            clinic = _thawed(program, layout, place)
            place_in = draw.randrange(1, 4) if point == "mid-migration" else 1
            killed, _ = opened(clinic, ANAMNESIS_FAULT=f"{point}:{place_in}")
            report.check(killed == KILLED, f"{point}: {killed}")
            snapshot = clinic.folder / f"records.db.layout-{number}"
            report.check(snapshot.exists(), f"{point}: there is no copy from before")
            faults = opened(clinic)[1] + _golden_faults(clinic)
            report.check(not faults, f"{point} {turn + 1}: {faults}")
    report.say(f"{layout.name}: killed {2 * times} times on the way")
    clinic = _thawed(program, layout, place)
    opened(clinic, ANAMNESIS_FAULT="mid-migration:2", ANAMNESIS_WEAKEN="stepwise-migration")
    report.control(bool(_golden_faults(clinic)), "statements that are committed one by one")


def _refuses_newer(program, layout, place):
    clinic = _thawed(program, layout, place)
    connection = sqlite3.connect(clinic.folder / "records.db")
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()
    done = clinic.run("verify")
    return done.returncode == 64 and "layout 999" in done.stderr
