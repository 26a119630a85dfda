"""Paint a mask here: a Mask Painter behind a node that gives pictures, wired in one step."""

from __future__ import annotations

from nodes.feeding import Output
from widgets.canvas.editing import CanvasEditor
from widgets.canvas.linking import End, candidates
from widgets.masking.easel import PAINTER
from widgets.masking.placing import painter_over
from widgets.words import tr


def paint_mask_behind(editor: CanvasEditor) -> None:
    """Add a Mask Painter behind the selected node and select it, or say why that cannot be."""
    chosen = editor.scene.selected
    level = editor.scene.level
    if len(chosen) == 1:
        for output in level.outputs(chosen[0]):
            start = End(chosen[0], output.name, is_output=True)
            for candidate in candidates(level, start):
                if candidate.spec.id == PAINTER:
                    looked = Output("/".join((*editor.at, chosen[0])), output.name)
                    found = painter_over(editor.graph, editor.at, looked)
                    if found.edit is None or editor.do(found.edit, found.edit.name):
                        editor.scene.select([found.node])
                    return
    editor.refused.emit(tr("Select one node that gives a clip, to paint a mask over it."))
