"""No module needs itself, by whatever way round: what a file imports can be read before it."""

import grimp
import networkx as nx

ROOMS = ("api", "audit", "casework", "claims", "cli", "evidence", "graph", "stack", "workers")


def test_no_modules_import_each_other_in_a_circle() -> None:
    imports = grimp.build_graph(*ROOMS, exclude_type_checking_imports=False)
    # A package that gathers its own modules is not led by them.
    arrows = [
        (module, other)
        for module in imports.modules
        for other in imports.find_modules_directly_imported_by(module)
    ]
    circles = [
        sorted(one) for one in nx.strongly_connected_components(nx.DiGraph(arrows)) if len(one) > 1
    ]
    assert sorted(circles) == []
