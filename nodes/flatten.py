"""A snapshot made ready to run: groups vanish (ids become paths), so do dots and backdrops, bypass
rewires, conversions are inserted. Nothing is computed; flat nodes stand in nodes.flat_node."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from nodes.flat_node import FlatNode, FlatRef, Setting, fill
from nodes.graph import DRAWN_ONLY, GROUP, INPUTS, REROUTE, THROUGH, Graph, Link, Node
from nodes.refusals import (
    NewerNodeError,
    NoSuchSocketError,
    NotConnectedError,
    TypeRefusedError,
    UnknownTypeError,
)
from nodes.registry import Registry
from nodes.sockets import conversion_path, declared_value, socket_of
from nodes.spec import MANY_PICTURES, ONE_PICTURE, Kind, NodeSpec, SocketSpec
from nodes.values import value_types
from pipelines.errors import GraphError, StoryloomError

_PICTURED = frozenset((*ONE_PICTURE, *MANY_PICTURES))


_Place = tuple[str, str, str]
"""An output within nested groups: the path of its graph, its node, its name."""


class Scope(NamedTuple):
    """A graph within nested groups: its path, and the groups around it from the outermost."""

    path: str
    graph: Graph
    outer: tuple[tuple[Graph, Node], ...]


def flatten(graph: Graph, registry: Registry, setting: Setting) -> dict[str, FlatNode]:
    """Every node of a graph and of its groups, by path, ready to be keyed and run."""
    return _Flattening(graph, registry, setting).run()


class _Flattening:
    def __init__(self, graph: Graph, registry: Registry, setting: Setting) -> None:
        self.registry = registry
        self.setting = setting
        self.flat: dict[str, FlatNode] = {}
        self.places: dict[str, tuple[Scope, Node]] = {}
        self.root = Scope("", graph, ())
        self.types: dict[FlatRef, str] = {}
        self.resolved: dict[_Place, tuple[FlatRef, ...]] = {}

    def run(self) -> dict[str, FlatNode]:
        self._walk()
        for path, (scope, node) in self.places.items():
            self.flat[path] = self._declare(path, scope, node)
        for path in self._order():
            self._settle(path)
        return self.flat

    def _walk(self) -> None:
        scopes = [self.root]
        while scopes:
            scope = scopes.pop()
            for node in scope.graph.nodes.values():
                path = f"{scope.path}{node.id}"
                if _is_group(node):
                    assert node.graph is not None
                    outer = (*scope.outer, (scope.graph, node))
                    scopes.append(Scope(f"{path}/", node.graph, outer))
                elif node.type not in DRAWN_ONLY:
                    self.places[path] = (scope, node)

    def _declare(self, path: str, scope: Scope, node: Node) -> FlatNode:
        spec = self.registry.find(node.type)
        if spec is None:
            return FlatNode(path, None, problem=UnknownTypeError(node.type))
        flat = FlatNode(path, spec, pinned=node.pinned, reroll=node.reroll)
        flat.bypassed = node.bypassed or any(group.bypassed for _, group in scope.outer)
        if node.version > spec.version:
            flat.problem = NewerNodeError(
                f"“{path}” was saved by a newer version of {spec.title}.",
                mend="It is kept as it was saved. Update Storyloom to run it.",
            )
            return flat
        inputs: list[tuple[SocketSpec, tuple[FlatRef, ...]]] = []
        items = node.inputs.items()
        for name, links in items if len(items) < 2 else sorted(items):
            socket = spec.socket(name)
            if socket is None:
                flat.problem = NoSuchSocketError(
                    f"“{path}” has no socket “{name}”.",
                    mend="The link is kept in the file. Remove it, or update Storyloom.",
                )
                continue
            try:
                refs = tuple([ref for link in links for ref in self._resolve(path, scope, link)])
            except GraphError as error:
                flat.problem = error
                continue
            if refs:
                inputs.append((socket, refs))
        flat.feed(tuple(inputs))
        try:
            fill(flat, node, spec, _shown(scope, node), self.setting)
        except StoryloomError as error:
            flat.problem = error
        return flat

    def _resolve(self, path: str, scope: Scope, link: Link) -> Sequence[FlatRef]:
        """The real outputs behind a link of a node: through group borders, dots, bypassed nodes.

        Raises GraphError for a link that leads nowhere; one to something unconnected gives none.
        """
        node = scope.graph.nodes.get(link.node)
        if node is not None and node.graph is None and not node.bypassed and node.type != REROUTE:
            return (FlatRef(scope.path + node.id, link.output),)
        found: list[FlatRef] = []
        walked: set[_Place] = set()
        stack = [(scope, link, walked)]
        is_straight = True
        while stack:
            scope, link, seen = stack.pop()
            place = (scope.path, link.node, link.output)
            if place in self.resolved:
                found += self.resolved[place]
                continue
            if place in seen:
                raise GraphError(f"“{path}” is part of a loop.", mend="Remove one of its links.")
            seen.add(place)
            node = scope.graph.nodes.get(link.node)
            if node is not None and not _hands_on(node) and not _is_group(node):
                found.append(FlatRef(f"{scope.path}{node.id}", link.output))
                continue
            onward = self._onward(path, scope, link)
            is_straight = is_straight and len(onward) < 2
            for next_scope, next_link in reversed(onward):
                trail = seen if len(onward) == 1 else set(seen)
                stack.append((next_scope, next_link, trail))
        if is_straight:
            self.resolved.update(dict.fromkeys(walked, tuple(found)))
        return found

    def _onward(self, path: str, scope: Scope, link: Link) -> list[tuple[Scope, Link]]:
        """Where a link leads that ends at a group's border, at a dot or at a bypassed node."""
        if link.node == INPUTS and scope.outer:
            graph, group = scope.outer[-1]
            outside = Scope(scope.path[: -len(group.id) - 1], graph, scope.outer[:-1])
            return [(outside, found) for found in group.inputs.get(link.output, ())]
        node = scope.graph.nodes.get(link.node)
        if node is None:
            raise GraphError(
                f"“{path}” is linked to “{scope.path}{link.node}”, which is not there.",
                mend="Remove the link.",
            )
        if node.type == REROUTE:
            return [(scope, found) for found in node.inputs.get(THROUGH, ())[:1]]
        if node.bypassed:
            return [(scope, found) for found in self._passed(node, link.output)]
        port = next((port for port in node.output_ports if port.name == link.output), None)
        if port is None:
            raise NoSuchSocketError(f"“{scope.path}{node.id}” has no output “{link.output}”.")
        assert node.graph is not None
        inside = Scope(f"{scope.path}{node.id}/", node.graph, (*scope.outer, (scope.graph, node)))
        return [(inside, Link(link.id, port.node, port.inner))]

    def _passed(self, node: Node, output: str) -> tuple[Link, ...]:
        """What a bypassed node hands on: its first input of the output's kind."""
        wanted = declared_value(node, output, self.registry)
        spec = self.registry.find(node.type)
        sockets = spec.sockets if spec is not None else node.input_ports
        for name in [socket.name for socket in sockets]:
            socket = socket_of(node, name, self.registry)
            links = node.inputs.get(name, ())
            if socket is not None and socket.value == wanted and links:
                return links[:1]
        return ()

    def _order(self) -> list[str]:
        """Paths with sources before those that need them. A loop (a damaged file) is cut and its
        nodes are given a problem."""
        order: list[str] = []
        state: dict[str, int] = {}
        for start in list(self.flat):
            stack = [start]
            while stack:
                path = stack[-1]
                if state.get(path) == 2:
                    stack.pop()
                    continue
                if state.get(path) == 1:
                    stack.pop()
                    state[path] = 2
                    order.append(path)
                    continue
                state[path] = 1
                for ref in self.flat[path].sources:
                    seen = state.get(ref.path)
                    if seen == 1:
                        self.flat[path].problem = GraphError(
                            f"“{path}” is part of a loop.", mend="Remove one of its links."
                        )
                        self.flat[path].feed(())
                    elif seen is None and ref.path in self.flat:
                        stack.append(ref.path)
        return order

    def _settle(self, path: str) -> None:
        """Check and convert what flows in, and note what flows out."""
        flat = self.flat[path]
        spec = flat.spec
        if spec is None:
            return
        types = self.types
        for socket, refs in flat.inputs:
            if any(types.get(ref) != socket.value for ref in refs):
                flat.feed(
                    tuple(
                        (fed, tuple([self._convert(flat, fed, ref) for ref in sources]))
                        for fed, sources in flat.inputs
                    )
                )
                break
        if spec.required and flat.problem is None:
            flat.problem = _unfed(flat, spec)
        lifted = False
        if spec.picture_sockets and spec.kind is Kind.FRAME:
            lifted = any(
                types.get(ref) in MANY_PICTURES
                for socket, refs in flat.inputs
                if socket.name in spec.picture_sockets
                for ref in refs
            )
        flat.is_source = _PICTURED.isdisjoint([socket.value for socket, _ in flat.inputs])
        for output in spec.outputs:
            many = value_types()[output.value].lifted if lifted else ""
            types[FlatRef(path, output.name)] = many or output.value

    def _convert(self, flat: FlatNode, socket: SocketSpec, ref: FlatRef) -> FlatRef:
        given = self.types.get(ref)
        if given == socket.value:
            return ref
        if given is None:
            source = self.flat.get(ref.path)
            if source is not None and source.spec is not None and flat.problem is None:
                flat.problem = NoSuchSocketError(f"“{ref.path}” has no output “{ref.output}”.")
            return ref
        steps = conversion_path(socket.value, given, self.registry, flat.spec)
        if steps is None:
            if flat.problem is None:
                flat.problem = TypeRefusedError(
                    f"“{socket.name}” of “{flat.path}” takes {socket.value}, "
                    f"and “{ref.path}” gives {given}.",
                    mend="Nothing else is affected. Put a node that converts between them.",
                )
            return ref
        for step in steps:
            path = f"{ref.path}.{ref.output}>{step.id}"
            if path not in self.flat:
                inner = FlatNode(path, step)
                inner.feed(((step.sockets[0], (ref,)),))
                fill(inner, Node(id=path, type=step.id), step, {}, self.setting)
                self.flat[path] = inner
                self._settle(path)
            ref = FlatRef(path, step.outputs[0].name)
        return ref


def _hands_on(node: Node) -> bool:
    """Whether what reaches a node leaves it as it came."""
    return node.bypassed or node.type == REROUTE


def _is_group(node: Node) -> bool:
    return node.type == GROUP and node.graph is not None


def _shown(scope: Scope, node: Node) -> dict[str, Any]:
    """Values that the groups around a node give to its parameters; the outermost wins."""
    values: dict[str, Any] = {}
    if not scope.outer:
        return values
    wanted = {(node.id, name): name for name in _names(scope, node)}
    for _, group in reversed(scope.outer):
        passed: dict[tuple[str, str], str] = {}
        for port in group.parameter_ports:
            own = wanted.get((port.node, port.inner))
            if own is not None:
                passed[group.id, port.name] = own
                if port.name in group.parameters:
                    values[own] = group.parameters[port.name]
        wanted = passed
    return values


def _names(scope: Scope, node: Node) -> set[str]:
    return {port.inner for port in scope.outer[-1][1].parameter_ports if port.node == node.id}


def _unfed(flat: FlatNode, spec: NodeSpec) -> NotConnectedError | None:
    """What is wrong with a node that lacks a link."""
    linked = {socket.name for socket, _ in flat.inputs}
    for socket in spec.required:
        if socket.name not in linked:
            return NotConnectedError(
                f"“{socket.name}” of “{flat.path}” is not connected.",
                mend=f"Connect it to something that gives {socket.value}.",
            )
    return None
