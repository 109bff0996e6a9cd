"""A paper is printed again: after its template changed, or in other languages. What it says stays as it was said."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from certificates.credentials.choices import Stage, State
from certificates.credentials.models import Award, Credential, Paper
from certificates.designs.queries import template_for
from certificates.issuing.choices import Refusal
from certificates.issuing.queries.papers import paper_languages
from certificates.issuing.refusals import Refused
from certificates.papers.actions import drop, keep_hashes, written
from certificates.papers.drawing import Proof, draw


def remake_paper(*, credential: Credential, languages: Sequence[str], now: datetime) -> Paper:
    """Print a certificate in one or two languages with its template as it is now, in place of the paper in these languages. The number,
    the proof and all that it says stay. Call outside a transaction. Safe to call twice.

    Raises Refused for a certificate that is not valid, for languages that are not offered, and where no design is left.
    """
    if credential.state != State.VALID:
        raise Refused(Refusal.NOT_CURRENT)
    wanted = list(dict.fromkeys(languages))
    if not 1 <= len(wanted) <= 2 or not set(wanted) <= set(paper_languages(credential)):
        raise Refused(Refusal.NO_LANGUAGE)
    template = credential.template or template_for(credential.award.edition.course_key, credential.kind)
    if template is None:
        raise Refused(Refusal.NO_TEMPLATE)
    proof = Proof(credential.kid, credential.signature)
    printed = draw(template, credential.words, number=credential.number, proof=proof, at=credential.issued_at, languages=wanted)
    paper = written(award=credential.award, printed=printed, languages=wanted, version=template.version, now=now)
    kept = _keep(credential, paper)
    if kept is None:
        drop(names=[paper.file])
        raise Refused(Refusal.NOT_CURRENT)
    return kept


@transaction.atomic
def _keep(credential: Credential, paper: Paper) -> Paper | None:
    """Put the paper in the place of the one in the same languages; None where the certificate has ceased to count meanwhile, or is being
    made anew: whoever makes it tidies the folder.
    """
    award = Award.objects.select_for_update(of=("self",)).filter(pk=credential.award_id, state=Stage.ISSUED, credential=credential)
    if award.first() is None or not Credential.objects.filter(pk=credential.pk, state=State.VALID).exists():
        return None
    old = Paper.objects.filter(credential=credential, languages=paper.languages)
    gone = list(old.values_list("file", flat=True))
    keep_hashes(credential=credential, papers=old)
    old.delete()
    paper.credential = credential
    paper.save(force_insert=True)
    transaction.on_commit(lambda: drop(names=gone))
    return paper
