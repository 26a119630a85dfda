"""How a layer comes to lie on its next key, set by hand: its ghost is moved, turned and scaled.

Which of the two ways at a panel it is, the next's or the one from before, stands in motion_ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import degrees

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPolygonF, QTransform

from pipelines.layer_motions import about, matrix_of, read_off, with_motion
from pipelines.painting.composite import RGB
from pipelines.painting.lifted import Matrix
from pipelines.painting.limbs import motion as moved_by_hand
from pipelines.painting.tiles import painted_area
from pipelines.panels import Layer, LayerMotion, Tile
from widgets.paper.desk import PaperDesk
from widgets.paper.motion_ways import MotionWay, way_in_hand, way_of
from widgets.paper.onion import Ghost
from widgets.paper.tools.handles import (
    angle_about,
    draw_frame,
    draw_outline,
    draw_pivot,
    matrix_to_qt,
)
from widgets.paper.tools.tool import PenPoint, Tool
from widgets.theme import theme_of
from widgets.words import tr

_REACH, _PIVOT_REACH = 14.0, 7.0
"""View units within which a handle, and the pivot, is taken: a drag of the middle moves."""
_MOST_BOXES = 16
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_STRENGTH, _ASIDE = 0.6, 0.25
"""How strong the ghosts of the way in hand are, and the one of the other way."""


class MotionTool(Tool):
    """The layer in hand, as a ghost with handles, over its drawing in the next panel; and the
    ghost that comes from the panel before. A press on either takes its way in hand.

    Inside the frame a drag moves it, outside it turns it about its pivot, a corner scales it, and
    the pivot itself can be dragged.
    """

    def __init__(self, desk: PaperDesk) -> None:
        super().__init__(desk)
        self._draft: LayerMotion | None = None
        self._before: LayerMotion | None = None
        self._grip = ""
        self._start = QPointF()
        self._zoom = 1.0
        self._boxes: dict[tuple[Tile, ...], QRectF | None] = {}

    @property
    def cursor(self) -> QCursor:
        return QCursor(Qt.CursorShape.SizeAllCursor)

    @property
    def why_not(self) -> str:
        """Why there is no motion to set here, in words; empty where there is."""
        board = self.desk.board
        layer = board.layer
        if layer is None or self._area(layer) is None:
            return tr("Nothing is drawn on this layer. Choose another to set its motion.")
        if self._way() is not None:
            return ""
        if board.place == len(board.panels) - 1:
            return tr("After the last panel nothing moves.")
        return tr(
            "This layer does not move to the next panel. Set the joint to in-between, and draw the "
            "layer there too."
        )

    @property
    def motion(self) -> LayerMotion | None:
        """The motion as it is now: being dragged, set by hand, or what it would begin with."""
        way = self._way()
        return self._draft if self._draft is not None or way is None else self._set(way)

    def press(self, point: PenPoint) -> None:
        motion = self.motion
        if motion is None:
            self.desk.board.refused.emit(self.why_not)
            return
        taken = self._takes_other_way(point.place)
        self._start, self._before = point.place, self.motion
        self._grip = "move" if taken else self._grip_at(point.place)

    def move(self, points: Sequence[PenPoint]) -> None:
        if self._grip and self._before is not None:
            self._draft = self._dragged(self._before, points[-1])
            self._redraw()

    def release(self) -> None:
        draft, self._draft, self._grip = self._draft, None, ""
        way = self._way()
        if draft is not None and way is not None and draft != self._before:
            name = tr("Set the motion of “{layer}”", layer=way.layer.name or way.layer.id)
            self.desk.board.put(with_motion(way.panel, draft), name)
        self._redraw()

    def cancel(self) -> None:
        self._draft, self._grip = None, ""
        self._redraw()

    def put_down(self) -> None:
        self.cancel()

    def paint(self, painter: QPainter, to_view: QTransform) -> None:
        self._zoom = abs(to_view.determinant()) ** 0.5
        way, motion = self._way(), self.motion
        if way is None or motion is None:
            return
        theme, skin = theme_of(self.desk.palette), self.desk.skin
        aside = way_of(self.desk.board, comes=not way.comes)
        moved = self._set(aside) if aside is not None else None
        if aside is not None and moved is not None:
            self._paint_ghost(painter, aside.layer, skin.before_tint, to_view, moved, _ASIDE)
            outline = [to_view.map(corner) for corner in self._corners(aside, moved)]
            draw_outline(painter, theme, outline)
        if not way.comes:  # otherwise its key is what is drawn on the paper
            self._paint_ghost(painter, way.key, skin.after_tint, to_view)
        self._paint_ghost(painter, way.layer, skin.before_tint, to_view, motion)
        self._paint_path(painter, to_view, motion, way.panel.move)
        draw_frame(painter, theme, [to_view.map(corner) for corner in self._corners(way, motion)])
        draw_pivot(painter, theme, to_view.map(_point_at(motion, motion.pivot)))

    # Inside

    def _way(self) -> MotionWay | None:
        """The way in hand, where something is drawn at its beginning."""
        found = way_in_hand(self.desk.board, self.desk.hand)
        return found if found is not None and self._area(found.layer) is not None else None

    def _takes_other_way(self, at: QPointF) -> bool:
        """Take the other way in hand, where its ghost lies there and that in hand does not."""
        way, motion = self._way(), self.motion
        if way is None or motion is None or self._grip_at(at) != "turn":
            return False
        aside = way_of(self.desk.board, comes=not way.comes)
        moved = self._set(aside) if aside is not None else None
        if aside is None or moved is None:
            return False
        corners = QPolygonF(self._corners(aside, moved))
        if corners.containsPoint(at, Qt.FillRule.OddEvenFill):
            self.desk.hand.set_coming(comes=aside.comes)
            return True
        return False

    def _set(self, way: MotionWay) -> LayerMotion | None:
        return way.motion or self._first(way)

    def _first(self, way: MotionWay) -> LayerMotion | None:
        """Before a hand sets anything: where the layer itself was moved to, or where it is."""
        area = self._area(way.layer)
        if area is None:
            return None
        middle = area.center()
        pivot = way.layer.pivot or (middle.x(), middle.y())
        return read_off(moved_by_hand(way.layer, way.key), way.layer.id, way.onto, pivot)

    def _area(self, layer: Layer) -> QRectF | None:
        """Where the layer is painted."""
        if layer.tiles not in self._boxes:
            found = painted_area(layer, self.desk.board.tiles)
            box = None
            if found is not None:
                box = QRectF(found[0], found[1], found[2] - found[0], found[3] - found[1])
            if len(self._boxes) >= _MOST_BOXES:
                self._boxes.clear()
            self._boxes[layer.tiles] = box
        return self._boxes[layer.tiles]

    def _corners(self, way: MotionWay, motion: LayerMotion) -> list[QPointF]:
        box = self._area(way.layer)
        if box is None:
            return []
        moved = matrix_to_qt(matrix_of(motion))
        corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
        return [moved.map(corner) for corner in corners]

    def _grip_at(self, at: QPointF) -> str:
        way, motion = self._way(), self.motion
        if way is None or motion is None:
            return ""
        unit = 1 / max(self._zoom, 0.01)
        near = _REACH * unit
        if QLineF(_point_at(motion, motion.pivot), at).length() <= _PIVOT_REACH * unit:
            return "pivot"
        corners = self._corners(way, motion)
        if any(QLineF(corner, at).length() <= near for corner in corners):
            return "scale"
        inside = QPolygonF(corners).containsPoint(at, Qt.FillRule.OddEvenFill)
        return "move" if inside else "turn"

    def _dragged(self, before: LayerMotion, point: PenPoint) -> LayerMotion:
        now, start = point.place, self._start
        middle = _point_at(before, before.pivot)
        match self._grip:
            case "move":
                by = now - start
                if point.modifiers & _SHIFT:
                    level = abs(by.x()) >= abs(by.y())
                    by = QPointF(by.x(), 0) if level else QPointF(0, by.y())
                return replace(before, move=(before.move[0] + by.x(), before.move[1] + by.y()))
            case "turn":
                turned = degrees(angle_about(middle, now) - angle_about(middle, start))
                turn = before.turn + (turned + 180) % 360 - 180
                turn = round(turn / 15) * 15 if point.modifiers & _SHIFT else turn
                return replace(before, turn=turn)
            case "scale":
                was, by = QLineF(middle, start).length(), QLineF(middle, now).length()
                return replace(before, scale=max(before.scale * by / max(was, 1.0), 0.02))
            case _:
                back, _ = matrix_to_qt(matrix_of(before)).inverted()
                pivot = back.map(now)
                return about(before, (pivot.x(), pivot.y()))

    def _paint_ghost(
        self,
        painter: QPainter,
        layer: Layer,
        tint: RGB,
        to_view: QTransform,
        moved: LayerMotion | None = None,
        strength: float = _STRENGTH,
    ) -> None:
        to_paper = matrix_to_qt(matrix_of(moved)) if moved is not None else QTransform()
        picture = self.desk.ghosts.picture(Ghost((layer,), tint, 1.0), self.desk.board.size)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(strength)
        painter.setTransform(to_paper * to_view, combine=True)
        painter.drawImage(0, 0, picture)
        painter.restore()

    def _paint_path(
        self, painter: QPainter, to_view: QTransform, motion: LayerMotion, move: int
    ) -> None:
        """The way of the pivot, with a dot for each frame of the move."""
        stops = [
            to_view.map(_point_at(motion, motion.pivot, step / (move + 1)))
            for step in range(move + 2)
        ]
        colour = theme_of(self.desk.palette).selection
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((QColor(255, 255, 255, 190), 4.0), (colour, 1.5)):
            painter.setPen(QPen(ink, width))
            painter.drawPolyline(QPolygonF(stops))
        painter.setBrush(colour)
        painter.setPen(QPen(QColor(255, 255, 255, 190), 1))
        for stop in stops[1:-1]:
            painter.drawEllipse(stop, 3.0, 3.0)

    def _redraw(self) -> None:
        self.desk.redrawn.emit(self.desk.sheet.flat.rect())


def _point_at(motion: LayerMotion, point: tuple[float, float], t: float = 1.0) -> QPointF:
    matrix: Matrix = matrix_of(motion, t)
    x, y = (matrix[:, :2] @ np.array(point) + matrix[:, 2]).tolist()
    return QPointF(x, y)
