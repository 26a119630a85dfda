"""A process that answers prompts by models: started with the first question, ended when nobody
asks any more. Knows no Qt."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any

from nodes.serving.ending import let_go
from nodes.serving.manners import FRAMES, make_room
from pipelines.digest import Digest, digest_array
from pipelines.errors import StoryloomError
from pipelines.models.refusals import ModelError, NotHereError
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.served import AnsweringModel, Asked, Told, serve_answers
from pipelines.values import Image, Mask


class AnsweringProcess:
    """Implements ModelAnswers: `answer` belongs to one thread, the others may call the rest."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._process: Any = None
        self._connection: Connection[Any, Any] | None = None
        self._is_closed = False
        self._seen = Digest("")
        """The picture that the process knows."""

    def answer(self, model: AnsweringModel, picture: Image, prompt: Prompt) -> Mask:
        """What a prompt means, by a model; its loading and its first look take seconds.

        Raises NotHereError, or another StoryloomError; also when it was made to rest meanwhile.
        """
        try:
            connection = self._at_work()
            name = digest_array(picture.pixels)
            is_new = name != self._seen
            connection.send(Asked(model, prompt, picture if is_new else None))
            self._seen = name
            told: Told = connection.recv()
        except (EOFError, OSError) as error:
            self.rest()
            raise ModelError(
                "The process that answers by models ended.",
                mend="Point again: another one is started. Or choose what is built in.",
            ) from error
        if told.mask is not None:
            return told.mask
        if told.is_absent:
            raise NotHereError(told.message, mend=told.mend)
        raise StoryloomError(told.message, mend=told.mend)

    def rest(self) -> None:
        """Let go of the models, without waiting for it; the next question begins anew."""
        with self._guard:
            self._connection, self._seen = None, Digest("")  # closed when nobody reads it any more
            if self._process is not None:
                self._process.kill()

    def close(self) -> None:
        """End, and wait until the process is gone: an answer under way fails. Again: nothing."""
        self.rest()
        with self._guard:
            self._is_closed = True
            self._bury()

    def _at_work(self) -> Connection[Any, Any]:
        with self._guard:
            if self._is_closed:
                raise EOFError
            if self._connection is None:
                self._bury()
                spawn = multiprocessing.get_context("spawn")
                self._connection, theirs = spawn.Pipe()
                with theirs:
                    self._process = spawn.Process(
                        target=_serve, args=(theirs,), name="storyloom-answers", daemon=True
                    )
                    self._process.start()
            return self._connection

    def _bury(self) -> None:
        if self._process is not None:
            self._process.join()
            let_go(self._process)
            self._process = None


def _serve(connection: Connection[Any, Any]) -> None:
    make_room(FRAMES)
    serve_answers(connection)
