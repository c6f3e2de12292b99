"""The words of which a value may be made that is written into a spec: everyday words of work, and nobody's name.

A list of what is allowed, for a list of all names there are cannot be had. Each word stands here because it says what
something is, or how far it has come; words that are names as well were left out, except in lists that are told by the
company they keep (`CLOSED`).
"""

_EVERYDAY = (
    # how things stand
    "new open opened reopened closed done todo doing started begun waiting pending paused held hold draft "
    "submitted sent "
    "received accepted rejected refused declined approved denied confirmed unconfirmed cancelled canceled "
    "completed "
    "complete incomplete finished failed active inactive enabled disabled archived deleted removed expired "
    "overdue late "
    "early due paid unpaid partly partial partially invoiced billed refunded returned shipped delivered "
    "dispatched "
    "processing processed progress planned scheduled booked reserved available unavailable sold out in stock "
    "back ordered "
    "order backorder resolved unresolved solved triaged assigned unassigned escalated blocked ready released "
    "published "
    "unpublished review reviewed reviewing checked verified unverified valid invalid signed unsigned registered "
    "attended "
    "absent present hired fired retired on off not yet no yes none unknown other others misc various mixed all "
    "any some "
    # how much of it
    "low medium high higher highest lower lowest normal critical urgent major minor trivial severe mild "
    "moderate serious "
    "very extra small large big tiny huge standard basic premium advanced full half quarter single double "
    "triple "
    "first second third fourth fifth last next level grade class tier stage phase step size plus light heavy "
    "short "
    "weekly daily monthly yearly annual hourly quarterly once twice often never seldom rarely always sometimes "
    # where it comes from, and how
    "phone telephone call email mail letter post chat web website online offline internet app mobile fax walk "
    "person desk "
    "counter shop store portal form referral partner newsletter search ads advert social media event fair "
    "import "
    "manual automatic automated system api bank transfer card credit debit cash invoice cheque check voucher "
    "direct "
    "prepaid prepayment delivery pickup collection express courier overnight economy air sea rail road truck "
    "bike van bus "
    "train plane ship car taxi tram metro "
    # who has to do with it, as a group
    "private business public company corporate customer client consumer retail wholesale industry government "
    "non profit "
    "internal external employee employees staff contractor supplier vendor guest member visitor student pupil "
    "teacher "
    "patient adult child children senior family team lead leader manager management admin administrator agent "
    "user "
    "operator owner department sales marketing finance accounting accounts legal hr human resources it support "
    "service "
    "services operations logistics warehouse production purchasing procurement research development engineering "
    "quality "
    "security facility facilities maintenance training education administration board region area zone district "
    "site "
    "office home remote onsite hybrid field "
    # what it is
    "hardware software network printer laptop computer monitor screen keyboard server storage database access "
    "account "
    "password login licence license vpn wifi cable device equipment machine tool part parts spare vehicle "
    "furniture chair "
    "table book books clothing clothes shoes food drink drinks water coffee tea fruit vegetables bread meat "
    "fish dairy "
    "electronics toys games sports outdoor indoor garden kitchen household beauty health medical medicine "
    "pharmacy travel "
    "hotel flight room seat ticket tickets insurance claim claims damage theft loss accident repair replacement "
    "exchange "
    "return returns refund complaint complaints question questions request requests incident problem issue "
    "change task "
    "project feature bug error defect fault outage test sample sample product products item items goods "
    "material "
    "materials raw article offer quote quotation contract agreement subscription plan payment deposit fee fees "
    "discount "
    "tax net price cost costs budget salary wage expense expenses bonus income revenue profit surgery therapy "
    "consultation appointment visit meeting call interview course lesson lecture seminar workshop exam homework "
    "degree "
    "bachelor diploma certificate full part time permanent temporary freelance intern internship trainee "
    "apprentice type "
    "kind category group status state priority channel source reason result rating score general special "
    "specific "
    "electricity gas heating solar energy oil fuel petrol diesel electric manual paper plastic metal steel "
    "cotton leather wool box bag bottle piece pieces pack package pallet container litre kilo gram metre hour "
    "hours "
    "days week month months year years morning afternoon evening night noon weekday weekend "
    "with without and or of for to from by at the a an per via "
    # German
    "neu offen geschlossen erledigt begonnen wartet wartend ausstehend entwurf gesendet eingegangen angenommen "
    "abgelehnt "
    "genehmigt bestätigt storniert abgeschlossen fertig aktiv inaktiv archiviert gelöscht abgelaufen überfällig "
    "fällig "
    "bezahlt unbezahlt teilweise geliefert versandt zurückgeschickt verfügbar vergriffen gelöst zugewiesen "
    "geplant gebucht "
    "niedrig mittel hoch kritisch dringend normal gering schwer leicht ja nein unbekannt sonstige sonstiges "
    "andere keine "
    "telefon brief post laden filiale überweisung lastschrift rechnung bar karte abholung lieferung spedition "
    "privat "
    "geschäftlich gewerblich firma kunde lieferant mitarbeiter verein behörde vertrieb einkauf verwaltung "
    "buchhaltung "
    "lager versand produktion wartung werkstatt anfrage beschwerde rückgabe umtausch reparatur störung schaden "
    "bestellung "
    "angebot vertrag gerät drucker rechner netz zugang konto ersatzteil kleidung schuhe bücher lebensmittel "
    "getränke "
    "möbel spielzeug vollzeit teilzeit befristet unbefristet in bearbeitung nicht und mit ohne von für "
    # French
    "nouveau nouvelle ouvert ouverte fermé fermée terminé terminée commencé attente brouillon envoyé envoyée "
    "reçu reçue "
    "accepté acceptée refusé refusée approuvé approuvée confirmé confirmée annulé annulée actif active inactif "
    "expiré payé "
    "payée impayé livré livrée expédié expédiée disponible épuisé résolu résolue planifié réservé faible moyen "
    "moyenne "
    "élevé élevée haute basse critique urgent urgente oui non inconnu autre autres aucun aucune téléphone "
    "courriel "
    "courrier magasin agence virement prélèvement facture espèces carte livraison retrait privé entreprise "
    "particulier "
    "fournisseur employé ventes achats entrepôt demande réclamation retour échange réparation panne dommage "
    "commande "
    "devis contrat en cours de la le du des et avec sans pour "
    # Spanish
    "nuevo nueva abierto abierta cerrado cerrada terminado pendiente borrador enviado enviada recibido recibida "
    "aceptado "
    "aceptada rechazado rechazada aprobado aprobada confirmado confirmada cancelado cancelada activo inactivo "
    "vencido "
    "pagado pagada impagado entregado entregada disponible agotado resuelto resuelta planificado reservado bajo "
    "baja medio "
    "media alto alta crítico crítica urgente sí desconocido otro otra otros ninguno teléfono correo tienda "
    "sucursal "
    "transferencia factura efectivo tarjeta entrega recogida privado empresa particular proveedor empleado "
    "ventas compras "
    "almacén solicitud queja devolución cambio reparación avería daño pedido oferta contrato proceso con sin "
    "para el los "
    # short forms, currencies and units
    "eur usd gbp chf jpy sek nok dkk pln czk eu uk us usa b2b b2c vip tbd tba ok xs s m l xl xxl kg km cm mm ml "
    "st pc pcs "
)
WORDS = frozenset(_EVERYDAY.split())
CLOSED = tuple(
    frozenset(words.split())
    for words in (
        "red orange yellow green blue purple violet pink brown black white grey gray silver gold beige turquoise navy",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep sept oct nov dec",
        "monday tuesday wednesday thursday friday saturday sunday",
        "mon tue wed thu fri sat sun",
        "spring summer autumn fall winter",
        "north south east west centre center central northeast northwest southeast southwest",
        "rot gelb grün blau lila rosa braun schwarz weiß grau silber gold",
        "male female diverse other unknown",
    )
)
"""Lists of which some words are names as well: they are told by three of them, and nothing else, in one column."""
ORDERS = (
    ("low", "medium", "high", "urgent", "critical"),
    ("niedrig", "mittel", "hoch", "dringend", "kritisch"),
    ("minor", "major", "critical"),
    ("xs", "s", "m", "l", "xl", "xxl"),
    ("small", "medium", "large"),
)
"""Options that people write in an order of their own."""
