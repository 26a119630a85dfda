"""A girl with a bob and a scarf, drawn for any turn of the head between front and profile.

Outlines are authored front, three-quarter and profile with the same points, and mixed between.
"""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

import numpy as np

from pipelines.painting.canvas import Point
from pipelines.painting.composite import RGB
from resources.templates.drawings.inking import INK_BLACK, Pen, Points, mixed, smooth

SKIN: RGB = (250, 222, 198)
_SKIN_SHADE: RGB = (222, 170, 152)
_HAIR: RGB = (92, 58, 66)
_HAIR_LIGHT: RGB = (142, 92, 88)
_COAT: RGB = (92, 124, 138)
_COAT_SHADE: RGB = (62, 86, 106)
_SCARF: RGB = (226, 168, 70)
_SCARF_SHADE: RGB = (186, 122, 54)
_IRIS: RGB = (56, 112, 108)


class Pose(NamedTuple):
    """One key of the head: angles in degrees, the rest 0..1 (or -1..1 for gaze and smile)."""

    yaw: float
    tilt: float = 0.0
    dip: float = 0.0
    open: float = 1.0
    gaze: float = 0.0
    smile: float = 0.3
    brow: float = 0.0
    sway: float = 0.0


# Front, three-quarter and profile, clockwise from the crown; the face turns to the right.
_FACE: tuple[list[Point], ...] = (
    [(0, -80), (36, -71), (58, -44), (63, -12), (62, 6), (59, 24), (52, 42), (40, 58), (24, 71),
     (0, 79), (-24, 71), (-46, 52), (-60, 20), (-63, -10), (-58, -44), (-36, -71)],
    [(-4, -80), (34, -71), (54, -46), (57, -16), (52, 3), (57, 20), (54, 38), (48, 54), (37, 71),
     (20, 79), (-8, 73), (-38, 56), (-57, 24), (-65, -8), (-66, -42), (-44, -71)],
    [(-8, -80), (30, -71), (53, -48), (58, -16), (54, 2), (71, 23), (59, 33), (61, 48), (56, 66),
     (42, 77), (18, 74), (-10, 56), (-30, 26), (-60, 2), (-76, -38), (-50, -71)],
)  # fmt: skip

_HAIR_FRONT: tuple[list[Point], ...] = (
    [(-62, 66), (-78, 26), (-79, -30), (-56, -78), (0, -99), (56, -78), (79, -30), (78, 26),
     (62, 66), (50, 56), (57, 20), (52, -14), (30, -26), (12, -20), (-10, -30), (-34, -18),
     (-53, -20), (-57, 20), (-48, 56)],
    [(-58, 70), (-84, 28), (-87, -30), (-64, -80), (-4, -100), (50, -82), (69, -44), (66, -12),
     (60, 26), (55, 20), (56, -4), (51, -24), (38, -30), (20, -20), (0, -32), (-18, -16),
     (-24, -6), (-20, 28), (-26, 68)],
    [(-54, 72), (-92, 32), (-97, -28), (-72, -82), (-10, -102), (42, -84), (63, -56), (66, -40),
     (63, -27), (59, -25), (54, -33), (46, -26), (36, -20), (27, -27), (21, -8), (15, 6),
     (14, 18), (10, 42), (-6, 70)],
)  # fmt: skip

_HAIR_BACK: tuple[list[Point], ...] = (
    [(-72, -20), (-76, 30), (-60, 78), (-20, 84), (20, 84), (60, 78), (76, 30), (72, -20)],
    [(-80, -20), (-84, 30), (-66, 80), (-32, 86), (4, 82), (40, 62), (56, 20), (56, -20)],
    [(-92, -20), (-96, 30), (-78, 78), (-46, 86), (-14, 80), (0, 52), (12, 20), (14, -20)],
)  # fmt: skip

_COAT_LINE: tuple[list[Point], ...] = (
    [(-148, 260), (-138, 178), (-112, 146), (-58, 122), (-34, 118), (34, 118), (58, 122),
     (112, 146), (138, 178), (148, 260)],
    [(-152, 260), (-142, 184), (-114, 148), (-60, 122), (-36, 118), (32, 118), (56, 122),
     (100, 146), (122, 178), (132, 260)],
    [(-150, 260), (-140, 188), (-112, 150), (-62, 122), (-38, 118), (28, 118), (50, 122),
     (84, 148), (102, 180), (112, 260)],
)  # fmt: skip


def turn(views: tuple[list[Point], ...], yaw: float) -> Points:
    """An outline at a turn of the head: 0 front, 45 three-quarter, 90 profile."""
    if yaw <= 45:
        return mixed(views[0], views[1], max(yaw, -25) / 45)
    return mixed(views[1], views[2], min(yaw - 45, 45) / 45)


def coat(pen: Pen, pose: Pose) -> None:
    """Shoulders, neck and coat; the body follows the head a little."""
    yaw = pose.yaw * 0.55
    line = turn(_COAT_LINE, yaw)
    lean = yaw * 0.16
    neck = [(-25 + lean, 48), (24 + lean, 48), (26, 112), (-28, 112)]
    pen.tone(neck, SKIN)
    pen.tone([(-25 + lean, 48), (24 + lean, 48), (25, 84), (-6, 92), (-27, 78)], _SKIN_SHADE)
    pen.ink([(-25 + lean, 62), (-25 + lean * 0.5, 84), (-28, 106)], width=3.4)
    pen.ink([(24 + lean, 62), (24 + lean * 0.5, 84), (27, 106)], width=4.2)
    outline = np.concatenate([smooth(line), [[line[-1][0], 262], [line[0][0], 262]]])
    pen.tone(outline, _COAT)
    right = line[-4:]
    shade = np.concatenate([right, [(right[-1][0], 262), (right[-1][0] - 52, 262)]])
    shade = np.concatenate([shade, [(right[1][0] - 30, 196), (right[0][0] - 16, 150)]])
    pen.tone(smooth(shade), _COAT_SHADE)
    pen.hatch(shade, angle=-58, gap=6, width=2.0, colour=(34, 44, 62), seed=3)
    pen.ink(line[:5], width=5.6, taper=(0.5, 0.4))
    pen.ink(line[5:], width=6.4, taper=(0.4, 0.6))
    x = yaw * 0.5
    pen.ink([(x - 2, 140), (x + 4, 200), (x + 2, 262)], width=3.6, taper=(0.3, 0.7))
    for y in (176, 218):
        rim = [(x + 12, y), (x + 20, y - 5), (x + 27, y + 1), (x + 20, y + 8)]
        button = smooth(rim, closed=True)
        pen.tone(button, _SCARF)
        pen.contour(button, width=3.0)
    pen.ink([(-104, 262), (-98, 226), (-104, 196)], width=4.2, taper=(0.6, 0.1))
    pen.ink(
        [(98 - x * 0.6, 262), (90 - x * 0.6, 230), (95 - x * 0.6, 202)], width=4.6, taper=(0.6, 0.1)
    )
    lapel = [(x - 46, 128), (x - 62, 162), (x - 26, 176), (x - 4, 146)]
    pen.tone(lapel, (112, 144, 154))
    pen.ink(lapel, width=3.8, taper=(0.4, 0.4))
    lapel = [(x + 46, 128), (x + 58, 160), (x + 28, 172), (x + 4, 146)]
    pen.tone(lapel, (82, 110, 126))
    pen.ink(lapel, width=4.2, taper=(0.4, 0.4))


def scarf(pen: Pen, pose: Pose) -> None:
    """The scarf round the neck, and its tail, which drags behind the turn."""
    x = pose.yaw * 0.2
    tail_x, swing = -30 + x * 0.3, -pose.sway * 16
    tail = smooth(
        [(tail_x - 16, 118), (tail_x + 14, 122), (tail_x + 20 + swing * 0.4, 166),
         (tail_x + 24 + swing, 214), (tail_x - 8 + swing, 220), (tail_x - 14 + swing * 0.4, 168)],
        closed=True,
    )  # fmt: skip
    pen.tone(tail, _SCARF)
    for y, share in ((184, 0.6), (198, 0.8)):
        left, right = tail_x - 13 + swing * share, tail_x + 24 + swing * share
        pen.ink(
            [(left, y + 2), ((left + right) / 2, y + 5), (right - 2, y)],
            width=3.2,
            colour=_SCARF_SHADE,
        )
    pen.contour(tail, width=4.6)
    for index in range(5):
        root = tail_x - 5 + index * 6.4 + swing
        pen.ink([(root, 217), (root + swing * 0.1, 224), (root - 1 + swing * 0.2, 232)], width=3.0)
    wrap = smooth(
        [(-46 + x, 92), (-20 + x, 104), (16 + x, 104), (42 + x, 90), (52 + x, 106), (40 + x, 128),
         (4 + x, 140), (-36 + x, 132), (-54 + x, 112)],
        closed=True,
    )  # fmt: skip
    pen.tone(wrap, _SCARF)
    under = [
        (50 + x, 108),
        (40 + x, 128),
        (4 + x, 140),
        (-36 + x, 132),
        (0 + x, 128),
        (30 + x, 118),
    ]
    pen.tone(smooth(under, closed=True), _SCARF_SHADE)
    pen.hatch(smooth(under, closed=True), angle=-64, gap=5, width=1.7, colour=(112, 66, 42), seed=8)
    pen.contour(wrap, width=5.0)
    pen.ink(
        [(-44 + x, 106), (-16 + x, 119), (20 + x, 118), (44 + x, 104)], width=2.8, taper=(0.2, 0.1)
    )
    pen.ink([(-30 + x, 122), (-10 + x, 128), (8 + x, 128)], width=2.4)


def hair_behind(pen: Pen, pose: Pose) -> None:
    """The far side of the bob, behind neck and face."""
    mass = turn(_HAIR_BACK, pose.yaw) + _drag(turn(_HAIR_BACK, pose.yaw), pose)
    outline = smooth(mass, closed=True)
    pen.tone(outline, (64, 40, 52))
    pen.contour(outline, width=4.6)


def face(pen: Pen, pose: Pose) -> None:
    """Skin, shade, cheeks and the line of the face. Eyes and mouth have their own layers."""
    line = turn(_FACE, pose.yaw)
    outline = smooth(line, closed=True)
    pen.tone(outline, SKIN)
    x = _across(pose.yaw, 0, 8)
    fringe = smooth(
        [(x - 70, -50), (x, -56), (x + 62, -50), (x + 60, -12), (x + 24, -14), (x - 14, -20),
         (x - 40, -8), (x - 66, -8)],
        closed=True,
    )  # fmt: skip
    pen.tone(fringe, _SKIN_SHADE, within=True)
    jaw = smooth(
        np.concatenate([line[9:13], [(line[12][0] + 12, 24), (line[10][0] + 4, 62)]]), closed=True
    )
    pen.tone(jaw, _SKIN_SHADE, opacity=0.8, within=True)
    for side in (-1, 1):
        angle = radians(pose.yaw + side * 42)
        if cos(angle) < 0.45:
            continue
        cheek, wide = 52 * sin(angle), max(cos(angle), 0.35)
        for index in range(4):
            at = cheek + (index - 1.5) * 5.5 * wide
            pen.ink(
                [(at + 2, 24), (at - 2, 33)],
                width=2.2,
                taper=(0.8, 0.2),
                colour=(232, 138, 118),
                within=True,
            )
    pen.contour(outline, width=4.8)


def features(pen: Pen, pose: Pose) -> None:
    """Nose and mouth."""
    yaw = pose.yaw
    if yaw < 55:
        x = _across(yaw, 0, 53)
        bulge = 3 + 7 * sin(radians(max(yaw, 0)))
        bridge = [(x - 2 + bulge * 0.2, 12), (x + bulge, 25), (x + bulge * 0.3, 31), (x - 5, 29)]
        pen.ink(bridge, width=2.9, taper=(0.1, 0.5))
    else:
        x, y = turn(_FACE, yaw)[6]
        pen.ink([(x, y - 1), (x - 4, y + 1), (x - 7, y - 2)], width=2.8, taper=(0.6, 0.2))
    left, right = _across(yaw, -19, 50), _across(min(yaw + 19, 88), 0, 51)
    if yaw > 68:
        left, right = 40.0, 59.0
    middle, y = (left + right) / 2 + yaw * 0.03, 51.0
    lift = pose.smile * 5
    mouth = [(left, y - lift), (middle, y + lift * 0.8), (right, y - lift * (1 - yaw / 120))]
    pen.ink(mouth, width=3.6, taper=(0.35, 0.35), colour=(120, 44, 52))
    if pose.smile > 0.7 and yaw < 40:
        corners = [(left + 3, y - lift + 3), (right - 3, y - lift + 3)]
        upper, lower = (middle, y + lift * 0.6), (middle, y + lift * 2.3)
        lip = smooth([corners[0], upper, corners[1], lower], closed=True)
        pen.tone(lip, (168, 62, 66))
        pen.contour(lip, width=2.6, colour=(96, 32, 44))
        corners = [(left + 6, y - lift + 5), (right - 6, y - lift + 5)]
        upper, lower = (middle, y + lift * 0.7), (middle, y + lift * 1.25)
        teeth = smooth([corners[0], upper, corners[1], lower], closed=True)
        pen.tone(teeth, (255, 248, 240))
    pen.ink([(middle - 5, y + 11), (middle + 4, y + 11)], width=1.9, colour=_SKIN_SHADE)


def eyes(pen: Pen, pose: Pose) -> None:
    """Both eyes, or the near one when the other has turned out of sight, and the brows."""
    for side in (-1, 1):
        angle = pose.yaw + side * 30
        if angle > 84:
            continue
        x = 46 * sin(radians(angle))
        wide = 14.5 * max(cos(radians(angle)) ** 0.6, 0.5)
        _eye(pen, x, wide, pose, outer=side)


def _eye(pen: Pen, x: float, wide: float, pose: Pose, *, outer: int) -> None:
    y, tall = 7.0, 13.5 * pose.open
    half = wide * 0.5
    upper = [(x - wide, y + 1), (x - half, y - tall * 0.85), (x + wide * 0.4, y - tall)]
    lower = [(x + wide, y), (x + half, y + tall * 0.6), (x - half, y + tall * 0.62)]
    lids = smooth([*upper, *lower], closed=True)
    facing = min(wide / 14.5, 1)
    if pose.open > 0.25:
        pen.tone(lids, (253, 251, 246))
        at = x + pose.gaze * wide * 0.42
        _iris(pen, at, y - tall * 0.14, 8.0 * facing, min(10.2, tall * 0.86))
    droop = tall if pose.open > 0.25 else -4.0
    top = [(x - wide - 2 * (outer < 0), y + 2), (x - wide * 0.5, y - droop * 0.85),
           (x + wide * 0.4, y - droop), (x + wide + 2 * (outer > 0), y + 1)]  # fmt: skip
    pen.ink(top, width=5.0, taper=(0.45, 0.45))
    tip = x + outer * (wide + 2)
    if abs(pose.yaw) < 60 or outer < 0:
        pen.ink(
            [(tip - outer * 4, y - droop * 0.4), (tip, y - 3), (tip + outer * 4, y - 5)], width=3.0
        )
    if pose.open > 0.25:
        pen.ink([(x - wide * 0.5, y + tall * 0.66), (x + wide * 0.5, y + tall * 0.64)], width=1.9)
    lift = pose.brow * 5
    ends = [-17 - lift + 3 * (outer < 0), -17 - lift + 3 * (outer > 0)]
    brow = [(x - wide * 1.05, ends[0]), (x, -22 - lift), (x + wide * 1.05, ends[1])]
    pen.ink(brow, width=4.4, taper=(0.5, 0.3), colour=_HAIR)


def _iris(pen: Pen, x: float, y: float, wide: float, tall: float) -> None:
    t = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    ring = np.stack([np.cos(t), np.sin(t)], axis=1)
    pen.tone(ring * (wide, tall) + (x, y), INK_BLACK)
    pen.tone(ring * (wide * 0.78, tall * 0.8) + (x, y + tall * 0.12), _IRIS)
    pen.tone(ring * (wide * 0.45, tall * 0.5) + (x, y), INK_BLACK)
    pen.tone(
        ring * (wide * 0.34, tall * 0.28) + (x - wide * 0.35, y - tall * 0.42), (255, 255, 255)
    )


def hair(pen: Pen, pose: Pose) -> None:
    """Crown, fringe and side locks, in front of the face."""
    mass = turn(_HAIR_FRONT, pose.yaw)
    mass = mass + _drag(mass, pose)
    outline = _locks(mass)
    pen.tone(outline, _HAIR)
    shift = pose.yaw * 0.28
    shine = smooth([(-58 - shift, -42), (-38 - shift, -66), (2 - shift, -76), (30 - shift, -72),
                    (28 - shift, -64), (0 - shift, -66), (-34 - shift, -54), (-52 - shift, -34)],
                   closed=True)  # fmt: skip
    pen.tone(shine, _HAIR_LIGHT, within=True)
    crown = mass[4] + np.array([6 - pose.yaw * 0.1, 6])
    for share, end in ((0.0, 12), (0.3, 13), (0.0, 14), (0.4, 15), (0.15, 16)):
        start = crown * (1 - share) + mass[end] * share
        bend = (start + mass[end]) / 2 + np.array([(mass[end][0] - crown[0]) * 0.2, -8])
        pen.ink(
            np.stack([start, bend, mass[end] + (0, -5)]),
            width=2.7,
            taper=(0.1, 0.3),
            colour=(52, 30, 42),
        )
    for side, low, high in ((1, 0, 2), (1, 1, 3)):
        start = mass[high] * 0.82 + mass[17] * 0.18 * side
        end = mass[low] * 0.72 + mass[18] * 0.28
        pen.ink(
            np.stack([start, (start + end) / 2 + (-5, 0), end]),
            width=3.0,
            taper=(0.1, 0.4),
            colour=(52, 30, 42),
        )
    shade = np.stack([mass[6], mass[7], mass[8], mass[9], mass[10], mass[11]])
    pen.hatch(
        smooth(shade, closed=True), angle=-80, gap=4.5, width=2.0, colour=(48, 26, 40), seed=6
    )
    pen.contour(outline, width=5.0)
    fly = mass[4]
    pen.ink(fly + np.array([(0, 0), (8, -12), (20, -14)]), width=3.2, taper=(0.7, 0.05))


def _locks(mass: Points) -> Points:
    """The outline of the hair: round outside, pointed at the tips of locks and fringe."""
    parts = [smooth(mass[:9]), smooth(mass[8:12])]
    parts += [_tip(mass[first], mass[first + 1]) for first in range(11, 16)]
    parts += [smooth(mass[16:19]), np.stack([mass[18], mass[0]])]
    return np.concatenate(parts)


def _tip(start: Points, end: Points) -> Points:
    middle = (start + end) / 2 + (0, -7)
    return smooth(np.stack([start, middle, end]))


def _drag(mass: Points, pose: Pose) -> Points:
    """Hair follows late: its lower parts swing against the turn."""
    low = np.clip((mass[:, 1] + 20) / 90, 0, 1) ** 1.4
    return np.stack([-pose.sway * 15 * low, -abs(pose.sway) * 4 * low], axis=1)


def _across(yaw: float, offset: float, radius: float) -> float:
    return radius * sin(radians(yaw + offset))
