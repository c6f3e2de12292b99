"""Which phrases suit which nouns: the names of entities and fields, in English, German, French and Spanish."""

from toolkit.data.naming import listed

MATTERS = {
    "returns": listed("return reclamation reklamation rücksendung retour retoure devolución"),
    "complaints": listed("complaint grievance beschwerde plainte réclamation queja reclamación"),
    "claims": listed("claim damage loss schaden schadensfall schadenfall sinistre siniestro"),
    "requests": listed(
        "ticket issue incident request case enquiry inquiry anfrage störung vorfall meldung fall work discrepancy "
        "deviation nonconformity problem defect breakdown arbeitsauftrag abweichung mangel reparaturauftrag demande "
        "incident signalement dossier écart anomalie panne intervention solicitud incidencia desviación avería"
    ),
    "products": listed(
        "product item article good goods part stock material artikel produkt ware teil produit article pièce "
        "producto artículo pieza"
    ),
    "services": listed(
        "service treatment repair leistung dienstleistung behandlung prestation soin servicio tratamiento"
    ),
}
"""Entities whose rows tell a matter, by the section that tells it."""
LISTS = {
    "appointments": listed("appointment booking consultation termin rendezvous rdv cita turno buchung"),
    "meetings": listed("meeting besprechung sitzung réunion reunión visit"),
    "events": listed("event veranstaltung événement evenement evento excursion trip ausflug sortie excursión"),
    "tasks": listed(
        "task todo activity action aufgabe tätigkeit arbeit tâche tache tarea actividad maintenance wartung"
    ),
    "steps": listed("step stage phase schritt étape etape paso"),
    "projects": listed("project programme initiative campaign projekt vorhaben kampagne projet campagne proyecto"),
    "categories": listed(
        "category kind tag genre kategorie art rubrik catégorie categorie rubrique categoría categoria"
    ),
    "teams": listed("team department division unit abteilung équipe equipe departamento equipo ward station"),
    "courses": listed(
        "course training lesson seminar class workshop module kurs schulung lehrgang unterricht cours formation "
        "stage curso clase formación"
    ),
    "assets": listed(
        "asset device equipment machine vehicle tool gerät anlage maschine fahrzeug appareil équipement véhicule "
        "máquina vehículo dispositivo"
    ),
    "diagnoses": listed(
        "diagnosis diagnose diagnostic diagnóstico symptom symptome symptôme síntoma fault defect befund"
    ),
    "reasons": listed("reason cause grund ursache anlass motif raison motivo causa justification begründung"),
    "documents": listed(
        "document file attachment dokument datei unterlage formular pièce fichier documento archivo form"
    ),
    "contracts": listed("contract agreement lease vertrag vereinbarung contrat accord contrato acuerdo"),
    "policies": listed(
        "policy rule guideline regulation standard richtlinie regel vorschrift règle politique política"
    ),
    "shifts": listed("shift schicht dienst roster service poste turno"),
    "rooms": listed("room hall raum zimmer saal salle chambre sala habitación aula"),
    "places": listed(
        "location branch site store depot warehouse station clinic school office standort filiale lager niederlassung "
        "schule praxis agence dépôt magasin entrepôt école sucursal almacén tienda escuela sede place venue"
    ),
    "messages": listed(
        "message notification alert news announcement nachricht benachrichtigung mitteilung hinweis avis"
    ),
    "goals": listed("goal objective target ziel objectif objetivo"),
    "risks": listed("risk hazard risiko gefährdung risque riesgo"),
    "orders": listed("order purchase delivery shipment bestellung lieferung sendung commande livraison pedido envío"),
    "questions": listed("question frage pregunta"),
    "recipes": listed("recipe dish meal menu rezept gericht speise recette plat receta plato"),
    "films": listed("film movie series show película pelicula serie"),
    "books": listed("book novel title buch livre libro"),
    "songs": listed("song track lied titel chanson morceau canción cancion album"),
    "groups": listed("group club gruppe verein groupe association grupo asociación"),
}
"""Entities and fields that are told out of a list, by the list; the first that fits."""
FIELDS = ("reasons", "diagnoses", "tasks", "categories", "courses", "projects", "documents", "events", "meetings")
"""Lists that a field may be told from by its own name, whatever the entity is."""
GOODS = ("products", "services")
TITLED = listed(
    "title subject summary headline topic betreff titel thema objet titre sujet intitulé asunto título titulo tema"
)
NAMED = listed("name label bezeichnung nom libellé nombre denominación designation")
REPLIES = listed("comment reply message note post answer remark kommentar nachricht commentaire comentario")
CAME_FOR = listed("reason cause purpose anlass grund anliegen motif motivo")
"""Fields of an appointment that say what somebody comes for; not why it was called off."""
DONE = listed(
    "resolution solution action measure answer outcome fix reply lösung massnahme maßnahme abhilfe antwort solution "
    "mesure résolution réponse solución medida acción respuesta"
)
"""Paragraphs that say what was done or answered."""
NUMBERED = listed("dock gate bay hall aisle ramp line tor halle gang rampe linie quai allée ligne muelle pasillo línea")
"""Places in a building that have a number."""
DESCRIBED = listed(
    "description details detail body text content problem message beschreibung einzelheiten inhalt détails contenu "
    "descripción detalle contenido"
)
"""Paragraphs that say what a row is about."""
