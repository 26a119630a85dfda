"""Motions that a hand has set: how a layer of one panel comes to lie on its next key."""

from __future__ import annotations

from collections.abc import Sequence
from math import atan2, degrees, sqrt

import numpy as np
from msgspec.structs import replace

from pipelines.painting.lifted import Lifted, Matrix, similarity, transformed
from pipelines.painting.tiles import TileStore, assemble, cut, painted_area
from pipelines.panels import Layer, LayerMotion, Panel, Tile
from pipelines.timing import move_length, timing_of
from pipelines.values import JointMode

Point = tuple[float, float]


def next_key(panels: Sequence[Panel], place: int, layer: str) -> Layer | None:
    """The drawing that a layer of a panel moves to, None where it does not move."""
    if not 0 <= place < len(panels) - 1:
        return None
    panel, after = panels[place : place + 2]
    moves = panel.joint is JointMode.IN_BETWEEN and move_length(timing_of(panel)) > 0
    found = next((one for one in after.layers if one.id == layer), None)
    return found if moves and found is not None and found.tiles else None


def motion_of(panels: Sequence[Panel], place: int, layer: str) -> LayerMotion | None:
    """What a hand has set of the way of a layer to the next panel."""
    if not 0 <= place < len(panels) - 1:
        return None
    onto = panels[place + 1].id
    motions = panels[place].motions
    return next((one for one in motions if (one.layer, one.onto) == (layer, onto)), None)


def with_motion(panel: Panel, motion: LayerMotion) -> Panel:
    """The panel with a motion in place of the one of the same layer towards the same panel."""
    rest = without_motion(panel, motion.layer, motion.onto).motions
    return replace(panel, motions=(*rest, motion))


def without_motion(panel: Panel, layer: str, onto: str) -> Panel:
    """The panel where nothing is set by hand of a layer's way to another panel."""
    kept = tuple(one for one in panel.motions if (one.layer, one.onto) != (layer, onto))
    return replace(panel, motions=kept)


def matrix_of(motion: LayerMotion, t: float = 1.0) -> Matrix:
    """Canvas points to canvas points at `t` (0..1) of the way: the pivot goes straight, turning
    and scaling evenly."""
    move = (motion.move[0] * t, motion.move[1] * t)
    scale = motion.scale**t
    return similarity(motion.pivot, move=move, degrees=motion.turn * t, scale=(scale, scale))


def about(motion: LayerMotion, pivot: Point) -> LayerMotion:
    """The same whole motion about another pivot."""
    moved = matrix_of(motion)[:, :2] @ pivot + matrix_of(motion)[:, 2]
    x, y = (moved - pivot).tolist()
    return replace(motion, pivot=pivot, move=(x, y))


def halves(motion: LayerMotion, t: float, via: str) -> tuple[LayerMotion, LayerMotion]:
    """The motion up to `t` of its way, to the panel `via`, and the rest of it from there."""
    (x, y), (left, top) = motion.move, motion.pivot
    first = replace(
        motion,
        onto=via,
        move=(x * t, y * t),
        turn=motion.turn * t,
        scale=motion.scale**t,
    )
    rest = 1 - t
    second = replace(
        motion,
        pivot=(left + x * t, top + y * t),
        move=(x * rest, y * rest),
        turn=motion.turn * rest,
        scale=motion.scale**rest,
    )
    return first, second


def carried(
    layer: Layer, twin: Layer, motion: LayerMotion, t: float, tiles: TileStore
) -> tuple[Tile, ...]:
    """A layer at `t` of the way that a hand has set: the nearer of both drawings, carried there."""
    if t < 0.5:
        return _laid_at(layer, matrix_of(motion, t), tiles)
    rest = matrix_of(halves(motion, t, "")[1])
    back = np.linalg.inv(np.vstack([rest, [0.0, 0.0, 1.0]]))[:2]
    return _laid_at(twin, np.asarray(back, np.float64), tiles)


def read_off(matrix: Matrix, layer: str, onto: str, pivot: Point) -> LayerMotion:
    """The motion that comes nearest to a transform of the canvas; exact for a similarity."""
    (a, c), (b, d) = matrix[:, :2].tolist()
    moved = matrix[:, :2] @ np.array(pivot) + matrix[:, 2] - pivot
    x, y = moved.tolist()
    turn = degrees(atan2(b - c, a + d))
    scale = sqrt(max(abs(a * d - b * c), 1e-6))
    return LayerMotion(layer=layer, onto=onto, pivot=pivot, move=(x, y), turn=turn, scale=scale)


def _laid_at(layer: Layer, matrix: Matrix, tiles: TileStore) -> tuple[Tile, ...]:
    area = painted_area(layer, tiles)
    if area is None:
        return ()
    piece = Lifted(assemble(layer, area, tiles), area[0], area[1])
    moved = transformed(piece, matrix)
    return cut(moved.picture, tiles, at=(moved.x, moved.y))
