"""Paper and player on one playhead: the panel that is drawn on is the one that is seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from pipelines.panel_edits import edges, place_of
from widgets.paper.board import Board
from widgets.strip import StoryStrip
from widgets.viewer.viewer import Viewer


class Playhead(QObject):
    """Follows the viewer with the paper, and the paper with the viewer.

    Only while the viewer shows as many frames as the storyboard has, and not while it plays.
    """

    def __init__(self, board: Board, strip: StoryStrip, viewer: Viewer, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._strip = strip
        self._viewer = viewer
        self._panel = board.panel
        viewer.frame_changed.connect(self._on_frame_changed)
        viewer.playback.playing_changed.connect(self._on_playing_changed)
        viewer.arrivals.strip_changed.connect(self._on_strip_changed)
        board.changed.connect(self._on_board_changed)
        strip.panels_selected.connect(self._on_panels_selected)
        strip.board_shown.connect(board.set_storyboard)

    def close(self) -> None:
        """Leave both alone."""
        self._viewer.frame_changed.disconnect(self._on_frame_changed)
        self._viewer.playback.playing_changed.disconnect(self._on_playing_changed)
        self._viewer.arrivals.strip_changed.disconnect(self._on_strip_changed)
        self._board.changed.disconnect(self._on_board_changed)
        self._strip.panels_selected.disconnect(self._on_panels_selected)

    @property
    def _is_joined(self) -> bool:
        length = sum(panel.duration for panel in self._board.panels)
        playback = self._viewer.playback
        return 0 < length == playback.length and not playback.is_playing

    @Slot(int)
    def _on_frame_changed(self, frame: int) -> None:
        if not self._is_joined:
            return
        found = place_of(self._board.panels, frame)
        if found is not None:
            self._board.show_panel(self._board.panels[found[0]].id)

    @Slot(object)
    def _on_panels_selected(self, panels: tuple[str, ...]) -> None:
        self._board.choose_panels(panels)
        if panels and self._board.panel is not None and self._board.panel.id not in panels:
            self._board.show_panel(panels[-1])

    @Slot(bool)
    def _on_playing_changed(self, plays: bool) -> None:
        if not plays:
            self._on_frame_changed(self._viewer.playback.frame)

    @Slot()
    def _on_board_changed(self) -> None:
        """Another panel is drawn on: it is the chosen one, and its first frame is looked at,
        unless another of its frames is."""
        before, self._panel = self._panel, self._board.panel
        panel = self._panel
        if panel is None or (before is not None and before.id == panel.id):
            return
        if panel.id not in self._strip.selected_panels:
            self._strip.select_panels(self._board.chosen)
        self._show_panel()

    @Slot()
    def _on_strip_changed(self) -> None:
        """The film has come to be as long as the storyboard, which was changed before."""
        self._show_panel()

    def _show_panel(self) -> None:
        """Look at the panel in hand, if none of its frames is looked at."""
        place = self._board.place
        if not self._is_joined or place < 0:
            return
        start, stop = edges(self._board.panels)[place : place + 2]
        if not start <= self._viewer.playback.frame < stop:
            self._viewer.playback.go_to(start)
