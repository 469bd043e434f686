"""The part of compare.py that analyses free recall beside psifr.

    python recall_analyses.py BENCH_EXECUTABLE WORK_FOLDER ROUNDS

prints the table; it fails when the answers differ.
"""
import importlib.metadata
import json
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
PEER = HERE / "recall/psifr_recall.py"
AIM = 50
SETS = {
    "Morton2013": ("Morton2013: 40 people, 1,920 lists of 24 words", [
        "scoring", "spc", "pfr", "pnr", "lag-crp", "lag-crp-within", "compound-lag-crp", "input-crp",
        "lag-rank", "distance-crp", "distance-rank", "distance-rank-shifted",
        "distance-rank-window", "category-crp", "clustering", "intrusions"]),
    "peers_notask": ("peers_notask: 126 people, 3,528 lists of 16 words", [
        "scoring", "spc", "pfr", "lag-crp", "lag-rank", "intrusions"]),
}


def table(bench, work, rounds, measure, milliseconds):
    """The lines of the table, and notes."""
    lines = [
        "| sample set | analysis | anamnesis, CPU ms | psifr, CPU ms | ratio | aim |",
        "|---|---|---:|---:|---:|---:|"]
    for sample, (title, names) in SETS.items():
        folder = f"{work}/recall-{sample}"
        subprocess.run([sys.executable, PEER, "export", sample, folder], check=True)
        for index, name in enumerate(names):
            ours, theirs = [], []
            for _ in range(rounds):
                ours.append(measure([bench, "recall", f"{name}:{folder}", 20]))
                theirs.append(measure([sys.executable, PEER, name, sample, 1]))
            answer, peer = ours[0]["answer"], theirs[0]["answer"]
            assert abs(answer - peer) <= 1e-9 * max(abs(peer), 1), f"{name}: {answer} is not {peer}"
            own, other = (
                statistics.median(statistics.median(run["cpu"]) for run in runs)
                for runs in (ours, theirs))
            lines.append(
                f"| {title if index == 0 else ''} | {name} | {milliseconds(own)} "
                f"| {milliseconds(other)} | **{other / own:,.0f}** | >= {AIM} |")
    return lines, [
        f"- Recall analyses: psifr {importlib.metadata.version('psifr')}; both start from scored "
        "data in memory, `scoring` from a table of events in memory, one row per event, equal words "
        "sharing their text (psifr: `merge_free_recall`; ours does not read attributes there, as "
        "psifr does not). The answers, "
        "sums of all values of all people, agree to 1e-9. psifr has no function for the first recall "
        "alone: its time is that of `pnr`."]


if __name__ == "__main__":
    def run(command):
        output = subprocess.run(
            [str(part) for part in command], check=True, capture_output=True, text=True).stdout
        return json.loads(output.splitlines()[-1])
    found, remarks = table(
        sys.argv[1], sys.argv[2], int(sys.argv[3]), run, lambda value: f"{value * 1000:,.3f}")
    print("\n".join(found + remarks))
