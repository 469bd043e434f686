"""S1, I7 and D3: passwords are guessed, e-mails are tried out, and everybody signs in at once."""

import collections
import concurrent.futures
import statistics
import time

from client import PASSWORD, Client, Clinic
from serving import Bystander, milliseconds, percentile, processor_time, resident


def visitor(clinic):
    """Somebody new, who waits for as long as a busy machine takes to hash what came before."""
    return Client(clinic.port, timeout=600)


def guesses(report, program, size, seed):
    """S1: many guess at many accounts from everywhere: few guesses count, and every owner gets in."""
    people, count = {"quick": (2, 120), "full": (1_000, 100_000)}[size]
    attack = Attack(program, people, count)
    report.say(attack)
    report.check(not attack.too_many, f"more than five a minute counted: {attack.too_many[:5]}")
    report.check(set(attack.kinds) <= {401, 429, 503}, f"each is refused: {dict(attack.kinds)}")
    report.check(attack.kinds[429] > 0, f"none was one too many: {dict(attack.kinds)}")
    report.check(not attack.locked, f"owners kept out: {attack.locked[:5]}")
    attack = Attack(program, 1, 12, {"ANAMNESIS_WEAKEN": "endless-tries"})
    # A machine so busy that it hashes five a minute has no more than that to count.
    report.control(
        attack.too_many or not attack.kinds[429], f"nobody counts the tries: {dict(attack.kinds)}")


class Attack:
    """Guesses at the passwords of some accounts, each from another network, as from a thousand machines."""

    def __init__(self, program, people, count, environment=None):
        self.kinds, self.count = collections.Counter(), count
        with Clinic.start(program.path, environment=environment) as clinic:
            # New ones: the server knows the network from which they signed in.
            owners = [clinic.patient("Owner", email=f"owner-{number}@example.org")
                      for number in range(people)]
            self.counted = [[] for _ in owners]

            def guess(number):
                place = number % people
                sent = {"email": owners[place].email, "password": f"a guess of many {number}"}
                status = visitor(clinic).post("/api/session", sent).status
                if status == 401:
                    self.counted[place].append(time.monotonic())
                return status

            start = time.monotonic()
            with concurrent.futures.ThreadPoolExecutor(16) as pool:
                self.kinds.update(pool.map(guess, range(count)))
            self.took = time.monotonic() - start
            self.locked = [owner.email for owner in owners if not gets_in(clinic, owner)]
        # Five at once, and five more in each minute.
        allowed = 5 + 5 * self.took / 60
        self.too_many = [len(times) for times in self.counted if len(times) > allowed]

    def __str__(self):
        most = max(most_in_a_minute(times) for times in self.counted)
        return (f"{self.count} guesses at {len(self.counted)} accounts in {self.took:.0f} s: "
                f"{dict(self.kinds)}; at most {most} counted in a minute for one account; "
                f"{len(self.locked)} owners kept out")


def most_in_a_minute(times):
    ordered = sorted(times)
    return max((sum(1 for other in ordered if 0 <= other - first < 60) for first in ordered), default=0)


def gets_in(clinic, owner):
    """Whether the owner signs in where they always are; who is told that it is busy comes again."""
    client = visitor(clinic)
    client.address = owner.address
    for _ in range(5):
        answer = client.post("/api/session", {"email": owner.email, "password": PASSWORD})
        if answer.status != 503:
            break
        time.sleep(1)
    return answer.status == 201


def unknown_names(report, program, size, seed):
    """I7: an e-mail that nobody has costs and says what a wrong password does.

    What is compared is the time that the process was at work for each, which other work on the machine
    does not blur; the time that passed is told beside it.
    """
    people, rounds = {"quick": (4, 3), "full": (250, 4)}[size]
    with Clinic.start(program.path) as clinic:
        known = [clinic.patient("Known").email for _ in range(people)]
        difference, told = compare(clinic, known, rounds)
        report.say(told)
        report.check(difference < 0.05, f"they differ by {100 * difference:.1f} %")
    with Clinic.start(program.path, environment={"ANAMNESIS_WEAKEN": "tell-unknown"}) as clinic:
        known = [clinic.patient("Known").email for _ in range(2)]
        difference, _ = compare(clinic, known, rounds)
        report.control(difference >= 0.05, f"no work for an unknown e-mail: {100 * difference:.0f} %")


def compare(clinic, known, rounds):
    """How far the halves of the work lie apart, as a share; and the figures in words."""
    work, passed = {True: [], False: []}, {True: [], False: []}
    unknown = [f"nobody-{number}@example.org" for number in range(len(known))]
    for turn in range(rounds):
        for one, other in zip(known, unknown):
            # Who comes first takes turns.
            for email in (one, other) if turn % 2 else (other, one):
                before, start = processor_time(clinic.process.pid), time.monotonic()
                answer = visitor(clinic).post(
                    "/api/session", {"email": email, "password": "not the right one"})
                passed[email == one].append(time.monotonic() - start)
                work[email == one].append(processor_time(clinic.process.pid) - before)
                if answer.status != 401:
                    raise AssertionError(f"{answer}")
    half = {is_known: statistics.median(times) for is_known, times in work.items()}
    difference = abs(half[True] - half[False]) / half[True]
    seen = {is_known: statistics.median(times) for is_known, times in passed.items()}
    return difference, (
        f"{len(work[True])} of each: work {1000 * half[True]:.2f} and {1000 * half[False]:.2f} ms, "
        f"{100 * difference:.2f} % apart; passed {1000 * seen[True]:.1f} and "
        f"{1000 * seen[False]:.1f} ms, {100 * abs(seen[True] - seen[False]) / seen[True]:.1f} % apart")


def login_flood(report, program, size, seed):
    """D3: many sign in at once: memory stays bounded, and others are served."""
    count = {"quick": 200, "full": 1_000}[size]
    kinds, others, highest = flood(program, count, report)
    report.check(set(kinds) == {401, 503}, f"who cannot wait is told: {dict(kinds)}")
    report.check(highest < 1024, f"{highest:.0f} MiB")
    report.check(not others.failures, f"others were refused: {others.failures[:5]}")
    report.check(percentile(others.times, 0.99) < 0.5, "others waited longer than half a second")
    kinds, _, _ = flood(program, 40, report, {"ANAMNESIS_WEAKEN": "endless-queue"})
    report.control(kinds[503] == 0, "everybody may wait")


def flood(program, count, report, environment=None):
    """Many sign-ins at once; how they were answered, how others were, and the most memory."""
    with Clinic.start(program.path, environment=environment) as clinic:
        person = clinic.patient("Person")
        reader, writer, helped = person.again(), person.again(), visitor(clinic)
        before = resident(clinic.process.pid)

        def sign_in(number):
            sent = {"email": f"somebody-{number}@example.org", "password": PASSWORD}
            answer = visitor(clinic).post("/api/session", sent)
            if answer.status == 503 and not answer.headers["Retry-After"]:
                return "503 without Retry-After"
            return answer.status

        with Bystander(lambda: reader.get("/api/me").status, lambda: helped.get("/help").status,
                       lambda: writer.post("/api/entries", person.check_in()).status) as others:
            with concurrent.futures.ThreadPoolExecutor(count) as pool:
                kinds = collections.Counter(pool.map(sign_in, range(count)))
        highest = resident(clinic.process.pid, "VmHWM")
        report.say(f"{count} sign-ins at once: {dict(kinds)}; others {milliseconds(others.times)}, "
                   f"{len(others.failures)} refused; memory {before:.0f} MiB, {highest:.0f} at its highest")
        return kinds, others, highest
