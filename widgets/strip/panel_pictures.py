"""Thumbnails of panels: asked for a few at a time, kept by what is drawn, so that undo needs none.

Where they come from is given (PanelSupply).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPixmap

from nodes.frame_serving.messages import ArrivedFrame, FrameState
from pipelines.digest import digest_text
from pipelines.painting.composite import drawing_key
from pipelines.panels import Layer, Panel
from widgets.pictures import to_qimage
from widgets.strip.boards import Board

LANES = 3
"""Thumbnails that are made at the same time."""
_HEIGHTS = (64, 96, 128, 192, 256, 384, 512)
_MOST_KEPT = 600


class PanelSupply(QObject):
    """Pictures of single panels, one for each lane."""

    arrived = Signal(int, object)
    """Lane and ArrivedFrame: what became of the lane's newest request."""
    project_shown = Signal()
    """The project as it is now is what pictures are made of from here on."""

    def request(self, lane: int, path: str, panel: str, size: tuple[int, int]) -> None:
        """Ask for the picture of a panel of a storyboard, to fit (width, height)."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class _Kept:
    picture: QPixmap
    height: int
    """The height that was asked for; the picture may be lower."""


@dataclass(frozen=True, slots=True)
class _Asked:
    panel: str
    name: str
    height: int


@dataclass(frozen=True, slots=True)
class _Named:
    """The name of a drawing, and what it was made from."""

    layers: tuple[Layer, ...]
    picture: str
    look: tuple[object, ...]
    name: str

    def shows(self, panel: Panel, look: tuple[object, ...]) -> bool:
        """Whether a panel is drawn as it was then."""
        same = self.layers is panel.layers and self.picture == panel.picture
        return same and self.look == look


class PanelPictures(QObject):
    """The thumbnails of one strip."""

    changed = Signal()
    """Another thumbnail is there, or why there is none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._supply: PanelSupply | None = None
        self._board: Board | None = None
        self._wanted: tuple[Panel, ...] = ()
        self._height = _HEIGHTS[0]
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._scaled: dict[int, QPixmap] = {}
        """By the key of the thumbnail that was scaled."""
        self._scaled_for = (0, 1.0)
        self._names: dict[str, _Named] = {}
        self._refused: dict[str, str] = {}
        self._asked: dict[int, _Asked] = {}
        self._dropped: set[int] = set()
        self._is_behind = True

    def set_supply(self, supply: PanelSupply | None, *, is_current: bool = False) -> None:
        """Take pictures from there: at once where it shows the project as it is now (`is_current`),
        otherwise when it says so."""
        if self._supply is not None:
            self._supply.arrived.disconnect(self._on_arrived)
            self._supply.project_shown.disconnect(self._on_project_shown)
        self._supply = supply
        self._is_behind = not is_current
        self._asked.clear()
        self._dropped.clear()
        if supply is not None:
            supply.arrived.connect(self._on_arrived)
            supply.project_shown.connect(self._on_project_shown)
        self._ask()

    def fall_behind(self) -> None:
        """The project was edited: what is asked now would be made of the project before."""
        self._is_behind = True

    def want(self, board: Board | None, panels: Iterable[Panel], height: float) -> None:
        """Fetch what is missing of these panels, the first of them first."""
        self._board = board
        self._wanted = tuple(panels)
        self._height = next((one for one in _HEIGHTS if one >= height), _HEIGHTS[-1])
        self._ask()

    def picture(self, board: Board, panel: Panel) -> QPixmap | None:
        """The thumbnail of a panel, if it is there; it may be of another size."""
        name = self.name_of(board, panel)
        kept = self._kept.get(name)
        if kept is None:
            return None
        self._kept.move_to_end(name)
        return kept.picture

    def scaled(self, board: Board, panel: Panel, height: float, ratio: float) -> QPixmap | None:
        """The thumbnail of a panel at a height in view units, ready to be laid down unscaled."""
        picture = self.picture(board, panel)
        if picture is None:
            return None
        wanted = (max(round(height * ratio), 1), ratio)
        if wanted != self._scaled_for:
            self._scaled_for = wanted
            self._scaled.clear()
        known = self._scaled.get(picture.cacheKey())
        if known is None:
            smooth = Qt.TransformationMode.SmoothTransformation
            known = picture.scaledToHeight(wanted[0], smooth)
            known.setDevicePixelRatio(ratio)
            if len(self._scaled) >= _MOST_KEPT:
                self._scaled.clear()
            self._scaled[picture.cacheKey()] = known
        return known

    def refusal(self, board: Board, panel: Panel) -> str:
        """Why there is no thumbnail, in words; empty while there may come one."""
        return self._refused.get(self.name_of(board, panel), "")

    def name_of(self, board: Board, panel: Panel) -> str:
        """What the thumbnail is kept by: equal for equal drawings on equal paper."""
        look = board.look
        known = self._names.get(panel.id)
        if known is not None and known.shows(panel, look):
            return known.name
        drawn = drawing_key(panel.layers, board.size)
        name = digest_text(f"{look} {panel.picture} {drawn}")
        self._names[panel.id] = _Named(panel.layers, panel.picture, look, name)
        return name

    def _ask(self) -> None:
        board, supply = self._board, self._supply
        if board is None or supply is None or self._is_behind:
            return
        free = [lane for lane in range(LANES) if lane not in self._asked]
        if not free:
            return
        coming = {asked.name for lane, asked in self._asked.items() if lane not in self._dropped}
        width, height = board.size
        for panel in self._wanted:
            name = self.name_of(board, panel)
            kept = self._kept.get(name)
            if name in coming or name in self._refused:
                continue
            if kept is not None and kept.height >= self._height:
                continue
            lane = free.pop()
            coming.add(name)
            self._asked[lane] = _Asked(panel.id, name, self._height)
            room = max(1, round(self._height * width / max(height, 1)))
            supply.request(lane, board.path, panel.id, (room, self._height))
            if not free:
                return

    @Slot(int, object)
    def _on_arrived(self, lane: int, arrived: ArrivedFrame) -> None:
        asked = self._asked.pop(lane, None)
        if asked is not None and lane not in self._dropped:
            self._take(asked, arrived)
        self._dropped.discard(lane)
        self._ask()

    def _take(self, asked: _Asked, arrived: ArrivedFrame) -> None:
        if arrived.raster is not None and arrived.answer.state is FrameState.SHOWN:
            picture = QPixmap.fromImage(to_qimage(arrived.raster))
            self._kept[asked.name] = _Kept(picture, asked.height)
            self._kept.move_to_end(asked.name)
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        elif arrived.answer.state is not FrameState.OVERTAKEN:
            words = f"{arrived.answer.words} {arrived.answer.mend}".strip()
            self._refused[asked.name] = words
        self.changed.emit()

    @Slot()
    def _on_project_shown(self) -> None:
        """Ask again. What is on its way counts only where its panel is drawn as it was then: the
        answer may be made of either project."""
        self._is_behind = False
        self._refused.clear()
        board = self._board
        now = {panel.id: panel for panel in board.panels} if board is not None else {}
        for lane, asked in self._asked.items():
            panel = now.get(asked.panel)
            if board is None or panel is None or self.name_of(board, panel) != asked.name:
                self._dropped.add(lane)
        self._ask()
