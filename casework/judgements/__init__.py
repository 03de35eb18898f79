"""People's judgements on findings and suspected rings."""
