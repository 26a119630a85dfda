"""A round palette under the pen: sizes, colours and tools within a stroke's reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from pipelines.painting.composite import RGB
from widgets.paper.brush_panel import PALETTE
from widgets.paper.hand import Hand, ToolKind
from widgets.theme import Theme, mixed, theme_of
from widgets.words import tr

_SIZES = (1.0, 3.0, 6.0, 12.0, 24.0, 48.0, 96.0, 192.0)
_COLOURS = 12
_HUB = 1.5
_RINGS = ((1.7, 3.3), (3.4, 4.9), (5.0, 7.2))
"""Inner and outer radius of sizes, colours and tools, in heights of a letter."""
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}
_PICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STROKE = 6.0
"""Pixels. A shorter one between press and release is a click: the palette stays open."""

Choice = float | RGB | ToolKind


@dataclass(frozen=True, slots=True)
class Sector:
    """One choice and its place: radii in pixels, angles in radians clockwise from the top."""

    choice: Choice
    inner: float
    outer: float
    start: float
    span: float

    @property
    def middle(self) -> QPointF:
        """From the palette's middle."""
        radius, turn = (self.inner + self.outer) / 2, self.start + self.span / 2
        return QPointF(radius * sin(turn), -radius * cos(turn))

    def holds(self, place: QPointF) -> bool:
        """Whether a place, from the palette's middle, lies within."""
        turn = atan2(place.x(), -place.y()) % (2 * pi)
        radius = hypot(place.x(), place.y())
        return self.inner <= radius < self.outer and (turn - self.start) % (2 * pi) < self.span


class PenPalette(QWidget):
    """Lies over the paper while it is open. Press, pull to a choice and let go; or click twice.

    With the keyboard: arrows go along and between the rings, Return picks, Escape closes.
    """

    def __init__(self, hand: Hand, tools: Mapping[ToolKind, QAction], view: QWidget) -> None:
        super().__init__(view)
        self._hand = hand
        self._tools = tools
        self._view = view
        self._sectors: tuple[tuple[Sector, ...], ...] = ()
        self._near: Sector | None = None
        self._pressed_at: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Palette at the pen"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        hand.changed.connect(self.update)
        self.hide()

    @property
    def sectors(self) -> tuple[Sector, ...]:
        """All that can be picked."""
        return tuple(sector for ring in self._sectors for sector in ring)

    @property
    def is_pulled(self) -> bool:
        """Whether the button that opened it is still down."""
        return self._pressed_at is not None

    @property
    def middle(self) -> QPointF:
        """Within the palette."""
        return QPointF(self.width() / 2, self.width() / 2)

    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().height()
        side = round(2 * _RINGS[-1][1] * letter) + 4
        return QSize(side, side + 2 * letter)

    def open_at(self, place: QPointF, *, pulled: bool = False) -> None:
        """Show it around a place of the view; `pulled` while a button is down there."""
        self._sectors = self._laid_out()
        self._near = None
        self._pressed_at = QPointF(place) if pulled else None
        self.resize(self.sizeHint())
        corner = (place - self.middle).toPoint()
        room = self._view.size() - self.size()
        self.move(
            min(max(corner.x(), 0), max(room.width(), 0)),
            min(max(corner.y(), 0), max(room.height(), 0)),
        )
        self.show()
        self.raise_()
        self.setFocus()

    def follow(self, place: QPointF) -> None:
        """The pen is at that place of the view."""
        self._go_near(self._sector_at(place - QPointF(self.pos())))

    def let_go(self, place: QPointF) -> None:
        """The button that opened it is up again."""
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or (place - pressed).manhattanLength() < _STROKE:
            return
        self.follow(place)
        self._pick()

    def close_palette(self) -> None:
        """Put it away."""
        self._pressed_at = None
        if self.isVisible():
            self.hide()
            self._view.setFocus()

    # Events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS or key in _PICKS or key == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in _PICKS:
            self._pick()
        elif key in _STEPS:
            self._step(*_STEPS[key])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_near(self._sector_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_near(self._sector_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._go_near(self._sector_at(event.position()))
        self._pick()

    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()
        self._go_near(self._sector_at(event.position()))
        if event.type() == QEvent.Type.TabletRelease:
            self._pick()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.is_pulled:
            self._go_near(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pressed_at = None
        self.hide()

    # Choosing

    def _pick(self) -> None:
        """Take what the pen is near, and close."""
        sector = self._near
        self.close_palette()
        if sector is None:
            return
        match sector.choice:
            case ToolKind() as tool:
                self._tools[tool].trigger()
            case (_, _, _) as colour:
                self._hand.set_colour(colour)
            case size:
                self._hand.set_brush(replace(self._hand.brush, size=size))

    def _go_near(self, sector: Sector | None) -> None:
        if sector != self._near:
            self._near = sector
            self.setAccessibleDescription(self._name(sector) if sector is not None else "")
            self.update()

    def _sector_at(self, place: QPointF) -> Sector | None:
        place = place - self.middle
        return next((sector for sector in self.sectors if sector.holds(place)), None)

    def _step(self, outwards: int, along: int) -> None:
        ring = next((at for at, one in enumerate(self._sectors) if self._near in one), 0)
        if self._near is None:
            self._go_near(self._sectors[0][0])
            return
        place = self._sectors[ring].index(self._near)
        if along:
            sectors = self._sectors[ring]
            self._go_near(sectors[(place + along) % len(sectors)])
            return
        others = self._sectors[min(max(ring + outwards, 0), len(self._sectors) - 1)]
        turn = self._near.start + self._near.span / 2
        self._go_near(next(one for one in others if (turn - one.start) % (2 * pi) < one.span))

    def _laid_out(self) -> tuple[tuple[Sector, ...], ...]:
        colours = tuple(dict.fromkeys((*self._hand.recent, *PALETTE)))[:_COLOURS]
        letter = self.fontMetrics().height()
        rings: list[tuple[Sector, ...]] = []
        groups: tuple[tuple[Choice, ...], ...] = (_SIZES, colours, tuple(self._tools))
        for choices, (inner, outer) in zip(groups, _RINGS, strict=True):
            span = 2 * pi / len(choices)
            rings.append(
                tuple(
                    Sector(one, inner * letter, outer * letter, at * span, span)
                    for at, one in enumerate(choices)
                )
            )
        return tuple(rings)

    def _name(self, sector: Sector) -> str:
        match sector.choice:
            case ToolKind() as tool:
                return self._tools[tool].text()
            case (red, green, blue):
                return QColor(red, green, blue).name()
            case size:
                return tr("{size} px", size=f"{size:g}")

    def _is_in_hand(self, choice: Choice) -> bool:
        hand = self._hand
        return choice in (hand.tool, hand.colour, hand.brush.size)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.middle)
        letter = self.fontMetrics().height()
        reach = _RINGS[-1][1] * letter
        painter.setPen(QPen(theme.border, 1))
        painter.setBrush(theme.surface)
        painter.drawEllipse(QPointF(), reach, reach)
        for sector in self.sectors:
            self._paint_sector(painter, sector, theme)
        painter.setPen(QPen(theme.border, 1))
        painter.setBrush(QColor(*self._hand.colour))
        painter.drawEllipse(QPointF(), _HUB * letter, _HUB * letter)
        if self._near is not None:
            self._paint_name(painter, self._name(self._near), reach, theme)

    def _paint_sector(self, painter: QPainter, sector: Sector, theme: Theme) -> None:
        shape = _shape(sector)
        is_near, is_in_hand = sector == self._near, self._is_in_hand(sector.choice)
        if isinstance(sector.choice, tuple):
            painter.fillPath(shape, QColor(*sector.choice))
        elif is_near or is_in_hand:
            painter.fillPath(shape, mixed(theme.surface, theme.selection, 0.35 if is_near else 0.2))
        line = theme.text if is_near else theme.selection if is_in_hand else theme.border
        painter.setPen(QPen(line, 2.5 if is_near else 2 if is_in_hand else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        at = sector.middle
        if isinstance(sector.choice, ToolKind):
            side = self.fontMetrics().height() * 1.4
            area = QRectF(at.x() - side / 2, at.y() - side / 2, side, side).toRect()
            self._tools[sector.choice].icon().paint(painter, area)
        elif isinstance(sector.choice, float):
            most = (sector.outer - sector.inner) * 0.36
            radius = max(most * (sector.choice / _SIZES[-1]) ** 0.5, 0.8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.text)
            painter.drawEllipse(at, radius, radius)

    def _paint_name(self, painter: QPainter, name: str, reach: float, theme: Theme) -> None:
        metrics = self.fontMetrics()
        letter = metrics.height()
        box = QRectF(0, 0, metrics.horizontalAdvance(name) + letter, 1.5 * letter)
        box.moveCenter(QPointF(0, reach + letter))
        painter.setPen(QPen(theme.border, 1))
        painter.setBrush(theme.surface)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(theme.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def _shape(sector: Sector) -> QPainterPath:
    """With a small gap all around."""
    inner, outer = sector.inner + 1, sector.outer - 1
    gap = 1.5 / inner if inner else 0.0
    start = 90 - (sector.start + gap) * 180 / pi
    span = -(sector.span - 2 * gap) * 180 / pi
    path = QPainterPath()
    path.arcMoveTo(QRectF(-outer, -outer, 2 * outer, 2 * outer), start)
    path.arcTo(QRectF(-outer, -outer, 2 * outer, 2 * outer), start, span)
    path.arcTo(QRectF(-inner, -inner, 2 * inner, 2 * inner), start + span, -span)
    path.closeSubpath()
    return path
