"""What may be wired to what on a level, and the edits that do it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from nodes.apply import apply
from nodes.edits import AddNode, Batch, Connect, Disconnect, Edit, PutNodes
from nodes.graph import INPUTS, REROUTE, THROUGH, Link, Node
from nodes.parameters import IsPrompt, Slider
from nodes.refusals import LoopError, TypeRefusedError
from nodes.sockets import ANY, accepts, takers
from nodes.spec import NodeSpec, ParameterSpec, SocketSpec
from pipelines.errors import GraphError
from widgets.canvas.level import OUTPUTS, Level, Wire
from widgets.words import said, tr


class End(NamedTuple):
    """A socket or an output of a node."""

    node: str
    name: str
    is_output: bool


class Candidate(NamedTuple):
    """A kind of node that a wire could lead to: by which of its ends, and how well it fits (0 as
    it is, 1 over the frames of a clip, 2 with a conversion, 3 by a parameter that becomes a
    socket)."""

    spec: NodeSpec
    end: str
    fit: int


def fitting_ends(level: Level, start: End) -> dict[str, frozenset[tuple[str, bool]]]:
    """Every end that a wire from `start` may lead to, by node: (name, is it an output)."""
    if start.is_output:
        return _fitting_sockets(level, start)
    return _fitting_outputs(level, start)


def connect(level: Level, one: End, other: End, at: tuple[str, ...]) -> Connect:
    """The edit that links two ends, whichever way round they are given."""
    source, target = (one, other) if one.is_output else (other, one)
    node = level.graph.nodes.get(target.node)
    links = node.inputs.get(target.name, ()) if node is not None else ()
    link = Link(free_link_id(links), source.node, source.name)
    return Connect(at=at, node=target.node, socket=target.name, link=link)


def refusal(level: Level, one: End, other: End) -> str:
    """Why two ends cannot be linked, in the words of the refused edit; empty where they can."""
    if one.is_output == other.is_output:
        outputs, sockets = tr("Two outputs cannot be linked."), tr("Two sockets cannot be linked.")
        return outputs if one.is_output else sockets
    if OUTPUTS in (one.node, other.node):
        return tr("What leaves a group is chosen when it is made.")
    source, target = (one, other) if one.is_output else (other, one)
    try:
        apply(level.graph, connect(level, one, other, ()), level.registry)
    except TypeRefusedError as error:
        socket = _socket(level, target)
        if level.graph.nodes[target.node].type == REROUTE:  # it is what the dot leads to
            return said(error.message)
        value = level.value(source.node, source.name)
        return tr(
            "{name} takes {wanted}; {other} gives {value}.",
            name=_title(level, target.node),
            wanted=_spelled(socket.value if socket is not None else None),
            other=_title(level, source.node),
            value=_spelled(value),
        )
    except LoopError:
        return tr(
            "{other} already depends on {name}: this would close a loop.",
            other=_title(level, source.node),
            name=_title(level, target.node),
        )
    except GraphError as error:
        return said(error.message)
    return ""


def _title(level: Level, node_id: str) -> str:
    node = level.graph.nodes.get(node_id)
    if node is None:
        return tr("the group")
    spec = level.registry.find(node.type)
    kind = said(spec.title) if spec is not None else tr("Group")
    return tr("“{title}”", title=" ".join(node.title.split()) or kind)


def _spelled(value: str | None) -> str:
    return (value or tr("unknown")).replace("_", " ")


def candidates(
    level: Level, start: End, linked: Mapping[str, int] | None = None
) -> list[Candidate]:
    """The kinds of node that a wire from `start` may lead to, those that need no conversion first;
    among them those that are linked to its node most often, then those that fit best.
    """
    registry, counts = level.registry, linked or {}
    found: list[Candidate] = []
    if start.is_output:
        given = level.value(start.node, start.name)
        for spec in registry.specs.values():
            fits = [(_fit(one, given, level, spec), one.name) for one in spec.sockets]
            best = min(fits, key=_fit_of, default=(_NO_FIT, ""))
            if best[0] != _NO_FIT:
                found.append(Candidate(spec, best[1], best[0]))
    else:
        socket = _socket(level, start)
        reader = registry.find(level.graph.nodes[start.node].type) if socket is not None else None
        for spec in registry.specs.values():
            fits = [(_fit(socket, one.value, level, reader), one.name) for one in spec.outputs]
            best = min(fits, key=_fit_of, default=(_NO_FIT, ""))
            if best[0] != _NO_FIT:
                found.append(Candidate(spec, best[1], best[0]))

    def rank(one: Candidate) -> tuple[bool, bool, int, int, str]:
        spec, is_converted = one.spec, one.fit >= _CONVERTED
        return is_converted, spec.conversion, -counts.get(spec.id, 0), one.fit, spec.title

    return sorted(found, key=rank)


def by_parameter(level: Level, start: End) -> list[Candidate]:
    """The kinds of node of which a parameter may become the socket of a wire: a number that is
    slid, or words that are written (these first, those that name something last)."""
    given = level.value(start.node, start.name) if start.is_output else None
    found: list[Candidate] = []
    for spec in level.registry.specs.values():
        fits = (one for one in spec.parameters.values() if one.socket == given and _is_led(one))
        if (best := next(fits, None)) is not None:
            found.append(Candidate(spec, best.name, _EXPOSED))
    return sorted(
        found, key=lambda one: (not _is_marked(one.spec.parameters[one.end]), one.spec.title)
    )


def _is_led(parameter: ParameterSpec) -> bool:
    return _is_marked(parameter) or parameter.type is str


def _is_marked(parameter: ParameterSpec) -> bool:
    return any(isinstance(mark, (Slider, IsPrompt)) for mark in parameter.marks)


def add_linked(
    level: Level, node: Node, candidate: Candidate, start: End, at: tuple[str, ...]
) -> Batch:
    """The edits that add a node and wire it to `start`."""
    if candidate.fit == _EXPOSED:
        node = replace(node, exposed=(candidate.end,))
    end = End(node.id, candidate.end, not start.is_output)
    linked = connect(level, start, end, at)
    return Batch(edits=(AddNode(at=at, node=node), linked), name=f"Add {candidate.spec.title}")


def move_wire(level: Level, wire: Wire, target: End | None, at: tuple[str, ...]) -> Edit:
    """The edit that takes a wire off its socket and, if there is a target, leads it there."""
    off = Disconnect(at=at, node=wire.target, socket=wire.socket, link=wire.link)
    if target is None:
        return off
    on = connect(level, End(wire.source, wire.output, True), target, at)
    return Batch(edits=(off, on), name="Rewire")


def cut(wires: Iterable[Wire], at: tuple[str, ...]) -> Batch:
    """The edits that take wires off their sockets."""
    return Batch(
        edits=tuple(
            Disconnect(at=at, node=wire.target, socket=wire.socket, link=wire.link)
            for wire in wires
            if wire.target != OUTPUTS
        ),
        name="Cut wires",
    )


def insertion(level: Level, node_id: str, wire: Wire, at: tuple[str, ...]) -> Batch | None:
    """The edits that put a node without links into a wire; None where it does not fit."""
    if wire.target == OUTPUTS or node_id in (wire.source, wire.target):
        return None
    if not level.is_loose(node_id):
        return None
    old = level.graph.nodes[wire.target].inputs[wire.socket]
    place = next(i for i, link in enumerate(old) if link.id == wire.link)
    for socket in level.sockets(node_id):
        for output in level.outputs(node_id):
            entering = Connect(
                at=at, node=node_id, socket=socket.name, link=Link("l1", wire.source, wire.output)
            )
            leaving = Connect(
                at=at,
                node=wire.target,
                socket=wire.socket,
                link=Link(wire.link, node_id, output.name),
                index=place,
            )
            if _holds(level, (entering, leaving)):
                return Batch(edits=(entering, leaving), name="Insert into wire")
    return None


def detach(level: Level, node_ids: Iterable[str], at: tuple[str, ...]) -> PutNodes:
    """The edit that takes every wire to nodes off them, and every wire from them."""
    chosen = set(node_ids)
    touched = chosen | {user for node_id in chosen for user in level.graph.consumers(node_id)}
    changed: list[Node] = []
    for node_id in touched:
        node = level.graph.nodes[node_id]
        kept = {
            socket: rest
            for socket, links in node.inputs.items()
            if node_id not in chosen
            and (rest := tuple(link for link in links if link.node not in chosen))
        }
        changed.append(replace(node, inputs=kept))
    return PutNodes(at=at, nodes=tuple(changed))


def free_link_id(links: Iterable[Link]) -> str:
    """An id that no link of a socket has."""
    taken = {link.id for link in links}
    number = 1
    while f"l{number}" in taken:
        number += 1
    return f"l{number}"


_CONVERTED, _EXPOSED, _NO_FIT = 2, 3, 9


def _fit_of(found: tuple[int, str]) -> int:
    return found[0]


def fit_of_value(
    socket: SocketSpec | None, given: str | None, level: Level, spec: NodeSpec | None
) -> int | None:
    """How well a value fits a socket, as in Candidate; None where it does not."""
    found = _fit(socket, given, level, spec)
    return None if found == _NO_FIT else found


def _fit(socket: SocketSpec | None, given: str | None, level: Level, spec: NodeSpec | None) -> int:
    """How well a value fits a socket."""
    if socket is None or given is None or not accepts(socket, given, level.registry, spec=spec):
        return _NO_FIT
    if given == socket.value:
        return 0
    return _CONVERTED if level.registry.conversion(given, socket.value) is not None else 1


def _fitting_sockets(level: Level, start: End) -> dict[str, frozenset[tuple[str, bool]]]:
    given = level.value(start.node, start.name)
    closed = level.upstream(start.node)
    known: dict[tuple[str, str], bool] = {}
    found: dict[str, frozenset[tuple[str, bool]]] = {}
    for node_id, node in level.graph.nodes.items():
        if node_id in closed or given is None:
            continue
        spec = level.registry.find(node.type)
        fits: list[tuple[str, bool]] = []
        if node.type == REROUTE:
            if _fits_beyond(level, node, given):
                found[node_id] = frozenset({(THROUGH, False)})
            continue
        for socket in level.sockets(node_id):
            key = (socket.value, node.type)
            if key not in known:
                known[key] = bool(socket.value) and accepts(
                    socket, given, level.registry, spec=spec
                )
            if known[key]:
                fits.append((socket.name, False))
        found[node_id] = frozenset(fits)
    return found


def _fits_beyond(level: Level, dot: Node, given: str) -> bool:
    """Whether all that a dot leads to takes a value."""
    registry = level.registry
    return all(
        accepts(socket, given, registry, spec=registry.find(node.type))
        for node, socket in takers(level.graph, dot, SocketSpec(THROUGH, ANY), registry)
    )


def _fitting_outputs(level: Level, start: End) -> dict[str, frozenset[tuple[str, bool]]]:
    socket = _socket(level, start)
    if socket is None or not socket.value:
        return {}
    closed = level.downstream(start.node)
    node = level.graph.nodes[start.node]
    if node.type == REROUTE:
        return {
            node_id: frozenset(
                (output.name, True)
                for output in level.outputs(node_id)
                if output.value is not None and _fits_beyond(level, node, output.value)
            )
            for node_id in level.graph.nodes
            if node_id not in closed
        }
    spec = level.registry.find(node.type)
    borders = [INPUTS] if INPUTS in level.borders else []
    return {
        node_id: frozenset(
            (output.name, True)
            for output in level.outputs(node_id)
            if output.value is not None and accepts(socket, output.value, level.registry, spec=spec)
        )
        for node_id in (*level.graph.nodes, *borders)
        if node_id not in closed
    }


def _socket(level: Level, end: End) -> SocketSpec | None:
    if end.node not in level.graph.nodes:
        return None
    return next((one for one in level.sockets(end.node) if one.name == end.name), None)


def _holds(level: Level, edits: Iterable[Edit]) -> bool:
    graph = level.graph
    try:
        for edit in edits:
            graph = apply(graph, edit, level.registry)
    except GraphError:
        return False
    return True
