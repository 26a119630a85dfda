"""A node's title is typed over the node."""

from __future__ import annotations

from PySide6.QtCore import QObject

from widgets.canvas.editing import CanvasEditor
from widgets.canvas.title_field import TitleField
from widgets.canvas.view import CanvasView


class Titling(QObject):
    """Opens the field over the current node and gives it the title that was typed."""

    def __init__(self, editor: CanvasEditor, view: CanvasView, parent: QObject) -> None:
        super().__init__(parent)
        self._editor, self._view = editor, view
        self._node = ""
        self.field = TitleField(view.viewport())
        self.field.editingFinished.connect(self._on_finished)
        self.field.left.connect(self._on_left)

    def ask(self) -> None:
        """Let the person type the current node's title."""
        scene = self._editor.scene
        if not scene.selected:
            return
        self._node = scene.selected[-1]
        rect = scene.node_rect(self._node)
        at = self._view.from_scene(rect.topLeft())
        width = max(160, round(rect.width() * self._view.scale_now))
        self.field.setText(self._editor.graph.nodes[self._node].title)
        self.field.setPlaceholderText(scene.face(self._node).kind)
        self.field.setGeometry(at.x(), at.y(), width, self.field.sizeHint().height())
        self.field.selectAll()
        self.field.show()
        self.field.setFocus()

    def _on_finished(self) -> None:
        if self.field.isVisible():
            self.field.hide()
            if self._node in self._editor.graph.nodes:
                self._editor.rename(self._node, self.field.text().strip())
            self._view.setFocus()

    def _on_left(self) -> None:
        node = self._editor.graph.nodes.get(self._node)
        self.field.setText(node.title if node is not None else "")
        self._on_finished()
