"""Projections: what reads need at hand, rewritten in the transaction that appends."""

from collections.abc import Sequence
from datetime import datetime

import neo4j

from casework.accounts.state import AccountState
from casework.batches.state import BatchState
from casework.cases.state import CaseState
from casework.courses.course import CourseState
from casework.courses.study import StudyState
from casework.custody.state import EvidenceState
from casework.decide import State
from casework.delegation.state import MandatesState
from casework.events import Event
from casework.inspection.state import InspectionState
from casework.judgements.state import MarkState
from casework.keys.state import KeyState
from casework.measures.state import MeasuresState
from casework.points.state import PointsState
from graph.projections.account import project_account
from graph.projections.batch import project_batch
from graph.projections.case import project_case
from graph.projections.certificates import project_certificates
from graph.projections.course import project_course
from graph.projections.document import project_numbers
from graph.projections.evidence import project_evidence
from graph.projections.inspection import project_inspection
from graph.projections.key import project_key
from graph.projections.mandates import project_mandates
from graph.projections.mark import project_mark
from graph.projections.measures import project_measures
from graph.projections.points import project_points
from graph.projections.study import project_study
from graph.projections.waiting import Waiting


async def project(
    tx: neo4j.AsyncManagedTransaction, state: State, events: Sequence[Event], at: datetime
) -> Waiting:
    """Rewrite the projection of one stream from its state and full history.

    Returns for whom a case or file waits, now and before; for other streams nobody.
    """
    match state:
        case CaseState():
            waits = await project_case(tx, state, events, at)
            await project_numbers(tx, state)
            await project_certificates(tx, events)
            return waits
        case PointsState():
            return await project_points(tx, state, events, at)
        case AccountState():
            await project_account(tx, state)
        case EvidenceState():
            await project_evidence(tx, state)
        case MarkState():
            await project_mark(tx, state)
        case BatchState():
            await project_batch(tx, state)
        case CourseState():
            await project_course(tx, state)
        case StudyState():
            await project_study(tx, state)
        case MeasuresState():
            await project_measures(tx, state)
        case MandatesState():
            await project_mandates(tx, state)
        case KeyState():
            await project_key(tx, state)
        case InspectionState():
            await project_inspection(tx, state, events, at)
            await project_certificates(tx, events)
        case _:
            pass
    return Waiting()
