"""Cross-section fit of answers.csv by statsmodels, people taken as one.

    python Benchmarks/ordinal/reference.py

Made with statsmodels 0.15.0; the numbers stand in CumulativeProbitTests.swift.
"""
import csv

import numpy
import statsmodels
from statsmodels.miscmodels.ordinal_model import OrderedModel

with open("Benchmarks/ordinal/answers.csv") as file:
    rows = list(csv.DictReader(file))
x = numpy.array([[float(row["x"])] for row in rows])
answers = numpy.array([int(row["answer"]) for row in rows])
model = OrderedModel(answers, x, distr="probit")
fit = model.fit(method="bfgs", disp=False, gtol=1e-8, maxiter=500)
print(statsmodels.__version__)
print("coefficient %.10f" % fit.params[0])
print("thresholds", ["%.10f" % t for t in model.transform_threshold_params(fit.params)[1:-1]])
print("log-likelihood %.10f" % fit.llf)
