"""Beginning a topic, replying, changing, taking back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.models import User
from content.markup.rendering import render as render_text
from content.pages.addresses import content_code
from forums.attachments.actions import attach, detach
from forums.attachments.forms import FilesForm, files_form
from forums.boards.models import Forum
from forums.brakes.rules import first_state
from forums.brakes.views import may_change, passes
from forums.discussions import actions, rules
from forums.discussions.choices import Source, State
from forums.discussions.models import Post, Topic
from forums.discussions.typed import Typed
from forums.doors.gate import address_of, at_the_door, forum_for, place_of, post_for, topic_for
from forums.drafts.actions import forget_draft, save_draft, tell_arrived
from forums.drafts.queries import begun, draft_url
from forums.subscriptions.actions import subscribe
from forums.writing.differing import changed
from forums.writing.forms import EditFirstForm, EditForm, PostForm, TopicForm
from forums.writing.quoting import quoted
from forums.writing.strangers import guest_reply, guest_topic

writes = require_http_methods(["GET", "HEAD", "POST"])


@writes
@at_the_door
def topic_new(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Begin a topic in a forum."""
    forum = forum_for(request, uid)
    if not rules.can_start_topic(request.user, forum):
        return _refused(request)
    if not isinstance(request.user, User):
        return guest_topic(request, forum)
    form = TopicForm(request.POST or None, initial=begun(request.user, forum))
    files = files_form(request)
    if request.method == "POST" and _is_ready(form, files) and not _is_preview(request) and passes(request, form, forum):
        typed = _typed(request.user, forum, form, _prior(request, None))
        held = form.cleaned_data
        post = actions.start_topic(forum=forum, title=held["title"], is_question=held["is_question"], typed=typed, now=timezone.now())
        attach(post=post, files=files.files_ready)
        return _written(request, post, form)
    return _page(request, form, forum, None, files=files)


@writes
@at_the_door
def topic_reply(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Reply in a topic; `?to=` names the post that is answered, `?quote=` one that is quoted."""
    topic = topic_for(request, uid)
    if not rules.can_reply(request.user, topic, timezone.now()):
        return _refused(request)
    parent = _parent(request, topic)
    quote = _quote(request, parent)
    if not isinstance(request.user, User):
        return guest_reply(request, topic, parent, quote)
    form = PostForm(request.POST or None, initial={"text": quote} if quote else begun(request.user, topic))
    files = files_form(request)
    if request.method == "POST" and _is_ready(form, files) and not _is_preview(request) and passes(request, form, topic.forum):
        typed = _typed(request.user, topic.forum, form, _prior(request, parent))
        post = actions.reply(topic=topic, parent=parent, typed=typed, now=timezone.now())
        attach(post=post, files=files.files_ready)
        return _written(request, post, form)
    return _page(request, form, topic.forum, topic, parent, files=files)


@writes
@at_the_door
def post_edit(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Change one's post."""
    post, topic = post_for(request, uid)
    if not rules.can_edit(request.user, post, timezone.now()) or not isinstance(request.user, User):
        return _refused(request)
    kind = EditFirstForm if post.place == 1 or topic.last_place == 0 else EditForm
    own = post.language if post.language_source in (Source.AUTHOR, Source.MODERATOR) else ""
    form = kind(request.POST or None, initial={"text": post.text, "title": topic.title, "language": own})
    files = files_form(request, post)
    if request.method == "POST" and _is_ready(form, files) and not _is_preview(request) and may_change(request, form):
        typed = form.cleaned_data
        detach(post=post, uids=files.cleaned_data.get("gone", []))
        attach(post=post, files=files.files_ready)
        actions.edit_post(post=post, text=typed["text"], title=typed.get("title", ""), by=request.user, now=timezone.now())
        if typed["language"]:
            source = Source.AUTHOR if rules.is_writer(request.user, post) else Source.MODERATOR
            actions.say_language(post=post, language=typed["language"], source=source)
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(address_of(post))
    return _page(request, form, topic.forum, topic, edited=post, files=files)


@writes
@at_the_door
def post_delete(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Take back one's post, after a question."""
    post, topic = post_for(request, uid)
    if not rules.can_delete(request.user, post):
        return _refused(request)
    if request.method != "POST":
        return render(request, "forums/delete.html", {"post": post, "topic": topic, "back": address_of(post)})
    actions.delete_post(post=post, now=timezone.now())
    messages.success(request, _("Your message was deleted."))
    topic.refresh_from_db()
    return HttpResponseRedirect(address_of(post) if topic.state == State.PUBLISHED else place_of(request, topic.forum).url or "../../")


@require_safe
@at_the_door
def post_history(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show the earlier texts of a post, and what changed."""
    post, topic = post_for(request, uid)
    if not rules.can_see_history(request.user, post):
        return _refused(request)
    revisions = list(post.revisions.select_related("replaced_by"))
    after = [revision.text for revision in revisions[1:]] + [post.text]
    changes = [
        {"at": revision.replaced_at, "by": revision.replaced_by, "parts": changed(revision.text, text)}
        for revision, text in zip(revisions, after, strict=True)
    ]
    return render(request, "forums/history.html", {"post": post, "topic": topic, "back": address_of(post), "changes": changes[::-1]})


@require_POST
@at_the_door
def post_useful(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Say that a post is useful, or no longer."""
    post, _topic = post_for(request, uid)
    if not rules.can_mark_useful(request.user, post) or not isinstance(request.user, User):
        return _refused(request)
    actions.mark_useful(post=post, user=request.user, is_useful=request.POST.get("useful") != "0")
    return HttpResponseRedirect(address_of(post))


@require_POST
@at_the_door
def post_accept(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Choose the answer to a question, or choose none."""
    post, topic = post_for(request, uid)
    if not rules.can_accept(request.user, topic) or post.place == 1 or post.state != State.PUBLISHED:
        return _refused(request)
    actions.accept_answer(topic=topic, post=post if request.POST.get("accepted") != "0" else None)
    return HttpResponseRedirect(address_of(post))


def _parent(request: HttpRequest, topic: Topic) -> Post | None:
    """Return the post of this topic that is answered or quoted; None where none is named."""
    word = request.GET.get("to") or request.GET.get("quote") or ""
    try:
        return Post.objects.published().filter(topic=topic, uid=UUID(word)).select_related("author", "guest").first()
    except ValueError:
        return None


def _quote(request: HttpRequest, parent: Post | None) -> str:
    if parent is None or "quote" not in request.GET:
        return ""
    writer = parent.author or parent.guest
    return quoted(parent.text, str(writer) if writer else _("Former member"))


def _prior(request: HttpRequest, parent: Post | None) -> str:
    """Return the language that is supposed until the text is looked at: that of the post answered, else the one that is being read."""
    return (parent.language if parent else "") or content_code(request.LANGUAGE_CODE)


def _typed(user: User, forum: Forum, form: PostForm, prior: str) -> Typed:
    """Return what was typed, with the state in which it begins here."""
    held = form.cleaned_data
    return Typed(
        writer=user,
        text=held["text"],
        language=held["language"] or prior,
        is_sure_of_language=bool(held["language"]),
        state=first_state(user, forum, f"{held.get('title', '')}\n{held['text']}"),
        token=held["token"],
    )


def _is_ready(form: PostForm, files: FilesForm) -> bool:
    """Return whether text and files can both be taken; both are looked at, so that all that is wrong is said at once."""
    return all([form.is_valid(), files.is_valid()])


def _is_preview(request: HttpRequest) -> bool:
    return "preview" in request.POST


def _written(request: HttpRequest, post: Post, form: PostForm) -> HttpResponse:
    """Lead to the post just written, with a word about what happens to it; follow its topic where that was ticked."""
    if form.cleaned_data["follows"] and isinstance(request.user, User):
        subscribe(follower=request.user, topic=post.topic, now=timezone.now())
    if post.state != State.PUBLISHED:
        messages.info(request, _("Thank you. A moderator reads your message before others see it."))
    if isinstance(request.user, User):
        forget_draft(user=request.user, place=post.topic if post.topic.posts.count() > 1 else post.topic.forum)
    return tell_arrived(answer=HttpResponseRedirect(address_of(post)), token=post.token)


def _page(
    request: HttpRequest,
    form: PostForm,
    forum: Forum,
    topic: Topic | None,
    parent: Post | None = None,
    edited: Post | None = None,
    *,
    files: FilesForm,
) -> HttpResponse:
    """Show the form, with what the text will look like where that was asked."""
    is_shown = _is_preview(request) and form.is_bound and form.is_valid()
    if is_shown and edited is None and isinstance(request.user, User):
        typed = form.cleaned_data
        save_draft(user=request.user, place=topic or forum, title=typed.get("title", ""), text=typed["text"], now=timezone.now())
    context = {
        "form": form,
        "files": files,
        "forum": forum,
        "place": place_of(request, forum),
        "topic": topic,
        "parent": parent,
        "edited": edited,
        "preview": render_text(form.cleaned_data["text"]).html if is_shown else "",
        "draft_url": draft_url(request.user, topic or forum),
        "draft_saved_at": form.initial.get("saved_at", ""),
    }
    return render(request, "forums/write.html", context, status=422 if form.is_bound and (form.errors or files.errors) else 200)


def _refused(request: HttpRequest) -> HttpResponse:
    """Say that this may not be done, with the way on."""
    return render(request, "forums/refused.html", status=403)
