"""The supervisor of one worker process: it starts it, hands it runs one at a time, hears it out,
and ends and replaces it when it dies or does not obey. Knows no Qt; its own thread calls `run`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pickle import PicklingError
from queue import SimpleQueue
from time import monotonic

import msgspec

from app.workers.orders import (
    Ending,
    RunEnding,
    RunEvents,
    RunKeys,
    RunOrder,
    RunPreview,
    WorkerDeath,
    WorkerModels,
    WorkerReady,
)
from app.workers.run_in_hand import RunInHand
from app.workers.worker_process import WorkerProcess
from nodes.serve import WorkerSetup
from nodes.serving.messages import (
    Answer,
    CannotServe,
    Ended,
    FreeModels,
    Keyed,
    Ready,
    Request,
    RunRequest,
    Stop,
    Told,
    WarmModels,
)
from nodes.serving.sent_snapshot import encode_snapshot
from pipelines.errors import StoryloomError

_LAST_SECONDS = 1.0
_NO_ROOM = (OSError, RuntimeError, MemoryError)
"""Raised where no more files, memory or threads are to be had."""
_NOT_SENT = (PicklingError, TypeError, ValueError, AttributeError)
"""Raised where a setup cannot be handed to another process."""
_SAFE = "Your drawing and all finished results are safe."

Tidings = RunKeys | RunEvents | RunPreview | RunEnding | WorkerDeath | WorkerModels | WorkerReady


class Supervision:
    """Supervises one worker process at a time.

    `tell` is called in the thread of `run`. A worker that dies is started anew; one that died
    before it was ready, only for the next order.
    """

    def __init__(
        self, setup: WorkerSetup, tell: Callable[[Tidings], None], *, obey_seconds: float
    ) -> None:
        self._setup = setup
        self._tell = tell
        self._obey_seconds = obey_seconds
        self._commands: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._woken, self._wake = Pipe(duplex=False)
        self._process: WorkerProcess | None = None
        self._started: float = 0.0
        self._is_ready = False
        self._refusal: CannotServe | None = None
        self._orders: deque[RunOrder] = deque()
        self._run: RunInHand | None = None
        self._count = 0
        self._deadline: float | None = None
        self._waits_since: float | None = None
        """Since when a stretch that cannot look holds up a cancel."""
        self._is_closing = False

    # For any thread

    def order(self, order: RunOrder) -> None:
        """Run this when the orders before it are done."""
        self._post(partial(self._orders.append, order))

    def cancel(self, order_id: str) -> None:
        """Stop the run of an order, or forget the order."""
        self._post(partial(self._cancel, order_id))

    def free_models(self, model: str) -> None:
        """Have the worker let go of the models that it keeps warm, or of one."""
        self._post(partial(self._free_models, model))

    def close(self) -> None:
        """Cancel everything and end the worker; `run` then returns."""
        self._post(self._close)

    def dispose(self) -> None:
        """Let go of what commands come through, once `run` has returned."""
        self._woken.close()
        self._wake.close()

    def _post(self, command: Callable[[], None]) -> None:
        self._commands.put(command)
        self._wake.send_bytes(b"!")

    # The thread's loop

    def run(self) -> None:
        """Supervise until `close` was called."""
        try:
            self._start()
            while not (self._is_closing and self._process is None):
                wait(self._watched(), self._patience())
                self._take_commands()
                self._listen()
                self._tell_if_due()
                self._watch_over()
                self._begin_next()
        finally:
            if self._process is not None:
                self._process.close()

    def _watched(self) -> list[Connection]:
        return [self._woken] if self._process is None else [self._woken, self._process.connection]

    def _patience(self) -> float | None:
        """Seconds until something is due by itself."""
        times = [] if self._run is None else [self._run.due]
        times += [] if self._deadline is None else [self._deadline]
        return max(0.0, min(times) - monotonic()) if times else None

    def _take_commands(self) -> None:
        while self._woken.poll():
            self._woken.recv_bytes()
            self._commands.get()()

    def _listen(self) -> None:
        if self._process is None:
            return
        try:
            for answer in self._process.answers():
                self._take(self._process, answer)
        except (EOFError, OSError):
            self._bury(self._process)

    def _take(self, process: WorkerProcess, answer: Answer) -> None:
        match answer:
            case Ready():
                self._is_ready = True
                seconds = monotonic() - self._started
                self._tell(WorkerReady(self._setup.device, process.pid, seconds))
            case CannotServe():
                self._refusal = answer
            case WarmModels(models):
                self._tell(WorkerModels(self._setup.device, models))
            case Keyed() if self._run is not None:
                self._tell(RunKeys(self._run.order.id, answer.keys))
            case Told() if self._run is not None:
                self._run.hear(answer)
            case Ended() if self._run is not None:
                self._end(self._run, self._run.ending(answer))
            case _:
                pass

    # Runs

    def _begin_next(self) -> None:
        while self._orders and self._run is None and not self._is_closing:
            if self._process is None:
                self._start()
            elif self._is_ready:
                self._begin(self._process, self._orders.popleft())
            else:
                return

    def _begin(self, process: WorkerProcess, order: RunOrder) -> None:
        try:
            if order.write is not None:
                order.write()
            snapshot = encode_snapshot(order.snapshot, order.tiles)
        except StoryloomError as error:
            failed = RunEnding(
                order=order, ending=Ending.FAILED, message=error.message, mend=error.mend
            )
            self._tell(failed)
            return
        except (TypeError, ValueError, ArithmeticError, msgspec.MsgspecError) as error:
            words = f"The project cannot be handed to a worker: {error}."
            self._tell(RunEnding(order=order, ending=Ending.FAILED, message=words, mend=_SAFE))
            return
        self._count += 1
        self._run = RunInHand(order, self._count)
        self._send(process, RunRequest(self._count, snapshot, order.sinks, order.consents))

    def _tell_if_due(self) -> None:
        if self._run is not None and monotonic() >= self._run.due:
            self._tell_news(self._run)

    def _tell_news(self, run: RunInHand) -> None:
        if self._process is not None:
            for news in run.news(self._process.memory):
                self._tell(news)

    def _end(self, run: RunInHand, ending: RunEnding) -> None:
        """The run is over, however it ended. Its process is still at hand."""
        self._tell_news(run)
        self._run = None
        if not self._is_closing:
            self._deadline = None
        self._tell(ending)

    def _cancel(self, order_id: str) -> None:
        if self._run is not None and self._run.order.id == order_id:
            self._cancel_run(self._run)
        for order in [order for order in self._orders if order.id == order_id]:
            self._orders.remove(order)
            self._tell(RunEnding(order=order, ending=Ending.CANCELLED))

    def _free_models(self, model: str) -> None:
        if self._process is not None and self._is_ready:
            self._send(self._process, FreeModels(model))

    def _cancel_run(self, run: RunInHand) -> None:
        if self._process is not None and self._deadline is None:
            self._waits_since = None
            self._process.memory.cancel(run.number)
            self._deadline = monotonic() + self._obey_seconds

    # The process

    def _start(self) -> None:
        self._is_ready, self._refusal, self._started = False, None, monotonic()
        try:
            self._process = WorkerProcess(self._setup)
        except (*_NO_ROOM, *_NOT_SENT) as error:
            why = (error.strerror if isinstance(error, OSError) else "") or error
            why = str(why) or type(error).__name__
            self._mourn(f"it could not be started ({why})", was_ready=False)

    def _send(self, process: WorkerProcess, request: Request) -> None:
        try:
            process.send(request)
        except OSError:
            self._bury(process)

    def _close(self) -> None:
        for order in list(self._orders):
            self._cancel(order.id)
        if self._run is not None:
            self._cancel_run(self._run)
        self._is_closing = True
        if self._process is not None:
            self._deadline = monotonic() + self._obey_seconds
            self._send(self._process, Stop())

    def _watch_over(self) -> None:
        """End a worker that does not obey in time, unless it said that it cannot look now."""
        process, now = self._process, monotonic()
        if process is None or self._deadline is None:
            return
        if not process.memory.uninterruptible or self._is_closing:
            self._waits_since = None
        else:
            self._waits_since = self._waits_since or now
            if now - self._waits_since < process.memory.patience:
                self._deadline = now + self._obey_seconds
        if now >= self._deadline:
            self._replace(process)

    def _replace(self, process: WorkerProcess) -> None:
        if self._run is not None:
            words = f"The run did not stop within {self._obey_seconds:g} s: its worker was ended."
            mend = f"{_SAFE} Run again to make the rest."
            stopped = RunEnding(
                order=self._run.order, ending=Ending.STOPPED, message=words, mend=mend
            )
            self._end(self._run, stopped)
        self._process, self._deadline = None, None
        process.close()
        self._tell(WorkerModels(self._setup.device, ()))
        if not self._is_closing:
            self._start()

    def _bury(self, process: WorkerProcess) -> None:
        """The process is gone, or no longer speaks."""
        process.end(_LAST_SECONDS)
        how, report = process.how_it_ended(), process.report()
        was_ready = self._is_ready
        if self._run is not None:
            self._tell_news(self._run)
        self._process, self._deadline, self._is_ready = None, None, False
        process.close()
        self._tell(WorkerModels(self._setup.device, ()))
        self._mourn(how, report, was_ready=was_ready)
        if was_ready and not self._is_closing:
            self._start()

    def _mourn(self, how: str, report: str = "", *, was_ready: bool) -> None:
        """Tell of a death, and of the run that it ended."""
        message = f"The worker stopped working: {how}."
        mend = f"{_SAFE} Run again to make what is missing."
        if self._refusal is not None:
            message, mend = self._refusal.message, self._refusal.mend
        run, self._run = self._run, None
        order = run.order if run is not None else None
        if order is None and self._orders and not was_ready:
            order = self._orders.popleft()
        if order is None and self._is_closing:
            return
        self._tell(WorkerDeath(self._setup.device, message, mend, report))
        if order is not None:
            ending = Ending.DIED if was_ready else Ending.NO_WORKER
            self._tell(RunEnding(order=order, ending=ending, message=message, mend=mend))
