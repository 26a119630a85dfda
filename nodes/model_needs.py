"""Which models a run would need, before it runs: those of nodes whose result is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nodes.flat_node import FlatNode
from nodes.snapshot import Snapshot
from nodes.store import ResultStore


class ModelNeed(NamedTuple):
    """A node and a model that it leases; `built_in` says that something built in can stand in."""

    path: str
    model: str
    built_in: bool = False


def model_needs(snapshot: Snapshot, goals: Iterable[str], store: ResultStore) -> list[ModelNeed]:
    """The models that making the goals takes, by what is on disk now.

    Raises GraphError where the graph cannot be laid out.
    """
    keys = snapshot.keys([path for path in goals if path in snapshot.flat])
    store.look()
    found: list[ModelNeed] = []
    stack, seen = [path for path in goals if path in snapshot.flat], set[str]()
    while stack:
        path = stack.pop()
        node = snapshot.flat[path]
        if path in seen or _is_there(node, keys[path], store):
            continue
        seen.add(path)
        found += _needs_of(node)
        stack += [ref.path for ref in node.sources if ref.path in snapshot.flat]
    return found


def _is_there(node: FlatNode, key: str, store: ResultStore) -> bool:
    outputs = node.spec.outputs if node.spec is not None else ()
    return bool(node.pinned) or (
        bool(outputs)
        and all(store.has_value(f"{key}.{output.name}", look=False) for output in outputs)
    )


def _needs_of(node: FlatNode) -> Iterator[ModelNeed]:
    if node.spec is None:
        return
    yield from (ModelNeed(node.path, model) for model in node.spec.models)
    for name, parameter in node.spec.parameters.items():
        mark = parameter.names_model
        model = str(node.parameters.get(name, "")) if mark is not None else ""
        if mark is not None and model in node.models:
            yield ModelNeed(node.path, model, mark.built_in)
