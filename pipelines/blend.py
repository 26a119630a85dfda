"""One picture laid over another: the blend formulas, a mask, an opacity. Not layers or tiles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipelines.errors import MismatchError
from pipelines.panels import BlendMode
from pipelines.premultiplied import Floats, full, quantise, with_format
from pipelines.values import Image, Mask, Pixels


def blend_colours(mode: BlendMode, backdrop: Floats, source: Floats) -> Floats:
    """B(Cb, Cs) of W3C Compositing and Blending level 1, section 5, for each number.

    Both are straight colours in 0..1 (alpha is the caller's business); `source` is the layer
    above. The answer lies in 0..1. ADD is the sum, clipped.
    """
    return _FORMULAS[mode](backdrop, source)


def blend(
    a: Image,
    b: Image,
    *,
    mask: Mask | None = None,
    opacity: float = 1.0,
    mode: BlendMode = BlendMode.NORMAL,
) -> Image:
    """Picture `b` over `a`, as much as the mask (white: all of b), the opacity and b's alpha say.

    Bit-exact a where that product is 0, bit-exact b where it is 1 in NORMAL mode. The answer has
    a's channels, and 16 bits where either has. Raises MismatchError where sizes differ.
    """
    _require_equal_sizes(a, b, mask)
    bits = max(a.bits, b.bits)
    below = with_format(a, channels=a.channels, bits=bits).pixels
    above = with_format(b, channels=4, bits=bits).pixels
    coverage = above[..., 3] * np.float32(min(max(opacity, 0.0), 1.0) / full(bits))
    if mask is not None:
        coverage *= mask.pixels * np.float32(1 / 255)
    box = _box_of(coverage > 0)
    if box is None:
        return Image(below)
    below_here, above_here, coverage = below[box], above[box], coverage[box]
    here = _composite(below_here, above_here, coverage, mode, bits)
    np.copyto(here, below_here, where=(coverage == 0)[..., None])
    if mode is BlendMode.NORMAL:
        covered = coverage >= np.float32(1 - 1e-6)
        np.copyto(here, above_here[..., : a.channels], where=covered[..., None])
    out = below.copy()
    out[box] = here
    return Image(out)


def _composite(
    below: NDArray[Any], above: NDArray[Any], coverage: Floats, mode: BlendMode, bits: int
) -> Pixels:
    """W3C simple alpha compositing (source over)."""
    scale = np.float32(1 / full(bits))
    backdrop, source = below[..., :3] * scale, above[..., :3] * scale
    over = coverage[..., None]
    if below.shape[2] == 3:
        mixed = blend_colours(mode, backdrop, source)
        return quantise(backdrop + over * (mixed - backdrop), bits=bits)
    under = below[..., 3:] * scale
    mixed = source + under * (blend_colours(mode, backdrop, source) - source)
    alpha = over + under * (1 - over)
    colour = over * mixed + (1 - over) * under * backdrop
    straight = colour / np.maximum(alpha, np.float32(1e-9))
    return quantise(np.concatenate([straight, alpha], axis=2), bits=bits)


def _box_of(touched: NDArray[np.bool_]) -> tuple[slice, slice] | None:
    """The rows and columns outside of which nothing is touched."""
    rows, columns = (np.flatnonzero(touched.any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return None
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def _overlay(backdrop: Floats, source: Floats) -> Floats:
    low = 2 * backdrop * source
    return np.where(backdrop <= 0.5, low, 2 * (backdrop + source) - 1 - low)


_FORMULAS: dict[BlendMode, Callable[[NDArray[Any], NDArray[Any]], NDArray[Any]]] = {
    BlendMode.NORMAL: lambda backdrop, source: source,
    BlendMode.MULTIPLY: lambda backdrop, source: backdrop * source,
    BlendMode.SCREEN: lambda backdrop, source: backdrop + source - backdrop * source,
    BlendMode.OVERLAY: _overlay,
    BlendMode.DARKEN: np.minimum,
    BlendMode.LIGHTEN: np.maximum,
    BlendMode.ADD: lambda backdrop, source: np.minimum(backdrop + source, 1),
}


def _require_equal_sizes(a: Image, b: Image, mask: Mask | None) -> None:
    for what, other in (("The picture above", b), ("The mask", mask)):
        if other is not None and (other.width, other.height) != (a.width, a.height):
            raise MismatchError(
                f"{what} is {other.width} x {other.height}, the picture below"
                f" {a.width} x {a.height}.",
                mend="Resize one of them to the size of the other.",
            )
