"""How the gaps between panels are drawn: what each is made from, and who makes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from nodes.segments import GapMaker
from nodes.store import StoredValue
from pipelines.frames import FrameRef
from pipelines.in_between import Gap, hold, prepare, render
from pipelines.layered.choosing import gap_of_masks, gap_of_panels, gap_of_pictures
from pipelines.layered.gap import LayeredGap, render_layers
from pipelines.layered.plan import Plan, Plans, planned
from pipelines.layered.storing import gap_arrays, gap_from
from pipelines.motion_paths import GapPath
from pipelines.pieces import Piece
from pipelines.progress import CancelToken, Progress, check
from pipelines.sheets import Sheets
from pipelines.values import Image, Mask

Refs = tuple[FrameRef, ...]


class Ends(NamedTuple):
    """The panels at the ends of a gap: the number of the first, and their ids."""

    number: int
    first: str
    second: str

    @property
    def spoken(self) -> str:
        return f"panels {self.number} and {self.number + 1} ({self.first}, {self.second})"


class MakesMaker(Protocol):
    """Gives the maker of gaps, for the least confidence at which they move."""

    def __call__(self, least: float, cancel: CancelToken, /) -> GapMaker: ...


@dataclass(frozen=True, slots=True)
class Moves:
    """Gaps as the frames that each is prepared from, the two keys first, and their maker."""

    gaps: Sequence[Refs]
    maker: MakesMaker


def whole_moves(ends: Sequence[Ends], keys: Sequence[Refs]) -> Moves:
    """Whole pictures that follow their motion."""

    def maker(least: float, cancel: CancelToken) -> GapMaker:
        def prepared(first: Image, second: Image) -> Gap:
            return prepare(first, second, progress=_watching(cancel))

        def holds(gap: Gap) -> bool:
            return gap.holds or gap.confidence < least

        def drawn(gap: Gap, keys: Sequence[Any], t: float, *paths: GapPath) -> Image:
            first, second = keys
            return hold(first, second, t) if holds(gap) else render(gap, first, second, t)

        def note(index: int, gap: Gap) -> str:
            return _held(ends[index], gap.confidence) if holds(gap) else ""

        return GapMaker(
            prepare=prepared,
            render=drawn,
            encode=lambda gap: StoredValue("gap", b"{}", gap.arrays()),
            decode=lambda stored: Gap.from_arrays(stored.arrays),
            identity=f"in-between 1|{least!r}",
            prepare_identity="flow 2",
            note=note,
            about=lambda index: ends[index][1:],
        )

    return Moves(keys, maker)


def layered_moves(ends: Sequence[Ends], keys: Sequence[Refs], sheets: Sheets | None) -> Moves:
    """Layers of panels, each of which moves by itself; figures on paper where there are none."""
    if sheets is None:
        return Moves(keys, _layered(ends, _of_pictures))
    found = [planned(sheets, end.number - 1) for end in ends]
    plans = Plans([one.plan for one in found])
    gaps = [
        (
            *pair,
            FrameRef(plans, at),
            FrameRef(sheets.grounds, end.number - 1),
            FrameRef(sheets.grounds, end.number),
            *one.pictures,
        )
        for at, (end, pair, one) in enumerate(zip(ends, keys, found, strict=True))
    ]

    def prepared(
        work: Progress,
        pair: tuple[Image, Image],
        plan: Plan,
        first: Image,
        second: Image,
        *drawn: Any,
    ) -> LayeredGap:
        pieces = [one if isinstance(one, Piece) else None for one in drawn]
        return gap_of_panels(pair, plan, (first, second), pieces, work)

    return Moves(gaps, _layered(ends, prepared))


def masked_moves(
    ends: Sequence[Ends], keys: Sequence[Refs], masks: Sequence[Sequence[Refs]]
) -> Moves:
    """Things cut out by masks, each of which moves by itself: in each gap a pair for each thing."""
    gaps = [
        (*pair, *(ref for thing in things for ref in thing))
        for pair, things in zip(keys, masks, strict=True)
    ]

    def prepared(work: Progress, pair: tuple[Image, Image], *cut: Mask) -> LayeredGap:
        things = list(zip(cut[::2], cut[1::2], strict=True))
        return gap_of_masks(pair, things, work)

    return Moves(gaps, _layered(ends, prepared))


def _of_pictures(work: Progress, pair: tuple[Image, Image]) -> LayeredGap:
    return gap_of_pictures(*pair, work)


def _layered(ends: Sequence[Ends], prepare_gap: Callable[..., LayeredGap]) -> MakesMaker:
    def maker(least: float, cancel: CancelToken) -> GapMaker:
        def prepared(first: Image, second: Image, *more: Any) -> LayeredGap:
            return prepare_gap(_watching(cancel), (first, second), *more)

        def drawn(gap: LayeredGap, keys: Sequence[Any], t: float, *paths: GapPath) -> Image:
            return render_layers(gap, keys[0], keys[1], t, paths=paths, least=least)

        def note(index: int, gap: LayeredGap) -> str:
            if gap.holds(least):
                return _held(ends[index], gap.confidence)
            held = gap.unsure(least)
            return _parts_held(ends[index], held) if held else ""

        return GapMaker(
            prepare=prepared,
            render=drawn,
            encode=lambda gap: StoredValue("layered gap", *gap_arrays(gap)),
            decode=lambda stored: gap_from(stored.meta, stored.arrays),
            identity=f"layered 2|{least!r}",
            prepare_identity="layers 3",
            note=note,
            about=lambda index: ends[index][1:],
        )

    return maker


def _watching(cancel: CancelToken) -> Progress:
    return lambda done, total: check(cancel)


def _held(ends: Ends, confidence: float) -> str:
    return (
        f"Between {ends.spoken} the drawings are too unlike (confidence {confidence:.0%}), so the "
        "first holds and then the second. Draw a panel between them, or let them fade."
    )


def _parts_held(ends: Ends, names: Sequence[str]) -> str:
    return (
        f"Between {ends.spoken} some layers are too unlike to be moved, so they switch in the "
        f"middle: {', '.join(names)}. Draw a panel between them, or set their motion by hand."
    )
