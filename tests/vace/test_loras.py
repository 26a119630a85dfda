"""LoRAs over the tiny VACE: made with peft, in everybody's spelling, and gone without trace."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nodes.edits import AddNode, Connect
from nodes.graph import Link, Node
from pipelines.errors import MismatchError, UnreadableFileError
from pipelines.models.catalogue import Precision
from pipelines.models.lending import Lender
from pipelines.models.placement import Wish
from pipelines.models.refusals import PickleError
from pipelines.models.store import ModelStore
from pipelines.models.tiny.video import build_wan_lora
from pipelines.progress import LocalCancelToken
from pipelines.vace.loras import Experts, Lora, LoraStack, applied
from tests.library.stage import Stage, graph_of
from tests.vace.conftest import MODELS
from tests.vace.films import conditioned, given_of, made

GIVEN = given_of(conditioned())


@pytest.fixture(scope="module")
def files(pipe: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One LoRA with the keys of Wan's makers, musubi and diffusers, and one of peft's own."""
    import torch
    from peft import LoraConfig, get_peft_model_state_dict
    from safetensors.torch import load_file, save_file

    folder = tmp_path_factory.mktemp("loras")
    torch.manual_seed(3)
    build_wan_lora(folder / "wan.safetensors")
    of_wan = load_file(folder / "wan.safetensors")
    musubi = dict[str, Any]()
    for key, tensor in of_wan.items():
        stem, ending = (
            key.removeprefix("diffusion_model.").split(".lora_", 1)
            if (".lora_" in key)
            else key.removeprefix("diffusion_model.").rsplit(".", 1)
        )
        ending = f"lora_{ending}" if ".lora_" in key else ending
        musubi[f"lora_unet_{stem.replace('.', '_')}.{ending}"] = tensor
    save_file(musubi, folder / "musubi.safetensors")
    save_file(dict(pipe.lora_state_dict(dict(of_wan))), folder / "diffusers.safetensors")
    pipe.transformer.add_adapter(
        LoraConfig(r=2, target_modules=["to_q", "to_v"], init_lora_weights=False), "made"
    )
    trained = get_peft_model_state_dict(pipe.transformer, adapter_name="made")
    pipe.save_lora_weights(folder / "peft", transformer_lora_layers=trained)
    pipe.unload_lora_weights()
    found = {path.stem: path for path in folder.glob("*.safetensors")}
    return {**found, "peft": next((folder / "peft").glob("*.safetensors"))}


def with_loras(pipe: Any, *loras: Lora, warned: list[str] | None = None) -> Any:
    with applied(pipe, LoraStack(loras), (warned if warned is not None else []).append):
        return made(pipe, GIVEN)


def weights_of(network: Any) -> dict[str, Any]:
    return {name: tensor.clone() for name, tensor in network.state_dict().items()}


@pytest.mark.parametrize("kind", ["wan", "peft"])
def test_a_lora_changes_the_film_and_leaves_no_trace(
    pipe: Any, files: dict[str, Path], kind: str
) -> None:
    import torch

    before, weights = made(pipe, GIVEN), weights_of(pipe.transformer)
    bent = with_loras(pipe, Lora(files[kind]))
    assert not np.array_equal(before, bent)
    after = weights_of(pipe.transformer)
    assert after.keys() == weights.keys()
    assert all(torch.equal(weights[name], after[name]) for name in weights)
    assert np.array_equal(made(pipe, GIVEN), before)
    assert np.array_equal(with_loras(pipe, Lora(files[kind], 0.0)), before)


def test_keys_of_wan_of_musubi_and_of_diffusers_are_the_same_lora(
    pipe: Any, files: dict[str, Path]
) -> None:
    films = [with_loras(pipe, Lora(files[one])) for one in ("wan", "musubi", "diffusers")]
    assert np.array_equal(films[0], films[1]) and np.array_equal(films[0], films[2])


def test_several_loras_count_together(pipe: Any, files: dict[str, Path]) -> None:
    one, other = Lora(files["wan"], 0.5), Lora(files["peft"], 0.8)
    both = with_loras(pipe, one, other)
    assert not np.array_equal(both, with_loras(pipe, one))
    assert not np.array_equal(both, with_loras(pipe, other))
    halves = with_loras(pipe, one, one)
    assert np.abs(halves.astype(int) - with_loras(pipe, Lora(files["wan"]))).max() <= 1


@pytest.mark.parametrize("key", ["foo.bar", "diffusion_model.blocks.9.self_attn.q"])
def test_a_file_that_loads_no_key_is_refused(pipe: Any, tmp_path: Path, key: str) -> None:
    import torch
    from safetensors.torch import save_file

    path = tmp_path / "other.safetensors"
    halves = {f"{key}.lora_A.weight": torch.ones(2, 24), f"{key}.lora_B.weight": torch.ones(24, 2)}
    save_file(halves, path)
    with pytest.raises(MismatchError, match="none of its weights"):
        with_loras(pipe, Lora(path))
    assert not hasattr(pipe.transformer, "peft_config")


def test_a_file_of_which_only_a_part_fits_says_so(
    pipe: Any, files: dict[str, Path], tmp_path: Path
) -> None:
    from safetensors.torch import load_file, save_file

    weights = load_file(files["diffusers"])
    of_one = {key: tensor for key, tensor in weights.items() if "blocks.0" in key}
    more = {key.replace("blocks.0", "blocks.7"): one.clone() for key, one in of_one.items()}
    save_file({**weights, **more}, tmp_path / "larger.safetensors")
    warned = list[str]()
    with_loras(pipe, Lora(tmp_path / "larger.safetensors"), warned=warned)
    assert warned == ["“larger.safetensors” tunes 40 layers; 30 of them are here."]


def test_a_pickle_and_a_torn_file_are_refused(pipe: Any, tmp_path: Path) -> None:
    with pytest.raises(PickleError):
        with_loras(pipe, Lora(tmp_path / "look.pt"))
    (tmp_path / "torn.safetensors").write_bytes(b"torn")
    with pytest.raises(UnreadableFileError):
        with_loras(pipe, Lora(tmp_path / "torn.safetensors"))
    with pytest.raises(MismatchError, match="low noise"):
        with_loras(pipe, Lora(tmp_path / "look.safetensors", 1.0, Experts.LOW_NOISE))


def test_over_weights_in_fp8_a_lora_keeps_its_own_numbers(
    tiny_store: ModelStore, files: dict[str, Path]
) -> None:
    import torch

    lender = Lender(lambda: tiny_store)
    with lender.lease(MODELS[0], LocalCancelToken(), Wish(Precision.FP8)) as lease:
        pipe = lease.network
        before, weights = made(pipe, GIVEN), weights_of(pipe.transformer)
        with applied(pipe, LoraStack((Lora(files["peft"]),)), print):
            half = pipe.transformer.blocks[0].attn1.to_q.lora_A["laid0"].weight
            exact = pipe.lora_state_dict(files["peft"])
            wanted = exact["transformer.blocks.0.attn1.to_q.lora_A.weight"]
            assert torch.equal(half, wanted.to(torch.bfloat16))
            assert not np.array_equal(made(pipe, GIVEN), before)
        after = weights_of(pipe.transformer)
        assert all(weights[one].dtype == after[one].dtype for one in weights)
        assert np.array_equal(made(pipe, GIVEN), before)
    lender.close()


def test_of_two_experts_each_can_have_its_own(
    tiny_store: ModelStore, files: dict[str, Path]
) -> None:
    lender = Lender(lambda: tiny_store)
    with lender.lease(MODELS[1], LocalCancelToken(), Wish(Precision.FP32)) as lease:
        pipe = lease.network
        for experts, wanted in (
            (Experts.BOTH, [True, True]),
            (Experts.HIGH_NOISE, [True, False]),
            (Experts.LOW_NOISE, [False, True]),
        ):
            with applied(pipe, LoraStack((Lora(files["peft"], 0.5, experts),)), print):
                laid = [
                    hasattr(one, "peft_config") for one in (pipe.transformer, pipe.transformer_2)
                ]
            assert laid == wanted
            assert not hasattr(pipe.transformer_2, "peft_config")
    lender.close()


def test_in_a_graph_another_content_of_the_file_is_another_film(
    lent: Stage, files: dict[str, Path]
) -> None:
    film = {"width": 32, "height": 32, "quality": "final", "steps": 1, "guidance": 1.0, "frames": 1}
    graph = graph_of("generate.vace_inference", {}, film)
    look = lent.folder / "look.safetensors"
    graph.apply(AddNode(node=Node(id="look", type="generate.lora", parameters={"file": look.name})))
    graph.apply(Connect(node="it", socket="loras", link=Link("l", "look", "out")))
    films = list[Any]()
    for kind in ("wan", "peft", "wan"):
        look.write_bytes(files[kind].read_bytes())
        films.append(lent.value(graph, "it"))
    keys = [film.frames.key(0) for film in films]
    assert keys[0] == keys[2] != keys[1]
    look.unlink()
    assert "it" in lent.run(graph, "it").failures
