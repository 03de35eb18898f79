"""Measures: lists as of any moment, one subject's page, and what the beat has to end."""
