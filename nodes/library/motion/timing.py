"""Node: the timing curve of moves."""

from __future__ import annotations

from typing import Annotated

from nodes.example import Example
from nodes.library.motion.path import POSES
from nodes.node import node
from nodes.parameters import NamesMove
from pipelines.easing import PRESETS, Easing, Preset, Timings
from pipelines.values import Storyboard

EASE = PRESETS[Preset.EASE]


@node(
    "motion.timing",
    icon="mdi6.chart-bell-curve-cumulative",
    title="Timing Curve",
    example=Example(
        {
            "poses": ("story.storyboard", {"panels": POSES}),
            "snap": ("motion.timing", {"easing": PRESETS[Preset.OVERSHOOT]}),
            "moves": "motion.in_between",
        },
        "poses > snap.storyboard, poses > moves.storyboard, snap > moves.timings",
    ),
)
def timing(
    storyboard: Storyboard | None,
    timings: Timings | None,
    *,
    move: Annotated[str, NamesMove("storyboard", for_all=True)] = "",
    easing: Easing = EASE,
) -> Timings:
    """Time a move, or all of them: a curve that several In-Betweens share.

    Wire it to the timings of In-Between: it goes before the curve that is set there. Choose from
    linear, ease, anticipate (back before it goes), overshoot (past its end and back) and on twos,
    or drag the curve. For several moves let one Timing Curve flow into the next.

    move: the move, by the panel before it; empty for all moves that have no curve of their own. The
    storyboard that is wired here says which moves there are.
    easing: the curve: how far the move has come when a share of its time has passed, and for how
    many frames each drawing stays.

    Example: overshoot on all moves, and behind it a second Timing Curve with anticipate for the
    move to the jump: each pose snaps, and before the jump the figure crouches.
    """
    known = timings if timings is not None else Timings()
    return known.with_curve(move, easing)
