"""A clinic of 6,000 patients and a million entries: start, export and the check of its trail."""
import http.client
import json
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "Torture"))
from client import Client, Clinic  # noqa: E402


def memory(pid, field="VmRSS"):
    """What a process holds in memory, in MB."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(re.search(rf"{field}:\s+(\d+)", text)[1]) * 1024 / 1e6


def entries(patients, rounds):
    """An entry of each patient, then the next of each, as lines; identifiers of version 7."""
    for step in range(rounds):
        at = 1_700_000_000_000 + step * 3_600_000
        occurred = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(at / 1000))
        for person in range(patients):
            number = at << 80 | 7 << 76 | 2 << 62 | step << 32 | person
            ratings = [{"item": item, "rating": {"value": (step + person) % 11, "scale": {
                "minimum": 0, "maximum": 10, "direction": "higherIsBetter"}}}
                for item in ("mood", "energy")]
            yield json.dumps({
                "v": 1, "id": str(uuid.UUID(int=number)), "patient": f"person-{person}",
                "author": {"kind": "patient"}, "occurred": {"at": occurred, "zone": "Europe/Berlin"},
                "fact": {"checkIn": {"ratings": ratings}}}) + "\n"


def fill(binary, folder, patients=6000, rounds=170):
    """Stores the entries; a batch is one entry of each, which leaves a line in the trail for each."""
    subprocess.run([binary, "init", "--data", folder], check=True, stdout=subprocess.DEVNULL)
    storing = subprocess.Popen(
        [binary, "append", "-", "--data", folder, "--batch", str(patients)],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    for line in entries(patients, rounds):
        storing.stdin.write(line)
    storing.stdin.close()
    if storing.wait():
        raise SystemExit("append failed")


def ready(binary, folder):
    """Milliseconds from the start of the process to a good answer of /readyz."""
    start = time.monotonic()
    process = subprocess.Popen(
        [binary, "serve", "--data", folder, "--port", "0"], stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL, text=True)
    try:
        for line in process.stderr:
            if found := re.match(r"Listening on http://.*:(\d+)", line):
                answer = Client(int(found[1])).get("/readyz")
                took = (time.monotonic() - start) * 1000
                if answer.status != 200:
                    raise SystemExit(f"/readyz: {answer}")
                return took
        raise SystemExit("the server does not listen")
    finally:
        threading.Thread(target=process.stderr.read, daemon=True).start()
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def export(clinic, patients):
    """One clinician takes along the records of all patients: first byte, whole, memory."""
    doctor = clinic.clinician("Dr Reed")
    clinic.admin.prove()

    def join(numbers):
        admin = clinic.admin.again()
        for number in numbers:
            admin.expect(204, "PUT", f"/api/patients/person-{number}/team/{doctor.account}", {})

    threads = [threading.Thread(target=join, args=(range(first, patients, 32),))
               for first in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    doctor.prove()
    pid, before, most = clinic.process.pid, memory(clinic.process.pid), []
    connection = http.client.HTTPConnection("127.0.0.1", clinic.port, timeout=60)
    start = time.monotonic()
    connection.request("GET", "/api/export", headers={
        "Authorization": f"Bearer {doctor.token}", "X-Forwarded-Proto": "https",
        "X-Forwarded-For": "10.0.0.1"})
    answer = connection.getresponse()
    if answer.status != 200:
        raise SystemExit(f"export: {answer.status} {answer.read(300)}")
    lines, size, first, seen = 0, 0, None, 0.0
    while piece := answer.read1(1 << 20):
        now = time.monotonic() - start
        first = first or now * 1000
        size += len(piece)
        lines += piece.count(b"\n")
        if now - seen > 0.1:
            seen = now
            most.append(memory(pid))
    whole = time.monotonic() - start
    quarter = max(1, len(most) // 4)
    return {"first": first, "whole": whole, "lines": lines, "megabytes": size / 1e6,
            "before": before, "early": max(most[:quarter]), "late": max(most[-quarter:])}


def verify(binary, folder):
    """Seconds to follow the trail, as the command takes, and how many events there are."""
    start = time.monotonic()
    done = subprocess.run(
        [binary, "audit", "verify", "--data", folder], check=True, capture_output=True, text=True)
    return time.monotonic() - start, int(re.match(r"([\d,]+) event", done.stdout)[1].replace(",", ""))


def measure(binary, folder, patients=6000, rounds=170):
    """Start, export and the check of the trail of a folder that was filled."""
    size = sum(path.stat().st_size for path in pathlib.Path(folder).iterdir()) / 1e6
    starts = sorted(ready(binary, folder) for _ in range(7))
    clinic = Clinic(binary, folder, ("--request-rate", "0", "--trusted-proxy", "127.0.0.1"))
    try:
        clinic.serve()
        clinic.set_up()
        handed = export(clinic, patients)
    finally:
        clinic.close()
    seconds, events = verify(binary, folder)
    return {"entries": patients * rounds, "size": size, "start": starts[3], "starts": starts,
            "export": handed, "verify": seconds, "events": events}
