"""Torture of the built program: `python3 Torture --program PATH [--quick] [campaign …]`."""

import argparse
import contextlib
import functools
import io
import os
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor, as_completed

import attacks
import canary
import client
import clocks
import copies
import crisis
import crowd
import damage
import disks
import fills
import guesses
import kills
import online
import powercuts
import readings
import roles
import slow
import stops
import therapynotes
import traces
import updates
from crew import Crew
from harness import Program, Report, Workplace
from served import ServedClinic


def served(campaign):
    """A campaign on the server in the place of commands."""
    return functools.partial(campaign, kind=ServedClinic)


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
    "trail-of-readings": readings.trail,
    "log-that-fails": readings.log_that_fails,
    # The same on the server, over HTTP, with the page of help asked for all the time.
    "served-random-kills": served(kills.random_kills),
    "served-kills-while-storing": served(kills.kills_while_storing),
    "served-power-cuts": served(powercuts.storing),
    "served-full-disk": fills.full,
    "served-failing-calls": served(disks.failing),
    "served-second-process": served(disks.second_process),
    "served-damage": served(damage.mutants),
    "served-backups": online.backups,
    "backup-on-one-core": online.on_one_core,
    "served-upgrades": functools.partial(copies.upgrades, opened=copies.by_server),
    "roles": roles.roles,
    "attacks": attacks.attacks,
    "canary": canary.canary,
    "lost-updates": updates.lost_updates,
    "crowd": crowd.crowd,
    "slow-clients": slow.slow_clients,
    "stops": stops.stops,
    "traces": traces.traces,
    "guesses": guesses.guesses,
    "unknown-names": guesses.unknown_names,
    "login-flood": guesses.login_flood,
    "clocks": clocks.clocks,
    "help-under-faults": crisis.help_under_faults,
    "therapy-notes": therapynotes.therapy_notes,
}
# The longest begin first, so that none is left over at the end.
FIRST = ["roles", "clocks", "help-under-faults", "therapy-notes"]
# They measure how long others wait: nothing else runs meanwhile.
ALONE = ["slow-clients", "login-flood"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True, help="a debug build of anamnesis")
    parser.add_argument("--quick", action="store_true", help="small sizes, minutes in all")
    parser.add_argument("--seed", type=int, default=None, help="repeats a run")
    parser.add_argument("--jobs", type=int, default=4, help="campaigns at the same time")
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
    with Workplace() as place:
        # Campaigns of the server begin with copies of one folder.
        os.environ["TORTURE_BASE"] = str(place)
        for output, held, broken in outcomes(names, options, size, seed):
            print(output, end="", flush=True)
            passed, failed = passed + held, failed + broken
    print(f"\n{passed} passed, {failed} failed")
    sys.exit(failed > 0)


def outcomes(names, options, size, seed):
    """Runs campaigns, some at the same time; what each said, as it ends."""
    names = sorted(names, key=lambda name: name not in FIRST)
    for jobs, some in (options.jobs, set(names) - set(ALONE)), (1, set(names) & set(ALONE)):
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            runs = [pool.submit(run, name, options.program, size, seed)
                    for name in names if name in some]
            for done in as_completed(runs):
                yield done.result()


def run(name, program, size, seed):
    """One campaign: what it said, and how many of its cases held and did not."""
    report = Report()
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        print(f"\n-- {name} ({size} size, seed {seed})")
        start, before = time.monotonic(), processor_time()
        try:
            client.Clinic.crew = Crew(Program(program))
            CAMPAIGNS[name](report, Program(program), size, seed)
        except Exception:
            report.check(False, f"the campaign itself: {traceback.format_exc()[-350:]}")
        report.say(f"{time.monotonic() - start:.1f} s, {processor_time() - before:.1f} s of a processor")
    return output.getvalue(), report.passed, report.failed


def processor_time():
    """The seconds on a processor of this process and of all that it started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


if __name__ == "__main__":
    main()
