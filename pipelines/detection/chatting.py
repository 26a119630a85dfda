"""Things found by Qwen2.5-VL and Qwen3-VL, which are asked in words and answer in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from pipelines.conversions import fitted
from pipelines.detection.detector import Answer
from pipelines.detection.reading import read_answer
from pipelines.models.device import device_of
from pipelines.models.lending import Lease
from pipelines.progress import CancelToken, check
from pipelines.values import Image

MOST_TOKENS = 2048
_RELATIVE = 1000.0
"""Qwen3-VL counts both sides of every picture from 0 to this; Qwen2.5-VL counts the pixels of the
picture as its processor had resized it."""
_FORM = (
    'Answer with a JSON list and nothing else: {"bbox_2d": [x1, y1, x2, y2], "label": "..."} for '
    "each single one, [] if there is none."
)


class QwenVL:
    """Works with a lease for as long as it lasts. It gives no scores: each is 1."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease

    def find(self, picture: Image, labels: Sequence[str], cancel: CancelToken) -> Answer:
        """The things of these labels; without labels, everything that it would name."""
        check(cancel)
        inputs = self._inputs(picture, labels)
        with import_module("torch").inference_mode():
            tokens = self._lease.network.generate(
                **inputs,
                max_new_tokens=MOST_TOKENS,
                do_sample=False,
                temperature=None,
                top_p=None,
                top_k=None,
                stopping_criteria=[_Stopping(cancel)],
            )
        check(cancel)
        said = tokens[:, inputs["input_ids"].shape[1] :]
        (words,) = self._lease.processor.batch_decode(said, skip_special_tokens=True)
        return read_answer(words, self._sides(inputs))

    def _inputs(self, picture: Image, labels: Sequence[str]) -> Any:
        processor = self._lease.processor
        asked = [{"type": "image"}, {"type": "text", "text": _question(labels)}]
        text = processor.apply_chat_template(
            [{"role": "user", "content": asked}], add_generation_prompt=True, tokenize=False
        )
        pixels = fitted(picture, channels=3, bits=8).pixels.copy()
        made = processor(text=[text], images=[pixels], return_tensors="pt")
        return made.to(device_of(self._lease.placement.device))

    def _sides(self, inputs: Any) -> tuple[float, float]:
        """Width and height of the picture as the model counts them."""
        if self._lease.network.config.model_type == "qwen3_vl":
            return _RELATIVE, _RELATIVE
        _, high, wide = inputs["image_grid_thw"][0].tolist()
        patch = self._lease.processor.image_processor.patch_size
        return float(wide * patch), float(high * patch)


class _Stopping:
    """Looked at after every token."""

    def __init__(self, cancel: CancelToken) -> None:
        self._cancel = cancel

    def __call__(self, tokens: Any, scores: Any, **others: Any) -> Any:
        check(self._cancel)
        return tokens[:, -1] < 0  # no token is: the answer goes on


def _question(labels: Sequence[str]) -> str:
    if not labels:
        return f"Find all things in the picture. {_FORM}"
    return f"Find all of these in the picture, under these labels: {', '.join(labels)}. {_FORM}"
