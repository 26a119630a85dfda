"""The lines of the log about runs as a whole: how one ended, and which wait from before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.window.compared import title_of
from app.window.notes import Note, Tone
from app.workers.orders import Ending, RunEnding, RunOrder
from widgets.words import said, tr


def farewell(ending: RunEnding) -> Note:
    """The line that a run ends with."""
    title = ending.order.title
    match ending.ending:
        case Ending.DONE:
            seconds = f"{ending.seconds:.1f}"
            return Note(tr("{title}: done in {seconds} s.", title=title, seconds=seconds))
        case Ending.CANCELLED:
            words = tr("{title}: stopped.", title=title)
            return Note(words, tr("What was finished is kept."), again=ending.again)
        case _:
            why = said(ending.message) or tr("it failed; see above.")
            words = tr("{title}: {why}", title=title, why=why)
            return Note(words, said(ending.mend), Tone.FAILURE, again=ending.again)


def recovery_note(orders: Sequence[RunOrder]) -> Note:
    """The line about runs that were put back after the program was killed."""
    names = ", ".join(dict.fromkeys(order.title for order in orders))
    words = tr("Runs that had not ended wait in the paused queue: {names}.", names=names)
    return Note(words, tr("Resume the queue to run them."), Tone.WARNING)


def explained(ending: RunEnding, failure: Note | None) -> RunEnding:
    """An ending that says by itself which node failed first, and why; a run that is named after
    that node says its name once."""
    if ending.ending is not Ending.FAILED or ending.message or failure is None:
        return ending
    order = ending.order
    is_named = failure.why and title_of(order.snapshot, failure.path) in order.title
    words = failure.why if is_named else failure.words
    return replace(ending, message=words, mend=failure.mend)
