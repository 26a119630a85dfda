"""Running from the window: what is ordered, and what is asked before."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.window.consent import outside_files, writes_files
from app.window.notes import Note, Tone
from app.window.projects import Projects
from app.window.questions import ask_consent
from app.window.run_desk import RunDesk
from app.workers.orders import RunOrder
from nodes.serving.messages import Consents
from nodes.snapshot import Snapshot
from pipelines.errors import StoryloomError
from widgets.words import tr


class Runner(QObject):
    """Makes orders of the project in hand and gives them to the desk."""

    def __init__(self, desk: RunDesk, projects: Projects) -> None:
        super().__init__(projects)
        self._desk = desk
        self._projects = projects

    @Slot()
    def run_exports(self) -> None:
        """Run the exports, or, where there are none, all that nothing uses."""
        self.run(())

    def run(self, sinks: tuple[str, ...]) -> None:
        """Run these nodes and what they need."""
        project = self._projects.in_hand
        if project is None:
            return
        try:
            snapshot = project.snapshot()
            if project.path is None and writes_files(snapshot, sinks):
                words = tr("An export writes into the project's folder, so save the project first.")
                self._desk.noted.emit(Note(words, tone=Tone.WARNING))
                if not self._projects.save_first():
                    return
                snapshot = project.snapshot()
            outside = outside_files(snapshot, sinks)
            asked = outside.reads or outside.writes
            if asked and not ask_consent(self._projects.window(), outside):
                outside = Consents()
            names = ", ".join(sinks)
            title = tr("Run {names}", names=names) if sinks else tr("Run the exports")
            self.order(snapshot, sinks, outside, title)
        except StoryloomError as error:
            self._desk.noted.emit(Note(error.message, error.mend, Tone.FAILURE))

    def order(
        self, snapshot: Snapshot, sinks: tuple[str, ...], consents: Consents, title: str
    ) -> None:
        """Order a run of the project in hand, with what was consented to."""
        project = self._projects.in_hand
        if project is not None:
            tiles = project.tile_place()
            self._desk.start(
                RunOrder(
                    snapshot=snapshot, tiles=tiles, sinks=sinks, consents=consents, title=title
                )
            )
