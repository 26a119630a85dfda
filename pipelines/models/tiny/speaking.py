"""Tiny models that describe pictures: Qwen2.5-VL and Qwen3-VL."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pipelines.models.heavy import transformers
from pipelines.models.tiny.tokens import CHAT, qwen_tokenizer


def build_qwen25_vl(folder: Path) -> None:
    """A Qwen2_5_VLForConditionalGeneration with its processor."""
    hub = transformers()
    tokenizer, numbers, count = qwen_tokenizer()
    shape = hub.Qwen2_5_VLConfig(
        text_config={
            **_text(numbers, count),
            "rope_scaling": {"type": "mrope", "mrope_section": [1, 1, 2]},
        },
        vision_config={
            **_vision(14),
            "window_size": 112,
            "fullatt_block_indexes": [1],
        },
        **_places(numbers),
    )
    hub.Qwen2_5_VLForConditionalGeneration(shape).save_pretrained(folder)
    pictures = hub.Qwen2VLImageProcessor(min_pixels=28**2, max_pixels=56**2)
    videos = hub.Qwen2VLVideoProcessor(size={"shortest_edge": 28**2, "longest_edge": 56**2})
    processor = hub.Qwen2_5_VLProcessor(pictures, tokenizer, videos, chat_template=CHAT)
    _save(processor, folder)


def build_qwen3_vl(folder: Path) -> None:
    """A Qwen3VLForConditionalGeneration with its processor."""
    hub = transformers()
    tokenizer, numbers, count = qwen_tokenizer()
    rope = {"rope_type": "default", "mrope_section": [1, 1, 2], "mrope_interleaved": True}
    shape = hub.Qwen3VLConfig(
        text_config={**_text(numbers, count), "head_dim": 8, "rope_scaling": rope},
        vision_config={
            **_vision(16),
            "num_position_embeddings": 64,
            "deepstack_visual_indexes": [0],
        },
        **_places(numbers),
    )
    hub.Qwen3VLForConditionalGeneration(shape).save_pretrained(folder)
    pictures = hub.Qwen2VLImageProcessor(patch_size=16, min_pixels=32**2, max_pixels=64**2)
    videos = hub.Qwen3VLVideoProcessor(size={"shortest_edge": 32**2, "longest_edge": 64**2})
    _save(hub.Qwen3VLProcessor(pictures, tokenizer, videos, chat_template=CHAT), folder)


def _save(processor: Any, folder: Path) -> None:
    """With the chat's template as JSON, which is how the real ones have it."""
    processor.save_pretrained(folder)
    (folder / "chat_template.jinja").unlink()
    template = json.dumps({"chat_template": CHAT})
    (folder / "chat_template.json").write_text(template, encoding="utf-8")


def _text(numbers: dict[str, int], count: int) -> dict[str, Any]:
    return {
        "vocab_size": count,
        "hidden_size": 32,
        "intermediate_size": 32,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": 4096,
        "bos_token_id": None,
        "eos_token_id": numbers["<|im_end|>"],
        "pad_token_id": numbers["<|endoftext|>"],
    }


def _vision(patch: int) -> dict[str, Any]:
    return {
        "depth": 2,
        "hidden_size": 32,
        "intermediate_size": 32,
        "num_heads": 2,
        "out_hidden_size": 32,
        "patch_size": patch,
    }


def _places(numbers: dict[str, int]) -> dict[str, int]:
    """The tokens between which a picture stands."""
    return {
        "vision_start_token_id": numbers["<|vision_start|>"],
        "vision_end_token_id": numbers["<|vision_end|>"],
        "image_token_id": numbers["<|image_pad|>"],
        "video_token_id": numbers["<|video_pad|>"],
    }
