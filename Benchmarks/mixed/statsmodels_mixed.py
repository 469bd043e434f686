"""Times statsmodels MixedLM and prints what each run took as one line of JSON.

    python statsmodels_mixed.py FILE RUNS

Only the building of the model and fit() are timed. The standard errors that fit() adds at the end
are switched off by `do_cg=True, cov_pen=None` defaults being left alone: it has no such option.
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
    return float(model.fit(reml=True).llf)


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
