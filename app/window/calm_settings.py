"""Settings whose file is written in a thread: no disk holds the window when one is changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QSettings, QThread, Signal, Slot

_GONE = object()


class _Scribe(QObject):
    """Lives in the thread. Qt writes the file there, in its own time and without Python's lock."""

    def __init__(self, file: str, kind: QSettings.Format) -> None:
        super().__init__()
        self._file = file
        self._kind = kind
        self._kept: QSettings | None = None

    @Slot(object)
    def take(self, changes: dict[str, Any]) -> None:
        """Keep these."""
        if self._kept is None:
            self._kept = QSettings(self._file, self._kind)
        _carry_out(self._kept, changes)

    @Slot()
    def end(self) -> None:
        """Write what is left, in the thread that it belongs to."""
        self._kept = None


class CalmSettings(QSettings):
    """Settings held in memory, of which the file on the disk is a copy. `close` them at the end.

    What another program writes meanwhile is kept, key by key, and read at the next start.
    """

    _changed = Signal(object)

    def __init__(self, file: str = "") -> None:
        """Those of the program, or of a file."""
        if file:
            super().__init__(file, QSettings.Format.IniFormat)
        else:
            super().__init__()
        self._values: dict[str, Any] = {
            key: super(CalmSettings, self).value(key) for key in super().allKeys()
        }
        self._changes: dict[str, Any] = {}
        """All that was changed, for the end."""
        self._thread = QThread(self)
        self._scribe = _Scribe(self.fileName(), self.format())
        self._scribe.moveToThread(self._thread)
        self._changed.connect(self._scribe.take)
        self._thread.finished.connect(self._scribe.end)
        self._thread.start(QThread.Priority.LowPriority)

    def close(self) -> None:
        """Write what is not on the disk yet, and wait for it. A second call does nothing."""
        if self._thread.isRunning():
            self._thread.quit()
            self._thread.wait()
            self.sync()

    def value(self, key: str, defaultValue: Any = None, type: object = None) -> Any:  # noqa: N803 - Qt's names
        return self._values.get(key, defaultValue)

    def contains(self, key: str) -> bool:
        return key in self._values

    def allKeys(self) -> list[str]:
        return sorted(self._values)

    def setValue(self, key: str, value: Any) -> None:
        self._values[key] = value
        self._change({key: value})

    def remove(self, key: str) -> None:
        gone = [one for one in self._values if one == key or one.startswith(f"{key}/")]
        for one in gone:
            del self._values[one]
        self._change(dict.fromkeys([*gone, key], _GONE))

    def sync(self) -> None:
        """Have all of it on the disk, now."""
        kept = QSettings(self.fileName(), self.format())
        _carry_out(kept, self._changes)
        kept.sync()

    def _change(self, changes: dict[str, Any]) -> None:
        self._changes |= changes
        self._changed.emit(changes)


def _carry_out(settings: QSettings, changes: dict[str, Any]) -> None:
    for key, value in changes.items():
        if value is _GONE:
            settings.remove(key)
        else:
            settings.setValue(key, value)
