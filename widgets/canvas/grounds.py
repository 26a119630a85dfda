"""Where backdrops lie: around the nodes on them. Knows no scene."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from nodes.backdrops import grounds_under
from nodes.graph import BACKDROP, Graph
from widgets.canvas.faces import Metrics, least_ground

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


def ground_boxes(
    graph: Graph,
    rows: Mapping[str, int],
    places: NDArray[np.float64],
    sizes: NDArray[np.float64],
    metrics: Metrics,
) -> dict[str, tuple[Box, int]]:
    """Where each backdrop lies, and how many others it lies on; the lowest come first."""
    depths = {
        node_id: sum(1 for _ in grounds_under(graph, node_id))
        for node_id, node in graph.nodes.items()
        if node.type == BACKDROP
    }
    if not depths:
        return {}
    lying: dict[str, list[str]] = {}
    for node in graph.nodes.values():
        if node.backdrop in depths and node.id in rows:
            lying.setdefault(node.backdrop, []).append(node.id)
    boxes: dict[str, Box] = {}
    for ground in sorted(depths, key=depths.__getitem__, reverse=True):
        on_it = lying.get(ground, [])
        corners = [_corners(one, boxes, rows, places, sizes) for one in on_it]
        boxes[ground] = (
            _around(np.array(corners), metrics) if corners else _alone(graph, ground, metrics)
        )
    return {one: (boxes[one], depths[one]) for one in sorted(depths, key=depths.__getitem__)}


def _corners(
    node_id: str,
    boxes: Mapping[str, Box],
    rows: Mapping[str, int],
    places: NDArray[np.float64],
    sizes: NDArray[np.float64],
) -> Box:
    if node_id in boxes:
        x, y, width, height = boxes[node_id]
    else:
        (x, y), (width, height) = places[rows[node_id]].tolist(), sizes[rows[node_id]].tolist()
    return x, y, x + width, y + height


def _around(corners: NDArray[np.float64], metrics: Metrics) -> Box:
    edge = metrics.pad * 2.0
    left, top = (corners[:, :2].min(axis=0) - edge).tolist()
    right, bottom = (corners[:, 2:].max(axis=0) + edge).tolist()
    top -= metrics.header
    return left, top, right - left, bottom - top


def _alone(graph: Graph, ground: str, metrics: Metrics) -> Box:
    node = graph.nodes[ground]
    return (node.x, node.y, *least_ground(metrics))
