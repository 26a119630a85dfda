"""A pack: the tiles of one layer, compressed one by one, behind an index of their digests.

    8 bytes   "LoomPak1"
    4 bytes   number of tiles, little-endian
    24 bytes  for each tile, by digest: 20 bytes digest, 4 bytes compressed length, little-endian
    then each tile as a zstd frame that tells its size, in the same order

A pack is named by the digest of its tiles' digests, so that equal drawings share one and an
unchanged one is copied as it is.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import zstandard

from nodes.loom.refusals import DamagedLoomError
from pipelines.digest import DIGEST_BYTES, Digest, digest_array, digest_bytes
from pipelines.painting.tiles import MissingTileError
from pipelines.panels import TILE, Layer
from pipelines.values import Pixels8, read_only

TILE_SHAPE = (TILE, TILE, 4)
TILE_BYTES = TILE * TILE * 4
HEAD_BYTES = 12
RECORD_BYTES = DIGEST_BYTES + 4
LEVEL = 3
_MAGIC = b"LoomPak1"
_DIGEST = re.compile(rf"[0-9a-f]{{{2 * DIGEST_BYTES}}}")


class Place(NamedTuple):
    """Where a compressed tile lies, from the beginning of its pack."""

    offset: int
    length: int


def tiles_of(layer: Layer) -> tuple[str, ...]:
    """The digests of a layer's tiles, sorted, each once. Raises MissingTileError for no digest."""
    digests = {tile.digest for tile in layer.tiles}
    for digest in digests:
        if not _DIGEST.fullmatch(digest):
            raise MissingTileError(digest)
    return tuple(sorted(digests))


def pack_name(digests: Sequence[str]) -> Digest:
    """The name of the pack of these sorted digests."""
    return digest_bytes(bytes.fromhex("".join(digests)))


def compress_tile(pixels: Pixels8) -> bytes:
    """One tile as a zstd frame. Safe for any thread."""
    return zstandard.ZstdCompressor(level=LEVEL).compress(np.ascontiguousarray(pixels).data)


def decompress_tile(frame: bytes, digest: str) -> Pixels8:
    """A tile, read-only, exactly the one that the digest names."""
    tile = np.frombuffer(tile_bytes(frame), np.uint8).reshape(TILE_SHAPE)
    return checked_tile(tile, digest)


def tile_bytes(frame: bytes) -> bytes:
    """The bytes of a tile's pixels, not compared with anything. Raises DamagedLoomError."""
    try:
        if zstandard.frame_content_size(frame) != TILE_BYTES:
            raise DamagedLoomError("a tile does not have the size of a tile")
        pixels = zstandard.ZstdDecompressor().decompress(
            frame, max_output_size=TILE_BYTES, allow_extra_data=False
        )
    except zstandard.ZstdError as error:
        raise DamagedLoomError("a tile cannot be decompressed") from error
    if len(pixels) != TILE_BYTES:
        raise DamagedLoomError("a tile does not have the size of a tile")
    return pixels


def checked_tile(pixels: Pixels8, digest: str) -> Pixels8:
    """The pixels, read-only, if they are those that the digest names. Raises DamagedLoomError."""
    if digest_array(pixels) != digest:
        raise DamagedLoomError("a tile is not the one that was painted")
    return read_only(pixels)


def encode_pack(digests: Sequence[str], frames: Iterable[bytes]) -> bytes:
    """A pack of compressed tiles, given in the order of their sorted digests."""
    kept = list(frames)
    head = [_MAGIC, struct.pack("<I", len(kept))]
    for digest, frame in zip(digests, kept, strict=True):
        head += (bytes.fromhex(digest), struct.pack("<I", len(frame)))
    return b"".join((*head, *kept))


def count_tiles(head: bytes, size: int) -> int:
    """How many tiles a pack of `size` bytes has, from its first bytes."""
    if len(head) != HEAD_BYTES or not head.startswith(_MAGIC):
        raise DamagedLoomError("a pack of tiles does not begin as one")
    (count,) = struct.unpack_from("<I", head, len(_MAGIC))
    if HEAD_BYTES + count * RECORD_BYTES > size:
        raise DamagedLoomError("a pack of tiles is shorter than its index")
    return count


def parse_index(records: bytes, size: int, name: str) -> dict[str, Place]:
    """Where each tile lies in the pack of that name, of `size` bytes."""
    places: dict[str, Place] = {}
    offset = HEAD_BYTES + len(records)
    for at in range(0, len(records), RECORD_BYTES):
        digest = records[at : at + DIGEST_BYTES].hex()
        (length,) = struct.unpack_from("<I", records, at + DIGEST_BYTES)
        places[digest] = Place(offset, length)
        offset += length
    if offset != size or pack_name(list(places)) != name:
        raise DamagedLoomError("the index of a pack of tiles is not the one that was written")
    return places
