"""In-betweens of a masked object and of what is behind it, made apart and put together again.

An object that is cut out moves as one solid thing, where one flow for the whole picture tears it
or shows it twice. Pictures with alpha need no mask: each of their layers goes through
`pipelines.in_between` by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.blend import blend
from pipelines.errors import MismatchError
from pipelines.in_between import Gap, fade, hold, prepare, render
from pipelines.premultiplied import Floats, full, premultiply, quantise, with_format
from pipelines.values import Image, Mask


@dataclass(frozen=True, slots=True, eq=False)
class Cutout:
    """A key (without alpha) and the mask of the object in it (white: the object)."""

    picture: Image
    mask: Mask

    def __post_init__(self) -> None:
        picture, mask = self.picture, self.mask
        if picture.channels == 4:
            raise MismatchError(
                "A picture with alpha is cut out already.",
                mend="Make its in-betweens without a mask.",
            )
        if (picture.width, picture.height) != (mask.width, mask.height):
            raise MismatchError(
                f"The mask is {mask.width} x {mask.height}, its picture"
                f" {picture.width} x {picture.height}.",
                mend="Resize the mask to the size of the picture.",
            )


@dataclass(frozen=True, slots=True, eq=False)
class LayeredGap:
    """What was found out about the object and about what is behind it.

    Where the object cannot be followed by itself `behind` is None and `front` is about the whole
    pictures.
    """

    front: Gap
    behind: Gap | None

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Everything as arrays, for a store; `from_arrays` undoes it."""
        front = {f"front.{name}": array for name, array in self.front.arrays().items()}
        behind = self.behind.arrays() if self.behind is not None else {}
        return front | {f"behind.{name}": array for name, array in behind.items()}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> LayeredGap:
        """The gap that `arrays` described."""

        def part(prefix: str) -> Gap | None:
            names = [name for name in arrays if name.startswith(prefix)]
            found = {name.removeprefix(prefix): arrays[name] for name in names}
            return Gap.from_arrays(found) if found else None

        front = part("front.")
        if front is None:
            raise MismatchError("These arrays describe no gap.", mend="Prepare the gap again.")
        return cls(front, part("behind."))


def prepare_layers(a: Cutout, b: Cutout) -> LayeredGap:
    """Find how the object moves from `a` to `b`, and how what is behind it moves."""
    front = prepare(_front(a), _front(b))
    if front.holds:
        return LayeredGap(prepare(a.picture, b.picture), None)
    back_a, back_b = (Image(_filled(_behind(key))) for key in (a, b))
    return LayeredGap(front, prepare(back_a, back_b))


def render_layers(gap: LayeredGap, a: Cutout, b: Cutout, t: float) -> Image:
    """The frame at `t` in 0..1: the object over what is behind it.

    What is hidden in one key is taken from the other, or, hidden in both, from its surroundings.
    A background whose motion cannot be told is faded.
    """
    if t <= 0 or t >= 1:
        return hold(a.picture, b.picture, t)
    if gap.behind is None:
        return render(gap.front, a.picture, b.picture, t)
    back_a, back_b = _behind(a), _behind(b)
    if gap.behind.holds:
        back = fade(back_a, back_b, t)
    else:
        back = render(gap.behind, back_a, back_b, t)
    return blend(Image(_filled(back)), render(gap.front, _front(a), _front(b), t))


def _front(key: Cutout) -> Image:
    return _with_alpha(key.picture, key.mask.pixels)


def _behind(key: Cutout) -> Image:
    return _with_alpha(key.picture, 255 - key.mask.pixels)


def _with_alpha(picture: Image, alpha: NDArray[np.uint8]) -> Image:
    pixels = with_format(picture, channels=4, bits=picture.bits).pixels.copy()
    pixels[..., 3] = quantise(alpha / np.float32(255), bits=picture.bits)
    return Image(pixels)


def _filled(picture: Image) -> NDArray[Any]:
    """The colours, and in holes those of the surroundings: ever wider normalised blurs."""
    import cv2

    known = premultiply(picture)
    total, part, side = known.copy(), np.float32(1), 5
    while side < 2 * max(known.shape[:2]):
        part *= np.float32(0.01)
        total += part * cv2.blur(known, (side, side), borderType=cv2.BORDER_REFLECT)
        side = side * 2 + 1
    alpha = np.maximum(total[..., 3:], np.float32(1e-30))
    colours = quantise(cast(Floats, total[..., :3] / alpha), bits=picture.bits)
    opaque = picture.pixels[..., 3:] == full(picture.bits)
    return np.where(opaque, picture.pixels[..., :3], colours)
