"""Runs wrk and reads what it prints; what was not answered with 2xx does not count."""
import re
import subprocess

UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


def run(url, *script, clients=1, seconds=5, headers=()):
    """Requests answered well a second, percentiles of latency in milliseconds, and how many went
    wrong. `script` is a script of wrk with its arguments."""
    command = ["wrk", "--latency", f"-t{min(clients, 2)}", f"-c{clients}", f"-d{seconds}s"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script[0]]
    command += [url] + (["--", *script[1:]] if script else [])
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    total = int(re.search(r"(\d+) requests in", text)[1])
    taken = _milliseconds(re.search(r"requests in ([\d.]+\w+)", text)[1]) / 1000
    wrong = sum(int(number) for number in re.findall(r"Non-2xx or 3xx responses: (\d+)", text))
    if sockets := re.search(r"Socket errors: (.*)", text):
        wrong += sum(int(number) for number in re.findall(r"\d+", sockets[1]))
    figures = {f"p{share}": _milliseconds(found) for share, found in
               re.findall(r"^ +(50|75|90|99)% +([\d.]+\w+)", text, re.MULTILINE)}
    return {"rate": max(0, total - wrong) / taken, "errors": wrong, "count": total, **figures}


def _milliseconds(text):
    number, unit = re.match(r"([\d.]+)(\w+)", text).groups()
    return float(number) * UNITS[unit]


def median(runs):
    """The run whose rate is in the middle, with all errors of all runs."""
    middle = sorted(runs, key=lambda run: run["rate"])[len(runs) // 2]
    return {**middle, "errors": sum(run["errors"] for run in runs)}
