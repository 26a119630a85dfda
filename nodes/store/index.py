"""The index of the store: which object holds which key, in SQLite. A cache of the files' headers.

Every method is called under the store's own lock. Other processes write to the same index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from nodes.store.object_file import Name, Space
from pipelines.errors import OutputError

_VERSION = 1
# These checks let SQLite's own check find damage in the rows.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS objects (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    digest TEXT UNIQUE NOT NULL CHECK (length(digest) = 40),
    size INTEGER NOT NULL CHECK (typeof(size) = 'integer' AND size > 0),
    used REAL NOT NULL CHECK (typeof(used) = 'real'));
CREATE TABLE IF NOT EXISTS entries (
    space TEXT NOT NULL CHECK (space IN ('frame', 'value')),
    key TEXT NOT NULL CHECK (typeof(key) = 'text'),
    object INTEGER NOT NULL CHECK (typeof(object) = 'integer'),
    seconds REAL NOT NULL CHECK (typeof(seconds) = 'real'),
    PRIMARY KEY (space, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entries_by_object ON entries (object);
CREATE TABLE IF NOT EXISTS removals (count INTEGER NOT NULL CHECK (typeof(count) = 'integer'));
INSERT INTO removals SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM removals);
"""
_SPACES = {space.value: space for space in Space}
_NOT_DAMAGE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_FULL,
}


class Indexed(NamedTuple):
    """An object, as the index is told of it."""

    digest: str
    size: int
    used: float
    entries: Sequence[tuple[Name, float]]


class Worth(NamedTuple):
    """What eviction weighs: bytes, the compute seconds of what is still wanted, last use."""

    digest: str
    size: int
    seconds: float
    used: float


class Index:
    """The open index. Raises sqlite3.Error, which the store takes as "not known"."""

    def __init__(self, path: Path) -> None:
        self._connection = _open(path)
        self._last = 0
        self._removals = 0
        self._version = -1

    def close(self) -> None:
        self._connection.close()

    def news(self) -> tuple[bool, list[tuple[Name, str]]]:
        """What others did since the last call: whether to start afresh, and what was added.

        Each is a name and the digest of the object that holds it. Nearly free when nothing
        happened.
        """
        version = self._one("PRAGMA data_version")
        if version == self._version:
            return False, []
        removals = self._one("SELECT count FROM removals")
        afresh = self._version == -1 or removals != self._removals
        self._version, self._removals = version, removals
        if afresh:
            self._last = 0
        rows = self._connection.execute(
            "SELECT space, key, digest, id FROM objects JOIN entries ON object = id WHERE id > ?",
            (self._last,),
        ).fetchall()
        self._last = max((row[3] for row in rows), default=self._last)
        return afresh, [((_SPACES[space], key), digest) for space, key, digest, _ in rows]

    def add(self, objects: Iterable[Indexed], used: Mapping[str, float]) -> None:
        """Record new objects, and when known ones were last used, in one commit."""
        run = self._connection.execute
        with self._commit():
            for digest, size, when, entries in objects:
                run("INSERT OR IGNORE INTO objects VALUES (NULL, ?, ?, ?)", (digest, size, when))
                number = self._one("SELECT id FROM objects WHERE digest = ?", digest)
                self._connection.executemany(
                    "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)",
                    [(space.value, key, number, spent) for (space, key), spent in entries],
                )
            self._connection.executemany(
                "UPDATE objects SET used = max(used, ?) WHERE digest = ?",
                [(when, digest) for digest, when in used.items()],
            )

    def drop(self, digests: Iterable[str]) -> None:
        """Forget objects and what they held."""
        with self._commit():
            for digest in digests:
                number = self._one("SELECT id FROM objects WHERE digest = ?", digest)
                self._connection.execute("DELETE FROM entries WHERE object = ?", (number,))
                self._connection.execute("DELETE FROM objects WHERE id = ?", (number,))
            self._connection.execute("UPDATE removals SET count = count + 1")
        # What the dropped objects held may be known from others, too: the next news begin afresh.
        self._version = -1

    def seconds(self, key: str) -> float | None:
        """What a value took to compute."""
        found = self._connection.execute(
            "SELECT seconds FROM entries WHERE space = ? AND key = ?", (Space.VALUE.value, key)
        ).fetchone()
        return None if found is None else float(found[0])

    def size(self) -> int:
        """Bytes of all objects."""
        return self._one("SELECT coalesce(sum(size), 0) FROM objects")

    def worths(self) -> list[Worth]:
        """Every object with what it is worth. One whose entries all moved on is worth nothing."""
        rows = self._connection.execute(
            "SELECT digest, size, total(seconds), used FROM objects"
            " LEFT JOIN entries ON object = id GROUP BY id"
        )
        return [Worth(*row) for row in rows]

    def holders(self, keys: Iterable[str]) -> set[str]:
        """The objects that hold any of the keys, in either space."""
        found: set[str] = set()
        for key in keys:
            rows = self._connection.execute(
                "SELECT digest FROM entries JOIN objects ON object = id"
                " WHERE space IN ('frame', 'value') AND key = ?",
                (key,),
            )
            found.update(digest for (digest,) in rows)
        return found

    def _one(self, query: str, *values: str) -> int:
        row = self._connection.execute(query, values).fetchone()
        return -1 if row is None else row[0]

    def _commit(self) -> _Commit:
        return _Commit(self._connection)


class _Commit:
    """One write transaction, waiting for its turn among the processes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if kind is None:
            self._connection.execute("COMMIT")
            return
        with suppress(sqlite3.Error):
            self._connection.execute("ROLLBACK")


def _open(path: Path) -> sqlite3.Connection:
    """Open the index, or start a new one where it is damaged or of another version."""
    try:
        return _connect(path)
    except UnicodeDecodeError:
        pass  # SQLite quotes the damage that it found
    except sqlite3.Error as error:
        if (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _NOT_DAMAGE:
            raise _refused(path, error) from error
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return _connect(path)
    except (OSError, sqlite3.Error) as error:
        raise _refused(path, error) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=30, isolation_level=None, check_same_thread=False, cached_statements=64
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, _VERSION):
            raise sqlite3.DatabaseError("an index of another version")
        connection.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA.strip().split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        connection.execute("COMMIT")
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("a damaged index")
        # That check does not look at the texts, which must be UTF-8.
        connection.execute("SELECT digest FROM objects").fetchall()
        connection.execute("SELECT key FROM entries").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _refused(path: Path, error: Exception) -> OutputError:
    return OutputError(
        f"The result store's index cannot be opened ({error}): {path}.",
        mend="Drawings are safe. Choose another folder for results, or make this one writable.",
    )
