"""Writes the manual page from what the program says of itself.

anamnesis --experimental-dump-help | python3 manual.py VERSION SECONDS > anamnesis.1
SECONDS is the moment of the package, since 1970, in UTC.
"""

import json
import sys
import time


def escape(text):
    """Text as roff takes it: backslashes and hyphens as they are, no line that begins a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def is_shown(argument):
    names = [name["name"] for name in argument.get("names", [])]
    return argument.get("shouldDisplay", True) and "help" not in names and "version" not in names


def title(argument):
    """How an argument is typed: in bold what is to be typed as it stands."""
    value = f"\\fI{escape(argument.get('valueName') or 'value')}\\fR"
    if argument["kind"] == "positional":
        return value
    names = ", ".join(
        "\\fB" + escape(("-" if name["kind"] == "short" else "--") + name["name"]) + "\\fR"
        for name in argument["names"])
    return names if argument["kind"] == "flag" else f"{names} {value}"


def discussion(text):
    """Paragraphs; lines that are indented stay lines."""
    out = []
    for paragraph in text.strip().split("\n\n"):
        lines = paragraph.split("\n")
        if len(lines) > 1 and lines[1].startswith("  "):
            out += [".PP", escape(lines[0]), ".nf"] + [escape(line) for line in lines[1:]] + [".fi"]
        else:
            out += [".PP", escape(paragraph)]
    return out


def section(command, path):
    """A command with its options, and those below it."""
    path = path + [command["commandName"]]
    below = [sub for sub in command.get("subcommands", []) if sub["commandName"] != "help"]
    out = []
    if not below:
        out += [f".SS {escape(' '.join(path))}", escape(command.get("abstract", ""))]
        out += discussion(command["discussion"]) if command.get("discussion") else []
        for argument in filter(is_shown, command.get("arguments", [])):
            words = argument.get("abstract") or ""
            if argument.get("defaultValue"):
                words += f" (default: {argument['defaultValue']})"
            out += [".TP", title(argument), escape(words)]
    for sub in below:
        out += section(sub, path)
    return out


def page(root, version, seconds):
    day = time.strftime("%Y-%m-%d", time.gmtime(seconds))
    out = [
        f'.TH ANAMNESIS 1 "{day}" "anamnesis {version}" "Anamnesis"', ".SH NAME",
        "anamnesis \\- follow a depression over time: server and command line", ".SH SYNOPSIS",
        "\\fBanamnesis\\fR \\fIcommand\\fR [\\fIoptions\\fR]", ".SH DESCRIPTION",
        escape(root.get("abstract", ""))]
    out += discussion(root.get("discussion", "")) + [".SH COMMANDS"]
    out += section(root, [])
    out += [
        ".SH FILES", ".TP", "/etc/anamnesis/anamnesis.env", "Settings of the server.", ".TP",
        "/var/lib/anamnesis", "The records of the service and their key file.", ".TP",
        "/usr/share/doc/anamnesis", "How to install it, and what the server does.",
        ".SH SEE ALSO", "\\fBjournalctl\\fR(1), \\fBsystemctl\\fR(1)"]
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    sys.stdout.write(page(json.load(sys.stdin)["command"], sys.argv[1], int(sys.argv[2])))
