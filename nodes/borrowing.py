"""The models that nodes of a run lease: refused early where they lack, told, kept with results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from nodes.events import NodeStoodIn, NodeUsedModel
from nodes.flat_node import FlatNode
from nodes.store import ResultStore
from nodes.telling import Telling
from nodes.used_model import UsedModel, keep_models, kept_models, used
from pipelines.digest import Digest
from pipelines.errors import StoryloomError
from pipelines.models.lending import Lease, Lender


class Borrowing:
    """What one run borrows. `lender` is None where nothing costly is started."""

    def __init__(self, lender: Lender | None, store: ResultStore, telling: Telling) -> None:
        self.lender = lender
        self._store = store
        self._telling = telling
        self._used: dict[str, list[UsedModel]] = {}
        self._contents: dict[str, Digest] = {}

    def refuse_absent(
        self, nodes: Iterable[FlatNode], fail: Callable[[str, StoryloomError], None]
    ) -> None:
        """Say at once what cannot be made for want of a model, rather than after hours."""
        if self.lender is None:
            return
        for node in nodes:
            try:
                for model in node.models:
                    self.lender.check(model)
            except StoryloomError as error:
                fail(node.path, error)

    def tell_stand_ins(self, node: FlatNode) -> None:
        """Say that what is built in is about to work for a node, and instead of what."""
        for model in node.instead_of:
            title = self.lender.title_of(model) if self.lender is not None else model
            self._telling.emit(NodeStoodIn(node.path, model, title))

    def borrowed(self, path: str, lease: Lease) -> None:
        """A node works with a model."""
        model, before = used(lease), self._used.setdefault(path, [])
        if model in before:
            return
        before.append(model)
        self._telling.emit(NodeUsedModel(path, model))
        if model.noise:
            words = f"“{model.title}” has random weights here: what it makes is noise."
            self._telling.warn(path, words)

    def models_of(self, path: str, key: Digest) -> tuple[UsedModel, ...]:
        """The models that a result was made with, in this run or before."""
        return tuple(self._used.get(path, ())) or kept_models(self._store, key)

    def found(self, path: str, content: Digest) -> None:
        """A node's result was there under the name of what its inputs hold."""
        self._used[path] = list(kept_models(self._store, content))

    def made(self, path: str, content: Digest | None) -> None:
        """A node's result is kept under the name of what its inputs hold, too."""
        if content is not None:
            self._contents[path] = content

    def keep(self, key_of: Callable[[str], Digest], failed: Sequence[str]) -> None:
        """Keep with each result which models made it, at the end of the run."""
        for path, models in self._used.items():
            if models and path not in failed:
                keep_models(self._store, key_of(path), models)
                if path in self._contents:
                    keep_models(self._store, self._contents[path], models)
