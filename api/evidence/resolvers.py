"""Evidence comes in through staging, and every look at it is an event."""

from __future__ import annotations

from typing import Any

import anyio.to_thread
import strawberry
from strawberry.utils.str_converters import to_camel_case

from api.acts import perform
from api.answers import ErrorsAsData
from api.context import Context, Info
from api.errors import Invalid, Missing
from api.evidence import types as gql
from api.evidence.convert import Unsaid, item_of, unsaid
from api.inputs import enum_of, input_of, to_dataclass
from api.results import EvidenceResult, EvidenceSuccess, UploadResult, UploadSuccess
from casework.clocks.calendars import local_date
from casework.commands.case import AttachEvidence
from casework.commands.evidence import (
    AccessEvidence,
    Collection,
    EvidenceKind,
    ReceiveEvidence,
    StateCollection,
)
from casework.custody.collected import ASKED
from casework.custody.give import permit
from casework.refusal import Refusal
from evidence.errors import EvidenceError
from evidence.intake import abandon, begin, find, finish, is_stored
from evidence.s3 import S3Store
from evidence.uploads import Stored, Upload, UploadIntent
from graph.cases.read import case_state
from graph.custody.read import EvidencePage, evidence_page, list_evidence

CollectionInput = input_of(Collection, "CollectionInput")
enum_of(EvidenceKind)
EvidenceAccessInput = input_of(AccessEvidence, "EvidenceAccessInput")


@strawberry.input
class EvidenceCollectionStateInput:
    """How an item was taken, said later, and why only now; what is left out stays as it stands."""

    evidence_id: str
    collection: CollectionInput  # type: ignore[valid-type]
    reason: str
    command_id: str | None = None


@strawberry.input
class EvidenceUploadStartInput:
    """A file about to be sent. Without ``caseNo`` it is a certificate of the sender himself."""

    name: str
    size: int
    media_type: str
    sha256: str | None = None
    case_no: str | None = None


@strawberry.input
class EvidenceUploadCompleteInput:
    """The bytes are there. ``proves`` attaches the item to the upload's case.

    ``from_reporter``: who reported the case can be known from it; it stays inside the bureau.
    """

    upload_id: str
    kind: EvidenceKind
    proves: str | None = None
    collection: CollectionInput | None = None  # type: ignore[valid-type]
    from_reporter: bool = False


def store_of(context: Context) -> S3Store:
    """The vault behind this request."""
    return S3Store(context.services.objects, signer=context.services.signer)


def invalid(error: EvidenceError) -> Invalid:
    """The vault's refusal as an input error."""
    return Invalid("file", error.message_zh, error.message_en)


@strawberry.type
class EvidenceQueries:
    """Items of evidence."""

    @strawberry.field
    async def evidence(self, info: Info, evidence_id: str) -> gql.EvidenceItem | None:
        """One item with its chain of custody."""
        context = info.context
        page = await evidence_page(context.driver, context.viewer, evidence_id)
        return await _told(context, page) if page else None

    @strawberry.field
    async def evidence_items(
        self, info: Info, case_no: str | None = None, first: int = 100
    ) -> list[gql.EvidenceItem]:
        """Items by case; without a case, those that this person may see."""
        context = info.context
        found = await list_evidence(context.driver, context.viewer, case_no=case_no, first=first)
        nos = sorted({page.item.case_no for page in found if page.item.case_no})
        less = {no: await _unsaid(context, no) for no in nos}
        return [
            item_of(page, context.language, less.get(page.item.case_no or "", Unsaid()))
            for page in found
        ]

    @strawberry.field
    def evidence_asked(self, info: Info) -> list[gql.EvidenceAsked]:
        """What is asked of each of the eight kinds about how it was taken."""
        return [
            gql.EvidenceAsked(kind=kind.name, fields=[to_camel_case(one) for one in fields])
            for kind, fields in ASKED.items()
        ]


@strawberry.type
class EvidenceMutations:
    """Sending and looking."""

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def evidence_upload_start(
        self, info: Info, input: EvidenceUploadStartInput
    ) -> UploadResult:
        """Announce a file; answers where to PUT the bytes."""
        context = info.context
        actor = context.actor
        await _permit(context, input.case_no, attach=False)
        labels = {"by": actor.account, "case_no": input.case_no or ""}
        intent = UploadIntent(
            name=input.name,
            media_type=input.media_type,
            size=input.size,
            sha256=input.sha256,
            labels=labels,
        )
        try:
            ticket = await anyio.to_thread.run_sync(
                lambda: begin(store_of(context), intent, context.at)
            )
        except EvidenceError as error:
            raise invalid(error) from None
        return UploadSuccess(
            ticket=gql.UploadTicket(
                upload_id=ticket.upload_id,
                url=ticket.url,
                parts=[
                    gql.UploadPart(number=p.number, url=p.url, first=p.first, size=p.size)
                    for p in ticket.parts
                ],
                expires_at=ticket.expires_at,
            )
        )

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def evidence_upload_complete(
        self, info: Info, input: EvidenceUploadCompleteInput
    ) -> EvidenceResult:
        """Re-read, hash, lock, read back; then acknowledge and put it on record."""
        context = info.context
        actor, store = context.actor, store_of(context)
        try:
            upload = await anyio.to_thread.run_sync(lambda: find(store, input.upload_id))
            if upload.intent.labels.get("by") != actor.account:
                raise Missing("上传")
            await _permit_or_drop(context, upload, attach=bool(input.proves))
            stored = await anyio.to_thread.run_sync(
                lambda: finish(store, input.upload_id, context.at)
            )
        except EvidenceError as error:
            raise invalid(error) from None
        evidence_id = await _record(info, upload, stored, input)
        case_no = stored.labels.get("case_no")
        if case_no and input.proves:
            await perform(
                info,
                AttachEvidence(
                    case_no=case_no,
                    evidence_id=evidence_id,
                    proves=input.proves,
                    from_reporter=input.from_reporter,
                    command_id=f"attach:{input.upload_id}",
                ),
            )
        page = await evidence_page(context.driver, context.viewer, evidence_id)
        if page is None:
            raise Missing("证据")
        return EvidenceSuccess(evidence=await _told(context, page), duplicate=stored.duplicate)

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def evidence_collection_state(
        self, info: Info, input: EvidenceCollectionStateInput
    ) -> EvidenceResult:
        """Say later how an item was taken that was accepted without."""
        context = info.context
        if await evidence_page(context.driver, context.viewer, input.evidence_id) is None:
            raise Missing("证据")
        await perform(
            info,
            StateCollection(
                evidence_id=input.evidence_id,
                collection=to_dataclass(Collection, input.collection),
                reason=input.reason,
                command_id=input.command_id,
            ),
        )
        page = await evidence_page(context.driver, context.viewer, input.evidence_id)
        if page is None:
            raise Missing("证据")
        return EvidenceSuccess(evidence=await _told(context, page))

    @strawberry.mutation(extensions=[ErrorsAsData()])
    async def evidence_access(self, info: Info, input: EvidenceAccessInput) -> EvidenceResult:  # type: ignore[valid-type]
        """State the purpose before opening or downloading an item."""
        command: AccessEvidence = to_dataclass(AccessEvidence, input)
        context = info.context
        if await evidence_page(context.driver, context.viewer, command.evidence_id) is None:
            raise Missing("证据")
        await perform(info, command)
        page = await evidence_page(context.driver, context.viewer, command.evidence_id)
        if page is None:
            raise Missing("证据")
        return EvidenceSuccess(evidence=await _told(context, page))


async def _unsaid(context: Context, case_no: str | None) -> Unsaid:
    if case_no is None:
        return Unsaid()
    return unsaid(await case_state(context.driver, context.viewer, case_no), context.viewer)


async def _told(context: Context, page: EvidencePage) -> gql.EvidenceItem:
    return item_of(page, context.language, await _unsaid(context, page.item.case_no))


async def _permit(context: Context, case_no: str | None, *, attach: bool) -> None:
    """Refuse who may not give evidence (on that case), before any byte is taken."""
    case = None
    if case_no is not None:
        case = await case_state(context.driver, context.viewer, case_no)
        if case is None:
            raise Missing("案件")
    permit(case, context.actor, context.at, attach=attach)


async def _permit_or_drop(context: Context, upload: Upload, *, attach: bool) -> None:
    """The right may be gone since the upload began; then nothing of it remains.

    What is stored already is on record or about to be: completing it again changes nothing.
    """
    store = store_of(context)
    if await anyio.to_thread.run_sync(lambda: is_stored(store, upload.upload_id)):
        return
    try:
        await _permit(context, upload.intent.labels.get("case_no") or None, attach=attach)
    except (Refusal, Missing):
        await anyio.to_thread.run_sync(lambda: abandon(store, upload.upload_id))
        raise


async def _record(
    info: Info, upload: Upload, stored: Stored, given: EvidenceUploadCompleteInput
) -> str:
    """Put the item on record once: a repeated completion changes nothing."""
    evidence_id = f"E{given.upload_id[:20]}"
    collection: Any = given.collection
    await perform(
        info,
        ReceiveEvidence(
            evidence_id=evidence_id,
            name=stored.name,
            kind=given.kind,
            media_type=stored.media_type,
            size=stored.size,
            sha256=stored.sha256,
            sm3=stored.sm3,
            object_key=stored.key,
            version_id=stored.version_id,
            declared_sha256=upload.intent.sha256 or "",
            retain_until=local_date(stored.retain_until),
            case_no=stored.labels.get("case_no") or None,
            collection=to_dataclass(Collection, collection) if collection else Collection(),
            command_id=f"receive:{given.upload_id}",
        ),
    )
    return evidence_id
