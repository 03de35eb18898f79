"""Notices of each account, how they are to be sent, and what is on its way out of the house."""
