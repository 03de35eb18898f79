"""Spark gives the pairs and rings of the single machine; skipped where no Spark can start."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.store import ClaimStore
from graph.rings.province import engines
from graph.rings.province.engines import OnDuckDB, OnSpark
from graph.rings.province.find import find
from graph.rings.reference.events import MEETINGS, Meeting
from graph.rings.reference.model import Parameters

# Starting a job costs Spark more than these data: one permutation shows that chance is the same.
ONCE = Parameters(permutations=1)


def java() -> str:
    """The Java that Spark would start; empty without one."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which("java", path=f"{home}/bin") or "" if home else shutil.which("java") or ""


@pytest.fixture(scope="module")
def on_spark() -> Iterator[OnSpark]:
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install jicha[spark]")
    if not java():
        pytest.skip("no Java: install 17 or 21 and set JAVA_HOME")
    modules = subprocess.run([java(), "--list-modules"], capture_output=True, text=True, check=True)
    if "jdk.incubator.vector" not in modules.stdout:
        pytest.skip(f"{java()} lacks the module jdk.incubator.vector that Spark demands")
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    with engines.spark("local[2]") as engine:
        yield engine


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: meeting.name)
@pytest.mark.filterwarnings("ignore")
def test_spark_gives_the_same(on_spark: OnSpark, county_home: Path, meeting: Meeting) -> None:
    store = ClaimStore(county_home)
    with store.connect() as connection:
        single = find(OnDuckDB(connection), meeting, ONCE)
    on_spark.show(store)
    assert find(on_spark, meeting, ONCE) == single
    assert single.pairs


def test_without_spark_the_cure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.errors", None)
    with (
        pytest.raises(engines.SparkMissing, match=r"pip install jicha\[spark\]"),
        engines.spark("local[2]"),
    ):
        pass
