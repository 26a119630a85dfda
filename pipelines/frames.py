"""Where the frames of a clip come from, and how one of them is made without recursion.

A source says which frames must exist before one of its own can be made (`needs`), and makes it
from them (`make`). `read` walks those needs with an explicit stack, so that a chain of 50,000
sources works. Keeping frames is the business of whoever passes `lookup` and `keep`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from pipelines.digest import Digest, digest_text
from pipelines.values import Image, Mask


class FrameSource(ABC):
    """A sequence of frames, each with a key that names its content.

    Frames are Image or Mask; a source of intermediates that only other sources read (a flow field
    between two keys) may make any value.
    """

    @abstractmethod
    def __len__(self) -> int: ...

    @abstractmethod
    def key(self, index: int) -> Digest:
        """The content key of one frame. Cheap; equal keys mean equal frames."""

    def needs(self, index: int) -> Sequence[FrameRef]:
        """The frames that `make(index)` is given, in order."""
        return ()

    @abstractmethod
    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        """Make one frame from what it needs. Never reads another source by itself."""

    def reduced(self, width: int, height: int) -> FrameSource | None:
        """The same frames in a smaller size that is at hand, no smaller than this; or None."""
        return None

    def resolve(self, index: int) -> FrameRef:
        """The frame itself, or the frame of another source that it stands for."""
        return FrameRef(self, index)


class FrameRef(NamedTuple):
    """One frame of one source."""

    source: FrameSource
    at: int


class PictureFrames(FrameSource):
    """Pictures already in memory: a still, or a few frames in a test."""

    def __init__(self, pictures: Sequence[Image | Mask], keys: Sequence[Digest]) -> None:
        self._pictures = tuple(pictures)
        self._keys = tuple(keys)

    def __len__(self) -> int:
        return len(self._pictures)

    def key(self, index: int) -> Digest:
        return self._keys[index]

    def make(self, index: int, inputs: Sequence[Any]) -> Image | Mask:
        return self._pictures[index]


class SelectedFrames(FrameSource):
    """Frames of other sources in another order. Nothing is computed and keys stay the same."""

    def __init__(self, refs: Sequence[FrameRef]) -> None:
        self._refs = tuple(ref.source.resolve(ref.at) for ref in refs)

    def __len__(self) -> int:
        return len(self._refs)

    def key(self, index: int) -> Digest:
        source, at = self._refs[index]
        return source.key(at)

    def needs(self, index: int) -> Sequence[FrameRef]:
        return (self._refs[index],)

    def make(self, index: int, inputs: Sequence[Any]) -> Any:
        return inputs[0]

    def resolve(self, index: int) -> FrameRef:
        return self._refs[index]


def select(source: FrameSource, indices: Sequence[int]) -> SelectedFrames:
    """The frames of one source at `indices`, in that order."""
    return SelectedFrames([FrameRef(source, index) for index in indices])


def derived_key(*parts: str) -> Digest:
    """The key of a frame made from others: parts are names, canonical parameters and keys."""
    return digest_text("|".join(parts))


def read(
    source: FrameSource,
    index: int,
    *,
    lookup: Callable[[FrameRef], Any | None] | None = None,
    make: Callable[[FrameRef, Sequence[Any]], Any] | None = None,
) -> Any:
    """Make frame `index` of `source`, making first whatever it needs.

    `lookup` may answer a frame that is already known; `make` stands in for the source's own, to
    watch or keep what is made. A frame is let go as soon as the last one that needs it is made.
    """
    goal = source.resolve(index)
    if lookup is not None and (found := lookup(goal)) is not None:
        return found
    order, uses, known = _plan(goal, lookup)
    for ref, needs in order:
        inputs = [known[need] for need in needs]
        known[ref] = make(ref, inputs) if make is not None else ref.source.make(ref.at, inputs)
        for need in needs:
            uses[need] -= 1
            if not uses[need]:
                del known[need]
    return known[goal]


def _plan(
    goal: FrameRef, lookup: Callable[[FrameRef], Any | None] | None
) -> tuple[list[tuple[FrameRef, list[FrameRef]]], dict[FrameRef, int], dict[FrameRef, Any]]:
    """What to make, in order; how often each frame is needed; the frames already known."""
    order: list[tuple[FrameRef, list[FrameRef]]] = []
    uses: dict[FrameRef, int] = {}
    known: dict[FrameRef, Any] = {}
    opened: dict[FrameRef, list[FrameRef]] = {}
    closed: set[FrameRef] = set()
    stack = [goal]
    while stack:
        ref = stack[-1]
        if ref in known or ref in closed:
            stack.pop()
            continue
        if ref in opened:
            stack.pop()
            closed.add(ref)
            order.append((ref, opened[ref]))
            continue
        found = lookup(ref) if lookup is not None else None
        if found is not None:
            known[ref] = found
            continue
        needs = [need.source.resolve(need.at) for need in ref.source.needs(ref.at)]
        opened[ref] = needs
        for need in needs:
            uses[need] = uses.get(need, 0) + 1
            stack.append(need)
    return order, uses, known
