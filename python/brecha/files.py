"""Files that are written: whole or not at all. What was there before stays until the new content is complete.

The content goes to a new file beside the old one, which then takes its name. A failure is a BrechaError that names the file.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from brecha.errors import BrechaError
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

# Why a file cannot be written or read, by the name of the system's error number.
_REASONS = {
    "ENOENT": "no_such_folder", "ENOTDIR": "no_such_folder", "EACCES": "no_permission", "EPERM": "no_permission",
    "EROFS": "no_permission", "ENOSPC": "disk_full", "EDQUOT": "disk_full", "EFBIG": "disk_full", "EISDIR": "is_a_folder",
    "ENAMETOOLONG": "name_too_long",
}  # fmt: skip


def write_file(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Writes `content` (texts as UTF-8) to `path`. Raises BrechaError where that cannot be done, and leaves what was there."""
    with replacing(path) as beside, open(beside, "wb") as file:
        file.write(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)


MOST_CELLS = 4_000_000
"""Of a table in a file, up to its last row and column."""


def written(text: str, path: str | os.PathLike[str] | None) -> str:
    """The text, which is written to `path` where one is given, as write_file does."""
    if path is not None:
        write_file(path, text)
    return text


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[str]:
    """The name of a new file to write to, which takes the name `path` at the end. Raises BrechaError as write_file does."""
    from brecha.arguments import path as path_of

    name = path_of(path, "path")
    try:
        with _replacing(os.path.realpath(name)) as beside:  # of a link, the file that it means
            yield beside
    except Exception as failure:
        system = failure if isinstance(failure, OSError) else failure.args[0] if failure.args else None  # libraries wrap it
        if not isinstance(system, OSError):
            raise
        raise BrechaError(Sentence("not_written", file=name, reason=reason_of(system))) from failure


def visible_name(name: str) -> str:
    """A file's name as a text that can go anywhere: bytes that are no UTF-8 are written out."""
    try:
        encoded = os.fsencode(name)
    except UnicodeEncodeError:
        encoded = name.encode("utf-8", "backslashreplace")
    return encoded.decode("utf-8", "backslashreplace")


def reason_of(failure: OSError) -> Sentence | str:
    """What kept the system from doing it, in words."""
    word = _REASONS.get(errno.errorcode.get(failure.errno or 0, ""))
    return Sentence(word) if word else (failure.strerror or str(failure)).lower()


@contextmanager
def _replacing(target: str) -> Iterator[str]:
    try:
        mode: int | None = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not stat.S_ISREG(mode):  # /dev/stdout, a pipe: nothing to keep, and no place beside it
        yield target
        return
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), target)
    beside = os.path.join(os.path.dirname(target), f".brecha-{secrets.token_hex(8)}")
    os.close(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        yield beside
        with open(beside, "rb+") as file:
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(beside, stat.S_IMODE(mode))
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
