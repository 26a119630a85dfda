"""A street after the rain, a puddle across the pavement."""

from __future__ import annotations

import numpy as np

from pipelines.painting.composite import RGB
from resources.templates.artist import Artist
from resources.templates.drawings.line import Outline, Point, curve, ellipse
from resources.templates.drawings.shapes import common

_SKY: RGB = (220, 226, 224)
_CLOUD: RGB = (236, 238, 232)
_FAR: RGB = (196, 204, 210)
_LINE: RGB = (112, 110, 134)
_PANE: RGB = (142, 158, 174)
_LIT: RGB = (250, 216, 140)
_FRAME: RGB = (238, 232, 220)
_PAVEMENT: RGB = (184, 184, 192)
_NEAR_PAVEMENT: RGB = (168, 170, 182)
_WATER: RGB = (208, 224, 230)
_WATER_DARK: RGB = (150, 168, 184)
_GLINT: RGB = (250, 252, 250)
_IRON: RGB = (66, 72, 92)
_RED: RGB = (190, 66, 58)
_GROUND = 506.0
HOUSES: tuple[tuple[float, float, float, RGB], ...] = (
    (-10, 236, 96, (190, 198, 200)),
    (236, 470, 168, (222, 206, 190)),
    (470, 812, 60, (206, 212, 208)),
    (812, 1046, 140, (220, 190, 174)),
    (1046, 1290, 40, (184, 194, 202)),
)
"""Left, right, top and colour of the fronts."""
PUDDLE = curve(
    [
        *((512, 622), (560, 606), (660, 600), (770, 604), (868, 612), (896, 628), (850, 644)),
        *((740, 654), (640, 650), (590, 656), (530, 642)),
    ],
    closed=True,
    step=4,
)


def street(artist: Artist) -> None:
    """The whole of it, on the layer in hand."""
    artist.tone(_box(0, 0, 1280, 720), _SKY)
    for x, y, wide in ((300, 84, 150), (560, 44, 0), (880, 104, 130)):
        if wide:
            bumps = [(x - wide, y), (x - wide * 0.6, y - 26), (x - wide * 0.2, y - 20)]
            bumps += [(x + wide * 0.2, y - 44), (x + wide * 0.6, y - 22), (x + wide, y)]
            artist.tone([*curve(bumps, step=6).tolist(), (x + wide, y)], _CLOUD)
    for left, right, top, colour in HOUSES:
        _front(artist, left, right, top, colour)
    _shop(artist)
    _door(artist, 900)
    _pavement(artist)
    _puddle(artist)
    _lamp(artist, 130)
    _letter_box(artist, 1196)


def _box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _drawn(artist: Artist, outline: Outline, colour: RGB, *, width: float = 3.2) -> None:
    """A form of the ground: lighter in line than the figure."""
    artist.tone(outline, colour)
    corners = [tuple(corner) for corner in np.asarray(outline).tolist()]
    for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
        artist.ink([a, b], width=width, colour=_LINE, taper=(0.75, 0.6))


def _front(artist: Artist, left: float, right: float, top: float, colour: RGB) -> None:
    _drawn(artist, _box(left, top, right, _GROUND), colour)
    dark = _shade(colour, 0.88)
    artist.tone(_box(left, top, right, top + 18), dark)
    artist.ink([(left, top + 18), (right, top + 18)], width=2.6, colour=_LINE, taper=(0.7, 0.6))
    artist.tone(_box(right - 16, top + 18, right, _GROUND), dark, opacity=0.7)
    for brick in range(7):
        x = left + 12 + (brick * 67) % max(right - left - 60, 1)
        y = top + 34 + (brick * 97) % (_GROUND - top - 120)
        for row in range(2):
            start = x + row * 10
            artist.ink([(start, y + row * 9), (start + 26, y + row * 9)], width=2.2, colour=dark)
    columns = max(round((right - left) / 100), 2)
    for row, y in enumerate(np.arange(top + 52, 256, 118).tolist()):
        for column in range(columns):
            x = left + (right - left) * (column + 0.5) / columns - 24
            is_lit = (row * 7 + column * 5 + int(left)) % 7 == 1
            _window(artist, x, y, is_lit=is_lit)


def _window(artist: Artist, x: float, y: float, *, is_lit: bool) -> None:
    _drawn(artist, _box(x - 5, y - 5, x + 53, y + 79), _FRAME, width=2.6)
    artist.tone(_box(x, y, x + 48, y + 74), _LIT if is_lit else _PANE)
    if not is_lit:
        gleam = [(x + 6, y + 40), (x + 30, y), (x + 42, y), (x + 6, y + 62)]
        artist.tone(gleam, _shade(_PANE, 1.14))
    for a, b in (((x + 24, y), (x + 24, y + 74)), ((x, y + 30), (x + 48, y + 30))):
        artist.ink([a, b], width=5, colour=_FRAME, taper=(0.9, 0.9))
    artist.tone(_box(x - 9, y + 79, x + 57, y + 86), _shade(_FRAME, 0.86))
    artist.ink([(x - 9, y + 86), (x + 57, y + 86)], width=2.6, colour=_LINE, taper=(0.7, 0.5))


def _shop(artist: Artist) -> None:
    _drawn(artist, _box(502, 352, 780, _GROUND), (92, 122, 122))
    _drawn(artist, _box(520, 392, 676, 484), _LIT, width=2.8)
    artist.tone([(520, 470), (580, 392), (616, 392), (546, 484), (520, 484)], (253, 232, 180))
    for x in (572, 624):
        artist.ink([(x, 392), (x, 484)], width=4.5, colour=(74, 100, 104), taper=(0.9, 0.9))
    _drawn(artist, _box(700, 388, 760, _GROUND), (74, 100, 104), width=2.8)
    artist.tone(_box(710, 398, 750, 450), _PANE)
    for at in range(8):
        left = 494 + at * 37
        stripe = [(left + 4, 340), (left + 41, 340), (left + 37, 384), (left, 384)]
        artist.tone(stripe, (232, 224, 208) if at % 2 else (180, 92, 82))
        artist.ink([(left, 384), (left + 18, 392), (left + 37, 384)], width=3, colour=_LINE)
    artist.ink([(498, 340), (790, 340)], width=3.4, colour=_LINE, taper=(0.8, 0.7))


def _door(artist: Artist, x: float) -> None:
    _drawn(artist, _box(x - 8, 352, x + 72, _GROUND), _FRAME)
    _drawn(artist, _box(x, 360, x + 64, _GROUND), (86, 104, 132))
    artist.tone(_box(x + 12, 374, x + 52, 420), _PANE)
    artist.ink(ellipse((x + 54, 444), (3, 3)), width=4, colour=_LIT)
    _drawn(artist, _box(x - 18, _GROUND - 8, x + 82, _GROUND + 8), (200, 198, 200))


def _pavement(artist: Artist) -> None:
    artist.tone(_box(0, _GROUND, 1280, 720), _PAVEMENT)
    artist.tone(_box(0, 560, 1280, 720), _NEAR_PAVEMENT)
    artist.ink(
        [(0, _GROUND), (640, _GROUND + 1), (1280, _GROUND)], width=4, colour=_LINE, taper=(0.8, 0.8)
    )
    artist.ink([(0, 560), (640, 559), (1280, 561)], width=3, colour=_LINE, taper=(0.6, 0.6))
    for x in range(-900, 2300, 150):
        artist.ink([(640 + (x - 640) * 0.62, 560), (x, 720)], width=2.4, colour=(142, 144, 160))
    artist.ink([(0, 676), (1280, 678)], width=2.4, colour=(142, 144, 160), taper=(0.6, 0.6))
    for x, top, bottom, wide in ((130, 574, 720, 30), (130, 592, 690, 14)):
        artist.tone(_box(x - wide / 2, top, x + wide / 2, bottom), _LIT, opacity=0.28)


def _puddle(artist: Artist) -> None:
    artist.tone(PUDDLE, _WATER_DARK)
    artist.tone(common(PUDDLE, PUDDLE + np.array([0, 7])), _WATER)
    for left, right, colour in ((560, 690, (222, 210, 196)), (770, 850, (222, 196, 184))):
        seen = common(PUDDLE, _box(left, 596, right, 632))
        artist.tone(seen, colour, opacity=0.55)
    for x, y, wide in ((600, 640, 60), (760, 642, 80), (830, 626, 40), (660, 618, 46)):
        artist.ink([(x - wide / 2, y), (x, y + 3), (x + wide / 2, y)], width=4, colour=_GLINT)
    artist.contour(PUDDLE, width=3.4, colour=_LINE)
    for x, y, wide in ((470, 660, 44), (980, 668, 60), (250, 690, 50)):
        small = ellipse((x, y), (wide, 8))
        artist.tone(small, _WATER)
        artist.contour(small, width=2.6, colour=_LINE)


def _lamp(artist: Artist, x: float) -> None:
    artist.spray([(x, 196), (x + 1, 196)], _LIT, width=250, flow=0.5)
    _drawn(artist, _box(x - 6, 240, x + 6, 560), _IRON)
    _drawn(artist, _box(x - 14, 530, x + 14, 566), _IRON)
    _drawn(artist, [(x - 26, 166), (x + 26, 166), (x + 16, 232), (x - 16, 232)], (255, 240, 190))
    _drawn(artist, [(x - 32, 166), (x, 136), (x + 32, 166)], _IRON)
    _drawn(artist, _box(x - 18, 232, x + 18, 242), _IRON)
    artist.ink([(x, 166), (x, 232)], width=3, colour=_IRON, taper=(0.8, 0.8))
    artist.ink([(x + 2, 250), (x + 2, 524)], width=3, colour=(112, 120, 142), taper=(0.6, 0.4))


def _letter_box(artist: Artist, x: float) -> None:
    artist.tone(ellipse((x + 38, 574), (60, 9)), (140, 142, 158))
    body = curve([(x - 32, 420), (x - 26, 396), (x, 386), (x + 26, 396), (x + 32, 420)], step=4)
    _drawn(artist, _box(x - 26, 556, x + 26, 574), _shade(_RED, 0.7))
    shape = np.concatenate([body, np.array([(x + 32, 558), (x - 32, 558)])])
    artist.tone(shape, _RED)
    artist.tone([(x + 14, 394), (x + 30, 416), (x + 32, 558), (x + 16, 558)], _shade(_RED, 0.78))
    artist.contour(shape, width=4, colour=_LINE)
    _drawn(artist, _box(x - 20, 424, x + 20, 434), (70, 40, 50), width=2.6)
    _drawn(artist, _box(x - 18, 452, x + 18, 486), _FRAME, width=2.6)
    for y in (462, 470, 478):
        artist.ink([(x - 11, y), (x + 11, y)], width=2.4, colour=_LINE)


def _shade(colour: RGB, share: float) -> RGB:
    r, g, b = (min(round(part * share), 255) for part in colour)
    return r, g, b
