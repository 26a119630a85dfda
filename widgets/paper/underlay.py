"""A frame of a clip under the drawing: which one it is, asked for and shown. Never in the film."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nodes.frame_serving.messages import ArrivedFrame, FrameState, Strip
from nodes.graph import GROUP, Graph, Node
from nodes.registry import Registry
from pipelines.panels import Underlay
from widgets.node_names import title_of
from widgets.paper.desk import PaperDesk
from widgets.paper.sheet import Ground
from widgets.pictures import to_qimage

_AGAIN_MS = 400
"""After an edit the clip may be another: it is asked for again once the hand rests."""
_PICTURED = frozenset({"image", "mask", "clip", "mask_clip", "storyboard"})


class UnderlaySupply(QObject):
    """Frames of any output of the project, one at a time; the newest request counts."""

    arrived = Signal(object)
    """An ArrivedFrame."""
    project_shown = Signal()
    """The project is another one now: the same request may be answered otherwise."""

    def request(self, path: str, output: str, frame: int, size: tuple[int, int]) -> None:
        """Ask for a frame, scaled down to fit (width, height)."""
        raise NotImplementedError


class ClipSource(NamedTuple):
    """Something that can lie under a drawing: the path of its node, and what that is called."""

    path: str
    title: str


class _Wanted(NamedTuple):
    underlay: Underlay
    seconds: Fraction
    size: tuple[int, int]

    def frame_in(self, strip: Strip | None) -> int:
        """The frame of the clip, as far as its rate and length are known."""
        chosen = self.underlay.frame
        if chosen is None:
            rate = strip.format.fps if strip is not None else Fraction(24)
            chosen = floor(self.seconds * rate)
        return min(chosen, strip.length - 1) if strip is not None else chosen


class UnderlayPicture(QObject):
    """Keeps the picture under the paper to the panel in hand. Used by the GUI thread only."""

    told = Signal(str)
    """What there is to know of it: its frame, or why it is not there; empty for nothing."""

    def __init__(self, desk: PaperDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._supply: UnderlaySupply | None = None
        self._wanted: _Wanted | None = None
        self._strips: dict[tuple[str, str], Strip] = {}
        self._asked = -1
        self._shown: tuple[_Wanted | None, str] = (None, "")
        """What the picture is of, and the name of its content."""
        self.frame = -1
        """The frame of the clip that is shown."""
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._ask)
        desk.board.changed.connect(self.update_content)

    def set_supply(self, supply: UnderlaySupply | None) -> None:
        """Take frames from there."""
        if self._supply is not None:
            self._again.stop()
            self._supply.arrived.disconnect(self._on_arrived)
            self._supply.project_shown.disconnect(self._on_project_shown)
        self._supply = supply
        if supply is not None:
            supply.arrived.connect(self._on_arrived)
            supply.project_shown.connect(self._on_project_shown)
            self._ask()

    @Slot()
    def update_content(self) -> None:
        """The panel in hand may be another."""
        board, panel = self._desk.board, self._desk.board.panel
        underlay = panel.underlay if panel is not None else None
        before = self._wanted
        self._wanted = None if underlay is None else _Wanted(underlay, board.seconds, board.size)
        if self._wanted == before:
            return
        if underlay is None:
            self._show_nothing("")
        elif before is not None and _is_same_frame(before, self._wanted):
            self._fade(underlay.opacity)
        else:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        wanted = self._wanted
        if wanted is not None and self._supply is not None:
            under = wanted.underlay
            self._asked = wanted.frame_in(self._strips.get((under.path, under.output)))
            self._supply.request(under.path, under.output, self._asked, wanted.size)

    def _fade(self, opacity: float) -> None:
        ground = self._desk.ground
        if ground is not None:
            self._desk.lay_under(Ground(ground.picture, opacity))

    def _show_nothing(self, words: str) -> None:
        self._shown, self.frame = (None, ""), -1
        self._desk.lay_under(None)
        self.told.emit(words)

    @Slot()
    def _on_project_shown(self) -> None:
        if self._wanted is not None:
            self._again.start()

    @Slot(object)
    def _on_arrived(self, arrived: ArrivedFrame) -> None:
        wanted, answer = self._wanted, arrived.answer
        if wanted is None or answer.state is FrameState.OVERTAKEN:
            return
        under = wanted.underlay
        if answer.strip is not None:
            self._strips[under.path, under.output] = answer.strip
            if wanted.frame_in(answer.strip) != self._asked:
                self._ask()  # now that its rate and length are known
                return
        if arrived.raster is None:
            self._show_nothing(f"{answer.words} {answer.mend}".strip())
            return
        if self._shown != (wanted, answer.key) or not answer.key:
            self._shown, self.frame = (wanted, answer.key), self._asked
            self._desk.lay_under(Ground(to_qimage(arrived.raster), under.opacity))
            self.told.emit("")


def clip_sources(graph: Graph, registry: Registry, *, besides: str = "") -> list[ClipSource]:
    """All nodes whose pictures can lie under a drawing, in the order of the graph."""
    found: list[ClipSource] = []
    waiting: list[tuple[str, str, Node]] = [(one.id, "", one) for one in graph.nodes.values()]
    while waiting:
        path, within, node = waiting.pop(0)
        if node.type == GROUP and node.graph is not None:
            name = f"{within}{title_of(node, registry)} / "
            waiting += [(f"{path}/{one.id}", name, one) for one in node.graph.nodes.values()]
            continue
        spec = registry.find(node.type)
        pictured = spec is not None and any(one.value in _PICTURED for one in spec.outputs)
        if pictured and path != besides:
            found.append(ClipSource(path, within + title_of(node, registry)))
    return found


def title_at(graph: Graph, registry: Registry, path: str) -> str:
    """What a node is called, the groups around it first; empty where there is none."""
    titles: list[str] = []
    inside: Graph | None = graph
    for part in path.split("/"):
        node = inside.nodes.get(part) if inside is not None else None
        if node is None:
            return ""
        titles.append(title_of(node, registry))
        inside = node.graph
    return " / ".join(titles)


def _is_same_frame(one: _Wanted, other: _Wanted | None) -> bool:
    """Whether two differ in their opacity alone."""
    if other is None:
        return False
    here, there = one.underlay, other.underlay
    same = (here.path, here.output, here.frame) == (there.path, there.output, there.frame)
    return same and one[1:] == other[1:]
