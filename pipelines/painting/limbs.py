"""Layers that hang on layers: who follows whom, and what a move of one does to those that follow.

How pixels are resampled stands in `lifted`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from msgspec.structs import replace

from pipelines.errors import MismatchError
from pipelines.painting.coverage import Area
from pipelines.painting.layers import layer_of, with_layer
from pipelines.painting.lifted import Lifted, Matrix, transformed
from pipelines.painting.tiles import TileSource, TileStore, assemble, cut
from pipelines.panels import TILE, Layer, Panel, Pose


def hung(panel: Panel, layer_id: str, parent: str) -> Panel:
    """The panel with a layer that follows another, or (empty) none. A circle is refused:
    MismatchError."""
    layer = layer_of(panel, layer_id)
    if parent and (parent == layer_id or parent in followers(panel.layers, layer_id)):
        other = layer_of(panel, parent)
        raise MismatchError(
            f"“{other.name or other.id}” hangs on “{layer.name or layer.id}” already.",
            mend="Take it off first: a layer cannot follow itself.",
        )
    if parent:
        layer_of(panel, parent)
    return with_layer(panel, replace(layer, parent=parent))


def followers(layers: Sequence[Layer], layer_id: str) -> frozenset[str]:
    """The layers that follow one, at any distance. One that is part of a circle follows itself."""
    found: set[str] = set()
    waiting = [layer_id]
    while waiting:
        above = waiting.pop()
        for layer in layers:
            if layer.parent == above and layer.id not in found:
                found.add(layer.id)
                waiting.append(layer.id)
    return frozenset(found)


def depths(layers: Iterable[Layer]) -> dict[str, int]:
    """How far down each layer hangs: 0 where it hangs on nothing that is there."""
    parents = {layer.id: layer.parent for layer in layers}
    found: dict[str, int] = {}
    for start in parents:
        seen = {start}
        above = parents[start]
        while above in parents and above not in seen:
            seen.add(above)
            above = parents[above]
        found[start] = len(seen) - 1
    return found


def moved(layer: Layer, matrix: Matrix) -> Layer:
    """A layer after a move of all that is on it: its pose and its pivot go along. Its tiles stay
    for the caller to change."""
    pivot = layer.pivot
    if pivot is not None:
        x, y = (matrix[:, :2] @ pivot + matrix[:, 2]).tolist()
        pivot = (x, y)
    return replace(layer, pivot=pivot, pose=_pose(_joined(matrix, _matrix(layer.pose))))


def content_box(layer: Layer, tiles: TileSource) -> Area | None:
    """The smallest canvas area (left, top, right, bottom) that holds all that is painted, None
    where nothing is. Only tiles at the rim are read."""
    import cv2

    if not layer.tiles:
        return None
    across, down = [tile.x for tile in layer.tiles], [tile.y for tile in layer.tiles]
    rim = {min(across), max(across)}, {min(down), max(down)}
    boxes = [
        (tile.x * TILE + x, tile.y * TILE + y, tile.x * TILE + x + w, tile.y * TILE + y + h)
        for tile in layer.tiles
        if tile.x in rim[0] or tile.y in rim[1]
        for x, y, w, h in [cv2.boundingRect(cv2.extractChannel(tiles.read(tile.digest), 3))]
    ]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def lifted_whole(layer: Layer, tiles: TileSource) -> Lifted | None:
    """All that is painted on a layer as a piece, None where nothing is."""
    box = content_box(layer, tiles)
    return None if box is None else Lifted(assemble(layer, box, tiles), box[0], box[1])


def transformed_layer(
    layer: Layer, piece: Lifted | None, matrix: Matrix, tiles: TileStore
) -> Layer:
    """A layer, all of which was lifted as `piece`, after a move: its paint, pose and pivot."""
    if piece is None:
        return moved(layer, matrix)
    laid_down = transformed(piece, matrix)
    made = cut(laid_down.picture, tiles, at=(laid_down.x, laid_down.y))
    return replace(moved(layer, matrix), tiles=made)


def motion(first: Layer, second: Layer) -> Matrix:
    """How a layer was moved by hand from one panel to another: canvas points to canvas points."""
    return matrix_between(first.pose, second.pose)


def matrix_between(first: Pose, second: Pose) -> Matrix:
    """What a hand did between two poses: canvas points to canvas points."""
    here, there = _square(_matrix(first)), _square(_matrix(second))
    return np.asarray((there @ np.linalg.inv(here))[:2], np.float64)


def _matrix(pose: Pose) -> Matrix:
    a, b, c, d, e, f = pose
    return np.array([[a, c, e], [b, d, f]])


def _pose(matrix: Matrix) -> Pose:
    (a, c, e), (b, d, f) = np.round(matrix, 9).tolist()
    return a, b, c, d, e, f


def _joined(outer: Matrix, inner: Matrix) -> Matrix:
    return (_square(outer) @ _square(inner))[:2]


def _square(matrix: Matrix) -> Matrix:
    return np.vstack([matrix, [0.0, 0.0, 1.0]])
