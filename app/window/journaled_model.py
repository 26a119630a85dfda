"""A document whose every edit is written down in its working store."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nodes.document import Document
from nodes.edits import Edit
from nodes.working_store import WorkingStore
from widgets.document_model import DocumentModel


class JournaledModel(DocumentModel):
    """Undo and redo are written down too, as edits like any other."""

    def __init__(
        self, document: Document, store: WorkingStore, parent: QObject | None = None
    ) -> None:
        super().__init__(document, parent)
        self._store = store
        self._step = ""

    def do(self, edit: Edit, name: str, *, merge: str = "") -> None:
        self._step = name
        try:
            super().do(edit, name, merge=merge)
        finally:
            self._step = ""

    def apply(self, edit: Edit) -> Edit:
        inverse = super().apply(edit)
        self._store.record(edit, inverse, step=self._step)
        return inverse
