"""One run of one snapshot: what is missing, in which order, and what happens when it fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from nodes.borrowing import Borrowing
from nodes.calling import Caller, moving_inputs
from nodes.events import Event, NodeBlocked, NodeFailed, NodeFinished, Origin
from nodes.flat_node import FlatNode, FlatRef
from nodes.frame_reading import LEAST_SECONDS, FrameReading
from nodes.keeping import Keeping, Outputs, content_key_of
from nodes.keys import own_parts
from nodes.makers import Fate, Makers, makers_of
from nodes.refusals import NodeError, NotRunError, forget_work, node_error
from nodes.registry import is_pullable
from nodes.snapshot import Snapshot
from nodes.spec import Kind, NodeSpec
from nodes.store import Lease
from nodes.stored_frames import StoredFrames
from nodes.telling import Telling
from nodes.work import Work
from pipelines.digest import Digest
from pipelines.errors import GraphError, StoryloomError, UntrustedError
from pipelines.frames import FrameSource
from pipelines.models.lending import Lease as ModelLease
from pipelines.models.refusals import MemoryFullError
from pipelines.progress import CancelToken, check
from pipelines.values import Clip, Image, Mask, MaskClip, Storyboard

if TYPE_CHECKING:
    from nodes.evaluator import Evaluator


class Run:
    """The state of one run. Made by Evaluator.run and gone with it."""

    def __init__(
        self,
        evaluator: Evaluator,
        snapshot: Snapshot,
        on_event: Callable[[Event], None],
        cancel: CancelToken,
        *,
        may_write: Callable[[Path], bool],
        may_read: Callable[[Path], bool],
        looks: bool = False,
    ) -> None:
        self.store = evaluator.store
        self.proxies = evaluator.proxies
        self.cancel = cancel
        self.is_proxied = False
        """Whether frames are read from a small copy of a video."""
        self.failures: dict[str, NodeError] = {}
        self._snapshot = snapshot
        self._last = evaluator.last
        self._may_write = may_write
        self._may_read = may_read
        self._looks = looks
        self._telling = Telling(on_event)
        self.lender = None if looks else evaluator.lender
        self._borrowing = Borrowing(self.lender, self.store, self._telling)
        self._frames = FrameReading(evaluator.memory, self.store, cancel, self._telling)
        self._leases: list[Lease] = []
        self._keeping = Keeping(
            evaluator.memory, self.store, self._frames, self._telling, self.hold
        )
        self._caller = Caller(
            snapshot.scale,
            evaluator.checked,
            self._work,
            self._frames.own,
            self._frames.read,
            evaluator.formats,
        )
        self._results: dict[str, Outputs] = {}
        self._kept: dict[FlatRef, Any] = {}
        self._on_demand: set[str] = set()
        self._keys: Mapping[str, Digest] = {}
        self._uses: dict[str, int] = {}
        self._sinks: frozenset[str] = frozenset()
        self._lost: set[str] = set()
        self._seconds: dict[str, float] = {}

    def execute(self, sinks: list[str]) -> None:
        """Make the results of the sinks, each with what it needs."""
        self._free_lost_pins()
        self._keys = self._snapshot.keys(sinks)
        self._sinks = frozenset(sinks)
        order = self._order(sinks)
        self._borrowing.refuse_absent([self._snapshot.flat[path] for path in order], self._refuse)
        for path in order:
            check(self.cancel)
            try:
                if path not in self.failures:
                    self._run_node(path)
            except NodeError as error:
                self._fail(path, error)
            except StoryloomError as error:  # what was made cannot be kept
                self._refuse(path, error)
            self._let_go(path)

    def lay_out(self, path: str) -> Outputs:
        """The outputs of one node, no frame of a clip made yet. The first failure is raised."""
        self._free_lost_pins()
        self._keys = self._snapshot.keys([path])
        for needed in self._order([path]):
            check(self.cancel)
            self._run_node(needed)
            self._let_go(needed)
        return self._results[path]

    def values_of(self, sinks: Sequence[str]) -> dict[FlatRef, Any]:
        """The outputs of the sinks that have a result."""
        wanted = set(sinks).difference(self.failures)
        return {ref: value for ref, value in self._kept.items() if ref.path in wanted}

    def end(self, *, cancelled: bool) -> None:
        """Tell of the nodes whose frames were made while others ran."""
        unfinished = self._on_demand if cancelled else set[str]()
        self._borrowing.keep(self._keys.__getitem__, [*self.failures, *unfinished])
        self._telling.finish_frames(lambda path: path in self.failures or path in unfinished)

    def release(self) -> None:
        """Let the store evict again what this run held."""
        for lease in self._leases:
            lease.release()

    # What a node's work asks of its run

    def read(self, source: FrameSource, index: int) -> Any:
        """A frame, for the node that asks."""
        return self._frames.read(source, index)

    def knows(self, source: FrameSource, index: int) -> bool:
        """Whether a frame is at hand without making it."""
        return self._frames.knows(source, index)

    def own(self, path: str, source: FrameSource) -> None:
        """Say which node makes the frames of a source."""
        self._frames.own(path, source)

    def read_proxy(self) -> None:
        """A node reads a small copy of a video in its place."""
        self.is_proxied = True

    def hold(self, keys: Sequence[str]) -> None:
        """Keep frames in the store until the run is over, in every process."""
        self._leases.append(self.store.lease(keys))

    def progressed(self, path: str, done: int, total: int, doing: str = "") -> None:
        """Tell of progress."""
        self._telling.progress(path, done, total, doing)

    def borrowed(self, path: str, lease: ModelLease) -> None:
        """A node works with a model."""
        self._borrowing.borrowed(path, lease)

    def previewed(self, path: str, picture: Image | Mask) -> None:
        """Show what is being made."""
        self._telling.preview(path, picture)

    def warned(self, path: str, message: str) -> None:
        """Tell what the person should know."""
        self._telling.warn(path, message)

    def makers(self, path: str) -> Makers:
        """What stands above a node."""
        return makers_of(self._snapshot.flat, path, self._fate)

    # The order of work

    def _free_lost_pins(self) -> None:
        """Let nodes follow their inputs whose pinned result is gone."""
        self.store.look()
        pinned = [self._snapshot.flat[path] for path in self._snapshot.pinned]
        self._lost = {node.path for node in pinned if self._keeping.pinned(node) is None}
        if self._lost:
            self._snapshot = self._snapshot.unpinned(self._lost)

    def _order(self, sinks: Sequence[str]) -> list[str]:
        """What must be run, sources first; nothing above a result that is there already."""
        flat, keys, uses = self._snapshot.flat, self._keys, self._uses
        order: list[str] = []
        opened: set[str] = set()
        stack = list(reversed(sinks))
        while stack:
            path = stack[-1]
            if path in uses:
                stack.pop()
            elif path in opened:
                stack.pop()
                uses[path] = 0
                order.append(path)
                for ref in flat[path].sources:
                    uses[ref.path] += 1
            else:
                opened.add(path)
                node = flat.get(path)
                if node is None:
                    raise GraphError(f"There is no node “{path}” to run.")
                if self._is_there(path, node, keys[path]):
                    stack.pop()
                    uses[path] = 0
                else:
                    stack += [ref.path for ref in node.sources if ref.path not in uses]
        return order

    def _is_there(self, path: str, node: FlatNode, key: Digest) -> bool:
        if node.problem is not None or node.spec is None:
            return False
        if path in self._lost:
            self._telling.warn(path, "Its pinned result is gone; it is made again.")
        found = self._keeping.recall(node, node.spec, key)
        if found is None:
            return False
        self._have(path, node.spec, *found)
        return True

    def _have(self, path: str, spec: NodeSpec, values: Outputs, origin: Origin) -> None:
        self._settle(path, spec, values)
        self._telling.emit(NodeFinished(path, 0.0, origin))

    def _settle(self, path: str, spec: NodeSpec, values: Outputs) -> None:
        self._results[path] = values
        self._last[path] = self._keys[path]
        if path in self._sinks:
            for output, value in zip(spec.outputs, values, strict=True):
                self._kept[FlatRef(path, output.name)] = value

    def _let_go(self, path: str) -> None:
        """Forget inputs that nobody in this run needs again."""
        for ref in self._snapshot.flat[path].sources:
            self._uses[ref.path] -= 1
            if not self._uses[ref.path]:
                self._results.pop(ref.path, None)

    # Running one node

    def _run_node(self, path: str) -> None:
        node = self._snapshot.flat[path]
        if self.failures and (by := self._failed_source(node)):
            if node.spec is not None and node.spec.despite_failures and path in self._sinks:
                self._tell_failures(node, node.spec)
            self.failures[path] = self.failures[by]
            self._telling.emit(NodeBlocked(path, by))
            return
        spec = node.spec
        if node.problem is not None or spec is None:
            raise node_error(path, node.problem or GraphError("it cannot run"))
        if spec.effect and path not in self._sinks:
            raise NodeError(path, GraphError("an effect node runs only when it is asked to"))
        if node.files:
            self._check_files(node)
        gathered = {
            socket.name: tuple([self._value(ref) for ref in refs]) for socket, refs in node.inputs
        }
        lifts = spec.kind is Kind.FRAME and spec.picture_sockets
        moving = moving_inputs(spec, gathered) if lifts else {}
        scale = self._snapshot.scale
        content = content_key_of(node, spec, gathered, self._keys, scale)
        if content is not None:
            known = self._keeping.from_disk(spec, content)
            if known is not None:
                self._have(path, spec, known, Origin.DISK)
                self._borrowing.found(path, content)
                key, asked = (self._keys[path],), path in self._sinks
                self._keeping.persist(path, spec, known, LEAST_SECONDS, keys=key, asked=asked)
                return
        if self._looks and not (is_pullable(spec) and not node.models):
            not_run = NotRunError(path)
            raise NodeError(path, not_run) from not_run
        self._borrowing.tell_stand_ins(node)
        started = perf_counter()
        if moving:
            values = self._caller.lift(node, spec, gathered, moving, self._keys)
        else:
            self._telling.start(path)
            values = self._caller.call(node, spec, gathered)
        seconds = self._seconds[path] = perf_counter() - started
        self._settle(path, spec, values)
        self._note_handles(node, spec, values, 0.0 if moving else seconds, lifted=bool(moving))
        key = self._keys[path]
        if path not in self._on_demand:
            self._keeping.remember(spec, key, values, seconds)
        asked = path in self._sinks
        names = (key,) if content is None else (key, content)
        self._borrowing.made(path, content)
        self._keeping.persist(path, spec, values, seconds, keys=names, asked=asked)

    def _note_handles(
        self, node: FlatNode, spec: NodeSpec, values: Outputs, seconds: float, *, lifted: bool
    ) -> None:
        """Say who makes the frames of clips; a node without clips is finished here.

        Handles that make frames for this run only are not remembered beyond it: a later run lays
        them out anew, and finds their frames by key.
        """
        path = node.path
        if not spec.gives_frames and not lifted:
            self._telling.emit(NodeFinished(path, seconds, Origin.COMPUTED))
            return
        sources = [
            value.frames if isinstance(value, (Clip, MaskClip)) else value.pictures
            for value in values
            if isinstance(value, (Clip, MaskClip, Storyboard))
        ]
        for frames in sources:
            self._frames.own(path, frames)
        if not all(isinstance(frames, StoredFrames) for frames in sources):
            inherited = any(ref.path in self._on_demand for ref in node.sources)
            if lifted or inherited or spec.kind is Kind.SEGMENT:
                self._on_demand.add(path)
        self._telling.follow(path, seconds, max(map(len, sources), default=0))

    def _tell_failures(self, node: FlatNode, spec: NodeSpec) -> None:
        """Call a node that tells of failures, with None for what there is not."""
        gathered = {
            socket.name: tuple(
                None if ref.path in self.failures else self._value(ref) for ref in refs
            )
            for socket, refs in node.inputs
        }
        self._telling.start(node.path)
        self._caller.call(node, spec, gathered)

    def _fate(self, path: str) -> Fate:
        key = self._keys.get(path)
        if key is None:
            return Fate(problem=self.failures.get(path))
        seconds = self._seconds.get(path)
        spec = self._snapshot.flat[path].spec
        if seconds is None and spec is not None and spec.outputs:
            seconds = self.store.seconds(f"{key}.{spec.outputs[0].name}")
        return Fate(self._borrowing.models_of(path, key), seconds, self.failures.get(path))

    def _failed_source(self, node: FlatNode) -> str:
        return next((ref.path for ref in node.sources if ref.path in self.failures), "")

    def _value(self, ref: FlatRef) -> Any:
        values = self._results[ref.path]
        if len(values) == 1:
            return values[0]
        spec = self._snapshot.flat[ref.path].spec
        names = [output.name for output in spec.outputs] if spec is not None else []
        return values[names.index(ref.output)]

    def _work(self, node: FlatNode, spec: NodeSpec) -> Work:
        return Work(
            host=self,
            path=node.path,
            key=self._keys[node.path],
            identity="|".join([spec.id, str(spec.version), *own_parts(node)]),
            scale=self._snapshot.scale,
            folder=self._snapshot.folder,
            tiles=self._snapshot.tiles,
            may_write=self._may_write,
            wish=self._snapshot.setting.wish,
        )

    def _check_files(self, node: FlatNode) -> None:
        folder = self._snapshot.folder
        for path in node.files.values():
            inside = folder is None or path.resolve().is_relative_to(folder.resolve())
            if not inside and not self._may_read(path):
                outside = UntrustedError(
                    f"it refers to a file outside the project's folder: {path}.",
                    mend="Nothing was read. Allow it once if you trust this project.",
                )
                raise NodeError(node.path, outside)

    def _refuse(self, path: str, error: StoryloomError) -> None:
        self._fail(path, node_error(path, error))

    def _fail(self, path: str, error: NodeError) -> None:
        """Note a failure where it happened: a frame may fail in a node that was laid out before."""
        forget_work(error)
        if self.lender is not None and isinstance(error.__cause__, MemoryFullError):
            self.lender.drop()
        if not error.node:  # a source that nobody owns
            error = node_error(path, error.__cause__ or error, frame=error.frame)
        self.failures[path] = error
        if error.node == path:
            self._telling.emit(NodeFailed(path, error))
            return
        if error.node not in self.failures:
            self.failures[error.node] = error
            self._telling.emit(NodeFailed(error.node, error))
        self._telling.emit(NodeBlocked(path, error.node))
