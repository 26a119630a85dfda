"""From node to node by arrow keys: along wires, else to the nearest in a direction."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from nodes.graph import BACKDROP, Graph
from widgets.canvas.scene import CanvasScene


def step(scene: CanvasScene, dx: int, dy: int) -> str | None:
    """Select the node that lies in a direction: along wires, else the nearest there."""
    graph = scene.level.graph
    nodes = [node for node in graph.nodes.values() if node.type != BACKDROP]
    if not scene.selected:
        first = min(nodes, key=lambda node: (node.x, node.y), default=None)
        scene.select([first.id] if first is not None else [])
        return scene.selected[-1] if scene.selected else None
    current = scene.selected[-1]
    near = _wired(graph, current, dx) if dx else []
    others = [node.id for node in nodes if node.id != current]
    found = _nearest(scene, current, near or others, dx, dy, strict=not near)
    if found is not None:
        scene.select([found])
    return found


def _wired(graph: Graph, node_id: str, dx: int) -> list[str]:
    if dx > 0:
        return list(graph.consumers(node_id))
    sources = (link.node for _, link in graph.nodes[node_id].links())
    return [one for one in dict.fromkeys(sources) if one in graph.nodes]


def _nearest(
    scene: CanvasScene, current: str, others: Iterable[str], dx: int, dy: int, *, strict: bool
) -> str | None:
    """The node that lies nearest in a direction; straight ahead counts more than aside."""
    start = scene.node_rect(current).center()
    best: tuple[float, str] | None = None
    for one in others:
        way = scene.node_rect(one).center() - start
        ahead = way.x() * dx + way.y() * dy
        aside = abs(way.x() * dy) + abs(way.y() * dx)
        if strict and (ahead <= 0 or aside > ahead * 2):
            continue
        cost = hypot(ahead, aside * 2)
        if best is None or cost < best[0]:
            best = (cost, one)
    return best[1] if best is not None else None
