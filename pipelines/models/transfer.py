"""Brings one file over the network, and goes on where it was broken off before.

The hub's own library brings a file anew after every break, and can be stopped only between two
blocks of ten megabytes; so the bytes are read here, and the library is asked for all else.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from importlib import import_module
from pathlib import Path
from queue import Empty, Full, Queue
from socket import SHUT_RDWR
from threading import Event, Thread
from time import monotonic, time
from typing import Any, BinaryIO, NamedTuple

from pipelines.models.refusals import DamagedError

WAITS = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds before each new try, as long as no byte has come between them."""
MOST_WAIT = 120.0
"""A hub that asks for more patience is said, and not waited for."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_TICK = 0.1
_TIMEOUT = 20.0
_AHEAD = 64
"""So many blocks of the network wait at most for the disk."""
_READ = 1 << 18
_DAMAGED = "It was taken away again. Fetch it once more, or from another mirror."
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})

BytesThere = Callable[[int], None]
"""Told the bytes that are there, ten times a second at least; raises Cancelled to stop."""


class Source(NamedTuple):
    """Where a file comes from, and what it must be: "sha256:..." or git's own "git:..."."""

    url: str
    name: str
    """For messages."""
    headers: Mapping[str, str]
    size: int
    digest: str


def bring(
    source: Source, path: Path, told: BytesThere, *, waits: tuple[float, ...] = WAITS
) -> None:
    """Write a file to `path`, after the bytes of it that are there already, and check it.

    When it is stopped or breaks off, what came stays and is gone on from the next time. Raises
    Cancelled, DamagedError, OSError, or what the hub's library and its network raise.
    """
    try:
        with path.open("r+b" if path.exists() else "w+b") as file:
            if _bring(source, file, told, waits) != source.digest:
                raise DamagedError(
                    f"What came of “{source.name}” is not what was promised.", mend=_DAMAGED
                )
    except DamagedError:
        path.unlink()
        raise
    except OSError as error:
        if error.errno in FULL:
            path.unlink()  # so that the person has a disk to work with
        raise


def retry_after(response: Any) -> float:
    """The seconds that a refusal asks to wait, 0 where it does not say."""
    said = response.headers.get("Retry-After", "")
    if said.isdigit():
        return float(said)
    try:
        return max(parsedate_to_datetime(said).timestamp() - time(), 0.0)
    except ValueError:
        return 0.0


def _bring(source: Source, file: BinaryIO, told: BytesThere, waits: tuple[float, ...]) -> str:
    written = _Written(source, file, told)
    left = iter(waits)
    while written.count < source.size:
        before = written.count
        try:
            _go_on(source, written)
            error = None
        except _passing() as caught:
            error = caught
        if written.count > before:
            left = iter(waits)
        if written.count < source.size:
            _wait(written, next(left, None), error)
    return written.digest


def _go_on(source: Source, written: _Written) -> None:
    """Read until the connection ends."""
    with _Stream(source, written.count) as stream:
        for block in stream.blocks():
            if block is None:
                written.tell()
                continue
            if stream.begins_anew and written.count:
                written.begin_anew()
                stream.begins_anew = False
            written.add(block)


def _wait(written: _Written, seconds: float | None, error: Exception | None) -> None:
    """Let some time pass before the next try. Raises where there is to be none."""
    response = getattr(error, "response", None)
    if response is not None and response.status_code not in _AGAIN:
        seconds = None
    asked = retry_after(response) if response is not None else 0.0
    if seconds is None or asked > MOST_WAIT:
        raise error or ConnectionResetError("the connection ended in the middle")
    until = monotonic() + max(seconds, asked)
    never = Event()
    while (remaining := until - monotonic()) > 0:
        written.tell()
        never.wait(min(_TICK, remaining))


def _passing() -> tuple[type[Exception], ...]:
    """Failures that may be over the next time."""
    errors = import_module("huggingface_hub.errors")
    return import_module("httpx2").TransportError, errors.HfHubHTTPError


class _Written:
    """A file that grows, and the digest of what is in it."""

    def __init__(self, source: Source, file: BinaryIO, told: BytesThere) -> None:
        self._kind = source.digest.partition(":")[0]
        self._size = source.size
        self._name = source.name
        self._file = file
        self._told = told
        self._begin()
        if file.seek(0, 2) > source.size:
            file.truncate(0)
        self.count = file.tell()
        file.seek(0)
        while block := file.read(_READ):
            self._hasher.update(block)
            self.tell()

    @property
    def digest(self) -> str:
        """Of what is in it now."""
        return f"{self._kind}:{self._hasher.hexdigest()}"

    def add(self, block: bytes) -> None:
        """Append bytes. Raises DamagedError where they are more than there can be."""
        if self.count + len(block) > self._size:
            raise DamagedError(f"More came of “{self._name}” than was promised.", mend=_DAMAGED)
        self._file.write(block)
        self._hasher.update(block)
        self.count += len(block)
        self.tell()

    def begin_anew(self) -> None:
        """Drop what is in it."""
        self._file.seek(0)
        self._file.truncate()
        self.count = 0
        self._begin()

    def tell(self) -> None:
        """Say how much is there. Raises Cancelled."""
        self._told(self.count)

    def _begin(self) -> None:
        self._hasher = (
            hashlib.sha256() if self._kind == "sha256" else hashlib.sha1(usedforsecurity=False)
        )
        if self._kind == "git":
            self._hasher.update(f"blob {self._size}\0".encode())


class _Stream:
    """One answer of the hub, read by a thread, so that whoever waits for it can leave at once."""

    def __init__(self, source: Source, start: int) -> None:
        self.begins_anew = False
        """The hub did not go on from the start that was asked for, but sends it all."""
        self._source = source
        self._start = start
        self._blocks: Queue[bytes | None] = Queue(_AHEAD)
        self._error: Exception | None = None
        self._left = Event()
        self._connection: Any = None
        self._thread = Thread(target=self._read, daemon=True, name="transfer")

    def __enter__(self) -> _Stream:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._left.set()
        if self._connection is not None:
            with suppress(OSError):
                self._connection.get_extra_info("socket").shutdown(SHUT_RDWR)
        self._thread.join(_TICK)

    def blocks(self) -> Iterator[bytes | None]:
        """What came, and None ten times a second while nothing comes. Raises what broke it off."""
        while True:
            try:
                block = self._blocks.get(timeout=_TICK)
            except Empty:
                yield None
                continue
            if block is None:
                break
            yield block
        if self._error is not None:
            raise self._error

    def _read(self) -> None:
        http = import_module("httpx2")
        try:
            with http.Client(follow_redirects=True, timeout=_TIMEOUT) as client:
                self._read_with(client)
        except (OSError, http.HTTPError, http.StreamError) as error:
            self._error = error
        finally:
            self._put(None)

    def _read_with(self, client: Any) -> None:
        headers = {**self._source.headers, "Accept-Encoding": "identity"}
        if self._start:
            headers["Range"] = f"bytes={self._start}-"
        told = {"trace": self._on_step}
        with client.stream("GET", self._source.url, headers=headers, extensions=told) as response:
            import_module("huggingface_hub.utils").hf_raise_for_status(response)
            self.begins_anew = bool(self._start) and response.status_code == 200
            for block in response.iter_bytes():
                if not self._put(block):
                    return

    def _on_step(self, name: str, info: Mapping[str, Any]) -> None:
        if name == "connection.connect_tcp.complete":
            self._connection = info["return_value"]

    def _put(self, block: bytes | None) -> bool:
        """Hand a block on; whether somebody still waits for it."""
        while not self._left.is_set():
            with suppress(Full):
                self._blocks.put(block, timeout=_TICK)
                return True
        return False
