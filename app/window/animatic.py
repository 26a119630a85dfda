"""The storyboard plays on the paper: panels, holds and in-betweens, on the viewer's playhead."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Slot

from app.frames.client import FrameClient, ViewSupply
from app.window.project_in_hand import ProjectInHand
from app.window.viewing import VIEWER, Viewing
from nodes.between_graph import in_betweens_of
from nodes.feeding import Output
from nodes.frame_serving.messages import ArrivedFrame, FrameState, Scene
from nodes.graph import Graph
from nodes.sounding_graph import with_sound_under
from pipelines.panel_edits import edges
from widgets.paper.paper import Paper
from widgets.strip import StoryStrip
from widgets.viewer.film_reel import FilmReel
from widgets.words import tr

_VIEWS = ("paper 1", "paper 2", "paper 3")
"""Of the frame server: as many frames are on their way."""
_SCENE = "animatic"
_DRAFT_BELOW = 0.75
_DRAFT = 0.5
"""The working scale of frames that are shown at no more than that share of their size."""


class Animatic(QObject):
    """Plays on the paper whenever the viewer plays frames of the storyboard, and starts that.

    The viewer's clock says which frame it is. Close it before they go.
    """

    def __init__(
        self,
        paper: Paper,
        strip: StoryStrip,
        project: ProjectInHand,
        viewing: Viewing,
        client: FrameClient,
    ) -> None:
        super().__init__(paper)
        self._paper = paper
        self._strip = strip
        self._project = project
        self._viewing = viewing
        self._playback = viewing.viewer.playback
        self._client = client
        self._supplies = [ViewSupply(client, view, parent=self) for view in _VIEWS]
        self.reel = FilmReel(self._supplies, self._playback, self._wanted_size, self)
        self.reel.shown.connect(paper.film.show_frame)
        self._is_lent = False
        """The viewer shows the storyboard for as long as it plays."""
        self._sounds = False
        """What it shows then has the sound that is laid under it further on."""
        self._is_awaited = False
        paper.space.tapped.connect(self.toggle)
        paper.film.touched.connect(self._playback.pause)
        paper.commands["play"].triggered.connect(self.toggle)
        self._playback.playing_changed.connect(self._on_playing_changed)
        viewing.viewer.arrivals.strip_changed.connect(self._on_strip_changed)
        client.frame_arrived.connect(self._on_frame_arrived)

    def close(self) -> None:
        """Let go of what outlives it."""
        self._playback.playing_changed.disconnect(self._on_playing_changed)
        self._viewing.viewer.arrivals.strip_changed.disconnect(self._on_strip_changed)
        self._client.frame_arrived.disconnect(self._on_frame_arrived)
        self._playback.pause()
        self._give_back()
        self._end()

    @Slot()
    def toggle(self) -> None:
        """Play, or stop. Where the viewer shows something else, it shows the storyboard for now."""
        if self._playback.is_playing:
            self._playback.pause()
        elif self._is_joined and (self._viewing.viewer.sounding.has_sound or not self._has_sound):
            self._playback.play()
        elif self._length > 1:
            self._lend(sounds=True)
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
    def _sounding(self) -> tuple[Graph, str] | None:
        return with_sound_under(self._project.model.graph, self._path)

    @property
    def _has_sound(self) -> bool:
        return self._sounding is not None

    def _lend(self, *, sounds: bool) -> None:
        """Let the viewer show what plays, with the sound that it has further on."""
        self._is_lent = self._is_awaited = True
        found = self._sounding if sounds else None
        self._sounds = found is not None
        if found is None:
            self._viewing.look_meanwhile(Output(self._path, ""))
            return
        graph, path = found
        project, reads = self._project, self._viewing.consents
        scene = Scene(graph, project.tiles, project.folder, consents=reads, name=_SCENE)
        self._client.show_scene(scene, project.store.flush)
        self._viewing.look_meanwhile(Output(path, ""), scene=_SCENE)

    @property
    def _plays_here(self) -> bool:
        return self._playback.is_playing and self._is_joined and self._paper.view.isVisible()

    def _end(self) -> None:
        self.reel.end()
        for view in _VIEWS:
            self._client.cancel(view)

    def _wanted_size(self) -> QSize:
        return self._paper.film.wanted_size

    def _give_back(self) -> None:
        if self._is_lent:
            self._is_lent = self._is_awaited = False
            self._viewing.look_meanwhile(None)
            if self._sounds:
                self._client.show_scene(Scene(Graph(), name=_SCENE))

    @Slot(bool)
    def _on_playing_changed(self, plays: bool) -> None:
        self._paper.show_playing(plays=plays)
        if self._plays_here:
            share = self._wanted_size().width() / max(self._paper.board.size[0], 1)
            for supply in self._supplies:
                supply.scale = _DRAFT if share <= _DRAFT_BELOW else 1.0
                supply.look_at(self._path)
            self.reel.begin()
        else:
            self._end()
            self._paper.film.end()
            if not plays:
                self._give_back()

    @Slot()
    def _on_strip_changed(self) -> None:
        """What the viewer was lent for may be there now."""
        if self._is_awaited and self._is_joined:
            self._is_awaited = False
            self._playback.play()

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        """Where the sound cannot be had, it plays without."""
        answer = arrived.answer
        is_refused = answer.state in (FrameState.FAILED, FrameState.NOT_RUN)
        if self._is_awaited and self._sounds and answer.view == VIEWER and is_refused:
            self._lend(sounds=False)
            self._on_strip_changed()  # where it showed this before, nothing changes
