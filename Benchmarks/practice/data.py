"""Writes reviews as columns card, time in milliseconds since 1970 and grade, in the order of time.

    python data.py FILE [LOG.csv.gz]

LOG is a review log of Anki (card_id, review_rating, review_time); without it a log is simulated.
"""
import csv
import datetime
import gzip
import sys

import numpy

CARDS, DAYS, SEED = 1_205, 200, 20261121


def read(path):
    with gzip.open(path, "rt") as file:
        for row in csv.DictReader(file):
            moment = datetime.datetime.fromisoformat(row["review_time"])
            since = moment - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
            yield int(row["card_id"]), since // datetime.timedelta(milliseconds=1), int(
                row["review_rating"])


def simulate():
    """Cards reviewed at gaps that grow after a recall and shrink after a lapse."""
    random = numpy.random.default_rng(SEED)
    for card in range(CARDS):
        day, gap, recall = random.uniform(0, DAYS / 2), 1.0, random.beta(8, 2)
        while day < DAYS:
            recalled = random.uniform() < recall
            grade = int(random.choice([2, 3, 4], p=[0.1, 0.8, 0.1])) if recalled else 1
            yield card, int((20_000 + day) * 86_400_000), grade
            gap = gap * random.uniform(1.5, 3) if recalled else 0.01
            day += gap


def main(path, *log):
    rows = sorted(read(*log) if log else simulate(), key=lambda row: row[1])
    with open(path, "w") as file:
        file.write("card,time,grade\n")
        for row in rows:
            file.write(",".join(map(str, row)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
