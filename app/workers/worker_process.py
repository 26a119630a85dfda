"""One spawned worker process with its pipe and its shared memory: started, asked, ended, cleared.

Belongs to one thread. Knows no Qt.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from nodes.serve import WorkerSetup, serve
from nodes.serving.ending import let_go
from nodes.serving.messages import Answer, Request, decode_answer, encode
from nodes.serving.worker_memory import WorkerMemory

_KILLED = 9
_MOST_AT_ONCE = 512
"""Messages taken in one go, so that a worker that tells much cannot keep its supervisor busy."""


class WorkerProcess:
    """A running worker. `close` must be called, whatever happened to it."""

    def __init__(self, setup: WorkerSetup) -> None:
        spawn = multiprocessing.get_context("spawn")
        self._faults: Path = setup.faults
        setup.faults.parent.mkdir(parents=True, exist_ok=True)
        self.memory = WorkerMemory()
        self.connection, theirs = spawn.Pipe()
        self._process = spawn.Process(
            target=serve,
            args=(setup, theirs, self.memory.name),
            name=f"storyloom-worker-{setup.device}",
            daemon=True,
        )
        with ExitStack() as undoing:
            undoing.callback(self._clear_memory)
            undoing.callback(self.connection.close)
            with theirs:
                self._process.start()
            undoing.pop_all()

    @property
    def pid(self) -> int:
        """Its number on the machine."""
        assert self._process.pid is not None  # it was started
        return self._process.pid

    def send(self, request: Request) -> None:
        """Ask for something. Raises OSError when the process is gone."""
        self.connection.send_bytes(encode(request))

    def answers(self) -> Iterator[Answer]:
        """What it has said by now. Raises EOFError or OSError when all was said and it is gone."""
        for _ in range(_MOST_AT_ONCE):
            if not self.connection.poll():
                return
            yield decode_answer(self.connection.recv_bytes())

    def end(self, seconds: float) -> None:
        """Wait for the process to end; kill it when it does not."""
        self._process.join(seconds)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def how_it_ended(self) -> str:
        """The end of the process in words."""
        code = self._process.exitcode
        if code == -_KILLED:
            return "the system ended it (SIGKILL), often for want of memory"
        if code is not None and code < 0:
            with suppress(ValueError):
                return f"it was ended by {signal.Signals(-code).name}"
        return f"it ended with code {code}"

    def report(self) -> str:
        """What faulthandler wrote of a crash."""
        with suppress(OSError):
            return self._faults.read_text(errors="replace")
        return ""

    def close(self) -> None:
        """Kill it if it still runs, and leave nothing behind."""
        self.end(0.0)
        let_go(self._process)
        self.connection.close()
        self._clear_memory()

    def _clear_memory(self) -> None:
        self.memory.close()
        self.memory.unlink()
