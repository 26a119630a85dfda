"""A ball bounces across a garden: squash, stretch, spacing and a path of action."""

from __future__ import annotations

from math import cos, sin
from typing import NamedTuple

import numpy as np

from pipelines.painting.brush import AIRBRUSH, MARKER
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
    Pose(62, 84, 1.0, 0, -70, 10, "Apex"),
    Pose(106, 106, 1.06, 40, -50, 3, "Falls"),
    Pose(145, 160, 1.14, 60, -30, 2, "Stretch"),
    Pose(174, 226, 1.2, 70, -12, 2, "Stretch"),
    Pose(190, 268, 0.78, _CONTACT, 0, 3, "Squash!"),
    Pose(206, 222, 1.2, -70, 14, 2, "Takes off"),
    Pose(240, 160, 1.12, -58, 34, 3, "Rises"),
    Pose(284, 122, 1.03, -30, 56, 3, "Slows"),
    Pose(326, 112, 1.0, 0, 76, 4, "Apex, hangs"),
    Pose(368, 124, 1.03, 30, 96, 3, "Falls"),
    Pose(410, 166, 1.1, 56, 116, 3, "Stretch"),
    Pose(440, 224, 1.16, 68, 134, 2, "Stretch"),
    Pose(456, 267, 0.82, _CONTACT, 146, 3, "Squash"),
    Pose(474, 232, 1.1, -62, 160, 3, "Takes off"),
    Pose(510, 204, 1.0, 0, 180, 4, "Small apex"),
    Pose(542, 236, 1.06, 62, 200, 3, "Falls"),
    Pose(560, 268, 0.86, _CONTACT, 212, 3, "Soft squash"),
    Pose(578, 258, 1.0, 0, 228, 18, "Rests"),
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
    core = ellipse(centre, (wide * 0.8, 6), count=32)
    if height < 0.45:
        pen.hatch(core, angle=4, gap=3, width=1.4, colour=(50, 58, 70), seed=9, bow=0)


def _garden(pen: Pen) -> None:
    pen.tone([(-8, -8), (648, -8), (648, 368), (-8, 368)], (205, 228, 234))
    for y, colour in ((0, (176, 212, 226)), (110, (232, 236, 224)), (175, (248, 240, 218))):
        pen.wash([(-40, y), (320, y - 8), (680, y)], AIRBRUSH, colour, pressure=0.9)
    _clouds(pen)
    _trees(pen)
    _fence(pen)
    _lawn(pen)


def _clouds(pen: Pen) -> None:
    for x, y, s in ((150, 52, 1.0), (452, 38, 1.25)):
        puff = smooth(
            [
                (x - 52 * s, y + 14 * s),
                (x - 40 * s, y - 4 * s),
                (x - 18 * s, y - 8 * s),
                (x, y - 22 * s),
                (x + 24 * s, y - 10 * s),
                (x + 44 * s, y - 4 * s),
                (x + 54 * s, y + 14 * s),
                (x, y + 17 * s),
            ],
            closed=True,
        )
        pen.tone(puff, (253, 250, 242))
        rim = np.roll(puff, -len(puff) // 12, axis=0)
        pen.ink(puff[: len(puff) * 7 // 9 : 6], width=2.4, colour=(136, 152, 162))
        pen.ink(rim[len(rim) * 7 // 9 :: 6], width=1.6, colour=(136, 152, 162))
        under = [(x - 30 * s, y + 9 * s), (x, y + 5 * s), (x + 40 * s, y + 8 * s)]
        base = [(x + 50 * s, y + 14 * s), (x, y + 16 * s), (x - 48 * s, y + 13 * s)]
        pen.tone(smooth([*under, *base], closed=True), (226, 230, 228))


def _trees(pen: Pen) -> None:
    rng = np.random.Generator(np.random.PCG64(21))
    for x, top, wide, colour in (
        (40, 118, 90, (176, 200, 166)),
        (196, 138, 76, (186, 206, 170)),
        (352, 128, 88, (178, 202, 168)),
        (520, 104, 110, (170, 196, 162)),
        (640, 132, 80, (184, 204, 170)),
    ):
        turns = np.radians(np.linspace(180, 360, 13))
        bumps = rng.uniform(0.84, 1.12, 13)
        crown = np.stack(
            [x + wide * np.cos(turns) * bumps, 236 + (236 - top) * np.sin(turns) * bumps], axis=1
        )
        line = smooth(crown)
        pen.tone(np.concatenate([line, [[x + wide, 240], [x - wide, 240]]]), colour)
        for first in (1, 4, 8):
            pen.pencil(crown[first : first + 4], width=2.6, pressure=0.6, colour=(96, 122, 104))
        side = [(x + wide * 0.2, top + 20), (x + wide * 0.85, top + 60), (x + wide * 0.3, 236)]
        pen.hatch(smooth(side, closed=True), gap=7, width=1.4, colour=(128, 156, 130), seed=x)


def _fence(pen: Pen) -> None:
    rng = np.random.Generator(np.random.PCG64(5))
    ink = (104, 96, 92)
    for rail in (198, 232):
        box = [(-8, rail), (648, rail - 1), (648, rail + 9), (-8, rail + 10)]
        pen.tone(box, (224, 208, 180))
        pen.ink([(-8, rail + 10), (320, rail + 9), (648, rail + 9)], width=1.8, colour=ink)
    for index in range(24):
        x = -8 + index * 28 + rng.uniform(-2, 2)
        top = 176 + rng.uniform(-3, 3)
        tilt = rng.uniform(-1.6, 1.6)
        plank = np.array(
            [
                (x, 262),
                (x + tilt, top + 8),
                (x + 9 + tilt, top),
                (x + 18 + tilt, top + 8),
                (x + 18, 262),
            ]
        )
        pen.tone(plank, (240, 226, 198))
        pen.tone([*plank[[2, 3, 4]].tolist(), (x + 11, 262)], (216, 198, 168), opacity=0.7)
        pen.ink(plank[:3], width=1.9, taper=(0.3, 0.5), colour=ink)
        pen.ink(plank[2:], width=2.4, taper=(0.5, 0.4), colour=ink)
        if index % 3 == 1:
            grain = [(x + 7, top + 24), (x + 8, top + 40), (x + 6.5, top + 58)]
            pen.pencil(grain, width=1.6, pressure=0.5, colour=ink)


def _lawn(pen: Pen) -> None:
    rim = smooth([(-8, 256), (120, 250), (300, 255), (470, 249), (648, 255)])
    pen.tone(np.concatenate([rim, [[648.0, 368.0], [-8.0, 368.0]]]), (168, 196, 124))
    near = smooth([(-8, 322), (180, 314), (420, 324), (648, 314)])
    pen.tone(np.concatenate([near, [[648.0, 368.0], [-8.0, 368.0]]]), (150, 182, 112))
    path = smooth([(-8, 284), (200, 279), (420, 283), (648, 278)])
    under = smooth([(648, 312), (420, 316), (200, 311), (-8, 316)])
    pen.tone(np.concatenate([path, under]), (232, 216, 176))
    pen.wash([(-8, 309), (320, 312), (648, 308)], MARKER, (206, 186, 146), pressure=0.1)
    for edge in (path, under):
        for first in range(0, len(edge) - 60, 90):
            piece = edge[first : first + 60 + first % 37]
            pen.ink(piece[::12], width=2.4, colour=(112, 100, 78))
    rng = np.random.Generator(np.random.PCG64(11))
    for _ in range(46):
        x, y = rng.uniform(0, 640), rng.choice([rng.uniform(258, 274), rng.uniform(324, 340)])
        _tuft(pen, x, y, rng.uniform(4, 8), (92, 126, 74), width=1.7)
    for _ in range(26):
        x, y = rng.uniform(0, 640), rng.uniform(287, 308)
        pen.ink([(x, y), (x + 5, y + 1), (x + 10, y)], width=1.5, colour=(164, 142, 108))


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
    for first, last in ((0, 4), (4, 12), (12, 16), (16, 17)):
        pen.pencil(keys[first : last + 1], width=2.4, pressure=0.8, colour=RED_PENCIL)
    for x, y in keys:
        pen.pencil([(x - 4, y - 4), (x + 4, y + 4)], colour=RED_PENCIL)
        pen.pencil([(x - 4, y + 4), (x + 4, y - 4)], colour=RED_PENCIL)
