"""Keys of frames made from others: each derived once, however deep the frames below lie."""

from __future__ import annotations

from abc import abstractmethod

from pipelines.digest import Digest
from pipelines.frames import FrameRef, FrameSource


class KeyedFrames(FrameSource):
    """A source that remembers the keys of its frames."""

    def __init__(self) -> None:
        self.keys: dict[int, Digest] = {}

    @abstractmethod
    def derive(self, index: int) -> Digest:
        """The key of one frame, made of the keys of the frames that it needs."""

    def key(self, index: int) -> Digest:
        known = self.keys.get(index)
        if known is not None:
            return known
        opened: set[FrameRef] = set()
        stack = [FrameRef(self, index)]
        while stack:
            ref = stack[-1]
            source = ref.source
            if isinstance(source, KeyedFrames) and ref.at in source.keys:
                stack.pop()
            elif ref in opened:
                stack.pop()
                if isinstance(source, KeyedFrames):
                    source.keys[ref.at] = source.derive(ref.at)
            else:
                opened.add(ref)
                needs = [need.source.resolve(need.at) for need in source.needs(ref.at)]
                stack += [need for need in needs if need not in opened]
        return self.keys[index]
