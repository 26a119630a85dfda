"""The kinds of node that are there: those of nodes.library, and of plug-ins that were allowed."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

from nodes.refusals import NewerNodeError
from nodes.spec import Kind, NodeSpec

PLUGINS = "storyloom.nodes"
"""Entry-point group of installed plug-ins. None is imported unless the person allows it."""


class Registry:
    """Node specs by id and alias, and the conversions between values."""

    def __init__(self, specs: Iterable[NodeSpec]) -> None:
        self.specs: dict[str, NodeSpec] = {spec.id: spec for spec in specs}
        self._names = dict(self.specs)
        for spec in self.specs.values():
            for alias in spec.aliases:
                self._names.setdefault(alias, spec)
        self._conversions = {
            (spec.sockets[0].value, spec.outputs[0].value): spec
            for spec in self.specs.values()
            if spec.conversion
        }

    def find(self, type_id: str) -> NodeSpec | None:
        """The spec of an id or an alias, or None where nothing installed has it."""
        return self._names.get(type_id)

    def conversion(self, source: str, target: str) -> NodeSpec | None:
        """The node that makes one kind of value of another in a single step, or None."""
        return self._conversions.get((source, target))

    def with_specs(self, specs: Iterable[NodeSpec]) -> Registry:
        """This registry and more kinds of node."""
        return Registry([*self.specs.values(), *specs])


def specs_in(module: ModuleType) -> list[NodeSpec]:
    """The nodes that a module declares."""
    functions = (value for _, value in inspect.getmembers(module, inspect.isfunction))
    own = (function for function in functions if function.__module__ == module.__name__)
    return [function.spec for function in own if hasattr(function, "spec")]  # type: ignore[attr-defined] - set by @node


@cache
def library() -> Registry:
    """The nodes that ship with the program."""
    import nodes.library

    found: list[NodeSpec] = []
    for module in pkgutil.walk_packages(nodes.library.__path__, "nodes.library."):
        if not module.ispkg:
            found += specs_in(importlib.import_module(module.name))
    return Registry(found)


def installed_plugins() -> list[str]:
    """The names of the plug-ins that are installed. Nothing of them is imported."""
    return sorted(point.name for point in entry_points(group=PLUGINS))


def plugin_specs(allowed: Iterable[str]) -> list[NodeSpec]:
    """The nodes of the installed plug-ins whose names the person allowed: these are imported."""
    wanted = set(allowed)
    found: list[NodeSpec] = []
    for point in entry_points(group=PLUGINS):
        if point.name in wanted:
            found += specs_in(point.load())
    return found


def migrated(spec: NodeSpec, version: int, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters saved by an older version of a node, brought to the installed one.

    Raises NewerNodeError where the saved version is newer.
    """
    if version > spec.version:
        raise NewerNodeError(
            f"“{spec.title}” was saved by version {version}; version {spec.version} is installed.",
            mend="The node is kept as it was saved. Update Storyloom to run it.",
        )
    kept = dict(parameters)
    if version < spec.version and spec.migrate is not None:
        kept = spec.migrate(version, kept)
    return kept


def is_pullable(spec: NodeSpec) -> bool:
    """Whether looking at a frame may start this node: never a whole-clip node or an effect."""
    return spec.kind is not Kind.CLIP and not spec.effect
