"""The database of one open project: tiles, journal, base document and head. All SQL is here.

Written by one thread of one process in WAL mode, read by any. Methods raise sqlite3.Error, opening
raises a ProjectError, and both are told in words by `told`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import msgspec
import zstandard

from nodes.loom.project_json import MOST_BYTES
from nodes.working_store.refusals import DamagedWorkError, NewerWorkError
from nodes.working_store.tile_delta import MOST_DELTAS
from pipelines.digest import Digest, digest_bytes
from pipelines.errors import OutputError

VERSION = 2
_PAGE = 8192
_WAIT_SECONDS = 10
_SCHEMA = (
    "CREATE TABLE tiles (digest BLOB PRIMARY KEY, frame BLOB NOT NULL)",
    "CREATE TABLE journal (number INTEGER PRIMARY KEY, step TEXT NOT NULL, at REAL NOT NULL,"
    " edit BLOB NOT NULL, inverse BLOB NOT NULL, sum BLOB NOT NULL)",
    "CREATE TABLE dropped (number INTEGER, step TEXT, at REAL, edit BLOB, inverse BLOB, sum BLOB)",
    "CREATE TABLE head (id INTEGER PRIMARY KEY CHECK (id = 1), head BLOB NOT NULL)",
    "CREATE TABLE base (id INTEGER PRIMARY KEY CHECK (id = 1), document BLOB NOT NULL)",
    "CREATE TABLE deltas (digest BLOB PRIMARY KEY, over BLOB NOT NULL, frame BLOB NOT NULL)",
)
_SCHEMAS = {1: _SCHEMA[:-1], VERSION: _SCHEMA}
"""What each version consists of. Version 1 kept every tile whole."""
_MOST_LINKS = 4 * MOST_DELTAS
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


class Head(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the journal extends: `file`, the digest of `project`, holds all up to `number`.

    A save under way is told beforehand: `saving` is the digest of the project text that it writes,
    so that a kill right after the rename leaves no doubt whose file that is. A project without a
    file has a `name`, and may be a copy: its tiles are then those of `origin`.
    """

    project: str = ""
    name: str = ""
    origin: str = ""
    file: str = ""
    number: int = 0
    saving: str = ""
    saving_number: int = 0
    program: str = ""
    started: float = 0.0
    copied: bool = True
    """Every tile of the file, or of `origin`, is in the database."""
    closed: bool = False
    """The person closed the project; nothing is to be recovered."""

    @property
    def source(self) -> Path | None:
        """The file that holds tiles which are not copied yet."""
        held = self.project or self.origin
        return Path(held) if held else None


class Entry(msgspec.Struct, frozen=True):
    """One step of the journal, as it is stored. `at` is seconds since 1970."""

    number: int
    step: str
    at: float
    edit: bytes
    inverse: bytes

    @property
    def sum(self) -> Digest:
        """A checksum, since SQLite has none for what lies in its pages."""
        return digest_bytes(b"%d %d\n" % (self.number, len(self.edit)) + self.edit + self.inverse)


class StoredTile(NamedTuple):
    """A tile as it is stored: whole, or the pixels in which it differs from another, `over`."""

    digest: str
    frame: bytes
    over: str = ""


class Database:
    """A connection to a session's database. Used by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def create(cls, path: Path, head: Head, document: bytes) -> Database:
        """Start a database with its head and base document."""
        with ExitStack() as undoing:
            connection = _connect(path)
            undoing.callback(connection.close)
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            _prepare(connection)
            connection.execute("BEGIN IMMEDIATE")
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("INSERT INTO head VALUES (1, ?)", (msgspec.json.encode(head),))
            connection.execute("INSERT INTO base VALUES (1, ?)", (_packed(document),))
            connection.execute("COMMIT")
            undoing.pop_all()
        return cls(connection)

    @classmethod
    def open(cls, path: Path) -> Database:
        """Open an existing database for writing. Raises DamagedWorkError or NewerWorkError."""
        with told(), ExitStack() as undoing:
            connection = _connect(path)
            undoing.callback(connection.close)
            version = _checked_version(connection)
            _prepare(connection)
            if version < VERSION:
                _migrate(connection)
            undoing.pop_all()
        return cls(connection)

    @classmethod
    def open_to_read(cls, path: Path) -> Database:
        """Open a database that another connection writes."""
        with told():
            uri = f"file:{quote(str(path))}?mode=ro"
            connection = sqlite3.connect(
                uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            return cls(connection)

    def close(self) -> None:
        self._connection.close()

    def write(
        self,
        tiles: Iterable[StoredTile],
        entries: Iterable[Entry] = (),
        head: Head | None = None,
        document: bytes | None = None,
    ) -> None:
        """Commit tiles, steps and a new head together, or nothing.

        Each tile is asked for when those before it can be read.
        """
        run, run_many = self._connection.execute, self._connection.executemany
        with self._commit():
            for digest, frame, over in tiles:
                if over:
                    values = (_raw(digest), _raw(over), frame)
                    run("INSERT OR IGNORE INTO deltas VALUES (?, ?, ?)", values)
                else:
                    run("INSERT OR IGNORE INTO tiles VALUES (?, ?)", (_raw(digest), frame))
            run_many(
                "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)",
                ((*msgspec.structs.astuple(entry), _raw(entry.sum)) for entry in entries),
            )
            if head is not None:
                run("UPDATE head SET head = ?", (msgspec.json.encode(head),))
            if document is not None:
                run("UPDATE base SET document = ?", (_packed(document),))

    def drop_from(self, number: int) -> None:
        """Take steps off the journal's end; they are kept where nothing reads them."""
        with self._commit():
            self._connection.execute(
                "INSERT INTO dropped SELECT * FROM journal WHERE number >= ?", (number,)
            )
            self._connection.execute("DELETE FROM journal WHERE number >= ?", (number,))

    def tile(self, digest: str) -> list[StoredTile]:
        """What a tile is made of: a whole one and the deltas over it, up to its own. Nothing is
        compared with anything; an empty list where a part of it is missing."""
        links: list[StoredTile] = []
        try:
            key = _raw(digest)
        except ValueError:
            return links
        while len(links) <= _MOST_LINKS:
            whole = self._one("SELECT frame FROM tiles WHERE digest = ?", key)
            if isinstance(whole, bytes):
                return [StoredTile(key.hex(), whole), *reversed(links)]
            delta = self._row("SELECT over, frame FROM deltas WHERE digest = ?", key)
            if delta is None or not all(isinstance(value, bytes) for value in delta):
                break
            over, frame = delta
            links.append(StoredTile(key.hex(), frame, over.hex()))
            key = over
        return []

    def digests(self) -> set[str]:
        """The digests of all tiles that are there with what they were painted over."""
        rows = self._connection.execute("SELECT digest FROM tiles")
        found = {digest.hex() for (digest,) in rows if isinstance(digest, bytes)}
        deltas = self._connection.execute("SELECT digest, over FROM deltas ORDER BY rowid")
        for digest, over in deltas:
            if isinstance(digest, bytes) and isinstance(over, bytes) and over.hex() in found:
                found.add(digest.hex())
        return found

    def head(self) -> Head:
        """What the journal extends. Raises DamagedWorkError."""
        try:
            return msgspec.json.decode(self._bytes("SELECT head FROM head"), type=Head)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise DamagedWorkError("it does not say which project it belongs to") from error

    def document(self) -> bytes:
        """The text of the base document. Raises DamagedWorkError."""
        packed = self._bytes("SELECT document FROM base")
        try:
            if not 0 <= zstandard.frame_content_size(packed) <= MOST_BYTES:
                raise DamagedWorkError("its document is too large")
            return zstandard.ZstdDecompressor().decompress(packed, max_output_size=MOST_BYTES)
        except zstandard.ZstdError as error:
            raise DamagedWorkError("its document cannot be decompressed") from error

    def entry(self, number: int) -> Entry | None:
        """One step, where it is there and whole."""
        for entry in self._entries("number = ?", number):
            return entry
        return None

    def entries(self, after: int) -> Generator[Entry]:
        """The steps after a number, in order, up to the first that is missing or damaged."""
        expected = after + 1
        for entry in self._entries("number > ? ORDER BY number", after):
            if entry is None or entry.number != expected:
                return
            yield entry
            expected += 1

    def extent(self, after: int) -> tuple[int, int, float]:
        """The last number, how many steps come after a number, and when the last was taken."""
        last, count, at = self._connection.execute(
            "SELECT max(number), count(nullif(number > ?, 0)), max(at) FROM journal", (after,)
        ).fetchone()
        return _number(last), _number(count), float(at) if isinstance(at, float) else 0.0

    def check(self) -> None:
        """Look at every page. Raises DamagedWorkError."""
        if self._connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise DamagedWorkError("its database is damaged")

    def _entries(self, where: str, number: int) -> Generator[Entry | None]:
        rows = self._connection.execute(
            f"SELECT number, step, at, edit, inverse, sum FROM journal WHERE {where}", (number,)
        )
        for *fields, kept in rows:
            entry = Entry(*fields) if _is_entry(fields) else None
            yield entry if entry is not None and _raw(entry.sum) == kept else None

    def _bytes(self, query: str) -> bytes:
        found = self._one(query)
        if not isinstance(found, bytes):
            raise DamagedWorkError("a part of it is missing")
        return found

    def _one(self, query: str, *values: object) -> object:
        row = self._row(query, *values)
        return None if row is None else row[0]

    def _row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        return self._connection.execute(query, values).fetchone()

    @contextmanager
    def _commit(self) -> Generator[None]:
        with self._connection:  # commits, or rolls back
            self._connection.execute("BEGIN IMMEDIATE")
            yield


@contextmanager
def told() -> Generator[None]:
    """Tell a failure of the database in words. Raises DamagedWorkError or OutputError."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise DamagedWorkError("its database is damaged") from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in _DAMAGE:
            raise DamagedWorkError("its database is damaged") from error
        raise OutputError(
            f"The journal of this project cannot be used ({error}).",
            mend="The drawing is still open. Make room on the disk of your home folder, and save.",
        ) from error


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    # A power cut takes no more than a kill does: each commit is synced, on a thread of its own.
    connection.execute("PRAGMA synchronous = FULL")


def _migrate(connection: sqlite3.Connection) -> None:
    """Version 1 lacks the table of deltas."""
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_SCHEMA[-1])
        connection.execute(f"PRAGMA user_version = {VERSION}")


def _checked_version(connection: sqlite3.Connection) -> int:
    """Refuse a database with anything in it that is not ours, such as a trigger."""
    connection.execute("PRAGMA trusted_schema = OFF")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise NewerWorkError
    made = {
        sql
        for (sql,) in connection.execute("SELECT sql FROM sqlite_master")
        if sql is not None  # an index of SQLite's own
    }
    if made != set(_SCHEMAS.get(version, ())):
        raise DamagedWorkError("it is not as Storyloom writes it")
    return version


def _packed(document: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=3, write_checksum=True).compress(document)


def _raw(digest: str) -> bytes:
    return bytes.fromhex(digest)


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _is_entry(fields: Sequence[object]) -> bool:
    kinds = (int, str, float, bytes, bytes)
    return all(isinstance(field, kind) for field, kind in zip(fields, kinds, strict=True))
