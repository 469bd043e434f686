"""The package in a minimal system without systemd: its files, its commands, upgrades and removal."""

import re
import stat
import subprocess
import time
import urllib.error
import urllib.request

from debian12 import ACCOUNT, must
from variants import forgetful, later, open_to_all, variant

DATA = "/var/lib/anamnesis"
FOLDER = "/tmp/clinic"


def campaign(debian, package, work, report):
    installation(debian, package, report)
    files(debian, report)
    commands(debian, report)
    serving(debian, report)
    upgrading(debian, variant(package, work, "later", later), report)
    removing(debian, report)
    controls(debian, package, work, report)


def installation(debian, package, report):
    found = debian.run("sh", "-c", "ls -d /opt/swift /usr/lib/swift; command -v swift")
    report.check(found.stdout == "", "there is no Swift", found.stdout)
    start = time.monotonic()
    done = debian.install(package)
    seconds = time.monotonic() - start
    report.check(done.returncode == 0, f"apt installs it in {seconds:.1f} s", done.stderr)
    report.check("Copy the key file" in done.stdout, "it says that the key file is to be copied",
                 done.stdout)


def mode(debian, path):
    found = debian.path(path).stat()
    names = debian.run("stat", "-c", "%U:%G", path).stdout.strip()
    return f"{names} {stat.S_IMODE(found.st_mode):04o}"


def files(debian, report):
    for path, expected in [(DATA, "anamnesis:anamnesis 0700"),
                           (f"{DATA}/records.db", "anamnesis:anamnesis 0600"),
                           (f"{DATA}/keys.json", "anamnesis:anamnesis 0600"),
                           ("/etc/anamnesis/anamnesis.env", "root:root 0644"),
                           ("/usr/lib/anamnesis/anamnesis", "root:root 0755")]:
        found = mode(debian, path)
        report.check(found == expected, f"{path} is {expected}", found)
    linked = debian.run("ldd", "/usr/bin/anamnesis").stdout
    libraries = sorted(set(re.findall(r"^\t([\w+-]+)\.so\S* =>", linked, re.MULTILINE)))
    report.check(not re.search("swift|Foundation|sqlite|not found", linked),
                 f"it asks the system for {', '.join(libraries)} alone", linked)
    settings = debian.path("/etc/anamnesis/anamnesis.env").read_text()
    table = debian.anamnesis("config", "check")
    names = re.findall(r"ANAMNESIS_\w+", table.stdout)
    unnamed = [name for name in names if name not in settings]
    report.check(names and not unnamed, f"the file of settings names all {len(names)} settings",
                 unnamed or table.stderr)
    report.check(re.search(rf"--data +{DATA} +/etc/anamnesis/anamnesis.env", table.stdout),
                 "the program reads it", table.stdout)
    manual = debian.path("/usr/share/man/man1/anamnesis.1.gz")
    report.check(manual.exists(), "there is a manual page")


def commands(debian, report):
    def good(*arguments, holds="", program="anamnesis"):
        done = debian.anamnesis(*arguments, program=program)
        report.check(done.returncode == 0 and holds in done.stdout,
                     f"anamnesis {' '.join(arguments)}", done.stdout + done.stderr)
        return done

    version = must(debian.run("dpkg-query", "-W", "-f", "${Version}", "anamnesis")).stdout
    good("--version", holds=version)
    found = good("knowledge", "check").stdout
    report.check("snapshot: up to date" in found, "the knowledge is there, compiled", found)
    good("init", "--data", FOLDER)
    good("simulate", "person", "--days", "60", "--output", "/tmp/person.ndjson")
    good("append", "/tmp/person.ndjson", "--data", FOLDER)
    good("verify", "--data", FOLDER)
    good("doctor", "--data", FOLDER)
    good("backup", "/tmp/backup", "--data", FOLDER)
    good("backup", "verify", "/tmp/backup", "--data", FOLDER)
    good("review", "/tmp/person.ndjson")
    must(debian.run("cp", "/usr/lib/anamnesis/anamnesis", "/tmp/alone"))
    alone = debian.anamnesis("knowledge", "check", program="/tmp/alone")
    report.control(alone.returncode not in (0, -4, 132), "the program without its resources")


class Server:
    """`anamnesis serve` in the system, on a free port of this machine."""

    def __init__(self, debian, data):
        self.process = subprocess.Popen(
            debian.command(*ACCOUNT, "anamnesis", "serve", "--data", data, "--port", "0"),
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.lines = []
        for line in self.process.stderr:
            self.lines.append(line)
            if line.startswith("Listening on "):
                self.address = line.split()[-1]
                return
        raise RuntimeError("".join(self.lines))

    def get(self, path):
        try:
            with urllib.request.urlopen(self.address + path, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def stop(self):
        self.process.terminate()
        try:
            self.process.communicate(timeout=30)
        finally:
            self.process.kill()
        return self.process.returncode


def serving(debian, report):
    server = Server(debian, FOLDER)
    try:
        for path, words in [("/livez", ""), ("/readyz", ""), ("/help", "112"), ("/sign-in", "")]:
            code, text = server.get(path)
            report.check(code == 200 and words in text, f"serves {path}", f"{code} {text}")
    finally:
        code = server.stop()
    report.check(code == 0, "stops when it is asked to", code)
    records = debian.path(f"{FOLDER}/records.db")
    whole = records.read_bytes()
    records.write_bytes(b"\0" * 4096 + whole[4096:])
    server = Server(debian, FOLDER)
    try:
        ready, help_page = server.get("/readyz")[0], server.get("/help")[0]
    finally:
        code = server.stop()
    report.control(ready == 503 and code == 65, "records that are damaged are not served")
    report.check(help_page == 200, "and help is served all the same", help_page)
    records.write_bytes(whole)


def upgrading(debian, package, report):
    before = debian.path(f"{DATA}/keys.json").read_bytes()
    done = debian.install(package)
    report.check(done.returncode == 0, "it is upgraded", done.stderr)
    report.check(debian.path(f"{DATA}/keys.json").read_bytes() == before, "the keys are the same")
    # A disk that is not mounted: an upgrade makes no records in its place.
    must(debian.run("mv", DATA, f"{DATA}.elsewhere"))
    must(debian.run("install", "-d", "-m", "0700", "-o", "anamnesis", "-g", "anamnesis", DATA))
    configure = ["/var/lib/dpkg/info/anamnesis.postinst", "configure"]
    done = debian.run(*configure, "0.1.0")
    report.check(done.returncode == 0 and not any(debian.path(DATA).iterdir()),
                 "no records are made where a disk is missing", done.stderr)
    must(debian.run(*configure, ""))
    report.control(any(debian.path(DATA).iterdir()), "an upgrade that takes itself for the first")
    must(debian.run("rm", "-r", DATA))
    must(debian.run("mv", f"{DATA}.elsewhere", DATA))


def removing(debian, report):
    done = debian.run("apt-get", "remove", "--yes", "anamnesis")
    kept = debian.path(f"{DATA}/records.db").exists() and debian.path(f"{DATA}/keys.json").exists()
    report.check(done.returncode == 0 and kept, "removing it keeps the records", done.stderr)
    report.check(not debian.path("/usr/lib/anamnesis").exists(), "and nothing of the program")
    done = debian.run("apt-get", "purge", "--yes", "anamnesis")
    left = [path for path in (DATA, "/etc/anamnesis") if debian.path(path).exists()]
    report.check(done.returncode == 0 and not left, "purging it asks nothing and leaves nothing",
                 f"{left} {done.stderr}")


def controls(debian, package, work, report):
    must(debian.install(variant(package, work, "open", open_to_all)))
    report.control(mode(debian, DATA) != "anamnesis:anamnesis 0700", "a folder that all may enter")
    must(debian.run("apt-get", "purge", "--yes", "anamnesis"))
    must(debian.install(variant(package, work, "forgetful", forgetful)))
    must(debian.run("apt-get", "remove", "--yes", "anamnesis"))
    report.control(not debian.path(f"{DATA}/records.db").exists(), "a removal that forgets")
