"""A token of the hub goes into the system's keyring, and nowhere else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from app.window.aside import Aside
from pipelines.models.hub_token import keep_token
from widgets.inspector.dim_label import DimLabel
from widgets.models.part_card import HUB, LinkLabel
from widgets.words import tr


class _Keeping(Aside):
    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def work(self) -> bool:
        return keep_token(self._token)


class TokenDialog(QDialog):
    """Takes a token, or takes the one that is kept away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Token of the Hub"))
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setPlaceholderText("hf_…")
        self.line.setAccessibleName(tr("Token of the Hub"))
        self.words = DimLabel(
            tr("It is kept in this system’s keyring only, and is sent only to the hub.")
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        roles = QDialogButtonBox.ButtonRole
        self.keep = self.buttons.addButton(tr("&Keep"), roles.AcceptRole)
        self.forget = self.buttons.addButton(tr("&Forget the Kept One"), roles.DestructiveRole)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.words)
        column.addWidget(LinkLabel(tr("Make one on the hub"), f"{HUB}/settings/tokens"))
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(60 * self.fontMetrics().horizontalAdvance("x"))
        self._keeping: _Keeping | None = None
        self.keep.setEnabled(False)
        self.line.textChanged.connect(self._on_typed)
        self.buttons.accepted.connect(self._on_keep)
        self.buttons.rejected.connect(self.reject)
        self.forget.clicked.connect(self._on_forget)

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        self.keep.setEnabled(bool(words.strip()))

    @Slot()
    def _on_keep(self) -> None:
        self._begin(self.line.text().strip())

    @Slot()
    def _on_forget(self) -> None:
        self._begin("")

    def _begin(self, token: str) -> None:
        for button in self.buttons.buttons():
            button.setEnabled(False)
        self._keeping = _Keeping(token)
        self._keeping.told.connect(self._on_kept)
        self._keeping.start()

    @Slot(object)
    def _on_kept(self, was_kept: bool) -> None:
        if was_kept:
            self.accept()
            return
        for button in self.buttons.buttons():
            button.setEnabled(True)
        self.words.setText(
            tr(
                "This machine has no keyring that answers, and a token is kept nowhere else. "
                "Nothing was kept. Set HF_TOKEN in the environment instead."
            )
        )
