"""Writing a file so that whoever looks sees the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import glob
import os
import secrets
import sys
import time
from contextlib import suppress
from pathlib import Path

REPLACE_TRIES = 10  # Windows refuses to replace a file a virus scanner happens to read just then
REPLACE_WAIT_SECONDS = 0.1
LEFTOVER_AGE_SECONDS = 3600


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`: a complete file beside it, flushed to disk, then moved into its place.

    A link is followed, so that the file it points to is replaced and the link stays. An existing
    file keeps its access rights. Raises OSError; the old file is then untouched and nothing is left
    beside it. Killed in between, the worst that stays is a hidden file ending in `.tmp`, which the
    next successful write of the same file removes when it is an hour old.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not (target.is_file() or target.is_dir()):
        # a device or a pipe: to move a file into its place would remove it
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(target))
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(6)}.tmp")
    try:
        _write_whole(temporary, data, like=target)
        _replace(temporary, target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _about(target, error) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)
    _remove_leftovers(target)


def _about(target: Path, error: OSError) -> OSError:
    """The same trouble, told of the file that was asked for and not of the one beside it."""
    if error.errno is None:
        return error
    return OSError(error.errno, error.strerror, str(target))


def _write_whole(path: Path, data: bytes, *, like: Path) -> None:
    with path.open("xb") as stream:
        if like.exists():
            path.chmod(like.stat().st_mode & 0o777)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(temporary: Path, target: Path) -> None:
    for tries_left in reversed(range(REPLACE_TRIES)):
        try:
            os.replace(temporary, target)
            return
        except PermissionError:
            if sys.platform != "win32" or tries_left == 0:
                raise
            time.sleep(REPLACE_WAIT_SECONDS)


def _flush_folder(folder: Path) -> None:
    """Without this a power cut may forget the move. Windows cannot open folders and needs it not."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network disks cannot; the new file is in its place all the same
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_leftovers(target: Path) -> None:
    """Temporary files of writers that were killed; a young one may belong to a writer at work."""
    for leftover in target.parent.glob(f".{glob.escape(target.name)}.*.tmp"):
        with suppress(OSError):  # somebody else's: harmless where it lies
            if time.time() - leftover.stat().st_mtime > LEFTOVER_AGE_SECONDS:
                leftover.unlink()
