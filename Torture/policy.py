"""Who may do what, as the documents say: docs/accounts.md and docs/routes.md."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent


def table(path, columns):
    """The rows of the first table of a document whose first cell is code."""
    rows = []
    for line in (ROOT / path).read_text().splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and len(cells) == columns and cells[0].startswith("`"):
            rows.append([cell.strip("`") for cell in cells])
    return rows


def policy():
    """permission -> role (or None for anybody signed in) -> condition, from docs/accounts.md."""
    roles = ["patient", "clinician", "researcher", "admin", "auditor", None]
    return {row[0]: {role: cell for role, cell in zip(roles, row[1:]) if cell != "–"}
            for row in table("docs/accounts.md", 7)}


def routes():
    """(method, path, permission, subject) of every route, from docs/routes.md."""
    return [tuple(row) for row in table("docs/routes.md", 4)]


class Actor:
    """Somebody who asks, and what stands in which relation to them."""

    def __init__(self, name, client, role=None, stage="full", own=None, team=(), opened=()):
        self.name, self.client, self.role, self.stage = name, client, role, stage
        self.own, self.team, self.opened = own, set(team), set(opened)

    def may(self, permission, subject, patient, rules):
        """What the table says; the kinds of refusal that are right, or None when it is allowed."""
        rule = rules[permission]
        if rule.get(None) == "even without signing in":
            return None
        if self.client.token is None:
            return {"sign-in-first"}
        if rule.get(None) == "from the password on":
            return None
        if self.stage != "full":
            return {"sign-in-unfinished"}
        if rule.get(None):
            return None
        words = rule.get(self.role)
        if words is None:
            return {"not-allowed"}
        condition = words.removesuffix(", proof")
        if condition == "yes":
            return None
        if subject == "body" and patient is None:
            return None
        holds = {
            "own record": patient == self.own, "care team": patient in self.team,
            "care team or emergency": patient in self.team | self.opened,
        }[condition]
        return None if holds else {"not-allowed"}
