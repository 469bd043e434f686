"""The part of compare.py that takes simulated recall beside its formulas written out plainly.

    python recall_simulation.py BENCH_EXECUTABLE

prints the table. pyCMR3, the published program, cannot be installed from a registry; memory of its
speed and level is from a run of its own, 24 lists in 4.3 s at 5.5 to 5.9 recalls a list.
"""
import math
import statistics
import sys

AIM = 800
LISTS = 24
SESSIONS = {"accumulator": 40, "accumulator-plain": 10}
# A list's number of recalls scatters by about this much.
SPREAD = 2.5


def table(bench, measure, milliseconds):
    """The lines of the table, and notes."""
    runs = {job: measure([bench, job, sessions, 3]) for job, sessions in SESSIONS.items()}
    lists = {job: LISTS * sessions for job, sessions in SESSIONS.items()}
    ours, plain = (runs[job]["answer"] for job in SESSIONS)
    error = SPREAD * math.sqrt(sum(1 / count for count in lists.values()))
    assert abs(ours - plain) < 4 * error, f"recalls a list: {ours} is not {plain}"
    rates = {
        job: lists[job] / statistics.median(run["cpu"]) for job, run in runs.items()}
    ratio = rates["accumulator"] / rates["accumulator-plain"]
    return [
        "| job | program | lists a CPU second | recalls a list | ratio | aim |",
        "|---|---|---:|---:|---:|---:|",
        f"| CMR2, 24 lists of 24 words a session, races of accumulators for 75 s | anamnesis "
        f"| {rates['accumulator']:,.0f} | {ours:.2f} | | >= {AIM} |",
        f"| | formulas written out plainly | {rates['accumulator-plain']:,.0f} | {plain:.2f} "
        f"| **{ratio:,.1f}** | |"], [
        "- Simulated recall: the plain program is ours, straight from the formulas in double "
        "precision, and also the reference of the tests. The published program pyCMR3 made 5.5 "
        "lists a second at 5.5 to 5.9 recalls a list on a machine of this kind; it is in no "
        "registry, so it does not run here."]


if __name__ == "__main__":
    import compare as whole
    found, remarks = table(sys.argv[1], whole.measure, whole.milliseconds)
    print("\n".join(found + remarks))
