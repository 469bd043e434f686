"""A small client of the server's API, as people and programs would use it (standard library only)."""

import base64
import hashlib
import hmac
import http.client
import json
import secrets
import struct
import time

PASSWORD = "seven quiet herons at dawn"


def one_time_code(secret, at=None):
    """The code of six digits that an authenticator app shows (RFC 6238, SHA-1, 30 seconds)."""
    text = secret.replace(" ", "").upper()
    key = base64.b32decode(text + "=" * (-len(text) % 8))
    step = struct.pack(">Q", int((time.time() if at is None else at) // 30))
    digest = hmac.new(key, step, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def entry_id(at=None):
    """A new identifier of an entry: a UUID of version 7 (RFC 9562)."""
    milliseconds = int((time.time() if at is None else at) * 1000)
    value = milliseconds << 80 | 7 << 76 | secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62)
    text = f"{value:032x}"
    return "-".join([text[:8], text[8:12], text[12:16], text[16:20], text[20:]])


class Answer:
    """What came back."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    def __repr__(self):
        return f"{self.status} {self.text[:300]}"


class Client:
    """One connection, kept open, with perhaps a session. Not for several threads at once."""

    def __init__(self, port, token=None, timeout=60):
        self.port, self.token, self.timeout = port, token, timeout
        self.connection = None
        # Everybody comes from a network of their own, as behind a proxy: the limits of one network
        # are none of the others' business.
        self.address = f"10.{secrets.randbelow(256)}.{secrets.randbelow(256)}.1"

    def ask(self, method, path, body=None, headers=None, content="application/json"):
        """Asks once; a connection that the server ended meanwhile is opened again."""
        sent = {"X-Forwarded-For": self.address, "X-Forwarded-Proto": "https"}
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
        elif isinstance(body, str):
            body = body.encode()
        if body is not None:
            sent["Content-Type"] = content
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        sent.update(headers or {})
        for attempt in (1, 2):
            fresh = self.connection is None
            if fresh:
                self.connection = http.client.HTTPConnection(
                    "127.0.0.1", self.port, timeout=self.timeout)
            try:
                self.connection.request(method, path, body, sent)
                found = self.connection.getresponse()
                answer = Answer(found.status, found.headers, found.read())
                if found.will_close:
                    self.close()
                return answer
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                self.close()
                if fresh or attempt == 2:
                    raise

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post(self, path, body=None, **more):
        return self.ask("POST", path, body, **more)

    def put(self, path, body=None, **more):
        return self.ask("PUT", path, body, **more)

    def delete(self, path, **more):
        return self.ask("DELETE", path, **more)

    def expect(self, status, method, path, body=None, **more):
        """Asks, and fails unless the status is the one expected."""
        answer = self.ask(method, path, body, **more)
        if answer.status != status:
            raise AssertionError(f"{method} {path}: expected {status}, got {answer}")
        return answer

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None


def now():
    moment = time.time()
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment)) + f".{int(moment * 1000) % 1000:03d}Z"
