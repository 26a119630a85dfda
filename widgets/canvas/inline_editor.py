"""The one real editor on the canvas, over the value of a node while it is edited."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from nodes.spec import ParameterSpec
from widgets.inspector.editor import Editor
from widgets.inspector.editors import editor_for
from widgets.inspector.help_lines import spoken

_GESTURES = count()


class InlineEditor(QFrame):
    """Holds an editor of the inspector; goes away when it is done, or the eye moves."""

    chosen = Signal(object, str)
    """A value, and the name under which such edits become one step."""
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.folder: Path | None = None
        """The project's, None while it has none."""
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self.editor: Editor | None = None
        self._gesture = ""
        self.hide()

    def edit(self, spec: ParameterSpec, value: Any, field: QRect) -> None:
        """Edit a value over its field (of the parent)."""
        self.close_editor()
        self.editor = editor = editor_for(spec, self.folder)
        self._layout.addWidget(editor)
        name = spoken(spec.name)
        self.setAccessibleName(name)
        editor.name_for_readers(name, "")
        editor.show_value(value, differs=False)
        editor.chosen.connect(self._on_chosen)
        editor.gesture_ended.connect(self._on_gesture_ended)
        self._on_gesture_ended()
        hint = self.sizeHint()
        width, height = max(field.width(), hint.width()), max(field.height(), hint.height())
        room = self._parent.rect()
        left = min(field.left(), room.right() - width)
        top = min(field.center().y() - height // 2, room.bottom() - height)
        self.setGeometry(max(0, left), max(0, top), width, height)
        self.show()
        self.raise_()
        (editor.focusProxy() or _first_field(editor)).setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr] - an application runs

    def show_value(self, value: Any) -> None:
        """Show what holds now."""
        if self.editor is not None:
            self.editor.show_value(value, differs=False)

    @Slot()
    def close_editor(self) -> None:
        """Go away."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr] - as above
        self.hide()
        self._layout.removeWidget(editor)
        editor.deleteLater()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_editor()
            return
        super().keyPressEvent(event)

    @Slot(object)
    def _on_chosen(self, value: Any) -> None:
        self.chosen.emit(value, self._gesture)

    @Slot()
    def _on_gesture_ended(self) -> None:
        self._gesture = f"inline {next(_GESTURES)}"

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Done, unless a list or dialog of the editor took over."""
        if now is not None and not self.isAncestorOf(now) and now.window() is self.window():
            self.close_editor()


def _first_field(editor: QWidget) -> QWidget:
    fields = (
        one for one in editor.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    return next(fields, editor)
