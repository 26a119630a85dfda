"""What the panels of a storyboard are painted of, for whoever moves a layer by itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from msgspec.structs import replace

from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.layer_motions import motion_of
from pipelines.painting.composite import PICTURE_ROLES, painting_order
from pipelines.painting.limbs import lifted_whole
from pipelines.painting.tiles import TileSource
from pipelines.panels import AT_REST, BlendMode, Layer, LayerMotion, Panel, Pose
from pipelines.pieces import Piece, cut_out, shrunk


class Blank(NamedTuple):
    """A layer on which nothing is painted (a frame is never None)."""


BLANK = Blank()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layer of a panel. Its id is the same in every panel that shows it.

    `picture` is the frame that is its paint, all of it: a Piece, or BLANK. `pivot` is the canvas
    point that it turns about, None for its middle; `parent` the layer that it follows, empty for
    none; `pose` where a hand moved it since it was drawn: (x, y) goes to (ax + cy + e,
    bx + dy + f); `motion` what a hand has set of its way to the next panel.
    """

    layer: str
    name: str
    picture: FrameRef
    opacity: float = 1.0
    blend: BlendMode = BlendMode.NORMAL
    pivot: tuple[float, float] | None = None
    parent: str = ""
    pose: Pose = AT_REST
    motion: LayerMotion | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sheets:
    """The layers of each panel that are part of the picture, lowest first. Frame i of `grounds` is
    what lies below those of panel i: paper and imported picture."""

    grounds: FrameSource
    layers: tuple[tuple[Sheet, ...], ...]


class SheetFrames(FrameSource):
    """Each frame is all that is painted on one layer, beside the board (w, h) too, as a Piece; None
    where nothing is."""

    def __init__(self, layers: Sequence[Layer], size: tuple[int, int], tiles: TileSource) -> None:
        self._layers = tuple(layers)
        self._size = size
        self._tiles = tiles

    def __len__(self) -> int:
        return len(self._layers)

    def key(self, index: int) -> Digest:
        tiles = (f"{one.x} {one.y} {one.digest}" for one in self._layers[index].tiles)
        return derived_key("sheet", "2", f"{self._size}", *tiles)

    def make(self, index: int, inputs: Sequence[Any]) -> Piece | Blank:
        lifted = lifted_whole(self._layers[index], self._tiles)
        if lifted is None:
            return BLANK
        piece = cut_out(lifted.picture, at=(lifted.x, lifted.y), size=self._size)
        return BLANK if piece is None else piece


class ScaledSheetFrames(FrameSource):
    """Sheets on a smaller board (w, h)."""

    def __init__(self, source: FrameSource, size: tuple[int, int]) -> None:
        self._source = source
        self._size = size

    def __len__(self) -> int:
        return len(self._source)

    def key(self, index: int) -> Digest:
        return derived_key("scaled", f"{self._size}", self._source.key(index))

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (FrameRef(self._source, index),)

    def make(self, index: int, inputs: Sequence[Any]) -> Piece | Blank:
        piece = inputs[0]
        small = shrunk(piece, self._size) if isinstance(piece, Piece) else None
        return BLANK if small is None else small


def sheets_of(
    panels: Sequence[Panel], size: tuple[int, int], tiles: TileSource, grounds: FrameSource
) -> tuple[Sheets, SheetFrames]:
    """The sheets of panels over their grounds, and the source of their pictures."""
    shown = [painting_order(panel.layers, PICTURE_ROLES) for panel in panels]
    frames = SheetFrames([layer for row in shown for layer in row], size, tiles)
    number = iter(range(len(frames)))
    layers = tuple(
        tuple(_sheet(panels, at, layer, FrameRef(frames, next(number))) for layer in row)
        for at, row in enumerate(shown)
    )
    return Sheets(grounds, layers), frames


def _sheet(panels: Sequence[Panel], at: int, layer: Layer, picture: FrameRef) -> Sheet:
    here = {one.id for one in panels[at].layers}
    return Sheet(
        layer.id,
        layer.name,
        picture,
        layer.opacity,
        layer.blend,
        layer.pivot,
        layer.parent if layer.parent in here else "",
        layer.pose,
        motion_of(panels, at, layer.id),
    )


def scaled_sheet(sheet: Sheet, picture: FrameRef, scale: float) -> Sheet:
    """The sheet on a board `scale` times as large, where `picture` shows it."""
    a, b, c, d, e, f = sheet.pose
    pivot, motion = sheet.pivot, sheet.motion
    if motion is not None:
        motion = replace(
            motion, pivot=_scaled(motion.pivot, scale), move=_scaled(motion.move, scale)
        )
    return dataclasses.replace(
        sheet,
        picture=picture,
        pivot=None if pivot is None else _scaled(pivot, scale),
        pose=(a, b, c, d, e * scale, f * scale),
        motion=motion,
    )


def _scaled(point: tuple[float, float], scale: float) -> tuple[float, float]:
    return point[0] * scale, point[1] * scale
