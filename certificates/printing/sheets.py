"""A sheet: everything that a paper shows, as plain values."""

from dataclasses import dataclass

LAYOUTS = ("woven", "plain", "official")
ORIENTATIONS = ("landscape", "portrait")
MOST_LANGUAGES, MOST_LOGOS, MOST_SIGNATORIES = 2, 2, 4


@dataclass(frozen=True)
class Picture:
    """A picture, as the bytes of a PNG, JPEG, GIF, WebP or SVG file; `alt`: what it shows, for those who do not see it."""

    data: bytes
    alt: str


@dataclass(frozen=True)
class Signature:
    """Who signs; `image`: the hand's own strokes, or nothing."""

    name: str
    title: str
    image: bytes = b""


@dataclass(frozen=True)
class Words:
    """What is said in one language.

    `before`, `middle`, `after`: the sentence around the name and the course. `course` is "" where the sentence names it before the name.
    `facts`: (key, label, value), in the order to print. The labels stand beside number, address and code.
    """

    language: str
    headline: str
    before: str
    middle: str
    course: str
    after: str
    small: str
    facts: tuple[tuple[str, str, str], ...]
    number_label: str
    address_label: str
    code_alt: str
    signature_alt: str  # with {name}


@dataclass(frozen=True)
class Sheet:
    """One paper.

    `number` and `address` as people read them, `qr` as the code says it. `cloth`: the key that the cloth is woven of (as the course's on
    the site). `sample`: a word across the page of what is no certificate.
    """

    layout: str
    orientation: str
    name: str
    words: tuple[Words, ...]
    issuer: str
    number: str
    qr: str
    address: str
    cloth: str
    logos: tuple[Picture, ...] = ()
    signatories: tuple[Signature, ...] = ()
    sample: str = ""

    def __post_init__(self) -> None:
        if self.layout not in LAYOUTS or self.orientation not in ORIENTATIONS:
            raise ValueError(f"no such layout: {self.layout}, {self.orientation}")
        if not 1 <= len(self.words) <= MOST_LANGUAGES or len(self.logos) > MOST_LOGOS or len(self.signatories) > MOST_SIGNATORIES:
            raise ValueError("a paper has one or two languages, at most two logos and four signatories")
