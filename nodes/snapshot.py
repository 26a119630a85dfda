"""An unchanging picture of a document, ready to run: its flat nodes, keys, tiles and folder.

`then` carries the work of one snapshot over to the next, so that a change of one parameter
costs what lies downstream of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

from nodes.flat_node import FlatNode, Setting, refresh
from nodes.flatten import flatten
from nodes.graph import Graph
from nodes.keys import content_key, key_all, model_keys
from nodes.refusals import NoSuchParameterError
from nodes.registry import Registry
from pipelines.digest import Digest
from pipelines.errors import StoryloomError
from pipelines.models.placement import Wish
from pipelines.painting.tiles import MemoryTiles, TileSource

DRAFT_SCALE = 0.5
PROFILES: Mapping[str, float] = {"final": 1.0, "draft": DRAFT_SCALE}
"""The working scale of each profile."""


class Snapshot:
    """What a run is given."""

    def __init__(
        self,
        graph: Graph,
        registry: Registry,
        *,
        tiles: TileSource | None = None,
        folder: Path | None = None,
        setting: Setting | None = None,
    ) -> None:
        self.graph = graph
        self.registry = registry
        self.tiles = tiles if tiles is not None else MemoryTiles()
        self.folder = folder
        self.setting = setting if setting is not None else Setting(folder=folder)
        self._flat: dict[str, FlatNode] | None = None
        self._keys: dict[str, Digest] = {}
        self._contents: dict[str, dict[str, str]] | None = None
        self._users: dict[str, list[str]] | None = None
        self._readers: list[str] | None = None
        self._pinned: list[str] | None = None

    @property
    def scale(self) -> float:
        """The working scale: 1, 1/2 or 1/4."""
        return self.setting.scale

    @property
    def flat(self) -> dict[str, FlatNode]:
        """Every node that can run, by path."""
        if self._flat is None:
            self._flat = flatten(self.graph, self.registry, self.setting)
        return self._flat

    @property
    def pinned(self) -> list[str]:
        """The paths of the nodes that are kept at a result."""
        if self._pinned is None:
            self._pinned = [path for path, node in self.flat.items() if node.pinned]
        return self._pinned

    def keys(self, goals: list[str]) -> Mapping[str, Digest]:
        """The keys of `goals` and of all that they depend on; files and models are looked at
        afresh."""
        self._look_at_files()
        key_all(self.flat, self._keys, goals, self.scale)
        return self._keys

    def then(self, graph: Graph, changed: str | None = None) -> Snapshot:
        """The snapshot after an edit. `changed` names a node of the outermost graph of which only
        parameters changed; without it everything is made anew."""
        after = Snapshot(
            graph,
            self.registry,
            tiles=self.tiles,
            folder=self.folder,
            setting=self.setting,
        )
        if changed is None or self._flat is None or changed not in self._flat:
            return after
        try:
            node = graph.nodes[changed]
            old = self._flat[changed]
            fresh = refresh(old, node, self.registry, self.setting)
        except (KeyError, StoryloomError):
            return after
        after._flat = {**self._flat, changed: fresh}
        after._keys = dict(self._keys)
        after._contents = self._contents
        after._users = self._users
        after._readers = self._readers if _reads(fresh) == _reads(old) else None
        after._pinned = self._pinned if bool(fresh.pinned) == bool(old.pinned) else None
        after._forget(changed)
        return after

    def override(
        self,
        values: Mapping[str, Any],
        *,
        scale: float | None = None,
        wish: Wish | None = None,
        absent: Set[str] | None = None,
    ) -> Snapshot:
        """The snapshot with other values for parameters ("path.parameter"), working scale, wish of
        how models are put, and models that are not here, for which what is built in stands in.

        Raises NoSuchParameterError for a name that no node has.
        """
        for name in values:
            path, _, parameter = name.rpartition(".")
            flat = self.flat.get(path)
            if flat is None or flat.spec is None or parameter not in flat.spec.parameters:
                raise NoSuchParameterError(
                    f"No node has a parameter “{name}”.",
                    mend="Write node.parameter; within groups, group/node.parameter.",
                )
            flat.spec.parameters[parameter].convert(values[name])
        setting = Setting(
            overrides={**self.setting.overrides, **values},
            scale=self.scale if scale is None else scale,
            folder=self.folder,
            wish=self.setting.wish if wish is None else wish,
            absent=self.setting.absent if absent is None else absent,
        )
        return Snapshot(
            self.graph, self.registry, tiles=self.tiles, folder=self.folder, setting=setting
        )

    def unpinned(self, paths: Iterable[str]) -> Snapshot:
        """The snapshot with some nodes following their inputs again."""
        after = Snapshot(
            self.graph,
            self.registry,
            tiles=self.tiles,
            folder=self.folder,
            setting=self.setting,
        )
        freed = {path: replace(self.flat[path], pinned="") for path in paths}
        after._flat = {**self.flat, **freed}
        return after

    def downstream(self, path: str) -> set[str]:
        """A node and everything that depends on it."""
        users = self._users_of()
        found = {path}
        stack = [path]
        while stack:
            for user in users.get(stack.pop(), ()):
                if user not in found:
                    found.add(user)
                    stack.append(user)
        return found

    def _users_of(self) -> dict[str, list[str]]:
        if self._users is None:
            self._users = {}
            for user in self.flat.values():
                for ref in user.sources:
                    self._users.setdefault(ref.path, []).append(user.path)
        return self._users

    def _forget(self, path: str) -> None:
        for affected in self.downstream(path):
            self._keys.pop(affected, None)

    def _look_at_files(self) -> None:
        """Forget the keys of nodes whose files or models are others than at the last look."""
        if self._readers is None:
            self._readers = [path for path, node in self.flat.items() if _reads(node)]
        contents = {path: _contents(self.flat[path]) for path in self._readers}
        for path, digests in (self._contents or {}).items():
            if contents.get(path) != digests:
                self._forget(path)
        self._contents = contents


def _reads(node: FlatNode) -> bool:
    return bool(node.files or node.models)


def _contents(node: FlatNode) -> dict[str, str]:
    files = {name: content_key(file) for name, file in node.files.items()}
    return {**files, **{f"model {name}": made for name, made in model_keys(node).items()}}
