"""Opening files of moving pictures and sound: local files of known kinds only, errors in words."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.errors import TooLargeError, UnreadableFileError
from pipelines.media.paths import missing

if TYPE_CHECKING:
    from av.codec.context import CodecContext
    from av.container import InputContainer
    from av.stream import Stream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

SIDE_LIMIT = 16384

_KINDS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,gif,apng,mpegts,mpeg,mpegvideo,mxf,flv,ogg,asf,"
    "ivf,dv,nut,h264,hevc,obu,m4v,yuv4mpegpipe,"
    "wav,w64,mp3,flac,aac,aiff,ac3,caf"
)
"""Demuxers that read one file and never follow it to another, as ffconcat and playlists do."""

_OPTIONS = {"protocol_whitelist": "file", "format_whitelist": _KINDS}


@contextmanager
def opened(file: Path) -> Generator[InputContainer]:
    """The file, demuxed. `file` is an absolute path that `paths.local_file` let through."""
    container = open_container(file)
    try:
        with readable(file):
            yield container
    finally:
        container.close()


def open_container(file: Path) -> InputContainer:
    """The file, demuxed; whoever asks closes it. Missing timestamps are filled in."""
    import av
    from av.container.core import Flags

    with readable(file):
        container = av.open(
            str(file), "r", container_options=dict(_OPTIONS), metadata_errors="replace"
        )
    container.flags |= Flags.gen_pts.value
    return container


@contextmanager
def readable(file: Path) -> Generator[None]:
    """Turn what FFmpeg raises into MissingFileError or UnreadableFileError."""
    from av.error import FFmpegError

    try:
        yield
    except (FileNotFoundError, PermissionError) as error:
        raise missing(file) from error
    except (FFmpegError, EOFError) as error:
        raise UnreadableFileError(
            f"“{file.name}” is damaged, cut short, or of an unknown kind.",
            mend="The project is unchanged. Copy the file again, or convert it to MP4, MOV or MKV.",
        ) from error


def video_stream(container: InputContainer, file: Path) -> VideoStream:
    """The pictures of a file, cover art left aside. Raises where there are none or too large."""
    from av.stream import Disposition

    streams = [
        stream
        for stream in container.streams.video
        if not stream.disposition & Disposition.attached_pic
    ]
    if not streams:
        raise UnreadableFileError(
            f"“{file.name}” holds no moving pictures.",
            mend="Choose a video, or use the file as sound or as a still picture.",
        )
    stream = streams[0]
    if not has_decoder(stream) or not stream.width or not stream.height:
        raise UnreadableFileError(
            f"The pictures of “{file.name}” are of a kind that cannot be decoded.",
            mend="Convert the file to H.264, ProRes or FFV1.",
        )
    if max(stream.width, stream.height) > SIDE_LIMIT:
        raise TooLargeError(
            f"“{file.name}” is too large ({stream.width}x{stream.height}).",
            mend=f"Scale it to at most {SIDE_LIMIT} pixels a side.",
        )
    return stream


def has_decoder(stream: Stream) -> bool:
    """Whether the stream's kind is known; PyAV leaves the context out where it is not."""
    context: Any = stream.codec_context
    return context is not None


def decoder_for(stream: VideoStream, *, threads: int = 0) -> CodecContext:
    """What decodes the stream: FFmpeg's choice, or libvpx where that alone keeps VP9's alpha."""
    if not hidden_alpha(stream):
        stream.thread_type = "AUTO"
        stream.thread_count = threads
        return stream.codec_context
    from av.codec.context import CodecContext

    context = CodecContext.create("libvpx-vp9", "r")
    context.extradata = stream.codec_context.extradata
    context.thread_count = threads
    return context


def decoded(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]:
    """Frames from where the container stands, damaged packets left out."""
    from av.error import FFmpegError

    context: Any = decoder_for(stream, threads=1)
    for packet in container.demux(stream):
        if packet.is_corrupt:
            continue
        try:
            yield from context.decode(packet if packet.size else None)
        except FFmpegError:
            continue


def hidden_alpha(stream: VideoStream) -> bool:
    """Whether alpha lies beside the pictures (WebM's alpha_mode), which FFmpeg's VP9 drops."""
    tags = {name.lower(): value for name, value in stream.metadata.items()}
    return tags.get("alpha_mode") == "1" and stream.codec_context.name == "vp9"
