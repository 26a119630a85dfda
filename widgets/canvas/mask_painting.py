"""Paint a mask here: a Mask Painter behind a node that gives pictures, wired in one step."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from widgets.canvas.editing import CanvasEditor
from widgets.canvas.linking import End, candidates
from widgets.words import tr

_PAINTER = "mask.paint"
_APART = 60.0


def paint_mask_behind(editor: CanvasEditor) -> None:
    """Add a Mask Painter behind the selected node and select it, or say why that cannot be."""
    chosen = editor.scene.selected
    level = editor.scene.level
    if len(chosen) == 1:
        for output in level.outputs(chosen[0]):
            start = End(chosen[0], output.name, is_output=True)
            for candidate in candidates(level, start):
                if candidate.spec.id == _PAINTER:
                    rect = editor.scene.node_rect(chosen[0])
                    point = QPointF(rect.right() + _APART, rect.top())
                    editor.add_linked(candidate, start, point)
                    return
    editor.refused.emit(tr("Select one node that gives a clip, to paint a mask over it."))
