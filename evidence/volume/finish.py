"""Make the merged volume a PDF/A-2b: what the file says of itself, its colours, its identity."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime
from typing import Any, Final

import pypdf
from pypdf.generic import ArrayObject, ByteStringObject, NameObject
from pypdf.xmp import XmpInformation

from evidence.dossier.typeset import typeset

PRODUCER: Final = "Jicha"


def finish(writer: pypdf.PdfWriter, title: str, author: str, at: datetime) -> bytes:
    """The bytes of the volume, the same for the same pages.

    The colour profile (output intent) is the one of our own printed sheets. What the information dictionary says and what XMP says agree (ISO 19005-2, 6.6.3).
    """
    writer.pdf_header = "%PDF-1.7"
    made_on = at.strftime("D:%Y%m%d%H%M%S+00'00'")
    writer.metadata = None
    writer.add_metadata(
        {"/Title": title, "/Author": author, "/CreationDate": made_on, "/Producer": PRODUCER}
    )
    told = XmpInformation.create()
    told.dc_title, told.dc_creator = {"x-default": title}, [author]
    told.xmp_create_date, told.pdf_producer = at, PRODUCER
    told.pdfaid_part, told.pdfaid_conformance = "2", "B"
    writer.xmp_metadata = told
    # 6.6.2.1 wants the stream to say what it is; the library leaves that out.
    said: Any = writer.root_object["/Metadata"].get_object()
    said[NameObject("/Type")], said[NameObject("/Subtype")] = (
        NameObject("/Metadata"),
        NameObject("/XML"),
    )
    own = pypdf.PdfReader(
        io.BytesIO(typeset("stamps", {"title": "", "sizes": []}, at).pdf)
    ).root_object
    intents: Any = own["/OutputIntents"].get_object()
    writer.root_object[NameObject("/OutputIntents")] = ArrayObject(
        one.get_object().clone(writer) for one in intents
    )
    out = io.BytesIO()
    mark = ByteStringObject(hashlib.sha256(f"{title}{at.isoformat()}".encode()).digest()[:16])
    writer._ID = ArrayObject((mark, mark))  # the library's own identifier is drawn at random
    writer.write(out)
    return out.getvalue()
