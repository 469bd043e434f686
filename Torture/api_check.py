"""Runs schemathesis on the API's document against the real server, once for each role; see
script/api-check."""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from client import Clinic

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENT = HERE.parent / "Sources/Server/Resources/openapi.yaml"
CHECKS = ("not_a_server_error,status_code_conformance,content_type_conformance,"
          "response_schema_conformance,response_headers_conformance")


def run(clinic, role, person, patient, examples, phases, seed):
    """One run as one role; what it printed, and whether all held."""
    command = [
        str(pathlib.Path(sys.executable).parent / "schemathesis"), "--config-file",
        str(HERE / "schemathesis.toml"), "run", str(DOCUMENT), "--url",
        f"http://127.0.0.1:{clinic.port}", "--checks", CHECKS, "--max-examples", str(examples),
        "--seed", str(seed), "--request-timeout", "20", "--header", "X-Forwarded-Proto: https",
        "--phases", phases, "--continue-on-failure", "--no-color",
        # Whoever signs out is nobody from then on.
        "--exclude-operation-id", "signOut",
    ]
    if person:
        command += ["--header", f"Authorization: Bearer {person.token}"]
    environment = {
        **os.environ, "SCHEMATHESIS_HOOKS": "api_hooks", "PYTHONPATH": str(HERE),
        "API_PATIENT": patient.patient, "API_ACCOUNT": person.account if person else "0" * 32,
        "API_ROLE": role,
    }
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=3000)
    return done.returncode, done.stdout + done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--quick", action="store_true", help="3 examples an operation")
    parser.add_argument("--examples", type=int)
    parser.add_argument("--roles", nargs="*")
    parser.add_argument("--seed", type=int, default=6)
    options = parser.parse_args()
    examples = options.examples or (3 if options.quick else 1000)
    phases = "examples,fuzzing" if options.quick else "examples,coverage,fuzzing"
    failed = []
    with Clinic.start(options.program) as clinic:
        doctor = clinic.clinician("Doctor")
        patient = clinic.patient("Patient", by=doctor)
        everybody = {
            "nobody": lambda: None, "patient": lambda: patient, "clinician": lambda: doctor,
            "researcher": lambda: clinic.staff("researcher"),
            "auditor": lambda: clinic.staff("auditor"), "admin": lambda: clinic.admin,
        }

        def check(role):
            start, person = time.time(), everybody[role]()
            if person:
                with clinic.inviting:
                    person.prove()
            return role, *run(clinic, role, person, patient, examples, phases, options.seed), (
                time.time() - start)

        # Each role is two processes: the one that asks and the server.
        with ThreadPoolExecutor(2) as pool:
            for role, code, text, took in pool.map(check, options.roles or everybody):
                sent = re.search(r"Test cases:\s*([\d,]+)", text)
                print(f"{role}: {'all held' if code == 0 else 'FAILED'}, "
                      f"{sent[1] if sent else 'unknown'} cases, {took:.0f} s", flush=True)
                if code:
                    failed.append(role)
                    start = max(0, text.find("= FAILURES ="))
                    print(text[start:start + 9000], flush=True)
        if clinic.process.poll() is not None:
            print("the server is gone")
            sys.exit(1)
    print("all roles held" if not failed else f"failed: {', '.join(failed)}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
