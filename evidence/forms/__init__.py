"""Legal forms: DOCX templates that the bureau may edit, filled from a case, and their print."""
