"""Drawing and erasing with a brush."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt

from pipelines.painting.live_stroke import LiveStroke, Patch
from pipelines.painting.stabiliser import Stabiliser
from pipelines.painting.stroke import Sample
from pipelines.panels import Layer
from widgets.paper.hand import ToolKind
from widgets.paper.tools.tool import PenPoint, Tool
from widgets.words import tr


class BrushTool(Tool):
    """Shift draws a straight line from where the last stroke ended."""

    draws_over = False

    _live: LiveStroke | None = None
    _layer: Layer | None = None
    _steady = Stabiliser(0)
    _last: Sample | None = None
    _end: tuple[str, Sample] | None = None
    _erases = False

    @property
    def size(self) -> float | None:
        return self.desk.hand.brush.size

    def press(self, point: PenPoint) -> None:
        hand = self.desk.hand
        brush = hand.eraser if point.is_tail else hand.brush
        layer = self.desk.layer_to_paint(erases=brush.erases)
        if layer is None:
            return
        self._erases = brush.erases
        selection = self.desk.selection
        self._live = LiveStroke(
            self.desk.board.tiles,
            layer,
            brush,
            hand.colour,
            selection=selection.coverage if selection is not None else None,
            sheet=(0, 0, *self.desk.board.size),
        )
        self._layer = layer
        self._steady = Stabiliser(hand.steadiness)
        self.desk.is_busy = True
        straight = bool(point.modifiers & Qt.KeyboardModifier.ShiftModifier)
        if straight and self._end is not None and self._end[0] == self._place:
            self._draw([self._end[1]._replace(pressure=point.pressure)])
        self._draw([self._steady.follow(point.sample, point.at)])

    def move(self, points: Sequence[PenPoint]) -> None:
        self._draw([self._steady.follow(point.sample, point.at) for point in points])

    def rest(self, at: float) -> None:
        sample = self._steady.rest(at)
        if sample is not None:
            self._draw([sample])

    def release(self) -> None:
        live, layer = self._live, self._layer
        if live is None or layer is None:
            return
        ending = self._steady.finish()
        if ending is not None:
            self._draw([ending])
        patches, changes = live.finish()
        self._show(patches)
        self._live = None
        if self._last is not None:
            self._end = (self._place, self._last)
        if changes and not self._erases:
            self.desk.hand.used_colour()
        self.desk.paint(layer, changes, self._name, is_shown=True)

    def cancel(self) -> None:
        if self._live is not None:
            self._show(self._live.undone())
            self._live = None
            self.desk.is_busy = False
            self.desk.update_content()

    @property
    def _place(self) -> str:
        panel = self.desk.board.panel
        return panel.id if panel is not None else ""

    @property
    def _name(self) -> str:
        if self._erases:
            return tr("Erase")
        match self.desk.hand.tool:
            case ToolKind.PENCIL:
                return tr("Pencil stroke")
            case ToolKind.INK:
                return tr("Ink stroke")
            case ToolKind.MARKER:
                return tr("Marker stroke")
            case _:
                return tr("Airbrush stroke")

    def _draw(self, samples: list[Sample]) -> None:
        if self._live is not None and samples:
            self._last = samples[-1]
            self._show(self._live.extend(samples))

    def _show(self, patches: list[Patch]) -> None:
        if patches:
            area: QRect = self.desk.sheet.patch(patches)
            if not area.isEmpty():
                self.desk.redrawn.emit(area)
