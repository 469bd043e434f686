"""The part of compare.py that draws a horseshoe beside numpyro's NUTS.

    python horseshoe_draws.py BENCH_EXECUTABLE WORK_FOLDER ROUNDS

prints the table; `--check` shows instead that the comparison of means notices another slab.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys

import arviz
import numpy

HERE = pathlib.Path(__file__).parent
COLUMNS, EXPECTED, CHAINS = 40, 8, 4
AIM = 20
# 40 z values of means: beyond this they are not those of one posterior.
GREATEST_Z = 4.5


def effective(draws):
    return numpy.array([
        float(arviz.ess(numpy.ascontiguousarray(draws[:, :, column]), method="bulk"))
        for column in range(COLUMNS)])


def peer(file, output, slab=1):
    """numpyro on the one processor it may use; the run that compiles is not counted."""
    one = sorted(os.sched_getaffinity(0))[:1]
    ran = subprocess.run(
        [sys.executable, HERE / "horseshoe/numpyro_horseshoe.py", file, str(EXPECTED), str(slab),
         "1", output],
        check=True, capture_output=True, text=True, preexec_fn=lambda: os.sched_setaffinity(0, one))
    return json.loads(ran.stdout.splitlines()[-1]), numpy.load(output)


def own(bench, file, output):
    subprocess.run([bench, "horseshoe-draws", file, output], check=True)
    return numpy.fromfile(output).reshape(CHAINS, -1, COLUMNS)


def greatest_z(ours, theirs, sizes):
    """How far the posterior means lie apart, in Monte-Carlo standard errors."""
    error = sum(draws.var(axis=(0, 1)) / size for draws, size in zip((ours, theirs), sizes))
    return float(numpy.abs((ours.mean(axis=(0, 1)) - theirs.mean(axis=(0, 1))) / error**0.5).max())


def table(bench, work, rounds, measure, milliseconds):
    """The lines of the table, and notes."""
    file = f"{work}/horseshoe.csv"
    ours, times, runs = own(bench, file, f"{work}/horseshoe.bin"), [], []
    for index in range(rounds):
        times.append(measure([bench, "horseshoe", file, 5]))
        runs.append(peer(file, f"{work}/horseshoe.npy"))
    said, theirs = runs[0]
    sizes = effective(ours), effective(theirs)
    z = greatest_z(ours, theirs, sizes)
    assert z <= GREATEST_Z, f"horseshoe: the posterior means differ by {z:.1f} standard errors"
    seconds = {
        clock: (statistics.median(statistics.median(run[clock]) for run in times),
                statistics.median(run[clock][0] for run, _ in runs)) for clock in ("cpu", "wall")}
    ratios = (sizes[0] / seconds["cpu"][0]) / (sizes[1] / seconds["cpu"][1])
    lines = [
        "| job | tool | CPU ms | wall ms | effective draws: least | median "
        "| ratio of effective draws a CPU second: least | median | aim, least |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|"]
    for side, name in enumerate(("anamnesis", "numpyro")):
        title = "Horseshoe: 239 days, 40 columns, 4 x 1,000 draws kept" if side == 0 else ""
        ratio = "| | |" if side == 0 else (
            f"| **{ratios.min():,.0f}** | **{numpy.median(ratios):,.0f}** | >= {AIM}")
        lines.append(
            f"| {title} | {name} | {milliseconds(seconds['cpu'][side])} "
            f"| {milliseconds(seconds['wall'][side])} | {sizes[side].min():,.0f} "
            f"| {numpy.median(sizes[side]):,.0f} {ratio} |")
    for name, effect in (("no pattern", 0), ("one pattern shown", 0.5)):
        run = measure([bench, "patterns", effect, 20])
        cpu, wall = (statistics.median(run[clock]) for clock in ("cpu", "wall"))
        lines.append(
            f"| Search for patterns in a year, 4 predictors at 3 lags, variances known: {name} "
            f"| anamnesis | {milliseconds(cpu)} | {milliseconds(wall)} | | | | | "
            f"{'<= 6 ms' if effect == 0 else ''} |")
    return lines, [
        f"- Horseshoe: numpyro {said['version']} on jax {said['jax']}, NUTS with its default "
        f"settings, 4 chains of 1,000 + 1,000 iterations one after the other, 64-bit, one processor, "
        f"{said['steps']:.0f} leapfrog steps a draw, {said['diverging']} divergences; ours 4 chains "
        "of 500 + 1,000. The same model: slab of 1 in units of sigma, flat over log sigma, "
        f"{EXPECTED} coefficients expected. Warm-up is counted on both sides; numpyro's compiling "
        "is not: a first run is thrown away. Effective draws of each coefficient by "
        f"`arviz.ess`, bulk (arviz {arviz.__version__}). The ratio is taken for each coefficient at "
        f"equal effective draws; the means of all differ by at most {z:.1f} Monte-Carlo standard "
        f"errors (the script fails beyond {GREATEST_Z})."]


def check(bench, work):
    """Another slab must be noticed, or the comparison of means would be worth nothing."""
    file = f"{work}/horseshoe.csv"
    ours = own(bench, file, f"{work}/horseshoe.bin")
    _, theirs = peer(file, f"{work}/horseshoe_wrong.npy", slab=0.1)
    z = greatest_z(ours, theirs, (effective(ours), effective(theirs)))
    assert z > GREATEST_Z, f"a slab of 0.1 is not noticed: {z:.1f}"
    print(f"a slab of 0.1 in place of 1: means differ by {z:.1f} standard errors")


if __name__ == "__main__":
    if "--check" in sys.argv:
        check(*sys.argv[1:3])
    else:
        import compare as whole
        found, remarks = table(
            sys.argv[1], sys.argv[2], int(sys.argv[3]), whole.measure, whole.milliseconds)
        print("\n".join(found + remarks))
