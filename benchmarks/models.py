"""What looking at weights costs, and checking them beside the bare hash.

    python -m benchmarks.models [--megabytes 512]

A cache of 50 models with 8 shards each, 4 GiB to a shard as sparse files, stands for a large one:
what is looked at are names and sizes. Checking is measured on a file of random bytes that has been
read once, beside hashlib's SHA-256 over the same bytes in memory.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import tempfile
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from pipelines.models.catalogue import Catalogue, catalogue_of, load_catalogue
from pipelines.models.checking import wrong_files
from pipelines.models.fetching import Hub
from pipelines.models.lending import Lender
from pipelines.models.places import Held, OnDisk
from pipelines.models.records import FileRecord, Records
from pipelines.models.store import ModelStore
from pipelines.models.tiny.writing import write_list, write_tiny
from pipelines.progress import LocalCancelToken

_MODELS, _SHARDS, _SHARD = 50, 8, 4 << 30
_COMMIT = "a" * 40
_LENT = "wan-vace-1.3b"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=512)
    size = parser.parse_args().megabytes << 20
    table = Table(title="weights")
    for title in ("what", "found", "goal"):
        table.add_column(title)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listing = min(_listing(folder) for _ in range(5))
        table.add_row(
            "50 models looked at, 1.6 TB of shards", f"{listing * 1e3:.1f} ms", "<= 50 ms"
        )
        ours, bare = _checking(folder, size)
        rates = f"{size / ours / 1e6:,.0f} MB/s, bare {size / bare / 1e6:,.0f}: {bare / ours:.0%}"
        table.add_row("checking beside the bare hash", rates, ">= 80 %")
        cold, warm = _lending(folder)
        table.add_row(
            "a tiny Wan VACE lent again", f"{warm * 1e3:.3f} ms, first {cold:.1f} s", "<= 1 ms"
        )
    Console().print(table)


def _listing(folder: Path) -> float:
    cache = folder / "cache"
    for number in range(_MODELS):
        root = cache / f"models--me--m{number}" / "snapshots" / _COMMIT
        if root.exists():
            continue
        root.mkdir(parents=True)
        (root.parent.parent / "refs").mkdir()
        (root.parent.parent / "refs" / "main").write_text(_COMMIT)
        for shard in range(_SHARDS):
            with (root / f"model-{shard}.safetensors").open("wb") as file:
                os.truncate(file.fileno(), _SHARD)
    start = perf_counter()
    store = ModelStore(_catalogue(), Records(folder / "records"), Hub(cache))
    assert all(store.standing(name).can_be_used for name in store.catalogue.models)
    return perf_counter() - start


def _lending(folder: Path) -> tuple[float, float]:
    catalogue = load_catalogue()
    write_tiny(catalogue, _LENT, folder)
    listed = load_catalogue(write_list(catalogue, [_LENT], folder))
    store = ModelStore(listed, Records(folder / "records"), Hub(folder / "none"))
    lender = Lender(lambda: store)
    times: list[float] = []
    for _ in range(200):
        start = perf_counter()
        with lender.lease(_LENT, LocalCancelToken()):
            times.append(perf_counter() - start)
    return times[0], sorted(times[1:])[len(times) // 2]


def _catalogue() -> Catalogue:
    parts = [
        f'[part.m{one}]\nrepository = "me/m{one}"\nfiles = ["*.safetensors", "*.json"]\n'
        f'[model.m{one}]\ntitle = "M{one}"\nabout = "x"\nfamily = "sam2"\nparts = ["m{one}"]\n'
        for one in range(_MODELS)
    ]
    return catalogue_of("\n".join(parts), "bench")


def _checking(folder: Path, size: int) -> tuple[float, float]:
    content = os.urandom(size)
    bare = min(_hashed(content) for _ in range(3))
    digest = hashlib.sha256(content).hexdigest()
    path = folder / "model.safetensors"
    path.write_bytes(content)
    on_disk = OnDisk(folder, "", {path.name: Held(path, size)}, ())
    record = {path.name: FileRecord(size, f"sha256:{digest}")}
    ours = min(_checked(on_disk, record) for _ in range(3))
    return ours, bare


def _hashed(content: bytes) -> float:
    start = perf_counter()
    hashlib.sha256(content).hexdigest()
    return perf_counter() - start


def _checked(on_disk: OnDisk, record: dict[str, FileRecord]) -> float:
    start = perf_counter()
    assert wrong_files(on_disk, {}, record, _unheard) == ()
    return perf_counter() - start


def _unheard(done: int, total: int) -> None:
    """Tell nobody."""


if __name__ == "__main__":
    main()
