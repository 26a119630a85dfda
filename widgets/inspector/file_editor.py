"""A file to read or to write, or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from nodes.parameters import Opens, Saves
from nodes.relinking import relative
from nodes.spec import ParameterSpec
from widgets.inspector.editor import Editor, TypedLine
from widgets.inspector.glyph_button import GlyphButton

_ENDINGS = {
    "image": ("Pictures", "*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp *.tga"),
    "video": ("Videos", "*.mp4 *.mov *.mkv *.webm *.avi *.gif *.mxf"),
    "audio": ("Sounds", "*.wav *.flac *.mp3 *.ogg *.m4a *.aac *.opus"),
    "text": ("Texts", "*.txt *.md"),
}


class FileEditor(Editor):
    """A path, relative to the project's folder where it lies within it, and a chooser."""

    def __init__(self, spec: ParameterSpec, folder: Path | None) -> None:
        super().__init__()
        marks = [mark for mark in spec.marks if isinstance(mark, (Opens, Saves))]
        self._kinds = marks[0].kinds
        self._saves = isinstance(marks[0], Saves)
        self._folder = folder
        self.line = TypedLine()
        self.button = GlyphButton("mdi6.folder-open-outline", "Choose a file")
        self.line.textEdited.connect(self.choose_text)
        self.line.editingFinished.connect(self.gesture_ended)
        self._add_chooser()
        self.setFocusProxy(self.line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.button)

    def show_value(self, value: Any, *, differs: bool) -> None:
        self.line.show_text(value, differs=differs)
        self.line.setToolTip("" if differs else str(value))
        if not value and not differs:
            self.line.setPlaceholderText("no file" if not self._saves else "")

    def _add_chooser(self) -> None:
        if "folder" in self._kinds:
            self.button.setToolTip("Choose a folder")
            self.button.clicked.connect(self._on_folder_wanted)
        elif not self._saves and "video" in self._kinds and "audio" not in self._kinds:
            menu = QMenu(self)
            self._add_action(menu, "A video …").triggered.connect(self._on_file_wanted)
            frames = self._add_action(menu, "A folder of numbered pictures …")
            frames.triggered.connect(self._on_folder_wanted)
            self.button.open_menu(menu)
        else:
            self.button.clicked.connect(self._on_file_wanted)

    def _add_action(self, menu: QMenu, text: str) -> QAction:
        action = QAction(text, menu)
        menu.addAction(action)
        return action

    @Slot()
    def _on_file_wanted(self) -> None:
        start, window = self._start(), self.window()
        if self._saves:
            found, _ = QFileDialog.getSaveFileName(
                window,
                "Where to write",
                start,
                self._filter(),
                options=QFileDialog.Option.DontConfirmOverwrite,
            )
        else:
            found, _ = QFileDialog.getOpenFileName(window, "Choose a file", start, self._filter())
        self._take(found)

    @Slot()
    def _on_folder_wanted(self) -> None:
        window: QWidget = self.window()
        self._take(QFileDialog.getExistingDirectory(window, "Choose a folder", self._start()))

    def _take(self, found: str) -> None:
        if found:
            path = Path(found)
            self.choose_once(relative(path, self._folder) if self._folder is not None else found)

    def _start(self) -> str:
        """Where the chooser opens: at the file that is named, or in the project's folder."""
        named = Path(self.line.text())
        if self._folder is not None and self.line.text():
            named = self._folder / named
        if self._saves and named.parent.is_dir():
            return str(named)
        if named.is_file() or named.is_dir():
            return str(named)
        return str(self._folder) if self._folder is not None else ""

    def _filter(self) -> str:
        known = [_ENDINGS[kind] for kind in self._kinds if kind in _ENDINGS]
        return ";;".join([*(f"{name} ({endings})" for name, endings in known), "All files (*)"])
