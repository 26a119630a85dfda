"""Node: the frames between drawn panels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any

from msgspec import Meta

from nodes.example import Example
from nodes.model_state import ModelPlace, ModelState
from nodes.moves import Ends, Moves, layered_moves, masked_moves, whole_moves
from nodes.node import node
from nodes.parameters import Slider, TimesMoves
from nodes.segments import Between, GapMaker
from nodes.spec import Kind
from nodes.work import Work
from pipelines.easing import PRESETS, Easing, Preset, Timings, eased_times
from pipelines.fades import Fade, FadedFrames
from pipelines.frames import FrameRef
from pipelines.in_between import CERTAIN_ENOUGH
from pipelines.motion_paths import MotionPaths
from pipelines.timing import GapPlace, PanelGap, Timeline, lay_out
from pipelines.values import Clip, JointMode, MaskClip, Storyboard

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


class Method(StrEnum):
    """How the frames of an in-between joint are made."""

    LAYERED = "layered"
    WHOLE = "whole"
    HOLD = "hold"
    FADE = "fade"


_RENAMED = {"flow": Method.WHOLE.value, "cross-fade": Method.FADE.value}


def migrate(version: int, parameters: dict[str, Any]) -> dict[str, Any]:
    """Before version 2, flow followed whole pictures, and the fade was called cross-fade."""
    method = parameters.get("method")
    if version < 2 and method in _RENAMED:
        return {**parameters, "method": _RENAMED[method]}
    return parameters


@node(
    "motion.in_between",
    icon="mdi6.motion-outline",
    kind=Kind.SEGMENT,
    version=2,
    migrate=migrate,
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
    paths: MotionPaths | None,
    timings: Timings | None,
    *masks: MaskClip,
    work: Work,
    method: Method = Method.LAYERED,
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
    only the moves at its sides. Every layer moves by itself: it is carried, turned and scaled onto
    its next drawing, about its pivot and after the layer that it hangs on, and bent where that is
    not enough. A motion that you set by hand is kept to. Where all is on one layer, figures on
    paper are told apart, or masks do that: wire one for each thing, the lowest first. Where two
    drawings are too unlike they hold instead of making ghosts, and the joint on the strip says so.
    Motion Path has a layer travel along an arc; Timing Curve times moves from outside: what is
    wired goes before what is set here.

    method: what in-between joints use. Layered moves layer by layer; whole follows the motion of
    the whole picture; hold switches in the middle; fade mixes the two drawings.
    easing: the timing curve of all moves, and for how many frames each drawing stays ("on twos").
    gap_easing: timing curves of single moves, as pairs of the id of the panel before the move and
    its curve.
    min_confidence: how sure the motion must be (0 to 1) before it is drawn; below it the move
    holds.

    Example: three poses, their joints set to in-between with a move of 12: half a second of motion
    each.
    """
    timeline = lay_out(storyboard.panels, shot_names=storyboard.shot_names)
    wired = timings if timings is not None else Timings()
    curves = {**dict(gap_easing), **{panel: curve for panel, curve in wired.curves if panel}}
    times = _times(storyboard, timeline.gaps, wired.of("") or easing, curves)
    led = paths if paths is not None and method is Method.LAYERED else MotionPaths()
    places = _places(storyboard, timeline, times, method, led)
    flowing = sorted({place.gap for place in places if isinstance(place, Between)})
    if flowing:
        number = {gap: at for at, gap in enumerate(flowing)}
        layout = [
            place._replace(gap=number[place.gap]) for place in places if isinstance(place, Between)
        ]
        moves = _moves(storyboard, timeline, flowing, masks, method, work)
        moving = iter(_refs(work, layout, moves.gaps, moves.maker(min_confidence, work.cancel)))
        places = [next(moving) if isinstance(place, Between) else place for place in places]
    laid: list[FrameRef | Fade] = [place for place in places if not isinstance(place, Between)]
    return Clip(storyboard.format, FadedFrames(laid), shots=timeline.shots)


def _moves(
    storyboard: Storyboard,
    timeline: Timeline,
    flowing: Sequence[int],
    masks: Sequence[MaskClip],
    method: Method,
    work: Work,
) -> Moves:
    gaps = [timeline.gaps[gap] for gap in flowing]
    ends = [_ends(storyboard, gap) for gap in gaps]
    keys = [_keys(storyboard, gap) for gap in gaps]
    if method is not Method.LAYERED:
        return whole_moves(ends, keys)
    if not masks:
        return layered_moves(ends, keys, storyboard.sheets)
    cuts = [_mask_keys(storyboard, timeline, mask, work) for mask in masks]
    return masked_moves(
        ends, keys, [[(cut[gap.panel], cut[gap.panel + 1]) for cut in cuts] for gap in gaps]
    )


def _mask_keys(
    storyboard: Storyboard, timeline: Timeline, masks: MaskClip, work: Work
) -> list[FrameRef]:
    """The mask of each panel: a frame for each, or those at the first frames of the panels."""
    count = len(masks)
    if count == len(storyboard.panels):
        return [FrameRef(masks.frames, panel) for panel in range(count)]
    if count <= timeline.starts[-1]:
        work.warn(
            f"A mask clip has {count} frames; the storyboard has {len(storyboard.panels)} panels "
            f"and {len(timeline)} frames. The last mask is held."
        )
    return [FrameRef(masks.frames, min(start, count - 1)) for start in timeline.starts]


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
    paths: MotionPaths,
) -> list[FrameRef | Fade | Between]:
    """What every frame shows. Where a curve reaches a key, the key itself; layers swing beyond."""
    made: list[FrameRef | Fade | Between] = []
    for index, place in enumerate(timeline.places):
        if not isinstance(place, GapPlace):
            made.append(FrameRef(storyboard.pictures, place.panel))
            continue
        gap = timeline.gaps[place.gap]
        t = times[place.gap][index - gap.start]
        first, second = _keys(storyboard, gap)
        used = Method.FADE if gap.mode is JointMode.FADE else method
        is_key = t in (0, 1) if used is Method.LAYERED else t <= 0 or t >= 1
        if is_key or used is Method.HOLD:
            made.append(first if t < 0.5 else second)
        elif used is Method.FADE:
            made.append(Fade(first, second, t))
        else:
            made.append(Between(place.gap, t, paths.of(storyboard.panels[gap.panel].id)))
    return made


def _keys(storyboard: Storyboard, gap: PanelGap) -> tuple[FrameRef, FrameRef]:
    pictures = storyboard.pictures
    return FrameRef(pictures, gap.panel), FrameRef(pictures, gap.panel + 1)


def _refs(
    work: Work,
    layout: Sequence[Between],
    gaps: Sequence[tuple[FrameRef, ...]],
    maker: GapMaker,
) -> list[FrameRef]:
    frames = work.lay_out(layout, gaps, maker)
    return [FrameRef(frames, index) for index in range(len(frames))]


def _ends(storyboard: Storyboard, gap: PanelGap) -> Ends:
    first, second = (storyboard.panels[at].id for at in (gap.panel, gap.panel + 1))
    return Ends(gap.panel + 1, first, second)
