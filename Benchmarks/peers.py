"""Runs one job in statsmodels and prints what each run took as one line of JSON.

    python peers.py panel FILE RUNS
    python peers.py trajectory FILE RUNS

The same work as the Swift jobs, set up as lean as statsmodels allows: only states and their
covariances are smoothed, measurements are taken one by one, no standard errors of variances.
"""
import json
import sys
import time

import numpy as np
import pandas as pd
from statsmodels.tsa.statespace import kalman_smoother as smoother
from statsmodels.tsa.statespace.structural import UnobservedComponents

DAYS, SERIES = 365, 4


class Panel:
    def __init__(self, path):
        self.people = np.fromfile(path, "<f8").reshape(-1, DAYS, SERIES)
        self.transition = np.array(
            [[.5, .1, 0, 0], [.05, .4, .1, 0], [0, .1, .6, .05], [.1, 0, 0, .3]])
        self.state_cov = .5 * np.array(
            [[1, .3, .2, .1], [.3, 1, .3, .2], [.2, .3, 1, .3], [.1, .2, .3, 1]])
        self.obs_cov = np.diag([.5, .6, .4, .7])
        self.unit = np.eye(SERIES)

    def model(self, person):
        """A new object for each person: one that is bound again keeps the values it had first."""
        model = smoother.KalmanSmoother(
            k_endog=SERIES, k_states=SERIES, k_posdef=SERIES,
            smoother_output=smoother.SMOOTHER_STATE | smoother.SMOOTHER_STATE_COV)
        model["design"] = self.unit
        model["selection"] = self.unit
        model["transition"] = self.transition
        model["state_cov"] = self.state_cov
        model["obs_cov"] = self.obs_cov
        model.initialize_known(np.zeros(SERIES), self.unit * 10)
        model.filter_univariate = True
        model.bind(person.copy())
        return model

    def run(self, people=None):
        total = 0.0
        states, variances = [], []
        for person in self.people[:people]:
            result = self.model(person).smooth()
            states.append(result.smoothed_state)
            variances.append(np.einsum("iit->it", result.smoothed_state_cov))
            total += result.llf
        return total

    def warm(self):
        self.run(10)


class Trajectory:
    def __init__(self, path):
        table = pd.read_csv(path)
        self.outcome = table.iloc[:, 1].to_numpy(float)
        self.regressors = table.iloc[:, 2:].to_numpy(float)

    def run(self):
        model = UnobservedComponents(
            self.outcome, level="llevel", exog=self.regressors, mle_regression=False,
            use_exact_diffuse=True)
        return float(model.fit(disp=0, cov_type="none").llf)

    def warm(self):
        self.run()


def main():
    job = {"panel": Panel, "trajectory": Trajectory}[sys.argv[1]](sys.argv[2])
    job.warm()
    wall, cpu, likelihood = [], [], None
    for _ in range(int(sys.argv[3])):
        wall_start, cpu_start = time.perf_counter(), time.process_time()
        likelihood = job.run()
        wall.append(time.perf_counter() - wall_start)
        cpu.append(time.process_time() - cpu_start)
    print(json.dumps({"wall": wall, "cpu": cpu, "answer": likelihood}))


if __name__ == "__main__":
    main()
