"""Nodes whose model is not here say so on the canvas, with the button that fetches it, and in the
outline.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Slot

from nodes.graph import Graph
from nodes.named_models import named_models, replaceable_models, works_with_models
from widgets.canvas import NodeCanvas
from widgets.canvas.node_states import Lack
from widgets.document_model import DocumentModel
from widgets.models.entry import ModelEntry, Stand
from widgets.models.job import Doing
from widgets.models.sayings import download_words, job_words, stand_words
from widgets.models.shelf import ModelShelf
from widgets.outline import Outline
from widgets.words import said, tr


class _Needed(NamedTuple):
    """The models that a node names, and those of them that something built in stands in for."""

    models: tuple[str, ...] = ()
    replaced: frozenset[str] = frozenset()


_NOTHING = _Needed()


class ModelBadges(QObject):
    """Lives as long as its canvas."""

    def __init__(
        self, model: DocumentModel, canvas: NodeCanvas, outline: Outline, shelf: ModelShelf
    ) -> None:
        super().__init__(canvas)
        self._model = model
        self._canvas = canvas
        self._outline = outline
        self._shelf = shelf
        self._shown: dict[str, Lack] = {}
        specs = model.document.registry.specs.values()
        self._kinds = frozenset(spec.id for spec in specs if works_with_models(spec))
        canvas.model_asked.connect(self._on_model_asked)
        outline.model_asked.connect(self._on_model_asked)
        if not self._kinds:
            return  # no kind of node asks for a model
        model.edited.connect(self.update_content)
        shelf.changed.connect(self.update_content)
        shelf.jobs_changed.connect(self.update_content)
        shelf.progressed.connect(self._on_progressed)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show which nodes lack a model now."""
        lacks: dict[str, Lack] = {}
        named = self._named(self._model.graph, "")
        if named:
            self._shelf.want()
        for path, needed in named.items():
            found = [self._lack(one, is_replaced=one in needed.replaced) for one in needed.models]
            known = sorted(filter(None, found), key=_is_replaced)
            if known:
                lacks[path] = known[0]
        if lacks != self._shown:
            self._shown = lacks
            self._canvas.show_lacks(lacks)
            self._outline.show_lacks(lacks)

    def _named(self, graph: Graph, prefix: str) -> dict[str, _Needed]:
        """The models that nodes name, by path, within groups too."""
        found: dict[str, _Needed] = {}
        registry = self._model.document.registry
        waiting = [(graph, prefix)]
        while waiting:
            level, before = waiting.pop()
            for node in level.nodes.values():
                if node.graph is not None:
                    waiting.append((node.graph, f"{before}{node.id}/"))
                elif node.type in self._kinds:
                    models = named_models(node, registry)
                    found[before + node.id] = _Needed(models, replaceable_models(node, registry))
        return found

    def _lack(self, model: str, *, is_replaced: bool) -> Lack | None:
        if not self._shelf.is_known:
            return None
        entry = self._shelf.entries.get(model)
        if entry is None:
            about = tr("“{model}” is in no list of models here: choose another one.", model=model)
            return Lack(tr("Unknown model"), about, is_offer=False, has_failed=True)
        if entry.stand.can_be_used:
            return None
        lack = self._lack_of(entry)
        if not is_replaced or entry.stand is Stand.DAMAGED:
            return lack
        return _replaced(lack, entry, is_under_way=model in self._shelf.downloads)

    def _lack_of(self, entry: ModelEntry) -> Lack:
        job = self._shelf.downloads.get(entry.id)
        if job is None:
            about = tr("It needs {model}: {how}.", model=entry.title, how=stand_words(entry))
            is_fetched = entry.is_fetched
            words = download_words(entry) if is_fetched else stand_words(entry)
            return Lack(words, about, is_offer=is_fetched)
        how = job_words(job, is_check=False, is_paused=self._shelf.is_paused)
        about = tr("{model}: {how}", model=entry.title, how=how)
        if job.doing is not Doing.FAILED:
            return Lack(how, about, is_offer=False)
        about = " ".join(filter(None, (f"{about}.", said(job.words), said(job.mend))))
        return Lack(how, about, has_failed=True)

    @Slot(str)
    def _on_progressed(self, model: str) -> None:
        self.update_content()

    @Slot(str)
    def _on_model_asked(self, path: str) -> None:
        needed = self._named(self._model.graph, "").get(path, _NOTHING)
        entries = (self._shelf.entries.get(one) for one in needed.models)
        missing = [one for one in entries if one is not None and not one.stand.can_be_used]
        if not missing:
            self._canvas.told.emit(tr("This node lacks no model: nothing is to be downloaded."))
            return
        job = self._shelf.downloads.get(missing[0].id)
        if job is None:
            self._shelf.download_asked.emit(missing[0].id)
        else:
            self._shelf.details_asked.emit(missing[0].id)


def _is_replaced(lack: Lack) -> bool:
    return lack.is_replaced


def _replaced(lack: Lack, entry: ModelEntry, *, is_under_way: bool) -> Lack:
    """What stands on a node that works all the same; a download under way is told before that."""
    about = tr("{model} is not here, so what is built in works instead.", model=entry.title)
    words = tr("Built in, not {model}", model=entry.title)
    if is_under_way:
        return lack._replace(about=f"{about} {lack.about}", is_replaced=True)
    if entry.is_fetched:
        about = f"{about} {lack.words}"
    return Lack(words, about, is_offer=entry.is_fetched, is_replaced=True)
