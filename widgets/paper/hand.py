"""What the hand holds: the tool, its brush, the colour."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal, Slot

from pipelines.painting.brush import AIRBRUSH, ERASER, INK, MARKER, PENCIL, Brush, Lean
from pipelines.painting.composite import RGB

LEAST_SIZE, MOST_SIZE = 0.5, 512.0
LONGEST = 12.0
"""How many times as long a dab of a pen laid flat may be."""
_MOST_RECENT = 12


class ToolKind(StrEnum):
    """The tools there are."""

    PENCIL = "pencil"
    INK = "ink"
    MARKER = "marker"
    AIRBRUSH = "airbrush"
    ERASER = "eraser"
    FILL = "fill"
    LINE = "line"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    LASSO = "lasso"
    TRANSFORM = "transform"
    PICK = "pick"
    MOTION = "motion"


BRUSHES = {
    ToolKind.PENCIL: PENCIL,
    ToolKind.INK: INK,
    ToolKind.MARKER: MARKER,
    ToolKind.AIRBRUSH: AIRBRUSH,
    ToolKind.ERASER: ERASER,
}
SHAPES = frozenset({ToolKind.LINE, ToolKind.RECTANGLE, ToolKind.ELLIPSE})


class Hand(QObject):
    """The settings of the tools. Each brush remembers its own."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tool = ToolKind.PENCIL
        self.colour: RGB = (29, 33, 41)
        self.recent: tuple[RGB, ...] = ()
        self.steadiness = 0.3
        self.fills_shapes = False
        self.tolerance = 48
        self.gap = 4.0
        self.sets_coming = False
        """Motion is set of the way from the panel before, not of the one to the next."""
        self._brushes = dict(BRUSHES)
        self._last_brush = ToolKind.PENCIL

    @property
    def brush(self) -> Brush:
        """The brush in hand; shapes are drawn with the last one."""
        return self._brushes[self.brush_kind]

    @property
    def brush_kind(self) -> ToolKind:
        """Which brush that is."""
        return self.tool if self.tool in BRUSHES else self._last_brush

    @property
    def eraser(self) -> Brush:
        """What the tail of the pen is."""
        return self._brushes[ToolKind.ERASER]

    def take(self, tool: ToolKind) -> None:
        """Take a tool in hand."""
        if tool is not self.tool:
            self.tool = tool
            if tool in BRUSHES and tool is not ToolKind.ERASER:
                self._last_brush = tool
            self.changed.emit()

    @property
    def changed_brushes(self) -> dict[ToolKind, Brush]:
        """The brushes that are not as they came."""
        return {kind: one for kind, one in self._brushes.items() if one != BRUSHES[kind]}

    def set_brush(self, brush: Brush, *, of: ToolKind | None = None) -> None:
        """Change the brush in hand, or that of another tool."""
        kind = self.brush_kind if of is None else of
        size = min(max(brush.size, LEAST_SIZE), MOST_SIZE)
        brush = replace(
            brush,
            size=size,
            hardness=min(max(brush.hardness, 0.0), 1.0),
            opacity=min(max(brush.opacity, 0.01), 1.0),
            flow=min(max(brush.flow, 0.01), 1.0),
            lean=Lean(min(max(brush.lean.length, 1.0), LONGEST), min(max(brush.lean.cover, 0), 1)),
        )
        if brush != self._brushes[kind]:
            self._brushes[kind] = brush
            self.changed.emit()

    @property
    def brush_is_changed(self) -> bool:
        """Whether the brush in hand is not as it came."""
        return self.brush != BRUSHES[self.brush_kind]

    @Slot()
    def reset_brush(self) -> None:
        """Bring the brush in hand back to what it was at first."""
        self.set_brush(BRUSHES[self.brush_kind])

    def set_colour(self, colour: RGB) -> None:
        """Draw in another colour."""
        if colour != self.colour:
            self.colour = colour
            self.changed.emit()

    def used_colour(self) -> None:
        """The colour was drawn with: it is among the recent ones."""
        if self.recent[:1] != (self.colour,):
            rest = tuple(one for one in self.recent if one != self.colour)
            self.recent = (self.colour, *rest)[:_MOST_RECENT]
            self.changed.emit()

    def set_steadiness(self, steadiness: float) -> None:
        """How much the pen is steadied, 0..1."""
        self.steadiness = min(max(steadiness, 0.0), 1.0)
        self.changed.emit()

    def set_filling(self, *, tolerance: int, gap: float) -> None:
        """How far colours may differ (0..255), and how wide a gap holds a fill back (pixels)."""
        self.tolerance, self.gap = tolerance, gap
        self.changed.emit()

    def set_fills_shapes(self, fills: bool) -> None:
        """Whether rectangles and ellipses are filled."""
        self.fills_shapes = fills
        self.changed.emit()

    def set_coming(self, *, comes: bool) -> None:
        """Set the motion from the panel before, or the one to the next."""
        if comes != self.sets_coming:
            self.sets_coming = comes
            self.changed.emit()

    def grow(self, step: int) -> None:
        """The next larger (below 0: smaller) size: a sixth more, one pixel at least."""
        size = self.brush.size
        size = size * 1.18**step if size > 6 else size + step * 0.5
        self.set_brush(replace(self.brush, size=round(size * 2) / 2))

    def harden(self, step: int) -> None:
        """A harder (below 0: softer) edge."""
        self.set_brush(replace(self.brush, hardness=round(self.brush.hardness + step * 0.1, 2)))
