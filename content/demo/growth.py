"""A library grown big with invented practices, in batches that lock nobody out for long; the index is made anew at the end."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Any
from uuid import UUID, uuid5

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import F
from django.db.models.sql import InsertQuery
from wagtail.models import Page

from content.generation.actions import raise_generation
from content.practices.choices import Modality, Sector
from content.practices.models import LibraryPage, PracticeCountry, PracticeInstrument, PracticePage, PracticeTarget, PracticeTheme
from content.seeding.shaping import NAMESPACE
from content.shelves.actions import rebuild
from content.taxonomy.models import Country, Instrument, SdgTarget, Theme

Say = Callable[[str], object]
BATCH = 500
TOLD = 5000  # practices between two lines of progress
SLUG = "growth-"
WORDS = (  # noqa: SIM905 - a list of them would be as long as the rest
    "inspeção trabalho infantil cooperação escola família município fiscalização cadeia colheita café algodão cacau pesca mina feira "
    "governo sindicato empregador formação professor menina adolescente proteção social denúncia registo visita relatório método plano "
    "lista perigosa idade mínima convenção tripartido diálogo parceria missão intercâmbio oficina guia protocolo indicador mapa risco "
    "território comunidade rural urbano fronteira migração rede observatório campanha rádio aprendizagem jovem emprego digno saúde "
    "segurança equipa cooperativa produtor crédito transferência renda merenda transporte creche horário turno recolha carvão tijolo "
    "costura têxtil mercado ambulante doméstico digital jogo arte música teatro festa biblioteca livro língua materna tradução acordo "
    "memorando ministério tribunal procurador assistente psicólogo abrigo regresso reparação seguimento avaliação evidência estudo"
).split()
WEIGHTS = list(accumulate(1 / (place + 4) for place in range(len(WORDS))))  # few words are everywhere, most are rare


def parts() -> list[tuple[str, str, Callable[[int, datetime, Say], int]]]:
    """Return what the content can grow (hook `grow`)."""
    return [("practices", "good practices in the library, indexed", grow_practices)]


def grow_practices(count: int, now: datetime, say: Say) -> int:
    """Fill the library until it has so many invented practices; return how many were made. Broken off and begun again, it goes on."""
    place = _Place(now, count)
    begun = Page.objects.filter(slug__startswith=SLUG, path__startswith=place.library.path, depth=place.library.depth + 1).count()
    for first in range(begun, count, BATCH):
        last = min(first + BATCH, count)
        place.fill(range(first, last))
        if last % TOLD == 0 or last == count:
            say(f"practices: {last} of {count}")
    if begun < count:
        rebuild(say=say)
        raise_generation(now=now)
    return max(count - begun, 0)


class _Place:
    """What all invented practices share."""

    def __init__(self, now: datetime, count: int) -> None:
        self.now, self.count = now, count
        self.library = LibraryPage.objects.filter(alias_of=None, live=True).order_by("path").first() or _library()
        self.kind = ContentType.objects.get_for_model(PracticePage)
        self.links: list[tuple[Any, str, list[int], int]] = [
            (PracticeCountry, "country_id", _ids(Country), 3),
            (PracticeTheme, "theme_id", _ids(Theme), 3),
            (PracticeTarget, "target_id", _ids(SdgTarget), 2),
            (PracticeInstrument, "instrument_id", _ids(Instrument), 2),
        ]

    @transaction.atomic
    def fill(self, numbers: range) -> None:
        """Put these practices behind the last one, in a short transaction."""
        above = Page.objects.select_for_update().get(pk=self.library.pk)
        last = above.get_last_child()
        step = int(last.path[-Page.steplen :], 36) if last else 0
        pages = [self._page(above, number, step + place) for place, number in enumerate(numbers, start=1)]
        Page.objects.bulk_create([_bare(page) for page in pages])
        ids = dict(Page.objects.filter(path__in=[page.path for page in pages]).values_list("path", "pk"))
        for page in pages:
            page.page_ptr_id = page.pk = ids[page.path]
        _insert(pages)
        Page.objects.filter(pk=above.pk).update(numchild=F("numchild") + len(pages))
        for model, column, values, most in self.links:
            model.objects.bulk_create(
                [model(page_id=page.pk, sort_order=0, **{column: value}) for page in pages for value in _some(page, column, values, most)]
            )

    def _page(self, above: Page, number: int, step: int) -> PracticePage:
        dice = Random(number)  # noqa: S311 - invented practices, the same on every run
        at = self.now - timedelta(minutes=self.count - number)
        title = f"{_said(dice, 5).capitalize()} {number + 1}"
        first = 2000 + dice.randrange(26)
        return PracticePage(
            path=Page._get_path(above.path, above.depth + 1, step),
            depth=above.depth + 1,
            numchild=0,
            content_type=self.kind,
            locale_id=above.locale_id,
            translation_key=_key(number),
            title=title,
            draft_title=title,
            slug=f"{SLUG}{number + 1}",
            url_path=f"{above.url_path}{SLUG}{number + 1}/",
            live=True,
            first_published_at=at,
            last_published_at=at,
            latest_revision_created_at=at,
            summary=f"{_said(dice, 20).capitalize()}.",
            institution="Instituição inventada",
            objectives=f"<p>{_said(dice, 40).capitalize()}.</p>",
            starts_year=first,
            ends_year=min(first + dice.randrange(4), 2026),
            modality=dice.choice(Modality.values),
            sector=dice.choice(Sector.values),
            is_demonstration=True,
        )


def _key(number: int) -> UUID:
    return uuid5(NAMESPACE, f"{SLUG}{number}")


def _said(dice: Random, length: int) -> str:
    return " ".join(dice.choices(WORDS, cum_weights=WEIGHTS, k=length))


def _some(page: PracticePage, column: str, values: list[int], most: int) -> list[int]:
    dice = Random(f"{page.slug} {column}")  # noqa: S311 - invented practices, the same on every run
    return dice.sample(values, k=min(dice.randint(1, most), len(values)))


def _ids(model: Any) -> list[int]:
    return list(model.objects.order_by("pk").values_list("pk", flat=True))


def _bare(page: PracticePage) -> Page:
    """Return the part of a practice that every page has."""
    return Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields if not field.primary_key})


def _insert(pages: list[PracticePage]) -> None:
    """Write the part of the practices that only practices have: Django inserts no rows in bulk into a table that continues another."""
    query = InsertQuery(PracticePage)
    fields = list(PracticePage._meta.local_concrete_fields)
    query.insert_values(fields, pages)
    query.get_compiler(connection=connection).execute_sql()


def _library() -> LibraryPage:
    """Return a library laid below the first page of the site, where there is none."""
    home = Page.objects.filter(depth=2, live=True).order_by("path").first()
    if home is None:
        raise ValueError("There is no first page: run `manage.py setup`.")
    return home.add_child(instance=LibraryPage(title="Boas práticas", slug="practices", locale_id=home.locale_id))
