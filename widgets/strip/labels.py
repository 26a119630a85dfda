"""Colour labels of panels, and what panels and joints are called."""

from __future__ import annotations

from fractions import Fraction
from html import escape

from PySide6.QtGui import QColor

from pipelines.panels import Panel
from pipelines.values import JointMode
from widgets.words import counted, tr


def label_colour(label: str) -> QColor | None:
    """The colour of a label that is written as one ("#4f8fd6"), or None for words and no label."""
    if not label.startswith("#"):
        return None
    colour = QColor(label)
    return colour if colour.isValid() else None


def spoken_joint(mode: JointMode) -> str:
    """The name of a joint."""
    match mode:
        case JointMode.CUT:
            return tr("Cut")
        case JointMode.HOLD:
            return tr("Hold")
        case JointMode.FADE:
            return tr("Fade")
        case JointMode.IN_BETWEEN:
            return tr("In-between")


def spoken_seconds(frames: int, fps: Fraction) -> str:
    """A length in seconds, with two decimals."""
    return tr("{seconds} s", seconds=f"{float(frames / fps):.2f}")


def spoken_length(frames: int, fps: Fraction) -> str:
    """A length in frames and seconds, short enough for a panel."""
    return tr("{frames} f · {seconds}", frames=frames, seconds=spoken_seconds(frames, fps))


def spoken_draft(before: Panel, after: Panel, fps: Fraction) -> str:
    """What a drag is about to make of a panel."""
    if before.duration == after.duration:
        return counted("Moving for {count} frame", "Moving for {count} frames", after.move)
    length = spoken_length(after.duration, fps)
    return tr("{length} ({by})", length=length, by=f"{after.duration - before.duration:+d}")


def spoken_panel(panel: Panel, number: int, count: int, fps: Fraction) -> str:
    """All that can be said of a panel in a sentence or two: for tooltips and screen readers."""
    said = [
        tr("Panel {number} of {count}", number=number, count=count),
        counted("{count} frame", "{count} frames", panel.duration),
        spoken_seconds(panel.duration, fps),
    ]
    if number < count:
        said.append(tr("then: {joint}", joint=spoken_joint(panel.joint)))
        if panel.move:
            said.append(
                counted("moving for {count} frame", "moving for {count} frames", panel.move)
            )
    for words, given in (
        (tr("label"), panel.label),
        (tr("prompt"), panel.prompt),
        (tr("dialogue"), panel.dialogue),
        (tr("notes"), panel.notes),
    ):
        if given.strip():
            said.append(f"{words}: {given.strip()}")
    return ", ".join(said[:3]) + "".join(f"; {one}" for one in said[3:]) + "."


def plain_tip(words: str) -> str:
    """Words for a tooltip, shown as they are: what comes from a file is never taken for markup."""
    return f"<qt>{escape(words)}</qt>".replace("\n", "<br>") if words else ""
