"""The window: canvas in the middle, inspector at the right, the log of runs below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMainWindow, QMenu, QStackedWidget

from app.window.appearance import Appearance, Dresser
from app.window.consent import outside_files, writes_files
from app.window.notes import Note, Tone
from app.window.project_in_hand import (
    ProjectInHand,
    copied_project,
    fresh_project,
    opened_project,
    recovered_project,
)
from app.window.questions import Answer, ask_changed, ask_consent, ask_discard, ask_unsaved, tell
from app.window.recent_files import recent_files, remember_file
from app.window.run_desk import RunDesk
from app.window.run_panel import RunPanel
from app.window.start_page import StartPage
from app.window.viewing import Viewing
from app.workers.orders import RunOrder
from nodes.registry import Registry
from nodes.serving.messages import Consents
from nodes.working_store import Session, discard, find_recoverable
from pipelines.errors import StoryloomError
from widgets.canvas import NodeCanvas
from widgets.inspector import Inspector

_FILTER = "Storyloom projects (*.loom)"
_COMPARE_AFTER = 150
"""Milliseconds after an edit until it is looked at what it makes stale."""
_Keys = QKeySequence.StandardKey


class MainWindow(QMainWindow):
    """Holds one project. What it is given, it does not look up."""

    def __init__(
        self,
        registry: Registry,
        desk: RunDesk,
        viewing: Viewing,
        settings: QSettings,
        dresser: Dresser,
        *,
        state_folder: Path,
        starters: Sequence[Path],
    ) -> None:
        super().__init__()
        self._registry = registry
        self._settings = settings
        self._dresser = dresser
        self._state_folder = state_folder
        self._starters = {starter.resolve() for starter in starters}
        self.desk = desk
        self.viewing = viewing
        self.project: ProjectInHand | None = None
        self.canvas: NodeCanvas | None = None
        self.inspector: Inspector | None = None
        self.start_page = StartPage(starters)
        self.run_panel = RunPanel(desk)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start_page)
        self._viewer_dock = self._dock("Viewer", Qt.DockWidgetArea.RightDockWidgetArea)
        self._viewer_dock.setWidget(viewing.viewer)
        self._inspector_dock = self._dock("Inspector", Qt.DockWidgetArea.RightDockWidgetArea)
        self._run_dock = self._dock("Runs", Qt.DockWidgetArea.BottomDockWidgetArea)
        self._run_dock.setWidget(self.run_panel)
        self._comparing = QTimer(self, singleShot=True, interval=_COMPARE_AFTER)
        self._recent_menu = QMenu("Open &Recent", self)
        self._actions = self._made_actions()
        self._fill_menus()
        self._connect()
        self.setCentralWidget(self._pages)
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self._restore_geometry()
        self.update_content()

    # What the program asks

    def open_file(self, path: Path) -> None:
        """Open a project, after the question what becomes of unsaved work; of a starter, a copy."""
        if self._may_leave():
            is_starter = path.resolve() in self._starters
            self._try(copied_project if is_starter else opened_project, path)

    def open_starter(self, path: Path) -> None:
        """Open an untitled copy of a starter."""
        if self._may_leave():
            self._try(copied_project, path)

    def offer_unsaved(self) -> None:
        """Show the work of sessions that did not close, if there is any."""
        self.start_page.show_unsaved(find_recoverable(self._state_folder))

    @property
    def actions_of_edit(self) -> tuple[QAction, QAction]:
        """Undo and redo."""
        return self._actions["undo"], self._actions["redo"]

    @Slot()
    def update_content(self) -> None:
        """Show the project's name, and what can be done."""
        project = self.project
        name = f"{project.name}[*] – Storyloom" if project is not None else "Storyloom"
        self.setWindowTitle(name)
        self.setWindowModified(project is not None and project.is_unsaved)
        has_project = project is not None
        for key in ("save", "save_as", "run_exports"):
            self._actions[key].setEnabled(has_project)
        self._actions["run"].setEnabled(self.canvas is not None and bool(self.canvas.selected))
        self._actions["stop"].setEnabled(self.desk.is_running)
        stack = project.model.undo_stack if project is not None else None
        for key, words, can, text in (
            ("undo", "Undo", stack and stack.canUndo(), stack.undoText() if stack else ""),
            ("redo", "Redo", stack and stack.canRedo(), stack.redoText() if stack else ""),
        ):
            self._actions[key].setText(f"&{words} {text.replace('&', '&&')}".strip())
            self._actions[key].setEnabled(bool(can))

    # Opening and saving

    def _try(self, opener: Callable[[Path, Path, Registry], ProjectInHand], path: Path) -> None:
        try:
            project = opener(path, self._state_folder, self._registry)
        except StoryloomError as error:
            tell(self, f"“{path.name}” cannot be opened.", error)
            return
        self._take_in_hand(project)

    def _take_in_hand(self, project: ProjectInHand) -> None:
        self._put_away()
        self.project = project
        model = project.model
        self.canvas = NodeCanvas(model)
        self.canvas.view.viewport().setAcceptDrops(False)  # files are dropped on the window
        self.inspector = Inspector(model)
        self.inspector.set_folder(project.folder)
        self._pages.addWidget(self.canvas)
        self._pages.setCurrentWidget(self.canvas)
        self._inspector_dock.setWidget(self.inspector)
        for dock in (self._viewer_dock, self._inspector_dock, self._run_dock):
            dock.show()
        self._settle_layout()
        self.viewing.begin(project)
        self.canvas.fit()
        self.canvas.selection_changed.connect(self._on_selection_changed)
        self.canvas.level_changed.connect(self._on_selection_changed)
        self.canvas.node_opened.connect(self._on_node_opened)
        self.canvas.refused.connect(self._on_refused)
        model.edited.connect(self._comparing.start)
        model.undo_stack.indexChanged.connect(self.update_content)
        model.undo_stack.cleanChanged.connect(self.update_content)
        if project.path is not None:
            remember_file(self._settings, project.path)
        if project.said:
            self.run_panel.add_note(Note(project.said, tone=Tone.WARNING))
        self.canvas.setFocus()
        self.update_content()

    def _settle_layout(self) -> None:
        """Give the canvas its room now, so that the graph can be fitted into it."""
        if not self._was_arranged:
            self._was_arranged = True
            across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
            self.resizeDocks([self._viewer_dock], [460], across)
            self.resizeDocks([self._viewer_dock, self._inspector_dock], [380, 300], down)
            self.resizeDocks([self._run_dock], [130], down)
        layout = self.layout()
        assert layout is not None
        layout.activate()

    def _put_away(self) -> None:
        if self.project is None:
            return
        self.desk.forget()
        self.viewing.forget()
        self._comparing.stop()
        self.project.model.undo_stack.indexChanged.disconnect(self.update_content)
        self.project.model.undo_stack.cleanChanged.disconnect(self.update_content)
        for view in (self.canvas, self.inspector):
            if view is not None:
                view.hide()
                view.setParent(None)
                view.deleteLater()
        self.project.put_away()
        self.project, self.canvas, self.inspector = None, None, None

    def _may_leave(self) -> bool:
        """Whether the project in hand may be put away. Unsaved work is never dropped unasked."""
        if self.project is None or not self.project.is_unsaved:
            return True
        match ask_unsaved(self, self.project.name):
            case Answer.SAVE:
                return self.save()
            case Answer.DISCARD:
                return True
            case _:
                return False

    @Slot()
    def save(self) -> bool:
        """Save; whether that was done."""
        project = self.project
        if project is None:
            return False
        if project.path is None:
            return self.save_as()
        if project.was_changed_outside():
            match ask_changed(self, project.path):
                case Answer.SAVE:
                    pass
                case Answer.ELSEWHERE:
                    return self.save_as()
                case _:
                    return False
        return self._save_to(project, project.path)

    @Slot()
    def save_as(self) -> bool:
        """Save under another name; whether that was done."""
        project = self.project
        if project is None:
            return False
        folder = project.folder or Path.home()
        start = str(folder / f"{project.name}.loom")
        found, _ = QFileDialog.getSaveFileName(self, "Save the project", start, _FILTER)
        if not found:
            return False
        path = Path(found)
        return self._save_to(project, path if path.suffix == ".loom" else Path(f"{found}.loom"))

    def _save_to(self, project: ProjectInHand, path: Path) -> bool:
        try:
            project.save(path)
        except StoryloomError as error:
            tell(self, f"“{path.name}” was not saved.", error)
            return False
        remember_file(self._settings, path)
        if self.inspector is not None:
            self.inspector.set_folder(project.folder)
        self.statusBar().showMessage(f"Saved to {path}", 4000)
        self.update_content()
        return True

    # Running

    @Slot()
    def run_selected(self) -> None:
        """Run the selected nodes."""
        if self.canvas is not None and self.canvas.selected_paths:
            self._run(self.canvas.selected_paths)

    @Slot()
    def run_exports(self) -> None:
        """Run the exports, or, where there are none, all that nothing uses."""
        self._run(())

    def _run(self, sinks: tuple[str, ...]) -> None:
        project = self.project
        if project is None:
            return
        try:
            snapshot = project.snapshot()
            if project.path is None and writes_files(snapshot, sinks):
                words = "An export writes into the project's folder, so save the project first."
                self.run_panel.add_note(Note(words, tone=Tone.WARNING))
                if not self.save_as():
                    return
                snapshot = project.snapshot()
            outside = outside_files(snapshot, sinks)
            if (outside.reads or outside.writes) and not ask_consent(self, outside):
                outside = Consents()
            title = f"Run {', '.join(sinks)}" if sinks else "Run the exports"
            order = RunOrder(
                snapshot=snapshot,
                tiles=project.tile_place(),
                sinks=sinks,
                consents=outside,
                title=title,
            )
        except StoryloomError as error:
            self.run_panel.add_note(Note(error.message, error.mend, Tone.FAILURE))
            return
        self.desk.start(order)

    # What happened

    @Slot()
    def _on_selection_changed(self) -> None:
        if self.canvas is not None and self.inspector is not None:
            self.inspector.set_selection(self.canvas.selected, self.canvas.at)
            if len(self.canvas.selected_paths) == 1:
                self.viewing.look_at(self.canvas.selected_paths[0])
        self.update_content()

    @Slot(str)
    def _on_node_opened(self, path: str) -> None:
        if self.inspector is not None:
            self._inspector_dock.show()
            self.inspector.setFocus()

    @Slot(str)
    def _on_refused(self, words: str) -> None:
        self.run_panel.add_note(Note(words, tone=Tone.WARNING))
        self.statusBar().showMessage(words, 8000)

    @Slot(str)
    def _on_node_asked(self, path: str) -> None:
        if self.canvas is not None:
            self.canvas.reveal(path.partition(".")[0])

    @Slot()
    def _on_compare_due(self) -> None:
        if self.project is not None:
            self.desk.compare(self.project.snapshot())
            self.viewing.follow(self.project)

    @Slot()
    def _on_desk_changed(self) -> None:
        if self.canvas is not None:
            self.canvas.set_states(self.desk.states)
        if self._actions["stop"].isEnabled() and not self.desk.is_running:
            self.viewing.viewer.refresh()
        self._actions["stop"].setEnabled(self.desk.is_running)

    @Slot()
    def _on_new(self) -> None:
        if self._may_leave():
            try:
                self._take_in_hand(fresh_project(self._state_folder, self._registry))
            except StoryloomError as error:
                tell(self, "No project can be begun.", error)

    @Slot()
    def _on_open(self) -> None:
        folder = self.project.folder if self.project is not None else None
        start = str(folder or Path.home())
        found, _ = QFileDialog.getOpenFileName(self, "Open a project", start, _FILTER)
        if found:
            self.open_file(Path(found))

    @Slot(object)
    def _on_session_chosen(self, session: Session) -> None:
        try:
            self._take_in_hand(recovered_project(session, self._registry))
        except StoryloomError as error:
            tell(self, "This work cannot be brought back.", error)

    @Slot(object)
    def _on_session_discarded(self, session: Session) -> None:
        if not ask_discard(self):
            return
        try:
            discard(session)
        except StoryloomError as error:
            tell(self, "This work cannot be discarded.", error)
        self.offer_unsaved()

    @Slot()
    def _on_undo(self) -> None:
        if self.project is not None:
            self.project.model.undo_stack.undo()

    @Slot()
    def _on_redo(self) -> None:
        if self.project is not None:
            self.project.model.undo_stack.redo()

    @Slot()
    def _on_recent_menu_opened(self) -> None:
        self._recent_menu.clear()
        for path in recent_files(self._settings):
            action = self._recent_menu.addAction(path.stem.replace("&", "&&"))
            action.setData(str(path))
        self._recent_menu.setEnabled(True)

    @Slot(QAction)
    def _on_recent_chosen(self, action: QAction) -> None:
        self.open_file(Path(str(action.data())))

    @Slot(QAction)
    def _on_appearance_chosen(self, action: QAction) -> None:
        appearance = Appearance(str(action.data()))
        self._dresser.show_appearance(appearance)
        self._settings.setValue("appearance", appearance.value)

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self._settings.setValue("geometry", self.saveGeometry())
        self._settings.setValue("docks", self.saveState())
        self._put_away()
        self.desk.close()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    # Building

    def _connect(self) -> None:
        page = self.start_page
        page.starter_chosen.connect(self.open_starter)
        page.recent_chosen.connect(self.open_file)
        page.session_chosen.connect(self._on_session_chosen)
        page.session_discarded.connect(self._on_session_discarded)
        page.empty_asked.connect(self._on_new)
        page.open_asked.connect(self._on_open)
        page.show_recent(recent_files(self._settings))
        self.run_panel.node_asked.connect(self._on_node_asked)
        self.desk.changed.connect(self._on_desk_changed)
        self._comparing.timeout.connect(self._on_compare_due)
        self._recent_menu.aboutToShow.connect(self._on_recent_menu_opened)
        self._recent_menu.triggered.connect(self._on_recent_chosen)

    def _dock(self, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(title)
        self.addDockWidget(area, dock)
        dock.hide()
        return dock

    def _made_actions(self) -> dict[str, QAction]:
        made: dict[str, QAction] = {}
        for key, text, shortcut, slot in (
            ("new", "&New", _Keys.New, self._on_new),
            ("open", "&Open …", _Keys.Open, self._on_open),
            ("save", "&Save", _Keys.Save, self.save),
            ("save_as", "Save &As …", "Ctrl+Shift+S", self.save_as),
            ("quit", "&Quit", "Ctrl+Q", self.close),
            ("undo", "&Undo", _Keys.Undo, self._on_undo),
            ("redo", "&Redo", _Keys.Redo, self._on_redo),
            ("run", "&Run Selected Nodes", "F5", self.run_selected),
            ("run_exports", "Run &Exports", "Shift+F5", self.run_exports),
            ("stop", "&Stop", "Ctrl+.", self.desk.stop),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(shortcut))
            action.triggered.connect(slot)
            made[key] = action
        return made

    def _fill_menus(self) -> None:
        bar = self.menuBar()
        file, edit = bar.addMenu("&File"), bar.addMenu("&Edit")
        for key in ("new", "open"):
            file.addAction(self._actions[key])
        file.addMenu(self._recent_menu)
        file.addSeparator()
        for key in ("save", "save_as"):
            file.addAction(self._actions[key])
        file.addSeparator()
        file.addAction(self._actions["quit"])
        for key in ("undo", "redo"):
            edit.addAction(self._actions[key])
        run = bar.addMenu("&Run")
        for key in ("run", "run_exports", "stop"):
            run.addAction(self._actions[key])
        view = bar.addMenu("&View")
        view.addAction(self._viewer_dock.toggleViewAction())
        view.addAction(self._inspector_dock.toggleViewAction())
        view.addAction(self._run_dock.toggleViewAction())
        view.addMenu(self._appearance_menu())

    def _appearance_menu(self) -> QMenu:
        menu, group = QMenu("&Appearance", self), QActionGroup(self)
        for appearance in Appearance:
            action = QAction(appearance.value.capitalize(), group)
            action.setCheckable(True)
            action.setChecked(appearance is self._dresser.appearance)
            action.setData(appearance.value)
            menu.addAction(action)
        group.triggered.connect(self._on_appearance_chosen)
        return menu

    def _restore_geometry(self) -> None:
        for key, restore in (("geometry", self.restoreGeometry), ("docks", self.restoreState)):
            kept = self._settings.value(key)
            if isinstance(kept, QByteArray):
                restore(kept)
        self._was_arranged = isinstance(self._settings.value("docks"), QByteArray)
        for dock in (self._viewer_dock, self._inspector_dock, self._run_dock):
            dock.hide()


def _dropped(mime: QMimeData) -> Path | None:
    """The one project among dropped files."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    projects = [path for path in paths if path.suffix == ".loom"]
    return projects[0] if len(projects) == 1 else None
