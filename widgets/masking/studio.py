"""The thread that reads masks for the eye, and changes whole ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import floor
from threading import Condition

import numpy as np
from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from pipelines import masks
from pipelines.errors import StoryloomError
from pipelines.masking.faults import faults_told
from pipelines.masking.looking import MaskLook, MaskReading
from pipelines.masking.objects import MaskObject
from pipelines.masking.patches import Patch, cut_mask
from pipelines.models.refusals import NotHereError
from pipelines.painting.coverage import Coverage
from pipelines.painting.flood import flood, flooded
from pipelines.painting.tiles import TileStore
from pipelines.panels import Tile
from pipelines.segmentation.built_in import BuiltIn
from pipelines.values import Image, Mask, Pixels8
from widgets.masking.answers import (
    Answered,
    AskOrder,
    ByModel,
    ModelAnswers,
    answered,
    warmed,
)
from widgets.masking.beside import whole_mask, widened
from widgets.masking.shade import Shade, ShadeStyle
from widgets.pictures import opaque_pixels

_GAP = 4
"""A line around a mask holds a fill in although it has gaps as wide."""


class MaskChange(StrEnum):
    """What is done to a whole mask."""

    GROW = "grow"
    SHRINK = "shrink"
    FEATHER = "feather"
    INVERT = "invert"
    FILL_HOLES = "fill holes"
    CLEAR = "clear"
    KEEP = "keep"
    """Nothing, but it becomes a key."""


@dataclass(frozen=True, slots=True)
class LookOrder:
    """What is to be seen: objects on a frame, one of them in hand."""

    serial: int
    objects: tuple[MaskObject, ...]
    active: str
    frame: int
    size: tuple[int, int]
    style: ShadeStyle
    followed: Mapping[str, Pixels8]


@dataclass(frozen=True, slots=True)
class ChangeOrder:
    """What is to be done to the mask of an object on a frame. Protected others are spared."""

    objects: tuple[MaskObject, ...]
    painted: MaskObject
    frame: int
    size: tuple[int, int]
    change: MaskChange
    amount: int
    picture: str
    followed: Mapping[str, Pixels8]


@dataclass(frozen=True, slots=True)
class PourOrder:
    """A fill that begins at a canvas point: by the colours of a picture that is an RGB image as it
    is shown, or by a mask (h, w) on the canvas."""

    by: QImage | Pixels8
    at: tuple[float, float]
    size: tuple[int, int]
    tolerance: int


@dataclass(frozen=True, slots=True)
class Poured:
    """What a PourOrder came to; None beside the picture."""

    order: PourOrder
    coverage: Coverage | None


@dataclass(frozen=True, slots=True)
class Looked:
    """What a LookOrder came to."""

    order: LookOrder
    shade: Shade


@dataclass(frozen=True, slots=True)
class Changed:
    """What a ChangeOrder came to: the tiles of the new mask, which are kept."""

    order: ChangeOrder
    tiles: tuple[Tile, ...]


class _WarmOrder:
    """To be as fast at the first answer as at the next ones."""


_Order = LookOrder | AskOrder | ChangeOrder | PourOrder | _WarmOrder


class MaskStudio(QThread):
    """Of what is to be seen only the newest is made. `start()` it; `close()` it before it goes.

    `models` answers where an order asks for one, in this thread's time.
    """

    looked = Signal(object)
    """A Looked."""
    changed = Signal(object)
    """A Changed."""
    poured = Signal(object)
    """A Poured."""
    answered = Signal(object)
    """An Answered."""
    failed = Signal(object)
    """A StoryloomError: something could not be read or kept."""

    def __init__(
        self,
        tiles: TileStore,
        parent: QObject | None = None,
        *,
        models: ModelAnswers | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._tiles = tiles
        self._reading = MaskReading(tiles)
        self._waits = Condition()
        self._segmenter = BuiltIn()
        self._look: LookOrder | None = None
        self._ask: AskOrder | None = None
        self._orders: list[ChangeOrder | PourOrder] = []
        self._is_warm_wanted = False
        self._is_closed = False

    def look(self, order: LookOrder) -> None:
        """Show this; what was asked for before and is not made yet is forgotten."""
        with self._waits:
            self._look = order
            self._waits.notify()

    def ask(self, order: AskOrder) -> None:
        """Answer this; what was asked for before and is not begun is forgotten."""
        with self._waits:
            self._ask = order
            self._waits.notify()

    def warm_up(self) -> None:
        """Have an answer worked out that nobody sees, once there is nothing else to do: the first
        one that is waited for then comes as soon as all others."""
        with self._waits:
            self._is_warm_wanted = True
            self._waits.notify()

    def work(self, order: ChangeOrder | PourOrder) -> None:
        """Change a mask, or find what a fill covers, in turn."""
        with self._waits:
            self._orders.append(order)
            self._waits.notify()

    def close(self) -> None:
        """End; what is not begun is left undone."""
        with self._waits:
            self._is_closed = True
            self._waits.notify()
        self.wait()

    def run(self) -> None:
        """Take orders until it is closed."""
        while (order := self._next()) is not None:
            try:
                with faults_told():
                    self._carry_out(order)
            except StoryloomError as error:
                self.failed.emit(error)

    def _carry_out(self, order: _Order) -> None:
        match order:
            case LookOrder():
                look = self._reading.look(order.objects, order.frame, order.size, order.followed)
                self.looked.emit(Looked(order, Shade(look, order.active, order.style)))
            case AskOrder():
                self.answered.emit(self._answered(order))
            case PourOrder():
                self.poured.emit(Poured(order, _poured(order)))
            case ChangeOrder():
                self.changed.emit(Changed(order, self._changed_tiles(order)))
            case _WarmOrder():
                warmed(self._segmenter)

    def _answered(self, order: AskOrder) -> Answered:
        """Where the model is not here, what is built in answers, and that is told."""
        reading, tiles = self._reading, self._tiles
        if self._models is None or not order.model.model:
            return answered(order, reading, tiles, self._segmenter)
        try:
            return answered(order, reading, tiles, ByModel(self._models, order.model))
        except NotHereError as error:
            return replace(answered(order, reading, tiles, self._segmenter), instead=error)

    def _next(self) -> _Order | None:
        with self._waits:
            while not (self._is_closed or self._is_anything_wanted):
                self._waits.wait()
            if self._is_closed:
                return None
            if self._orders:
                return self._orders.pop(0)
            if self._look is not None:
                look, self._look = self._look, None
                return look
            if self._ask is not None:
                ask, self._ask = self._ask, None
                return ask
            self._is_warm_wanted = False
            return _WarmOrder()

    @property
    def _is_anything_wanted(self) -> bool:
        return bool(self._orders or self._look or self._ask or self._is_warm_wanted)

    def _changed_tiles(self, order: ChangeOrder) -> tuple[Tile, ...]:
        objects = {one.id: one for one in (*order.objects, order.painted)}
        look = self._reading.look(tuple(objects.values()), order.frame, order.size, order.followed)
        before = look.masks[order.painted.id]
        after = _CHANGES[order.change](Mask(before), order.amount).pixels
        after = look.spared(order.painted.id, after)
        beside = self._beside(order, look)
        if beside is None:
            return cut_mask(Patch(0, 0, after), self._tiles)
        values = beside.values.copy()
        width, height = order.size
        values[-beside.y : height - beside.y, -beside.x : width - beside.x] = after
        return cut_mask(Patch(beside.x, beside.y, values), self._tiles)

    def _beside(self, order: ChangeOrder, look: MaskLook) -> Patch | None:
        """What the change makes of the mask beside the picture, in an area around it; None where
        nothing lies there. It is changed by itself, since the picture's edge is none of the
        mask's. What is inverted stays as it is there."""
        if order.change is MaskChange.CLEAR:
            return None
        width, height = order.size
        wide = widened(whole_mask(order.painted, look, self._tiles), order.size, order.amount)
        rest = wide.values.copy()
        rest[-wide.y : height - wide.y, -wide.x : width - wide.x] = 0
        if not rest.any():
            return None
        if order.change is MaskChange.INVERT:
            return wide
        return Patch(wide.x, wide.y, _CHANGES[order.change](Mask(wide.values), order.amount).pixels)


def _poured(order: PourOrder) -> Coverage | None:
    (x, y), (width, height) = order.at, order.size
    if not (0 <= x < width and 0 <= y < height):
        return None
    if isinstance(order.by, QImage):
        picture = Image(opaque_pixels(order.by))
        return flooded(picture, order.at, order.size, tolerance=order.tolerance)
    grey = Image(np.repeat(order.by[..., None], 3, axis=2))
    return flood(grey, (floor(x), floor(y)), tolerance=order.tolerance, gap=_GAP)


def _grow(mask: Mask, amount: int) -> Mask:
    return masks.grow(mask, amount)


def _shrink(mask: Mask, amount: int) -> Mask:
    return masks.grow(mask, -amount)


def _feather(mask: Mask, amount: int) -> Mask:
    return masks.feather(mask, amount)


def _invert(mask: Mask, amount: int) -> Mask:
    return masks.invert(mask)


def _fill_holes(mask: Mask, amount: int) -> Mask:
    return masks.fill_holes(mask)


def _clear(mask: Mask, amount: int) -> Mask:
    return Mask(np.zeros_like(mask.pixels))


def _keep(mask: Mask, amount: int) -> Mask:
    return mask


_CHANGES: dict[MaskChange, Callable[[Mask, int], Mask]] = {
    MaskChange.GROW: _grow,
    MaskChange.SHRINK: _shrink,
    MaskChange.FEATHER: _feather,
    MaskChange.INVERT: _invert,
    MaskChange.FILL_HOLES: _fill_holes,
    MaskChange.CLEAR: _clear,
    MaskChange.KEEP: _keep,
}
