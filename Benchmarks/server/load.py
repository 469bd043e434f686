"""Measures the server as people and programs would use it, beside a peer; called by
`script/bench server`.

    python load.py ANAMNESIS BENCH PEER_PYTHON [ROUNDS [ENTRIES]]

ENTRIES is how many each of 6,000 patients has: 170, and with as many lines of the trail a million.
"""
import datetime
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "Torture")]
import big  # noqa: E402
import rivals  # noqa: E402
import results_sections  # noqa: E402
import wrk  # noqa: E402
from client import Client, Clinic  # noqa: E402

OPTIONS = ("--request-rate", "0", "--trusted-proxy", "127.0.0.1", "--log-level", "warning")
SECONDS = 6


def serve(binary, rounds, read_trail):
    """A server of its own with real accounts: memory, writes, reads and a page."""
    options = (*OPTIONS, "--read-trail", read_trail)
    with Clinic.start(binary, options=options) as clinic:
        figures = {}
        person = clinic.patient("Sam", by=clinic.clinician("Dr Reed"))
        person.set_up_factor()
        person.sign_in()
        entry = person.check_in()
        person.expect(200, "POST", "/api/entries", entry)
        header = ("Authorization", f"Bearer {person.token}")
        url = f"http://127.0.0.1:{clinic.port}"
        one = f"{url}/api/patients/{person.patient}/entries/{entry['id']}"
        read = {"clients": 1, "headers": [": ".join(header)]}
        wrk.run(one, seconds=1, **read)
        figures["read"] = wrk.median([wrk.run(one, seconds=3, **read) for _ in range(rounds)])
        figures |= rivals.measure(
            clinic.port, header, person.patient, "/access", SECONDS, rounds)
        figures["memory"] = big.memory(clinic.process.pid)
        return figures


def idle(binary):
    """Memory in MB after the start, and after the first page."""
    with tempfile.TemporaryDirectory() as folder:
        clinic = Clinic(binary, pathlib.Path(folder) / "data", OPTIONS)
        subprocess.run([binary, "init", "--data", str(clinic.folder)], check=True,
                       stdout=subprocess.DEVNULL)
        try:
            clinic.serve()
            after_start = big.memory(clinic.process.pid)
            page = Client(clinic.port).get("/sign-in")
            if page.status != 200:
                raise SystemExit(f"/sign-in: {page}")
            return after_start, big.memory(clinic.process.pid)
        finally:
            clinic.close()


def chart(bench):
    done = subprocess.run(
        [bench, "archive", "chart", "50000"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def fsync(count=100):
    """Milliseconds that this disk takes to keep 4 kB, the median."""
    with tempfile.NamedTemporaryFile() as file:
        times = []
        for _ in range(count):
            start = datetime.datetime.now()
            os.write(file.fileno(), bytes(4096))
            os.fdatasync(file.fileno())
            times.append((datetime.datetime.now() - start).total_seconds() * 1000)
    return statistics.median(times)


def row(title, value, target, held, more=""):
    return f"| {title} | **{value}** | {target} | {'yes' if held else '**no**'} | {more} |"


def own_rows(soon, before, memory, large, chart):
    write, read, strict = soon["write"], soon["read"], before["read"]
    export, flat = large["export"], large["export"]["late"] - large["export"]["early"]
    errors = f"{write['errors']} errors in {write['count']:,}"
    return [
        row("durable, sealed, audited entries stored a second, 64 clients",
            f"{write['rate']:,.0f}", ">= 2,000", write["rate"] >= 2000, errors),
        row("the same, 99th percentile", f"{write['p99']:.1f} ms", "< 100 ms", write["p99"] < 100,
            f"median {write['p50']:.1f} ms"),
        row("one entry read, 1 client, median", f"{read['p50']:.2f} ms", "< 1 ms", read["p50"] < 1,
            f"99th percentile {read['p99']:.2f} ms, {read['errors']} errors"),
        row("the same with `--read-trail before`", f"{strict['p50']:.2f} ms", "the disk's",
            True, f"99th percentile {strict['p99']:.2f} ms, {strict['errors']} errors"),
        row("memory after the start", f"{memory[0]:.0f} MB", "< 100 MB", memory[0] < 100),
        row("memory after the first page", f"{memory[1]:.0f} MB", "< 100 MB", memory[1] < 100,
            f"{soon['memory']:.0f} MB after all of the above"),
        row(f"start to `/readyz` with {large['entries']:,} entries", f"{large['start']:.0f} ms",
            "< 300 ms", large["start"] < 300, f"longest of 7: {large['starts'][-1]:.0f} ms"),
        row("ten years, 50,000 entries, read, opened and folded", f"{chart['chart_ms']:.0f} ms",
            "< 200 ms", chart["chart_ms"] < 200,
            f"reading {chart['reading_ms']:.0f} ms, folding {chart['folding_ms']:.0f} ms"),
        row("export of 6,000 patients, first byte", f"{export['first']:.0f} ms", "< 1 s",
            export["first"] < 1000,
            f"{export['lines']:,} entries, {export['megabytes']:.0f} MB in {export['whole']:.0f} s"),
        row("export, greatest memory", f"{export['late']:.0f} MB", "flat", flat < 30,
            f"{export['before']:.0f} MB before, {export['early']:.0f} MB in the first quarter"),
        row(f"audit trail of {large['events']:,} events verified", f"{large['verify']:.1f} s",
            "< 10 s a million", large["verify"] * 1e6 < 10 * large["events"], f"the whole command; {large['size']:,.0f} MB of data"),
    ]


def rival_rows(soon, before, peers):
    lines = []
    for work, title, figure in (
            ("write", "the write, 64 clients", "rate"), ("page", "the page, 64 clients", "rate"),
            ("page alone", "the page, 1 client, median", "p50")):
        for trail, ours in (("soon", soon), ("before", before)):
            if work == "write" and trail == "before":
                continue
            theirs = [found[work] for (mode, _), found in peers.items() if mode == trail]
            if figure == "rate":
                best = max(theirs, key=lambda found: found["rate"])
                ratio = ours[work]["rate"] / best["rate"]
                values = [f"{found['rate']:,.0f}/s, p99 {found['p99']:.1f} ms"
                          for found in (ours[work], best)]
            else:
                best = min(theirs, key=lambda found: found["p50"])
                ratio = best["p50"] / ours[work]["p50"]
                values = [f"{found['p50']:.2f} ms" for found in (ours[work], best)]
            errors = f"{ours[work]['errors']} and {best['errors']}"
            name = title if work == "write" else f"{title}, trail {trail}"
            lines.append(f"| {name} | {values[0]} | {values[1]} | **{ratio:.1f}** | {errors} |")
    return lines


def main():
    binary, bench, python, *rest = sys.argv[1:]
    rounds, each = [int(text) for text in rest] + [3, 170][len(rest):]
    versions = subprocess.run(
        [python, "-c", "import fastapi, uvicorn, sys, sqlite3; print('FastAPI', "
         "fastapi.__version__ + ', uvicorn', uvicorn.__version__ + ', SQLite', "
         "sqlite3.sqlite_version)"], check=True, capture_output=True, text=True).stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        data = str(pathlib.Path(folder) / "data")
        big.fill(binary, data, rounds=each)
        lines = measured(binary, bench, python, rounds, versions, data, each)
    results_sections.replace(HERE.parent / "RESULTS.md", "server", lines)
    print("\n".join(lines))


def measured(binary, bench, python, rounds, versions, data, each):
    """Everything one after the other, as lines of the section."""
    memory, folded = idle(binary), chart(bench)
    disk, large = fsync(), big.measure(binary, data, rounds=each)
    # What is known stands on the standard error, should the rest go wrong.
    print(json.dumps([memory, folded, large]), file=sys.stderr)
    ours, peers = {}, {}
    for trail in ("soon", "before"):
        ours[trail] = serve(binary, rounds, trail)
        for workers in (1, 2):
            with rivals.peer(python, workers, trail) as (port, header):
                peers[trail, workers] = rivals.measure(
                    port, header, "p-1", "/record/accesses", SECONDS, rounds)
            print(json.dumps([trail, workers, ours[trail], peers[trail, workers]]), file=sys.stderr)
    return [
        "Written by `script/bench server`; do not edit. The release program on loopback, accounts "
        "with a second factor, wrk on the same two cores; only answers with 2xx count.", "",
        "| | figure | target | held | beside it |", "|---|---:|---:|---|---|",
        *own_rows(ours["soon"], ours["before"], memory, large, folded), "",
        "| beside FastAPI | ours | theirs | ratio | errors |", "|---|---:|---:|---:|---:|",
        *rival_rows(ours["soon"], ours["before"], peers), "",
        f"- {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d}, {os.cpu_count()} cores, "
        f"{platform.machine()}; one write of 4 kB with fdatasync takes {disk:.1f} ms on this disk; "
        f"load average at the end {os.getloadavg()[0]:.1f}. Median of {rounds} runs of "
        f"{SECONDS} s, after one that is thrown away.",
        f"- The peer: Python {platform.python_version()}, {versions}; uvloop, httptools, one "
        "connection a worker, write-ahead log, `synchronous = FULL`, AES-256-GCM from OpenSSL, "
        "Jinja2; with one and with two workers, the better figure of each kind. It does the same: "
        "the session is looked up, the entry sealed and chained into the trail, the page view "
        "written into the trail before the page is made. It has no limits, no deadlines, no care "
        "teams and no rows that show that they were changed.",
        "- Trail *soon* and *before*: whether the line of a reading waits for the disk "
        "(`--read-trail`); the peer's line does the same, by `synchronous = NORMAL` or `FULL`.",
    ]


if __name__ == "__main__":
    main()
