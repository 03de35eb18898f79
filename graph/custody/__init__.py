"""Reads of evidence items and their custody."""
