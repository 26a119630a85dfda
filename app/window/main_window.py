"""The window: it holds one project, and joins what shows it, runs it and saves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from app.window.appearance import Dresser
from app.window.menus import Menus, lay_out
from app.window.recent_files import recent_files
from app.window.start_page import StartPage
from widgets.words import tr

if TYPE_CHECKING:  # what a project needs loads the engine: not before the start page is seen
    from app.window.project_in_hand import ProjectInHand
    from app.window.project_views import ProjectViews
    from app.window.run_desk import RunDesk
    from app.window.viewing import Viewing
    from nodes.registry import Registry
    from widgets.canvas import NodeCanvas
    from widgets.inspector import Inspector

_COMPARE_AFTER = 150
"""Milliseconds after an edit until it is looked at what it makes stale."""

_OF_THE_SCREEN = 0.93
"""A first window leaves the frame around it some room."""


class MainWindow(QMainWindow):
    """Joins the parts. What it is given, it does not look up.

    It is made with the start page only; `furnish` brings in the rest.
    """

    wanted = Signal()
    """What furnishes the window is asked for now."""

    def __init__(
        self,
        settings: QSettings,
        dresser: Dresser,
        *,
        state_folder: Path,
        starters: Sequence[Path],
    ) -> None:
        super().__init__()
        self._settings = settings
        self._dresser = dresser
        self._state_folder = state_folder
        self._starters = starters
        self.is_furnished = False
        self.views: ProjectViews | None = None
        self.start_page = StartPage(starters)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start_page)
        self.setCentralWidget(self.pages)
        self._first_menus = lay_out(self.menuBar())
        for menu in self._first_menus:
            menu.aboutToShow.connect(self.wanted)
        self.start_page.asked.connect(self.wanted)
        self.setWindowTitle("Storyloom")
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize() * _OF_THE_SCREEN))
        kept = settings.value("geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)
        self._on_recent_changed()

    def furnish(self, registry: Registry, desk: RunDesk, viewing: Viewing) -> Iterator[None]:
        """Bring in all that a project needs, a short step at a time. Once."""
        from app.window.allowances import Allowances
        from app.window.docks import Docks, Place
        from app.window.drops import Drops
        from app.window.film_export import FilmExport
        from app.window.full_screen import FullScreen
        from app.window.models import Models
        from app.window.notifier import Notifier
        from app.window.panel_export import PanelExport
        from app.window.project_files import ProjectFiles
        from app.window.projects import Projects
        from app.window.room_menus import RoomMenus
        from app.window.rooms import Rooms
        from app.window.run_panel import RunPanel
        from app.window.running import Runner
        from app.window.speaking import Speaker
        from app.window.stand_ins import StandIns
        from app.window.top_bar import TopBar
        from app.window.view_keys import ViewKeys
        from widgets.command_palette import CommandPalette
        from widgets.commands import CommandBook
        from widgets.toast import Toasts
        from widgets.viewer.sound_memory import SoundMemory

        settings = self._settings
        self.desk = desk
        self.viewing = viewing
        self.projects = Projects(registry, settings, self._state_folder, self._starters, self)
        allowances = Allowances(settings)
        viewing.heed(allowances)
        SoundMemory(viewing.viewer, settings)
        self.book = CommandBook(settings, self)
        self.toasts = Toasts(self)
        self.toasts.stand_on(self.pages)
        self.files = ProjectFiles(self.projects, allowances, self.toasts)
        yield
        self.models = Models(self, registry, self.toasts, settings)
        self.stand_ins = StandIns(self.models.desk.shelf, self.projects, desk, self.toasts)
        self.runner = Runner(desk, self.projects, allowances, self.stand_ins)
        self.notifier = Notifier(self, desk, self.toasts, settings, self.stand_ins)
        yield
        self.run_panel = RunPanel(desk)
        yield
        self.speaker = Speaker(self, self.projects, self.run_panel, self.toasts, viewing)
        self.drops = Drops(self)
        self.docks = Docks(self)
        self.docks.fill(Place.RUNS, self.run_panel)
        yield
        self.rooms = Rooms(self, self.pages, self.docks, viewing.viewer, settings)
        self.film = FilmExport(desk, self.projects, self.runner, self.toasts, settings)
        self.panel_export = PanelExport(self.projects, self.runner, self.toasts, settings)
        self._comparing = QTimer(self, singleShot=True, interval=_COMPARE_AFTER)
        self.palette_box = CommandPalette(self.book, settings, self)
        yield
        self.top_bar = TopBar(self.rooms, desk, self.film.commands["export_film"])
        self.full_screen = FullScreen(self, self.rooms, self.book, viewing.viewer, self.top_bar)
        self.view_keys = ViewKeys(self, self.docks, self.rooms)
        self.menus = Menus(self, self._first_menus, settings, self._dresser)
        before = self._first_menus[2].menuAction()
        self.room_menus = RoomMenus(self.menuBar(), before, self.book, self.rooms)
        self.top_bar.hide()
        self.addToolBar(self.top_bar)
        yield
        self._collect_commands()
        yield
        self._connect()
        self.rooms.end(self.start_page)
        self.setAcceptDrops(True)
        self.is_furnished = True
        for menu in self._first_menus:
            menu.aboutToShow.disconnect(self.wanted)
        self.update_content()

    # What the program asks

    @property
    def project(self) -> ProjectInHand | None:
        """The project in hand."""
        return self.projects.in_hand if self.is_furnished else None

    @property
    def canvas(self) -> NodeCanvas | None:
        """The canvas of the project in hand."""
        return self.views.canvas if self.views is not None else None

    @property
    def inspector(self) -> Inspector | None:
        """The inspector of the project in hand."""
        return self.views.inspector if self.views is not None else None

    @property
    def actions_of_edit(self) -> tuple[QAction, QAction]:
        """Undo and redo."""
        return self.menus.commands["undo"], self.menus.commands["redo"]

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Open a project, after the question what becomes of unsaved work; of a starter, a copy."""
        self.projects.open_file(path)

    @Slot()
    def offer_unsaved(self) -> None:
        """Show the work of sessions that did not close, if there is any."""
        self.projects.unsaved.look()

    @Slot()
    def run_selected(self) -> None:
        """Run the selected nodes."""
        if self.canvas is not None and self.canvas.selected_paths:
            self.runner.run(self.canvas.selected_paths)

    @Slot()
    def run_with_other_seeds(self) -> None:
        """Run the selected nodes, or the exports, with other seeds."""
        self.runner.run_with_other_seeds(self.canvas.selected_paths if self.canvas else ())

    @Slot()
    def update_content(self) -> None:
        """Show the project's name, and what can be done."""
        project = self.project
        name = f"{project.name}[*] – Storyloom" if project is not None else "Storyloom"
        self.setWindowTitle(name)
        self.setWindowModified(project is not None and project.is_unsaved)
        self.menus.update_content()
        self.film.update_content()
        self.panel_export.update_content()
        self.top_bar.setVisible(project is not None and not self.full_screen.is_on)

    # What happened

    @Slot(object)
    def _on_taken(self, project: ProjectInHand) -> None:
        from widgets.slices import done_in_slices, painted_after

        parts = (self.pages, self.top_bar, *self.docks.all)
        done_in_slices(painted_after(self._brought_in(project), parts))

    def _brought_in(self, project: ProjectInHand) -> Iterator[None]:
        """Show a project, a short step at a time."""
        from app.window.held_moves import HeldMoves
        from app.window.outlining import Outlining
        from app.window.project_views import ProjectViews
        from app.window.rooms import room_for

        views = ProjectViews(project, self.docks, self.book, self.rooms.stage, self._settings)
        yield from views.made()
        self.views = views
        canvas, model = views.canvas, project.model
        self.top_bar.show()
        yield from self.rooms.begin(canvas, room_for(project))
        yield
        self.viewing.begin(project)
        yield
        views.begin_thumbnails(self.viewing, self.desk)
        self.models.serve(model, canvas, views.outline, views.inspector)
        self.desk.take_in_hand(project.snapshot(), project.path)
        self.projects.frames = self.viewing.client
        if self.viewing.client is not None:
            self.speaker.listen_to(self.viewing.client)
        yield
        yield from views.begin(self.viewing, self.desk)
        canvas.fit()
        canvas.offer([self.menus.commands[key] for key in ("run", "run_other_seeds")])
        canvas.selection_changed.connect(self._on_selection_changed)
        canvas.level_changed.connect(self._on_selection_changed)
        canvas.node_opened.connect(self._on_node_opened)
        self.speaker.hear(views)
        HeldMoves(views, self.rooms, self.toasts)
        views.strip.board_shown.connect(self.panel_export.follow_board)
        self._outlining = Outlining(views, model, self.docks, self.desk)
        views.outline.run_asked.connect(self.runner.run)
        self.files.changed_outside.connect(views.paper.imported.read_again)
        model.edited.connect(self._comparing.start)
        model.undo_stack.indexChanged.connect(self.update_content)
        model.undo_stack.cleanChanged.connect(self.update_content)
        if project.said:
            self.speaker.warn(project.said)
        views.take_in_hand()
        self.update_content()

    @Slot()
    def _on_leaving(self) -> None:
        self.desk.forget()
        self.viewing.forget()
        self._comparing.stop()
        self.toasts.clear()
        if self.project is not None:
            self.project.model.undo_stack.indexChanged.disconnect(self.update_content)
            self.project.model.undo_stack.cleanChanged.disconnect(self.update_content)
        if self.views is not None:
            self.rooms.end(self.start_page)
            views, self.views = self.views, None
            views.close()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.desk.follow_file(path)
        if self.views is not None:
            self.views.set_folder(path.parent)
        self.update_content()

    @Slot()
    def _on_selection_changed(self) -> None:
        if self.canvas is not None and self.inspector is not None:
            self.inspector.set_selection(self.canvas.selected, self.canvas.at)
            if len(self.canvas.selected_paths) == 1:
                self.viewing.look_at(self.canvas.selected_paths[0])
        self.update_content()

    @Slot()
    def _on_recent_changed(self) -> None:
        self.start_page.show_recent(recent_files(self._settings))

    @Slot(str)
    def _on_room_entered(self, room: str) -> None:
        from app.window.project_in_hand import storyboard_of
        from app.window.rooms import Room

        board = storyboard_of(self.project) if self.project is not None else ""
        if room == Room.WIRE or not board:
            self._on_selection_changed()
        elif self.views is not None and not self.views.is_painting_masks:
            self.views.inspector.set_selection((board,))

    @Slot(str)
    def _on_node_opened(self, path: str) -> None:
        from app.window.docks import Place

        if self.inspector is not None:
            self.docks[Place.INSPECTOR].show()
            self.inspector.setFocus()

    @Slot()
    def _on_player_missed(self) -> None:
        from app.window.rooms import Room

        self.rooms.show(Room.REVIEW)
        self.viewing.viewer.playback.play()

    @Slot(str)
    def _on_node_asked(self, path: str) -> None:
        from app.window.rooms import Room

        if self.canvas is not None:
            self.rooms.show(Room.WIRE)
            self.canvas.reveal(path.partition(".")[0])

    @Slot()
    def _on_compare_due(self) -> None:
        if self.project is not None:
            self.desk.compare(self.project.snapshot())

    @Slot()
    def _on_desk_changed(self) -> None:
        if self.views is not None:
            self.views.canvas.set_states(self.desk.states)
            self.views.outline.show_states(self.desk.states)
        stop = self.menus.commands["stop"]
        if stop.isEnabled() and not self.desk.is_running:
            self.viewing.viewer.refresh()
        stop.setEnabled(self.desk.is_running)
        self.menus.commands["free_models"].setEnabled(bool(self.desk.warm_models))

    # Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.is_furnished:
            event.accept()
            return
        if not self.projects.may_leave():
            event.ignore()
            return
        self.full_screen.leave()
        self._settings.setValue("geometry", self.saveGeometry())
        self.projects.put_away()
        if self.desk.request_close():
            self.setEnabled(False)
            self.statusBar().showMessage(tr("Ending what runs …"))
            self.desk.closed.connect(self.close)
            event.ignore()
            return
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.drops.is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.drops.take(event.mimeData(), event.position().toPoint())

    # Building

    def _connect(self) -> None:
        page, projects = self.start_page, self.projects
        page.ask_of(projects)
        projects.taken.connect(self._on_taken)
        projects.leaving.connect(self._on_leaving)
        projects.saved.connect(self._on_saved)
        for changed in (self.files.changed_outside, self.stand_ins.changed):
            changed.connect(self._on_compare_due)
            changed.connect(self.viewing.follow_soon)
        projects.saving.changed.connect(self.update_content)
        projects.recent_changed.connect(self._on_recent_changed)
        projects.sessions_changed.connect(self.offer_unsaved)
        projects.unsaved.found.connect(page.show_unsaved)
        self.run_panel.node_asked.connect(self._on_node_asked)
        self.rooms.entered.connect(self._on_room_entered)
        self.rooms.entered.connect(self.room_menus.update_content)
        self.rooms.left.connect(self.room_menus.update_content)
        self.desk.changed.connect(self._on_desk_changed)
        self._comparing.timeout.connect(self._on_compare_due)
        self.desk.preview_arrived.connect(self.viewing.show_preview)
        self.desk.run_ended.connect(self.viewing.end_run)
        self.viewing.run_wanted.connect(self.runner.run_node)
        self.film.player_missed.connect(self._on_player_missed)

    def _collect_commands(self) -> None:
        from widgets.commands import Scope

        self.book.collect(Scope.EVERYWHERE, self.menus.commands)
        parts = (self.rooms, self.full_screen, self.film, self.panel_export, self.files)
        for part in (*parts, self.toasts, self.palette_box, self.view_keys):
            self.book.collect(Scope.EVERYWHERE, part.commands)
        for scope, view in ((Scope.RUNS, self.run_panel), (Scope.VIEWER, self.viewing.viewer)):
            self.book.collect(scope, view.commands)
