"""What a latent film looks like, without decoding it: three sums of its channels.

Which sums these are is found out from the loaded VAE itself, by what it makes of coloured patches,
so that they hold for any weights; nobody's table of factors is copied. Torch loads when asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from pipelines.vace.latents import CELL
from pipelines.values import Image

_SIDE = 48
"""Pixels to a side of each of four kinds of patches."""
_FRAMES = 5
"""A first latent frame and a further one, which are made in other ways."""
_RIDGE = 1e-4
Factors = NDArray[np.float32]
"""(channels + 1, 3): a column for red, green and blue in 0..1, the last row added to all."""


def fitted_factors(vae: Any, device: Any) -> Factors:
    """The least squares fit of colours to latents over pictures of patches that stand still."""
    torch = import_module("torch")
    colours = _patches()
    height, width, _ = colours.shape
    video = torch.from_numpy(colours * 2 - 1).permute(2, 0, 1)[None, :, None]
    video = video.expand(1, 3, _FRAMES, height, width).to(device, vae.dtype)
    with torch.inference_mode():
        latents = normalised(vae, vae.encode(video).latent_dist.mode())
    rows = latents[0].permute(1, 2, 3, 0).cpu().numpy().astype(np.float64)
    cells = colours.reshape(height // CELL, CELL, width // CELL, CELL, 3).mean(axis=(1, 3))
    wanted = np.broadcast_to(cells, (len(rows), *cells.shape)).reshape(-1, 3)
    known = np.column_stack([rows.reshape(-1, rows.shape[-1]), np.ones(wanted.shape[0])])
    weight = known.T @ known
    weight += _RIDGE * np.trace(weight) / len(weight) * np.eye(len(weight))
    return np.linalg.solve(weight, known.T @ wanted).astype(np.float32)


def normalised(vae: Any, latents: Any) -> Any:
    """Latents of the VAE as the transformer knows them."""
    torch = import_module("torch")
    shape = (1, vae.config.z_dim, 1, 1, 1)
    mean, deviation = (
        torch.tensor(numbers, device=latents.device, dtype=torch.float32).view(shape)
        for numbers in (vae.config.latents_mean, vae.config.latents_std)
    )
    return (latents.float() - mean) / deviation


def seen(latents: Any, factors: Factors, size: tuple[int, int]) -> list[Image]:
    """Latents (1, C, T, h, w) as T pictures of `size` (width, height)."""
    import cv2

    torch = import_module("torch")
    sums = torch.from_numpy(factors).to(latents.device)
    colours = latents[0].float().permute(1, 2, 3, 0) @ sums[:-1] + sums[-1]
    levels = (colours.clamp(0, 1) * 255).round().to(torch.uint8).cpu().numpy()
    return [
        Image(cast(Any, cv2.resize(one, size, interpolation=cv2.INTER_CUBIC))) for one in levels
    ]


def _patches() -> NDArray[np.float32]:
    """Patches of two sizes in all colours, and soft ramps between some, (H, W, 3) in 0..1."""
    import cv2

    noise = np.random.default_rng(8)
    coarse, fine = (
        noise.random((side, side, 3), np.float32).repeat(_SIDE // side, 0).repeat(_SIDE // side, 1)
        for side in (3, 6)
    )
    ramps = cv2.resize(
        noise.random((4, 4, 3), np.float32), (_SIDE, _SIDE), interpolation=cv2.INTER_LINEAR
    )
    gray = np.linspace(0, 1, _SIDE, dtype=np.float32)[None, :, None]
    levels = np.broadcast_to(gray, (_SIDE, _SIDE, 3))
    return np.vstack([np.hstack([coarse, fine]), np.hstack([ramps, levels])]).astype(np.float32)
