"""Phrases of banks, insurers and accounts."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
finance, bank, account, loan, credit, insurance, insurer, claim, policy, policyholder, premium, invoice, payment,
budget, expense, accounting, audit, tax, mortgage, transaction, investment, konto, kredit, versicherung, schaden,
schadensfall, police, prämie, rechnung, zahlung, buchhaltung, spesen, steuer, banque, compte, prêt, crédit,
assurance, assuré, sinistre, prime, facture, paiement, comptabilité, banco, cuenta, préstamo, crédito, seguro,
siniestro, póliza, factura, pago, contabilidad
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "finance", WORDS)
