"""The peer's server, and wrk on both: the same write and the same page in one run."""
import contextlib
import os
import pathlib
import secrets
import socket
import subprocess
import tempfile
import time
import urllib.request

import wrk

HERE = pathlib.Path(__file__).parent
WRITE = str(HERE / "write.lua")


@contextlib.contextmanager
def peer(python, workers, read_trail):
    """Serves the peer; its port and the header that signs in."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        token = secrets.token_urlsafe(32)
        environment = {
            **os.environ, "PEER_DATA": folder, "PEER_TOKEN": token, "PEER_READ_TRAIL": read_trail}
        subprocess.run([python, HERE / "peer.py"], check=True, env=environment)
        process = subprocess.Popen(
            [python, "-m", "uvicorn", "peer:app", "--no-access-log", "--log-level", "warning",
             "--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)],
            cwd=HERE, env=environment)
        try:
            wait(port)
            yield port, ("Cookie", f"sid={token}")
        finally:
            process.terminate()
            process.wait(30)


def wait(port):
    """Waits until something listens."""
    for _ in range(300):
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        time.sleep(0.05)
    raise SystemExit(f"nothing listens on port {port}")


def measure(port, header, patient, page, seconds, rounds):
    """Writes by 64 clients, and the page by 64 clients and by one."""
    base, line = f"http://127.0.0.1:{port}", ": ".join(header)
    request = urllib.request.Request(base + page, headers=dict([header]))
    with urllib.request.urlopen(request) as answer:
        if answer.status != 200 or b"Who" not in answer.read():
            raise SystemExit(f"{page}: no page")
    writes = (WRITE, *header, patient)
    wrk.run(base, *writes, clients=64, seconds=2)
    return {
        "write": wrk.median([
            wrk.run(base, *writes, clients=64, seconds=seconds) for _ in range(rounds)]),
        "page": wrk.median([
            wrk.run(base + page, clients=64, seconds=seconds, headers=[line])
            for _ in range(rounds)]),
        "page alone": wrk.run(base + page, clients=1, seconds=seconds, headers=[line]),
    }
