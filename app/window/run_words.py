"""What is said of the nodes of a run, by the titles that a person knows them by."""

from __future__ import annotations

from app.window.compared import title_of
from app.window.notes import Note, Tone
from nodes.events import NodeStoodIn, NodeWarned
from nodes.refusals import NodeError
from nodes.serving.messages import RemoteNodeError
from nodes.snapshot import Snapshot
from widgets.words import said, tr


def failure_note(error: NodeError, path: str, snapshot: Snapshot) -> Note:
    """The line of the log about a node that failed."""
    title, why = title_of(snapshot, path), said(error.reason)
    words = tr("{node}: {message}", node=title, message=why)
    if error.frame is not None:
        at = error.frame
        words = tr("{node}, frame {frame}: {message}", node=title, frame=at, message=why)
        why = tr("Frame {frame}: {message}", frame=at, message=why)
    trace = error.trace if isinstance(error, RemoteNodeError) else ""
    return Note(words, said(error.mend), Tone.FAILURE, path, why, details=trace)


def failure_words(error: NodeError) -> str:
    """What stands on a node that failed: why in the first line, what to do in the next."""
    return "\n".join(filter(None, (said(error.reason), said(error.mend))))


def block_words(by: str, snapshot: Snapshot) -> str:
    """What stands on a node that waits for one that failed."""
    return tr("Waits for {node}, which failed", node=title_of(snapshot, by))


def stand_in_note(event: NodeStoodIn, snapshot: Snapshot) -> Note:
    """The line of the log about a node that works without its model."""
    words = tr(
        "{node}: {model} is not here, so what is built in is used.",
        node=title_of(snapshot, event.path),
        model=event.title,
    )
    return Note(words, tone=Tone.WARNING, path=event.path)


def warning_note(event: NodeWarned, snapshot: Snapshot) -> Note:
    """The line of the log about what a node warned of."""
    title = title_of(snapshot, event.path)
    why = said(event.message)
    words = tr("{node}: {message}", node=title, message=why)
    return Note(words, tone=Tone.WARNING, path=event.path, why=why, about=event.about)
