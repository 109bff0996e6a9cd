"""The search of the forums."""

from typing import NamedTuple
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from content.pages.addresses import content_code
from content.search.excerpts import excerpt, marked
from forums.boards.models import Forum
from forums.boards.queries import Place, listed, places
from forums.boards.rules import visible_to
from forums.discussions.models import Post
from forums.doors.gate import at_the_door
from forums.finding.forms import SearchForm
from forums.finding.queries import PER_PAGE, Cursor, Question, posts_about
from forums.finding.wording import plain


class Result(NamedTuple):
    """One post found, as it is shown; `code` is its language where it is not the reader's."""

    post: Post
    title: SafeString
    text: SafeString
    code: str
    place: Place | None


@require_safe
@at_the_door
def search(request: HttpRequest) -> HttpResponse:
    """Find posts. Nothing asked, nothing found and nonsense are all answered kindly."""
    forums, chosen = _forums(request)
    named = places(forums, request.LANGUAGE_CODE, request)
    typed = {name: request.GET.get(name, "").replace("\0", " ") for name in ("q", "author", "language", "forum")}
    form = SearchForm(typed, forums=[(str(forum.uid), named[forum.pk].title) for forum in forums if forum.pk in named])
    if not form.is_valid():
        return render(request, "forums/search.html", {"form": form}, status=422)
    held = form.cleaned_data
    question = Question(held["q"], held["author"], held["language"], chosen)
    after = Cursor.read(request.GET.get("after", ""))
    posts = posts_about(question, user=request.user, after=after)
    context = {
        "form": form,
        "is_narrowed": any(typed[name] for name in ("author", "language", "forum")),
        "asks": question.asks,
        "results": _results(request, posts[:PER_PAGE], question, named),
        "following": _address(typed, posts),
        "first": _query(typed) if after else "",
    }
    return render(request, "forums/search.html", context)


def _forums(request: HttpRequest) -> tuple[list[Forum], Forum | None]:
    """Return the forums to choose from and the one that is chosen. Raises Http404 for one that this person may not read."""
    forums = listed(request.user)
    word = request.GET.get("forum", "")
    if not word:
        return forums, None
    try:
        uid = UUID(word)
    except ValueError:
        raise Http404 from None
    found = next((forum for forum in forums if forum.uid == uid), None)
    if found:
        return forums, found
    found = get_object_or_404(visible_to(request.user), uid=uid)
    return [*forums, found], found


def _results(request: HttpRequest, posts: list[Post], question: Question, named: dict[int, Place]) -> list[Result]:
    here = content_code(get_language())
    others = {post.topic.forum_id: post.topic.forum for post in posts if post.topic.forum_id not in named}
    named = {**named, **places(others.values(), request.LANGUAGE_CODE, request)}
    results = []
    for post in posts:
        title = marked(post.topic.title, question.stems, post.language)
        text = excerpt(plain(post.html), question.stems, post.language)
        code = post.language if post.language != here else ""
        results.append(Result(post, title, text, code, named.get(post.topic.forum_id)))
    return results


def _query(typed: dict[str, str], **more: str) -> str:
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in {**typed, **more}.items() if value})
    return query.urlencode()


def _address(typed: dict[str, str], posts: list[Post]) -> str:
    """Return the query of the next page; empty at the end."""
    return _query(typed, after=str(Cursor.after(posts[PER_PAGE - 1]))) if len(posts) > PER_PAGE else ""
