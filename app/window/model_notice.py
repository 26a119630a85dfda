"""What the window of models says above its list: offline, a wrong list, what was not finished."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.models.model_desk import ModelDesk
from widgets.words import told, tr


class ModelNotice(QFrame):
    """One thing at a time, the most pressing first; hidden where there is none."""

    def __init__(self, desk: ModelDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.go_on = QPushButton(tr("Go On"))
        self.forget = QPushButton(tr("Forget"))
        row = QHBoxLayout(self)
        row.addWidget(self.words, 1)
        for button in (self.go_on, self.forget):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.go_on.clicked.connect(self._on_go_on)
        self.forget.clicked.connect(desk.forget_offered)
        desk.stock_changed.connect(self.update_content)
        desk.downloads.changed.connect(self.update_content)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Say what there is to say now."""
        words = self._said()
        self.words.setText(words)
        self.setVisible(bool(words))
        has_offer = bool(self._desk.offered) and self._problem() == ""
        self.go_on.setVisible(has_offer)
        self.forget.setVisible(has_offer)

    def _problem(self) -> str:
        stock = self._desk.stock
        return told(stock.problem) if stock is not None and stock.problem is not None else ""

    def _said(self) -> str:
        if problem := self._problem():
            return problem
        if self._desk.offered:
            titles = ", ".join(self._desk.title_of(one) for one in self._desk.offered)
            return tr("Not finished when the program ended: {models}", models=titles)
        if self._desk.choice().offline:
            return tr("Fetching models is switched off, in “Network and Token”.")
        return ""

    @Slot()
    def _on_go_on(self) -> None:
        self._desk.fetch(self._desk.offered)
