"""Whole results in a run: taken from the pin, from memory or from disk, and kept there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from nodes.events import Origin
from nodes.flat_node import FlatNode, FlatRef
from nodes.frame_reading import LEAST_SECONDS, FrameReading
from nodes.keys import content_key, model_keys
from nodes.memory import ResultMemory
from nodes.spec import Kind, NodeSpec, OutputSpec
from nodes.store import ResultStore, StoredValue
from nodes.stored_frames import StoredFrames, all_stored
from nodes.telling import Telling
from nodes.values import value_types
from pipelines.digest import Digest, digest_text
from pipelines.errors import StoryloomError
from pipelines.values import Clip, MaskClip, Storyboard

Outputs = tuple[Any, ...]


class Keeping:
    """What is there already, and what is worth keeping."""

    def __init__(
        self,
        memory: ResultMemory,
        store: ResultStore,
        frames: FrameReading,
        telling: Telling,
        hold: Callable[[Sequence[str]], None],
    ) -> None:
        self._memory = memory
        self._store = store
        self._frames = frames
        self._telling = telling
        self._hold = hold
        self._pins: dict[str, Outputs | None] = {}

    def recall(self, node: FlatNode, spec: NodeSpec, key: Digest) -> tuple[Outputs, Origin] | None:
        """A result that is there already, and where it was."""
        if node.pinned and (pinned := self.pinned(node)) is not None:
            return pinned, Origin.PINNED
        found = self._memory.get(key)
        if found is not None and self._is_good(spec, found):
            return found, Origin.MEMORY
        found = self.from_disk(spec, key)
        return (found, Origin.DISK) if found is not None else None

    def pinned(self, node: FlatNode) -> Outputs | None:
        """The result that a node is kept at, None where it is gone."""
        if node.path not in self._pins and node.spec is not None:
            found = self._memory.get(node.pinned)
            if found is None or not all(map(self._is_whole, found)):
                found = self.from_disk(node.spec, node.pinned)
            self._pins[node.path] = found
        return self._pins.get(node.path)

    def _is_good(self, spec: NodeSpec, found: Outputs) -> bool:
        """Whether a result in memory may still be given: its files as written, its frames there."""
        if spec.effect and not _holds(spec, found):
            return False
        return not spec.gives_frames or all(map(self._is_whole, found))

    def from_disk(self, spec: NodeSpec, key: str) -> Outputs | None:
        """The outputs kept under a key, if all are there and still hold."""
        if not spec.outputs:
            return None
        if not self._store.has_value(f"{key}.{spec.outputs[0].name}", look=False):
            return None
        values: list[Any] = []
        for output in spec.outputs:
            stored = self._store.get_value(f"{key}.{output.name}")
            value = self._decoded(output, stored) if stored is not None else None
            if value is None or not self._is_whole(value, f"{key}.{output.name}"):
                return None
            values.append(value)
        return tuple(values) if _holds(spec, tuple(values)) else None

    def _decoded(self, output: OutputSpec, stored: StoredValue) -> Any | None:
        """A stored value; None if it is another than the output gives, or cannot be read."""
        if stored.kind not in (output.value, value_types()[output.value].lifted):
            return None
        try:
            return value_types()[stored.kind].decode(stored, self._store)
        except (msgspec.MsgspecError, KeyError, StoryloomError):
            return None

    def remember(self, spec: NodeSpec, key: Digest, values: Outputs, seconds: float) -> None:
        """Keep a result in memory."""
        size = 0
        for output, value in zip(spec.outputs, values, strict=True):
            size += value_types()[output.value].nbytes(value)
        self._memory.put(key, values, size, seconds)

    def persist(
        self,
        path: str,
        spec: NodeSpec,
        values: Outputs,
        seconds: float,
        *,
        keys: tuple[str, ...],
        asked: bool,
    ) -> None:
        """Keep a result on disk under each of `keys`: if it was asked for, or took its time.

        A clip that was asked for has each of its frames made and kept.
        """
        if not asked and seconds < LEAST_SECONDS:
            return
        for output, value in zip(spec.outputs, values, strict=True):
            kind = output.value
            if isinstance(value, (Clip, MaskClip)):
                kind = "clip" if isinstance(value, Clip) else "mask_clip"
                if asked:
                    self._materialise(path, value)
                elif not isinstance(value.frames, StoredFrames):
                    continue
            stored = value_types()[kind].encode(value)
            if stored is not None:
                for key in keys:
                    self._store.put_value(f"{key}.{output.name}", stored, seconds)

    def _is_whole(self, value: Any, *names: str) -> bool:
        """Whether a clip's frames are all there, and will be until the run is over; so will what
        is kept under these names."""
        if not isinstance(value, (Clip, MaskClip)) or not isinstance(value.frames, StoredFrames):
            return True
        keys = [value.frames.key(index) for index in range(len(value))]
        self._hold([*keys, *names])
        return all_stored(keys, self._store)

    def _materialise(self, path: str, clip: Clip | MaskClip) -> None:
        for index in range(len(clip)):
            self._frames.keep(clip.frames, index)
            self._telling.progress(path, index + 1, len(clip))


def content_key_of(
    node: FlatNode,
    spec: NodeSpec,
    gathered: Mapping[str, Outputs],
    keys: Mapping[str, Digest],
    scale: float,
) -> Digest | None:
    """A second name for the result of a whole-clip or effect node: by what its inputs hold.

    A stroke on a frame that is trimmed away changes the key of everything below it, but not what
    flows there.
    """
    if spec.kind is not Kind.CLIP and not spec.effect:
        return None
    parts = [spec.id, str(spec.version), repr(scale), node.canonical, f"reroll {node.reroll}"]
    for socket, refs in node.inputs:
        for ref, value in zip(refs, gathered[socket.name], strict=True):
            parts.append(f"{socket.name}<{_content(ref, value, keys)}")
    parts += [f"{name}:{content_key(file)}" for name, file in sorted(node.files.items())]
    parts += [f"model {name}:{made_of}" for name, made_of in model_keys(node).items()]
    return digest_text("|".join(parts))


def _content(ref: FlatRef, value: Any, keys: Mapping[str, Digest]) -> str:
    if isinstance(value, (Clip, MaskClip)):
        frames = [value.frames.key(index) for index in range(len(value))]
        sound = f"{keys[ref.path]}" if isinstance(value, Clip) and value.audio is not None else ""
        return digest_text("|".join([repr(value.format), repr(value.marks), sound, *frames]))
    if isinstance(value, Storyboard):
        panels = [value.pictures.key(index) for index in range(len(value.panels))]
        return digest_text(
            "|".join([repr(value.format), repr(value.panels), repr(value.shot_names), *panels])
        )
    return f"{keys[ref.path]}.{ref.output}"


def _holds(spec: NodeSpec, values: Outputs) -> bool:
    if not spec.effect:
        return True
    kinds = [value_types()[output.value] for output in spec.outputs]
    return all(kind.valid(value) for kind, value in zip(kinds, values, strict=True))
