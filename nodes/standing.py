"""How all nodes of a snapshot stand to what is on disk, without running anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from nodes.evaluator import CacheState
from nodes.reasons import KeyParts, parts_of
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.digest import Digest


class Standing(NamedTuple):
    """By path: the keys, and which results are there; and the parts of the keys, by key."""

    keys: Mapping[str, Digest]
    caches: Mapping[str, CacheState]
    parts: Mapping[str, KeyParts]


def standing(snapshot: Snapshot, store: ResultStore, known: set[str]) -> Standing:
    """Look at every node; the parts of keys in `known` are left out, and the others added to it.

    Raises GraphError where the graph cannot be laid out.
    """
    paths = list(snapshot.flat)
    keys = snapshot.keys(paths)
    store.look()
    caches: dict[str, CacheState] = {}
    parts: dict[str, KeyParts] = {}
    for path in paths:
        node, key = snapshot.flat[path], keys[path]
        names = [output.name for output in node.spec.outputs] if node.spec is not None else []
        if node.pinned:
            caches[path] = CacheState.PINNED
        elif names and all(store.has_value(f"{key}.{name}", look=False) for name in names):
            caches[path] = CacheState.ON_DISK
        else:
            caches[path] = CacheState.NOT_RUN
        if key not in known and not node.pinned:
            known.add(key)
            parts[key] = parts_of(snapshot, path, keys)
    return Standing({path: keys[path] for path in paths}, caches, parts)
