"""Node: a mask as a video model sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Slider, Unit
from nodes.spec import Kind
from nodes.work import Work
from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.values import Mask, MaskClip


@node(
    "mask.latent_grid",
    icon="mdi6.grid",
    kind=Kind.SEGMENT,
    title="Mask to Latent Grid",
    shows=("cell", "frames"),
    example=Example(
        {"film": "load.clip", "masks": "mask.paint", "grid": "mask.latent_grid"},
        "film > masks.clip, masks.mask > grid.masks",
    ),
)
def latent_grid(
    masks: MaskClip,
    work: Work,
    *,
    cell: Annotated[int, Slider(8, 32), Meta(ge=1, le=256)] = 16,
    frames: Annotated[int, Slider(1, 8), Meta(ge=1, le=64)] = 4,
    threshold: Unit = 0.0,
) -> MaskClip:
    """Show which tokens of a video model a mask touches, as blocks over the picture.

    Research. A model does not see pixels: it sees cells of some pixels, and several frames at once
    after the first. A cell is white where the mask covers more of it than the threshold on any of
    its frames. Lay it over the film with Mask Overlay to see how much more than the mask a model
    will make anew.

    cell: pixels to a side of a token; 16 for Wan (8 of its VAE, 2 of its patches), 32 for LTX.
    frames: frames to a token after the first one; 4 for Wan, 8 for LTX, 1 for pictures.
    threshold: the share of a cell that must be covered; 0 counts the least touch.

    Example: a thin cable at cell 16: three times as wide in the grid as in the mask.
    """
    grid = GridFrames(masks, cell, frames, threshold)
    work.own(grid)
    return MaskClip(masks.format, grid, masks.marks)


class GridFrames(FrameSource):
    """A mask in cells; the first frame by itself, the others by groups."""

    def __init__(self, masks: MaskClip, cell: int, frames: int, threshold: float) -> None:
        self._masks, self._cell, self._frames = masks, cell, frames
        self._threshold = threshold

    def __len__(self) -> int:
        return len(self._masks)

    def key(self, index: int) -> Digest:
        keys = [ref.source.key(ref.at) for ref in self.needs(index)]
        return derived_key("latent grid", "1", str(self._cell), repr(self._threshold), *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        first = index if index == 0 else (index - 1) // self._frames * self._frames + 1
        last = 1 if index == 0 else min(first + self._frames, len(self._masks))
        return [FrameRef(self._masks.frames, at) for at in range(first, last)]

    def make(self, index: int, inputs: Sequence[Any]) -> Mask:
        touched = np.logical_or.reduce([self._touched(mask.pixels) for mask in inputs])
        blocks = touched.repeat(self._cell, axis=0).repeat(self._cell, axis=1)
        height, width = inputs[0].pixels.shape
        return Mask(blocks[:height, :width].astype(np.uint8) * np.uint8(255))

    def _touched(self, pixels: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """The cells that are covered enough; those at the border count what they have."""
        height, width = pixels.shape
        rows, columns = np.arange(0, height, self._cell), np.arange(0, width, self._cell)
        sums = np.add.reduceat(pixels.astype(np.int64), rows, axis=0)
        sums = np.add.reduceat(sums, columns, axis=1)
        tall = np.minimum(self._cell, height - rows)[:, None]
        wide = np.minimum(self._cell, width - columns)[None]
        return np.asarray(sums > self._threshold * 255 * tall * wide)
