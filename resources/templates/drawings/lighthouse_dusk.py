"""A push in over a coast while evening comes, and the lamp that is lit."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np

from pipelines.painting.composite import RGB
from pipelines.panels import BlendMode
from pipelines.values import JointMode
from resources.templates.artist import Artist
from resources.templates.drawings import coast, headland
from resources.templates.drawings.hours import EVENING, at_hour
from resources.templates.drawings.line import View, curve, ellipse, zoomed

STEPS = 10
SWEEPS = 10
PANELS = STEPS + SWEEPS
_PUSH = 0.62
"""How much larger what is at depth 1 is in the last panel of the push."""
_PAN = (-64.0, 20.0)
_AIM = (800.0, 330.0)
_LAYERS = (
    "Sky",
    "Clouds",
    "Far hills",
    "Sea",
    "Boat",
    "Headland",
    "Beam",
    "Near hill",
    "Foreground",
)
_NEAR = View(((2.7, 0.0), (0.0, 2.7)), (600 - 2.7 * 822, 330 - 2.7 * 162))
"""How the lantern is seen in the second shot."""
_BEHIND = zoomed((640, 420), 1.35, pan=(0, 120))
_BEAM: RGB = (255, 226, 150)
_STAR: RGB = (255, 244, 220)
_KEEPER: RGB = (60, 40, 56)
_PROMPT = (
    "A red and white lighthouse on a cliff above the sea, {what}, layered hills and pines, "
    "flat colours under ink, warm light."
)
_HOURS = ("late afternoon", "the sun goes down", "dusk")


def draw(artist: Artist, *, panels: int = PANELS) -> None:
    """Draw the board, or its first panels."""
    artist.new_panel()
    for name in _LAYERS:
        artist.layer(name, blend=BlendMode.SCREEN if name == "Beam" else BlendMode.NORMAL)
    for step in range(min(panels, STEPS)):
        if step:
            artist.new_panel()
        _push(artist, step / (STEPS - 1))
        _describe_push(artist, step)
    for sweep in range(min(panels - STEPS, SWEEPS)):
        _lamp(artist, sweep)
        _describe_lamp(artist, sweep)


def _describe_push(artist: Artist, step: int) -> None:
    is_last = step == STEPS - 1
    hour = _HOURS[step * len(_HOURS) // STEPS]
    artist.describe(
        label=f"Push {step + 1}",
        prompt=_PROMPT.format(what=f"slow camera push in, {hour}"),
        notes="Camera in and a little left; pine and grass slide out first, hills last. "
        "The sun goes down behind the far headland.",
        frames=30 if is_last else 12,
        joint=JointMode.CUT if is_last else JointMode.IN_BETWEEN,
        move=0 if is_last else 11,
    )
    if step == 0:
        artist.name_shot("Evening comes")


def _describe_lamp(artist: Artist, sweep: int) -> None:
    is_last = sweep == SWEEPS - 1
    artist.describe(
        label=("Dark", "Lit")[sweep] if sweep < 2 else f"Sweep {sweep - 1}",
        prompt=_PROMPT.format(what="close on the lantern room at dusk, its beam sweeps round"),
        notes="The keeper strikes the lamp." if sweep < 2 else "The beam turns, on threes.",
        dialogue="KEEPER: There. Now they will find home." if sweep == 1 else "",
        frames=(18, 20)[sweep] if sweep < 2 else 30 if is_last else 3,
        joint=JointMode.FADE if sweep == 0 else JointMode.HOLD,
        move=6 if sweep == 0 else 0,
    )
    if sweep == 0:
        artist.name_shot("The lamp")


def _seen(share: float, depth: float) -> View:
    """What the camera makes of things at a depth (0 far) after a share of the push."""
    scale = 1 + _PUSH * share * depth
    return zoomed(_AIM, scale, pan=(_PAN[0] * share * (0.4 + depth), _PAN[1] * share * depth))


def _push(artist: Artist, share: float) -> None:
    light = at_hour(share**1.3)
    artist.layer("Sky")
    with artist.through(_seen(share, 0.04)):
        coast.sky(artist, light, share)
    artist.layer("Clouds")
    with artist.through(_seen(share, 0.08) @ zoomed((0, 0), 1, pan=(40 * share, 0))):
        coast.clouds(artist, light)
    artist.layer("Boat")
    with artist.through(_seen(share, 0.3) @ zoomed((0, 0), 1, pan=(-44 * share, 0))):
        coast.boat(artist, light)
    for name, depth, paint in (
        ("Far hills", 0.14, coast.far_hills),
        ("Sea", 0.3, coast.sea),
        ("Headland", 0.42, headland.headland),
        ("Near hill", 0.72, coast.near_hill),
        ("Foreground", 0.95, coast.foreground),
    ):
        artist.layer(name)
        with artist.through(_seen(share, depth)):
            paint(artist, light)


def _lamp(artist: Artist, sweep: int) -> None:
    if sweep == 0:
        artist.new_panel()
        _lantern(artist)
    else:
        artist.duplicate_panel(JointMode.FADE if sweep == 1 else JointMode.HOLD)
    artist.layer("Beam")
    artist.clear()
    if sweep:
        with artist.through(_NEAR):
            _beam(artist, 20.0 * max(sweep - 1, 0))


def _lantern(artist: Artist) -> None:
    light = EVENING
    artist.layer("Sky")
    with artist.through(_BEHIND):
        coast.sky(artist, light, 1.0)
        rng = np.random.Generator(np.random.PCG64(8))
        for _ in range(34):
            x, y = rng.uniform(100, 1180), rng.uniform(20, 220)
            size = rng.uniform(1.6, 3.2)
            artist.tone(ellipse((x, y), (size, size)), _STAR, opacity=0.9)
    artist.layer("Clouds")
    with artist.through(_BEHIND):
        coast.clouds(artist, light)
    artist.layer("Far hills")
    with artist.through(_BEHIND):
        coast.far_hills(artist, light)
    artist.layer("Sea")
    with artist.through(_BEHIND):
        coast.sea(artist, light)
    artist.layer("Headland")
    with artist.through(_NEAR):
        headland.lighthouse(artist, light)
        x, y = headland.LAMP
        head = ellipse((x - 7, y + 4), (3.6, 4.2))
        body = curve([(x - 13, y + 24), (x - 12, y + 12), (x - 7, y + 8), (x - 2, y + 13)], step=2)
        artist.tone(head, _KEEPER)
        artist.tone([*body.tolist(), (x - 1, y + 24)], _KEEPER)


def _beam(artist: Artist, degrees: float) -> None:
    """Two opposite beams, turned about the tower; light that comes nearer is wider."""
    x, y = headland.LAMP
    y += 4
    across, ahead = cos(radians(degrees)), sin(radians(degrees))
    for side in (-1, 1):
        if abs(across) < 0.3:
            break  # it points at the eye
        reach, near = side * across, side * ahead
        longer = 330 / abs(reach)
        end = (x + reach * longer, y + 0.11 * near * longer)
        for share, strength in ((1.0, 0.3), (0.55, 0.4)):
            spread = min((30 + 14 * near) / abs(reach), 84) * share
            cone = [(x, y - 3), (end[0], end[1] - spread), (end[0], end[1] + spread), (x, y + 3)]
            artist.tone(cone, _BEAM, opacity=strength)
    flare = 16 + 44 * max(ahead - abs(across), 0)
    for share, strength in ((1.9, 0.22), (1.0, 0.5)):
        centre = (x + 6 * across, y)
        artist.tone(ellipse(centre, (flare * share, flare * share)), _BEAM, opacity=strength)
