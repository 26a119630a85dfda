"""The storyboard strip: its bar, its panels, and what stands there while there are none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from nodes.edits import AddNode
from nodes.graph import Node
from pipelines.errors import GraphError
from pipelines.timing import middle_of_move, move_length, timing_of
from pipelines.values import JointMode, Marks
from widgets.document_model import DocumentModel
from widgets.strip.boards import STORYBOARD
from widgets.strip.dropping import dropped_pictures
from widgets.strip.editing import BoardEditing, shot_of
from widgets.strip.header_painting import Sound
from widgets.strip.labels import spoken_joint
from widgets.strip.panel_pictures import PanelPictures, PanelSupply
from widgets.strip.shot_name_field import ShotNameField
from widgets.strip.strip_bar import StripBar
from widgets.strip.strip_commands import StripCommands
from widgets.strip.strip_view import StripView
from widgets.strip.targets import Part, Target
from widgets.words import told, tr


class StoryStrip(QWidget):
    """The panels of one storyboard of a document, in time. What it shows is told by slots, what
    the person wants by signals; edits go to the model."""

    panels_selected = Signal(object)
    """Ids of the chosen panels, in order."""
    frame_asked = Signal(int)
    """The person wants to look at this frame."""
    marks_dragged = Signal(object)
    """Marks: the person pulled one of them here."""
    play_asked = Signal()
    breakdown_asked = Signal(int)
    """The in-between at this frame is to become a panel."""
    lasso_asked = Signal(str)
    """A part of this panel's drawing is to become a layer."""
    board_shown = Signal(str)
    """The path of the storyboard that is shown now, empty for none."""
    pictures_brought = Signal(object)
    """Paths of picture files that the person put in."""
    refused = Signal(str)
    """Why something was not done."""

    def __init__(self, model: DocumentModel) -> None:
        super().__init__()
        self._model = model
        self.editing = BoardEditing(model, self)
        self.pictures = PanelPictures(self)
        self.view = StripView(self.editing, self.pictures)
        self._commands = StripCommands(self.view, self.editing)
        self.commands: dict[str, QAction] = self._commands.actions
        self.bar = StripBar(self.editing, self._commands)
        self.naming = ShotNameField(self.view.viewport(), self.view)
        self.add_board = QPushButton(tr("Add a storyboard"))
        self.add_panel = QPushButton(tr("New panel"))
        self.add_pictures = QPushButton(tr("Import pictures …"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(
            _empty_page(tr("There is no storyboard in this project."), self.add_board)
        )
        self._empty = _empty_page(
            tr("The storyboard has no panels yet. Drop pictures here, or draw."),
            self.add_panel,
            self.add_pictures,
        )
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        self.setFocusProxy(self.view)
        self.setAcceptDrops(True)
        self._path_told = ""
        self._connect()
        self._on_board_changed()

    # What is told to it

    @property
    def storyboard(self) -> str:
        """The path of the storyboard that is shown, empty for none."""
        return self.editing.path

    def set_storyboard(self, path: str) -> None:
        """Show this storyboard; the first one where there is none of that path."""
        self.editing.show(path)

    @property
    def selected_panels(self) -> tuple[str, ...]:
        """Ids of the chosen panels, in order."""
        return self.editing.selected

    def select_panels(self, ids: tuple[str, ...]) -> None:
        """Choose panels."""
        self.editing.select(ids)

    @property
    def commands_on_paper(self) -> list[QAction]:
        """What can be done to panels with the same keys while one draws."""
        return self._commands.on_paper

    def set_supply(self, supply: PanelSupply | None, *, is_current: bool = False) -> None:
        """Where thumbnails come from, and whether it shows the project as it is now."""
        self.pictures.set_supply(supply, is_current=is_current)

    def set_folder(self, folder: Path | None) -> None:
        """The project's folder: pictures within it are named from there."""
        self._commands.folder = folder

    @Slot(int)
    def set_frame(self, frame: int) -> None:
        """Move the playhead."""
        self.view.set_frame(frame)

    @Slot(object)
    def set_marks(self, marks: Marks | None) -> None:
        """Show in and out marks."""
        self.view.set_marks(marks)

    def set_sound(self, sound: Sound | None) -> None:
        """Draw a sound under the time."""
        self.view.set_sound(sound)

    def set_shows_latents(self, *, shows: bool) -> None:
        """Mark where shots have 4n + 1 frames."""
        self.view.set_shows_latents(shows=shows)

    def set_doubtful(self, reasons: Mapping[str, str]) -> None:
        """Show the joints behind these panels as ones whose motion was not sure enough: why, by
        the panel's id."""
        self.view.set_doubtful(reasons)

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """While there are no panels to drop pictures between, they may be dropped anywhere."""
        if self.editing.board is not None and dropped_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._commands.bring_pictures(dropped_pictures(event.mimeData()), -1)

    # Building

    def _connect(self) -> None:
        editing, view, commands = self.editing, self.view, self._commands
        editing.changed.connect(self._on_board_changed)
        editing.selection_changed.connect(self._on_selection_changed)
        editing.refused.connect(self.refused)
        editing.frame_asked.connect(view.ask_frame)
        view.frame_asked.connect(self.frame_asked)
        view.marks_dragged.connect(self.marks_dragged)
        view.menu_asked.connect(self._on_menu_asked)
        view.shot_named.connect(self._on_naming_asked_at)
        commands.duration_asked.connect(self._on_duration_asked)
        commands.naming_asked.connect(self._on_naming_asked)
        commands.play_asked.connect(self.play_asked)
        commands.breakdown_asked.connect(self.breakdown_asked)
        commands.lasso_asked.connect(self.lasso_asked)
        commands.pictures_brought.connect(self.pictures_brought)
        self.naming.named.connect(editing.rename_shot)
        self.add_board.clicked.connect(self._on_board_wanted)
        self.add_panel.clicked.connect(commands.add_panel)
        self.add_pictures.clicked.connect(commands.import_pictures)

    def _menu_for(self, target: Target) -> QMenu:
        menu = QMenu(self)
        if target.part is Part.JOINT:
            self._fill_joint_menu(menu, target.place)
            return menu
        if target.part is Part.SHOT:
            menu.addAction(self.commands["rename_shot"])
            menu.addSeparator()
        groups = (
            ("new_panel", "duplicate_panels", "split_panel", "delete_panels"),
            ("add_breakdown", "lasso_part"),
            ("cut_panels", "copy_panels", "paste_panels", "import_pictures"),
            ("move_panels_left", "move_panels_right", "set_duration"),
            ("joint_cut", "joint_hold", "joint_fade", "joint_in_between"),
            ("snapping", "equal_widths", "fit"),
        )
        for group in groups:
            for key in group:
                menu.addAction(self.commands[key])
            menu.addSeparator()
        menu.insertMenu(self.commands["snapping"], self._commands.labels.menu(menu))
        menu.insertSeparator(self.commands["snapping"])
        return menu

    def _fill_joint_menu(self, menu: QMenu, place: int) -> None:
        panel = self.editing.panels[place]
        for mode in JointMode:
            action = menu.addAction(spoken_joint(mode))
            action.setCheckable(True)
            action.setChecked(mode is panel.joint)
            action.setData((panel.id, mode.value))
            action.triggered.connect(self._on_joint_chosen)
        if panel.joint is JointMode.IN_BETWEEN and move_length(timing_of(panel)):
            menu.addSeparator()
            for words, slot in (
                (tr("Add a Breakdown in the Middle"), self._on_breakdown_chosen),
                (tr("Lasso a Part of the Drawing"), self._on_lasso_chosen),
            ):
                action = menu.addAction(words)
                action.setData(panel.id)
                action.triggered.connect(slot)

    def ask_breakdown(self, panel: str) -> None:
        """Ask for the in-between in the middle of the move behind a panel as a panel."""
        frame = middle_of_move(self.editing.panels, panel)
        if frame is not None:
            self.breakdown_asked.emit(frame)

    # What happened

    @Slot()
    def _on_board_changed(self) -> None:
        board = self.editing.board
        page = 1 if board is None else 0 if board.panels else 2
        had_focus = self.add_panel.hasFocus() or self.add_board.hasFocus()
        self._pages.setCurrentIndex(page)
        if had_focus and page == 0:
            self.view.setFocus()
        if self.editing.path != self._path_told:
            self._path_told = self.editing.path
            self.board_shown.emit(self.editing.path)

    @Slot()
    def _on_selection_changed(self) -> None:
        self.panels_selected.emit(self.editing.selected)

    @Slot(object, object)
    def _on_menu_asked(self, target: Target, point: QPoint) -> None:
        menu = self._menu_for(target)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    @Slot()
    def _on_joint_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            panel, mode = action.data()
            self.editing.set_joint(JointMode(mode), (panel,))

    @Slot()
    def _on_breakdown_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.ask_breakdown(str(action.data()))

    @Slot()
    def _on_lasso_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.lasso_asked.emit(str(action.data()))

    @Slot()
    def _on_duration_asked(self) -> None:
        self.bar.duration.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.duration.selectAll()

    @Slot()
    def _on_naming_asked(self) -> None:
        ids = [panel.id for panel in self.editing.panels]
        if self.editing.cursor in ids:
            self._on_naming_asked_at(ids.index(self.editing.cursor))

    @Slot(int)
    def _on_naming_asked_at(self, place: int) -> None:
        board = self.editing.board
        if board is None:
            return
        self.view.reveal(place)
        shot = shot_of(board.panels, board.panels[place].id)
        bands = self.view.bands
        left = max(round(self.view.tile_rect(place).left()), 0)
        field = QRect(left, 0, round(bands.line * 14), round(bands.time + 4))
        self.naming.begin(shot, board.shot_names.get(shot, ""), field)

    @Slot()
    def _on_board_wanted(self) -> None:
        node = Node(id=self._model.graph.free_id("storyboard"), type=STORYBOARD)
        try:
            self._model.do(AddNode(node=node), tr("Add a storyboard"))
        except GraphError as error:
            self.refused.emit(told(error))


def _empty_page(words: str, *buttons: QPushButton) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    said = QLabel(words)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addStretch(1)
    column.addWidget(said)
    for button in buttons:
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
    column.addStretch(1)
    return page
