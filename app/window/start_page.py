"""What a window shows before a project is open: starters, recent projects, a way to begin."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QCommandLinkButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.window.recent_files import why_missing
from app.window.starter_card import StarterCard, StarterRow
from widgets.words import tr

if TYPE_CHECKING:
    from app.window.projects import Projects
    from nodes.working_store import Session

_MOST_SESSIONS = 4
_MOST_RECENT = 5


class StartPage(QScrollArea):
    """Tells what the person wants to begin with."""

    asked = Signal()
    """Something is about to be chosen: who does it must be there."""
    starter_chosen = Signal(object)
    recent_chosen = Signal(object)
    recent_forgotten = Signal(object)
    """A Path is to be taken off the list."""
    session_chosen = Signal(object)
    """A Session is to be brought back."""
    session_discarded = Signal(object)
    empty_asked = Signal()
    removal_asked = Signal()
    """A thing is to be taken out of a film."""
    replacement_asked = Signal()
    """A thing is to be replaced in a film."""
    open_asked = Signal()
    models_asked = Signal()

    def __init__(self, starters: Sequence[Path]) -> None:
        super().__init__()
        self.cards = [StarterCard(path, _about().get(path.stem, "")) for path in starters]
        self.row = StarterRow(self.cards)
        self._recent = QVBoxLayout()
        self._unsaved = QVBoxLayout()
        self.unsaved_title = _heading(tr("Unsaved work was found"), 1.0)
        self.unsaved_title.hide()
        self._sessions: dict[QObject, Session] = {}
        self._recent_title = _heading(tr("Recent projects"), 1.0)
        self._paths: dict[QAbstractButton, Path] = {}
        self._lay_out()
        for card in self.cards:
            card.clicked.connect(self._on_card_clicked)

    def ask_of(self, projects: Projects) -> None:
        """What is chosen here is done there."""
        self.starter_chosen.connect(projects.open_file)
        self.recent_chosen.connect(projects.open_file)
        self.recent_forgotten.connect(projects.forget_recent)
        self.session_chosen.connect(projects.recover)
        self.session_discarded.connect(projects.discard)
        self.empty_asked.connect(projects.begin_empty)
        self.open_asked.connect(projects.ask_open)
        self.removal_asked.connect(projects.ask_removal)
        self.replacement_asked.connect(projects.ask_replacement)

    @Slot(object)
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
            bring, drop = QPushButton(tr("Bring Back")), QPushButton(tr("Discard"))
            bring.clicked.connect(self._on_session_chosen)
            drop.clicked.connect(self._on_session_discarded)
            for button in (bring, drop):
                self._sessions[button] = session
                row.addWidget(button)
        return line

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Show the projects that were opened last; those that are gone with the reason."""
        _clear(self._recent)
        self._paths = {}
        for path in paths[:_MOST_RECENT]:
            self._recent.addWidget(self._recent_row(path))
        self._recent_title.setVisible(bool(paths))

    def _recent_row(self, path: Path) -> QWidget:
        why = why_missing(path)
        about = tr("{folder}: {why}", folder=path.parent, why=why) if why else str(path.parent)
        button = QCommandLinkButton(path.stem.replace("&", "&&"), about.replace("&", "&&"))
        button.setIcon(QIcon())
        button.setEnabled(not why)
        button.clicked.connect(self._on_recent_clicked)
        remove = QToolButton()
        remove.setText("\u00d7")  # a cross
        remove.setAutoRaise(True)
        remove.setToolTip(tr("Take off this list. The file stays."))
        remove.setAccessibleName(tr("Take {name} off this list", name=path.stem))
        remove.clicked.connect(self._on_recent_removed)
        self._paths[button] = self._paths[remove] = path
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button, 1)
        row.addWidget(remove)
        return line

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(16)
        inner.addWidget(_heading("Storyloom", 2.0))
        about = QLabel(tr("Turn hand-drawn storyboards into video."))
        about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        inner.addWidget(about)
        inner.addWidget(self.unsaved_title)
        inner.addLayout(self._unsaved)
        inner.addSpacing(8)
        inner.addWidget(_heading(tr("Begin with a drawing"), 1.0))
        inner.addWidget(self.row)
        inner.addWidget(_heading(tr("Begin with a film"), 1.0))
        inner.addWidget(self._removal())
        inner.addWidget(self._replacement())
        inner.addLayout(self._buttons())
        inner.addWidget(self._recent_title)
        inner.addLayout(self._recent)
        outer = QHBoxLayout()
        outer.addStretch(1)
        outer.addLayout(inner)
        outer.addStretch(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addLayout(outer)
        column.addStretch(2)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _removal(self) -> QCommandLinkButton:
        about = tr("Choose a film, draw a box around the thing. Built in: nothing is downloaded.")
        button = self._way(tr("Take a thing out of a shot"), about)
        button.clicked.connect(self.removal_asked)
        return button

    def _replacement(self) -> QCommandLinkButton:
        about = tr(
            "Three ways side by side, with a log. The model is a download; without it the thing"
            " is only filled in."
        )
        button = self._way(tr("Replace a thing in a shot"), about)
        button.clicked.connect(self.replacement_asked)
        return button

    def _way(self, title: str, about: str) -> QCommandLinkButton:
        button = QCommandLinkButton(title, about)
        button.setIcon(QIcon())
        button.clicked.connect(self.asked)
        return button

    def _buttons(self) -> QHBoxLayout:
        empty, opened = QPushButton(tr("Empty project")), QPushButton(tr("Open …"))
        models = QPushButton(tr("Models …"))
        models.setToolTip(tr("See which models are here, and download others"))
        empty.clicked.connect(self.asked)
        empty.clicked.connect(self.empty_asked)
        opened.clicked.connect(self.asked)
        opened.clicked.connect(self.open_asked)
        models.clicked.connect(self.asked)
        models.clicked.connect(self.models_asked)
        row = QHBoxLayout()
        row.addWidget(empty)
        row.addWidget(opened)
        row.addWidget(models)
        row.addStretch(1)
        return row

    @Slot()
    def _on_card_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, StarterCard):
            self.asked.emit()
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
            self.asked.emit()
            self.recent_chosen.emit(self._paths[button])

    @Slot()
    def _on_recent_removed(self) -> None:
        button = self.sender()
        if isinstance(button, QAbstractButton) and button in self._paths:
            self.asked.emit()
            self.recent_forgotten.emit(self._paths[button])


def _about() -> dict[str, str]:
    """What the starters are about, by the stem of their files."""
    return {
        "lighthouse_dusk": tr("A camera move through layers"),
        "puddle_leap": tr("Character action, limb by limb"),
        "teapot_turn": tr("A product on a turntable"),
    }


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _told(session: Session) -> str:
    untitled = session.name or tr("An untitled project")
    name = session.project.stem if session.project is not None else untitled
    if session.problem:
        where = {"problem": session.problem, "folder": session.folder}
        return tr("{name}: {problem} It is kept in {folder}.", name=name, **where)
    when = datetime.fromtimestamp(session.at).strftime("%d %B, %H:%M")
    if session.steps == 1:
        return tr("{name}: one unsaved step, on {when}.", name=name, when=when)
    count = session.steps
    return tr(
        "{name}: {count} unsaved steps, the last on {when}.", name=name, count=count, when=when
    )


def _heading(text: str, size: float) -> QLabel:
    label = QLabel(text)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * size)
    font.setBold(True)
    label.setFont(font)
    return label
