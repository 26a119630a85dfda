"""A coast from the sky to the grass at one's feet, in any light. Its cliff stands in headland.

Each part is drawn in the coordinates of the first panel; the camera is the view that it is drawn
through.
"""

from __future__ import annotations

import numpy as np

from pipelines.painting.composite import RGB
from resources.templates.artist import Artist
from resources.templates.drawings.hours import Light, mixed
from resources.templates.drawings.line import Point, curve, ellipse, hatching
from resources.templates.drawings.shapes import common

HORIZON = 382.0
_INK: RGB = (46, 44, 66)
_WIDE = (-420.0, 1700.0)


def sky(artist: Artist, light: Light, sunk: float) -> None:
    """Bands of light, and the sun as far as it has sunk (0..1)."""
    left, right = _WIDE
    artist.tone([(left, -300), (right, -300), (right, 420), (left, 420)], light.sky_top)
    for top, colour, phase in (
        (110, light.sky_high, 0),
        (210, light.sky_low, 2),
        (300, light.glow, 4),
    ):
        xs = np.linspace(left, right, 60)
        edge = np.stack([xs, top + 9 * np.sin(xs / 130 + phase) + 5 * np.sin(xs / 47)], axis=1)
        artist.tone([*edge.tolist(), (right, 420), (left, 420)], colour)
    sun = (330.0, 300.0 + 74 * sunk)
    artist.tone(ellipse(sun, (92, 92)), light.glow, opacity=0.6)
    artist.tone(ellipse(sun, (56, 56)), light.sun)


def clouds(artist: Artist, light: Light) -> None:
    """Long clouds with flat undersides."""
    for x, y, wide in (
        (160, 150, 190),
        (560, 84, 150),
        (1080, 128, 210),
        (900, 236, 120),
        (60, 250, 90),
        (1330, 220, 130),
    ):
        tops = [(-1, 0), (-0.7, -0.12), (-0.45, -0.1), (-0.2, -0.24), (0.1, -0.2), (0.35, -0.3)]
        tops += [(0.62, -0.12), (0.8, -0.1), (1, 0)]
        upper = curve([(x + wide * a, y + wide * b) for a, b in tops], step=6).tolist()
        cloud = [*upper, (x + wide * 0.5, y + 9), (x - wide * 0.6, y + 7)]
        artist.tone(cloud, light.cloud)
        under = [
            (x - wide * 0.9, y - 2),
            (x, y - 14),
            (x + wide * 0.9, y - 4),
            (x + wide, y + 12),
            (x - wide, y + 12),
        ]
        artist.tone(common(cloud, curve(under, closed=True)), light.cloud_shade)


def far_hills(artist: Artist, light: Light) -> None:
    """Headlands on the horizon."""
    back = [(-420, 352), (-160, 330), (0, 344), (150, 316), (300, 338), (470, 356), (640, 384)]
    artist.tone([*curve(back).tolist(), (640, 392), (-420, 392)], light.farther)
    front = [(-420, 360), (-120, 356), (60, 340), (200, 352), (330, 366), (420, 384)]
    artist.tone([*curve(front).tolist(), (420, 392), (-420, 392)], light.far)
    artist.ink(front, width=2.6, colour=mixed(light.far, _INK, 0.3))


def sea(artist: Artist, light: Light) -> None:
    """Water with the sun's path on it."""
    left, right = _WIDE
    artist.tone([(left, HORIZON), (right, HORIZON), (right, 900), (left, 900)], light.sea)
    artist.tone(
        [(left, 470), (300, 462), (700, 476), (right, 466), (right, 900), (left, 900)],
        light.sea_deep,
    )
    rng = np.random.Generator(np.random.PCG64(11))
    for row in range(13):
        y = HORIZON + 6 + row * row * 1.1
        for _ in range(2 + row // 3):
            x = 330 + rng.normal(0, 18 + row * 4)
            wide = rng.uniform(14, 30) * (0.5 + row / 9)
            artist.ink(
                [(x - wide, y), (x, y + 1), (x + wide, y)],
                width=2.5 + row * 0.5,
                colour=light.glint,
            )
    for row in range(9):
        y = HORIZON + 12 + row * row * 2.2
        for _ in range(4):
            x, wide = rng.uniform(-200, 1000), rng.uniform(16, 46)
            tint = mixed(light.sea, light.white, 0.4)
            artist.ink([(x - wide, y), (x, y - 1.5), (x + wide, y)], width=2.6, colour=tint)


def boat(artist: Artist, light: Light) -> None:
    """A small boat under sail."""
    hull = [(470, 428), (524, 428), (514, 442), (480, 442)]
    artist.tone(hull, light.red_shade)
    main = curve([(500, 366), (520, 400), (521, 423), (500, 424)], closed=False, step=3).tolist()
    jib = [(495, 374), (495, 422), (474, 424)]
    for sail, colour in ((main, light.white), (jib, light.white_shade)):
        artist.tone(sail, colour)
        artist.contour(np.array(sail), width=2.6, colour=_INK)
    artist.ink([(498, 360), (498, 430)], width=3, colour=_INK)
    artist.contour(np.array(hull), width=3, colour=_INK)
    artist.ink([(462, 446), (500, 448), (540, 446)], width=3, colour=light.glint)


def near_hill(artist: Artist, light: Light) -> None:
    """The hill that one stands before: path, fence, pines."""
    top = [
        (-420, 470),
        (-200, 500),
        (0, 492),
        (150, 470),
        (320, 482),
        (500, 540),
        (660, 590),
        (840, 606),
        (1040, 590),
        (1240, 556),
        (1480, 540),
        (1700, 560),
    ]
    edge = curve(top).tolist()
    hill = [*edge, (1700, 1000), (-420, 1000)]
    artist.tone(hill, light.hill)
    fold = [
        (-420, 560),
        (-100, 580),
        (160, 560),
        (360, 590),
        (560, 660),
        (700, 760),
        (700, 1000),
        (-420, 1000),
    ]
    artist.tone(common(curve(fold, closed=True), hill), light.hill_shade)
    way = [
        (640, 586),
        (700, 594),
        (660, 616),
        (590, 640),
        (600, 676),
        (690, 720),
        (820, 800),
        (600, 800),
        (500, 720),
        (470, 676),
        (520, 632),
        (610, 606),
    ]
    artist.tone(curve(way, closed=True), light.path)
    artist.ink(
        [(640, 588), (610, 606), (520, 632), (470, 676), (500, 720), (600, 800)],
        width=3.6,
        colour=_INK,
    )
    artist.ink(
        [(700, 596), (660, 616), (590, 640), (600, 676), (690, 720), (820, 800)],
        width=3.6,
        colour=_INK,
    )
    artist.ink(top, width=5, colour=_INK)
    for patch, angle in (
        ([(740, 640), (960, 626), (1000, 690), (760, 700)], -20),
        ([(180, 520), (330, 520), (380, 570), (200, 580)], 16),
    ):
        for line in hatching(patch, angle=angle, gap=13, seed=5):
            artist.ink(line, width=3, colour=light.hill_shade)
    _fence(artist, light)
    for x, y, high in (
        (196, 478, 176),
        (84, 490, 214),
        (276, 486, 124),
        (1246, 566, 150),
        (1330, 560, 190),
    ):
        _pine(artist, light, x, y, high)


def _fence(artist: Artist, light: Light) -> None:
    posts = [(730, 604), (810, 612), (900, 612), (990, 606), (1080, 594), (1160, 580)]
    for x, y in posts:
        artist.ink([(x, y + 8), (x - 1, y - 30)], width=6.5, colour=_INK, taper=(0.8, 0.6))
    for lift in (-24, -10):
        artist.ink([(x, y + lift + 2) for x, y in posts], width=4, colour=_INK, taper=(0.7, 0.6))


def _pine(artist: Artist, light: Light, x: float, y: float, high: float) -> None:
    artist.ink([(x, y + 10), (x, y - high * 0.3)], width=10, colour=_INK, taper=(0.9, 0.7))
    left: list[Point] = []
    right: list[Point] = []
    for tier in range(4):
        share = tier / 4
        low, up = y - high * (0.14 + share * 0.8), y - high * (0.14 + share * 0.8 + 0.26)
        wide = high * 0.25 * (1 - share * 0.72)
        left += [(x - wide, low), (x - wide * 0.42, up + high * 0.03)]
        right += [(x + wide, low), (x + wide * 0.42, up + high * 0.03)]
    shape = [(x, y - high * 0.12), *left, (x, y - high * 1.06), *right[::-1]]
    artist.tone(shape, light.pine)
    artist.tone(
        common(
            [
                (x + high * 0.04, y + 20),
                (x + high * 0.02, y - high),
                (x + high, y - high),
                (x + high, y + 20),
            ],
            shape,
        ),
        light.pine_shade,
    )
    artist.contour(np.array(shape), width=4, colour=_INK)


def foreground(artist: Artist, light: Light) -> None:
    """Boughs of an old pine at the left and grass along the lower edge, dark against the light."""
    for y, reach, drop in ((66, 270, 30), (150, 170, 44), (-40, 330, 10)):
        branch = [(-120, y - 8), (reach * 0.45, y - 6), (reach, y + drop)]
        artist.ink(branch, width=17, colour=light.front, taper=(1.0, 0.25))
        for at in np.linspace(0.3, 1.0, 7).tolist():
            x, height = reach * at, y - 6 + drop * at * at
            tuft = [
                (x - 46, height + 10),
                (x - 16, height - 20),
                (x + 26, height - 14),
                (x + 56, height + 12),
                (x + 4, height + 16),
            ]
            artist.tone(
                curve(tuft, closed=True, step=4),
                light.front if at < 0.7 else mixed(light.front, light.front_light, 0.5),
            )
            for needle in range(4):
                nx = x - 36 + needle * 24
                artist.ink([(nx, height + 4), (nx - 3, height + 26)], width=4.5, colour=light.front)
    rng = np.random.Generator(np.random.PCG64(3))
    tops = [(-420, 676), (-100, 646), (160, 672), (420, 702), (700, 716), (1000, 700), (1280, 672)]
    bank = curve([*tops, (1700, 690)]).tolist()
    artist.tone([*bank, (1700, 1000), (-420, 1000)], light.front)
    for x in np.arange(-160, 1460, 17).tolist():
        y = float(np.interp(x, [p[0] for p in bank], [p[1] for p in bank])) + 14
        lean, high = rng.uniform(-22, 26), rng.uniform(26, 74)
        colour = light.front if rng.random() < 0.65 else light.front_light
        artist.ink(
            [(x, y), (x + lean * 0.3, y - high * 0.6), (x + lean, y - high)],
            width=7.5,
            colour=colour,
            taper=(0.9, 0.05),
        )
        if rng.random() < 0.13:
            bloom = (x + lean, y - high - 4)
            artist.tone(ellipse(bloom, (6.5, 5.5)), light.flower)
