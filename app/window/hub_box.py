"""Where models are fetched from, whether, and with whose token. Remembered as it is changed."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.models.kept_choices import keep_endpoint, keep_offline, kept_choice
from app.window.aside import Aside
from app.window.token_dialog import TokenDialog
from pipelines.models.hub_token import TokenPlace, token_place
from widgets.inspector.dim_label import DimLabel
from widgets.words import noted, said, tr

_PLACES = {
    TokenPlace.NONE: noted("There is none. Only models whose makers ask for an account need one."),
    TokenPlace.KEYRING: noted("There is one in this system’s keyring."),
    TokenPlace.ENVIRONMENT: noted("The one in the environment (HF_TOKEN) is used."),
    TokenPlace.NO_KEYRING: noted(
        "This machine has no keyring, and a token is kept nowhere else. Set HF_TOKEN instead."
    ),
}


class _Look(Aside):
    """A keyring may ask the person to unlock it."""

    def work(self) -> TokenPlace:
        return token_place()


class HubBox(QWidget):
    """Mirror, offline switch, token."""

    changed = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        choice = kept_choice(settings)
        self.endpoint = QLineEdit(choice.endpoint)
        self.endpoint.setPlaceholderText(os.environ.get("HF_ENDPOINT") or "https://huggingface.co")
        self.endpoint.setAccessibleName(tr("Mirror"))
        self.wrong = DimLabel(tr("A mirror’s address begins with https:// or http://."))
        self.offline = QCheckBox(tr("Fetch nothing: models are used only as they are here"))
        self.offline.setChecked(choice.offline)
        self.token_words = DimLabel(tr("Looking …"))
        self.token = QPushButton(tr("Set a Token …"))
        self.token.setAutoDefault(False)
        self.token.setEnabled(False)
        self._lay_out()
        self._show_wrong()
        self.endpoint.editingFinished.connect(self._on_endpoint_edited)
        self.endpoint.textChanged.connect(self._show_wrong)
        self.offline.toggled.connect(self._on_offline_toggled)
        self.token.clicked.connect(self._on_token_clicked)
        self._begin_look()

    def _lay_out(self) -> None:
        mirror = QLabel(tr("&Mirror"))
        mirror.setBuddy(self.endpoint)
        table = QGridLayout()
        table.setColumnStretch(1, 1)
        table.setHorizontalSpacing(16)
        rows = (
            (mirror, self.endpoint),
            (None, self.wrong),
            (None, DimLabel(tr("Empty: the hub itself, or what HF_ENDPOINT names."))),
            (QLabel(tr("Offline")), self.offline),
            (QLabel(tr("Token of the hub")), self.token_words),
        )
        for row, (name, value) in enumerate(rows):
            if name is not None:
                table.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(value, row, 1, 1, 1 if value is self.token_words else 2)
        table.addWidget(self.token, len(rows) - 1, 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.addLayout(table)
        column.addStretch(1)

    def _begin_look(self) -> None:
        self._look = _Look()
        self._look.told.connect(self._on_found)
        self._look.start()

    @Slot()
    def _show_wrong(self) -> None:
        self.wrong.setVisible(not _is_address(self.endpoint.text()))

    @Slot()
    def _on_endpoint_edited(self) -> None:
        if _is_address(self.endpoint.text()):
            keep_endpoint(self._settings, self.endpoint.text().rstrip("/"))
            self.changed.emit()

    @Slot(bool)
    def _on_offline_toggled(self, wanted: bool) -> None:
        keep_offline(self._settings, offline=wanted)
        self.changed.emit()

    @Slot(object)
    def _on_found(self, place: TokenPlace) -> None:
        if self.sender() is not self._look:
            return  # it is being looked again
        self.token_words.setText(said(_PLACES[place]))
        self.token.setEnabled(place in (TokenPlace.NONE, TokenPlace.KEYRING))
        has_one = place is TokenPlace.KEYRING
        self.token.setText(tr("Change …") if has_one else tr("Set a Token …"))

    @Slot()
    def _on_token_clicked(self) -> None:
        dialog = TokenDialog(self)
        dialog.finished.connect(self._on_token_done)
        dialog.open()

    @Slot()
    def _on_token_done(self) -> None:
        self._begin_look()


def _is_address(words: str) -> bool:
    address = words.strip()
    return not address or (address.startswith(("https://", "http://")) and " " not in address)
