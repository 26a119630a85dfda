"""Editing a value where it stands on its node: from the click to the edit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from nodes.edits import SetParameter
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.inline_editor import InlineEditor
from widgets.canvas.inline_values import value_of
from widgets.canvas.value_rows import value_rect
from widgets.canvas.view import CanvasView
from widgets.document_model import DocumentModel
from widgets.inspector.help_lines import spoken
from widgets.words import tr


class ValueEditing(QObject):
    """Opens the one editor over a value, and keeps both in step."""

    def __init__(
        self, model: DocumentModel, editor: CanvasEditor, view: CanvasView, inline: InlineEditor
    ) -> None:
        super().__init__(inline)
        self._registry = model.document.registry
        self._editor, self._view, self._inline = editor, view, inline
        self._node, self._name = "", ""
        view.value_asked.connect(self.edit_value)
        view.looked.connect(inline.close_editor)
        editor.level_changed.connect(inline.close_editor)
        inline.chosen.connect(self._on_value_chosen)
        inline.closed.connect(view.setFocus)
        model.edited.connect(self._on_edited)

    @Slot(str, str)
    def edit_value(self, node_id: str, name: str) -> None:
        """Let the person edit a value of a node of the open level."""
        scene = self._editor.scene
        value, spec = value_of(self._editor.graph.nodes[node_id], name, self._registry)
        face = scene.face(node_id)
        row = next((one for one in face.shape.values if one.name == name), None)
        if spec is None or row is None:
            return
        rect = value_rect(face.shape, row, scene.look.metrics)
        rect.translate(scene.node_rect(node_id).topLeft())
        self._node, self._name = node_id, name
        self._inline.edit(spec, value, self._view.rect_from_scene(rect))

    @Slot(object, str)
    def _on_value_chosen(self, value: object, step: str) -> None:
        edit = SetParameter(at=self._editor.at, node=self._node, name=self._name, value=value)
        self._editor.do(edit, tr("Set {parameter}", parameter=spoken(self._name)), merge=step)

    @Slot()
    def _on_edited(self) -> None:
        if self._inline.editor is None:
            return
        if not self._editor.is_level_there or self._node not in self._editor.graph.nodes:
            self._inline.close_editor()
            return
        node = self._editor.graph.nodes[self._node]
        self._inline.show_value(value_of(node, self._name, self._registry)[0])
