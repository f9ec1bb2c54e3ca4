"""Products: what the organisation sells."""

from dataclasses import KW_ONLY

from orgmodel.model.ref import Id, Ref
from orgmodel.model.role import Department
from orgmodel.model.text import Text
from orgmodel.model.validation.entity import checked


@checked
class Product(Id["Product"]):
    """A product, a service or a product line that is sold.

    Attributes:
        name: Its name; left out, its id.
        family: The product family that it belongs to.
        department: The department that answers for it, such as product management.
        note: Free text; no calculation uses it.
    """

    name: Text | None = None
    _: KW_ONLY
    family: Text | None = None
    department: Ref[Department] | None = None
    note: Text | None = None
