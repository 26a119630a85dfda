"""What the hand holds while it paints masks: the tool, the brush, and how masks are shown."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from pipelines.masking.live import MaskMode
from pipelines.painting.brush import Brush, Response

LEAST_SIZE, MOST_SIZE = 1.0, 600.0
MOST_AMOUNT = 200


class MaskTool(StrEnum):
    """What paints a mask."""

    BRUSH = "brush"
    ERASER = "eraser"
    LASSO = "lasso"
    POLYGON = "polygon"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    FILL = "fill"
    MOVE = "move"
    POINT = "point"


class PointWith(StrEnum):
    """What a drag of the pointing tool draws; a click is a click with each of them."""

    BOX = "box"
    LASSO = "lasso"
    SCRIBBLE = "scribble"


class MaskView(StrEnum):
    """How masks are shown over the picture."""

    OVERLAY = "overlay"
    OUTLINE = "outline"
    MATTE = "matte"
    CUT_OUT = "cut-out"


class MaskHand(QObject):
    """The settings of the tools."""

    changed = Signal()
    view_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tool = MaskTool.BRUSH
        self.mode = MaskMode.ADD
        self.points_with = PointWith.BOX
        self.brush = Brush(size=60, hardness=0.9, spacing=0.08, size_by=Response(0.3))
        self.view = MaskView.OVERLAY
        self.opacity = 0.5
        self.amount = 4
        """Pixels by which a mask is grown, shrunk or feathered."""
        self.fills_by_picture = False
        """A fill goes by the colours of the picture, not by what is masked already."""
        self.tolerance = 32
        """How far those colours may differ (0..255)."""

    def take(self, tool: MaskTool) -> None:
        """Take a tool in hand."""
        if tool is not self.tool:
            self.tool = tool
            self.changed.emit()

    def set_mode(self, mode: MaskMode) -> None:
        """Let paint do something else to masks."""
        if mode is not self.mode:
            self.mode = mode
            self.changed.emit()

    def point_with(self, kind: PointWith) -> None:
        """Take the pointing tool, whose drags draw this."""
        if (kind, MaskTool.POINT) != (self.points_with, self.tool):
            self.points_with, self.tool = kind, MaskTool.POINT
            self.changed.emit()

    def set_brush(self, *, size: float | None = None, hardness: float | None = None) -> None:
        """Change the brush, which is the eraser as well."""
        size = min(max(self.brush.size if size is None else size, LEAST_SIZE), MOST_SIZE)
        hardness = min(max(self.brush.hardness if hardness is None else hardness, 0.0), 1.0)
        brush = replace(self.brush, size=size, hardness=hardness)
        if brush != self.brush:
            self.brush = brush
            self.changed.emit()

    def grow(self, step: int) -> None:
        """The next larger (below 0: smaller) size: a sixth more, one pixel at least."""
        size = self.brush.size
        self.set_brush(size=round(size * 1.18**step if size > 6 else size + step))

    def harden(self, step: int) -> None:
        """A harder (below 0: softer) edge."""
        self.set_brush(hardness=round(self.brush.hardness + step * 0.1, 2))

    def set_amount(self, amount: int) -> None:
        """Grow, shrink and feather by so many pixels."""
        if amount != self.amount:
            self.amount = min(max(amount, 1), MOST_AMOUNT)
            self.changed.emit()

    def set_filling(self, *, by_picture: bool | None = None, tolerance: int | None = None) -> None:
        """What a fill goes by."""
        before = (self.fills_by_picture, self.tolerance)
        if by_picture is not None:
            self.fills_by_picture = by_picture
        if tolerance is not None:
            self.tolerance = min(max(tolerance, 0), 255)
        if (self.fills_by_picture, self.tolerance) != before:
            self.changed.emit()

    def set_view(self, view: MaskView) -> None:
        """Show masks in another way."""
        if view is not self.view:
            self.view = view
            self.view_changed.emit()

    def set_opacity(self, opacity: float) -> None:
        """How much an overlay covers of the picture, 0..1."""
        opacity = min(max(opacity, 0.05), 1.0)
        if opacity != self.opacity:
            self.opacity = opacity
            self.view_changed.emit()
