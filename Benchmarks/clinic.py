"""Reviews folders of records and checks time, memory and sameness; called by script/clinic.

    python clinic.py ANAMNESIS FOLDER PEOPLE THREADS RESULTS.json
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
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    people, threads = map(int, sys.argv[3:5])
    runs, prints = [], []
    for count, width in ((people // 10, 1), (people // 10, threads), (people, threads)):
        seconds, megabytes, lines, digest = review(program, folder / str(count), width)
        print(f"{count} people, threads {width}: {seconds:.1f} s, at most {megabytes:.0f} MB")
        if lines != count:
            sys.exit(f"{lines} reviews of {count} people")
        runs.append(dict(people=count, threads=width, seconds=seconds, mb=megabytes))
        prints.append(digest)
    pathlib.Path(sys.argv[5]).write_text(json.dumps(dict(runs=runs)))
    limit = SECONDS * people / 10_000 * 2 / threads
    problems = [text for wrong, text in [
        (prints[0] != prints[1], "reviews differ with the number of threads"),
        (runs[2]["seconds"] > limit, f"more than {limit:.0f} s"),
        (runs[2]["mb"] > runs[1]["mb"] + GROWTH_MB, "memory grows with the number of people"),
    ] if wrong]
    sys.exit("\n".join(problems) if problems else 0)


if __name__ == "__main__":
    main()
