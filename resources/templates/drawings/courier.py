"""A courier in a yellow jacket, limb by limb on layers of their own."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np

from pipelines.painting.composite import RGB
from resources.templates.artist import Artist
from resources.templates.drawings.cloth import (
    BAG,
    BOOTS,
    JACKET,
    PARCEL,
    SCARF,
    SKIN,
    TROUSERS,
    WHITE,
    clothed,
)
from resources.templates.drawings.courier_head import head
from resources.templates.drawings.hours import mixed
from resources.templates.drawings.line import (
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
    Foot,
    Pose,
    bent,
)
from resources.templates.drawings.shapes import joined, tube

_STRING: RGB = (250, 240, 218)

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
    hip = pose.hip
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
    artist.pivot(neck)
    _parcel(artist, pose)
    _bag(artist, pose)
    _arm(artist, "Near", shoulder, pose.carried((-16, 16)), shaded=False)
    silhouette = joined(torso, ellipse(centre, (40, 44)))
    for at, foot in ((near_hip, pose.near_foot), (far_hip, pose.far_foot)):
        knee, ankle = bent(at, (foot.x, foot.y), THIGH, SHIN, way=1)
        silhouette = joined(silhouette, tube([at, knee, ankle], [20, 17, 13]))
    box = [pose.carried(corner) for corner in ((-30, -22), (30, -22), (30, 22), (-30, 22))]
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


def _arm(artist: Artist, side: str, root: Point, target: Point, *, shaded: bool) -> None:
    elbow, hand = bent(root, target, UPPER_ARM, FOREARM, way=-1)
    artist.layer(f"{side} forearm")
    along = np.array(hand) - np.array(elbow)
    along /= max(float(np.hypot(*along)), 1e-6)
    knuckles = np.array(hand) + along * 6
    clothed(
        artist, ellipse((float(knuckles[0]), float(knuckles[1])), (12, 11)), SKIN, shaded=shaded
    )
    clothed(artist, capsule(elbow, hand, 13.5, 12.5, belly=1), JACKET, shaded=shaded)
    artist.pivot(elbow)
    artist.layer(f"{side} upper arm")
    clothed(artist, capsule(root, elbow, 17, 14, belly=1), JACKET, shaded=shaded)
    artist.tone(ellipse(elbow, (10.5, 10.5)), JACKET.shade if shaded else JACKET.light)
    artist.pivot(root)


def _leg(artist: Artist, side: str, root: Point, foot: Foot, *, shaded: bool) -> None:
    knee, ankle = bent(root, (foot.x, foot.y), THIGH, SHIN, way=1)
    artist.layer(f"{side} shin")
    _boot(artist, ankle, foot.drop, shaded=shaded)
    clothed(artist, capsule(knee, ankle, 16.5, 14), TROUSERS, shaded=shaded)
    artist.pivot(knee)
    artist.layer(f"{side} thigh")
    clothed(artist, capsule(root, knee, 24, 17, belly=1), TROUSERS, shaded=shaded)
    artist.tone(ellipse(knee, (13, 13)), TROUSERS.shade if shaded else TROUSERS.light)
    artist.pivot(root)


def _boot(artist: Artist, ankle: Point, drop: float, *, shaded: bool) -> None:
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
    with artist.through(turned(ankle, drop)):
        clothed(artist, shape, BOOTS, shaded=shaded)
        artist.ink([(-15, 13), (12, 13.5), (38, 13)], width=3, taper=(0.6, 0.4))


def _torso(artist: Artist, pose: Pose) -> Points:
    artist.layer("Torso")
    shares = np.linspace(-0.13, 1.02, 14)
    centres = [_along(pose, float(share), 3) for share in shares]
    radii = np.interp(shares, [-0.13, 0.05, 0.45, 0.8, 1.02], [34, 32, 28, 28, 20])
    outline = tube(centres, radii)
    clothed(artist, outline, JACKET, shaded=False, width=5.5)
    back, front = _along(pose, 0.02, -27), _along(pose, 0.0, 33)
    artist.ink([back, _along(pose, -0.08, 2), front], width=3, colour=JACKET.shade)
    zip_ = [_along(pose, share, 22 + 6 * sin(share * 3)) for share in (0.05, 0.4, 0.75, 0.98)]
    artist.ink(zip_, width=3)
    pocket = [_along(pose, 0.3, 4), _along(pose, 0.22, 12), _along(pose, 0.2, 20)]
    artist.ink(pocket, width=3)
    strap = [_along(pose, 0.98, 14), _along(pose, 0.6, 4), _along(pose, 0.25, -20)]
    artist.ink(strap, width=9, colour=BAG.shade, taper=(0.9, 0.9))
    wrap = turned(_along(pose, 1.08, 4), pose.lean * 0.6 + 8)(ellipse((0, 0), (27, 14)))
    clothed(artist, wrap, SCARF, shaded=False)
    artist.ink(
        turned(_along(pose, 1.08, 4), pose.lean * 0.6 + 8)([(-18, 2), (0, 7), (19, 4)]), width=3
    )
    artist.pivot(pose.hip)
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
    clothed(artist, ribbon, SCARF, shaded=False)
    end = spine[-1]
    for side in (-0.7, 0.0, 0.7):
        tip = end + (spine[-1] - spine[-4]) * 0.7 + normal[-1] * wide[-1] * side
        artist.ink([end + normal[-1] * wide[-1] * side, tip], width=4, colour=SCARF.shade)
    stripe = spine[-7]
    artist.ink(
        [stripe + normal[-7] * wide[-7] * 0.85, stripe - normal[-7] * wide[-7] * 0.85],
        width=6,
        colour=WHITE,
        taper=(0.8, 0.8),
    )
    artist.pivot(_along(pose, 1.06, -16))


def _parcel(artist: Artist, pose: Pose) -> None:
    artist.layer("Parcel")
    front = [pose.carried(at) for at in ((-30, -18), (30, -18), (30, 22), (-30, 22))]
    top = [pose.carried(at) for at in ((-30, -18), (-20, -29), (38, -29), (30, -18))]
    side = [pose.carried(at) for at in ((30, -18), (38, -29), (38, 11), (30, 22))]
    artist.tone(front, PARCEL.light)
    artist.tone(top, mixed(PARCEL.light, WHITE, 0.4))
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
    artist.pivot(pose.carried((-16, 16)))


def _bag(artist: Artist, pose: Pose) -> None:
    artist.layer("Bag")
    hangs = _along(pose, 0.16, -22)
    with artist.through(turned(hangs, -pose.swing)):
        body = curve(
            [(-24, 0), (20, -2), (25, 6), (23, 36), (14, 42), (-18, 42), (-27, 35), (-28, 8)],
            closed=True,
            step=3,
        )
        clothed(artist, body, BAG, shaded=False)
        flap = curve(
            [(-26, 1), (0, -4), (23, 0), (23, 18), (-2, 25), (-26, 18)], closed=True, step=3
        )
        artist.tone(flap, BAG.light)
        artist.contour(flap, width=4)
        artist.ink(ellipse((-2, 20), (3, 3)), width=4, colour=_STRING)
    artist.pivot(hangs)
