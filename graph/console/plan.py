"""Whether a query only reads, judged from the server's own plan (EXPLAIN runs nothing)."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import neo4j
from neo4j.exceptions import ClientError

from graph.console.gate import blocked
from graph.explore.reading import PLANNING

# Operators that read the store or only compute. Whatever is not here is refused: a list of what is
# forbidden would be out of date with the next version of the server.
READING: Final = frozenset(
    [
        "Aggregation",
        "AllShortestPaths",
        "AntiConditionalApply",
        "AntiSemiApply",
        "Apply",
        "Argument",
        "AssertSameNode",
        "CacheProperties",
        "CartesianProduct",
        "ConditionalApply",
        "DirectedRelationshipIndexScan",
        "DirectedRelationshipIndexSeek",
        "DirectedRelationshipTypeScan",
        "DirectedUnionRelationshipTypesScan",
        "Distinct",
        "Eager",
        "EagerAggregation",
        "EmptyResult",
        "EmptyRow",
        "Expand(All)",
        "Expand(Into)",
        "Filter",
        "IntersectionNodeByLabelsScan",
        "LeftOuterHashJoin",
        "LetAntiSemiApply",
        "LetSelectOrAntiSemiApply",
        "LetSelectOrSemiApply",
        "LetSemiApply",
        "Limit",
        "MultiNodeIndexSeek",
        "NodeByLabelScan",
        "NodeCountFromCountStore",
        "NodeHashJoin",
        "NodeIndexContainsScan",
        "NodeIndexEndsWithScan",
        "NodeIndexScan",
        "NodeIndexSeek",
        "NodeIndexSeekByRange",
        "NodeUniqueIndexSeek",
        "NodeUniqueIndexSeekByRange",
        "OptionalExpand(All)",
        "OptionalExpand(Into)",
        "Optional",
        "OrderedAggregation",
        "OrderedDistinct",
        "OrderedUnion",
        "PartialSort",
        "PartialTop",
        "PartitionedNodeByLabelScan",
        "PartitionedUnionNodeByLabelsScan",
        "PartitionedUnwind",
        "ProduceResults",
        "ProjectEndpoints",
        "Projection",
        "RelationshipCountFromCountStore",
        "RepeatOptions",
        "RepeatTrail",
        "Repeat(Trail)",
        "Repeat(Walk)",
        "RightOuterHashJoin",
        "RollUpApply",
        "SelectOrAntiSemiApply",
        "SelectOrSemiApply",
        "SemiApply",
        "ShortestPath",
        "Skip",
        "Sort",
        "StatefulShortestPath(All)",
        "StatefulShortestPath(Into)",
        "SubtractionNodeByLabelsScan",
        "Top",
        "Top1WithTies",
        "TriadicBuild",
        "TriadicFilter",
        "TriadicSelection",
        "UndirectedRelationshipIndexScan",
        "UndirectedRelationshipIndexSeek",
        "UndirectedRelationshipTypeScan",
        "UndirectedUnionRelationshipTypesScan",
        "Union",
        "UnionNodeByLabelsScan",
        "Unwind",
        "ValueHashJoin",
        "VarLengthExpand(All)",
        "VarLengthExpand(Into)",
        "VarLengthExpand(Pruning)",
        "BFSPruningVarLengthExpand",
        "VarLengthExpand(Pruning,BFS,All)",
        "VarLengthExpand(Pruning,BFS)",
        "BidirectionalStatefulShortestPath(Into)",
        "NullifyMetadata",
        "PreserveOrder",
        "ExhaustiveLimit",
    ]
)


async def only_reads(driver: neo4j.AsyncDriver, text: str, parameters: Mapping[str, Any]) -> None:
    """Raise the refusal CYPHER_REFUSED, with the reason, unless the plan only reads."""
    # The text is a person's; it is planned, not run, and in a session that may only read.
    query: Any = "EXPLAIN " + text
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        try:
            result = await session.run(neo4j.Query(query, timeout=PLANNING), dict(parameters))
            summary = await result.consume()
        except ClientError as error:
            said = (error.message or "").splitlines()[0][:300]
            raise blocked(f"Neo4j 不接受：{said}", f"Neo4j refuses it: {said}") from error
    operators = set(_operators(summary.plan or {}))
    for operator in sorted(operators - READING):
        raise _reason(operator)
    if summary.query_type != "r":
        raise blocked("它会写入", "it writes")


def _reason(operator: str) -> Exception:
    if operator == "ProcedureCall":
        return blocked("它调用过程（CALL）", "it calls a procedure")
    if operator == "LoadCSV":
        return blocked("它读取外部文件（LOAD CSV）", "it reads a file (LOAD CSV)")
    if operator in ("AllNodesScan", "PartitionedAllNodesScan"):
        return blocked("节点须写明标签，如 (p:Patient)", "a node must name its label")
    if "IdSeek" in operator:
        # An id leads to any node of the store, be it an account or an event.
        return blocked("不能按内部 id 查找，请用编码", "it looks up internal ids: use codes")
    if any(word in operator for word in ("Create", "Merge", "Set", "Delete", "Remove", "Foreach")):
        return blocked(f"它会写入（{operator}）", f"it writes ({operator})")
    return blocked(f"控制台不允许的操作 {operator}", f"the operation {operator} is not allowed")


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    if "operatorType" in plan:
        yield str(plan["operatorType"]).partition("@")[0]
    for child in plan.get("children") or ():
        yield from _operators(child)
