"""What a press, a drag and a release do to a mask: strokes, outlines, fills."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from pipelines.masking.live import LiveMask
from pipelines.masking.patches import Patch, changes_between, cut_mask
from pipelines.painting.brush import Brush
from pipelines.painting.canvas import ellipse_outline
from pipelines.painting.coverage import Coverage
from pipelines.painting.stroke import Sample, Stroke
from pipelines.painting.tiles import Changes, Place, TileStore
from pipelines.panels import Tile
from widgets.masking.hand import MaskTool


class MaskGesture:
    """Paint on its way. Points are in canvas pixels; what is answered looks different now.

    By itself it is a change that is made already, and does nothing more.
    """

    def __init__(self, live: LiveMask) -> None:
        self.live = live

    def begin(self) -> list[Patch]:
        """What is another one before anything is painted."""
        return []

    def move(self, sample: Sample, *, regular: bool = False) -> list[Patch]:
        """The pointer went on to here; `regular` asks for a square, a circle."""
        return []

    def finish(self) -> list[Patch]:
        """The pointer let go."""
        return []

    def kept(self, store: TileStore, before: Mapping[Place, Tile]) -> Changes | None:
        """Keep the mask; what makes it of these tiles, None where nothing is another one."""
        return self.live.finish(store, before) if self.live.is_changed else None

    @property
    def outline(self) -> QPolygonF:
        """What is to be seen of it besides the mask, in canvas pixels."""
        return QPolygonF()


class StrokeGesture(MaskGesture):
    """Drawn with a brush."""

    def __init__(self, live: LiveMask, brush: Brush) -> None:
        super().__init__(live)
        self._stroke = Stroke(brush)

    def begin(self) -> list[Patch]:
        return self.live.begin()

    def move(self, sample: Sample, *, regular: bool = False) -> list[Patch]:
        self._stroke.extend([sample])
        return self.live.paint(self._stroke.coverage)

    def finish(self) -> list[Patch]:
        return self.live.paint(self._stroke.finish())


class OutlineGesture(MaskGesture):
    """An outline that is filled at its end: drawn freely, or spanned from corner to corner."""

    def __init__(self, live: LiveMask, tool: MaskTool) -> None:
        super().__init__(live)
        self._tool = tool
        self._points: list[QPointF] = []

    def move(self, sample: Sample, *, regular: bool = False) -> list[Patch]:
        point = QPointF(sample.x, sample.y)
        if self._tool is MaskTool.LASSO or not self._points:
            self._points.append(point)
        else:
            self._points[1:] = [_regular(self._points[0], point) if regular else point]
        return []

    def finish(self) -> list[Patch]:
        outline = self.outline
        return [*self.live.begin(), *filled(self.live, outline)] if outline.size() > 2 else []

    @property
    def outline(self) -> QPolygonF:
        if self._tool is MaskTool.LASSO or len(self._points) < 2:
            return QPolygonF(self._points)
        area = QRectF(self._points[0], self._points[1]).normalized()
        if self._tool is MaskTool.RECTANGLE:
            return QPolygonF(area)
        centre, radii = area.center(), (area.width() / 2, area.height() / 2)
        if not all(radii):
            return QPolygonF(area)
        return QPolygonF([QPointF(x, y) for x, y in ellipse_outline(centre.toTuple(), radii)])


class MoveGesture(MaskGesture):
    """Takes a whole mask elsewhere, by whole pixels."""

    def __init__(self, live: LiveMask, whole: Patch) -> None:
        super().__init__(live)
        self._whole = whole
        self._from: Sample | None = None
        self._at = (whole.x, whole.y)

    def move(self, sample: Sample, *, regular: bool = False) -> list[Patch]:
        start = self._from = self._from or sample
        across, down = round(sample.x - start.x), round(sample.y - start.y)
        if regular and abs(across) > abs(down):
            down = 0
        elif regular:
            across = 0
        before, self._at = self._at, (self._whole.x + across, self._whole.y + down)
        return [self._between(before, self._at)] if before != self._at else []

    def finish(self) -> list[Patch]:
        return []

    def kept(self, store: TileStore, before: Mapping[Place, Tile]) -> Changes | None:
        if self._at == (self._whole.x, self._whole.y):
            return None
        moved = cut_mask(Patch(*self._at, self._whole.values), store)
        return changes_between(tuple(before.values()), moved)

    def _between(self, one: tuple[int, int], other: tuple[int, int]) -> Patch:
        """The mask where it is now, and nothing where it was."""
        values = self._whole.values
        height, width = values.shape
        left, top = min(one[0], other[0]), min(one[1], other[1])
        across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
        made = np.zeros((height + down, width + across), np.uint8)
        row, column = other[1] - top, other[0] - left
        made[row : row + height, column : column + width] = values
        return Patch(left, top, made)


def filled(live: LiveMask, outline: QPolygonF) -> list[Patch]:
    """Paint the inside of an outline."""
    coverage = Coverage()
    coverage.fill([[(point.x(), point.y()) for point in outline.toList()]])
    return live.paint(coverage)


def _regular(start: QPointF, end: QPointF) -> QPointF:
    across, down = end.x() - start.x(), end.y() - start.y()
    side = max(abs(across), abs(down))
    return start + QPointF(side if across >= 0 else -side, side if down >= 0 else -side)
