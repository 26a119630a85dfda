"""Shared memory for pictures on their way to the window: made, lent by the slot, and unlinked."""

from __future__ import annotations

from multiprocessing.shared_memory import SharedMemory

from nodes.frame_serving.messages import Slot

SLOTS = 8
LEAST_BYTES = 8 << 20
"""Of a slot. Memory that nobody writes to costs nothing."""


class SlotRing:
    """Slots of equal size in one block. Where larger ones are wanted, another block replaces it."""

    def __init__(self, slot_bytes: int = LEAST_BYTES) -> None:
        self._blocks: dict[str, SharedMemory] = {}
        self._lent: dict[str, int] = {}
        self._free: list[Slot] = []
        self._size = 0
        self._grow(slot_bytes)

    def take(self, size: int, *, spare: int = 0) -> Slot | None:
        """A slot of at least `size` bytes, or None while too few are free. `spare` are left."""
        if size > self._size:
            self._grow(size)
        if len(self._free) <= spare:
            return None
        slot = self._free.pop()
        self._lent[slot.memory] += 1
        return slot

    def read(self, slot: Slot, size: int) -> bytes:
        """A copy of the first bytes of a slot."""
        block = self._blocks[slot.memory].buf
        assert block is not None
        return bytes(block[slot.offset : slot.offset + size])

    def give_back(self, slot: Slot) -> None:
        """The slot may be written again."""
        self._lent[slot.memory] -= 1
        if slot.size == self._size:
            self._free.append(slot)
        elif not self._lent[slot.memory]:
            self._unlink(slot.memory)

    def close(self) -> None:
        """Give the memory back to the system."""
        for name in list(self._blocks):
            self._unlink(name)
        self._free.clear()

    def _grow(self, slot_bytes: int) -> None:
        for name in [name for name, lent in self._lent.items() if not lent]:
            self._unlink(name)
        block = SharedMemory(create=True, size=SLOTS * slot_bytes)
        self._size = slot_bytes
        self._blocks[block.name] = block
        self._lent[block.name] = 0
        self._free = [Slot(block.name, at * slot_bytes, slot_bytes) for at in range(SLOTS)]

    def _unlink(self, name: str) -> None:
        block = self._blocks.pop(name)
        del self._lent[name]
        block.close()
        block.unlink()
