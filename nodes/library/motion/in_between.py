"""Node: the frames between drawn panels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from msgspec import Meta

from nodes.example import Example
from nodes.model_state import ModelPlace, ModelState
from nodes.node import node
from nodes.parameters import Slider, TimesMoves
from nodes.segments import Between, GapMaker
from nodes.spec import Kind
from nodes.store import StoredValue
from nodes.work import Work
from pipelines.easing import PRESETS, Easing, Preset, eased_times
from pipelines.fades import Fade, FadedFrames
from pipelines.frames import FrameRef
from pipelines.in_between import CERTAIN_ENOUGH, Gap, hold, prepare, render
from pipelines.progress import CancelToken, check
from pipelines.timing import GapPlace, PanelGap, Timeline, lay_out
from pipelines.values import Clip, Image, JointMode, Storyboard

FLOW = ModelState(
    "Optical flow",
    ModelPlace.BUILT_IN,
    "On the processor, nothing to download. A learned model would turn things around too.",
)
POSES = [
    {"id": f"pose{number}", "duration": 24, "joint": "in-between", "move": 12}
    for number in (1, 2, 3)
]
LINEAR = PRESETS[Preset.LINEAR]


class _Ends(NamedTuple):
    """The panels at the ends of a gap: the number of the first, and their ids."""

    number: int
    first: str
    second: str

    @property
    def spoken(self) -> str:
        return f"panels {self.number} and {self.number + 1} ({self.first}, {self.second})"


class Method(StrEnum):
    """How the frames of an in-between joint are made."""

    FLOW = "flow"
    CROSS_FADE = "cross-fade"
    HOLD = "hold"


@node(
    "motion.in_between",
    icon="mdi6.motion-outline",
    kind=Kind.SEGMENT,
    title="In-Between",
    shows=("method",),
    example=Example(
        {
            "poses": ("story.storyboard", {"panels": POSES}),
            "moves": "motion.in_between",
        },
        "poses > moves.storyboard",
    ),
    model=FLOW,
)
def in_between(
    storyboard: Storyboard,
    work: Work,
    *,
    method: Method = Method.FLOW,
    easing: Easing = LINEAR,
    gap_easing: Annotated[
        tuple[tuple[str, Easing], ...], TimesMoves("storyboard", common="easing")
    ] = (),
    min_confidence: Annotated[
        float, Slider(CERTAIN_ENOUGH, 1, 0.01), Meta(ge=CERTAIN_ENOUGH, le=1)
    ] = CERTAIN_ENOUGH,
) -> Clip:
    """Make the storyboard move: draw the frames between panels, as an in-betweener does.

    How a panel becomes the next is set on the strip: cut, hold, fade, or in-between, and for how
    many of its frames. Your drawings appear exactly as you drew them; a change to one remakes
    only the moves at its sides. Flow carries lines and shapes along their motion. It suits poses
    of one drawing that are not far apart; where two drawings are too unlike it holds instead of
    making ghosts, and says so.

    method: what in-between joints use. Flow follows the motion, cross-fade mixes the two
    drawings, hold switches in the middle.
    easing: the timing curve of all moves, and for how many frames each drawing stays ("on twos").
    gap_easing: timing curves of single moves, as pairs of the id of the panel before the move and
    its curve.
    min_confidence: how sure the motion must be (0 to 1) before it is drawn; below it the move
    holds.

    Example: three poses, their joints set to in-between with a move of 12: half a second of motion
    each.
    """
    timeline = lay_out(storyboard.panels, shot_names=storyboard.shot_names)
    times = _times(storyboard, timeline.gaps, easing, dict(gap_easing))
    places = _places(storyboard, timeline, times, method)
    flowing = sorted({place.gap for place in places if isinstance(place, Between)})
    if flowing:
        ends = [_ends(storyboard, timeline.gaps[gap]) for gap in flowing]
        maker = _maker(ends, min_confidence, work.cancel)
        number = {gap: at for at, gap in enumerate(flowing)}
        layout = [
            Between(number[place.gap], place.t) for place in places if isinstance(place, Between)
        ]
        keys = [_keys(storyboard, timeline.gaps[gap]) for gap in flowing]
        moving = iter(_refs(work, layout, keys, maker))
        places = [next(moving) if isinstance(place, Between) else place for place in places]
    laid: list[FrameRef | Fade] = [place for place in places if not isinstance(place, Between)]
    return Clip(storyboard.format, FadedFrames(laid), shots=timeline.shots)


def _times(
    storyboard: Storyboard, gaps: Sequence[PanelGap], easing: Easing, of_gap: Mapping[str, Easing]
) -> list[tuple[float, ...]]:
    """How far each frame of each gap has come."""
    return [
        eased_times(of_gap.get(storyboard.panels[gap.panel].id, easing), gap.stop - gap.start)
        for gap in gaps
    ]


def _places(
    storyboard: Storyboard,
    timeline: Timeline,
    times: Sequence[tuple[float, ...]],
    method: Method,
) -> list[FrameRef | Fade | Between]:
    """What every frame shows. Where a curve reaches a key or beyond, the key itself."""
    made: list[FrameRef | Fade | Between] = []
    for index, place in enumerate(timeline.places):
        if not isinstance(place, GapPlace):
            made.append(FrameRef(storyboard.pictures, place.panel))
            continue
        gap = timeline.gaps[place.gap]
        t = times[place.gap][index - gap.start]
        first, second = _keys(storyboard, gap)
        used = Method.CROSS_FADE if gap.mode is JointMode.FADE else method
        if t <= 0 or t >= 1 or used is Method.HOLD:
            made.append(first if t < 0.5 else second)
        elif used is Method.CROSS_FADE:
            made.append(Fade(first, second, t))
        else:
            made.append(Between(place.gap, t))
    return made


def _keys(storyboard: Storyboard, gap: PanelGap) -> tuple[FrameRef, FrameRef]:
    pictures = storyboard.pictures
    return FrameRef(pictures, gap.panel), FrameRef(pictures, gap.panel + 1)


def _refs(
    work: Work,
    layout: Sequence[Between],
    keys: Sequence[tuple[FrameRef, ...]],
    maker: GapMaker,
) -> list[FrameRef]:
    frames = work.lay_out(layout, keys, maker)
    return [FrameRef(frames, index) for index in range(len(frames))]


def _ends(storyboard: Storyboard, gap: PanelGap) -> _Ends:
    first, second = (storyboard.panels[at].id for at in (gap.panel, gap.panel + 1))
    return _Ends(gap.panel + 1, first, second)


def _maker(ends: Sequence[_Ends], min_confidence: float, cancel: CancelToken) -> GapMaker:
    def prepared(first: Image, second: Image) -> Gap:
        return prepare(first, second, progress=lambda done, total: check(cancel))

    def holds(gap: Gap) -> bool:
        return gap.holds or gap.confidence < min_confidence

    def drawn(gap: Gap, keys: Sequence[Any], t: float) -> Image:
        first, second = keys
        return hold(first, second, t) if holds(gap) else render(gap, first, second, t)

    def note(index: int, gap: Gap) -> str:
        if not holds(gap):
            return ""
        return (
            f"Between {ends[index].spoken} the drawings are too unlike (confidence "
            f"{gap.confidence:.0%}), so the first holds and then the second. Draw a panel "
            "between them, or let them fade."
        )

    return GapMaker(
        prepare=prepared,
        render=drawn,
        encode=lambda gap: StoredValue("gap", b"{}", gap.arrays()),
        decode=lambda stored: Gap.from_arrays(stored.arrays),
        identity=f"in-between 1|{min_confidence!r}",
        prepare_identity="flow 1",
        note=note,
        about=lambda index: (ends[index].first, ends[index].second),
    )
