"""What was selected at each place of the undo stack, so that it is in hand again after an undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from widgets.canvas.level_editor import LevelEditor
from widgets.document_model import DocumentModel


class ChosenBefore(QObject):
    """Selects again what was selected when the document was as an undo or redo leaves it, where
    nothing that is selected is left."""

    def __init__(self, model: DocumentModel, editor: LevelEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._stack = model.undo_stack
        self._chosen: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._noted = -1
        """The step before which it was noted; the edits of other views come unannounced."""
        self._is_retracing = False
        editor.about_to_edit.connect(self._on_about_to_edit)
        model.retraced.connect(self._on_retraced)
        self._stack.indexChanged.connect(self._on_index_changed)

    @Slot()
    def _on_about_to_edit(self) -> None:
        self._noted = self._stack.index()
        self._chosen[self._noted] = (self._editor.at, self._editor.scene.selected)

    @Slot(object)
    def _on_retraced(self, edit: object) -> None:
        self._is_retracing = True

    @Slot(int)
    def _on_index_changed(self, index: int) -> None:
        noted, self._noted = self._noted, -1
        if not self._is_retracing:  # a new step: those that were there in its place are no more
            last = max(noted, index - 2)
            self._chosen = {key: one for key, one in self._chosen.items() if key <= last}
            return
        self._is_retracing = False
        at, chosen = self._chosen.get(index, ((), ()))
        self._editor.update_content()
        if at == self._editor.at and not self._editor.scene.selected:
            self._editor.scene.select(chosen)
