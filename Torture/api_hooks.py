"""What schemathesis is told about this server: identifiers that exist, and that everybody comes from a
network of their own."""

import os
import random

import schemathesis

PATIENT, ACCOUNT = os.environ["API_PATIENT"], os.environ["API_ACCOUNT"]
CLINICIAN = os.environ["API_ROLE"] == "clinician"


@schemathesis.hook
def map_path_parameters(context, parameters):
    """Half of the time about somebody who is there."""
    if parameters and "patient" in parameters and hash(str(parameters)) % 2:
        parameters["patient"] = PATIENT
    return parameters


@schemathesis.hook
def map_body(context, body):
    """Some entries are of the patient who is there, in one's own name."""
    if isinstance(body, dict) and "fact" in body and hash(str(body)) % 2:
        author = {"kind": "staff", "name": ACCOUNT} if CLINICIAN else {"kind": "patient"}
        body = {**body, "patient": PATIENT, "author": author,
                "occurred": {"day": "2026-05-01", "zone": "UTC"},
                "fact": {"note": {"text": "tea", "audience": "everyone"}}}
        body.pop("supersedes", None)
    return body


@schemathesis.hook
def before_call(context, case, kwargs):
    case.headers["X-Forwarded-For"] = f"10.{random.randrange(256)}.{random.randrange(256)}.1"
