"""What stands for one node in the scene."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from widgets.canvas.faces import Form, NodeFace
from widgets.canvas.node_states import NodeState
from widgets.canvas.painting import PLAIN, SHADOW, Look, Mark, paint_node
from widgets.canvas.thumbnails import Thumbnail


class NodeItem(QGraphicsItem):
    """Shows one node."""

    def __init__(self, look: Look, face: NodeFace) -> None:
        super().__init__()
        self.look = look
        self.face = face
        self.state = NodeState()
        self.mark = PLAIN
        self.thumbnail: Thumbnail | None = None
        self.depth = 0
        """How many backdrops a backdrop lies on."""
        self._bounds = QRectF()
        self.show_face(face)
        if face.shape.form is Form.BACKDROP:
            self.lift(is_raised=False)

    def show_face(self, face: NodeFace) -> None:
        shape = face.shape
        edge = SHADOW
        bounds = QRectF(0, 0, shape.width, shape.height).adjusted(-edge, -edge, edge + 1, edge + 1)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        self.face = face
        self.update()

    def lift(self, *, is_raised: bool) -> None:
        """Stand over the others, or where it belongs: backdrops below wires and nodes."""
        if self.face.shape.form is Form.BACKDROP:
            self.setZValue(self.depth - 1000)
        else:
            self.setZValue(1 if is_raised else 0)

    def show_mark(self, mark: Mark) -> None:
        if mark != self.mark:
            self.mark = mark
            self.update()

    def show_thumbnail(self, thumbnail: Thumbnail | None) -> None:
        if thumbnail is not self.thumbnail:
            self.thumbnail = thumbnail
            self.update()

    def show_state(self, state: NodeState) -> None:
        if state != self.state:
            self.state = state
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        self.paint_by(painter)

    def paint_by(self, painter: QPainter) -> None:
        """Paint the node with its corner at the painter's origin."""
        scale = painter.worldTransform().m11()
        paint_node(painter, self.look, self.face, self.state, self.mark, scale, self.thumbnail)
