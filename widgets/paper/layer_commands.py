"""The commands of layers: copy, paste and import. What they do to a panel stands elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from widgets.paper.board import Board
from widgets.paper.desk import PaperDesk
from widgets.paper.incoming import Incoming, layer_mime, sources_of
from widgets.strip.dropping import picture_filter
from widgets.words import tr

_Keys = QKeySequence.StandardKey


class LayerCommands(QObject):
    """Actions by name, for the paper and for the panel of layers beside it."""

    def __init__(self, desk: PaperDesk, paper: QWidget) -> None:
        super().__init__(paper)
        self.actions: dict[str, QAction] = {}
        self.incoming = Incoming(desk.board, self)
        self._desk = desk
        self._paper = paper
        self._add("copy_layer", tr("Copy Layer"), self.copy, _Keys.Copy)
        self._add("cut_layer", tr("Cut Layer"), self.cut, _Keys.Cut)
        self._add("paste", tr("Paste as Layer"), self.paste, _Keys.Paste)
        self._add("import", tr("Import Pictures as Layers …"), self.choose_pictures, "Ctrl+Shift+I")

    @property
    def _board(self) -> Board:
        return self._desk.board

    @Slot()
    def copy(self) -> None:
        """Put the layer in hand on the clipboard."""
        layer = self._board.layer
        if layer is not None:
            picture = self._desk.sheet.active_picture.copy()
            QGuiApplication.clipboard().setMimeData(layer_mime(layer, picture))

    @Slot()
    def cut(self) -> None:
        """Put the layer in hand on the clipboard, and take what is painted on it away."""
        layer = self._desk.layer_to_paint()
        if layer is not None:
            self.copy()
            gone = dict.fromkeys(((tile.x, tile.y) for tile in layer.tiles), None)
            self._desk.paint(layer, {**gone}, tr("Cut layer"))

    @Slot()
    def paste(self) -> None:
        """Put what the clipboard holds into the panel in hand, as a layer."""
        sources = sources_of(QGuiApplication.clipboard().mimeData())
        if sources:
            self.incoming.bring(sources)
        else:
            self._board.refused.emit(tr("The clipboard holds no picture. Copy one first."))

    @Slot()
    def choose_pictures(self) -> None:
        """Let pictures be chosen, and put them into the panel in hand as layers."""
        title = tr("Import pictures as layers")
        found, _ = QFileDialog.getOpenFileNames(self._paper.window(), title, "", picture_filter())
        if found:
            self.incoming.bring([Path(name) for name in found])

    def _add(self, name: str, text: str, slot: Callable[[], object], *keys: _Keys | str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(slot)
        self.actions[name] = action
        return action
