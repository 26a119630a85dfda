"""A folder of the person's own becomes a model of the list: what it is, and what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.models.model_desk import ModelDesk
from app.models.own_list import OwnFolder, add_own_folder, usable_files
from app.window.aside import Aside
from pipelines.errors import StoryloomError
from pipelines.models.catalogue import Family
from pipelines.models.on_this_machine import own_catalogue
from widgets.inspector.dim_label import DimLabel
from widgets.words import told, tr

_FAMILIES = {
    Family.WAN_VACE: "Wan VACE",
    Family.WAN_TEXT: "Wan text to video",
    Family.LTX: "LTX-Video",
    Family.SAM2: "SAM 2",
    Family.GROUNDING_DINO: "Grounding DINO",
    Family.QWEN25_VL: "Qwen2.5-VL",
    Family.QWEN3_VL: "Qwen3-VL",
    Family.DINOV2: "DINOv2",
    Family.CLIP: "CLIP",
    Family.BACKBONE: "LPIPS",
    Family.DEPTH: "Depth Anything",
    Family.POSE: "ViTPose",
    Family.LORA: "LoRA",
}


class _Scan(Aside):
    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def work(self) -> tuple[str, ...]:
        return usable_files(self._folder)


class _Added(NamedTuple):
    """The id that it got, and what went wrong."""

    name: str
    wrong: str


class _Adding(Aside):
    def __init__(self, own: OwnFolder) -> None:
        super().__init__()
        self._own = own

    def work(self) -> _Added:
        name, wrong = "", ""
        try:
            name = add_own_folder(own_catalogue(), self._own)
        except StoryloomError as error:
            wrong = told(error)
        except (OSError, UnicodeDecodeError) as error:
            wrong = str(error)
        return _Added(name, wrong)


class OwnFolderDialog(QDialog):
    """Nothing is copied: the files stay where they are."""

    added = Signal(str)
    """The id of the model that was added."""

    def __init__(self, folder: Path, desk: ModelDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Add a Folder"))
        self._folder = folder
        self._desk = desk
        self._files: tuple[str, ...] = ()
        self.title = QLineEdit(folder.name)
        self.family = QComboBox()
        for family, name in _FAMILIES.items():
            self.family.addItem(name, family.value)
        self.words = DimLabel(tr("Looking …"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = self.buttons.addButton(tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        place = QLabel(str(folder))
        place.setTextFormat(Qt.TextFormat.PlainText)
        place.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("Folder"), place)
        form.addRow(tr("&Title"), self.title)
        form.addRow(tr("&Kind of model"), self.family)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.words)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(60 * self.fontMetrics().horizontalAdvance("x"))
        self.add.setEnabled(False)
        self.title.textChanged.connect(self._update_content)
        self.buttons.accepted.connect(self._on_agreed)
        self.buttons.rejected.connect(self.reject)
        self._aside: Aside = _Scan(folder)
        self._aside.told.connect(self._on_found)
        self._aside.start()

    @Slot()
    def _update_content(self) -> None:
        self.add.setEnabled(bool(self._files) and bool(self.title.text().strip()))

    @Slot(object)
    def _on_found(self, files: tuple[str, ...]) -> None:
        self._files = files
        self.words.setText(
            tr("Found: {files}. They stay where they are.", files=", ".join(files))
            if files
            else tr(
                "There are no .safetensors in this folder. Weights in other forms are never "
                "opened: convert them with a tool of their maker’s."
            )
        )
        self._update_content()

    @Slot()
    def _on_agreed(self) -> None:
        family = Family(str(self.family.currentData()))
        own = OwnFolder(self.title.text().strip(), family, self._folder, self._files)
        self.add.setEnabled(False)
        self._aside = _Adding(own)
        self._aside.told.connect(self._desk.look)  # also where this is closed meanwhile
        self._aside.told.connect(self._on_added)
        self._aside.start()

    @Slot(object)
    def _on_added(self, added: _Added) -> None:
        if added.wrong:
            self.words.setText(added.wrong)
            self._update_content()
            return
        self.added.emit(added.name)
        self.accept()
