"""Work side by side that Ctrl-C does not have to wait for."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager


@contextmanager
def abreast(threads: int) -> Iterator[ThreadPoolExecutor]:
    """A pool that is waited for at the end, also after a failure; after Ctrl-C it is left alone.

    What is left then only reads and reckons: nothing that a person would wait minutes for.
    """
    pool, wait = ThreadPoolExecutor(threads), True
    try:
        yield pool
    except KeyboardInterrupt:
        wait = False
        raise
    finally:
        pool.shutdown(wait=wait, cancel_futures=not wait)
