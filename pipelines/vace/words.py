"""Words as the model reads them, kept: the largest part of a model need not read them twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import msgspec
from numpy.typing import NDArray

from pipelines.vace.sampling import Sampling
from pipelines.vace.tensor_bytes import Told, raw, tensor_of, told

_WANTED, _UNWANTED = "prompt_embeds", "negative_prompt_embeds"


@dataclass(frozen=True, slots=True)
class Words:
    """What is to be seen and, where there is guidance, what is not. As stored."""

    meta: bytes
    arrays: Mapping[str, NDArray[Any]]


def read_words(pipe: Any, sampling: Sampling) -> Words:
    """The words of a sampling, read by a pipeline's text encoder."""
    torch = import_module("torch")
    with torch.no_grad():
        pair = pipe.encode_prompt(
            prompt=sampling.prompt,
            negative_prompt=sampling.negative,
            do_classifier_free_guidance=sampling.is_guided,
            max_sequence_length=_LONGEST,
            device=pipe._execution_device,
        )
    found = dict(zip((_WANTED, _UNWANTED), pair, strict=True))
    kept = {name: one for name, one in found.items() if one is not None}
    meta = msgspec.json.encode({name: told(one) for name, one in kept.items()})
    return Words(meta, {name: raw(one) for name, one in kept.items()})


def given_words(words: Words, device: Any) -> dict[str, Any]:
    """As a pipeline takes them."""
    kept = msgspec.json.decode(words.meta, type=dict[str, Told])
    return {name: tensor_of(one, words.arrays[name], device) for name, one in kept.items()}


_LONGEST = 512
"""Tokens; diffusers' own for this model."""
