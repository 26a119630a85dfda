"""Generated film: a ball of its own colours before a textured ground, with the true masks."""

from __future__ import annotations

from weakref import finalize

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.values import Image, Mask

WIDTH, HEIGHT = 160, 96
RADIUS = 17


class Film:
    """Frames made when read: a striped ball that goes right by `pace` pixels a frame, with what is
    read noted and nothing held."""

    def __init__(self, length: int, *, pace: float = 2.0, hidden: range = range(0)) -> None:
        self.length, self.pace, self.hidden = length, pace, hidden
        self.asked: list[int] = []
        self._alive, self.most_alive = 0, 0
        noise = np.random.default_rng(5).uniform(0, 255, (HEIGHT, WIDTH, 3)).astype(np.float32)
        ground = cv2.GaussianBlur(noise, (0, 0), 2)
        self._ground = np.clip((ground - 128) * 3 + np.array([60, 90, 60]), 0, 140)

    def place(self, frame: int) -> tuple[float, float]:
        span = WIDTH - 2 * RADIUS - 8
        gone = (self.pace * frame) % (2 * span)
        return RADIUS + 4 + (gone if gone < span else 2 * span - gone), HEIGHT / 2

    def read(self, frame: int) -> Image:
        self.asked.append(frame)
        picture = self._ground.copy()
        if frame not in self.hidden:
            rows, columns = np.mgrid[:HEIGHT, :WIDTH]
            x, y = self.place(frame)
            stripes = ((columns - x + rows - y) // 6 % 2)[..., None]
            ball = np.where(stripes > 0, [230.0, 60.0, 40.0], [240.0, 200.0, 60.0])
            picture[self.inside(frame)] = ball[self.inside(frame)]
        pixels = np.rint(picture).astype(np.uint8)
        self._alive += 1
        self.most_alive = max(self.most_alive, self._alive)
        finalize(pixels, self._gone)
        return Image(pixels)

    def inside(self, frame: int) -> NDArray[np.bool_]:
        rows, columns = np.mgrid[:HEIGHT, :WIDTH]
        x, y = self.place(frame)
        return np.asarray((columns - x) ** 2 + (rows - y) ** 2 <= RADIUS**2)

    def truth(self, frame: int) -> Mask:
        return Mask(self.inside(frame).astype(np.uint8) * np.uint8(255))

    def _gone(self) -> None:
        self._alive -= 1


def likeness(mask: Mask, truth: Mask) -> float:
    """Intersection over union."""
    inside, meant = mask.pixels >= 128, truth.pixels >= 128
    return np.count_nonzero(inside & meant) / max(np.count_nonzero(inside | meant), 1)
