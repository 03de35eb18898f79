"""Questions that inspectors ask again and again, kept as data: `templates/*.toml`."""
