"""The page of the settings on how models are put."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from app.window.model_wish import (
    ATTENTION,
    AUTOMATIC,
    DEVICE,
    OFFLOAD,
    PRECISION,
    keep_word,
    kept_word,
)
from widgets.inspector.dim_label import DimLabel
from widgets.words import noted, said, tr

_DEVICES = {
    AUTOMATIC: noted("Automatic"),
    "cuda": noted("Graphics card"),
    "cpu": noted("Processor"),
}
_PRECISIONS = {
    AUTOMATIC: noted("Automatic"),
    "fp32": noted("FP32: as exact as it gets"),
    "bf16": noted("BF16: half the memory"),
    "fp8": noted("FP8: a quarter of it, a little less exact"),
}
_OFFLOADS = {
    AUTOMATIC: noted("Automatic"),
    "none": noted("Nothing"),
    "parts": noted("Parts: one at a time on the card"),
    "blocks": noted("Blocks: least memory, slow"),
}
_ATTENTIONS = {AUTOMATIC: noted("Automatic"), "native": noted("Native"), "flex": noted("Flex")}


class ModelWishForm(QWidget):
    """Changes hold from the next run."""

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.device = self._box(DEVICE, _DEVICES)
        self.precision = self._box(PRECISION, _PRECISIONS)
        self.offload = self._box(OFFLOAD, _OFFLOADS)
        self.attention = self._box(ATTENTION, _ATTENTIONS)
        words = tr(
            "For nodes that do not say it themselves, from the next run. What is automatic goes by "
            "the memory that is free. Another precision that you choose here makes other results; "
            "the rest only decides where and how fast."
        )
        form = QFormLayout(self)
        form.addRow(tr("&Device"), self.device)
        form.addRow(tr("&Precision"), self.precision)
        form.addRow(tr("&Offloading"), self.offload)
        form.addRow(tr("A&ttention"), self.attention)
        form.addRow("", DimLabel(words))
        self.device.currentIndexChanged.connect(self._on_chosen)
        self.precision.currentIndexChanged.connect(self._on_chosen)
        self.offload.currentIndexChanged.connect(self._on_chosen)
        self.attention.currentIndexChanged.connect(self._on_chosen)

    def _box(self, name: str, choices: dict[str, str]) -> QComboBox:
        box = QComboBox()
        for word, label in choices.items():
            box.addItem(said(label), word)
        box.setCurrentIndex(max(0, box.findData(kept_word(self._settings, name))))
        return box

    @Slot()
    def _on_chosen(self) -> None:
        for name, box in (
            (DEVICE, self.device),
            (PRECISION, self.precision),
            (OFFLOAD, self.offload),
            (ATTENTION, self.attention),
        ):
            keep_word(self._settings, name, str(box.currentData()))
