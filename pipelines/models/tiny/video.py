"""Tiny models that make video: Wan with and without VACE, LTX."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipelines.models.heavy import diffusers, transformers
from pipelines.models.tiny.tokens import t5_tokenizer

_WORDS = 32
"""The width of a text's embedding."""
_RANK = 2
_ATTENTION = ("self_attn", "cross_attn")


def build_wan_vace(folder: Path, *, experts: int = 1) -> None:
    """A WanVACEPipeline; with two experts, one for high and one for low noise."""
    lib = diffusers()
    networks = [_vace_transformer() for _ in range(experts)]
    second = networks[1] if experts == 2 else None
    pipe = lib.WanVACEPipeline(
        **_wan_parts(),
        transformer=networks[0],
        transformer_2=second,
        boundary_ratio=0.875 if second is not None else None,
    )
    pipe.save_pretrained(folder, safe_serialization=True)


def build_wan_text(folder: Path) -> None:
    """A WanPipeline: text to video."""
    lib = diffusers()
    transformer = lib.WanTransformer3DModel(**_WAN)
    lib.WanPipeline(**_wan_parts(), transformer=transformer).save_pretrained(
        folder, safe_serialization=True
    )


def build_ltx(folder: Path) -> None:
    """An LTXConditionPipeline."""
    lib = diffusers()
    hub = transformers()
    tokenizer, count = t5_tokenizer()
    words = hub.T5Config(
        vocab_size=count, d_model=_WORDS, d_kv=8, d_ff=37, num_layers=2, num_heads=4
    )
    vae = lib.AutoencoderKLLTXVideo(
        latent_channels=8,
        block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 8, 8, 8),
        layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1, 1),
    )
    transformer = lib.LTXVideoTransformer3DModel(
        in_channels=8,
        out_channels=8,
        num_attention_heads=4,
        attention_head_dim=8,
        cross_attention_dim=32,
        num_layers=1,
        caption_channels=_WORDS,
    )
    lib.LTXConditionPipeline(
        scheduler=lib.FlowMatchEulerDiscreteScheduler(shift_terminal=0.1),
        vae=vae,
        text_encoder=hub.T5EncoderModel(words),
        tokenizer=tokenizer,
        transformer=transformer,
    ).save_pretrained(folder, safe_serialization=True)


def build_wan_lora(path: Path) -> None:
    """A LoRA for every tiny Wan, with the names of Wan's makers, as most that are shared."""
    import torch
    from safetensors.torch import save_file

    width = _WAN["num_attention_heads"] * _WAN["attention_head_dim"]
    wide = _WAN["ffn_dim"]
    shapes = {f"{kind}.{one}": (width, width) for kind in _ATTENTION for one in "qkvo"}
    shapes |= {"ffn.0": (width, wide), "ffn.2": (wide, width)}
    weights: dict[str, Any] = {}
    for block in range(_WAN["num_layers"]):
        for name, (before, after) in shapes.items():
            key = f"diffusion_model.blocks.{block}.{name}"
            weights[f"{key}.lora_down.weight"] = torch.randn(_RANK, before) / before
            weights[f"{key}.lora_up.weight"] = torch.randn(after, _RANK)
            weights[f"{key}.alpha"] = torch.tensor(float(_RANK))
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(weights, path)


_WAN: dict[str, Any] = {
    "patch_size": (1, 2, 2),
    "num_attention_heads": 2,
    "attention_head_dim": 12,
    "text_dim": _WORDS,
    "freq_dim": 32,
    "ffn_dim": 32,
    "num_layers": 3,
    "rope_max_seq_len": 64,
}
"""The shape of a tiny Wan transformer, as its constructor names it."""


def _vace_transformer() -> Any:
    lib = diffusers()
    return lib.WanVACETransformer3DModel(**_WAN, vace_layers=[0, 2], vace_in_channels=96)


def _wan_parts() -> dict[str, Any]:
    """What all Wan pipelines have beside their transformer."""
    lib = diffusers()
    hub = transformers()
    tokenizer, count = t5_tokenizer()
    words = hub.UMT5Config(
        vocab_size=count,
        d_model=_WORDS,
        d_kv=8,
        d_ff=37,
        num_layers=2,
        num_heads=4,
        relative_attention_num_buckets=8,
    )
    return {
        "tokenizer": tokenizer,
        "text_encoder": hub.UMT5EncoderModel(words),
        "vae": lib.AutoencoderKLWan(
            base_dim=3,
            z_dim=16,
            dim_mult=[1, 1, 1, 1],
            num_res_blocks=1,
            temperal_downsample=[False, True, True],
        ),
        "scheduler": lib.UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0
        ),
    }
