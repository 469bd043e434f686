"""The package under systemd: the unit's hardening, judged on paper and in the running process; faults,
restarts, an upgrade while people use it, and purging it."""

import re
import time

import front
from debian12 import ACCOUNT, must
from variants import later, variant

UNIT = "/lib/systemd/system/anamnesis.service"
SETTINGS = "/etc/anamnesis/anamnesis.env"
DATA = "/var/lib/anamnesis"
MOST_EXPOSURE = 2.0
START_SECONDS = 60


def campaign(debian, Booted, package, work, report):
    must(debian.install(package))
    upgrade = debian.take(variant(package, work, "later", later))
    debian.path("/root/later.deb").write_bytes(debian.path(upgrade).read_bytes())
    on_paper(debian, report)
    booted = Booted(debian)
    try:
        started(booted, report)
        confined(booted, report)
        killed(booted, report)
        settings(debian, booted, report)
        damaged(debian, booted, report)
        front.campaign(debian, booted, report)
        upgraded(booted, report)
        purged(debian, booted, report)
    finally:
        booted.close()


def exposure(debian, unit):
    done = debian.run("systemd-analyze", "security", "--offline=true", "--no-pager", unit)
    found = re.search(r"exposure level for \S+ ([\d.]+)", done.stdout)
    return float(found[1]) if found else 10.0


def on_paper(debian, report):
    done = debian.run("systemd-analyze", "verify", "--man=no", UNIT)
    report.check(done.returncode == 0 and "anamnesis" not in done.stderr, "systemd finds no fault in the unit",
                 done.stderr)
    found = exposure(debian, UNIT)
    report.check(found <= MOST_EXPOSURE, f"exposure {found}, at most {MOST_EXPOSURE}", found)
    text = debian.path(UNIT).read_text()
    weak = re.sub(r"^(Protect|Private|SystemCallFilter|RestrictA).*\n", "", text, flags=re.MULTILINE)
    debian.path("/tmp/anamnesis.service").write_text(weak)
    found = exposure(debian, "/tmp/anamnesis.service")
    report.control(found > MOST_EXPOSURE, f"a unit with half of it left out, exposure {found}")


def is_alive(booted):
    return booted.get("/livez")[0] == 200


def started(booted, report):
    alive = booted.until(lambda: is_alive(booted), START_SECONDS)
    log = booted.run("journalctl", "-u", "anamnesis", "-o", "cat").stdout
    report.check(alive, "it runs after the start of the system", log)
    enabled = booted.run("systemctl", "is-enabled", "anamnesis").stdout.strip()
    report.check(enabled == "enabled", "it is enabled", enabled)
    for path in ("/readyz", "/help", "/sign-in"):
        code, text = booted.get(path)
        report.check(code == 200, f"serves {path}", f"{code} {text}")
    link = re.search(r"http://\S+(/set-up/\S+)", log)
    report.check(link and booted.get(link[1])[0] == 200,
                 "the link for the first account is in the journal and works", log)
    seen = listening(booted)
    report.check(seen == ["0100007F"], "it listens on this machine alone", seen)


def listening(booted):
    """The addresses at which something listens on the port, as /proc writes them."""
    tables = booted.run("cat", "/proc/net/tcp", "/proc/net/tcp6").stdout.splitlines()
    rows = [row.split() for row in tables]
    sockets = [row[1].split(":") for row in rows if len(row) > 3 and row[3] == "0A"]
    return [address for address, port in sockets if int(port, 16) == 8080]


def confined(booted, report):
    main = booted.show("MainPID")
    status = dict(line.split(":\t", 1) for line in
                  booted.run("cat", f"/proc/{main}/status").stdout.splitlines() if ":\t" in line)
    facts = {"NoNewPrivs": "1", "Seccomp": "2", "CapEff": "0" * 16, "CapBnd": "0" * 16}
    found = {name: status.get(name, "").strip() for name in facts}
    report.check(found == facts, f"the process: {found}", found)

    def writes(path, *inside):
        done = booted.run(*inside, "touch", path)
        booted.run("rm", "-f", path)
        return done.returncode == 0

    inside = ["nsenter", "-t", main, "-m"]
    outside = ["/usr/bin/x", "/etc/x", "/root/x", "/var/lib/x"]
    report.check(not any(writes(path, *inside) for path in outside),
                 f"even root can write none of {', '.join(outside)} from within")
    report.control(all(writes(path) for path in outside), "the same outside of it")
    report.check(writes(f"{DATA}/x", *inside), "its data folder can be written")


def killed(booted, report):
    main = booted.show("MainPID")
    booted.run("bash", "-c", f"kill -9 {main}")
    back = booted.until(lambda: booted.show("MainPID") not in (main, "0") and is_alive(booted))
    report.check(back, "killed, it is back", booted.show("SubState"))
    begun = time.monotonic()
    done = booted.run("systemctl", "stop", "anamnesis")
    seconds = time.monotonic() - begun
    report.check(done.returncode == 0 and booted.show("Result") == "success" and seconds < 15,
                 f"stops in {seconds:.1f} s", booted.show("Result"))
    done = booted.run(*ACCOUNT, "anamnesis", "verify", "--data", DATA)
    report.check(done.returncode == 0, "its records are whole", done.stdout)


def gives_up(booted, code):
    """Whether the unit has failed with a code and is not started again."""
    failed = booted.until(lambda: booted.show("ActiveState") == "failed", 20)
    return failed and booted.show("ExecMainStatus") == code and booted.show("NRestarts") == "0"


def settings(debian, booted, report):
    kept = debian.path(SETTINGS).read_text()
    debian.path(SETTINGS).write_text(kept + "ANAMNESIS_PORT=none\n")
    booted.run("systemctl", "restart", "anamnesis")
    report.check(gives_up(booted, "64"), "a setting that cannot be used: 64, and no new start",
                 booted.show("ExecMainStatus"))
    folder = debian.path("/etc/systemd/system/anamnesis.service.d")
    folder.mkdir(parents=True)
    (folder / "control.conf").write_text("[Service]\nRestartPreventExitStatus=\n")
    booted.run("systemctl", "daemon-reload")
    booted.run("systemctl", "restart", "anamnesis")
    again = booted.until(lambda: int(booted.show("NRestarts") or 0) > 0, 20)
    report.control(again, "a unit that does not know the code")
    (folder / "control.conf").unlink()
    folder.rmdir()
    debian.path(SETTINGS).write_text(kept)
    booted.run("systemctl", "daemon-reload")
    booted.run("systemctl", "restart", "anamnesis")
    booted.until(lambda: is_alive(booted), START_SECONDS)


def damaged(debian, booted, report):
    booted.run("systemctl", "stop", "anamnesis")
    records = debian.path(f"{DATA}/records.db")
    whole = records.read_bytes()
    records.write_bytes(b"\0" * 4096 + whole[4096:])
    booted.run("systemctl", "start", "anamnesis")
    booted.until(lambda: is_alive(booted), START_SECONDS)
    codes = {path: booted.get(path)[0] for path in ("/livez", "/help", "/readyz", "/sign-in")}
    report.check(codes == {"/livez": 200, "/help": 200, "/readyz": 503, "/sign-in": 503},
                 f"with damaged records: {codes}", codes)
    booted.run("bash", "-c", f"kill {booted.show('MainPID')}")
    report.check(gives_up(booted, "65"), "it ends with 65 and is not started again",
                 f"{booted.show('ExecMainStatus')} {booted.show('NRestarts')}")
    records.write_bytes(whole)
    booted.run("systemctl", "reset-failed", "anamnesis")
    booted.run("systemctl", "start", "anamnesis")
    report.check(booted.until(lambda: booted.get("/readyz")[0] == 200, START_SECONDS),
                 "mended, it serves again")


def upgraded(booted, report):
    main = booted.show("MainPID")
    done = booted.run("apt-get", "install", "--yes", "/root/later.deb")
    again = booted.until(lambda: booted.show("MainPID") not in (main, "0") and is_alive(booted))
    report.check(done.returncode == 0 and again, "an upgrade starts it anew", done.stderr)


def purged(debian, booted, report):
    done = booted.run("apt-get", "purge", "--yes", "anamnesis")
    report.check(done.returncode == 0 and booted.get("/livez")[0] == 0, "purging it stops it",
                 done.stderr)
    state = booted.run("systemctl", "is-active", "anamnesis").stdout.strip()
    left = [path for path in (DATA, "/etc/anamnesis", UNIT) if debian.path(path).exists()]
    report.check(state == "inactive" and not left, "and leaves nothing", f"{state} {left}")
