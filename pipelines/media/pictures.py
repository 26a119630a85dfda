"""Still pictures: read with limits, written atomically as PNG. Moving ones are in `clips`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from pipelines.conversions import Bits, to_bits
from pipelines.errors import InputError, TooLargeError, UnreadableFileError
from pipelines.media.outputs import replace, require_space, temporary_beside
from pipelines.media.paths import local_file, local_path, missing
from pipelines.values import Image

if TYPE_CHECKING:
    import PIL.Image

SIDE_LIMIT = 16384
AREA_LIMIT = 89_000_000
"""Pixels in all: just under where Pillow itself begins to object."""

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".tga", ".gif")
_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "TGA", "GIF")
_ORIENTATION_TAG = 0x0112
_BITS_TAG = 258
_DEEP_MODES = ("I;16", "I;16L", "I;16B", "I")


class PictureFacts(NamedTuple):
    """What a picture's header says; width and height as shown, after its orientation."""

    width: int
    height: int
    channels: int
    bits: int


class _Header(NamedTuple):
    facts: PictureFacts
    orientation: int
    has_transparency: bool


def read_picture_facts(path: Path | str) -> PictureFacts:
    """Size, channels and depth of a picture without decoding it. Raises as `read_picture`."""
    return _read_header(local_file(path), whole=False).facts


def read_picture(path: Path | str) -> Image:
    """The picture at `path`, upright, palette and gray expanded to RGB, 16 bits kept.

    Only the first picture of an animation is read. Raises MissingFileError, UnreadableFileError,
    TooLargeError or UntrustedError.
    """
    file = local_file(path)
    header = _read_header(file, whole=True)
    try:
        pixels = _decode_deep(file) if header.facts.bits == 16 else _decode(file, header)
    except InputError:
        raise
    except MemoryError as error:
        raise TooLargeError(
            f"“{file.name}” does not fit into memory.", mend="Save it smaller, then choose it."
        ) from error
    except (OSError, ValueError, SyntaxError, IndexError, EOFError, Warning) as error:
        raise _damaged(file) from error
    upright = _upright(_expanded(pixels), header.orientation)
    if upright.shape[:2] != (header.facts.height, header.facts.width):
        raise _damaged(file)
    return Image(np.ascontiguousarray(upright))


def write_picture(path: Path | str, image: Image, *, bits: Bits = 8) -> None:
    """Write a PNG of 8 or 16 bits, with alpha if there is one, in the place of what was there.

    The old file stays until the new one is whole. Raises OutputError.
    """
    import imageio.v3 as iio

    target = local_path(path)
    pixels = to_bits(image, bits).pixels
    require_space(target.parent, pixels.nbytes)
    plugin = "pillow" if bits == 8 else "opencv"
    coded: Any = iio.imwrite("<bytes>", pixels, extension=".png", plugin=plugin)
    with temporary_beside(target) as temporary:
        temporary.write_bytes(coded)
        replace(temporary, target)


def _read_header(file: Path, *, whole: bool) -> _Header:
    """The header, and with `whole` a check of what follows it, as far as the format has one."""
    import PIL.Image

    try:
        with PIL.Image.open(file, formats=_FORMATS) as opened:
            _require_size(file, opened.size)
            header = _header(file, opened)
        if whole:
            with PIL.Image.open(file, formats=_FORMATS) as opened:
                opened.verify()
        return header
    except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning) as error:
        raise _too_large(file, "more than 89 megapixels") from error
    except PermissionError as error:
        raise missing(file) from error
    except (OSError, ValueError, SyntaxError, IndexError, EOFError, Warning) as error:
        raise _damaged(file) from error


def _header(file: Path, opened: PIL.Image.Image) -> _Header:
    transparent = opened.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in opened.info
    orientation = _orientation(opened)
    width, height = opened.size if orientation < 5 else opened.size[::-1]
    bits = 16 if _is_deep(file, opened) else 8
    return _Header(
        PictureFacts(width, height, 4 if transparent else 3, bits), orientation, transparent
    )


def _orientation(opened: PIL.Image.Image) -> int:
    """The EXIF orientation, 1 (upright) where it is absent or damaged."""
    try:
        found = opened.getexif().get(_ORIENTATION_TAG, 1)
    except (OSError, ValueError, SyntaxError, IndexError, Warning):
        return 1
    return found if found in range(1, 9) else 1


def _is_deep(file: Path, opened: PIL.Image.Image) -> bool:
    """Whether a channel has 16 bits; Pillow's own modes do not say it for colour."""
    if opened.mode in _DEEP_MODES:
        return True
    if opened.format == "PNG":
        with file.open("rb") as png:
            return png.read(25)[24] == 16
    tags: Any = getattr(opened, "tag_v2", None)
    return tags is not None and 16 in tuple(tags.get(_BITS_TAG, ()))


def _decode(file: Path, header: _Header) -> np.ndarray:
    import imageio.v3 as iio

    mode = "RGBA" if header.has_transparency else "RGB"
    return iio.imread(file, index=0, plugin="pillow", mode=mode)


def _decode_deep(file: Path) -> np.ndarray:
    """imageio's opencv plugin keeps 16 bits, and hands over RGB(A), or a plane of gray."""
    import cv2
    import imageio.v3 as iio

    try:
        pixels = iio.imread(file, index=0, plugin="opencv", flags=cv2.IMREAD_UNCHANGED)
    except cv2.error as error:
        raise _damaged(file) from error
    if pixels.dtype != np.uint16:
        raise UnreadableFileError(
            f"“{file.name}” holds {pixels.dtype} values.", mend="Save it with 8 or 16 bits."
        )
    return pixels


def _expanded(pixels: np.ndarray) -> np.ndarray:
    if pixels.ndim == 2:
        return np.repeat(pixels[..., None], 3, axis=2)
    if pixels.shape[2] == 2:
        return np.dstack([pixels[..., :1]] * 3 + [pixels[..., 1:]])
    return pixels


def _upright(pixels: np.ndarray, orientation: int) -> np.ndarray:
    """Undo an EXIF orientation (Exif 2.32, tag 274)."""
    if orientation in (2, 4, 5, 7):
        pixels = pixels[:, ::-1]
    turns = {3: 2, 4: 2, 5: 1, 6: 3, 7: 3, 8: 1}.get(orientation, 0)
    return np.rot90(pixels, turns)


def _require_size(file: Path, size: tuple[int, int]) -> None:
    width, height = size
    if width < 1 or height < 1:
        raise _damaged(file)
    if max(width, height) > SIDE_LIMIT or width * height > AREA_LIMIT:
        raise _too_large(file, f"{width}x{height}")


def _too_large(file: Path, what: str) -> TooLargeError:
    return TooLargeError(
        f"“{file.name}” is too large ({what}).",
        mend=f"Save it with at most {SIDE_LIMIT} pixels a side and 89 megapixels in all.",
    )


def _damaged(file: Path) -> UnreadableFileError:
    return UnreadableFileError(
        f"“{file.name}” is damaged, cut short, or not a picture.",
        mend="The project is unchanged. Export the picture again as PNG, JPEG, WebP or TIFF.",
    )
