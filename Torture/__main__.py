"""Torture of the built program: `python3 Torture --program PATH [--quick] [campaign …]`."""

import argparse
import sys
import time

import copies
import damage
import disks
import kills
import powercuts
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
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="a debug build of anamnesis")
    parser.add_argument("--quick", action="store_true", help="small sizes, minutes in all")
    parser.add_argument("--seed", type=int, default=None, help="repeats a run")
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
    report = Report()
    for name in options.campaigns or CAMPAIGNS:
        print(f"\n-- {name} ({size} size, seed {seed})", flush=True)
        start = time.monotonic()
        CAMPAIGNS[name](report, Program(options.program), size, seed)
        report.say(f"{time.monotonic() - start:.1f} s")
    print(f"\n{report.passed} passed, {report.failed} failed")
    sys.exit(report.failed > 0)


main()
