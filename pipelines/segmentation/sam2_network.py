"""SAM 2.1 in a working size: pictures embedded, prompts answered, a mask carried from a key.

Ravi et al., "SAM 2: Segment Anything in Images and Videos", 2024, as transformers has it. This
module imports torch; it is imported where a model is lent.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from pipelines.digest import Digest, digest_array
from pipelines.premultiplied import Floats
from pipelines.segmentation.backend import ReadFrame
from pipelines.segmentation.carrying import Carried
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.working import colours_of, extent
from pipelines.values import Image, Mask

_FULL = 8.0
"""Logits of a mask between -FULL and FULL are told apart: they become 0..1, the outline .5."""
_PATCH = 16
"""Pixels of the working size to a side of what the network looks at as one."""
_KEPT = 8
"""Pictures of which is kept what the network saw: some 17 MB each in the size of 1024."""
_SHAPE_LOGIT = 10.0
_ALONG_SCRIBBLE = 6
_AWAY, _HERE, _CORNER, _OTHER_CORNER = 0, 1, 2, 3
"""What the network calls points."""
_DOUBT = 0.12
"""How badly a way fits that is not sure at all, as the colours of one that was carried do."""
_THING = 1
_CHANNELS = 3


class _Points(NamedTuple):
    """Places in the working size, and what each is."""

    places: list[list[float]]
    labels: list[int]


class Seen(NamedTuple):
    """What the network sees in a picture, from fine to coarse, as its own sessions keep it; of
    where that is only the coarsest is ever asked for."""

    features: list[Tensor]
    places: list[Tensor]


class Sam2Network:
    """A lent network and its processor, used in one working size. What it saw in the last pictures
    is kept: looking is what takes long, and a second click, or the other way through a clip, finds
    it done."""

    def __init__(self, network: Any, processor: Any, side: int) -> None:
        self.network = network
        self.processor = processor
        self.side = side
        self._kept: OrderedDict[Digest, Seen] = OrderedDict()

    def answer(self, picture: Image, prompt: Prompt) -> Floats:
        """What a prompt means, 0..1, the outline .5, (h, w) in a quarter of the working size."""
        self.fit()
        with torch.inference_mode():
            *fine, coarse = self._embedding(self.seen(picture))
            points = _points(prompt, self.side)
            sparse, dense = self.network.prompt_encoder(
                input_points=self._tensor([[points.places]]),
                input_labels=torch.tensor([[points.labels]], device=self.network.device),
                input_boxes=None,
                input_masks=self._shape(prompt.shape),
            )
            masks, scores, *_ = self.network.mask_decoder(
                image_embeddings=coarse,
                image_positional_embeddings=self.network.get_image_wide_positional_embeddings(),
                sparse_prompt_embeddings=sparse,
                dense_prompt_embeddings=dense,
                multimask_output=_is_open(prompt),
                high_resolution_features=fine,
            )
            return _belief(masks[0, 0, int(scores.flatten().argmax())])

    def seen(self, picture: Image) -> Seen:
        """What the network sees in a picture."""
        name = digest_array(picture.pixels)
        if name not in self._kept:
            while len(self._kept) >= _KEPT:
                self._kept.popitem(last=False)
            with torch.inference_mode():
                found = self.network.get_image_features(self.pixels(picture), return_dict=True)
            coarse = found.fpn_position_encoding[-1]
            self._kept[name] = Seen(list(found.fpn_hidden_states), [coarse])
        self._kept.move_to_end(name)
        return self._kept[name]

    def pixels(self, picture: Image) -> Tensor:
        """A picture (1, 3, side, side) as the network takes it."""
        square = {"height": self.side, "width": self.side}
        made = self.processor.image_processor(
            images=np.array(colours_of(picture)), size=square, return_tensors="pt"
        )
        return made["pixel_values"].to(self.network.device, self.network.dtype)

    def fit(self) -> None:
        """Have the network count in this size: whoever else it is lent to may have another one."""
        network, grid = self.network, self.side // _PATCH
        self.processor.target_size = self.side
        if network.image_size == self.side:
            return
        network.image_size = self.side
        network.backbone_feature_sizes = [[4 * grid] * 2, [2 * grid] * 2, [grid] * 2]
        prompts, memory = network.prompt_encoder, network.memory_attention
        prompts.image_embedding_size = (grid, grid)
        prompts.mask_input_size = (4 * grid, 4 * grid)
        prompts.input_image_size = self.side
        network.config.memory_attention_rope_feat_sizes = [grid, grid]
        places = memory.precompute_positions(network.config)
        memory.position_ids = places.to(memory.position_ids.device)

    def _embedding(self, seen: Seen) -> list[Tensor]:
        """From fine to coarse, as pictures that nothing is remembered of are decoded."""
        *fine, coarse = seen.features
        parts = [*fine, coarse + self.network.no_memory_embedding]
        sizes = self.network.backbone_feature_sizes
        return [
            part.permute(1, 2, 0).view(1, -1, *size)
            for part, size in zip(parts, sizes, strict=True)
        ]

    def _shape(self, shape: Mask | None) -> Tensor | None:
        """A mask that is nearly right as logits, as the network's own would come back to it."""
        if shape is None or not shape.pixels.any():
            return None
        size = self.network.prompt_encoder.mask_input_size
        small = torch.from_numpy(shape.pixels.astype(np.float32) / 255)[None, None]
        small = torch.nn.functional.interpolate(small, size, mode="bilinear", antialias=True)
        return ((2 * small - 1) * _SHAPE_LOGIT).to(self.network.device, self.network.dtype)

    def _tensor(self, values: list[list[list[list[float]]]]) -> Tensor:
        return torch.tensor(values, dtype=self.network.dtype, device=self.network.device)


class Sam2Way:
    """A mask on its way from a key. The masks of all `keys` are given to the network; of what it
    made since it keeps only what it still looks at, so that a clip may have any length."""

    def __init__(
        self, sam: Sam2Network, read: ReadFrame, start: int, keys: Mapping[int, Mask]
    ) -> None:
        sam.fit()
        self._sam = sam
        self._read = read
        self._start = start
        network = sam.network
        self.session = sam.processor.init_video_session(
            inference_device=network.device, dtype=network.dtype
        )
        for frame, mask in keys.items():
            sam.processor.add_inputs_to_inference_session(
                self.session, frame, _THING, input_masks=[mask.pixels >= 128]
            )
            self._look(frame, read(frame))
            self._forget(frame)

    def step(self, frame: int) -> Carried:
        """The mask on the next frame; its doubt is everywhere the same."""
        self._sam.fit()
        with _Scores(self._sam.network) as scores:
            found = self._look(frame, self._read(frame))
        self._forget(frame)
        there = float(torch.sigmoid(found.object_score_logits.float()).flatten()[0])
        sure = min(max(scores.best, 0.0), 1.0) * there
        mask = _belief(found.pred_masks[0, 0])
        return Carried(mask, np.full(mask.shape, _DOUBT * (1 - sure), np.float32), sure)

    def _look(self, frame: int, picture: Image) -> Any:
        """One step of the session, which is told what was seen instead of the frame itself."""
        seen = self._sam.seen(picture)
        self.session.cache.cache_vision_features(
            frame, {"vision_feats": seen.features, "vision_pos_embeds": seen.places}
        )
        nothing = torch.empty(_CHANNELS, 0, 0)
        network, is_back = self._sam.network, frame < self._start
        return network(self.session, frame_idx=frame, frame=nothing, reverse=is_back)

    def _forget(self, frame: int) -> None:
        session, config = self.session, self._sam.network.config
        session.processed_frames.clear()
        session.cache.clear_all()
        for made in session.frames_tracked_per_obj.values():
            made.clear()
        for made in session.output_dict_per_obj.values():
            steps = made["non_cond_frame_outputs"]
            for at in [
                at for at in steps if abs(frame - at) >= config.max_object_pointers_in_encoder
            ]:
                del steps[at]
            for at, step in (*steps.items(), *made["cond_frame_outputs"].items()):
                for name in ("pred_masks", "high_res_masks"):
                    step.pop(name, None)
                if at in steps and abs(frame - at) >= config.num_maskmem:
                    step.pop("maskmem_features", None)
                    step.pop("maskmem_pos_enc", None)


class _Scores(AbstractContextManager["_Scores"]):
    """Hears how much of what it should cover the network thinks that its mask covers, 0..1."""

    def __init__(self, network: Any) -> None:
        self.best = 0.0
        self._hook = network.mask_decoder.register_forward_hook(self._on_decoded)

    def __exit__(self, *_: object) -> None:
        self._hook.remove()

    def _on_decoded(self, decoder: object, given: object, made: tuple[Tensor, ...]) -> None:
        self.best = float(made[1].float().max())


def _points(prompt: Prompt, side: int) -> _Points:
    """The corners of the box come first; one that says nothing comes last."""
    places: list[list[float]] = []
    labels: list[int] = []
    box = prompt.bounds
    corners = [] if box is None else [(box.left, box.top), (box.right, box.bottom)]
    if box is None and prompt.shape is not None and not (prompt.clicks or prompt.scribbles):
        corners = _corners(prompt.shape)
    for place, label in zip(corners, (_CORNER, _OTHER_CORNER), strict=False):
        places.append([place[0] * side, place[1] * side])
        labels.append(label)
    for click in prompt.clicks:
        places.append([click.x * side, click.y * side])
        labels.append(_HERE if click.positive else _AWAY)
    for scribble in prompt.scribbles:
        along = np.linspace(0, len(scribble.points) - 1, _ALONG_SCRIBBLE).round().astype(int)
        for at in sorted(set(along.tolist())):
            places.append([share * side for share in scribble.points[at]])
            labels.append(_HERE if scribble.positive else _AWAY)
    return _Points(places, labels)


def _corners(shape: Mask) -> list[tuple[float, float]]:
    """Of the box around a shape, in shares of the picture."""
    found = extent(shape.pixels >= 128)
    if found is None:
        return []
    return [
        (found.left / shape.width, found.top / shape.height),
        (found.right / shape.width, found.bottom / shape.height),
    ]


def _is_open(prompt: Prompt) -> bool:
    """Whether a prompt may mean a part, a thing or a group: the network's best guess is taken."""
    is_more = prompt.bounds is not None or prompt.shape is not None or prompt.scribbles
    return len(prompt.clicks) == 1 and not is_more


def _belief(logits: Tensor) -> Floats:
    return (logits.float() / (2 * _FULL) + 0.5).clamp(0, 1).cpu().numpy()
