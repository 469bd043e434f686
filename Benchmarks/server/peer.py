"""The same two requests as a FastAPI application with SQLite: a durable, encrypted and audited
write of an entry, and the page of fifty accesses to a record, which leaves a line in the trail
before it is made. It looks up the session, its account and the sealed names, and sends the headers
that ours sends. As one would write it: uvicorn with uvloop and httptools, one connection per
worker, write-ahead log, synchronous = FULL, AES-256-GCM from OpenSSL, Jinja2 with its escaping on.

PEER_READ_TRAIL=soon has the line of a page view not wait for the disk (synchronous = NORMAL on a
connection of its own), as `--read-trail soon` does; without it each waits.

    PEER_DATA=FOLDER PEER_TOKEN=SECRET python peer.py      makes the tables and one session
    PEER_DATA=FOLDER uvicorn peer:app --no-access-log      serves
"""
import datetime
import hashlib
import hmac
import os
import pathlib
import sqlite3
import threading
import time
import uuid
import zoneinfo

import fastapi
import jinja2
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import BaseModel, Field

FOLDER = pathlib.Path(os.environ["PEER_DATA"])
KEY = AESGCM(bytes(range(32)))
CHAIN_KEY = b"the key of the chain of hashes.."
PATIENT = "p-1"

TABLES = """
CREATE TABLE IF NOT EXISTS account (id TEXT PRIMARY KEY, state TEXT NOT NULL, role TEXT NOT NULL,
  patient TEXT, name BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS session (token BLOB PRIMARY KEY, account TEXT NOT NULL,
  ends REAL NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS head (one INTEGER PRIMARY KEY, sequence INTEGER NOT NULL,
  audit_sequence INTEGER NOT NULL, audit_link BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS entry (sequence INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE,
  patient TEXT NOT NULL, kind TEXT NOT NULL, occurred TEXT NOT NULL, recorded TEXT NOT NULL,
  sealed BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS entry_of_patient ON entry (patient, sequence);
CREATE TABLE IF NOT EXISTS audit (sequence INTEGER PRIMARY KEY, at TEXT NOT NULL,
  actor TEXT NOT NULL, role TEXT NOT NULL, action TEXT NOT NULL, patient TEXT NOT NULL,
  detail TEXT NOT NULL, link BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS audit_of_patient ON audit (patient, sequence);
"""

PAGE = jinja2.Environment(autoescape=True).from_string("""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Who looked at your record - Anamnesis</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/site.css"></head>
<body><a href="#main">Skip to the content</a>
<header><a href="/">Anamnesis</a><nav><a href="/account">Account</a></nav><a href="/help">Need help now?</a></header>
<main id="main"><h1>Who looked at your record</h1>
<p>Everybody who opened or changed it stands here, newest first. Nobody can take a line out.</p>
<ul class="rows">
{% for row in rows %}<li><div><p><strong>{{ row.who }}</strong> {{ row.what }}</p>
<p>{{ row.at }}</p></div></li>
{% endfor %}</ul>
<p>If a line surprises you, ask your care team or the clinic. You have a right to know.</p></main>
<footer><p>You are signed out after 30 minutes without a page, at {{ ends }}.</p></footer></body></html>
""")
ZONE = zoneinfo.ZoneInfo("UTC")
DEEDS = {"trail": "looked at this list", "read": "read the record", "append": "entered something"}
# What ours sends with every page.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' blob: data:; manifest-src 'self'; worker-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "object-src 'none'",
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY", "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

app = fastapi.FastAPI(openapi_url=None)
local = threading.local()


class Author(BaseModel):
    kind: str


class Occurred(BaseModel):
    at: datetime.datetime
    zone: str = Field(max_length=64)


class Scale(BaseModel):
    minimum: float
    maximum: float
    direction: str


class Value(BaseModel):
    value: float
    scale: Scale


class Rating(BaseModel):
    item: str = Field(max_length=64)
    rating: Value


class CheckIn(BaseModel):
    ratings: list[Rating]


class Fact(BaseModel):
    checkIn: CheckIn


class Entry(BaseModel):
    v: int
    id: uuid.UUID
    patient: str = Field(max_length=128)
    author: Author
    occurred: Occurred
    fact: Fact


READ_SYNC = "NORMAL" if os.environ.get("PEER_READ_TRAIL") == "soon" else "FULL"


def database(synchronous="FULL"):
    """This thread's connection."""
    if not hasattr(local, synchronous):
        made = sqlite3.connect(FOLDER / "peer.db", isolation_level=None, timeout=30)
        made.execute("PRAGMA journal_mode = WAL")
        made.execute(f"PRAGMA synchronous = {synchronous}")
        made.row_factory = sqlite3.Row
        setattr(local, synchronous, made)
    return getattr(local, synchronous)


def signed_in(request: fastapi.Request) -> sqlite3.Row:
    """The session with its account, while it lasts and the account may be used."""
    token = request.cookies.get("sid", "")
    row = database().execute(
        "SELECT account, ends, state, role, patient FROM session "
        "JOIN account ON account.id = session.account WHERE token = ?",
        (hashlib.sha256(token.encode()).digest(),)).fetchone()
    if row is None or row["state"] != "active" or row["ends"] < time.time():
        raise fastapi.HTTPException(401)
    return row


def name(connection, account):
    """What somebody is called; it is stored sealed."""
    row = connection.execute("SELECT name FROM account WHERE id = ?", (account,)).fetchone()
    if row is None:
        return "Somebody"
    return KEY.decrypt(row["name"][:12], row["name"][12:], f"name|{account}".encode()).decode()


def audit(connection, now, actor, action, patient, detail):
    head = connection.execute("SELECT audit_sequence, audit_link FROM head").fetchone()
    sequence = head["audit_sequence"] + 1
    columns = "\x1f".join([str(sequence), now, actor, "patient", action, patient, detail])
    link = hmac.digest(CHAIN_KEY, head["audit_link"] + columns.encode(), "sha256")
    connection.execute(
        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (sequence, now, actor, "patient", action, patient, detail, link))
    connection.execute("UPDATE head SET audit_sequence = ?, audit_link = ?", (sequence, link))


@app.post("/api/entries")
async def store(entry: Entry, request: fastapi.Request):
    """A coroutine: without it every request would go through the thread pool, which is slower."""
    session = signed_in(request)
    patient = session["patient"]
    if entry.patient != patient:
        raise fastapi.HTTPException(403)
    connection = database()
    now = datetime.datetime.now(datetime.timezone.utc).isoformat()
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("SELECT 1 FROM entry WHERE id = ?", (entry.id.bytes,)).fetchone():
            connection.execute("ROLLBACK")
            return {"stored": [str(entry.id)]}
        sequence = connection.execute(
            "UPDATE head SET sequence = sequence + 1 RETURNING sequence").fetchone()[0]
        place = f"entry|{sequence}|{entry.id}|{patient}|checkIn|{entry.occurred.at}|{now}"
        nonce = os.urandom(12)
        sealed = nonce + KEY.encrypt(nonce, entry.model_dump_json().encode(), place.encode())
        connection.execute(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)",
            (sequence, entry.id.bytes, patient, "checkIn", str(entry.occurred.at), now, sealed))
        audit(connection, now, session["account"], "append", patient, "entries: 1")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return {"stored": [str(entry.id)]}


@app.get("/record/accesses")
async def accesses(request: fastapi.Request):
    session = signed_in(request)
    account, patient = session["account"], session["patient"]
    if session["role"] != "patient" or patient is None:
        raise fastapi.HTTPException(403)
    connection = database(READ_SYNC)
    now = datetime.datetime.now(datetime.timezone.utc).isoformat()
    connection.execute("BEGIN IMMEDIATE")
    try:
        audit(connection, now, account, "trail", patient, "trail")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    found = connection.execute(
        "SELECT at, actor, action FROM audit WHERE patient = ? ORDER BY sequence DESC LIMIT 50",
        (patient,)).fetchall()
    names = {actor: name(connection, actor) for actor in {row["actor"] for row in found}}
    names[account] = "You"
    rows = [{"at": moment(row["at"]), "who": names[row["actor"]], "what": DEEDS[row["action"]]}
            for row in found]
    ends = datetime.datetime.fromtimestamp(session["ends"], ZONE).strftime("%H:%M")
    return fastapi.responses.HTMLResponse(PAGE.render(rows=rows, ends=ends), headers=HEADERS)


def moment(text):
    return datetime.datetime.fromisoformat(text).astimezone(ZONE).strftime("%-d %b %Y, %H:%M")


def prepare(token: str):
    """Makes the tables, one session, and fifty lines of the trail."""
    connection = database()
    connection.executescript(TABLES)
    connection.execute("INSERT INTO head VALUES (1, 0, 0, ?)", (bytes(32),))
    for account, role, patient in (("a-1", "patient", PATIENT), ("a-2", "clinician", None)):
        nonce = os.urandom(12)
        sealed = nonce + KEY.encrypt(nonce, b"Dr Reed", f"name|{account}".encode())
        connection.execute("INSERT INTO account VALUES (?, 'active', ?, ?, ?)",
                           (account, role, patient, sealed))
    connection.execute(
        "INSERT INTO session VALUES (?, 'a-1', ?)",
        (hashlib.sha256(token.encode()).digest(), time.time() + 86_400))
    for number in range(50):
        now = datetime.datetime.now(datetime.timezone.utc).isoformat()
        audit(connection, now, f"a-{1 + number % 2}", "read", PATIENT, "entries: 12")


if __name__ == "__main__":
    prepare(os.environ["PEER_TOKEN"])
