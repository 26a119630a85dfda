"""The in-betweens on both sides of the panel in hand, for the onion skin: from the frame server,
behind everything else."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Slot

from app.frames.client import FrameClient
from app.window.project_in_hand import ProjectInHand
from nodes.between_graph import Way, between_graph, in_betweens_of, way_of
from nodes.frame_serving.messages import ArrivedFrame, FrameState, Scene
from nodes.graph import Graph
from pipelines.breakdowns import Moment, moving_layers
from pipelines.painting.composite import RGB
from pipelines.panels import LayerRole, Panel
from pipelines.timing import move_length, timing_of
from pipelines.values import JointMode
from widgets.paper.desk import PaperDesk
from widgets.paper.onion import MoveGhost, tint
from widgets.pictures import to_qimage
from widgets.strip import StoryStrip

VIEW = "onion"
_LOOK_MS = 250
"""So long the drawing rests before its in-betweens are made."""
_MOST = 5
"""In-betweens of one move."""
_SCALE = 0.5
_FAINTER = 0.45


@dataclass(frozen=True, slots=True)
class _Move:
    """A move that shows through: its ends with nothing but what moves, and how it is shown."""

    first: Panel
    second: Panel
    side: int
    """0 for the move to the panel in hand, 1 for the one away from it."""
    length: int
    tint: RGB
    way: Way

    @property
    def steps(self) -> list[int]:
        """The frames of it that are shown, evenly spread."""
        count = min(self.length, _MOST)
        return [round(at * (self.length + 1) / (count + 1)) for at in range(1, count + 1)]


@dataclass(slots=True)
class _Work:
    """What is fetched: each frame of each move in turn."""

    wanted: list[tuple[_Move, int]]
    opacity: float
    serial: int = 0
    made: list[MoveGhost] = field(default_factory=list[MoveGhost])


class OnionMoves(QObject):
    """Keeps the in-betweens on a desk to what is drawn. Close it before the desk goes."""

    def __init__(
        self, desk: PaperDesk, strip: StoryStrip, project: ProjectInHand, client: FrameClient
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._strip = strip
        self._project = project
        self._client = client
        self._work: _Work | None = None
        self._shown: tuple[object, ...] = ()
        """What the in-betweens were made of."""
        self._looking = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._looking.timeout.connect(self._on_look_due)
        desk.board.changed.connect(self._on_changed)
        desk.skin_changed.connect(self._on_changed)
        client.frame_arrived.connect(self._on_frame_arrived)
        self._on_changed()

    def close(self) -> None:
        """Let go of what is under way."""
        self._looking.stop()
        self._client.frame_arrived.disconnect(self._on_frame_arrived)
        self._client.cancel(VIEW)

    @Slot()
    def _on_changed(self) -> None:
        if self._shown and self._shown[0] != self._panel_id:
            self._give_up()  # those of another panel are wrong at once
        if self._desk.skin.is_on and self._desk.skin.moves:
            self._looking.start()
        else:
            self._looking.stop()
            self._give_up()

    @property
    def _panel_id(self) -> str:
        panel = self._desk.board.panel
        return panel.id if panel is not None else ""

    @Slot()
    def _on_look_due(self) -> None:
        moves, skin = self._moves(), self._desk.skin
        made_of = (self._panel_id, moves, skin.opacity, self._desk.board.size)
        if made_of == self._shown:
            return
        self._shown = made_of
        wanted = [(move, step) for move in moves for step in move.steps]
        self._work = _Work(wanted, skin.opacity * _FAINTER)
        self._ask_next(self._work)

    def _moves(self) -> tuple[_Move, ...]:
        """The moves to the panel in hand and away from it."""
        board, skin = self._strip.editing.board, self._desk.skin
        panels, place = self._desk.board.panels, self._desk.board.place
        if board is None or board.panels is not panels:
            return ()
        graph = self._project.model.graph
        found = in_betweens_of(graph, board.path)
        between = found[0] if found else None
        sides = ((place - 1, skin.before_tint, skin.before), (place, skin.after_tint, skin.after))
        made: list[_Move] = []
        for side, (at, colour, count) in enumerate(sides):
            if not 0 <= at < len(panels) - 1 or not count:
                continue
            first, second = panels[at : at + 2]
            length = move_length(timing_of(first))
            ends = _drawings(first, second)
            if first.joint is JointMode.IN_BETWEEN and length and ends is not None:
                way = way_of(graph, between, first.id)
                made.append(_Move(*ends, side, length, colour, way))
        return tuple(made)

    def _ask_next(self, work: _Work) -> None:
        board = self._strip.editing.board
        if not work.wanted or board is None:
            self._work = None
            self._desk.set_moves(tuple(work.made))
            return
        move, step = work.wanted[0]
        scene = f"{VIEW} {move.side}"
        if step == move.steps[0]:
            moment = Moment(0, step, move.length)
            graph = between_graph(board.node, move.way, moment, [(move.first, move.second)])
            made = Scene(graph, self._project.tiles, self._project.folder, name=scene)
            self._client.show_scene(made, self._project.store.flush)
        width, height = board.size
        size = max(round(width * _SCALE), 1), max(round(height * _SCALE), 1)
        work.serial = self._client.request(
            VIEW, "between0", "", step, size, scene=scene, patient=True, scale=_SCALE
        )

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        work, answer = self._work, arrived.answer
        if work is None or answer.view != VIEW or answer.serial != work.serial:
            return
        move, step = work.wanted.pop(0)
        shows = answer.state is FrameState.SHOWN and move.first.id not in answer.doubtful
        if arrived.raster is not None and shows:
            picture = to_qimage(arrived.raster)
            tint(picture, move.tint)
            work.made.append(MoveGhost(picture, work.opacity))
        if step == move.steps[-1]:
            self._client.show_scene(Scene(Graph(), name=f"{VIEW} {move.side}"))
        self._ask_next(work)

    def _give_up(self) -> None:
        self._work, self._shown = None, ()
        self._desk.set_moves(())


def _drawings(first: Panel, second: Panel) -> tuple[Panel, Panel] | None:
    """Both panels with nothing but the drawings that move between them; None: none does."""
    pairs = [pair for pair in moving_layers(first, second) if pair[0].role is LayerRole.DRAWING]
    if not pairs:
        return None
    return (
        replace(first, picture="", layers=tuple(layer for layer, _ in pairs)),
        replace(second, picture="", layers=tuple(twin for _, twin in pairs)),
    )
