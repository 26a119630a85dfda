"""How loud the viewer was when it was last heard: kept in the settings, not in the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer, Slot

if TYPE_CHECKING:
    from widgets.viewer.viewer import Viewer

_VOLUME, _MUTED = "viewer/volume", "viewer/muted"
_AFTER_MS = 500
"""A pulled slider is written once it rests."""


class SoundMemory(QObject):
    """Gives a viewer the volume that was kept, and keeps what becomes of it."""

    def __init__(self, viewer: Viewer, settings: QSettings) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._settings = settings
        self._writing = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._writing.timeout.connect(self.keep)
        viewer.driving.set_volume(kept_volume(settings))
        viewer.commands["mute"].setChecked(str(settings.value(_MUTED, "no")) == "yes")
        viewer.driving.sound_changed.connect(self._writing.start)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_quitting)

    @Slot()
    def keep(self) -> None:
        """Keep it now."""
        self._writing.stop()
        sounding = self._viewer.sounding
        self._settings.setValue(_VOLUME, f"{sounding.volume:.2f}")
        self._settings.setValue(_MUTED, "yes" if sounding.is_muted else "no")

    @Slot()
    def _on_quitting(self) -> None:
        if self._writing.isActive():
            self.keep()


def kept_volume(settings: QSettings) -> float:
    """What was kept, 0 to 1; all of it where that cannot be read."""
    try:
        volume = float(str(settings.value(_VOLUME, "1")))
    except ValueError:
        return 1.0
    return min(max(volume, 0.0), 1.0)
