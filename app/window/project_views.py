"""The views of the project in hand: made with it, put into their docks, and gone with it.

Here another view of the project is plugged in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from app.frames.underlay_supply import ServedUnderlay
from app.window.animatic import Animatic
from app.window.application import Application
from app.window.breakdowns import Breakdowns
from app.window.docks import Docks, Place
from app.window.examples import Examples
from app.window.found_things import FoundThings
from app.window.handwork import Handwork
from app.window.masking import Masking
from app.window.onion_moves import OnionMoves
from app.window.panel_selection import PanelSelection
from app.window.playhead import Playhead
from app.window.plotting import Plotting
from app.window.project_in_hand import ProjectInHand
from app.window.run_desk import RunDesk
from app.window.stage import Stage
from app.window.strip_feed import StripFeed
from app.window.thumbnails import Thumbnails
from app.window.vace_seeing import VaceSeeing
from app.window.viewing import Viewing
from widgets.canvas import NodeCanvas
from widgets.commands import CommandBook, Scope
from widgets.history import History
from widgets.inspector import Inspector
from widgets.inspector.panel_sheet import PanelSheet
from widgets.outline import Outline
from widgets.paper.hand_memory import HandMemory
from widgets.paper.onion_memory import OnionMemory
from widgets.paper.paper import Paper
from widgets.strip import StoryStrip


class ProjectViews:
    """Canvas, inspector and what else shows one project: there once `made` was gone through."""

    def __init__(
        self,
        project: ProjectInHand,
        docks: Docks,
        book: CommandBook,
        stage: Stage,
        settings: QSettings,
    ) -> None:
        self._project = project
        self.handwork: Handwork | None = None
        self.masking: Masking | None = None
        self.plotting: Plotting | None = None
        self._found_things: FoundThings | None = None
        self.vace_seeing: VaceSeeing | None = None
        self.playhead: Playhead | None = None
        self._docks = docks
        self._book = book
        self._settings = settings
        self._stage = stage
        self.strip_feed: StripFeed | None = None
        self._breakdowns: Breakdowns | None = None
        self.animatic: Animatic | None = None
        self._onion_moves: OnionMoves | None = None
        self._underlay: ServedUnderlay | None = None
        self._thumbnails: Thumbnails | None = None

    def made(self) -> Iterator[None]:
        """Make the views, a short step at a time. Once, before anything else."""
        project, model, docks = self._project, self._project.model, self._docks
        self.canvas = NodeCanvas(model)
        self.canvas.set_folder(project.folder)
        self.canvas.view.viewport().setAcceptDrops(False)  # files are dropped on the window
        yield
        self.inspector = Inspector(model)
        self.inspector.set_folder(project.folder)
        Examples(model, self.inspector, self.canvas)
        yield
        self.strip = StoryStrip(model)
        yield
        self.panel_sheet = PanelSheet(model)
        self.panel_sheet.set_folder(project.folder)
        PanelSelection(self.inspector, self.strip, self.panel_sheet)
        yield
        self.outline = Outline(model)
        self.history = History(model.undo_stack)
        yield
        yield from self._made_paper()
        placed: dict[Place, QWidget] = {
            Place.INSPECTOR: self.inspector,
            Place.OUTLINE: self.outline,
            Place.HISTORY: self.history,
            Place.BRUSH: self.paper.brush_panel,
            Place.LAYERS: self.paper.layers_panel,
            Place.PANEL: self.panel_sheet,
            Place.STRIP: self.strip,
        }
        self._placed = placed
        for place, view in placed.items():
            docks.fill(place, view)
            yield
        self._stage.set_paper(self.paper)
        yield
        self._collect_commands()
        yield

    def _made_paper(self) -> Iterator[None]:
        project = self._project
        self.paper = Paper(project.model, project.store, in_steps=True)
        yield from self.paper.steps
        self._hand_memory = HandMemory(self.paper.hand, self._settings, self.paper)
        self.paper.addActions(self.strip.commands_on_paper)
        application = QApplication.instance()
        if isinstance(application, Application):
            application.pen_near.connect(self.paper.view.set_pen_near)
        OnionMemory(self.paper.desk, self._settings)
        self.paper.bar.add_command(self.strip.commands["add_breakdown"], "animation-outline")
        yield

    def _collect_commands(self) -> None:
        book = self._book
        book.collect(Scope.CANVAS, self.canvas.commands)
        book.collect(Scope.STRIP, self.strip.commands)
        book.collect(Scope.OUTLINE, self.outline.commands)
        book.collect(Scope.HISTORY, self.history.commands)
        book.collect(Scope.PAPER, self.paper.commands)

    def set_folder(self, folder: Path | None) -> None:
        """The project lies in another folder: paths within it are shown relative to it."""
        self.canvas.set_folder(folder)
        self.inspector.set_folder(folder)
        self.panel_sheet.set_folder(folder)
        self.strip.set_folder(folder)
        self.paper.set_folder(folder)

    def begin(self, viewing: Viewing, desk: RunDesk) -> Iterator[None]:
        """The viewer shows the project: what lives with it begins, a short step at a time."""
        self.begin_handwork(viewing, desk)
        yield
        yield from self.begin_strip(viewing)
        if self.strip_feed is not None:
            desk.noted.connect(self.strip_feed.hear)

    def begin_strip(self, viewing: Viewing) -> Iterator[None]:
        """The viewer shows the project: share its playhead and its frame server."""
        self.strip_feed = StripFeed(self.strip, self._project, viewing.viewer)
        self.strip.pictures_brought.connect(viewing.allow_reading)
        if viewing.client is not None:
            self.strip_feed.begin(viewing.client)
        yield
        self.paper.imported.set_consent(viewing.may_read)
        self.paper.set_folder(self._project.folder)
        self.paper.files_chosen.connect(viewing.allow_reading)
        if viewing.client is not None:
            self._underlay = ServedUnderlay(viewing.client, parent=self.paper)
            self.paper.underlay.set_supply(self._underlay)
        yield
        self._breakdowns = Breakdowns(self.strip, self._project, viewing)
        self._breakdowns.told.connect(self.paper.board.told)
        if viewing.client is not None:
            self.animatic = Animatic(self.paper, self.strip, self._project, viewing, viewing.client)
            self._onion_moves = OnionMoves(
                self.paper.desk, self.strip, self._project, viewing.client
            )
        yield
        self.playhead = Playhead(self.paper.board, self.strip, viewing.viewer, self.paper)

    def begin_thumbnails(self, viewing: Viewing, desk: RunDesk) -> None:
        """Results appear on their nodes, from when the viewer shows the project."""
        if viewing.client is not None:
            self._thumbnails = Thumbnails(self.canvas, viewing.client)
            desk.standing_found.connect(self._thumbnails.take)
            desk.preview_arrived.connect(self._thumbnails.show_preview)

    def begin_handwork(self, viewing: Viewing, desk: RunDesk) -> None:
        """Tools over the picture, from when the viewer shows the project."""
        self.handwork = Handwork(self._project.model, self.inspector, viewing)
        self.handwork.refused.connect(self.canvas.refused)
        self.masking = Masking(
            self._project.model, self._project.store, self.inspector, viewing, desk
        )
        self.plotting = Plotting(self._project.model, self.inspector, viewing.viewer, desk)
        self.masking.refused.connect(self.canvas.refused)
        self.masking.painter_wanted.connect(self.canvas.reveal)
        self._found_things = FoundThings(self._project.model, self.inspector, viewing, desk)
        self._book.collect(Scope.INSPECTOR, self._found_things.commands)
        if viewing.client is not None:
            self.vace_seeing = VaceSeeing(
                self._project, self.inspector, viewing, viewing.client, desk
            )
            self.vace_seeing.refused.connect(self.canvas.refused)
            self.vace_seeing.node_wanted.connect(self.canvas.reveal)
        self._book.collect(Scope.MASK, self.masking.commands.actions)

    def take_in_hand(self) -> None:
        """Show the node that the project begins at, and take its tool in hand."""
        spot = self._project.begins_at
        if spot is not None and self.handwork is not None:
            self.canvas.select([spot.node])
            self.handwork.hand.take_up((), (spot.node,), spot.parameter)

    @property
    def is_painting_masks(self) -> bool:
        """Whether a mask painter is in hand."""
        return self.masking is not None and self.masking.painter is not None

    def close(self) -> None:
        """The project is put away."""
        self._hand_memory.keep()
        if self.handwork is not None:
            self.handwork.close()
        if self._found_things is not None:
            self._book.forget(Scope.INSPECTOR)
            self._found_things.close()
        if self.vace_seeing is not None:
            self.vace_seeing.close()
        if self.masking is not None:
            self._book.forget(Scope.MASK)
            self.masking.close()
        if self.plotting is not None:
            self.plotting.close()
        if self.playhead is not None:
            self.playhead.close()
        if self._breakdowns is not None:
            self._breakdowns.close()
        for part in (self.animatic, self._onion_moves):
            if part is not None:
                part.close()
        if self._underlay is not None:
            self.paper.underlay.set_supply(None)
            self._underlay.stop()
        self._book.forget(Scope.CANVAS)
        self._book.forget(Scope.STRIP)
        self._book.forget(Scope.OUTLINE)
        self._book.forget(Scope.HISTORY)
        self.history.put_away()
        if self.strip_feed is not None:
            self.strip_feed.close()
        if self._thumbnails is not None:
            self._thumbnails.close()
        self._book.forget(Scope.PAPER)
        self.paper.put_away()
        self._stage.set_paper(None)
        for place in self._placed:
            self._docks.empty(place)
        views = (self.canvas, self.paper, *self._placed.values())
        for view in views:
            view.hide()
            view.setParent(None)
        self._stage.let_go(views)
