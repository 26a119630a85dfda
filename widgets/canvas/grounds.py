"""Where backdrops lie: around the nodes on them. Knows no scene."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from nodes.backdrops import grounds_under, own_size
from nodes.graph import BACKDROP, Graph, Node
from widgets.canvas.faces import Metrics, least_ground
from widgets.canvas.places import Places

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


class Edge(NamedTuple):
    """A part of a backdrop's border: left or right (-1, 1), upper or lower (-1, 1), or a corner."""

    ground: str
    across: int
    down: int

    def moved(self, box: Box, dx: float, dy: float, least: tuple[float, float]) -> Box:
        """The box with this part of its border elsewhere, no smaller than a size."""
        x, y, width, height = box
        if self.across:
            wide = max(width + dx * self.across, least[0])
            x, width = (x + width - wide if self.across < 0 else x), wide
        if self.down:
            tall = max(height + dy * self.down, least[1])
            y, height = (y + height - tall if self.down < 0 else y), tall
        return x, y, width, height


class Grounds:
    """The backdrops of a level, the lowest first, as they lie while nothing is dragged."""

    def __init__(self) -> None:
        self.boxes: dict[str, Box] = {}

    def __contains__(self, node_id: str) -> bool:
        return node_id in self.boxes

    def __iter__(self) -> Iterator[str]:
        return iter(self.boxes)

    def at(self, point: QPointF, beside: Collection[str] = ()) -> str:
        """The topmost backdrop at a point, but for some; empty where there is none."""
        here = (one for one, box in self.boxes.items() if QRectF(*box).contains(point))
        return ([""] + [one for one in here if one not in beside])[-1]

    def edge_at(self, point: QPointF, reach: float) -> Edge | None:
        """The edge or corner of a backdrop within reach of a point, of the topmost one."""
        found: Edge | None = None
        for ground, box in self.boxes.items():
            rect = QRectF(*box)
            if not rect.adjusted(-reach, -reach, reach, reach).contains(point):
                continue
            across = _side(point.x(), rect.left(), rect.right(), reach)
            down = _side(point.y(), rect.top(), rect.bottom(), reach)
            if across or down:
                found = Edge(ground, across, down)
            elif rect.contains(point):
                found = None
        return found

    def place(self, node_id: str) -> tuple[float, float] | None:
        """Where a backdrop lies; None for any other node."""
        box = self.boxes.get(node_id)
        return box[:2] if box is not None else None

    def is_body(self, node_id: str, y: float, header: float) -> bool:
        """Whether a height is below a backdrop's title: the hand reaches through there."""
        box = self.boxes.get(node_id)
        return box is not None and y > box[1] + header


def ground_boxes(
    graph: Graph, places: Places, metrics: Metrics, stretched: Mapping[str, Box]
) -> dict[str, Box]:
    """Where each backdrop lies; those that lie on others come after them. `stretched` are those
    that the hand holds by an edge.
    """
    depths = {
        node_id: sum(1 for _ in grounds_under(graph, node_id))
        for node_id, node in graph.nodes.items()
        if node.type == BACKDROP
    }
    if not depths:
        return {}
    lying: dict[str, list[str]] = {}
    for node in graph.nodes.values():
        if node.backdrop in depths and node.id in places.rows:
            lying.setdefault(node.backdrop, []).append(node.id)
    boxes: dict[str, Box] = {}
    for ground in sorted(depths, key=depths.__getitem__, reverse=True):
        corners = [_corners(one, boxes, places) for one in lying.get(ground, [])]
        needed = _around(np.array(corners), metrics) if corners else None
        wanted = stretched.get(ground) or _own_box(graph.nodes[ground])
        boxes[ground] = _joined(needed, wanted) or _alone(graph, ground, metrics)
    return {one: boxes[one] for one in sorted(depths, key=depths.__getitem__)}


def _own_box(node: Node) -> Box | None:
    size = own_size(node)
    return (node.x, node.y, *size) if size is not None else None


def _joined(needed: Box | None, wanted: Box | None) -> Box | None:
    """As large as it was made, and never smaller than what lies on it needs."""
    if needed is None or wanted is None:
        return needed or wanted
    both = QRectF(*needed).united(QRectF(*wanted))
    return both.x(), both.y(), both.width(), both.height()


def _corners(node_id: str, boxes: Mapping[str, Box], places: Places) -> Box:
    if node_id in boxes:
        x, y, width, height = boxes[node_id]
        return x, y, x + width, y + height
    rect = places.rect(node_id)
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def _around(corners: NDArray[np.float64], metrics: Metrics) -> Box:
    edge = metrics.pad * 2.0
    left, top = (corners[:, :2].min(axis=0) - edge).tolist()
    right, bottom = (corners[:, 2:].max(axis=0) + edge).tolist()
    top -= metrics.header
    return left, top, right - left, bottom - top


def _alone(graph: Graph, ground: str, metrics: Metrics) -> Box:
    node = graph.nodes[ground]
    return (node.x, node.y, *least_ground(metrics))


def _side(at: float, low: float, high: float, reach: float) -> int:
    """Which end of a stretch is within reach: -1, 1, or neither (0)."""
    if abs(at - low) <= reach:
        return -1
    return 1 if abs(at - high) <= reach else 0
