"""Who works for Meridian Instruments, and where: tables of values for meridian.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from orgmodel import Role, roles


@dataclass(frozen=True)
class Team:
    """A territory manager, a coordinator, and who sells in which region (None: a vacancy)."""

    name: str
    manager: str | None
    coordinator: str
    areas: Mapping[str, str | None]


@dataclass(frozen=True)
class Country:
    """A country with its sales manager, account managers and teams, and its own titles."""

    code: str
    name: str
    company: str
    manager: str
    account_managers: tuple[str, ...]
    teams: tuple[Team, ...]
    titles: Mapping[Role, str] = field(default_factory=dict)


ITALY = Country(
    "IT",
    "Italy",
    "S.r.l.",
    "Chiara Fontana",
    ("Marco Riva", "Silvia Greco"),
    (
        Team(
            "Italy North-West",
            "Paolo Ferri",
            "Anna Villa",
            {
                "IT-21": "Giulia Moretti",
                "IT-25": "Luca Brambilla",
                "IT-42": None,
                "IT-23": "Rémy Jordan",
            },
        ),
        Team(
            "Italy North-East",
            "Elena Costa",
            "Sara Zanon",
            {
                "IT-32": "Karl Pichler",
                "IT-34": "Nicola Boscolo",
                "IT-36": "Ivo Marin",
                "IT-45": "Irene Fabbri",
            },
        ),
        Team(
            "Italy South",
            "Davide Russo",
            "Rosa Esposito",
            {
                "IT-62": "Livia Sarti",
                "IT-72": "Ciro Amato",
                "IT-75": "Nunzia Greco",
                "IT-82": "Salvo Bruno",
            },
        ),
    ),
    {
        roles.TERRITORY_MANAGER: "Responsabile del territorio",
        roles.SALES_REPRESENTATIVE: "Rappresentante commerciale",
    },
)
POLAND = Country(
    "PL",
    "Poland",
    "Sp. z o.o.",
    "Tomasz Wójcik",
    ("Marta Zielińska",),
    (
        Team(
            "Poland North",
            "Łukasz Kowalczyk",
            "Ewa Mazur",
            {
                "PL-14": "Paweł Nowak",
                "PL-22": "Kinga Lis",
                "PL-30": "Jan Wrona",
                "PL-32": "Iga Rak",
            },
        ),
        Team(
            "Poland South",
            "Agnieszka Dudek",
            "Zofia Pawlak",
            {
                "PL-02": "Adam Król",
                "PL-12": "Hanna Sikora",
                "PL-24": "Piotr Żak",
                "PL-14": "Olga Cieślak",
            },
        ),
    ),
    {
        roles.TERRITORY_MANAGER: "Menedżer terytorium",
        roles.SALES_REPRESENTATIVE: "Przedstawiciel handlowy",
    },
)
GERMANY = Country(
    "DE",
    "Germany",
    "GmbH",
    "Katrin Vogel",
    ("Jonas Weber", "Miriam Scholz"),
    (
        Team(
            "Germany South",
            "Stefan Huber",
            "Lena Graf",
            {
                "DE-BW": "Felix Maier",
                "DE-BY": "Theresa Lang",
                "DE-HE": "Timo Brandt",
                "DE-RP": "Dirk Simon",
            },
        ),
        Team(
            "Germany North",
            "Birgit Hansen",
            "Uwe Petersen",
            {
                "DE-BB": "Nadine Lorenz",
                "DE-BE": "Can Yildiz",
                "DE-HB": "Ole Jansen",
                "DE-HH": "Frauke Behrens",
                "DE-MV": None,
                "DE-NI": "Henrik Meyer",
                "DE-NW": "Sabine Krüger",
                "DE-SH": "Wiebke Claasen",
                "DE-SL": "Luc Becker",
                "DE-SN": "Maik Richter",
                "DE-TH": "Anja Werner",
            },
        ),
    ),
)
INDIA = Country(
    "IN",
    "India",
    "Pvt Ltd",
    "Rohan Mehta",
    ("अंजलि शर्मा",),
    (
        Team(
            "India West",
            "प्रिया देसाई",
            "Kavita Rao",
            {
                "IN-GA": "Maria Dias",
                "IN-GJ": "Harsh Patel",
                "IN-MH": "सुरेश पाटिल",
                "IN-RJ": "Neha Jain",
            },
        ),
        Team(
            "India South",
            "Lakshmi Iyer",
            "Deepak Nair",
            {
                "IN-KA": "Arjun Gowda",
                "IN-KL": "Asha Varma",
                "IN-TG": "Vikram Reddy",
                "IN-TN": "Meena Kumar",
            },
        ),
    ),
    {
        roles.TERRITORY_MANAGER: "क्षेत्र प्रबंधक",
        roles.ACCOUNT_MANAGER: "खाता प्रबंधक",
        roles.SALES_REPRESENTATIVE: "बिक्री प्रतिनिधि",
    },
)
SWEDEN = Country(
    "SE",
    "Sweden",
    "AB",
    "Astrid Lindqvist",
    ("Erik Sandberg",),
    (
        Team(
            "Sweden",
            "Astrid Lindqvist",
            "Maja Holm",
            {
                "SE-AB": "Nils Öberg",
                "SE-C": "Ida Nyman",
                "SE-M": "Karin Åkesson",
                "SE-O": "Johan Dahl",
            },
        ),
    ),
)
COUNTRIES = (ITALY, POLAND, GERMANY, INDIA, SWEDEN)
