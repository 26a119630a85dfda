"""What lies under the pointer. Numbers in, a name out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from pipelines.values import Marks
from widgets.strip.bands import Bands
from widgets.strip.layout import StripLayout


class Part(Enum):
    """The parts of the strip that a hand can take."""

    EMPTY = auto()
    SHOT = auto()
    TIME = auto()
    MARK_IN = auto()
    MARK_OUT = auto()
    PANEL = auto()
    EDGE = auto()
    JOINT = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """A part, and the place of the panel that it belongs to (-1: none)."""

    part: Part
    place: int = -1


NOTHING = Target(Part.EMPTY)


def target_at(x: float, y: float, bands: Bands, layout: StripLayout, marks: Marks | None) -> Target:
    """The part at a place; x counts from the first panel."""
    if not layout.durations:
        return NOTHING
    if y < bands.time:
        place = layout.panel_at(x)
        return Target(Part.SHOT, place) if place >= 0 and y >= bands.shots else NOTHING
    if y < bands.pictures:
        return _mark_at(x, y, bands, layout, marks) or Target(Part.TIME)
    if y > bands.bottom:
        return NOTHING
    border = layout.border_near(x, bands.joint_radius + 1)
    near_symbol = abs(y - bands.joint_y) <= bands.joint_radius + 1
    if 0 <= border < len(layout.durations) - 1 and near_symbol:
        return Target(Part.JOINT, border)
    border = layout.border_near(x, bands.line * 0.4)
    if border >= 0:
        return Target(Part.EDGE, border)
    place = layout.panel_at(x)
    return Target(Part.PANEL, place) if place >= 0 else NOTHING


def _mark_at(
    x: float, y: float, bands: Bands, layout: StripLayout, marks: Marks | None
) -> Target | None:
    if marks is None or y > bands.time + bands.line * 0.7:
        return None
    reach = bands.line * 0.5
    left, right = layout.x_of(marks.first), layout.x_of(marks.stop)
    if -2 <= x - left <= reach:
        return Target(Part.MARK_IN)
    return Target(Part.MARK_OUT) if -2 <= right - x <= reach else None
