"""The inspector: the title, the help and the parameters of what is selected."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from nodes.edits import RenameNode
from nodes.refusals import GraphError
from nodes.spec import ParameterSpec
from widgets.document_model import DocumentModel
from widgets.elided_label import ElidedLabel
from widgets.inspector.dim_label import DimLabel
from widgets.inspector.editor import TypedLine
from widgets.inspector.field_row import FieldRow
from widgets.inspector.fields import Field, Subject, subject_of
from widgets.inspector.found_row import FoundRow
from widgets.inspector.help_lines import spoken
from widgets.inspector.masks_row import MasksRow
from widgets.inspector.model_editor import ModelEditor
from widgets.inspector.model_row import ModelRow
from widgets.inspector.named_models_row import NamedModelsRow
from widgets.inspector.node_help import NodeHelp
from widgets.inspector.panels_row import PanelsRow
from widgets.inspector.parameter_row import ParameterRow
from widgets.inspector.rows import rows_for
from widgets.inspector.size_row import SizeRow
from widgets.models.shelf import ModelShelf
from widgets.words import noted, said, tr

_NOTHING = noted(
    "Nothing is selected.\n\nSelect a node to see what it does and what can be set on it."
)
_NO_PARAMETERS = noted("There is nothing to set on this node.")
_NOTHING_SHARED = noted("These nodes have no parameter in common.")
_FILTERED_FROM = 9
"""Parameters from which on a line to find one is worth its room."""
_MOST_KEPT = 6
_RENAMINGS = count()


class _Same:
    """Equal to what holds the very same object, which lives on in it."""

    def __init__(self, spec: ParameterSpec) -> None:
        self._spec = spec

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._spec is other._spec

    def __hash__(self) -> int:
        return id(self._spec)


class Inspector(QWidget):
    """Edits the selected nodes through the model."""

    tool_toggled = Signal(str, bool)
    """A parameter of the selected node is to be edited over the picture, or no longer."""

    panels_chosen = Signal(object)
    """Ids: the person chose panels of the storyboard that is shown."""
    example_asked = Signal()
    """The person wants the example of the node that is shown put in."""
    mask_chosen = Signal(str)
    """The id of an object of the mask painter that is shown: the person chose it."""
    nodes_shown = Signal()
    """Other nodes are shown."""
    thing_pointed = Signal(str)
    """The id of a found thing: the pointer is on it in the list; empty where on none."""
    thing_chosen = Signal(str)
    """The id of a found thing that the person wants to see."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._at: tuple[str, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._folder: Path | None = None
        self._renaming = next(_RENAMINGS)
        self._is_renaming = False
        self._built: tuple[object, ...] = ()
        self.rows: dict[str, FieldRow] = {}
        self._kept: OrderedDict[tuple[object, ...], dict[str, FieldRow]] = OrderedDict()
        """Rows of what was shown before, hidden, the newest last."""
        self.title = TypedLine()
        self.several = ElidedLabel()
        self.kind = ElidedLabel()
        self.help = NodeHelp()
        self.model_row = ModelRow()
        self.named_models: NamedModelsRow | None = None
        self._shelf: ModelShelf | None = None
        self.filter = TypedLine()
        self._input_size: tuple[int, int] | None = None
        self._offers_tools = False
        self.empty = DimLabel(said(_NOTHING))
        self._body = QWidget()
        self._rows_layout = QVBoxLayout()
        self._dress()
        self._lay_out()
        self.title.textEdited.connect(self._on_title_edited)
        self.title.editingFinished.connect(self._on_title_finished)
        self.help.example_asked.connect(self.example_asked)
        self.filter.textChanged.connect(self._on_filter_typed)
        model.edited.connect(self.update_content)
        self.update_content()

    def set_selection(self, ids: Sequence[str], at: tuple[str, ...] = ()) -> None:
        """Show other nodes: their ids, and the groups that lead to them."""
        is_other = (self._at, self._ids) != (at, tuple(ids))
        self._at, self._ids = at, tuple(ids)
        self._is_renaming = False
        self.update_content()
        if is_other:
            self.nodes_shown.emit()

    def set_folder(self, folder: Path | None) -> None:
        """The project's folder: paths within it are shown relative to it."""
        self._folder = folder
        self.update_content()

    def show_shelf(self, shelf: ModelShelf) -> None:
        """From now on show where the models that nodes name are, and offer to fetch them."""
        self._shelf = shelf
        self.named_models = NamedModelsRow(shelf)
        column = self._body.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.model_row) + 1, self.named_models)
        for row in self.rows.values():
            self._stock(row)
        self.update_content()

    def put_in(self, part: QWidget) -> None:
        """Show something that is known of the node above what can be set on it."""
        column = self._body.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.filter) - 1, part)

    @property
    def shown_nodes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The groups that lead to what is shown, and the ids of the nodes."""
        return self._at, self._ids

    def offer_tools(self) -> None:
        """From now on offer to edit parameters over the picture: someone listens."""
        self._offers_tools = True
        for row in self.rows.values():
            if isinstance(row, ParameterRow):
                row.offer_tool(offered=True)

    def choose_panels(self, ids: Collection[str]) -> None:
        """Choose panels of the storyboard that is shown."""
        for row in self.rows.values():
            if isinstance(row, PanelsRow):
                row.choose_panels(ids)

    def choose_mask(self, object_id: str) -> None:
        """Choose an object of the mask painter that is shown."""
        for row in self.rows.values():
            if isinstance(row, MasksRow):
                row.choose_object(object_id)

    @property
    def found_row(self) -> FoundRow | None:
        """The row that lists found things, where what is shown has one."""
        return next((row for row in self.rows.values() if isinstance(row, FoundRow)), None)

    def show_tool(self, name: str) -> None:
        """Show which parameter is edited over the picture; empty where none is."""
        for row in self.rows.values():
            if isinstance(row, MasksRow):
                row.show_tool(held=name in row.names)
            elif isinstance(row, ParameterRow):
                row.show_tool(held=row.field.name == name)

    @property
    def has_size(self) -> bool:
        """Whether the size of an input would be of use."""
        return any(isinstance(row, SizeRow) for row in self.rows.values())

    def show_input_size(self, size: tuple[int, int] | None) -> None:
        """The size of the picture that flows into the node; None where that is not known."""
        self._input_size = size
        for row in self.rows.values():
            if isinstance(row, SizeRow):
                row.show_input(size)

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
        fields = {field.name: field for field in subject.fields}
        for row in dict.fromkeys(self.rows.values()):
            row.show_fields(fields)
        self._filter_rows()

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
        self.help.show_subject(subject)
        self.model_row.show_state(subject.model)
        if self.named_models is not None:
            self.named_models.show_models(subject.models, subject.replaced)

    def _stock(self, row: FieldRow) -> None:
        """Give a row that names a model the models that there are."""
        editor = row.editor if isinstance(row, ParameterRow) else None
        if self._shelf is not None and isinstance(editor, ModelEditor):
            self._shelf.want()
            editor.show_shelf(self._shelf)

    def _build_rows(self, subject: Subject | None) -> None:
        """Make the rows anew where other nodes or parameters are shown, and only then."""
        ids = tuple(node.id for node in subject.nodes) if subject is not None else ()
        found = subject.fields if subject is not None else ()
        specs = tuple((field.name, _Same(field.spec)) for field in found)
        wanted = (self._at, ids, self._folder, specs)
        if wanted == self._built:
            return
        self._put_by()
        self._built = wanted
        fields = {field.name: field for field in subject.fields} if subject is not None else {}
        kept = self._kept.pop(wanted, None)
        self.rows = kept if kept is not None else self._made_rows(ids, fields)
        for row in dict.fromkeys(self.rows.values()):
            if isinstance(row, SizeRow):
                row.show_input(self._input_size)
            elif isinstance(row, ParameterRow):
                row.offer_tool(offered=self._offers_tools)
            self._stock(row)
            self._rows_layout.addWidget(row)
        self.filter.clear()
        self.filter.setVisible(len(fields) >= _FILTERED_FROM)
        if subject is not None and not subject.fields:
            words = said(_NO_PARAMETERS if len(ids) == 1 else _NOTHING_SHARED)
            self._rows_layout.addWidget(DimLabel(words))

    def _put_by(self) -> None:
        """Keep the rows that are shown: whoever goes back and forth makes none anew."""
        while (item := self._rows_layout.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, FieldRow):
                widget.hide()
                widget.object_to("")
                widget.end_gesture()
            elif widget is not None:
                widget.hide()
                widget.deleteLater()
        if self.rows:
            self._kept[self._built] = self.rows
        if len(self._kept) > _MOST_KEPT:
            _, oldest = self._kept.popitem(last=False)
            for row in dict.fromkeys(oldest.values()):
                row.deleteLater()

    def _made_rows(self, ids: tuple[str, ...], fields: Mapping[str, Field]) -> dict[str, FieldRow]:
        rows = rows_for(self._model, self._at, ids, fields, self._folder)
        for row in dict.fromkeys(rows.values()):
            if isinstance(row, PanelsRow):
                row.panels_chosen.connect(self.panels_chosen)
            elif isinstance(row, MasksRow):
                row.object_chosen.connect(self.mask_chosen)
            elif isinstance(row, FoundRow):
                row.pointed.connect(self.thing_pointed)
                row.chosen.connect(self.thing_chosen)
            row.tool_toggled.connect(self._on_tool_toggled)
        return rows

    def _filter_rows(self) -> None:
        wanted = self.filter.text().casefold()
        shown = {
            row
            for name, row in self.rows.items()
            if wanted in spoken(name).casefold() or wanted in name.casefold()
        }
        for row in self.rows.values():
            row.setVisible(row in shown)

    def _dress(self) -> None:
        self.filter.setPlaceholderText(tr("Find a parameter"))
        self.filter.setAccessibleName(tr("Find a parameter"))
        self.filter.setClearButtonEnabled(True)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        self.title.setFont(font)
        self.title.setAccessibleName(tr("Title of the node"))
        self.title.setToolTip(tr("Click to give the node another title"))
        self.kind.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.several.setFont(font)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Inspector"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.several)
        column.addWidget(self.kind)
        column.addSpacing(4)
        column.addWidget(self.help)
        column.addWidget(self.model_row)
        column.addSpacing(8)
        column.addWidget(self.filter)
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
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)

    def _page(self) -> QWidget:
        page = QWidget()
        both = QVBoxLayout(page)
        both.setContentsMargins(0, 0, 0, 0)
        self.empty.setMargin(24)
        policy = self.empty.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)  # and as high as its words need
        self.empty.setSizePolicy(policy)
        both.addWidget(self._body)
        both.addWidget(self.empty)
        return page

    @Slot(str)
    def _on_title_edited(self, text: str) -> None:
        self._is_renaming = True
        edit = RenameNode(at=self._at, node=self._ids[0], title=text.strip())
        try:
            self._model.do(edit, tr("Rename"), merge=f"rename {self._renaming}")
        except GraphError:
            self.update_content()  # the node went away while its title was typed

    @Slot(str)
    def _on_filter_typed(self, text: str) -> None:
        self._filter_rows()

    @Slot(str, bool)
    def _on_tool_toggled(self, name: str, wanted: bool) -> None:
        self.tool_toggled.emit(name, wanted)

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
