"""HTTPS in front: nginx with the very lines of docs/install.md, before the service as it is installed."""

import pathlib
import re

from debian12 import must, run

NAME = "care.example.org"
SETTINGS = "/etc/anamnesis/anamnesis.env"
PAGE = pathlib.Path(__file__).parent.parent / "docs/install.md"


def block(heading, language):
    """The first block of code in a language below a heading of the page."""
    part = PAGE.read_text().split(f"## {heading}\n")[1]
    return re.search(rf"```{language}\n(.*?)```", part, re.DOTALL)[1]


def ask(booted, path, *more):
    """A request over HTTPS by the name; the certificate is checked. Its code and text."""
    done = run("nsenter", "-t", booted.first, "-n", "curl", "--silent", "--max-time", "10",
               "--cacert", f"/proc/{booted.first}/root/etc/ssl/care.pem", "--resolve",
               f"{NAME}:443:127.0.0.1", "--write-out", "\n%{http_code}", *more,
               f"https://{NAME}{path}")
    text, _, code = done.stdout.rpartition("\n")
    return int(code or 0), text


def sign_in(booted):
    """The code that somebody unknown gets who fills in the form."""
    return ask(booted, "/sign-in", "--header", f"Origin: https://{NAME}", "--data",
               "email=nobody@care.example&password=seven+quiet+herons")[0]


def campaign(debian, booted, report):
    must(booted.run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                    "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
                    "-addext", f"subjectAltName=DNS:{NAME}", "-keyout", "/etc/ssl/care.key", "-out",
                    "/etc/ssl/care.pem"))
    debian.path("/etc/nginx/conf.d/care.conf").write_text(block("HTTPS in front", "nginx"))
    done = booted.run("systemctl", "restart", "nginx")
    report.check(done.returncode == 0, "nginx takes the lines of docs/install.md", done.stderr)
    untrusted = sign_in(booted)
    kept = debian.path(SETTINGS).read_text()
    debian.path(SETTINGS).write_text(kept + block("HTTPS in front", "sh"))
    booted.run("systemctl", "restart", "anamnesis")
    ready = booted.until(lambda: ask(booted, "/readyz")[0] == 200)
    report.check(ready, "it is reached by HTTPS", ask(booted, "/readyz"))
    code = sign_in(booted)
    report.check(code in (401, 422), f"a form is taken: {code} for somebody unknown", code)
    report.control(untrusted == 403, "a proxy that is not trusted")
    report.check(booted.get("/sign-in")[0] == 421, "by another name it refuses",
                 booted.get("/sign-in"))
    report.check(booted.get("/help")[0] == 200, "but not help", booted.get("/help"))
    debian.path(SETTINGS).write_text(kept)
    booted.run("systemctl", "restart", "anamnesis")
