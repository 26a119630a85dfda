"""Depth of a picture by a network that is lent: what is near is bright, as VACE was shown it."""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

import numpy as np

from pipelines.control.lines import WHITE
from pipelines.conversions import drop_alpha, to_bits
from pipelines.models.device import device_of
from pipelines.models.lending import Lease
from pipelines.premultiplied import Floats
from pipelines.values import Image

FAMILIES = ("depth",)


class DepthNetwork:
    """Works with a lease for as long as it lasts."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease

    def nearness(self, picture: Image) -> Floats:
        """How near things are, (rows, columns) of the network's own size, larger is nearer; on a
        scale of its own for each picture."""
        levels = to_bits(drop_alpha(picture, WHITE), 8).pixels.copy()
        made = self._lease.processor(images=levels, return_tensors="pt")
        network = self._lease.network
        pixels = made["pixel_values"].to(device_of(self._lease.placement.device), network.dtype)
        with import_module("torch").inference_mode():
            found: Any = network(pixel_values=pixels)
        return cast(Floats, found.predicted_depth[0].float().cpu().numpy())


def depth_picture(near: Floats, size: tuple[int, int], *, span: tuple[float, float]) -> Image:
    """Nearness as a gray picture of (width, height): `span` is what is black, and what is white."""
    import cv2

    far, nearest = span
    share = (near - far) / max(nearest - far, 1e-6)
    level = np.clip(share * 255, 0, 255).astype(np.float32)
    whole = np.rint(cv2.resize(level, size, interpolation=cv2.INTER_LINEAR)).astype(np.uint8)
    return Image(np.repeat(whole[..., None], 3, axis=2))


def span_of(near: Floats) -> tuple[float, float]:
    """The farthest and the nearest."""
    return float(near.min()), float(near.max())
