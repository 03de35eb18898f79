"""Reads of people's judgements on findings and rings."""
