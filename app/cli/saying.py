"""How the command line words things: errors with their mend, and names that were nearly meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from rich.console import Console

from pipelines.errors import StoryloomError


class UsageError(StoryloomError):
    """The command line asks for something that is not there."""


def say(console: Console, text: str, *, style: str = "") -> None:
    """Print words as they are: no markup is read in them, and long lines are not cut."""
    console.print(text, style=style or None, markup=False, highlight=False, soft_wrap=True)


def say_error(console: Console, error: StoryloomError) -> None:
    """What happened, and below it what to do."""
    say(console, f"error: {error.message}", style="bold red")
    if error.mend:
        say(console, f"  {error.mend}")


def unknown(what: str, name: str, known: Iterable[str], *, listing: str) -> UsageError:
    """The refusal of a name that nothing has, with the names nearest to it."""
    near = get_close_matches(name, list(known), n=5, cutoff=0.5)
    mend = f"Did you mean {', '.join(near)}?" if near else listing
    return UsageError(f"There is no {what} “{name}”.", mend=mend)
