"""How one layer is painted on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from pipelines.painting.composite import PICTURE_ROLES
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
_ON_PAPER = PICTURE_ROLES | {LayerRole.NOTES, LayerRole.REFERENCE, LayerRole.CONTROL}
"""What a hand sees while it draws; masks are shown by the mask tools."""


def is_seen(layer: Layer) -> bool:
    """Whether a layer shows on the paper."""
    return layer.visible and layer.opacity > 0 and layer.role in _ON_PAPER


def draw_layer(painter: QPainter, layer: Layer, picture: QImage, area: QRect) -> None:
    """Put an area of a layer's picture over what is there, by its blend mode and opacity."""
    painter.setCompositionMode(_MODES[layer.blend])
    painter.setOpacity(layer.opacity)
    painter.drawImage(area, picture, area)
