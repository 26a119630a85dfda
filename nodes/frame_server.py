"""The frame server: a process without torch that makes frames for viewers, thumbnails and painter.

Started by the window with one end of a pipe. It ends when the window's end is closed.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from nodes.evaluator import Evaluator
from nodes.frame_serving.messages import (
    Asked,
    FrameAnswer,
    FrameRequest,
    FrameState,
    NamesRequest,
    PeaksRequest,
    PixelRequest,
    ReadAhead,
    Ready,
    SoundRequest,
    Unready,
)
from nodes.frame_serving.requests import Requests
from nodes.frame_serving.server import FrameServer
from nodes.frame_serving.slots import SlotWriter
from nodes.registry import Registry, library, plugin_specs
from nodes.serving.manners import FRAMES, make_room
from nodes.store import ResultStore
from pipelines.errors import OutputError
from pipelines.media.proxies import ProxyMaker

PROXY_HEIGHT = 1080
LARGE = 1440
"""Videos of at least as many rows get a small copy of as many as PROXY_HEIGHT, for drafts."""


def serve_frames(
    connection: Connection[Any, Any], store: Path, allowed_plugins: tuple[str, ...] = ()
) -> None:
    """Answer requests until the window is gone. The body of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window
    make_room(FRAMES)
    registry = library().with_specs(plugin_specs(allowed_plugins))
    with suppress(ConnectionError):  # the window is gone while it was told something
        try:
            results = ResultStore(store)
        except OutputError as error:
            connection.send(Unready(error.message, error.mend))
            return
        with results:
            connection.send(Ready())
            _answer_requests(connection, results, registry, store)


def _answer_requests(
    connection: Connection[Any, Any], store: ResultStore, registry: Registry, folder: Path
) -> None:
    requests = Requests(connection)
    slots = SlotWriter()
    evaluator = Evaluator(store)
    server = FrameServer(evaluator, registry, slots, requests)
    evaluator.proxies = ProxyMaker(
        folder / "viewing_proxies",
        on_made=server.on_proxy_made,
        height=PROXY_HEIGHT,
        least_height=LARGE,
    )
    with closing(slots), closing(server), evaluator.proxies:
        while not requests.closed:
            request = requests.take()
            while requests.recalled:
                server.recall(*requests.recalled.pop(0))
            while requests.left:
                server.leave(requests.left.pop())
            if request is not None:
                for answer in _answers(server, requests, request):
                    connection.send(answer)
            while requests.overtaken:
                old = requests.overtaken.pop()
                connection.send(FrameAnswer(old.view, old.serial, FrameState.OVERTAKEN))


def _answers(server: FrameServer, requests: Requests, asked: Asked) -> Iterator[Any]:
    numbered = requests.scenes.get(asked.scene)
    match asked:
        case FrameRequest():
            yield server.answer(asked, numbered)
        case PixelRequest():
            values = server.pixel(asked, numbered)
            if values is not None:
                yield values
        case NamesRequest():
            names = server.names(asked, numbered)
            if names is not None:
                yield names
        case SoundRequest():
            yield from server.sound(asked, numbered)
        case PeaksRequest():
            yield from server.peaks(asked, numbered)
        case ReadAhead():
            server.read_ahead(asked, numbered)
            if len(asked.frames) > 1 and not requests.cancelled:
                requests.put_back(replace(asked, frames=asked.frames[1:]))
