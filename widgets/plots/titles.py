"""What nodes measure, for the translator: the words themselves stand where it is measured."""

from __future__ import annotations

from widgets.words import noted

TITLES = (
    noted("PSNR"),
    noted("PSNR where it moves"),
    noted("SSIM"),
    noted("L1"),
    noted("Line distance"),
    noted("Colour drift"),
    noted("Temporal error"),
    noted("Temporal ratio"),
    noted("Temporal consistency"),
    noted("LPIPS"),
    noted("DINOv2 likeness"),
    noted("CLIP likeness"),
    noted("Confidence"),
    noted("Coverage"),
    noted("Area"),
    noted("Motion"),
    noted("This clip"),
    noted("Copy of the last key"),
    noted("Cross-fade"),
)
