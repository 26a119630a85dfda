"""What is painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from widgets.viewer.viewer import Viewer


def level(viewer: Viewer, x: float = 0.5, y: float = 0.5) -> int:
    """How bright the picture is painted at a place, 0..1 of it."""
    place = viewer.picture.framing.rect(viewer.picture.picture_size)
    at = QPointF(place.x() + place.width() * x, place.y() + place.height() * y).toPoint()
    return QColor(viewer.picture.grab().toImage().pixel(at)).red()
