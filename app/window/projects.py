"""Opening, saving and leaving of projects: the one in hand, and the questions about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.frames.client import FrameClient
from app.window.opened_work import (
    OpenedWork,
    copied_work,
    fresh_work,
    opened_work,
    recipe_work,
    recovered_work,
)
from app.window.opening import Opening
from app.window.project_in_hand import ProjectInHand
from app.window.questions import Answer, ask_changed, ask_discard, ask_unsaved, tell
from app.window.recent_files import forget_file, remember_file
from app.window.recipes import REMOVAL, REPLACEMENT, Recipe
from app.window.saving import Saving
from app.window.unsaved_search import UnsavedSearch
from nodes.registry import Registry
from nodes.working_store import Session, discard
from pipelines.errors import StoryloomError
from widgets.inspector.file_editor import chooser_kinds
from widgets.words import tr


class Projects(QWidget):
    """Holds at most one project. It is an invisible child of the window, whose dialogs it asks."""

    leaving = Signal()
    """The project in hand is about to be put away: let go of it."""
    taken = Signal(object)
    """A ProjectInHand was taken in hand."""
    saved = Signal(object)
    """The path that it was saved to."""
    recent_changed = Signal()
    """A project was taken off the list of those opened last."""
    sessions_changed = Signal()
    """Unsaved work of an earlier session was discarded."""

    def __init__(
        self,
        registry: Registry,
        settings: QSettings,
        state_folder: Path,
        starters: Sequence[Path],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.hide()
        self.in_hand: ProjectInHand | None = None
        self.frames: FrameClient | None = None
        """Who makes the picture that a saved project has, where there is one."""
        self.saving = Saving(self)
        self._is_busy = False
        self.saving.saved.connect(self._on_saved)
        self.saving.refused.connect(self._on_save_refused)
        self.saving.failed.connect(self._on_save_failed)
        self.state_folder = state_folder
        self._endings: list[Thread] = []
        self.unsaved = UnsavedSearch(state_folder, self)
        """Finds the work of sessions that did not close."""
        self._registry = registry
        self._settings = settings
        self._starters = {starter.resolve() for starter in starters}

    def is_starter(self, path: Path) -> bool:
        """Whether this is a file of the program, of which only copies are opened."""
        return path.resolve() in self._starters

    @Slot(object)
    def open_file(self, path: Path) -> bool:
        """Open a project, after the question what becomes of unsaved work; of a starter, a copy."""
        opener = copied_work if self.is_starter(path) else opened_work
        read = partial(opener, path, self.state_folder, self._registry)
        refusal = tr("“{name}” cannot be opened.", name=path.name)
        return self.may_leave() and self._open(read, refusal)

    @Slot()
    def begin_empty(self) -> bool:
        """Begin a project with nothing in it."""
        read = partial(fresh_work, self.state_folder, self._registry)
        return self.may_leave() and self._open(read, tr("No project can be begun."))

    def begin_recipe(self, recipe: Recipe, film: Path, picture: Path | None = None) -> bool:
        """Begin a project that brings a film, and a picture if there is one, through a recipe."""
        read = partial(recipe_work, recipe, film, picture, self.state_folder, self._registry)
        return self.may_leave() and self._open(read, tr("No project can be begun."))

    @Slot()
    def ask_removal(self) -> None:
        """Let the person choose a film, and begin to take a thing out of it."""
        found = self._chosen(tr("Choose the film that a thing is to be taken out of"), "video")
        if found is not None:
            self.begin_recipe(REMOVAL, found)

    @Slot()
    def ask_replacement(self) -> None:
        """Let the person choose a film and a picture, and begin to replace a thing in it."""
        film = self._chosen(tr("Choose the film in which a thing is to be replaced"), "video")
        if film is None:
            return
        title = tr("Choose a picture of the new thing, or cancel to choose it later")
        self.begin_recipe(REPLACEMENT, film, self._chosen(title, "image"))

    def _chosen(self, title: str, kind: str) -> Path | None:
        folder = self.in_hand.folder if self.in_hand is not None else None
        found, _ = QFileDialog.getOpenFileName(
            self.window(), title, str(folder or Path.home()), chooser_kinds((kind,))
        )
        return Path(found) if found else None

    @Slot()
    def ask_open(self) -> None:
        """Let the person choose a project and open it."""
        folder = self.in_hand.folder if self.in_hand is not None else None
        start = str(folder or Path.home())
        title = tr("Open a project")
        found, _ = QFileDialog.getOpenFileName(self.window(), title, start, _filter())
        if found:
            self.open_file(Path(found))

    @Slot(object)
    def recover(self, session: Session) -> None:
        """Bring back the work of a session that did not close."""
        read = partial(recovered_work, session, self._registry)
        self._open(read, tr("This work cannot be brought back."))

    @Slot(object)
    def discard(self, session: Session) -> None:
        """Discard the work of a session that did not close, after a question."""
        if not ask_discard(self.window()):
            return
        try:
            discard(session)
        except StoryloomError as error:
            tell(self.window(), tr("This work cannot be discarded."), error)
        self.sessions_changed.emit()

    @Slot(object)
    def forget_recent(self, path: Path) -> None:
        """Take a project off the list of those opened last. The file stays."""
        forget_file(self._settings, path)
        self.recent_changed.emit()

    def may_leave(self) -> bool:
        """Whether the project in hand may be put away. Unsaved work is never dropped unasked."""
        if self._is_busy or self.in_hand is None:
            return not self._is_busy
        self._is_busy = True
        try:
            self.saving.finish()
            return not self.in_hand.is_unsaved or self._may_drop(self.in_hand)
        finally:
            self._is_busy = False

    def _may_drop(self, project: ProjectInHand) -> bool:
        match ask_unsaved(self.window(), project.name):
            case Answer.SAVE:
                self.save()
                self.saving.finish()
                return not project.is_unsaved
            case Answer.DISCARD:
                return True
            case _:
                return False

    def put_away(self) -> None:
        """Let go of the project in hand, saved or not."""
        if self.in_hand is not None:
            self.leaving.emit()
            project, self.in_hand = self.in_hand, None
            ended = Thread(target=project.store.finish, name="put-away")
            self._endings = [one for one in self._endings if one.is_alive()] + [ended]
            ended.start()

    def end(self) -> None:
        """Wait until what was saved and put away is on the disk, and look for nothing more."""
        self.saving.close()
        self.unsaved.close()
        self._settle()

    def _settle(self) -> None:
        """Wait, in any thread, for those who hold a session: what was put away, as its file may be
        opened again, and a search, which claims each session that it looks at."""
        self.unsaved.wait()
        for ended in list(self._endings):
            ended.join()

    def leave_to_recover(self) -> None:
        """Let go of the project in hand as it is: its journal is offered at the next start."""
        if self.in_hand is not None:
            self.leaving.emit()
            project, self.in_hand = self.in_hand, None
            project.store.close()

    @Slot()
    def save(self) -> None:
        """Save where the project lies; `saved` follows, or words why not."""
        project = self.in_hand
        target = self.saving.target_of(project) if project is not None else None
        if project is None or target is None:
            self.save_as()
            return
        self.saving.save(project, target, self.frames)

    @Slot()
    def save_as(self) -> bool:
        """Save under another name; whether one was chosen."""
        project = self.in_hand
        if project is None:
            return False
        folder = project.folder or Path.home()
        start = str(folder / f"{project.name}.loom")
        title = tr("Save the project")
        found, _ = QFileDialog.getSaveFileName(self.window(), title, start, _filter())
        if not found:
            return False
        path = Path(found)
        path = path if path.suffix == ".loom" else Path(f"{found}.loom")
        self.saving.save(project, path, self.frames)
        return True

    def save_first(self) -> bool:
        """Have the project saved in a file, to be waited for; whether it is."""
        if self.save_as():
            self.saving.finish()
        return self.in_hand is not None and self.in_hand.path is not None

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        remember_file(self._settings, path)
        self.saved.emit(path)

    @Slot(object)
    def _on_save_refused(self, path: Path) -> None:
        project = self.in_hand
        answer = ask_changed(self.window(), path)
        if answer is Answer.ELSEWHERE:
            self.save_as()
        elif answer is Answer.SAVE and project is not None:
            self.saving.save(project, path, self.frames, overwrites=True)

    @Slot(object, object)
    def _on_save_failed(self, path: Path, error: StoryloomError) -> None:
        tell(self.window(), tr("“{name}” was not saved.", name=path.name), error)

    def _open(self, read: Callable[[], OpenedWork], refusal: str) -> bool:
        """Take in hand what is read; whether it could be."""
        if self._is_busy:
            return False
        self._is_busy = True
        try:
            work = Opening(read, self._settle).opened()
            self._take(ProjectInHand(work, self._settings))
        except StoryloomError as error:
            tell(self.window(), refusal, error)
            return False
        finally:
            self._is_busy = False
        return True

    def _take(self, project: ProjectInHand) -> None:
        self.put_away()
        self.in_hand = project
        if project.path is not None:
            remember_file(self._settings, project.path)
        self.taken.emit(project)


def _filter() -> str:
    return tr("Storyloom projects (*.loom)")
