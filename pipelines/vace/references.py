"""Reference pictures as VACE takes them: whole, on white, each a latent frame of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipelines.conversions import drop_alpha, to_bits
from pipelines.framing import Filter, Fit, place, plan
from pipelines.values import Image

WHITE = (255, 255, 255)
MOST = 4
"""More references than the model was trained with."""
_RIM = 0.06
"""The share of the shorter side that counts as the rim of a picture."""
_BUSY = 30.0
"""The mean deviation of the rim's levels from which it is no plain ground. Measured: 35 to 82 in
frames of films, 24 on paper that darkens by a quarter from top to bottom."""


def letterboxed(reference: Image, width: int, height: int) -> Image:
    """All of the reference in the middle of a white canvas; what is transparent is white."""
    flat = to_bits(drop_alpha(reference, WHITE), 8)
    placement = plan(flat.width, flat.height, canvas=(width, height), fit=Fit.FIT)
    return place(flat, placement, colour=(1.0, 1.0, 1.0, 1.0), how=Filter.BEST)


def is_blank(reference: Image) -> bool:
    """Whether a picture shows nothing, as a panel's reference layer that nobody drew on."""
    flat = drop_alpha(reference, WHITE).pixels
    return bool((flat == flat[:1, :1]).all())


def is_busy(reference: Image) -> bool:
    """Whether what is around the thing would leak into the film: its rim is no plain ground."""
    flat = to_bits(drop_alpha(reference, WHITE), 8).pixels.astype(np.float32)
    rim = max(1, round(min(flat.shape[:2]) * _RIM))
    border = np.concatenate(
        [part.reshape(-1, 3) for part in (flat[:rim], flat[-rim:], flat[:, :rim], flat[:, -rim:])]
    )
    return float(np.abs(border - np.median(border, axis=0)).mean()) > _BUSY


def in_order_of_diffusers(references: Sequence[Image]) -> list[Image]:
    """diffusers puts each reference before those that it had; VACE's own code, and ours, keep the
    order in which they are given."""
    return list(reversed(references))
