"""Which frame of a storyboard shows what: a panel held, or a place in the gap between two.

A panel of `duration` d whose joint moves for m frames holds its picture for d - m frames; then
come the m frames towards the next panel at t = k / (m + 1), k = 1..m. Every panel holds for a
frame at least, so m is at most d - 1. Cuts and holds have no move.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.errors import MismatchError
from pipelines.panels import Panel
from pipelines.shot_ids import shot_titles
from pipelines.values import Joint, JointMode, PanelTiming, Shot

MOVING = frozenset({JointMode.FADE, JointMode.IN_BETWEEN})


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """A frame that shows the picture of a panel."""

    panel: int


@dataclass(frozen=True, slots=True)
class GapPlace:
    """A frame between two panels: a place `t` in (0, 1) of a gap."""

    gap: int
    t: float


@dataclass(frozen=True, slots=True)
class PanelGap:
    """A move from `panel` to the next: frames [start, stop) of the storyboard."""

    panel: int
    mode: JointMode
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A storyboard laid out: the place of every frame, the gaps, and the shots between cuts."""

    places: tuple[KeyPlace | GapPlace, ...]
    gaps: tuple[PanelGap, ...]
    shots: tuple[Shot, ...]
    starts: tuple[int, ...]
    """The first frame of each panel."""

    def __len__(self) -> int:
        return len(self.places)


def timing_of(panel: Panel) -> PanelTiming:
    """A drawn panel as the graph sees it."""
    joint = Joint(panel.joint, panel.move)
    return PanelTiming(
        panel.id,
        panel.duration,
        joint,
        panel.prompt,
        panel.shot,
        panel.notes,
        panel.dialogue,
        panel.label,
    )


def lay_out(
    panels: Sequence[PanelTiming], *, shot_names: Sequence[tuple[str, str]] = ()
) -> Timeline:
    """Place every frame of the panels.

    A shot runs from a cut to the next; its id is that of `shot` of its first panel or, where that
    is empty or taken, the panel's own id. `shot_names` are (id, name). Raises MismatchError for a
    panel shorter than a frame.
    """
    places: list[KeyPlace | GapPlace] = []
    gaps: list[PanelGap] = []
    starts: list[int] = []
    for index, panel in enumerate(panels):
        starts.append(len(places))
        move = move_length(panel, last=index == len(panels) - 1)
        places += [KeyPlace(index)] * (panel.duration - move)
        if move:
            first = len(places)
            places += [GapPlace(len(gaps), step / (move + 1)) for step in range(1, move + 1)]
            gaps.append(PanelGap(index, panel.joint.mode, first, len(places)))
    shots = _shots(panels, [*starts, len(places)], dict(shot_names))
    return Timeline(tuple(places), tuple(gaps), shots, tuple(starts))


def move_length(panel: PanelTiming, *, last: bool = False) -> int:
    """The frames of the panel that move to the next. The `last` panel has none to move to."""
    if panel.duration < 1:
        raise MismatchError(
            f"Panel {panel.id} lasts {panel.duration} frames.",
            mend="Give it a length of at least one frame.",
        )
    if last or panel.joint.mode not in MOVING:
        return 0
    return max(0, min(panel.joint.move, panel.duration - 1))


def middle_of_move(panels: Sequence[Panel], panel: str) -> int | None:
    """The frame in the middle of the move behind a panel, None where it does not move."""
    gaps = lay_out([timing_of(one) for one in panels]).gaps
    found = next((gap for gap in gaps if panels[gap.panel].id == panel), None)
    return None if found is None else (found.start + found.stop - 1) // 2


def moving_panels(panels: Sequence[PanelTiming]) -> tuple[str, ...]:
    """The ids of the panels behind which layers move."""
    gaps = lay_out(panels).gaps
    return tuple(panels[gap.panel].id for gap in gaps if gap.mode is JointMode.IN_BETWEEN)


def _shots(
    panels: Sequence[PanelTiming], bounds: Sequence[int], names: dict[str, str]
) -> tuple[Shot, ...]:
    ids: list[str] = []
    spans: list[tuple[int, int]] = []
    first = 0
    for index, panel in enumerate(panels):
        if panel.joint.mode is not JointMode.CUT and index < len(panels) - 1:
            continue
        head = panels[first]
        names_of_it = (head.shot, head.id, f"{head.id}-{first}")
        ids.append(next(name for name in names_of_it if name and name not in ids))
        spans.append((bounds[first], bounds[index + 1]))
        first = index + 1
    titles = shot_titles(ids, names)
    return tuple(
        Shot(one, title, *span) for one, title, span in zip(ids, titles, spans, strict=True)
    )
