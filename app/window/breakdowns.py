"""Makes the in-between under the playhead a panel: its layers come from the frame server, are cut
to tiles in a thread, and are put in as one step."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.frames.client import FrameClient
from app.window.project_in_hand import ProjectInHand
from app.window.viewing import Viewing
from nodes.between_graph import (
    Way,
    between_graph,
    in_betweens_of,
    layer_alone,
    pictures_alone,
    way_of,
)
from nodes.edits import Edit
from nodes.frame_serving.messages import ArrivedFrame, FrameState, Raster, Scene
from nodes.graph import Graph, Node
from nodes.halved_moves import shared_out
from pipelines.breakdowns import (
    PICTURE,
    Moment,
    drawn_between,
    inserted,
    moment_at,
    moving_layers,
    pictures_move,
)
from pipelines.easing import eased_times
from pipelines.errors import MismatchError, StoryloomError
from pipelines.layer_motions import carried, motion_of
from pipelines.motion_paths import stretched
from pipelines.painting.beside import lies_beside, moved_by_tiles, wide_paper
from pipelines.painting.coverage import Area
from pipelines.painting.tiles import TileStore, cut
from pipelines.panels import TILE, Layer, LayerMotion, Panel, Tile
from pipelines.values import Image
from widgets.strip import StoryStrip
from widgets.strip.boards import Board
from widgets.strip.editing import fresh_id
from widgets.words import told, tr

VIEW = "breakdown"
Carried = tuple[Layer, Layer, LayerMotion]
Moved = Mapping[str, tuple[Tile, ...]]


@dataclass(slots=True)
class _Work:
    """One breakdown on its way: where, between what, and what of it has come."""

    board: Board
    way: Way
    moment: Moment
    progress: float
    first: Panel
    second: Panel
    names: Sequence[str]
    """Ids of the layers that the frame server moves, or PICTURE."""
    carried: Mapping[str, Carried]
    """The layers whose motion a hand has set, by id."""
    wide: Sequence[tuple[str, Area]] = ()
    """Layers with paint beside the frame, once more on a larger paper."""
    asked: int = 0
    serial: int = 0
    pictures: dict[str, Raster] = field(default_factory=dict[str, Raster])
    beside: dict[str, tuple[Area, Raster]] = field(default_factory=dict[str, tuple[Area, Raster]])

    @property
    def count(self) -> int:
        """How many pictures are asked for."""
        return len(self.names) + len(self.wide)

    @property
    def size(self) -> tuple[int, int]:
        """The size of the picture that is asked for."""
        if self.asked < len(self.names):
            return self.board.size
        left, top, right, bottom = self.wide[self.asked - len(self.names)][1]
        return right - left, bottom - top

    def take(self, raster: Raster) -> None:
        """The picture that was asked for."""
        if self.asked < len(self.names):
            self.pictures[self.names[self.asked]] = raster
        else:
            name, area = self.wide[self.asked - len(self.names)]
            self.beside[name] = (area, raster)


class _Cutting(QThread):
    """Pictures on their way to being tiles."""

    done = Signal(object)
    """Moved."""
    failed = Signal(str)

    def __init__(self, work: _Work, tiles: TileStore, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._tiles = tiles

    def run(self) -> None:
        work, tiles = self._work, self._tiles
        try:
            made = {
                name: _cut(one, work.beside.get(name), tiles) for name, one in work.pictures.items()
            }
            for name, (layer, twin, motion) in work.carried.items():
                made[name] = carried(layer, twin, motion, work.progress, tiles)
        except StoryloomError as error:
            self.failed.emit(told(error))
        else:
            self.done.emit(made)


class Breakdowns(QObject):
    """Adds breakdowns to the storyboard of a strip, one at a time. Close it before they go."""

    told = Signal(str)
    """What goes on, where it takes a while."""

    def __init__(self, strip: StoryStrip, project: ProjectInHand, viewing: Viewing) -> None:
        super().__init__(strip)
        self._strip = strip
        self._project = project
        self._viewing = viewing
        self._client: FrameClient | None = viewing.client
        self._work: _Work | None = None
        self._cutting: _Cutting | None = None
        strip.breakdown_asked.connect(self.add)
        if self._client is not None:
            self._client.frame_arrived.connect(self._on_frame_arrived)

    def close(self) -> None:
        """Let go of what is under way."""
        if self._client is not None:
            self._client.frame_arrived.disconnect(self._on_frame_arrived)
            self._client.cancel(VIEW)
        if self._cutting is not None:
            self._cutting.wait()
        self._work = None

    @Slot(int)
    def add(self, frame: int) -> None:
        """Begin to make the in-between at a frame a panel, unless one is being made."""
        board = self._strip.editing.board
        if board is None or self._client is None or self._work is not None:
            return
        try:
            work = self._begun(board, frame)
        except MismatchError as error:
            self._strip.refused.emit(told(error))
            return
        self._work = work
        if not work.names:
            self._cut(work)
            return
        pairs = {layer.id: (layer, twin) for layer, twin in moving_layers(work.first, work.second)}
        moved = (
            pictures_alone(work.first, work.second)
            if name == PICTURE
            else layer_alone(work.first, work.second, pairs[name])
            for name in work.names
        )
        graph = between_graph(board.node, work.way, work.moment, moved)
        for number, (name, area) in enumerate(work.wide, len(work.names)):
            first, second = (_on_wide_paper(one, area) for one in (work.first, work.second))
            pair = next(one for one in moving_layers(first, second) if one[0].id == name)
            paper, way = _paper_of(board.node, area), _on_paper(work.way, board.size, area)
            ends = [layer_alone(first, second, pair)]
            wide = between_graph(paper, way, work.moment, ends, first=number)
            graph = graph.put(wide.nodes.values())
        self._show(graph)
        self._ask_next(work)
        self.told.emit(tr("The breakdown is being made …"))

    def _begun(self, board: Board, frame: int) -> _Work:
        moment = moment_at(board.panels, frame)
        first, second = board.panels[moment.place : moment.place + 2]
        graph = self._project.model.graph
        found = in_betweens_of(graph, board.path)
        way = way_of(graph, found[0] if found else None, first.id)
        progress = eased_times(way.easing, moment.move)[moment.step - 1]
        if not 0 < progress < 1:
            raise MismatchError(
                tr("The timing curve shows a panel as it is drawn here."),
                mend=tr("Choose another frame."),
            )
        set_by_hand: dict[str, Carried] = {
            layer.id: (layer, twin, motion)
            for layer, twin in moving_layers(first, second)
            if (motion := motion_of(board.panels, moment.place, layer.id)) is not None
            and not layer.parent
            and not way.paths
        }
        moving = [layer.id for layer, _ in moving_layers(first, second)]
        names = [name for name in moving if name not in set_by_hand]
        if pictures_move(first, second):
            names.insert(0, PICTURE)
        if not names and not set_by_hand:
            raise MismatchError(
                tr("Nothing moves between these panels: their layers are drawn alike."),
                mend=tr("Split the panel and change the copy."),
            )
        wide = self._beside(board, first, second, names)
        return _Work(board, way, moment, progress, first, second, names, set_by_hand, wide)

    def _beside(
        self, board: Board, first: Panel, second: Panel, names: Sequence[str]
    ) -> list[tuple[str, Area]]:
        """The layers of which something lies beside the frame, and the papers that hold it."""
        tiles, size = self._project.store, board.size
        return [
            (layer.id, wide_paper((layer, twin), size))
            for layer, twin in moving_layers(first, second)
            if layer.id in names and any(lies_beside(one, size, tiles) for one in (layer, twin))
        ]

    def _show(self, graph: Graph) -> None:
        assert self._client is not None
        project = self._project
        scene = Scene(
            graph, project.tiles, project.folder, consents=self._viewing.consents, name=VIEW
        )
        self._client.show_scene(scene, project.store.flush)

    def _ask_next(self, work: _Work) -> None:
        assert self._client is not None
        path = f"between{work.asked}"
        work.serial = self._client.request(VIEW, path, "", work.moment.step, work.size, scene=VIEW)

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        work, answer = self._work, arrived.answer
        if work is None or answer.view != VIEW or answer.serial != work.serial:
            return
        if answer.state is not FrameState.SHOWN or arrived.raster is None:
            self._give_up(f"{answer.words} {answer.mend}".strip())
            return
        if work.first.id not in answer.doubtful:
            work.take(arrived.raster)
        work.asked += 1
        if work.asked < work.count:
            self._ask_next(work)
        else:
            if not work.pictures and not work.carried:
                self.told.emit(
                    tr("The move holds here, so the breakdown begins as the nearer drawing.")
                )
            self._cut(work)

    def _cut(self, work: _Work) -> None:
        self._forget_scene()
        self._cutting = _Cutting(work, self._project.store, self)
        self._cutting.done.connect(self._on_cut)
        self._cutting.failed.connect(self._on_failed)
        self._cutting.start()

    @Slot(object)
    def _on_cut(self, made: Moved) -> None:
        work = self._ended()
        if work is None:
            return
        editing, at = self._strip.editing, work.moment.place
        if editing.path != work.board.path or editing.panels[at : at + 2] != (
            work.first,
            work.second,
        ):
            self._strip.refused.emit(
                tr("The panels were changed while the breakdown was made. Add it again.")
            )
            return
        name = fresh_id()
        between = drawn_between(work.first, work.second, work.progress, name, made=made)
        after = inserted(editing.panels, work.moment, between, progress=work.progress)
        edits = self._timing_kept(work, name)
        if editing.put(after, tr("Add a breakdown"), also=edits):
            editing.select([name])
            editing.look_at(name)

    @Slot(str)
    def _on_failed(self, words: str) -> None:
        self._ended()
        self._strip.refused.emit(words)

    def _timing_kept(self, work: _Work, name: str) -> list[Edit]:
        """What keeps every other frame where it was: each half has its part of the curve and of the
        paths."""
        graph = self._project.model.graph
        found = in_betweens_of(graph, work.board.path)
        aspect = work.board.size[0] / work.board.size[1]
        return [
            edit
            for between in found
            for edit in shared_out(graph, between, work.first.id, name, work.moment, aspect)
        ]

    def _ended(self) -> _Work | None:
        work, self._work = self._work, None
        if self._cutting is not None:
            self._cutting.wait()
            self._cutting.deleteLater()
            self._cutting = None
        return work

    def _give_up(self, words: str) -> None:
        self._forget_scene()
        self._ended()
        self._strip.refused.emit(words)

    def _forget_scene(self) -> None:
        if self._client is not None:
            self._client.show_scene(Scene(Graph(), name=VIEW))


def _cut(raster: Raster, beside: tuple[Area, Raster] | None, tiles: TileStore) -> tuple[Tile, ...]:
    """The picture in the frame as tiles, and around it what lies beside."""
    if beside is None:
        return cut(_image(raster), tiles)
    (left, top, _, _), wide = beside
    pixels = _image(wide).pixels.copy()
    pixels[-top : raster.height - top, -left : raster.width - left] = _image(raster).pixels
    return cut(Image(pixels), tiles, at=(left, top))


def _on_wide_paper(panel: Panel, area: Area) -> Panel:
    """The panel on a paper that begins at the corner of an area, with what a hand set of it."""
    across, down = -area[0] // TILE, -area[1] // TILE
    motions = [
        replace(one, pivot=(one.pivot[0] + across * TILE, one.pivot[1] + down * TILE))
        for one in panel.motions
    ]
    layers = [moved_by_tiles(layer, across, down) for layer in panel.layers]
    return replace(panel, layers=tuple(layers), motions=tuple(motions))


def _on_paper(way: Way, size: tuple[int, int], area: Area) -> Way:
    """The way with its paths in shares of a paper as large as an area."""
    across, down = size[0] / (area[2] - area[0]), size[1] / (area[3] - area[1])
    paths = [replace(one, path=stretched(one.path, across, down)) for one in way.paths]
    return dataclasses.replace(way, paths=tuple(paths))


def _paper_of(board: Node, area: Area) -> Node:
    """The storyboard with a paper as large as an area."""
    size = {"width": area[2] - area[0], "height": area[3] - area[1]}
    return replace(board, parameters={**board.parameters, **size})


def _image(raster: Raster) -> Image:
    pixels = np.frombuffer(raster.pixels, np.uint8)
    return Image(pixels.reshape(raster.height, raster.width, raster.channels))
