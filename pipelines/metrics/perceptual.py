"""How alike two pictures look to a network that has seen many: LPIPS, DINOv2, CLIP.

The network is lent by whoever holds the models; nothing is loaded here.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from pipelines.metrics.measures import Better, Measure
from pipelines.metrics.planes import WHITE, both, colours
from pipelines.models.loading import Loaded
from pipelines.premultiplied import Floats
from pipelines.values import Image

LPIPS = Measure("lpips", "LPIPS", "", Better.LOWER, 3, 0.001)
DINO = Measure("dino", "DINOv2 likeness", "", Better.HIGHER, 3, 0.001)
CLIP = Measure("clip", "CLIP likeness", "", Better.HIGHER, 3, 0.001)
_LEAST_SIDE = 16


class Appearance:
    """Compares pictures by one loaded network. `measure` is what it answers."""

    def __init__(self, loaded: Loaded) -> None:
        self._network = loaded.network
        self._processor = loaded.processor
        self._last: tuple[Image, Any] | None = None
        if loaded.processor is None:
            self.measure = LPIPS
        elif hasattr(loaded.network, "get_image_features"):
            self.measure = CLIP
        else:
            self.measure = DINO

    def score(self, made: Image, true: Image) -> float:
        """LPIPS: a distance, 0 where they are equal (Zhang et al., CVPR 2018). DINOv2 and CLIP: the
        cosine of what the network makes of each whole picture, at most 1."""
        import torch

        with torch.inference_mode():
            if self.measure is LPIPS:
                return self._distance(made, true)
            one, other = self._embedded(made), self._true_embedded(true)
            return float(torch.nn.functional.cosine_similarity(one, other, dim=0))

    def _distance(self, made: Image, true: Image) -> float:
        import torch

        weights = next(self._network.parameters())
        pair = [
            torch.from_numpy(_centred(plane)).to(weights.device, weights.dtype)
            for plane in both(made, true)
        ]
        return float(self._network(*pair)[0])

    def _true_embedded(self, true: Image) -> Any:
        """Several made pictures are compared with one true one: it is looked at once."""
        if self._last is None or self._last[0] is not true:
            self._last = true, self._embedded(true)
        return self._last[1]

    def _embedded(self, picture: Image) -> Any:
        levels = np.rint(colours(picture)).astype(np.uint8)
        weights = next(self._network.parameters())
        pixels = self._processor(images=levels, return_tensors="pt")["pixel_values"]
        pixels = pixels.to(weights.device, weights.dtype)
        if self.measure is CLIP:
            found = self._network.get_image_features(pixel_values=pixels)
            return getattr(found, "pooler_output", found)[0].float()
        return self._network(pixel_values=pixels).pooler_output[0].float()


def _centred(plane: Floats) -> Floats:
    """(1, 3, H, W) in -1..1, no side shorter than the network's poolings take."""
    height, width = plane.shape[:2]
    below, right = max(0, _LEAST_SIDE - height), max(0, _LEAST_SIDE - width)
    whole = np.pad(plane, ((0, below), (0, right), (0, 0)), mode="edge")
    scaled = whole * np.float32(2 / WHITE) - np.float32(1)
    return cast(Floats, np.ascontiguousarray(scaled.transpose(2, 0, 1)[None]))
