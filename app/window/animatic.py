"""The storyboard plays on the paper: panels, holds and in-betweens, on the viewer's playhead."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from app.frames.client import FrameClient, ViewSupply
from app.window.viewing import Viewing
from nodes.between_graph import in_betweens_of
from nodes.feeding import Output
from nodes.frame_serving.messages import ArrivedFrame, FrameState
from pipelines.panel_edits import edges
from widgets.paper.paper import Paper
from widgets.pictures import to_qimage
from widgets.strip import StoryStrip
from widgets.words import tr

VIEW = "paper"
_AHEAD = 8
_DRAFT_BELOW = 0.75
_DRAFT = 0.5
"""The working scale of frames that are shown at no more than that share of their size."""


class Animatic(QObject):
    """Plays on the paper whenever the viewer plays frames of the storyboard, and starts that.

    The viewer's clock says which frame it is; one that comes late is left out. Close it before
    they go.
    """

    def __init__(
        self, paper: Paper, strip: StoryStrip, viewing: Viewing, client: FrameClient
    ) -> None:
        super().__init__(paper)
        self._paper = paper
        self._strip = strip
        self._viewing = viewing
        self._playback = viewing.viewer.playback
        self._supply = ViewSupply(client, VIEW, parent=self)
        self._client = client
        self._asked = -1
        """The frame that is on its way, -1 while none is."""
        self._is_lent = False
        """The viewer shows the storyboard for as long as it plays."""
        self._is_awaited = False
        paper.space.tapped.connect(self.toggle)
        paper.film.touched.connect(self._playback.pause)
        paper.commands["play"].triggered.connect(self.toggle)
        self._playback.playing_changed.connect(self._on_playing_changed)
        self._playback.frame_changed.connect(self._on_frame_changed)
        viewing.viewer.arrivals.strip_changed.connect(self._on_strip_changed)
        self._supply.frame_arrived.connect(self._on_frame_arrived)

    def close(self) -> None:
        """Let go of what outlives it."""
        self._playback.playing_changed.disconnect(self._on_playing_changed)
        self._playback.frame_changed.disconnect(self._on_frame_changed)
        self._viewing.viewer.arrivals.strip_changed.disconnect(self._on_strip_changed)
        self._playback.pause()
        self._give_back()
        self._client.cancel(VIEW)

    @Slot()
    def toggle(self) -> None:
        """Play, or stop. Where the viewer shows something else, it shows the storyboard for now."""
        if self._playback.is_playing:
            self._playback.pause()
        elif self._is_joined:
            self._playback.play()
        elif self._length > 1:
            self._is_lent = self._is_awaited = True
            self._viewing.look_meanwhile(Output(self._path, ""))
        else:
            self._strip.refused.emit(tr("There is nothing to play yet: draw two panels."))

    @property
    def _length(self) -> int:
        return edges(self._strip.editing.panels)[-1]

    @property
    def _is_joined(self) -> bool:
        return 1 < self._length == self._playback.length

    @property
    def _path(self) -> str:
        """What plays: the storyboard with its in-betweens, or, without any, held."""
        graph, path = self._strip.editing.model.graph, self._strip.editing.path
        found = in_betweens_of(graph, path)
        return found[0][0] if found else path

    @property
    def _plays_here(self) -> bool:
        return self._playback.is_playing and self._is_joined and self._paper.view.isVisible()

    def _ask(self) -> None:
        if self._asked >= 0:
            return
        film = self._paper.film
        size = film.wanted_size.toTuple()
        share = size[0] / max(self._paper.board.size[0], 1)
        self._supply.scale = _DRAFT if share <= _DRAFT_BELOW else 1.0
        self._asked = self._playback.frame
        self._supply.request(self._asked, size)

    def _read_ahead(self) -> None:
        course = self._playback.course
        if course is not None:
            on = replace(course, frame=self._playback.frame, at=0.0)
            steps = (on.frame_at(on.due(step) + on.due(1) / 2) for step in range(1, _AHEAD + 1))
            frames = tuple(dict.fromkeys(steps))
            self._supply.read_ahead(frames, self._paper.film.wanted_size.toTuple())

    def _give_back(self) -> None:
        if self._is_lent:
            self._is_lent = self._is_awaited = False
            self._viewing.look_meanwhile(None)

    @Slot(bool)
    def _on_playing_changed(self, plays: bool) -> None:
        self._asked = -1
        self._paper.show_playing(plays=plays)
        if self._plays_here:
            self._supply.look_at(self._path)
            self._ask()
        else:
            self._client.cancel(VIEW)
            self._paper.film.end()
            if not plays:
                self._give_back()

    @Slot()
    def _on_frame_changed(self) -> None:
        if self._plays_here:
            self._ask()

    @Slot()
    def _on_strip_changed(self) -> None:
        """What the viewer was lent for may be there now."""
        if self._is_awaited and self._is_joined:
            self._is_awaited = False
            self._playback.play()

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        late, self._asked = self._asked != self._playback.frame, -1
        if not self._plays_here:
            return
        if arrived.raster is not None and arrived.answer.state is FrameState.SHOWN:
            self._paper.film.show_frame(to_qimage(arrived.raster))
        if late:
            self._ask()
        else:
            self._read_ahead()
