"""What VACE is given, as numbers: read off what was laid out, and padded to a length it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipelines.frames import FrameRef
from pipelines.progress import Progress, silent
from pipelines.vace.composing import Streams, streams
from pipelines.vace.laying import Laid, ReadFrame
from pipelines.vace.references import is_blank, is_busy, letterboxed
from pipelines.vace.sizes import model_length
from pipelines.vace.source_mode import SourceMode
from pipelines.values import Image, Pixels8


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """Content (F, H, W, 4) and where to make something (F, H, W), both uint8, F of 4n + 1.

    The first `count` frames are asked for, the others hold the last one and are dropped afterwards.
    References are letterboxed, in the order of VACE's own code. `zeroes` says that the latents of
    the reactive stream are to be zero.
    """

    content: Pixels8
    generate: Pixels8
    count: int
    references: tuple[Image, ...] = ()
    zeroes: bool = False
    busy: int = 0
    """How many references have a ground that would leak into the film."""
    begin: Pixels8 | None = None
    """A film to begin from, (F, H, W, 3), where there is one."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.content.shape[2], self.content.shape[1]

    @property
    def streams(self) -> Streams:
        """Both streams, (F, H, W, 3) in -1..1."""
        return streams(self.content, self.generate)


def read_given(laid: Laid, read: ReadFrame, *, progress: Progress = silent) -> Given:
    """Every frame read and padded; references that show nothing are left out."""
    count = len(laid.times)
    length = model_length(count)
    width, height = laid.size
    content = np.zeros((length, height, width, 4), np.uint8)
    generate = np.zeros((length, height, width), np.uint8)
    for index in range(count):
        content[index] = read(FrameRef(laid.content, index)).pixels
        generate[index] = read(FrameRef(laid.generate, index)).pixels
        progress(index + 1, count)
    content[count:], generate[count:] = content[count - 1], generate[count - 1]
    shown = [one for one in map(read, laid.references) if not is_blank(one)]
    return Given(
        content,
        generate,
        count,
        tuple(letterboxed(one, width, height) for one in shown),
        laid.mode is SourceMode.ZERO,
        sum(map(is_busy, shown)),
    )


def kept_whole(generate: NDArray[np.uint8]) -> list[int]:
    """The frames of which nothing is made."""
    return [index for index, mask in enumerate(generate) if not mask.any()]


def made_whole(generate: NDArray[np.uint8]) -> list[int]:
    """The frames that are made all over."""
    return [index for index, mask in enumerate(generate) if mask.all()]


def partly_made(generate: NDArray[np.uint8]) -> Sequence[int]:
    """The frames of which a part is made."""
    whole = {*kept_whole(generate), *made_whole(generate)}
    return [index for index in range(len(generate)) if index not in whole]
