"""Draws the horseshoe by numpyro's NUTS: 4 chains one after the other, 1,000 + 1,000 iterations each.

    python numpyro_horseshoe.py FILE EXPECTED SLAB RUNS DRAWS

Writes the draws of the last run to DRAWS (.npy: chain, draw, coefficient) and prints the times of the
runs as one line of JSON. A first run, which compiles, is not counted. The caller keeps the process to
one processor.
"""
import json
import os
import sys
import time

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

import jax
import jax.numpy as jnp
import numpy
import numpyro
import numpyro.distributions as dist
from numpyro.infer import MCMC, NUTS

WARMUP, DRAWS, CHAINS = 1_000, 1_000, 4


def model(columns, outcome, expected, slab):
    rows, count = columns.shape
    scale = expected / (count - expected) / jnp.sqrt(rows)
    # Flat over log sigma, which is 1 / sigma^2 over sigma^2.
    log_sigma = numpyro.sample("log_sigma", dist.ImproperUniform(dist.constraints.real, (), ()))
    sigma = jnp.exp(log_sigma)
    tau = numpyro.sample("tau", dist.HalfCauchy(scale))
    with numpyro.plate("columns", count):
        local = numpyro.sample("local", dist.HalfCauchy(1.0))
        z = numpyro.sample("z", dist.Normal(0.0, 1.0))
    tamed = slab * local / jnp.sqrt(slab**2 + (tau * local) ** 2)
    beta = numpyro.deterministic("beta", sigma * tau * tamed * z)
    numpyro.sample("outcome", dist.Normal(columns @ beta, sigma), obs=outcome)


def main(path, expected, slab, runs, output):
    numpyro.enable_x64()
    table = numpy.loadtxt(path, delimiter=",", skiprows=1)
    sampler = MCMC(
        NUTS(model), num_warmup=WARMUP, num_samples=DRAWS, num_chains=CHAINS,
        chain_method="sequential", progress_bar=False)
    wall, cpu = [], []
    for run in range(runs + 1):
        start, busy = time.perf_counter(), time.process_time()
        sampler.run(
            jax.random.PRNGKey(run), jnp.asarray(table[:, 1:]), jnp.asarray(table[:, 0]), expected,
            slab, extra_fields=("diverging", "num_steps"))
        beta = numpy.asarray(sampler.get_samples(group_by_chain=True)["beta"])
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - busy)
    numpy.save(output, beta)
    extra = sampler.get_extra_fields()
    print(json.dumps({
        "wall": wall[1:], "cpu": cpu[1:], "compiling": wall[0] - min(wall[1:]),
        "diverging": int(extra["diverging"].sum()), "steps": float(extra["num_steps"].mean()),
        "version": numpyro.__version__, "jax": jax.__version__}))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
