"""Times py-fsrs or fsrs-rs on a review log and prints what each run took as one line of JSON.

    python peers.py schedule|optimise FILE RUNS

schedule: py-fsrs reviews every card; the answer is the sum of the logarithms of the last stabilities.
optimise: fsrs-rs fits the weights; items are built before. The answer is the mean log loss of all
reviews a calendar day or more after the one before, unweighted.
"""
import datetime
import importlib.metadata
import json
import math
import sys
import time

DAY = 86_400_000


def cards(path):
    reviews = {}
    with open(path) as file:
        for line in list(file)[1:]:
            card, moment, grade = map(int, line.split(","))
            reviews.setdefault(card, []).append((moment, grade))
    return list(reviews.values())


def schedule(path):
    import fsrs
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    log = [
        [(epoch + datetime.timedelta(milliseconds=moment), fsrs.Rating(grade))
         for moment, grade in reviews] for reviews in cards(path)]

    def run():
        total = 0.0
        for reviews in log:
            card = fsrs.Card(card_id=1)
            for moment, grade in reviews:
                card, _ = scheduler.review_card(card, grade, moment)
            total += math.log(card.stability)
        return total

    return run, lambda total: total, importlib.metadata.version("fsrs")


def optimise(path):
    import fsrs_rs_python as peer
    items = []
    histories = []
    for reviews in cards(path):
        days = [moment // DAY for moment, _ in reviews]
        gaps = [0] + [later - earlier for earlier, later in zip(days, days[1:])]
        history = [(grade, gap) for (_, grade), gap in zip(reviews, gaps)]
        histories.append(history)
        for index, (_, gap) in enumerate(history):
            if gap >= 1:
                items.append(peer.FSRSItem(
                    [peer.FSRSReview(grade, gap) for grade, gap in history[:index + 1]]))
    model = peer.FSRS(peer.DEFAULT_PARAMETERS)
    version = importlib.metadata.version("fsrs-rs-python")
    return (lambda: model.compute_parameters(items)), (lambda w: log_loss(w, histories)), version


def log_loss(w, histories):
    """The mean log loss by the published formulas of FSRS-6."""
    factor, losses = 0.9 ** (-1 / w[20]) - 1, []
    easy = w[4] - math.exp(3 * w[5]) + 1
    for history in histories:
        stability = difficulty = None
        for grade, gap in history:
            if stability is None:
                stability = w[grade - 1]
                difficulty = min(max(w[4] - math.exp(w[5] * (grade - 1)) + 1, 1), 10)
                continue
            recall = (1 + factor * gap / stability) ** -w[20]
            if gap >= 1:
                losses.append(-math.log(recall if grade > 1 else 1 - recall))
            if gap < 1:
                growth = math.exp(w[17] * (grade - 3 + w[18])) * stability ** -w[19]
                stability *= growth if grade == 1 else max(growth, 1)
            elif grade == 1:
                stability = min(
                    w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1)
                    * math.exp(w[14] * (1 - recall)), stability / math.exp(w[17] * w[18]))
            else:
                stability *= 1 + (
                    math.exp(w[8]) * (11 - difficulty) * stability ** -w[9]
                    * (math.exp(w[10] * (1 - recall)) - 1) * {2: w[15], 3: 1, 4: w[16]}[grade])
            stability = min(max(stability, 0.001), 36_500)
            moved = difficulty - w[6] * (grade - 3) * (10 - difficulty) / 9
            difficulty = min(max(w[7] * easy + (1 - w[7]) * moved, 1), 10)
    return sum(losses) / len(losses)


def main(job, path, runs):
    run, scored, version = {"schedule": schedule, "optimise": optimise}[job](path)
    answer = run()
    wall, cpu = [], []
    for _ in range(int(runs)):
        wall_start, cpu_start = time.perf_counter(), time.process_time()
        answer = run()
        wall.append(time.perf_counter() - wall_start)
        cpu.append(time.process_time() - cpu_start)
    print(json.dumps({"wall": wall, "cpu": cpu, "answer": scored(answer), "version": version}))


if __name__ == "__main__":
    main(*sys.argv[1:])
