"""Pictures of what was painted once, as many as their room holds. Knows nothing of nodes."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtGui import QPixmap

ROOM = 96 * 1024 * 1024
"""How many bytes the pictures of one canvas may take."""


class PictureStore:
    """Pictures by what they show; those not seen for longest go first."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.taken = 0
        self._pictures: dict[Hashable, QPixmap] = {}

    def __len__(self) -> int:
        return len(self._pictures)

    def find(self, key: Hashable) -> QPixmap | None:
        """A picture that is there still; it counts as seen."""
        found = self._pictures.pop(key, None)
        if found is not None:
            self._pictures[key] = found
        return found

    def keep(self, key: Hashable, picture: QPixmap) -> QPixmap:
        """Keep a picture, and let go of others where there is no room."""
        old = self._pictures.pop(key, None)
        if old is not None:
            self.taken -= _size(old)
        self._pictures[key] = picture
        self.taken += _size(picture)
        while self.taken > self.room and len(self._pictures) > 1:
            first = next(iter(self._pictures))
            self.taken -= _size(self._pictures.pop(first))
        return picture


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4
