"""Which keys the frames of a clip hang on, and the two ways from them joined, whoever goes them.

Memory stays bounded on long clips: the way back is kept packed (some ten KB a frame in working
size) over the second half of a gap only, with some frames before it where both ways meet.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

import numpy as np

from pipelines.errors import MismatchError
from pipelines.premultiplied import Floats
from pipelines.progress import CancelToken, check
from pipelines.segmentation.backend import Tracked
from pipelines.segmentation.carrying import Carried
from pipelines.segmentation.working import reduced, resized
from pipelines.values import Mask

MEETING = 48
"""Frames to each side of the middle of a gap that are followed from both keys."""
_COARSE = 8
_BELIEF = 0.06
"""Difference of a key's colours, 0..1, at which its way counts 1/e."""


class Way(Protocol):
    """A mask on its way from a key, either way through the clip."""

    def step(self, frame: int) -> Carried:
        """The mask on the next frame, in working size."""
        ...


class Gap(NamedTuple):
    """Frames [start, stop) without a key, between those of two keys; None where there is none."""

    before: int | None
    start: int
    stop: int
    after: int | None


Begin = Callable[[Gap, int], Way]
"""Sets out from one of the keys of a gap."""


class Packed(NamedTuple):
    """A step of the way back, kept small."""

    size: tuple[int, int]
    mask: bytes
    error: bytes
    confidence: float


def tracked(
    keys: Mapping[int, Mask],
    span: range,
    begin: Begin,
    finish: Callable[[int, Floats], Mask],
    cancel: CancelToken,
) -> Iterator[Tracked]:
    """What Segmenter.propagate answers; `finish` brings a mask to its frame's size.

    Raises MismatchError without a key, and Cancelled.
    """
    if not keys:
        raise MismatchError(
            "There is no key to start from.", mend="Mark the thing on one frame first."
        )
    stretches = {gap.start: gap for gap in gaps(sorted(keys), span)}
    at = span.start
    while at < span.stop:
        if at in keys:
            yield Tracked(at, keys[at], 1.0)
            at += 1
            continue
        gap = stretches[at]
        for frame, carried in _followed(gap, begin, cancel):
            yield Tracked(frame, finish(frame, carried.mask), carried.confidence)
        at = gap.stop


def gaps(keys: Sequence[int], span: range) -> list[Gap]:
    """The stretches of a span that lie between keys, in order; keys are sorted."""
    inside = [key for key in keys if key in span]
    earlier = [key for key in keys if key < span.start]
    later = [key for key in keys if key >= span.stop]
    ends: list[int | None] = [
        earlier[-1] if earlier else None,
        *inside,
        later[0] if later else None,
    ]
    found: list[Gap] = []
    for before, after in pairwise(ends):
        start = span.start if before is None else max(before + 1, span.start)
        stop = span.stop if after is None else min(after, span.stop)
        if start < stop:
            found.append(Gap(before, start, stop, after))
    return found


def _followed(gap: Gap, begin: Begin, cancel: CancelToken) -> Iterator[tuple[int, Carried]]:
    """The masks of a gap's frames, in order."""
    back = _way_back(gap, begin, cancel)
    if gap.before is None:
        yield from ((frame, _unpacked(back.pop(frame))) for frame in sorted(back))
        return
    check(cancel)
    way = begin(gap, gap.before)
    last = gap.stop if gap.after is None else min(gap.stop, _middle(gap) + MEETING)
    for frame in range(gap.before + 1, max(last, gap.start)):
        check(cancel)
        onward = way.step(frame)
        if frame < gap.start:
            continue
        if gap.after is None or frame not in back:
            yield frame, onward
        else:
            share = (frame - gap.before) / (gap.after - gap.before)
            yield frame, _joined(onward, _unpacked(back.pop(frame)), share)
    for frame in sorted(back):
        yield frame, _unpacked(back.pop(frame))


def _way_back(gap: Gap, begin: Begin, cancel: CancelToken) -> dict[int, Packed]:
    """The steps from the key behind a gap, as far as they are wanted."""
    if gap.after is None:
        return {}
    check(cancel)
    way = begin(gap, gap.after)
    first = gap.start if gap.before is None else max(gap.start, _middle(gap) - MEETING)
    kept: dict[int, Packed] = {}
    for frame in range(gap.after - 1, first - 1, -1):
        check(cancel)
        step = way.step(frame)
        if frame < gap.stop:
            kept[frame] = _packed(step)
    return kept


def _middle(gap: Gap) -> int:
    return ((gap.before or 0) + (gap.after or 0)) // 2


def _joined(onward: Carried, back: Carried, share: float) -> Carried:
    """Both ways at one frame, each the stronger the nearer its key and the better it fits."""
    from_before = (1 - share) * np.exp(onward.error * np.float32(-1 / _BELIEF))
    from_after = share * np.exp(back.error * np.float32(-1 / _BELIEF))
    weight = from_after / (from_before + from_after + np.float32(1e-12))
    mask = onward.mask * (1 - weight) + back.mask * weight
    error = np.minimum(onward.error, back.error)
    sure = max(onward.confidence * (1 - share), back.confidence * share)
    return Carried(mask.astype(np.float32), error, sure / max(share, 1 - share))


def _packed(step: Carried) -> Packed:
    mask = np.rint(step.mask * 255).astype(np.uint8)
    error = np.rint(reduced(step.error, max(step.error.shape) // _COARSE or 1) * 255)
    return Packed(
        (mask.shape[0], mask.shape[1]),
        zlib.compress(mask.tobytes(), 1),
        zlib.compress(error.astype(np.uint8).tobytes(), 1),
        step.confidence,
    )


def _unpacked(packed: Packed) -> Carried:
    size = packed.size
    coarse = reduced(np.empty(size, np.uint8), max(size) // _COARSE or 1).shape
    mask = np.frombuffer(zlib.decompress(packed.mask), np.uint8).reshape(size)
    error = np.frombuffer(zlib.decompress(packed.error), np.uint8).reshape(coarse)
    return Carried(
        mask.astype(np.float32) / np.float32(255),
        resized(error.astype(np.float32) / np.float32(255), size),
        packed.confidence,
    )
