"""Measures: what holds against whom, from when, until when, where, and on which law."""
