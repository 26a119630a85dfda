"""Generated shots: a disc wanders before a known ground, the camera moves and the light drifts."""

from __future__ import annotations

from weakref import finalize

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.values import Image, Mask

WIDTH, HEIGHT = 144, 104
RADIUS = 14


class Shot:
    """Frames made when read, and none of them held. `pan` in pixels and `zoom` a frame, `drift` in
    brightness a frame; from `cut` on, another ground."""

    def __init__(
        self,
        length: int,
        *,
        pan: tuple[float, float] = (0.0, 0.0),
        zoom: float = 1.0,
        drift: float = 0.0,
        pace: float = 5.0,
        seed: int = 1,
        cut: int = 10**6,
    ) -> None:
        self.length, self.pan, self.zoom, self.drift = length, pan, zoom, drift
        self.pace, self.cut = pace, cut
        self._grounds = [_ground(seed), _ground(seed + 1000)]
        self.alive, self.most_alive = 0, 0

    def behind(self, frame: int) -> NDArray[np.float32]:
        """The frame without the disc, 0 to 255."""
        scale = self.zoom**frame
        x, y = 60 + self.pan[0] * frame, 50 + self.pan[1] * frame
        matrix = np.array([[scale, 0, x], [0, scale, y]])
        flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        ground = self._grounds[int(frame >= self.cut)]
        seen = cv2.warpAffine(ground, matrix, (WIDTH, HEIGHT), flags=flags)
        return np.clip(seen * (1 + self.drift * frame), 0, 255).astype(np.float32)

    def inside(self, frame: int) -> NDArray[np.bool_]:
        rows, columns = np.mgrid[:HEIGHT, :WIDTH]
        x = 30 + (self.pace * frame) % (WIDTH - 60)
        return np.asarray(np.hypot(columns - x, rows - HEIGHT / 2) <= RADIUS)

    def read(self, frame: int) -> tuple[Image, Mask]:
        picture = self.behind(frame)
        inside = self.inside(frame)
        picture[inside] = (250, 20, 30 + 7 * (frame % 9))
        pixels = np.rint(picture).astype(np.uint8)
        self.alive += 1
        self.most_alive = max(self.most_alive, self.alive)
        finalize(pixels, self._gone)
        return Image(pixels), Mask(np.where(inside, np.uint8(255), np.uint8(0)))

    def _gone(self) -> None:
        self.alive -= 1


def _ground(seed: int) -> NDArray[np.float32]:
    """Patches with edges, and grain of a few pixels; away from black and white."""
    random = np.random.default_rng(seed)
    size = 280, 420, 3
    broad = cv2.GaussianBlur(random.normal(size=size).astype(np.float32), (0, 0), 12)
    fine = cv2.GaussianBlur(random.normal(size=size).astype(np.float32), (0, 0), 1.6)
    patches = np.where(broad > 0, 150, 80) + 25 * fine / fine.std()
    return np.clip(cv2.GaussianBlur(patches.astype(np.float32), (0, 0), 0.8), 30, 190)
