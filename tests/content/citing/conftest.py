"""A record as plain values, to take along in every way."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from content.citing.record import Part, Place, Record, Term

KEY = UUID("0a1b2c3d-0000-4000-8000-000000000001")


def record(**fields: object) -> Record:
    """Return a practice of two countries in Portuguese."""
    made = Record(
        key=KEY,
        language="pt",
        title="Calendário das colheitas & escola: 100% {juntos}",
        author="Equipa distrital; Maria_José Ñandú",
        institution="Direção provincial",
        summary="Menos faltas à escola\ndurante a colheita.",
        parts=(Part("objectives", "Objetivo(s)", "<p>Menos <b>faltas</b> &amp; mais aulas.</p><ul><li>um</li><li>dois</li></ul>"),),
        places=(Place("AO", "Angola", "offering", "oferece"), Place("ST", "São Tomé e Príncipe", "requesting", "procura")),
        regions=(Term("017", "África Central"),),
        themes=(Term("agriculture-rural", "Agricultura, zona rural"), Term("education-training", "Educação")),
        targets=(Term("8.7", "Fim do trabalho infantil"),),
        modality=Term("south-south", "Sul-Sul"),
        years=(2024, None),
        amounts=(("150000.00", "USD", "RBTC"),),
        contacts=(("Escritório", "office@example.org", ""),),
        materials=(("Guia", "https://example.org/guia"),),
        licence=Term("CC-BY-4.0", "CC BY 4.0"),
        licence_address="https://creativecommons.org/licenses/by/4.0/",
        original_language="pt",
        version=3,
        published_at=datetime(2026, 10, 14, 9, tzinfo=UTC),
        changed_at=datetime(2026, 11, 2, 9, tzinfo=UTC),
        address="https://academy.test/pt/practices/calendario/",
        permanent="https://academy.test/pt/library/versions/77777777-0000-4000-8000-000000000001/",
        others={"fr": "https://academy.test/fr/practices/calendario/", "en": "https://academy.test/en/practices/calendario/"},
    )
    return replace(made, **fields)


@pytest.fixture
def calendar() -> Record:
    """Return that practice."""
    return record()
