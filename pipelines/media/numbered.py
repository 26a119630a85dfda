"""Writing numbered pictures: a whole run in a folder of its own, or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from uuid import uuid4

from pipelines.conversions import Bits
from pipelines.errors import OutputError
from pipelines.media.outputs import output_error, require_space
from pipelines.media.paths import free_name, local_path
from pipelines.media.pictures import write_picture
from pipelines.progress import Progress, silent
from pipelines.values import ClipFormat, Image

_PACKED = 0.5
"""About the least by which a PNG is smaller than its pixels."""


def write_numbered(
    folder: Path | str,
    clip_format: ClipFormat,
    frames: Iterable[Image],
    *,
    names: Iterable[str],
    count: int,
    bits: Bits = 8,
    progress: Progress = silent,
) -> tuple[Path, ...]:
    """Write frames as PNG files into a new folder that never takes the name of another.

    The folder gets its name when all of it is written; Cancelled from `progress`, or any error,
    leaves nothing. `names` gives a file name for each frame. Raises OutputError.
    """
    target = local_path(folder)
    require_space(target.parent, round(_bytes(clip_format, bits) * count * _PACKED))
    temporary = target.with_name(f".{target.name[:100]}.{uuid4().hex[:8]}.part")
    try:
        temporary.mkdir()
        written: list[str] = []
        for name, frame in zip(names, frames, strict=False):
            write_picture(temporary / name, frame, bits=bits)
            written.append(name)
            progress(len(written), count)
        if len(written) != count:
            raise OutputError(
                f"{len(written)} frames came where {count} were expected.",
                mend="Nothing was written. Run the export again.",
            )
        name = free_name(target)
        temporary.rename(name)
    except OSError as error:
        raise output_error(target, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return tuple(name / file for file in written)


def _bytes(clip_format: ClipFormat, bits: int) -> int:
    return clip_format.width * clip_format.height * max(3, clip_format.channels) * bits // 8
