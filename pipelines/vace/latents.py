"""What becomes of frames and masks in VACE's latent space. Pure; no model is needed for it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

CELL = 8
"""Pixels to a side of a latent pixel."""


def latent_length(count: int) -> int:
    """The latent frames that `count` frames become: one for the first, then one for each four."""
    return (count + 3) // 4


def sampled_frames(count: int) -> tuple[int, ...]:
    """The frame whose mask each latent frame is told: torch's nearest-exact, in its arithmetic.

    Of 81 frames these are 1, 5, ... 75, 79: neither the first nor the last.
    """
    latents = latent_length(count)
    scale = float(np.float32(np.float32(count) / np.float32(latents)))
    places = [int(np.float32((place + 0.5) * scale)) for place in range(latents)]
    return tuple(min(place, count - 1) for place in places)


def unsampled(kept: Iterable[int], count: int) -> dict[int, int]:
    """Kept frames that lie alone, and how long each had to be held for a latent frame to see it.

    `kept` are all frames that are kept whole. Runs of kept frames of which one is sampled are
    seen. Of the others the first frame is answered; a run that leads up to the end of the clip is
    to be held from before, by so many frames in all.
    """
    sampled = set(sampled_frames(count))
    found: dict[int, int] = {}
    for first, stop in runs(kept):
        if sampled.isdisjoint(range(first, stop)):
            after = next((at for at in range(stop, count) if at in sampled), None)
            before = max((at for at in sampled if at < first), default=first)
            found[first] = stop - before if after is None else after + 1 - first
    return found


def runs(frames: Iterable[int]) -> list[tuple[int, int]]:
    """Frames as spans [first, stop) of frames that follow each other."""
    spans: list[tuple[int, int]] = []
    for frame in sorted(set(frames)):
        if spans and spans[-1][1] == frame:
            spans[-1] = (spans[-1][0], frame + 1)
        else:
            spans.append((frame, frame + 1))
    return spans


def latent_mask(generate: NDArray[np.bool_]) -> NDArray[np.float32]:
    """The mask (F, H, W) as the model is told it: (64, latent frames, H / 8, W / 8), 1 generate.

    Channel 8 y + x is the pixel (x, y) of each cell of 8 x 8.
    """
    count, height, width = generate.shape
    seen = generate[list(sampled_frames(count))].astype(np.float32)
    cells = seen.reshape(len(seen), height // CELL, CELL, width // CELL, CELL)
    return cells.transpose(2, 4, 0, 1, 3).reshape(CELL * CELL, *cells.shape[:2], width // CELL)
