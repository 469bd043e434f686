"""Unique strings of a patient: none may stand in logs, figures, addresses, errors or files."""

import base64
import pathlib
import subprocess
import tempfile
import urllib.request

from client import Client, Clinic, entry_id


def canary(report, program, size, seed):
    """Unique strings of a patient: none may stand in logs, figures, addresses, errors or files."""
    word = "kanarienvogel" + entry_id().replace("-", "")[-12:]
    password = f"nightingale{entry_id()[-12:]} sings at dawn"
    options = ("--request-rate", "0", "--trusted-proxy", "127.0.0.1", "--log-level", "info",
               "--metrics-port", "19464")
    with Clinic.start(program.path, options=options) as clinic:
        doctor = clinic.clinician(f"Dr {word}")
        person = clinic.patient(f"Name {word}", by=doctor, email=f"{word}@example.org",
                                password=password)
        note = person.note(f"I wrote {word}.")
        person.expect(200, "POST", "/api/entries", note)
        seen = doctor.expect(200, "GET", f"/api/patients/{person.patient}/entries")
        report.control(word in seen.text, "who may read it finds the canary")
        broken = person.note(word)
        broken["fact"]["note"]["audience"] = word
        unknown = person.check_in()
        unknown["fact"] = {word: {}}
        bare = Client(clinic.port)
        errors = [
            person.post("/api/entries", broken), person.post("/api/entries", unknown),
            person.post("/api/entries", {**note, "fact": {"note": {
                "text": f"other {word}", "audience": "everyone"}}}),
            person.post("/api/entries", f'{{"{word}": '), person.post("/api/entries", word),
            person.post("/api/entries", {**note, "id": word}), person.post("/api/entries", {**note, "v": word}),
            person.get(f"/api/patients/{word}/entries"), person.get(f"/api/{word}"),
            person.get(f"/api/patients/{person.patient}/entries?kind={word}&after={word}"),
            bare.post("/api/session", {"email": f"{word}@example.org", "password": word}),
            bare.post("/api/acceptances", {"link": word, "password": password}),
            bare.get("/api/me", headers={"Authorization": f"Bearer {word}"}),
            bare.get("/api/me", headers={"Cookie": f"__Host-sid={word}"}),
            doctor.post("/api/invitations/patients", {"email": f"{word}@example.org", "name": word}),
            person.put("/api/me/account/person", {"email": word, "name": word},
                       headers={"If-Match": '"1"'}),
        ]
        for method in ("GET", "POST", word.upper()):
            errors.append(bare.ask(method, f"/{word}/%zz?{word}", headers={"X-Forwarded-For": word}))
        accepted = [repr(e) for e in errors if e.status < 400]
        report.check(not accepted, f"what is wrong was accepted: {accepted}")
        broken = [repr(e) for e in errors if e.status >= 500 and e.status != 501]
        report.check(not broken, f"server errors: {broken}")
        person.get("/api/export")
        doctor.get("/api/patients")
        token = person.token
        figures = urllib.request.urlopen("http://127.0.0.1:19464/metrics", timeout=10).read()
        backup = pathlib.Path(tempfile.mkdtemp(prefix="canary-")) / "copy"
        files = {p.name: p.read_bytes() for p in clinic.folder.iterdir() if p.is_file()}
        clinic.stop()
        made = subprocess.run(
            [clinic.binary, "backup", str(backup), "--data", str(clinic.folder)],
            capture_output=True, text=True)
        report.check(made.returncode == 0, f"no backup was made: {made.stderr}")
        for place in clinic.folder, backup:
            files |= {f"{place.name}/{p.name}": p.read_bytes()
                      for p in place.rglob("*") if p.is_file()}
        texts = {"log": "".join(clinic.log).encode(), "figures": figures,
                 "errors": b"".join(e.body + str(e.headers).encode() for e in errors), **files}
        report.control(
            any(b"note" in data for name, data in texts.items() if "records.db" in name),
            "what stands in the clear is found")
        needles = {"the word": word, "the patient's name": f"Name {word}", "the token": token,
                   "the password": password, "a link's token": clinic.link or "-" * 43}
        hits = []
        for what, text in needles.items():
            forms = [text.encode(), text.encode("utf-16-le"), text.encode().hex().encode(),
                     base64.b64encode(text.encode())[:-4]]
            for name, data in texts.items():
                if what == "a link's token" and name == "log":
                    continue  # It is printed once, on purpose, before anybody has an account.
                hits += [f"{what} in {name}" for form in forms if form in data]
        report.say(f"canary: {len(texts)} places, {sum(map(len, texts.values()))} bytes, "
                    f"{len(needles)} strings in four forms: {len(hits)} hits")
        report.check(not hits, f"hits of the canary: {hits}")
