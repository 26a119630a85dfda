"""Bodies found by ViTPose, a network that is lent: 17 points of COCO in each box.

The cut-outs and the way back from heat maps follow Huang et al., "The Devil is in the Details:
Delving into Unbiased Data Processing for Human Pose Estimation", CVPR 2020.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple, cast

import numpy as np

from pipelines.control.lines import WHITE
from pipelines.control.skeleton import Joint
from pipelines.conversions import drop_alpha, to_bits
from pipelines.detection.found import Box
from pipelines.models.device import device_of
from pipelines.models.lending import Lease
from pipelines.premultiplied import Floats
from pipelines.values import Image, Pixels8

FAMILIES = ("pose",)
_ROOM = 1.25
"""How much more than its box is seen of a body, as in training."""


class _Cut(NamedTuple):
    """What is cut out around a body, in pixels of the picture."""

    left: float
    top: float
    wide: float
    high: float


class PoseNetwork:
    """Works with a lease for as long as it lasts."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease

    def bodies(self, picture: Image, boxes: Sequence[Box]) -> list[tuple[Joint, ...]]:
        """A body for each box."""
        if not boxes:
            return []
        levels = to_bits(drop_alpha(picture, WHITE), 8).pixels.astype(np.uint8, copy=False)
        side = self._lease.processor.size
        cuts = [cut_around(box, picture, side.width / side.height) for box in boxes]
        seen = [_cut_out(levels, cut, side.width, side.height) for cut in cuts]
        made = self._lease.processor(
            images=seen, boxes=None, do_affine_transform=False, return_tensors="pt"
        )
        network = self._lease.network
        pixels = made["pixel_values"].to(device_of(self._lease.placement.device), network.dtype)
        with import_module("torch").inference_mode():
            found: Any = network(pixel_values=pixels)
        maps = cast(Floats, found.heatmaps.float().cpu().numpy())
        return [joints(heat, cut) for heat, cut in zip(maps, cuts, strict=True)]


def cut_around(box: Box, picture: Image, aspect: float) -> _Cut:
    """The box with room around it, in the proportions that the network looks at."""
    wide = (box.right - box.left) * picture.width
    high = (box.bottom - box.top) * picture.height
    middle_x, middle_y = box.middle[0] * picture.width, box.middle[1] * picture.height
    wide, high = max(wide, high * aspect) * _ROOM, max(high, wide / aspect) * _ROOM
    return _Cut(middle_x - wide / 2, middle_y - high / 2, wide, high)


def joints(maps: Floats, cut: _Cut) -> tuple[Joint, ...]:
    """Heat maps (points, rows, columns) as points of the picture."""
    _, rows, columns = maps.shape
    found: list[Joint] = []
    for heat in maps:
        row, column = np.unravel_index(int(heat.argmax()), heat.shape)
        y, x = _peak(heat[:, column], int(row)), _peak(heat[row], int(column))
        place_x = cut.left + x / (columns - 1) * cut.wide
        place_y = cut.top + y / (rows - 1) * cut.high
        found.append(Joint(place_x, place_y, float(heat[row, column])))
    return tuple(found)


def _peak(line: Floats, at: int) -> float:
    """The top of the parabola through the logarithms of three neighbours."""
    if not 0 < at < len(line) - 1:
        return float(at)
    before, here, after = np.log(np.maximum(line[at - 1 : at + 2], 1e-3)).tolist()
    bend = before - 2 * here + after
    return at + (0.5 * (before - after) / bend if bend < 0 else 0.0)


def _cut_out(levels: Pixels8, cut: _Cut, width: int, height: int) -> Pixels8:
    """What lies in a cut, at (width, height); black beyond the picture."""
    import cv2

    across, down = (width - 1) / cut.wide, (height - 1) / cut.high
    onto = np.array([[across, 0, -cut.left * across], [0, down, -cut.top * down]])
    return cast(Pixels8, cv2.warpAffine(levels, onto, (width, height)))
