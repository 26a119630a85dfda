"""What on a node a click is about: a value that stands on it, or the button at its foot."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF

from widgets.canvas.footers import offer_rect
from widgets.canvas.scene import CanvasScene
from widgets.canvas.value_rows import value_at


class Clicked(NamedTuple):
    """A node, and the parameter whose value it is; empty for the button that fetches its model."""

    node: str
    parameter: str


def clicked_at(scene: CanvasScene, point: QPointF) -> Clicked | None:
    """What is at a point of the scene; None where that is nothing of the kind."""
    node = scene.node_at(point)
    if node is None:
        return None
    face, state = scene.face(node), scene.state(node)
    at, metrics = point - scene.node_rect(node).topLeft(), scene.look.metrics
    lack = state.lack if not face.is_bypassed and not face.is_unknown else None
    if lack is not None and lack.is_offer and offer_rect(face, metrics).contains(at):
        return Clicked(node, "")
    value = value_at(face.shape, at, metrics)
    return Clicked(node, value.name) if value is not None else None
