"""Reads of cases: lists, pages, the inbox."""
