"""The kinds of meaning that a field may have: the names by which a spec overrules what is inferred."""

from collections.abc import Mapping


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(text.split()).split(" | "))


MEANINGS: Mapping[str, tuple[str, ...]] = {
    "business": _listed(
        """job title | department | company | company suffix | legal form | industry | brand | role | skill |
        registration number | payment method | payment terms | payment status | shipping method | incoterm | cost
        centre | status | priority | severity | frequency | channel | warehouse | branch | venue | market segment |
        territory | company size"""
    ),
    "codes": _listed(
        """sku | ean | isbn | issn | invoice number | order number | customer number | supplier number | employee
        number | student number | patient number | member number | contract number | case number | policy number |
        serial number | batch number | microchip number | tracking number | delivery note number | ticket number |
        transaction number | approval code | booking reference | voucher code | quote number | project number |
        asset tag | document number | licence number | licence key | ledger account | room | gate | seat | shelf |
        table number | locker | building | course code | code | reference | abbreviation | po box"""
    ),
    "contact": _listed(
        """phone | mobile | fax | email | website | domain | handle | url | image url | phone extension"""
    ),
    "dates": _listed(
        """birth date | date of death | hire date | order date | delivery date | due date | payment date | invoice date
        | start | end | expiry date | creation | change | booking date | publication date | last visit | deletion |
        appointment date | date"""
    ),
    "food, nature and sport": _listed(
        """dish | ingredient | cuisine | drink | diet | animal species | breed | pet name | plant | sport | sports team
        | league | playing position | stadium | weather"""
    ),
    "health": _listed(
        """diagnosis | icd code | medication | dosage | dosage form | allergy | symptom | procedure | specialty | ward
        | insurance | vaccine | lab test | hospital | lab
        result | lab unit | reference range"""
    ),
    "learning": _listed(
        """course | school subject | grade | semester | degree | school | school class | exam | faculty"""
    ),
    "matters": _listed(
        """title of a matter | subject | description | note | reason | message | review | question | answer | headline
        | slogan | product name | project | task | meeting | event | category | type | document type | address type
        | phone type | account type | contract type | absence type | tag | department of government | law |
        relationship | campaign | asset | service | goal | defect | error message | name"""
    ),
    "measures": _listed(
        """price | cost | amount | total | subtotal | tax amount | tax rate | discount | fee | salary | bonus | balance
        | budget | credit limit | exchange rate | interest rate | percent | rating | score | quantity | stock |
        reorder level | weight | height | width | length | depth | diameter | area | volume | temperature | humidity
        | pressure | capacity | power | voltage | consumption | meter reading | mileage | distance | speed |
        duration | hours | floor | guests | children | employees | population | page count | count | sort order |
        heart rate | blood pressure | body mass index | calories | rooms | file size |
        milliseconds | days | years | film minutes | systolic | diastolic | small price"""
    ),
    "media": _listed(
        """film title | book title | author | album | track | artist | composer | genre | music genre |
        book genre | media type | publisher |
        playlist | film rating | special features | newspaper | game | tv channel | edition |
        audio format | plot"""
    ),
    "money": _listed(
        """iban | bic | bank | account number | sort code | card number | card type | card expiry | card security code
        | vat number | tax number | national id | passport number | driving licence | social security number"""
    ),
    "people": _listed(
        """full name | given name | family name | middle name | initials | name suffix | gender | salutation | academic
        title | user name | nickname | birth date | age | birth place | nationality | marital status | blood group |
        body height | body weight"""
    ),
    "places": _listed(
        """street | house number | street address | address | address line 2 | district | city | region | region code |
        postcode | country | country code | continent | latitude | longitude | coordinates | time zone | currency
        name | currency code | currency symbol | phone code | language | language code | airport | airport code"""
    ),
    "technical": _listed(
        """uuid | hash | password hash | token | ip address | ipv6 address | mac address | host name | file name | mime
        type | file path | file extension | slug | version | commit | branch name of code | browser | operating
        system | user agent | device type | port | http status | http method | log level | event type | programming
        language | database name | setting name | setting value | structured data | markup | character set | regular
        expression | icon | cron expression"""
    ),
    "things": _listed(
        """colour | hex colour | size | unit of measure | quantity per unit | material | container | dimensions | shape
        | condition | style | flavour | weekday | month | quarter | season | year | shift | opening hours | opening
        time | closing time | time of day | level"""
    ),
    "transport": _listed(
        """plate | vin | car make | car model | model | fuel | vehicle type | gearbox | aircraft | airline | flight
        number | vessel | train | line | route | station | platform | port of call | container number | terminal"""
    ),
}
"""The names by subject."""
KINDS = frozenset(name for names in MEANINGS.values() for name in names)
NUMBERS = frozenset(MEANINGS["measures"]) - {"blood pressure"} | frozenset(
    ("year", "age", "body height", "body weight", "latitude", "longitude", "http status", "port", "level")
)
"""Kinds that a number may have."""
DATES = frozenset({"birth date"})
"""Kinds that a date may have: when all else happens, the row's life decides."""
TEXTS = KINDS - (frozenset(MEANINGS["dates"]) - {"date"})
"""Kinds that a text may have."""
