"""The cliff of the coast, with a lighthouse and its cottage."""

from __future__ import annotations

import numpy as np

from resources.templates.artist import Artist
from resources.templates.drawings.hours import Light, mixed
from resources.templates.drawings.line import Point, curve
from resources.templates.drawings.shapes import common

LAMP: Point = (822.0, 158.0)
_INK = (46, 44, 66)


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
        mixed(light.white_shade, light.red_shade, 0.12),
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
