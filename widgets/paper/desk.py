"""What tools work with: the board, the sheet on the screen, the hand, and what is selected."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QImage, QPalette, QPolygonF

from pipelines.errors import StoryloomError
from pipelines.painting.canvas import Canvas
from pipelines.painting.coverage import Coverage
from pipelines.painting.tiles import Changes
from pipelines.panels import Layer, with_tiles
from widgets.paper.board import Board
from widgets.paper.hand import Hand
from widgets.paper.layer_painting import is_seen, stacked
from widgets.paper.onion import GhostPictures, MoveGhost, OnionSkin, ghosts
from widgets.paper.panel_work import PanelWork, nothing
from widgets.paper.read_ahead import ReadAhead
from widgets.paper.sheet import Ground, Sheet, Shown
from widgets.paper.tile_pictures import TilePictures
from widgets.paper.tile_reading import TileReading
from widgets.words import told, tr

_READ_AT_ONCE = 4
"""Tiles that are read on the spot, half a millisecond each; more are waited for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of the paper: its outline, and how much of each pixel lies within."""

    outline: QPolygonF
    coverage: Coverage


class PaperDesk(QObject):
    """Keeps the sheet to the board. Used by the GUI thread only."""

    redrawn = Signal(QRect)
    """An area of the sheet is another now, in canvas pixels."""
    selection_changed = Signal()
    skin_changed = Signal()

    def __init__(self, board: Board, hand: Hand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.hand = hand
        self.work = PanelWork(board, self)
        self._pictures = TilePictures(board.tiles)
        self.ghosts = GhostPictures(self._pictures)
        self._sheet = Sheet(self._pictures, self.ghosts)
        self._reading = TileReading(board.tiles)
        self._reading.read.connect(self._on_tiles_read)
        self.read_ahead = ReadAhead(board, self._pictures, self._reading, self)
        self._awaited: Shown | None = None
        """What is shown once its tiles are read."""
        self._lacking: set[str] = set()
        self.skin = OnionSkin()
        self.moves: tuple[MoveGhost, ...] = ()
        """The in-betweens that show through."""
        self.selection: Selection | None = None
        self.palette = QPalette()
        """That of the view, for what tools draw over the paper."""
        self.is_busy = False
        """A tool is at work: what is shown follows when it is done."""
        self._ground: Ground | None = None
        self._imported: Ground | None = None
        self._bare: frozenset[str] = frozenset()
        self.is_solo = False
        """Only the layer in hand is shown on the paper; the film is as it is."""
        board.changed.connect(self.update_content)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the panel in hand as it is."""
        panel = self.board.panel
        if self.is_busy:
            return
        layers = stacked(panel.layers) if panel is not None else ()
        layer = self.board.layer
        if self.is_solo and layer is not None:
            layers = (layer,)
        if self._bare:
            layers = tuple(replace(o, tiles=()) if o.id in self._bare else o for o in layers)
        seen = ghosts(self.board.panels, self.board.place, self.skin)
        active = layer.id if layer is not None else ""
        size, paper = self.board.size, self.board.paper
        shown = Shown(size, paper, layers, active, seen, self._grounds, self.moves)
        lacking = self._sheet.missing(shown)
        self._lacking = set(lacking)
        self._awaited = shown
        if len(lacking) > _READ_AT_ONCE:
            self._reading.want(lacking)
        else:
            self._show_awaited()

    def _show_awaited(self) -> None:
        """Show what was waited for, now: what was not read yet is read here."""
        shown, self._awaited = self._awaited, None
        if shown is None:
            return
        try:
            areas = self._sheet.show(shown)
        except StoryloomError as error:
            self.board.refused.emit(told(error))
            return
        for area in areas:
            self.redrawn.emit(area)

    @Slot(object)
    def _on_tiles_read(self, made: dict[str, QImage]) -> None:
        for digest, picture in made.items():
            if not picture.isNull():
                self._pictures.keep(digest, picture)
        self._lacking -= made.keys()
        if not self._lacking and not self.is_busy:
            self._show_awaited()

    @property
    def is_waiting(self) -> bool:
        """Whether tiles are still read, so that the panel in hand is not shown yet."""
        return self._awaited is not None

    @property
    def sheet(self) -> Sheet:
        """The sheet, for whoever works on it: it shows the panel in hand."""
        self._show_awaited()
        return self._sheet

    @property
    def picture(self) -> QImage:
        """What the sheet shows; a moment ago it may have been another panel."""
        return self._sheet.flat

    def close(self) -> None:
        """The tiles are about to be closed: read no more."""
        self.work.close()
        self.read_ahead.close()
        self._awaited = None
        self._reading.close()

    @property
    def ground(self) -> Ground | None:
        """The picture that lies under everything that is drawn."""
        return self._ground

    def lay_under(self, ground: Ground | None) -> None:
        """Let a picture lie under everything that is drawn, or none."""
        if ground is not self._ground:
            self._ground = ground
            self.update_content()

    def show_imported(self, picture: Ground | None) -> None:
        """The panel in hand was imported from this picture, or from none."""
        if picture is not self._imported:
            self._imported = picture
            self.update_content()

    @property
    def _grounds(self) -> tuple[Ground, ...]:
        return tuple(one for one in (self._imported, self._ground) if one is not None)

    def show_without(self, layer_ids: Collection[str]) -> None:
        """Show the panel with nothing on some of its layers, while a tool holds what is on them."""
        self.is_busy = False
        self._bare = frozenset(layer_ids)
        self.update_content()
        self._show_awaited()
        self._bare = frozenset()
        self.is_busy = True

    def set_skin(self, skin: OnionSkin) -> None:
        """Let other neighbours show through."""
        if skin != self.skin:
            self.skin = skin
            self.update_content()
            self.skin_changed.emit()

    def set_solo(self, *, is_solo: bool) -> None:
        """Show the layer in hand alone, or all of them."""
        self.is_solo = is_solo
        self.update_content()

    def set_moves(self, moves: tuple[MoveGhost, ...]) -> None:
        """Let other in-betweens show through."""
        if moves != self.moves:
            self.moves = moves
            self.update_content()

    def select(self, selection: Selection | None) -> None:
        """Select another part of the paper, or all of it."""
        self.selection = selection
        self.selection_changed.emit()

    def layer_to_paint(self, *, erases: bool = False) -> Layer | None:
        """The layer in hand, where it may be painted (or erased); otherwise why not is told."""
        self.work.settle()
        self._show_awaited()
        layer = self.board.layer or self.board.add_first_layer()
        if layer is None:
            self.board.refused.emit(tr("There is no panel to draw on. Add one first."))
        elif layer.locked:
            self.board.refused.emit(tr("This layer is locked. Unlock it, or choose another."))
        elif not is_seen(layer):
            self.board.refused.emit(tr("This layer is hidden. Show it, or choose another."))
        elif erases and layer.alpha_locked:
            words = tr("This layer's transparency is locked, so nothing of it can be erased.")
            self.board.refused.emit(words)
        else:
            return layer
        return None

    def canvas(self, layer: Layer, *, bounded: bool = False) -> Canvas:
        """A layer to paint shapes into; where it is `bounded`, only within the selection."""
        chosen = self.selection.coverage if bounded and self.selection is not None else None
        return Canvas(self.board.tiles, layer, (0, 0, *self.board.size), selection=chosen)

    def paint(
        self,
        layer: Layer,
        changes: Changes,
        name: str,
        *,
        is_shown: bool = False,
        panel: str = "",
    ) -> None:
        """Take changes of a layer into the document, in the panel in hand if none is named;
        `is_shown` if the sheet shows them already."""
        self.is_busy = False
        if not changes:
            self.update_content()
            return
        if is_shown:
            self._sheet.painted(with_tiles(layer, changes))
        self.board.paint(layer.id, changes, name, panel_id=panel)

    def paint_aside(
        self,
        layer: Layer,
        painted: Callable[[], Changes],
        name: str,
        *,
        panel: str = "",
        then: Callable[[], None] = nothing,
    ) -> None:
        """Paint a layer in a thread, and take what changed as one step, unless the layer was
        changed meanwhile; do what comes `then` in any case, before it shows."""
        panel_id = panel or self.board.panel_id

        def take(changes: Changes) -> None:
            held = self.board.panel_of(panel_id)
            now = next((one for one in held.layers if one.id == layer.id), None) if held else None
            is_same = now is not None and now.tiles == layer.tiles
            then()
            self.paint(layer, changes if is_same else {}, name, panel=panel_id)
            if not is_same:
                self.work.refuse_late(name)

        self.work.make(painted, take, refuse=then)
