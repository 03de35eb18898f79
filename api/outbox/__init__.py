"""Mails and webhook calls on their way out, for the system administrator."""
