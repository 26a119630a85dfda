"""The panels that are chosen: the same on the strip, in the inspector and on their sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from widgets.inspector import Inspector
from widgets.inspector.panel_sheet import PanelSheet
from widgets.strip import StoryStrip


class PanelSelection(QObject):
    """Choosing in one chooses in the other, while both show the same storyboard."""

    def __init__(self, inspector: Inspector, strip: StoryStrip, sheet: PanelSheet) -> None:
        super().__init__(inspector)
        self._sheet = sheet
        self._inspector = inspector
        self._strip = strip
        inspector.panels_chosen.connect(self._on_chosen_in_inspector)
        inspector.nodes_shown.connect(self.update_content)
        strip.panels_selected.connect(self.update_content)
        strip.board_shown.connect(self.update_content)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Choose elsewhere what is chosen on the strip."""
        self._sheet.show_panels(self._strip.storyboard, self._strip.selected_panels)
        if self._shows_the_same():
            self._inspector.choose_panels(self._strip.selected_panels)

    @Slot(object)
    def _on_chosen_in_inspector(self, ids: tuple[str, ...]) -> None:
        if ids and self._shows_the_same():
            self._strip.select_panels(ids)

    def _shows_the_same(self) -> bool:
        at, ids = self._inspector.shown_nodes
        return len(ids) == 1 and "/".join((*at, *ids)) == self._strip.storyboard
