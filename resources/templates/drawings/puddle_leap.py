"""A courier meets a puddle: notices, thinks, leaps, lands, and nothing got wet."""

from __future__ import annotations

import numpy as np

from pipelines.painting.composite import RGB
from pipelines.panels import LayerRole
from pipelines.values import JointMode
from resources.templates.artist import Artist
from resources.templates.drawings import courier
from resources.templates.drawings.cloth import JACKET, SCARF
from resources.templates.drawings.courier_head import head
from resources.templates.drawings.leap_beats import CLOSE, FIRST, GROUND, LEAP, Beat, Close
from resources.templates.drawings.line import Points, curve, ellipse, turned, zoomed
from resources.templates.drawings.pose import Pose
from resources.templates.drawings.shapes import common
from resources.templates.drawings.street import PUDDLE, street

_SHADOW: RGB = (92, 92, 120)
_RED_PENCIL: RGB = (206, 60, 52)
_DROP: RGB = (236, 246, 248)
_NEARER = zoomed((640, 601), 1.16)
"""The figure is drawn a little larger than its poses are noted."""
_ARC = ((470, 470), (560, 360), (690, 300), (820, 330), (930, 430), (966, 500))


PANELS = len(FIRST) + len(CLOSE) + len(LEAP)
_PROMPT = (
    "A courier in a mustard rain jacket, teal cap and red scarf with a string-tied parcel, "
    "{what}, on a wet city street after the rain, flat colours under confident ink."
)


def draw(artist: Artist, *, panels: int = PANELS) -> None:
    """Draw the board, or its first panels."""
    artist.new_panel()
    artist.layer("Street", role=LayerRole.BACKGROUND)
    street(artist)
    for name in ("Backdrop", "Shadow", *courier.LAYERS, "Splash"):
        artist.layer(name)
    artist.layer("Rough", role=LayerRole.NOTES)
    for name, parent in courier.HANGS:
        artist.hang(name, on=parent)
    shots = ((FIRST, "Something in the way"), (CLOSE, "The thought"), (LEAP, "The leap"))
    drawn = 0
    for beats, name in shots:
        for beat in beats[: max(panels - drawn, 0)]:
            turns = beat.turns if isinstance(beat, Beat) else ()
            if turns:
                artist.duplicate_panel()
            elif drawn:
                artist.new_panel()
            is_last = beat is beats[-1]
            for layer, degrees in turns:
                artist.turn(layer, degrees)
            if isinstance(beat, Beat) and not turns:
                _wide(artist, beat)
            elif isinstance(beat, Close):
                _near(artist, beat)
            _describe(artist, beat, is_last=is_last)
            if beat is beats[0]:
                artist.name_shot(name)
            drawn += 1


def _describe(artist: Artist, beat: Beat | Close, *, is_last: bool) -> None:
    moves = isinstance(beat, Close) and beat.moves
    joint = JointMode.CUT if is_last else JointMode.IN_BETWEEN if moves else JointMode.HOLD
    what = f"{beat.label.lower()}, {'close-up' if isinstance(beat, Close) else 'wide shot'}"
    artist.describe(
        label=beat.label,
        prompt=_PROMPT.format(what=what),
        notes=beat.notes,
        dialogue=beat.dialogue,
        frames=beat.frames,
        joint=joint,
        move=beat.frames - 1 if moves else 0,
    )


def _wide(artist: Artist, beat: Beat) -> None:
    with artist.through(_NEARER):
        _figure(artist, beat)


def _figure(artist: Artist, beat: Beat) -> None:
    outline = courier.figure(artist, beat.pose)
    _shadow(artist, beat.pose, outline)
    if beat.splash:
        _splash(artist, beat)
    if any(beat is one for one in LEAP):
        artist.layer("Rough")
        artist.pencil(_ARC, colour=_RED_PENCIL, width=4, pressure=0.8)
        chest, hip, foot = beat.pose.chest, beat.pose.hip, beat.pose.near_foot
        artist.pencil([chest, hip, foot[:2]], colour=_RED_PENCIL, width=4, pressure=0.8)


def _shadow(artist: Artist, pose: Pose, outline: Points) -> None:
    artist.layer("Shadow")
    height = max(GROUND - max(pose.near_foot.y, pose.far_foot.y), 0)
    share = 1 - min(height / 320, 0.6)
    feet = (pose.near_foot.x + pose.far_foot.x) / 2
    artist.tone(ellipse((feet + 14, 603), (70 * share, 10 * share)), _SHADOW, opacity=0.45)
    mirrored = np.stack([outline[:, 0], 604 + (606 - outline[:, 1]) * 0.42 - height * 0.3], axis=1)
    seen = common(mirrored, zoomed((640, 601), 1 / 1.16)(PUDDLE))
    if len(seen):
        artist.tone(seen, _SHADOW, opacity=0.4)


def _splash(artist: Artist, beat: Beat) -> None:
    artist.layer("Splash")
    x = beat.pose.near_foot.x - 24
    for at, (across, up) in enumerate(((-26, 18), (-44, 34), (-60, 20), (66, 16), (84, 28))):
        rise = up * (0.6 + 0.9 * beat.splash)
        start = (x + across * 0.5 + (20 if across > 0 else 0), 602.0)
        tip = (x + across * (1.6 - 0.4 * beat.splash), 602 - rise)
        artist.ink([start, ((start[0] + tip[0]) / 2, tip[1] - 3), tip], width=6, colour=_DROP)
        if at % 2 == 0:
            artist.ink(ellipse((tip[0] - 3, tip[1] - 8), (2, 3)), width=5, colour=_DROP)


def _near(artist: Artist, close: Close) -> None:
    artist.layer("Backdrop")
    zoom = close.size / 5.6
    with artist.through(turned((640, 360), 0, scale=zoom)):
        _backdrop(artist)
    artist.layer("Torso")
    with artist.through(turned((560, 400), 0, scale=close.size)):
        shoulders = curve(
            [(-90, 80), (-70, 52), (-40, 42), (0, 40), (44, 44), (66, 58), (80, 90)], step=4
        )
        artist.tone(shoulders, JACKET.light)
        artist.tone([(30, 44), (44, 44), (66, 58), (80, 90), (44, 90)], JACKET.shade)
        artist.ink(shoulders, width=5.5, taper=(0.7, 0.7))
        artist.ink([(24, 48), (30, 70), (30, 90)], width=4)
        wrap = curve(
            [(-36, 34), (-20, 28), (6, 34), (30, 30), (38, 38), (30, 52), (2, 56), (-30, 50)],
            closed=True,
            step=3,
        )
        artist.tone(wrap, SCARF.light)
        artist.tone(common(wrap, ellipse((6, 58), (44, 14))), SCARF.shade)
        artist.contour(wrap, width=5)
        artist.ink([(-30, 38), (-8, 42), (18, 42), (34, 38)], width=3.4)
    artist.layer("Head")
    with artist.through(turned((560, 392), close.turn, scale=close.size)):
        head(artist, close.face)


def _backdrop(artist: Artist) -> None:
    """The street out of focus, round the middle of the paper."""
    wide = [(-760, -460), (760, -460), (760, 460), (-760, 460)]
    artist.tone(wide, (198, 206, 208))
    artist.tone([(-760, -460), (-300, -460), (-300, 460), (-760, 460)], (214, 202, 190))
    artist.tone([(300, -460), (760, -460), (760, 460), (300, 460)], (208, 184, 170))
    for x, y, r, colour in (
        (-470, -160, 90, (236, 212, 160)),
        (430, -210, 120, (250, 220, 150)),
        (560, 40, 70, (240, 206, 160)),
        (-330, 90, 60, (226, 220, 208)),
        (180, -250, 54, (226, 230, 226)),
    ):
        artist.tone(ellipse((x, y), (r, r)), colour, opacity=0.7)
