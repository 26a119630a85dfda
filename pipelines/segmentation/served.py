"""A process that answers prompts by models, for a window that must not load them: what it is asked
and says, and its body. Models stay lent between answers."""

from __future__ import annotations

import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from pipelines.errors import StoryloomError
from pipelines.models.lending import Lease, Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.refusals import NotHereError
from pipelines.progress import LocalCancelToken
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.sam2 import Sam2
from pipelines.values import Image, Mask


class AnsweringModel(NamedTuple):
    """The id of a model of the catalogue, empty for what is built in, and its working size."""

    model: str = ""
    side: int = 0


BUILT_IN = AnsweringModel()


@dataclass(frozen=True, slots=True)
class Asked:
    """A prompt on a picture; without one on that of the question before."""

    model: AnsweringModel
    prompt: Prompt
    picture: Image | None


@dataclass(frozen=True, slots=True)
class Told:
    """The mask, or why there is none."""

    mask: Mask | None = None
    message: str = ""
    mend: str = ""
    is_absent: bool = False
    """The model is not on this machine: something else may answer."""


def serve_answers(connection: Connection[Any, Any]) -> None:
    """Answer until whoever asks is gone, or the device is lost. The body of the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window
    lender = Lender(store_to_look_at)
    answers = _Answers(lender)
    with suppress(EOFError, OSError):  # the window is gone
        while not lender.has_lost_device:
            connection.send(answers.told(connection.recv()))
    lender.close()


class _Answers:
    """Keeps the way that answered last, with its embeddings, for the next click."""

    def __init__(self, lender: Lender) -> None:
        self._lender = lender
        self._last: tuple[Lease, int, Sam2] | None = None
        self._picture: Image | None = None

    def told(self, asked: Asked) -> Told:
        self._picture = asked.picture or self._picture
        assert self._picture is not None
        try:
            with self._lender.lease(asked.model.model, LocalCancelToken()) as lease:
                way = self._way(lease, asked.model.side)
                return Told(way.answer(self._picture, asked.prompt))
        except NotHereError as error:
            return Told(None, error.message, error.mend, is_absent=True)
        except StoryloomError as error:
            return Told(None, error.message, error.mend)

    def _way(self, lease: Lease, side: int) -> Sam2:
        if self._last is None or self._last[0] is not lease or self._last[1] != side:
            self._last = None  # its embeddings go before others come
            self._last = lease, side, Sam2(lease, side)
        return self._last[2]
