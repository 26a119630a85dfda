"""“Export Panels”: the storyboard of the project in hand as pages, pictures and lists."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog

from app.window.consent import outside_files
from app.window.panel_dialog import PanelDialog
from app.window.projects import Projects
from app.window.running import Runner
from nodes.document import Document
from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from nodes.library.export.panels import PanelFormat
from nodes.serving.messages import Consents
from pipelines.errors import StoryloomError
from widgets.strip.boards import Board, boards_of
from widgets.toast import Toasts
from widgets.words import told, tr

_EXPORT = "export.panels"
_FORMATS, _COLUMNS, _FOLDER = "panels/formats", "panels/columns", "panels/folder"
_ENDINGS = {PanelFormat.SHEET: " sheet.png"}
"""Where it is not the name of the format."""


class PanelExport(QObject):
    """Asks what is wanted, and orders it. The document itself is not changed by it."""

    def __init__(
        self, projects: Projects, runner: Runner, toasts: Toasts, settings: QSettings
    ) -> None:
        super().__init__(projects)
        self._projects = projects
        self._runner = runner
        self._toasts = toasts
        self._settings = settings
        action = QAction(tr("Export &Panels …"), projects.window())
        action.setToolTip(tr("Write the panels as pages, pictures or lists"))
        action.setShortcut(QKeySequence("Ctrl+Shift+E"))
        action.triggered.connect(self.export)
        self.commands = {"export_panels": action}
        self.board = ""
        """The path of the storyboard that is shown; another is taken where there is none there."""
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show what can be done."""
        self.commands["export_panels"].setEnabled(self._projects.in_hand is not None)

    @Slot(str)
    def follow_board(self, path: str) -> None:
        """Another storyboard is shown: its panels are meant."""
        self.board = path

    @Slot()
    def export(self) -> None:
        """Ask what the panels are wanted as, and have them written."""
        project = self._projects.in_hand
        board = self._board()
        if project is None:
            return
        if board is None or not board.panels:
            self._toasts.tell(tr("There are no panels to export yet. Draw one first."))
            return
        dialog = PanelDialog(
            project.name,
            self._folder(),
            len(board.panels),
            formats=self._formats(),
            columns=int(str(self._settings.value(_COLUMNS, 3))),
            parent=self._projects.window(),
        )
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        target, formats, columns = dialog.target, dialog.formats, dialog.columns.value()
        dialog.deleteLater()
        if is_wanted:
            self._settings.setValue(_FORMATS, ",".join(formats))
            self._settings.setValue(_COLUMNS, columns)
            self._settings.setValue(_FOLDER, str(target.parent))
            self._order(board, target, formats, columns)

    def _order(
        self, board: Board, target: Path, formats: tuple[PanelFormat, ...], columns: int
    ) -> None:
        project = self._projects.in_hand
        assert project is not None
        model = project.model.document
        copy = Document(model.registry, model.graph, model.settings, model.extra)
        try:
            sinks = tuple(_added(copy, board, target, one, columns) for one in formats)
            snapshot = project.snapshot().then(copy.graph)
            writes = outside_files(snapshot, sinks).writes
            self._runner.order(snapshot, sinks, Consents(writes=writes), tr("Export Panels"))
        except StoryloomError as error:
            self._toasts.tell(told(error))

    def _board(self) -> Board | None:
        project = self._projects.in_hand
        found = boards_of(project.model.graph) if project is not None else []
        shown = [board for board in found if board.path == self.board]
        return next(iter(shown or found), None)

    def _formats(self) -> list[PanelFormat]:
        kept = str(self._settings.value(_FORMATS, PanelFormat.PDF.value)).split(",")
        return [one for one in PanelFormat if one.value in kept] or [PanelFormat.PDF]

    def _folder(self) -> Path:
        project = self._projects.in_hand
        kept = Path(str(self._settings.value(_FOLDER, "")))
        if kept.is_absolute() and kept.is_dir():
            return kept
        if project is not None and project.folder is not None:
            return project.folder
        found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(found) if found and Path(found).is_dir() else Path.home()


def _added(
    document: Document, board: Board, target: Path, wanted: PanelFormat, columns: int
) -> str:
    """The path of an export that is put behind a storyboard."""
    node = document.graph_at(board.at).free_id("export_panels")
    ending = _ENDINGS.get(wanted, f".{wanted.value}")
    parameters = {
        "path": str(target.with_name(f"{target.name}{ending}")),
        "format": wanted,
        "columns": columns,
    }
    document.apply(AddNode(at=board.at, node=Node(id=node, type=_EXPORT, parameters=parameters)))
    link = Link("board", board.node.id)
    document.apply(Connect(at=board.at, node=node, socket="storyboard", link=link))
    return "/".join((*board.at, node))
