"""The few plain HTTP paths beside GraphQL: deliveries in, exports out."""

from __future__ import annotations

from starlette.routing import Route

from api.rest.approval import get_file_approval, get_parameter_approval
from api.rest.asked import METHODS
from api.rest.calendar import get_calendar
from api.rest.cypher import post_cypher
from api.rest.doctors import get_form, get_list
from api.rest.documents import get_case_form, get_form_template, put_form_template
from api.rest.dossier import get_dossier
from api.rest.evidence import get_certificate, get_evidence
from api.rest.findings import get_findings
from api.rest.form_draft import get_form_draft
from api.rest.incoming import put_file
from api.rest.inspection import get_paper
from api.rest.interview import get_interview, get_visits
from api.rest.investigation import get_evidence_list
from api.rest.lines import get_confirmed, put_refunds
from api.rest.log import get_log
from api.rest.measure_export import get_measures
from api.rest.measure_form import get_letter, get_measure_form
from api.rest.measures import get_status
from api.rest.parameter_table import get_parameter_table, look_at_table
from api.rest.person import for_person
from api.rest.quality import get_quality
from api.rest.rejects import get_rejects
from api.rest.ring import get_ring
from api.rest.settle_export import get_settle
from api.rest.volume import get_volume
from api.rest.workbook import get_template, look_at_workbook, put_workbook
from api.rest.year import get_year


def rest_routes() -> list[Route]:
    """Routes; each handler is given the person."""
    return [
        Route("/incoming/{folder}/{name}", for_person(put_file), methods=["PUT"]),
        Route("/workbook/course/{name}", for_person(look_at_workbook), methods=["POST"]),
        Route("/workbook/course/{name}", for_person(put_workbook), methods=["PUT"]),
        Route("/export/course-template.xlsx", for_person(get_template)),
        Route("/workbook/parameter/{name}", for_person(look_at_table), methods=["POST"]),
        Route("/export/parameter-table/{name}.xlsx", for_person(get_parameter_table)),
        Route("/refunds/{fixmedins_code}/{name}", for_person(put_refunds), methods=["PUT"]),
        Route("/export/inspection/{inspection_no}/{what}.pdf", for_person(get_paper)),
        Route("/export/interview/{case_no}/{key}.pdf", for_person(get_interview)),
        Route("/export/home-visits/{case_no}/{key}.pdf", for_person(get_visits), methods=METHODS),
        Route("/export/case-lines/{case_no}.{kind}", for_person(get_confirmed)),
        Route("/export/findings.{kind}", for_person(get_findings), methods=METHODS),
        Route("/export/rejects/{batch_id}.zip", for_person(get_rejects), methods=METHODS),
        Route("/export/investigation/{key}.xlsx", for_person(get_evidence_list)),
        Route("/export/cypher.xlsx", for_person(post_cypher), methods=["POST"]),
        Route("/export/ring/{ring_id}.{kind}", for_person(get_ring), methods=METHODS),
        Route("/export/quality/{batch_id}.xlsx", for_person(get_quality)),
        Route("/export/dossier/{case_no}.zip", for_person(get_dossier), methods=METHODS),
        Route("/export/evidence/{evidence_id}", for_person(get_evidence), methods=METHODS),
        Route(
            "/export/certificate/{prac_psn_code}/{evidence_id}",
            for_person(get_certificate),
            methods=METHODS,
        ),
        Route("/export/log.csv", for_person(get_log), methods=METHODS),
        Route("/export/points/{prac_psn_code}/{form}.pdf", for_person(get_form)),
        Route(
            "/export/points/{prac_psn_code}/approval/{about}.{kind}", for_person(get_file_approval)
        ),
        Route(
            "/export/parameter-approval/{proposal_id}.{kind}", for_person(get_parameter_approval)
        ),
        Route("/export/restoration-list/{batch_id}.{kind}", for_person(get_list)),
        Route("/export/form-draft/{case_no}/{form_id}.pdf", for_person(get_form_draft)),
        Route("/export/form/{case_no}/{issue_id}.{kind}", for_person(get_case_form)),
        Route(
            "/export/volume/{case_no}/{version:int}/{kind}.pdf",
            for_person(get_volume),
            methods=METHODS,
        ),
        Route(
            "/export/measure-form/{form_id}.{kind}", for_person(get_measure_form), methods=METHODS
        ),
        Route("/export/entrustment.{kind}", for_person(get_letter)),
        Route("/export/form-template/{form_id}.docx", for_person(get_form_template)),
        Route("/form-template/{form_id}", for_person(put_form_template), methods=["PUT"]),
        Route("/export/year/{year}.xlsx", for_person(get_year)),
        Route("/export/calendar.ics", for_person(get_calendar)),
        Route("/export/measures.csv", for_person(get_measures)),
        Route("/export/settle-fees.{kind}", for_person(get_settle)),
        # For settlement systems: a key instead of a person.
        Route("/rest/measures.{kind}", get_status),
    ]
