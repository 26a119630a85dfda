"""A storyboard as a list of its panels: CSV for tables, OpenTimelineIO and EDL for editing."""

from __future__ import annotations

import csv
import io
from enum import StrEnum
from fractions import Fraction
from typing import Any

from pipelines.errors import MismatchError
from pipelines.media.timecode import frame_number, shifted
from pipelines.timing import Timeline, lay_out, move_length
from pipelines.values import JointMode, PanelTiming, Storyboard

_COLUMNS = (
    "panel",
    "id",
    "shot",
    "in",
    "out",
    "frames",
    "seconds",
    "joint",
    "move",
    "label",
    "prompt",
    "dialogue",
    "notes",
)


class ListFormat(StrEnum):
    """The lists there are; each is the ending of its file."""

    CSV = "csv"
    OTIO = "otio"
    EDL = "edl"


def written_list(board: Storyboard, kind: ListFormat, *, title: str) -> str:
    """The text of a list. Raises MismatchError where a format cannot hold the board."""
    match kind:
        case ListFormat.CSV:
            return _csv(board)
        case ListFormat.OTIO:
            return _otio(board, title, "otio_json", fades=True)
        case ListFormat.EDL:
            return _otio(board, title, "cmx_3600", fades=False)


def _csv(board: Storyboard) -> str:
    """One line a panel; "in" and "out" are timecodes, "out" the frame after the last."""
    timeline = _laid_out(board)
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(_COLUMNS)
    fps, start = board.format.fps, board.format.start_timecode
    for place, panel in enumerate(board.panels):
        first = timeline.starts[place]
        last = place == len(board.panels) - 1
        table.writerow(
            (
                place + 1,
                panel.id,
                shot_name(timeline, first),
                shifted(start, first, fps),
                shifted(start, first + panel.duration, fps),
                panel.duration,
                f"{float(panel.duration / fps):.3f}",
                panel.joint.mode.value if not last else "",
                move_length(panel, last=last),
                *(_safe(words) for words in (panel.label, panel.prompt)),
                *(_safe(words) for words in (panel.dialogue, panel.notes)),
            )
        )
    return text.getvalue()


def _otio(board: Storyboard, title: str, adapter: str, *, fades: bool) -> str:
    """A track with a clip for each panel; fades as transitions where they are wanted."""
    import opentimelineio as otio

    schema, opentime = otio.schema, otio.opentime
    rate = float(board.format.fps)
    timeline = _laid_out(board)
    first_frame = frame_number(board.format.start_timecode, board.format.fps)
    made = schema.Timeline(title, global_start_time=opentime.RationalTime(first_frame, rate))
    track = schema.Track("Storyboard", kind=schema.TrackKind.Video)
    for place, panel in enumerate(board.panels):
        duration = opentime.RationalTime(panel.duration, rate)
        whole = opentime.TimeRange(opentime.RationalTime(0, rate), duration)
        clip = schema.Clip(_clip_name(timeline, place), source_range=whole)
        clip.metadata["storyloom"] = _facts(panel)
        clip.metadata["cmx_3600"] = {"reel": f"P{place + 1:04d}"}
        words = " / ".join(_line(one) for one in (panel.dialogue, panel.notes) if one.strip())
        if words:
            clip.markers.append(schema.Marker(words, marked_range=whole))
        track.append(clip)
        move = move_length(panel, last=place == len(board.panels) - 1)
        if fades and move and panel.joint.mode is JointMode.FADE:
            track.append(
                schema.Transition(
                    transition_type=schema.TransitionTypes.SMPTE_Dissolve,
                    in_offset=opentime.RationalTime(move, rate),
                    out_offset=opentime.RationalTime(0, rate),
                )
            )
    made.tracks.append(track)
    options: dict[str, Any] = {} if adapter == "otio_json" else {"rate": _edl_rate(board)}
    return otio.adapters.write_to_string(made, adapter, **options)


def _facts(panel: PanelTiming) -> dict[str, Any]:
    return {
        "id": panel.id,
        "joint": panel.joint.mode.value,
        "move": panel.joint.move,
        "prompt": panel.prompt,
        "dialogue": panel.dialogue,
        "notes": panel.notes,
        "label": panel.label,
    }


def _edl_rate(board: Storyboard) -> float:
    fps = board.format.fps
    if fps.denominator not in (1, 1001) or round(fps) > 60:
        raise MismatchError(
            f"An EDL cannot be written at {float(fps):g} frames a second.",
            mend="Choose a film or television rate, or write OpenTimelineIO.",
        )
    return float(Fraction(fps))


def _clip_name(timeline: Timeline, place: int) -> str:
    return f"{shot_name(timeline, timeline.starts[place])} - panel {place + 1}"


def shot_name(timeline: Timeline, frame: int) -> str:
    """The name of the shot that a frame lies in."""
    return next(shot.name for shot in timeline.shots if shot.start <= frame < shot.stop)


def _laid_out(board: Storyboard) -> Timeline:
    return lay_out(board.panels, shot_names=board.shot_names)


def _line(words: str) -> str:
    """Words in one line: a second one would be read as something else."""
    return " ".join(words.split())


def _safe(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    line = _line(words)
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line
