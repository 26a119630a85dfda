"""The valley of the camera push, plane by plane: sky, mountains, cottage, foreground."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from pipelines.painting.brush import AIRBRUSH
from pipelines.painting.canvas import Point
from pipelines.painting.composite import RGB
from resources.templates.drawings.inking import INK_BLACK, Pen, ellipse, smooth

_LINE: RGB = (52, 44, 62)
_FAR_LINE: RGB = (112, 102, 132)


def sky(pen: Pen) -> None:
    pen.tone([(-40, -40), (680, -40), (680, 400), (-40, 400)], (246, 214, 178))
    bands = ((-10, (132, 150, 186)), (40, (166, 172, 192)), (90, (214, 190, 184)))
    for y, colour in bands:
        pen.wash([(-60, y), (320, y + 6), (700, y)], AIRBRUSH, colour)
        pen.wash([(-60, y + 14), (320, y + 22), (700, y + 14)], AIRBRUSH, colour, pressure=0.8)
    pen.tone(ellipse((212, 140), (25, 25)), (255, 238, 196))
    for points, colour in (
        ([(30, 92), (110, 80), (200, 84), (270, 76), (230, 92), (130, 100)], (250, 226, 196)),
        ([(400, 62), (490, 44), (600, 50), (650, 44), (600, 66), (480, 74)], (240, 212, 194)),
        ([(300, 116), (360, 108), (440, 112), (400, 122), (340, 124)], (252, 230, 202)),
    ):
        cloud = smooth(points, closed=True)
        pen.tone(cloud, colour)
        pen.ink(cloud[: len(cloud) // 2 : 8], width=2.0, colour=(150, 134, 150))
    for x, y in ((300, 66), (318, 58), (334, 70)):
        pen.ink([(x - 7, y - 3), (x - 3, y - 5), (x, y)], width=2.0, colour=_LINE)
        pen.ink([(x, y), (x + 4, y - 5), (x + 8, y - 3)], width=2.0, colour=_LINE)


def mountains(pen: Pen) -> None:
    back = [(-60, 190), (20, 142), (84, 164), (160, 120), (236, 168), (330, 130), (420, 172)]
    back += [(500, 124), (590, 158), (700, 128)]
    _ridge(pen, back, (172, 164, 186), (150, 142, 172), seed=2)
    front = [(-60, 168), (40, 196), (130, 176), (210, 206), (300, 176), (372, 200), (460, 150)]
    front += [(540, 96), (604, 140), (700, 104)]
    _ridge(pen, front, (136, 134, 162), (112, 110, 144), seed=5)


def _ridge(pen: Pen, peaks: Sequence[Point], light: RGB, dark: RGB, *, seed: int) -> None:
    """A mountain range: flat light tone, hatched dark slopes to the right of every peak."""
    pen.tone([*peaks, (700, 330), (-60, 330)], light)
    for index in range(1, len(peaks) - 1):
        (x, y), after = peaks[index], peaks[index + 1]
        if peaks[index - 1][1] < y or after[1] < y:
            continue
        drop = after[1] - y
        slope = [(x, y), after, (x + drop * 0.6, y + drop * 1.5), (x - 6, y + drop * 0.9)]
        slope += [(x + 9, y + drop * 0.55), (x - 3, y + drop * 0.3)]
        pen.tone(slope, dark, opacity=0.8)
        pen.hatch(slope, angle=62, gap=5.5, width=1.5, colour=_FAR_LINE, seed=seed + index)
    for start, end in pairwise(peaks):
        bend = ((start[0] + end[0]) / 2 + 3, (start[1] + end[1]) / 2 - 2)
        pen.ink([start, bend, end], width=2.6, taper=(0.7, 0.3), colour=_FAR_LINE)


def midground(pen: Pen) -> None:
    hill = smooth(
        [(-160, 262), (0, 240), (130, 252), (260, 226), (380, 218), (520, 228), (820, 196)]
    )
    pen.tone(np.concatenate([hill, [[820.0, 700.0], [-160.0, 700.0]]]), (128, 142, 118))
    for x, y, s in (
        (250, 228, 0.8),
        (272, 226, 1.05),
        (296, 224, 0.85),
        (500, 226, 1.0),
        (528, 224, 1.3),
        (560, 222, 0.95),
        (592, 218, 1.15),
    ):
        _pine(pen, x, y, s)
    near = smooth(
        [(-160, 286), (40, 292), (200, 262), (330, 246), (460, 248), (620, 274), (820, 262)]
    )
    pen.tone(np.concatenate([near, [[820.0, 700.0], [-160.0, 700.0]]]), (152, 164, 126))
    pen.ink(hill[::20], width=2.6, colour=_LINE)
    pen.ink(near[::20], width=2.4, colour=_LINE)
    _track(pen)
    _cottage(pen)
    _wall(pen)
    rng = np.random.Generator(np.random.PCG64(8))
    for _ in range(60):
        x, y = rng.uniform(-60, 700), rng.uniform(290, 350)
        pen.ink([(x, y), (x + 2, y - 5), (x + 5, y - 7)], width=1.6, colour=(88, 98, 82))
    shade = smooth(
        [(440, 262), (560, 272), (720, 276), (720, 296), (560, 292), (470, 282)], closed=True
    )
    pen.hatch(shade, angle=8, gap=6, width=1.6, colour=(92, 100, 88), seed=12)


def _track(pen: Pen) -> None:
    left = smooth(
        [(384, 241), (372, 252), (330, 268), (300, 288), (318, 322), (300, 370), (230, 470)]
    )
    right = smooth(
        [(430, 470), (420, 370), (398, 322), (372, 292), (376, 272), (394, 254), (396, 241)]
    )
    pen.tone(np.concatenate([left, right]), (226, 204, 162))
    pen.ink(left[::10], width=2.4, colour=(110, 92, 84))
    pen.ink(right[::10], width=2.4, colour=(110, 92, 84))
    for y, x in ((276, 338), (298, 334), (330, 352), (352, 350)):
        pen.ink([(x, y), (x + 8, y + 2), (x + 18, y + 1)], width=1.6, colour=(150, 126, 104))


def _cottage(pen: Pen) -> None:
    front = [(352, 196), (420, 194), (420, 243), (352, 245)]
    gable = [(420, 194), (444, 170), (468, 196), (468, 240), (420, 243)]
    pen.tone(front, (240, 226, 204))
    pen.tone(gable, (206, 188, 178))
    pen.hatch(gable, angle=-60, gap=4.4, width=1.3, colour=(112, 96, 104), seed=31)
    chimney = [(366, 176), (366, 150), (380, 149), (380, 174)]
    pen.tone(chimney, (188, 150, 136))
    pen.tone([(375, 149), (380, 149), (380, 174), (375, 175)], (140, 108, 108))
    pen.ink(chimney, width=2.6, taper=(0.8, 0.8), colour=_LINE)
    roof = [(344, 200), (372, 166), (446, 164), (420, 199)]
    pen.tone(roof, (156, 84, 78))
    pen.tone([(446, 164), (476, 200), (469, 202), (442, 172), (420, 199)], (112, 62, 68))
    for row, y in enumerate((174, 182, 190)):
        for column in range(9):
            x = 366 - row * 7 + column * 9 + (row % 2) * 4
            pen.ink([(x, y), (x + 3, y + 2), (x + 6, y)], width=1.4, colour=(104, 52, 58))
    for line in ((roof[0], roof[1]), (roof[1], roof[2]), (roof[2], roof[3]), (roof[3], roof[0])):
        pen.ink(line, width=3.0, taper=(0.7, 0.5), colour=_LINE)
    pen.ink([(446, 164), (462, 181), (477, 201)], width=3.4, taper=(0.7, 0.4), colour=_LINE)
    for wall in (
        [(352, 200), (353, 222), (352, 246)],
        [(420, 198), (421, 222), (420, 244)],
        [(468, 200), (468, 222), (469, 241)],
        [(350, 246), (386, 245), (420, 244)],
        [(420, 244), (446, 242), (470, 241)],
    ):
        pen.ink(wall, width=2.6, taper=(0.6, 0.4), colour=_LINE)
    door = [(383, 243), (383, 219), (389, 213), (395, 219), (395, 243)]
    pen.tone(door, (92, 104, 116))
    pen.ink(door, width=2.4, taper=(0.7, 0.7), colour=_LINE)
    for x in (360, 402):
        pane = [(x, 211), (x + 11, 211), (x + 11, 224), (x, 224)]
        pen.tone(pane, (104, 106, 126))
        pen.ink([*pane, pane[0]], width=1.9, taper=(0.8, 0.8), colour=_LINE)
        pen.ink([(x + 5.5, 211), (x + 5.5, 224)], width=1.3, taper=(0.9, 0.9), colour=_LINE)
    for curl in (
        [(373, 146), (369, 134), (377, 124), (371, 112), (378, 100)],
        [(376, 140), (382, 128), (377, 118), (386, 104)],
    ):
        pen.ink(curl, width=2.4, taper=(0.5, 0.05), colour=(236, 226, 222))


def _wall(pen: Pen) -> None:
    """Dry stones to both sides of the gate."""
    rng = np.random.Generator(np.random.PCG64(14))
    for first, last, y0, y1 in ((180, 318, 276, 258), (418, 640, 262, 284)):
        count = (last - first) // 11
        for index in range(count):
            x = first + index * 11
            y = y0 + (y1 - y0) * index / count
            for row in (0, 1):
                stone = smooth(
                    [
                        (x + row * 5 + dx, y - row * 7 + dy + rng.uniform(-0.8, 0.8))
                        for dx, dy in ((0, 0), (1, -6), (9, -7), (11, -1), (6, 1))
                    ],
                    closed=True,
                )
                pen.tone(stone, (186, 176, 168) if (index + row) % 3 else (164, 154, 154))
                pen.contour(stone, width=1.9, colour=_LINE)


def _pine(pen: Pen, x: float, y: float, s: float) -> None:
    rim: list[tuple[float, float]] = [(x, y - 62 * s)]
    for tier in range(4):
        low, out = y - (46 - tier * 15) * s, (8 + tier * 5) * s
        rim += [(x + out, low), (x + out * 0.5, low - 2 * s)]
    left = [(2 * x - px, py) for px, py in reversed(rim[1:])]
    pen.tone(
        [
            (x - 2 * s, y - 4 * s),
            (x + 2 * s, y - 4 * s),
            (x + 2 * s, y + 8 * s),
            (x - 2 * s, y + 8 * s),
        ],
        _LINE,
    )
    pen.tone([*rim, *left], (78, 98, 96))
    pen.tone([*rim, (x, y)], (56, 72, 80))
    for start, end in pairwise(rim):
        pen.ink([start, end], width=1.9 * s, taper=(0.8, 0.4), colour=_LINE)
    for start, end in zip(left, [*left[1:], rim[0]], strict=False):
        pen.ink([start, end], width=1.5 * s, taper=(0.6, 0.3), colour=_LINE)


def foreground(pen: Pen) -> None:
    bank = smooth(
        [(-200, 330), (-40, 316), (90, 340), (240, 366), (420, 362), (560, 330), (840, 306)]
    )
    pen.tone(np.concatenate([bank, [[840.0, 700.0], [-200.0, 700.0]]]), (72, 78, 82))
    pen.ink(bank[::16], width=4.4, colour=INK_BLACK)
    _fence(pen)
    _tree(pen)
    rng = np.random.Generator(np.random.PCG64(6))
    for index in range(74):
        x = -60 + index * 10.4 + rng.uniform(-5, 5)
        y = float(np.interp(x, bank[:, 0], bank[:, 1])) + rng.uniform(2, 14)
        tall, lean = rng.uniform(14, 34), rng.uniform(-8, 12)
        blade = [(x, y), (x + lean * 0.3, y - tall * 0.6), (x + lean, y - tall)]
        colour = INK_BLACK if index % 3 else (92, 100, 96)
        pen.ink(blade, width=3.8, taper=(0.9, 0.04), colour=colour)


def _fence(pen: Pen) -> None:
    wood, dark = (122, 104, 98), (88, 72, 76)
    posts = ((494, 340, 262), (560, 330, 240), (634, 316, 212))
    for rail in (0.22, 0.56):
        tops: list[Point] = [(x, top + (foot - top) * rail) for x, foot, top in posts]
        tops.append((760.0, tops[-1][1] - (tops[-1][1] - tops[0][1]) * -0.75))
        under = [(x, y + 9 + i * 2) for i, (x, y) in enumerate(tops)]
        pen.tone([*tops, *reversed(under)], wood)
        pen.ink(tops, width=3.0, taper=(0.6, 0.6))
        pen.ink(under, width=4.2, taper=(0.6, 0.6))
    for index, (x, foot, top) in enumerate(posts):
        wide = 11 + index * 4
        post = [(x, foot + 20), (x + 1, top + 3), (x + wide * 0.5, top - 3), (x + wide, top + 4)]
        post.append((x + wide + 1, foot + 20))
        pen.tone(post, wood)
        side = [(x + wide * 0.6, top), (x + wide, top + 4), (x + wide + 1, foot + 20)]
        pen.tone([*side, (x + wide * 0.6, foot + 20)], dark)
        pen.ink(post[:3], width=3.0, taper=(0.5, 0.7))
        pen.ink(post[2:], width=4.8, taper=(0.7, 0.5))
        pen.ink([(x + 4, top + 14), (x + 5, top + 30), (x + 3.5, top + 50)], width=2.0)


def _tree(pen: Pen) -> None:
    """A bare oak at the left edge frames the valley; its branch reaches over the sky."""
    trunk = smooth(
        [(-10, 420), (22, 330), (36, 230), (30, 120), (8, -30), (-120, -60), (-120, 420)],
        closed=True,
    )
    bark = (70, 58, 66)
    pen.tone(trunk, bark)
    branch = smooth(
        [
            (20, 108),
            (70, 66),
            (140, 44),
            (214, 40),
            (268, 26),
            (216, 32),
            (140, 32),
            (70, 46),
            (18, 74),
        ],
        closed=True,
    )
    pen.tone(branch, bark)
    pen.contour(branch, width=3.6)
    for twig in (
        [(138, 40), (176, 62), (212, 70), (240, 84)],
        [(96, 52), (120, 22), (156, 4), (190, -14)],
        [(206, 38), (238, 52), (262, 56)],
        [(176, 60), (190, 78), (196, 96)],
        [(60, 60), (58, 24), (76, -6), (80, -30)],
    ):
        pen.ink(twig, width=7.5, taper=(0.9, 0.08), colour=bark)
        pen.ink(twig, width=3.0, taper=(0.9, 0.1))
    pen.ink([(22, 400), (26, 330), (38, 230), (31, 120), (10, -30)], width=6.5, taper=(0.6, 0.6))
    for x, low, high in (
        (2, 330, 210),
        (12, 250, 120),
        (-8, 180, 40),
        (20, 320, 262),
        (16, 190, 148),
    ):
        pen.ink(
            [(x, low), (x + 5, (low + high) / 2), (x - 2, high)], width=3.4, colour=(34, 28, 40)
        )
    shade = [(-120, 420), (-120, -40), (-14, -30), (4, 120), (0, 240), (-20, 420)]
    pen.hatch(shade, angle=-72, gap=6, width=2.4, colour=(34, 28, 40), seed=19)
    rng = np.random.Generator(np.random.PCG64(23))
    for x, y in (
        (240, 84),
        (196, 96),
        (262, 56),
        (268, 26),
        (190, -6),
        (226, 76),
        (160, 54),
        (250, 34),
    ):
        for _ in range(3):
            _leaf(pen, x + rng.uniform(-10, 10), y + rng.uniform(-4, 12), rng.uniform(20, 140))


def _leaf(pen: Pen, x: float, y: float, degrees: float) -> None:
    turn = np.radians(degrees)
    along, across = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    root = np.array([x, y])
    rim = np.array(
        [root, root + along * 6 + across * 4, root + along * 14, root + along * 6 - across * 4]
    )
    leaf = smooth(rim, closed=True)
    pen.tone(leaf, (176, 94, 66))
    pen.contour(leaf, width=2.2)
