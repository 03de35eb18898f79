"""Import batches, their rejects, and what waits to be imported."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import anyio.to_thread
import strawberry

from api.batch import types as gql
from api.context import Context, Info
from api.errors import Missing
from api.ids import key_of, to_global
from api.names import Language, pick
from api.paging import Connection, connect, decode_cursor, offset, page_size
from api.quality.convert import said
from api.rest.incoming import incoming_root
from api.session.pages import may_open
from casework.actors import WITHDRAWERS
from claims.batches import Batch
from claims.errors import BatchUnknown
from claims.intake.reasons import reason_en
from claims.own_profiles import KeptProfile, kept_profiles, known_profiles
from claims.profile import load_profile, shipped
from claims.store import ClaimStore, Reject


def permit_imports(context: Context) -> ClaimStore:
    """The store, for those who may open the imports page."""
    if not may_open(context.actor, "imports"):
        raise Missing("导入批次")
    return ClaimStore(context.services.settings.home)


def batch_of(batch: Batch, context: Context) -> gql.ImportBatch:
    """A batch with its files, tables, totals and remarks."""
    return gql.ImportBatch(
        id=to_global("ImportBatch", batch.batch_id),
        batch_id=batch.batch_id,
        profile=batch.profile,
        status="withdrawn" if batch.withdrawn else "accepted",
        imported_at=batch.at,
        imported_by=batch.by,
        seconds=batch.seconds,
        files=[gql.BatchFile(name=f.name, sha256=f.sha256, rows=f.rows) for f in batch.files],
        tables=[
            gql.BatchTable(
                table=table.table,
                rows=table.rows,
                accepted=table.accepted,
                rejected=table.rejected,
                totals=[
                    gql.BatchTotal(column=column, amount=Decimal(amount))
                    for column, amount in table.totals.items()
                ],
            )
            for table in batch.tables
        ],
        rejects=batch.rejects,
        months=sorted({m for tally in batch.tallies.values() for m in tally.months}),
        withdrawn_months=sorted(batch.withdrawn_months),
        replaces=list(batch.replaces),
        can_withdraw=not batch.withdrawn and context.actor.holds(*WITHDRAWERS),
        notes=[
            gql.BatchNote(said=said(context.say(note.message, note.message_en)), rows=note.rows)
            for note in batch.notes
        ],
    )


def reject_of(reject: Reject, language: Language) -> gql.Reject:
    """A refused row; its raw text leaves only in the export, with a purpose."""
    return gql.Reject(
        file=reject.file,
        line=reject.line,
        table=reject.table,
        field=reject.field or None,
        code=reject.code,
        reason=pick(language, reject.reason, reason_en(reject.code)),
    )


def waiting(home: Path) -> list[gql.IncomingFolder]:
    """Delivered folders, newest first."""
    root = incoming_root(home)
    if not root.is_dir():
        return []
    folders = [folder for folder in root.iterdir() if folder.is_dir()]
    folders.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
    return [_folder(folder) for folder in folders]


def _folder(folder: Path) -> gql.IncomingFolder:
    files = [file for file in sorted(folder.iterdir()) if not file.name.startswith(".")]
    return gql.IncomingFolder(
        name=folder.name,
        files=[file.name for file in files],
        bytes=sum(file.stat().st_size for file in files),
        modified_at=datetime.fromtimestamp(folder.stat().st_mtime, UTC),
    )


async def load_batch(context: Context, key: str) -> gql.ImportBatch | None:
    """A batch; None when there is none."""
    store = permit_imports(context)
    try:
        batch = await anyio.to_thread.run_sync(lambda: store.batch(key))
        return batch_of(batch, context)
    except BatchUnknown:
        return None


@strawberry.type
class BatchQueries:
    """The imports page."""

    @strawberry.field
    async def import_batches(
        self, info: Info, first: int = 50, after: str | None = None
    ) -> Connection[gql.ImportBatch]:
        """Batches, newest first; withdrawn ones stay in the list."""
        store = permit_imports(info.context)
        found = await anyio.to_thread.run_sync(lambda: store.batches(withdrawn=True))
        found.sort(key=lambda batch: batch.batch_id, reverse=True)
        cursor, size = decode_cursor(after, str), page_size(first)
        rest = [batch for batch in found if cursor is None or batch.batch_id < cursor[0]]
        rows = [(batch_of(batch, info.context), (batch.batch_id,)) for batch in rest[:size]]
        return connect(rows, len(rest) > size, len(found))

    @strawberry.field
    async def import_batch(self, info: Info, id: strawberry.ID) -> gql.ImportBatch | None:
        """One batch."""
        return await load_batch(info.context, key_of(id, "ImportBatch"))

    @strawberry.field
    async def rejects(
        self, info: Info, batch_id: str, first: int = 50, after: str | None = None
    ) -> Connection[gql.Reject]:
        """Refused rows of a batch, in the order of the files."""
        store = permit_imports(info.context)
        cursor, size = decode_cursor(after, offset), page_size(first)
        start = cursor[0] if cursor else 0
        try:
            found = await anyio.to_thread.run_sync(
                lambda: store.rejects(batch_id, limit=size + 1, offset=start)
            )
            total = (await anyio.to_thread.run_sync(lambda: store.batch(batch_id))).rejects
        except BatchUnknown:
            raise Missing("导入批次") from None
        rows = [
            (reject_of(reject, info.context.language), (start + number + 1,))
            for number, reject in enumerate(found[:size])
        ]
        return connect(rows, len(found) > size, total)

    @strawberry.field
    async def incoming_folders(self, info: Info) -> list[gql.IncomingFolder]:
        """Deliveries on the server that wait to be imported."""
        permit_imports(info.context)
        home = info.context.services.settings.home
        return await anyio.to_thread.run_sync(lambda: waiting(home))

    @strawberry.field
    async def import_profiles(self, info: Info) -> list[gql.ImportProfile]:
        """The ways to read files."""
        permit_imports(info.context)
        home = info.context.services.settings.home
        names = await anyio.to_thread.run_sync(known_profiles, home)
        ours = shipped()
        profiles = [load_profile(name, home) for name in names]
        language = info.context.language
        return [
            gql.ImportProfile(
                name=p.name,
                version=p.version,
                title=pick(language, p.title, p.title_en),
                own=p.name not in ours,
            )
            for p in profiles
        ]

    @strawberry.field
    async def kept_profiles(self, info: Info) -> list[gql.KeptProfile]:
        """The bureau's own profiles with all their versions, the latest first."""
        home = permit_imports(info.context).home
        found = await anyio.to_thread.run_sync(kept_profiles, home)
        found.sort(key=lambda one: one.at, reverse=True)
        return [kept_of(one, info.context.language) for one in found]


def kept_of(one: KeptProfile, language: Language) -> gql.KeptProfile:
    """A kept version in the reader's language."""
    return gql.KeptProfile(
        name=one.name,
        version=one.version,
        title=pick(language, one.title, one.title_en),
        file=one.file,
        sha256=one.sha256,
        kept_by=one.by,
        kept_at=one.at,
        in_force=one.in_force,
    )
