"""Service of papers that no step of the procedure is bound to."""

from dataclasses import dataclass

from casework.commands.case.receipt import Served
from casework.commands.case.serving import Serving


@dataclass(frozen=True, kw_only=True)
class ServePaper(Serving):
    """Serve an issued paper of the case: of a hearing, an order to correct or perform, a hold, instalments."""

    served: Served
