"""Tiny models of what guides a video model: depth, pose."""

from __future__ import annotations

from pathlib import Path

from pipelines.models.heavy import transformers

_MEAN, _SPREAD = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


def build_depth(folder: Path) -> None:
    """A DepthAnythingForDepthEstimation with its processor, for about 56 x 56."""
    hub = transformers()
    seeing = hub.Dinov2Config(
        hidden_size=24,
        num_hidden_layers=4,
        num_attention_heads=2,
        mlp_ratio=2,
        image_size=56,
        patch_size=14,
        out_features=["stage1", "stage2", "stage3", "stage4"],
        reshape_hidden_states=False,
        apply_layernorm=True,
    )
    shape = hub.DepthAnythingConfig(
        backbone_config=seeing,
        reassemble_hidden_size=24,
        patch_size=14,
        neck_hidden_sizes=[8, 8, 12, 16],
        fusion_hidden_size=8,
        head_hidden_size=8,
    )
    hub.DepthAnythingForDepthEstimation(shape).save_pretrained(folder)
    hub.DPTImageProcessor(
        size={"height": 56, "width": 56},
        ensure_multiple_of=14,
        keep_aspect_ratio=True,
        image_mean=_MEAN,
        image_std=_SPREAD,
    ).save_pretrained(folder)


def build_pose(folder: Path) -> None:
    """A VitPoseForPoseEstimation with its processor, for cut-outs of 48 x 64."""
    hub = transformers()
    seeing = hub.VitPoseBackboneConfig(
        image_size=(64, 48),
        patch_size=(16, 16),
        hidden_size=24,
        num_hidden_layers=2,
        num_attention_heads=2,
        mlp_ratio=2,
        out_features=["stage2"],
    )
    shape = hub.VitPoseConfig(backbone_config=seeing, use_simple_decoder=True, num_labels=17)
    hub.VitPoseForPoseEstimation(shape).save_pretrained(folder)
    hub.VitPoseImageProcessor(size={"height": 64, "width": 48}).save_pretrained(folder)
