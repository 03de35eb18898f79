"""Reads of a case's lines, of earlier refunds and of its ledger."""
