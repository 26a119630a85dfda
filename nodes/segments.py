"""Clips laid out from frames that exist and frames in between: the sources behind SEGMENT nodes.

A gap is prepared once (keyed by the frames that it reads) and each of its frames is rendered from
what was prepared, so that an edit of one key frame remakes only the gaps at its sides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from nodes.frame_keys import KeyedFrames
from nodes.store import StoredValue
from pipelines.digest import Digest
from pipelines.frames import FrameRef, derived_key
from pipelines.values import Image, Mask


class Between(NamedTuple):
    """A frame within a gap: which gap, and where in it (0 first key .. 1 second key). `along` is
    what `GapMaker.render` is told besides: values that are spelled by their repr."""

    gap: int
    t: float
    along: tuple[Any, ...] = ()


def _nothing(index: int) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class GapMaker:
    """How the frames of a gap are made.

    `identity` and `prepare_identity` spell what is chosen for rendering and for preparing, so that
    a change of easing prepares nothing again. `encode`/`decode` keep what was prepared; `note` is
    what a person should know of a gap (empty: nothing), `about` the ids of what lies at its ends.
    Of the frames that a gap is prepared from, `render` is given the first `drawn_from`, then the
    time, and what `Between.along` holds.
    """

    prepare: Callable[..., Any]
    render: Callable[..., Image | Mask]
    encode: Callable[[Any], StoredValue]
    decode: Callable[[StoredValue], Any]
    identity: str
    prepare_identity: str
    note: Callable[[int, Any], str]
    about: Callable[[int], tuple[str, ...]] = _nothing
    drawn_from: int = 2


class PreparedGaps(KeyedFrames):
    """What was prepared for each gap. Read by GapFrames only."""

    def __init__(self, gaps: Sequence[tuple[FrameRef, ...]], maker: GapMaker) -> None:
        super().__init__()
        self.gaps = tuple(gaps)
        self.maker = maker

    def __len__(self) -> int:
        return len(self.gaps)

    def derive(self, index: int) -> Digest:
        keys = [ref.source.key(ref.at) for ref in self.gaps[index]]
        return derived_key("prepare", self.maker.prepare_identity, *keys)

    def needs(self, index: int) -> Sequence[FrameRef]:
        return self.gaps[index]

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        return self.maker.prepare(*inputs)


class GapFrames(KeyedFrames):
    """Frames in order: each an existing frame as it is, or one in between."""

    def __init__(
        self,
        layout: Sequence[FrameRef | Between],
        gaps: Sequence[tuple[FrameRef, ...]],
        maker: GapMaker,
    ) -> None:
        super().__init__()
        self._layout = tuple(layout)
        self.prepared = PreparedGaps(gaps, maker)

    def __len__(self) -> int:
        return len(self._layout)

    def resolve(self, index: int) -> FrameRef:
        place = self._layout[index]
        if isinstance(place, FrameRef):
            return place.source.resolve(place.at)
        return FrameRef(self, index)

    def derive(self, index: int) -> Digest:
        place = self._layout[index]
        if isinstance(place, FrameRef):
            return place.source.key(place.at)
        gap = self.prepared.key(place.gap)
        told = [repr(one) for one in (place.t, *place.along)]
        return derived_key("between", self.prepared.maker.identity, gap, *told)

    def needs(self, index: int) -> Sequence[FrameRef]:
        place = self._layout[index]
        if isinstance(place, FrameRef):
            return (place,)
        keys = self.prepared.gaps[place.gap][: self.prepared.maker.drawn_from]
        return (FrameRef(self.prepared, place.gap), *keys)

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        place = self._layout[index]
        if isinstance(place, FrameRef):
            return inputs[0]
        return self.prepared.maker.render(inputs[0], inputs[1:], place.t, *place.along)
