"""The way of a layer from its place in one key to its place in the next."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin

import numpy as np

from pipelines.painting.lifted import Matrix, inverse, joined
from pipelines.panels import LayerMotion

Point = tuple[float, float]

STAYS: Matrix = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


@dataclass(frozen=True, slots=True)
class Course:
    """A transform of the canvas that is gone through evenly.

    `pivot` is a point of the first key; it goes to `pivot` + `move`, as `travelled` says. About it
    the layer is stretched by a symmetric matrix (xx, xy, yy) and then turned (degrees, clockwise).
    """

    pivot: Point
    move: Point = (0.0, 0.0)
    turn: float = 0.0
    stretch: tuple[float, float, float] = (1.0, 0.0, 1.0)

    def at(self, t: float) -> Matrix:
        """Where points of the first key lie at `t`: 0 nothing has moved, 1 all has arrived; beyond
        both ends the motion goes on."""
        turn = radians(self.turn * t)
        turned = np.array([[cos(turn), -sin(turn)], [sin(turn), cos(turn)]])
        linear = turned @ self._stretched(t)
        offset = np.array(travelled(self, t)) - linear @ np.array(self.pivot)
        return np.concatenate([linear, offset[:, None]], axis=1)

    def _stretched(self, t: float) -> Matrix:
        xx, xy, yy = self.stretch
        if xx == yy == 1 and xy == 0:
            return np.eye(2)
        values, vectors = np.linalg.eigh(np.array([[xx, xy], [xy, yy]]))
        if values.min() <= 0:  # mirrored: through being flat
            return np.asarray((1 - t) * np.eye(2) + t * np.array([[xx, xy], [xy, yy]]))
        return np.asarray(vectors @ np.diag(values**t) @ vectors.T, np.float64)


def travelled(course: Course, t: float) -> Point:
    """Where the pivot is at `t`: on the straight line, off which a drawn path leads it."""
    (x, y), (right, down) = course.pivot, course.move
    return x + right * t, y + down * t


def course_of(matrix: Matrix, pivot: Point, *, turn: float | None = None) -> Course:
    """The course to a transform of the canvas: the shortest turn, or, with `turn`, that many
    degrees (which tells a full turn from none)."""
    linear = matrix[:, :2]
    if turn is None:
        turn = degrees(atan2(linear[1, 0] - linear[0, 1], linear[0, 0] + linear[1, 1]))
    back = radians(-turn)
    stretch = np.array([[cos(back), -sin(back)], [sin(back), cos(back)]]) @ linear
    x, y = (linear @ np.array(pivot) + matrix[:, 2] - pivot).tolist()
    (xx, xy), (yx, yy) = stretch.tolist()
    return Course(pivot, (x, y), turn, (xx, (xy + yx) / 2, yy))


def course_by_hand(motion: LayerMotion) -> Course:
    """What a hand has set."""
    return Course(motion.pivot, motion.move, motion.turn, (motion.scale, 0.0, motion.scale))


def within(course: Course, parent: Course) -> Course:
    """The course as seen from the layer that it follows: after the parent's, it is the whole."""
    own = joined(inverse(parent.at(1)), course.at(1))
    return course_of(own, course.pivot, turn=course.turn - parent.turn)
