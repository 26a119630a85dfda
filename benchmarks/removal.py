"""How near what Remove fills in is to what really stood there, on any clips, and how fast.

    python -m benchmarks.removal FRAMES MASKS [FRAMES MASKS ...] [--first 40]

Folders as in benchmarks.masks. The true masks, grown by 5 pixels, are hidden, and so is the mirror
image of each: there the footage shows what is to be found, where the thing itself is not. Mean
error in levels of 255 and PSNR over those pixels; for comparison the same holes filled smoothly
from around them. One thread, milliseconds of CPU a frame: the camera, then plate and filling.

The tennis player of the Omnimatte demo (448 x 256, 70 frames), load 2:

    | clip   | filled        | smooth         | stretches | ms camera | ms filling |
    | tennis | 4.6 (28.6 dB) | 13.1 (22.5 dB) | 1         | 36        | 113        |
"""

from __future__ import annotations

import argparse
from pathlib import Path
from time import thread_time

import cv2
import numpy as np

from benchmarks.masks import Film, as_mask, folder
from pipelines.masks import grow, union
from pipelines.plates.removal import cleaned, followed
from pipelines.plates.spreading import spread
from pipelines.premultiplied import premultiply
from pipelines.progress import LocalCancelToken
from pipelines.values import Image, Mask


def measured(film: Film) -> str:
    """A line of the table for one clip."""

    def parts(frame: int) -> tuple[Mask, Mask]:
        thing = grow(as_mask(film.truth(frame)), 5)
        return thing, Mask(np.ascontiguousarray(thing.pixels[:, ::-1]))

    def read(frame: int) -> tuple[Image, Mask]:
        return film.read(frame), union(*parts(frame))

    start = thread_time()
    found = followed(read, len(film))
    camera = thread_time() - start
    errors, smooth, filling, frame = list[float](), list[float](), 0.0, 0
    for stretch in found:
        made = cleaned(read, stretch, LocalCancelToken())
        while True:
            start = thread_time()
            one = next(made, None)
            filling += thread_time() - start
            if one is None:
                break
            picture, mask = read(frame)
            thing, mirrored = parts(frame)
            held = (mirrored.pixels == 255) & (thing.pixels == 0)
            true = premultiply(picture)
            plain = spread(true, (mask.pixels == 0).astype(np.float32))
            errors += np.abs(premultiply(one.picture) - true)[held].ravel().tolist()
            smooth += np.abs(plain - true)[held].ravel().tolist()
            frame += 1
    cells = [f"{255 * np.mean(off):.1f} ({psnr(off):.1f} dB)" for off in (errors, smooth)]
    cells += [str(len(found))] + [f"{1000 * t / len(film):.0f}" for t in (camera, filling)]
    return f"| {film.name} | " + " | ".join(cells) + " |"


def psnr(errors: list[float]) -> float:
    return float(-10 * np.log10(max(np.mean(np.square(errors)), 1e-12)))


def main() -> None:
    """Measure the clips named on the command line."""
    parser = argparse.ArgumentParser(description="Things removed, measured.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FRAMES MASKS")
    parser.add_argument("--first", type=int, default=10**6, help="only so many frames of each")
    given = parser.parse_args()
    if len(given.folders) % 2:
        parser.error("Give a folder of masks for each folder of frames.")
    cv2.setNumThreads(1)
    print("| clip | filled | smooth | stretches | ms camera | ms filling |")
    print("|---|---|---|---|---|---|")
    for frames, masks in zip(given.folders[::2], given.folders[1::2], strict=True):
        name = frames.parent.name or frames.name
        film = Film(name, folder(frames)[: given.first], folder(masks)[: given.first])
        print(measured(film), flush=True)


if __name__ == "__main__":
    main()
