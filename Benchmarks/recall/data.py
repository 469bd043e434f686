"""Writes the lists whose likelihood is timed: list,is_recall,position,item with items numbered from 0.

    python data.py FILE [MORTON2013.csv]

The mixed lists of psifr's sample data where they are at hand, else 1,200 invented lists as long.
"""
import csv
import random
import sys

LISTS, LENGTH, SEED = 1_200, 24, 20261121


def published(path):
    lists = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            if row["list_type"] == "mixed":
                study, recalls = lists.setdefault((int(row["subject"]), int(row["list"])), ({}, {}))
                kind = study if row["trial_type"] == "study" else recalls
                kind[int(row["position"])] = row["item"]
    for _, (study, recalls) in sorted(lists.items()):
        words = [word for _, word in sorted(study.items())]
        places = [words.index(word) for _, word in sorted(recalls.items()) if word in words]
        yield len(words), list(dict.fromkeys(places))


def invented():
    dice = random.Random(SEED)
    for _ in range(LISTS):
        yield LENGTH, dice.sample(range(LENGTH), dice.randint(6, 18))


def main(output, path=None):
    with open(output, "w") as file:
        file.write("list,is_recall,position,item\n")
        for number, (length, recalls) in enumerate(published(path) if path else invented(), 1):
            for place in range(length):
                file.write(f"{number},0,{place + 1},{place}\n")
            for position, place in enumerate(recalls, 1):
                file.write(f"{number},1,{position},{place}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
