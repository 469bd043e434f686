"""Times statsmodels MixedLM and prints what each run took as one line of JSON.

    python statsmodels_mixed.py FILE RUNS

The building of the model and fit() are timed; the search is the one that ends nearest the top.
"""
import json
import sys
import time

import numpy as np
import pandas as pd
from statsmodels.regression.mixed_linear_model import MixedLM


def fit(table):
    design = np.column_stack([np.ones(len(table)), table.time])
    model = MixedLM(table.score, design, groups=table.person, exog_re=design)
    return float(model.fit(reml=True, method="lbfgs").llf)


def main():
    table = pd.read_csv(sys.argv[1])
    fit(table[table.person <= 50])
    wall, cpu, likelihood = [], [], None
    for _ in range(int(sys.argv[2])):
        wall_start, cpu_start = time.perf_counter(), time.process_time()
        likelihood = fit(table)
        wall.append(time.perf_counter() - wall_start)
        cpu.append(time.process_time() - cpu_start)
    print(json.dumps({"wall": wall, "cpu": cpu, "answer": likelihood}))


if __name__ == "__main__":
    main()
