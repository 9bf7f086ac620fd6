"""What the system says when it cannot read or write, as errors with a text for the user."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heiltid.errors import StoreError

KEYS = {
    errno.ENOENT: "missing",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "no_permission",
    errno.EISDIR: "is_folder",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
}


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turns an OSError of the block into a StoreError that names the file, not its folder."""
    try:
        yield
    except OSError as error:
        key = KEYS.get(error.errno or 0, "unusable")
        raise StoreError(key, name=path.name, reason=error.strerror or "") from error
