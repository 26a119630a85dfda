"""How a row of the layers is painted and touched: eye, picture, name, and signs at the right."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pipelines.panels import LayerRole
from widgets.icons import icon
from widgets.paper.board import Board
from widgets.paper.layer_rows import ROW, LayerRow
from widgets.paper.layer_thumbnails import LayerThumbnails
from widgets.paper.layer_words import ROLE_GLYPHS
from widgets.theme import theme_of

_Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole
_MOST_DEPTH = 6


class LayerLine(QStyledItemDelegate):
    """Paints rows of LayerRows."""

    def __init__(self, board: Board, thumbnails: LayerThumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = board
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(8 * _unit(option), round(2.1 * _unit(option)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: LayerRow = index.data(ROW)
        palette, rect = _palette(option), _rect(option)
        theme, unit = theme_of(palette), _unit(option)
        is_chosen = bool(_state(option) & QStyle.StateFlag.State_Selected)
        if is_chosen:
            group = _group(option)
            painter.fillRect(rect, palette.color(group, QPalette.ColorRole.Highlight))
        text = palette.color(_group(option), QPalette.ColorRole.HighlightedText)
        ink = text if is_chosen else theme.text
        dim = text if is_chosen else theme.dim_text
        layer = row.layer
        eye = "mdi6.eye-outline" if layer.visible else "mdi6.eye-off-outline"
        self._glyph(painter, eye, ink if layer.visible else dim, _eye(rect, unit))
        self._picture(painter, row, self._picture_rect(rect, unit, row), palette)
        right = self._signs(painter, row, rect, unit, dim)
        left = self._picture_rect(rect, unit, row).right() + unit // 2
        room = QRect(left, rect.top(), max(right - left - unit // 4, 0), rect.height())
        painter.setPen(ink if layer.visible else dim)
        metrics = QFontMetrics(painter.font())
        words = str(index.data())
        painter.drawText(room, _LEFT, metrics.elidedText(words, _ELIDED, room.width()))
        taken = metrics.horizontalAdvance(words) + unit // 2
        if row.hangs_on and taken < room.width() - 2 * unit:
            painter.setPen(dim)
            rest = room.adjusted(taken, 0, 0, 0)
            on = metrics.elidedText(f"↳ {row.hangs_on}", _ELIDED, rest.width())
            painter.drawText(rest, _LEFT, on)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """A click on the eye and the space bar show and hide."""
        kinds = QEvent.Type
        is_press = event.type() in (kinds.MouseButtonPress, kinds.MouseButtonDblClick)
        if isinstance(event, QMouseEvent) and _eye(_rect(option), _unit(option)).contains(
            event.position().toPoint()
        ):
            if is_press and event.button() is Qt.MouseButton.LeftButton:
                _toggle(model, index)
            return True
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            if event.type() is kinds.KeyPress and not event.isAutoRepeat():
                _toggle(model, index)
            return True
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(200)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        rect, unit = _rect(option), _unit(option)
        left = self._picture_rect(rect, unit, index.data(ROW)).right() + unit // 4
        editor.setGeometry(left, rect.top() + 1, rect.right() - left, rect.height() - 2)

    # Parts

    def _picture_rect(self, rect: QRect, unit: int, row: LayerRow) -> QRect:
        width, height = self._board.size
        high = rect.height() - unit // 3
        wide = round(min(high * width / max(height, 1), 2.4 * high))
        left = _eye(rect, unit).right() + unit // 3 + min(row.depth, _MOST_DEPTH) * unit // 2
        return QRect(left, rect.top() + (rect.height() - high) // 2, wide, high)

    def _picture(self, painter: QPainter, row: LayerRow, place: QRect, palette: QPalette) -> None:
        is_mask = row.layer.role is LayerRole.MASK
        ground = QColor(0, 0, 0) if is_mask else QColor(*self._board.paper)
        painter.fillRect(place, ground)
        device = painter.device()
        high = round(place.height() * (device.devicePixelRatioF() if device else 1.0))
        picture = self._thumbnails.picture(row.layer, self._board.size, high)
        if picture is not None and not picture.isNull():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(row.layer.opacity if row.layer.visible else 0.35)
            painter.drawPixmap(QRectF(place), picture, QRectF(picture.rect()))
            painter.restore()
        painter.setPen(QPen(theme_of(palette).border, 1))
        painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
        if row.layer.colour:
            tag = QRect(place.left(), place.top(), max(place.height() // 7, 3), place.height())
            painter.fillRect(tag, QColor(row.layer.colour))

    def _signs(
        self, painter: QPainter, row: LayerRow, rect: QRect, unit: int, colour: QColor
    ) -> int:
        """Paint the signs from the right; where they begin."""
        layer = row.layer
        names = [
            "mdi6.lock-outline" if layer.locked else "",
            "mdi6.checkerboard" if layer.alpha_locked else "",
            "mdi6.link-variant" if row.is_shared else "",
            ROLE_GLYPHS.get(layer.role, ""),
        ]
        right = rect.right() - unit // 3
        for name in filter(None, names):
            place = QRect(QPoint(right - unit, rect.center().y() - unit // 2), QSize(unit, unit))
            self._glyph(painter, name, colour, place)
            right -= unit + unit // 4
        return right

    def _glyph(self, painter: QPainter, name: str, colour: QColor, place: QRect) -> None:
        side = min(place.width(), place.height())
        square = QRect(0, 0, side, side)
        square.moveCenter(place.center())
        _icon(name, colour.name()).paint(painter, square)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDED = Qt.TextElideMode.ElideRight


@lru_cache(64)
def _icon(name: str, colour: str) -> QIcon:
    return icon(name, QColor(colour))


def _toggle(model: QAbstractItemModel, index: _Index) -> None:
    is_shown = index.data(_CHECK) is Qt.CheckState.Checked
    state = Qt.CheckState.Unchecked if is_shown else Qt.CheckState.Checked
    model.setData(index, state, _CHECK)


def _eye(rect: QRect, unit: int) -> QRect:
    return QRect(rect.left() + unit // 3, rect.top(), round(1.2 * unit), rect.height())


def _unit(option: QStyleOptionViewItem) -> int:
    """The height of a letter: everything in a row goes by it."""
    return option.fontMetrics.height()  # type: ignore[attr-defined] - missing in the stubs


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect  # type: ignore[attr-defined] - missing in the stubs


def _palette(option: QStyleOptionViewItem) -> QPalette:
    return option.palette  # type: ignore[attr-defined] - missing in the stubs


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state  # type: ignore[attr-defined] - missing in the stubs


def _group(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    active = bool(_state(option) & QStyle.StateFlag.State_Active)
    return QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
