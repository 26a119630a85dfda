"""Clips with exact masks for `benchmarks.masks`, put together from real footage; none is kept here.

    python -m benchmarks.mask_scenes OUT --actor FRAMES MASKS --behind FRAMES [--seed 1] [--swing 8]

What the masks cut out of the actor's frames is set into the other clip on a path of its own: it
moves, turns, grows, bends (--swing, pixels), its light changes, fast motion is blurred, and some
pillar may stand before it (--pillar). A single frame makes a still that bends. OUT gets two
folders, `rgb` and `mask`, of 854 x 480 pixels.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.masks import Film, folder
from pipelines.premultiplied import Floats
from pipelines.values import Pixels8

SIZE = 480, 854
_SHUTTER = (-0.2, -0.1, 0.0, 0.1, 0.2)
"""Times within a frame that are laid over each other."""


class Pose(NamedTuple):
    """Where the actor is at a time: middle and height in shares of the picture, radians, light."""

    x: float
    y: float
    height: float
    turn: float
    light: float


@dataclass(frozen=True)
class Scene:
    """How an actor is set into another clip."""

    actor: Film
    behind: list[Path]
    seed: int
    swing: float
    speed: float
    pillar: bool

    def pose(self, time: float) -> Pose:
        """Smooth and seeded: two sines a value."""
        values = [
            middle + spread * self._wave(number, self.speed * time)
            for number, (middle, spread) in enumerate(
                ((0.5, 0.2), (0.5, 0.08), (0.55, 0.1), (0.0, 0.15), (1.0, 0.12))
            )
        ]
        return Pose(*values)

    def _wave(self, number: int, time: float) -> float:
        random = np.random.default_rng((self.seed, number))
        slow, fast = random.uniform(0.008, 0.02), random.uniform(0.03, 0.06)
        first, second = random.uniform(0, 2 * np.pi, 2)
        return float(
            0.7 * np.sin(2 * np.pi * slow * time + first)
            + 0.3 * np.sin(2 * np.pi * fast * time + second)
        )

    def frame(self, index: int) -> tuple[Pixels8, Pixels8]:
        """The picture (BGR) and the true mask."""
        behind = self._behind(index).astype(np.float32)
        layers = [self._actor(index, index + offset) for offset in _SHUTTER]
        colours = np.mean([layer[..., :3] for layer in layers], axis=0)
        alpha = np.mean([layer[..., 3:] for layer in layers], axis=0)
        shown = layers[2][..., 3] > 0.5
        if self.pillar:
            before = self._pillar()
            colours, alpha, shown = (
                colours * ~before[..., None],
                alpha * ~before[..., None],
                (shown & ~before),
            )
        picture = behind * (1 - alpha) + colours
        noise = np.random.default_rng((self.seed, 99, index)).normal(0, 2, picture.shape)
        return (
            np.clip(np.rint(picture + noise), 0, 255).astype(np.uint8),
            shown.astype(np.uint8) * np.uint8(255),
        )

    def _behind(self, index: int) -> Pixels8:
        found = cv2.imread(str(self.behind[_to_and_fro(index, len(self.behind))]))
        assert found is not None
        return np.asarray(cv2.resize(found, SIZE[::-1], interpolation=cv2.INTER_AREA), np.uint8)

    def _pillar(self) -> NDArray[np.bool_]:
        middle = np.random.default_rng((self.seed, 7)).uniform(0.35, 0.65) * SIZE[1]
        columns = np.abs(np.arange(SIZE[1]) - middle) < 14
        return np.broadcast_to(columns, SIZE)

    def _actor(self, index: int, time: float) -> Floats:
        """(H, W, 4) premultiplied colours 0..255 and alpha 0..1."""
        cut = self._cut(_to_and_fro(index, len(self.actor)))
        pose = self.pose(time)
        height, width = SIZE
        scale = pose.height * height / cut.shape[0]
        rows, columns = np.mgrid[:height, :width].astype(np.float32)
        down, across = rows - pose.y * height, columns - pose.x * width
        across = across + self.swing * np.sin(down / 40 + 0.3 * time)
        cosine, sine = np.cos(pose.turn), np.sin(pose.turn)
        x = (cosine * across + sine * down) / scale + cut.shape[1] / 2
        y = (-sine * across + cosine * down) / scale + cut.shape[0] / 2
        laid = cv2.remap(cut, x.astype(np.float32), y.astype(np.float32), cv2.INTER_LINEAR)
        laid[..., :3] = np.minimum(laid[..., :3] * pose.light, 255 * laid[..., 3:])
        return cast(Floats, laid)

    def _cut(self, index: int) -> Floats:
        picture = cast(NDArray[Any], cv2.imread(str(self.actor.frames[index])))
        truth = self.actor.truth(index).astype(np.uint8)
        x, y, width, height = cv2.boundingRect(truth)
        alpha = cv2.GaussianBlur(cv2.erode(truth, np.ones((3, 3))).astype(np.float32), (3, 3), 0)
        cut = np.dstack([picture * alpha[..., None], alpha]).astype(np.float32)
        cut = cut[y : y + height, x : x + width]
        return np.pad(cut, ((2, 2), (2, 2), (0, 0)))


def _to_and_fro(index: int, count: int) -> int:
    turn = index % max(2 * count - 2, 1)
    return min(turn, 2 * count - 2 - turn) if count > 1 else 0


def main() -> None:
    """Write one clip."""
    parser = argparse.ArgumentParser(description="A clip with exact masks.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--actor", nargs=2, type=Path, required=True, metavar=("FRAMES", "MASKS"))
    parser.add_argument("--behind", type=Path, required=True, metavar="FRAMES")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--swing", type=float, default=0)
    parser.add_argument("--speed", type=float, default=1, help="of path and turn")
    parser.add_argument("--pillar", action="store_true")
    parser.add_argument("--length", type=int, default=30)
    given = parser.parse_args()
    film = Film("actor", folder(given.actor[0]), folder(given.actor[1]))
    scene = Scene(film, folder(given.behind), given.seed, given.swing, given.speed, given.pillar)
    for kind in ("rgb", "mask"):
        (given.out / kind).mkdir(parents=True, exist_ok=True)
    for index in range(given.length):
        for kind, picture in zip(("rgb", "mask"), scene.frame(index), strict=True):
            cv2.imwrite(str(given.out / kind / f"{index:05d}.png"), picture)


if __name__ == "__main__":
    main()
