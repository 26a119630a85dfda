"""The canvases that are measured: ours, and NodeGraphQt 0.6.44, with the same graph."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractScrollArea

from nodes.document import Document
from nodes.graph import Graph, Link, Node
from nodes.node import node
from nodes.registry import Registry
from pipelines.values import Image, Mask

SIZE = (1920, 1080)
APART = (260, 180)


@node("bench.mix", icon="mdi6.layers", title="Mix")
def mix(a: Image, b: Image, mask: Mask | None = None) -> Image:
    """Two pictures through a mask."""
    return a


class Rival(ABC):
    """A canvas that is measured. `view` is on the screen when it has been built."""

    view: QAbstractScrollArea

    @abstractmethod
    def build(self, count: int) -> None:
        """Make the graph and show it."""

    @abstractmethod
    def look(self, scale: float) -> None:
        """Show at a scale; 0 shows everything."""

    @abstractmethod
    def pan(self, dx: int, dy: int) -> None: ...

    @abstractmethod
    def zoom(self, factor: float) -> None: ...

    @abstractmethod
    def select(self, *, everything: bool) -> None: ...

    def loop_check(self) -> Callable[[], object] | None:
        """A look whether a wire from the last node to the first would close a loop."""
        return None

    @abstractmethod
    def grip(self) -> QPoint:
        """Where a node can be taken, on the viewport."""


class Ours(Rival):
    """widgets.canvas."""

    def build(self, count: int) -> None:
        from widgets.canvas import NodeCanvas
        from widgets.document_model import DocumentModel

        registry = Registry([mix.spec])  # type: ignore[attr-defined] - set by @node
        graph = Graph({one.id: one for one in (grid_node(i, count) for i in range(count))})
        self.model = DocumentModel(Document(registry, graph))
        self.canvas = NodeCanvas(self.model)
        self.view = self.canvas.view
        self.canvas.resize(*SIZE)
        self.canvas.show()

    def look(self, scale: float) -> None:
        self.canvas.fit()
        if scale:
            self.canvas.view.set_scale(scale)

    def pan(self, dx: int, dy: int) -> None:
        self.canvas.view.pan(dx, dy)

    def zoom(self, factor: float) -> None:
        self.canvas.view.zoom_on(factor)

    def select(self, *, everything: bool) -> None:
        if everything:
            self.canvas.select_all()
        else:
            self.canvas.select([])

    def loop_check(self) -> Callable[[], object]:
        graph = self.model.graph
        ids = list(graph.nodes)

        def check() -> bool:
            return graph.depends_on(ids[-1], "nobody")

        return check

    def grip(self) -> QPoint:
        scene = self.canvas.scene
        middle = self.canvas.view.to_scene(self.view.viewport().rect().center())
        near = min(scene.ids, key=lambda one: far(scene.node_rect(one).center(), middle))
        rect = scene.node_rect(near)
        return self.canvas.view.from_scene(QPointF(rect.center().x(), rect.top() + 12))


class NodeGraphQt(Rival):
    """NodeGraphQt 0.6.44."""

    def build(self, count: int) -> None:
        from NodeGraphQt import BaseNode, NodeGraph  # type: ignore[import-untyped] - only here

        class Mix(BaseNode):  # pyright: ignore[reportUntypedBaseClass] - only where it is installed
            __identifier__ = "bench"
            NODE_NAME = "Mix"

            def __init__(self) -> None:
                super().__init__()
                for name in ("a", "b", "mask"):
                    self.add_input(name)
                self.add_output("out")

        self.graph: Any = NodeGraph()
        self.graph.register_node(Mix)
        self.graph.set_acyclic(False)
        made: list[Any] = []
        for i in range(count):
            one = grid_node(i, count)
            found = self.graph.create_node(
                "bench.Mix", pos=[one.x, one.y], push_undo=False, selected=False
            )
            made.append(found)
            for socket, link in one.links():
                source = made[int(link.node[1:])]
                found.inputs()[socket].connect_to(source.outputs()["out"], push_undo=False)
        self.viewer: Any = self.graph.viewer()
        self.view = self.viewer
        self.graph.widget.resize(*SIZE)
        self.graph.widget.show()
        self.nodes = made

    def look(self, scale: float) -> None:
        viewer = self.viewer
        viewer.fitInView(viewer.scene().itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
        viewer._scene_range = viewer.sceneRect()
        if scale:
            self.graph.reset_zoom()
            viewer.center_selection([self.nodes[len(self.nodes) // 2].view])

    def pan(self, dx: int, dy: int) -> None:
        self.viewer._set_viewer_pan(-dx, -dy)

    def zoom(self, factor: float) -> None:
        viewer = self.viewer
        viewer.scale(factor, factor, viewer.viewport().rect().center())

    def select(self, *, everything: bool) -> None:
        if everything:
            self.graph.select_all()
        else:
            self.graph.clear_selection()

    def grip(self) -> QPoint:
        middle = self.viewer.mapToScene(self.view.viewport().rect().center())
        near = min(self.nodes, key=lambda one: far(one.view.scenePos(), middle))
        rect = near.view.sceneBoundingRect()
        return self.viewer.mapFromScene(QPointF(rect.center().x(), rect.top() + 8))


def far(one: QPointF, other: QPointF) -> float:
    """How far two points are apart."""
    return math.hypot(one.x() - other.x(), one.y() - other.y())


def grid_node(place: int, count: int) -> Node:
    """A node of a square is fed by its left neighbour, every second one also from above."""
    columns = max(1, round(math.sqrt(count)))
    inputs: dict[str, tuple[Link, ...]] = {}
    if place % columns:
        inputs["a"] = (Link("l1", f"n{place - 1}"),)
    if place > columns and place % 2 == 0:
        inputs["b"] = (Link("l1", f"n{place - columns - 1}"),)
    x, y = place % columns * APART[0], place // columns * APART[1]
    return Node(id=f"n{place}", type="bench.mix", x=float(x), y=float(y), inputs=inputs)
