"""Bringing a bank in: each question for itself, all of it or nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from courses.exchange.building import Held, built
from courses.exchange.origins import folder_for, origin_for
from courses.exchange.reporting import Report
from courses.formats.items import Item, Left, LeftOut, Unreadable
from courses.questions.actions import NotKept, Outcome, keep_question, retire_question
from courses.questions.models import Question, QuestionFile
from courses.questions.pictures import NotTaken

LONGEST_FOLDER = 400


@dataclass
class _Errand:
    """What one import is told, and which questions of its file it has met."""

    language: str
    below: str
    is_dry: bool
    by: User | None
    now: datetime
    seen: dict[tuple[str, str], int] = field(default_factory=dict)


def bring_in_questions(
    *,
    found: Sequence[Item | Left],
    form: str,
    language: str,
    folder: str = "",
    onto: str | None = None,
    is_dry: bool = False,
    by: User | None = None,
    now: datetime,
) -> Report:
    """Keep the questions of a file in this language, below `folder`; those known from before are changed, or get words in a further one.

    `onto`: a folder of the bank whose questions get these words in turn; raises Unreadable where their numbers differ. `is_dry`: nothing is
    kept. Returns what came of each. The same file again changes nothing.
    """
    report = Report(language, form, is_dry=is_dry)
    errand = _Errand(language, folder, is_dry, by, now)
    targets = _targets(found, onto) if onto is not None else None
    for one in found:
        if isinstance(one, Left):
            report.left.append(one)
            continue
        try:
            outcome = _brought(one, errand, next(targets) if targets else None)
        except (LeftOut, NotKept, NotTaken) as reason:
            report.left.append(Left(one.place, one.name, str(reason)))
        except IntegrityError:
            report.left.append(Left(one.place, one.name, _("Somebody else is bringing it in at this moment. Try again.")))
        else:
            report.kept.append((one, str(outcome)))
    return report


def _targets(found: Sequence[Item | Left], onto: str) -> Iterator[Question]:
    items = [one for one in found if isinstance(one, Item)]
    questions = list(Question.objects.usable().within(onto).order_by("pk"))
    if len(items) != len(questions):
        said = {"file": len(items), "folder": len(questions)}
        raise Unreadable(_("The file has %(file)d questions that can be taken, the folder %(folder)d: they must be as many.") % said)
    return iter(questions)


def _brought(item: Item, errand: _Errand, target: Question | None) -> Outcome:
    folder = folder_for(item, errand.below)
    if len(folder) > LONGEST_FOLDER:
        raise LeftOut(_("The names of its folders are too long."))
    mark = (folder, item.idnumber or item.name or item.stem)
    errand.seen[mark] = errand.seen.get(mark, 0) + 1
    if item.idnumber and errand.seen[mark] > 1:
        raise LeftOut(_("Its id number stands in the file twice."))
    origin = origin_for(item, folder, errand.seen[mark])
    with transaction.atomic():
        question = target or _known(item, origin, errand.language)
        held = set(QuestionFile.objects.filter(question=question).values_list("pk", flat=True)) if question else set()
        row, outcome = _kept(item, question, folder, origin, errand)
        if errand.is_dry:
            for file in QuestionFile.objects.filter(question=row).exclude(pk__in=held):
                file.file.storage.delete(str(file.file))
            transaction.set_rollback(True)
    return outcome


def _known(item: Item, origin: str, language: str) -> Question | None:
    """Return the question that this one was before: by its origin, by the uid that an export wrote, or, when it comes in a further
    language, by an id number that only one question of the bank has.
    """
    if found := Question.objects.filter(origin=origin).first():
        return found
    if not item.idnumber:
        return None
    try:
        return Question.objects.filter(uid=UUID(item.idnumber)).first()
    except ValueError:
        named = Question.objects.filter(origin__startswith="id:", origin__endswith=f":{item.idnumber}").exclude(texts__language=language)
        others = list(named[:2])
        return others[0] if len(others) == 1 else None


def _kept(item: Item, question: Question | None, folder: str, origin: str, errand: _Errand) -> tuple[Question, Outcome]:
    held = _held(question, item, errand.language)
    made = built(item, errand.language, held)
    is_kept_as_is = question is not None and (held.is_translated or not item.tells_all)
    kept = keep_question(
        kind=item.kind,
        shape=made.shape,
        key=made.key,
        texts={errand.language: made.words},
        name=question.name if question and held.is_translated else item.name,
        folder=question.folder if question else folder,
        points=question.points if question and is_kept_as_is else item.points,
        question=question,
        origin=origin,
        files=item.files,
        by=errand.by,
        now=errand.now,
    )
    outcome = kept.outcome
    if item.tells_all and not held.is_translated and retire_question(question=kept.question, is_retired=item.is_retired, now=errand.now):
        outcome = Outcome.CHANGED if outcome == Outcome.UNCHANGED else outcome
    return kept.question, outcome


def _held(question: Question | None, item: Item, language: str) -> Held:
    if question is None:
        return Held()
    texts = {text.language: text for text in question.texts.all()}
    words = texts[language].as_data() if language in texts else {}
    has_others = bool(set(texts) - {language})
    if question.kind != item.kind:
        if has_others and not words:
            raise LeftOut(_("It is a question of another kind than in the other languages."))
        return Held(words=words, has_others=False)
    return Held(question.shape, question.key, words, has_others)
