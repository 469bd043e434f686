"""The part of compare.py that times spaced practice beside py-fsrs and fsrs-rs.

    python spaced_practice.py BENCH_EXECUTABLE WORK_FOLDER ROUNDS
"""
import pathlib
import statistics
import sys

PEERS = pathlib.Path(__file__).parent / "practice/peers.py"
# State updates of one run of practice-states, and how many a second and a core are aimed at.
REPETITIONS, AIM = 100, 5e6


def median(runs, clock):
    return statistics.median(statistics.median(run[clock]) for run in runs)


def compare(job, bench, file, rounds, measure):
    sides = {"ours": [], "theirs": []}
    commands = {
        "ours": [bench, f"practice-{job}", file, 7],
        "theirs": [sys.executable, PEERS, job, file, 7]}
    for index in range(rounds):
        for side in sorted(commands, reverse=index % 2 == 1):
            sides[side].append(measure(commands[side]))
    return sides["ours"], sides["theirs"]


def table(bench, work, rounds, measure, milliseconds):
    """The lines of the table, and notes."""
    file = f"{work}/practice.csv"
    reviews = len(open(file).readlines()) - 1
    states = [measure([bench, "practice-states", file, 7]) for _ in range(rounds)]
    scheduled, py_fsrs = compare("schedule", bench, file, rounds, measure)
    fitted, fsrs_rs = compare("optimise", bench, file, rounds, measure)
    for run in scheduled + states:
        difference = abs(run["answer"] / py_fsrs[0]["answer"] - 1)
        assert difference < 1e-12, f"stabilities differ from those of py-fsrs by {difference}"
    loss, peer_loss = fitted[0]["answer"], fsrs_rs[0]["answer"]
    assert loss <= peer_loss + 1e-4, f"fitted less well than fsrs-rs: {loss} and {peer_loss}"
    rate = reviews * REPETITIONS / median(states, "cpu")
    lines = [
        "| job | tool | CPU ms | wall ms | answer | ratio of CPU | aim |",
        "|---|---|---:|---:|---|---:|---:|",
        f"| FSRS-6, states of {reviews:,} reviews {REPETITIONS} times | anamnesis "
        f"| {milliseconds(median(states, 'cpu'))} | {milliseconds(median(states, 'wall'))} "
        f"| **{rate / 1e6:.1f} M updates/s** | | >= {AIM / 1e6:.0f} M/s |"]
    for title, name, own, peer, answer, aim in (
            (f"FSRS-6, {reviews:,} reviews scheduled with steps and due times", "py-fsrs",
             scheduled, py_fsrs, "sum of log stability {:.6f}", ""),
            (f"Weights fitted to {reviews:,} reviews", "fsrs-rs", fitted, fsrs_rs,
             "log loss {:.5f}", ">= 1")):
        ratio = median(peer, "cpu") / median(own, "cpu")
        for side, runs in (("anamnesis", own), (name, peer)):
            lines.append(
                f"| {title if runs is own else ''} | {side} | {milliseconds(median(runs, 'cpu'))} "
                f"| {milliseconds(median(runs, 'wall'))} | {answer.format(runs[0]['answer'])} "
                f"| {'' if runs is own else f'**{ratio:,.1f}**'} "
                f"| {'' if runs is own else aim} |")
    return lines, [
        f"- Spaced practice: py-fsrs {py_fsrs[0]['version']} without fuzz; fsrs-rs by "
        f"fsrs-rs-python {fsrs_rs[0]['version']}, default settings, items built before the clock "
        "starts; ours starts from unsorted reviews and is timed with the scoring of its answer. Both "
        "use one thread. The answer is the plain log loss of all reviews a UTC date or more after the "
        "one before (the script fails if ours is worse than that of fsrs-rs). The stabilities agree "
        "with py-fsrs to 1e-12."]


if __name__ == "__main__":
    import compare as whole
    found, remarks = table(
        sys.argv[1], sys.argv[2], int(sys.argv[3]), whole.measure, whole.milliseconds)
    print("\n".join(found + remarks))
