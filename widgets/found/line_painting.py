"""How a found thing is painted as a line of a list: its box to tick, its picture, two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.theme import Theme, theme_of

FACTS = Qt.ItemDataRole.UserRole + 1
PICTURE = Qt.ItemDataRole.UserRole + 2
_GAP = 8
_WIDE = 1.5
"""Of the height of a picture."""


class LinePainter(QStyledItemDelegate):
    """The style paints ground and tick, so that both look and are hit as everywhere."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, option.fontMetrics.height() * 2 + _GAP * 3 // 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""  # type: ignore[attr-defined] - Qt's own field, which the stubs lack
        view = whole.widget  # type: ignore[attr-defined] - as above
        style = view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, view)
        tick = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, whole, view)
        area: QRect = option.rect  # type: ignore[attr-defined] - as above
        high = area.height() - _GAP
        frame = QRect(tick.right() + _GAP, area.top() + _GAP // 2, round(high * _WIDE), high)
        theme = theme_of(option.palette)  # type: ignore[attr-defined] - as above
        painter.save()
        _paint_edge(painter, tick, theme)
        _paint_picture(painter, frame, index.data(PICTURE), theme)
        words = QRect(area)
        words.setLeft(frame.right() + _GAP)
        words.setRight(area.right() - _GAP // 2)
        _paint_words(painter, words, whole, index)
        painter.restore()


def _paint_edge(painter: QPainter, tick: QRect, theme: Theme) -> None:
    """Styles draw a box to tick so dark on a dark ground that nobody finds it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.dim_text, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(tick).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


def _paint_picture(painter: QPainter, frame: QRect, picture: object, theme: Theme) -> None:
    """The thing as large as it fits, on a ground of its own while it has not come."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(frame), 3, 3)
    painter.fillPath(shape, theme.grid)
    if isinstance(picture, QPixmap) and not picture.isNull():
        size = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(frame.topLeft(), size)
        place.moveCenter(frame.center())
        painter.setClipPath(shape)
        painter.drawPixmap(place, picture)
        painter.setClipping(False)
    painter.setPen(QPen(theme.border, 1))
    painter.drawPath(shape)


def _paint_words(
    painter: QPainter,
    area: QRect,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    palette: QPalette = option.palette  # type: ignore[attr-defined] - Qt's own field
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] - as above
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    is_active = bool(state & QStyle.StateFlag.State_Active)
    group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
    role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
    upper, lower = QRect(area), QRect(area)
    upper.setBottom(area.center().y())
    lower.setTop(area.center().y() + 1)
    name, facts = str(index.data(Qt.ItemDataRole.DisplayRole)), str(index.data(FACTS))
    font = QFont(painter.font())
    painter.setPen(palette.color(group, role))
    _line(painter, upper, name, Qt.AlignmentFlag.AlignBottom)
    font.setPointSizeF(font.pointSizeF() * 0.9)
    painter.setFont(font)
    if not is_chosen:
        painter.setPen(theme_of(palette).dim_text)
    _line(painter, lower, facts, Qt.AlignmentFlag.AlignTop)


def _line(painter: QPainter, area: QRect, words: str, where: Qt.AlignmentFlag) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    flags = where | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    painter.drawText(area, flags, cut)
