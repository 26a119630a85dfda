"""Masks by SAM 2.1, a model that is lent: prompts, and masks followed with its memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from pipelines.premultiplied import Floats
from pipelines.progress import CancelToken
from pipelines.segmentation import spans
from pipelines.segmentation.backend import ReadFrame, Tracked, require_size
from pipelines.segmentation.carrying import Carried
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.spans import Gap
from pipelines.segmentation.working import resized, steepened
from pipelines.uninterruptible import uninterruptible
from pipelines.values import Image, Mask

if TYPE_CHECKING:
    from pipelines.segmentation.sam2_network import Sam2Network

VERSION = 1
"""Raised with each change of what comes out."""
_STEEPNESS = 4.0
"""How much steeper than what the network believes the edge of a mask is."""
_STEP_SECONDS = 120.0
"""What one frame may take after a cancel: the large model in full size on an old CPU."""


class WorkingSize(StrEnum):
    """Pixels of both sides of the square that pictures are looked at in. Fewer are quicker."""

    FULL = "1024"
    HALF = "512"
    QUARTER = "256"

    @property
    def pixels(self) -> int:
        return int(self.value)


class Lent(Protocol):
    """What a lease of a model says of it."""

    @property
    def network(self) -> Any: ...

    @property
    def processor(self) -> Any: ...

    @property
    def identity(self) -> str: ...

    @property
    def title(self) -> str: ...


class Sam2:
    """Implements Segmenter by a model that stays lent while this is used. Embeddings of the last
    pictures are kept, so that a second click on one is cheap."""

    def __init__(self, lent: Lent, side: int = WorkingSize.FULL.pixels) -> None:
        from pipelines.segmentation.sam2_network import Sam2Network

        self._sam = Sam2Network(lent.network, lent.processor, side)
        self._title = lent.title
        numbers = str(lent.network.dtype).removeprefix("torch.")
        self._identity = f"sam2/{VERSION}/{side}/{numbers}/{lent.identity}"

    @property
    def identity(self) -> str:
        return self._identity

    @property
    def title(self) -> str:
        return self._title

    def answer(self, picture: Image, prompt: Prompt) -> Mask:
        """The thing that a prompt means. Raises MismatchError for a shape of another size."""
        if prompt.shape is not None:
            require_size(prompt.shape, picture)
        if prompt.is_empty:
            return Mask(np.zeros((picture.height, picture.width), np.uint8))
        return _finished(self._sam.answer(picture, prompt), picture.width, picture.height)

    def propagate(
        self, read: ReadFrame, keys: Mapping[int, Mask], span: range, cancel: CancelToken
    ) -> Iterator[Tracked]:
        """The masks of a span's frames, in order; none without a key. Raises MismatchError."""

        def begin(gap: Gap, key: int) -> _Way:
            ends = [end for end in (gap.before, gap.after) if end is not None]
            for end in ends:
                require_size(keys[end], read(end))
            return _Way(self._sam, read, key, {end: keys[end] for end in ends}, cancel)

        def finish(frame: int, mask: Floats) -> Mask:
            shape = next(iter(keys.values()))
            return _finished(mask, shape.width, shape.height)

        return spans.tracked(keys, span, begin, finish, cancel)


class _Way:
    """A mask on its way; one frame cannot be broken off, and may take seconds on a CPU."""

    def __init__(
        self,
        sam: Sam2Network,
        read: ReadFrame,
        start: int,
        keys: Mapping[int, Mask],
        cancel: CancelToken,
    ) -> None:
        from pipelines.segmentation.sam2_network import Sam2Way

        self._cancel = cancel
        with uninterruptible(cancel, _STEP_SECONDS):
            self._way = Sam2Way(sam, read, start, keys)

    def step(self, frame: int) -> Carried:
        with uninterruptible(self._cancel, _STEP_SECONDS):
            return self._way.step(frame)


def _finished(mask: Floats, width: int, height: int) -> Mask:
    return steepened(resized(mask, (height, width)), _STEEPNESS)
