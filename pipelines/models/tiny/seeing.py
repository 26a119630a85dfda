"""Tiny models that look at pictures: SAM 2, Grounding DINO, DINOv2, CLIP."""

from __future__ import annotations

from pathlib import Path

from pipelines.models.heavy import transformers
from pipelines.models.tiny.tokens import bert_words

_SAM_WIDTH = 128
"""transformers' SAM 2 splits a pointer into tokens of 64, two at least."""
_SAM_SIDE = 128


def build_sam2(folder: Path) -> None:
    """A Sam2VideoModel with its processor, for pictures of 128 x 128."""
    hub = transformers()
    width, side = _SAM_WIDTH, _SAM_SIDE
    backbone = hub.Sam2HieraDetConfig(
        hidden_size=12,
        num_attention_heads=1,
        image_size=[side, side],
        embed_dim_per_stage=[12, 24, 48, 96],
        blocks_per_stage=[1, 2, 2, 1],
        window_positional_embedding_background_size=[8, 8],
        global_attention_blocks=[4],
    )
    vision = hub.Sam2VisionConfig(
        backbone_config=backbone,
        backbone_channel_list=[96, 48, 24, 12],
        backbone_feature_sizes=[[side // 4] * 2, [side // 8] * 2, [side // 16] * 2],
        fpn_hidden_size=width,
    )
    shape = hub.Sam2VideoConfig(
        vision_config=vision.to_dict(),
        prompt_encoder_config={"hidden_size": width, "image_size": side},
        mask_decoder_config={
            "hidden_size": width,
            "mlp_dim": 64,
            "num_attention_heads": 2,
            "iou_head_hidden_dim": 32,
        },
        image_size=side,
        memory_attention_hidden_size=width,
        memory_attention_feed_forward_hidden_size=width,
        memory_attention_num_layers=2,
        memory_attention_rope_feat_sizes=[side // 16, side // 16],
        memory_encoder_hidden_size=width,
        memory_encoder_output_channels=64,
        mask_downsampler_embed_dim=width,
        memory_fuser_embed_dim=width,
        memory_fuser_intermediate_dim=width,
    )
    square = {"height": side, "width": side}
    hub.Sam2VideoModel(shape).save_pretrained(folder)
    hub.Sam2VideoProcessor(
        image_processor=hub.Sam2ImageProcessor(
            size=square, mask_size={"height": side // 4, "width": side // 4}
        ),
        video_processor=hub.Sam2VideoVideoProcessor(size=square),
        target_size=side,
    ).save_pretrained(folder)


def build_grounding_dino(folder: Path) -> None:
    """A GroundingDinoForObjectDetection with its processor."""
    hub = transformers()
    words = bert_words()
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(words) + "\n", encoding="utf-8")
    shape = hub.GroundingDinoConfig(
        backbone_config=hub.SwinConfig(
            image_size=64,
            embed_dim=12,
            depths=[1, 1, 1, 1],
            num_heads=[1, 2, 3, 4],
            window_size=4,
            out_features=["stage2", "stage3", "stage4"],
        ),
        text_config=hub.BertConfig(
            vocab_size=len(words),
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
        ),
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_ffn_dim=32,
        decoder_ffn_dim=32,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        num_queries=20,
        max_text_len=64,
    )
    hub.GroundingDinoForObjectDetection(shape).save_pretrained(folder)
    pictures = hub.GroundingDinoImageProcessor(size={"shortest_edge": 64, "longest_edge": 96})
    numbers = {word: number for number, word in enumerate(words)}
    tokenizer = hub.BertTokenizerFast(vocab=numbers)
    hub.GroundingDinoProcessor(pictures, tokenizer).save_pretrained(folder)


def build_dinov2(folder: Path) -> None:
    """A Dinov2Model with its processor."""
    hub = transformers()
    shape = hub.Dinov2Config(
        hidden_size=24, num_hidden_layers=2, num_attention_heads=2, image_size=56
    )
    hub.Dinov2Model(shape).save_pretrained(folder)
    square = {"height": 56, "width": 56}
    hub.BitImageProcessor(size={"shortest_edge": 56}, crop_size=square).save_pretrained(folder)
