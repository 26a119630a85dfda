"""The example of a kind of node as real nodes of a graph."""

from __future__ import annotations

from nodes.example import Example
from nodes.graph import Link, Node
from nodes.registry import Registry
from nodes.spec import NodeSpec


def nodes_of(example: Example, registry: Registry) -> tuple[Node, ...]:
    """The nodes with their links, all at (0, 0). Raises KeyError where one is not installed, and
    BadParameterError."""
    inputs: dict[str, dict[str, tuple[Link, ...]]] = {one: {} for one in example.nodes}
    for number, (source, output, target, socket) in enumerate(example.wires()):
        before = inputs[target].get(socket, ())
        output = output or _spec(example, source, registry).outputs[0].name
        inputs[target][socket] = (*before, Link(f"l{number}", source, output))
    return tuple(_node(name, example, registry, inputs[name]) for name in example.nodes)


def _node(
    name: str, example: Example, registry: Registry, inputs: dict[str, tuple[Link, ...]]
) -> Node:
    made, spec = example.nodes[name], _spec(example, name, registry)
    given = {} if isinstance(made, str) else made[1]
    parameters = {one: spec.parameters[one].convert(value) for one, value in given.items()}
    return Node(id=name, type=spec.id, version=spec.version, parameters=parameters, inputs=inputs)


def _spec(example: Example, name: str, registry: Registry) -> NodeSpec:
    made = example.nodes[name]
    return registry.specs[made if isinstance(made, str) else made[0]]
