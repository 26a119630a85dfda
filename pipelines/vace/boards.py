"""A storyboard as keyframes: which of its frames are kept, and which the model makes.

A panel whose joint, or the joint before it, is set to something other than a cut is kept for as
long as it holds, and the frames of a move are made. A panel between cuts says nothing of how it
goes on: its first frame is kept, and the model sets it in motion.
"""

from __future__ import annotations

from pipelines.frames import FrameRef
from pipelines.timing import KeyPlace, lay_out
from pipelines.values import JointMode, Storyboard


def kept_panels(storyboard: Storyboard, *, hold: int = 1) -> dict[int, FrameRef]:
    """The frames that show a panel, by their number. Each panel is kept for at least `hold`
    frames, if it lasts so long; the last one, where it is shorter, from before its own first."""
    timeline = lay_out(storyboard.panels, shot_names=storyboard.shot_names)
    kept: dict[int, FrameRef] = {}
    last = len(timeline) - 1
    for frame, place in enumerate(timeline.places):
        holds = isinstance(place, KeyPlace)
        panel = place.panel if isinstance(place, KeyPlace) else timeline.gaps[place.gap].panel
        since = frame - timeline.starts[panel]
        if since < hold or (holds and _rests(storyboard, panel)):
            kept[frame] = FrameRef(storyboard.pictures, panel)
    if storyboard.panels and storyboard.panels[-1].duration < hold:
        final = FrameRef(storyboard.pictures, len(storyboard.panels) - 1)
        kept |= dict.fromkeys(range(max(0, last - hold + 1), last + 1), final)
    return kept


def cuts(storyboard: Storyboard) -> int:
    """How many cuts lie within a storyboard."""
    return len(lay_out(storyboard.panels).shots) - 1


def _rests(storyboard: Storyboard, panel: int) -> bool:
    """Whether something is said of how a panel comes or goes, so that the rest of it holds."""
    joints = [storyboard.panels[panel].joint.mode] if panel < len(storyboard.panels) - 1 else []
    if panel:
        joints.append(storyboard.panels[panel - 1].joint.mode)
    return any(joint is not JointMode.CUT for joint in joints)
