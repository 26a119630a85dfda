"""The entry of a worker process: it holds a store and an evaluator, and runs what is asked of it.

Started by a supervisor with the spawn method. Its run loop is one of the three broad excepts of the
program: whatever happens to one run is told, and the next one still runs.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event as Flag
from threading import Thread

from nodes.evaluator import Evaluator, Results, paths_under, sinks_of
from nodes.events import Event, NodePreviewed, Outcome, RunEnded
from nodes.registry import Registry
from nodes.serving.cancelling import SharedCancelToken
from nodes.serving.device_environment import device_environment
from nodes.serving.manners import WORKER, make_room
from nodes.serving.messages import (
    CannotServe,
    Ended,
    FreeModels,
    Keyed,
    Ready,
    RunRequest,
    Stop,
    WarmModels,
    decode_request,
    encode,
    told,
)
from nodes.serving.sent_snapshot import opened_snapshot
from nodes.serving.worker_memory import MOST_SIDE, WorkerMemory
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from nodes.used_model import used
from pipelines.errors import Cancelled, GraphError, StoryloomError
from pipelines.media.proxies import ProxyMaker
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.rechecking import Rechecking
from pipelines.models.refusals import DeviceLostError
from pipelines.values import Image, Mask, Written

LIBRARY = "nodes.registry:library"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerSetup:
    """What a worker process is.

    `device` is "cpu", "cuda" or "cuda:N"; `registry` names a function "module:function" that
    answers the kinds of node; `faults` is the file that a crash of native code is written to.
    Without a supervisor it stops its run, and ends after `orphan_seconds` in any case.
    """

    device: str
    store: Path
    faults: Path
    registry: str = LIBRARY
    orphan_seconds: float = 5.0


def serve(setup: WorkerSetup, connection: Connection, memory_name: str) -> None:
    """Serve one supervisor until it says stop or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the supervisor's to answer
    make_room(WORKER)
    os.environ.update(device_environment(setup.device, os.environ))
    memory = WorkerMemory(memory_name)
    try:
        with setup.faults.open("wb") as faults:
            faulthandler.enable(faults)
            _serve(setup, connection, memory)
            faulthandler.disable()
    except StoryloomError as error:
        connection.send_bytes(encode(CannotServe(error.message, error.mend)))
    finally:
        memory.close()
        connection.close()


def _serve(setup: WorkerSetup, connection: Connection, memory: WorkerMemory) -> None:
    registry = _registry(setup.registry)
    orphaned, ended = Flag(), Flag()
    watch = (orphaned, ended, setup.orphan_seconds)
    Thread(target=_watch_parent, args=watch, name="parent-watch", daemon=True).start()
    with ResultStore(setup.store) as store, ProxyMaker(setup.store / "proxies") as proxies:
        lender = Lender(store_to_look_at, rechecking=Rechecking(store_to_look_at))
        evaluator = Evaluator(store, proxies=proxies, lender=lender)
        worker = _Worker(evaluator, lender, registry, connection, memory, orphaned)
        gc.collect()
        gc.freeze()
        with suppress(EOFError, OSError):  # the supervisor is gone
            worker.serve()
        lender.close()
    ended.set()


class _Worker:
    """The run loop."""

    def __init__(
        self,
        evaluator: Evaluator,
        lender: Lender,
        registry: Registry,
        connection: Connection,
        memory: WorkerMemory,
        orphaned: Flag,
    ) -> None:
        self._evaluator = evaluator
        self._lender = lender
        self._warm = WarmModels()
        self._registry = registry
        self._connection = connection
        self._memory = memory
        self._orphaned = orphaned

    def serve(self) -> None:
        """Run one request after another. Raises EOFError or OSError when nobody listens."""
        self._connection.send_bytes(encode(Ready()))
        while not isinstance(request := decode_request(self._connection.recv_bytes()), Stop):
            if isinstance(request, FreeModels):
                self._lender.drop(request.model)
            else:
                self._connection.send_bytes(encode(self._answer(request)))
            self._tell_warm()
            if self._lender.has_lost_device:
                lost = DeviceLostError()
                self._connection.send_bytes(encode(CannotServe(lost.message, lost.mend)))
                return

    def _tell_warm(self) -> None:
        warm = WarmModels(tuple(map(used, self._lender.warm)))
        if warm != self._warm:
            self._warm = warm
            self._connection.send_bytes(encode(warm))

    def _answer(self, request: RunRequest) -> Ended:
        try:
            return self._run(request)
        except Cancelled:
            return Ended(request.run, Outcome.CANCELLED)
        except StoryloomError as error:
            words = (error.message, error.mend)
        except Exception as error:  # noqa: BLE001 - worker boundary: one run must not end the worker
            words = (f"The run broke off: {type(error).__name__}: {error}.", "Run it again.")
        return Ended(request.run, Outcome.FAILED, message=words[0], mend=words[1])

    def _run(self, request: RunRequest) -> Ended:
        seconds = 0.0

        def on_event(event: Event) -> None:
            nonlocal seconds
            if isinstance(event, RunEnded):
                seconds = event.seconds
            self._tell(request.run, event)

        token = SharedCancelToken(self._memory, request.run, self._orphaned)
        with opened_snapshot(request.snapshot, self._registry) as snapshot:
            goals = _goals(snapshot, request.sinks)
            keyed = encode(Keyed(request.run, snapshot.keys(goals)))
            with suppress(OSError):  # where nobody listens any more, the token says so
                self._connection.send_bytes(keyed)
            results = self._evaluator.run(
                snapshot,
                goals,
                on_event,
                token,
                may_write=request.consents.may_write,
                may_read=request.consents.may_read,
            )
        self._evaluator.store.flush()
        made = dict.fromkeys(ref.path for ref in results.values)
        keys = {path: self._evaluator.last[path] for path in made}
        return Ended(request.run, results.outcome, seconds, keys, _files(results))

    def _tell(self, run: int, event: Event) -> None:
        if isinstance(event, NodePreviewed):
            self._memory.post(run, event.path, small(event.picture))
            return
        with suppress(OSError):  # where nobody listens any more, the token says so
            self._connection.send_bytes(encode(told(run, event)))


def small(picture: Image | Mask) -> Image | Mask:
    """The picture in 8 bits, no side longer than MOST_SIDE."""
    from pipelines.conversions import to_bits
    from pipelines.scaling import scale_image, scale_mask

    scale = MOST_SIDE / max(picture.width, picture.height)
    if isinstance(picture, Mask):
        return picture if scale >= 1 else scale_mask(picture, scale)
    return to_bits(picture if scale >= 1 else scale_image(picture, scale), 8)


def _goals(snapshot: Snapshot, wanted: tuple[str, ...]) -> list[str]:
    """The nodes to run. Raises GraphError for a name that nothing has."""
    if not wanted:
        return sinks_of(snapshot)
    found: list[str] = []
    for name in wanted:
        paths = paths_under(snapshot, [name])
        if not paths:
            raise GraphError(f"There is no node “{name}” to run.", mend="It may have been removed.")
        found += paths
    return found


def _files(results: Results) -> tuple[str, ...]:
    written = [value for value in results.values.values() if isinstance(value, Written)]
    return tuple(str(file.path) for value in written for file in value.files)


def _registry(name: str) -> Registry:
    module, _, function = name.partition(":")
    factory: Callable[[], Registry] = getattr(import_module(module), function)
    return factory()


def _watch_parent(orphaned: Flag, ended: Flag, seconds: float) -> None:
    """Without a supervisor nothing is worth going on: stop the run, and end in any case."""
    parent = parent_process()
    if parent is None:
        return
    parent.join()
    orphaned.set()
    if not ended.wait(seconds):
        os._exit(1)
