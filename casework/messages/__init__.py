"""Messages about a case: a chain of their own beside the case's, so that talk makes no page stale."""
