"""A hub on this machine: repositories out of folders, over HTTP, with the faults of real ones."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

COMMIT = "0123456789abcdef0123456789abcdef01234567"
_BLOCK = 1 << 14


@dataclass
class Faults:
    """What goes wrong. `file` says with which file; empty: with all."""

    file: str = ""
    status: int = 0
    """Answers have this status: the first `times`, or where that is 0 all."""
    times: int = 0
    retry_after: str = ""
    error_code: str = ""
    """What the hub says of the status in its own header."""
    moved: bool = False
    """Files are given at another address, as large ones are."""
    without_ranges: bool = False
    """Files are sent from their beginning, whatever was asked for."""
    longer: bool = False
    """More is sent than was promised."""
    silent: Event | None = None
    """Nothing is answered until this is set."""
    cut_at: int = 0
    """The connection ends after so many bytes of a file, each time."""
    flipped: bool = False
    """One bit of the middle byte is another."""
    hold: Event | None = None
    """Files stand still in their middle until this is set."""


@dataclass
class LoopbackHub:
    """Serves `folder`/owner/name as repositories, all at one commit."""

    folder: Path
    faults: Faults = field(default_factory=Faults)
    token: str = ""
    """Where there is one, only who sends it is served."""
    asked: list[str] = field(default_factory=list[str])
    """Each request: method, path and the range that was wanted."""
    half_sent: Event = field(default_factory=Event)
    """A held file has been sent to its middle."""

    endpoint: str = ""

    def add(self, repository: str, files: dict[str, bytes]) -> None:
        """Put files into a repository."""
        for name, content in files.items():
            path = self.folder / repository / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def applies(self, name: str) -> bool:
        """Whether the faults are about this file."""
        return self.faults.file in ("", name)


@contextmanager
def served(folder: Path) -> Generator[LoopbackHub]:
    """A hub at work; `endpoint` is its address."""
    hub = LoopbackHub(folder)

    class Answering(_Answer):
        pass

    Answering.hub = hub
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    hub.endpoint = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield hub
    finally:
        for event in (hub.faults.hold, hub.faults.silent):
            if event is not None:
                event.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Answer(BaseHTTPRequestHandler):
    hub: LoopbackHub
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _answer(self, *, with_body: bool) -> None:
        path = self.path.partition("?")[0]
        self.hub.asked.append(" ".join((self.command, path, self.headers.get("Range", ""))).strip())
        sent = self.headers.get("Authorization", "")
        if self.hub.token and sent != f"Bearer {self.hub.token}":
            return self._refuse(401)
        if found := re.fullmatch(r"/api/models/([^/]+/[^/]+?)(?:/revision/[^/]+)?", path):
            return self._tell_commit(found[1])
        if found := re.fullmatch(r"/api/models/([^/]+/[^/]+)/tree/[^/]+", path):
            return self._tell_tree(found[1])
        if found := re.fullmatch(r"/(cdn/)?([^/]+/[^/]+)/resolve/[^/]+/(.+)", path):
            if self.hub.faults.moved and not found[1]:
                return self._move("/cdn" + path)
            return self._give(found[2], found[3], with_body=with_body)
        return self._refuse(404)

    def _tell_commit(self, repository: str) -> None:
        if not (self.hub.folder / repository).is_dir():
            return self._refuse(404)
        return self._json({"id": repository, "sha": COMMIT, "siblings": []})

    def _tell_tree(self, repository: str) -> None:
        root = self.hub.folder / repository
        paths = sorted(path for path in root.rglob("*") if path.is_file())
        return self._json([_entry(path, path.relative_to(root).as_posix()) for path in paths])

    def _give(self, repository: str, name: str, *, with_body: bool) -> None:
        path = self.hub.folder / repository / name
        faults = self.hub.faults if self.hub.applies(name) else Faults()
        if faults.silent is not None:
            self.hub.half_sent.set()
            faults.silent.wait()
        if faults.status:
            status = faults.status
            if faults.times:
                faults.times -= 1
                faults.status = status if faults.times else 0
            return self._refuse(status)
        if not path.is_file():
            return self._refuse(404)
        content = path.read_bytes() + b"x" * faults.longer
        digest = _sha256(content) if _is_large(name) else _git(content)
        start = int((self.headers.get("Range") or "bytes=0-")[6:].partition("-")[0])
        start = 0 if faults.without_ranges else start
        self.send_response(206 if start else 200)
        self.send_header("ETag", f'"{digest}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.send_header("Accept-Ranges", "bytes")
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        if with_body:
            self._send(name, content, start)
        return None

    def _move(self, path: str) -> None:
        self.send_response(302)
        self.send_header("Location", self.hub.endpoint + path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, name: str, content: bytes, start: int) -> None:
        faults = self.hub.faults if self.hub.applies(name) else Faults()
        if faults.flipped:
            middle = len(content) // 2
            content = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        for place in range(start, len(content), _BLOCK):
            if faults.cut_at and place >= faults.cut_at:
                self.close_connection = True
                return
            if faults.hold is not None and place >= len(content) // 2:
                self.hub.half_sent.set()
                faults.hold.wait()
            try:
                self.wfile.write(content[place : place + _BLOCK])
            except OSError:  # whoever asked is gone
                self.close_connection = True
                return

    def _json(self, tree: Any) -> None:
        body = json.dumps(tree).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _refuse(self, status: int) -> None:
        self.send_response(status)
        if self.hub.faults.retry_after:
            self.send_header("Retry-After", self.hub.faults.retry_after)
        if self.hub.faults.error_code:
            self.send_header("X-Error-Code", self.hub.faults.error_code)
        elif status == 404:
            self.send_header(
                "X-Error-Code", "RepoNotFound" if "/api/" in self.path else "EntryNotFound"
            )
        self.send_header("Content-Length", "0")
        self.end_headers()


def _entry(path: Path, name: str) -> dict[str, Any]:
    content = path.read_bytes()
    entry: dict[str, Any] = {
        "type": "file",
        "path": name,
        "size": len(content),
        "oid": _git(content),
    }
    if _is_large(name):
        entry["lfs"] = {"oid": _sha256(content), "size": len(content), "pointerSize": 134}
    return entry


def _is_large(name: str) -> bool:
    return name.endswith((".safetensors", ".model"))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _git(content: bytes) -> str:
    return hashlib.sha1(
        f"blob {len(content)}\0".encode() + content, usedforsecurity=False
    ).hexdigest()
