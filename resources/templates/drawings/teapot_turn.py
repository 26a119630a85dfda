"""A teapot on a turntable, once round, and then from near."""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians, sin
from typing import NamedTuple

import numpy as np

from pipelines.painting.composite import RGB
from pipelines.values import JointMode
from resources.templates.artist import Artist
from resources.templates.drawings import teapot
from resources.templates.drawings.line import (
    Point,
    Points,
    View,
    curve,
    ellipse,
    hatching,
    zoomed,
)
from resources.templates.drawings.shapes import common, shifted, tube, without

STEP = 15
TURN = 360 // STEP
_START = 28.0
"""Degrees; how the pot stands in the first panel."""
_HERO = 16.0
_HEROES = 4
_WALL: RGB = (244, 233, 211)
_WALL_PENCIL: RGB = (206, 178, 138)
_TABLE: RGB = (228, 206, 170)
_TABLE_SHADE: RGB = (202, 172, 134)
_SUN: RGB = (239, 176, 128)
_GLAZE: RGB = (36, 118, 126)
_GLAZE_DARK: RGB = (22, 80, 94)
_GLAZE_LIGHT: RGB = (104, 182, 174)
_SHINE: RGB = (238, 250, 244)
_CREAM: RGB = (250, 239, 214)
_RED: RGB = (214, 76, 54)
_RED_DARK: RGB = (168, 48, 44)
_WOOD: RGB = (200, 150, 98)
_WOOD_DARK: RGB = (146, 96, 60)
_WOOD_LIGHT: RGB = (220, 176, 122)
_SHADOW: RGB = (88, 54, 48)
_BLUE_PENCIL: RGB = (74, 122, 184)
_STEAM: RGB = (255, 252, 244)
_BODY = teapot.outline(teapot.BODY)
_LID = teapot.outline(teapot.LID)
_KNOB = teapot.outline(teapot.KNOB)
_WIDE = zoomed((640, 400), 1.1, pan=(0, -28))


class _Colours(NamedTuple):
    base: RGB
    dark: RGB
    light: RGB


_GLAZED = _Colours(_GLAZE, _GLAZE_DARK, _GLAZE_LIGHT)


def draw(artist: Artist, *, panels: int = TURN + _HEROES) -> None:
    """Draw the board, or its first panels."""
    for view in range(min(panels, TURN)):
        _turn_panel(artist, view)
    for step in range(min(panels - TURN, _HEROES)):
        _hero_panel(artist, step)


def _turn_panel(artist: Artist, view: int) -> None:
    degrees = _START + view * STEP
    with artist.through(_WIDE):
        if view == 0:
            artist.new_panel()
            _ground(artist)
            _construction(artist)
            _pot_alone(artist)
        else:
            artist.duplicate_panel()
        _turned(artist, degrees)
    is_key = view % 3 == 0
    artist.describe(
        label=f"{view * STEP}°",
        prompt="A teal glazed teapot with a round cream label turns on a wooden turntable, "
        "a coral sun behind it, flat colours under ink, studio product shot.",
        notes="Key view." if is_key else "Breakdown, on threes.",
        frames=24 if view == 0 else 3,
        joint=JointMode.CUT if view == TURN - 1 else JointMode.HOLD,
    )
    if view == 0:
        artist.name_shot("Once round")


def _hero_panel(artist: Artist, step: int) -> None:
    zoom = 1.62 * 1.02**step
    near = View(((zoom, 0.0), (0.0, zoom)), (500 - zoom * 640, 408 - zoom * 452))
    with artist.through(near):
        artist.new_panel()
        _ground(artist)
        _pot_alone(artist)
        _turned(artist, _HERO)
        _steam(artist, step)
    is_last = step == _HEROES - 1
    artist.describe(
        label=f"Label {step + 1}",
        prompt="Close on the label of the teapot: a red sun over waves, steam rises from the "
        "spout, slow push in.",
        notes="Slow push in; only steam moves." if not is_last else "Hold for the title.",
        dialogue="" if not is_last else "NARRATOR: Good things take a turn.",
        frames=30 if is_last else 12,
        joint=JointMode.HOLD if is_last else JointMode.IN_BETWEEN,
        move=0 if is_last else 11,
    )
    if step == 0:
        artist.name_shot("The label")


def _ground(artist: Artist) -> None:
    artist.layer("Ground")
    artist.tone([(-60, -40), (1340, -40), (1340, 500), (-60, 500)], _WALL)
    for corner in ([(-60, -40), (420, -40), (-60, 330)], [(1340, 470), (1340, 120), (1060, 470)]):
        for line in hatching(corner, angle=-52, gap=15, bow=4):
            artist.pencil(line, width=5, pressure=0.75, colour=_WALL_PENCIL)
    artist.tone(ellipse((640, 296), (250, 250)), _SUN)
    artist.tone([(-60, 470), (1340, 470), (1340, 760), (-60, 760)], _TABLE)
    artist.ink([(90, 470), (400, 469)], width=3, colour=_WOOD_DARK, taper=(0.3, 0.4))
    artist.ink([(880, 471), (1190, 470)], width=3, colour=_WOOD_DARK, taper=(0.4, 0.3))
    cast = ellipse((teapot.CENTRE[0] + 36, teapot.CENTRE[1] + 40), (276, 98))
    artist.tone(cast, _TABLE_SHADE)
    artist.hatch(cast, angle=-12, gap=9, width=2.4, colour=_WOOD_DARK)


def _construction(artist: Artist) -> None:
    """What the drawing was built on, in light blue pencil."""
    artist.layer("Construction", opacity=0.8)
    lines: list[Points] = [np.array([(640.0, 96.0), (640.0, 690.0)])]
    lines += [teapot.ring(r, height, -70, 305) for height, r in ((118, 230), (236, 150), (330, 60))]
    for side in (-1.0, 1.0):
        lines.append(np.array([(640 + side * 196, 250.0), (640 + side * 200, 620.0)]))
        lines.append(np.array([(640 + side * 60, 170.0), (640 + side * 300, 440.0)]))
    for line in lines:
        artist.pencil(line, width=3.4, pressure=0.9, colour=_BLUE_PENCIL)


def _turned(artist: Artist, degrees: float) -> None:
    """What turns with the table."""
    artist.layer("Shadow")
    artist.clear()
    _marks_and_shadow(artist, degrees)
    for name, part, away in (("Handle", teapot.HANDLE, 180), ("Spout", teapot.SPOUT, 0)):
        artist.layer(name)
        artist.clear()
        is_near = sin(radians(degrees + away)) > 0.12
        artist.stack(name, above="Shine" if is_near else "Shadow")
        _tube(artist, part, degrees, is_near=is_near)
        if part is teapot.SPOUT:
            _mouth(artist, degrees)
    artist.layer("Label")
    artist.clear()
    _label(artist, degrees)


def _pot_alone(artist: Artist) -> None:
    """What a turn does not change."""
    artist.layer("Turntable")
    _turntable(artist)
    artist.layer("Shadow")
    artist.layer("Pot")
    _pot(artist)
    artist.layer("Label")
    artist.layer("Shine")
    _shine(artist)


def _turntable(artist: Artist) -> None:
    radius, edge = teapot.DISC, teapot.DISC_EDGE
    top = teapot.ring(radius, 0)
    parts = [teapot.ring(radius, 0, 180, 360), teapot.ring(radius, -edge, 0, 180)]
    side = curve(np.concatenate(parts), closed=True)
    artist.tone(side, _WOOD_DARK)
    artist.tone(top, _WOOD)
    artist.tone(common(top, shifted(top, (-46, -22))), _WOOD_LIGHT)
    for share in (0.5, 0.68, 0.8):
        artist.ink(teapot.ring(radius * share, 0, 3, 357), width=2, colour=_WOOD_DARK)
    artist.contour(side, width=6.5)
    artist.ink(teapot.ring(radius, 0, 3, 177), width=4, taper=(0.3, 0.3))


def _marks_and_shadow(artist: Artist, degrees: float) -> None:
    for mark in range(8):
        turn = mark * 45 + degrees
        artist.tone(_mark(turn, teapot.DISC, wide=8 if mark == 0 else 2.2), _WOOD_DARK)
    shade = common(teapot.shadow(degrees), teapot.ring(teapot.DISC * 0.985, 0))
    artist.tone(shade, _SHADOW, opacity=0.55)


def _mark(turn: float, radius: float, *, wide: float) -> list[Point]:
    corners = (
        (turn - wide, 0.95),
        (turn + wide, 0.95),
        (turn + wide / 3, 0.87),
        (turn - wide / 3, 0.87),
    )
    return [
        teapot.paper(radius * share * cos(radians(t)), radius * share * sin(radians(t)), 0)
        for t, share in corners
    ]


def _tube(artist: Artist, part: teapot.Tube, degrees: float, *, is_near: bool) -> None:
    centres, radii = part.at(degrees)
    outline = tube(centres, radii)
    shade = common(shifted(outline, (20, 8)), _BODY)
    if is_near and len(shade):
        artist.tone(shade, _GLAZED.dark)
    artist.tone(outline, _GLAZED.dark)
    to_light = np.array([-0.26, -0.3]) * radii[:, None]
    lit = common(outline, tube(centres + to_light, radii * 0.86))
    if len(lit):
        artist.tone(lit, _GLAZED.base)
    gleam = centres + np.array([-0.36, -0.42]) * radii[:, None]
    artist.ink(gleam[10:-10], width=float(radii.mean()) * 0.34, colour=_GLAZED.light)
    artist.contour(outline, width=6)


def _mouth(artist: Artist, degrees: float) -> None:
    (d0, z0), (d1, z1) = teapot.SPOUT.way[-2:]
    length = float(np.hypot(d1 - d0, z1 - z0))
    along = ((d1 - d0) / length, (z1 - z0) / length)
    c, s = cos(radians(degrees)), sin(radians(degrees))
    mouth: list[Point] = []
    for t in np.linspace(0, 2 * np.pi, 40, endpoint=False).tolist():
        side, up = 14 * cos(t), 14 * sin(t)
        d, z = d1 + 13 * along[0] - up * along[1], z1 + 13 * along[1] + up * along[0]
        mouth.append(teapot.paper(d * c - side * s, d * s + side * c, z))
    faces = along[0] * s * cos(teapot.PITCH) + along[1] * sin(teapot.PITCH)
    if faces > 0.08:
        artist.tone(mouth, (14, 40, 50))
        artist.contour(np.array(mouth), width=3.5)


def _pot(artist: Artist) -> None:
    artist.tone(_BODY, _GLAZE)
    x, y = teapot.CENTRE
    artist.tone(without(_BODY, shifted(ellipse((x, y - 112), (196, 150)), (-58, -34))), _GLAZE_DARK)
    artist.contour(_BODY, width=7)
    artist.ink(teapot.ring(93, 7, 12, 168), width=3)
    artist.tone(_LID, _GLAZE)
    artist.tone(without(_LID, shifted(_LID, (-30, -10))), _GLAZE_DARK)
    artist.contour(_LID, width=6)
    artist.ink(teapot.ring(99, 238, 6, 174), width=3)
    artist.ink(teapot.ring(78, 262, 196, 250), width=5, colour=_GLAZE_LIGHT)
    artist.tone(_KNOB, _RED)
    artist.tone(without(_KNOB, shifted(_KNOB, (-9, -4))), _RED_DARK)
    artist.contour(_KNOB, width=5.5)
    artist.ink(ellipse((x - 9, y - 293), (5, 4))[:20], width=4, colour=_CREAM)


def _label(artist: Artist, degrees: float) -> None:
    for low, high in ((200, 201), (213, 214)):
        line = teapot.on_body(
            [(t - degrees, (low + high) / 2) for t in range(-100, 280, 3)], degrees
        )
        artist.ink(line, width=2.6, colour=_CREAM, taper=(0.4, 0.4))
    for leaf in range(8):
        turn = leaf * 45.0
        shape = [(turn - 8, 207), (turn, 211), (turn + 8, 207), (turn, 203)]
        seen = teapot.patch(curve(shape, closed=True, step=1), degrees)
        if len(seen):
            artist.tone(seen, _CREAM)
    for turn, motif in ((90.0, _sun_and_waves), (270.0, _mountain)):
        disc = teapot.patch(_on_label(turn, _circle(1.0)), degrees)
        if not len(disc):
            continue
        artist.tone(disc, _CREAM)
        motif(artist, turn, degrees, disc)
        artist.contour(curve(disc, closed=True), width=4)


def _sun_and_waves(artist: Artist, turn: float, degrees: float, disc: Points) -> None:
    sun = teapot.patch(_on_label(turn, _circle(0.42, (0.0, 0.22))), degrees)
    if len(sun):
        artist.tone(sun, _RED)
    xs = np.linspace(-1, 1, 50)
    with artist.selected(disc):
        for row in (0.0, -0.3, -0.6):
            wave = np.stack([xs, row - 0.12 - 0.10 * np.abs(np.cos(xs * 5.2))], axis=1)
            line = teapot.patch(_on_label(turn, wave), degrees)
            if len(line):
                artist.ink(line, width=15 if row == 0 else 9, colour=_GLAZE, taper=(0.9, 0.9))


def _mountain(artist: Artist, turn: float, degrees: float, disc: Points) -> None:
    shape = [(-0.95, -0.5), (-0.42, 0.08), (0.0, 0.5), (0.36, 0.1), (0.95, -0.5), (0, -0.98)]
    peak = teapot.patch(_on_label(turn, _straight(shape)), degrees)
    if len(peak):
        artist.tone(common(peak, disc), _GLAZE)
    snow = [(-0.2, 0.3), (0.0, 0.5), (0.18, 0.3), (0.06, 0.2), (-0.05, 0.28), (-0.12, 0.2)]
    white = teapot.patch(_on_label(turn, _straight(snow)), degrees)
    if len(white):
        artist.tone(white, _CREAM)


def _circle(radius: float, centre: Point = (0.0, 0.0)) -> list[Point]:
    return [
        (centre[0] + radius * cos(t), centre[1] + radius * sin(t))
        for t in np.linspace(0, 2 * np.pi, 64, endpoint=False).tolist()
    ]


def _straight(corners: list[Point]) -> Points:
    """The sides of a polygon, point by point."""
    ring = np.array([*corners, corners[0]])
    shares = np.linspace(0, 1, 10, endpoint=False)[:, None]
    return np.concatenate([a + (b - a) * shares for a, b in pairwise(ring)])


def _on_label(turn: float, points: Points | list[Point]) -> list[Point]:
    """Points of a label of radius 1 as degrees round the pot and height."""
    return [(turn - 23 * x, 112 + 64 * y) for x, y in np.asarray(points).tolist()]


def _shine(artist: Artist) -> None:
    for first, last in ((126.0, 138.0), (141.0, 150.0)):
        turns = np.linspace(first, last, 8).tolist()
        pane = [*((t, 196.0) for t in turns), *((t, 150.0) for t in turns[::-1])]
        artist.tone(teapot.patch(_straight(pane), 0), _SHINE, opacity=0.85)


def _steam(artist: Artist, step: int) -> None:
    artist.layer("Steam")
    x, y = teapot.placed([(316, 250)], _HERO)[0].tolist()
    rise = np.linspace(0, 1, 60)
    for wisp in range(2):
        sway = np.sin(rise * 5 - step * 0.4 + wisp * 2.4) * 20 * rise
        height = 150 + 36 * wisp + step * 5
        line = np.stack([x + sway + wisp * 14 + 16 * rise, y - 12 - rise * height], axis=1)
        artist.tone(tube(line, 2 + 10 * np.sin(np.pi * rise) ** 1.4), _STEAM, opacity=0.72)
