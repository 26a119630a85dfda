"""Another result of what is left to chance: which seeds are locked, and new numbers for the others.

A lock is kept with its node, so that it goes along into groups and copies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from nodes.edits import Edit, Reroll, SetParameter
from nodes.evaluator import upstream
from nodes.flat_node import FlatNode
from nodes.graph import Graph, Node
from nodes.parameters import IsSeed
from nodes.snapshot import Snapshot

MOST_SEEDS = 2**32
_LOCKED = "locked_seeds"


class _Place(NamedTuple):
    """A parameter of a node, or the port under which a group shows one."""

    at: tuple[str, ...]
    node: Node
    name: str


def locked_seeds(node: Node) -> tuple[str, ...]:
    """The seeds of a node that the person locked."""
    kept = node.extra.get(_LOCKED, ())
    return tuple(str(name) for name in kept) if isinstance(kept, (list, tuple)) else ()


def with_lock(node: Node, name: str, *, locked: bool) -> Node:
    """The node with a seed locked or not."""
    names = [one for one in locked_seeds(node) if one != name] + ([name] if locked else [])
    extra = {key: value for key, value in node.extra.items() if key != _LOCKED}
    return replace(node, extra={**extra, _LOCKED: names} if names else extra)


def thrown(snapshot: Snapshot, goals: Iterable[str], throw: Callable[[], int]) -> list[Edit]:
    """Edits that give every unlocked seed of these flat nodes, and of what feeds them, the number
    that `throw` gives next. A node that is left to chance without a seed is rolled once more.
    """
    edits: dict[tuple[tuple[str, ...], str, str], Edit] = {}
    for path in upstream(snapshot, goals):
        flat = snapshot.flat[path]
        if flat.spec is None or flat.bypassed or flat.pinned:
            continue
        seeds = [one for one in flat.spec.parameters if _is_seed(flat, one)]
        for name in seeds:
            places = list(_places(snapshot.graph, path, name))
            fed = any(socket.name == name for socket, _ in flat.inputs)
            if fed or any(one.name in locked_seeds(one.node) for one in places):
                continue
            given = [one for one in places[1:] if one.name in one.node.parameters]
            place = given[-1] if given else places[0]
            key = (place.at, place.node.id, place.name)
            if key not in edits:
                edits[key] = SetParameter(
                    at=place.at, node=place.node.id, name=place.name, value=throw()
                )
        if not seeds and not flat.spec.deterministic:
            *at, node = path.split("/")
            edits[tuple(at), node, ""] = Reroll(at=tuple(at), node=node, number=flat.reroll + 1)
    return list(edits.values())


def _is_seed(flat: FlatNode, name: str) -> bool:
    assert flat.spec is not None
    return any(isinstance(mark, IsSeed) for mark in flat.spec.parameters[name].marks)


def _places(graph: Graph, path: str, name: str) -> Iterator[_Place]:
    """Where a parameter can be set: on its node, then on the groups that show it, outwards."""
    *around, last = path.split("/")
    inside = [graph]
    for group_id in around:
        group = inside[-1].nodes[group_id].graph
        assert group is not None
        inside.append(group)
    shown: tuple[str, str] | None = (last, name)
    for depth in range(len(around), -1, -1):
        if shown is None:
            return
        node = inside[depth].nodes[shown[0]]
        yield _Place(tuple(around[:depth]), node, shown[1])
        if depth:
            group_node = inside[depth - 1].nodes[around[depth - 1]]
            ports = group_node.parameter_ports
            names = [one.name for one in ports if (one.node, one.inner) == shown]
            shown = (group_node.id, names[0]) if names else None
