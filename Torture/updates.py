"""Many change one thing at once: each change is kept exactly, or refused."""

import collections
import concurrent.futures
import threading

from client import Clinic

WRITERS, ACCOUNTS = 64, 8


def lost_updates(report, program, size, seed):
    """T2 and R6: writers count up in accounts by If-Match; at the end each count is what was acknowledged."""
    target = {"quick": 160, "full": 10_000}[size]
    wrong, kinds = count_up(report, program, target)
    report.check(not wrong, f"counts that are not what was acknowledged: {wrong}")
    report.check(set(kinds) <= {200, 412}, f"every other change is refused with 412: {dict(kinds)}")
    report.check(kinds[412] > 0, f"none was refused, so nobody met anybody: {dict(kinds)}")
    wrong, _ = count_up(report, program, 80, {"ANAMNESIS_WEAKEN": "ignore-version"})
    report.control(bool(wrong), "If-Match is not looked at")


def count_up(report, program, target, environment=None):
    """Counts up until so many steps were acknowledged; what is wrong, and how often each status came."""
    path = "/api/me/account"
    with Clinic.start(program.path, environment=environment) as clinic:
        people = [clinic.patient("count 0") for _ in range(ACCOUNTS)]
        acknowledged = [0] * ACCOUNTS
        lock = threading.Lock()

        def writer(number):
            place = number % ACCOUNTS
            person, mine, kinds = people[place], people[place].again(), collections.Counter()
            while sum(acknowledged) < target:
                seen = mine.expect(200, "GET", path)
                count = int(seen.json["name"].split()[1])
                answer = mine.put(f"{path}/person", {
                    "email": person.email, "name": f"count {count + 1}"},
                    headers={"If-Match": seen.headers["ETag"]})
                kinds[answer.status] += 1
                if answer.status == 200:
                    with lock:
                        acknowledged[place] += 1
            return kinds

        with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
            kinds = sum(pool.map(writer, range(WRITERS)), collections.Counter())
        wrong = []
        for person, expected in zip(people, acknowledged):
            found = person.expect(200, "GET", path).json["name"]
            if found != f"count {expected}":
                wrong.append(f"{found}, acknowledged {expected}")
        missing = people[0].put(f"{path}/person", {"email": people[0].email, "name": "x"})
        report.check(missing.status == 428, f"without If-Match nothing is changed: {missing}")
        report.say(f"{WRITERS} writers, {ACCOUNTS} accounts, {sum(acknowledged)} steps acknowledged: "
                   f"{dict(kinds)}, {len(wrong)} counts wrong")
        return wrong, kinds
