"""Written: files that an effect node made. The value holds while their digests do."""

from __future__ import annotations

from pathlib import Path

import msgspec

from nodes.store import ResultStore, StoredValue
from nodes.value_types import ValueType
from pipelines.digest import Digest, digest_file
from pipelines.values import Written, WrittenFile


def _encode(written: Written) -> StoredValue:
    files = [(str(file.path), file.digest) for file in written.files]
    return StoredValue("written", msgspec.json.encode(files), {})


def _decode(stored: StoredValue, store: ResultStore) -> Written:
    files = msgspec.json.decode(stored.meta, type=list[tuple[str, Digest]])
    return Written(tuple(WrittenFile(Path(path), digest) for path, digest in files))


def _valid(written: Written) -> bool:
    try:
        return all(digest_file(file.path) == file.digest for file in written.files)
    except OSError:
        return False


VALUE = ValueType(
    name="written",
    python=(Written,),
    colour="#9c9c9c",
    encode=_encode,
    decode=_decode,
    valid=_valid,
)
