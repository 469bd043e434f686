"""The part of compare.py that takes the likelihood of free recall beside cymr.

    python recall_likelihood.py BENCH_EXECUTABLE WORK_FOLDER ROUNDS PEER_PYTHON

prints the table. cymr needs an older pandas, so it runs by a Python of its own.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
AIM = 50
TOLERANCE = 1e-7
# The words of cymr's own configuration for these data, and no more than a list holds.
POOLS = {768: "a pool of 768 words, as cymr's data have", 24: "a pool of the 24 words of a list"}


def peer(python, file, runs, pool):
    output = subprocess.run(
        [python, HERE / "recall/cymr_likelihood.py", file, str(runs), str(pool)],
        env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}, check=True,
        capture_output=True, text=True).stdout
    return json.loads(output.splitlines()[-1])


def table(bench, work, rounds, measure, milliseconds, python):
    """The lines of the table, and notes."""
    file = f"{work}/recall_likelihood.csv"
    ours, theirs = [], {pool: [] for pool in POOLS}
    for _ in range(rounds):
        ours.append(measure([bench, "recall-likelihood", file, 20]))
        for pool in POOLS:
            theirs[pool].append(peer(python, file, 3, pool))
    own, said = ours[0]["answer"], theirs[24][0]
    for runs in theirs.values():
        for run in runs:
            assert abs(run["answer"] - own) <= TOLERANCE, f"recall: {own!r} is not {run['answer']!r}"

    def median(runs, clock):
        return statistics.median(statistics.median(run[clock]) for run in runs)

    cpu = median(ours, "cpu")
    title = f"CMR: likelihood of {said['lists']:,} lists of 24 words, {said['recalls']:,} recalls"
    lines = [
        "| job | tool | CPU ms | wall ms | lists a CPU second | log-likelihood | ratio of CPU | aim |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
        f"| {title} | anamnesis | {milliseconds(cpu)} | {milliseconds(median(ours, 'wall'))} "
        f"| {said['lists'] / cpu:,.0f} | {own:.8f} | | |"]
    for pool, runs in theirs.items():
        time = median(runs, "cpu")
        lines.append(
            f"| | cymr, {POOLS[pool]} | {milliseconds(time)} | {milliseconds(median(runs, 'wall'))} "
            f"| {said['lists'] / time:,.0f} | {runs[0]['answer']:.8f} | **{time / cpu:,.0f}** "
            f"| >= {AIM} |")
    return lines, [
        f"- Free recall: cymr {said['version']}, `CMR.likelihood_subject` on lists that are sorted "
        "already, one thread, with its two sizes of network: both give the same likelihood. The lists "
        "are the mixed ones of psifr's sample data where they are at hand, else invented ones as long."]


if __name__ == "__main__":
    import compare as whole
    found, remarks = table(
        sys.argv[1], sys.argv[2], int(sys.argv[3]), whole.measure, whole.milliseconds, sys.argv[4])
    print("\n".join(found + remarks))
