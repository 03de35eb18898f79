"""An act that is approved on an 内部审批表 beside a case, in the reader's language."""

from __future__ import annotations

from api.names import Language, pick
from api.points import types as gql
from casework.documents.beside import Approval


def approval_of(one: Approval, language: Language) -> gql.ActApproval:
    """The act with its form as it was signed."""
    scan = gql.Enclosure(certificate=one.scan.certificate, name=one.scan.name) if one.scan else None
    return gql.ActApproval(
        about=one.about,
        of=one.of,
        title=pick(language, one.title.zh, one.title.en),
        by=one.by.signed,
        at=one.at,
        scan=scan,
    )
