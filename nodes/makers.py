"""What the nodes above a node are set to, what they took, why they failed: for a log of a run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from nodes.flat_node import FlatNode
from nodes.refusals import NodeError
from nodes.spec import NodeSpec
from nodes.used_model import UsedModel


@dataclass(frozen=True, slots=True)
class Maker:
    """A node above another one. `set_to` has all of its parameters in words, `changed` the names of
    those that are not at their default; `built_in` says that it could have worked with a model and
    did not. `seconds` is None where that was not kept."""

    path: str
    title: str
    set_to: Mapping[str, str]
    changed: tuple[str, ...]
    files: tuple[Path, ...]
    built_in: bool
    models: tuple[UsedModel, ...] = ()
    seconds: float | None = None
    problem: NodeError | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What is known of how a node fared."""

    models: tuple[UsedModel, ...] = ()
    seconds: float | None = None
    problem: NodeError | None = None


@dataclass(frozen=True, slots=True)
class Makers:
    """Those that feed each socket, in the order of its links, and all that stand above."""

    feeding: Mapping[str, tuple[Maker, ...]] = field(default_factory=dict[str, tuple[Maker, ...]])
    above: tuple[Maker, ...] = ()


def makers_of(flat: Mapping[str, FlatNode], path: str, fate_of: Callable[[str], Fate]) -> Makers:
    """All nodes that `path` depends on, each before those that it feeds."""
    known: dict[str, Maker] = {}
    stack = [ref.path for ref in reversed(flat[path].sources)]
    opened: set[str] = set()
    while stack:
        one = stack[-1]
        if one in known or one in opened:
            known.setdefault(one, _maker(flat[one], fate_of(one)))
            stack.pop()
            continue
        opened.add(one)
        stack += [ref.path for ref in reversed(flat[one].sources) if ref.path not in opened]
    feeding = {
        socket.name: tuple(known[ref.path] for ref in refs) for socket, refs in flat[path].inputs
    }
    return Makers(feeding, tuple(known.values()))


def _maker(node: FlatNode, fate: Fate) -> Maker:
    spec = node.spec
    parameters = spec.parameters if spec is not None else {}
    said = {name: in_words(node.parameters.get(name)) for name in parameters}
    changed = [name for name, one in parameters.items() if node.parameters.get(name) != one.default]
    title = spec.title if spec is not None else node.path
    files = tuple(node.files.values())
    built_in = spec is not None and _stands_in(spec, node)
    return Maker(
        node.path,
        title,
        said,
        tuple(changed),
        files,
        built_in,
        fate.models,
        fate.seconds,
        fate.problem,
    )


def in_words(value: Any) -> str:
    """A parameter for a table: short, whatever it is."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float):
        return f"{value:g}"
    said = str(value)
    return said if len(said) <= 120 else f"{said[:117]}..."


def _stands_in(spec: NodeSpec, node: FlatNode) -> bool:
    named = [one for one in spec.parameters.values() if one.names_model is not None]
    return bool(named) and not any(node.parameters.get(one.name) for one in named)
