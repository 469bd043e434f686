"""Torture of the built program: `python3 Torture --program PATH [--quick] [campaign …]`."""

import argparse
import contextlib
import io
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor, as_completed

import copies
import damage
import disks
import kills
import powercuts
import therapynotes
from harness import Program, Report

CAMPAIGNS = {
    "random-kills": kills.random_kills,
    "kills-while-storing": kills.kills_while_storing,
    "kills-while-working": kills.kills_while_working,
    "power-cuts": powercuts.storing,
    "power-cuts-and-keys": powercuts.changing_keys,
    "full-disk": disks.full,
    "limited-files": disks.limited,
    "failing-calls": disks.failing,
    "second-process": disks.second_process,
    "damage": damage.mutants,
    "backups": copies.backups,
    "upgrades": copies.upgrades,
    "therapy-notes": therapynotes.therapy_notes,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="a debug build of anamnesis")
    parser.add_argument("--quick", action="store_true", help="small sizes, minutes in all")
    parser.add_argument("--seed", type=int, default=None, help="repeats a run")
    parser.add_argument("--jobs", type=int, default=3, help="campaigns at the same time")
    parser.add_argument("campaigns", nargs="*", help=f"some of: {', '.join(CAMPAIGNS)}")
    options = parser.parse_args()
    unknown = set(options.campaigns) - CAMPAIGNS.keys()
    if unknown:
        parser.error(f"no such campaign: {', '.join(sorted(unknown))}")
    # The quick run is the same every time; the full one explores.
    seed = options.seed
    if seed is None:
        seed = 1 if options.quick else time.time_ns() % 1_000_000
    size = "quick" if options.quick else "full"
    names = options.campaigns or list(CAMPAIGNS)
    passed = failed = 0
    with ProcessPoolExecutor(max_workers=options.jobs) as pool:
        runs = {pool.submit(run, name, options.program, size, seed): name for name in names}
        for done in as_completed(runs):
            output, held, broken = done.result()
            print(output, end="", flush=True)
            passed, failed = passed + held, failed + broken
    print(f"\n{passed} passed, {failed} failed")
    sys.exit(failed > 0)


def run(name, program, size, seed):
    """One campaign: what it said, and how many of its cases held and did not."""
    report = Report()
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        print(f"\n-- {name} ({size} size, seed {seed})")
        start = time.monotonic()
        try:
            CAMPAIGNS[name](report, Program(program), size, seed)
        except Exception:
            report.check(False, f"the campaign itself: {traceback.format_exc()[-350:]}")
        report.say(f"{time.monotonic() - start:.1f} s")
    return output.getvalue(), report.passed, report.failed


if __name__ == "__main__":
    main()
