"""The map's shape in words, written from the declarations: `docs/graph.md`."""

from collections.abc import Iterator

from graph.patterns.template import templates
from graph.schema import CROWD, NODES, PAIRS, NodeKind, PairKind, Property

HEAD = """# The map in Neo4j

Written by `scripts/graph_doc.py` from `graph/schema.py` and `graph/patterns/templates/`; `make check` compares it.
Change the declarations, then `make graph`.

Every settlement is a node; fee lines stay in the columnar store. Times are the interface's wall time of Asia/Shanghai
(LocalDateTime). Amounts are kept as the bill's decimal text (yuan) and as whole fen, so that sums in Cypher are exact.
Public ids are `Kind:key`, for hospitals and pharmacies alike `Institution:<fixmedins_code>`. **Personal** properties are
masked for everybody who has not stated a purpose; the Cypher console lets them stand as columns of their own only.

Shared phones, addresses, employers, beds and terminals are nodes. **Bank accounts** are not: no table of the national
interface that is imported here has one (the accounts of `setl_d`, `acct_pay` and `balc`, are the insured's own fund account and
have no number). A bureau whose own file says into whose account costs are paid back maps that column to the optional
`psn_info_b.bankacct` (profile `excel`: 收款账号, 银行账号, 报销收款账号; or the bureau's own profile). It stays in the columnar store;
a ring's dossier then tells, masked whoever looks, which members are paid into one account, and how many. It explains a ring and never makes one.
"""
LOADING = """## Loading

`jicha graph load [--offline | --online] [--json]` brings the map to the state of the claim store; again, it changes nothing.

- **Offline**, while no case exists and the server is embedded: a fresh store from files, with everything that people made,
  swapped in by one rename. Nodes are numbered in DuckDB and imported with `--id-type=actual`, so the importer looks up no key.
- **Online**: batches of one transaction each, two at a time. Rows that are new are created; what changed has its links renewed;
  what a withdrawn batch had brought is removed, but for nodes to which people tied something: they stay, bare, `withdrawn: true`.
- **Resumable**: each row carries a `digest`; what is committed no longer differs. After a complete load keys and digests are kept
  in `map/loaded/` of the data home, with the store's files that they cover (the ledger). It is trusted only if the store names it and its own counts are still the same;
  otherwise the digests are read from the store.
- **An increment** (a batch or month that came or went since a complete load) stages, compares and writes only what it touches, and
  goes online: `docs/adr/0030`. Judged pairs ("same person") whose records came after the judgement get their edge.
- The report gives counts, seconds by phase, `rate` (settlements a second over all) and `write_rate` (over the writing alone).
"""


def describe() -> str:
    """The whole page."""
    parts = [HEAD, "## Nodes\n", *_nodes(), "## Summed relationships\n", *_pairs(), LOADING]
    return "\n".join([*parts, "## Saved questions\n", *_questions()]).rstrip() + "\n"


def _nodes() -> Iterator[str]:
    for kind in NODES:
        also = " (also `Hospital` or `Pharmacy`)" if kind.label == "Institution" else ""
        yield f"### `{kind.label}`{also}\n"
        yield from _properties(kind)
        for link in kind.links:
            start, end = (link.target, kind.label) if link.incoming else (kind.label, link.target)
            yield f"- `(:{start})-[:{link.type}]->(:{end})`"
        if kind.links:
            yield ""


def _pairs() -> Iterator[str]:
    yield "One relationship for all settlements between two nodes, so that a picture needs no single ones.\n"
    for pair in PAIRS:
        yield f"### `(:{pair.source})-[:{pair.type}]->(:{pair.target})`\n"
        yield from _properties(pair)


def _properties(kind: NodeKind | PairKind) -> Iterator[str]:
    yield "| property | type | meaning |"
    yield "|---|---|---|"
    for prop in kind.stored:
        yield f"| `{prop.name}` | {prop.type} | {_meaning(kind, prop)} |"
    yield ""


def _meaning(kind: NodeKind | PairKind, prop: Property) -> str:
    text = prop.meaning
    if isinstance(kind, NodeKind) and prop.name == kind.key:
        text = "key, unique"
    if prop.name == "sharers":
        text += f"; above {CROWD}, sharing says little"
    return text + (" (**personal**)" if prop.mask else "")


def _questions() -> Iterator[str]:
    yield "| key | question | asks for |"
    yield "|---|---|---|"
    for template in templates().values():
        asks = ", ".join(f"`{one.name}`" for one in template.parameters)
        yield f"| `{template.key}` | {template.title_en} / {template.title_zh} | {asks} |"
