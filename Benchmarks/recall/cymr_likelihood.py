"""Times cymr's likelihood of the lists in a file written by data.py.

    python cymr_likelihood.py FILE RUNS

Prints the times of the runs and the log-likelihood as one line of JSON. Sorting rows into lists is not
timed. Items are numbered by their place in the list, so that cymr's network is no larger than a list.
"""
import json
import sys
import time

import numpy
import pandas
from cymr import cmr

PARAMETERS = dict(
    B_enc=0.6, B_start=0.3, B_rec=0.9, Afc=0, Dfc=0.85, Acf=0, Dcf=0.85, Lfc=0.15, Lcf=0.15, P1=0.2,
    P2=2, T=0.1, X1=0.001, X2=0.25)


def main(path, runs):
    table = pandas.read_csv(path)
    study = {"input": [], "item_index": []}
    recall = {"input": [], "item_index": []}
    for _, rows in table.groupby("list", sort=True):
        for kind, side in ((0, study), (1, recall)):
            items = rows[rows.is_recall == kind].sort_values("position").item.to_numpy()
            side["input"].append(items)
            side["item_index"].append(items)
    length = max(len(items) for items in study["input"])
    definition, patterns = cmr.config_loc_cmr(length)
    model = cmr.CMR()

    def likelihood():
        return model.likelihood_subject(
            study, recall, PARAMETERS, param_def=definition, patterns=patterns)[0]

    answer, wall, cpu = float(likelihood()), [], []
    for _ in range(runs):
        start, busy = time.perf_counter(), time.process_time()
        assert float(likelihood()) == answer
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - busy)
    print(json.dumps({
        "wall": wall, "cpu": cpu, "answer": answer, "lists": len(study["input"]),
        "recalls": int(numpy.sum([len(items) for items in recall["item_index"]]))}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
