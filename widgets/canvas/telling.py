"""What a tooltip on the canvas says. Words from a file are shown as they stand, never as HTML."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPointF

from nodes.graph import DRAWN_ONLY, REROUTE
from widgets.canvas.level import is_border
from widgets.canvas.linking import End
from widgets.canvas.scene import CanvasScene
from widgets.words import said, tr

MOST_REASONS = 6
"""How many reasons a tooltip lists."""


def tooltip(scene: CanvasScene, point: QPointF, reach: float) -> str:
    """What there is to say of a point, as safe rich text; empty for nothing."""
    end = scene.end_at(point, reach)
    if end is not None:
        return plain(_of_end(scene, end))
    node = scene.node_at(point)
    return plain(_of_node(scene, node)) if node is not None and not is_border(node) else ""


def plain(words: str) -> str:
    """Words as rich text that shows them as they are, wrapped."""
    return f'<p style="white-space:pre-wrap">{escape(words)}</p>'


def _of_end(scene: CanvasScene, end: End) -> str:
    shape = scene.face(end.node).shape
    sides = shape.outputs if end.is_output else shape.inputs
    socket = next(one for one in sides if one.name == end.name)
    value = (socket.value or tr("unknown")).replace("_", " ")
    if end.is_output:
        return tr("{name}: gives {value}", name=socket.label, value=value)
    if socket.takes_many:
        return tr("{name}: takes any number of {value}", name=socket.label, value=value)
    if socket.is_needed:
        return tr("{name}: takes {value}, needed", name=socket.label, value=value)
    return tr("{name}: takes {value}, optional", name=socket.label, value=value)


def _of_node(scene: CanvasScene, node_id: str) -> str:
    face, state = scene.face(node_id), scene.state(node_id)
    node = scene.level.graph.nodes[node_id]
    spec = scene.level.registry.find(node.type)
    lines = [
        face.title
        if face.title == face.kind
        else tr("{title} ({kind})", title=face.title, kind=face.kind)
    ]
    if node.type == REROUTE:
        lines = [tr("Dot"), tr("Hands on what it is given. It is no work: nothing runs here.")]
    elif face.is_unknown:
        lines.append(tr("This kind of node is not installed. The node is kept as it was saved."))
    elif spec is not None and spec.help:
        lines.append(said(spec.help).strip().partition("\n\n")[0].replace("\n", " "))
    if node.type not in DRAWN_ONLY:
        if node.bypassed:
            lines.append(tr("Bypassed: it hands on its first input as it is."))
        if face.shape.foot:
            lines.append(state.words if node.bypassed and not state.error else state.about)
    why = scene.why(node_id)
    if why:
        lines.append(tr("Why it ran:"))
        lines += [f"• {words}" for words in why[:MOST_REASONS]]
    return "\n".join(lines)
