"""The declarations of the map and everything that has to follow them."""

from pathlib import Path

from claims.store import ClaimStore
from graph.explore.counts import COUNTS
from graph.explore.ids import FIND, FIND_MANY
from graph.explore.routes import ROUTES, routes_from
from graph.load.cypher import CREATE, RENEW, SWEEP, UNLINK, WRITE
from graph.load.difference import HAVE, keys_of, name_of
from graph.load.lists import columns_of
from graph.load.staging import prepare, stage
from graph.migrate import read_migrations
from graph.schema import ALL, KINDS, NODES, PAIRS, NodeKind, link_types


def test_staging_gives_every_declared_column(tmp_path: Path) -> None:
    with ClaimStore(tmp_path).connect() as connection:
        prepare(connection, "salt")
        stage(connection)
        for kind in ALL:
            columns = {row[0] for row in connection.execute(f"DESCRIBE {kind.table}").fetchall()}
            assert {prop.name for prop in kind.stored} <= columns, kind
            assert set(keys_of(kind)) <= columns
            if isinstance(kind, NodeKind):
                assert {link.column for link in kind.links} <= columns


def test_every_kind_is_written_read_and_swept() -> None:
    names = {name_of(kind) for kind in ALL}
    pairs = {kind.type for kind in PAIRS}
    assert set(WRITE) | pairs == set(SWEEP) == set(HAVE) == names
    assert set(RENEW) == pairs
    assert set(UNLINK) == {kind.label for kind in NODES if kind.links}
    assert set(FIND) == set(FIND_MANY) == set(COUNTS) == set(KINDS)


def test_the_short_way_in_takes_every_cell_by_its_place() -> None:
    for name, query in (*CREATE.items(), *RENEW.items()):
        kind = next(kind for kind in ALL if name_of(kind) == name)
        columns = columns_of(kind)
        for prop in kind.stored:
            place = f"r[{columns.index(prop.name)}]"
            cell = f"localdatetime({place})" if prop.type == "localdatetime" else place
            assert f"{prop.name}: {cell}" in query, (name, prop.name)
        for column in columns:
            assert f"r[{columns.index(column)}]" in query, (name, column)


def test_every_node_kind_has_a_uniqueness_constraint() -> None:
    statements = " ".join(s for m in read_migrations() for s in m.statements)
    for kind in NODES:
        assert f"FOR (n:{kind.label}) REQUIRE n.{kind.key} IS UNIQUE" in statements


def test_routes_lead_both_ways_and_end_at_the_key() -> None:
    for route in ROUTES:
        assert route.key == f"b.{KINDS[route.neighbour].key}"
        back = {(r.relation, r.neighbour) for r in routes_from(route.neighbour)}
        assert (route.relation, route.kind) in back
    made_of_settlements = {"USED_BED", "USED_TERMINAL"}
    judged = {"SAME_AS"}
    assert {route.relation for route in ROUTES} - made_of_settlements - judged == set(link_types())


def test_counts_name_the_relations_of_the_routes() -> None:
    for kind, query in COUNTS.items():
        for route in routes_from(kind):
            assert f"{route.relation}:" in query, (kind, route.relation)
