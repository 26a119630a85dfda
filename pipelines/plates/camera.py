"""How the camera moves and the light changes over a clip, seen on what is not masked.

A stretch is a run of frames that show one ground: it ends at a cut, where nothing can be followed,
and where its ground would become too large to be painted.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.values import Image, Mask, Pixels8

Matrix = NDArray[np.float64]
"""(3, 3): a map between planes, of pixel centres in whole numbers."""

_LONGEST = 640
_LEAST_SIDE = 32
_PARTS = 4
"""Rows and columns of a frame's parts, each of which gives features."""
_EVEN = 31
"""Pixels of a small frame over which its light is evened out."""
_FEATURES, _LEAST_FEATURES, _MANY_FEATURES = 400, 10, 40
_BACK = 0.7
"""Pixels by which a feature may miss its place on the way back."""
_AGREED, _WELL_AGREED = 0.35, 0.6
"""Shares of the features that go with the camera."""
_CUT = 24.0
"""Levels by which pictures differ, nothing followed, so that they are a cut."""
_MOST_MENDED = 0.03
"""Share of a frame's longer side that its corners may be off."""
_WIDEST = 6.0
"""How many frames large the ground of a stretch may be."""


@dataclass(frozen=True, slots=True, eq=False)
class Stance:
    """How a frame sees the ground of its stretch: `matrix` leads from pixels of the frame to those
    of the ground, `gains` are the red, green and blue of the frame where the ground has 1."""

    matrix: Matrix
    gains: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Frames from `start` on that show one ground."""

    start: int
    stances: list[Stance]

    @property
    def stop(self) -> int:
        return self.start + len(self.stances)


class _Look(NamedTuple):
    """A frame made small: what is compared."""

    colours: Pixels8
    grey: Pixels8
    hidden: NDArray[np.bool_]


class _Step(NamedTuple):
    matrix: Matrix
    agreed: float


def stretches(
    frames: Iterable[tuple[Image, Mask]], size: tuple[int, int], *, cuts: Container[int] = ()
) -> Iterator[Stretch]:
    """The stretches of a clip whose frames are (width, height). Frames of `cuts` begin one."""
    follower: _Follower | None = None
    for index, (picture, mask) in enumerate(frames):
        look = _look(picture, mask)
        if follower is not None and index not in cuts and follower.add(look):
            continue
        if follower is not None:
            yield follower.stretch
        follower = _Follower(index, look, size)
    if follower is not None:
        yield follower.stretch


def mended(stance: Stance, picture: Image, mask: Mask, expected: Image) -> Stance:
    """The stance of a frame by what the ground would look like from it: as it is where the two
    cannot be compared, or lie so far apart that the comparison is not to be trusted."""
    look = _look(picture, mask)
    step = _step(_look(expected, mask), look, np.eye(3))
    if step is None or step.agreed < _WELL_AGREED:
        return stance
    height, width = look.grey.shape
    whole = _enlarged(step.matrix, (width, height), (picture.width, picture.height))
    size = picture.width, picture.height
    moved = np.linalg.norm(corners(size, whole) - corners(size, np.eye(3)), axis=1).max()
    if moved > _MOST_MENDED * max(size):
        return stance
    matrix = stance.matrix @ np.linalg.inv(whole)
    return Stance(matrix / matrix[2, 2], stance.gains)


def corners(size: tuple[int, int], matrix: Matrix) -> NDArray[np.float64]:
    """Where the corners of a frame of (width, height) lie: (4, 2)."""
    import cv2

    right, below = size[0] - 1, size[1] - 1
    frame = np.array([[[0, 0], [right, 0], [right, below], [0, below]]], np.float64)
    return np.asarray(cv2.perspectiveTransform(frame, matrix), np.float64)[0]


class _Follower:
    """One stretch that grows. Frames are compared with a key as long as they show it well, so that
    errors do not add up from frame to frame."""

    def __init__(self, start: int, look: _Look, size: tuple[int, int]) -> None:
        self.stretch = Stretch(start, [Stance(np.eye(3), np.ones(3, np.float32))])
        self._size = size
        self._key = self._last = look
        self._key_stance = self.stretch.stances[0]
        self._guess: Matrix = np.eye(3)
        self._low, self._high = _bounds(corners(size, np.eye(3)))

    def add(self, look: _Look) -> bool:
        """Whether the frame shows the same ground: if so, it is one of the stretch."""
        step = _step(self._key, look, self._guess)
        if step is None or step.agreed < _WELL_AGREED:
            self._key, self._key_stance = self._last, self.stretch.stances[-1]
            step = _step(self._key, look, np.eye(3)) or _still(self._key, look)
        if step is None:
            return False
        height, width = look.grey.shape
        whole = _enlarged(step.matrix, (width, height), self._size)
        matrix = self._key_stance.matrix @ np.linalg.inv(whole)
        matrix = matrix / matrix[2, 2]
        low, high = _bounds(corners(self._size, matrix))
        low, high = np.minimum(low, self._low), np.maximum(high, self._high)
        if float(np.prod(high - low)) > _WIDEST * self._size[0] * self._size[1]:
            return False
        self._low, self._high = low, high
        gains = self._key_stance.gains * _gains(self._key, look, step.matrix)
        self.stretch.stances.append(Stance(matrix, gains.astype(np.float32)))
        self._guess, self._last = step.matrix, look
        return True


def _look(picture: Image, mask: Mask) -> _Look:
    import cv2

    scale = min(1.0, _LONGEST / max(picture.width, picture.height))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    pixels = cast(NDArray[Any], picture.pixels[..., :3])
    colours = cast(NDArray[Any], cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))
    if picture.bits == 16:
        colours = (colours >> 8).astype(np.uint8)
    share = cv2.resize((mask.pixels > 0).astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA)
    hidden = cv2.dilate(share, np.ones((9, 9), np.uint8)) > 0
    return _Look(cast(Pixels8, colours), _evened(cast(Pixels8, colours)), np.asarray(hidden))


def _evened(colours: Pixels8) -> Pixels8:
    """The luminance with the same mean and spread everywhere, so that no change of the light is
    taken for a motion, and faint texture counts."""
    import cv2

    grey = cv2.cvtColor(colours, cv2.COLOR_RGB2GRAY).astype(np.float32)
    mean = cv2.blur(grey, (_EVEN, _EVEN))
    spread = np.sqrt(np.maximum(cv2.blur(np.square(grey), (_EVEN, _EVEN)) - np.square(mean), 0))
    return np.clip(128 + 48 * (grey - mean) / (spread + 4), 0, 255).astype(np.uint8)


def _step(a: _Look, b: _Look, guess: Matrix) -> _Step | None:
    """From the picture `a` to `b`, by features that are found again both ways; None if too few."""
    import cv2

    if min(a.grey.shape) < _LEAST_SIDE:
        return None
    there = _features(a)
    if len(there) < _LEAST_FEATURES:
        return None
    found = cv2.perspectiveTransform(there, guess).astype(np.float32)
    ways = {"winSize": (21, 21), "maxLevel": 3, "flags": cv2.OPTFLOW_USE_INITIAL_FLOW}
    follow = cast(Any, cv2.calcOpticalFlowPyrLK)
    moved, ok, _ = follow(a.grey, b.grey, there, found, **ways)
    back, ok_back, _ = follow(b.grey, a.grey, moved, there.copy(), **ways)
    height, width = b.grey.shape
    column, row = np.rint(moved[:, 0]).astype(int).T
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    kept = inside & (ok[:, 0] > 0) & (ok_back[:, 0] > 0)
    kept &= np.linalg.norm(back[:, 0] - there[:, 0], axis=1) < _BACK
    kept[kept] &= ~b.hidden[row[kept], column[kept]]
    if np.count_nonzero(kept) < _LEAST_FEATURES:
        return None
    return _fitted(there[kept], moved[kept], (width, height))


def _features(look: _Look) -> NDArray[np.float32]:
    """Corners that may be followed, (N, 1, 2): some of each part of the picture, so that a few
    sharp letters do not speak for all of it."""
    import cv2

    height, width = look.grey.shape
    found: list[NDArray[np.float32]] = []
    seen = np.where(look.hidden, np.uint8(0), np.uint8(255))
    for row, column in np.ndindex(_PARTS, _PARTS):
        top, left = row * height // _PARTS, column * width // _PARTS
        part = slice(top, (row + 1) * height // _PARTS), slice(left, (column + 1) * width // _PARTS)
        corners = cast(Any, cv2.goodFeaturesToTrack)(
            look.grey[part], _FEATURES // _PARTS**2, 0.02, 5, mask=seen[part]
        )
        if corners is not None:
            found.append(corners + np.array([left, top], np.float32))
    return np.concatenate(found) if found else np.empty((0, 1, 2), np.float32)


def _fitted(there: NDArray[Any], moved: NDArray[Any], size: tuple[int, int]) -> _Step | None:
    import cv2

    if len(there) >= _MANY_FEATURES:
        matrix, agreeing = cast(Any, cv2.findHomography)(there, moved, cv2.RANSAC, 1.5)
    else:
        matrix, agreeing = cast(Any, cv2.estimateAffinePartial2D)(
            there, moved, ransacReprojThreshold=1.5
        )
        matrix = None if matrix is None else np.vstack([matrix, [0.0, 0.0, 1.0]])
    if matrix is None or not np.isfinite(matrix).all():
        return None
    placed = corners(size, matrix)
    low, high = _bounds(placed)
    share = float(np.prod(high - low)) / (size[0] * size[1])
    agreed = float(agreeing.mean())
    if agreed < _AGREED or not 0.4 < share < 2.5:
        return None
    return _Step(np.asarray(matrix, np.float64), agreed)


def _still(a: _Look, b: _Look) -> _Step | None:
    """Pictures with nothing to follow are taken to stand still, if they are alike."""
    seen = ~(a.hidden | b.hidden)
    if not seen.any():
        return _Step(np.eye(3), 1.0)
    unlike = np.abs(a.colours[seen].astype(np.int16) - b.colours[seen]).mean()
    return _Step(np.eye(3), 1.0) if unlike < _CUT else None


def _gains(a: _Look, b: _Look, matrix: Matrix) -> NDArray[np.float64]:
    """How much brighter each colour of `b` is where both show the same."""
    import cv2

    height, width = a.grey.shape
    moved = cv2.warpPerspective(a.colours, matrix, (width, height))
    seen = np.where(a.hidden, np.uint8(0), np.uint8(255))
    seen = cv2.warpPerspective(seen, matrix, (width, height), flags=cv2.INTER_NEAREST) > 0
    usable = seen & ~b.hidden & (moved.min(axis=2) > 12) & (b.colours.min(axis=2) > 12)
    usable &= (moved.max(axis=2) < 245) & (b.colours.max(axis=2) < 245)
    if np.count_nonzero(usable) < 64:
        return np.ones(3)
    ratios = b.colours[usable].astype(np.float32) / moved[usable]
    return np.clip(np.median(ratios, axis=0), 0.25, 4.0).astype(np.float64)


def _enlarged(matrix: Matrix, small: tuple[int, int], size: tuple[int, int]) -> Matrix:
    """A map between small pictures as one between those of `size`."""
    x, y = size[0] / small[0], size[1] / small[1]
    enlarge = np.array([[x, 0, x / 2 - 0.5], [0, y, y / 2 - 0.5], [0, 0, 1]])
    return np.asarray(enlarge @ matrix @ np.linalg.inv(enlarge), np.float64)


def _bounds(points: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return points.min(axis=0), points.max(axis=0)
