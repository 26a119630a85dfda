"""Everything that can be said of panels of a storyboard, besides their drawing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from nodes.edits import PutPanels
from nodes.refusals import GraphError
from nodes.relinking import relink
from pipelines.panel_edits import MOST_FRAMES, with_durations, with_joint, with_joints
from pipelines.panels import Panel
from pipelines.timing import MOVING
from pipelines.values import JointMode
from widgets.document_model import DocumentModel
from widgets.elided_label import ElidedLabel
from widgets.inspector.editor import SEVERAL, CalmComboBox, TypedLine
from widgets.inspector.file_editor import chooser_kinds
from widgets.inspector.help_lines import spoken
from widgets.inspector.label_colours import LabelColours
from widgets.inspector.missing_file import MissingFile
from widgets.inspector.number_limits import NumberLimits
from widgets.inspector.number_line import NumberLine
from widgets.inspector.prompt_editor import PromptField
from widgets.words import counted, said, told, tr

Panels = tuple[Panel, ...]
_GESTURES = count()
_NOTE_LINES = 2


class PanelEditor(QWidget):
    """Length, joint, words and label of the chosen panels; an edit sets all of them in one step.

    Used in the inspector and beside the paper. It follows the document by itself.
    """

    refused = Signal(str)
    """Why something was not taken, in words; empty when all is well again."""

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._at: tuple[str, ...] = ()
        self._node = ""
        self._parameter = "panels"
        self._ids: frozenset[str] = frozenset()
        self._panels: Panels = ()
        self._gesture = next(_GESTURES)
        self.title = QLabel()
        frames = NumberLimits(is_whole=True, low=None, high=None, step=1, least=1, most=MOST_FRAMES)
        moves = NumberLimits(is_whole=True, low=None, high=None, step=1, least=0, most=MOST_FRAMES)
        self.duration, self.move_length = NumberLine(frames), NumberLine(moves)
        self.joint = CalmComboBox()
        self.label = TypedLine()
        self.colours = LabelColours()
        self.picture = ElidedLabel()
        self.missing = MissingFile(chooser_kinds(("image",)))
        self._folder: Path | None = None
        self._files: list[str] | None = None
        """The pictures of what is shown, as they were looked for last."""
        self.prompt, self.dialogue, self.notes = (PromptField(_NOTE_LINES) for _ in range(3))
        self._dress()
        self._lay_out()
        self._connect()
        self.update_content()

    def show_panels(
        self, at: tuple[str, ...], node: str, ids: Sequence[str], *, parameter: str = "panels"
    ) -> None:
        """Edit panels of a storyboard node, named by their ids."""
        self._at, self._node, self._parameter = at, node, parameter
        self._ids = frozenset(ids)
        self.end_gesture()
        self.update_content()

    def set_folder(self, folder: Path | None) -> None:
        """The project's folder: pictures are named from there."""
        self._folder, self._files = folder, None
        self.update_content()

    @property
    def shown(self) -> Panels:
        """The chosen panels that there are, in order."""
        return tuple(panel for panel in self._panels if panel.id in self._ids)

    @Slot()
    def update_content(self) -> None:
        """Show the panels as they are now."""
        self._panels = self._found()
        shown = self.shown
        self.setEnabled(bool(shown))
        self.title.setText(self._title(shown))
        if not shown:
            return
        self.duration.show_number(_common(shown, "duration"))
        joint = _common(shown, "joint")
        with QSignalBlocker(self.joint):
            self.joint.setCurrentIndex(list(JointMode).index(joint) if joint is not None else -1)
        moves = [panel for panel in shown if panel.joint in MOVING]
        self.move_length.setEnabled(bool(moves))
        self.move_length.show_number(_common(moves, "move") if moves else 0)
        self._show_label(_common(shown, "label"))
        for field, name in self._texts().items():
            _show(field, _common(shown, name))
        self._show_picture(shown)

    def _show_picture(self, shown: Panels) -> None:
        """The file that a panel was imported from: of several one that is missing."""
        files = list(dict.fromkeys(panel.picture for panel in shown if panel.picture))
        if files != self._files:
            self._files = files
            gone = (one for one in files if self._folder and not (self._folder / one).exists())
            file = next(gone, files[0] if files else "")
            self.picture.show_text(tr("Picture: {file}", file=file))
            self.picture.setToolTip(file)
            self.picture.setVisible(bool(file))
            self.missing.look(file, self._folder)

    def _show_label(self, label: str | None) -> None:
        """Words as they are; a colour as one, with its name beside it."""
        words = label or ""
        self.colours.show_colour(words)
        is_colour = bool(self.colours.name)
        shown = "" if is_colour and not self.label.hasFocus() else words  # it may be typed
        if label is None or shown != self.label.text().strip():
            self.label.show_text(shown, differs=label is None)
        if is_colour:
            self.label.setPlaceholderText(self.colours.name)
        elif label is not None:
            self.label.setPlaceholderText("")

    def _found(self) -> Panels:
        try:
            node = self._model.document.graph_at(self._at).nodes.get(self._node)
        except GraphError:
            return ()
        value: Any = node.parameters.get(self._parameter, ()) if node is not None else ()
        return value if isinstance(value, tuple) else ()

    def _title(self, shown: Panels) -> str:
        if not shown:
            return tr("Choose a panel to edit it.")
        if len(shown) == 1:
            return tr("Panel {number}", number=self._panels.index(shown[0]) + 1)
        return counted("{count} panel", "{count} panels", len(shown))

    def _texts(self) -> dict[PromptField, str]:
        return {self.prompt: "prompt", self.dialogue: "dialogue", self.notes: "notes"}

    def _dress(self) -> None:
        self.title.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.joint.setPlaceholderText(said(SEVERAL))
        self.joint.addItems([spoken(mode.value) for mode in JointMode])
        self.joint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.joint.setToolTip(tr("How this panel becomes the next"))
        for part, name in (
            (self.duration, tr("Duration in frames")),
            (self.joint, tr("Joint to the next panel")),
            (self.move_length, tr("Frames of the move")),
            (self.label, tr("Label")),
            (self.prompt, tr("Prompt")),
            (self.dialogue, tr("Dialogue")),
            (self.notes, tr("Notes")),
        ):
            part.setAccessibleName(name)
        self.setAccessibleName(tr("Panel"))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.title)
        form.addRow(self.picture)
        form.addRow(self.missing)
        form.addRow(tr("Duration"), _with_unit(self.duration, tr("frames")))
        form.addRow(tr("Joint"), self.joint)
        form.addRow(tr("Move"), _with_unit(self.move_length, tr("frames")))
        form.addRow(tr("Label"), _beside(self.label, self.colours))
        for words, field in (
            (tr("Prompt"), self.prompt),
            (tr("Dialogue"), self.dialogue),
            (tr("Notes"), self.notes),
        ):
            form.addRow(QLabel(words))
            form.addRow(field)

    def _connect(self) -> None:
        self._model.edited.connect(self.update_content)
        self.missing.found.connect(self._on_found)
        self.duration.number_typed.connect(self._on_duration_typed)
        self.move_length.number_typed.connect(self._on_move_typed)
        self.joint.activated.connect(self._on_joint_chosen)
        self.label.textEdited.connect(self._on_label_typed)
        self.colours.chosen.connect(self._on_colour_chosen)
        self.prompt.textChanged.connect(self._on_prompt_typed)
        self.dialogue.textChanged.connect(self._on_dialogue_typed)
        self.notes.textChanged.connect(self._on_notes_typed)
        for line in (self.duration, self.move_length, self.label):
            line.editingFinished.connect(self.end_gesture)
        for line in (self.duration, self.move_length):
            line.objected.connect(self.refused)
        for field in self._texts():
            field.left.connect(self.end_gesture)

    @Slot()
    def end_gesture(self) -> None:
        """What is set from now on is another step to undo."""
        self._gesture = next(_GESTURES)

    def _put(self, after: Panels, name: str) -> None:
        known = {panel.id: panel for panel in self._panels}
        changed = tuple(panel for panel in after if panel != known.get(panel.id))
        if not changed:
            self.refused.emit("")
            return
        edit = PutPanels(at=self._at, node=self._node, parameter=self._parameter, panels=changed)
        try:
            self._model.do(edit, name, merge=f"panels {self._gesture}")
        except GraphError as error:
            self.refused.emit(told(error))
            self.update_content()
        else:
            self.refused.emit("")

    def _change(self, change: Callable[[Panel], Panel], name: str) -> None:
        after = (change(one) if one.id in self._ids else one for one in self._panels)
        self._put(tuple(after), name)

    @Slot(str, object)
    def _on_found(self, missing: str, found: Path) -> None:
        self.end_gesture()
        edit = relink(self._model.document, self._folder or Path.cwd(), missing, found)
        try:
            self._model.do(edit, tr("Find {name}", name=Path(missing).name))
        except GraphError as error:
            self.refused.emit(told(error))

    @Slot(object)
    def _on_duration_typed(self, frames: Any) -> None:
        if not 1 <= frames <= MOST_FRAMES:
            self.refused.emit(tr("A panel lasts from 1 to {most} frames.", most=MOST_FRAMES))
            return
        self._put(with_durations(self._panels, self._ids, int(frames)), tr("Set the duration"))

    @Slot(object)
    def _on_move_typed(self, frames: Any) -> None:
        def moved(panel: Panel) -> Panel:
            return with_joint(panel, panel.joint, max(int(frames), 0))

        self._change(moved, tr("Set the length of the move"))

    @Slot(int)
    def _on_joint_chosen(self, index: int) -> None:
        self.end_gesture()
        mode = list(JointMode)[index]
        self._put(with_joints(self._panels, self._ids, mode), tr("Set the joint"))
        self.end_gesture()

    @Slot(str)
    def _on_label_typed(self, text: str) -> None:
        self._change(lambda panel: replace(panel, label=text.strip()), tr("Label panels"))

    @Slot(str)
    def _on_colour_chosen(self, colour: str) -> None:
        self.end_gesture()
        self._change(lambda panel: replace(panel, label=colour), tr("Label panels"))
        self.end_gesture()

    @Slot()
    def _on_prompt_typed(self) -> None:
        text = self.prompt.toPlainText()
        self._change(lambda panel: replace(panel, prompt=text), tr("Write the prompt of panels"))

    @Slot()
    def _on_dialogue_typed(self) -> None:
        text = self.dialogue.toPlainText()
        self._change(lambda panel: replace(panel, dialogue=text), tr("Write dialogue"))

    @Slot()
    def _on_notes_typed(self) -> None:
        text = self.notes.toPlainText()
        self._change(lambda panel: replace(panel, notes=text), tr("Write notes"))


def _common(panels: Sequence[Panel], name: str) -> Any:
    """What all panels have, None where they differ."""
    values = {getattr(panel, name) for panel in panels}
    return values.pop() if len(values) == 1 else None


def _show(field: PromptField, text: str | None) -> None:
    field.setPlaceholderText(said(SEVERAL) if text is None else "")
    if (text or "") != field.toPlainText():
        with QSignalBlocker(field):
            field.setPlainText(text or "")
        field.grow()


def _with_unit(line: NumberLine, unit: str) -> QWidget:
    words = QLabel(unit)
    words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return _beside(line, words)


def _beside(line: QWidget, other: QWidget) -> QWidget:
    both = QWidget()
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(line, 1)
    layout.addWidget(other)
    return both
