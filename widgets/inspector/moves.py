"""The moves of a storyboard, in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from pipelines.panels import Panel
from pipelines.timing import MOVING
from pipelines.values import JointMode
from widgets.words import counted, tr


class Gap(NamedTuple):
    """A move: the id of the panel before it, and what to call it."""

    panel: str
    words: str


def moves_of(panels: Sequence[Panel], modes: Collection[JointMode] = MOVING) -> list[Gap]:
    """The moves between panels, of these kinds."""
    return [
        Gap(panel.id, _spoken(panel, place + 1))
        for place, panel in enumerate(panels[:-1])
        if panel.joint in modes and panel.move
    ]


def _spoken(panel: Panel, number: int) -> str:
    words = panel.label.strip()
    frames = counted("{count} frame", "{count} frames", panel.move)
    if words:
        return tr(
            "{number} to {next}, {words}: {frames}",
            number=number,
            next=number + 1,
            words=words,
            frames=frames,
        )
    return tr("{number} to {next}: {frames}", number=number, next=number + 1, frames=frames)
