"""R10: clients that send or take so slowly that they would hold their connections for ever."""

import random
import socket
import threading
import time

from client import Clinic
from serving import Bystander, milliseconds, percentile, resident


def slow_clients(report, program, size, seed):
    """Each is ended in time, everybody else is served meanwhile, and memory stays as it was."""
    # Built in are 25 seconds; the quick run sets 6, which is the same clock.
    limit, kept_for = {"quick": (6, 11), "full": (25, 30)}[size]
    waves = {"quick": [("headers, bodies and reads", list(KINDS), 200)],
             "full": [(name, [name], 2_000) for name in KINDS]}[size]
    for name, kinds, count in waves:
        found = Wave(program, kinds, count, limit, seed).run(kept_for)
        report.say(f"{count} slow {name}: {found}")
        report.check(found.opened == count, f"{found.opened} of {count} connections were opened")
        report.check(not found.kept, f"{found.kept} kept after {2 * kept_for} s")
        # Where the machine has others wait, it is as late in ending connections.
        late = found.longest - kept_for - max(found.times)
        report.check(late <= 0, f"the last was ended {late:.1f} s late")
        report.check(not found.failures, f"others were refused: {found.failures[:5]}")
        report.check(found.p99 < 0.5, f"others waited {found.p99:.2f} s")
        # A connection costs some buffers and no more.
        report.check(found.growth < max(64, count / 16), f"memory grew by {found.growth:.0f} MiB")
    found = Wave(program, list(KINDS), 60, 2, seed, weaken="slow-connections").run(6)
    report.control(found.kept > 0, f"nobody ends slow connections ({found.kept} of 60 kept)")


def slow_header(connection, turn):
    connection.send(b"POST /api/entries HTTP/1.1\r\nHost: x\r\n" if turn == 0 else b"X-A: b\r\n")


def slow_body(connection, turn):
    connection.send(b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    b"Content-Length: 10000\r\n\r\n{" if turn == 0 else b" ")


def slow_read(connection, turn):
    """Asks for more than the system keeps for it, and takes a byte a second."""
    if turn == 0:
        connection.setblocking(False)
        connection.send(b"GET /help/everywhere HTTP/1.1\r\nHost: x\r\n\r\n" * 3)
    else:
        connection.recv(1)


KINDS = {"headers": slow_header, "bodies": slow_body, "reads": slow_read}


class Wave:
    """Slow connections of some kinds, all at once, from many addresses of this machine."""

    # A client has few connections at a time, so that no limit of one address ends them.
    per_address = 8

    def __init__(self, program, kinds, count, limit, seed, weaken=None):
        self.program, self.kinds, self.count, self.limit = program, kinds, count, limit
        self.weaken, self.random = weaken, random.Random(seed)
        self.connections, self.over = [], threading.Event()
        self.opened = self.kept = self.longest = self.growth = 0

    def __str__(self):
        return (f"{self.kept} kept, the longest {self.longest:.1f} s; others {milliseconds(self.times)}, "
                f"{len(self.failures)} refused; memory {self.before:.0f} MiB, {self.growth:+.0f} MiB "
                "at its highest")

    def run(self, kept_for):
        options = ("--request-rate", "0", "--trusted-proxy", "127.0.0.1", "--request-seconds",
                   str(self.limit), "--log-level", "error")
        environment = {"ANAMNESIS_WEAKEN": self.weaken} if self.weaken else None
        with Clinic.start(self.program.path, options=options, environment=environment) as clinic:
            person = clinic.patient("Person")
            pages, answers = person.again(), person.again()
            self.before = resident(clinic.process.pid)
            with Bystander(lambda: pages.get("/help").status,
                           lambda: answers.post("/api/entries", person.check_in()).status) as other:
                self._attack(clinic, kept_for)
            self.times, self.failures = other.times, other.failures
            self.p99 = percentile(self.times, 0.99)
            self.growth = resident(clinic.process.pid, "VmHWM") - self.before
        return self

    def _attack(self, clinic, kept_for):
        """Opens all, goes on slowly, and sees which the server still holds."""
        attack = threading.Thread(target=self._go_on)
        for number in range(self.count):
            self._open(clinic.port, number)
        attack.start()
        while held := self._held(clinic):
            self.longest = max(time.monotonic() - begun for begun in held)
            if self.longest > 2 * kept_for:
                break
            time.sleep(0.25)
        self.kept = len(held)
        self.over.set()
        attack.join()
        for connection, *_ in self.connections:
            connection.close()

    def _open(self, port, number):
        place = number // self.per_address
        connection = socket.socket()
        # Little is taken by the system in place of the client.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.bind((f"127.{1 + place // 250}.{1 + place % 250}.1", 0))
        connection.settimeout(30)
        try:
            connection.connect(("127.0.0.1", port))
            kind = KINDS[self.kinds[number % len(self.kinds)]]
            kind(connection, 0)
            self.opened += 1
            self.connections.append((connection, kind, time.monotonic(), connection.getsockname()))
        except OSError:
            connection.close()

    def _go_on(self):
        """A byte or a line a second of each."""
        turn = 0
        while not self.over.wait(1):
            turn += 1
            for connection, kind, *_ in self.connections:
                try:
                    connection.setblocking(False)
                    kind(connection, turn)
                except OSError:
                    pass

    def _held(self, clinic):
        """When those began that the server still holds: the system forgets the process of others."""
        held = set()
        with open("/proc/net/tcp") as lines:
            for line in list(lines)[1:]:
                _, local, remote, _, _, _, _, _, _, inode, *_ = line.split()
                if int(local[9:], 16) == clinic.port and inode != "0":
                    held.add((remote[:8], int(remote[9:], 16)))
        names = []
        for _, _, begun, (address, port) in self.connections:
            parts = [int(part) for part in address.split(".")]
            if ("%02X%02X%02X%02X" % tuple(reversed(parts)), port) in held:
                names.append(begun)
        return names
