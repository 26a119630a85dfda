"""Which ends of two nodes go together best, when a person only points at the nodes. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from nodes.graph import REROUTE
from nodes.spec import SocketSpec
from widgets.canvas.level import Level
from widgets.canvas.linking import End, fit_of_value, refusal
from widgets.words import tr


class _Cost(NamedTuple):
    """How badly two ends go together: the least is taken."""

    is_taken: bool
    fit: int
    is_optional: bool
    is_named_otherwise: bool
    place: int


def best_link(level: Level, one: str, other: str) -> tuple[tuple[End, End] | None, str]:
    """An output and a socket of two nodes, the first one's output if it can be; else why not."""
    why = ""
    for source, target in ((one, other), (other, one)):
        costs = sorted(_costs(level, source, target))
        for _, start, end in costs:
            words = refusal(level, start, end)
            if not words:
                return (start, end), ""
            why = why or words
    return None, why or tr("Nothing that one of them gives fits the other.")


def _costs(level: Level, source: str, target: str) -> list[tuple[_Cost, End, End]]:
    node = level.graph.nodes.get(target)
    if node is None or (source not in level.graph.nodes and source not in level.borders):
        return []
    spec = level.registry.find(node.type)
    found: list[tuple[_Cost, End, End]] = []
    for place, socket in enumerate(level.sockets(target)):
        for output in level.outputs(source):
            fit = 0 if node.type == REROUTE else fit_of_value(socket, output.value, level, spec)
            if fit is not None:
                cost = _Cost(
                    _is_taken(socket, level, target),
                    fit,
                    socket.optional,
                    output.name != socket.name,
                    place,
                )
                found.append(
                    (cost, End(source, output.name, True), End(target, socket.name, False))
                )
    return found


def _is_taken(socket: SocketSpec, level: Level, target: str) -> bool:
    return not socket.variadic and bool(level.graph.nodes[target].inputs.get(socket.name))
