"""What VACE sees through the node in hand: asked of the frame server, judged in a thread, shown
over the ruler, mended by one step."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPixmap

from app.frames.client import FrameClient
from app.window.aside import Aside
from app.window.project_in_hand import ProjectInHand
from app.window.run_desk import RunDesk
from app.window.viewing import Viewing
from nodes.feeding import Output
from nodes.frame_serving.messages import ArrivedFrame, FrameState, Raster, scene_of
from nodes.refusals import GraphError
from nodes.vace_sight import VaceSight, mended, upstream, vace_sight
from pipelines.errors import MismatchError
from pipelines.vace.advice import Advice, Mend, Noticed, advised
from pipelines.vace.references import is_busy
from pipelines.vace.sizes import model_length
from pipelines.values import Image, Pixels8
from widgets.inspector import Inspector
from widgets.pictures import to_qimage
from widgets.vace_sight.film import Row, SeenFilm
from widgets.vace_sight.pane import mend_words
from widgets.words import said, told

SCENE = "what VACE sees"
_VIEW = "what VACE sees "
_LANES = 2
"""How many requests wait at the server at most."""
_SIZE = (256, 144)
_REFERENCE = "reference"


class _Wish(NamedTuple):
    """A frame of a row, or, for a reference, which of them."""

    row: str
    frame: int


class _Judged(NamedTuple):
    advice: list[Advice]
    busy: tuple[int, ...]
    words: str = ""


class _Judging(Aside):
    """What is likely not meant, found out in a thread."""

    def __init__(self, noticed: Noticed, references: list[Image]) -> None:
        super().__init__()
        self._noticed = noticed
        self._references = references

    def work(self) -> object:
        busy = tuple(at for at, one in enumerate(self._references) if is_busy(one))
        try:
            return _Judged(advised(replace(self._noticed, busy=len(busy))), busy)
        except MismatchError as error:
            return _Judged([], (), told(error))


class VaceSeeing(QObject):
    """Follows the inspector. Frames are asked for one after another, patiently."""

    refused = Signal(str)
    node_wanted = Signal(str)
    """The path of a node that the person is to go on with."""

    def __init__(
        self,
        project: ProjectInHand,
        inspector: Inspector,
        viewing: Viewing,
        client: FrameClient,
        desk: RunDesk,
    ) -> None:
        super().__init__(inspector)
        self._project = project
        self._inspector = inspector
        self._viewing = viewing
        self._client = client
        self._desk = desk
        self._pane = viewing.viewer.seen
        self._sight: VaceSight | None = None
        self._made_from: tuple[object, ...] = ()
        self._film: SeenFilm | None = None
        self._pictures: dict[tuple[Row, int], QPixmap] = {}
        self._masks: dict[int, Pixels8] = {}
        self._kept: set[int] = set()
        """Frames of which nothing is made."""
        self._references: dict[int, Image] = {}
        self._wanted: deque[_Wish] = deque()
        self._seen: set[_Wish] = set()
        """What is asked for, or has come."""
        self._asked: dict[str, tuple[int, _Wish]] = {}
        self._has_stopped = False
        self._judging: _Judging | None = None
        self._busy: tuple[int, ...] = ()
        client.frame_arrived.connect(self._on_frame_arrived)
        client.scene_shown.connect(self._on_scene_shown)
        inspector.nodes_shown.connect(self.update_content)
        desk.standing_found.connect(self._on_standing_found)
        self._pane.mend_wanted.connect(self._on_mend_wanted)
        self._pane.strip.columns_changed.connect(self._on_columns_changed)
        self.update_content()

    def close(self) -> None:
        """The project is put away."""
        self._client.frame_arrived.disconnect(self._on_frame_arrived)
        self._client.scene_shown.disconnect(self._on_scene_shown)
        self._desk.standing_found.disconnect(self._on_standing_found)
        self._pane.mend_wanted.disconnect(self._on_mend_wanted)
        self._pane.strip.columns_changed.disconnect(self._on_columns_changed)
        self._let_go()
        self._judging = None
        self._pane.show_film(None)
        self._pane.show_advice(())

    @Slot()
    def update_content(self) -> None:
        """Show what VACE sees through the node that is shown, if it sees through it."""
        graph = self._project.model.graph
        at, ids = self._inspector.shown_nodes
        sight = vace_sight(graph, at, ids[0]) if len(ids) == 1 else None
        before, self._sight = self._sight, sight
        if sight is None:
            if before is not None:
                self._forget()
            return
        made_from = upstream(sight.graph, sight.at, sight.node.id)
        if before is not None and before.path == sight.path and made_from == self._made_from:
            return
        if before is None or before.path != sight.path:
            self._forget()
        self._made_from = made_from
        self._begin(sight)

    def _forget(self) -> None:
        self._let_go()
        self._film, self._judging, self._busy = None, None, ()
        self._pictures, self._masks = {}, {}
        self._pane.show_film(None)
        self._pane.show_advice(())

    def _let_go(self) -> None:
        self._wanted.clear()
        self._seen.clear()
        for view in self._asked:
            self._client.cancel(view)
        self._asked.clear()

    def _begin(self, sight: VaceSight) -> None:
        """Ask for all of it anew; what was seen before is shown until then."""
        self._let_go()
        self._masks, self._references, self._has_stopped = {}, {}, False
        self._kept.clear()
        if sight.graph is not self._project.model.graph:
            snapshot, consents = self._project.snapshot(), self._viewing.consents
            scene = scene_of(snapshot, self._project.tiles, consents=consents, name=SCENE)
            self._client.show_scene(replace(scene, graph=sight.graph), self._project.store.flush)
        self._want(_Wish(Row.TOLD, 0))
        self._want(*(_Wish(_REFERENCE, at) for at in range(len(sight.references))))

    def _want(self, *wishes: _Wish) -> None:
        new = [one for one in dict.fromkeys(wishes) if one not in self._seen]
        self._seen.update(new)
        self._wanted.extend(new)
        self._ask_next()

    def _ask_next(self) -> None:
        sight = self._sight
        while sight is not None and self._wanted and not self._has_stopped:
            lane = next(
                (f"{_VIEW}{at}" for at in range(_LANES) if f"{_VIEW}{at}" not in self._asked), ""
            )
            if not lane:
                return
            wish = self._wanted.popleft()
            self._asked[lane] = self._request(sight, lane, wish), wish

    def _request(self, sight: VaceSight, lane: str, wish: _Wish) -> int:
        own = sight.graph is self._project.model.graph
        source, frame, scene = Output(sight.path, wish.row), wish.frame, "" if own else SCENE
        if wish.row == _REFERENCE:
            source, frame, scene = sight.references[wish.frame], 0, ""
        return self._client.request(
            lane, source.path, source.name, frame, _SIZE, scene=scene, patient=True
        )

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        asked = self._asked.get(answer.view)
        if asked is None or asked[0] != answer.serial:
            return
        wish = self._asked.pop(answer.view)[1]
        if answer.state is FrameState.OVERTAKEN:
            self._wanted.append(wish)
        elif arrived.raster is not None:
            self._take(arrived, arrived.raster, wish)
        elif wish.row != _REFERENCE:
            self._stop(answer.words, answer.mend)
        self._ask_next()

    def _stop(self, words: str, mend: str) -> None:
        """A frame cannot be shown: say why, and ask for no others until something changes."""
        self._has_stopped = True
        self._film = None
        self._pane.show_film(None, " ".join(filter(None, (said(words), said(mend)))))
        self._pane.show_advice(())

    def _take(self, arrived: ArrivedFrame, raster: Raster, wish: _Wish) -> None:
        strip = arrived.answer.strip
        if wish.row == _REFERENCE:
            self._references[wish.frame] = Image(_pixels(raster))
            self._judge()
            return
        row = Row(wish.row)
        self._pictures[row, wish.frame] = QPixmap.fromImage(to_qimage(raster))
        if row is Row.TOLD:
            self._masks[wish.frame] = _pixels(raster)[..., 0]
            self._kept.discard(wish.frame)
            if not self._masks[wish.frame].any():
                self._kept.add(wish.frame)
        if strip is not None and (self._film is None or strip.length != self._film.length):
            self._pictures = {
                key: one for key, one in self._pictures.items() if key[1] < strip.length
            }
            self._film = SeenFilm(strip.length, strip.format.width / strip.format.height)
        self._show()
        if self._film is not None and wish == (Row.TOLD, 0):
            self._on_columns_changed()
            self._want(*(_Wish(Row.TOLD, frame) for frame in self._film.sampled))
            self._want(*(_Wish(Row.TOLD, frame) for frame in range(self._film.length)))
        if row is Row.TOLD:
            self._judge()

    def _show(self) -> None:
        if self._film is None:
            return
        kept = frozenset(self._kept)
        self._film = replace(self._film, pictures=dict(self._pictures), kept=kept)
        self._pane.show_film(self._film)

    @Slot()
    def _on_columns_changed(self) -> None:
        """Pictures of the frames that are shown come before the masks of all others."""
        film = self._film
        if film is None:
            return
        wishes = [
            _Wish(row, film.told[frame] if row is Row.TOLD else frame)
            for frame in self._pane.strip.frames
            for row in Row
        ]
        new = [one for one in dict.fromkeys(wishes) if one not in self._seen]
        self._seen.update(new)
        self._wanted.extendleft(reversed(new))
        self._ask_next()

    # What is likely not meant

    def _judge(self) -> None:
        """Once all masks and references are there."""
        film, sight = self._film, self._sight
        if film is None or sight is None or len(self._masks) < film.length:
            return
        if len(self._references) < len(sight.references):
            return
        masks = [self._masks[frame] for frame in range(film.length)]
        masks += [masks[-1]] * (model_length(film.length) - film.length)
        references = [self._references[at] for at in sorted(self._references)]
        noticed = Noticed(
            sight.mode, sight.has_masks, np.stack(masks), film.length, len(references)
        )
        self._judging = _Judging(noticed, references)
        self._judging.told.connect(self._on_judged)
        self._judging.start()

    @Slot(object)
    def _on_judged(self, judged: _Judged) -> None:
        sight = self._sight
        if sight is None or self.sender() is not self._judging:
            return
        self._judging, self._busy = None, judged.busy
        graph = self._project.model.graph
        self._pane.show_advice(
            [(one, mended(sight, graph, one, judged.busy) is not None) for one in judged.advice]
        )
        if judged.words:
            self._pane.told.show_text(judged.words)

    @Slot(object)
    def _on_mend_wanted(self, advice: Advice) -> None:
        sight, model = self._sight, self._project.model
        edit = mended(sight, model.graph, advice, self._busy) if sight is not None else None
        if sight is None or edit is None:
            return
        before = set(model.document.graph_at(sight.at).nodes)
        try:
            model.do(edit, mend_words(advice))
        except GraphError as error:
            self.refused.emit(told(error))
            return
        if advice.mending is Mend.CUT_OUT:
            added = model.document.graph_at(sight.at).nodes
            made = [one for one in added if one not in before and added[one].type == "mask.segment"]
            self.node_wanted.emit("/".join((*sight.at, made[0])))

    @Slot(str)
    def _on_scene_shown(self, name: str) -> None:
        if not name:
            self.update_content()

    @Slot()
    def _on_standing_found(self) -> None:
        """Something has run: perhaps what was missing is there."""
        if self._has_stopped and self._sight is not None:
            self._begin(self._sight)


def _pixels(raster: Raster) -> Pixels8:
    pixels = np.frombuffer(raster.pixels, np.uint8)
    return pixels.reshape(raster.height, raster.width, raster.channels)
