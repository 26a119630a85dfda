"""A clip refined gap by gap: one whose keys and frames are as they were is in the store already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple

from nodes.store import StoredValue
from nodes.work import Work
from pipelines.digest import Digest
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, derived_key
from pipelines.refiner.backend import Backend
from pipelines.refiner.levels import uniform
from pipelines.refiner.pace import Pace
from pipelines.refiner.sampler import Film, Manner, refine
from pipelines.timing import GapPlace, lay_out
from pipelines.values import Clip, Image, JointMode, MaskClip, Storyboard


class Gap(NamedTuple):
    """Frames [start, stop) of a clip between two given keys, which lie wherever they were drawn."""

    start: int
    stop: int
    first: FrameRef
    second: FrameRef


def gaps_of_board(clip: Clip, storyboard: Storyboard) -> list[Gap]:
    """The moves of a storyboard in the clip that was made of it. Raises MismatchError where the
    clip cannot have been."""
    timeline = lay_out(storyboard.panels, shot_names=storyboard.shot_names)
    if len(timeline) != len(clip) or storyboard.format != replace(
        clip.format, start_timecode=storyboard.format.start_timecode
    ):
        raise MismatchError(
            "The clip was not made of this storyboard: its length or its format is another.",
            mend="Wire both from one storyboard: it to In-Between, and both of them here.",
        )
    moving = {place.gap for place in timeline.places if isinstance(place, GapPlace)}
    keys = storyboard.pictures
    return [
        Gap(gap.start, gap.stop, FrameRef(keys, gap.panel), FrameRef(keys, gap.panel + 1))
        for number, gap in enumerate(timeline.gaps)
        if number in moving and gap.mode is JointMode.IN_BETWEEN
    ]


def gaps_between(clip: Clip, keys: Sequence[int]) -> list[Gap]:
    """The gaps between frames of the clip itself that are given."""
    given = sorted(uniform(len(clip), keys).given)
    return [
        Gap(one + 1, two, FrameRef(clip.frames, one), FrameRef(clip.frames, two))
        for one, two in pairwise(given)
        if two - one > 1
    ]


class Refining:
    """Refines the gaps of a clip by one backend. Tells `work` of progress, levels and results."""

    def __init__(
        self,
        clip: Clip,
        masks: MaskClip | None,
        work: Work,
        backend: Backend[Any],
        manner: Manner,
    ) -> None:
        self._clip, self._masks, self._work = clip, masks, work
        self._backend, self._manner = backend, manner

    def refined(self, gaps: Sequence[Gap]) -> Clip:
        """The clip with these gaps refined, all of its frames stored."""
        clip = self._clip
        keys = [clip.frames.key(index) for index in range(len(clip))]
        changed = {frame for gap in gaps for frame in range(gap.start, gap.stop)}
        total, done = len(changed), 0
        for gap in gaps:
            size = gap.stop - gap.start
            keys[gap.start : gap.stop] = self._filled(gap, _Progress(self._work, done, size, total))
            done += size
            self._work.progress(done, total)
        for frame in range(len(clip)):
            if frame not in changed:
                self._store([keys[frame]], lambda at=frame: [self._work.frame(clip, at)])
        return self._work.stored_clip(clip, keys)

    def _filled(self, gap: Gap, progress: _Progress) -> list[Digest]:
        """The keys of the frames of a gap, which are stored now."""
        frames = self._clip.frames
        seen = [frames.key(frame) for frame in range(gap.start, gap.stop)]
        ends = [ref.source.key(ref.at) for ref in (gap.first, gap.second)]
        shown = (
            [self._masks.frames.key(at) for at in range(gap.start, gap.stop)] if self._masks else []
        )
        said = (self._backend.identity, repr(self._manner))
        whole = derived_key("refined", *said, *ends, "|", *seen, "|", *shown)
        keys = [derived_key(whole, str(number)) for number in range(len(seen))]
        self._store(keys, lambda: self._made(gap, ends, seen, progress))
        return keys

    def _made(
        self, gap: Gap, ends: Sequence[Digest], seen: Sequence[Digest], progress: _Progress
    ) -> list[Image]:
        work = self._work
        first, second = (self._read(ref) for ref in (gap.first, gap.second))
        between: list[Image] = list(work.frames(self._clip, gap.start, gap.stop))
        last = len(between) + 1
        pace = Pace(first, second)
        exact = {ends[1]: 1.0, ends[0]: 0.0}
        shares = [
            exact[key] if key in exact else pace.come_to(frame, number / last)
            for number, (key, frame) in enumerate(zip(seen, between, strict=True), 1)
        ]
        times = [0.0, *(share * last for share in shares), float(last)]
        masks = list(work.frames(self._masks, gap.start, gap.stop)) if self._masks else None
        film = Film(
            [first, *between, second],
            uniform(last + 1, (0, last)),
            {0: first, last: second},
            times,
            [masks[0], *masks, masks[-1]] if masks else None,
        )

        def show(level: int, frames: Sequence[Image]) -> None:
            work.preview(frames[len(frames) // 2])

        made = refine(film, self._backend, self._manner, progress=progress, show=show)
        return made[1:-1]

    def _store(self, keys: Sequence[Digest], make: Callable[[], Sequence[Image]]) -> None:
        self._work.store_part(keys, make, lambda: StoredValue("refined", b"{}", {}))

    def _read(self, ref: FrameRef) -> Image:
        return self._work.frame(Clip(self._clip.format, ref.source), ref.at)


class _Progress:
    """The progress within one gap, as that of the whole."""

    def __init__(self, work: Work, before: int, size: int, total: int) -> None:
        self._work = work
        self._before, self._size, self._total = before, size, total
        self._most = 0

    def __call__(self, done: int, total: int) -> None:
        if total:
            self._most = max(self._most, self._size * done // total)
        self._work.progress(self._before + self._most, self._total)
