"""Runs ours and its peers in turn and writes RESULTS.md; fails if their answers differ.

    python compare.py BENCH_EXECUTABLE PANEL TRAJECTORY ROUNDS reference|simulated ANAMNESIS RECORD \
        CYMR_PYTHON
"""
import datetime
import json
import math
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import time

import numpy
import scipy
import statsmodels

import horseshoe_draws
import mixed_models
import recall_analyses
import recall_likelihood
import recall_simulation
import results_sections
import spaced_practice

HERE = pathlib.Path(__file__).parent
ONE_THREAD = {name: "1" for name in (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}

# Name, what it is, runs of ours and of theirs in each round, what to add to their
# log-likelihood, greatest difference from ours. statsmodels counts the constant of 2 pi for the
# four diffuse steps of a trajectory too, and its search stops earlier.
JOBS = {
    "trajectory": dict(
        title="A. One person: 239 days, local level with 3 regressors, exact diffuse fit",
        ours=40, theirs=5, shift=2 * math.log(2 * math.pi), tolerance=1e-4),
    "panel": dict(
        title="C. 1,000 people x 365 days x 4 series, 30 % missing, filter and smoother",
        ours=5, theirs=1, shift=0.0, tolerance=1e-6),
}
# Work that has no peer: name, argument, runs, what it is, target in milliseconds or none.
ALONE = [
    ("folding", 50_000, 7, "50,000 entries of ten years folded into a chart", 200),
    ("reading", 50_000, 3, "the same entries read from lines of JSON", None),
    ("due", 1, 200, "the due list of a year with every calendar begun, 12 weeks ahead", 1),
    ("loading", "snapshot", 9, "all clinical knowledge loaded, with a snapshot", 50),
    ("loading", "yaml", 9, "the same from YAML", None),
]
# The record in its data file: work, size, figure, what it is, its unit and target.
ARCHIVE = [
    ("chart", 50_000, "chart_ms", "50,000 entries of ten years read, opened and folded", "ms",
     "< 200"),
    ("opening", 100_000, "opening_ms", "a data file with 100,000 entries opened", "ms", "< 300"),
    ("appending", 64, "appends_per_s", "durable audited entries by 64 callers", "a second",
     "≥ 2,000"),
    ("appending", 64, "p99_ms", "99 % of these are answered within", "ms", "< 100"),
    ("clinic", 1_000_000, "first_entry_ms", "6,000 records handed out: the first entry", "ms",
     "< 1,000"),
    ("clinic", 1_000_000, "trail_s", "1,000,000 lines of the trail followed", "s", "< 10"),
    ("clinic", 1_000_000, "verify_s", "1,000,000 entries verified", "s", "none set"),
]
# What knowledge makes of a chart: job and what it is. The target holds for all together.
CARE = [
    ("care", "rules, staging, due list and windows of a chart", "< 5"),
    ("care-rules", "of this facts and rules", None),
    ("care-staging", "of this trials and staging", None),
]
CARE_CHARTS = 1_000
KNOWN = {"panel": -1507138.545657, "trajectory": -177.17559590}
KNOWN_TOLERANCE = {"panel": 1e-6, "trajectory": 5e-8}


def measure(command):
    output = subprocess.run(
        [str(part) for part in command], env=os.environ | ONE_THREAD, check=True,
        capture_output=True, text=True).stdout
    return json.loads(output.splitlines()[-1])


def milliseconds(seconds):
    value = seconds * 1000
    return f"{value:,.3f}" if value < 10 else f"{value:,.1f}" if value < 1000 else f"{value:,.0f}"


def compare(name, bench, file, rounds, reference):
    job = JOBS[name]
    sides = {"anamnesis": [], "statsmodels": []}
    for index in range(rounds):
        commands = {
            "anamnesis": [bench, name, file, job["ours"]],
            "statsmodels": [sys.executable, HERE / "peers.py", name, file, job["theirs"]],
        }
        for side in sorted(commands, reverse=index % 2 == 1):
            sides[side].append(measure(commands[side]))
    for runs in sides.values():
        assert len({run["answer"] for run in runs}) == 1, f"{name}: not the same each round"
    ours = sides["anamnesis"][0]["answer"]
    theirs = sides["statsmodels"][0]["answer"] + job["shift"]
    assert abs(ours - theirs) <= job["tolerance"], f"{name}: {ours!r} is not {theirs!r}"
    if reference:
        error = abs(ours - KNOWN[name])
        assert error <= KNOWN_TOLERANCE[name], f"{name}: {ours!r} is not the published value"
    medians = {
        (side, clock): statistics.median(statistics.median(run[clock]) for run in runs)
        for side, runs in sides.items() for clock in ("cpu", "wall")}
    return job["title"], medians, ours, theirs


def table(results):
    lines = [
        "| job | tool | CPU ms | wall ms | log-likelihood |", "|---|---|---:|---:|---:|"]
    for title, medians, ours, theirs in results:
        for side, value in (("anamnesis", ours), ("statsmodels", theirs)):
            lines.append(
                f"| {title if side == 'anamnesis' else ''} | {side} "
                f"| {milliseconds(medians[side, 'cpu'])} | {milliseconds(medians[side, 'wall'])} "
                f"| {value:.8f} |")
        ratio = medians["statsmodels", "cpu"] / medians["anamnesis", "cpu"]
        wall = medians["statsmodels", "wall"] / medians["anamnesis", "wall"]
        lines.append(f"| | **ratio** | **{ratio:,.0f}** | **{wall:,.0f}** | |")
    return lines


def alone(bench):
    lines = ["| job | CPU ms | wall ms | target, wall ms |", "|---|---:|---:|---:|"]
    for name, argument, runs, title, target in ALONE:
        measured = measure([bench, name, argument, runs])
        cpu, wall = (statistics.median(measured[clock]) for clock in ("cpu", "wall"))
        aim = f"< {target}" if target else "none set"
        lines.append(f"| {title} | {milliseconds(cpu)} | {milliseconds(wall)} | {aim} |")
    return lines


def archive(bench):
    """The record in its data file, on all cores; what is not time is no target of its own."""
    lines = ["", "| the record in its data file, on all cores | wall | target |", "|---|---:|---:|"]
    figures = {}
    for work, size, figure, title, unit, target in ARCHIVE:
        if work not in figures:
            figures[work] = measure([bench, "archive", work, size])
        lines.append(f"| {title} | {figures[work][figure]:,.1f} {unit} | {target} |")
    return lines


def person_years(bench, people=40):
    """A year of each of several people: reviewed; and read, reviewed for everybody and written."""
    rows = []
    for job, name, aim in (
            ("review", "reviewed for the care team", "< 50"),
            ("report", "read, reviewed for everybody, written as text and JSON", "none set")):
        runs = [measure([bench, job, seed, 3]) for seed in range(1, people + 1)]
        times = {clock: sorted(statistics.median(run[clock]) for run in runs)
                 for clock in ("cpu", "wall")}
        for figure, share in (("median", 0.5), ("95th percentile", 0.95)):
            cpu, wall = (times[clock][math.ceil(share * people) - 1] for clock in ("cpu", "wall"))
            target = aim if share == 0.5 else "none set"
            rows.append(
                f"| a year of one person, {name}: {figure} of {people} people "
                f"| {milliseconds(cpu)} | {milliseconds(wall)} | {target} |")
    return rows


def care(bench):
    """What knowledge makes of each of many invented charts with everything in them."""
    rows = []
    for job, title, aim in CARE:
        measured = measure([bench, job, CARE_CHARTS, 3])
        cpu, wall = (statistics.median(measured[clock]) / CARE_CHARTS for clock in ("cpu", "wall"))
        rows.append(
            f"| one of {CARE_CHARTS:,} charts of a year: {title} "
            f"| {milliseconds(cpu)} | {milliseconds(wall)} | {aim or 'none set'} |")
    return rows


def clinic(folder):
    """What script/clinic measured last on this machine, if it ran."""
    path = pathlib.Path(folder) / "clinic.json"
    if not path.exists():
        return []
    runs = json.loads(path.read_text())["runs"]
    rows = [
        f"| {run['people']:,} | {run['threads']} | {run['seconds']:,.1f} | {run['mb']:,.0f} |"
        for run in runs]
    return [
        "", "## A clinic", "",
        "Measured by `script/clinic`: the command `anamnesis review --all`, a year of each person, "
        "one line of JSON each; the lines are the same whatever the number of threads. Target: "
        "10,000 people in less than 300 s on 2 threads, memory that does not grow.", "",
        "| people | threads | s | greatest memory, MB |", "|---:|---:|---:|---:|", *rows]


def review(anamnesis, record, kind):
    """The whole command, from start to the written page."""
    runs = []
    for _ in range(7):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            [anamnesis, "review", record, "--format", "html", "--output", record + ".html",
             "--force"], check=True, capture_output=True)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        runs.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall))
    cpu, wall = (statistics.median(run[index] for run in runs) for index in (0, 1))
    whose = "of the Kossakowski record (1,476 beeps)" if kind == "reference" else "of 240 days"
    return (f"| the command `anamnesis review` {whose}, as a page for the care team "
            f"| {milliseconds(cpu)} | {milliseconds(wall)} | < 1,000 |")


def machine():
    fields = dict(
        line.split(":", 1) for line in
        subprocess.run(["lscpu"], check=True, capture_output=True, text=True).stdout.splitlines()
        if ":" in line)
    swift = subprocess.run(
        ["swift", "--version"], check=True, capture_output=True, text=True).stdout.splitlines()[0]
    model = fields["Model name"].strip()
    return [
        f"- Machine: {model}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; "
        f"load average at the end {os.getloadavg()[0]:.1f}.",
        f"- {swift}, release build, no options for newer vector instructions.",
        f"- Python {platform.python_version()}, statsmodels {statsmodels.__version__}, "
        f"numpy {numpy.__version__}, scipy {scipy.__version__}.",
    ]


def sections(bench, work, rounds, cymr):
    """Every table beside a peer: its heading, its lines and what is to be said of it."""
    clocks = (measure, milliseconds)
    found = {
        "Mixed models": mixed_models.table(bench, work, rounds, *clocks),
        "Patterns": horseshoe_draws.table(bench, work, 1, *clocks),
        "Likelihood of recall": recall_likelihood.table(bench, work, rounds, *clocks, cymr),
        "Simulated recall": recall_simulation.table(bench, *clocks),
        "Analysis of recall": recall_analyses.table(bench, work, 1, *clocks),
        "Spaced practice": spaced_practice.table(bench, work, rounds, *clocks),
    }
    lines, remarks = found["Mixed models"]
    found["Mixed models"] = lines, mixed_models.notes(remarks)
    return found


def main():
    bench, panel, trajectory, rounds, kind, anamnesis, record, cymr = sys.argv[1:]
    work, reference = pathlib.Path(panel).parent, kind == "reference"
    results = [
        compare("trajectory", bench, trajectory, int(rounds), reference),
        compare("panel", bench, panel, int(rounds), reference),
    ]
    tables = sections(bench, work, int(rounds), cymr)
    own = alone(bench) + person_years(bench) + care(bench)
    own += [review(anamnesis, record, kind)] + clinic(work) + archive(bench)
    body = [*table(results), ""]
    for heading, (lines, _) in tables.items():
        body += [f"## {heading}", "", *lines, ""]
    body += ["## Without a peer", "", *own, ""]
    lines = [
        "# Speed beside others", "",
        "Written by `script/bench`; do not edit. Both tools do the same work on the same data in "
        "one run of the script, turn about, on one thread; each figure is the median over "
        f"{rounds} rounds of the median within a round, after a warm-up, without start-up and "
        "reading of files. The script fails unless both find the same answer.", "",
        *body, "## How", "",
        f"- Data: {kind}. Command: `script/bench {rounds}`. "
        f"Date: {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}.",
        *machine(),
        "- Job A: statsmodels `UnobservedComponents(level='llevel', exog, mle_regression=False, "
        "use_exact_diffuse=True)`, `fit(cov_type='none')`; its likelihood is shown with "
        "2 log 2 pi added, since it counts the constant for the four diffuse steps too.",
        "- Job C: statsmodels `KalmanSmoother`, one object a person, univariate filter, "
        "smoothed states and covariances only.",
        *[remark for _, remarks in tables.values() for remark in remarks],
    ]
    path = HERE / "RESULTS.md"
    path.write_text("\n".join(lines) + "\n" + results_sections.kept(path))
    print("\n".join(body))


if __name__ == "__main__":
    main()
