"""Seeded line-art: figures with outlines that walk through a room, with the exact mask of each and
the layers that they would be drawn on, limb by limb."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import NamedTuple

import cv2
import numpy as np

from pipelines.pieces import Piece, cut_out
from pipelines.values import Image, Mask, Pixels8

WIDTH, HEIGHT = 480, 270
_FINE = 3
"""Drawn so many times larger."""
_FLOOR = 246
_LEG, _STRIDE = 0.48, 0.5
"""Of the height of a figure; how far a leg swings to each side, in radians."""
Point = tuple[float, float]
Ink = tuple[int, int, int]


class Shape(NamedTuple):
    """A part of a figure, which turns about its start and hangs on another (by name)."""

    name: str
    parent: str
    start: Point
    end: Point
    radius: float
    colour: Ink
    eye: Point | None = None


class Drawn(NamedTuple):
    """A part on a layer of its own."""

    name: str
    parent: str
    pivot: Point
    piece: Piece


class Figure(NamedTuple):
    """How a figure goes: pixels and frames."""

    left: float
    speed: float
    tall: float
    period: float
    phase: float
    line: float
    cloth: tuple[Ink, Ink, Ink]

    def shapes(self, frame: float) -> list[Shape]:
        """Its parts at a frame, those in front last."""
        turn = 2 * pi * frame / self.period + self.phase
        way = 1 if self.speed > 0 else -1
        thigh, tall = self.tall * _LEG / 2, self.tall
        skin, shirt, trousers = self.cloth
        bounce = abs(sin(turn)) * tall * 0.02
        hip = (self.left + self.speed * frame, _FLOOR - 1.9 * thigh - bounce)
        neck = (hip[0] + way * tall * 0.03, hip[1] - tall * 0.32)
        made: list[Shape] = []
        for side, name in ((pi, "far"), (0.0, "near")):
            swing, bend = _STRIDE * sin(turn + side), 0.7 * max(0.0, cos(turn + side))
            turns = (swing * way, -bend * way)
            size = (thigh, tall * 0.06)
            leg = _limb((f"{name} thigh", f"{name} shin"), hip, size, turns, trousers)
            shoulder = (neck[0], neck[1] + tall * 0.04)
            turns = (-0.8 * swing * way, 0.5 * way)
            size = (tall * 0.17, tall * 0.042)
            arm = _limb((f"{name} arm", f"{name} hand"), shoulder, size, turns, shirt)
            if name == "far":
                made += arm + leg
            else:
                made += [*leg, Shape("body", "", hip, neck, tall * 0.085, shirt), *arm]
        head = (neck[0] + way * tall * 0.02, neck[1] - tall * 0.13)
        eye = (head[0] + way * tall * 0.05, head[1] - tall * 0.02)
        made.append(Shape("head", "body", head, head, tall * 0.1, skin, eye))
        return made


@dataclass(frozen=True, slots=True)
class LineArt:
    """A scene: a room, and figures, those in front last."""

    room: Image
    large_room: Pixels8
    figures: tuple[Figure, ...]
    ink: Ink

    def frame(self, at: int) -> Image:
        """The picture of a frame."""
        board = self.large_room.copy()
        for figure in self.figures:
            for shape in figure.shapes(at):
                _draw(board, shape, figure.line, self.ink)
        return Image(_small(board))

    def masks(self, at: int) -> list[Mask]:
        """What is seen of each figure."""
        seen: list[Pixels8] = []
        for figure in self.figures:
            cover = np.zeros(self.large_room.shape[:2], np.uint8)
            for shape in figure.shapes(at):
                _cover(cover, shape, figure.line)
            for below in seen:
                below[cover > 0] = 0
            seen.append(cover)
        return [Mask(_small(cover)) for cover in seen]

    def layers(self, at: int) -> list[list[Drawn]]:
        """The layers of each figure, as they would be drawn on a panel."""
        return [[self._layer(figure, one) for one in figure.shapes(at)] for figure in self.figures]

    def _layer(self, figure: Figure, shape: Shape) -> Drawn:
        board = np.zeros((*self.large_room.shape[:2], 3), np.uint8)
        cover = np.zeros(self.large_room.shape[:2], np.uint8)
        board[:] = self.ink
        _draw(board, shape, figure.line, self.ink)
        _cover(cover, shape, figure.line)
        piece = cut_out(Image(np.dstack([_small(board), _small(cover)])))
        if piece is None:
            piece = Piece(Image(np.zeros((1, 1, 4), np.uint8)), 0, 0, (WIDTH, HEIGHT))
        return Drawn(shape.name, shape.parent, shape.start, piece)


def line_art(seed: int) -> LineArt:
    """One to three figures of 100 to 170 pixels that walk 13 to 51 pixels in 16 frames; the foot on
    the ground does not slide, so that their steps last as long as that takes."""
    rng = np.random.default_rng([21, seed])
    dark = int(rng.integers(10, 60))
    ink = (dark, dark, dark)
    paper = tuple(int(level) for level in rng.integers(238, 256, 3))
    room = np.full((HEIGHT * _FINE, WIDTH * _FINE, 3), paper, np.uint8)
    for _ in range(int(rng.integers(0, 4))):
        x, wide, high = (float(rng.uniform(*span)) for span in ((0, 420), (25, 110), (40, 170)))
        corners = _at((x, _FLOOR - high)), _at((x + wide, _FLOOR))
        cv2.rectangle(room, *corners, tuple(int(one) for one in rng.integers(200, 250, 3)), -1)
        cv2.rectangle(room, *corners, ink, 2 * _FINE, cv2.LINE_AA)
    cv2.line(room, _at((0, _FLOOR)), _at((WIDTH, _FLOOR)), ink, 2 * _FINE, cv2.LINE_AA)
    figures = tuple(_figure(rng) for _ in range(int(rng.integers(1, 4))))
    return LineArt(Image(_small(room)), room, figures, ink)


def _figure(rng: np.random.Generator) -> Figure:
    way = 1 if rng.random() < 0.5 else -1
    speed, tall = float(rng.uniform(0.8, 3.2)) * way, float(rng.uniform(100, 170))
    first, second, third = (_ink(rng) for _ in range(3))
    return Figure(
        left=float(rng.uniform(130, 350)) - 30 * speed,
        speed=speed,
        tall=tall,
        period=4 * _LEG * sin(_STRIDE) * tall / abs(speed),
        phase=float(rng.uniform(0, 2 * pi)),
        line=float(rng.uniform(1.6, 3)),
        cloth=(first, second, third),
    )


def _ink(rng: np.random.Generator) -> Ink:
    red, green, blue = rng.integers(110, 256, 3).tolist()
    return red, green, blue


def _limb(
    names: tuple[str, str],
    start: Point,
    size: tuple[float, float],
    turns: tuple[float, float],
    colour: Ink,
) -> list[Shape]:
    length, radius = size
    joint = _onward(start, length, turns[0])
    end = _onward(joint, length, turns[0] + turns[1])
    return [
        Shape(names[0], "body", start, joint, radius, colour),
        Shape(names[1], names[0], joint, end, radius * 0.8, colour),
    ]


def _draw(board: Pixels8, shape: Shape, line: float, ink: Ink) -> None:
    wide, pen = _widths(shape, line)
    start, end = _at(shape.start), _at(shape.end)
    cv2.line(board, start, end, ink, wide + pen, cv2.LINE_AA)
    cv2.line(board, start, end, shape.colour, max(wide - pen, 1), cv2.LINE_AA)
    if shape.eye is not None:
        cv2.circle(board, _at(shape.eye), max(2, wide // 16), ink, -1, cv2.LINE_AA)


def _cover(cover: Pixels8, shape: Shape, line: float) -> None:
    wide, pen = _widths(shape, line)
    cv2.line(cover, _at(shape.start), _at(shape.end), 255, wide + pen, cv2.LINE_AA)


def _widths(shape: Shape, line: float) -> tuple[int, int]:
    return round(2 * shape.radius * _FINE), max(1, round(line * _FINE))


def _onward(start: Point, length: float, turn: float) -> Point:
    return start[0] + length * sin(turn), start[1] + length * cos(turn)


def _at(point: Point) -> tuple[int, int]:
    return round(point[0] * _FINE), round(point[1] * _FINE)


def _small(board: Pixels8) -> Pixels8:
    size = (board.shape[1] // _FINE, board.shape[0] // _FINE)
    return cv2.resize(board, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
