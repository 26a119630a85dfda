"""Tiny models that measure: CLIP, and what LPIPS compares pictures by."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from pipelines.models.heavy import transformers
from pipelines.models.tiny.tokens import clip_tokenizer

_VGG_LAYERS = (2, 2, 3, 3, 3)
"""Convolutions of VGG-16 between its poolings."""
_VGG_WIDTHS = (4, 6, 8, 10, 10)
"""Channels after each group; those of the real one are 64, 128, 256, 512, 512."""


def build_clip(folder: Path) -> None:
    """A CLIPModel with its processor, for pictures of 32 x 32."""
    hub = transformers()
    tokenizer, count = clip_tokenizer()
    size = {"hidden_size": 24, "intermediate_size": 32, "num_hidden_layers": 2}
    shape = hub.CLIPConfig(
        text_config={
            **size,
            "num_attention_heads": 2,
            "vocab_size": count,
            "bos_token_id": count - 2,
            "eos_token_id": count - 1,
            "pad_token_id": count - 1,
        },
        vision_config={**size, "num_attention_heads": 2, "image_size": 32, "patch_size": 16},
        projection_dim=16,
    )
    hub.CLIPModel(shape).save_pretrained(folder)
    square = {"height": 32, "width": 32}
    pictures = hub.CLIPImageProcessor(size={"shortest_edge": 32}, crop_size=square)
    hub.CLIPProcessor(pictures, tokenizer).save_pretrained(folder)


def build_vgg16(folder: Path) -> None:
    """The convolutions of a VGG-16 under the names that timm and torchvision give them."""
    from safetensors.torch import save_file
    from torch import nn

    features: list[nn.Module] = []
    for count, (before, after) in zip(_VGG_LAYERS, pairwise((3, *_VGG_WIDTHS)), strict=True):
        for number in range(count):
            features += [nn.Conv2d(after if number else before, after, 3, padding=1), nn.ReLU()]
        features.append(nn.MaxPool2d(2))
    weights = nn.ModuleDict({"features": nn.Sequential(*features)}).state_dict()
    folder.mkdir(parents=True, exist_ok=True)
    save_file(weights, folder / "model.safetensors")
    (folder / "config.json").write_text('{"architecture": "vgg16"}\n', encoding="utf-8")


def build_lpips(folder: Path) -> None:
    """How much LPIPS makes of each channel of each group, by number."""
    import torch
    from safetensors.torch import save_file

    weights = {f"{n}.weight": torch.rand(1, width, 1, 1) for n, width in enumerate(_VGG_WIDTHS)}
    folder.mkdir(parents=True, exist_ok=True)
    save_file(weights, folder / "vgg_lpips_linear.safetensors")
