"""What a made-up picture shows: told by the names of its field and entity, and of products by what they are called."""

import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256

from toolkit.domain.language import Language
from toolkit.domain.sketch import Picture
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Row

_WORDS: Mapping[str, str] = {
    "person": "avatar portrait face profile selfie headshot person people user employee member customer patient guest "
    "student teacher driver traveller applicant contact kunde mitarbeiter personne persona foto_pasaporte passbild",
    "document": "scan document page receipt invoice contract passport licence license certificate letter form bill "
    "signature card insurance policy account loan ticket pass voucher permit course test subscription ausweis beleg "
    "rechnung vertrag dokument reçu facture contrat recibo factura contrato",
    "map": "map route location plan area district karte lageplan carte mapa",
    "room": "room bedroom bathroom kitchen office desk_place zimmer raum küche chambre salle habitación",
    "building": "house building property flat apartment home venue hotel branch site shop store garage warehouse "
    "school clinic haus gebäude wohnung immobilie maison immeuble casa edificio roof facade damage",
    "vehicle": "car vehicle van truck bus taxi fleet fahrzeug auto wagen voiture véhicule coche vehículo",
    "bicycle": "bicycle bike cycle scooter fahrrad vélo bicicleta",
    "food": "meal dish food recipe menu lunch breakfast dinner cake pizza salad soup gericht essen plat repas plato",
    "plant": "plant flower tree garden crop herb seed pflanze blume baum plante fleur árbol flor",
    "animal": "pet animal dog cat horse tier hund katze chien chat perro gato",
    "laptop": "laptop notebook computer pc macbook ultrabook",
    "phone": "phone smartphone handset iphone mobile telefon handy",
    "screen": "monitor display screen tv television bildschirm fernseher écran pantalla tablet",
    "keyboard": "keyboard tastatur clavier teclado",
    "headphones": "headphones headset earbuds kopfhörer casque auriculares",
    "camera": "camera lens webcam kamera caméra cámara",
    "chair": "chair stool sofa armchair seat stuhl sessel chaise silla",
    "table": "table desk bench tisch bureau mesa",
    "lamp": "lamp light bulb lantern torch candle lampe leuchte lámpara",
    "bottle": "bottle wine oil beer shampoo juice water flasche bouteille botella perfume cream soap lotion",
    "cup": "cup mug coffee tea glass tasse kaffee café taza",
    "shirt": "shirt jacket coat sweater hoodie dress t-shirt blouse jumper hemd jacke veste camisa clothing",
    "shoe": "shoe shoes boot boots sneaker trainers sandal schuh stiefel chaussure zapato",
    "bag": "bag backpack suitcase luggage handbag rucksack tasche koffer sac bolsa",
    "book": "book novel guide buch livre libro magazine album",
    "tool": "tool toolbox drill hammer saw screwdriver wrench pump valve machine werkzeug outil herramienta "
    "spare bolt washer rod bearing motor "
    "gearbox coupling cylinder switch caliper gauge filter bracket kit",
    "landscape": "landscape view weekend week tour cruise safari trip hike beach mountain island lake coast landschaft",
    "shelf": "shelf shelves bookcase cupboard wardrobe cabinet drawer regal schrank étagère estante",
    "bed": "bed mattress pillow cot bett lit cama",
    "pan": "pan pot wok saucepan pfanne topf poêle sartén",
    "kettle": "kettle teapot flask thermos kanne théière tetera",
    "knife": "knife knives scissors messer couteau cuchillo",
    "jar": "jar honey jam spice mill tin paint glue pickle honig miel",
    "bowl": "bowl plate dish_ware schale schüssel bol tazón",
    "scarf": "scarf shawl hat cap gloves schal écharpe bufanda",
    "sock": "sock socks tights socke chaussette calcetín",
    "belt": "belt gürtel ceinture cinturón hose strap",
    "wallet": "wallet purse geldbörse portefeuille cartera",
    "can": "can watering giesskanne arrosoir regadera",
    "ladder": "ladder leiter échelle escalera",
    "cable": "cable charger adapter plug wire kabel câble",
    "mouse": "mouse trackball maus souris ratón",
    "speaker": "speaker loudspeaker radio lautsprecher enceinte altavoz microphone",
    "mat": "mat rug carpet teppich tapis alfombra",
    "helmet": "helmet helm casque_moto casco",
    "toy": "toy blocks train puzzle doll game spielzeug jouet juguete",
    "towel": "towel blanket sheet cloth curtain handtuch serviette toalla fabric",
    "watch": "watch clock smartwatch uhr montre reloj timer",
    "ball": "ball football basketball ballon pelota racket",
    "printer": "printer scanner copier drucker imprimante impresora router",
    "fruit": "fruit apple pear banana vegetable orange obst pomme fruta carrot potato",
    "pills": "medicine pill tablet_drug drug vitamin medication ointment drops gel bandage dressing mask syringe "
    "thermometer tablette medikament médicament",
}
_BY_WORD = {word: subject for subject, words in _WORDS.items() for word in words.split()}
_WARES = "product item article good ware asset device equipment part model produkt artikel produit producto artículo"
WARES = frozenset(_WARES.split())
"""Words of entities whose rows are told apart by what they are called."""
PAPER = "document"
"""What is drawn of a file, whatever is in it."""
SUBJECTS = (*_WORDS, "box")


def picture_of(field: Field, row: Row, entity: Entity, title: str) -> Picture:
    """Return the picture of an image: the same row and name give the same one, wherever it is shown."""
    seed = f"{entity.name}/{row.get('id', '')}/{row.get(field.name)}"
    return Picture(subject(field.name, entity, title), seed, f"{field.label}: {title}" if title else field.label)


def subject(field: str, entity: Entity, title: str) -> str:
    """Return what a picture shows: what its field says, else the row's title if it is a ware, else its entity."""
    people = entity.title.type == "person"
    told = _told(field)
    if told:
        return told
    if _words(entity.name) & WARES:
        return _told(title) or "box"
    return "person" if people else _told(entity.name) or _told(title) or "landscape"


def size_said(language: Language, seed: str) -> str:
    """Return the size of a made-up file, from 40 kB to some 8 MB: small ones are as likely as large ones."""
    share = int.from_bytes(sha256(seed.encode("utf-8", "replace")).digest()[:4], "big") / 2**32
    size = 40 * 200**share
    if size < 1000:
        return language.say("{number} kB", number=language.formats.number(round(size)))
    return language.say("{number} MB", number=language.formats.number(size / 1000, 1))


@lru_cache(maxsize=4096)
def _told(text: str) -> str:
    """Return the subject that the last known word of a text tells, before a comma if it can be: 'desk lamp, oak'."""
    words = (word for part in text.split(",") for word in reversed(_split(part)))
    return next((_BY_WORD[word] for word in words if word in _BY_WORD), "")


def _words(text: str) -> frozenset[str]:
    return frozenset(_split(text))


def _split(text: str) -> list[str]:
    """Return the words of a text, each also without the plural's s."""
    plain = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", plain.casefold())
    return [word for one in words for word in (one.removesuffix("s"), one)]


def initials(name: str) -> str:
    """Return the letters that stand for a name: of its first and its last word, one where letters stand for syllables.

    A name without a letter has a dot.
    """
    words = re.findall(r"[^\W\d_]+", re.sub(r"<[^>]*>|\([^)]*\)|\{[^}]*\}", " ", name))
    if not words:
        return "•"
    plain = all(ord(letter) < 0x0530 for letter in words[0])  # Latin, Greek, Cyrillic: scripts that have capitals
    ends = (words[0], words[-1]) if plain and len(words) > 1 else (words[0],)
    return "".join(word[0].upper()[:1] for word in ends)
