"""Space over a viewer: tapped it plays, held it pans."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from widgets.viewer.picture_view import PictureView
from widgets.viewer.playback import Playback


class SpaceHand(QObject):
    """Is told of keys by the viewer, and answers whether they were its own."""

    def __init__(self, playback: Playback, picture: PictureView, parent: QObject) -> None:
        super().__init__(parent)
        self._playback = playback
        self._picture = picture
        self._is_held = False
        self._panned = False

    def press(self, event: QKeyEvent) -> bool:
        """A key goes down."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if not event.isAutoRepeat():
            self._is_held, self._panned = True, False
            self._picture.installEventFilter(self)
            self._picture.set_pans_with_left(pans=True)
        return True

    def release(self, event: QKeyEvent) -> bool:
        """A key comes up."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat() or not self._is_held:
            return False
        self.let_go()
        if not self._panned:
            self._playback.toggle()
        return True

    def let_go(self) -> None:
        """As if it were up: the keys go elsewhere."""
        if self._is_held:
            self._is_held = False
            self._picture.removeEventFilter(self)
            self._picture.set_pans_with_left(pans=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._panned = True
        return False
