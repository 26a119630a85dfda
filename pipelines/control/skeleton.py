"""A body as a picture of coloured limbs: the 18 points of OpenPose, drawn as VACE was shown them.

VACE's own annotator gives red and blue the other way around than OpenPose does, which is kept. The
widths are those of a picture whose shorter side has 1024 pixels.
"""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipelines.values import Image, Pixels8

LEAST = 0.3
"""Points that are less sure are not there."""
_SHORTER = 1024
_WIDTH = 4
_SHADE = 0.6
_NECK = 1
_COCO = (0, None, 6, 8, 10, 5, 7, 9, 12, 14, 16, 11, 13, 15, 2, 1, 4, 3)
"""The points of OpenPose by those of COCO: nose, neck, right and left arm, right and left leg,
eyes, ears. COCO has no neck: it lies between the shoulders."""
_LIMBS = (
    (1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10), (1, 11), (11, 12),
    (12, 13), (1, 0), (0, 14), (14, 16), (0, 15), (15, 17),
)  # fmt: skip
_HUES = 18


class Joint(NamedTuple):
    """A point of a body in pixels, and how sure it is."""

    x: float
    y: float
    score: float


def from_coco(points: Sequence[Joint]) -> tuple[Joint, ...]:
    """The 17 points of COCO as the 18 of OpenPose."""
    left, right = points[5], points[6]
    sure = min(left.score, right.score)
    neck = Joint((left.x + right.x) / 2, (left.y + right.y) / 2, sure)
    return tuple(neck if at is None else points[at] for at in _COCO)


def skeletons(bodies: Sequence[Sequence[Joint]], size: tuple[int, int]) -> Image:
    """Bodies of 18 points on black, at (width, height)."""
    import cv2

    width, height = size
    larger = max(1.0, _SHORTER / min(size))
    across, down = round(width * larger), round(height * larger)
    canvas = np.zeros((down, across, 3), np.uint8)
    for body in bodies:
        _draw_limbs(canvas, body, larger)
    canvas = (canvas * _SHADE).astype(np.uint8)
    for body in bodies:
        _draw_joints(canvas, body, larger)
    if larger == 1.0:
        return Image(canvas)
    return Image(np.asarray(cv2.resize(canvas, size, interpolation=cv2.INTER_AREA), np.uint8))


def _draw_limbs(canvas: Pixels8, body: Sequence[Joint], larger: float) -> None:
    import cv2

    for at, (one, other) in enumerate(_LIMBS):
        a, b = body[one], body[other]
        if min(a.score, b.score) < LEAST:
            continue
        step = np.array([b.x - a.x, b.y - a.y]) * larger
        middle = (round((a.x + b.x) / 2 * larger), round((a.y + b.y) / 2 * larger))
        axes = (int(np.hypot(*step) / 2), _WIDTH)
        turn = int(np.degrees(np.arctan2(step[1], step[0])))
        limb = np.array(cv2.ellipse2Poly(middle, axes, turn, 0, 360, 1), np.int32)
        cv2.fillConvexPoly(canvas, limb, _colour(at))


def _draw_joints(canvas: Pixels8, body: Sequence[Joint], larger: float) -> None:
    import cv2

    for at, joint in enumerate(body):
        if joint.score >= LEAST:
            place = (round(joint.x * larger), round(joint.y * larger))
            cv2.circle(canvas, place, _WIDTH, _colour(at), -1)


def _colour(at: int) -> tuple[int, int, int]:
    """Eighteen hues once around, red and blue exchanged."""
    red, green, blue = colorsys.hsv_to_rgb(at / _HUES, 1, 1)
    return int(blue * 255), int(green * 255), int(red * 255)
