"""Node: the path of a layer from panel to panel."""

from __future__ import annotations

from typing import Annotated

from nodes.example import Example
from nodes.node import node
from nodes.parameters import NamesLayer, NamesMove, On
from nodes.work import Work
from pipelines.motion_paths import GapPath, MotionPath, MotionPaths
from pipelines.timing import moving_panels
from pipelines.values import JointMode, Storyboard

STRAIGHT = MotionPath()
ONLY_DRAWN = frozenset({JointMode.IN_BETWEEN})
POSES = [
    {"id": f"pose{number}", "duration": 24, "joint": "in-between", "move": 12} for number in (1, 2)
]


@node(
    "motion.path",
    icon="mdi6.vector-curve",
    title="Motion Path",
    example=Example(
        {
            "poses": ("story.storyboard", {"panels": POSES}),
            "arc": "motion.path",
            "moves": "motion.in_between",
        },
        "poses > arc.storyboard, poses > moves.storyboard, arc > moves.paths",
    ),
)
def path(
    storyboard: Storyboard,
    paths: MotionPaths | None,
    *,
    work: Work,
    move: Annotated[str, NamesMove("storyboard", ONLY_DRAWN)] = "",
    layer: Annotated[str, NamesLayer("storyboard", "move")] = "",
    path: Annotated[MotionPath, On("storyboard", ahead="motion.in_between")] = STRAIGHT,
) -> MotionPaths:
    """Have a layer travel along a path that you draw, instead of straight from panel to panel.

    Wire it to the paths of In-Between. Take the tool of the path and drag over the picture: one
    stroke is an arc. The ticks on it are the frames: where they are close the move is slow. Drag
    points, handles and ticks; a tick that you drag pins the layer to that place in that frame. The
    drawings at both ends stay where they are drawn, so that the path need not meet them exactly.
    For several layers or moves let one Motion Path flow into the next.

    move: the move, by the panel before it.
    layer: what travels: a layer of the drawing, a thing that a mask of In-Between cuts out ("mask
    1" is the lowest), or, empty, all of the drawing.
    path: the path, in shares of the picture.

    Example: a ball in two poses, one stroke from the left over the top to the right: it flies.
    """
    known = paths if paths is not None else MotionPaths()
    moving = moving_panels(storyboard.panels)
    panel = move or next(iter(moving), "")
    if panel not in moving:
        work.warn("The move of this path is gone: its panel, or the in-between behind it.")
        return known
    return known.with_path(GapPath(panel, layer, path))
