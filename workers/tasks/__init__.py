"""One module per kind of job: a thin, idempotent call into another room."""
