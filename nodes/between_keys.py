"""What stands between the key frames of a clip, made as an in-between node makes it by default."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nodes.segments import Between, GapMaker
from nodes.store import StoredValue
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, FrameSource
from pipelines.in_between import Gap, prepare, render
from pipelines.progress import CancelToken, check
from pipelines.refiner.levels import Levels, Stretch, custom, uniform
from pipelines.values import Clip, Image


def levels_of(length: int, every: int, keys: str, finer: str) -> Levels:
    """The levels that a person spelled: `keys` as "0 12 30", or else every so many frames and
    the last; `finer` as sets of the same form parted by semicolons, or empty for halves."""
    given = frames_named(keys) if keys.strip() else [*range(0, length, every), length - 1]
    sets = [frames_named(part) for part in finer.split(";") if part.strip()]
    return custom(length, given, sets) if sets else uniform(length, given)


def frames_named(spelled: str) -> list[int]:
    """Frames by their numbers, as a person spells them. Raises MismatchError for other words."""
    words = spelled.replace(",", " ").split()
    wrong = [word for word in words if not word.isdecimal()]
    if wrong:
        raise MismatchError(
            f"“{wrong[0]}” is no frame.", mend="Name frames by numbers, counted from 0: 0 12 24."
        )
    return [int(word) for word in words]


def require_level(levels: Levels, level: int) -> int:
    """The level, no coarser than there is one."""
    return min(level, levels.top)


def interpolated(clip: Clip, levels: Levels, level: int, work: Work) -> FrameSource:
    """I(x[K_s]): the keys of a level, and what is made between them."""

    def key(frame: int) -> FrameRef:
        return FrameRef(clip.frames, levels.shown_at(frame))

    stretches: dict[Stretch, int] = {}
    layout: list[FrameRef | Between] = []
    for frame in range(levels.frames):
        stretch = levels.around(level, frame)
        if not stretch.gap:
            layout.append(key(frame))
            continue
        number = stretches.setdefault(stretch, len(stretches))
        layout.append(Between(number, stretch.share(frame)))
    gaps = [(key(stretch.left), key(stretch.right)) for stretch in stretches]
    return work.lay_out(layout, gaps, _maker(work.cancel))


def _maker(cancel: CancelToken) -> GapMaker:
    def prepared(first: Image, second: Image) -> Gap:
        return prepare(first, second, progress=lambda done, total: check(cancel))

    def drawn(gap: Gap, keys: Sequence[Any], t: float) -> Image:
        return render(gap, keys[0], keys[1], t)

    return GapMaker(
        prepare=prepared,
        render=drawn,
        encode=lambda gap: StoredValue("gap", b"{}", gap.arrays()),
        decode=lambda stored: Gap.from_arrays(stored.arrays),
        identity="between keys 1",
        prepare_identity="flow 1",
        note=lambda index, gap: "",
    )
