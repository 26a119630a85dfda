"""What OpenCV and numpy raise where a mask cannot be worked out, in a person's words."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from pipelines.errors import StoryloomError, TooLargeError


@contextmanager
def faults_told() -> Generator[None]:
    """Raise StoryloomError where OpenCV gives up, TooLargeError where memory does not suffice."""
    import cv2

    try:
        yield
    except MemoryError as error:
        raise _too_large() from error
    except cv2.error as error:
        if error.code == cv2.Error.StsNoMem:
            raise _too_large() from error
        raise StoryloomError(
            f"The mask could not be worked out (OpenCV: {error.err}).",
            mend="What is painted is unchanged. Mark it in another way, or paint it.",
        ) from error


def _too_large() -> TooLargeError:
    return TooLargeError(
        "There is not enough memory to work out the mask.",
        mend="What is painted is unchanged. Close other programs, or work on a smaller clip.",
    )
