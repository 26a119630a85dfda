"""How all nodes of a snapshot stand to what is on disk, without running anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from nodes.evaluator import CacheState
from nodes.flat_node import FlatNode
from nodes.reasons import KeyParts, parts_of
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from nodes.used_model import UsedModel, kept_models
from nodes.values import value_types
from pipelines.detection.found import FoundObjects
from pipelines.digest import Digest
from pipelines.values import Axis, Curve, Report

_SAID = ("number", "text", "report")
_FOUND = "objects"
_MOST_WORDS = 120

Curves = Mapping[str, Curve]
"""A number for each frame, by what they are about."""
Axes = Mapping[str, Axis]
"""How the curves of those names are read."""


class Standing(NamedTuple):
    """By path: the keys, which results are there, and the words of those that are no pictures;
    and the parts of the keys, by key. `models` made the results that are on disk; `curves` are
    those of reports, `axes` how they are read, `found` the things that a node found,
    `reports` what reports say, as Markdown."""

    keys: Mapping[str, Digest]
    caches: Mapping[str, CacheState]
    parts: Mapping[str, KeyParts]
    words: Mapping[str, str]
    models: Mapping[str, tuple[UsedModel, ...]] = {}
    curves: Mapping[str, Curves] = {}
    axes: Mapping[str, Axes] = {}
    found: Mapping[str, FoundObjects] = {}
    reports: Mapping[str, str] = {}


def standing(snapshot: Snapshot, store: ResultStore, known: set[str]) -> Standing:
    """Look at every node; the parts of keys in `known` are left out, and the others added to it.

    Raises GraphError where the graph cannot be laid out.
    """
    paths = list(snapshot.flat)
    keys = snapshot.keys(paths)
    store.look()
    caches: dict[str, CacheState] = {}
    parts: dict[str, KeyParts] = {}
    words: dict[str, str] = {}
    models: dict[str, tuple[UsedModel, ...]] = {}
    curves: dict[str, Curves] = {}
    axes: dict[str, Axes] = {}
    reports: dict[str, str] = {}
    things: dict[str, FoundObjects] = {}
    for path in paths:
        node, key = snapshot.flat[path], keys[path]
        names = [output.name for output in node.spec.outputs] if node.spec is not None else []
        if node.pinned:
            caches[path] = CacheState.PINNED
        elif names and all(store.has_value(f"{key}.{name}", look=False) for name in names):
            caches[path] = CacheState.ON_DISK
            said = _said(node, key, store)
            if first := _first_line(said):
                words[path] = first
            if isinstance(said, Report):
                reports[path] = said.markdown
                curves[path], axes[path] = said.curves, said.axes
            if (listed := _listed(node, key, store)) is not None:
                things[path] = listed
            if node.models:
                models[path] = kept_models(store, key)
        else:
            caches[path] = CacheState.NOT_RUN
        if key not in known and not node.pinned:
            known.add(key)
            parts[key] = parts_of(snapshot, path, keys)
    found = {path: keys[path] for path in paths}
    return Standing(found, caches, parts, words, models, curves, axes, things, reports)


def _said(node: FlatNode, key: Digest, store: ResultStore) -> Any:
    """A stored number, text or report; None where there is none."""
    outputs = node.spec.outputs if node.spec is not None else ()
    output = next((one for one in outputs if one.value in _SAID), None)
    stored = store.get_value(f"{key}.{output.name}") if output is not None else None
    if output is None or stored is None:
        return None
    return value_types()[output.value].decode(stored, store)


def _listed(node: FlatNode, key: Digest, store: ResultStore) -> FoundObjects | None:
    """The things that a node found, out of the store; None where it finds none."""
    outputs = node.spec.outputs if node.spec is not None else ()
    output = next((one for one in outputs if one.value == _FOUND), None)
    stored = store.get_value(f"{key}.{output.name}") if output is not None else None
    return value_types()[_FOUND].decode(stored, store) if stored is not None else None


def _first_line(value: Any) -> str:
    if value is None:
        return ""
    text = value.markdown if isinstance(value, Report) else str(value)
    lines = (line.strip(" #*-") for line in text.splitlines())
    return next((line for line in lines if line), "")[:_MOST_WORDS]
