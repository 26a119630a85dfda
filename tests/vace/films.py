"""Small films, masks and boards for tests of VACE, and what is given of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from pipelines.digest import digest_array
from pipelines.frames import FrameRef, PictureFrames, read
from pipelines.progress import LocalCancelToken
from pipelines.vace.conditioning import Conditioning
from pipelines.vace.generation import generate
from pipelines.vace.given import Given, read_given
from pipelines.vace.laying import laid_out
from pipelines.vace.sampling import Sampling
from pipelines.values import (
    Clip,
    ClipFormat,
    Image,
    Joint,
    JointMode,
    Mask,
    MaskClip,
    PanelTiming,
    Pixels8,
    Storyboard,
)

SIDE = 32
QUICK = Sampling(prompt="a heron", steps=2, guidance=1.0)


def noise_clip(count: int, *, seed: int = 1, size: tuple[int, int] = (SIDE, SIDE)) -> Clip:
    """Frames of coarse noise."""
    random = np.random.default_rng(seed)
    width, height = size
    small = random.integers(0, 256, (count, height // 8, width // 8, 3), np.uint8)
    pictures = [Image(one.repeat(8, 0).repeat(8, 1)) for one in small]
    keys = [digest_array(one.pixels) for one in pictures]
    return Clip(ClipFormat(width, height), PictureFrames(pictures, keys))


def square_masks(count: int, *, size: tuple[int, int] = (SIDE, SIDE)) -> MaskClip:
    """A square in the middle, white."""
    width, height = size
    pixels = np.zeros((height, width), np.uint8)
    pixels[height // 4 : -height // 4, width // 4 : -width // 4] = 255
    masks = [Mask(pixels)] * count
    keys = [digest_array(one.pixels) for one in masks]
    return MaskClip(ClipFormat(width, height, channels=1), PictureFrames(masks, keys))


def soft_masks(count: int) -> MaskClip:
    """White on the left, then a column that is a quarter white, black on the right."""
    pixels = np.zeros((SIDE, SIDE), np.uint8)
    pixels[:, :16], pixels[:, 16] = 255, 64
    keys = [digest_array(pixels)] * count
    return MaskClip(ClipFormat(SIDE, SIDE, channels=1), PictureFrames([Mask(pixels)] * count, keys))


def thing(seed: int = 5) -> Clip:
    """A reference: something coloured on white."""
    pixels = np.full((SIDE, SIDE, 3), 255, np.uint8)
    pixels[10:22, 10:22] = np.random.default_rng(seed).integers(0, 256, 3, np.uint8)
    image = Image(pixels)
    return Clip(ClipFormat(SIDE, SIDE), PictureFrames([image], [digest_array(pixels)]))


def board(*panels: tuple[int, JointMode, int]) -> Storyboard:
    """Panels of (duration, joint, move)."""
    pictures = noise_clip(len(panels), seed=9)
    timings = [
        PanelTiming(f"p{at}", duration, Joint(joint, move), prompt=f"words {at}")
        for at, (duration, joint, move) in enumerate(panels)
    ]
    return Storyboard(pictures.format, pictures.frames, tuple(timings))


def conditioned(**parts: Any) -> Conditioning:
    """Parts at a small size; 5 frames where nothing says how many."""
    natural = any(parts.get(name) is not None for name in ("storyboard", "masks", "control"))
    given: dict[str, Any] = {"width": SIDE, "height": SIDE, "length": 0 if natural else 5, **parts}
    return Conditioning(**given)


def look(ref: FrameRef) -> Any:
    """A frame, made now."""
    return read(ref.source, ref.at)


def given_of(made: Conditioning) -> Given:
    """What the model is given, all of it."""
    return read_given(laid_out(made, size=made.size, times=range(made.count)), look)


class Watched:
    """Hears what a generation tells; may ask it to stop."""

    def __init__(self) -> None:
        self.cancel = LocalCancelToken()
        self.steps: list[tuple[int, int]] = []
        self.pictures: list[Image] = []

    def progress(self, done: int, total: int) -> None:
        self.steps.append((done, total))

    def preview(self, picture: Image) -> None:
        self.pictures.append(picture)


def made(
    pipe: Any, given: Given, sampling: Sampling = QUICK, watched: Watched | None = None
) -> Pixels8:
    watched = watched or Watched()
    return generate(pipe, given, sampling, cancel=watched.cancel, watcher=watched)
