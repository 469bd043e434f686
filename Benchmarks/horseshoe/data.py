"""Writes the regression that the horseshoe is timed on: 239 days, 40 correlated columns, 3 effects.

    python data.py FILE
"""
import sys

import numpy

DAYS, COLUMNS, SEED = 239, 40, 20261121
EFFECTS = {3: 0.45, 17: -0.35, 30: 0.25}


def main(path):
    random = numpy.random.default_rng(SEED)
    # Columns remember each other as neighbours do: correlation 0.6 to the power of the distance.
    place = numpy.arange(COLUMNS)
    covariance = 0.6 ** numpy.abs(place[:, None] - place[None, :])
    columns = random.standard_normal((DAYS, COLUMNS)) @ numpy.linalg.cholesky(covariance).T
    columns -= columns.mean(axis=0)
    columns /= numpy.sqrt((columns**2).mean(axis=0))
    outcome = random.standard_normal(DAYS)
    for column, effect in EFFECTS.items():
        outcome += effect * columns[:, column]
    outcome -= outcome.mean()
    names = ["outcome"] + [f"column{index + 1}" for index in range(COLUMNS)]
    with open(path, "w") as file:
        file.write(",".join(names) + "\n")
        for value, row in zip(outcome, columns):
            file.write(",".join(f"{cell:.12f}" for cell in (value, *row)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
