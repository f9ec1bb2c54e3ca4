"""What keeps a proposal from being computed at all."""

from orgmodel.model import OrgmodelError


class ProposeError(OrgmodelError, ValueError):
    """A request that cannot be computed: a missing extra, an unknown id, a limit without sense."""
