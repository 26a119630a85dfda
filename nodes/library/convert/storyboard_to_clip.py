"""Node: a storyboard as an animatic of held panels."""

from __future__ import annotations

from nodes.node import node
from nodes.spec import Kind
from pipelines.frames import select
from pipelines.timing import lay_out
from pipelines.values import Clip, Storyboard


@node("convert.storyboard_to_clip", icon="mdi6.swap-horizontal", kind=Kind.SEGMENT, conversion=True)
def storyboard_to_clip(storyboard: Storyboard) -> Clip:
    """Play a storyboard as an animatic: every panel is held for as long as it lasts.

    A link puts it in by itself where a storyboard flows into a clip. Moves between panels are
    shown as holds; use In-Between to have them drawn. Rate, alpha and shots are those of the
    storyboard.

    Example: wire a storyboard to Export Video; this goes in between by itself, and the animatic
    plays.
    """
    timeline = lay_out(storyboard.panels, shot_names=storyboard.shot_names)
    held = [at for at, panel in enumerate(storyboard.panels) for _ in range(panel.duration)]
    return Clip(storyboard.format, select(storyboard.pictures, held), shots=timeline.shots)
