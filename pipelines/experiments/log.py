"""An experiment as Markdown: what is said of it, in one order, whatever it was about.

Knows no models and no graph: whoever makes an experiment fills in what there is to say, and what
there is not is left out. Pictures and films are named relative to the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What became of an experiment."""

    RUNNING = "running, or killed"
    DONE = "done"
    STOPPED = "stopped, to be gone on with"
    NO_BETTER = "ended early: it became no better"
    PARTLY = "partly failed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words under a head, as long as the head each."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __str__(self) -> str:
        lines = [self.head, ["---"] * len(self.head), *self.rows]
        return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


@dataclass(frozen=True, slots=True)
class Shown:
    """Something that is given or that came out, with its file where it has one and a picture."""

    name: str
    about: str = ""
    file: str = ""
    picture: str = ""

    def __str__(self) -> str:
        named = f" (`{self.file}`)" if self.file else ""
        line = f"- **{self.name}**{named}{f': {self.about}' if self.about else ''}"
        return f"{line}\n\n  ![{self.name}]({self.picture})" if self.picture else line


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """One experiment. `results` and `technical` are blocks of Markdown in their order."""

    title: str
    began: datetime
    subject: str
    case: str
    outcome: Outcome
    reason: str = ""
    background: str = ""
    settings: Sequence[Table] = ()
    inputs: Sequence[Shown] = ()
    results: Sequence[str | Table | Shown] = ()
    artefacts: Sequence[str] = ()
    technical: Sequence[str | Table] = ()
    findings: str = ""
    conclusion: str = ""
    files: Sequence[str] = ()

    def markdown(self) -> str:
        """The whole log."""
        said = f"Outcome: **{self.outcome.value}**. {self.reason}".rstrip()
        head = Table(
            ("", ""),
            (
                ("date", f"{self.began:%Y-%m-%d %H:%M}"),
                ("subject", self.subject),
                ("test case", self.case),
            ),
        )
        parts: list[str] = [f"# {self.title}", str(head), said]
        for name, blocks in (
            ("Background", [self.background]),
            ("Settings", self.settings),
            ("Inputs", self.inputs),
            ("Results", self.results),
            ("Artefacts", [f"- {one}" for one in self.artefacts]),
            ("Technical details", self.technical),
            ("Key findings", [self.findings]),
            ("Conclusion", [self.conclusion]),
            ("Related files", ["\n".join(f"- `{name}`" for name in self.files)]),
        ):
            written = [str(block) for block in blocks if str(block)]
            if written:
                parts += [f"## {name}", *written]
        return "\n\n".join(parts) + "\n"


def _cell(words: str) -> str:
    """Words that stay in their cell."""
    return words.replace("|", "\\|").replace("\n", " ")
