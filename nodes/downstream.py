"""What a node leads to: a walk along the links, out of groups and into them. Nothing is run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nodes.flat_node import located
from nodes.graph import INPUTS, Graph, Link, Node
from nodes.parameters import Opens
from nodes.registry import Registry

LATENT_CATEGORIES = frozenset({"vace"})
"""Categories of nodes that see a clip in latents of four frames."""


@dataclass(frozen=True, slots=True)
class SoundFile:
    """A file whose sound is heard with a clip, from `start_s` seconds of it on."""

    file: Path
    start_s: float


def downstream(graph: Graph, path: str) -> Iterator[tuple[str, Node]]:
    """The path and node of everything that a node feeds, directly or not, each once.

    What goes into a group is followed to whatever in it takes something from outside.
    """
    seen = {path}
    stack = [path]
    while stack:
        for fed in _fed_by(graph, stack.pop()):
            if fed not in seen:
                seen.add(fed)
                stack.append(fed)
                around, _, name = fed.rpartition("/")
                node = _inside(graph, around).nodes[name]
                if node.graph is None:
                    yield fed, node


def counts_latents(graph: Graph, path: str, registry: Registry) -> bool:
    """Whether a node's frames end up where lengths of 4n + 1 frames matter."""
    specs = registry.specs.values()
    if not any(spec.category in LATENT_CATEGORIES for spec in specs):
        return False  # none is installed: nothing to walk for
    return any(
        (spec := registry.find(node.type)) is not None and spec.category in LATENT_CATEGORIES
        for _, node in downstream(graph, path)
    )


def sound_under(
    graph: Graph, path: str, registry: Registry, folder: Path | None
) -> SoundFile | None:
    """The first sound file that is laid under a node's frames further on, or None."""
    for fed, node in downstream(graph, path):
        spec = registry.find(node.type)
        around = _inside(graph, fed.rpartition("/")[0])
        for socket in spec.sockets if spec is not None else ():
            for link in node.inputs.get(socket.name, ()) if socket.value == "audio" else ():
                file = _file_of(around, link, registry, folder)
                if file is not None:
                    return SoundFile(file, float(node.parameters.get("start", 0.0)))
    return None


def _file_of(graph: Graph, link: Link, registry: Registry, folder: Path | None) -> Path | None:
    """The file that a node opens which is linked to."""
    source = graph.nodes.get(link.node)
    spec = registry.find(source.type) if source is not None else None
    if source is None or spec is None:
        return None
    for name, parameter in spec.parameters.items():
        opens = any(isinstance(mark, Opens) and "audio" in mark.kinds for mark in parameter.marks)
        value = str(source.parameters.get(name, ""))
        if opens and value:
            return located(value, folder)
    return None


def _fed_by(graph: Graph, path: str) -> Iterator[str]:
    around, _, name = path.rpartition("/")
    inside = _inside(graph, around)
    prefix = f"{around}/" if around else ""
    node = inside.nodes.get(name)
    if node is not None and node.graph is not None:
        yield from (f"{path}/{one}" for one in node.graph.consumers(INPUTS))
    yield from (f"{prefix}{one}" for one in inside.consumers(name))
    if around and _leaves(graph, around, name):
        outer, _, group = around.rpartition("/")
        beyond = f"{outer}/" if outer else ""
        yield from (f"{beyond}{one}" for one in _inside(graph, outer).consumers(group))


def _leaves(graph: Graph, around: str, name: str) -> bool:
    """Whether a node within a group is an output of the group."""
    outer, _, group = around.rpartition("/")
    node = _inside(graph, outer).nodes.get(group)
    return node is not None and any(port.node == name for port in node.output_ports)


def _inside(graph: Graph, around: str) -> Graph:
    """The graph within groups; of a path that leads nowhere an empty one."""
    inside: Graph | None = graph
    for part in around.split("/") if around else ():
        node = inside.nodes.get(part) if inside is not None else None
        inside = node.graph if node is not None else None
    return inside if inside is not None else Graph()
