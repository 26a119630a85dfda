"""Paper with its tools: what the Draw room shows in its middle, and the commands of the pen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from pipelines.painting.tiles import TileStore
from widgets.document_model import DocumentModel
from widgets.paper.board import Board, storyboards
from widgets.paper.brush_panel import BrushPanel
from widgets.paper.desk import PaperDesk
from widgets.paper.hand import Hand, ToolKind
from widgets.paper.imported_picture import ImportedPicture
from widgets.paper.layer_commands import LayerCommands
from widgets.paper.layers_panel import LayersPanel
from widgets.paper.motion_ways import forget_motion, way_in_hand
from widgets.paper.paper_bar import PaperBar
from widgets.paper.paper_film import PaperFilm, SpaceTap
from widgets.paper.paper_view import PaperView
from widgets.paper.pen_palette import PenPalette
from widgets.paper.tool_column import ToolColumn
from widgets.paper.underlay import UnderlayPicture
from widgets.paper.underlay_files import dropped_film, loader_of
from widgets.strip.dropping import dropped_pictures
from widgets.words import tr

_OF_BRUSHES = ("smaller", "larger", "softer", "harder", "reset_brush")
"""Commands that hold in the brush's panel too."""


class _Command(NamedTuple):
    name: str
    text: str
    keys: tuple[str, ...]
    slot: Callable[[], None]


class Paper(QWidget):
    """Draws on the storyboards of a model. `brush_panel` and `layers_panel` stand beside it."""

    files_chosen = Signal(object)
    """Paths that the person chose by hand, to be read from now on."""

    def __init__(
        self,
        model: DocumentModel,
        tiles: TileStore,
        parent: QWidget | None = None,
        *,
        in_steps: bool = False,
    ) -> None:
        """Made at once; `in_steps`: while whoever makes it goes through `steps`."""
        super().__init__(parent)
        self._model = model
        self.steps = self._made(tiles)
        if not in_steps:
            for _ in self.steps:
                pass

    def _made(self, tiles: TileStore) -> Iterator[None]:
        model = self._model
        self.hand = Hand(self)
        self.board = Board(model, tiles, self)
        self.desk = PaperDesk(self.board, self.hand, self)
        yield
        self.view = PaperView(self.desk)
        self.film, self.space = PaperFilm(self.view), SpaceTap(self.view)
        yield
        self.brush_panel = BrushPanel(self.hand)
        yield
        self.layer_commands = LayerCommands(self.desk, self)
        self.imported = ImportedPicture(self.desk, self)
        self.underlay = UnderlayPicture(self.desk, self)
        self.layers_panel = LayersPanel(
            self.layer_commands.layering, self.layer_commands.actions, self.underlay
        )
        yield
        self._folder: Path | None = None
        self._of_layers = self.layer_commands.actions | self.layers_panel.commands
        self.commands = self._made_commands() | self._of_layers
        for held in (self, self.layers_panel):
            held.addActions(list(self._of_layers.values()))
        tools = {kind: self.commands[kind.value] for kind in ToolKind}
        self.brush_panel.addActions([*tools.values(), *(self.commands[one] for one in _OF_BRUSHES)])
        self.tools = ToolColumn(tools, tr("Tools"), self)
        self.pen_palette = self.view.pen_palette = PenPalette(self.hand, tools, self.view)
        yield
        self.bar = PaperBar(self.desk, self.commands)
        self._drawing = QWidget()
        self._empty, self._words, self._begin = QWidget(), QLabel(), QPushButton()
        self._pages = QStackedWidget()
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.setFocusProxy(self.view)
        self.layers_panel.underlay.file_chosen.connect(self.lay_file_under)
        self.setAcceptDrops(True)
        self.board.changed.connect(self.update_content)
        self.desk.selection_changed.connect(self._on_selection_changed)
        self.desk.skin_changed.connect(self._on_skin_changed)
        self.hand.changed.connect(self._on_hand_changed)
        self._begin.clicked.connect(self._on_begin_clicked)
        self._take_first()
        self._on_hand_changed()
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the paper, or what is needed before there is some."""
        if self.board.node is None:
            self._take_first()
        has_board, has_panel = self.board.node is not None, self.board.panel is not None
        self._pages.setCurrentWidget(self._drawing if has_panel else self._empty)
        self._begin.setText(tr("Draw the first panel") if has_board else tr("Add a storyboard"))
        if has_board:
            self._words.setText(tr("The storyboard has no panels yet."))
        else:
            self._words.setText(tr("The project has no storyboard to draw on."))
        for name in self.commands.keys() - self._of_layers.keys():
            action = self.commands[name]
            action.setEnabled(has_panel or (name == "new_panel" and has_board))
        self._on_selection_changed()
        if has_panel and self.view.framing.is_fitted:
            self.view.fit()

    def set_alone(self, *, alone: bool) -> None:
        """Show nothing but the paper, the tools floating over it; or all again."""
        self.bar.setHidden(alone)
        if alone:
            self._row.removeWidget(self.tools)
        else:
            self._row.insertWidget(0, self.tools)
        self.tools.set_floating(floating=alone)

    def show_playing(self, *, plays: bool) -> None:
        """Say that the film plays, or stands."""
        self.bar.show_playing(plays=plays)

    def _take_first(self) -> None:
        found = storyboards(self._model)
        if found and self.board.node is None:
            self.board.set_storyboard(found[0])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._empty)
        column.addStretch(1)
        column.addWidget(self._words, 0, Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._pages.addWidget(self._empty)
        drawing = QVBoxLayout(self._drawing)
        drawing.setContentsMargins(0, 0, 0, 0)
        drawing.setSpacing(0)
        drawing.addWidget(self.bar)
        drawing.addWidget(self.view, 1)
        self._pages.addWidget(self._drawing)
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tools)
        row.addWidget(self._pages, 1)

    def _made_commands(self) -> dict[str, QAction]:
        view, board = self.view, self.board
        commands = (
            _Command("pencil", tr("Pencil"), ("B", "1"), self._on_tool_taken),
            _Command("ink", tr("Ink"), ("2",), self._on_tool_taken),
            _Command("marker", tr("Marker"), ("3",), self._on_tool_taken),
            _Command("airbrush", tr("Airbrush"), ("4",), self._on_tool_taken),
            _Command("eraser", tr("Eraser"), ("E", "5"), self._on_tool_taken),
            _Command("fill", tr("Fill"), ("F", "6"), self._on_tool_taken),
            _Command("line", tr("Line"), ("7",), self._on_tool_taken),
            _Command("rectangle", tr("Rectangle"), ("8",), self._on_tool_taken),
            _Command("ellipse", tr("Ellipse"), ("9",), self._on_tool_taken),
            _Command("lasso", tr("Lasso"), ("L",), self._on_tool_taken),
            _Command("transform", tr("Transform Layer"), ("Ctrl+T",), self._on_tool_taken),
            _Command("pick", tr("Pick Colour"), ("I",), self._on_tool_taken),
            _Command("motion", tr("Motion by Hand"), ("P",), self._on_tool_taken),
            _Command("smaller", tr("Smaller Brush"), ("[",), self._on_smaller),
            _Command("larger", tr("Larger Brush"), ("]",), self._on_larger),
            _Command("softer", tr("Softer Brush"), ("{",), self._on_softer),
            _Command("harder", tr("Harder Brush"), ("}",), self._on_harder),
            _Command(
                "reset_brush", tr("Reset the Brush"), ("Ctrl+Shift+R",), self.hand.reset_brush
            ),
            _Command("onion", tr("Onion Skin"), ("O",), self._on_onion),
            _Command("onion_settings", tr("Onion Skin Settings"), ("Shift+O",), self._on_settings),
            _Command("motion_side", tr("Motion of the Other Gap"), ("Shift+M",), self._on_side),
            _Command("forget_motion", tr("Forget the Motion"), ("Shift+P",), self._on_forget),
            _Command("play", tr("Play the Animatic"), (), self.view.setFocus),
            _Command("new_panel", tr("New Panel"), ("N",), self._on_new_panel),
            _Command("duplicate_panel", tr("Duplicate Panels"), ("D",), board.duplicate_panels),
            _Command("previous_panel", tr("Previous Panel"), (",", "PgUp"), self._on_previous),
            _Command("next_panel", tr("Next Panel"), (".", "PgDown"), self._on_next),
            _Command("delete_panel", tr("Delete Panels"), ("Shift+Del",), board.remove_panels),
            _Command("palette", tr("Palette at the Pen"), ("Q",), view.open_palette),
            _Command("fit", tr("Fit the Paper"), ("Home",), view.fit),
            _Command("mirror", tr("Mirror the View"), ("M",), view.mirror),
            _Command("turn_left", tr("Turn Paper Left"), ("Ctrl+[",), self._on_turn_left),
            _Command("turn_right", tr("Turn Paper Right"), ("Ctrl+]",), self._on_turn_right),
            _Command("guides", tr("Safe Areas"), ("G",), view.toggle_guides),
            _Command("aspect", tr("Next Aspect Guide"), ("Shift+G",), view.frame_next_aspect),
            _Command("lay_down", tr("Lay Down Selection"), ("Return", "Enter"), view.put_down),
            _Command("give_up", tr("Give Up or Deselect"), ("Esc",), view.deselect),
        )
        made: dict[str, QAction] = {}
        for command in commands:
            action = QAction(command.text, self)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setData(command.name)
            action.triggered.connect(command.slot)
            self.addAction(action)
            made[command.name] = action
        made["onion"].setCheckable(True)
        made["guides"].setCheckable(True)
        made["mirror"].setCheckable(True)
        return made

    # Drops: pictures become layers of the panel in hand, the rest is left to the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if self.board.panel is not None and (dropped_pictures(mime) or dropped_film(mime)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        pictures, film = dropped_pictures(event.mimeData()), dropped_film(event.mimeData())
        if pictures:
            self.layer_commands.incoming.bring(pictures)
        elif film is not None:
            self.lay_file_under(film)

    def set_folder(self, folder: Path | None) -> None:
        """The project's folder: files within it are named from there."""
        self._folder = self.layer_commands.folder = self.layers_panel.underlay.folder = folder
        self.imported.set_folder(folder)

    @Slot(object)
    def lay_file_under(self, file: Path) -> None:
        """Load a film or a picture in a node of its own, and lay it under the drawing."""
        node = self.board.node
        if node is not None:
            self.files_chosen.emit((file,))
            place = (node.x, node.y + 320.0)
            loader = loader_of(file, self.board.graph, folder=self._folder, place=place)
            self.board.lay_clip_under(loader, tr("Lay “{name}” under the drawing", name=file.name))

    def put_away(self) -> None:
        """The paper goes: wait for what its threads do."""
        self.layer_commands.close()
        self.imported.close()
        self.desk.close()
        self.layers_panel.close_thumbnails()

    # What happened

    @Slot()
    def _on_selection_changed(self) -> None:
        """Return is a key like any other while nothing is selected."""
        holds = self.desk.selection is not None or self.hand.tool is ToolKind.TRANSFORM
        self.commands["lay_down"].setEnabled(holds)

    @Slot()
    def _on_hand_changed(self) -> None:
        self.commands[self.hand.tool.value].setChecked(True)
        self._on_selection_changed()

    @Slot()
    def _on_tool_taken(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.hand.take(ToolKind(str(action.data())))
            self.view.setFocus()

    @Slot()
    def _on_smaller(self) -> None:
        self.hand.grow(-1)

    @Slot()
    def _on_larger(self) -> None:
        self.hand.grow(1)

    @Slot()
    def _on_softer(self) -> None:
        self.hand.harden(-1)

    @Slot()
    def _on_harder(self) -> None:
        self.hand.harden(1)

    @Slot()
    def _on_onion(self) -> None:
        self.desk.set_skin(replace(self.desk.skin, is_shown=not self.desk.skin.is_shown))

    @Slot()
    def _on_forget(self) -> None:
        forget_motion(self.board, self.hand)

    @Slot()
    def _on_side(self) -> None:
        way = way_in_hand(self.board, self.hand)
        self.hand.set_coming(comes=way is not None and not way.comes)
        self.hand.take(ToolKind.MOTION)

    @Slot()
    def _on_settings(self) -> None:
        self.bar.show_onion_settings()

    @Slot()
    def _on_skin_changed(self) -> None:
        self.commands["onion"].setChecked(self.desk.skin.is_shown)

    @Slot()
    def _on_new_panel(self) -> None:
        self.board.add_panel()

    @Slot()
    def _on_previous(self) -> None:
        self.board.step(-1)

    @Slot()
    def _on_next(self) -> None:
        self.board.step(1)

    @Slot()
    def _on_turn_left(self) -> None:
        self.view.turn(-15)

    @Slot()
    def _on_turn_right(self) -> None:
        self.view.turn(15)

    @Slot()
    def _on_begin_clicked(self) -> None:
        if self.board.node is None:
            self.board.add_storyboard()
        self.board.add_panel()
        self.view.setFocus()
