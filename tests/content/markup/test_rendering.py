"""People's Markdown: what it may become, and that hostile text stays text."""

from html.parser import HTMLParser
from time import process_time

import pytest

from content.markup.addresses import is_safe_address
from content.markup.allowed import ATTRIBUTES, TAGS
from content.markup.rendering import VERSION, render

HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><mi//xlink:href='data:x,<script>alert(4)</script>'>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='javascript:alert(1)'>",
    "<form action='https://evil.example'><input name=password></form>",
    "<button formaction=javascript:alert(1)>go</button>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<style>body{display:none}</style>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href=x onclick=alert(1)>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\u200bscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](\\\\evil.example)",
    "[x](http:///evil.example)",
    '[x](http://a.example "onmouseover=alert(1)")',
    "[x](http://a.example' onmouseover='alert(1))",
    '[x](http://a.example" onmouseover="alert(1))',
    "[x]: javascript:alert(1)\n[x]",
    "<javascript:alert(1)>",
    "<javascript:alert(1)@a.example>",
    "![x](https://evil.example/pixel.png)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](x)',
    "![x][y]\n\n[y]: https://evil.example/pixel.png",
    "![y]\n\n[y]: https://evil.example/pixel.png",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "```html onload=alert(1)\nx\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "    <script>alert(1)</script>",
    "> <script>alert(1)</script>",
    "- <img src=x onerror=alert(1)>",
    "1. <svg/onload=alert(1)>",
    "<!-- --><script>alert(1)</script>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?><?xml-stylesheet href='javascript:alert(1)'?>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea></textarea><script>alert(1)</script>",
    "<title></title><script>alert(1)</script>",
    "<xmp><script>alert(1)</script></xmp>",
    "<template><script>alert(1)</script></template>",
    "<custom-element onclick=alert(1)>",
    "\x00<script\x00>alert(1)</script>",
    "\ufeff<script>alert(1)</script>",
    "＜script＞alert(1)＜/script＞",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    'http://a.example/"onmouseover=alert(1)//',
    "http://a.example/<script>alert(1)</script>",
    "http://a.example/'><img src=x onerror=alert(1)>",
    'www.a.example"><script>alert(1)</script>',
    "{{ 7*7 }} {% csrf_token %}",
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0001\x03",
    "<a id=__proto__ name=body>clobber</a>",
    "javascript://a.example/%0aalert(1)",
    "<div><p></div><b><i></b>",
    "*" * 5000 + "<script>",
]


class Reader(HTMLParser):
    """Collects what a browser would see as elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    handle_startendtag = handle_starttag


def elements(text: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = Reader()
    reader.feed(render(text).html)
    return reader.found


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_becomes_nothing_but_allowed_elements_with_safe_addresses(text):
    for tag, attributes in elements(text):
        assert tag in TAGS
        assert set(attributes) <= ATTRIBUTES.get(tag, set()) | ({"rel"} if tag == "a" else set())
        assert is_safe_address(attributes.get("href") or "/")
        assert "evil.example" not in (attributes.get("href") or "") or attributes["href"].startswith("https://evil.example")


def test_what_is_typed_as_html_is_shown_as_typed():
    assert "&lt;b&gt;not bold&lt;/b&gt;" in render("<b>not bold</b>").html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** and *leaning*", "<p><strong>bold</strong> and <em>leaning</em></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("`a < b & c`", "<p><code>a &lt; b &amp; c</code></p>"),
        ("#1 reason", "<p>#1 reason</p>"),
        ("# not a heading", "<p># not a heading</p>"),
        ("Título\n======", "<p>Título<br>\n======</p>"),
        ("", ""),
        ("  \n\t\n", ""),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("ção, ñ, œuvre, 中文, العربية", "<p>ção, ñ, œuvre, 中文, العربية</p>"),
    ],
)
def test_markdown_becomes_the_html_that_people_mean(text, html):
    assert render(text).html == html


def test_links_say_that_a_member_put_them_there():
    html = render("[the guide](https://a.example/guide?x=1&y=2) and www.example.org and /pt/").html
    assert '<a href="https://a.example/guide?x=1&amp;y=2" rel="nofollow ugc noopener">the guide</a>' in html
    assert 'href="http://www.example.org"' in html
    assert html.count("<a ") == 2


def test_signs_that_turn_the_line_round_are_left_out():
    assert render("a\u202eb\u2066c").html == "<p>abc</p>"


def test_the_version_of_the_renderer_is_told():
    assert render("x").version == VERSION


SLOW = {
    "stars": "*" * 20_000,
    "brackets": "[" * 20_000,
    "half links": "[a](" * 5_000,
    "half links with an end": "[a](b" * 4_000,
    "brackets in words": ("[x" * 9 + " ") * 1_000,
    "quotes": "> " * 10_000,
    "stairs of quotes": "\n".join(">" * depth + " x" for depth in range(190)),
    "stairs of lists": "\n".join(" " * depth + "- x" for depth in range(190)),
    "dots": "a." * 10_000,
    "dots in words": ("a." * 140 + " ") * 70,
    "at signs": "a@" * 10_000,
    "half tags": "<a " * 6_600,
    "backticks": "`a" * 10_000,
    "emphasis": "*a **b " * 2_800,
    "addresses": "http://a.example " * 1_100,
    "ampersands": "&" * 20_000,
    "half addresses": "(http://a" * 2_000,
    "a book": "palavra " * 100_000,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_no_text_keeps_the_server_busy_for_long(text):
    began = process_time()
    render(text)
    assert process_time() - began < 60  # a safety net: alone none takes two seconds, an endless one takes hours


@pytest.mark.parametrize("address", ["https://a.example", "HTTP://A.example/x", "mailto:ana@example.org", "/pt/cursos/", "#top"])
def test_addresses_of_pages_and_mailboxes_are_safe(address):
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address", ["", "javascript:x", "//a.example", "/\\a.example", "https://", "http:/a", "mailto:", "ftp://a", "x" * 3000, "/a b"]
)
def test_other_addresses_are_not(address):
    assert not is_safe_address(address)
