"""The sections at the end of RESULTS.md that are written apart from the rest, each by its own part of
`script/bench`: simulated people, then the server."""

HEADINGS = {"simulation": "\n## Simulated people\n", "server": "\n## The server\n"}


def parts(text):
    """What stands before the sections, and each section that there is, with its heading."""
    places = sorted((text.index(heading), name) for name, heading in HEADINGS.items()
                    if heading in text)
    ends = [place for place, _ in places[1:]] + [len(text)]
    sections = {name: text[place:end] for (place, name), end in zip(places, ends)}
    return text[:places[0][0]] if places else text, sections


def kept(path):
    """All sections as they stand; nothing when there is none."""
    sections = parts(path.read_text() if path.exists() else "")[1]
    return "".join(sections[name] for name in HEADINGS if name in sections)


def replace(path, name, lines):
    """Puts lines into the place of a section."""
    before, sections = parts(path.read_text() if path.exists() else "")
    sections[name] = HEADINGS[name] + "\n" + "\n".join(lines) + "\n"
    path.write_text(before + "".join(sections[part] for part in HEADINGS if part in sections))
