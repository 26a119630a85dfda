"""Where nodes stand well: in columns by how far they are downstream. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nodes.graph import Graph

_COLUMN_GAP, _ROW_GAP = 64.0, 32.0
_SWEEPS = 4


def arranged(
    graph: Graph, node_ids: Iterable[str], sizes: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Places for nodes, with few crossings, keeping the top left corner of what they took."""
    chosen = [node_id for node_id in node_ids if node_id in graph.nodes]
    if not chosen:
        return {}
    left = min(graph.nodes[one].x for one in chosen)
    top = min(graph.nodes[one].y for one in chosen)
    sources = _sources(graph, chosen)
    columns = _columns(graph, chosen, sources)
    _untangle(columns, sources)
    return _placed(columns, sources, sizes, (left, top))


def _sources(graph: Graph, chosen: list[str]) -> dict[str, list[str]]:
    inside = set(chosen)
    return {
        one: [link.node for _, link in graph.nodes[one].links() if link.node in inside]
        for one in chosen
    }


def _columns(graph: Graph, chosen: list[str], sources: Mapping[str, list[str]]) -> list[list[str]]:
    """Nodes by their longest way from a source; sources stand right before their first user."""
    depth: dict[str, int] = {}
    users: dict[str, list[str]] = {one: [] for one in chosen}
    missing = {one: len(sources[one]) for one in chosen}
    for one in chosen:
        for source in sources[one]:
            users[source].append(one)
    ready = sorted((one for one in chosen if not missing[one]), key=lambda one: graph.nodes[one].y)
    order: list[str] = []
    while ready:
        one = ready.pop(0)
        order.append(one)
        depth[one] = max((depth[source] + 1 for source in sources[one]), default=0)
        for user in users[one]:
            missing[user] -= 1
            if not missing[user]:
                ready.append(user)
    for one in reversed(order):
        if users[one]:
            depth[one] = min(depth[user] for user in users[one]) - 1
    columns: list[list[str]] = [[] for _ in range(max(depth.values(), default=0) + 1)]
    for one in sorted(order, key=lambda one: (graph.nodes[one].y, graph.nodes[one].x)):
        columns[depth[one]].append(one)
    return [column for column in columns if column]


def _untangle(columns: list[list[str]], sources: Mapping[str, list[str]]) -> None:
    """Order each column by where its neighbours stand (barycentre), to and fro."""
    users: dict[str, list[str]] = {}
    for one, found in sources.items():
        for source in found:
            users.setdefault(source, []).append(one)
    for _ in range(_SWEEPS):
        for near in (sources, users):
            rank = {one: place for column in columns for place, one in enumerate(column)}
            walk = columns if near is sources else reversed(columns)
            for column in walk:
                means = {
                    one: sum(rank[other] for other in near[one]) / len(near[one])
                    for one in column
                    if near.get(one)
                }
                column.sort(key=lambda one: means.get(one, rank[one]))
                rank.update({one: place for place, one in enumerate(column)})


def _placed(
    columns: list[list[str]],
    sources: Mapping[str, list[str]],
    sizes: Mapping[str, tuple[float, float]],
    corner: tuple[float, float],
) -> dict[str, tuple[float, float]]:
    places: dict[str, tuple[float, float]] = {}
    x = corner[0]
    for column in columns:
        floor = float("-inf")
        for one in column:
            near = [places[source][1] for source in sources[one] if source in places]
            wanted = sum(near) / len(near) if near else floor
            y = max(wanted, floor) if max(wanted, floor) > float("-inf") else 0.0
            places[one] = (x, y)
            floor = y + sizes[one][1] + _ROW_GAP
        x += max(sizes[one][0] for one in column) + _COLUMN_GAP
    top = min(y for _, y in places.values())
    return {one: (x, y - top + corner[1]) for one, (x, y) in places.items()}
