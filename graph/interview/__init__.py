"""Reads beside interviews and home visits."""
