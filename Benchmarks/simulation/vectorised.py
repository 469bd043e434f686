"""The model of simulated people in NumPy, all people of a block side by side: the same equations as
Sources/Simulation without treatment, with NumPy's own generator, which is faster there than ours would
be. Weekly forms are filled in item by item; their totals are kept.

    python vectorised.py PEOPLE DAYS float32|float64
"""
import json
import sys
import time

import numpy as np

from plain import BANK, OWN, P

BLOCK = 4096


def live(people, days, seed, kind):
    """Lives the days of a block; the totals of its weekly forms."""
    chance = np.random.Generator(np.random.SFC64(seed))

    def normal():
        return chance.standard_normal(people, dtype=kind)

    def uniform():
        return chance.random(people, dtype=kind)

    def constant(value):
        return np.full(people, value, kind)

    spread = {name: kind(P[name]) for name in P}
    beta = kind(P["beta"]) * np.exp(spread["sd_beta"] * normal())
    env = kind(P["env"]) + spread["sd_env"] * normal()
    rest0 = np.exp(spread["sd_P"] * normal())
    style = spread["sd_off"] * normal()
    rate = kind(P["lam"]) * np.exp(spread["sd_lam"] * normal())
    own = kind(OWN) * normal()
    p = spread
    m, mu, pi, z = constant(-0.9), constant(-0.54), constant(70), constant(0)
    fp, fn, sp, sn = constant(1), constant(1.3), constant(0), constant(0)
    plasticity, load = rest0.copy(), constant(0)
    theta = p["th0"] - p["th1"] * m
    left = kind(np.exp(-1 / P["tauL"]))
    slopes = np.array([1 / a for a, _ in BANK], kind)
    steps = np.array([b for _, b in BANK], kind)
    totals = []
    for day in range(days):
        events = uniform()
        size = np.zeros(people, kind)
        struck = np.flatnonzero(events < rate)
        if struck.size:
            drawn = -np.log(np.maximum(kind(1e-9), events[struck] / rate[struck])) * p["ev"]
            size[struck] = np.minimum(4 * p["ev"], drawn)
        load *= left
        load += size
        seen = env + p["sig_e"] * normal() + p["f"] * m - kind(0.5) * size
        balance = np.log(np.maximum(kind(0.1), fp + sp) / np.maximum(kind(0.1), fn + sn))
        q = 1 / (1 + np.exp(-(p["kap"] * balance + beta * m)))
        affect = 2 * q - 1
        weight = pi / (pi + p["pi_ref"])
        target = (p["a_r"] * affect + p["a_b"] * weight * mu + p["a_e"] * seen + p["a_z"] * z
                  - p["a_L"] * load)
        m = p["rho"] * m + (1 - p["rho"]) * target + p["sig_m"] * normal()
        np.clip(m, kind(-1.8), kind(1.6), out=m)
        z = (p["rz"] * z + (1 - p["rz"]) * (p["zm"] * m - p["zL"] * load)
             + p["sig_z"] * normal())
        resting = np.maximum(kind(0.15), rest0 + p["pm"] * np.minimum(kind(0), m) - p["pL"] * load)
        plasticity += (resting - plasticity) / p["tauP"]
        rested = 1 + p["cz"] * np.clip(z, kind(-1), kind(1))
        plastic = np.maximum(kind(0.05), plasticity * rested)
        settled = p["cs"] * rested
        gain = np.maximum(kind(0), seen) * (1 + p["gm"] * m) + p["hr_n"] * q
        pain = np.maximum(kind(0), -seen) * (1 - p["gm"] * m) + p["hr_n"] * (1 - q)
        dp, dn = fp - kind(0.5), fn - kind(0.5)
        learning = p["eta"] * plastic
        fp = np.maximum(kind(0.1), fp + learning * gain - (p["decW"] + settled) * dp)
        fn = np.maximum(kind(0.1), fn + learning * pain - (p["decW"] + settled) * dn)
        sp += settled * dp - p["decS"] * sp
        sn += settled * dn - p["decS"] * sn
        drifted = pi / (1 + p["om"] * plastic * pi)
        trust = p["pi_o"] / (drifted + p["pi_o"])
        mu += trust * (seen + kind(0.5) * affect - mu)
        np.clip(mu, kind(-1.5), kind(1.5), out=mu)
        pi = np.minimum(kind(400), drifted + p["pi_o"])
        theta += (p["th0"] - p["th1"] * m + style - theta) / kind(7)
        if day % 7 == 0:
            u = np.clip(chance.random((9, people), dtype=kind), kind(1e-7), kind(1 - 1e-7))
            level = theta - np.log(u / (1 - u)) * slopes[:, None]
            level[2] -= p["th_z"] * z
            level[8] += own
            totals.append((level[:, None, :] > steps[:, :, None]).sum(axis=(0, 1)))
    return np.stack(totals)


def main():
    people, days = int(sys.argv[1]), int(sys.argv[2])
    kind = {"float32": np.float32, "float64": np.float64}[sys.argv[3]]
    live(64, 8, 0, kind)
    start, cpu = time.perf_counter(), time.process_time()
    means = [live(min(BLOCK, people - first), days, first + 1, kind).mean()
             for first in range(0, people, BLOCK)]
    print(json.dumps({"wall": time.perf_counter() - start, "cpu": time.process_time() - cpu,
                      "days": people * days, "mean": float(np.mean(means))}))


if __name__ == "__main__":
    main()
