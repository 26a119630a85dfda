"""What lies along a ruler, and where it lies there. Numbers only."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from pipelines.media.peaks import Peaks
from pipelines.media.timecode import ZERO
from pipelines.panel_edits import latent_frames
from pipelines.values import Shot

SIDE = 10.0
"""Room before the first frame and after the last."""
_MOST_PER_FRAME = 60.0


@dataclass(frozen=True, slots=True)
class RulerContent:
    """Frames, and what is known of them. With `shows_latents` those are marked at which a shot has
    whole latents; where there are `sampled` frames, those are, whose masks VACE is told."""

    length: int = 0
    fps: Fraction = Fraction(24)
    start_timecode: str = ZERO
    shots: tuple[Shot, ...] = ()
    peaks: Peaks | None = None
    shows_latents: bool = False
    sampled: tuple[int, ...] = ()

    @property
    def ticked(self) -> tuple[float, ...]:
        """Where triangles stand: in the middle of sampled frames, or where latents are whole."""
        return tuple(frame + 0.5 for frame in self.sampled) or self.latents

    @property
    def latents(self) -> tuple[int, ...]:
        """The frames at which a shot may end so that it has 4n + 1 frames, where that is shown."""
        if not self.shows_latents:
            return ()
        return latent_frames([shot.start for shot in self.shots] or [0], self.length)

    @property
    def edges(self) -> tuple[int, ...]:
        """Frames at which something begins or ends: shots, whole seconds, latents, all."""
        seconds = range(int(self.length / self.fps) + 1)
        return (
            *(round(second * self.fps) for second in seconds),
            *(shot.start for shot in self.shots),
            *self.latents,
            self.length,
        )


@dataclass(frozen=True, slots=True)
class RulerScale:
    """Which frames are seen: from `first` on, `per_frame` view units each (0: all fit), in a
    width."""

    length: int = 0
    width: float = 0.0
    first: float = 0.0
    wanted: float = 0.0

    @property
    def fitting(self) -> float:
        """View units that a frame takes where all of them are seen."""
        return max(self.width - 2 * SIDE, 1.0) / max(self.length, 1)

    @property
    def per_frame(self) -> float:
        """View units that a frame takes."""
        return max(self.wanted, self.fitting)

    @property
    def span(self) -> float:
        """Frames that are seen."""
        return max(self.width - 2 * SIDE, 1.0) / self.per_frame

    def x_of(self, frame: float) -> float:
        """Where a frame begins."""
        return SIDE + (frame - self.first) * self.per_frame

    def place_at(self, x: float) -> float:
        """The frame at a place, with its fraction."""
        return (x - SIDE) / self.per_frame + self.first

    def from_frame(self, first: float) -> RulerScale:
        """As large, but seen from another frame on."""
        first = min(max(first, 0.0), max(self.length - self.span, 0.0))
        return RulerScale(self.length, self.width, first, self.wanted)

    def zoomed(self, factor: float, x: float) -> RulerScale:
        """As many times as large, with the same frame at x."""
        wanted = min(self.per_frame * factor, max(_MOST_PER_FRAME, self.fitting))
        kept = wanted if wanted > self.fitting * 1.001 else 0.0
        nearer = RulerScale(self.length, self.width, self.first, kept)
        return nearer.from_frame(self.place_at(x) - (x - SIDE) / nearer.per_frame)
