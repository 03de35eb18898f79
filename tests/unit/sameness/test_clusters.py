"""Clusters of judged records: what holds them, and where the judgements contradict each other."""

from hypothesis import given
from hypothesis import strategies as st

from graph.sameness.clusters import Tie, clusters_of
from graph.sameness.groups import derive

CODES = st.sampled_from("abcdefg")
PAIRS = st.tuples(CODES, CODES).filter(lambda pair: pair[0] < pair[1])


def tie(pair: str, verdict: str = "confirmed", at: str = "2026-03-02T01:00:00Z") -> Tie:
    a, b = pair
    return Tie(f"Patient|{a}|{b}", a, b, verdict, "核对", "INS1", at, 1)


def test_a_cluster_names_its_members_and_the_judgements_that_hold_it() -> None:
    later = "2026-03-03T01:00:00Z"
    (found,) = clusters_of([tie("bc", at=later), tie("ab"), tie("ad", "rejected")])
    assert found.members == ("a", "b", "c")
    assert found.head == "a"
    assert [one.key for one in found.ties] == ["Patient|a|b", "Patient|b|c"]
    assert found.contradictions == ()


def test_a_contradiction_names_the_chain_that_it_denies() -> None:
    held = [tie("ab"), tie("bc"), tie("cd"), tie("ad")]
    torn, whole = clusters_of([tie("xy"), *held, tie("ac", "rejected")])
    assert whole.members == ("x", "y")
    (said,) = torn.contradictions
    assert (said.apart.a, said.apart.b) == ("a", "c")
    assert len(said.chain) == 2
    assert {one.verdict for one in said.chain} == {"confirmed"}
    assert {*said.chain} <= {*torn.ties}


@given(st.sets(PAIRS), st.sets(PAIRS))
def test_clusters_agree_with_the_groups_that_map_and_rings_follow(
    confirmed: set[tuple[str, str]], rejected: set[tuple[str, str]]
) -> None:
    rejected -= confirmed
    ties = [tie(a + b) for a, b in confirmed] + [tie(a + b, "rejected") for a, b in rejected]
    groups = derive(confirmed, rejected)
    found = clusters_of(ties)
    assert {code: one.head for one in found if not one.contradictions for code in one.members} == (
        groups.head
    )
    assert {frozenset(one.members) for one in found if one.contradictions} == set(
        groups.contradictory
    )
