"""The beat over cases and doctors' files: what is due is written down, once."""
