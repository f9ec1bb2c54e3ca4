"""People of Meridian Instruments: tables of values for meridian.py."""

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
    """A country: its sales manager, account managers (and an account of each), teams, titles."""

    code: str
    name: str
    company: str
    manager: str
    account_managers: Mapping[str, str]
    teams: tuple[Team, ...]
    titles: Mapping[Role, str] = field(default_factory=dict)


ITALY = Country(
    "IT",
    "Italy",
    "S.r.l.",
    "Chiara Fontana",
    {"Marco Riva": "Officine Volta S.p.A.", "Silvia Greco": "Cantine Lago S.p.A."},
    (
        Team(
            "Italy North-West",
            "Paolo Ferri",
            "Anna Villa",
            {
                "IT-21 Piedmont": "Giulia Moretti",
                "IT-25 Lombardy": "Luca Brambilla",
                "IT-42 Liguria": None,
                "IT-23 Aosta Valley": "Rémy Jordan",
            },
        ),
        Team(
            "Italy North-East",
            "Elena Costa",
            "Sara Zanon",
            {
                "IT-32 South Tyrol": "Karl Pichler",
                "IT-34 Veneto": "Nicola Boscolo",
                "IT-36 Friuli": "Ivo Marin",
                "IT-45 Emilia-Romagna": "Irene Fabbri",
            },
        ),
        Team(
            "Italy South",
            "Davide Russo",
            "Rosa Esposito",
            {
                "IT-62 Lazio": "Livia Sarti",
                "IT-72 Campania": "Ciro Amato",
                "IT-75 Apulia": "Nunzia Greco",
                "IT-82 Sicily": "Salvo Bruno",
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
    {"Marta Zielińska": "Huta Północ S.A."},
    (
        Team(
            "Poland North",
            "Łukasz Kowalczyk",
            "Ewa Mazur",
            {
                "PL-14 Masovia": "Paweł Nowak",
                "PL-22 Pomerania": "Kinga Lis",
                "PL-30 Greater Poland": "Jan Wrona",
                "PL-32 West Pomerania": "Iga Rak",
            },
        ),
        Team(
            "Poland South",
            "Agnieszka Dudek",
            "Zofia Pawlak",
            {
                "PL-02 Lower Silesia": "Adam Król",
                "PL-12 Lesser Poland": "Hanna Sikora",
                "PL-24 Silesia": "Piotr Żak",
                "PL-14 Masovia": "Olga Cieślak",
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
    {"Jonas Weber": "Rheinwerk AG", "Miriam Scholz": "Brauhaus Adler GmbH"},
    (
        Team(
            "Germany South",
            "Stefan Huber",
            "Lena Graf",
            {
                "DE-BW Baden-Württemberg": "Felix Maier",
                "DE-BY Bavaria": "Theresa Lang",
                "DE-HE Hesse": "Timo Brandt",
                "DE-RP Rhineland-Palatinate": "Dirk Simon",
            },
        ),
        Team(
            "Germany North",
            "Birgit Hansen",
            "Uwe Petersen",
            {
                "DE-BB Brandenburg": "Nadine Lorenz",
                "DE-BE Berlin": "Can Yildiz",
                "DE-HB Bremen": "Ole Jansen",
                "DE-HH Hamburg": "Frauke Behrens",
                "DE-MV Mecklenburg-Vorpommern": None,
                "DE-NI Lower Saxony": "Henrik Meyer",
                "DE-NW North Rhine-Westphalia": "Sabine Krüger",
                "DE-SH Schleswig-Holstein": "Wiebke Claasen",
                "DE-ST Saxony-Anhalt": "Luc Becker",
                "DE-SN Saxony": "Maik Richter",
                "DE-TH Thuringia": "Anja Werner",
            },
        ),
    ),
)
INDIA = Country(
    "IN",
    "India",
    "Pvt Ltd",
    "Rohan Mehta",
    {"अंजलि शर्मा": "गंगा फार्मा"},
    (
        Team(
            "India West",
            "प्रिया देसाई",
            "Kavita Rao",
            {
                "IN-GA Goa": "Maria Dias",
                "IN-GJ Gujarat": "Harsh Patel",
                "IN-MH Maharashtra": "सुरेश पाटिल",
                "IN-RJ Rajasthan": "Neha Jain",
            },
        ),
        Team(
            "India South",
            "Lakshmi Iyer",
            "Deepak Nair",
            {
                "IN-KA Karnataka": "Arjun Gowda",
                "IN-KL Kerala": "Asha Varma",
                "IN-TG Telangana": "Vikram Reddy",
                "IN-TN Tamil Nadu": "Meena Kumar",
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
    {"Erik Sandberg": "Norrsken AB"},
    (
        Team(
            "Sweden",
            "Astrid Lindqvist",
            "Maja Holm",
            {
                "SE-AB Stockholm": "Nils Öberg",
                "SE-C Uppsala": "Ida Nyman",
                "SE-M Skåne": "Karin Åkesson",
                "SE-O Västra Götaland": "Johan Dahl",
            },
        ),
    ),
)
COUNTRIES = (ITALY, POLAND, GERMANY, INDIA, SWEDEN)
