"""The section of RESULTS.md on the server, which `script/bench server` writes and the other part of
`script/bench` keeps."""

HEADING = "\n## The server\n"


def kept(path):
    """The section as it stands, from its heading to the end of the file; nothing when there is none."""
    text = path.read_text() if path.exists() else ""
    return text[text.index(HEADING):] if HEADING in text else ""


def replace(path, lines):
    """Puts lines into the place of the section, at the end of the file."""
    text = path.read_text() if path.exists() else ""
    start = text.index(HEADING) if HEADING in text else len(text)
    path.write_text(text[:start] + HEADING + "\n" + "\n".join(lines) + "\n")
