"""Things found by Grounding DINO: a box and a score for each, for words that are given."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from pipelines.conversions import fitted
from pipelines.detection.detector import Answer
from pipelines.detection.found import Box, Sighting
from pipelines.errors import InputError
from pipelines.models.device import device_of
from pipelines.models.lending import Lease
from pipelines.progress import CancelToken, check
from pipelines.values import Image

_LEAST = 0.05
"""Below this nothing was ever of use; what a person wants is sifted later, without the model."""


class GroundingDino:
    """Works with a lease for as long as it lasts."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease

    def find(self, picture: Image, labels: Sequence[str], cancel: CancelToken) -> Answer:
        """The things of these labels, each box with the label that it fits best."""
        check(cancel)
        if not labels:
            raise InputError(
                "Grounding DINO finds only what it is asked for.",
                mend="Write what to look for, such as “teapot. cup.”",
            )
        inputs = self._inputs(picture, labels)
        with import_module("torch").inference_mode():
            found = self._lease.network(**inputs)
        check(cancel)
        ids: list[int] = inputs["input_ids"][0].tolist()
        return Answer(tuple(_sightings(found, self._places(ids, len(labels)), labels)))

    def _inputs(self, picture: Image, labels: Sequence[str]) -> Any:
        made = self._lease.processor(
            images=fitted(picture, channels=3, bits=8).pixels.copy(),
            text=f"{'. '.join(labels)}.",
            return_tensors="pt",
        )
        most = int(self._lease.network.config.max_text_len)
        if made["input_ids"].shape[1] > most:
            raise InputError(
                f"That is too much to look for at once: {len(labels)} things.",
                mend="Look for fewer things, or in shorter words.",
            )
        made = made.to(device_of(self._lease.placement.device))
        made["pixel_values"] = made["pixel_values"].to(self._lease.network.dtype)
        return made

    def _places(self, ids: Sequence[int], count: int) -> list[list[int]]:
        """The tokens of each label: dots stand between them."""
        tokenizer = self._lease.processor.tokenizer
        dot, special = tokenizer.convert_tokens_to_ids("."), set(tokenizer.all_special_ids)
        places: list[list[int]] = [[]]
        for at, token in enumerate(ids):
            if token == dot:
                places.append([])
            elif token not in special or token == tokenizer.unk_token_id:
                places[-1].append(at)
        return places[:count]


def _sightings(found: Any, places: Sequence[Sequence[int]], labels: Sequence[str]) -> Any:
    sureness = found.logits[0].float().sigmoid().cpu().tolist()
    for tokens, (x, y, wide, high) in zip(
        sureness, found.pred_boxes[0].float().cpu().tolist(), strict=True
    ):
        fits = [max((tokens[at] for at in part), default=0.0) for part in places]
        best = max(range(len(fits)), key=fits.__getitem__)
        edges = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
        box = Box(*(min(max(edge, 0.0), 1.0) for edge in edges))
        if fits[best] >= _LEAST and box.coverage > 0:
            yield Sighting(labels[best], box, min(fits[best], 1.0))
