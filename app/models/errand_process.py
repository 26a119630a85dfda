"""A process that does one errand for models: started, heard, told to stand still, killed.

Belongs to one thread. Knows no Qt.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from contextlib import ExitStack
from multiprocessing.connection import Connection

from nodes.serving.ending import let_go
from nodes.serving.manners import WORKER, make_room
from pipelines.models.errands import Errand, HubChoice, Tiding, Word, decode, encode, run_errand


class ErrandProcess:
    """An errand at work. `close` must be called, whatever happened to it."""

    def __init__(self, errand: Errand, choice: HubChoice) -> None:
        spawn = multiprocessing.get_context("spawn")
        self.connection, theirs = spawn.Pipe()
        name = f"storyloom-{type(errand).__name__.lower()}"
        self._process = spawn.Process(
            target=_serve, args=(errand, choice, theirs), name=name, daemon=True
        )
        with theirs, ExitStack() as undoing:
            undoing.callback(self.connection.close)
            self._process.start()
            undoing.pop_all()

    def say(self, word: Word) -> None:
        """Have it stand still or go on. Raises OSError when it is gone."""
        self.connection.send_bytes(encode(word))

    def tidings(self) -> Iterator[Tiding]:
        """What it has told by now. Raises EOFError or OSError when all was told and it is gone."""
        while self.connection.poll():
            yield decode(self.connection.recv_bytes())

    def close(self) -> int | None:
        """Kill it if it still runs; the code that it ended with, if it is known."""
        self._process.kill()
        self._process.join()
        code = let_go(self._process)
        self.connection.close()
        return code


def _serve(errand: Errand, choice: HubChoice, connection: Connection) -> None:
    make_room(WORKER)
    run_errand(errand, choice, connection)
