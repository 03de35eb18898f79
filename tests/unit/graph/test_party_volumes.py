"""What the party may know of the bound volumes of its case."""

from datetime import UTC, date, datetime

from casework.cases.state import CaseState
from casework.hands import Hand
from casework.volumes.state import Binding, Entry, Paged, Volume, VolumeKind
from graph.cases.page import _for_party

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def volume(kind: VolumeKind, *rows: tuple[str, str]) -> Volume:
    entries = [Entry(source, title, "", "", date(2026, 3, 2)) for source, title in rows]
    paged = tuple(Paged(entry, n, n) for n, entry in enumerate(entries, 1))
    return Volume(kind, "a" * 64, "b" * 64, 1, len(rows), paged)


def test_the_party_never_sees_the_inner_volume_nor_the_names_of_evidence() -> None:
    main = volume(
        VolumeKind.MAIN, ("form:W1", "行政处罚决定书"), ("evidence:E1", "举报信.pdf（李某举报）")
    )
    inner = volume(VolumeKind.INNER, ("form:W2", "法制审核意见书"))
    by = Hand("a", "p", "张三")
    binding = Binding(1, by, AT, (main, inner), "penalty", "30年", "30 years", "依据")
    state, _ = _for_party(CaseState("C1", bindings=(binding,)), [])
    (shown,) = state.bindings
    assert [one.kind for one in shown.volumes] == [VolumeKind.MAIN]
    assert [row.entry.title for row in shown.volumes[0].rows] == ["行政处罚决定书", "证据材料"]
    assert "法制审核" not in repr(state)
    assert "李某" not in repr(state)
