"""The files of the project in hand: what is missing, what others change, what runs may touch."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction

from app.window.allowances import Allowances, AllowancesDialog
from app.window.file_looker import FileLooker, FilesSeen
from app.window.missing_files import MissingFilesDialog
from app.window.project_in_hand import ProjectInHand
from app.window.projects import Projects
from widgets.toast import Toasts
from widgets.words import tr

_SETTLE_MS = 400
"""How long files are left alone after a change: programs write in several goes."""
_MOST_WATCHED = 256


class ProjectFiles(QObject):
    """Watches files while a project is in hand, and offers what can be done about them."""

    changed_outside = Signal(object)
    """The Paths of clips and pictures that another program changed: what they feed is stale."""

    def __init__(self, projects: Projects, allowances: Allowances, toasts: Toasts) -> None:
        super().__init__(projects)
        self._projects = projects
        self._allowances = allowances
        self._toasts = toasts
        self._changed: set[Path] = set()
        self._told_of: ProjectInHand | None = None
        """The project whose missing files were told of."""
        self._is_asked = False
        self._looker = FileLooker(_MOST_WATCHED, self)
        self._looker.seen.connect(self._on_seen)
        self._looker.found_changed.connect(self._on_found_changed)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_file_changed)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._on_settled)
        self._watching = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._watching.timeout.connect(self.watch)
        self._find = QAction(tr("&Missing Files …"), self)
        self._find.triggered.connect(self.find_missing)
        self._access = QAction(tr("File A&ccess …"), self)
        self._access.triggered.connect(self.show_access)
        self.commands = {"missing_files": self._find, "file_access": self._access}
        projects.taken.connect(self._on_taken)
        projects.leaving.connect(self._on_leaving)
        projects.saved.connect(self._on_saved)
        self._update_commands(None)

    @Slot()
    def find_missing(self) -> None:
        """List the files that are gone, once that is known."""
        self._is_asked = True
        self.watch()

    @Slot()
    def show_access(self) -> None:
        """List what runs may touch."""
        project = self._projects.in_hand
        if project is not None and project.path is not None:
            window = self._projects.window()
            AllowancesDialog(self._allowances, project.path, window).open()

    @Slot()
    def watch(self) -> None:
        """Watch the files that the project refers to now, once it is known which are there."""
        if self._projects.in_hand is not None:
            self._looker.look(self._projects.in_hand)

    def close(self) -> None:
        """Look at nothing any more."""
        self._looker.close()

    @Slot(object)
    def _on_seen(self, seen: FilesSeen) -> None:
        project = self._projects.in_hand
        if project is None or seen.project is not project or project.folder is None:
            return
        self._watch_only({str(file) for file in seen.there})
        if self._is_asked:
            self._is_asked = False
            MissingFilesDialog(
                project, project.folder, seen.missing, self._projects.window()
            ).open()
        elif seen.missing and self._told_of is not project:
            words = tr("Files of this project are missing: {count}.", count=len(seen.missing))
            self._toasts.tell(words, self._find)
        self._told_of = project

    def _watch_only(self, wanted: set[str]) -> None:
        watched = set(self._watcher.files())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    @Slot(object)
    def _on_taken(self, project: ProjectInHand) -> None:
        project.model.edited.connect(self._watching.start)
        self.watch()
        self._update_commands(project)

    @Slot()
    def _on_leaving(self) -> None:
        for timer in (self._watching, self._settling):
            timer.stop()
        self._changed.clear()
        self._told_of, self._is_asked = None, False
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        self._update_commands(None)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._update_commands(self._projects.in_hand)
        self.watch()

    @Slot(str)
    def _on_file_changed(self, file: str) -> None:
        self._changed.add(Path(file))
        self._settling.start()

    @Slot()
    def _on_settled(self) -> None:
        project = self._projects.in_hand
        changed, self._changed = self._changed, set()
        if project is None:
            return
        self.watch()  # a file that was replaced is watched no more
        if project.path in changed:
            changed.discard(project.path)
            if not self._projects.saving.is_busy:
                self._looker.look_for_changes(project)
        if changed:
            names = ", ".join(sorted(file.name for file in changed))
            self._toasts.tell(tr("Changed by another program: {names}.", names=names))
            self.changed_outside.emit(sorted(changed))

    @Slot(object)
    def _on_found_changed(self, project: ProjectInHand) -> None:
        if project is self._projects.in_hand and project.path is not None:
            words = tr("“{name}” was changed by another program.", name=project.path.name)
            self._toasts.tell(f"{words} {tr('Save under another name to keep both.')}")

    def _update_commands(self, project: ProjectInHand | None) -> None:
        has_file = project is not None and project.path is not None
        for action in self.commands.values():
            action.setEnabled(has_file)
