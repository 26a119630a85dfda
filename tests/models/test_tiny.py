"""Tiny checkpoints lie as the hub has the real ones, and the real libraries load them.

Each goes the whole way: built, served, fetched, checked, found, loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

import pipelines.models.fetching as fetching
from pipelines.models.catalogue import Catalogue, Family, catalogue_of, load_catalogue
from pipelines.models.fetching import Hub
from pipelines.models.heavy import diffusers, transformers
from pipelines.models.records import Records
from pipelines.models.store import ModelStore, State
from pipelines.models.tiny.writing import can_build, write_list, write_tiny
from tests.models.loopback_hub import LoopbackHub, served
from tests.models.test_store import fetch

MODELS = {
    "wan-vace-1.3b": "WanVACEPipeline",
    "wan-text-1.3b": "WanPipeline",
    "ltx-video": "LTXConditionPipeline",
    "sam2-tiny": "Sam2VideoModel",
    "grounding-dino-tiny": "GroundingDinoForObjectDetection",
    "qwen2.5-vl-3b": "Qwen2_5_VLForConditionalGeneration",
    "qwen3-vl-2b": "Qwen3VLForConditionalGeneration",
    "dinov2-base": "Dinov2Model",
}
_MOST_BYTES = {"wan-vace-1.3b": 1_000_000, "sam2-tiny": 6_000_000}


@pytest.fixture(scope="module")
def tiny_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoopbackHub]:
    """A hub that serves a tiny one of every model that is asked of it."""
    with served(tmp_path_factory.mktemp("hub")) as hub:
        yield hub


def unpinned() -> Catalogue:
    """The catalogue that ships, of a hub whose files are not those that it pins."""
    ships = load_catalogue()
    parts = {
        name: replace(part, revision="", hashes={}, noise=True)
        for name, part in ships.parts.items()
    }
    return Catalogue(ships.models, parts)


@pytest.mark.parametrize("model", MODELS)
def test_a_tiny_model_goes_the_way_of_a_real_one(
    model: str, tiny_hub: LoopbackHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "SPARE_BYTES", 0)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    catalogue = unpinned()
    write_tiny(catalogue, "wan-vace-1.3b", tiny_hub.folder)
    write_tiny(catalogue, model, tiny_hub.folder)
    store = ModelStore(catalogue, Records(tmp_path / "r"), Hub(tmp_path / "c", tiny_hub.endpoint))
    fetch(store, model)
    standing = store.standing(model)
    assert standing.state is State.VERIFIED
    assert standing.bytes <= _MOST_BYTES.get(model, 1_500_000)
    root = store.folders(model)[catalogue.model(model).parts[0]]
    if catalogue.model(model).family in (Family.WAN_VACE, Family.LTX):
        loaded = getattr(diffusers(), MODELS[model]).from_pretrained(root, use_safetensors=True)
        assert type(loaded).__name__ == MODELS[model]
    elif catalogue.model(model).family is not Family.WAN_TEXT:  # shares its words with VACE
        kind = getattr(transformers(), MODELS[model])
        _, told = kind.from_pretrained(root, use_safetensors=True, output_loading_info=True)
        assert not told["missing_keys"]
        if "qwen" in model:
            processor = transformers().AutoProcessor.from_pretrained(root)
            talk = [{"role": "user", "content": [{"type": "text", "text": "what?"}]}]
            assert "what?" in processor.apply_chat_template(talk, tokenize=False)
        assert not told["mismatched_keys"]


def test_every_family_of_the_plan_has_a_tiny_one() -> None:
    without = {m.family for m in load_catalogue().models.values() if not can_build(m)}
    assert without == {Family.LORA, Family.CLIP, Family.BACKBONE}


def test_the_same_seed_gives_the_same_weights(tmp_path: Path) -> None:
    catalogue = load_catalogue()
    one = write_tiny(catalogue, "dinov2-base", tmp_path / "one")
    other = write_tiny(catalogue, "dinov2-base", tmp_path / "other")
    assert (one / "model.safetensors").read_bytes() == (other / "model.safetensors").read_bytes()


def test_a_list_puts_them_in_the_place_of_the_real_ones_and_says_noise(tmp_path: Path) -> None:
    catalogue = load_catalogue()
    write_tiny(catalogue, "dinov2-base", tmp_path)
    path = write_list(catalogue, ["dinov2-base"], tmp_path)
    theirs = load_catalogue(path)
    assert theirs.parts["dinov2-base"].noise
    assert not theirs.parts["sam2-tiny"].noise
    store = ModelStore(theirs, Records(tmp_path / "r"), Hub(tmp_path / "c"))
    assert store.standing("dinov2-base").state is State.PRESENT
    assert catalogue_of("", "empty").models == {}
