"""The ground of a stretch painted once: a robust median of what some of its frames show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.plates.camera import Matrix, Stance, Stretch, corners, mended
from pipelines.plates.spreading import spread
from pipelines.premultiplied import Floats, premultiply, quantise, unpremultiply
from pipelines.progress import CancelToken, check
from pipelines.values import Image, Mask, Pixels

_MOST_SAMPLES, _LEAST_SAMPLES = 25, 5
_SAMPLES_BYTES = 192 << 20
_BAND_BYTES = 48 << 20
_MARGIN = 2
"""Pixels around a mask that still show some of the thing."""


class Sample(NamedTuple):
    """A frame that the plate is made of: its pixels premultiplied, and where it may be seen."""

    frame: int
    pixels: Pixels
    visible: NDArray[np.uint8]
    stance: Stance


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """The ground as a picture: premultiplied (H, W, C), in the light of the stretch's first frame;
    255 in `known` where some frame shows it, painted smoothly elsewhere. `matrix` leads from the
    ground's pixels to those of the picture."""

    pixels: Pixels
    known: NDArray[np.uint8]
    matrix: Matrix

    @property
    def picture(self) -> Image:
        """The plate to look at."""
        if self.pixels.shape[2] == 3:
            return Image(self.pixels)
        bits = self.pixels.dtype.itemsize * 8
        return unpremultiply(_floats(self.pixels), bits=bits)


def sampled(stretch: Stretch, frame_bytes: int) -> list[int]:
    """Which frames of a stretch are looked at: evenly, and as many as memory may hold."""
    most = max(_LEAST_SAMPLES, min(_MOST_SAMPLES, _SAMPLES_BYTES // max(frame_bytes, 1)))
    count = min(most, len(stretch.stances))
    return sorted({round(at) for at in np.linspace(stretch.start, stretch.stop - 1, count)})


def sample(frame: int, picture: Image, mask: Mask, stance: Stance) -> Sample:
    """A frame as a part of the plate; what the mask touches is not seen."""
    import cv2

    side = 2 * _MARGIN + 1
    hidden = cv2.dilate((mask.pixels > 0).astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    pixels = picture.pixels
    if picture.channels == 4:
        pixels = quantise(premultiply(picture), bits=picture.bits)
    return Sample(frame, pixels, np.where(hidden, np.uint8(0), np.uint8(255)), stance)


def painted(samples: list[Sample], size: tuple[int, int], cancel: CancelToken) -> Plate:
    """The plate of samples of (width, height), as the one in the middle of time sees the ground.

    Worked out in bands of rows. Raises Cancelled between them.
    """
    middle = np.asarray(np.linalg.inv(samples[len(samples) // 2].stance.matrix), np.float64)
    placed = np.concatenate([corners(size, middle @ one.stance.matrix) for one in samples])
    low, high = np.floor(placed.min(axis=0)), np.ceil(placed.max(axis=0))
    width, height = (int(side) for side in high - low + 1)
    matrix = _shifted(-low[0], -low[1]) @ middle
    kind = samples[0].pixels
    pixels: NDArray[Any] = np.empty((height, width, kind.shape[2]), kind.dtype)
    known = np.empty((height, width), np.uint8)
    rows = max(8, _BAND_BYTES // (4 * len(samples) * width * pixels.shape[2]))
    for top in range(0, height, rows):
        check(cancel)
        band = slice(top, min(top + rows, height))
        down = _shifted(0, -top) @ matrix
        seen, where = _seen(samples, down, (width, band.stop - top))
        values, known[band] = _median(seen, where)
        pixels[band] = quantise(values, bits=pixels.dtype.itemsize * 8)
    if not known.all():
        whole = _floats(pixels)
        filled = spread(whole, (known > 0).astype(np.float32))
        pixels = quantise(filled, bits=pixels.dtype.itemsize * 8)
    return Plate(pixels, known, matrix)


def settled(plate: Plate, picture: Image, mask: Mask, stance: Stance) -> Stance:
    """The stance of a frame as it lies best on the plate. Alpha is not looked at."""
    size = picture.width, picture.height
    back = plate.matrix @ stance.matrix
    expected = quantise(lit(warped(plate.pixels, back, size), stance.gains), bits=8)
    unknown = warped(plate.known, back, size) < 255
    hidden = np.where(unknown, np.uint8(255), mask.pixels)
    return mended(stance, picture, Mask(hidden), Image(expected[..., :3]))


def warped(pixels: NDArray[Any], matrix: Matrix, size: tuple[int, int]) -> NDArray[Any]:
    """The picture of (width, height) whose pixels `matrix` leads to those of another; black
    beyond."""
    import cv2

    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cast(NDArray[Any], cv2.warpPerspective(pixels, matrix, size, flags=flags))


def lit(pixels: NDArray[Any], gains: NDArray[np.float32]) -> Floats:
    """Pixels in 0..1 with their colours times `gains`."""
    floats = _floats(pixels)
    floats[..., :3] *= gains
    return floats


def _seen(
    samples: list[Sample], matrix: Matrix, size: tuple[int, int]
) -> tuple[Floats, NDArray[np.bool_]]:
    """What each sample shows of a part of the plate, and where it does."""
    values: list[Floats] = []
    where: list[NDArray[np.bool_]] = []
    for one in samples:
        back = np.asarray(np.linalg.inv(matrix @ one.stance.matrix), np.float64)
        values.append(lit(warped(one.pixels, back, size), np.float32(1) / one.stance.gains))
        where.append(warped(one.visible, back, size) == 255)
    return np.stack(values), np.stack(where)


def _median(values: Floats, where: NDArray[np.bool_]) -> tuple[Floats, NDArray[np.uint8]]:
    """Over the first axis, of those that are seen; and 255 where any is."""
    values[~where] = np.inf
    values.sort(axis=0)
    count = where.sum(axis=0)
    ends = [np.maximum(at, 0)[None, ..., None] for at in ((count - 1) // 2, count // 2)]
    low, high = (np.take_along_axis(values, np.minimum(end, len(values) - 1), 0) for end in ends)
    known = count > 0
    middle = np.where(known[..., None], (low[0] + high[0]) / 2, 0)
    return middle.astype(np.float32), np.where(known, np.uint8(255), np.uint8(0))


def _floats(pixels: NDArray[Any]) -> Floats:
    most = np.float32((1 << pixels.dtype.itemsize * 8) - 1)
    return (pixels / most).astype(np.float32)


def _shifted(x: float, y: float) -> Matrix:
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1]], np.float64)
