"""A coast with a lighthouse, from the sky to the grass at one's feet, in any light.

Each part is drawn in the coordinates of the first panel; the camera is the view that it is drawn
through.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from pipelines.painting.composite import RGB
from resources.templates.artist import Artist
from resources.templates.drawings.line import Point, curve, ellipse, hatching
from resources.templates.drawings.shapes import common

HORIZON = 382.0
LAMP: Point = (822.0, 158.0)
_INK: RGB = (46, 44, 66)
_WIDE = (-420.0, 1700.0)


@dataclass(frozen=True)
class Light:
    """The colours of an hour."""

    sky_top: RGB
    sky_high: RGB
    sky_low: RGB
    glow: RGB
    sun: RGB
    cloud: RGB
    cloud_shade: RGB
    far: RGB
    farther: RGB
    sea: RGB
    sea_deep: RGB
    glint: RGB
    grass: RGB
    grass_shade: RGB
    cliff: RGB
    cliff_shade: RGB
    white: RGB
    white_shade: RGB
    red: RGB
    red_shade: RGB
    pane: RGB
    hill: RGB
    hill_shade: RGB
    path: RGB
    pine: RGB
    pine_shade: RGB
    front: RGB
    front_light: RGB
    flower: RGB


AFTERNOON = Light(
    sky_top=(126, 186, 204),
    sky_high=(172, 210, 208),
    sky_low=(236, 226, 190),
    glow=(252, 214, 156),
    sun=(255, 246, 214),
    cloud=(255, 250, 236),
    cloud_shade=(232, 218, 206),
    far=(146, 176, 190),
    farther=(178, 200, 204),
    sea=(104, 164, 178),
    sea_deep=(78, 138, 160),
    glint=(255, 240, 200),
    grass=(156, 178, 98),
    grass_shade=(122, 150, 86),
    cliff=(222, 188, 140),
    cliff_shade=(176, 134, 108),
    white=(254, 248, 234),
    white_shade=(212, 208, 208),
    red=(216, 80, 60),
    red_shade=(168, 54, 56),
    pane=(120, 150, 166),
    hill=(112, 152, 86),
    hill_shade=(82, 124, 80),
    path=(230, 206, 158),
    pine=(62, 110, 84),
    pine_shade=(42, 82, 74),
    front=(38, 70, 66),
    front_light=(72, 110, 78),
    flower=(234, 110, 82),
)
EVENING = Light(
    sky_top=(52, 58, 104),
    sky_high=(100, 88, 138),
    sky_low=(206, 122, 130),
    glow=(250, 166, 112),
    sun=(255, 190, 124),
    cloud=(196, 120, 142),
    cloud_shade=(132, 92, 138),
    far=(98, 92, 136),
    farther=(128, 106, 146),
    sea=(84, 88, 134),
    sea_deep=(58, 66, 112),
    glint=(252, 184, 132),
    grass=(92, 98, 104),
    grass_shade=(68, 78, 94),
    cliff=(158, 112, 120),
    cliff_shade=(108, 80, 106),
    white=(228, 206, 208),
    white_shade=(150, 136, 164),
    red=(176, 64, 76),
    red_shade=(120, 46, 74),
    pane=(255, 226, 140),
    hill=(66, 84, 94),
    hill_shade=(50, 64, 84),
    path=(160, 132, 138),
    pine=(40, 60, 76),
    pine_shade=(30, 44, 66),
    front=(24, 30, 50),
    front_light=(42, 54, 72),
    flower=(150, 70, 92),
)


def at_hour(share: float) -> Light:
    """The light between afternoon (0) and evening (1)."""
    made: dict[str, RGB] = {}
    for field in fields(Light):
        a, b = getattr(AFTERNOON, field.name), getattr(EVENING, field.name)
        r, g, z = (round(p + (q - p) * share) for p, q in zip(a, b, strict=True))
        made[field.name] = (r, g, z)
    return Light(**made)


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
    artist.ink(front, width=2.6, colour=_mix(light.far, _INK, 0.3))


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
            tint = _mix(light.sea, light.white, 0.4)
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


def headland(artist: Artist, light: Light) -> None:
    """The cliff with the lighthouse and its cottage."""
    top = [
        (588, 470),
        (604, 428),
        (640, 396),
        (720, 372),
        (830, 352),
        (950, 348),
        (1100, 326),
        (1300, 300),
        (1700, 270),
    ]
    edge = curve(top).tolist()
    cliff = [*edge, (1700, 900), (760, 900), (690, 560), (610, 500)]
    artist.tone(cliff, light.cliff)
    lower = [
        (604, 428),
        (680, 416),
        (760, 404),
        (840, 420),
        (930, 412),
        (1040, 444),
        (1200, 452),
        (1700, 470),
    ]
    rock = [
        (600, 470),
        (660, 452),
        (720, 486),
        (790, 458),
        (850, 500),
        (940, 470),
        (1040, 530),
        (1180, 520),
        (1700, 560),
    ]
    shade = [*curve(rock).tolist(), (1700, 900), (640, 900), (600, 500)]
    artist.tone(common(shade, cliff), light.cliff_shade)
    grass = [*edge[4:], *curve(lower).tolist()[::-1]]
    artist.tone(grass, light.grass)
    dip = [
        (700, 392),
        (800, 376),
        (900, 392),
        (1060, 372),
        (1300, 352),
        (1700, 330),
        (1700, 470),
        (1200, 452),
        (1040, 444),
        (930, 412),
        (840, 420),
        (760, 404),
    ]
    artist.tone(common(curve(dip, closed=True), grass), light.grass_shade)
    artist.ink(top, width=5, colour=_INK)
    artist.ink(lower, width=3, colour=_INK)
    for a, b in (
        ((628, 424), (622, 486)),
        ((690, 420), (704, 500)),
        ((772, 410), (764, 470)),
        ((850, 424), (868, 520)),
        ((946, 420), (936, 500)),
        ((1050, 448), (1070, 540)),
    ):
        artist.ink([a, ((a[0] + b[0]) / 2 + 6, (a[1] + b[1]) / 2), b], width=3.4, colour=_INK)
    for x in (590, 640, 700, 752):
        artist.ink(
            [
                (x - 26, 508 + (x - 590) * 0.3),
                (x, 504 + (x - 590) * 0.3),
                (x + 24, 510 + (x - 590) * 0.3),
            ],
            width=5,
            colour=light.white,
        )
    _cottage(artist, light)
    lighthouse(artist, light)


def lighthouse(artist: Artist, light: Light) -> None:
    """The tower, its foot at (822, 354)."""
    tower = [(794, 358), (804, 190), (840, 190), (850, 358)]
    artist.tone(tower, light.white)
    for low, high in ((330, 286), (246, 210)):
        band = [_side(low, -1), _side(high, -1), _side(high, 1), _side(low, 1)]
        artist.tone(band, light.red)
    artist.tone(
        [(832, 358), (828, 190), (840, 190), (850, 358)],
        _mix(light.white_shade, light.red_shade, 0.12),
        opacity=0.75,
    )
    artist.contour(np.array(tower), width=4.6, colour=_INK)
    for y in (330, 286, 246, 210):
        a, b = _side(y, -1), _side(y, 1)
        artist.ink([a, (822, y + 3), b], width=2.6, colour=_INK)
    for y in (262, 306):
        pane = [(816, y), (816, y - 13), (825, y - 13), (825, y)]
        artist.tone(pane, light.pane)
        artist.contour(np.array(pane), width=2.4, colour=_INK)
    gallery = [(794, 190), (794, 182), (850, 182), (850, 190)]
    artist.tone(gallery, light.red_shade)
    artist.contour(np.array(gallery), width=3.4, colour=_INK)
    glass = [(806, 182), (806, 142), (838, 142), (838, 182)]
    artist.tone(glass, light.pane)
    artist.contour(np.array(glass), width=3.2, colour=_INK)
    for x in (816, 828):
        artist.ink([(x, 142), (x, 182)], width=2.4, colour=_INK)
    for x in (796, 806, 838, 848):
        artist.ink([(x, 182), (x, 170)], width=2.4, colour=_INK)
    artist.ink([(794, 170), (850, 170)], width=2.4, colour=_INK)
    roof = curve([(800, 142), (806, 128), (822, 116), (838, 128), (844, 142)], step=3)
    artist.tone(roof, light.red)
    artist.tone([(826, 142), (828, 120), (838, 128), (844, 142)], light.red_shade)
    artist.contour(np.concatenate([roof, roof[:1]]), width=3.6, colour=_INK)
    artist.ink([(822, 118), (822, 98)], width=3.4, colour=_INK)


def _side(y: float, side: int) -> Point:
    return 822 + side * (18 + (y - 190) / 168 * 10), y


def _cottage(artist: Artist, light: Light) -> None:
    wall = [(884, 352), (884, 310), (960, 306), (960, 350)]
    artist.tone(wall, light.white)
    artist.tone([(936, 351), (936, 308), (960, 306), (960, 350)], light.white_shade)
    artist.contour(np.array(wall), width=3.4, colour=_INK)
    roof = [(874, 314), (898, 278), (946, 275), (970, 309)]
    artist.tone(roof, light.red)
    artist.tone([(936, 311), (930, 276), (946, 275), (970, 309)], light.red_shade)
    artist.contour(np.array(roof), width=3.6, colour=_INK)
    chimney = [(934, 282), (934, 258), (948, 258), (948, 284)]
    artist.tone(chimney, light.cliff_shade)
    artist.contour(np.array(chimney), width=3, colour=_INK)
    for x in (894, 918):
        pane = [(x, 336), (x, 320), (x + 14, 319), (x + 14, 335)]
        artist.tone(pane, light.pane)
        artist.contour(np.array(pane), width=2.6, colour=_INK)


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
    """An old pine at the left and grass along the lower edge, dark against the light."""
    trunk = curve([(-70, 800), (-30, 560), (-18, 380), (6, 200), (20, 40), (10, -260)]).tolist()
    back = curve(
        [(-40, -260), (-44, 40), (-80, 240), (-110, 420), (-140, 600), (-220, 800)]
    ).tolist()
    artist.tone([*trunk, *back], light.front)
    for y, reach, drop in ((70, 250, 30), (150, 150, 44), (-10, 330, 10)):
        branch = [(0, y), (reach * 0.45, y - 6), (reach, y + drop)]
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
                light.front if at < 0.7 else _mix(light.front, light.front_light, 0.5),
            )
            for needle in range(4):
                nx = x - 36 + needle * 24
                artist.ink([(nx, height + 4), (nx - 3, height + 26)], width=4.5, colour=light.front)
    rng = np.random.Generator(np.random.PCG64(3))
    bank = curve(
        [
            (-420, 690),
            (-100, 660),
            (160, 688),
            (420, 716),
            (700, 728),
            (1000, 714),
            (1280, 690),
            (1700, 700),
        ]
    ).tolist()
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


def _mix(one: RGB, other: RGB, share: float) -> RGB:
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b
