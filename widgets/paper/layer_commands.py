"""The commands of layers by name and key. What they do to a panel stands in layering and board."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from pipelines.painting.composite import eight_bits
from pipelines.painting.lifted import lift
from pipelines.painting.tiles import cut
from pipelines.panels import Layer, LayerRole
from widgets.paper.board import Board
from widgets.paper.desk import PaperDesk
from widgets.paper.incoming import LAYER_MIME, Incoming, holds_layer, layer_mime, sources_of
from widgets.paper.layer_words import role_words
from widgets.paper.layering import Layering
from widgets.paper.share_dialog import ShareDialog
from widgets.pictures import straight_rgba
from widgets.strip.dropping import picture_filter
from widgets.words import tr

_Keys = QKeySequence.StandardKey
_ROLE_KEYS = {role: f"Ctrl+Alt+{number}" for number, role in enumerate(LayerRole, 1)}


class LayerCommands(QObject):
    """Actions by name, for the paper and for the panel of layers beside it."""

    def __init__(self, desk: PaperDesk, paper: QWidget) -> None:
        super().__init__(paper)
        self.actions: dict[str, QAction] = {}
        self.folder: Path | None = None
        """The project's folder: where pictures are looked for."""
        self.incoming = Incoming(desk.board, self)
        self.layering = Layering(desk, self)
        self._copied = QByteArray()
        """What was put on the clipboard last."""
        self._desk = desk
        self._paper = paper
        self._make()
        desk.board.changed.connect(self.update_content)
        self.update_content()

    def close(self) -> None:
        """The paper goes: bring nothing more. Of a copied layer the picture stays to be pasted:
        Qt frees the clipboard after Python has ended, so it may hold nothing that was made here."""
        self.incoming.close()
        clipboard = QGuiApplication.clipboard()
        if holds_layer(clipboard.mimeData(), self._copied):
            clipboard.setImage(clipboard.image())

    @Slot()
    def update_content(self) -> None:
        """What can be done with the layer in hand, and how it is."""
        panel, layer = self._board.panel, self._board.layer
        for action in self.actions.values():
            action.setEnabled(layer is not None)
        for name in ("add_layer", "paste", "import"):
            self.actions[name].setEnabled(panel is not None)
        if panel is None or layer is None:
            return
        place, ground = panel.layers.index(layer), layer.role is LayerRole.BACKGROUND
        self.actions["merge_down"].setEnabled(place > 0)
        self.actions["delete_layer"].setEnabled(len(panel.layers) > 1)
        self.actions["share_background"].setEnabled(ground and len(self._board.panels) > 1)
        self.actions["own_background"].setEnabled(len(self._board.sharers(layer.id)) > 1)
        self.actions["hang_layer"].setEnabled(place > 0)
        self.actions["take_off_layer"].setEnabled(bool(layer.parent))
        self.actions["pivot_layer"].setEnabled(layer.pivot is not None)
        self.actions["lock_layer"].setChecked(layer.locked)
        self.actions["lock_alpha"].setChecked(layer.alpha_locked)
        self.actions["show_layer"].setChecked(layer.visible)
        self.actions["solo"].setChecked(self._desk.is_solo)

    def _make(self) -> None:
        add = self._add
        add("add_layer", tr("Add Layer"), self.layering.add, "Shift+N")
        add("duplicate_layer", tr("Duplicate Layer"), self.layering.duplicate, "Ctrl+Shift+D")
        add("part_layer", tr("Selection to a Layer of Its Own"), self.layering.part, "Ctrl+J")
        add("delete_layer", tr("Delete Layer"), self.layering.remove, "Ctrl+Del")
        add("clear_layer", tr("Clear Layer"), self.layering.clear, "Del")
        add("merge_down", tr("Merge with the Layer Below"), self.layering.merge_down, "Ctrl+Alt+E")
        add(
            "merge_visible",
            tr("Merge Visible Drawings"),
            self.layering.merge_visible,
            "Ctrl+Alt+Shift+E",
        )
        add("layer_above", tr("Go to the Layer Above"), self.go_up, "Alt+PgUp")
        add("layer_below", tr("Go to the Layer Below"), self.go_down, "Alt+PgDown")
        add("raise_layer", tr("Move Layer Up"), self.move_up, "Ctrl+PgUp")
        add("lower_layer", tr("Move Layer Down"), self.move_down, "Ctrl+PgDown")
        for name, text, slot, key in (
            ("lock_alpha", tr("Lock Transparency"), self.turn_alpha_lock, "/"),
            ("lock_layer", tr("Lock Layer"), self.turn_lock, "Ctrl+/"),
            ("show_layer", tr("Show Layer"), self.turn_visible, "H"),
            ("solo", tr("Show This Layer Alone"), self.turn_solo, "Shift+S"),
        ):
            add(name, text, slot, key).setCheckable(True)
        add("hang_layer", tr("Hang Layer on the One Below"), self.hang_on_below, "Ctrl+Shift+H")
        add("take_off_layer", tr("Let Layer Hang on Nothing"), self.take_off, "Ctrl+Shift+J")
        add(
            "pivot_layer",
            tr("Put Pivot of the Layer to Its Middle"),
            self.layering.reset_pivot,
            "Ctrl+Alt+P",
        )
        for role in LayerRole:
            words = tr("Use as {role}", role=role_words(role))
            add(f"use_as_{role}", words, self.take_role, _ROLE_KEYS[role]).setData(role)
        add(
            "share_background",
            tr("Share Background with Panels …"),
            self.choose_sharers,
            "Ctrl+Alt+B",
        )
        add("own_background", tr("Make Background This Panel's Own"), self.make_own, "Ctrl+Alt+O")
        add("copy_layer", tr("Copy Layer"), self.copy, _Keys.Copy)
        add("cut_layer", tr("Cut Layer"), self.cut, _Keys.Cut)
        add("paste", tr("Paste as Layer"), self.paste, _Keys.Paste)
        add("import", tr("Import Pictures as Layers …"), self.choose_pictures, "Ctrl+Shift+I")

    # The stack

    @Slot()
    def go_up(self) -> None:
        """Draw on the layer above."""
        self.layering.choose(1)

    @Slot()
    def go_down(self) -> None:
        """Draw on the layer below."""
        self.layering.choose(-1)

    @Slot()
    def move_up(self) -> None:
        """Bring the layer in hand up."""
        self.layering.move(1)

    @Slot()
    def move_down(self) -> None:
        """Bring the layer in hand down."""
        self.layering.move(-1)

    @Slot()
    def hang_on_below(self) -> None:
        """Let the layer in hand follow the one below it."""
        panel, layer = self._board.panel, self._board.layer
        if panel is not None and layer is not None:
            place = panel.layers.index(layer)
            if place > 0:
                self.layering.hang(layer.id, panel.layers[place - 1].id)

    @Slot()
    def take_off(self) -> None:
        """Let the layer in hand follow none."""
        layer = self._board.layer
        if layer is not None:
            self.layering.hang(layer.id, "")

    @Slot()
    def take_role(self) -> None:
        """Use the layer in hand for what the command says."""
        action, layer = self.sender(), self._board.layer
        if isinstance(action, QAction) and layer is not None:
            self.layering.set_role(layer.id, LayerRole(action.data()))

    @Slot()
    def turn_alpha_lock(self) -> None:
        """Paint only where there is paint, or anywhere."""
        layer = self._board.layer
        if layer is not None:
            self.layering.set_alpha_locked(layer.id, is_locked=not layer.alpha_locked)
        self.update_content()

    @Slot()
    def turn_lock(self) -> None:
        """Keep the layer in hand as it is, or not."""
        layer = self._board.layer
        if layer is not None:
            self.layering.set_locked(layer.id, is_locked=not layer.locked)
        self.update_content()

    @Slot()
    def turn_visible(self) -> None:
        """Show or hide the layer in hand."""
        layer = self._board.layer
        if layer is not None:
            self.layering.set_visible(layer.id, is_visible=not layer.visible)
        self.update_content()

    @Slot()
    def turn_solo(self) -> None:
        """Show the layer in hand alone on the paper, or all."""
        self._desk.set_solo(is_solo=not self._desk.is_solo)
        self.update_content()

    # Sharing

    @Slot()
    def choose_sharers(self) -> None:
        """Let panels be chosen that are to have the background in hand."""
        layer = self._board.layer
        if layer is not None:
            dialog = ShareDialog(self._board, layer.id, self._paper.window())
            dialog.chosen.connect(self._board.share)
            dialog.open()

    @Slot()
    def make_own(self) -> None:
        """Give the panel in hand a background that it does not share."""
        layer = self._board.layer
        if layer is not None:
            self._board.make_own(layer.id)

    # Bringing in and out

    @property
    def _board(self) -> Board:
        return self._desk.board

    @Slot()
    def copy(self) -> None:
        """Put the layer in hand on the clipboard, or what of it is selected."""
        layer, selection = self._board.layer, self._desk.selection
        if layer is None:
            return
        picture = self._desk.sheet.active_picture.copy()
        if selection is None:
            self._put_on_clipboard(layer, picture)
            return
        canvas, tiles = self._desk.canvas(layer), self._board.tiles

        def cut_out() -> Layer | None:
            piece = lift(canvas, selection.coverage)
            if piece is None:
                return None
            picture.fill(0)
            painter = QPainter(picture)
            painter.drawImage(QPoint(piece.x, piece.y), straight_rgba(eight_bits(piece.picture)))
            painter.end()
            return replace(layer, tiles=cut(piece.picture, tiles, at=(piece.x, piece.y)))

        def take(piece: Layer | None) -> None:
            if piece is None:
                self._board.refused.emit(tr("Nothing is drawn there on this layer."))
            else:
                self._put_on_clipboard(piece, picture)

        self._desk.work.make(cut_out, take)

    def _put_on_clipboard(self, layer: Layer, picture: QImage) -> None:
        mime = layer_mime(layer, picture)
        self._copied = mime.data(LAYER_MIME)
        QGuiApplication.clipboard().setMimeData(mime)

    @Slot()
    def cut(self) -> None:
        """Put the layer in hand on the clipboard, and take what is painted on it away."""
        layer = self._desk.layer_to_paint(erases=True)
        if layer is not None:
            self.copy()
            self.layering.clear(tr("Cut layer"), only=layer)

    @Slot()
    def paste(self) -> None:
        """Put what the clipboard holds into the panel in hand, as a layer."""
        self._desk.work.settle()  # what is being copied
        sources = sources_of(QGuiApplication.clipboard().mimeData())
        if sources:
            self.incoming.bring(sources)
        else:
            self._board.refused.emit(tr("The clipboard holds no picture. Copy one first."))

    @Slot()
    def choose_pictures(self) -> None:
        """Let pictures be chosen, and put them into the panel in hand as layers."""
        title = tr("Import pictures as layers")
        start = str(self.folder or Path.home())
        window = self._paper.window()
        found, _ = QFileDialog.getOpenFileNames(window, title, start, picture_filter())
        if found:
            self.incoming.bring([Path(name) for name in found])

    def _add(self, name: str, text: str, slot: Callable[[], object], *keys: _Keys | str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.actions[name] = action
        return action
