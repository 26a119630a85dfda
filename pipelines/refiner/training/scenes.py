"""Scenes made by rule: articulated figures and things before a ground. Every motion is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np

from pipelines.refiner.training.motions import (
    Arc,
    Matrix,
    Pace,
    Swing,
    paced,
    placed,
    random_arc,
    random_camera,
    random_swing,
)
from pipelines.refiner.training.pieces import (
    Colour,
    Look,
    Piece,
    Style,
    blob,
    colour,
    disc,
    limb,
    shape,
)
from pipelines.refiner.training.textures import SIDE, surface
from pipelines.values import Pixels8

SHARES = {Style.TEXTURED: 0.4, Style.FLAT: 0.35, Style.SKETCH: 0.25}
"""How often a scene has a style."""
_STILL_CAMERA = {Style.TEXTURED: 0.4, Style.FLAT: 0.7, Style.SKETCH: 0.8}
_STILL_THING = 0.25
_WALKING = 0.35
_PLAIN = 0.5
"""How often all pieces of a thing have one colour."""
_STICK = 0.3
"""How often the limbs of a figure with outlines are no more than lines."""


class Bone(NamedTuple):
    """A piece at a joint of its parent: the joint's place beside the parent's pivot, its swing.
    The first bone of a thing has no parent (-1)."""

    piece: Piece
    parent: int
    joint: tuple[float, float]
    swing: Swing


class Thing(NamedTuple):
    """Bones, those in front last, and the way of the first."""

    bones: tuple[Bone, ...]
    arc: Arc


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A ground larger than the picture by `margin` to each side, and things before it."""

    style: Style
    side: int
    frames: int
    ground: Pixels8
    margin: int
    camera: tuple[float, float, float, float]
    things: tuple[Thing, ...]
    pace: Pace

    def pose(self, frame: float) -> Pose:
        """Where everything is at a frame."""
        share = paced(self.pace, frame / self.frames)
        camera = tuple(share * one for one in self.camera)
        ways = [thing.arc.at(share) for thing in self.things]
        turns = [
            tuple(bone.swing.at(frame, share) for bone in thing.bones) for thing in self.things
        ]
        return Pose((*camera, *np.ravel(ways), *(angle for one in turns for angle in one)))

    def matrices(self, pose: Pose) -> list[Matrix]:
        """From the ground, then from each piece of each thing, to the picture."""
        numbers = iter(pose.numbers)
        x, y, turn, zoom = (next(numbers) for _ in range(4))
        half = self.side / 2
        camera = placed(half + x, half + y, turn, float(np.exp(zoom)))
        to_middle = camera @ placed(-half, -half)
        ways = [tuple(next(numbers) for _ in range(3)) for _ in self.things]
        made = [to_middle @ placed(-self.margin, -self.margin)]
        for thing, (left, down, size) in zip(self.things, ways, strict=True):
            stands: list[Matrix] = []
            for bone in thing.bones:
                angle = next(numbers)
                if bone.parent < 0:
                    stands.append(to_middle @ placed(left, down, angle, size))
                else:
                    stands.append(stands[bone.parent] @ placed(*bone.joint, angle))
            made += stands
        return made


class Pose(NamedTuple):
    """All that moves in a scene, as numbers: mixed, they are what straight motion would give."""

    numbers: tuple[float, ...]

    def mixed(self, other: Pose, share: float) -> Pose:
        """`share` of the way to another pose, every number by itself."""
        pairs = zip(self.numbers, other.numbers, strict=True)
        return Pose(tuple(one + share * (two - one) for one, two in pairs))


def random_scene(chance: np.random.Generator, side: int, frames: int) -> Scene:
    """A scene of so many frames, `side` pixels to each side."""
    style = Style(chance.choice([*SHARES], p=[*SHARES.values()]))
    ink = _three(chance.uniform(0, 70, 3))
    paper = _three(255 - chance.exponential(12, 3).clip(0, 80))
    if style is Style.SKETCH and chance.random() < 0.1:
        ink, paper = paper, ink
    margin = min(48, (SIDE - side) // 2)
    ground = _ground(chance, style, side + 2 * margin, ink, paper)
    camera = random_camera(chance, frames, still=chance.random() < _STILL_CAMERA[style])
    things: list[Thing] = []
    for _ in range(int(chance.choice([1, 2, 3], p=[0.5, 0.35, 0.15]))):
        filled = style is not Style.SKETCH or chance.random() < 0.5
        outlined = style is not Style.TEXTURED
        line = float(chance.choice([1, 1.5, 2, 3])) if outlined else 0.0
        plain = chance.random() < _PLAIN
        inside = (paper if chance.random() < 0.5 else colour(chance)) if plain else None
        look = Look(style, inside or paper, ink, line, filled, inside is not None)
        things.append(_thing(chance, look, side, frames))
    pace = Pace(chance.choice([*Pace], p=[0.6, 0.2, 0.1, 0.1]))
    return Scene(style, side, frames, ground, margin, camera, tuple(things), pace)


def _thing(chance: np.random.Generator, look: Look, side: int, frames: int) -> Thing:
    still = chance.random() < _STILL_THING
    arc = random_arc(chance, frames, side, still=still)
    tall = side * chance.uniform(0.35, 1.0)
    kind = chance.random()
    if kind < _WALKING:
        return _walker(chance, look, tall, frames, arc.start)
    if kind < 0.6:
        return Thing(_figure(chance, look, tall, frames), arc)
    if kind < 0.8:
        return Thing(_creature(chance, look, tall * 0.3, frames), arc)
    piece = blob(chance, look, tall * 0.25)
    if chance.random() < 0.3:
        piece = disc(chance, look, tall * 0.2, above=False)
    swing = random_swing(chance, frames, chance.uniform(0, 6), still=still)
    return Thing((Bone(piece, -1, (0, 0), swing),), arc)


def _figure(chance: np.random.Generator, look: Look, tall: float, frames: int) -> tuple[Bone, ...]:
    """A body with a head, and arms and legs of two parts each: half of them behind it."""
    trunk, arm, leg = tall * 0.32, tall * 0.2, tall * 0.24
    thick = tall * chance.uniform(0.03, 0.09)
    if look.line and chance.random() < _STICK:
        thick = 1.0
    hips = chance.uniform(0.05, 0.09) * tall

    def swing(base: float) -> Swing:
        return random_swing(chance, frames, base, still=chance.random() < 0.15)

    def limbs(at: tuple[float, float], length: float, behind: int) -> list[Bone]:
        first = Bone(limb(chance, look, length, thick), 0, at, swing(0))
        bend = chance.normal(0, 0.4)
        second = Bone(limb(chance, look, length, thick * 0.85), behind, (0, length), swing(bend))
        return [first, second]

    body = Bone(limb(chance, look, trunk, hips * 2), -1, (0, 0), swing(0))
    head = Bone(disc(chance, look, tall * 0.1, above=True), 0, (0, -hips * 0.4), swing(0))
    parts = [body]
    for place, length in (((0, trunk), leg), ((0, 0), arm), ((0, trunk), leg), ((0, 0), arm)):
        parts += limbs(place, length, len(parts))
    return (*parts, head)


def _walker(
    chance: np.random.Generator,
    look: Look,
    tall: float,
    frames: int,
    start: tuple[float, float],
) -> Thing:
    """A figure that walks: its feet stay on the ground, its arms swing against its legs."""
    speed = chance.uniform(0.3, 2.2) * tall / 100 * chance.choice([-1, 1])
    way, leg, stride = np.sign(speed), tall * 0.24, chance.uniform(0.35, 0.6)
    period = 8 * leg * np.sin(stride) / abs(speed)
    rate, phase = 2 * np.pi / period, chance.uniform(0, 2 * np.pi)
    thick = 1.0 if look.line and chance.random() < _STICK else tall * chance.uniform(0.05, 0.13)
    trunk, arm = tall * chance.uniform(0.28, 0.34), tall * chance.uniform(0.15, 0.2)
    skin, shirt, trousers = (_clad(chance, look) for _ in range(3))
    lean = -way * chance.uniform(0, 0.12)
    body = limb(chance, shirt, trunk, max(thick, tall * chance.uniform(0.1, 0.18)))

    def joined(cloth: Look, lengths: float, wide: float) -> tuple[Piece, Piece]:
        return limb(chance, cloth, lengths, wide), limb(chance, cloth, lengths, wide * 0.8)

    parts: list[Bone] = [Bone(body, -1, (0, 0), Swing(lean, 0, 0, 0, 0))]
    for turned in (np.pi, 0.0):
        upper, lower = joined(trousers, leg, thick)
        thigh = Swing(-lean, way * -stride, rate, phase + turned, 0)
        bend = 1.4 * stride
        knee = Swing(0, way * bend, rate, phase + turned + np.pi / 2, 0, lifted=True)
        at = len(parts)
        parts += [Bone(upper, 0, (0, trunk), thigh), Bone(lower, at, (0, leg), knee)]
        upper, lower = joined(shirt, arm, thick * 0.7)
        shoulder = Swing(-lean, way * 0.8 * stride, rate, phase + turned, 0)
        at = len(parts)
        parts += [Bone(upper, 0, (0, tall * 0.04), shoulder)]
        parts += [Bone(lower, at, (0, arm), Swing(-way * chance.uniform(0.1, 0.6), 0, 0, 0, 0))]
    head = disc(chance, skin, tall * chance.uniform(0.08, 0.12), above=True)
    parts.append(Bone(head, 0, (way * tall * 0.02, -tall * 0.02), Swing(0, 0, 0, 0, 0)))
    return Thing(tuple(parts), _straight_on(start, speed * frames))


def _straight_on(start: tuple[float, float], way: float) -> Arc:
    x, y = start
    return Arc((x - way / 2, y), (x, y), (x + way / 2, y), 0)


def _clad(chance: np.random.Generator, look: Look) -> Look:
    """What some pieces of a figure wear: one colour, more often than not."""
    if look.style is not Style.FLAT or look.plain or chance.random() < 0.2:
        return look
    return look._replace(paper=colour(chance), plain=True)


def _creature(
    chance: np.random.Generator, look: Look, radius: float, frames: int
) -> tuple[Bone, ...]:
    """A body of any shape with some arms or tails."""
    still = chance.random() < 0.2
    bones = [
        Bone(blob(chance, look, radius), -1, (0, 0), random_swing(chance, frames, 0, still=still))
    ]
    for _ in range(int(chance.integers(1, 6))):
        angle = chance.uniform(0, 2 * np.pi)
        joint = radius * 0.7 * np.cos(angle), radius * 0.7 * np.sin(angle)
        piece = limb(
            chance, look, radius * chance.uniform(0.6, 1.8), radius * chance.uniform(0.15, 0.5)
        )
        bones.append(
            Bone(piece, 0, joint, random_swing(chance, frames, angle - np.pi / 2, still=False))
        )
    return tuple(bones)


def _ground(
    chance: np.random.Generator,
    style: Style,
    side: int,
    ink: Colour,
    paper: Colour,
) -> Pixels8:
    if style is Style.TEXTURED:
        return surface(chance, (side, side))
    plain = paper if style is Style.SKETCH or chance.random() < 0.4 else colour(chance)
    ground = np.full((side, side, 3), plain, np.float32).astype(np.uint8)
    line = float(chance.choice([1, 2]))
    look = Look(style, _three(paper), _three(ink), line, style is Style.FLAT, False)
    for _ in range(int(chance.integers(0, 6))):
        x, y = chance.uniform(0, side, 2)
        wide, high = chance.uniform(0.05, 0.5, 2) * side
        corners = [(0.0, 0.0), (wide, chance.normal(0, 5)), (wide, high), (0.0, high)]
        made = (
            blob(chance, look, wide / 2) if chance.random() < 0.5 else shape(chance, look, corners)
        )
        _laid(ground, made, x, y)
    return ground


def _three(levels: Iterable[float]) -> Colour:
    red, green, blue = (float(level) for level in levels)
    return red, green, blue


def _laid(ground: Pixels8, piece: Piece, x: float, y: float) -> None:
    """Put a piece on the ground, at its own fineness."""
    height, width = piece.paint.shape[:2]
    left, top = int(x) - width // 2, int(y) - height // 2
    low_x, low_y = max(left, 0), max(top, 0)
    high_x, high_y = min(left + width, ground.shape[1]), min(top + height, ground.shape[0])
    if low_x >= high_x or low_y >= high_y:
        return
    part = piece.paint[low_y - top : high_y - top, low_x - left : high_x - left]
    under = ground[low_y:high_y, low_x:high_x]
    rest = np.repeat(255 - part[..., 3:], 3, axis=2)
    under[...] = cv2.add(cv2.multiply(under, rest, scale=1 / 255), part[..., :3])
