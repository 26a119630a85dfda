"""Looking at all models and deleting one, in threads: disks may be slow, and folders large."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QThread, Signal, Slot

from app.models.stocktaking import take_stock
from pipelines.errors import StoryloomError
from pipelines.models.on_this_machine import model_store
from widgets.words import told


class _Look(QThread):
    found = Signal(object)

    def __init__(self, used_by: Mapping[str, tuple[str, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._used_by = used_by

    def run(self) -> None:
        self.found.emit(take_stock(self._used_by))


class _Removal(QThread):
    removed = Signal(str, object, str)

    def __init__(self, model: str, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def run(self) -> None:
        freed, wrong = 0, ""
        try:
            freed = model_store().remove(self._model)
        except StoryloomError as error:
            wrong = told(error)
        except OSError as error:
            wrong = str(error.strerror)
        self.removed.emit(self._model, freed, wrong)


class Background(QObject):
    """One look at a time, and another after it where it was asked for meanwhile."""

    found = Signal(object)
    """A Stock."""
    removed = Signal(str, object, str)
    """A model, the bytes that were freed, and what went wrong."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.used_by: Mapping[str, tuple[str, ...]] = {}
        self._look: _Look | None = None
        self._is_due = False
        self._removals: list[_Removal] = []

    @property
    def is_looking(self) -> bool:
        """Whether it is being looked just now."""
        return self._look is not None

    def look(self) -> None:
        """Look at everything soon."""
        if self._look is not None:
            self._is_due = True
            return
        self._is_due = False
        self._look = _Look(self.used_by, self)
        self._look.found.connect(self.found)
        self._look.finished.connect(self._on_looked)
        self._look.start()

    def remove(self, model: str) -> None:
        """Delete what only this model needs."""
        removal = _Removal(model, self)
        removal.removed.connect(self.removed)
        removal.finished.connect(self._on_removal_finished)
        self._removals.append(removal)
        removal.start()

    def close(self) -> None:
        """Wait for what is under way."""
        self._is_due = False
        for thread in filter(None, (self._look, *self._removals)):
            thread.wait()

    @Slot()
    def _on_looked(self) -> None:
        look, self._look = self._look, None
        if look is not None:
            look.deleteLater()
        if self._is_due:
            self.look()

    @Slot()
    def _on_removal_finished(self) -> None:
        removal = self.sender()
        if isinstance(removal, _Removal):
            self._removals.remove(removal)
            removal.deleteLater()
            self.look()
