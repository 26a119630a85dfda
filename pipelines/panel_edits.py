"""What a hand does to a row of panels: order, lengths, joints. Panels in, panels out; no graph.

Every function answers all panels, in order, as they are afterwards; an untouched panel is the same
object. The ids of shots are kept by `shots_kept`, which every function ends with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from pipelines.panels import Layer, LayerRole, Panel
from pipelines.shot_ids import shots_kept
from pipelines.timing import MOVING
from pipelines.values import JointMode

Panels = tuple[Panel, ...]
MOST_FRAMES = 100_000
"""The longest that a panel may last."""


def inserted(panels: Sequence[Panel], at: int, fresh: Sequence[Panel]) -> Panels:
    """Put panels in before the one at `at`.

    Between two panels of one shot the last that is put in takes over their joint, so that the shot
    stays one.
    """
    added = list(fresh)
    if added and 0 < at < len(panels):
        joint = panels[at - 1].joint
        if joint is not JointMode.CUT and added[-1].joint is JointMode.CUT:
            added[-1] = with_joint(added[-1], joint, panels[at - 1].move)
    return shots_kept(panels, (*panels[:at], *added, *panels[at:]))


def duplicated(panels: Sequence[Panel], chosen: Collection[str], names: Sequence[str]) -> Panels:
    """Repeat the chosen panels after the last of them, the copies under `names`.

    A copy keeps the ids of its layers: it is another pose of the same drawing. What leads to the
    first copy becomes an in-between.
    """
    originals = [panel for panel in panels if panel.id in chosen]
    if not originals:
        return tuple(panels)
    copies = [
        replace(panel, id=name, shot="") for panel, name in zip(originals, names, strict=True)
    ]
    at = max(place for place, panel in enumerate(panels) if panel.id in chosen)
    last = with_joint(panels[at], JointMode.IN_BETWEEN)
    return shots_kept(panels, (*panels[:at], last, *copies, *panels[at + 1 :]))


def without(panels: Sequence[Panel], chosen: Collection[str]) -> Panels:
    """Take the chosen panels away; what follows moves up."""
    return shots_kept(panels, tuple(panel for panel in panels if panel.id not in chosen))


def heir(before: Sequence[Panel], gone: str, after: Sequence[Panel]) -> str:
    """The panel that stands where one was that is gone: the next that is left, or the last. The
    first where that one never was."""
    ids, left = [panel.id for panel in before], [panel.id for panel in after]
    if gone not in ids:
        return left[0] if left else ""
    return next((one for one in ids[ids.index(gone) :] if one in left), left[-1] if left else "")


def moved(panels: Sequence[Panel], chosen: Collection[str], at: int) -> Panels:
    """Bring the chosen panels, in their order, to the gap before the panel that is at `at` now."""
    taken = [panel for panel in panels if panel.id in chosen]
    before = [panel for panel in panels[:at] if panel.id not in chosen]
    after = [panel for panel in panels[at:] if panel.id not in chosen]
    return shots_kept(panels, (*before, *taken, *after))


def shifted(panels: Sequence[Panel], chosen: Collection[str], by: int) -> Panels:
    """Bring the chosen panels one place towards the start (-1) or the end (1), together."""
    places = [place for place, panel in enumerate(panels) if panel.id in chosen]
    if not places:
        return tuple(panels)
    at = places[0] - 1 if by < 0 else places[-1] + 2
    return moved(panels, chosen, min(max(at, 0), len(panels)))


def split(panels: Sequence[Panel], frame: int, name: str) -> Panels:
    """Cut the panel under a frame of the board in two that show the same.

    The first half keeps the id and holds; the second, `name`, starts at `frame` and keeps the
    joint. At the first frame of a panel nothing changes.
    """
    found = place_of(panels, frame)
    if found is None or found[1] == 0:
        return tuple(panels)
    at, within = found
    panel = panels[at]
    first = replace(panel, duration=within, joint=JointMode.HOLD, move=0)
    rest = replace(panel, id=name, shot="", duration=panel.duration - within)
    rest = with_joint(rest, panel.joint, panel.move)
    return shots_kept(panels, (*panels[:at], first, rest, *panels[at + 1 :]))


def with_durations(panels: Sequence[Panel], chosen: Collection[str], duration: int) -> Panels:
    """Give panels a length; all that follows moves along (ripple)."""
    return tuple(
        with_duration(panel, duration) if panel.id in chosen else panel for panel in panels
    )


def lengthened(panels: Sequence[Panel], chosen: Collection[str], by: int) -> Panels:
    """Make panels longer or shorter, each by as much (ripple)."""
    return tuple(
        with_duration(panel, panel.duration + by) if panel.id in chosen else panel
        for panel in panels
    )


def rolled(panels: Sequence[Panel], at: int, by: int) -> Panels:
    """Move the border after the panel at `at`: what it gains, its neighbour loses."""
    if not 0 <= at < len(panels) - 1:
        return tuple(panels)
    left, right = panels[at], panels[at + 1]
    by = min(max(by, 1 - left.duration), right.duration - 1)
    new = (with_duration(left, left.duration + by), with_duration(right, right.duration - by))
    return (*panels[:at], *new, *panels[at + 2 :])


def with_joints(
    panels: Sequence[Panel], chosen: Collection[str], mode: JointMode, move: int | None = None
) -> Panels:
    """How the chosen panels become the next; `move` None keeps or chooses the length."""
    return shots_kept(
        panels,
        tuple(with_joint(panel, mode, move) if panel.id in chosen else panel for panel in panels),
    )


def as_new(panel: Panel, name: str) -> Panel:
    """A panel from elsewhere under a new id, in no shot yet, with lengths that are possible."""
    fresh = replace(panel, id=name, shot="", duration=min(max(panel.duration, 1), MOST_FRAMES))
    return with_joint(fresh, fresh.joint, fresh.move)


def with_duration(panel: Panel, duration: int) -> Panel:
    """The panel at a length; its move is shortened to what still leaves a frame to hold."""
    duration = min(max(duration, 1), MOST_FRAMES)
    if duration == panel.duration:
        return panel
    return replace(panel, duration=duration, move=max(0, min(panel.move, duration - 1)))


def with_joint(panel: Panel, mode: JointMode, move: int | None = None) -> Panel:
    """The panel with a joint. A moving one without a length moves for half of the panel."""
    if mode not in MOVING:
        return replace(panel, joint=mode, move=0)
    wanted = move if move is not None else panel.move or panel.duration // 2
    return replace(panel, joint=mode, move=max(0, min(wanted, panel.duration - 1)))


def labelled(panels: Sequence[Panel], chosen: Collection[str], label: str) -> Panels:
    """Label the chosen panels; where all of them have that label already, take it away."""
    has_it = all(panel.label == label for panel in panels if panel.id in chosen)
    given = "" if has_it else label
    return tuple(
        replace(panel, label=given) if panel.id in chosen and panel.label != given else panel
        for panel in panels
    )


def blank(like: Panel | None, name: str, *, first: Layer) -> Panel:
    """A panel to draw on, as long as another, with its underlay and its layers, which are empty
    but for the background.

    Where there is none, or one that was only imported, it has the layer `first`.
    """
    if like is None:
        return Panel(id=name, layers=(first,))
    layers = tuple(
        layer if layer.role is LayerRole.BACKGROUND else replace(layer, tiles=())
        for layer in like.layers
    )
    return Panel(id=name, layers=layers or (first,), duration=like.duration, underlay=like.underlay)


def next_mode(mode: JointMode) -> JointMode:
    """The joint that a click makes of one: cut, hold, fade, in-between, and cut again."""
    modes = list(JointMode)
    return modes[(modes.index(mode) + 1) % len(modes)]


def place_of(panels: Sequence[Panel], frame: int) -> tuple[int, int] | None:
    """Which panel a frame of the board lies in, and how far; None beyond the end."""
    for at, panel in enumerate(panels):
        if frame < panel.duration:
            return (at, frame) if frame >= 0 else None
        frame -= panel.duration
    return None


def edges(panels: Sequence[Panel]) -> tuple[int, ...]:
    """The frames at which panels begin, and the end."""
    found = [0]
    for panel in panels:
        found.append(found[-1] + panel.duration)
    return tuple(found)


def snapped(frame: int, targets: Iterable[int], reach: int) -> int:
    """The nearest target within `reach` frames, or the frame itself. Of two the earlier."""
    near = [target for target in targets if abs(target - frame) <= reach]
    return min(near, key=lambda target: (abs(target - frame), target), default=frame)


def latent_frames(starts: Iterable[int], length: int) -> tuple[int, ...]:
    """Where a shot may end so that it has 4n + 1 frames, counted from the start of each shot.

    Video models pack four frames into one latent, after a first one by itself.
    """
    bounds = [*starts, length]
    return tuple(tick for start, stop in pairwise(bounds) for tick in range(start + 1, stop + 1, 4))
