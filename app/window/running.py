"""Running from the window: what is ordered, and what is asked before."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import SystemRandom
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot

from app.window.allowances import Allowances, beyond, merged
from app.window.compared import title_of
from app.window.consent import outside_files, writes_files
from app.window.notes import Note, Tone
from app.window.projects import Projects
from app.window.questions import Consent, ask_consent
from app.window.run_desk import RunDesk
from app.window.stand_ins import StandIns
from app.workers.orders import RunOrder
from nodes.edits import Batch
from nodes.evaluator import paths_under, sinks_of
from nodes.seeds import MOST_SEEDS, thrown
from nodes.serving.messages import Consents
from nodes.snapshot import Snapshot
from pipelines.errors import StoryloomError
from widgets.words import said, tr

_MOST_NAMES = 3


class _Held(NamedTuple):
    """An order that waits until it is known which models are here."""

    snapshot: Snapshot
    sinks: tuple[str, ...]
    consents: Consents
    title: str


class Runner(QObject):
    """Makes orders of the project in hand and gives them to the desk."""

    def __init__(
        self,
        desk: RunDesk,
        projects: Projects,
        allowances: Allowances,
        stand_ins: StandIns | None = None,
    ) -> None:
        super().__init__(projects)
        self._stand_ins = stand_ins
        self._held: list[_Held] = []
        if stand_ins is not None:
            stand_ins.known.connect(self._on_models_known)
            projects.leaving.connect(self._on_leaving)
        self.allowances = allowances
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
            self.order(snapshot, sinks, Consents(), _title(snapshot, sinks))
        except StoryloomError as error:
            self._desk.noted.emit(Note(said(error.message), said(error.mend), Tone.FAILURE))

    @Slot(str)
    def run_node(self, path: str) -> None:
        """Run one node and what it needs."""
        self.run((path,))

    def run_with_other_seeds(self, sinks: tuple[str, ...]) -> None:
        """Run these nodes (none: the exports) with another number for every seed that they depend
        on and that is not locked: one step to undo."""
        project = self._projects.in_hand
        if project is None:
            return
        try:
            snapshot = project.snapshot()
            goals = paths_under(snapshot, sinks) or sinks_of(snapshot)
            edits = thrown(snapshot, goals, partial(SystemRandom().randrange, MOST_SEEDS))
            if not edits:
                words = tr("Nothing here is left to chance, or every seed is locked.")
                self._desk.noted.emit(Note(words, tone=Tone.WARNING))
                return
            project.model.do(Batch(edits=tuple(edits)), tr("Other seeds"))
        except StoryloomError as error:
            self._desk.noted.emit(Note(said(error.message), said(error.mend), Tone.FAILURE))
            return
        self.run(sinks)

    def _consented(self, project: Path | None, outside: Consents) -> Consents:
        """What of these files may be touched, after the question about those that are new."""
        allowed = self.allowances.of(project)
        asked = beyond(outside, allowed)
        if not asked.reads and not asked.writes:
            return outside
        window = self._projects.window()
        answer = ask_consent(window, asked, may_remember=project is not None)
        if answer is Consent.REFUSED:
            return allowed
        if answer is Consent.ALWAYS and project is not None:
            self.allowances.allow(project, asked)
        return merged(allowed, asked)

    def order(
        self, snapshot: Snapshot, sinks: tuple[str, ...], consents: Consents, title: str
    ) -> None:
        """Order a run of the project in hand; what was not consented to yet is asked about. What
        needs models is held until it is known which ones are here."""
        if self._stand_ins is not None and self._stand_ins.must_wait(snapshot):
            self._held.append(_Held(snapshot, sinks, consents, title))
            return
        project = self._projects.in_hand
        if project is not None:
            outside = beyond(outside_files(snapshot, sinks), consents)
            consents = merged(consents, self._consented(project.path, outside))
            self._desk.start(
                RunOrder(
                    snapshot=snapshot,
                    tiles=project.tiles,
                    sinks=sinks,
                    consents=consents,
                    title=title,
                    write=project.store.flush,
                )
            )

    @Slot()
    def _on_leaving(self) -> None:
        self._held = []

    @Slot()
    def _on_models_known(self) -> None:
        held, self._held = self._held, []
        for one in held:
            assert self._stand_ins is not None
            snapshot = one.snapshot.override({}, absent=self._stand_ins.absent)
            try:
                self.order(snapshot, one.sinks, one.consents, one.title)
            except StoryloomError as error:
                self._desk.noted.emit(Note(said(error.message), said(error.mend), Tone.FAILURE))


def _title(snapshot: Snapshot, sinks: tuple[str, ...]) -> str:
    if not sinks:
        return tr("Run the exports")
    if len(sinks) > _MOST_NAMES:
        return tr("Run {count} nodes", count=len(sinks))
    return tr("Run {names}", names=", ".join(title_of(snapshot, path) for path in sinks))
