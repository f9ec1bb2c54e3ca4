"""The standard roles of a sales organisation, each with its contract.

What a role may do follows the founding description of the five roles: sales manager, territory
manager, account manager, sales representative and sales coordinator. Occupation codes are
O*NET-SOC 2019; 43-4151.00 for coordinators is a judgement. Spans are the source's where one is
given: 6 to 8 direct reports are best for a first-line sales manager, 10 the most (Kurlan).
"""

from orgmodel.model import Department, Role

MARKETING = Department("marketing", "Marketing")
LOGISTICS = Department("logistics", "Logistics")
ENGINEERING = Department("engineering", "Engineering")

STANDARD_DEPARTMENTS = (MARKETING, LOGISTICS, ENGINEERING)
"""Departments that every design knows; a design may define one of the same id anew."""

EXECUTIVE = Role(
    "executive",
    "Executive",
    manages_people=True,
    works_with=["*"],
    titles={
        "en": [
            "Chief Executive Officer",
            "CEO",
            "General Manager",
            "Managing Director",
            "President",
        ],
        "it": ["Amministratore delegato", "Direttore generale"],
        "pl": ["Dyrektor generalny", "Prezes zarządu"],
        "hi": ["मुख्य कार्यकारी अधिकारी", "महाप्रबंधक"],
    },
    occupations=["11-1011.00"],
)
SALES_DIRECTOR = Role(
    "sales_director",
    "Sales Director",
    attaches_by="roll-up",
    manages_people=True,
    works_with=["*"],
    titles={
        "en": [
            "Director of Sales",
            "Head of Sales",
            "VP Sales",
            "VP of Sales",
            "Vice President Sales",
            "Vice President of Sales",
            "Chief Revenue Officer",
            "CRO",
            "Chief Sales Officer",
            "Commercial Director",
        ],
        "it": ["Direttore vendite", "Direttore commerciale", "Direttrice vendite"],
        "pl": ["Dyrektor sprzedaży", "Dyrektor handlowy", "Dyrektor ds. sprzedaży"],
        "hi": ["बिक्री निदेशक", "विक्रय निदेशक"],
    },
    occupations=["11-2022.00"],
)
SALES_MANAGER = Role(
    "sales_manager",
    "Sales Manager",
    attaches_by="roll-up",
    manages_people=True,
    may_report_to=["sales_manager", SALES_DIRECTOR, EXECUTIVE],
    works_with=["*"],
    max_span=10,
    titles={
        "en": [
            "Regional Manager",
            "Regional Sales Manager",
            "District Sales Manager",
            "Area Sales Manager",
            "National Sales Manager",
            "Sales Team Lead",
            "Sales Lead",
        ],
        "it": ["Responsabile vendite", "Responsabile commerciale", "Capo area vendite"],
        "pl": ["Kierownik sprzedaży", "Menedżer sprzedaży", "Regionalny kierownik sprzedaży"],
        "hi": ["बिक्री प्रबंधक", "विक्रय प्रबंधक", "क्षेत्रीय बिक्री प्रबंधक"],
    },
    occupations=["11-2022.00", "41-1012.00"],
)
TERRITORY_MANAGER = Role(
    "territory_manager",
    "Territory Manager",
    attaches_by="territory",
    manages_people=True,
    wins_new_business=True,
    may_report_to=[SALES_MANAGER, SALES_DIRECTOR, EXECUTIVE],
    works_with=[MARKETING, LOGISTICS, ENGINEERING],
    max_span=10,
    titles={
        "en": ["Area Manager", "Territory Sales Manager", "District Manager", "TM"],
        "it": ["Responsabile del territorio", "Responsabile di zona", "Capo area"],
        "pl": ["Menedżer terytorium", "Kierownik regionu", "Kierownik terytorium"],
        "hi": ["क्षेत्र प्रबंधक", "क्षेत्रीय प्रबंधक", "टेरिटरी मैनेजर"],
    },
    occupations=["11-2022.00"],
)
ACCOUNT_MANAGER = Role(
    "account_manager",
    "Account Manager",
    attaches_by="named account",
    works_with=[MARKETING],
    titles={
        "en": [
            "Key Account Manager",
            "KAM",
            "Strategic Account Manager",
            "Global Account Manager",
            "National Account Manager",
            "Senior Account Manager",
            "Account Director",
        ],
        "it": ["Responsabile clienti", "Responsabile grandi clienti", "Gestore clienti"],
        "pl": [
            "Opiekun klienta",
            "Menedżer ds. kluczowych klientów",
            "Opiekun kluczowych klientów",
        ],
        "hi": ["खाता प्रबंधक", "प्रमुख खाता प्रबंधक"],
    },
    occupations=["41-4012.00", "41-4011.00"],
)
SALES_COORDINATOR = Role(
    "sales_coordinator",
    "Sales Coordinator",
    attaches_by="coordination",
    at_side=True,
    titles={
        "en": ["Inside Sales Coordinator", "Sales Assistant", "Sales Administrator", "Order Desk"],
        "it": ["Coordinatore vendite", "Coordinatrice vendite", "Assistente commerciale"],
        "pl": ["Koordynator sprzedaży", "Koordynatorka sprzedaży", "Asystent sprzedaży"],
        "hi": ["बिक्री समन्वयक", "विक्रय समन्वयक"],
    },
    occupations=["43-4151.00"],
)
SALES_REPRESENTATIVE = Role(
    "sales_representative",
    "Sales Representative",
    attaches_by="territory",
    wins_new_business=True,
    may_report_to=[TERRITORY_MANAGER, SALES_MANAGER, SALES_DIRECTOR],
    needs_coordinator=True,
    works_with=[MARKETING],
    titles={
        "en": [
            "Sales Rep",
            "Field Sales Representative",
            "Outside Sales Representative",
            "Account Executive",
            "Sales Executive",
            "Sales Agent",
            "Salesperson",
        ],
        "it": ["Rappresentante", "Rappresentante commerciale", "Agente di vendita", "Venditore"],
        "pl": ["Przedstawiciel handlowy", "Przedstawicielka handlowa", "Handlowiec"],
        "hi": ["बिक्री प्रतिनिधि", "विक्रय प्रतिनिधि"],
    },
    occupations=["41-4012.00", "41-4011.00", "41-3091.00"],
)
SALES_SPECIALIST = Role(
    "sales_specialist",
    "Sales Specialist",
    attaches_by="territory",
    titles={
        "en": ["Product Specialist", "Sales Engineer", "Solution Specialist", "Overlay Specialist"],
        "it": ["Specialista di prodotto", "Specialista vendite"],
        "pl": ["Specjalista ds. produktu", "Specjalista ds. sprzedaży"],
        "hi": ["बिक्री विशेषज्ञ", "उत्पाद विशेषज्ञ"],
    },
    occupations=["41-9031.00"],
)

STANDARD_ROLES = (
    EXECUTIVE,
    SALES_DIRECTOR,
    SALES_MANAGER,
    TERRITORY_MANAGER,
    ACCOUNT_MANAGER,
    SALES_REPRESENTATIVE,
    SALES_SPECIALIST,
    SALES_COORDINATOR,
)
"""Roles that every design knows; a design may define one of the same id anew."""
