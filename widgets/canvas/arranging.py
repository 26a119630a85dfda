"""Where nodes stand well: in columns by how far they are downstream. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

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


def _users(sources: Mapping[str, list[str]]) -> dict[str, list[str]]:
    users: dict[str, list[str]] = {one: [] for one in sources}
    for one, found in sources.items():
        for source in found:
            users[source].append(one)
    return users


def _untangle(columns: list[list[str]], sources: Mapping[str, list[str]]) -> None:
    """Order each column by where its neighbours stand (barycentre), to and fro."""
    users = _users(sources)
    for _ in range(_SWEEPS):
        for near in (sources, users):
            rank = {one: place for column in columns for place, one in enumerate(column)}
            walk = columns if near is sources else reversed(columns)
            for column in walk:
                means = {one: _mean(rank, near[one], rank[one]) for one in column}
                column.sort(key=means.__getitem__)
                rank.update({one: place for place, one in enumerate(column)})


def _placed(
    columns: list[list[str]],
    sources: Mapping[str, list[str]],
    sizes: Mapping[str, tuple[float, float]],
    corner: tuple[float, float],
) -> dict[str, tuple[float, float]]:
    """Chains at one height, all else at that of its neighbours, as near as the columns allow."""
    users = _users(sources)
    before = _partners(columns, sources, users)
    after = {source: one for one, source in before.items()}
    tall = {one: sizes[one][1] + _ROW_GAP for one in sources}
    heights: dict[str, float] = {}
    for column in columns:
        heights.update(_stacked(column, tall, dict.fromkeys(column, 0.0)))
    forth, back = (before, after, sources), (after, before, users)
    for partners, others, near in (*(forth, back) * _SWEEPS, forth):
        for column in columns if near is sources else reversed(columns):
            wanted = {
                one: heights[partners[one]]
                if one in partners
                else _mean(heights, [] if one in others else near[one], heights[one])
                for one in column
            }
            heights.update(_stacked(column, tall, wanted))
    x, top = corner[0], min(heights.values())
    places: dict[str, tuple[float, float]] = {}
    for column in columns:
        for one in column:
            places[one] = (x, float(round(heights[one] - top + corner[1])))
        x += max(sizes[one][0] for one in column) + _COLUMN_GAP
    return places


def _partners(
    columns: list[list[str]],
    sources: Mapping[str, list[str]],
    users: Mapping[str, list[str]],
) -> dict[str, str]:
    """The source that a node stands in a row with: each the middle one of those beside the other
    (Brandes and Köpf, Fast and Simple Horizontal Coordinate Assignment)."""
    found: dict[str, str] = {}
    for left, right in pairwise(columns):
        lefts = {one: place for place, one in enumerate(left)}
        rights = {one: place for place, one in enumerate(right)}
        for one in right:
            source = _middle(sources[one], lefts)
            if source is not None and _middle(users[source], rights) == one:
                found[one] = source
    return found


def _middle(near: list[str], places: Mapping[str, int]) -> str | None:
    beside = sorted({one for one in near if one in places}, key=places.__getitem__)
    return beside[(len(beside) - 1) // 2] if beside else None


def _stacked(
    column: list[str], tall: Mapping[str, float], wanted: Mapping[str, float]
) -> dict[str, float]:
    """The heights nearest to those wanted at which nodes stand one below the other: those that
    would overlap move as one (isotonic regression by pooling adjacent violators)."""
    above, pools = 0.0, list[tuple[float, int]]()
    offsets: list[float] = []
    for one in column:
        offsets.append(above)
        total, count = wanted[one] - above, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, others = pools.pop()
            total, count = total + before, count + others
        pools.append((total, count))
        above += tall[one]
    shifts = [total / count for total, count in pools for _ in range(count)]
    return {one: at + shift for one, at, shift in zip(column, offsets, shifts, strict=True)}


def _mean(found: Mapping[str, float], near: list[str], otherwise: float) -> float:
    return sum(found[one] for one in near) / len(near) if near else otherwise
