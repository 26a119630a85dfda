"""Where the points of one picture are in another: dense optical flow on a CPU, and warps along it.

A field is (H, W, 2) float32: the step (right, down) in pixels from a point of one picture to the
same point of the other.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.premultiplied import Floats
from pipelines.values import Pixels8

_FIT_STRIDE = 8
_FIT_ROUNDS = 6
_FLAT_SHARE = 0.7
_LINE_STEP = 40
_LINE_REACH = np.float32(27)
_DIS_LEAST = 16
"""Pixels on a side: OpenCV refuses smaller pictures."""


def estimate(a: Pixels8, b: Pixels8, *, affine: bool = True) -> Floats:
    """The field from `a` to `b`, both (H, W) luminance: DIS (Kroeger et al., ECCV 2016).

    With `affine`, where the motion of the camera (an affine map fitted to a first field, or one
    large shift) explains more than stillness, it is taken out and what is left sought again; the
    better of both fields is kept.
    Drawings are first brought together by the nearness of their lines, which reaches further than
    thin lines do.
    """
    if not (is_drawing(a) and is_drawing(b)):
        return _found(a, b, affine=affine)
    field = _found(_nearness(a), _nearness(b), affine=affine)
    residual = _dis(a, warp(b, field))
    return warp(field, residual) + residual


def between_frames(a: Pixels8, b: Pixels8) -> Floats:
    """The field from `a` to `b`, frames next to each other: DIS alone, at half the cost or less."""
    return _dis(a, b)


def is_drawing(picture: Pixels8) -> bool:
    """Whether most of the picture is perfectly flat, as no footage is."""
    import cv2

    slope = cv2.morphologyEx(picture, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    return float((slope <= 1).mean()) > _FLAT_SHARE


def find_shift(a: Pixels8, b: Pixels8) -> NDArray[np.float64]:
    """The (2, 3) map of the one shift from `a` to `b`, however large: phase correlation."""
    import cv2

    height, width = a.shape
    if min(height, width) < _DIS_LEAST:
        return np.eye(2, 3)
    window = cv2.createHanningWindow((width, height), cv2.CV_32F)
    shift, _ = cv2.phaseCorrelate(a.astype(np.float32), b.astype(np.float32), window)
    return np.array([[1, 0, shift[0]], [0, 1, shift[1]]])


def fit_affine(field: Floats) -> NDArray[np.float64]:
    """The (2, 3) affine map that most of a field follows: reweighted least squares (Geman-McClure).

    The identity where the field is too small to tell.
    """
    steps = field[_FIT_STRIDE // 2 :: _FIT_STRIDE, _FIT_STRIDE // 2 :: _FIT_STRIDE]
    points = _grid(field.shape[:2])[
        _FIT_STRIDE // 2 :: _FIT_STRIDE, _FIT_STRIDE // 2 :: _FIT_STRIDE
    ]
    rows = np.concatenate([points.reshape(-1, 2), np.ones((points[..., 0].size, 1))], axis=1)
    targets = (points + steps).reshape(-1, 2).astype(np.float64)
    if len(rows) < 12:
        return np.eye(2, 3)
    weights = np.ones(len(rows))
    matrix = np.eye(2, 3)
    for _ in range(_FIT_ROUNDS):
        weighted = rows * weights[:, None]
        normal = weighted.T @ rows + 1e-6 * np.eye(3)
        matrix = np.linalg.solve(normal, weighted.T @ targets).T.astype(np.float64)
        error = np.square(rows @ matrix.T - targets).sum(axis=1)
        scale = max(float(np.median(error)), 0.05)
        weights = np.square(scale / (scale + error))
    return matrix


def affine_field(matrix: NDArray[np.float64], size: tuple[int, ...]) -> Floats:
    """The field of an affine map over a picture of (height, width)."""
    points = _grid(size)
    return _transform(matrix, points) - points


def warp(picture: NDArray[Any], field: Floats) -> NDArray[Any]:
    """The picture as seen from where `field` starts: out(x) = picture(x + field(x)).

    Edges are repeated. Colour must be premultiplied.
    """
    import cv2

    places = _grid(field.shape[:2]) + field
    return cv2.remap(
        picture, places, cast(Any, None), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def consistency(forward: Floats, backward: Floats) -> Floats:
    """1 where going along `forward` and back along `backward` returns home, towards 0 elsewhere.

    exp(-|f + b|^2 / (1 + 0.01 (|f|^2 + |b|^2))), after Sundaram et al., ECCV 2010.
    """
    back = warp(backward, forward)
    missed = np.square(forward + back).sum(axis=2)
    length = np.square(forward).sum(axis=2) + np.square(back).sum(axis=2)
    return np.exp(-missed / (1 + np.float32(0.01) * length))


def splat(field: Floats, weight: Floats, t: float) -> Floats:
    """Carry a field forward by the share `t` of itself: weighted steps and weights, summed.

    (H, W, 3). A point lands on its nearest pixel; what leaves the picture is lost.
    """
    height, width = weight.shape
    places = np.rint(_grid((height, width)) + np.float32(t) * field).astype(np.int32)
    x, y = places[..., 0], places[..., 1]
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    index = np.where(inside, y * width + x, height * width).reshape(-1)
    out = np.empty((height * width, 3), np.float32)
    for channel in range(3):
        amount = weight if channel == 2 else field[..., channel] * weight
        sums = np.bincount(index, amount.reshape(-1), height * width + 1)
        out[:, channel] = sums[:-1]
    return out.reshape(height, width, 3)


def fill_holes(sums: Floats) -> Floats:
    """The field from weighted sums (`splat`), holes filled by ever wider normalised blurs."""
    import cv2

    total = cv2.GaussianBlur(sums, (3, 3), 0.6)
    part = np.float32(1e-2)
    for side in (9, 33, 129):
        total += part * cv2.blur(sums, (side, side), borderType=cv2.BORDER_REPLICATE)
        part *= np.float32(1e-2)
    return cast(Floats, total[..., :2] / (total[..., 2:] + np.float32(1e-12)))


def resize_field(field: Floats, size: tuple[int, int]) -> Floats:
    """The field of the same pictures at another (height, width)."""
    import cv2

    height, width = field.shape[:2]
    if (height, width) == size:
        return field
    larger = cv2.resize(field, (size[1], size[0]), interpolation=cv2.INTER_LINEAR)
    return cast(Floats, larger * np.array([size[1] / width, size[0] / height], np.float32))


def _found(a: Pixels8, b: Pixels8, *, affine: bool) -> Floats:
    field = _dis(a, b)
    if not affine:
        return field
    matrices = (np.eye(2, 3), fit_affine(field), find_shift(a, b))
    cameras = [affine_field(matrix, a.shape) for matrix in matrices]
    camera = min(cameras, key=lambda camera: _missed(a, b, camera))
    if float(np.abs(camera).max()) < 0.5:
        return field
    residual = _dis(a, warp(b, camera))
    both = warp(camera, residual) + residual
    return min((field, both), key=lambda field: _missed(a, b, field))


def _nearness(drawing: Pixels8) -> Pixels8:
    """255 on a line or an edge, falling off with the distance from it."""
    import cv2

    slope = cv2.morphologyEx(drawing, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    away = cv2.distanceTransform((slope <= _LINE_STEP).astype(np.uint8), cv2.DIST_L2, 3)
    return (255 * np.exp(-away / _LINE_REACH)).astype(np.uint8)


def _missed(a: Pixels8, b: Pixels8, field: Floats) -> float:
    """Mean difference between the points of `a` and where the field leads in `b`."""
    import cv2

    return float(cv2.absdiff(a, warp(b, field)).mean())


def _dis(a: Pixels8, b: Pixels8) -> Floats:
    import cv2

    height, width = a.shape
    right, below = max(0, _DIS_LEAST - width), max(0, _DIS_LEAST - height)
    if right or below:
        edges = (0, below, 0, right, cv2.BORDER_REPLICATE)
        a, b = (cast(Pixels8, cv2.copyMakeBorder(one, *edges)) for one in (a, b))
    finder = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    return cast(Floats, finder.calc(a, b, cast(Any, None)))[:height, :width]


def _transform(matrix: NDArray[np.float64], points: Floats) -> Floats:
    import cv2

    return cast(Floats, cv2.transform(points, matrix))


def _grid(size: tuple[int, ...]) -> Floats:
    height, width = size
    grid = np.empty((height, width, 2), np.float32)
    grid[..., 0] = np.arange(width, dtype=np.float32)
    grid[..., 1] = np.arange(height, dtype=np.float32)[:, None]
    return grid
