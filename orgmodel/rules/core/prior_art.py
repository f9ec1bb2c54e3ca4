"""Other products that document the same check in their public documentation."""

from collections.abc import Mapping

_ORACLE = "Oracle Fusion Sales"
_VARICENT = "Varicent"
_FULLCAST = "Fullcast"
_VISIER = "Visier"
_ORGVUE = "orgvue"

ELSEWHERE: Mapping[str, str] = {
    "MOD001": f"{_ORGVUE} (Hierarchy Cleaning: missing parent node)",
    "MOD009": "ArcGIS and Veeva (names must be unique)",
    "MOD014": "Veeva (names of territories)",
    "MOD017": "Salesforce practice (an anti-pattern, advised against)",
    "ORG101": f"{_ORGVUE} (circular references), Odoo OCA, ERPNext",
    "ORG102": "Odoo OCA, ERPNext",
    "ORG103": "ERPNext (one root)",
    "ORG107": f"{_ORGVUE} (same grade), {_VISIER} (design principles)",
    "ORG108": f"{_ORGVUE} (grade distance)",
    "ORG109": f"{_ORGVUE} (orphan categories)",
    "ROL104": f"{_FULLCAST} (coverage gaps by role), in part",
    "SPN201": f"{_ORGVUE}, {_VISIER}, Agentnoon, ChartHop",
    "SPN202": f"{_ORGVUE}, {_VISIER}",
    "SPN203": f"{_ORGVUE} (band of 1)",
    "SPN204": f"{_ORGVUE} (share of managers by band)",
    "SPN205": f"{_VISIER}, Nakisa, Agentnoon",
    "SPN208": "Agentnoon",
    "SPN209": f"{_ORGVUE} (share of managers by band)",
    "TER301": f"{_ORACLE}, {_FULLCAST} (coverage gaps)",
    "TER302": f"{_FULLCAST} (positions to be hired are shown)",
    "TER303": f"{_ORACLE} (overlap check), ArcGIS; Salesforce warns when it optimises",
    "TER305": f"{_ORACLE} (gap check), eSpatial for geography",
    "TER306": "ArcGIS (empty territories)",
    "TER307": "none; the guide of Oracle EBS shows a rule that never applies",
    "TER308": "Odoo OCA (a place belongs to one team), as a draft",
    "TER309": "ERPNext (nested sets)",
    "TER310": "Salesforce (advice), Veeva (a hard limit of 10)",
    "TER313": "Veeva (100), Oracle (500), as hard limits",
    "TER314": "Salesforce (25 criteria at most)",
    "TER316": f"{_VARICENT} and ServiceNow rank types, without a check",
    "CUS401": f"{_VARICENT}, {_FULLCAST}, eSpatial",
    "CUS402": f"{_FULLCAST} (inactive users make a gap)",
    "CUS404": f"{_VARICENT} sorts each account once",
    "CUS405": "Salesforce (opportunity splits), ERPNext (sales team)",
    "CUS406": f"{_FULLCAST} (account families), {_ORACLE} (hierarchy flag)",
    "CUS409": f"{_FULLCAST} (named account or exception), without a check",
    "ACC601": "Salesforce (overlay splits up to 1,000%)",
    "CAP701": f"{_FULLCAST} (maximum), ArcGIS (limits), Odoo (capacity for leads)",
    "CAP702": "eSpatial (work index)",
    "CAP703": f"{_FULLCAST} (capacity planning)",
    "CAP704": f"{_VARICENT} (above and below average), Salesforce Territory Planning, ArcGIS",
    "TGT802": f"Salesforce, {_VARICENT}, {_FULLCAST} (roll-up of quotas)",
    "TGT803": f"{_VARICENT}, {_FULLCAST}",
    "TGT804": f"{_VARICENT} (unassigned quota)",
    "TIM001": f"{_VARICENT} prevents some by ending moves; none checks",
    "TIM002": f"{_VARICENT} prevents some by ending moves; none checks",
    "TIM005": "Veeva Align shows past and future assignments; none checks",
    "TIM006": f"{_VARICENT} (within the range of the group), {_ORACLE} (dates of versions)",
    "TIM016": f"{_FULLCAST} (inactive users make a gap)",
    "TIM007": f"{_FULLCAST} (temporary assignments)",
}
"""By code of a rule; checks that are missing are documented by none of the systems read."""


def elsewhere(code: str) -> str:
    """Return the other products with the same check, as the end of a sentence."""
    return ELSEWHERE.get(code, "none of the systems whose documentation was read")
