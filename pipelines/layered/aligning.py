"""How one drawing of a layer comes to lie on another: the similarity that makes them most alike.

Guesses from moments, joints, features and other layers are compared in small pictures; the best is
improved step by step, in larger ones at last. No hand is needed, and no chance is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, cos, exp, log, pi, sin, sqrt
from typing import Any, NamedTuple, cast

import numpy as np

from pipelines import flow
from pipelines.layered.course import STAYS, Point
from pipelines.painting.lifted import Matrix, inverse, joined
from pipelines.pieces import Box, Piece, carried_points, points_of
from pipelines.premultiplied import Floats, quantise
from pipelines.values import Pixels8

_COARSE, _FINE = 48, 128
"""Pixels on the longer side of the pictures that are compared."""
_TURNS = 24
"""Turns about a joint that are tried, evenly spread."""
_KEPT = 2
"""Of so many guesses the step by step search goes on."""
_WELL = 0.85
"""So alike, the guesses have been good enough."""
_STEPS = 10
_ROUNDS = 6
_UNEASE_TURN, _UNEASE_SCALE = 0.03, 0.05
"""What a half turn and a scale of e cost in likeness: the simplest motion of equals."""
_MOST_SCALED = log(3.0)
_CUT_SCALED, _CUT_TURN = log(1.6), 0.5
"""What goes on beyond the board is seen in part: it neither turns nor grows far."""


class Aligned(NamedTuple):
    """Points of the first drawing's board to those of the second's, and how alike both are then:
    1 where they are equal, 0 where nothing lies on the other."""

    matrix: Matrix
    likeness: float


def align(
    a: Piece,
    b: Piece,
    *,
    joints: tuple[Point, Point] | None = None,
    hints: Sequence[Matrix] = (),
) -> Aligned:
    """The transform from `a` to `b`. `joints` are the pivots that hands have set on both; `hints`
    are transforms of other layers, which may be the camera's."""
    coarse = _Look(a, b, _COARSE)
    guesses = [
        STAYS,
        *hints,
        *_by_moments(a, b),
        *_by_joints(joints),
        *(_by_shift(a, b) if a.is_cut or b.is_cut else ()),
    ]
    best = [_followed(coarse, one.matrix) for one in _best(coarse, guesses)]
    if max(best, key=_by_likeness).likeness < _WELL:
        found = [_improved(coarse, one.matrix, a.middle) for one in best]
        more = _best(coarse, [*_by_features(a, b), *_by_turning(a, b)])
        found += [_improved(coarse, one.matrix, a.middle) for one in more[:1]]
        best += _best(coarse, found)
    matrix = _best(coarse, [one.matrix for one in best])[0].matrix
    fine = _Look(a, b, _FINE)
    if fine.likeness(STAYS) > 0.999:
        return Aligned(STAYS, 1.0)
    return _followed(fine, matrix)


class _Look:
    """Both drawings made small, so that a transform between them can be judged quickly."""

    def __init__(self, a: Piece, b: Piece, longest: int) -> None:
        self.scale = min(1.0, longest / max(*_sides(a.box), 1.5 * max(_sides(b.box)), 1))
        self._small, self._of_small = _reduced(a.paint, a.box, self.scale)
        goal, of_goal = _reduced(b.paint, b.box, self.scale)
        margin = max(goal.shape[:2]) // 4
        self._goal = np.pad(goal, ((margin, margin), (margin, margin), (0, 0)))
        self._of_goal = joined(of_goal, np.array([[1.0, 0, -margin], [0, 1.0, -margin]]))
        self._matched()
        self._mass = float(self._small.sum())
        self._goal_mass = max(float(self._goal.sum()), 1e-6)
        self._a, self._b, self.is_cut = a, b, a.is_cut or b.is_cut
        height, width = self._goal.shape[:2]
        grid = points_of((0, 0, width, height)) - np.float32(0.5)
        self._points = carried_points(self._of_goal, cast(Floats, grid))

    def _matched(self) -> None:
        """Give the first the second's mean colour: light that changes is no motion."""
        mean_a = self._small.sum(axis=(0, 1)) / max(float(self._small[..., 3].sum()), 1e-6)
        mean_b = self._goal.sum(axis=(0, 1)) / max(float(self._goal[..., 3].sum()), 1e-6)
        shift = (mean_b - mean_a)[:3]
        self._small[..., :3] += shift * self._small[..., 3:]
        for picture in (self._small, self._goal):
            picture[..., 3] *= 2

    def likeness(self, matrix: Matrix) -> float:
        """0..1: one less the share of the paint that does not find its like."""
        import cv2

        moved = self._moved(matrix)
        apart = cv2.absdiff(moved, self._goal)
        both = cv2.max(moved, self._goal)
        if not self.is_cut:
            lost = max(self._mass * _area(matrix) - float(moved.sum()), 0.0)
            return max(0.0, 1 - (float(apart.sum()) + lost) / (float(both.sum()) + lost))
        known = self._seen(matrix)
        total = float((both * known).sum())
        hidden = 1 - float(known.mean())
        if total < 0.3 * self._goal_mass:
            return 0.0
        return max(0.0, 1 - float((apart * known).sum()) / total - 0.2 * hidden)

    def improvement(self, matrix: Matrix) -> Matrix:
        """One step of Gauss and Newton: the small similarity, done after `matrix`, that brings both
        nearest (gradients of both, after Benhimane and Malis, IROS 2004)."""
        moved = self._moved(matrix)
        apart = moved - self._goal
        weight = 1 / (1 + np.square(apart / np.float32(0.25)))
        if self.is_cut:
            weight = weight * self._seen(matrix)
        down, across = np.gradient(moved + self._goal, axis=(0, 1))
        down, across = down / 2, across / 2
        height, width = apart.shape[:2]
        x = (np.arange(width, dtype=np.float32) - width / 2)[None, :, None] / width
        y = (np.arange(height, dtype=np.float32) - height / 2)[:, None, None] / width
        rows = np.stack([across, down, across * -y + down * x, across * x + down * y])
        rows = rows.reshape(4, -1).astype(np.float64)
        weighed = rows * weight.reshape(-1)
        normal = weighed @ rows.T
        normal += np.eye(4) * (1e-4 * float(np.trace(normal)) + 1e-9)
        step = np.linalg.solve(normal, weighed @ apart.reshape(-1))
        turn, grow = step[2] / width, step[3] / width
        middle = (width / 2, height / 2)
        end = (middle[0] + float(step[0]), middle[1] + float(step[1]))
        change = _similar(middle, end, float(turn), exp(max(min(float(grow), 0.3), -0.3)))
        return joined(joined(self._of_goal, joined(change, inverse(self._of_goal))), matrix)

    def _moved(self, matrix: Matrix) -> Floats:
        """The first, carried, as it lies on the second."""
        import cv2

        onto = joined(inverse(self._of_goal), joined(matrix, self._of_small))
        size, border = self._goal.shape[1::-1], cv2.BORDER_REPLICATE
        flags = cv2.INTER_LINEAR
        return cast(Floats, cv2.warpAffine(self._small, onto, size, flags=flags, borderMode=border))

    def _seen(self, matrix: Matrix) -> Floats:
        """Where on the second it is known what both are."""
        there = self._a.seen(carried_points(inverse(matrix), self._points))
        return (there & self._b.seen(self._points)).astype(np.float32)[..., None]


def _reduced(paint: Floats, box: Box, scale: float) -> tuple[Floats, Matrix]:
    """Paint made small, and where its pixels lie on the board."""
    import cv2

    height, width = paint.shape[:2]
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cast(Floats, cv2.resize(paint, size, interpolation=cv2.INTER_AREA))
    across, down = width / size[0], height / size[1]
    matrix = np.array(
        [[across, 0, box[0] + across / 2], [0, down, box[1] + down / 2]],
    )
    return small.reshape(size[1], size[0], 4).copy(), matrix


def _sides(box: Box) -> tuple[int, int]:
    return box[2] - box[0], box[3] - box[1]


def _area(matrix: Matrix) -> float:
    return abs(float(np.linalg.det(matrix[:, :2])))


def _turn(matrix: Matrix) -> float:
    return atan2(matrix[1, 0] - matrix[0, 1], matrix[0, 0] + matrix[1, 1])


def _unease(matrix: Matrix) -> float:
    return (
        _UNEASE_TURN * abs(_turn(matrix)) / pi
        + _UNEASE_SCALE * abs(log(max(_area(matrix), 1e-6))) / 2
    )


def _worth(look: _Look, matrix: Matrix) -> float:
    scaled = abs(log(max(_area(matrix), 1e-9))) / 2
    if scaled > (_CUT_SCALED if look.is_cut else _MOST_SCALED):
        return -1.0
    if look.is_cut and abs(_turn(matrix)) > _CUT_TURN:
        return -1.0
    return look.likeness(matrix) - _unease(matrix)


def _best(look: _Look, guesses: Iterable[Matrix]) -> list[Aligned]:
    """The guesses, best first, each with its likeness."""
    found = [(_worth(look, matrix), at, matrix) for at, matrix in enumerate(guesses)]
    found.sort(key=_by_worth)
    return [Aligned(matrix, look.likeness(matrix)) for _, _, matrix in found[:_KEPT]]


def _by_likeness(found: Aligned) -> float:
    return found.likeness


def _by_worth(found: tuple[float, int, Matrix]) -> tuple[float, int]:
    return -found[0], found[1]


def _followed(look: _Look, matrix: Matrix) -> Aligned:
    """Where the slope of both pictures leads from a transform, as long as it gets better."""
    best = _worth(look, matrix)
    for _ in range(_STEPS):
        better = look.improvement(matrix)
        worth = _worth(look, better)
        if worth <= best + 1e-5:
            break
        best, matrix = worth, better
    return Aligned(matrix, look.likeness(matrix))


def _improved(look: _Look, matrix: Matrix, about: Point) -> Matrix:
    """A better transform near one: small moves, turns and scalings, ever finer."""
    best = _worth(look, matrix)
    step = 1.0
    for _ in range(_ROUNDS):
        for change in _changes(matrix, about, step, look.scale):
            worth = _worth(look, change)
            if worth > best:
                best, matrix = worth, change
        step /= 2
    return matrix


def _changes(matrix: Matrix, about: Point, step: float, scale: float) -> list[Matrix]:
    x, y = (matrix[:, :2] @ np.array(about) + matrix[:, 2]).tolist()
    far = 4 * step / scale
    moves = [(far, 0.0), (-far, 0.0), (0.0, far), (0.0, -far)]
    made = [joined(np.array([[1.0, 0, dx], [0, 1.0, dy]]), matrix) for dx, dy in moves]
    for turn, grow in ((0.2, 0.0), (-0.2, 0.0), (0.0, 0.15), (0.0, -0.15)):
        made.append(joined(_similar((x, y), (x, y), turn * step, exp(grow * step)), matrix))
    return made


def _similar(start: Point, end: Point, turn: float, scale: float) -> Matrix:
    """A turn (radians) and scaling about a point, which goes to another."""
    c, s = scale * cos(turn), scale * sin(turn)
    linear = np.array([[c, -s], [s, c]])
    return np.concatenate([linear, (np.array(end) - linear @ np.array(start))[:, None]], axis=1)


def _by_moments(a: Piece, b: Piece) -> list[Matrix]:
    """The middles brought together; turned by the long axes, both ways; scaled by the areas."""
    (angle_a, mass_a), (angle_b, mass_b) = _axes(a), _axes(b)
    scale = min(max(sqrt(mass_b / max(mass_a, 1e-9)), 0.34), 2.9)
    turn = angle_b - angle_a
    turns = (0.0, turn, turn + pi)
    return [
        _similar(a.middle, b.middle, (one + pi) % (2 * pi) - pi, size)
        for one in turns
        for size in (1.0, scale)
    ]


def _axes(piece: Piece) -> tuple[float, float]:
    """The angle of the long axis, and how much paint there is."""
    import cv2

    moments = cv2.moments(cv2.extractChannel(piece.paint, 3))
    angle = 0.5 * atan2(2 * moments["mu11"], moments["mu20"] - moments["mu02"])
    return angle, moments["m00"]


def _by_joints(joints: tuple[Point, Point] | None) -> list[Matrix]:
    if joints is None:
        return []
    return [
        _similar(*joints, (2 * pi * at / _TURNS + pi) % (2 * pi) - pi, 1.0) for at in range(_TURNS)
    ]


def _by_turning(a: Piece, b: Piece) -> list[Matrix]:
    """Every turn about the middle."""
    return _by_joints((a.middle, b.middle))


def _by_shift(a: Piece, b: Piece) -> list[Matrix]:
    """The one shift of both boards: for what goes on beyond the edges."""
    small_a, small_b, scale = _greys(a, b)
    shift = flow.find_shift(small_a, small_b)
    shift[:, 2] /= scale
    return [shift]


def _by_features(a: Piece, b: Piece) -> list[Matrix]:
    """The similarity that most corners agree on (ORB, RANSAC)."""
    import cv2

    small_a, small_b, scale = _greys(a, b)
    finder = cv2.ORB.create(200, fastThreshold=8, edgeThreshold=8, patchSize=15)
    points_a, words_a = finder.detectAndCompute(small_a, cast(Any, None))
    points_b, words_b = finder.detectAndCompute(small_b, cast(Any, None))
    if len(points_a) < 8 or len(points_b) < 8:
        return []
    pairs = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(words_a, words_b)
    if len(pairs) < 8:
        return []
    here = np.array([points_a[pair.queryIdx].pt for pair in pairs]) / scale
    there = np.array([points_b[pair.trainIdx].pt for pair in pairs]) / scale
    found = cast(Any, cv2.estimateAffinePartial2D(here, there, ransacReprojThreshold=3 / scale)[0])
    return [] if found is None else [np.asarray(found, np.float64)]


def _greys(a: Piece, b: Piece) -> tuple[Pixels8, Pixels8, float]:
    """Both boards as grey pictures of the same small size, transparent as mid grey."""
    import cv2

    scale = min(1.0, 2 * _FINE / max(a.size))
    width, height = (max(1, round(side * scale)) for side in a.size)
    made: list[Pixels8] = []
    for piece in (a, b):
        board = np.full((height, width), 0.5, np.float32)
        mean = piece.paint[..., :3].mean(axis=2) - piece.paint[..., 3] / 2
        onto = np.array([[scale, 0, piece.x * scale], [0, scale, piece.y * scale]])
        grey = cv2.warpAffine(mean, onto, (width, height), flags=cv2.INTER_AREA)
        made.append(cast(Pixels8, quantise(board + grey, bits=8)))
    return made[0], made[1], scale
