"""The strip without what moves over it, kept as one picture while it does not change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPainter, QPixmap

from widgets.strip.strip_painting import StripScene, paint_ground
from widgets.strip.tile_pictures import TilePictures
from widgets.theme import Theme


class StripGround:
    """Shots, time, sound and panels: painted again only where one of them is another."""

    def __init__(self) -> None:
        self._tiles = TilePictures()
        self._kept: tuple[tuple[object, ...], QPixmap] | None = None

    def forget(self) -> None:
        """Something came that a scene does not say: a thumbnail, another font or palette."""
        self._kept = None

    def picture(self, theme: Theme, scene: StripScene, font: QFont) -> QPixmap:
        """The ground of a scene."""
        shown = scene.layout.panel_of(scene.frame)
        still = replace(scene, frame=shown, marks=None, insertion=None, dragged_to=None)
        key = (theme.is_dark, still, font.key())
        if self._kept is not None and self._kept[0] == key:
            return self._kept[1]
        ratio = scene.pixel_ratio
        size = (scene.size * ratio).toSize()
        made = self._kept[1] if self._kept is not None else QPixmap()
        self._kept = None
        if made.size() != size:
            made = QPixmap(size.expandedTo(QSize(1, 1)))
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        painter.setFont(font)
        paint_ground(painter, theme, scene, self._tiles)
        painter.end()
        self._kept = (key, made)
        return made
