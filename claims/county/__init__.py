"""The county generator: an invented county in the bureau's own format, with planted fraud.

Nothing outside this package may know how fraud is planted; the answer key is written beside the
data only on request and no rule or detector reads it.
"""
