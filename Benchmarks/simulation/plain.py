"""The model of simulated people in plain Python: the same equations as Sources/Simulation, written
apart from it, one person and one day at a time. It is timed beside ours, and the reference vectors of
Tests/SimulationTests come from it.

    python3 plain.py time PEOPLE DAYS      people without treatment, weekly forms
    python3 plain.py vectors > FILE        two plans, six people, one year
"""
import json
import math
import pathlib
import sys
import time

MASK = 0xFFFFFFFF
BANK = [  # discrimination, difficulties
    (2.236, (0.867, 1.753, 2.284)), (3.044, (0.802, 1.664, 2.124)),
    (1.663, (0.433, 1.449, 1.970)), (1.990, (0.016, 1.288, 1.834)),
    (1.792, (0.941, 1.843, 2.393)), (2.676, (1.130, 1.898, 2.325)),
    (2.134, (1.219, 2.001, 2.441)), (2.086, (1.602, 2.314, 2.796)),
    (2.357, (2.223, 2.871, 3.250))]
OWN = 0.5  # what the ninth item has of its own
STEEPER = BANK[8][0] / math.sqrt(1 - 0.345843 * (BANK[8][0] * OWN) ** 2)
BANK[8] = (STEEPER, BANK[8][1])

P = json.loads((pathlib.Path(__file__).parent / "parameters.json").read_text())


def philox(counter, key):
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        one, two = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (two >> 32) ^ c1 ^ k0, two & MASK, (one >> 32) ^ c3 ^ k1, one & MASK
        k0, k1 = (k0 + 0x9E3779B9) & MASK, (k1 + 0xBB67AE85) & MASK
    return c0, c1, c2, c3


def uniforms(seed, person, day, block, purpose):
    return [((word >> 9) + 0.5) / 8388608
            for word in philox((day & MASK, block, purpose, 0), (seed, person))]


def normals(radius, angle):
    length = math.sqrt(-2 * math.log(radius))
    return length * math.cos(2 * math.pi * angle), length * math.sin(2 * math.pi * angle)


def logistic(x):
    return 1 / (1 + math.exp(-x))


class Plan:
    """Doses day by day; the kernels follow from them."""

    def __init__(self, days):
        self.days = days
        self.drug = [0.0] * days
        self.sessions = {}
        self.practice = [0.0] * days
        self.visit = [0.0] * days
        self.event = [0.0] * days
        self.shift = [0.0] * days

    def session(self, kind, day):
        self.sessions.setdefault(kind, [0.0] * self.days)[day] += 1


# Name of the treatment: amplitude of the window, its days, acute lift, loss of retrieval.
KINDS = {"ketamine": (P["K_ket"], P["tau_ket"], P["J_ket"], 0.0),
         "psilocybin": (1.0, P["tau_psi"], P["J_psi"], 0.0),
         "ect": (P["K_ect"], P["tau_ect"], P["J_ect"], P["c_ect"])}


class Traits:
    def __init__(self, seed, person):
        one = uniforms(seed, person, 0, 0, 1)
        two = uniforms(seed, person, 1, 0, 1)
        g1, g2 = normals(one[0], one[1])
        g3, g4 = normals(one[2], one[3])
        g5, g6 = normals(two[0], two[1])
        g7, self.own = normals(two[2], two[3])
        self.beta = P["beta"] * math.exp(P["sd_beta"] * g1)
        self.env = P["env"] + P["sd_env"] * g2
        self.rest = P["P0"] * math.exp(P["sd_P"] * g3)
        self.style = P["sd_off"] * g4
        self.rate = P["lam"] * math.exp(P["sd_lam"] * g5)
        self.sensitivity = math.exp(P["sd_ds"] * g6 - 0.5 * P["sd_ds"] ** 2)
        self.expectancy = math.exp(P["sd_xi"] * g7 - 0.5 * P["sd_xi"] ** 2)


class Person:
    def __init__(self, seed, person):
        self.seed, self.number = seed, person
        self.t = Traits(seed, person)
        self.m, self.fp, self.fn, self.sp, self.sn = -0.9, 1.0, 1.3, 0.0, 0.0
        self.mu, self.pi, self.P, self.L, self.z = -0.54, 70.0, self.t.rest, 0.0, 0.0
        self.theta = P["th0"] + P["th1"] * 0.9
        self.q = 0.5

    def live(self, plan, first, weekly=None):
        """Lives a plan; calls weekly(day, self, total) on every seventh day."""
        t = self.t
        occ = slow = expectancy = 0.0
        kinds = [(KINDS[kind], doses) for kind, doses in sorted(plan.sessions.items())]
        opened, lost = [0.0] * len(kinds), [0.0] * len(kinds)
        loss_left = math.exp(-1 / P["tau_c"])
        for day in range(plan.days):
            acute, window, left = 0.0, 0.0, 1.0
            occ += (plan.drug[day] - occ) * (1 - math.exp(-1 / 4))
            slow += (occ - slow) * (1 - math.exp(-1 / P["taus"]))
            for k, ((amplitude, tau, lift, loss), doses) in enumerate(kinds):
                opened[k] *= math.exp(-1 / tau)
                opened[k] += amplitude * doses[day] * max(0.0, 1 - opened[k])
                lost[k] = lost[k] * loss_left + loss * doses[day] * (1 - lost[k])
                acute += lift * doses[day]
                window += opened[k]
                left *= 1 - lost[k]
            expectancy = expectancy * math.exp(-1 / P["tau_ex"]) + P["ex0"] * plan.visit[day]
            self.step(t, first + day + 100000, occ, slow, min(2.0, t.sensitivity * window), left,
                      expectancy * t.expectancy, acute, plan, day)
            if weekly and day % 7 == 0:
                weekly(day, self, self.form(first + day + 100000))

    def step(self, t, counter, occ, slow, window, left, expectancy, acute, plan, day):
        one = uniforms(self.seed, self.number, counter, 0, 2)
        two = uniforms(self.seed, self.number, counter, 1, 2)
        n1, n2 = normals(one[0], one[1])
        n3, _ = normals(two[0], two[1])
        size = plan.event[day]
        if one[2] < t.rate:
            size += min(4 * P["ev"], -math.log(max(1e-9, one[2] / t.rate)) * P["ev"])
        self.L = self.L * math.exp(-1 / P["tauL"]) + size
        u = plan.practice[day] if one[3] < P["adh"] else 0.0
        seen = (t.env + plan.shift[day] + P["sig_e"] * n2 + P["f"] * self.m
                + P["d_e"] * t.sensitivity * occ - 0.5 * size)
        balance = math.log(max(0.1, self.fp + self.sp) / max(0.1, self.fn + self.sn))
        q = logistic(P["kap"] * balance + t.beta * self.m + P["d_q"] * t.sensitivity * occ)
        affect = left * (2 * q - 1)
        relaxed = 1 + P["r_K"] * window
        effective = self.pi / relaxed
        weight = effective / (effective + P["pi_ref"])
        target = (P["a_r"] * affect + P["a_b"] * weight * self.mu + P["a_e"] * seen
                  + P["a_z"] * self.z - P["a_L"] * self.L + expectancy)
        m = P["rho"] * self.m + (1 - P["rho"]) * target + P["sig_m"] * n1
        lift = t.sensitivity * acute + P["J_ex"] * plan.visit[day] * t.expectancy
        m += min(1.2, max(0.0, 0.6 - m)) * (1 - math.exp(-lift))
        self.m = m = min(1.6, max(-1.8, m))
        self.z = (P["rz"] * self.z + (1 - P["rz"]) * (P["zm"] * m - P["zL"] * self.L)
                  + P["sig_z"] * n3)
        rest = max(0.15, t.rest - P["pm"] * max(0.0, -m) - P["pL"] * self.L)
        self.P += (rest + P["P_s"] * slow - self.P) / P["tauP"]
        rested = 1 + P["cz"] * min(1.0, max(-1.0, self.z))
        plastic = max(0.05, (self.P + P["P_K"] * window) * rested)
        settled = P["cs"] * rested
        gain = max(0.0, seen) * (1 + P["gm"] * m) + P["hr_n"] * q * left + P["hu_W"] * u
        pain = max(0.0, -seen) * (1 - P["gm"] * m) + P["hr_n"] * (1 - q) * left
        dp, dn = self.fp - 0.5, self.fn - 0.5
        self.fp = max(0.1, self.fp + P["eta"] * plastic * gain - (P["decW"] + settled) * dp)
        self.fn = max(0.1, self.fn + P["eta"] * plastic * pain - (P["decW"] + settled) * dn)
        self.sp += settled * dp - P["decS"] * self.sp
        self.sn += settled * dn - P["decS"] * self.sn
        drifted = 1 / (1 / self.pi + P["om"] * plastic)
        trust = P["pi_o"] / (drifted / relaxed + P["pi_o"])
        self.mu += trust * (seen + 0.5 * affect + P["hu_mu"] * u - self.mu)
        self.mu = min(1.5, max(-1.5, self.mu))
        self.pi = min(400.0, drifted + P["pi_o"])
        self.theta += (P["th0"] - P["th1"] * m + t.style - self.theta) / 7
        self.q = q

    def form(self, counter):
        total = 0
        for block in range(3):
            words = uniforms(self.seed, self.number, counter, block, 3)
            for place in range(3):
                item = 3 * block + place
                theta = self.theta
                if item == 2:
                    theta -= P["th_z"] * self.z
                if item == 8:
                    theta += OWN * self.t.own
                a, steps = BANK[item]
                total += sum(words[place] < logistic(a * (theta - b)) for b in steps)
        return total


def crowded(days):
    """A plan on which everything happens."""
    plan = Plan(days)
    plan.drug[20:200] = [0.8] * 180
    for day in (10, 13, 17, 20, 24, 27):
        plan.session("ketamine", day)
    for day in (100, 102, 104, 107, 109, 111):
        plan.session("ect", day)
    plan.session("psilocybin", 250)
    plan.visit[10], plan.visit[100], plan.visit[250] = 1.5, 1.0, 1.5
    for day in list(range(11, 15)) + list(range(251, 260)):
        plan.practice[day] = 2.0
    plan.event[60], plan.event[12] = 1.0, 0.4
    plan.shift[150:200] = [0.25] * 50
    return plan


def vectors():
    print("plan,person,day,mood,retrieval,severity,balance,belief,precision,load,sleep,total")
    for name, plan in (("nothing", Plan(365)), ("everything", crowded(365))):
        for number in range(6):
            def line(day, s, total):
                balance = math.log(max(0.1, s.fp + s.sp) / max(0.1, s.fn + s.sn))
                values = (s.m, s.q, s.theta, balance, s.mu, s.pi, s.L, s.z)
                print(name, number, day, *(f"{value:.12g}" for value in values), total, sep=",")
            person = Person(1, number)
            person.live(Plan(300), -300)
            person.live(plan, 1000, line)


def timed(people, days):
    plan, totals = Plan(days), []
    crowd = [Person(1, number) for number in range(people)]
    start, cpu = time.perf_counter(), time.process_time()
    for person in crowd:
        person.live(plan, 1000, lambda day, s, total: totals.append(total))
    print(json.dumps({"wall": time.perf_counter() - start, "cpu": time.process_time() - cpu,
                      "days": people * days, "mean": sum(totals) / len(totals)}))


if __name__ == "__main__":
    if sys.argv[1:] == ["vectors"]:
        vectors()
    elif len(sys.argv) == 4 and sys.argv[1] == "time":
        timed(int(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(__doc__)
