"""The inspector: the title, the help and the parameters of what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nodes.edits import RenameNode
from nodes.refusals import GraphError
from nodes.spec import ParameterSpec
from widgets.document_model import DocumentModel
from widgets.inspector.editor import TypedLine
from widgets.inspector.elided_label import ElidedLabel
from widgets.inspector.fields import Subject, subject_of
from widgets.inspector.parameter_row import ParameterRow

_NOTHING = "Nothing is selected.\n\nSelect a node to see what it does and what can be set on it."
_NO_PARAMETERS = "There is nothing to set on this node."
_NOTHING_SHARED = "These nodes have no parameter in common."
_RENAMINGS = count()


class Inspector(QWidget):
    """Edits the selected nodes through the model."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._at: tuple[str, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._folder: Path | None = None
        self._renaming = next(_RENAMINGS)
        self._is_renaming = False
        self._built: tuple[object, ...] = ()
        self.rows: dict[str, ParameterRow] = {}
        self.title = TypedLine()
        self.several = ElidedLabel()
        self.kind = ElidedLabel()
        self.help = QLabel()
        self.empty = QLabel(_NOTHING)
        self._body = QWidget()
        self._rows_layout = QVBoxLayout()
        self._dress()
        self._lay_out()
        self.title.textEdited.connect(self._on_title_edited)
        self.title.editingFinished.connect(self._on_title_finished)
        model.edited.connect(self.update_content)
        self.update_content()

    def set_selection(self, ids: Sequence[str], at: tuple[str, ...] = ()) -> None:
        """Show other nodes: their ids, and the groups that lead to them."""
        self._at, self._ids = at, tuple(ids)
        self._is_renaming = False
        self.update_content()

    def set_folder(self, folder: Path | None) -> None:
        """The project's folder: paths within it are shown relative to it."""
        self._folder = folder
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show what is selected as it is now."""
        subject = subject_of(self._model.document, self._at, self._ids)
        self._body.setVisible(subject is not None)
        self.empty.setVisible(subject is None)
        if subject is None:
            self._build_rows(None)
            return
        self._show_head(subject)
        self._build_rows(subject)
        for field in subject.fields:
            self.rows[field.name].show_field(field)

    def _show_head(self, subject: Subject) -> None:
        is_one = len(subject.nodes) == 1
        self.title.setVisible(is_one)
        self.several.setVisible(not is_one)
        self.several.show_text(subject.title)
        is_typing = is_one and self._is_renaming
        shown = subject.title if is_typing or subject.title else subject.kind
        if shown != (self.title.text().strip() if is_typing else self.title.text()):
            self.title.setText(shown)
            self.title.setCursorPosition(0)
        self.kind.show_text(_kind_line(subject))
        self.help.setText(subject.help)
        self.help.setVisible(bool(subject.help))

    def _build_rows(self, subject: Subject | None) -> None:
        """Make the rows anew where other nodes or parameters are shown, and only then."""
        ids = tuple(node.id for node in subject.nodes) if subject is not None else ()
        specs: list[tuple[str, ParameterSpec]] = []
        if subject is not None:
            specs = [(field.name, field.spec) for field in subject.fields]
        wanted = (self._at, ids, self._folder, [(name, id(spec)) for name, spec in specs])
        if wanted == self._built:
            return
        self._built = wanted
        while (item := self._rows_layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for field in subject.fields if subject is not None else ():
            row = ParameterRow(self._model, self._at, ids, field, self._folder)
            self.rows[field.name] = row
            self._rows_layout.addWidget(row)
        if subject is not None and not subject.fields:
            self._rows_layout.addWidget(
                _dim(QLabel(_NO_PARAMETERS if len(ids) == 1 else _NOTHING_SHARED))
            )

    def _dress(self) -> None:
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self.title.setFont(font)
        self.title.setAccessibleName("Title of the node")
        self.title.setToolTip("Click to give the node another title")
        self.kind.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.several.setFont(font)
        for label in (self.help, self.empty):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        _dim(self.empty)
        self.setAccessibleName("Inspector")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.several)
        column.addWidget(self.kind)
        column.addSpacing(4)
        column.addWidget(self.help)
        column.addSpacing(8)
        self._rows_layout.setSpacing(8)
        column.addLayout(self._rows_layout)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._page())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 50)

    def _page(self) -> QWidget:
        page = QWidget()
        both = QVBoxLayout(page)
        both.setContentsMargins(0, 0, 0, 0)
        self.empty.setMargin(24)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        both.addWidget(self._body)
        both.addWidget(self.empty)
        return page

    @Slot(str)
    def _on_title_edited(self, text: str) -> None:
        self._is_renaming = True
        edit = RenameNode(at=self._at, node=self._ids[0], title=text.strip())
        try:
            self._model.do(edit, "Rename", merge=f"rename {self._renaming}")
        except GraphError:
            self.update_content()  # the node went away while its title was typed

    @Slot()
    def _on_title_finished(self) -> None:
        self._renaming = next(_RENAMINGS)
        self._is_renaming = False
        self.update_content()


def _kind_line(subject: Subject) -> str:
    """The kind where the title does not say it, and the id that the command line uses."""
    if len(subject.nodes) > 1:
        return subject.kind
    node_id, *_ = (node.id for node in subject.nodes)
    return f"{subject.kind} · {node_id}" if subject.title else node_id


def _dim(label: QLabel) -> QLabel:
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setWordWrap(True)
    return label
