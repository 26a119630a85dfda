"""How a request is answered: laid out once for a scene, read frame by frame.

Knows no processes: requests come in as values, and answers leave as values.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from nodes.evaluator import Evaluator
from nodes.frame_serving.fitted_frames import FittedFrames, fitted_into
from nodes.frame_serving.laid_nodes import Laid, LaidNodes, Numbered
from nodes.frame_serving.messages import (
    FrameAnswer,
    FrameRequest,
    FrameState,
    NamesAnswer,
    NamesRequest,
    PeaksAnswer,
    PeaksRequest,
    PixelAnswer,
    PixelRequest,
    ReadAhead,
    Recall,
    SoundAnswer,
    SoundRequest,
    Strip,
)
from nodes.frame_serving.shown_output import NothingToSeeError, title_at
from nodes.frame_serving.slots import SlotWriter
from nodes.graph import Graph
from nodes.looking import Footage
from nodes.refusals import NodeError, NotRunError
from nodes.registry import Registry
from pipelines.errors import Cancelled, StoryloomError
from pipelines.media.peaks import peaks_of
from pipelines.media.sounds import second_of
from pipelines.progress import CancelToken
from pipelines.values import Audio, Image, Mask

_MOST_SOUNDS = 8
"""As many are told apart from new ones."""


class FrameServer:
    """Answers requests from an evaluator's store and memory."""

    def __init__(
        self, evaluator: Evaluator, registry: Registry, slots: SlotWriter, cancel: CancelToken
    ) -> None:
        self._slots = slots
        self._registry = registry
        self._laid = LaidNodes(evaluator, registry, cancel)
        self._fitted = FittedFrames()
        self._sounds: OrderedDict[Audio, int] = OrderedDict()
        self._sound_count = 0

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
        except NodeError as error:
            return self._failure(request, error, numbered[1].graph)
        except StoryloomError as error:
            return _refusal(request, FrameState.FAILED, error.message, error.mend)

    def recall(self, number: int, recall: Recall) -> None:
        """Lay a node out as it was shown before this server was started, if it still can be."""
        with suppress(Cancelled, StoryloomError):
            self._laid.lay_out((number, recall.scene), recall.path, recall.output)

    def leave(self, view: str) -> None:
        """A view no longer shows what it showed."""
        self._laid.leave(view)

    def read_ahead(self, ahead: ReadAhead, numbered: Numbered | None) -> None:
        """Make the first of the frames; whatever keeps it from being made is said when it is asked
        for."""
        if numbered is None:
            return
        try:
            laid = self._laid.lay_out(numbered, ahead.path, ahead.output)
            frame = _within(ahead.frames[0], laid.footage)
            self._picture(numbered, laid, frame, ahead)
        except (Cancelled, StoryloomError):
            return

    def pixel(self, request: PixelRequest, numbered: Numbered | None) -> PixelAnswer | None:
        """The values of a pixel, or None where there is no picture."""
        if numbered is None:
            return None
        try:
            laid = self._laid.lay_out(numbered, request.path, request.output)
            frame = _within(request.frame, laid.footage)
            picture = laid.look.frame(laid.footage, frame)
        except (Cancelled, StoryloomError):
            return None
        x, y = min(request.x, picture.width - 1), min(request.y, picture.height - 1)
        values = picture.pixels[y, x]
        told = tuple(int(value) for value in values.reshape(-1))
        bits = picture.pixels.dtype.itemsize * 8
        return PixelAnswer(request.view, frame, request.x, request.y, told, bits)

    def names(self, request: NamesRequest, numbered: Numbered | None) -> NamesAnswer | None:
        """What the pictures are named by, or None where there are none."""
        if numbered is None:
            return None
        try:
            frames = self._laid.lay_out(numbered, request.path, request.output).footage.frames
            names = {one: frames.key(one) for one in request.frames if 0 <= one < len(frames)}
        except (Cancelled, StoryloomError):
            return None
        return NamesAnswer(request.view, request.path, request.output, names)

    def sound(self, request: SoundRequest, numbered: Numbered | None) -> Iterator[SoundAnswer]:
        """The seconds of sound that were asked for; nothing where there is no sound."""
        sound = self._sound(request, numbered)
        if sound is not None:
            number = self._number_of(sound)
            for second in request.seconds:
                samples = second_of(sound, second, request.rate).tobytes()
                yield SoundAnswer(request.view, number, second, request.rate, samples)

    def peaks(self, request: PeaksRequest, numbered: Numbered | None) -> Iterator[PeaksAnswer]:
        """How loud the sound is where that was asked; nothing where there is no sound."""
        sound = self._sound(request, numbered)
        if sound is not None:
            part = sound.samples[:, request.first * sound.rate : request.stop * sound.rate]
            peaks = peaks_of(Audio(part, sound.rate))
            yield PeaksAnswer(request.view, self._number_of(sound), request.first, peaks)

    @property
    def on_proxy_made(self) -> Callable[[Path, Path], None]:
        """To be told, from any thread, of small copies of videos that are made."""
        return self._laid.on_proxy_made

    def close(self) -> None:
        """Let go of everything that was laid out."""
        self._laid.close()

    def _failure(self, request: FrameRequest, error: NodeError, graph: Graph) -> FrameAnswer:
        """Why a node gives no picture; the node by its title."""
        title = title_at(graph, error.node, self._registry)
        if isinstance(error.__cause__, NotRunError):
            not_run = NotRunError(title)
            return _refusal(request, FrameState.NOT_RUN, not_run.message, not_run.mend)
        refused = _refusal(request, FrameState.FAILED, error.reason, error.mend)
        return replace(refused, node=title)

    def _shown(self, request: FrameRequest, numbered: Numbered) -> FrameAnswer:
        laid = self._laid.lay_out(numbered, request.path, request.output)
        if not request.patient:
            self._laid.hold(request.view, numbered[1], laid)
        footage = laid.footage
        frame = _within(self._wanted_frame(request, footage, numbered[1].graph), footage)
        picture, scale, is_proxied = self._picture(numbered, laid, frame, request)
        shape = self._slots.write(request.slot, picture)
        number = self._number_of(footage.sound) if footage.sound is not None else 0
        strip = Strip(len(footage.frames), footage.format, footage.marks, footage.shots, number)
        state = laid.state
        key = laid.footage.frames.key(frame) if scale == 1 else ""
        return FrameAnswer(
            request.view,
            request.serial,
            state,
            frame,
            strip,
            shape,
            scale=scale,
            key=key,
            doubtful=laid.look.doubtful,
            reasons=laid.look.reasons,
            is_proxied=is_proxied,
        )

    def _wanted_frame(self, request: FrameRequest, footage: Footage, graph: Graph) -> int:
        if not request.panel:
            return request.frame
        if request.panel not in footage.starts:
            title = title_at(graph, request.path, self._registry)
            raise NothingToSeeError(f"“{title}” does not show the panel “{request.panel}”.")
        return footage.starts[request.panel]

    def _picture(
        self, numbered: Numbered, laid: Laid, frame: int, wanted: FrameRequest | ReadAhead
    ) -> tuple[Image | Mask, float, bool]:
        """The frame for a view, the working scale that it was made at, and whether a small copy of
        a video was read for it."""
        scale = 1.0
        if wanted.scale < 1 and laid.state is FrameState.SHOWN:
            draft = self._draft(numbered, laid, frame, wanted)
            if draft is not None:
                laid, scale = draft, wanted.scale
        key = laid.footage.frames.key(frame)
        picture = self._fitted.get(key, wanted.size)
        if picture is None:
            picture = fitted_into(laid.look.frame(laid.footage, frame), wanted.size)
            self._fitted.put(key, wanted.size, picture)
        return picture, scale, scale < 1 and laid.look.is_proxied

    def _draft(
        self, numbered: Numbered, laid: Laid, frame: int, wanted: FrameRequest | ReadAhead
    ) -> Laid | None:
        """The same at a smaller working scale, where the frame would have to be made in full."""
        if laid.look.knows(laid.footage, frame):
            return None
        try:
            draft = self._laid.lay_out(numbered, wanted.path, wanted.output, wanted.scale)
        except StoryloomError:
            return None  # what only a run makes has not run at this scale
        same = len(draft.footage.frames) == len(laid.footage.frames)
        return draft if same and draft.state is FrameState.SHOWN else None

    def _sound(
        self, request: SoundRequest | PeaksRequest, numbered: Numbered | None
    ) -> Audio | None:
        if numbered is None:
            return None
        try:
            return self._laid.lay_out(numbered, request.path, request.output).footage.sound
        except (Cancelled, StoryloomError):
            return None

    def _number_of(self, sound: Audio) -> int:
        if sound not in self._sounds:
            self._sound_count += 1
            self._sounds[sound] = self._sound_count
            if len(self._sounds) > _MOST_SOUNDS:
                self._sounds.popitem(last=False)
        return self._sounds[sound]


def _within(frame: int, footage: Footage) -> int:
    return min(max(frame, 0), len(footage.frames) - 1)


def _refusal(
    request: FrameRequest, state: FrameState, words: str = "", mend: str = ""
) -> FrameAnswer:
    return FrameAnswer(request.view, request.serial, state, request.frame, words=words, mend=mend)
