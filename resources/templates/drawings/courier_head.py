"""The courier's head, and what it shows of a mind."""

from __future__ import annotations

from math import radians, sin

from pipelines.painting.composite import RGB
from resources.templates.artist import INK_BLACK, Artist
from resources.templates.drawings.cloth import CAP, HAIR, JACKET, SKIN, WHITE, clothed
from resources.templates.drawings.line import curve, ellipse
from resources.templates.drawings.pose import Face
from resources.templates.drawings.shapes import common, shifted, without

_BLUSH: RGB = (236, 138, 112)
_MOUTH: RGB = (124, 36, 44)


def head(artist: Artist, face: Face) -> None:
    """A head in three-quarter view, its middle at the origin."""
    bob = curve(
        [(-24, -20), (-40, -4), (-43, 18), (-34, 33), (-18, 34), (-8, 24), (-6, -8)],
        closed=True,
        step=3,
    )
    clothed(artist, bob, HAIR, shaded=False)
    skull = curve(
        [
            (-30, -12),
            (-20, -32),
            (2, -38),
            (24, -30),
            (34, -10),
            (35, 6),
            (33, 18),
            (24, 31),
            (13, 37),
            (-4, 33),
            (-20, 20),
            (-28, 6),
        ],
        closed=True,
        step=3,
    )
    artist.tone(skull, SKIN.light)
    artist.tone(without(skull, shifted(skull, (7, -5))), SKIN.shade)
    artist.contour(skull, width=4.5)
    _ear(artist)
    artist.tone(ellipse((2, 15), (8, 5)), _BLUSH, opacity=0.55)
    artist.tone(common(ellipse((32, 14), (5, 4)), skull), _BLUSH, opacity=0.55)
    _eyes(artist, face)
    artist.ink([(20, 5), (25, 11), (25, 14.5), (20, 15)], width=3, taper=(0.3, 0.4))
    _mouth(artist, face)
    fringe = curve(
        [(-30, -18), (-6, -24), (3, -18), (-5, -9), (-9, 0), (-13, 8), (-20, 12), (-30, 4)],
        closed=True,
        step=3,
    )
    artist.tone(fringe, HAIR.light)
    artist.contour(fringe, width=3.5)
    artist.ink([(-22, -10), (-18, 0), (-20, 8)], width=3, colour=HAIR.shade)
    _cap(artist)


def _ear(artist: Artist) -> None:
    ear = ellipse((-15, 8), (7, 9), degrees=-12)
    artist.tone(ear, SKIN.light)
    artist.contour(ear, width=3)
    artist.ink([(-17, 4), (-12, 8), (-15, 12)], width=2.5, colour=SKIN.shade)


def _eyes(artist: Artist, face: Face) -> None:
    for x, wide in ((9.5, 6.6), (27.2, 5.2)):
        eye = ellipse((x, 2), (wide, 8.0 * max(face.lids, 0.12)))
        if face.lids < 0.3:
            artist.ink([(x - wide, 3), (x, 6.5), (x + wide, 3)], width=4)
        else:
            artist.tone(eye, WHITE)
            pupil = (x + face.gaze[0] * wide * 0.42, 2 + face.gaze[1] * 4.2)
            small = 0.82 if face.lids > 1.1 else 1.0
            dark = common(ellipse(pupil, (4.4 * small, 5.8 * small)), eye)
            if len(dark):
                artist.tone(dark, INK_BLACK)
            glint = common(ellipse((pupil[0] - 1.4, pupil[1] - 2), (1.3, 1.5)), eye)
            if len(glint):
                artist.tone(glint, WHITE)
            artist.contour(eye, width=2.4)
            lid = 2 - 8.0 * face.lids
            artist.ink([(x - wide, lid + 5), (x, lid), (x + wide, lid + 5)], width=4.2)
        rise = sin(radians(face.brow)) * (wide + 2)
        y = -11.5 - face.raised - max(face.lids - 1, 0) * 8
        inner, outer = (x + wide, y + rise), (x - wide, y - rise)
        if x > 20:
            inner, outer = (x - wide, y + rise), (x + wide * 0.9, y - rise)
        artist.ink(
            [outer, ((inner[0] + outer[0]) / 2, y - 1.5), inner], width=4.6, colour=HAIR.shade
        )


def _mouth(artist: Artist, face: Face) -> None:
    match face.mouth:
        case "oh":
            hole = ellipse((20, 23), (4.5, 6))
            artist.tone(hole, _MOUTH)
            artist.contour(hole, width=3)
        case "grin":
            lips = curve(
                [(7, 18), (18, 20.5), (29, 17), (25, 26), (17, 28.5), (10, 25)], closed=True, step=2
            )
            artist.tone(lips, WHITE)
            artist.tone(common(lips, ellipse((18, 31), (9, 5))), _MOUTH)
            artist.contour(lips, width=3)
        case "flat":
            artist.ink([(12, 22), (19, 21), (26, 22)], width=3.4)
        case "worried":
            artist.ink([(10, 24), (15, 21), (20, 23.5), (26, 21)], width=3.4)
        case _:
            artist.ink([(8, 19), (13, 24), (20, 25), (28, 19)], width=3.4, taper=(0.4, 0.4))


def _cap(artist: Artist) -> None:
    crown = [(-33, -17), (-34, -32), (-22, -50), (2, -56), (24, -49), (35, -32), (36, -19)]
    crown = curve([*crown, (20, -23), (0, -24), (-18, -20)], closed=True, step=3)
    clothed(artist, crown, CAP, shaded=False)
    artist.ink([(-33, -26), (-10, -33), (14, -33), (36, -27)], width=3)
    brim = [(2, -25), (24, -28), (46, -24), (63, -14), (59, -12), (42, -17), (20, -19), (4, -18)]
    clothed(artist, curve(brim, closed=True, step=3), CAP, shaded=False)
    badge = ellipse((19, -40), (6.5, 6.5))
    artist.tone(badge, JACKET.light)
    artist.contour(badge, width=2.8)
    button = ellipse((2, -57), (4, 2.5))
    artist.tone(button, CAP.light)
    artist.contour(button, width=3)
