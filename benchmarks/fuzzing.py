"""Fuzzes every reader of bytes with atheris: python benchmarks/fuzzing.py [seconds] [format...].

Each format runs in a process of its own, from a few small samples, for the seconds given (60). What
may come of any bytes is a design or an error of ours; all else is found, kept and told.
"""

import json
import re
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

YAML = (
    b"name: A\npositions:\n  a: {title: CEO}\n  b: {reports_to: a, covers: [t]}\n"
    b"territories: {t: {where: {place: [IT]}}}\n"
)
CSV = b"Id,Name,Title,Manager,Email\n1,Dana,CEO,,d@x.example\n2,Tom,Rep,Dana (1),t@x.example\n"
SALESFORCE = (
    b"Id,UserRoleId,Name,ManagerId,IsActive,UserType\n005Kx000001AbCd,r,Dana,,true,Standard\n"
)
LDIF = (
    b"version: 1\ndn: cn=a,dc=x\nobjectClass: person\ncn:: QQ==\ntitle: C\n EO\n"
    b"manager: cn=b,dc=x\n"
)
USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
SCIM = json.dumps(
    {
        "Resources": [
            {"id": "1", "userName": "a", "schemas": [USER],
             "emails": [{"value": "a@x", "primary": True}],
             USER: {"department": "Sales", "manager": {"value": "1"}}, "active": True}
        ]
    }
).encode()  # fmt: skip
RULE = (
    b'<?xml version="1.0"?><Territory2Rule xmlns="http://soap.sforce.com/2006/04/metadata">'
    b"<active>true</active><booleanFilter>(1 AND 2) OR NOT 3</booleanFilter><name>R</name>"
    b"<objectType>Account</objectType>"
    b"<ruleItems><field>Account.BillingCity</field><operation>equals</operation>"
    b"<value>a,b</value></ruleItems><ruleItems><field>NumberOfEmployees</field>"
    b"<operation>greaterThan</operation><value>5</value></ruleItems><ruleItems><field>X__c</field>"
    b"<operation>contains</operation><value>q</value></ruleItems></Territory2Rule>"
)
AREA = (
    b"<Territory2><name>T</name><territory2Type>G</territory2Type><ruleAssociations>"
    b"<inherited>true</inherited><ruleName>R</ruleName></ruleAssociations></Territory2>"
)
_WORDS = (
    *("name", "positions", "reports_to", "customers", "territories", "where", "include", "exclude"),
    *(
        "Id",
        "Manager",
        "objectClass",
        "sAMAccountName",
        "distinguishedName",
        "userName",
        "AND",
        "OR",
    ),
    *(
        "NOT",
        "equals",
        "notEqual",
        "contains",
        "startsWith",
        "includes",
        "within",
        "lessThan",
        "::",
    ),
    *("<![CDATA[", "<!DOCTYPE", "&lt;", "{", "}", "[", "]", "\\x0a", ";", '\\"', "1e999", "Vacant"),
)


def workbook() -> bytes:
    """Make a small workbook."""
    import xlsxwriter  # noqa: PLC0415  # an extra

    packed = BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        sheet = book.add_worksheet("Staff")
        for row, cells in enumerate(
            [["Name", "Title", "Manager"], ["Dana", "CEO"], ["Tom", "Rep"]]
        ):
            sheet.write_row(row, 0, cells)
    return packed.getvalue()


def in_file(folder: Path, name: str) -> Callable[[bytes], None]:
    """Return what imports bytes from a file of a name."""
    from orgmodel.formats.importing.presets import import_any  # noqa: PLC0415  # only after instrumenting

    path = folder / name

    def run(data: bytes) -> None:
        path.write_bytes(data)
        import_any(path)

    return run


def in_rules(folder: Path) -> Callable[[bytes], None]:
    """Return what imports bytes as a rule beside a territory that has it."""
    from orgmodel.formats import dumps, loads  # noqa: PLC0415  # as above
    from orgmodel.formats.importing.presets import import_any  # noqa: PLC0415  # as above

    model = folder / "territory2Models" / "M"
    for inner in ("rules", "territories"):
        (model / inner).mkdir(parents=True)
    (model / "territories" / "T.territory2-meta.xml").write_bytes(AREA)

    def run(data: bytes) -> None:
        (model / "rules" / "R.territory2Rule-meta.xml").write_bytes(data)
        org = import_any(folder).org
        assert loads(dumps(org)) == org

    return run


def in_sheet(folder: Path) -> Callable[[bytes], None]:
    """Return what imports bytes as the sheet of a workbook, whose packing is then whole."""
    run = in_file(folder, "sheet.xlsx")
    with zipfile.ZipFile(BytesIO(workbook())) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}

    def pack(data: bytes) -> None:
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, data if name == "xl/worksheets/sheet1.xml" else content)
        run(packed.getvalue())

    return pack


def in_memory(name: str) -> Callable[[bytes], None]:
    """Return what loads a design from bytes in memory."""
    from orgmodel.formats import loads  # noqa: PLC0415  # as above

    return lambda data: loads(data, name=name) and None


def sheet() -> bytes:
    """Give the sheet of the small workbook."""
    with zipfile.ZipFile(BytesIO(workbook())) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


FORMATS: dict[str, tuple[Callable[[Path], Callable[[bytes], None]], list[Callable[[], bytes]]]] = {
    "yaml": (lambda _: in_memory("x.yaml"), [lambda: YAML]),
    "json": (
        lambda _: in_memory("x.json"),
        [lambda: b'{"name": "A", "positions": {"a": {"title": "CEO", "fte": 0.5}}}'],
    ),
    "csv": (lambda folder: in_file(folder, "x.csv"), [lambda: CSV, lambda: SALESFORCE]),
    "xlsx": (lambda folder: in_file(folder, "x.xlsx"), [workbook]),
    "sheet": (in_sheet, [sheet]),
    "ldif": (lambda folder: in_file(folder, "x.ldif"), [lambda: LDIF]),
    "scim": (lambda folder: in_file(folder, "x.json"), [lambda: SCIM]),
    "territory2": (in_rules, [lambda: RULE]),
}


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one format in this process; it ends with the process."""
    import atheris  # noqa: PLC0415  # not one of ours

    folder = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    corpus = Path(tempfile.mkdtemp())
    with atheris.instrument_imports(include=["orgmodel"]):
        from orgmodel.model import OrgmodelError  # noqa: PLC0415  # instrumented on the way

        maker, samples = FORMATS[name]
        run = maker(folder)
    for number, sample in enumerate(samples):
        (corpus / str(number)).write_bytes(sample())
    words = corpus.with_suffix(".dict")
    words.write_text("".join(f'"{word}"\n' for word in _WORDS))
    warnings.simplefilter("ignore")

    def once(data: bytes) -> None:
        try:
            run(data)
        except OrgmodelError:
            return

    options = [f"-max_total_time={seconds}", "-max_len=4096", "-timeout=10", "-rss_limit_mb=1500"]
    found = f"-artifact_prefix={Path.cwd()}/fuzz-{name}-"
    atheris.Setup(
        [name, str(corpus), f"-dict={words}", found, "-print_final_stats=1", *options], once
    )
    atheris.Fuzz()


def main() -> None:
    """Fuzz each format in a process of its own, and tell how it went."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    for name in sys.argv[2:] or FORMATS:
        command = [sys.executable, __file__, "--one", name, str(seconds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
        told = f"{int(runs[1]):>10,} runs" if runs else "no runs told"
        print(f"{name:12} {told} in {seconds} s: {'nothing' if not done.returncode else 'FOUND'}")
        if done.returncode:
            print(done.stderr[-3000:])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        fuzz(sys.argv[2], int(sys.argv[3]))
    else:
        main()
