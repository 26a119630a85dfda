"""What loading Wan VACE takes through the store: seconds and memory, by precision and offloading.

    python -m benchmarks.vace_loading [--size tiny|1.3b] [--folder DIR] [--steps 2]

The architecture of VACE 1.3B with random weights (or a tiny one, for a CPU) is written once as the
hub has it, with the decoder and the text encoder that go with it: about 16 GB. Each way of putting
it then goes through the one door: a list of models, the store's check of every byte, a lease. Each
is loaded from the page cache, in a process of its own, and makes a picture of five frames; random
weights say nothing about quality. A way that does not fit is told as it is refused.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from pipelines.errors import StoryloomError
from pipelines.models.catalogue import Precision, load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.heavy import diffusers, transformers
from pipelines.models.lending import Lender
from pipelines.models.placement import Offload, Wish
from pipelines.models.records import Records
from pipelines.models.store import ModelStore
from pipelines.models.tiny.tokens import t5_tokenizer
from pipelines.models.tiny.writing import write_list, write_tiny
from pipelines.progress import LocalCancelToken

_MODEL = "wan-vace-1.3b"
_WAYS = [
    (Precision.BF16, Offload.NONE),
    (Precision.BF16, Offload.PARTS),
    (Precision.BF16, Offload.BLOCKS),
    (Precision.FP8, Offload.NONE),
    (Precision.FP8, Offload.PARTS),
    (Precision.FP8, Offload.BLOCKS),
]


class Way(msgspec.Struct):
    """What one way took. Sizes in bytes; `refused` says why there are none."""

    found: str = ""
    checked: float = 0.0
    imported: float = 0.0
    loaded: float = 0.0
    warm: float = 0.0
    made: float = 0.0
    held: int = 0
    peak: int = 0
    machine: int = 0
    refused: str = ""


def main() -> None:
    """Print the table, and the rows as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", choices=["tiny", "1.3b"], default="tiny")
    parser.add_argument("--folder", type=Path, help="where the weights are written and kept")
    parser.add_argument("--steps", type=int, default=2)
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        way = (Precision(asked.one[0]), Offload(int(asked.one[1])))
        sys.stdout.write(msgspec.json.encode(_measured(asked.folder, *way, asked)).decode())
        return
    with tempfile.TemporaryDirectory() as name:
        folder: Path = asked.folder or Path(name)
        start = perf_counter()
        # A process of its own, so that what it had in memory is gone
        writer = multiprocessing.get_context("spawn").Process(
            target=_write, args=(folder, asked.size)
        )
        writer.start()
        writer.join()
        wrote = perf_counter() - start
        rows = [(*way, _in_a_process(folder, asked, *way)) for way in _WAYS]
    Console(width=150).print(_table(asked.size, wrote, rows))
    for precision, offload, way in rows:
        row = {"precision": precision.value, "offload": offload.name.lower()}
        sys.stdout.write(json.dumps({**row, **msgspec.to_builtins(way)}) + "\n")


def _in_a_process(
    folder: Path, asked: argparse.Namespace, precision: Precision, offload: Offload
) -> Way:
    words = [sys.executable, "-m", "benchmarks.vace_loading", "--folder", str(folder)]
    words += ["--size", asked.size, "--steps", str(asked.steps)]
    words += ["--one", precision.value, str(offload.value)]
    ended = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=False)
    if ended.returncode:
        return Way(refused=f"it ended with {ended.returncode}")
    return msgspec.json.decode(ended.stdout.splitlines()[-1], type=Way)


def _measured(
    folder: Path, precision: Precision, offload: Offload, asked: argparse.Namespace
) -> Way:
    import torch

    way = Way()
    store = ModelStore(
        load_catalogue(folder / "models.toml"), Records(folder / "records"), Hub(folder / "none")
    )
    start = perf_counter()
    store.verify(_MODEL, _unheard)
    way.checked = perf_counter() - start
    start = perf_counter()
    diffusers().WanVACEPipeline  # noqa: B018 - its import is what takes the time
    transformers()
    way.imported = perf_counter() - start
    lender, wish = Lender(lambda: store), Wish(precision, offload)
    start = perf_counter()
    try:
        with lender.lease(_MODEL, LocalCancelToken(), wish) as lease:
            _settle()
            way.loaded = perf_counter() - start
            way.held = _device_bytes()
            put = lease.placement
            way.found = f"{put.device.value}, offload {put.offload.name.lower()}"
            start = perf_counter()
            with torch.inference_mode():
                _make(lease.network, asked)
            _settle()
            way.made = perf_counter() - start
            way.peak = torch.cuda.max_memory_allocated() if torch.cuda.is_available() else 0
        start = perf_counter()
        with lender.lease(_MODEL, LocalCancelToken(), wish):
            way.warm = perf_counter() - start
    except StoryloomError as error:
        way.refused = str(error)
    way.machine = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
    return way


def _make(pipe: Any, asked: argparse.Namespace) -> None:
    from PIL import Image

    width, height = (832, 480) if asked.size == "1.3b" else (32, 32)
    gray = Image.new("RGB", (width, height), (127, 127, 127))
    pipe(
        prompt="a cat",
        video=[gray] * 5,
        mask=[Image.new("L", (width, height), 255)] * 5,
        height=height,
        width=width,
        num_frames=5,
        num_inference_steps=asked.steps,
        output_type="np",
    )


def _write(folder: Path, size: str) -> None:
    """Write the weights as folder/owner/name, where they are not there, and the list of them."""
    catalogue = load_catalogue()
    own, *shared = catalogue.model(_MODEL).parts
    if size == "tiny":
        write_tiny(catalogue, _MODEL, folder)
    elif not (folder / catalogue.parts[own].repository / "model_index.json").is_file():
        for part in (own, *shared):
            _write_large(folder / catalogue.parts[part].repository)
    write_list(catalogue, [_MODEL], folder)


def _write_large(folder: Path) -> None:
    """WanVACEPipeline as 1.3B has it: transformer of 2.15 B parameters, UMT5-XXL, the Wan VAE."""
    import torch

    lib, hub = diffusers(), transformers()
    tokenizer, _ = t5_tokenizer()
    words = hub.UMT5Config(
        vocab_size=256384,
        d_model=4096,
        d_kv=64,
        d_ff=10240,
        num_layers=24,
        num_heads=64,
        feed_forward_proj="gated-gelu",
    )
    previous = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)  # half the memory while it is made
    try:
        transformer = lib.WanVACETransformer3DModel(
            patch_size=(1, 2, 2),
            num_attention_heads=12,
            attention_head_dim=128,
            text_dim=4096,
            freq_dim=256,
            ffn_dim=8960,
            num_layers=30,
            vace_layers=list(range(0, 30, 2)),
            vace_in_channels=96,
        )
        text_encoder = hub.UMT5EncoderModel(words)
    finally:
        torch.set_default_dtype(previous)
    pipe = lib.WanVACEPipeline(
        tokenizer=tokenizer,
        text_encoder=text_encoder,
        vae=lib.AutoencoderKLWan(),
        scheduler=lib.UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0
        ),
        transformer=transformer,
    )
    pipe.save_pretrained(folder, safe_serialization=True)


def _device_bytes() -> int:
    import torch

    return torch.cuda.memory_allocated() if torch.cuda.is_available() else 0


def _settle() -> None:
    import torch

    if torch.cuda.is_available():
        torch.cuda.synchronize()


def _table(size: str, wrote: float, rows: list[tuple[Precision, Offload, Way]]) -> Table:
    table = Table(title=f"Wan VACE {size}, random weights, written in {wrote:.0f} s")
    titles = ["precision", "offload", "put", "checked", "imported", "loaded", "warm lease", "made"]
    for title in [*titles, "held", "peak", "machine"]:
        table.add_column(title)
    for precision, offload, way in rows:
        if way.refused:
            table.add_row(precision.value, offload.name.lower(), way.refused)
            continue
        seconds = [f"{one:.2f} s" for one in (way.checked, way.imported, way.loaded)]
        sizes = [f"{one / 1e9:.2f} GB" for one in (way.held, way.peak, way.machine)]
        warm, made = f"{way.warm * 1e3:.3f} ms", f"{way.made:.2f} s"
        table.add_row(
            precision.value, offload.name.lower(), way.found, *seconds, warm, made, *sizes
        )
    return table


def _unheard(done: int, total: int) -> None:
    """Tell nobody."""


if __name__ == "__main__":
    main()
