"""How well the ways of making in-betweens restore the dropped frames of real clips, and how fast.

    python -m benchmarks.in_between [clip ...]

Of 65 frames, fitted into 480 x 270, every k-th is a key; the others are made and compared with the
true ones. One thread. The time is CPU time per frame made, what is prepared for a gap included.
Without a clip a seeded scene with a moving camera and a figure is used. PSNR / SSIM on it:

    |                       | k=4           | k=8           | k=16          |
    | hold                  | 20.18 / 0.367 | 18.50 / 0.221 | 17.54 / 0.175 |
    | cross-fade            | 21.10 / 0.361 | 19.34 / 0.240 | 18.41 / 0.194 |
    | DIS flow              | 33.56 / 0.977 | 27.11 / 0.821 | 17.54 / 0.175 |
    | affine + residual DIS | 33.54 / 0.978 | 28.64 / 0.900 | 18.55 / 0.282 |

and on the two clips of the SAM 2 demo gallery (dog, cups), PSNR: hold 28.97 and 27.16 at k = 4,
cross-fade 30.37 and 28.93, flow 32.16 and 30.38; at k = 8 27.26 and 25.35, 28.31 and 26.41, 29.39
and 27.14; at k = 16 flow and fade are equal within 0.2 dB. About 36, 27 and 22 ms a frame.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple, cast

import av
import cv2
import numpy as np
from skimage.metrics import structural_similarity

from pipelines.in_between import fade, hold, prepare, render
from pipelines.values import Image

FRAMES = 65
WIDTH, HEIGHT = 480, 270
DISTANCES = (4, 8, 16)

Way = Callable[[Image, Image, Sequence[float]], list[Image]]


class Score(NamedTuple):
    """Means over the frames made."""

    psnr: float
    ssim: float
    milliseconds: float


def table(clips: Sequence[Path]) -> None:
    """Print one table for each clip, or for the seeded scene if there is none."""
    cv2.setNumThreads(1)
    for name, frames in [(clip.name, load(clip)) for clip in clips] or [("scene", scene())]:
        print(f"\n{name}: {len(frames)} frames, {frames[0].width} x {frames[0].height}")
        print("| PSNR / SSIM / ms | " + " | ".join(f"k={k}" for k in DISTANCES) + " |")
        print("|---|" + "---|" * len(DISTANCES))
        for title, way in WAYS.items():
            scores = [score(frames, k, way) for k in DISTANCES]
            cells = [f"{s.psnr:.2f} / {s.ssim:.3f} / {s.milliseconds:.1f}" for s in scores]
            print(f"| {title} | " + " | ".join(cells) + " |", flush=True)


def score(frames: Sequence[Image], distance: int, way: Way) -> Score:
    """Make every frame that is not a multiple of `distance` from its neighbours that are."""
    errors: list[float] = []
    likeness: list[float] = []
    seconds = 0.0
    times = [step / distance for step in range(1, distance)]
    for first in range(0, len(frames) - distance, distance):
        started = process_time()
        made = way(frames[first], frames[first + distance], times)
        seconds += process_time() - started
        for frame, truth in zip(made, frames[first + 1 : first + distance], strict=True):
            errors.append(psnr(frame, truth))
            likeness.append(ssim(frame, truth))
    return Score(float(np.mean(errors)), float(np.mean(likeness)), 1000 * seconds / len(errors))


def psnr(made: Image, truth: Image) -> float:
    """Peak signal-to-noise ratio in dB, at most 99."""
    error = np.square(made.pixels.astype(np.float64) - truth.pixels).mean()
    return min(99.0, float(10 * np.log10(255**2 / max(error, 1e-9))))


def ssim(made: Image, truth: Image) -> float:
    """Structural similarity, mean of the channels."""
    return float(cast(float, structural_similarity(made.pixels, truth.pixels, channel_axis=2)))


def load(clip: Path) -> list[Image]:
    """The first frames of a file, fitted into the benchmark's size."""
    frames: list[Image] = []
    with av.open(str(clip)) as container:
        for frame in container.decode(video=0):
            picture = frame.to_ndarray(format="rgb24")
            scale = min(WIDTH / picture.shape[1], HEIGHT / picture.shape[0], 1)
            size = round(picture.shape[1] * scale), round(picture.shape[0] * scale)
            fitted = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
            frames.append(Image(fitted.astype(np.uint8)))
            if len(frames) == FRAMES:
                break
    return frames


def scene() -> list[Image]:
    """A seeded scene: the camera pans and zooms over a textured ground, a figure swings."""
    rng = np.random.default_rng(0)
    noise = rng.uniform(0, 255, (HEIGHT * 3, WIDTH * 3, 3)).astype(np.float32)
    ground = cv2.GaussianBlur(noise, (0, 0), 2)
    ground = (ground - ground.min()) * np.float32(255 / np.ptp(ground))
    frames: list[Image] = []
    for index in range(FRAMES):
        zoom = 1 + 0.006 * index
        shift = np.array([[zoom, 0, -300 - 7 * index], [0, zoom, -200 - 2 * index]], np.float32)
        picture = cv2.warpAffine(ground, shift, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR)
        angle = 0.9 * np.sin(index / 10)
        hip = (200 + index, 110)
        foot = (int(hip[0] + 90 * np.sin(angle)), int(hip[1] + 90 * np.cos(angle)))
        cv2.line(picture, hip, foot, (30, 60, 200), 14, cv2.LINE_AA)
        cv2.circle(picture, (hip[0], hip[1] - 40), 36, (230, 200, 60), -1, cv2.LINE_AA)
        frames.append(Image(picture.astype(np.uint8)))
    return frames


def main() -> None:
    """Print the tables of the clips named on the command line."""
    table([Path(argument) for argument in sys.argv[1:]])


def _each(one: Callable[[Image, Image, float], Image]) -> Way:
    return lambda a, b, times: [one(a, b, t) for t in times]


def _moved(*, affine: bool) -> Way:
    def way(a: Image, b: Image, times: Sequence[float]) -> list[Image]:
        gap = prepare(a, b, affine=affine)
        return [render(gap, a, b, t) for t in times]

    return way


WAYS: dict[str, Way] = {
    "hold": _each(hold),
    "cross-fade": _each(fade),
    "DIS flow": _moved(affine=False),
    "affine + residual DIS": _moved(affine=True),
}


if __name__ == "__main__":
    main()
