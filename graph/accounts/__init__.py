"""Accounts: sign-in, passwords (argon2id), tokens of the terminal."""
