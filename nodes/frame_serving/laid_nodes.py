"""Nodes as they were laid out last, for each scene and working scale, and the files behind them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from nodes.evaluator import Evaluator
from nodes.flat_node import FlatRef, Setting
from nodes.frame_serving.messages import FrameState, Scene
from nodes.frame_serving.shown_output import NothingToSeeError, shown_output
from nodes.looking import Footage, Look
from nodes.loom import LoomReader
from nodes.refusals import NotRunError
from nodes.registry import Registry
from nodes.serving.sent_snapshot import TilePlace
from nodes.snapshot import Snapshot
from nodes.working_store import TileReader
from pipelines.errors import StoryloomError
from pipelines.painting.tiles import TileSource
from pipelines.progress import CancelToken

_MOST_LOOKS = 48
Place = tuple[str, str, float]
"""Scene, path and working scale."""
Numbered = tuple[int, Scene]
"""A scene, and a number that is another one for each scene."""


@dataclass(slots=True)
class _Laid:
    """A node as it was laid out last, and for which scene."""

    number: int
    look: Look
    proxies_made: int = 0


@dataclass(frozen=True, slots=True)
class Laid:
    """An output with its frames laid out, and whether they are those of the scene as it is."""

    ref: FlatRef
    look: Look
    footage: Footage
    state: FrameState


class LaidNodes:
    """Lays nodes out, each once for a scene. Starts nothing costly."""

    def __init__(self, evaluator: Evaluator, registry: Registry, cancel: CancelToken) -> None:
        self._evaluator = evaluator
        self._registry = registry
        self._cancel = cancel
        self._proxies_made = 0
        self._snapshots: dict[tuple[str, float], tuple[int, Snapshot]] = {}
        self._places: dict[str, TilePlace | None] = {}
        self._tiles: dict[TilePlace, LoomReader | TileReader] = {}
        self._laid: OrderedDict[Place, _Laid] = OrderedDict()
        self._held: dict[str, Place] = {}

    def on_proxy_made(self, source: Path, proxy: Path) -> None:
        """A small copy of a video is there, told from any thread: drafts are laid out anew."""
        self._proxies_made += 1

    def lay_out(self, numbered: Numbered, path: str, output: str, scale: float = 1.0) -> Laid:
        """What is seen of (path, output). Raises NothingToSeeError and what a node fails with."""
        number, scene = numbered
        snapshot = self._snapshot(number, scene, scale)
        ref = shown_output(snapshot, path, output)
        look, state = self._look(number, scene, snapshot, ref)
        footage = _footage(look, snapshot, ref)
        if not len(footage.frames):
            raise NothingToSeeError(f"“{ref.path}” gives a clip without frames.")
        return Laid(ref, look, footage, state)

    def hold(self, view: str, scene: Scene, laid: Laid) -> None:
        """A view shows this: it stays laid out, and its results stay in the store, until the view
        shows something else or is gone."""
        self._held[view] = (scene.name, laid.ref.path, scene.scale)

    def leave(self, view: str) -> None:
        """A view shows nothing any more."""
        self._held.pop(view, None)

    def close(self) -> None:
        """Let go of everything that was laid out."""
        for name in list(self._places):
            self._move(name, None)
        for laid in self._laid.values():
            laid.look.close()
        self._laid.clear()

    def _look(
        self, number: int, scene: Scene, snapshot: Snapshot, ref: FlatRef
    ) -> tuple[Look, FrameState]:
        """The node laid out for this scene, or, where it has not run, as it was seen last."""
        place = (scene.name, ref.path, snapshot.scale)
        laid = self._laid.get(place)
        made = self._proxies_made if snapshot.scale < 1 else 0
        if laid is not None and (laid.number, laid.proxies_made) == (number, made):
            self._laid.move_to_end(place)
            return laid.look, FrameState.SHOWN
        may_read = scene.consents.may_read
        try:
            look = self._evaluator.look(snapshot, ref.path, self._cancel, may_read=may_read)
        except StoryloomError as error:
            if laid is not None and isinstance(error.__cause__, NotRunError):
                return laid.look, FrameState.STALE
            raise
        if laid is not None:
            laid.look.close()
        self._laid[place] = _Laid(number, look, made)
        self._laid.move_to_end(place)
        self._make_room()
        return look, FrameState.SHOWN

    def _make_room(self) -> None:
        """Let go of what was not looked at for the longest time and is not shown."""
        held = set(self._held.values())
        loose = [place for place in self._laid if place not in held]
        for place in loose[: max(0, len(self._laid) - _MOST_LOOKS)]:
            self._laid.pop(place).look.close()

    def _snapshot(self, number: int, scene: Scene, scale: float) -> Snapshot:
        scale *= scene.scale
        known, snapshot = self._snapshots.get((scene.name, scale), (-1, None))
        if snapshot is None or known != number:
            setting = Setting(dict(scene.overrides), scale, scene.folder, scene.wish, scene.absent)
            snapshot = Snapshot(
                scene.graph,
                self._registry,
                tiles=self._opened(scene),
                folder=scene.folder,
                setting=setting,
            )
            self._snapshots[scene.name, scale] = (number, snapshot)
        return snapshot

    def _opened(self, scene: Scene) -> TileSource | None:
        place = scene.tiles
        if place != self._places.get(scene.name):
            self._move(scene.name, place)
        if place is None:
            return None
        if place not in self._tiles:
            self._tiles[place] = place.open()
        return self._tiles[place]

    def _move(self, name: str, place: TilePlace | None) -> None:
        """Another project: let go of what was laid out of the one before, and of its files."""
        self._places[name] = place
        for key in [key for key in self._laid if key[0] == name]:
            self._laid.pop(key).look.close()
        for unused in self._tiles.keys() - set(self._places.values()):
            self._tiles.pop(unused).close()


def _footage(look: Look, snapshot: Snapshot, ref: FlatRef) -> Footage:
    spec = snapshot.flat[ref.path].spec
    assert spec is not None
    names = [output.name for output in spec.outputs]
    footage = look.footage(names.index(ref.output))
    if footage is None:
        raise NothingToSeeError(f"“{ref.path}” gives no picture.")
    return footage
