"""Pictures in 8 bits and in the size of a view, the newest kept under the key of what they show."""

from __future__ import annotations

from collections import OrderedDict

from pipelines.conversions import to_bits
from pipelines.digest import Digest
from pipelines.scaling import shrink_image, shrink_mask
from pipelines.values import Image, Mask

BUDGET = 96 << 20
Size = tuple[int, int]


class FittedFrames:
    """Pictures that were made ahead or looked at before, by content and size."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._held: OrderedDict[tuple[Digest, Size], Image | Mask] = OrderedDict()
        self._bytes = 0

    def get(self, key: Digest, size: Size) -> Image | Mask | None:
        """The picture, if it is held."""
        picture = self._held.get((key, size))
        if picture is not None:
            self._held.move_to_end((key, size))
        return picture

    def put(self, key: Digest, size: Size, picture: Image | Mask) -> None:
        """Hold a picture; what was not wanted for the longest time makes room."""
        if not key or (key, size) in self._held:
            return
        self._held[key, size] = picture
        self._bytes += picture.pixels.nbytes
        while self._bytes > self._budget:
            self._bytes -= self._held.popitem(last=False)[1].pixels.nbytes


def fitted_into(picture: Image | Mask, size: Size) -> Image | Mask:
    """The picture in 8 bits, scaled down to fit into (width, height) where it is larger."""
    scale = min(size[0] / picture.width, size[1] / picture.height)
    if scale < 1:
        width = min(size[0], max(1, round(picture.width * scale)))
        height = min(size[1], max(1, round(picture.height * scale)))
        if isinstance(picture, Image):
            return to_bits(shrink_image(picture, width, height), 8)
        return shrink_mask(picture, width, height)
    return to_bits(picture, 8) if isinstance(picture, Image) else picture
