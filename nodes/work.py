"""What is injected into a node that reads frames, takes time, or touches files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol

from nodes.lent_models import LentModels
from nodes.lifting import check_format
from nodes.makers import Makers
from nodes.segments import Between, GapFrames, GapMaker
from nodes.store import ResultStore, StoredValue
from nodes.stored_frames import StoredFrames
from pipelines.digest import Digest
from pipelines.errors import UntrustedError
from pipelines.frames import FrameRef, FrameSource, derived_key
from pipelines.media.proxies import ProxyMaker
from pipelines.models.lending import Lease, Lender
from pipelines.models.placement import OPEN, Wish
from pipelines.painting.tiles import TileSource
from pipelines.progress import CancelToken, check
from pipelines.scaling import scaled_side
from pipelines.values import Audio, Clip, ClipFormat, Image, Mask, MaskClip, Shot

HELD_AT_ONCE = 32


class Host(Protocol):
    """The run that a node's work belongs to."""

    store: ResultStore
    cancel: CancelToken
    proxies: ProxyMaker | None
    lender: Lender | None

    def read(self, source: FrameSource, index: int) -> Any: ...

    def own(self, path: str, source: FrameSource) -> None: ...

    def read_proxy(self) -> None: ...

    def hold(self, keys: Sequence[str]) -> None: ...

    def progressed(self, path: str, done: int, total: int, doing: str = "") -> None: ...

    def borrowed(self, path: str, lease: Lease) -> None: ...

    def previewed(self, path: str, picture: Image | Mask) -> None: ...

    def warned(self, path: str, message: str) -> None: ...

    def makers(self, path: str) -> Makers: ...


@dataclass(frozen=True, slots=True)
class Work:
    """One call of one node: its progress, its frames, its files.

    `scale` is the working scale; `folder` the project's folder, None for an unsaved project;
    `tiles` the pixels of painted panels; `may_write` the person's consent to write outside it;
    `wish` how models are to be put where the node does not say.
    """

    host: Host
    path: str
    key: Digest
    identity: str
    scale: float
    folder: Path | None
    tiles: TileSource
    may_write: Callable[[Path], bool]
    wish: Wish = OPEN

    def progress(self, done: int, total: int, doing: str = "") -> None:
        """Tell how far the work is, and what is done if frames do not say it; raises Cancelled
        when the person asked to stop."""
        check(self.host.cancel)
        self.host.progressed(self.path, done, total, doing)

    def preview(self, picture: Image | Mask) -> None:
        """Show what is being made."""
        self.host.previewed(self.path, picture)

    def warn(self, message: str) -> None:
        """Tell the person something about a result that is good otherwise."""
        self.host.warned(self.path, message)

    @property
    def makers(self) -> Makers:
        """What stands above this node, how it is set and how it fared, for a log. It is no part of
        the key: what a node makes of its inputs must not depend on it."""
        return self.host.makers(self.path)

    @property
    def models(self) -> LentModels:
        """The models of the machine: `with work.models.lease("sam2-small") as lease`."""
        return LentModels(self.host, self.path, self.wish)

    @property
    def cancel(self) -> CancelToken:
        """For libraries that want the token itself."""
        return self.host.cancel

    def frame(self, clip: Clip | MaskClip, index: int) -> Any:
        """One frame of a clip, made now if it is not known."""
        return self.host.read(clip.frames, index)

    def frames(
        self, clip: Clip | MaskClip, start: int = 0, stop: int | None = None
    ) -> Iterator[Any]:
        """Frames [start, stop) of a clip, in order."""
        for index in range(start, len(clip) if stop is None else stop):
            yield self.host.read(clip.frames, index)

    def store_clip(
        self,
        clip_format: ClipFormat,
        frames: Iterable[Image],
        *,
        total: int = 0,
        audio: Audio | None = None,
        shots: tuple[Shot, ...] = (),
        order: Sequence[int] | None = None,
        doing: str = "",
    ) -> Clip:
        """Stream frames to the store as they are made, and answer the clip that they are. `order`
        says which of them each frame of the clip shows, where that is another than its own;
        `doing` what this is, where making them was the work before."""
        keys: list[Digest] = []
        started = perf_counter()
        for index, frame in enumerate(frames):
            check_format(index, frame, clip_format)
            keys.append(derived_key("streamed", self.key, str(index)))
            self._hold_chunk(index)
            self.host.store.put_frame(keys[-1], frame, perf_counter() - started)
            self.preview(frame)
            self.progress(index + 1, total, doing)
            started = perf_counter()
        shown = keys if order is None else [keys[at] for at in order]
        return Clip(clip_format, StoredFrames(shown, self.host.store), audio, None, shots)

    def store_part(
        self,
        keys: Sequence[Digest],
        make: Callable[[], Iterable[Image | Mask]],
        describe: Callable[[], StoredValue],
    ) -> StoredValue:
        """Frames under keys of their own, streamed to the store unless all of them are there, and
        what is said of them: what a change of the rest leaves as it was is not made again."""
        name = derived_key("part", *keys)
        store = self.host.store
        self.host.hold([*keys, name])
        kept = store.get_value(name)
        if kept is not None and all(store.has_frame(key) for key in keys):
            return kept
        started = begun = perf_counter()
        for key, frame in zip(keys, make(), strict=True):
            store.put_frame(key, frame, perf_counter() - started)
            self.preview(frame)
            started = perf_counter()
        said = describe()
        store.put_value(name, said, perf_counter() - begun)
        return said

    def store_once(self, key: Digest, make: Callable[[], StoredValue]) -> StoredValue:
        """A value under a key of its own, made unless it is there."""
        self.host.hold([key])
        kept = self.host.store.get_value(key)
        if kept is not None:
            return kept
        started = perf_counter()
        made = make()
        self.host.store.put_value(key, made, perf_counter() - started)
        return made

    def stored_clip(self, like: Clip, keys: Sequence[Digest]) -> Clip:
        """The clip of frames that were stored under these keys, with the rest of another clip."""
        frames = StoredFrames(keys, self.host.store)
        return Clip(like.format, frames, like.audio, like.marks, like.shots)

    def stored_masks(self, clip_format: ClipFormat, keys: Sequence[Digest]) -> MaskClip:
        """The clip of masks that were stored under these keys."""
        return MaskClip(clip_format, StoredFrames(keys, self.host.store))

    def _hold_chunk(self, index: int) -> None:
        """Lease the next frames of a stream before they are stored."""
        if index % HELD_AT_ONCE == 0:
            ahead = range(index, index + HELD_AT_ONCE)
            self.host.hold([derived_key("streamed", self.key, str(at)) for at in ahead])

    def lay_out(
        self,
        layout: Sequence[FrameRef | Between],
        gaps: Sequence[tuple[FrameRef, ...]],
        maker: GapMaker,
    ) -> FrameSource:
        """Frames that exist and frames in between, as one source (SEGMENT nodes)."""
        frames = GapFrames(layout, gaps, maker)
        self.host.own(self.path, frames)
        self.host.own(self.path, frames.prepared)
        return frames

    def own(self, frames: FrameSource) -> None:
        """Say that this node makes the frames of a source that stands behind its clip."""
        self.host.own(self.path, frames)

    def proxy(self, video: Path, height: int) -> Path | None:
        """For a draft: the small copy of a video of this height, if it is made and large enough; if
        not made, it is asked for and will be there for a later run."""
        maker = self.host.proxies
        if self.scale == 1.0 or maker is None or height < maker.least_height:
            return None
        if scaled_side(height, self.scale) > maker.height:
            return None
        found = maker.ready(video)
        if found is not None:
            self.host.read_proxy()
        return found

    def checkpoint(self, name: str) -> StoredValue | None:
        """What this very work saved under a name before it was interrupted."""
        return self.host.store.get_value(f"{self.key}.checkpoint_{name}")

    def save_checkpoint(self, name: str, value: StoredValue, seconds: float) -> None:
        """Save how far the work is, so that a later call of the same work can go on from there."""
        self.host.store.put_value(f"{self.key}.checkpoint_{name}", value, seconds)
        self.host.store.flush()

    def output_path(self, path: str) -> Path:
        """Where a file is to be written. Raises UntrustedError outside the project's folder unless
        the person consented."""
        if "://" in path or path.startswith("\\\\"):
            raise UntrustedError(f"“{path}” is not a local file.", mend="Choose a local folder.")
        target = Path(path) if self.folder is None else self.folder / path
        target = target.resolve()
        inside = self.folder is not None and target.is_relative_to(self.folder.resolve())
        if not inside and not self.may_write(target):
            raise UntrustedError(
                f"“{self.path}” wants to write outside the project's folder: {target}.",
                mend="Nothing was written. Allow it, or choose a file within the folder.",
            )
        return target
