"""Fields: names of account fields in Salesforce, and in a design."""

import re

COUNTRY, STATE = "BillingCountryCode", "BillingStateCode"
"""The two fields that make up a place such as IT-21."""
NUMBERS = {
    "size": "NumberOfEmployees",
    "revenue": "Revenue__c",
    "profit": "Profit__c",
    "potential": "Potential__c",
}
TEXTS = {
    "postal_code": "BillingPostalCode",
    "city": "BillingCity",
    "industry": "Industry",
    "segment": "Segment__c",
    "tier": "Tier__c",
    "status": "Status__c",
}
"""Fields of designs; those that Salesforce does not have are custom fields, which must be made."""
_NUMERIC = ("AnnualRevenue", "NumberofLocations", "BillingLatitude", "BillingLongitude")
_OTHERS = (
    *("Name", "Type", "Rating", "Ownership", "Site", "Sic", "SicDesc", "AccountSource"),
    *("AccountNumber", "TickerSymbol", "Phone", "Fax", "Website", "Description", "OwnerId"),
    *("ParentId", "RecordTypeId", "CurrencyIsoCode", "NaicsCode", "NaicsDesc", "YearStarted"),
    *("BillingStreet", "BillingState", "BillingCountry", "IsPersonAccount", "Tradestyle"),
    *(
        "ShippingStreet",
        "ShippingCity",
        "ShippingState",
        "ShippingCountry",
        "Jigsaw",
        "CleanStatus",
    ),
    *("ShippingPostalCode", "ShippingCountryCode", "ShippingStateCode", "DunsNumber", "Active"),
)
_STANDARD = {name.casefold(): name for name in (*_NUMERIC, *_OTHERS, COUNTRY, STATE)}
_MODEL = {api.casefold(): field for field, api in (NUMBERS | TEXTS).items()}
_API_NAME = re.compile(r"[A-Za-z](?:_?[A-Za-z0-9])*")
_LONGEST = 40
"""Characters of the name of a custom field."""
_STATUSES = {"existing", "prospect"}


def bare(field: str) -> str:
    """Return the name of a field without that of its object."""
    return field.removeprefix("Account.")


def field_of(api: str, values: list[str]) -> str:
    """Return the field of customers that a field of accounts is.

    Args:
        api: Its name in Salesforce, with or without that of the object.
        values: What a condition compares it with: a status of other values is an attribute.
    """
    name = bare(api)
    found = _MODEL.get(name.casefold())
    if found and (found != "status" or {v.casefold() for v in values} <= _STATUSES):
        return found
    return f"attributes.{_STANDARD.get(name.casefold(), name.removesuffix('__c'))}"


def api_of(field: str) -> str | None:
    """Return the name in Salesforce of a field of customers, or None if it cannot have one.

    An attribute that is not a standard field is a custom one, whose name ends in ``__c``.
    """
    if not field.startswith("attributes."):
        return f"Account.{(NUMBERS | TEXTS)[field]}"
    name = field.removeprefix("attributes.")
    if name in _STANDARD.values():
        return f"Account.{name}"
    custom = f"{name}__c"
    clash = custom.casefold() in _MODEL or name.casefold() in {*_STANDARD, *_MODEL}
    fits = _API_NAME.fullmatch(name) and len(name) <= _LONGEST
    return f"Account.{custom}" if fits and not clash else None


def is_custom(api: str) -> bool:
    """Return whether a field is one that an organisation makes for itself."""
    return api.endswith("__c")


def is_number(api: str) -> bool:
    """Return whether a field holds numbers for certain."""
    name = bare(api).casefold()
    return _MODEL.get(name) in NUMBERS or name in {n.casefold() for n in _NUMERIC}


def is_text(api: str) -> bool:
    """Return whether a field holds text for certain, so that 9 comes behind 80000."""
    name = bare(api).casefold()
    return (name in _STANDARD or _MODEL.get(name) in TEXTS) and not is_number(api)
