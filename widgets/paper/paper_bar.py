"""The bar over the paper: which panel is drawn on, and how its neighbours show through."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.elided_label import ElidedLabel
from widgets.paper.desk import PaperDesk
from widgets.paper.hand import ToolKind
from widgets.paper.motion_ways import way_in_hand
from widgets.paper.onion_panel import OnionPanel
from widgets.viewer.bar import Bar
from widgets.words import tr


class PaperBar(Bar):
    """Says what is in hand, flips between panels, and offers what is done to them."""

    def __init__(
        self, desk: PaperDesk, commands: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._board = desk.board
        self._hand = desk.hand
        self.onion_panel = OnionPanel(desk, self)
        self.add_command(commands["previous_panel"], "chevron-left")
        self.add_command(commands["next_panel"], "chevron-right")
        self._playing = commands["play"]
        self._playing.setToolTip(tr("Play the storyboard on the paper (Space)"))
        self.play = self.add_command(self._playing, "play")
        self.name = ElidedLabel()
        self.name.setAccessibleDescription(tr("The panel that is drawn on"))
        self.row.addWidget(self.name, 1)
        self.onion = self.add_command(commands["onion"], "layers-triple-outline")
        self.more = self.add_command(commands["onion_settings"], "menu-down")
        self._board.changed.connect(self.update_content)
        self._hand.changed.connect(self.update_content)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Say which panel it is."""
        count, place = len(self._board.panels), self._board.place
        if place < 0:
            self.name.show_text("")
            return
        words = tr("Panel {number} of {count}", number=place + 1, count=count)
        short = f"{place + 1} / {count}"
        layer, tool = self._board.layer, self._hand.tool
        if tool is ToolKind.MOTION and layer is not None:
            name = layer.name or layer.id
            way = way_in_hand(self._board, self._hand)
            if way is None:
                motion = tr("“{layer}” does not move to a next panel", layer=name)
            elif way.comes:
                motion = tr("motion of “{layer}” from the one before", layer=name)
            else:
                motion = tr("motion of “{layer}” to the next", layer=name)
            words, short = f"{words}: {motion}", f"{short}  {motion}"
        self.name.show_text(short)
        self.name.setAccessibleName(words)
        self.name.setToolTip(words)

    def show_playing(self, *, plays: bool) -> None:
        """Offer to stop while it plays."""
        self.set_icon(self._playing, "pause" if plays else "play")

    def show_onion_settings(self) -> None:
        """Open what can be changed about the onion skin, below its button."""
        panel = self.onion_panel
        panel.adjustSize()
        corner = QPoint(self.more.width() - panel.width(), self.more.height())
        panel.move(self.more.mapToGlobal(corner))
        panel.show()
        panel.before.setFocus()
