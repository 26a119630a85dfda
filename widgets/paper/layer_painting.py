"""How one layer is painted on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from pipelines.panels import BlendMode, Layer, LayerRole

_Mode = QPainter.CompositionMode
_MODES = {
    BlendMode.NORMAL: _Mode.CompositionMode_SourceOver,
    BlendMode.MULTIPLY: _Mode.CompositionMode_Multiply,
    BlendMode.SCREEN: _Mode.CompositionMode_Screen,
    BlendMode.OVERLAY: _Mode.CompositionMode_Overlay,
    BlendMode.DARKEN: _Mode.CompositionMode_Darken,
    BlendMode.LIGHTEN: _Mode.CompositionMode_Lighten,
    BlendMode.ADD: _Mode.CompositionMode_Plus,
}
_VEIL = QColor(226, 52, 80)
_VEILED = 0.55
"""How much of the veil of a mask covers what lies below."""


def is_seen(layer: Layer) -> bool:
    """Whether a layer shows on the paper."""
    return layer.visible and layer.opacity > 0


def stacked(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Layers in the order in which they are painted: masks are no paint, and lie over it."""
    return tuple(sorted(layers, key=lambda layer: layer.role is LayerRole.MASK))


def draw_layer(painter: QPainter, layer: Layer, picture: QImage, area: QRect) -> None:
    """Put an area of a layer's picture over what is there, by its blend mode and opacity.

    A mask is a veil in one colour, as dense as the mask is strong.
    """
    if layer.role is LayerRole.MASK:
        painter.setCompositionMode(_Mode.CompositionMode_SourceOver)
        painter.setOpacity(layer.opacity * _VEILED)
        painter.drawImage(area.topLeft(), _veil(picture, area))
        return
    painter.setCompositionMode(_MODES[layer.blend])
    painter.setOpacity(layer.opacity)
    painter.drawImage(area, picture, area)


def _veil(picture: QImage, area: QRect) -> QImage:
    veil = picture.copy(area)
    painter = QPainter(veil)
    painter.setCompositionMode(_Mode.CompositionMode_SourceIn)
    painter.fillRect(veil.rect(), _VEIL)
    painter.end()
    return veil
