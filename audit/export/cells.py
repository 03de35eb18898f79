"""Cells of stored claims on their way out: persons masked by the name of the column."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from casework.masking import mask_account, mask_address, mask_certno, mask_name, mask_tel

MASKS: Final[Mapping[str, Callable[[str], str]]] = {
    **dict.fromkeys(("psn_name", "coner_name"), mask_name),
    **dict.fromkeys(("certno", "registered", "mdtrt_cert_no", "prsc_dr_certno"), mask_certno),
    "tel": mask_tel,
    "live_addr": mask_address,
    "bankacct": mask_account,
}
Cells = tuple[str | None, ...]


def masked_cells(columns: Sequence[str], rows: Sequence[Cells]) -> tuple[Cells, ...]:
    """The rows with names, ID numbers, telephones and addresses masked; keys stay."""
    masks = [MASKS.get(column) for column in columns]
    return tuple(
        tuple(mask(cell) if mask and cell else cell for mask, cell in zip(masks, row, strict=True))
        for row in rows
    )
