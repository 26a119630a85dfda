"""Things followed through a clip, gap by gap: a gap whose keys and frames are as they were lies in
the store already. Used by the nodes that propagate masks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec
import numpy as np

from nodes.store import StoredValue
from nodes.work import Work
from pipelines.digest import Digest
from pipelines.frames import derived_key
from pipelines.masking.joining import joined
from pipelines.segmentation.backend import Segmenter
from pipelines.segmentation.spans import Gap, gaps
from pipelines.values import Axis, Clip, ClipFormat, Image, Mask, MaskClip, Report

_WORST = 8


@dataclass(frozen=True, slots=True)
class Thing:
    """What is followed. `names` tell by frame what its keys are made of, `key` makes one; before
    the first it is there where it `leads`, behind the last where it `trails`. A key that `holds`
    stays as it is up to the next one. One that is `protected` shares no part of a pixel with
    others."""

    names: Mapping[int, Digest]
    key: Callable[[int], Mask]
    leads: bool = True
    trails: bool = True
    holds: frozenset[int] = frozenset()
    protected: bool = False


class Followed(NamedTuple):
    """A thing on every frame: where its masks are stored, and how sure each one is."""

    keys: tuple[Digest, ...]
    confidence: tuple[float, ...]
    protected: bool = False


class Follower:
    """Follows things through one clip by one backend."""

    def __init__(self, clip: Clip, work: Work, backend: Segmenter, *, things: int = 1) -> None:
        self._clip = clip
        self._work = work
        self._backend = backend
        self._total = max(len(clip) * things, 1)
        self._done = 0
        given = clip.format
        self._format = ClipFormat(
            given.width,
            given.height,
            channels=1,
            fps=given.fps,
            start_timecode=given.start_timecode,
            colour=given.colour,
        )

    def follow(self, thing: Thing) -> Followed:
        """The masks of a thing, those that are missing made. Raises Cancelled between frames."""
        length = len(self._clip)
        names = {frame: name for frame, name in thing.names.items() if frame < length}
        keys, sure = [self._nothing(names)] * length, [1.0] * length
        for frame, name in names.items():
            keys[frame] = derived_key("followed key", self._size, name)
            self._store(keys[frame : frame + 1], lambda at=frame: iter((thing.key(at),)))
            self._tell(1)
        for gap in gaps(sorted(names), range(length)) if names else []:
            if (gap.before is None and not thing.leads) or (gap.after is None and not thing.trails):
                self._tell(gap.stop - gap.start)
                continue
            if gap.before in thing.holds:
                keys[gap.start : gap.stop] = [keys[gap.before]] * (gap.stop - gap.start)
                self._tell(gap.stop - gap.start)
                continue
            part = self._keys_of(gap, names)
            keys[gap.start : gap.stop] = part
            sure[gap.start : gap.stop] = self._filled(gap, part, keys)
        return Followed(tuple(keys), tuple(sure), thing.protected)

    def joined(self, followed: Sequence[Followed]) -> MaskClip:
        """White where any of the things is; where a protected one meets another, without a seam."""
        if len(followed) == 1:
            return self._work.stored_masks(self._format, followed[0].keys)
        rows = list(zip(*(one.keys for one in followed), strict=True)) or [()] * len(self._clip)
        apart = "".join("p" if one.protected else "-" for one in followed)
        together = f"followed together {apart}" if "p" in apart else "followed together"
        keys = [derived_key(together, self._size, *row) for row in rows]

        clips = [self._work.stored_masks(self._format, one.keys) for one in followed]

        def unite() -> Iterator[Mask]:
            for frame in range(len(keys)):
                masks = [
                    (self._work.frame(clip, frame).pixels, one.protected)
                    for clip, one in zip(clips, followed, strict=True)
                ]
                yield Mask(joined(masks, (self._format.width, self._format.height)))

        self._store(keys, unite)
        return self._work.stored_masks(self._format, keys)

    @property
    def _size(self) -> str:
        return f"{self._clip.format.width}x{self._clip.format.height}"

    def _nothing(self, names: Mapping[int, Digest]) -> Digest:
        key = derived_key("followed nothing", self._size)
        self._store([key], lambda: iter((self._empty(),)))
        return key

    def _empty(self) -> Mask:
        return Mask(np.zeros((self._clip.format.height, self._clip.format.width), np.uint8))

    def _keys_of(self, gap: Gap, names: Mapping[int, Digest]) -> list[Digest]:
        ends = [names[end] if end is not None else "" for end in (gap.before, gap.after)]
        first = gap.start if gap.before is None else gap.before
        last = gap.stop - 1 if gap.after is None else gap.after
        seen = [self._clip.frames.key(frame) for frame in range(first, last + 1)]
        whole = derived_key("followed", self._backend.identity, self._size, *ends, *seen)
        return [derived_key(whole, str(frame - first)) for frame in range(gap.start, gap.stop)]

    def _filled(self, gap: Gap, part: Sequence[Digest], keys: Sequence[Digest]) -> list[float]:
        """The masks of a gap stored; how sure they are. Its ends are read, not made once more."""
        sure: list[float] = []
        first = self._done

        def make() -> Iterator[Mask]:
            stored = self._work.stored_masks(self._format, keys)
            frames = [end for end in (gap.before, gap.after) if end is not None]
            ends = {end: self._work.frame(stored, end) for end in frames}
            span = range(gap.start, gap.stop)
            for one in self._backend.propagate(self._read, ends, span, self._work.cancel):
                sure.append(one.confidence)
                self._tell(1)
                yield one.mask

        said = self._work.store_part(part, make, lambda: _spelled(sure))
        self._done = first
        self._tell(gap.stop - gap.start)
        return msgspec.json.decode(said.meta, type=list[float])

    def _read(self, frame: int) -> Image:
        return self._work.frame(self._clip, frame)

    def _store(self, keys: Sequence[Digest], make: Callable[[], Iterator[Mask]]) -> None:
        self._work.store_part(keys, make, lambda: _spelled([]))

    def _tell(self, frames: int) -> None:
        self._done += frames
        self._work.progress(min(self._done, self._total), self._total)


def trust_report(
    followed: Mapping[str, Followed], names: Mapping[str, str], backend: Segmenter
) -> Report:
    """How sure the masks of each thing are, and where to look first; `names` are for reading."""
    lines = [f"Made by {backend.title}.", ""] if followed else []
    for thing, one in followed.items():
        lines += [f"## {names[thing]}", ""]
        if not one.confidence:
            continue
        mean = sum(one.confidence) / len(one.confidence)
        lines += [f"Mean confidence {mean:.2f} over {len(one.confidence)} frames.", ""]
        worst = sorted(range(len(one.confidence)), key=lambda at: (one.confidence[at], at))[:_WORST]
        doubtful = [at for at in worst if one.confidence[at] < 1]
        if doubtful:
            lines += ["| frame | confidence |", "|---|---|"]
            lines += [f"| {at} | {one.confidence[at]:.2f} |" for at in doubtful]
            lines.append("")
    curves = {thing: one.confidence for thing, one in followed.items()}
    axes = {thing: Axis("Confidence", line=names[thing], low=0, high=1) for thing in followed}
    return Report("\n".join(lines) or "Nothing is followed.", curves, axes)


def _spelled(sure: Sequence[float]) -> StoredValue:
    return StoredValue("confidence", msgspec.json.encode(list(sure)), {})
