"""Seeded line-art: figures that walk, wave and turn, drawn frame by frame with ink on paper.

Made by nothing that the refiner is trained with, so that what it is measured on is new to it.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import NamedTuple

import cv2
import numpy as np

from pipelines.values import Image, Pixels8

WIDTH, HEIGHT, FRAMES = 480, 270, 65
_FINE = 2
"""Drawn so many times larger."""
_GROUND = 252
Point = tuple[float, float]
Ink = tuple[int, int, int]


class _Walker(NamedTuple):
    """A figure: where it starts, how it goes, and how it is drawn."""

    left: float
    speed: float
    tall: float
    period: float
    phase: float
    line: int
    shirt: Ink | None
    ink: Ink
    waves: bool


def walkers(seed: int) -> list[Image]:
    """65 frames of 480 x 270: one to three figures before some of a room."""
    chance = np.random.default_rng((77, seed))
    ink = (int(chance.integers(0, 60)),) * 3
    room = _room(chance, ink)
    cast = [_walker(chance, ink) for _ in range(int(chance.integers(1, 4)))]
    frames: list[Image] = []
    for frame in range(FRAMES):
        board = room.copy()
        for one in cast:
            _draw(board, one, frame)
        small = cv2.resize(board, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA)
        frames.append(Image(small.astype(np.uint8)))
    return frames


def _walker(chance: np.random.Generator, ink: Ink) -> _Walker:
    speed = float(chance.uniform(0.6, 3.2)) * (1 if chance.random() < 0.5 else -1)
    if chance.random() < 0.25:
        speed = 0.0
    left = float(chance.uniform(80, 400)) - 20 * speed
    shade = tuple(int(one) for one in chance.integers(120, 240, 3))
    return _Walker(
        left=left,
        speed=speed,
        tall=float(chance.uniform(110, 210)),
        period=float(chance.uniform(16, 34)),
        phase=float(chance.uniform(0, 2 * pi)),
        line=int(chance.integers(2, 5)),
        shirt=(shade[0], shade[1], shade[2]) if chance.random() < 0.4 else None,
        ink=ink,
        waves=bool(chance.random() < 0.3),
    )


def _room(chance: np.random.Generator, ink: Ink) -> Pixels8:
    paper = tuple(int(one) for one in chance.integers(236, 256, 3))
    room = np.full((HEIGHT * _FINE, WIDTH * _FINE, 3), paper, np.uint8)
    floor = _at((0, _GROUND))[1]
    cv2.line(room, (0, floor), (WIDTH * _FINE, floor), ink, 3, cv2.LINE_AA)
    for _ in range(int(chance.integers(0, 4))):
        x, wide, high = (float(chance.uniform(*of)) for of in ((0, 420), (20, 90), (30, 140)))
        cv2.rectangle(room, _at((x, _GROUND - high)), _at((x + wide, _GROUND)), ink, 3, cv2.LINE_AA)
    return room


def _draw(board: Pixels8, one: _Walker, frame: int) -> None:
    turn = 2 * pi * frame / one.period + one.phase
    forward = -1 if one.speed < 0 else 1
    leg, arm = one.tall * 0.24, one.tall * 0.19
    bounce = abs(sin(turn)) * one.tall * 0.025
    hip = (one.left + one.speed * frame, _GROUND - 2 * leg * 0.97 - bounce)
    neck = (hip[0] + 0.05 * one.tall * forward, hip[1] - one.tall * 0.3)
    stride = 0.5 if one.speed else 0.12
    for side in (0.0, pi):
        swing = stride * sin(turn + side)
        bend = 0.6 * max(0.0, cos(turn + side)) * (1 if one.speed else 0)
        _limb(board, one, hip, leg, swing * forward, -bend * forward)
        if one.waves and side:
            _limb(board, one, neck, arm, 2.4 * forward, (0.5 + 0.5 * sin(3 * turn)) * forward)
        else:
            _limb(board, one, neck, arm, -0.9 * swing * forward, 0.5 * forward)
    if one.shirt is not None:
        wide = one.tall * 0.07
        body = [(neck[0] - wide, neck[1]), (neck[0] + wide, neck[1])]
        body += [(hip[0] + wide * 0.8, hip[1]), (hip[0] - wide * 0.8, hip[1])]
        corners = np.array([_at(point) for point in body], np.int32)
        cv2.fillPoly(board, [corners], one.shirt, cv2.LINE_AA)
        cv2.polylines(board, [corners], True, one.ink, one.line * _FINE, cv2.LINE_AA)
    else:
        cv2.line(board, _at(neck), _at(hip), one.ink, one.line * _FINE, cv2.LINE_AA)
    head = (neck[0] + 0.02 * one.tall * forward, neck[1] - one.tall * 0.1)
    radius = round(one.tall * 0.085 * _FINE)
    if one.shirt is not None:
        cv2.circle(board, _at(head), radius, (255, 245, 235), -1, cv2.LINE_AA)
    cv2.circle(board, _at(head), radius, one.ink, one.line * _FINE, cv2.LINE_AA)


def _limb(
    board: Pixels8, one: _Walker, start: Point, length: float, angle: float, bend: float
) -> None:
    middle = _onward(start, length, angle)
    end = _onward(middle, length, angle + bend)
    points = np.array([_at(point) for point in (start, middle, end)], np.int32)
    cv2.polylines(board, [points], False, one.ink, one.line * _FINE, cv2.LINE_AA)


def _onward(start: Point, length: float, angle: float) -> Point:
    return start[0] + length * sin(angle), start[1] + length * cos(angle)


def _at(point: Point) -> tuple[int, int]:
    return round(point[0] * _FINE), round(point[1] * _FINE)
