"""A file to read or to write, or a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QEnterEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QMenu, QWidget

from nodes.parameters import Opens, Saves
from nodes.relinking import relative
from nodes.spec import ParameterSpec
from widgets.inspector.editor import Editor, TypedLine
from widgets.inspector.glyph_button import GlyphButton
from widgets.inspector.missing_file import MissingFile
from widgets.words import noted, said, tr

_ENDINGS = {
    "image": (noted("Pictures"), "*.png *.jpg *.jpeg *.tif *.tiff *.webp *.bmp *.tga"),
    "video": (noted("Videos"), "*.mp4 *.mov *.mkv *.webm *.avi *.gif *.mxf"),
    "audio": (noted("Sounds"), "*.wav *.flac *.mp3 *.ogg *.m4a *.aac *.opus"),
    "text": (noted("Texts"), "*.txt *.md"),
    "masks": (noted("Masks as run lengths"), "*.json"),
    "weights": (noted("Weights"), "*.safetensors"),
    "document": (noted("Documents"), "*.pdf *.otio *.edl *.csv"),
}


class FileEditor(Editor):
    """A path, relative to the project's folder where it lies within it, and a chooser.

    A file can be dropped on it. Where a file that is read is not there, it says so and offers to
    look for it.
    """

    relinked = Signal(str, object)
    """The missing file that was named, and the Path that stands in for it."""

    def __init__(self, spec: ParameterSpec, folder: Path | None) -> None:
        super().__init__()
        marks = [mark for mark in spec.marks if isinstance(mark, (Opens, Saves))]
        self._kinds = marks[0].kinds
        self._saves = isinstance(marks[0], Saves)
        self._folder = folder
        self.line = TypedLine()
        self.button = GlyphButton("mdi6.folder-open-outline", tr("Choose a file"))
        self.line.textEdited.connect(self.choose_text)
        self.line.editingFinished.connect(self.gesture_ended)
        self._add_chooser()
        self.setFocusProxy(self.line)
        self.setAcceptDrops(True)
        self.line.setAcceptDrops(False)
        self.missing = MissingFile(chooser_kinds(self._kinds))
        self.missing.found.connect(self.relinked)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line, 0, 0, 1, 2)
        layout.addWidget(self.button, 0, 2)
        layout.addWidget(self.missing, 1, 0, 1, 3)
        layout.setColumnStretch(0, 1)
        self._value = ""
        self._looked_for: str | None = None

    def show_value(self, value: Any, *, differs: bool) -> None:
        self.line.show_text(value, differs=differs)
        self.line.setToolTip("" if differs else str(value))
        if not self.line.hasFocus():
            self.line.end(False)  # of a long path the name of the file is seen
        if not value and not differs:
            self.line.setPlaceholderText(tr("no file") if not self._saves else "")
        self._value = "" if differs else str(value)
        if self._value != self._looked_for:
            self._look()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._take(str(path))

    def _dropped(self, mime: QMimeData) -> Path | None:
        """The one file of a fitting kind, or the one folder, that is dragged."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if len(paths) != 1:
            return None
        known = " ".join(_ENDINGS[kind][1] for kind in self._kinds if kind in _ENDINGS)
        takes_folders = "folder" in self._kinds or (not self._saves and "video" in self._kinds)
        if paths[0].is_dir():
            return paths[0] if takes_folders else None
        return paths[0] if f"*{paths[0].suffix.lower()}" in known.split() else None

    def _look(self) -> None:
        """Look whether the file that is read is there."""
        self._looked_for = self._value
        self.missing.look("" if self._saves else self._value, self._folder)

    def _add_chooser(self) -> None:
        if "folder" in self._kinds:
            self.button.setToolTip(tr("Choose a folder"))
            self.button.setAccessibleName(tr("Choose a folder"))
            self.button.clicked.connect(self._on_folder_wanted)
        elif not self._saves and "video" in self._kinds and "audio" not in self._kinds:
            menu = QMenu(self)
            self._add_action(menu, tr("A video …")).triggered.connect(self._on_file_wanted)
            frames = self._add_action(menu, tr("A folder of numbered pictures …"))
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
                tr("Where to write"),
                start,
                chooser_kinds(self._kinds),
                options=QFileDialog.Option.DontConfirmOverwrite,
            )
        else:
            found, _ = QFileDialog.getOpenFileName(
                window, tr("Choose a file"), start, chooser_kinds(self._kinds)
            )
        self._take(found)

    @Slot()
    def _on_folder_wanted(self) -> None:
        window: QWidget = self.window()
        self._take(QFileDialog.getExistingDirectory(window, tr("Choose a folder"), self._start()))

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


def chooser_kinds(kinds: Iterable[str]) -> str:
    """What a chooser of files shows: the kinds by name, and all files."""
    known = [_ENDINGS[kind] for kind in kinds if kind in _ENDINGS]
    named = [f"{said(name)} ({endings})" for name, endings in known]
    return ";;".join([*named, tr("All files (*)")])
