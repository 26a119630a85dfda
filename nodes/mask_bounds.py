"""Where masks are on each frame of a clip, some frames at a time: what is as it was lies in the
store already."""

from __future__ import annotations

import msgspec

from nodes.store import StoredValue
from nodes.work import HELD_AT_ONCE, Work
from pipelines.frames import derived_key
from pipelines.region.tracking import Bounds, bounds_of
from pipelines.values import MaskClip

_VERSION = "1"


def mask_bounds(masks: MaskClip, work: Work) -> list[Bounds | None]:
    """The bounds of each mask. Raises Cancelled between frames."""
    found: list[Bounds | None] = []
    for start in range(0, len(masks), HELD_AT_ONCE):
        stop = min(start + HELD_AT_ONCE, len(masks))
        found += _some(masks, work, start, stop)
        work.progress(stop, len(masks))
    return found


def _some(masks: MaskClip, work: Work, start: int, stop: int) -> list[Bounds | None]:
    keys = [masks.frames.key(at) for at in range(start, stop)]

    def measure() -> StoredValue:
        bounds = [bounds_of(mask) for mask in work.frames(masks, start, stop)]
        return StoredValue("bounds", msgspec.json.encode(bounds), {})

    kept = work.store_once(derived_key("mask bounds", _VERSION, *keys), measure)
    return msgspec.json.decode(kept.meta, type=list[Bounds | None])
