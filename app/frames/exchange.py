"""The talk with the frame server: requests out, pictures in, a server that dies replaced.

Runs in a thread of its own and knows no Qt; only `say` is for other threads.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from app.frames.slot_ring import SlotRing
from nodes.frame_server import serve_frames
from nodes.frame_serving.messages import (
    BYTES_PER_PIXEL,
    ArrivedFrame,
    CancelView,
    FrameAnswer,
    FrameRequest,
    FrameState,
    NamesAnswer,
    NamesRequest,
    PeaksAnswer,
    PeaksRequest,
    PixelAnswer,
    PixelRequest,
    Raster,
    ReadAhead,
    Ready,
    Recall,
    Scene,
    SoundAnswer,
    SoundRequest,
    Unready,
)
from pipelines.errors import StoryloomError
from widgets.words import noted

PROCESS_NAME = "frame server"
_END_SECONDS = 2.0
"""How long a server may take to end before it is killed."""
_MOST_SEEN = 48
_SPARE = 3
"""Slots that patient requests leave for others."""
_DIED = Unready(
    noted("The pictures' helper process stopped while this frame was made."),
    noted("Nothing is lost. Look at it again to try once more."),
)
_REPLACED = Unready(
    "The pictures' helper process stopped and was started anew.", "Nothing is lost."
)
_DOWN = Unready(
    noted("The pictures' helper process does not start."), noted("Start the program again.")
)

Aside = NamesRequest | PixelRequest | SoundRequest | PeaksRequest | ReadAhead
"""What needs no slot, and is not missed where the server dies over it."""


class SceneToCome(NamedTuple):
    """A scene whose tiles are on the disk once `write` was called, which waits for it."""

    scene: Scene
    write: Callable[[], None]


Said = SceneToCome | Scene | FrameRequest | Aside | CancelView | None
"""What is said to the exchange; None ends it."""
Arrived = ArrivedFrame | NamesAnswer | PixelAnswer | SoundAnswer | PeaksAnswer | Unready


class FrameExchange:
    """Keeps a frame server running and brings its answers to `on_arrival`, in its own thread."""

    def __init__(
        self,
        store: Path,
        on_arrival: Callable[[Arrived], None],
        allowed_plugins: tuple[str, ...] = (),
    ) -> None:
        self._store = store
        self._plugins = allowed_plugins
        self._on_arrival = on_arrival
        self._inbox: SimpleQueue[Said] = SimpleQueue()
        self._context = get_context("spawn")
        self._woken, self._waker = self._context.Pipe(duplex=False)
        self._is_waking = False
        self._ring: SlotRing
        self._process: BaseProcess | None = None
        self._connection: Connection[Any, Any]
        self._is_ready = False
        self._why_down = _DOWN
        self._scenes: dict[str, Scene] = {}
        self._waiting: dict[str, FrameRequest] = {}
        self._flying: dict[tuple[str, int], FrameRequest] = {}
        self._sent: dict[tuple[str, int], Scene] = {}
        self._seen: OrderedDict[tuple[str, str, str], Scene] = OrderedDict()
        """Of what was shown, the scene that it was last shown of: a server that is started anew has
        only that to show of a node that waits for a run."""

    def say(self, said: Said) -> None:
        """Hand over a scene, a request or the end, from any thread."""
        self._inbox.put(said)
        if not self._is_waking:  # who writes to a pipe may have to wait for Python's lock
            self._is_waking = True
            self._waker.send_bytes(b".")

    def kill(self) -> None:
        """End a server that does not listen, from any thread."""
        process = self._process
        if process is not None:
            process.kill()

    def run(self) -> None:
        """Talk until None is said."""
        self._ring = SlotRing()
        try:
            self._start()
            goes_on = True
            while goes_on:
                goes_on = self._take_turn()
        finally:
            self._end()
            self._ring.close()
            self._woken.close()
            self._waker.close()

    def _take_turn(self) -> bool:
        sources: list[Any] = [self._woken]
        if self._process is not None:
            sources += [self._connection, self._process.sentinel]
        ready = wait(sources)
        if self._process is not None and self._connection in ready:
            self._hear()
        elif self._process is not None and self._process.sentinel in ready:
            self._replace()
        if self._woken in ready:
            self._woken.recv_bytes()
            self._is_waking = False  # before the inbox is emptied: what is put later wakes again
            if not self._take_in():
                return False
        self._send_waiting()
        return True

    def _take_in(self) -> bool:
        while True:
            try:
                said = self._inbox.get_nowait()
            except Empty:
                return True
            match said:
                case None:
                    return False
                case SceneToCome(scene, write):
                    with suppress(StoryloomError):  # what is missing shows in the pictures
                        write()
                    self._show(scene)
                case Scene():
                    self._show(said)
                case FrameRequest():
                    self._waiting.pop(said.view, None)
                    self._waiting[said.view] = said
                case (
                    NamesRequest() | PixelRequest() | SoundRequest() | PeaksRequest() | ReadAhead()
                ):
                    self._send(said)
                case CancelView():
                    self._waiting.pop(said.view, None)
                    self._send(said)

    def _show(self, scene: Scene) -> None:
        before = self._scenes.get(scene.name)
        if before is not None and before.tiles != scene.tiles:  # another project
            for place in [place for place in self._seen if place[0] == scene.name]:
                del self._seen[place]
        self._scenes[scene.name] = scene
        if self._process is None:
            self._start()
        else:
            self._send(scene)

    def _send_waiting(self) -> None:
        """Send what there is room for, patient requests last."""
        for request in sorted(self._waiting.values(), key=_is_patient):
            if self._process is None:
                del self._waiting[request.view]
                self._refuse(request, self._why_down)
                continue
            width, height = request.size
            size = width * height * BYTES_PER_PIXEL
            slot = self._ring.take(size, spare=_SPARE if request.patient else 0)
            if slot is None:
                return
            del self._waiting[request.view]
            self._flying[request.view, request.serial] = replace(request, slot=slot)
            if request.scene in self._scenes:
                self._sent[request.view, request.serial] = self._scenes[request.scene]
            self._send(self._flying[request.view, request.serial])

    def _send(self, message: Any) -> None:
        if self._process is not None:
            try:
                self._connection.send(message)
            except OSError:
                self._process.kill()  # it no longer listens: its end is heard next

    def _hear(self) -> None:
        try:
            answer = self._connection.recv()
        except (EOFError, OSError):
            self._replace()
            return
        match answer:
            case Ready():
                self._is_ready = True
                self._why_down = _DOWN
            case Unready():
                self._why_down = answer
            case FrameAnswer():
                self._arrived(answer)
            case NamesAnswer() | PixelAnswer() | SoundAnswer() | PeaksAnswer():
                self._on_arrival(answer)
            case _:
                raise TypeError(f"the frame server answered {answer!r}")

    def _arrived(self, answer: FrameAnswer) -> None:
        request = self._flying.pop((answer.view, answer.serial))
        scene = self._sent.pop((answer.view, answer.serial), None)
        if answer.state is FrameState.SHOWN and scene is not None:
            self._note_seen(request, scene)
        raster = None
        if answer.shape is not None:
            height, width, channels = answer.shape
            pixels = self._ring.read(request.slot, height * width * channels)
            raster = Raster(width, height, channels, pixels)
        self._ring.give_back(request.slot)
        self._on_arrival(ArrivedFrame(answer, raster))

    def _note_seen(self, request: FrameRequest, scene: Scene) -> None:
        place = (request.scene, request.path, request.output)
        self._seen[place] = scene
        self._seen.move_to_end(place)
        if len(self._seen) > _MOST_SEEN:
            self._seen.popitem(last=False)

    def _refuse(
        self, request: FrameRequest, why: Unready, state: FrameState = FrameState.FAILED
    ) -> None:
        answer = FrameAnswer(
            request.view,
            request.serial,
            state,
            request.frame,
            words=why.words,
            mend=why.mend,
        )
        self._on_arrival(ArrivedFrame(answer))

    def _start(self) -> None:
        self._connection, other = self._context.Pipe()
        self._is_ready = False
        process = self._context.Process(
            target=serve_frames,
            args=(other, self._store, self._plugins),
            name=PROCESS_NAME,
            daemon=True,
        )
        process.start()
        self._process = process  # one that could not be started has no end to wait for
        other.close()
        for (name, path, output), scene in self._seen.items():
            if scene is not self._scenes.get(name):
                self._send(Recall(scene, path, output))
        for scene in self._scenes.values():
            self._send(scene)

    def _replace(self) -> None:
        """Another server for one that died; one that never got ready is not tried again by itself.

        What it was working on is LOST. Whoever asks for it again does so once: it may be what
        brought it down.
        """
        was_ready = self._is_ready
        self._end()
        lost = list(self._flying.values())
        self._flying.clear()
        self._sent.clear()
        for request in lost:
            self._ring.give_back(request.slot)
            if was_ready:
                self._refuse(request, _DIED, FrameState.LOST)
            else:
                self._refuse(request, self._why_down)
        self._on_arrival(_REPLACED if was_ready else self._why_down)
        if was_ready:
            self._start()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        self._connection.close()
        process.join(_END_SECONDS)
        if process.is_alive():
            process.kill()
            process.join()


def _is_patient(request: FrameRequest) -> bool:
    return request.patient
