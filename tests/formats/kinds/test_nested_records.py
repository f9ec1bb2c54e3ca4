"""Records within records: trees, facts a level or two down, relations, and lists of members."""

import pytest

CHAIN = [("Tom Berg", "Ada Rossi"), ("Zoe Chan", "Tom Berg")]


def _tree(key, **more):
    zoe = {"name": "Zoe Chan", "title": "Rep"}
    tom = {"name": "Tom Berg", "title": "Manager", key: [zoe]}
    return {"name": "Ada Rossi", "title": "Director", **more, key: [tom]}


TREES = {
    **{
        key: _tree(key)
        for key in ("children", "reports", "directReports", "subordinates", "team", "_children")
    },
    "a list of one tree": [_tree("reports")],
    "below a key": {"data": _tree("children")},
    "below two keys": {"chart": {"root": _tree("children")}},
    "empty lists": {**_tree("kids"), "skills": []},
    "with ids": {
        "id": 1,
        "name": "Ada Rossi",
        "children": [{"id": 2, "name": "Tom Berg", "children": [{"id": 3, "name": "Zoe Chan"}]}],
    },
    "facts apart": {
        "data": {"name": "Ada Rossi", "jobTitle": "Director"},
        "children": [
            {
                "data": {"name": "Tom Berg", "jobTitle": "Manager"},
                "children": [{"data": {"name": "Zoe Chan", "jobTitle": "Rep"}, "children": []}],
            }
        ],
    },
    "d3": {"nodes": _tree("children")},
    "a report that is a record alone": {
        "name": "Ada Rossi",
        "reports": {"name": "Tom Berg", "reports": {"name": "Zoe Chan", "reports": None}},
    },
}


@pytest.mark.parametrize("content", TREES.values(), ids=TREES.keys())
def test_a_tree_is_the_hierarchy(arrived, content):
    """Whoever stands below a record reports to it."""
    found = arrived({"tree.json": content})
    assert found.lines == CHAIN
    assert found.heads == ["Ada Rossi"]
    assert found.positions == 3


def test_people_of_one_name_in_a_tree_stay_apart(arrived):
    """Each has the manager under whom the record stands."""
    jan = {"name": "Jan Kowalski", "title": "Rep"}
    found = arrived(
        {
            "tree.json": {
                "name": "Ada Rossi",
                "children": [
                    {"name": "Tom Berg", "children": [jan]},
                    {"name": "Zoe Chan", "children": [jan]},
                ],
            }
        }
    )
    assert found.positions == 5
    assert ("Jan Kowalski", "Tom Berg") in found.lines
    assert ("Jan Kowalski", "Zoe Chan") in found.lines


def test_a_vacant_record_in_a_tree_stays_between(arrived):
    """A position that nobody holds keeps those below it."""
    tree = _tree("children")
    tree["children"][0]["name"] = "Vacant"
    found = arrived({"tree.json": tree})
    assert (found.positions, found.vacant, found.heads) == (3, 1, ["Ada Rossi"])


def _records(make):
    people = [
        ("1", "Ada", "Rossi", "Director", None),
        ("2", "Tom", "Berg", "Manager", "1"),
        ("3", "Zoe", "Chan", "Rep", "2"),
    ]
    return [make(*person) for person in people]


def _ref(id_, **more):
    return None if id_ is None else {"id": id_, **more}


NESTED = {
    "profile": _records(
        lambda i, f, n, t, m: {
            "id": i,
            "profile": {"firstName": f, "lastName": n, "title": t, "managerId": m},
        }
    ),
    "work": _records(
        lambda i, f, n, t, m: {
            "id": i,
            "displayName": f"{f} {n}",
            "work": {"title": t, "department": "Sales", "reportsTo": _ref(m)},
        }
    ),
    "manager record": _records(
        lambda i, f, n, t, m: {"id": i, "name": f"{f} {n}", "jobTitle": t, "manager": _ref(m)}
    ),
    "manager with a name": _records(
        lambda i, f, n, t, m: {
            "id": i,
            "displayName": f"{f} {n}",
            "jobTitle": t,
            "manager": _ref(m, displayName="Someone Else") if m else None,
        }
    ),
    "two levels down": _records(
        lambda i, f, n, t, m: {
            "employee": {
                "id": i,
                "personal": {"firstName": f, "lastName": n},
                "job": {"title": t, "managerId": m},
            }
        }
    ),
    "organizations and relations": _records(
        lambda i, f, n, t, m: {
            "id": i,
            "primaryEmail": f"{f.lower()}@x.example",
            "name": {"givenName": f, "familyName": n, "fullName": f"{f} {n}"},
            "organizations": [{"title": t, "department": "Sales", "primary": True}],
            "relations": [
                {"type": "assistant", "value": "zoe@x.example"},
                {"type": "manager", "value": {"1": "ada", "2": "tom"}[m] + "@x.example"},
            ]
            if m
            else [],
        }
    ),
    "attributes of a JSON API": {
        "data": _records(
            lambda i, f, n, t, m: {
                "type": "employees",
                "id": i,
                "attributes": {"name": f"{f} {n}", "title": t},
                "relationships": {"manager": {"data": _ref(m, type="employees")}},
            }
        )
    },
    "fields of a base": {
        "records": _records(
            lambda i, f, n, t, m: {
                "id": f"rec{i}",
                "fields": {"Name": f"{f} {n}", "Title": t, "Manager": [f"rec{m}"] if m else []},
            }
        )
    },
    "records by id": {
        i: {"name": f"{f} {n}", "title": t, "manager": m}
        for i, f, n, t, m in _records(lambda *person: person)
    },
}


@pytest.mark.parametrize("content", NESTED.values(), ids=NESTED.keys())
def test_facts_below_other_keys_are_read(arrived, content):
    """Names, titles and managers arrive whatever record holds them."""
    found = arrived({"people.json": content})
    assert found.holders == ["Ada Rossi", "Tom Berg", "Zoe Chan"]
    assert found.lines == CHAIN
    assert found.titles == {"Ada Rossi": "Director", "Tom Berg": "Manager", "Zoe Chan": "Rep"}


def test_teams_with_lists_of_members_are_read(arrived):
    """Members report to the lead of their team, and the team is their department."""
    found = arrived(
        {
            "teams.json": {
                "teams": [
                    {
                        "name": "North",
                        "lead": "Ada Rossi",
                        "members": [
                            {"name": "Ada Rossi", "title": "Sales Manager"},
                            {"name": "Tom Berg", "title": "Rep"},
                        ],
                    },
                    {
                        "name": "South",
                        "lead": "Leo Diaz",
                        "members": [
                            {"name": "Leo Diaz", "title": "Sales Manager"},
                            {"name": "Zoe Chan", "title": "Rep"},
                        ],
                    },
                ]
            }
        }
    )
    assert found.holders == ["Ada Rossi", "Leo Diaz", "Tom Berg", "Zoe Chan"]
    assert found.lines == [("Tom Berg", "Ada Rossi"), ("Zoe Chan", "Leo Diaz")]
    assert found.departments["Tom Berg"] == "North"


def test_lists_of_who_is_below_are_lines(arrived):
    """Ids in a list of direct reports name those below the record."""
    found = arrived(
        {
            "people.json": [
                {"id": "1", "name": "Ada Rossi", "directReports": ["2"]},
                {"id": "2", "name": "Tom Berg", "directReports": ["3"]},
                {"id": "3", "name": "Zoe Chan", "directReports": []},
            ]
        }
    )
    assert found.lines == CHAIN


def test_a_relation_of_one_record_alone_is_a_line(arrived):
    """The type of a relation says that its value is the manager."""
    people = [
        {"primaryEmail": "ada@x.example", "name": {"fullName": "Ada Rossi"}, "relations": []},
        {
            "primaryEmail": "tom@x.example",
            "name": {"fullName": "Tom Berg"},
            "relations": [{"type": "manager", "value": "ada@x.example"}],
        },
    ]
    assert arrived({"users.json": {"users": people}}).lines == [("Tom Berg", "Ada Rossi")]


def test_members_of_territories_are_people(arrived):
    """The people in a territory arrive with its manager above them."""
    north = {"name": "North", "manager": "Ada Rossi", "reps": [{"name": "Tom Berg", "title": "R"}]}
    assert arrived({"t.json": {"territories": [north]}}).lines == [("Tom Berg", "Ada Rossi")]


def test_a_column_that_would_drop_everybody_drops_nobody(arrived):
    """Where nobody is an employee by a column, it means another thing."""
    found = arrived(
        "id,name,title,manager_id,is_employee\n1,Ada Rossi,Director,,No\n2,Tom Berg,Rep,1,No\n"
    )
    assert found.lines == [("Tom Berg", "Ada Rossi")]


def test_several_relations_of_one_type_all_arrive(arrived):
    """A second dotted line stays, and a second manager is reported and directs by dotted line."""

    def to(type_, *ids):
        return [{"type": type_, "value": id_} for id_ in ids]

    found = arrived(
        [
            {"id": "1", "name": "Ada Rossi", "relations": []},
            {"id": "2", "name": "Mia Ek", "relations": []},
            {
                "id": "3",
                "name": "Tom Berg",
                "relations": to("manager", "1") + to("dotted_line_manager", "2", "4"),
            },
            {"id": "4", "name": "Zoe Chan", "relations": to("manager", "3", "2")},
        ]
    )
    assert found.lines == [("Tom Berg", "Ada Rossi"), ("Zoe Chan", "Tom Berg")]
    assert found.dotted == [
        ("Tom Berg", "Mia Ek"),
        ("Tom Berg", "Zoe Chan"),
        ("Zoe Chan", "Mia Ek"),
    ]
    assert "names several" in found.said
