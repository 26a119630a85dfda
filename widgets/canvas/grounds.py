"""Where backdrops lie: around the nodes on them. Knows no scene."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF

from nodes.backdrops import grounds_under
from nodes.graph import BACKDROP, Graph
from widgets.canvas.faces import Metrics, least_ground
from widgets.canvas.places import Places

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


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

    def place(self, node_id: str) -> tuple[float, float] | None:
        """Where a backdrop lies; None for any other node."""
        box = self.boxes.get(node_id)
        return box[:2] if box is not None else None

    def is_body(self, node_id: str, y: float, header: float) -> bool:
        """Whether a height is below a backdrop's title: the hand reaches through there."""
        box = self.boxes.get(node_id)
        return box is not None and y > box[1] + header


def ground_boxes(graph: Graph, places: Places, metrics: Metrics) -> dict[str, Box]:
    """Where each backdrop lies; those that lie on others come after them."""
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
        boxes[ground] = (
            _around(np.array(corners), metrics) if corners else _alone(graph, ground, metrics)
        )
    return {one: boxes[one] for one in sorted(depths, key=depths.__getitem__)}


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
