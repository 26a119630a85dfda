"""Nodes whose model is not here say so on the canvas, with the button that fetches it, and in the
outline.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from nodes.graph import Graph
from nodes.named_models import named_models, works_with_models
from widgets.canvas import NodeCanvas
from widgets.canvas.node_states import Lack
from widgets.document_model import DocumentModel
from widgets.models.entry import ModelEntry
from widgets.models.job import Doing
from widgets.models.sayings import download_words, job_words, stand_words
from widgets.models.shelf import ModelShelf
from widgets.outline import Outline
from widgets.words import said, tr


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
        for path, models in named.items():
            lack = next(filter(None, (self._lack(one) for one in models)), None)
            if lack is not None:
                lacks[path] = lack
        if lacks != self._shown:
            self._shown = lacks
            self._canvas.show_lacks(lacks)
            self._outline.show_lacks(lacks)

    def _named(self, graph: Graph, prefix: str) -> dict[str, tuple[str, ...]]:
        """The models that nodes name, by path, within groups too."""
        found: dict[str, tuple[str, ...]] = {}
        registry = self._model.document.registry
        waiting = [(graph, prefix)]
        while waiting:
            level, before = waiting.pop()
            for node in level.nodes.values():
                if node.graph is not None:
                    waiting.append((node.graph, f"{before}{node.id}/"))
                elif node.type in self._kinds:
                    found[before + node.id] = named_models(node, registry)
        return found

    def _lack(self, model: str) -> Lack | None:
        if not self._shelf.is_known:
            return None
        entry = self._shelf.entries.get(model)
        if entry is None:
            about = tr("“{model}” is in no list of models here: choose another one.", model=model)
            return Lack(tr("Unknown model"), about, is_offer=False, has_failed=True)
        return None if entry.stand.can_be_used else self._lack_of(entry)

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
        models = self._named(self._model.graph, "").get(path, ())
        entries = (self._shelf.entries.get(one) for one in models)
        missing = [one for one in entries if one is not None and not one.stand.can_be_used]
        if not missing:
            self._canvas.told.emit(tr("This node lacks no model: nothing is to be downloaded."))
            return
        job = self._shelf.downloads.get(missing[0].id)
        if job is None:
            self._shelf.download_asked.emit(missing[0].id)
        else:
            self._shelf.details_asked.emit(missing[0].id)
