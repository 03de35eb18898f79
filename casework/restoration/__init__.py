"""Restoration of a doctor's standing: study, exam, three approvals, re-registration."""
