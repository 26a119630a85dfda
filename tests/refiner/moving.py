"""Pictures that move, and weights to refine them with."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from pipelines.premultiplied import quantise
from pipelines.values import Image


def passing(at: float, *, channels: int = 3, bits: int = 8, side: int = 64) -> Image:
    """A rough disc on rough ground, its middle at `at`."""
    chance = np.random.default_rng(3)
    ground = cv2.GaussianBlur(chance.uniform(120, 250, (side, side, 3)), (0, 0), 2)
    paint = cv2.GaussianBlur(chance.uniform(0, 130, (side, 2 * side, 3)), (0, 0), 1)
    shift = np.array([[1, 0, at - side], [0, 1, 0]], np.float64)
    moved = cv2.warpAffine(paint, shift, (side, side), borderMode=cv2.BORDER_REFLECT)
    y, x = np.mgrid[:side, :side]
    cover = np.clip(side / 5 - np.hypot(x - at, y - side / 2), 0, 1)[..., None]
    floats = (ground * (1 - cover) + moved * cover) / 255
    if channels == 4:
        floats = np.concatenate([floats, 0.25 + 0.75 * cover], axis=2)
    return Image(quantise(floats, bits=bits))


def write_weights(path: Path, *, spread: float = 0.0) -> Path:
    """Weights of a small network whose last layers answer as much as `spread`."""
    import torch

    from pipelines.refiner.network import Refiner
    from pipelines.refiner.training.export import export

    chance = torch.Generator().manual_seed(1)
    network = Refiner(8)
    with torch.no_grad():
        for layer in (network.coarse.steps, network.middle.steps, network.fine.answers):
            layer.weight.add_(torch.randn(layer.weight.shape, generator=chance) * spread)
    export(network, path, {"about": "test"})
    return path
