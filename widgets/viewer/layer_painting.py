"""Painting one picture, or two in comparison, where a view has room for them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from nodes.frame_serving.messages import FrameState
from widgets.theme import Theme
from widgets.viewer.backdrop import paint_badge, paint_checks, paint_words
from widgets.viewer.compare_mode import Wipe
from widgets.viewer.layer import Layer
from widgets.words import tr

_ONION = 0.5
"""How much is seen of the second picture over the first."""


class LayerPainting:
    """One paint event: `area` is the view, `place` where the whole picture lies in it."""

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        area: QRectF,
        place: QRectF,
        *,
        zoom: float,
        smooth: bool,
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._area = area
        self._place = place
        self._zoom = zoom
        self._smooth = smooth

    def paint_one(self, layer: Layer) -> None:
        """The picture, or words in its place."""
        self._paint_layer(layer, self._area, self._place)

    def paint_wipe(self, one: Layer, other: Layer, wipe: Wipe, seen: QRectF) -> None:
        """The first before a line, the second behind it."""
        painter = self._painter
        for layer, side in zip((one, other), wipe.sides(seen, self._area), strict=True):
            painter.save()
            painter.setClipPath(side)
            self._paint_layer(layer, self._area, self._place)
            painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = wipe.line(seen, self._area)
        for pen in (QPen(QColor(0, 0, 0, 120), 3), QPen(QColor("white"), 1)):
            painter.setPen(pen)
            painter.drawLine(line)
        painter.save()
        painter.translate(wipe.grip(seen))
        painter.rotate(wipe.angle)
        painter.setPen(QPen(QColor(0, 0, 0, 120), 1))
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(QRectF(-5, -16, 10, 32), 4, 4)
        painter.restore()
        self._name_sides(self._area, self._area)

    def paint_sides(self, one: Layer, other: Layer) -> None:
        """The first in the left half, the second in the right."""
        half = self._area.width() / 2
        left = QRectF(self._area.left(), self._area.top(), half, self._area.height())
        right = left.translated(half, 0)
        self._paint_layer(one, left, self._place)
        self._paint_layer(other, right, self._place.translated(half, 0))
        self._painter.setPen(QPen(self._theme.border, 1))
        self._painter.drawLine(QPointF(half, left.top()), QPointF(half, left.bottom()))
        self._name_sides(left, right)

    def paint_difference(self, one: Layer, other: Layer, apart: QImage | None, gain: int) -> None:
        """How far they are apart; where one is not there, the words for that."""
        if apart is None:
            self.paint_one(one if one.shown is None else other)
            return
        self._paint_image(apart, self._place)
        words = tr("Difference × {gain}", gain=gain)
        paint_badge(self._painter, self._theme, self._area, words, self._theme.text)

    def paint_onion(self, one: Layer, other: Layer) -> None:
        """The second through the first."""
        self.paint_one(one)
        if one.shown is not None and other.shown is not None:
            self._painter.save()
            self._painter.setOpacity(_ONION)
            self._paint_image(other.shown, self._place)
            self._painter.restore()

    def _paint_layer(self, layer: Layer, area: QRectF, place: QRectF) -> None:
        painter, theme = self._painter, self._theme
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        if layer.shown is not None:
            self._paint_image(layer.shown, place)
            badge = _badge_of(layer)
            if badge:
                grave = layer.state is FrameState.STALE and layer.preview is None
                paint_badge(painter, theme, area, badge, theme.warning if grave else theme.text)
        elif layer.arrived is not None:
            paint_words(painter, theme, area, layer.arrived)
        painter.restore()

    def _paint_image(self, image: QImage, place: QRectF) -> None:
        painter = self._painter
        if image.hasAlphaChannel():
            paint_checks(painter, place, self._theme)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        if self._smooth and abs(self._zoom - 1) < 1e-6:
            ratio = painter.device().devicePixelRatioF()
            place = QRectF(
                round(place.x() * ratio) / ratio,
                round(place.y() * ratio) / ratio,
                place.width(),
                place.height(),
            )
        painter.drawImage(place, image, QRectF(image.rect()))

    def _name_sides(self, left: QRectF, right: QRectF) -> None:
        text = self._theme.text
        paint_badge(self._painter, self._theme, left, "A", text, at_bottom=True)
        paint_badge(
            self._painter, self._theme, right, "B", text, at_bottom=True, on_right=left == right
        )


def _badge_of(layer: Layer) -> str:
    """What is to be known of a picture that is not simply there."""
    if layer.preview is not None:
        return tr("Preview")
    if layer.state is FrameState.STALE:
        return tr("Stale: made before the last change")
    return ""
