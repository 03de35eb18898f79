"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """A draft beside `file` to write to; at the end it takes the file's place in one instant.

    Whatever fails, or a kill, leaves the file that was there before. An `OSError` about the draft
    names the file: that is what the person named.
    """
    draft = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        yield draft
        draft.replace(file)
    except OSError as error:
        if str(error.filename) != str(draft):
            raise
        raise OSError(error.errno, error.strerror, str(file)) from error
    finally:
        with suppress(OSError):
            draft.unlink()
