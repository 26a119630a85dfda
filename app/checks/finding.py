"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """OK; MISSING: the program cannot do without it; OPTIONAL: it can, and does less."""

    OK = "ok"
    MISSING = "missing"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a check-up: what was looked at, how it stands, and what to do about it."""

    name: str
    state: State
    found: str
    mend: str = ""


REINSTALL = "Install again with the command in README.md."
