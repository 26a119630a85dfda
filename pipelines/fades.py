"""Frames of other sources, and fades of two of them, as one source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.in_between import fade


class Fade(NamedTuple):
    """Two frames mixed, `t` in 0..1 of the second."""

    first: FrameRef
    second: FrameRef
    t: float


class FadedFrames(FrameSource):
    """Frames in order: each an existing frame as it is, with its own key, or a fade."""

    def __init__(self, places: Sequence[FrameRef | Fade]) -> None:
        self._places = tuple(_resolved(place) for place in places)

    def __len__(self) -> int:
        return len(self._places)

    def resolve(self, index: int) -> FrameRef:
        place = self._places[index]
        return place if isinstance(place, FrameRef) else FrameRef(self, index)

    def key(self, index: int) -> Digest:
        place = self._places[index]
        if isinstance(place, FrameRef):
            return place.source.key(place.at)
        keys = [ref.source.key(ref.at) for ref in (place.first, place.second)]
        return derived_key("fade", "1", repr(place.t), *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        place = self._places[index]
        return (place,) if isinstance(place, FrameRef) else (place.first, place.second)

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        place = self._places[index]
        if isinstance(place, FrameRef):
            return inputs[0]
        return fade(inputs[0], inputs[1], place.t)


def _resolved(place: FrameRef | Fade) -> FrameRef | Fade:
    if isinstance(place, FrameRef):
        return place.source.resolve(place.at)
    first, second = (ref.source.resolve(ref.at) for ref in (place.first, place.second))
    return Fade(first, second, place.t)
