"""Accounts, their roles, and the record of who looked at what."""
