"""Tiny checkpoints lie as the hub has the real ones; the real libraries load them and they run.

Each goes the whole way: built, served, fetched, checked, lent, loaded, run.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image

import pipelines.models.fetching as fetching
from pipelines.models.catalogue import Catalogue, Family, Precision, load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.lending import Lender
from pipelines.models.placement import Memory, Wish
from pipelines.models.records import Records
from pipelines.models.store import ModelStore, State
from pipelines.models.tiny.writing import can_build, write_list, write_tiny
from pipelines.progress import LocalCancelToken
from tests.models.loopback_hub import LoopbackHub, served
from tests.models.test_store import fetch

_MOST_BYTES = {"wan-vace-1.3b": 1_000_000, "sam2-tiny": 6_000_000}


def picture(width: int, height: int, shade: int = 90) -> Image.Image:
    """A picture that is darker on the left."""
    ramp = np.linspace(0, shade, width, dtype=np.uint8)
    return Image.fromarray(np.stack([np.tile(ramp, (height, 1))] * 3, axis=2))


def run_wan_vace(loaded: Any) -> Any:
    black = Image.new("RGB", (32, 32))
    return loaded.network(
        prompt="a cat",
        video=[picture(32, 32)] * 5,
        mask=[black.convert("L")] * 5,
        height=32,
        width=32,
        num_frames=5,
        num_inference_steps=1,
        output_type="np",
    ).frames[0]


def run_wan_text(loaded: Any) -> Any:
    size = {"height": 32, "width": 32, "num_frames": 5}
    return loaded.network("a cat", **size, num_inference_steps=1, output_type="np").frames[0]


def run_ltx(loaded: Any) -> Any:
    size = {"height": 32, "width": 32, "num_frames": 9}
    return loaded.network(
        prompt="a cat", image=picture(32, 32), **size, num_inference_steps=2, output_type="np"
    ).frames[0]


def run_sam2(loaded: Any) -> Any:
    session = loaded.processor.init_video_session(
        video=[picture(64, 48)] * 2, inference_device="cpu"
    )
    loaded.processor.add_inputs_to_inference_session(
        session, frame_idx=0, obj_ids=1, input_points=[[[[20, 20]]]], input_labels=[[[1]]]
    )
    found = loaded.network(inference_session=session, frame_idx=0)
    return loaded.processor.post_process_masks([found.pred_masks], [[48, 64]])[0].numpy()


def run_grounding_dino(loaded: Any) -> Any:
    inputs = loaded.processor(images=picture(80, 60), text="a cat.", return_tensors="pt")
    return loaded.network(**inputs).pred_boxes.numpy()


def run_qwen(loaded: Any) -> Any:
    content = [{"type": "image", "image": picture(56, 56)}, {"type": "text", "text": "what?"}]
    inputs = loaded.processor.apply_chat_template(
        [{"role": "user", "content": content}],
        add_generation_prompt=True,
        tokenize=True,
        return_dict=True,
        return_tensors="pt",
    )
    return loaded.network.generate(**inputs, max_new_tokens=2, do_sample=False).numpy()


def run_dinov2(loaded: Any) -> Any:
    inputs = loaded.processor(picture(80, 60), return_tensors="pt")
    return loaded.network(**inputs).pooler_output.numpy()


def run_clip(loaded: Any) -> Any:
    pictures = [picture(40, 50), picture(50, 40)]
    inputs = loaded.processor(text=["a cat"], images=pictures, return_tensors="pt", padding=True)
    return loaded.network(**inputs).logits_per_image.numpy()


def run_depth(loaded: Any) -> Any:
    inputs = loaded.processor(picture(80, 60), return_tensors="pt")
    return loaded.network(**inputs).predicted_depth.numpy()


def run_pose(loaded: Any) -> Any:
    cut = {"boxes": None, "do_affine_transform": False}
    inputs = loaded.processor([picture(48, 64)], **cut, return_tensors="pt")
    return loaded.network(**inputs).heatmaps.numpy()


class Case:
    """A model, what runs it, and the shape of what it gives."""

    def __init__(self, model: str, run: Callable[[Any], Any], shape: tuple[int, ...] | None):
        self.model, self.run, self.shape = model, run, shape


CASES = [
    Case("wan-vace-1.3b", run_wan_vace, (5, 32, 32, 3)),
    Case("wan22-vace-fun-a14b", run_wan_vace, (5, 32, 32, 3)),
    Case("wan-text-1.3b", run_wan_text, (5, 32, 32, 3)),
    Case("ltx-video", run_ltx, (9, 32, 32, 3)),
    Case("sam2-tiny", run_sam2, (1, 1, 48, 64)),
    Case("grounding-dino-tiny", run_grounding_dino, (1, 20, 4)),
    Case("qwen2.5-vl-3b", run_qwen, None),
    Case("qwen3-vl-2b", run_qwen, None),
    Case("dinov2-base", run_dinov2, (1, 24)),
    Case("clip-vit-base", run_clip, (2, 1)),
    Case("depth-anything-v2-small", run_depth, (1, 56, 70)),
    Case("vitpose-base", run_pose, (1, 17, 16, 12)),
]


def unpinned() -> Catalogue:
    """The catalogue that ships, of a hub whose files are not those that it pins."""
    ships = load_catalogue()
    parts = {name: replace(part, revision="", hashes={}) for name, part in ships.parts.items()}
    memory = {Precision.FP32: 10**8}
    models = {name: replace(model, memory=memory) for name, model in ships.models.items()}
    return Catalogue(models, parts)


@pytest.fixture(scope="module")
def tiny_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoopbackHub]:
    """A hub that serves a tiny one of every model that is asked of it."""
    with served(tmp_path_factory.mktemp("hub")) as hub:
        yield hub


def fetched(model: str, hub: LoopbackHub, folder: Path) -> ModelStore:
    """A store that got a tiny one from the hub, through the same door as a real one."""
    catalogue = unpinned()
    write_tiny(catalogue, model, hub.folder)
    store = ModelStore(catalogue, Records(folder / "r"), Hub(folder / "c", hub.endpoint))
    fetch(store, model)
    assert store.standing(model).state is State.VERIFIED
    return store


# LTX's scheduler makes an array of a tensor in a way that numpy is about to drop.
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
@pytest.mark.parametrize("case", CASES, ids=[case.model for case in CASES])
def test_a_tiny_model_goes_the_way_of_a_real_one_and_runs(
    case: Case, tiny_hub: LoopbackHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    monkeypatch.setattr(fetching, "SPARE_BYTES", 0)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    store = fetched(case.model, tiny_hub, tmp_path)
    assert store.standing(case.model).bytes <= _MOST_BYTES.get(case.model, 1_500_000)
    assert store.is_noise(case.model)  # its files say so, and the catalogue does not
    lender = Lender(lambda: store, memory=lambda: Memory(0, 10**10))
    with (
        torch.inference_mode(),
        lender.lease(case.model, LocalCancelToken(), Wish(Precision.FP32)) as lease,
    ):
        made = case.run(lease.loaded)
    assert np.isfinite(made).all()
    assert case.shape is None or made.shape == case.shape


def test_a_tiny_lora_is_taken_by_a_tiny_wan(
    tiny_hub: LoopbackHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SPARE_BYTES", 0)
    lora = fetched("causvid-14b", tiny_hub, tmp_path)
    assert lora.is_noise("causvid-14b")
    (name,) = lora.catalogue.parts["causvid-14b"].files
    root = lora.folders("causvid-14b")["causvid-14b"]
    store = fetched("wan-vace-1.3b", tiny_hub, tmp_path)
    lender = Lender(lambda: store, memory=lambda: Memory(0, 10**10))
    with lender.lease("wan-vace-1.3b", LocalCancelToken()) as lease:
        pipe = lease.loaded.network
        pipe.load_lora_weights(root, weight_name=name, adapter_name="tiny")
        assert pipe.get_list_adapters() == {"transformer": ["tiny"]}
        assert np.isfinite(run_wan_vace(lease.loaded)).all()


def test_tiny_lpips_tells_pictures_apart(tiny_hub: LoopbackHub, tmp_path: Path) -> None:
    import torch

    store = fetched("lpips-vgg", tiny_hub, tmp_path)
    lender = Lender(lambda: store, memory=lambda: Memory(0, 10**10))
    one = torch.rand(2, 3, 32, 32, generator=torch.Generator().manual_seed(1)) * 2 - 1
    with torch.inference_mode(), lender.lease("lpips-vgg", LocalCancelToken()) as lease:
        measure = lease.loaded.network
        assert measure(one, one).tolist() == [0.0, 0.0]
        near, far = measure(one, one * 0.98), measure(one, -one)
    assert (near > 0).all()
    assert (near < far).all()


def test_every_model_that_ships_has_a_tiny_one() -> None:
    catalogue = load_catalogue()
    assert [name for name in catalogue.models if not can_build(catalogue, name)] == []
    assert {model.family for model in catalogue.models.values()} == set(Family)


def test_the_same_seed_gives_the_same_weights_and_what_is_there_stays(tmp_path: Path) -> None:
    catalogue = load_catalogue()
    one = write_tiny(catalogue, "dinov2-base", tmp_path / "one") / "model.safetensors"
    other = write_tiny(catalogue, "dinov2-base", tmp_path / "other") / "model.safetensors"
    assert one.read_bytes() == other.read_bytes()
    written = one.stat().st_mtime_ns
    write_tiny(catalogue, "dinov2-base", tmp_path / "one")
    assert one.stat().st_mtime_ns == written


def test_a_list_puts_them_in_the_place_of_the_real_ones_and_every_title_says_what_they_are(
    tmp_path: Path,
) -> None:
    catalogue = load_catalogue()
    write_tiny(catalogue, "lpips-vgg", tmp_path)
    theirs = load_catalogue(write_list(catalogue, ["lpips-vgg"], tmp_path))
    assert theirs.is_noise("lpips-vgg")
    assert theirs.model("lpips-vgg").title == "Noise: LPIPS with VGG-16"
    assert not theirs.is_noise("sam2-tiny")
    store = ModelStore(theirs, Records(tmp_path / "r"), Hub(tmp_path / "c"))
    assert store.standing("lpips-vgg").state is State.PRESENT
    assert store.standing("lpips-vgg").bytes == theirs.bytes_of(["lpips-vgg"])
    assert not can_build(theirs, "lpips-vgg")  # there is no repository to take the place of


def test_code_that_came_with_weights_is_never_run(tmp_path: Path) -> None:
    catalogue = load_catalogue()
    root = write_tiny(catalogue, "dinov2-base", tmp_path)
    (root / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", encoding="utf-8")
    names = {"AutoConfig": "evil.Evil", "AutoModel": "evil.Evil", "AutoImageProcessor": "evil.Evil"}
    for path in (root / "config.json", root / "preprocessor_config.json"):
        config = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**config, "auto_map": names}), encoding="utf-8")
    listed = load_catalogue(write_list(catalogue, ["dinov2-base"], tmp_path))
    store = ModelStore(listed, Records(tmp_path / "r"), Hub(tmp_path / "c"))
    lender = Lender(lambda: store, memory=lambda: Memory(0, 10**10))
    with lender.lease("dinov2-base", LocalCancelToken()) as lease:
        assert lease.noise
        assert type(lease.loaded.network).__name__ == "Dinov2Model"
    assert not (tmp_path / "ran").exists()
    assert os.environ["DIFFUSERS_DISABLE_REMOTE_CODE"] == "1"
