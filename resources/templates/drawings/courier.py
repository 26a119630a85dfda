"""A courier in a yellow jacket, limb by limb on layers of their own."""

from __future__ import annotations

from math import cos, radians, sin
from typing import NamedTuple

import numpy as np

from pipelines.painting.composite import RGB
from resources.templates.artist import INK_BLACK, Artist
from resources.templates.drawings.line import (
    Outline,
    Point,
    Points,
    capsule,
    curve,
    ellipse,
    turned,
)
from resources.templates.drawings.pose import (
    FOREARM,
    SHIN,
    THIGH,
    UPPER_ARM,
    Face,
    Foot,
    Pose,
    bent,
)
from resources.templates.drawings.shapes import common, joined, shifted, tube, without


class Cloth(NamedTuple):
    """A colour in light and in shade."""

    light: RGB
    shade: RGB


JACKET = Cloth((240, 182, 48), (206, 134, 38))
TROUSERS = Cloth((62, 78, 118), (42, 52, 88))
BOOTS = Cloth((158, 70, 54), (112, 46, 44))
SCARF = Cloth((214, 62, 54), (164, 38, 48))
CAP = Cloth((48, 112, 116), (32, 80, 90))
BAG = Cloth((150, 96, 58), (110, 66, 46))
SKIN = Cloth((245, 202, 168), (222, 158, 126))
HAIR = Cloth((86, 54, 52), (60, 36, 42))
PARCEL = Cloth((222, 182, 132), (182, 136, 90))
_STRING: RGB = (250, 240, 218)
_WHITE: RGB = (255, 252, 246)
_BLUSH: RGB = (236, 138, 112)
_MOUTH: RGB = (124, 36, 44)

LAYERS = (
    "Far forearm",
    "Far upper arm",
    "Far shin",
    "Far thigh",
    "Near shin",
    "Near thigh",
    "Scarf end",
    "Torso",
    "Head",
    "Parcel",
    "Bag",
    "Near forearm",
    "Near upper arm",
)

HANGS = (
    *((name, "Torso") for name in ("Head", "Scarf end", "Bag", "Near upper arm", "Far upper arm")),
    *((name, "Torso") for name in ("Near thigh", "Far thigh")),
    *((f"{side} forearm", f"{side} upper arm") for side in ("Near", "Far")),
    *((f"{side} shin", f"{side} thigh") for side in ("Near", "Far")),
    ("Parcel", "Near forearm"),
)
"""Which part follows which."""


def figure(artist: Artist, pose: Pose) -> Points:
    """Draw the courier, each part on its layer; answers the outline of the whole for shadows."""
    chest, hip = pose.chest, pose.hip
    near_hip, far_hip = (hip[0] - 3, hip[1] + 4), (hip[0] + 7, hip[1] + 2)
    shoulder = _along(pose, 0.9, -2)
    far_shoulder = _along(pose, 0.9, 9)
    holds = pose.far_hand is None
    far_hand = pose.carried((20, 12)) if holds else _from_chest(pose)
    _arm(artist, "Far", far_shoulder, far_hand, shaded=True)
    _leg(artist, "Far", far_hip, pose.far_foot, shaded=True)
    _leg(artist, "Near", near_hip, pose.near_foot, shaded=False)
    _scarf_end(artist, pose)
    torso = _torso(artist, pose)
    neck = _along(pose, 1.12, 5)
    artist.layer("Head")
    centre = (neck[0] + 26 * sin(radians(pose.head + pose.lean * 0.5)) + 4, neck[1] - 32)
    with artist.through(turned(centre, pose.head)):
        head(artist, pose.face)
    _parcel(artist, pose)
    _bag(artist, pose)
    _arm(artist, "Near", shoulder, pose.carried((-16, 16)), shaded=False)
    silhouette = joined(torso, ellipse(centre, (40, 44)))
    for at, foot in ((near_hip, pose.near_foot), (far_hip, pose.far_foot)):
        knee, ankle = bent(at, (foot.x, foot.y), THIGH, SHIN, way=1)
        silhouette = joined(silhouette, tube([at, knee, ankle], [20, 17, 13]))
    box = [pose.carried(corner) for corner in ((-30, -22), (30, -22), (30, 22), (-30, 22))]
    _ = chest
    return joined(silhouette, box)


def _from_chest(pose: Pose) -> Point:
    assert pose.far_hand is not None
    return pose.chest[0] + pose.far_hand[0], pose.chest[1] + pose.far_hand[1]


def _along(pose: Pose, share: float, ahead: float) -> Point:
    """A point of the trunk: a share of the way from hip to chest, and pixels ahead of the spine."""
    (hx, hy), (cx, cy) = pose.hip, pose.chest
    lean = radians(pose.lean)
    ahead -= pose.bow * 4 * share * (1 - share)
    return hx + (cx - hx) * share + ahead * cos(lean), hy + (cy - hy) * share + ahead * sin(lean)


def _part(
    artist: Artist, outline: Outline, cloth: Cloth, *, shaded: bool, width: float = 5
) -> None:
    """A form with its flat colour, its shade and its contour."""
    artist.tone(outline, cloth.shade if shaded else cloth.light)
    if not shaded:
        dark = without(outline, shifted(outline, (-7, -5)))
        if len(dark):
            artist.tone(dark, cloth.shade)
    artist.contour(outline, width=width)


def _arm(artist: Artist, side: str, root: Point, target: Point, *, shaded: bool) -> None:
    elbow, hand = bent(root, target, UPPER_ARM, FOREARM, way=-1)
    artist.layer(f"{side} forearm")
    along = np.array(hand) - np.array(elbow)
    along /= max(float(np.hypot(*along)), 1e-6)
    knuckles = np.array(hand) + along * 6
    _part(artist, ellipse((float(knuckles[0]), float(knuckles[1])), (12, 11)), SKIN, shaded=shaded)
    _part(artist, capsule(elbow, hand, 13.5, 12.5, belly=1), JACKET, shaded=shaded)
    artist.layer(f"{side} upper arm")
    _part(artist, capsule(root, elbow, 17, 14, belly=1), JACKET, shaded=shaded)
    artist.tone(ellipse(elbow, (10.5, 10.5)), JACKET.shade if shaded else JACKET.light)


def _leg(artist: Artist, side: str, root: Point, foot: Foot, *, shaded: bool) -> None:
    knee, ankle = bent(root, (foot.x, foot.y), THIGH, SHIN, way=1)
    artist.layer(f"{side} shin")
    _boot(artist, knee, ankle, foot.drop, shaded=shaded)
    _part(artist, capsule(knee, ankle, 16.5, 14), TROUSERS, shaded=shaded)
    artist.layer(f"{side} thigh")
    _part(artist, capsule(root, knee, 24, 17, belly=1), TROUSERS, shaded=shaded)
    artist.tone(ellipse(knee, (13, 13)), TROUSERS.shade if shaded else TROUSERS.light)


def _boot(artist: Artist, knee: Point, ankle: Point, drop: float, *, shaded: bool) -> None:
    shape = curve(
        [
            (-13, -12),
            (11, -13),
            (14, -2),
            (30, 3),
            (39, 10),
            (39, 18),
            (14, 19),
            (-15, 19),
            (-17, 4),
        ],
        closed=True,
        step=3,
    )
    _ = knee
    with artist.through(turned(ankle, drop)):
        _part(artist, shape, BOOTS, shaded=shaded)
        artist.ink([(-15, 13), (12, 13.5), (38, 13)], width=3, taper=(0.6, 0.4))


def _torso(artist: Artist, pose: Pose) -> Points:
    artist.layer("Torso")
    shares = np.linspace(-0.13, 1.02, 14)
    centres = [_along(pose, float(share), 3) for share in shares]
    radii = np.interp(shares, [-0.13, 0.05, 0.45, 0.8, 1.02], [34, 32, 28, 28, 20])
    outline = tube(centres, radii)
    _part(artist, outline, JACKET, shaded=False, width=5.5)
    back, front = _along(pose, 0.02, -27), _along(pose, 0.0, 33)
    artist.ink([back, _along(pose, -0.08, 2), front], width=3, colour=JACKET.shade)
    zip_ = [_along(pose, share, 22 + 6 * sin(share * 3)) for share in (0.05, 0.4, 0.75, 0.98)]
    artist.ink(zip_, width=3)
    pocket = [_along(pose, 0.3, 4), _along(pose, 0.22, 12), _along(pose, 0.2, 20)]
    artist.ink(pocket, width=3)
    strap = [_along(pose, 0.98, 14), _along(pose, 0.6, 4), _along(pose, 0.25, -20)]
    artist.ink(strap, width=9, colour=BAG.shade, taper=(0.9, 0.9))
    wrap = turned(_along(pose, 1.08, 4), pose.lean * 0.6 + 8)(ellipse((0, 0), (27, 14)))
    _part(artist, wrap, SCARF, shaded=False)
    artist.ink(
        turned(_along(pose, 1.08, 4), pose.lean * 0.6 + 8)([(-18, 2), (0, 7), (19, 4)]), width=3
    )
    return outline


def _scarf_end(artist: Artist, pose: Pose) -> None:
    artist.layer("Scarf end")
    place = np.array(_along(pose, 1.06, -16))
    line = [place]
    angle, bend = pose.tail
    for step in range(9):
        t = radians(angle + bend * step)
        place = place + 13 * np.array([-sin(t), cos(t)])
        line.append(place)
    spine = curve(np.array(line), step=4)
    normal = np.gradient(spine, axis=0)
    normal = np.stack([-normal[:, 1], normal[:, 0]], axis=1)
    normal /= np.maximum(np.hypot(*normal.T), 1e-6)[:, None]
    wide = np.linspace(8, 15, len(spine))[:, None]
    ribbon = np.concatenate([spine + normal * wide, (spine - normal * wide)[::-1]])
    _part(artist, ribbon, SCARF, shaded=False)
    end = spine[-1]
    for side in (-0.7, 0.0, 0.7):
        tip = end + (spine[-1] - spine[-4]) * 0.7 + normal[-1] * wide[-1] * side
        artist.ink([end + normal[-1] * wide[-1] * side, tip], width=4, colour=SCARF.shade)
    stripe = spine[-7]
    artist.ink(
        [stripe + normal[-7] * wide[-7] * 0.85, stripe - normal[-7] * wide[-7] * 0.85],
        width=6,
        colour=_WHITE,
        taper=(0.8, 0.8),
    )


def _parcel(artist: Artist, pose: Pose) -> None:
    artist.layer("Parcel")
    front = [pose.carried(at) for at in ((-30, -18), (30, -18), (30, 22), (-30, 22))]
    top = [pose.carried(at) for at in ((-30, -18), (-20, -29), (38, -29), (30, -18))]
    side = [pose.carried(at) for at in ((30, -18), (38, -29), (38, 11), (30, 22))]
    artist.tone(front, PARCEL.light)
    artist.tone(top, _mixed(PARCEL.light, _WHITE, 0.4))
    artist.tone(side, PARCEL.shade)
    for outline in (front, top, side):
        for a, b in zip(outline, [*outline[1:], outline[0]], strict=True):
            artist.ink([a, b], width=4.5, taper=(0.7, 0.6))
    for line in (
        ((0, -18), (0, 22)),
        ((9, -29), (0, -18)),
        ((-30, 2), (30, 2)),
        ((30, 2), (38, -9)),
    ):
        artist.ink([pose.carried(at) for at in line], width=4.5, colour=_STRING, taper=(0.9, 0.9))
    for side_ in (-1, 1):
        bow = [(0, -18), (side_ * 12, -27), (side_ * 15, -19), (0, -18)]
        artist.ink([pose.carried(at) for at in bow], width=4, colour=_STRING, taper=(0.8, 0.8))


def _bag(artist: Artist, pose: Pose) -> None:
    artist.layer("Bag")
    hangs = _along(pose, 0.16, -22)
    with artist.through(turned(hangs, -pose.swing)):
        body = curve(
            [(-24, 0), (20, -2), (25, 6), (23, 36), (14, 42), (-18, 42), (-27, 35), (-28, 8)],
            closed=True,
            step=3,
        )
        _part(artist, body, BAG, shaded=False)
        flap = curve(
            [(-26, 1), (0, -4), (23, 0), (23, 18), (-2, 25), (-26, 18)], closed=True, step=3
        )
        artist.tone(flap, BAG.light)
        artist.contour(flap, width=4)
        artist.ink(ellipse((-2, 20), (3, 3)), width=4, colour=_STRING)


# The head


def head(artist: Artist, face: Face) -> None:
    """A head in three-quarter view, its middle at the origin."""
    bob = curve(
        [(-24, -20), (-40, -4), (-43, 18), (-34, 33), (-18, 34), (-8, 24), (-6, -8)],
        closed=True,
        step=3,
    )
    _part(artist, bob, HAIR, shaded=False)
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
            artist.tone(eye, _WHITE)
            pupil = (x + face.gaze[0] * wide * 0.42, 2 + face.gaze[1] * 4.2)
            small = 0.82 if face.lids > 1.1 else 1.0
            dark = common(ellipse(pupil, (4.4 * small, 5.8 * small)), eye)
            if len(dark):
                artist.tone(dark, INK_BLACK)
            glint = common(ellipse((pupil[0] - 1.4, pupil[1] - 2), (1.3, 1.5)), eye)
            if len(glint):
                artist.tone(glint, _WHITE)
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
            artist.tone(lips, _WHITE)
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
    _part(artist, crown, CAP, shaded=False)
    artist.ink([(-33, -26), (-10, -33), (14, -33), (36, -27)], width=3)
    brim = [(2, -25), (24, -28), (46, -24), (63, -14), (59, -12), (42, -17), (20, -19), (4, -18)]
    _part(artist, curve(brim, closed=True, step=3), CAP, shaded=False)
    badge = ellipse((19, -40), (6.5, 6.5))
    artist.tone(badge, JACKET.light)
    artist.contour(badge, width=2.8)
    button = ellipse((2, -57), (4, 2.5))
    artist.tone(button, CAP.light)
    artist.contour(button, width=3)


def _mixed(one: RGB, other: RGB, share: float) -> RGB:
    r, g, b = (round(a + (z - a) * share) for a, z in zip(one, other, strict=True))
    return r, g, b
