"""The way of making masks that needs no download: colours, flow and edges, on one CPU thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from pipelines.premultiplied import Floats
from pipelines.progress import CancelToken
from pipelines.segmentation import answering, spans
from pipelines.segmentation.backend import ReadFrame, Tracked, require_size
from pipelines.segmentation.carrying import Carried, Carrier
from pipelines.segmentation.edges import Guide
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.spans import Gap
from pipelines.segmentation.working import Area, colours_of, extent, reduced, steepened
from pipelines.values import Image, Mask, Pixels8

VERSION = 4
"""Raised with each change of what comes out."""
LONGEST = 576
"""Pixels of the longer side that masks are carried in; edges follow the full size."""
_EDGE_RADIUS = 2
_EDGE_ROOM = 8
_FAINT = 1 / 64
_STEEPNESS = 4.0
"""How much steeper than the soft answer the edge of a mask is."""


class BuiltIn:
    """Implements Segmenter; keeps nothing between calls."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest

    @property
    def identity(self) -> str:
        return f"built in/{VERSION}/{self._longest}"

    @property
    def title(self) -> str:
        return "what is built in"

    def answer(self, picture: Image, prompt: Prompt) -> Mask:
        """The thing that a prompt means. Raises MismatchError for a shape of another size."""
        if prompt.shape is not None:
            require_size(prompt.shape, picture)
        return steepened(answering.answer(colours_of(picture), prompt), _STEEPNESS)

    def propagate(
        self, read: ReadFrame, keys: Mapping[int, Mask], span: range, cancel: CancelToken
    ) -> Iterator[Tracked]:
        """The masks of a span's frames, in order; none without a key. Raises MismatchError."""
        reading = _Reading(read, self._longest)

        def begin(gap: Gap, key: int) -> _Way:
            for end in (gap.before, gap.after):
                if end is not None:
                    require_size(keys[end], reading.full(end))
            return _Way(reading, key, keys[key], self._longest)

        return spans.tracked(keys, span, begin, reading.fine, cancel)


class _Way:
    """A mask on its way through what is read."""

    def __init__(self, reading: _Reading, key: int, mask: Mask, longest: int) -> None:
        self._reading = reading
        self._carrier = Carrier(reading.small(key), _small(mask, longest))

    def step(self, frame: int) -> Carried:
        return self._carrier.step(self._reading.small(frame))


class _Reading:
    """The frames of a clip in full and in working size; the last one is kept."""

    def __init__(self, read: ReadFrame, longest: int) -> None:
        self._read = read
        self._longest = longest
        self._at: int | None = None
        self._full: Image | None = None
        self._small: Pixels8 | None = None

    def full(self, frame: int) -> Image:
        if self._full is None or self._at != frame:
            self._full, self._small, self._at = self._read(frame), None, frame
        return self._full

    def small(self, frame: int) -> Pixels8:
        full = self.full(frame)
        if self._small is None:
            small = reduced(colours_of(full), self._longest)
            self._small = np.ascontiguousarray(small, np.uint8)
        return self._small

    def fine(self, frame: int, mask: Floats) -> Mask:
        """A mask in working size brought to the frame's own, along its edges."""
        full, small = self.full(frame), self.small(frame)
        if small.shape[:2] == (full.height, full.width):
            return steepened(mask, _STEEPNESS)
        fine = np.zeros((full.height, full.width), np.float32)
        found = extent(mask > _FAINT)
        if found is not None:
            near = found.wider(_EDGE_ROOM, _EDGE_ROOM, mask.shape[:2])
            area = _scaled(near, mask.shape[:2], fine.shape[:2])
            guide = Guide(np.ascontiguousarray(near.of(small)), _EDGE_RADIUS)
            part = np.ascontiguousarray(near.of(mask))
            area.of(fine)[...] = guide.follow_larger(part, area.of(colours_of(full)))
        return steepened(fine, _STEEPNESS)


def _scaled(area: Area, size: tuple[int, ...], larger: tuple[int, ...]) -> Area:
    """An area of a picture of (height, width) in a larger size."""
    down, across = larger[0] / size[0], larger[1] / size[1]
    left, top, right, bottom = area
    return Area(
        round(left * across), round(top * down), round(right * across), round(bottom * down)
    )


def _small(mask: Mask, longest: int) -> Floats:
    return (reduced(mask.pixels, longest).astype(np.float32) / np.float32(255)).astype(np.float32)
