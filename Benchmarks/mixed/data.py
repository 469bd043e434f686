"""Writes the two tables of the mixed-model jobs.

    python data.py visits FILE                 5,000 people x 8 visits, random intercept and slope
    python data.py moods FILE [REFERENCE]      six lag-1 models, from the published beeps if given
"""
import csv
import sys

import numpy as np

MOODS = ("opgewkt_", "onplplez", "pieker", "angstig_", "somber__", "ontspann")


def visits(path):
    """Uneven times, one visit in ten missed, correlated level and slope."""
    rng = np.random.default_rng(20)
    people, times = 5000, 8
    spread = np.linalg.cholesky(np.array([[16, -1.5], [-1.5, 1]]))
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("person", "time", "score"))
        for person in range(1, people + 1):
            level, slope = spread @ rng.standard_normal(2)
            for visit in range(times):
                time = round(np.log1p(visit + 0.3 * rng.random()), 6)
                score = 15 + level + (slope - 2) * time + 2 * rng.standard_normal()
                writer.writerow((person, time, round(score, 6)))


def published(path):
    """Each mood with all moods one beep before, in the rows of the first period."""
    with open(path) as file:
        rows = list(csv.reader(file))
    columns = {name: index + 1 for index, name in enumerate(rows[0])}
    rows = [row for row in rows[1:] if row[columns["st_period"]] == "0"]
    person = np.array([int(row[columns["subjno"]]) for row in rows])
    day = np.array([int(row[columns["dayno"]]) for row in rows])
    moods = np.array([
        [float("nan") if row[columns[mood]] == "NA" else float(row[columns[mood]])
         for mood in MOODS] for row in rows])
    lags = np.full_like(moods, np.nan)
    same = (person[1:] == person[:-1]) & (day[1:] == day[:-1])
    lags[1:][same] = moods[:-1][same]
    return person, moods, lags


def simulated():
    """130 people x 60 beeps in which most people have some carry-over."""
    rng = np.random.default_rng(21)
    people, beeps = 130, 60
    moods = np.full((people, beeps, 6), np.nan)
    for person in range(people):
        carry = np.diag(0.2 + 0.15 * rng.standard_normal(6)) + 0.05 * rng.standard_normal((6, 6))
        level = 3 + rng.standard_normal(6)
        state = np.zeros(6)
        for beep in range(beeps):
            state = carry @ state + rng.standard_normal(6)
            if rng.random() > .25:
                moods[person, beep] = level + state
    lags = np.full_like(moods, np.nan)
    lags[:, 1:] = moods[:, :-1]
    return np.repeat(np.arange(people), beeps), moods.reshape(-1, 6), lags.reshape(-1, 6)


def moods(path, reference=None):
    person, values, lags = published(reference) if reference else simulated()
    for code in np.unique(person):
        mine = person == code
        known = ~np.isnan(lags[mine])
        counts = np.maximum(known.sum(0), 1)
        lags[mine] -= np.where(known, lags[mine], 0).sum(0) / counts
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("model", "person", "outcome") + tuple(f"lag{i}" for i in range(1, 7)))
        for model in range(6):
            whole = ~np.isnan(values[:, model]) & ~np.isnan(lags).any(1)
            for row in np.flatnonzero(whole):
                writer.writerow(
                    (model + 1, person[row], values[row, model])
                    + tuple(repr(float(value)) for value in lags[row]))


if __name__ == "__main__":
    {"visits": visits, "moods": moods}[sys.argv[1]](*sys.argv[2:])
