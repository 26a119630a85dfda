"""What the viewer looks at: frames of one node of the project in hand, from the frame server."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.frames.client import FrameClient, ViewSupply
from app.window.project_in_hand import ProjectInHand
from nodes.evaluator import sinks_of
from nodes.feeding import Output
from nodes.frame_serving.messages import Scene, scene_of
from nodes.graph import Graph
from nodes.serving.messages import Consents
from widgets.viewer.viewer import Viewer


class Viewing:
    """The viewer with its supply. The frame server starts with the first project."""

    def __init__(self, store: Path) -> None:
        self.viewer = Viewer()
        self._store = store
        self._allowed: set[str] = set()
        self._client: FrameClient | None = None
        self._supply: ViewSupply | None = None
        self._path = ""
        self._meanwhile: Output | None = None

    def begin(self, project: ProjectInHand) -> None:
        """Show the film of a project: what goes into its first export, or its last node."""
        if self._client is None:
            self._client = FrameClient(self._store, parent=self.viewer)
            self._supply = ViewSupply(self._client, "viewer", parent=self.viewer)
        self.follow(project)
        ends = sinks_of(project.snapshot())
        self.look_at(ends[0] if ends else "")
        self.viewer.set_supply(self._supply)

    @property
    def client(self) -> FrameClient | None:
        """What is asked for frames, once there is a project."""
        return self._client

    def follow(self, project: ProjectInHand) -> None:
        """The project was edited: look at it as it is now."""
        if self._client is not None:
            consents = Consents(reads=tuple(sorted(self._allowed)))
            scene = scene_of(project.snapshot(), project.tile_place(), consents=consents)
            self._client.show_scene(scene)

    def allow_reading(self, files: Iterable[Path]) -> None:
        """The person chose these files by hand for the project in hand: they may be looked at."""
        for file in files:
            self._allowed |= {str(file), str(file.resolve())}

    def look_at(self, path: str) -> None:
        """Look at another node, or, while a tool works on a picture, once it is put down."""
        self._path = path
        self._look()

    def look_meanwhile(self, output: Output | None) -> None:
        """Look at what a tool works on for as long as it is in hand; None: as before."""
        self._meanwhile = output
        self._look()

    def _look(self) -> None:
        if self._supply is None:
            return
        if self._meanwhile is not None:
            self._supply.look_at(self._meanwhile.path, self._meanwhile.name)
        else:
            self._supply.look_at(self._path)

    def forget(self) -> None:
        """The project is put away: let go of its files."""
        self._allowed.clear()
        self.viewer.set_supply(None)
        if self._client is not None:
            self._client.show_scene(Scene(Graph()))

    def close(self) -> None:
        """End the frame server."""
        self.viewer.set_supply(None)
        if self._client is not None:
            self._client.stop()
