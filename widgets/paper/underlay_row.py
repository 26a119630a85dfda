"""What lies under the drawing: chosen from the clips of the project, with frame and strength."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pipelines.media.pictures import PICTURE_SUFFIXES
from pipelines.panels import Underlay
from widgets.elided_label import ElidedLabel
from widgets.icons import icon
from widgets.paper.amount import Amount
from widgets.paper.board import Board
from widgets.paper.underlay import ClipSource, UnderlayPicture, clip_sources, title_at
from widgets.paper.underlay_files import FILM_SUFFIXES
from widgets.words import tr

_MOST_FRAME = 10_000_000


class UnderlayRow(QWidget):
    """Offers the clips of the project; edits go through the board."""

    file_chosen = Signal(object)
    """A Path: a film or a picture that is to lie under the drawing."""

    def __init__(self, board: Board, picture: UnderlayPicture) -> None:
        super().__init__()
        self._board = board
        self._picture = picture
        self._merge = 0
        self.folder: Path | None = None
        """The project's folder: where films and pictures are looked for."""
        self.choice = _FullButton()
        self.choice.setAccessibleName(tr("Underlay"))
        self.menu = QMenu(self)
        self.choice.setMenu(self.menu)
        self.strength = Amount(tr("Strength of the underlay"), 5, 100, "%")
        self.note = ElidedLabel()
        self.note.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.choice, 3)
        row.addWidget(self.strength, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.note)
        self.commands = self._made_commands()
        self.menu.aboutToShow.connect(self.fill_menu)
        self.strength.chosen.connect(self._on_strength_chosen)
        self.strength.slider.sliderReleased.connect(self._on_strength_let_go)
        picture.told.connect(self._on_told)
        board.changed.connect(self.update_content)
        self.update_content()

    def _made_commands(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        film = tr("Lay Film or Picture under the Drawing …")
        for name, words, slot, key in (
            ("underlay_from_file", film, self.choose_file, "Ctrl+U"),
            ("next_underlay", tr("Lay Next Clip under the Drawing"), self.lay_next, "U"),
            ("hold_underlay", tr("Hold This Frame of the Underlay"), self.turn_holding, "Shift+U"),
            ("remove_underlay", tr("Remove Underlay"), self._on_none_chosen, "Ctrl+Shift+U"),
        ):
            made[name] = QAction(words, self)
            made[name].setShortcut(QKeySequence(key))
            made[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made[name].triggered.connect(slot)
        made["hold_underlay"].setCheckable(True)
        return made

    @property
    def underlay(self) -> Underlay | None:
        """What lies under the panel in hand."""
        panel = self._board.panel
        return panel.underlay if panel is not None else None

    @Slot()
    def update_content(self) -> None:
        """Show the panel in hand as it is."""
        under = self.underlay
        self.choice.setEnabled(self._board.panel is not None)
        self.strength.setVisible(under is not None)
        has_panel = self._board.panel is not None
        for name in ("underlay_from_file", "next_underlay"):
            self.commands[name].setEnabled(has_panel)
        for name in ("hold_underlay", "remove_underlay"):
            self.commands[name].setEnabled(under is not None)
        self.commands["hold_underlay"].setChecked(under is not None and under.frame is not None)
        if under is None:
            self._name(tr("Underlay: none"), tr("Lay a frame of a clip under the drawing"))
            self.note.hide()
            return
        self.strength.show_amount(under.opacity * 100)
        model = self._board.model
        title = title_at(model.graph, model.document.registry, under.path) or tr("(gone)")
        held = "" if under.frame is None else tr("frame {number}", number=under.frame)
        words = ", ".join(filter(None, (title, held)))
        self._name(words, tr("Underlay: {name}. It is never in the film.", name=words))

    @Slot()
    def fill_menu(self) -> None:
        """Offer what there is now."""
        self.menu.clear()
        under = self.underlay
        group = QActionGroup(self.menu)
        self._add(group, tr("No Underlay"), self._on_none_chosen, is_on=under is None)
        self.menu.addSeparator()
        for source in self._sources():
            is_on = under is not None and under.path == source.path
            words = source.title.replace("&", "&&")
            self._add(group, words, self._on_source_chosen, is_on=is_on).setData(source.path)
        self.menu.addAction(tr("From a File …")).triggered.connect(self.choose_file)
        if under is None:
            return
        self.menu.addSeparator()
        frames = QActionGroup(self.menu)
        follows = under.frame is None
        self._add(frames, tr("Frame at the Panel's Time"), self._on_time_chosen, is_on=follows)
        self._add(frames, tr("One Frame …"), self._on_frame_chosen, is_on=not follows)

    @Slot()
    def choose_file(self) -> None:
        """Let a film or a picture be chosen."""
        endings = " ".join(f"*{suffix}" for suffix in (*FILM_SUFFIXES, *PICTURE_SUFFIXES))
        kinds = tr("Films and pictures ({endings})", endings=endings)
        start = str(self.folder or Path.home())
        found, _ = QFileDialog.getOpenFileName(self.window(), tr("Underlay"), start, kinds)
        if found:
            self.file_chosen.emit(Path(found))

    @Slot()
    def lay_next(self) -> None:
        """The next clip of the project lies under the drawing, after the last one the first."""
        paths = [source.path for source in self._sources()]
        under = self.underlay
        if paths:
            at = paths.index(under.path) + 1 if under is not None and under.path in paths else 0
            self.lay_under(paths[at % len(paths)])
        else:
            self._board.refused.emit(tr("The project has no clip yet. Load one, or choose a file."))

    @Slot()
    def turn_holding(self) -> None:
        """Keep the frame that is shown now, or go with the panel's time again."""
        under = self.underlay
        if under is not None:
            self.hold(max(self._picture.frame, 0) if under.frame is None else None)
        self.update_content()

    def lay_under(self, path: str) -> None:
        """Lay another clip under the drawing, as strong as the one before."""
        before = self.underlay
        fresh = Underlay(path=path) if before is None else replace(before, path=path, output="")
        self._board.set_underlay(fresh, tr("Lay clip under the drawing"))

    def hold(self, frame: int | None) -> None:
        """Lay one frame under the drawing, or (None) the one at the panel's time."""
        under = self.underlay
        if under is not None:
            name = tr("Frame of the underlay")
            self._board.set_underlay(replace(under, frame=frame), name)

    def _sources(self) -> list[ClipSource]:
        model = self._board.model
        return clip_sources(model.graph, model.document.registry, besides=self._board.path)

    def _name(self, words: str, tip: str) -> None:
        self.choice.show_words(words)
        self.choice.setToolTip(tip)
        self.choice.setAccessibleDescription(words)

    def _add(
        self, group: QActionGroup, words: str, slot: Callable[[], None], *, is_on: bool
    ) -> QAction:
        action = self.menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_on)
        group.addAction(action)
        action.triggered.connect(slot)
        return action

    # What happened

    @Slot()
    def _on_none_chosen(self) -> None:
        self._board.set_underlay(None, tr("Remove underlay"))

    @Slot()
    def _on_source_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.lay_under(str(action.data()))

    @Slot()
    def _on_time_chosen(self) -> None:
        self.hold(None)

    @Slot()
    def _on_frame_chosen(self) -> None:
        under = self.underlay
        if under is None:
            return
        now = under.frame if under.frame is not None else max(self._picture.frame, 0)
        title, words = tr("Frame of the underlay"), tr("Frame of the clip, counted from 0:")
        dialog = QInputDialog(self.window())
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        dialog.setIntRange(0, _MOST_FRAME)
        dialog.setIntValue(now)
        dialog.intValueSelected.connect(self.hold)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(float)
    def _on_strength_chosen(self, percent: float) -> None:
        under = self.underlay
        if under is not None:
            fainter = replace(under, opacity=round(percent) / 100)
            merge = f"underlay {self._board.panel_id} {self._merge}"
            self._board.set_underlay(fainter, tr("Strength of the underlay"), merge=merge)

    @Slot()
    def _on_strength_let_go(self) -> None:
        self._merge += 1

    @Slot(str)
    def _on_told(self, words: str) -> None:
        self.note.show_text(words)
        self.note.setToolTip(words)
        self.note.setVisible(bool(words) and self.underlay is not None)


class _FullButton(QToolButton):
    """A button with a menu whose words are cut where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        side = self.fontMetrics().height()
        self.setIconSize(QSize(side, side))
        self._paint_icon()

    def show_words(self, words: str) -> None:
        """Say what is chosen."""
        self._words = words
        self._elide()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _paint_icon(self) -> None:
        self.setIcon(icon("mdi6.filmstrip", self.palette().buttonText().color()))

    def _elide(self) -> None:
        room = self.width() - 2 * self.fontMetrics().height()
        cut = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))
