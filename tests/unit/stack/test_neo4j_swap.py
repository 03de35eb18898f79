"""The exchange of the store, cut off after every single step."""

from pathlib import Path

import pytest

from stack import neo4j_swap
from stack.neo4j_swap import heal, swap


class Killed(BaseException):
    """Stands for SIGKILL: nothing after it runs."""


def make(folder: Path) -> tuple[Path, Path]:
    home, fresh = folder / "neo4j", folder / "fresh"
    for place, text in ((home, "old"), (fresh, "new")):
        (place / "data").mkdir(parents=True)
        (place / "data" / "store").write_text(text)
    return home, fresh


def content(home: Path) -> str:
    return (home / "data" / "store").read_text()


def test_swap_puts_the_new_store_in_and_leaves_nothing_behind(tmp_path: Path) -> None:
    home, fresh = make(tmp_path)
    swap(home, fresh)
    assert content(home) == "new"
    assert [path.name for path in home.iterdir()] == ["data"]


@pytest.mark.parametrize("step", range(12))
def test_a_kill_at_any_step_leaves_one_whole_store(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, fresh = make(tmp_path)
    steps = iter(range(100))

    def counted(name: str, kind: type) -> None:
        real = getattr(kind, name)

        def replaced(*args: object, **kwargs: object) -> object:
            if next(steps) == step:
                raise Killed
            return real(*args, **kwargs)

        monkeypatch.setattr(kind, name, replaced)

    counted("rename", Path)
    counted("touch", Path)
    counted("unlink", Path)
    for name, module in (("_sync", neo4j_swap), ("rmtree", neo4j_swap.shutil)):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, _counting(real, steps, step))
    try:
        swap(home, fresh)
    except Killed:
        marked = (home / "swap").exists()
    else:
        marked = True
    monkeypatch.undo()
    switched = content(home) == "new" if (home / "data").exists() else True
    heal(home)
    assert content(home) == ("new" if marked or switched else "old")
    assert [path.name for path in home.iterdir()] == ["data"]


def _counting(real: object, steps: object, step: int) -> object:
    def replaced(*args: object, **kwargs: object) -> object:
        if next(steps) == step:  # type: ignore[call-overload]
            raise Killed
        return real(*args, **kwargs)  # type: ignore[operator]

    return replaced


def test_an_unfinished_new_store_is_thrown_away(tmp_path: Path) -> None:
    home, fresh = make(tmp_path)
    (fresh / "data").rename(home / "data.new")
    heal(home)
    assert content(home) == "old"
    assert not (home / "data.new").exists()
