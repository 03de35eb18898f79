"""The console's gate: what a text may name, and where personal properties may stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.refusal import Refusal
from graph.console.gate import pass_gate
from graph.console.tokens import Unreadable, tokens_of

GOOD = [
    ("MATCH (p:Patient)-[:VISITED]->(i:Pharmacy) RETURN p, i LIMIT 5;", {}),
    ("MATCH (p:Patient) RETURN p.psn_no, p.psn_name AS name, count(*) AS n ORDER BY n", {1: "psn_name"}),
    ("MATCH (p:Patient) RETURN DISTINCT p.certno", {0: "certno"}),
    ("MATCH (p:Patient)-[r:VISITED|SEEN_BY]->(x) WHERE r.count > $n RETURN x, r.last.year", {}),
    ("MATCH (s:Settlement) WHERE s.setl_time >= localdatetime('2025-01-01') RETURN date.truncate('month', s.setl_time) AS m, sum(s.medfee_fen)", {}),
    ("MATCH (p:Patient) WHERE NOT EXISTS {(p)-[:HAS_PHONE]->(:Phone)} RETURN p.psn_no // 注释 p.certno", {}),
    ("MATCH (p:Patient) RETURN labels(p)[0], [x IN [1, 2] WHERE x > 1 | x][0..1]", {}),
    ("MATCH (p:Patient {psn_no: '1'}) RETURN p {.*} AS all", {}),
    ("MATCH (p:Patient) RETURN ';' AS text, p.gend", {}),
    ("MATCH (p:Patient) WITH collect(p) AS all UNWIND range(0, size(all) - 1) AS n RETURN n", {}),
    ("MATCH (p:Patient) WHERE p.gend IS NOT NULL RETURN p.gend", {}),
    ("MATCH (p:Patient) RETURN properties(p), p.gend AS g ORDER BY g", {}),
    ("MATCH (p:Patient) RETURN p.psn_no AS no, p.certno AS c ORDER BY no", {1: "certno"}),
    ("MATCH (set:Patient) WITH set, size([1]) AS create RETURN set, create", {}),
]  # fmt: skip
BAD = [
    ("MATCH (p:Patient) SET p.flagged = true RETURN p", "它会写入（SET）"),
    ("MATCH (p:Patient) REMOVE p.flagged RETURN p", "它会写入（REMOVE）"),
    ("MATCH (p:Patient) detach delete p", "它会写入（DETACH）"),
    ("CREATE (x:Nobody {flagged: 1})", "它会写入（CREATE）"),
    ("MERGE (x:Nobody) RETURN x", "它会写入（MERGE）"),
    ("MATCH (p:Patient) FOREACH (x IN [1] | SET p.flagged = x)", "它会写入（FOREACH）"),
    ("MATCH (p:Patient) WHERE p.certno STARTS WITH '3412' RETURN p", "certno"),
    ("MATCH (p:Patient {certno: '341223195002031234'}) RETURN p", "certno"),
    ("MATCH (p:Patient) RETURN p.psn_no ORDER BY p.psn_name", "psn_name"),
    ("MATCH (p:Patient) RETURN substring(p.certno, 0, 10)", "certno"),
    ("MATCH (p:Patient) WITH p.certno AS c RETURN c", "certno"),
    ("MATCH (p:Patient) RETURN {x: p.certno}", "certno"),
    ("MATCH (p:Patient) RETURN p {.certno}", "certno"),
    ("MATCH (p:Patient) RETURN p.`certno` + ''", "certno"),
    ("MATCH (p:Patient) RETURN p['cert' + 'no']", "下标"),
    ("MATCH (p:Patient) RETURN p[$name]", "下标"),
    ("MATCH (p:Patient) RETURN [k IN keys(p) | p[k]]", "下标"),
    ("MATCH (p:Patient) WITH properties(p) AS m UNWIND keys(m) AS k RETURN m[k]", "下标"),
    ("MATCH (p:Patient) RETURN p.psn_name AS a UNION MATCH (p:Patient) RETURN p.psn_no AS a", "psn_name"),
    ("MATCH (a:Account) RETURN a", "Account"),
    ("MATCH (a:Patient|Account) RETURN a", "Account"),
    ("MATCH (a:!Account&Patient) RETURN a", "Account"),
    ("MATCH (a:%) RETURN a", "写明"),
    ("MATCH (a:$(l)) RETURN a", "写明"),
    ("MATCH (n:Patient) WHERE n:CliToken RETURN n", "CliToken"),
    ("MATCH (p:Patient)--(x) RETURN x", "类型"),
    ("MATCH (p:Patient)-[r]-(x) RETURN x", "类型"),
    ("MATCH (p:Patient)-[*1..3]-(x) RETURN x", "类型"),
    ("MATCH (p:Patient)-[:MEMBER_OF]->(x) RETURN x", "MEMBER_OF"),
    ("MATCH (p:Patient) RETURN p.password_hash", "password_hash"),
    ("MATCH (p:Patient) RETURN p.cert\\u006eo", "转义"),
    ("MATCH (p:Patient) RETURN p.psn_no, p.certno AS c ORDER BY c", "排序"),
    ("MATCH (p:Patient) RETURN p.psn_no, p.certno AS c ORDER BY 1, toUpper(c) DESC", "排序"),
    ("MATCH (p:Patient) RETURN p.psn_no, p {.*} AS all ORDER BY all", "排序"),
    ("MATCH (p:Patient) RETURN p.psn_no ORDER BY properties(p)", "全部属性"),
    ("MATCH (p:Patient) WHERE properties(p) = $guess RETURN p.psn_no", "全部属性"),
    ("MATCH (p:Patient) RETURN max(p {.*})", "全部属性"),
    ("MATCH (p:Patient) WITH p {.*} AS m RETURN m", "全部属性"),
    ("MATCH (a:Patient), (b:Patient) RETURN properties(a) = properties(b)", "全部属性"),
    ("MATCH (n IS Account) RETURN properties(n)", "冒号"),
    ("WITH range(1, 100000000) AS r RETURN size([x IN r WHERE x % 2 = 0])", "range"),
    ("RETURN [x IN range(1, $n) | x]", "range"),
    ("WITH 1000000000 AS n RETURN [x IN range(1, n) | x]", "range"),
    ("RETURN [x IN range(1, 100000 * 10000) | x]", "range"),
    ("RETURN [x IN range(1, size(range(1, 1e9))) | x]", "range"),
    ("MATCH (p:Patient)-[r IS MEMBER_OF]->(x) RETURN x", "冒号"),
    ("MATCH (p:Patient) WHERE p IS % RETURN p", "冒号"),
    ("CALL { USE system MATCH (p:Patient) RETURN p } RETURN p", "USE"),
    ("MATCH (p:Patient) RETURN p.\u180ecertno + ''", "配对"),
    ("MATCH (p:Patient) RETURN p.\u200bcertno + ''", "配对"),
    ("EXPLAIN MATCH (p:Patient) RETURN p", "开头"),
    ("PROFILE MATCH (p:Patient) RETURN p", "开头"),
    ("RETURN 1; MATCH (p:Patient) RETURN p", "一条"),
    ("// MATCH (p:Patient) RETURN p", "注释"),
    ("RETURN 'x", "配对"),
    ("RETURN (1]", "配对"),
    ("", "字符"),
    ("RETURN " + "1" * 10_001, "字符"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "masked"), GOOD)
def test_reads_of_the_map_pass(text: str, masked: dict[int, str]) -> None:
    assert pass_gate(text).masked == masked


@pytest.mark.parametrize(("text", "says"), BAD)
def test_the_reason_is_told(text: str, says: str) -> None:
    with pytest.raises(Refusal) as caught:
        pass_gate(text)
    assert caught.value.code == "CYPHER_REFUSED"
    assert says in caught.value.message_zh


@given(st.text(alphabet="aN1.:|&!()[]{}'\"`$%-;,/*\\ \n", max_size=60))
def test_any_text_passes_or_is_refused(text: str) -> None:
    code = "CYPHER_REFUSED"
    try:
        pass_gate(text)
    except Refusal as refusal:
        code = refusal.code
    assert code == "CYPHER_REFUSED"


@given(st.lists(st.sampled_from(["a", "'x;y'", '"z"', "`q r`", "$p", "1.5", "<=", "(b)", "[c]"])))
def test_tokens_join_to_what_was_written(words: list[str]) -> None:
    found = [token.text for token in tokens_of(" ".join(words))]
    flat = (
        " ".join(words).replace("(", "( ").replace(")", " )").replace("[", "[ ").replace("]", " ]")
    )
    assert len(found) == len(flat.replace("q r", "qr").split())


def test_an_open_bracket_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        tokens_of("RETURN (1")
