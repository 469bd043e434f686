"""Times simulated people: ours, NumPy and plain Python on the same equations, in turn, and puts the
section into RESULTS.md. Fails if what they find differs beyond chance or if a target is missed.

    python compare.py BENCH_EXECUTABLE ROUNDS
"""
import json
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import results_sections  # noqa: E402

PEOPLE, DAYS = 16_384, 365
# People and days of plain Python, which is slow.
FEW = (40, 365)


def bench(program, job, size, runs):
    output = subprocess.run([program, job, size, str(runs)], check=True, capture_output=True,
                            text=True).stdout
    found = json.loads(output)
    return {"wall": min(found["wall"]), "cpu": min(found["cpu"]), "mean": found["answer"]}


def peer(*command):
    output = subprocess.run([sys.executable, *map(str, command)], check=True, cwd=HERE,
                            capture_output=True, text=True).stdout
    return json.loads(output)


def started(program):
    """Seconds from the start of the process to one person's first day."""
    start = time.perf_counter()
    subprocess.run([program, "simulation", "1x1", "1"], check=True, capture_output=True)
    return time.perf_counter() - start


def measure(program, rounds):
    size = f"{PEOPLE}x{DAYS}"
    found = {name: [] for name in ("sums", "weekly", "thread", "compare", "start", "float32",
                                   "float64", "plain")}
    for _ in range(rounds):
        found["sums"].append(bench(program, "simulation", size, 3))
        found["weekly"].append(bench(program, "simulation-weekly", size, 3))
        found["thread"].append(bench(program, "simulation-thread", size, 3))
        found["compare"].append(bench(program, "simulation-compare", "2000x180", 5))
        found["start"].append(started(program))
        for kind in ("float32", "float64"):
            found[kind].append(peer("vectorised.py", PEOPLE, DAYS, kind))
        found["plain"].append(peer("plain.py", "time", *FEW))
    return found


def rate(rows, days, clock):
    return statistics.median(days / row[clock] for row in rows) / 1e6


def main():
    program, rounds = sys.argv[1], int(sys.argv[2])
    found = measure(program, rounds)
    days = PEOPLE * DAYS
    numpy = max(rate(found[kind], days, "cpu") for kind in ("float32", "float64"))
    plain = rate(found["plain"], FEW[0] * FEW[1], "cpu")
    ours = rate(found["thread"], days, "cpu")
    compare = statistics.median(row["wall"] for row in found["compare"]) * 1000
    start = statistics.median(found["start"]) * 1000
    mean = found["thread"][0]["mean"]
    for kind in ("float32", "float64"):
        other = found[kind][0]["mean"]
        if abs(other - mean) > 0.15:
            sys.exit(f"compare: mean total {mean} and {other} of {kind} differ beyond chance")
    rows = [
        ("forms counted, nothing kept, two threads", rate(found["sums"], days, "wall"), "≥ 30"),
        ("weekly items kept, two threads", rate(found["weekly"], days, "wall"), "≥ 12"),
        ("weekly items kept, one thread, of processor time", ours, ""),
        ("NumPy, all people of a block at once, of processor time", numpy, ""),
        ("plain Python, of processor time", plain, "")]
    lines = [
        f"{PEOPLE:,} invented people live {DAYS} days without treatment, with a form of nine items "
        f"each week; median of {rounds} rounds in one run of `script/bench simulation`. Rates are "
        "millions of person-days a second.", "", "| work | rate | aim |", "|---|---:|---:|"]
    lines += [f"| {name} | {value:.2f} | {aim} |" for name, value, aim in rows]
    lines += [
        "", "| | value | aim |", "|---|---:|---:|",
        f"| ours beside NumPy | {ours / numpy:.1f} x | ≥ 3 x |",
        f"| ours beside plain Python | {ours / plain:.0f} x | ≥ 100 x |",
        f"| start of the process to one person's day | {start:.0f} ms | < 50 ms |",
        f"| 4 arms of 2,000 people over 180 days | {compare:.0f} ms | < 100 ms |"]
    results_sections.replace(HERE.parent / "RESULTS.md", "simulation", lines)
    print("\n".join(lines))
    missed = [rows[0][1] < 30, rows[1][1] < 12, ours / numpy < 3, ours / plain < 100, start >= 50,
              compare >= 100]
    if any(missed):
        sys.exit("compare: a target is missed (the machine may be busy)")


if __name__ == "__main__":
    main()
