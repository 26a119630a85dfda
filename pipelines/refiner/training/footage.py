"""Samples from films of a person's own, beside those of made scenes.

Every part of them is taken as it comes, still ones included: a network that sees only what moves
learns to move what stands.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np

from pipelines.errors import InputError, MissingFileError
from pipelines.frames import FrameSource, read
from pipelines.in_between import lay, prepare
from pipelines.media.clips import open_clip
from pipelines.refiner.steering import GIVEN
from pipelines.refiner.training.samples import GAPS, OF_SCENE, Sample, measured
from pipelines.values import Image

_SUFFIXES = frozenset({".mp4", ".mov", ".mkv", ".webm", ".avi"})
_HEIGHT = 270
"""Films are brought to this height at least, and no smaller than samples are."""


def films_of(folder: Path) -> tuple[Path, ...]:
    """The films of a folder, in the order of their names. Raises MissingFileError for none."""
    found = sorted(path for path in folder.glob("*") if path.suffix.lower() in _SUFFIXES)
    if not found:
        raise MissingFileError(
            f"There is no film in {folder}.", mend=f"Put some in: {', '.join(sorted(_SUFFIXES))}."
        )
    return tuple(found)


def samples_of_film(
    films: tuple[Path, ...], chance: np.random.Generator, side: int
) -> list[Sample]:
    """Frames of a part of one of the films; none where it is too short or its keys are unlike."""
    film = _opened(films[int(chance.integers(len(films)))])
    gap = int(chance.choice([*GAPS], p=[*GAPS.values()]))
    if len(film) <= gap:
        return []
    first = int(chance.integers(len(film) - gap))
    steps = sorted(
        int(one) for one in chance.choice(np.arange(1, gap), min(OF_SCENE, gap - 1), False)
    )
    whole = [_fitted(read(film, first + at), side) for at in (0, *steps, gap)]
    height, width = whole[0].shape[:2]
    y, x = int(chance.integers(height - side + 1)), int(chance.integers(width - side + 1))
    a, *truths, b = [Image(one[y : y + side, x : x + side].copy()) for one in whole]
    between = prepare(a, b)
    if between.holds:
        return []
    unknown = np.zeros((side, side, 2), np.float16)
    made: list[Sample] = []
    for step, truth in zip(steps, truths, strict=True):
        laid = lay(between, a, b, step / gap)
        known = np.zeros((side, side, 2), np.uint8)
        numbers = measured(step / gap, gap, (GIVEN, GIVEN))
        made.append(
            Sample(
                a.pixels.astype(np.uint8),
                b.pixels.astype(np.uint8),
                laid.picture.pixels.astype(np.uint8),
                truth.pixels.astype(np.uint8),
                laid.motion.astype(np.float16),
                laid.share.astype(np.float16),
                unknown,
                unknown,
                known,
                numbers,
            )
        )
    return made


@lru_cache(maxsize=16)
def _opened(path: Path) -> FrameSource:
    try:
        return open_clip(path, sound=False).clip.frames
    except InputError as error:
        raise type(error)(f"{path.name}: {error.message}", mend=error.mend) from error


def _fitted(frame: Image, side: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """In 8 bits without alpha, at the size that it is learned from at."""
    pixels = frame.pixels[..., :3]
    if frame.bits == 16:
        pixels = (pixels >> 8).astype(np.uint8)
    high = max(side, min(_HEIGHT, frame.height))
    scale = max(high / frame.height, side / frame.width)
    size = max(side, round(frame.width * scale)), max(side, round(frame.height * scale))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
