"""Node: masks by chance, for training and for tests of models."""

from __future__ import annotations

from typing import Annotated, Any

import numpy as np
from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Seed, Slider, Unit
from nodes.spec import Kind
from nodes.work import Work
from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.random_masks import Piece, moved_shape, random_mask
from pipelines.values import Clip, ClipFormat, Mask, MaskClip


@node(
    "mask.random",
    icon="mdi6.dice-multiple-outline",
    kind=Kind.SEGMENT,
    title="Random Masks",
    shows=("pieces", "seed"),
    example=Example(
        {"film": "load.clip", "chance": ("mask.random", {"coverage": 0.2})}, "film > chance.clip"
    ),
)
def random(
    clip: Clip,
    things: MaskClip | None,
    work: Work,
    *,
    pieces: Piece = Piece.BOTH,
    coverage: Unit = 0.25,
    ratio: Unit = 0.7,
    hold: Annotated[int, Slider(0, 97), Meta(ge=0)] = 0,
    seed: Seed = 0,
) -> MaskClip:
    """Make random masks for a clip, as inpainting models are trained and tested with.

    Research. Rectangles and strokes are laid until the wanted share of the picture is white. With
    masks of things wired, some of the masks have the shape of one of them instead, moved, scaled
    and mirrored by chance. The same seed gives the same masks.

    pieces: rectangles, strokes, or both.
    coverage: the share of the picture that is white (not for shapes of things).
    ratio: how many of the masks take the shape of a thing, where things are wired.
    hold: for how many frames a mask stays; 0 keeps one for the whole clip.
    seed: a number that chooses the masks.

    Example: things from Propagate Mask, ratio 0.7: seven of ten masks are object-shaped.
    """
    made = RandomFrames(clip, things, pieces, coverage, ratio, hold, seed)
    work.own(made)
    given = clip.format
    mask_format = ClipFormat(
        given.width,
        given.height,
        channels=1,
        fps=given.fps,
        start_timecode=given.start_timecode,
        colour=given.colour,
    )
    return MaskClip(mask_format, made, clip.marks)


class RandomFrames(FrameSource):
    """A mask for each stretch of frames; what it is follows from the seed and its number."""

    def __init__(
        self,
        clip: Clip,
        things: MaskClip | None,
        pieces: Piece,
        coverage: float,
        ratio: float,
        hold: int,
        seed: int,
    ) -> None:
        self._length = len(clip)
        self._size = clip.format.width, clip.format.height
        self._things = things
        self._pieces, self._coverage, self._ratio = pieces, coverage, ratio
        self._hold, self._seed = hold, seed

    def __len__(self) -> int:
        return self._length

    def key(self, index: int) -> Digest:
        shape = self._shape(index)
        said = f"{self._size} {self._pieces} {self._coverage!r} {self._seed} {self._number(index)}"
        whose = shape.source.key(shape.at) if shape is not None else ""
        return derived_key("random mask", "1", said, whose)

    def needs(self, index: int) -> tuple[FrameRef, ...]:
        shape = self._shape(index)
        return (shape,) if shape is not None else ()

    def make(self, index: int, inputs: Any) -> Mask:
        rng = self._chance(index, 1)
        width, height = self._size
        if inputs and inputs[0].pixels.max() >= 128:
            return moved_shape(inputs[0], width, height, rng)
        return random_mask(width, height, rng, pieces=self._pieces, coverage=self._coverage)

    def _number(self, index: int) -> int:
        return index // self._hold if self._hold else 0

    def _shape(self, index: int) -> FrameRef | None:
        """The frame whose thing lends its shape, None for a mask of pieces."""
        rng = self._chance(index, 0)
        if self._things is None or not len(self._things) or rng.random() >= self._ratio:
            return None
        return FrameRef(self._things.frames, int(rng.integers(len(self._things))))

    def _chance(self, index: int, what: int) -> np.random.Generator:
        return np.random.default_rng((self._seed, self._number(index), what))
