"""Notices on their way out: mails, the webhook, the daily digest."""
