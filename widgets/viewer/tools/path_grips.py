"""What of a motion path a hand takes hold of, and what becomes of the path. Geometry only, in
shares of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from math import hypot

from msgspec.structs import replace

from pipelines.errors import MismatchError
from pipelines.motion_paths import (
    MotionPath,
    PathPoint,
    Place,
    length_share,
    share_near,
    with_point,
    without_point,
)
from widgets.viewer.tools.tool import Touch


class Grip(Enum):
    """A part of a path."""

    NONE = auto()
    POINT = auto()
    BEFORE = auto()
    AFTER = auto()
    TICK = auto()
    LINE = auto()


_HANDLES = (Grip.BEFORE, Grip.AFTER)


@dataclass(frozen=True, slots=True)
class Hold:
    """What is held: which point or, for a tick, frame; of the line, which `share` of its length."""

    grip: Grip
    index: int = -1
    share: float = 0.0

    def place(self, path: MotionPath) -> Place:
        """Where a point or handle that is held lies."""
        return handle_place(path.points[self.index], self.grip)

    def pinned_at(self, path: MotionPath) -> float | None:
        """The time of the point that is held, where it has one."""
        is_point = self.grip in (Grip.POINT, *_HANDLES)
        return path.points[self.index].at if is_point else None


def handle_place(point: PathPoint, grip: Grip) -> Place:
    """Where a point, or one of its handles, lies."""
    match grip:
        case Grip.BEFORE:
            return point.x + point.before[0], point.y + point.before[1]
        case Grip.AFTER:
            return point.x + point.after[0], point.y + point.after[1]
        case _:
            return point.x, point.y


def handles_at(path: MotionPath, index: int) -> list[Grip]:
    """The handles that a point has: the ends have one."""
    return [
        grip
        for grip, is_there in (
            (Grip.BEFORE, index > 0),
            (Grip.AFTER, index < len(path.points) - 1),
        )
        if is_there
    ]


def steps_of(path: MotionPath) -> list[Hold]:
    """Points and their handles in the order of the path, for a keyboard."""
    made: list[Hold] = []
    for index in range(len(path.points)):
        made.append(Hold(Grip.POINT, index))
        made += [Hold(grip, index) for grip in handles_at(path, index)]
    return made


def gripped(
    path: MotionPath,
    held: Hold,
    ticks: Sequence[tuple[int, Place]],
    touch: Touch,
    aspect: float,
) -> Hold:
    """What lies under the pointer: the handles of the point that is held, points, ticks, the
    line."""
    if held.grip in (Grip.POINT, *_HANDLES) and held.index < len(path.points):
        point = path.points[held.index]
        for grip in handles_at(path, held.index):
            place = handle_place(point, grip)
            if place != (point.x, point.y) and touch.is_near(*place):
                return Hold(grip, held.index)
    for index, point in reversed(list(enumerate(path.points))):
        if touch.is_near(point.x, point.y):
            return Hold(Grip.POINT, index)
    near = [frame for frame, place in ticks if touch.is_near(*place)]
    if near:
        where = dict(ticks)
        at = touch.at
        nearest = min(near, key=lambda one: hypot(where[one][0] - at.x(), where[one][1] - at.y()))
        return Hold(Grip.TICK, nearest)
    if path.leads:
        share, off = share_near(path, (touch.at.x(), touch.at.y()), aspect=aspect)
        if off <= touch.reach.height():
            return Hold(Grip.LINE, share=share)
    return Hold(Grip.NONE)


def added(path: MotionPath, hold: Hold, t: float | None, aspect: float) -> tuple[MotionPath, int]:
    """The path with a point where a tick (at the time `t`) or the line is held, and its place; a
    point that is there already is taken."""
    share = hold.share if t is None else length_share(path, t, aspect=aspect)
    share = min(max(share, 0.001), 0.999)
    more = with_point(path, share, aspect=aspect)
    index = _new_index(path, more)
    return (more if t is None else _timed(more, index, t)), index


def moved(
    path: MotionPath, hold: Hold, place: Place, *, parts: bool = False, aspect: float = 1.0
) -> MotionPath:
    """The path with what is held elsewhere. A handle turns the other one with it, unless it
    `parts` from that."""
    point = path.points[hold.index]
    if hold.grip is Grip.POINT:
        return _with(path, hold.index, replace(point, x=place[0], y=place[1]))
    offset = (place[0] - point.x, place[1] - point.y)
    here, there = ("before", "after") if hold.grip is Grip.BEFORE else ("after", "before")
    changed = replace(point, **{here: offset})
    length = hypot(offset[0] * aspect, offset[1])
    other = getattr(point, there)
    if not parts and length > 0 and len(handles_at(path, hold.index)) == 2:
        by = -hypot(other[0] * aspect, other[1]) / length
        changed = replace(changed, **{there: (offset[0] * by, offset[1] * by)})
    return _with(path, hold.index, changed)


def removed(path: MotionPath, hold: Hold) -> MotionPath:
    """The path without the point that is held; of a handle only its bend is gone."""
    if hold.grip is Grip.POINT:
        return without_point(path, hold.index)
    if hold.grip in _HANDLES:
        point = path.points[hold.index]
        return moved(path, hold, (point.x, point.y), parts=True)
    return path


def pinned(path: MotionPath, hold: Hold, t: float | None) -> MotionPath:
    """The path whose inner point is passed at a time, or, with None, at no time of its own."""
    if not 0 < hold.index < len(path.points) - 1:
        return path
    return _timed(path, hold.index, t)


def _timed(path: MotionPath, index: int, t: float | None) -> MotionPath:
    """A point with a time, unless that is out of the order of the others."""
    try:
        return _with(path, index, replace(path.points[index], at=t))
    except MismatchError:
        return path


def _new_index(path: MotionPath, more: MotionPath) -> int:
    """Which point of a path is one more than before."""
    known = [(point.x, point.y) for point in path.points]
    places = [(point.x, point.y) for point in more.points]
    return next(at for at, one in enumerate(places) if at >= len(known) or one != known[at])


def _with(path: MotionPath, index: int, point: PathPoint) -> MotionPath:
    return MotionPath((*path.points[:index], point, *path.points[index + 1 :]))
