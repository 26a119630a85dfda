"""How a wire bends, and which part of it may be seen. Many wires are arrays of control points:
wires, 4, 2.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

_FINE, _COARSE, _BENT = 96, 24, 8
"""Into how many pieces few wires are cut, and many, and those that are seen for a moment."""
_FEW = 96
_VERY_FEW = 12
"""Up to how many wires are bent one by one."""


def wire_path(start: QPointF, end: QPointF) -> QPainterPath:
    """A wire from an output to a socket."""
    path = QPainterPath(start)
    path.cubicTo(*_bent_wire(start.x(), start.y(), end.x(), end.y())[2:])
    return path


def wire_reach(dx: float, dy: float) -> float:
    """How far a wire runs level from its ends; further where it leads back."""
    if dx >= 0:
        return min(max(dx * 0.5, 24.0), 160.0)
    return min(60.0 - dx * 0.35 + abs(dy) * 0.1, 260.0)


def wire_reaches(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """`wire_reach` of many wires at once, whose rows are x0, y0, x1, y1."""
    dx, dy = ends[:, 2] - ends[:, 0], np.abs(ends[:, 3] - ends[:, 1])
    forth = np.minimum(np.maximum(dx * 0.5, 24.0), 160.0)
    return np.where(dx >= 0, forth, np.minimum(60.0 - dx * 0.35 + dy * 0.1, 260.0))


def control_points(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """The curves of wires whose rows are x0, y0, x1, y1."""
    if len(ends) <= _VERY_FEW:
        return np.array([_bent_wire(*end) for end in ends.tolist()]).reshape(-1, 4, 2)
    reach = wire_reaches(ends)
    points = np.empty((len(ends), 4, 2))
    points[:, 0], points[:, 3] = ends[:, :2], ends[:, 2:]
    points[:, 1], points[:, 2] = ends[:, :2], ends[:, 2:]
    points[:, 1, 0] += reach
    points[:, 2, 0] -= reach
    return points


def bent(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Curves as a few straight lines each: wires, lines, 4."""
    dots = np.einsum("ps,wpc->wsc", _weights(_BENT), points)
    return np.concatenate([dots[:, :-1], dots[:, 1:]], axis=2)


def cut_to(
    points: NDArray[np.float64], box: tuple[float, float, float, float], slack: float
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Which curves pass within a distance of a box (left, top, right, bottom), and as much of each
    as does."""
    pieces = _FINE if len(points) <= _FEW else _COARSE
    weights, (left, top, right, bottom) = _weights(pieces), box
    x, y = points[:, :, 0] @ weights, points[:, :, 1] @ weights
    wide, tall = np.abs(np.diff(x)), np.abs(np.diff(y))
    room = slack + np.maximum(wide, tall) / 8  # a piece bulges no further from its chord
    inside = np.abs(x[:, 1:] + x[:, :-1] - (left + right)) <= wide + 2 * room + (right - left)
    inside &= np.abs(y[:, 1:] + y[:, :-1] - (top + bottom)) <= tall + 2 * room + (bottom - top)
    seen = np.flatnonzero(inside.any(axis=1))
    inside = inside[seen]
    firsts, lasts = inside.argmax(axis=1), pieces - inside[:, ::-1].argmax(axis=1)
    spans = zip(firsts.tolist(), lasts.tolist(), strict=True)
    blossoms = [_blossom(first, last, pieces) for first, last in spans]
    return seen, np.array(blossoms).reshape(-1, 4, 4) @ points[seen]


def _bent_wire(
    x0: float, y0: float, x1: float, y1: float
) -> tuple[float, float, float, float, float, float, float, float]:
    """The curve of one wire."""
    reach = wire_reach(x1 - x0, y1 - y0)
    return x0, y0, x0 + reach, y0, x1 - reach, y1, x1, y1


@lru_cache(maxsize=4)
def _weights(pieces: int) -> NDArray[np.float64]:
    """What each control point adds to the ends of so many pieces of a curve."""
    t = np.linspace(0.0, 1.0, pieces + 1)
    return np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3])


@lru_cache(maxsize=8192)
def _blossom(first: int, last: int, pieces: int) -> NDArray[np.float64]:
    """What leads from a curve to the part of it between two of its pieces (Ramshaw, Blossoming)."""
    b, d = first / pieces, last / pieces
    a, c = 1 - b, 1 - d
    return np.array(
        [
            [a * a * a, 3 * a * a * b, 3 * a * b * b, b * b * b],
            [a * a * c, 2 * a * b * c + a * a * d, 2 * a * b * d + b * b * c, b * b * d],
            [a * c * c, 2 * a * c * d + b * c * c, 2 * b * c * d + a * d * d, b * d * d],
            [c * c * c, 3 * c * c * d, 3 * c * d * d, d * d * d],
        ]
    )
