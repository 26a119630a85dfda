"""Nodes of the open level are found by words, marked, and visited one by one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nodes.graph import DRAWN_ONLY
from widgets.canvas.bars import FindBar
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.view import CanvasView


class Finding(QObject):
    """Does what is asked in the find bar."""

    def __init__(self, bar: FindBar, editor: CanvasEditor, view: CanvasView) -> None:
        super().__init__(bar)
        self._bar, self._editor, self._view = bar, editor, view
        bar.sought.connect(self._on_sought)
        bar.next_asked.connect(self.show_next)
        bar.closed.connect(self._on_closed)

    def show_next(self) -> None:
        """Select the next node that was found and bring it into sight."""
        found, scene = self._found(self._bar.words), self._editor.scene
        if not found:
            return
        current = scene.selected[-1] if scene.selected else ""
        place = found.index(current) + 1 if current in found else 0
        node_id = found[place % len(found)]
        scene.select([node_id])
        self._view.show_node(node_id)

    def _on_sought(self, words: str) -> None:
        found = self._found(words)
        self._editor.scene.show_found(found)
        self._bar.show_count(len(found))

    def _on_closed(self) -> None:
        self._editor.scene.show_found(())
        self._view.setFocus()

    def _found(self, words: str) -> list[str]:
        """The nodes whose title, kind, id or type hold all words. Nobody knows the type of what is
        drawn only."""
        wanted = words.lower().split()
        if not wanted:
            return []
        found: list[str] = []
        for node_id, node in self._editor.graph.nodes.items():
            face = self._editor.scene.face(node_id)
            kind = face.kind if node.type in DRAWN_ONLY else f"{face.kind} {node.type}"
            text = f"{face.title} {kind} {node_id}".lower()
            if all(word in text for word in wanted):
                found.append(node_id)
        return found
