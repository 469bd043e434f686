"""Writes the copyright file of the package: our own words, then each package that is built in.

copyright.py PACKAGE.RESOLVED CHECKOUTS NOTICE HEAD > copyright
A package whose licence is not found, or is none of those we know, is an error.
"""

import json
import pathlib
import re
import sys

APACHE = "Apache License 2.0{}, in /usr/share/common-licenses/Apache-2.0"


def text_of(folder, pattern):
    """The text of a file by the beginning of its name; empty when there is none."""
    for path in sorted(folder.glob(pattern)):
        if path.is_file():
            return path.read_text(errors="replace").strip("\n")
    return ""


def holder(folder):
    """The line that says whose work it is, from the first file that has one."""
    sources = sorted((folder / "Sources").rglob("*.swift")) + sorted(folder.glob("*/*.swift"))
    for path in [*sorted(folder.glob("NOTICE*")), folder / "Package.swift", *sources[:20]]:
        if path.is_file():
            found = re.search(r"^\W*(Copyright .*\w)", path.read_text(errors="replace"), re.MULTILINE)
            if found:
                return found[1]
    sys.exit(f"copyright: no line says whose work {folder.name} is")


def indented(text):
    return "\n".join(("  " + line).rstrip() for line in text.splitlines())


def licence(folder):
    """What may be done with it: a name where Debian has the text, else the text."""
    text = text_of(folder, "LICENSE*")
    if "Apache License" in text and "Version 2.0" in text:
        exception = " with Runtime Library Exception" if "Runtime Library Exception" in text else ""
        notice = text_of(folder, "NOTICE*")
        lines = [holder(folder), "Licence: " + APACHE.format(exception)]
        return "\n".join(lines) + (f"\n\nNotice:\n\n{indented(notice)}" if notice else "")
    if "Permission is hereby granted, free of charge" in text:
        return indented(text)
    sys.exit(f"copyright: the licence of {folder.name} is missing or of a kind not seen before")


def main(resolved, checkouts, notice, head):
    parts = [pathlib.Path(head).read_text().strip("\n")]
    for pin in json.loads(pathlib.Path(resolved).read_text())["pins"]:
        name = re.sub(r"\.git$", "", pin["location"]).rsplit("/", 1)[1]
        folder = pathlib.Path(checkouts, name)
        parts.append(
            f"== {name} {pin['state'].get('version', '')}, {pin['location']} ==\n\n{licence(folder)}")
        inner = text_of(folder, "Sources/CNIOLLHTTP/LICENSE")
        if inner:
            parts.append(f"== llhttp, in {name} ==\n\n{indented(inner)}")
    parts.append("== Numbers taken from others ==\n\n" + pathlib.Path(notice).read_text().strip("\n"))
    print("\n\n\n".join(parts))


if __name__ == "__main__":
    main(*sys.argv[1:])
