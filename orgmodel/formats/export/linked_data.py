"""The Organization Ontology of the W3C (https://www.w3.org/TR/vocab-org/), as JSON-LD.

Positions are posts, their holders are members, and what the ontology has no term for is in a
separate vocabulary, so that no term is used beyond its meaning.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from orgmodel.model import Customer, Department, Org, Person, Position, Role, Territory
from orgmodel.network import OrgGraph

Node = dict[str, Any]

OWN = "urn:orgmodel:vocabulary:"
"""Of terms that the ontology lacks: territories, accounts, coordination."""

_CONTEXT: Node = {
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "om": OWN,
    "id": "@id",
    "type": "@type",
    "label": "skos:prefLabel",
    "name": "foaf:name",
    "note": "skos:note",
    **{
        term: {"@id": f"org:{term}", "@type": "@id"}
        for term in (
            "hasPost", "hasUnit", "hasSite", "postIn", "role", "heldBy", "reportsTo", "headOf",
            "member", "organization", "siteOf", "basedAt", "unitOf", "memberOf",
            "subOrganizationOf",
        )
    },
    **{
        term: {"@id": f"om:{term}", "@type": "@id"}
        for term in (
            "dottedTo", "coordinatedBy", "deputy", "covers", "within", "managedBy",
            "customerOf", "at",
        )
    },
}  # fmt: skip


def to_jsonld(org: Org) -> str:
    """Return an organisation in the terms of the W3C, as JSON-LD that needs no other file.

    Posts, roles, members, units, sites and reporting lines are those of the ontology; territories
    and customers, with their managers, are in a separate vocabulary. Everything is named by a
    URN such as ``urn:orgmodel:position:tm-north``.
    """
    nodes = [_organisation(org), *_posts(org), *_others(org)]
    whole = {"@context": _CONTEXT, "@graph": [_filled(node) for node in nodes]}
    # what ends a script or opens a comment is written so that it also may stand in a page
    text = json.dumps(whole, ensure_ascii=False, indent=2).replace("<", "\\u003c")
    return text + "\n"


def _iri(kind: str, id_: object) -> str:
    return f"urn:orgmodel:{kind}:{quote(str(id_), safe='')}"


def _whole(org: Org) -> str:
    return _iri("organisation", org.name)


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [], "")}


def _many(kind: str, references: Iterable[object]) -> list[str]:
    return [_iri(kind, reference) for reference in references]


def _one(kind: str, reference: object) -> str | None:
    return None if reference is None else _iri(kind, reference)


def _organisation(org: Org) -> Node:
    return {
        "id": _whole(org),
        "type": "org:FormalOrganization",
        "label": org.name,
        "hasPost": _many("position", (post.id for post in org.all(Position))),
        "hasUnit": _many("department", (unit.id for unit in org.all(Department))),
        "hasSite": _many("site", _sites(org)),
    }


def _sites(org: Org) -> list[str]:
    return list(dict.fromkeys(post.place for post in org.all(Position) if post.place))


def _posts(org: Org) -> Iterator[Node]:
    graph = OrgGraph(org)
    for post in org.all(Position):
        role = graph.known.role_of(post)
        yield {
            "id": _iri("position", post.id),
            "type": "org:Post",
            "label": post.title or (role.title if role else post.id),
            "postIn": _one("department", post.department) or _whole(org),
            "role": _one("role", role.id if role else post.role),
            "heldBy": _one("person", post.held_by),
            "reportsTo": _one("position", post.reports_to),
            "at": _one("site", post.place),
            "dottedTo": _many("position", post.dotted_to),
            "coordinatedBy": _one("position", post.coordinated_by),
            "deputy": _one("position", post.deputy),
            "covers": _many("territory", post.covers),
            "note": post.note,
        }
        if post.held_by:
            yield _membership(org, post, role)
    heads = {post.id for post in graph.lines.heads}
    for who, posts in graph.boxes.items():
        yield _person(org, who, posts, leads=any(post.id in heads for post in posts))


def _membership(org: Org, post: Position, role: Role | None) -> Node:
    return {
        "id": _iri("membership", post.id),
        "type": "org:Membership",
        "member": _one("person", post.held_by),
        "organization": _one("department", post.department) or _whole(org),
        "role": _one("role", role.id if role else post.role),
    }


def _person(org: Org, who: str, posts: Iterable[Position], *, leads: bool) -> Node:
    person = org.get(Person, who)
    return {
        "id": _iri("person", who),
        "type": "foaf:Person",
        "name": (person.name if person else None) or who,
        "memberOf": _whole(org),
        "headOf": _whole(org) if leads else None,
        "basedAt": _many("site", dict.fromkeys(post.place for post in posts if post.place)),
        "note": person.note if person else None,
    }


def _others(org: Org) -> Iterator[Node]:
    graph = OrgGraph(org)
    roles = {r.id: r for post in org.all(Position) if (r := graph.known.role_of(post))}
    for role in {**roles, **{role.id: role for role in org.all(Role)}}.values():
        yield {"id": _iri("role", role.id), "type": "org:Role", "label": role.title}
    for unit in org.all(Department):
        yield {
            "id": _iri("department", unit.id),
            "type": "org:OrganizationalUnit",
            "label": unit.name or unit.id,
            "unitOf": _whole(org),
        }
    for place in _sites(org):
        yield {
            "id": _iri("site", place),
            "type": "org:Site",
            "label": place,
            "siteOf": _whole(org),
        }
    for land in org.all(Territory):
        yield {
            "id": _iri("territory", land.id),
            "type": "om:Territory",
            "label": land.name or land.id,
            "within": _one("territory", land.within),
            "note": land.note,
        }
    for customer in org.all(Customer):
        yield {
            "id": _iri("customer", customer.id),
            "type": "org:Organization",
            "label": customer.name or customer.id,
            "customerOf": _whole(org),
            "subOrganizationOf": _one("customer", customer.parent),
            "managedBy": _one("position", customer.managed_by),
            "deputy": _one("position", customer.deputy),
        }
