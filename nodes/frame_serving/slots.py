"""Slots of shared memory as the frame server sees them: attached by name, written, let go."""

from __future__ import annotations

from multiprocessing.shared_memory import SharedMemory

import numpy as np

from nodes.frame_serving.messages import Slot
from pipelines.values import Image, Mask


class SlotWriter:
    """Writes pictures where the window wants them. Holds one block at a time; never unlinks it."""

    def __init__(self) -> None:
        self._memory: SharedMemory | None = None

    def write(self, slot: Slot, picture: Image | Mask) -> tuple[int, int, int]:
        """Put the 8-bit pixels of a picture into a slot and answer their shape."""
        pixels = picture.pixels if isinstance(picture, Image) else picture.pixels[..., None]
        block = self._attached(slot.memory)
        place = np.ndarray(pixels.shape, np.uint8, block.buf, slot.offset)
        place[...] = pixels
        height, width, channels = pixels.shape
        return height, width, channels

    def close(self) -> None:
        """Let go of the memory."""
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    def _attached(self, name: str) -> SharedMemory:
        if self._memory is None or self._memory.name != name:
            self.close()
            self._memory = SharedMemory(name)
        return self._memory
