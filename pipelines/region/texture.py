"""How noisy and how sharp a part of a picture is, and pictures given the noise and sharpness of
another. Pure; what is compared with what is decided by `pasting`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.premultiplied import Floats, full, premultiply, quantise
from pipelines.values import Image

Area = NDArray[np.bool_]

_LEAST_PIXELS = 256
"""A part with fewer flat pixels, or fewer edges, says nothing."""
_LEAST_EDGES = 24
_FLAT_SHARE = 0.5
_TOLD = 0.1
"""Noise that is less than so many times what rounding adds cannot be told from it."""
_DARKEST = 0.02
"""What is cut off at black or white has lost its noise."""
_NEAR, _FAR = 1.0, 2.0
"""Pixels: the two blurs whose gradients tell how wide an edge is."""
_WIDEST = 4.0
_STEEPEST_SHARE = 0.1
_LEAST_STEP = 6.0
"""Times the noise: what a gradient must be to count as an edge."""
_GRAIN_SIZES = np.linspace(0.0, 2.0, 21)
_LEAST_LEVEL = 2e-4
_LEAST_BLUR = 0.1
_MOST_SHARPENED = 2.0
_SHARPENINGS = 4
_AT_THE_EDGE = 1
"""OpenCV's BORDER_REPLICATE."""
_OF_A_SLOPE = 1 / 3
"""The variance that a difference over two pixels adds to the width of an edge."""


@dataclass(frozen=True, slots=True)
class Texture:
    """The noise of a part, and the blur of its edges in pixels; None where nothing can be told.

    `noise` is the covariance of red, green and blue in 0..1 of what a second difference leaves,
    `grain` the sigma in pixels of the blur that noise as coarse as this has.
    """

    noise: tuple[tuple[float, ...], ...] | None = None
    grain: float = 0.0
    blur: float | None = None


def measured(picture: Image, area: Area) -> Texture:
    """The texture of a part of a picture."""
    colours = premultiply(picture)[..., :3]
    noise, grain = _noise(colours, area, step=1 / full(picture.bits))
    return Texture(noise, grain, _blur(colours, area, _slope_of(noise, grain)))


def blended(first: Texture, second: Texture, share: float) -> Texture:
    """A texture between two; where one of them says nothing, the other."""
    noise, blur = first.noise or second.noise, first.blur
    grain = first.grain if first.noise is not None else second.grain
    if first.noise is not None and second.noise is not None:
        mixed = (1 - share) * np.array(first.noise) + share * np.array(second.noise)
        noise = tuple(tuple(float(one) for one in row) for row in mixed)
        grain = (1 - share) * first.grain + share * second.grain
    if blur is None:
        blur = second.blur
    elif second.blur is not None:
        blur = (1 - share) * blur + share * second.blur
    return Texture(noise, grain, blur)


def sharpened(picture: Image, own: Texture, wanted: Texture, strength: float) -> Image:
    """The picture blurred or sharpened so that its edges are as wide as wanted.

    A blur is undone step by step (van Cittert, 1931), some of it: the rest would be noise.
    """
    import cv2

    if own.blur is None or wanted.blur is None or strength <= 0:
        return picture
    difference = wanted.blur**2 - own.blur**2
    sigma = min(sqrt(abs(difference) * strength), _MOST_SHARPENED if difference < 0 else _WIDEST)
    if sigma < _LEAST_BLUR:
        return picture

    def soft(colours: Floats) -> Floats:
        return cast(Floats, cv2.GaussianBlur(colours, (0, 0), sigma, borderType=_AT_THE_EDGE))

    given = premultiply(picture)[..., :3]
    if difference > 0:
        return _with_colours(picture, soft(given))
    made = given
    for _ in range(_SHARPENINGS):
        made = made + given - soft(made)
    return _with_colours(picture, made)


def grained(
    picture: Image, own: Texture, wanted: Texture, strength: float, *, seed: tuple[int, ...]
) -> Image:
    """The picture with as much noise added as it lacks. The same seed gives the same noise."""
    if wanted.noise is None or strength <= 0:
        return picture
    lacking = np.array(wanted.noise) - np.array(own.noise or np.zeros((3, 3)))
    shares, axes = np.linalg.eigh(lacking)
    kernel = _blurred_point(round(wanted.grain, 1))
    levels = np.sqrt(np.maximum(shares, 0) / _gain(_response(kernel, _SECOND)))
    if levels.max() < _LEAST_LEVEL:
        return picture
    mixing = (axes * levels).astype(np.float32) * np.float32(strength)
    white = np.random.default_rng(seed).standard_normal(
        (picture.height, picture.width, 3), np.float32
    )
    noise = _filtered(white, kernel) @ mixing.T
    return _with_colours(picture, premultiply(picture)[..., :3] + noise)


def _with_colours(picture: Image, colours: Floats) -> Image:
    return Image(quantise(colours, bits=picture.bits))


def _noise(
    colours: Floats, area: Area, *, step: float
) -> tuple[tuple[tuple[float, ...], ...] | None, float]:
    """The covariance of the noise where the part is flat, and how coarse it is.

    A second difference both ways leaves noise and little else (Immerkaer, "Fast noise variance
    estimation", 1996); what still stands out is left out.
    """
    import cv2

    inner = cv2.erode(area.astype(np.uint8), np.ones((5, 5), np.uint8), borderValue=0) > 0
    if np.count_nonzero(inner) < _LEAST_PIXELS:
        return None, 0.0
    smooth = cv2.GaussianBlur(colours, (0, 0), 2.0).mean(axis=2)
    slope = cv2.magnitude(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    lit = inner & (smooth > _DARKEST) & (smooth < 1 - _DARKEST)
    inner = lit if np.count_nonzero(lit) >= _LEAST_PIXELS else inner
    flat = inner & (slope <= np.quantile(slope[inner], _FLAT_SHARE))
    near, far = (_filtered(colours, kernel)[flat] for kernel in (_SECOND, _SECOND_APART))
    if len(near) < _LEAST_PIXELS // 2:
        return None, 0.0
    rounding = _gain(_SECOND) * step**2 / 12
    noise = np.cov(near[_calm(near)].T) - rounding * np.eye(3)
    wider = np.cov(far[_calm(far)].T) - rounding * np.eye(3)
    if np.trace(noise) < _TOLD * 3 * rounding:
        return tuple((0.0,) * 3 for _ in range(3)), 0.0
    ratio = float(np.trace(wider) / np.trace(noise))
    return tuple(tuple(map(float, row)) for row in noise), _coarseness(ratio)


def _calm(values: Floats) -> Area:
    """Those of (N, 3) that do not stand out."""
    spread = 1.4826 * np.median(np.abs(values), axis=0) + 1e-7
    return np.asarray((np.abs(values) <= 3 * spread).all(axis=1))


def _coarseness(ratio: float) -> float:
    """The sigma of noise by how much stronger it is in a second difference taken wider."""
    return float(np.interp(ratio, _ratios(), _GRAIN_SIZES))


@cache
def _ratios() -> NDArray[np.float64]:
    points = [_blurred_point(float(sigma)) for sigma in _GRAIN_SIZES]
    found = [
        _gain(_response(one, _SECOND_APART)) / _gain(_response(one, _SECOND)) for one in points
    ]
    return np.maximum.accumulate(np.array(found))


def _slope_of(noise: tuple[tuple[float, ...], ...] | None, grain: float) -> float:
    """How steep noise is after the nearer blur."""
    if noise is None:
        return 0.0
    kernel = _blurred_point(round(grain, 1))
    level = max(float(np.trace(np.array(noise))) / 3, 0.0) / _gain(_response(kernel, _SECOND))
    seen = _response(_response(kernel, _blurred_point(_NEAR)), _ACROSS)
    return sqrt(2 * level * _gain(seen))


def _blur(colours: Floats, area: Area, noise: float) -> float | None:
    """How wide the steepest edges of a part are, as the sigma of a blurred step.

    By the gradients at two more blurs (Zhuo and Sim, "Defocus map estimation from a single image",
    Pattern Recognition 44, 2011).
    """
    import cv2

    inner = cv2.erode(area.astype(np.uint8), np.ones((7, 7), np.uint8), borderValue=0) > 0
    if not inner.any():
        return None
    near, far = (_slopes(colours, sigma) for sigma in (_NEAR, _FAR))
    least = max(float(np.quantile(near[inner], 1 - _STEEPEST_SHARE)), _LEAST_STEP * noise, 0.01)
    ridge = near >= cv2.dilate(near, np.ones((3, 3), np.uint8))
    edges = inner & (near >= least) & ridge
    if np.count_nonzero(edges) < _LEAST_EDGES:
        return None
    ratio = near[edges] / np.maximum(far[edges], 1e-6)
    wide, narrow = _FAR**2 + _OF_A_SLOPE, _NEAR**2 + _OF_A_SLOPE
    squares = (wide - ratio**2 * narrow) / np.maximum(ratio**2 - 1, 1e-3)
    return sqrt(float(np.clip(np.median(squares), 0, _WIDEST**2)))


def _slopes(colours: Floats, sigma: float) -> Floats:
    import cv2

    gray = cv2.GaussianBlur(colours.mean(axis=2), (0, 0), sigma)
    across, down = (cv2.Sobel(gray, cv2.CV_32F, *way, ksize=1) for way in ((1, 0), (0, 1)))
    return cast(Floats, cv2.magnitude(across, down))


_SECOND = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
_ACROSS = np.array([[-1, 0, 1]], np.float32)
_SECOND_APART = np.zeros((5, 5), np.float32)
_SECOND_APART[::2, ::2] = _SECOND


def _blurred_point(sigma: float) -> Floats:
    """The kernel of a blur."""
    import cv2

    if sigma < 0.05:
        return np.ones((1, 1), np.float32)
    row = cv2.getGaussianKernel(2 * int(np.ceil(3 * sigma)) + 1, sigma, cv2.CV_32F)
    return cast(Floats, row @ row.T)


def _response(kernel: Floats, difference: Floats) -> Floats:
    """What a difference leaves of a kernel."""
    return _filtered(np.pad(kernel, max(difference.shape)), difference)


def _gain(kernel: Floats) -> float:
    """By how much a kernel changes the variance of white noise."""
    return float((kernel.astype(np.float64) ** 2).sum())


def _filtered(pixels: Floats, kernel: Floats) -> Any:
    import cv2

    return cv2.filter2D(pixels, cv2.CV_32F, kernel, borderType=cv2.BORDER_REFLECT_101)
