"""The cottage's window seen from near: wall, room, frame, glow, cat."""

from __future__ import annotations

import numpy as np

from pipelines.painting.brush import AIRBRUSH
from pipelines.painting.composite import RGB
from resources.templates.drawings.inking import Pen, Points, ellipse, smooth

_LINE: RGB = (52, 44, 62)


def close_wall(pen: Pen) -> None:
    pen.tone([(-8, -8), (648, -8), (648, 368), (-8, 368)], (168, 158, 166))
    rng = np.random.Generator(np.random.PCG64(40))
    for row in range(9):
        for column in range(-1, 9):
            x, y = column * 84 + (row % 2) * 40 + rng.uniform(-8, 8), row * 44 - 10
            wide, tall = rng.uniform(70, 80), rng.uniform(36, 40)
            rim = [
                (0, 4),
                (8, 0),
                (wide - 8, 1),
                (wide, 8),
                (wide - 2, tall - 4),
                (wide - 12, tall),
            ]
            rim += [(10, tall - 1), (1, tall - 8)]
            stone = smooth([(x + dx, y + dy) for dx, dy in rim], closed=True)
            grey = int(rng.integers(-12, 12))
            pen.tone(stone, (182 + grey, 170 + grey, 172 + grey))
            pen.contour(stone, width=2.6, colour=(98, 88, 104))
            if (row + column) % 3 == 0:
                low = [(x + wide * 0.4, y + tall - 5), (x + wide - 8, y + tall - 6)]
                low += [(x + wide - 6, y + 14), (x + wide * 0.8, y + tall * 0.6)]
                pen.hatch(low, angle=-50, gap=5, width=1.6, colour=(112, 102, 116), seed=row + 60)
    _ivy(pen)


def _ivy(pen: Pen) -> None:
    rng = np.random.Generator(np.random.PCG64(44))
    for vine in (
        [(-10, 366), (40, 300), (34, 220), (84, 150), (76, 70), (118, -10)],
        [(34, 220), (96, 232), (132, 196)],
        [(650, 40), (604, 66), (572, 40), (548, -10)],
    ):
        line = smooth(vine)
        pen.ink(vine, width=4.5, taper=(0.9, 0.3), colour=(66, 58, 58))
        for at in range(6, len(line), 11):
            x, y = line[at] + rng.uniform(-15, 15, 2)
            s, turn = rng.uniform(7, 12), rng.uniform(0, 360)
            t = np.radians(turn + np.array([0, 60, 110, 180, 250, 300]))
            r = s * np.array([1.3, 0.6, 1.0, 0.4, 1.0, 0.6])
            leaf = np.stack([x + r * np.cos(t), y + r * np.sin(t)], axis=1)
            pen.tone(leaf, (84, 112, 90) if at % 2 else (106, 130, 98))
            pen.contour(np.repeat(leaf, 3, axis=0), width=2.2, colour=(40, 50, 52))


def room(pen: Pen, *, lit: bool) -> None:
    inside = _opening()
    pen.tone(inside, (248, 196, 108) if lit else (66, 66, 90))
    curtain = (226, 150, 92) if lit else (92, 86, 108)
    fold = (178, 100, 70) if lit else (60, 56, 80)
    for side in (1, -1):
        x = 320 - side * 112
        rim = smooth(
            [(x, 62), (x + side * 64, 62), (x + side * 48, 150), (x + side * 22, 226), (x, 300)]
        )
        pen.tone(np.concatenate([rim, [[float(x), 62.0]]]), curtain)
        pen.ink(rim[::14], width=3.0, colour=fold)
        for out in (16, 32, 46):
            pen.ink(
                [(x + side * out, 66), (x + side * out * 0.8, 150), (x + side * out * 0.3, 262)],
                width=2.2,
                colour=fold,
            )
    if lit:
        shade = [(300, 62), (340, 62), (356, 104), (284, 104)]
        pen.tone(shade, (255, 240, 190))
        pen.ink([*shade, shade[0]], width=2.2, taper=(0.7, 0.7), colour=(170, 104, 66))
        pen.ink([(320, 40), (320, 62)], width=2.4, taper=(0.8, 0.8), colour=(120, 76, 60))
    else:
        pen.hatch(inside, angle=-58, gap=9, width=2.0, colour=(44, 42, 64), seed=50)


def _opening() -> Points:
    return np.array([(208.0, 52.0), (432.0, 52.0), (432.0, 296.0), (208.0, 296.0)])


def frame(pen: Pen) -> None:
    wood, dark = (232, 224, 208), (178, 166, 166)
    bars = (
        [(192, 36), (210, 36), (210, 300), (192, 300)],
        [(430, 36), (448, 36), (448, 300), (430, 300)],
        [(192, 36), (448, 36), (448, 54), (192, 54)],
        [(313, 54), (327, 54), (327, 296), (313, 296)],
        [(210, 150), (430, 150), (430, 161), (210, 161)],
    )
    for bar in bars:
        pen.tone(bar, wood)
        (x0, _), (x1, y1) = bar[0], bar[2]
        upright = y1 - bar[0][1] > x1 - x0
        edge = [(x1 - 4, bar[0][1]), (x1, bar[0][1]), (x1, y1), (x1 - 4, y1)]
        pen.tone(edge if upright else [(x0, y1 - 4), (x1, y1 - 4), (x1, y1), (x0, y1)], dark)
        for start, end in zip(bar, [*bar[1:], bar[0]], strict=True):
            pen.ink([start, end], width=3.2, taper=(0.8, 0.6), colour=_LINE)
    sill = [(176, 296), (464, 296), (472, 318), (168, 318)]
    pen.tone(sill, wood)
    pen.tone([(168, 312), (472, 312), (472, 320), (168, 320)], dark)
    for start, end in zip(sill, [*sill[1:], sill[0]], strict=True):
        pen.ink([start, end], width=4.2, taper=(0.8, 0.6), colour=_LINE)
    under = [(176, 321), (466, 321), (458, 340), (190, 336)]
    pen.hatch(under, angle=6, gap=4.5, width=2.0, colour=_LINE, seed=52, bow=0.5)


def glow(pen: Pen) -> None:
    warm = (150, 92, 34)
    for y in (100, 170, 240):
        pen.wash([(250, y), (320, y), (390, y)], AIRBRUSH, warm, pressure=0.8)
    pen.wash([(210, 330), (320, 336), (430, 330)], AIRBRUSH, warm, pressure=0.55)


def cat(pen: Pen, pose: float) -> None:
    """A cat on the sill: 0 looks aside, 1 has turned its head to us and lifted its tail."""
    coat, dark = (64, 54, 64), (40, 34, 46)
    body = smooth(
        [(352, 297), (348, 262), (362, 232), (384, 226), (404, 246), (412, 276), (408, 297)],
        closed=True,
    )
    tail = [
        (404, 290),
        (424 - pose * 2, 292),
        (430 - pose * 4, 280 - 16 * pose),
        (422, 268 - 30 * pose),
    ]
    pen.ink(tail, width=11, taper=(0.9, 0.6), colour=coat)
    pen.tone(body, coat)
    pen.contour(body, width=3.4, colour=dark)
    x, y = 362 + pose * 4, 214 - pose * 2
    head = smooth(
        [
            (x - 23, y + 2),
            (x - 19, y - 12),
            (x - 17, y - 30),
            (x - 7, y - 18),
            (x + 7, y - 18),
            (x + 17, y - 30),
            (x + 20, y - 12),
            (x + 23, y + 2),
            (x + 13, y + 16),
            (x - 13, y + 16),
        ],
        closed=True,
    )
    pen.tone(head, coat)
    pen.contour(head, width=3.2, colour=dark)
    gaze = -5 + pose * 5
    for side in (-1, 1):
        wide = 5.0 + pose * 0.8
        eye = ellipse((x + side * 9 + gaze, y - 1), (wide, 3.6 + 1.6 * pose), count=24)
        pen.tone(eye, (252, 226, 130))
        pen.tone(ellipse((x + side * 9 + gaze * 1.3, y - 1), (1.6, 3.4), count=20), dark)
        for lift in (-2, 2):
            tip = (x + side * 30 + gaze, y + 8 + lift * 2)
            pen.ink([(x + side * 8 + gaze, y + 8), tip], width=1.4, colour=(214, 190, 170))
    pen.tone([(x - 3 + gaze, y + 5), (x + 3 + gaze, y + 5), (x + gaze, y + 8)], (206, 132, 124))
    pen.ink([(366, 262), (364, 282), (366, 297)], width=2.6, colour=dark)
    pen.ink([(384, 266), (383, 284), (385, 297)], width=2.6, colour=dark)
    pen.ink([(352, 250), (349, 270), (351, 292)], width=3.4, colour=(232, 160, 96))
    pen.ink([(x - 21, y - 4), (x - 19, y - 14), (x - 17, y - 26)], width=2.4, colour=(232, 160, 96))
