"""One run of one snapshot: the order of work, the calls, and what is kept of their results."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from nodes.boundary import call_node, checked_call
from nodes.events import (
    Event,
    NodeBlocked,
    NodeFailed,
    NodeFinished,
    NodePreviewed,
    NodeProgressed,
    NodeStarted,
    NodeWarned,
    Origin,
)
from nodes.flatten import FlatNode, FlatRef
from nodes.keys import content_key
from nodes.lifting import LiftedFrames, MovingInput, OneOutput, check_lengths, format_like
from nodes.refusals import NodeError
from nodes.segments import PreparedGaps
from nodes.snapshot import Snapshot
from nodes.spec import Kind, NodeSpec
from nodes.stored_frames import StoredFrames
from nodes.values import value_types
from nodes.work import Work
from pipelines.digest import Digest, digest_text
from pipelines.errors import GraphError, UntrustedError
from pipelines.frames import FrameRef, FrameSource, PictureFrames, read
from pipelines.progress import CancelToken, check
from pipelines.values import Clip, Image, Mask, MaskClip, Storyboard

if TYPE_CHECKING:
    from nodes.evaluator import Evaluator

READ_BYTES_PER_SECOND = 1.4e9
"""What a frame costs to have again from disk (facts of the store's benchmark)."""
WORTH_KEEPING = 8
"""A frame is kept on disk when making it took this many times as long as reading it back would."""
LEAST_SECONDS = 0.002
"""Nothing quicker than this is kept on disk, unless it was asked for."""
REPORT_EVERY = 1 / 30


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
    ) -> None:
        self.store = evaluator.store
        self.cancel = cancel
        self.failures: dict[str, NodeError] = {}
        self._evaluator = evaluator
        self._memory = evaluator.memory
        self._snapshot = snapshot
        self._emit = on_event
        self._may_write = may_write
        self._may_read = may_read
        self._results: dict[str, tuple[Any, ...]] = {}
        self._bound: set[str] = set()
        self._owners: dict[int, tuple[str, FrameSource]] = {}
        self._made: dict[str, tuple[int, float]] = {}
        self._started: set[str] = set()
        self._told: dict[str, float] = {}
        self._warned: set[tuple[str, str]] = set()
        self._keys: Mapping[str, Digest] = {}
        self._uses: dict[str, int] = {}
        self._content_keys: dict[str, Digest] = {}
        self._sinks: frozenset[str] = frozenset()
        self._kept: dict[FlatRef, Any] = {}

    # The order of work

    def execute(self, sinks: list[str]) -> None:
        """Make the results of the sinks, each with what it needs."""
        self._keys = self._snapshot.keys(sinks)
        self._sinks = frozenset(sinks)
        for path in self._order(sinks):
            check(self.cancel)
            if path in self._results:
                continue
            try:
                self._run_node(path)
            except NodeError as error:
                self._fail(path, error)
            self._let_go(path)

    def values_of(self, sinks: Sequence[str]) -> dict[FlatRef, Any]:
        """The outputs of the sinks that have a result."""
        return {ref: value for ref, value in self._kept.items() if ref.path in set(sinks)}

    def report_frames(self) -> None:
        """Tell of the nodes that made frames on demand while others ran."""
        for path, (frames, seconds) in self._made.items():
            if path not in self.failures:
                origin = Origin.COMPUTED if path in self._started else Origin.DISK
                self._emit(NodeFinished(path, seconds, origin, frames))

    def _order(self, sinks: Sequence[str]) -> list[str]:
        """What must be run, sources first; nothing above a result that is there already."""
        flat, keys = self._snapshot.flat, self._keys
        order: list[str] = []
        opened: set[str] = set()
        stack = list(reversed(sinks))
        while stack:
            path = stack[-1]
            if path in self._uses:
                stack.pop()
                continue
            if path in opened:
                stack.pop()
                self._uses[path] = 0
                order.append(path)
                for ref in flat[path].sources():
                    self._uses[ref.path] += 1
                continue
            opened.add(path)
            node = flat.get(path)
            if node is None:
                stack.pop()
                raise GraphError(f"There is no node “{path}” to run.")
            if self._recall(path, node, keys[path]):
                stack.pop()
                self._uses[path] = 0
                continue
            stack += [ref.path for ref in node.sources() if ref.path not in self._uses]
        return order

    def _let_go(self, path: str) -> None:
        """Forget inputs that nobody in this run needs again."""
        for ref in self._snapshot.flat[path].sources():
            self._uses[ref.path] -= 1
            if not self._uses[ref.path] and ref.path not in self._sinks:
                self._results.pop(ref.path, None)

    # Results that are there already

    def _recall(self, path: str, node: FlatNode, key: Digest) -> bool:
        """Take a result from the pin, from memory or from disk."""
        if node.problem is not None or node.spec is None:
            return False
        if node.pinned:
            if self._from_disk(path, node.spec, node.pinned, Origin.PINNED):
                return True
            self.warned(path, "Its pinned result is gone from the store; it is made again.")
        found = self._memory.get(key)
        if found is not None and self._still_valid(node.spec, found):
            return self._have(path, node.spec, found, Origin.MEMORY)
        return self._from_disk(path, node.spec, key, Origin.DISK)

    def _from_disk(self, path: str, spec: NodeSpec, key: str, origin: Origin) -> bool:
        names = [output.name for output in spec.outputs]
        if not names or not self.store.has_value(f"{key}.{names[0]}"):
            return False
        values: list[Any] = []
        for output in spec.outputs:
            stored = self.store.get_value(f"{key}.{output.name}")
            value_type = value_types()[stored.kind] if stored is not None else None
            value = value_type.decode(stored, self.store) if value_type and stored else None
            if value is None:
                return False
            values.append(value)
        found = tuple(values)
        return self._still_valid(spec, found) and self._have(path, spec, found, origin)

    def _still_valid(self, spec: NodeSpec, values: tuple[Any, ...]) -> bool:
        if not spec.effect:
            return True
        types = [value_types()[output.value] for output in spec.outputs]
        return all(kind.valid(value) for kind, value in zip(types, values, strict=True))

    def _have(self, path: str, spec: NodeSpec, values: tuple[Any, ...], origin: Origin) -> bool:
        self._results[path] = values
        self._evaluator.last[path] = self._keys[path]
        if path in self._sinks:
            self._keep_for_caller(path, spec, values)
        self._emit(NodeFinished(path, 0.0, origin))
        return True

    # Running one node

    def _run_node(self, path: str) -> None:
        node = self._snapshot.flat[path]
        blocked = next((ref.path for ref in node.sources() if ref.path in self.failures), None)
        if blocked is not None:
            self.failures[path] = self.failures[blocked]
            self._emit(NodeBlocked(path, blocked))
            return
        spec = node.spec
        if node.problem is not None or spec is None:
            raise NodeError(path, node.problem or GraphError("it cannot run"))
        if spec.effect and path not in self._sinks:
            raise NodeError(path, GraphError("an effect node runs only when it is asked to"))
        self._check_files(node)
        gathered = {
            socket.name: tuple(self._value(ref) for ref in refs) for socket, refs in node.inputs
        }
        moving = self._moving_inputs(node, spec, gathered)
        started = perf_counter()
        if moving:
            values = self._lift(node, spec, gathered, moving)
        else:
            known = self._recall_by_content(path, node, spec, gathered)
            if known:
                return
            self._start(path)
            values = self._call(node, spec, gathered)
        seconds = perf_counter() - started
        self._accept(path, node, spec, values, seconds, lifted=bool(moving))

    def _accept(
        self,
        path: str,
        node: FlatNode,
        spec: NodeSpec,
        values: tuple[Any, ...],
        seconds: float,
        *,
        lifted: bool,
    ) -> None:
        self._results[path] = values
        self._evaluator.last[path] = self._keys[path]
        key = self._keys[path]
        if lifted or any(ref.path in self._bound for ref in node.sources()):
            if any(isinstance(value, (Clip, MaskClip, Storyboard)) for value in values):
                self._bound.add(path)
        elif spec.kind is Kind.SEGMENT:
            self._bound.add(path)
        for value in values:
            if isinstance(value, (Clip, MaskClip)):
                self.own(path, value.frames)
            elif isinstance(value, Storyboard):
                self.own(path, value.pictures)
        if path not in self._bound:
            size = sum(
                value_types()[output.value].nbytes(value)
                for output, value in zip(spec.outputs, values, strict=True)
            )
            self._memory.put(key, values, size, seconds)
        if path in self._sinks:
            self._keep_for_caller(path, spec, values)
            self._persist(path, spec, values, seconds, asked=True)
        elif seconds >= LEAST_SECONDS:
            self._persist(path, spec, values, seconds, asked=False)
        if any(isinstance(value, (Clip, MaskClip, Storyboard)) for value in values):
            frames, total = self._made.get(path, (0, 0.0))
            self._made[path] = (frames, total if lifted else total + seconds)
        else:
            self._emit(NodeFinished(path, seconds, Origin.COMPUTED))

    def _keep_for_caller(self, path: str, spec: NodeSpec, values: tuple[Any, ...]) -> None:
        for output, value in zip(spec.outputs, values, strict=True):
            self._kept[FlatRef(path, output.name)] = value

    def _call(
        self, node: FlatNode, spec: NodeSpec, gathered: Mapping[str, tuple[Any, ...]]
    ) -> tuple[Any, ...]:
        positional, keyword = self._arguments(node, spec, gathered)
        call = partial(checked_call, spec) if self._evaluator.checked else spec.function
        result = call_node(node.path, None, call, *positional, **keyword)
        values = result if len(spec.outputs) > 1 else (result,) if spec.outputs else ()
        if node.is_source and self._snapshot.scale != 1.0 and not _scales_itself(spec):
            values = tuple(self._rescaled(value) for value in values)
        return tuple(values)

    def _rescaled(self, value: Any) -> Any:
        for kind in value_types().values():
            if isinstance(value, kind.python) and kind.rescale is not None:
                return kind.rescale(value, self._snapshot.scale)
        return value

    def _arguments(
        self, node: FlatNode, spec: NodeSpec, gathered: Mapping[str, tuple[Any, ...]]
    ) -> tuple[list[Any], dict[str, Any]]:
        positional: list[Any] = []
        keyword = dict(node.parameters)
        variadic: tuple[Any, ...] = ()
        for socket in spec.sockets:
            values = gathered.get(socket.name, ())
            if socket.variadic:
                variadic = values
            else:
                positional.append(values[0] if values else None)
        for name, values in gathered.items():
            if name in spec.parameters:
                keyword[name] = call_node(node.path, None, spec.parameters[name].convert, values[0])
        if spec.takes_work:
            work = self._work(node, spec)
            if any(socket.variadic for socket in spec.sockets):
                keyword[spec.takes_work] = work
            else:
                positional.append(work)
        return [*positional, *variadic], keyword

    def _work(self, node: FlatNode, spec: NodeSpec) -> Work:
        return Work(
            host=self,
            path=node.path,
            key=self._keys[node.path],
            identity=f"{spec.id}|{spec.version}|{node.canonical}",
            scale=self._snapshot.scale,
            folder=self._snapshot.folder,
            tiles=self._snapshot.tiles,
            may_write=self._may_write,
        )

    def _value(self, ref: FlatRef) -> Any:
        spec = self._snapshot.flat[ref.path].spec
        values = self._results[ref.path]
        if spec is None or len(values) == 1:
            return values[0]
        names = [output.name for output in spec.outputs]
        return values[names.index(ref.output)]

    def _check_files(self, node: FlatNode) -> None:
        folder = self._snapshot.folder
        for path in node.files.values():
            inside = folder is None or path.resolve().is_relative_to(folder.resolve())
            if not inside and not self._may_read(path):
                raise NodeError(
                    node.path,
                    UntrustedError(
                        f"it refers to a file outside the project's folder: {path}.",
                        mend="Nothing was read. Allow it once if you trust this project.",
                    ),
                )

    # Clips through nodes that are written for one frame

    def _moving_inputs(
        self, node: FlatNode, spec: NodeSpec, gathered: Mapping[str, tuple[Any, ...]]
    ) -> dict[tuple[str, int], Clip | MaskClip]:
        if spec.kind is not Kind.FRAME:
            return {}
        single = {socket.name for socket in spec.sockets if socket.value in ("image", "mask")}
        return {
            (name, at): value
            for name, values in gathered.items()
            if name in single
            for at, value in enumerate(values)
            if isinstance(value, (Clip, MaskClip))
        }

    def _lift(
        self,
        node: FlatNode,
        spec: NodeSpec,
        gathered: Mapping[str, tuple[Any, ...]],
        moving: Mapping[tuple[str, int], Clip | MaskClip],
    ) -> tuple[Any, ...]:
        named = {f"{name} {at + 1}" if at else name: clip for (name, at), clip in moving.items()}
        call_node(node.path, None, check_lengths, node.path, named)
        still = [
            f"{name}{at}:{self._keys[ref.path]}.{ref.output}"
            for (name, refs) in ((socket.name, refs) for socket, refs in node.inputs)
            for at, ref in enumerate(refs)
            if (name, at) not in moving
        ]
        places = [MovingInput(name, at, clip.frames) for (name, at), clip in moving.items()]
        identity = "|".join([spec.id, str(spec.version), node.canonical, *still])

        def call(given: Mapping[tuple[str, int], Any]) -> Any:
            frame_inputs = {
                name: tuple(given.get((name, at), value) for at, value in enumerate(values))
                for name, values in gathered.items()
            }
            positional, keyword = self._arguments(node, spec, frame_inputs)
            if self._evaluator.checked:
                return checked_call(spec, *positional, **keyword)
            return spec.function(*positional, **keyword)

        together = LiftedFrames(call, places, identity, spec)
        self.own(node.path, together)
        clips = list(moving.values())
        template = next((clip for clip in clips if isinstance(clip, Clip)), clips[0])
        values: list[Any] = []
        for place, output in enumerate(spec.outputs):
            frames: FrameSource = together
            if len(spec.outputs) > 1:
                frames = OneOutput(together, place, output.name)
                self.own(node.path, frames)
            key = f"{self._keys[node.path]}.{output.name}"
            clip_format = self._evaluator.formats.get(key)
            if clip_format is None:
                clip_format = format_like(template.format, self.read(frames, 0))
                self._evaluator.formats[key] = clip_format
            if output.value == "mask":
                values.append(MaskClip(clip_format, frames, template.marks))
            else:
                audio = template.audio if isinstance(template, Clip) else None
                shots = template.shots if isinstance(template, Clip) else ()
                values.append(Clip(clip_format, frames, audio, template.marks, shots))
        return tuple(values)

    # Frames on demand

    def own(self, path: str, source: FrameSource) -> None:
        """Say which node makes the frames of a source."""
        self._owners.setdefault(id(source), (path, source))

    def read(self, source: FrameSource, index: int) -> Any:
        """A frame: known, or made now with all that it needs. A look for cancel each time."""
        check(self.cancel)
        return read(source, index, lookup=self._lookup, make=self._make)

    def _lookup(self, ref: FrameRef) -> Any | None:
        source = ref.source
        if isinstance(source, PictureFrames):
            return None
        key = source.key(ref.at)
        found = self._memory.get(key)
        if found is None:
            if isinstance(source, PreparedGaps):
                stored = self.store.get_value(key) if self.store.has_value(key) else None
                found = source.maker.decode(stored) if stored is not None else None
                if found is not None:
                    self._memory.put(key, found, _size(found), LEAST_SECONDS)
            elif self.store.has_frame(key):
                found = self.store.get_frame(key)
        if found is not None and isinstance(source, PreparedGaps):
            self._note(source, ref.at, found)
        return found

    def _make(self, ref: FrameRef, inputs: Sequence[Any]) -> Any:
        check(self.cancel)
        source = ref.source
        owner = self._owners.get(id(source))
        path = owner[0] if owner is not None else ""
        if path and not isinstance(source, PictureFrames):
            self._start(path)
        started = perf_counter()
        frame = call_node(path, ref.at, source.make, ref.at, inputs)
        seconds = perf_counter() - started
        if path and not isinstance(source, PictureFrames):
            frames, total = self._made.get(path, (0, 0.0))
            counted = 0 if isinstance(source, PreparedGaps) else 1
            self._made[path] = (frames + counted, total + seconds)
            self.progressed(path, frames + counted, len(source))
        self._keep_frame(ref, frame, seconds)
        return frame

    def _keep_frame(self, ref: FrameRef, frame: Any, seconds: float) -> None:
        source = ref.source
        if isinstance(source, (PictureFrames, StoredFrames)):
            return
        key = source.key(ref.at)
        size = _size(frame)
        self._memory.put(key, frame, size, seconds)
        keep = seconds >= max(LEAST_SECONDS, WORTH_KEEPING * size / READ_BYTES_PER_SECOND)
        if isinstance(source, PreparedGaps):
            self._note(source, ref.at, frame)
            if keep:
                self.store.put_value(key, source.maker.encode(frame), seconds)
        elif keep and isinstance(frame, (Image, Mask)):
            self.store.put_frame(key, frame, seconds)

    def _note(self, source: PreparedGaps, index: int, prepared: Any) -> None:
        note = source.maker.note(index, prepared)
        owner = self._owners.get(id(source))
        if note and owner is not None:
            self.warned(owner[0], note)

    # What is kept on disk

    def _persist(
        self, path: str, spec: NodeSpec, values: tuple[Any, ...], seconds: float, *, asked: bool
    ) -> None:
        key = self._keys[path]
        for output, value in zip(spec.outputs, values, strict=True):
            if isinstance(value, (Clip, MaskClip)):
                if asked:
                    self._materialise(path, value)
                elif not isinstance(value.frames, StoredFrames):
                    continue
            stored = value_types()[_kind_of(output.value, value)].encode(value)
            if stored is not None:
                self.store.put_value(f"{key}.{output.name}", stored, seconds)
                if path in self._content_keys:
                    again = f"{self._content_keys[path]}.{output.name}"
                    self.store.put_value(again, stored, seconds)

    def _materialise(self, path: str, clip: Clip | MaskClip) -> None:
        """Make every frame and keep it on disk."""
        for index in range(len(clip)):
            key = clip.frames.key(index)
            if not self.store.has_frame(key):
                frame = self.read(clip.frames, index)
                if not self.store.has_frame(key):
                    self.store.put_frame(key, frame, LEAST_SECONDS)
            self.progressed(path, index + 1, len(clip))

    def _recall_by_content(
        self,
        path: str,
        node: FlatNode,
        spec: NodeSpec,
        gathered: Mapping[str, tuple[Any, ...]],
    ) -> bool:
        """A second chance for whole-clip and effect nodes: the same content under another key.

        A stroke on a frame that is trimmed away changes the key of everything below it, but not
        what flows there.
        """
        if spec.kind is not Kind.CLIP and not spec.effect:
            return False
        parts = [spec.id, str(spec.version), repr(self._snapshot.scale), node.canonical]
        for socket, refs in node.inputs:
            for ref, value in zip(refs, gathered[socket.name], strict=True):
                parts.append(f"{socket.name}<{self._content(ref, value)}")
        parts += [f"{name}:{content_key(file)}" for name, file in sorted(node.files.items())]
        parts.append(f"reroll {node.reroll}")
        self._content_keys[path] = digest_text("|".join(parts))
        return self._from_disk(path, spec, self._content_keys[path], Origin.DISK)

    def _content(self, ref: FlatRef, value: Any) -> str:
        if isinstance(value, (Clip, MaskClip)):
            keys = [value.frames.key(index) for index in range(len(value))]
            return digest_text("|".join([repr(value.format), *keys]))
        return f"{self._keys[ref.path]}.{ref.output}"

    # Telling

    def _start(self, path: str) -> None:
        if path not in self._started:
            self._started.add(path)
            self._emit(NodeStarted(path))

    def progressed(self, path: str, done: int, total: int) -> None:
        """Tell of progress, at most thirty times a second and always at the end."""
        now = perf_counter()
        if done != total and now - self._told.get(path, 0.0) < REPORT_EVERY:
            return
        self._told[path] = now
        self._emit(NodeProgressed(path, done, total))

    def previewed(self, path: str, picture: Image | Mask) -> None:
        """Show a picture of what is being made, at most thirty times a second."""
        now = perf_counter()
        at = f"{path} preview"
        if now - self._told.get(at, 0.0) >= REPORT_EVERY:
            self._told[at] = now
            self._emit(NodePreviewed(path, picture))

    def warned(self, path: str, message: str) -> None:
        """Tell something once."""
        if (path, message) not in self._warned:
            self._warned.add((path, message))
            self._emit(NodeWarned(path, message))

    def _fail(self, path: str, error: NodeError) -> None:
        """Note a failure where it happened: a frame may fail in a node that ran long ago."""
        self.failures[path] = error
        if error.node not in ("", path):
            if error.node not in self.failures:
                self.failures[error.node] = error
                self._emit(NodeFailed(error.node, error))
            self._emit(NodeBlocked(path, error.node))
        else:
            self._emit(NodeFailed(path, error))


def _scales_itself(spec: NodeSpec) -> bool:
    return any(parameter.in_pixels for parameter in spec.parameters.values())


def _kind_of(declared: str, value: Any) -> str:
    if isinstance(value, Clip):
        return "clip"
    return "mask_clip" if isinstance(value, MaskClip) else declared


def _size(frame: Any) -> int:
    if isinstance(frame, (Image, Mask)):
        return frame.pixels.nbytes
    arrays = frame.arrays() if hasattr(frame, "arrays") else {}
    return sum(array.nbytes for array in arrays.values()) + 64
