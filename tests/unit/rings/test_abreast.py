"""Ctrl-C ends work side by side at once; anything else waits for it."""

import threading

import pytest

from graph.rings.abreast import abreast


@pytest.mark.parametrize(("error", "waits"), [(KeyboardInterrupt, False), (ValueError, True)])
def test_only_ctrl_c_does_not_wait(error: type[BaseException], waits: bool) -> None:
    go, done, begun = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        begun.set()
        go.wait(10)
        done.set()

    timer, queued = threading.Timer(0.2, go.set), []

    def fail() -> None:
        with abreast(1) as pool:
            queued.extend(pool.submit(work) for _ in range(2))
            begun.wait(10)
            if waits:
                timer.start()
            raise error

    with pytest.raises(error):
        fail()
    assert done.is_set() is waits
    assert queued[1].cancelled() is not waits
    go.set()
