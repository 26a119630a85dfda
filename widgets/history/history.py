"""The history: every step by name, the saved one marked; a click goes back or forth to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QPalette, QUndoStack
from PySide6.QtWidgets import QLabel, QLineEdit, QUndoView, QVBoxLayout, QWidget

from widgets.icons import icon
from widgets.words import tr


class History(QWidget):
    """Shows an undo stack."""

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self.field = QLineEdit()
        self.list = QUndoView(stack)
        self.line = QLabel()
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.field, self.list, self.line):
            layout.addWidget(part)
        self.setFocusProxy(self.list)
        self.commands = self._made_commands()
        self.field.textChanged.connect(self.update_content)
        stack.indexChanged.connect(self.update_content)
        stack.cleanChanged.connect(self.update_content)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the steps whose names hold the words of the field, and where one is."""
        words = self.field.text().lower().split()
        model = self.list.model()
        for row in range(model.rowCount()):
            name = str(model.index(row, 0).data()).lower()
            self.list.setRowHidden(row, not all(word in name for word in words))
        stack = self._stack
        place = tr("Step {index} of {count}", index=stack.index(), count=stack.count())
        self.line.setText(f"{place}, {self._saved_words()}")
        self.commands["saved"].setEnabled(stack.cleanIndex() not in (-1, stack.index()))

    def put_away(self) -> None:
        """The stack is going, and tells of it once more while it goes."""
        self._stack.indexChanged.disconnect(self.update_content)
        self._stack.cleanChanged.disconnect(self.update_content)
        self.list.setStack(None)  # pyright: ignore[reportArgumentType] - Qt takes none

    @Slot()
    def go_to_saved(self) -> None:
        """Undo or redo until the project is as it was saved."""
        if self._stack.cleanIndex() >= 0:
            self._stack.setIndex(self._stack.cleanIndex())

    @Slot()
    def ask_words(self) -> None:
        """Go to the field that finds steps."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _saved_words(self) -> str:
        clean = self._stack.cleanIndex()
        if clean == self._stack.index():
            return tr("as it was saved")
        if clean < 0:
            return tr("the saved step is gone")
        return tr("saved at step {index}", index=clean)

    def _dress(self) -> None:
        self.field.setPlaceholderText(tr("Find a step"))
        self.field.setAccessibleName(tr("Find a step"))
        self.field.setClearButtonEnabled(True)
        self.list.setAccessibleName(tr("Steps, the newest last"))
        self.list.setEmptyLabel(tr("As it was opened"))
        self.list.setUniformItemSizes(True)
        self.line.setTextFormat(Qt.TextFormat.PlainText)
        self.line.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.line.setMargin(self.fontMetrics().height() // 4)
        self._draw_mark()

    def _draw_mark(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.Text)
        self.list.setCleanIcon(icon("mdi6.content-save", colour))

    def _made_commands(self) -> dict[str, QAction]:
        find, saved = (
            QAction(tr("&Find a Step …"), self),
            QAction(tr("&Go to the Saved Step"), self),
        )
        find.setShortcut(QKeySequence("Ctrl+F"))
        find.triggered.connect(self.ask_words)
        saved.triggered.connect(self.go_to_saved)
        made = {"find": find, "saved": saved}
        for action in made.values():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self.list.addActions(list(made.values()))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return made

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_mark()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 36, metrics.height() * 16)
