"""The part of compare.py that times mixed models beside lme4 and statsmodels."""
import pathlib
import statistics
import sys

HERE = pathlib.Path(__file__).parent / "mixed"

# Name, what it is, runs of ours in each round, and the peers: their command, runs in each round, how far
# their log-likelihood may be from ours, how much faster we mean to be. lme4's search ends a little
# before the top of the moods' likelihoods and says so in warnings.
JOBS = {
    "visits": dict(
        title="5,000 people x 8 visits, correlated random intercept and slope, REML", ours=10,
        peers={
            "lme4": (["Rscript", HERE / "lme4.R", "visits"], 2, 1e-6, 5),
            "statsmodels": ([sys.executable, HERE / "statsmodels_mixed.py"], 1, 1e-6, 50),
        }),
    "moods": dict(
        title="Six lag-1 models of 130 people: an intercept and six slopes, independent, ML", ours=5,
        peers={"lme4": (["Rscript", HERE / "lme4.R", "moods"], 1, 5e-4, 5)}),
}


def compare(name, bench, file, rounds, measure):
    job = JOBS[name]
    commands = {"anamnesis": [bench, name, file, job["ours"]]} | {
        peer: command + [file, runs] for peer, (command, runs, _, _) in job["peers"].items()}
    sides = {side: [] for side in commands}
    for index in range(rounds):
        for side in sorted(commands, reverse=index % 2 == 1):
            sides[side].append(measure(commands[side]))
    answers = {side: runs[0]["answer"] for side, runs in sides.items()}
    for side, runs in sides.items():
        assert len({run["answer"] for run in runs}) == 1, f"{name}: not the same each round"
        if side != "anamnesis":
            difference = abs(answers[side] - answers["anamnesis"])
            assert difference <= job["peers"][side][2], f"{name}: {side} differs by {difference}"
    times = {
        (side, clock): statistics.median(statistics.median(run[clock]) for run in runs)
        for side, runs in sides.items() for clock in ("cpu", "wall")}
    version = sides["lme4"][0]["version"]
    return times, answers, version


def table(bench, work, rounds, measure, milliseconds):
    """The lines of the table, and the version of lme4."""
    lines = [
        "| job | tool | CPU ms | wall ms | log-likelihood | ratio of CPU | aim |",
        "|---|---|---:|---:|---:|---:|---:|"]
    version = None
    for name, job in JOBS.items():
        times, answers, version = compare(name, bench, f"{work}/{name}.csv", rounds, measure)
        for side, answer in answers.items():
            ratio = times[side, "cpu"] / times["anamnesis", "cpu"]
            ours = side == "anamnesis"
            aim = "" if ours else f">= {job['peers'][side][3]}"
            lines.append(
                f"| {job['title'] if ours else ''} | {side} "
                f"| {milliseconds(times[side, 'cpu'])} | {milliseconds(times[side, 'wall'])} "
                f"| {answer:.6f} | {'' if ours else f'**{ratio:,.0f}**'} | {aim} |")
    return lines, version


def notes(version):
    return [
        f"- Mixed models: lme4 {version} of the system, `lmer()` with its default settings; "
        "statsmodels `MixedLM(...).fit(reml=True, method=\"lbfgs\")`, which is faster than its "
        "default and ends nearer the top. Grouping of rows and all results of the fit are timed on "
        "each side. The moods' log-likelihood is the sum of six.",
    ]


if __name__ == "__main__":
    import compare as whole
    bench, work, rounds = sys.argv[1:]
    lines, version = table(bench, work, int(rounds), whole.measure, whole.milliseconds)
    print("\n".join(lines + notes(version)))
