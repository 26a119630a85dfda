"""A ball bounces across a garden: squash, stretch, spacing and a path of action."""

from __future__ import annotations

from math import cos, sin
from typing import NamedTuple

import numpy as np

from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import BlendMode, Layer, LayerRole, Panel
from pipelines.values import JointMode
from resources.templates.drawings.inking import (
    HEIGHT,
    RED_PENCIL,
    WIDTH,
    Pen,
    Points,
    View,
    drawn,
    ellipse,
    sheet,
    smooth,
)

FPS = 24
__all__ = ["FPS", "HEIGHT", "WIDTH", "draw"]

_GROUND = 296.0
_RADIUS = 36.0


class Pose(NamedTuple):
    """One key of the ball: the centre, the stretch along its axis, the axis and the spin."""

    x: float
    y: float
    stretch: float
    axis: float
    spin: float
    frames: int
    label: str


_CONTACT = 90.0
_POSES = (
    Pose(62, 84, 1.0, 0, -24, 10, "Apex"),
    Pose(106, 106, 1.06, 40, -20, 3, "Falls"),
    Pose(145, 160, 1.14, 60, -15, 2, "Stretch"),
    Pose(174, 226, 1.2, 70, -10, 2, "Stretch"),
    Pose(183, 255, 1.02, 80, -8, 2, "Touches"),
    Pose(190, 268, 0.78, _CONTACT, -6, 3, "Squash!"),
    Pose(197, 252, 1.04, -80, -4, 2, "Pushes off"),
    Pose(206, 222, 1.2, -70, -2, 2, "Takes off"),
    Pose(240, 160, 1.12, -58, 5, 3, "Rises"),
    Pose(284, 122, 1.03, -30, 13, 3, "Slows"),
    Pose(326, 112, 1.0, 0, 22, 4, "Apex, hangs"),
    Pose(368, 124, 1.03, 30, 31, 3, "Falls"),
    Pose(410, 166, 1.1, 56, 39, 3, "Stretch"),
    Pose(440, 224, 1.16, 68, 45, 2, "Stretch"),
    Pose(450, 254, 1.02, 80, 47, 2, "Touches"),
    Pose(456, 267, 0.82, _CONTACT, 49, 3, "Squash"),
    Pose(464, 253, 1.02, -72, 51, 2, "Pushes off"),
    Pose(474, 232, 1.1, -62, 53, 3, "Takes off"),
    Pose(510, 204, 1.0, 0, 60, 4, "Small apex"),
    Pose(542, 236, 1.06, 62, 66, 3, "Falls"),
    Pose(560, 268, 0.86, _CONTACT, 70, 3, "Soft squash"),
    Pose(578, 258, 1.0, 0, 74, 18, "Rests"),
)


def draw(tiles: MemoryTiles) -> tuple[Panel, ...]:
    """The panels; the garden is shared by all of them."""
    garden = drawn(tiles, sheet("garden", "Garden", role=LayerRole.BACKGROUND), _garden)
    grass = drawn(tiles, sheet("grass", "Front grass"), _front_grass)
    arc = drawn(tiles, sheet("action", "Path of action", role=LayerRole.NOTES), _path)
    return tuple(
        _panel(tiles, index, pose, (garden, grass, arc)) for index, pose in enumerate(_POSES)
    )


def _panel(tiles: MemoryTiles, index: int, pose: Pose, shared: tuple[Layer, Layer, Layer]) -> Panel:
    garden, grass, arc = shared
    last = index == len(_POSES) - 1
    shadow = drawn(
        tiles,
        sheet("shadow", "Shadow", blend=BlendMode.MULTIPLY),
        lambda pen: _shadow(pen, pose),
    )
    ball = drawn(tiles, sheet("ball", "Ball"), _ball, view=_posed(pose))
    return Panel(
        id=f"ball-{index + 1:02d}",
        layers=(garden, shadow, ball, grass, arc),
        duration=pose.frames,
        joint=JointMode.HOLD if last else JointMode.IN_BETWEEN,
        move=0 if last else (4 if index == 0 else pose.frames),
        prompt="A red rubber ball with a cream band bounces across a sunny garden, hand-drawn ink",
        notes=pose.label,
        label=str(index + 1),
        shot="shot-ball" if index == 0 else "",
    )


def _posed(pose: Pose) -> View:
    """Spin first, then stretch along the axis with the area kept; squash stands on the ground."""
    turn, axis = np.radians(pose.spin), np.radians(pose.axis)
    along = np.array([[cos(axis), -sin(axis)], [sin(axis), cos(axis)]])
    spin = np.array([[cos(turn), -sin(turn)], [sin(turn), cos(turn)]])
    linear = along @ np.diag([pose.stretch, 1 / pose.stretch]) @ along.T @ spin
    (a, b), (c, d) = linear.tolist()
    return View(((a, b), (c, d)), (pose.x, pose.y))


def _ball(pen: Pen) -> None:
    rim = ellipse((0, 0), (_RADIUS, _RADIUS), count=72)
    pen.tone(rim, (222, 78, 62))
    band = smooth([(-40, -9), (0, -17), (40, -9), (40, 9), (0, 3), (-40, 9)], closed=True)
    pen.tone(band, (250, 236, 208), within=True)
    star = _star((0, -25), 7.5)
    pen.tone(star, (250, 236, 208), within=True)
    pen.ink([(-35, -7), (0, -16), (35, -7)], width=2.6, within=True)
    pen.ink([(-35, 10), (0, 3.5), (35, 10)], width=2.6, within=True)
    _shade(pen)
    pen.contour(rim, width=5.2)


def _shade(pen: Pen) -> None:
    """The dark side stays away from the light, however the ball has spun."""
    back = np.linalg.inv(np.array(pen.view.linear))
    away = back @ np.array([0.55, 0.83])
    away /= np.hypot(*away)
    r = _RADIUS
    local = View(((float(away[0]), float(-away[1])), (float(away[1]), float(away[0]))), (0.0, 0.0))
    inner = ellipse((-12, 0), (r * 0.98, r * 1.12), count=40)
    angles = np.radians(np.linspace(-78, 78, 24))
    outer = np.stack([r * np.cos(angles), r * np.sin(angles)], axis=1)
    edge = inner[(inner[:, 0] > 0) & (np.abs(inner[:, 1]) < r * 0.98)]
    edge = edge[np.argsort(-edge[:, 1])]
    crescent = np.concatenate([outer, edge])
    shaded = pen.through(local)
    shaded.tone(crescent, (120, 30, 58), opacity=0.42, within=True)
    shaded.hatch(crescent, angle=-38, gap=4.2, width=1.5, colour=(70, 20, 40), seed=4)
    glint = ellipse((-20, -4), (5.5, 8.5), count=24)
    shaded.tone(glint, (255, 250, 240), opacity=0.92, within=True)


def _star(centre: tuple[float, float], radius: float) -> Points:
    t = np.radians(np.arange(10) * 36 - 90)
    r = np.where(np.arange(10) % 2, radius * 0.45, radius)
    return np.stack([centre[0] + r * np.cos(t), centre[1] + r * np.sin(t)], axis=1)


def _shadow(pen: Pen, pose: Pose) -> None:
    height = max(_GROUND - pose.y - _RADIUS, 0) / 190
    wide = _RADIUS * (1.12 / pose.stretch if pose.axis == _CONTACT else 1.0) * (1 + 0.25 * height)
    centre = (pose.x + 8 + 26 * height, _GROUND + 6)
    outline = ellipse(centre, (wide, 8.5 + 2 * height), count=40)
    pen.tone(outline, (112, 124, 120), opacity=0.75 - 0.45 * min(height, 1))


def _garden(pen: Pen) -> None:
    """Flat tones, and no line near the path of the ball: a motion is easily followed over them."""
    pen.tone([(-8, -8), (648, -8), (648, 368), (-8, 368)], (214, 231, 233))
    for x, y, s in ((572, 46, 1.1), (500, 66, 0.6)):
        pen.tone(_cloud(x, y, s), (226, 238, 239))
    far = [(-8, 214), (90, 190), (220, 206), (352, 182), (500, 204), (648, 186)]
    near = [(-8, 250), (120, 240), (300, 252), (470, 238), (648, 250)]
    for ridge, colour in ((far, (204, 224, 219)), (near, (196, 218, 200))):
        pen.tone(np.concatenate([smooth(ridge), [[648.0, 368.0], [-8.0, 368.0]]]), colour)
    rim = smooth([(-8, 284), (200, 280), (420, 283), (648, 279)])
    pen.tone(np.concatenate([rim, [[648.0, 368.0], [-8.0, 368.0]]]), (232, 217, 180))
    under = smooth([(-8, 322), (200, 318), (420, 323), (648, 318)])
    pen.tone(np.concatenate([under, [[648.0, 368.0], [-8.0, 368.0]]]), (168, 196, 130))
    for first in range(0, len(under) - 60, 90):
        pen.ink(under[first : first + 60 + first % 37 : 12], width=2.4, colour=(98, 110, 74))


def _cloud(x: float, y: float, s: float) -> Points:
    rim = [(-52, 14), (-40, -4), (-18, -8), (0, -22), (24, -10), (44, -4), (54, 14), (0, 17)]
    return smooth([(x + dx * s, y + dy * s) for dx, dy in rim], closed=True)


def _front_grass(pen: Pen) -> None:
    rng = np.random.Generator(np.random.PCG64(3))
    bank = smooth([(-8, 346), (120, 336), (260, 350), (420, 340), (540, 350), (648, 338)])
    pen.tone(np.concatenate([bank, [[648.0, 368.0], [-8.0, 368.0]]]), (112, 150, 86))
    for index in range(92):
        x = index * 7.1 + rng.uniform(-4, 4)
        _tuft(pen, x, 354 + rng.uniform(-4, 8), rng.uniform(10, 26), (46, 72, 52), width=2.8)


def _tuft(
    pen: Pen, x: float, y: float, tall: float, colour: tuple[int, int, int], *, width: float
) -> None:
    for lean in (-0.5, -0.1, 0.45):
        tip = (x + lean * tall, y - tall * (1 - abs(lean) * 0.4))
        pen.ink(
            [(x + lean * 2, y), (x + lean * tall * 0.3, y - tall * 0.6), tip],
            width=width,
            taper=(0.9, 0.05),
            colour=colour,
        )


def _path(pen: Pen) -> None:
    """The animator's note: the arcs, a tick at every key."""
    keys = [(pose.x, pose.y) for pose in _POSES]
    for first, last in ((0, 5), (5, 15), (15, 20), (20, 21)):
        pen.pencil(keys[first : last + 1], width=2.4, pressure=0.8, colour=RED_PENCIL)
    for x, y in keys:
        pen.pencil([(x - 4, y - 4), (x + 4, y + 4)], colour=RED_PENCIL)
        pen.pencil([(x - 4, y + 4), (x + 4, y - 4)], colour=RED_PENCIL)
