"""Reviews folders of records and checks time, memory and sameness; called by script/clinic.

    python clinic.py ANAMNESIS FOLDER PEOPLE THREADS
"""
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time

# Seconds for each 10,000 people on 2 threads, and how much more memory ten times the people may take.
SECONDS, GROWTH_MB = 300, 40


def review(program, folder, threads):
    """Seconds, greatest memory in MB, lines and fingerprint of what was written."""
    digest, lines = hashlib.sha256(), 0
    start = time.monotonic()
    run = subprocess.Popen(
        [program, "review", "--all", folder, "--threads", str(threads)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for line in run.stdout:
        digest.update(line)
        lines += 1
    _, status, usage = os.wait4(run.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"review --all {folder}: status {status}")
    return seconds, usage.ru_maxrss / 1024, lines, digest.hexdigest()


def main():
    program, folder, people, threads = sys.argv[1], pathlib.Path(sys.argv[2]), *map(int, sys.argv[3:])
    few = review(program, folder / str(people // 10), threads)
    alone = review(program, folder / str(people // 10), 1)
    many = review(program, folder / str(people), threads)
    print(f"{people // 10} people on {threads} threads: {few[0]:.1f} s, at most {few[1]:.0f} MB")
    print(f"{people // 10} people on 1 thread: {alone[0]:.1f} s, at most {alone[1]:.0f} MB")
    print(f"{people} people on {threads} threads: {many[0]:.1f} s, at most {many[1]:.0f} MB")
    problems = [text for wrong, text in [
        (few[3] != alone[3], "reviews differ with the number of threads"),
        (many[2] != people, f"{many[2]} reviews of {people} people"),
        (many[0] > SECONDS * people / 10_000 * 2 / threads, f"more than {SECONDS} s"),
        (many[1] > few[1] + GROWTH_MB, "memory grows with the number of people"),
    ] if wrong]
    print(json.dumps({"people": people, "threads": threads, "seconds": many[0], "mb": many[1]}))
    sys.exit("\n".join(problems) if problems else 0)


if __name__ == "__main__":
    main()
