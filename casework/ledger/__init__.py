"""Recovery ledger of a case: where each yuan of fund money, and of the fine, stands."""
