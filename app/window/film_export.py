"""“Export Film”: from the project in hand to a file, and what can be done with it then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QDialog

from app.window.consent import file_parameters, outside_files, parameter_of
from app.window.film_dialog import FilmDialog
from app.window.projects import Projects
from app.window.run_desk import RunDesk
from app.window.run_forecast import spoken_forecast
from app.window.running import Runner
from app.workers.orders import Ending, RunEnding
from nodes.edits import AddNode, Batch, Connect, Edit
from nodes.evaluator import sinks_of
from nodes.flat_node import FlatNode
from nodes.graph import Link, Node
from nodes.serving.messages import Consents
from nodes.snapshot import Snapshot
from pipelines.errors import StoryloomError
from pipelines.media.codecs import CODECS, VideoCodec
from widgets.toast import Toasts
from widgets.words import told, tr

_FOLDER = "films_folder"
_EXPORT = "export.video"
_FILMS = ("clip", "storyboard")
"""Values that a film can be written from."""
_BESIDE = 260.0
"""Scene units between a node and the export that is put behind it."""


class FilmExport(QObject):
    """Asks for a name where the project has no folder yet; tells when the film is there."""

    player_missed = Signal()
    """The system has no program that plays a film."""

    def __init__(
        self,
        desk: RunDesk,
        projects: Projects,
        runner: Runner,
        toasts: Toasts,
        settings: QSettings,
    ) -> None:
        super().__init__(projects)
        self._projects = projects
        self._runner = runner
        self._toasts = toasts
        self._settings = settings
        self._to_play: Path | None = None
        """The film that the person wants to see as soon as it is there."""
        self.commands = self._made_actions()
        desk.run_ended.connect(self._on_run_ended)
        desk.forecast_changed.connect(self.update_content)
        self._desk = desk
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show what can be done."""
        export, found = self.commands["export_film"], self._desk.forecast
        export.setEnabled(self._projects.in_hand is not None)
        about = tr("Make the film and write it to a file")
        known = spoken_forecast(found) if found is not None else ""
        export.setToolTip("\n".join(filter(None, (about, known))))

    @Slot()
    def export(self) -> None:
        """Make the film of the project in hand."""
        project = self._projects.in_hand
        if project is None:
            return
        try:
            snapshot = project.snapshot()
            exports = _exports(snapshot)
            if not exports:
                self._offer_export()
            elif project.path is not None:
                self._runner.run(tuple(exports))
            else:
                self._export_untitled(snapshot, exports, project.name)
        except StoryloomError as error:
            self._toasts.tell(told(error))

    def _offer_export(self) -> None:
        """Say that no export is there, and offer to add one."""
        words = tr("Nothing says yet what the film is: add an Export Video node.")
        add = QAction(tr("Add Export Video"))
        add.triggered.connect(self.add_export)
        add.setParent(self._toasts.tell(words, add))

    @Slot()
    def add_export(self) -> None:
        """Put an Export Video behind the film of the project in hand, as one step."""
        project = self._projects.in_hand
        if project is None:
            return
        try:
            edit = export_added(project.snapshot())
            project.model.do(edit, tr("Add Export Video"))
        except StoryloomError as error:
            self._toasts.tell(told(error))

    def _export_untitled(self, snapshot: Snapshot, exports: list[str], name: str) -> None:
        """Ask for name and folder; the document itself is not changed by it."""
        first = snapshot.flat[exports[0]]
        dialog = FilmDialog(name, _suffix(first), self._folder(), self._projects.window())
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        target, folder, plays = dialog.target, dialog.folder, dialog.plays.isChecked()
        dialog.deleteLater()
        if not is_wanted:
            return
        self._settings.setValue(_FOLDER, str(folder))
        values: dict[str, str] = {}
        for path in exports:
            node = snapshot.flat[path]
            beside = target.with_name(f"{target.stem}-{path.replace('/', '-')}{_suffix(node)}")
            chosen = target if path == exports[0] else beside
            values.update({f"{path}.{name}": str(chosen) for name in file_parameters(node)})
        order = snapshot.override(values)
        writes = outside_files(order, exports).writes
        self._to_play = target if plays else None
        self._runner.order(order, tuple(exports), Consents(writes=writes), tr("Export Film"))

    def _folder(self) -> Path:
        kept = Path(str(self._settings.value(_FOLDER, "")))
        if kept.is_absolute() and kept.is_dir():
            return kept
        films = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
        return Path(films) if films and Path(films).is_dir() else Path.home()

    @Slot(object)
    def _on_run_ended(self, ending: RunEnding) -> None:
        files = ending.files if ending.ending is Ending.DONE else ()
        if not files:
            return
        for name in ("play_film", "show_film"):
            self.commands[name].setData(str(files[0]))
            self.commands[name].setEnabled(True)
        play, show = QAction(_opening(files[0])), QAction(tr("Show in Folder"))
        play.triggered.connect(self._on_play)
        show.triggered.connect(self._on_show)
        more = len(files) - 1
        name = files[0].name
        words = (
            tr("“{name}” and {count} more are finished.", name=name, count=more)
            if more
            else tr("“{name}” is finished.", name=name)
        )
        toast = self._toasts.tell(words, play, show)
        for action in (play, show):
            action.setData(str(files[0]))
            action.setParent(toast)
        if self._to_play in files:
            self._to_play = None
            self._play(files[0])

    def _play(self, file: Path) -> None:
        """Play a film in the system's player, or else have what it was made from played here."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._toasts.tell(tr("No other program plays films here. It is {path}", path=file))
            self.player_missed.emit()

    @Slot()
    def _on_play(self) -> None:
        file = _file_of(self.sender())
        if file is not None:
            self._play(file)

    @Slot()
    def _on_show(self) -> None:
        file = _file_of(self.sender())
        if file is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent))):
            self._toasts.tell(tr("No program shows folders. The film is {path}", path=file))

    def _made_actions(self) -> dict[str, QAction]:
        window = self._projects.window()
        export = QAction(tr("Export Film"), window)
        export.setShortcut(QKeySequence("Ctrl+E"))
        export.triggered.connect(self.export)
        play = QAction(tr("Play Last Film"), window)
        play.triggered.connect(self._on_play)
        show = QAction(tr("Show Last Film in Folder"), window)
        show.triggered.connect(self._on_show)
        for action in (play, show):
            action.setEnabled(False)
        return {"export_film": export, "play_film": play, "show_film": show}


def export_added(snapshot: Snapshot) -> Edit:
    """An Export Video behind the last clip that nothing uses; alone where there is none."""
    graph = snapshot.graph
    film = next((path for path in reversed(sinks_of(snapshot)) if _film_output(snapshot, path)), "")
    beside = graph.nodes.get(film)
    x, y = (beside.x + _BESIDE, beside.y) if beside is not None else (0.0, 0.0)
    node = Node(id=graph.free_id("export_video"), type=_EXPORT, x=x, y=y)
    if beside is None:
        return AddNode(node=node)
    link = Link("film", film, _film_output(snapshot, film))
    return Batch(edits=(AddNode(node=node), Connect(node=node.id, socket="clip", link=link)))


def _film_output(snapshot: Snapshot, path: str) -> str:
    """The output of a node of the outermost graph that a film can be written from."""
    spec = snapshot.flat[path].spec if path in snapshot.graph.nodes else None
    outputs = spec.outputs if spec is not None else ()
    return next((output.name for output in outputs if output.value in _FILMS), "")


def _exports(snapshot: Snapshot) -> list[str]:
    """The effect nodes by path."""
    ends = sinks_of(snapshot)
    return [path for path in ends if (spec := snapshot.flat[path].spec) and spec.effect]


def _suffix(node: FlatNode) -> str:
    """The ending of the file that an export writes; none where it writes a folder."""
    for name in file_parameters(node):
        kept = Path(str(parameter_of(node, name)))
        if kept.suffix:
            return kept.suffix
    codec = parameter_of(node, "codec")
    return CODECS[VideoCodec(str(codec))].suffixes[0] if codec is not None else ""


def _opening(file: Path) -> str:
    """What looking at a file is called."""
    films = {suffix for codec in CODECS.values() for suffix in codec.suffixes}
    return tr("Play") if file.suffix.casefold() in films else tr("Open")


def _file_of(sender: QObject) -> Path | None:
    return Path(str(sender.data())) if isinstance(sender, QAction) and sender.data() else None
