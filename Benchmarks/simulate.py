"""Writes series of the shape of the reference data, for where that data is absent.

    python simulate.py panel.bin trajectory.csv
"""
import sys

import numpy as np

random = np.random.default_rng(20261121)
people, days, series = 1000, 365, 4
transition = np.array([[.5, .1, 0, 0], [.05, .4, .1, 0], [0, .1, .6, .05], [.1, 0, 0, .3]])
noise = .5 * np.array([[1, .3, .2, .1], [.3, 1, .3, .2], [.2, .3, 1, .3], [.1, .2, .3, 1]])
factor = np.linalg.cholesky(noise)
state = np.zeros((people, series))
panel = np.empty((people, days, series))
for day in range(days):
    state = state @ transition.T + random.standard_normal((people, series)) @ factor.T
    error = random.standard_normal((people, series)) * np.sqrt([.5, .6, .4, .7])
    panel[:, day] = state + error
panel[random.random(panel.shape) < .3] = np.nan
panel.astype("<f8").tofile(sys.argv[1])

days = 239
level = 4 + np.cumsum(random.standard_normal(days) * .02)
regressors = random.standard_normal((days, 3))
outcome = level + regressors @ [-.08, -.02, .01] + random.standard_normal(days) * .5
with open(sys.argv[2], "w") as file:
    file.write("day,outcome,first,second,third\n")
    for day in range(days):
        shown = "" if day == 100 else repr(float(outcome[day]))
        cells = ",".join(repr(float(x)) for x in regressors[day])
        file.write(f"{day + 1},{shown},{cells}\n")
