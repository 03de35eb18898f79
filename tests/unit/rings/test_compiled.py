"""Machine code that is kept for other processes: each signature in a file of its own."""

import subprocess
import sys
from pathlib import Path

TWO = """
import sys, time
import numba.core.caching as caching
import numpy as np

# Between choosing a number and writing the index anybody may come in: make it likely.
choose = caching.IndexDataCacheFile._data_name
def slowly(self, number):
    time.sleep(1.0)
    return choose(self, number)
caching.IndexDataCacheFile._data_name = slowly

from graph.rings.days.search import widened
print(len(widened(np.zeros(2, dtype=sys.argv[1]), 3)))
"""
READ = """
import numpy as np
from graph.rings.days.search import widened
for kind in ("int32", "float64", "int64"):
    values = widened(np.arange(2).astype(kind), 3)
    assert values.tolist() == [0, 1, 0, 1], values
    assert values.dtype == kind, values.dtype
print(sum(widened.stats.cache_hits.values()))
"""


def test_processes_that_compile_at_once_keep_their_signatures_apart(tmp_path: Path) -> None:
    environment = {"NUMBA_CACHE_DIR": str(tmp_path), "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", TWO, kind], env=environment, stdout=subprocess.PIPE, text=True
        )
        for kind in ("int32", "float64", "int64")
    ]
    assert [one.communicate(timeout=300)[0].strip() for one in started] == ["4"] * 3
    names = [path.name for path in tmp_path.rglob("search.widened*.nbc")]
    assert len(names) == 3
    told = subprocess.run(
        [sys.executable, "-c", READ],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    assert told.stdout.strip() == "3"
