"""What every way of making masks can do, whether built in or a model. No way stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from pipelines.errors import MismatchError
from pipelines.progress import CancelToken
from pipelines.segmentation.prompts import Prompt
from pipelines.values import Image, Mask

ReadFrame = Callable[[int], Image]
"""Makes one frame of a clip; asked for one at a time, never all at once."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """The mask of one frame, and how much it can be trusted: 0 lost .. 1 as sure as a key."""

    frame: int
    mask: Mask
    confidence: float


class Answerer(Protocol):
    """What answers prompts."""

    def answer(self, picture: Image, prompt: Prompt) -> Mask:
        """The thing that a prompt means, on one picture."""
        ...


class Segmenter(Answerer, Protocol):
    """A way of making masks."""

    @property
    def identity(self) -> str:
        """What names the way, and all of it that changes masks, in keys of results."""
        ...

    @property
    def title(self) -> str:
        """What people call the way."""
        ...

    def propagate(
        self, read: ReadFrame, keys: Mapping[int, Mask], span: range, cancel: CancelToken
    ) -> Iterator[Tracked]:
        """The masks of the frames of `span`, in order, from those of the key frames.

        Between two keys both are followed and joined; before the first and behind the last the one
        there is. Each key comes back as it is. Raises Cancelled between frames.
        """
        ...


def require_size(mask: Mask, picture: Image) -> None:
    """Raise MismatchError for a mask that is not of its picture's size."""
    if (mask.width, mask.height) != (picture.width, picture.height):
        raise MismatchError(
            f"A key is {mask.width} x {mask.height}, its frame {picture.width} x {picture.height}.",
            mend="Give the mask the size of the clip first.",
        )
