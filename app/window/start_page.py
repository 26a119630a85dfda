"""What a window shows before a project is open: starters, recent projects, a way to begin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QIcon, QPainter, QPainterPath, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QCommandLinkButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.window.project_in_hand import spoken_name
from nodes.loom import LoomReader
from nodes.working_store import Session
from pipelines.errors import ProjectError
from widgets.theme import theme_of

_MOST_SESSIONS = 4
_CARD = QSize(236, 176)
_PICTURE = QSize(236, 132)


class StarterCard(QAbstractButton):
    """A starter project: its picture and its name."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self._picture = QPixmap()
        self._picture.loadFromData(_preview(path))
        self.setText(spoken_name(path))
        self.setAccessibleName(f"Starter project: {self.text()}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return _CARD

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        is_near = self.underMouse() or self.hasFocus()
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.fillPath(outline, theme.surface)
        painter.save()
        painter.setClipPath(outline)
        self._paint_picture(painter)
        painter.restore()
        painter.setPen(QPen(theme.selection if is_near else theme.border, 2 if is_near else 1))
        painter.drawPath(outline)
        painter.setPen(theme.text)
        place = self.rect().adjusted(12, _PICTURE.height(), -12, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_picture(self, painter: QPainter) -> None:
        """The picture fills its part of the card; what stands over is cut."""
        if self._picture.isNull():
            return
        target = QRectF(0, 0, self.width(), _PICTURE.height())
        size = self._picture.size().scaled(
            target.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        filled = QRectF(0, 0, size.width(), size.height())
        filled.moveCenter(target.center())
        painter.setClipRect(target, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(filled, self._picture, QRectF(self._picture.rect()))


class StartPage(QWidget):
    """Tells what the person wants to begin with."""

    starter_chosen = Signal(object)
    recent_chosen = Signal(object)
    session_chosen = Signal(object)
    """A Session is to be brought back."""
    session_discarded = Signal(object)
    empty_asked = Signal()
    open_asked = Signal()

    def __init__(self, starters: Sequence[Path]) -> None:
        super().__init__()
        self.cards = [StarterCard(path) for path in starters]
        self._recent = QVBoxLayout()
        self._unsaved = QVBoxLayout()
        self.unsaved_title = _heading("Unsaved work was found", 1.0)
        self.unsaved_title.hide()
        self._sessions: dict[QObject, Session] = {}
        self._recent_title = _heading("Recent projects", 1.0)
        self._paths: dict[QAbstractButton, Path] = {}
        self._lay_out()
        for card in self.cards:
            card.clicked.connect(self._on_card_clicked)

    def show_unsaved(self, sessions: Sequence[Session]) -> None:
        """Offer the work of sessions that did not close, and tell of what cannot be recovered."""
        _clear(self._unsaved)
        self._sessions = {}
        for session in sessions[:_MOST_SESSIONS]:
            self._unsaved.addWidget(self._session_row(session))
        self.unsaved_title.setVisible(bool(sessions))

    def _session_row(self, session: Session) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QLabel(_told(session))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        row.addWidget(words, 1)
        if not session.problem:
            bring, drop = QPushButton("Bring Back"), QPushButton("Discard")
            bring.clicked.connect(self._on_session_chosen)
            drop.clicked.connect(self._on_session_discarded)
            for button in (bring, drop):
                self._sessions[button] = session
                row.addWidget(button)
        return line

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Show the projects that were opened last."""
        _clear(self._recent)
        self._paths = {}
        for path in paths[:4]:
            button = QCommandLinkButton(path.stem.replace("&", "&&"), str(path.parent))
            button.setIcon(QIcon())
            button.clicked.connect(self._on_recent_clicked)
            self._paths[button] = path
            self._recent.addWidget(button)
        self._recent_title.setVisible(bool(paths))

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(16)
        inner.addWidget(_heading("Storyloom", 2.0))
        about = QLabel("Turn hand-drawn storyboards into video.")
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        inner.addWidget(about)
        inner.addWidget(self.unsaved_title)
        inner.addLayout(self._unsaved)
        inner.addSpacing(8)
        inner.addWidget(_heading("Begin with a drawing", 1.0))
        row = QHBoxLayout()
        row.setSpacing(16)
        for card in self.cards:
            row.addWidget(card)
        row.addStretch(1)
        inner.addLayout(row)
        inner.addLayout(self._buttons())
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        outer = QHBoxLayout()
        outer.addStretch(1)
        outer.addLayout(inner)
        outer.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.addStretch(1)
        column.addLayout(outer)
        column.addStretch(2)

    def _buttons(self) -> QHBoxLayout:
        empty, opened = QPushButton("Empty project"), QPushButton("Open …")
        empty.clicked.connect(self.empty_asked)
        opened.clicked.connect(self.open_asked)
        row = QHBoxLayout()
        row.addWidget(empty)
        row.addWidget(opened)
        row.addStretch(1)
        return row

    @Slot()
    def _on_card_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, StarterCard):
            self.starter_chosen.emit(card.path)

    @Slot()
    def _on_session_chosen(self) -> None:
        session = self._sessions.get(self.sender())
        if session is not None:
            self.session_chosen.emit(session)

    @Slot()
    def _on_session_discarded(self) -> None:
        session = self._sessions.get(self.sender())
        if session is not None:
            self.session_discarded.emit(session)

    @Slot()
    def _on_recent_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QAbstractButton) and button in self._paths:
            self.recent_chosen.emit(self._paths[button])


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _told(session: Session) -> str:
    name = session.project.stem if session.project is not None else "An untitled project"
    if session.problem:
        return f"{name}: {session.problem} It is kept in {session.folder}."
    when = datetime.fromtimestamp(session.at).strftime("%d %B, %H:%M")
    steps = "one unsaved step" if session.steps == 1 else f"{session.steps} unsaved steps"
    return f"{name}: {steps}, the last on {when}."


def _heading(text: str, size: float) -> QLabel:
    label = QLabel(text)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * size)
    font.setBold(True)
    label.setFont(font)
    return label


def _preview(path: Path) -> bytes:
    try:
        with LoomReader(path) as reader:
            return reader.preview or b""
    except ProjectError:
        return b""
