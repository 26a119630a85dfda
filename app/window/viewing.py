"""What the viewer looks at: frames of one node of the project in hand, from the frame server."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.frames.client import FrameClient, ViewSupply
from app.sound.output import SoundOutput
from app.window.allowances import Allowances, merged
from app.window.compared import EARLIER_SCENE, Comparisons, node_at, outputs_of, title_of
from app.window.project_in_hand import ProjectInHand
from app.workers.orders import RunEnding, RunPreview
from nodes.downstream import counts_latents
from nodes.evaluator import sinks_of
from nodes.feeding import Output
from nodes.frame_serving.messages import Scene, scene_of
from nodes.frame_serving.shown_output import shown_output
from nodes.graph import Graph
from nodes.refusals import GraphError
from nodes.serving.messages import Consents
from nodes.snapshot import Snapshot
from widgets.viewer.compare_mode import CompareMode
from widgets.viewer.viewer import Viewer

VIEWER = "viewer"
"""The view of the frame server that the viewer is."""
_FOLLOW_MS = 16
"""Edits of one turn are shown as one."""


class Viewing(QObject):
    """The viewer, its supplies and its sound. The frame server starts with the first project."""

    run_wanted = Signal(str)
    """The person wants this node to run."""

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound = SoundOutput()
        self.viewer = Viewer(clock=self._sound)
        self._store = store
        self._allowed: set[str] = set()
        self._allowances: Allowances | None = None
        self._client: FrameClient | None = None
        self._supply: ViewSupply | None = None
        self._compared: ViewSupply | None = None
        self._project: ProjectInHand | None = None
        self._snapshot: Snapshot | None = None
        self._comparisons = Comparisons()
        self._path = ""
        self._output = ""
        self._selected = ""
        self._meanwhile: Output | None = None
        self._scene = ""
        self._following = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._following.timeout.connect(self._on_follow_due)
        self.viewer.run_wanted.connect(self._on_run_wanted)
        self.viewer.lock_toggled.connect(self._on_lock_toggled)
        self.viewer.output_chosen.connect(self._on_output_chosen)
        self.viewer.compared_chosen.connect(self._on_compared_chosen)
        self.viewer.source.sources_asked.connect(self._on_sources_asked)

    def begin(self, project: ProjectInHand) -> None:
        """Show the film of a project: what goes into its first export, or its last node."""
        if self._client is None:
            self._client = FrameClient(self._store, parent=self.viewer)
            self._supply = ViewSupply(self._client, VIEWER, parent=self.viewer)
            self._compared = ViewSupply(self._client, "compared", parent=self.viewer)
        self._project = project
        self._comparisons = Comparisons()
        self.viewer.commands["lock"].setChecked(False)
        self.follow(project)
        project.model.edited.connect(self.follow_soon)
        ends = sinks_of(project.snapshot())
        self.look_at(ends[0] if ends else "")
        self.viewer.set_supply(self._supply)

    def heed(self, allowances: Allowances) -> None:
        """Show what the person allowed for good, without a run."""
        self._allowances = allowances
        allowances.changed.connect(self.follow_soon)

    def may_read(self, file: Path) -> bool:
        """Whether the person allowed a file outside the project's folder to be looked at."""
        return self.consents.may_read(file)

    @property
    def client(self) -> FrameClient | None:
        """What is asked for frames, once there is a project."""
        return self._client

    @property
    def looked_at(self) -> Output | None:
        """The output whose frames are looked at, None while there is none."""
        if self._project is None or not self._path:
            return None
        snapshot = self._project.snapshot()
        try:
            shown = shown_output(snapshot, self._path, self._output)
        except GraphError:
            return None
        is_there = node_at(snapshot, shown.path) is not None
        return Output(shown.path, shown.output) if is_there else None

    def follow(self, project: ProjectInHand) -> None:
        """The project was edited: look at it as it is now."""
        self._snapshot = project.snapshot()
        self._leave_a_gone_node(self._snapshot)
        if self._client is not None:
            scene = scene_of(self._snapshot, project.tiles, consents=self.consents)
            self._client.show_scene(scene, project.store.flush)

    def allow_reading(self, files: Iterable[Path]) -> None:
        """The person chose these files by hand for the project in hand: they may be looked at."""
        for file in files:
            self._allowed |= {str(file), str(file.resolve())}

    def look_at(self, path: str) -> None:
        """Look at another node, or, while a tool works on a picture, once it is put down; a locked
        viewer does so once it is unlocked."""
        self._selected = path
        if self.viewer.is_locked or path == self._path:
            return
        self._path, self._output = path, ""
        self._look()
        self.offer()

    def look_meanwhile(self, output: Output | None, *, scene: str = "") -> None:
        """Look at what a tool works on for as long as it is in hand; None: as before. A `scene`
        is one that was shown to the client by that name."""
        self._meanwhile, self._scene = output, scene
        self._look()

    def forget(self) -> None:
        """The project is put away: let go of its files."""
        self._following.stop()
        self._allowed.clear()
        if self._project is not None:
            self._project.model.edited.disconnect(self.follow_soon)
        self._project, self._snapshot = None, None
        self._path = self._selected = ""
        self.viewer.set_compared(None)
        self.viewer.set_supply(None)
        if self._client is not None:
            for name in ("", EARLIER_SCENE):
                self._client.show_scene(Scene(Graph(), name=name))

    def close(self) -> None:
        """End the frame server and let go of the loudspeaker."""
        self.viewer.set_compared(None)
        self.viewer.set_supply(None)
        self._sound.close()
        if self._client is not None:
            self._client.stop()

    def offer(self) -> None:
        """Say what is looked at, and offer its outputs."""
        if self._snapshot is None:
            return
        self.viewer.source.show_name(title_of(self._snapshot, self._path))
        outputs = outputs_of(self._snapshot, self._path)
        current = self._output if self._output in outputs else (outputs[0] if outputs else "")
        words = [(name, name.replace("_", " ")) for name in outputs]
        self.viewer.source.set_outputs(words, current)
        snapshot = self._snapshot
        shows = counts_latents(snapshot.graph, self._path, snapshot.registry)
        self.viewer.set_shows_latents(shows=shows)

    @Slot(object)
    def show_preview(self, preview: RunPreview) -> None:
        """Show what a run is making, where that is what is looked at."""
        inside = preview.path == self._path or preview.path.startswith(f"{self._path}/")
        if inside and self._meanwhile is None:
            self.viewer.show_preview(preview.raster)

    @Slot(object)
    def end_run(self, ending: RunEnding) -> None:
        """A run is over: its results are there to be seen, and to be compared with later ones."""
        self._comparisons.keep(ending)
        self.viewer.show_preview(None)
        self.viewer.refresh()
        self.offer()

    @property
    def consents(self) -> Consents:
        """The files outside the folder that may be read: chosen by hand, or allowed for good."""
        chosen = tuple(sorted(self._allowed))
        if self._allowances is None or self._project is None:
            return Consents(reads=chosen)
        kept = self._allowances.of(self._project.path)
        return Consents(reads=(*chosen, *kept.reads))

    def _leave_a_gone_node(self, snapshot: Snapshot) -> None:
        """What is looked at was taken away: look at the film again."""
        if self._path and node_at(snapshot, self._path) is None:
            ends = sinks_of(snapshot)
            self._path, self._output = ends[0] if ends else "", ""
            self._look()

    def _look(self) -> None:
        if self._supply is None:
            return
        self.viewer.show_preview(None)
        if self._meanwhile is not None:
            self._supply.show_scene(self._scene)
            self._supply.look_at(self._meanwhile.path, self._meanwhile.name)
        else:
            self._supply.show_scene("")
            self._supply.look_at(self._path, self._output)

    @Slot()
    def follow_soon(self) -> None:
        """Something changed that frames are made of: look again once this turn is over."""
        self._following.start()

    @Slot()
    def _on_follow_due(self) -> None:
        if self._project is not None:
            self.follow(self._project)
            self.offer()

    @Slot()
    def _on_run_wanted(self) -> None:
        if self._path:
            self.run_wanted.emit(self._path)

    @Slot(bool)
    def _on_lock_toggled(self, locked: bool) -> None:
        if not locked:
            self.look_at(self._selected)

    @Slot(object)
    def _on_output_chosen(self, name: str) -> None:
        self._output = name
        self._look()

    @Slot()
    def _on_sources_asked(self) -> None:
        """Only now: among many nodes, finding out what can be compared takes its time."""
        if self._snapshot is not None:
            kept = str(self.viewer.source.source.value)
            self.viewer.set_sources(self._comparisons.offered(self._snapshot, self._path, kept))

    @Slot(object)
    def _on_compared_chosen(self, key: str) -> None:
        """Compare with another node, or with this one as it was when it ran."""
        if self._compared is None or self._client is None:
            return
        chosen = self._comparisons.chosen(key, self._path)
        if chosen is None:
            self.viewer.set_compared(None)
            return
        if chosen.earlier is not None:
            order = chosen.earlier
            consents = merged(self.consents, Consents(reads=order.consents.reads))
            self._client.show_scene(
                scene_of(order.snapshot, order.tiles, consents=consents, name=EARLIER_SCENE)
            )
        self._compared.show_scene(EARLIER_SCENE if chosen.earlier is not None else "")
        self._compared.look_at(chosen.path, "")
        self.viewer.set_compared(self._compared)
        if self.viewer.picture.compare is CompareMode.OFF:
            self.viewer.set_compare(CompareMode.WIPE)
