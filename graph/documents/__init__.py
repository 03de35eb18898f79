"""The register of document numbers, and the templates in force."""
