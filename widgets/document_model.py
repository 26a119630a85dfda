"""The document as views see it: edits that undo themselves, and one signal for what changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from nodes.document import Document
from nodes.edits import Batch, Edit
from nodes.graph import Graph


class DocumentModel(QObject):
    """A document with its undo stack. Used by the GUI thread only.

    Views ask for edits by `do` and redraw on `edited`; they never change the document themselves.
    """

    edited = Signal()
    """The document is another one now: compare `graph` with the one drawn last."""
    applied = Signal(object)
    """An edit was carried out (also by undo and redo): what a journal writes down."""
    retraced = Signal(object)
    """An edit was carried out by undo or redo: its place is what the person wants to see."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.undo_stack = QUndoStack(self)

    @property
    def graph(self) -> Graph:
        """The outermost graph, an unchanging value."""
        return self.document.graph

    def do(self, edit: Edit, name: str, *, merge: str = "") -> None:
        """Carry out an edit as one named step.

        Steps that follow each other with the same `merge` (a drag, a slider, typing) become one.
        Raises GraphError, with nothing changed and no step taken.
        """
        inverse = self.apply(edit)
        self.undo_stack.push(_Step(self, edit, inverse, name, merge))

    def apply(self, edit: Edit) -> Edit:
        """Carry out an edit without a step, and answer its inverse. Raises GraphError."""
        inverse = self.document.apply(edit)
        self.applied.emit(edit)
        self.edited.emit()
        return inverse

    def retrace(self, edit: Edit) -> None:
        """Carry out an edit of the undo stack."""
        self.apply(edit)
        self.retraced.emit(edit)


class _Step(QUndoCommand):
    """An edit on the undo stack. It has been carried out when it is pushed."""

    def __init__(
        self, model: DocumentModel, edit: Edit, inverse: Edit, name: str, merge: str
    ) -> None:
        super().__init__(name)
        self._model = model
        self._edits = (edit,)
        self._inverses = (inverse,)
        self._merge = merge
        self._is_done = True

    def redo(self) -> None:
        if not self._is_done:
            self._model.retrace(_one(self._edits))
        self._is_done = True

    def undo(self) -> None:
        self._model.retrace(_one(self._inverses))
        self._is_done = False

    def id(self) -> int:
        return hash(self._merge) & 0x7FFFFFFF if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other._merge != self._merge:
            return False
        self._edits = (*self._edits, *other._edits)
        self._inverses = (*other._inverses, *self._inverses)
        return True


def _one(edits: tuple[Edit, ...]) -> Edit:
    return edits[0] if len(edits) == 1 else Batch(edits=edits)
