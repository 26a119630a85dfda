"""How a request for a frame is answered: laid out once for a scene, read frame by frame.

Knows no processes: requests come in as values, and answers leave as values.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from nodes.evaluator import Evaluator
from nodes.flat_node import FlatRef, Setting
from nodes.frame_serving.messages import FrameAnswer, FrameRequest, FrameState, Scene, Strip
from nodes.frame_serving.shown_output import NothingToSeeError, shown_output
from nodes.frame_serving.slots import SlotWriter
from nodes.looking import Footage, Look
from nodes.loom import LoomReader
from nodes.refusals import NotRunError
from nodes.registry import Registry
from nodes.serving.sent_snapshot import TilePlace
from nodes.snapshot import Snapshot
from nodes.working_store import TileReader
from pipelines.conversions import to_bits
from pipelines.errors import Cancelled, StoryloomError
from pipelines.painting.tiles import TileSource
from pipelines.progress import CancelToken
from pipelines.scaling import shrink_image, shrink_mask
from pipelines.values import Image, Mask

_MOST_LOOKS = 32
Numbered = tuple[int, Scene]
"""A scene, and a number that is another one for each scene."""


@dataclass(slots=True)
class _Laid:
    """A node as it was laid out last, and for which scene."""

    number: int
    look: Look


class FrameServer:
    """Answers requests from an evaluator's store and memory."""

    def __init__(
        self, evaluator: Evaluator, registry: Registry, slots: SlotWriter, cancel: CancelToken
    ) -> None:
        self._evaluator = evaluator
        self._registry = registry
        self._slots = slots
        self._cancel = cancel
        self._snapshots: dict[str, tuple[int, Snapshot]] = {}
        self._places: dict[str, TilePlace | None] = {}
        self._tiles: dict[TilePlace, LoomReader | TileReader] = {}
        self._laid: OrderedDict[tuple[str, str], _Laid] = OrderedDict()

    def answer(self, request: FrameRequest, numbered: Numbered | None) -> FrameAnswer:
        """The frame in its slot, or why there is none, in words."""
        if numbered is None:
            return _refusal(request, FrameState.EMPTY, "There is no project to look at.")
        try:
            return self._shown(request, numbered)
        except Cancelled:
            return _refusal(request, FrameState.OVERTAKEN)
        except NothingToSeeError as error:
            return _refusal(request, FrameState.EMPTY, error.message, error.mend)
        except StoryloomError as error:
            cause = error.__cause__
            if isinstance(cause, NotRunError):
                return _refusal(request, FrameState.NOT_RUN, cause.message, cause.mend)
            return _refusal(request, FrameState.FAILED, error.message, error.mend)

    def close(self) -> None:
        """Let go of everything that was laid out."""
        for name in list(self._places):
            self._move(name, None)
        for laid in self._laid.values():
            laid.look.close()
        self._laid.clear()

    def _shown(self, request: FrameRequest, numbered: Numbered) -> FrameAnswer:
        number, scene = numbered
        snapshot = self._snapshot(number, scene)
        ref = shown_output(snapshot, request.path, request.output)
        look, state = self._look(number, scene, snapshot, ref)
        footage = self._footage(look, snapshot, ref)
        if not len(footage.frames):
            raise NothingToSeeError(f"“{ref.path}” gives a clip without frames.")
        frame = min(max(_wanted_frame(request, footage), 0), len(footage.frames) - 1)
        picture = fitted_into(look.frame(footage, frame), request.size)
        shape = self._slots.write(request.slot, picture)
        strip = Strip(len(footage.frames), footage.format, footage.marks, footage.shots)
        return FrameAnswer(request.view, request.serial, state, frame, strip, shape)

    def _look(
        self, number: int, scene: Scene, snapshot: Snapshot, ref: FlatRef
    ) -> tuple[Look, FrameState]:
        """The node laid out for this scene, or, where it has not run, as it was seen last."""
        place = (scene.name, ref.path)
        laid = self._laid.get(place)
        if laid is not None and laid.number == number:
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
        self._laid[place] = _Laid(number, look)
        self._laid.move_to_end(place)
        while len(self._laid) > _MOST_LOOKS:
            self._laid.popitem(last=False)[1].look.close()
        return look, FrameState.SHOWN

    def _footage(self, look: Look, snapshot: Snapshot, ref: FlatRef) -> Footage:
        spec = snapshot.flat[ref.path].spec
        assert spec is not None
        names = [output.name for output in spec.outputs]
        footage = look.footage(names.index(ref.output))
        if footage is None:
            raise NothingToSeeError(f"“{ref.path}” gives no picture.")
        return footage

    def _snapshot(self, number: int, scene: Scene) -> Snapshot:
        known, snapshot = self._snapshots.get(scene.name, (-1, None))
        if snapshot is None or known != number:
            setting = Setting(dict(scene.overrides), scene.scale, scene.folder)
            snapshot = Snapshot(
                scene.graph,
                self._registry,
                tiles=self._opened(scene),
                folder=scene.folder,
                setting=setting,
            )
            self._snapshots[scene.name] = (number, snapshot)
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


def fitted_into(picture: Image | Mask, size: tuple[int, int]) -> Image | Mask:
    """The picture in 8 bits, scaled down to fit into (width, height) where it is larger."""
    scale = min(size[0] / picture.width, size[1] / picture.height)
    if scale < 1:
        width = min(size[0], max(1, round(picture.width * scale)))
        height = min(size[1], max(1, round(picture.height * scale)))
        if isinstance(picture, Image):
            return to_bits(shrink_image(picture, width, height), 8)
        return shrink_mask(picture, width, height)
    return to_bits(picture, 8) if isinstance(picture, Image) else picture


def _wanted_frame(request: FrameRequest, footage: Footage) -> int:
    if not request.panel:
        return request.frame
    if request.panel not in footage.starts:
        raise NothingToSeeError(f"“{request.path}” does not show the panel “{request.panel}”.")
    return footage.starts[request.panel]


def _refusal(
    request: FrameRequest, state: FrameState, words: str = "", mend: str = ""
) -> FrameAnswer:
    return FrameAnswer(request.view, request.serial, state, request.frame, words=words, mend=mend)
