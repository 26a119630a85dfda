"""What is painted anew: several parts of a picture by themselves, or all in one go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from PySide6.QtCore import QRectF

LITTLE = 400_000
"""How many pixels more are painted as fast as the same in several parts."""


def joined(rects: Sequence[QRectF], scale: float) -> Sequence[QRectF]:
    """Rectangles of the scene, or the one around them where it holds little more pixels."""
    whole = reduce(QRectF.united, rects, QRectF())
    spared = _area(whole) - sum(map(_area, rects))
    return [whole] if spared * scale**2 < LITTLE else rects


def _area(rect: QRectF) -> float:
    return rect.width() * rect.height()
