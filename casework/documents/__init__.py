"""Legal documents of a case: forms that are issued, numbered, signed and voided."""
