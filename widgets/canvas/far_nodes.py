"""All nodes seen from afar, painted in one go: rectangles by their colour, then what few have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import starmap

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from widgets.canvas.faces import Form
from widgets.canvas.node_item import NodeItem
from widgets.canvas.painting import TITLES, Look, paint_far_details, paint_far_titles

_MOST_NEIGHBOURS = 400
"""Where more nodes than this begin beside a node, all count as overlapping."""


class FarNodes:
    """The nodes of a level as rectangles, kept until one of them looks different."""

    def __init__(
        self,
        look: Look,
        items: Sequence[NodeItem],
        places: NDArray[np.float64],
        sizes: NDArray[np.float64],
    ) -> None:
        self._look, self._items, self._sizes = look, items, sizes
        count, colours = len(items), dict[int, int]()
        self._bodies, self._heads = np.zeros(count, np.intp), np.zeros(count, np.intp)
        forms = np.array([item.face.shape.form.value for item in items], np.intp)
        for row, item in enumerate(items):
            if item.face.shape.form is Form.NODE:
                far = look.far(item.face, item.mark)
                self._bodies[row] = colours.setdefault(far.body_colour.rgba(), len(colours))
                self._heads[row] = colours.setdefault(far.head_colour.rgba(), len(colours))
        self._colours = [QColor.fromRgba(rgba) for rgba in colours]
        self._is_ground = forms == Form.BACKDROP.value
        is_node = forms == Form.NODE.value
        self._is_alone = ~is_node | (is_node & _overlapping(places, sizes, is_node))
        self._is_raised = np.array([item.mark.is_selected for item in items], bool)
        self._has_details = np.array([_has_details(item) for item in items], bool)

    def paint_grounds(
        self, painter: QPainter, rows: NDArray[np.intp], places: NDArray[np.float64]
    ) -> None:
        """The backdrops, the lowest first."""
        found = [(self._items[row], row) for row in rows[self._is_ground[rows]].tolist()]
        for item, row in sorted(found, key=_height):
            _paint_item(painter, item, places[row].tolist())

    def paint_nodes(
        self, painter: QPainter, rows: NDArray[np.intp], places: NDArray[np.float64]
    ) -> None:
        """All others, those that are selected over the rest."""
        rows = rows[~self._is_ground[rows]]
        raised = self._is_raised[rows]
        for some in (rows[~raised], rows[raised]):
            alone = self._is_alone[some]
            self._paint_batch(painter, some[~alone], places)
            for row in some[alone].tolist():
                _paint_item(painter, self._items[row], places[row].tolist())

    def _paint_batch(
        self, painter: QPainter, rows: NDArray[np.intp], places: NDArray[np.float64]
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        header = self._look.metrics.header
        heads = np.hstack([places[rows], self._sizes[rows]])
        bodies = heads + np.array([0, header, 0, -header])
        heads[:, 3] = header
        for codes, boxes in ((self._bodies, bodies), (self._heads, heads)):
            own = codes[rows]
            for code in np.unique(own).tolist():
                painter.setBrush(self._colours[code])
                painter.drawRects(list(starmap(QRectF, boxes[own == code].tolist())))
        scale = painter.worldTransform().m11()
        if scale >= TITLES:
            faces = [self._items[row].face for row in rows.tolist()]
            paint_far_titles(painter, self._look, faces, places[rows].tolist(), scale)
        for row in rows[self._has_details[rows]].tolist():
            item, before = self._items[row], painter.worldTransform()
            painter.translate(*places[row].tolist())
            paint_far_details(painter, self._look, item.face, item.state, item.thumbnail, scale)
            painter.setWorldTransform(before)


def _has_details(item: NodeItem) -> bool:
    state = item.state
    return bool(state.error or state.progress is not None or item.face.shape.picture)


def _height(found: tuple[NodeItem, int]) -> float:
    return found[0].zValue()


def _paint_item(painter: QPainter, item: NodeItem, place: Sequence[float]) -> None:
    before = painter.worldTransform()
    painter.translate(*place)
    item.paint_by(painter)
    painter.setWorldTransform(before)


def _overlapping(
    places: NDArray[np.float64], sizes: NDArray[np.float64], counted: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Which nodes lie over or under another one, so that their order is seen."""
    found = np.zeros(len(places), bool)
    chosen = np.flatnonzero(counted)
    order = chosen[np.argsort(places[chosen, 0], kind="stable")]
    low, high = places[order], places[order] + sizes[order]
    for step in range(1, len(order)):
        first, then = slice(None, -step), slice(step, None)
        beside = low[then, 0] < high[first, 0]
        if not beside.any():
            break
        if step > _MOST_NEIGHBOURS:
            found[chosen] = True
            break
        hit = beside & (low[then, 1] < high[first, 1]) & (low[first, 1] < high[then, 1])
        found[order[first][hit]] = True
        found[order[then][hit]] = True
    return found
