"""Draw a share card: the page's band, its title, the name of the house. 1200 x 630, a PNG of a few kilobytes."""

import re
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from content.covers.weaving import COTTON, FIGURES, INDIGO, MANGO, NIGHT, WIDTH, Band, band

SIZE = (1200, 630)
CLOTH_HEIGHT = 240
UNIT = 10  # pixels of one grid unit
MARGIN, LINES = 72, 4
FONT = Path(__file__).parent / "fonts" / "NotoSerif-Latin.ttf"
STROKE = re.compile(r"([Mmlhvz])([^Mmlhvz]*)")
NUMBER = re.compile(r"-?(?:\d*\.\d+|\d+)")
UNDRAWABLE = re.compile(r"[^\u0020-\u024f\u2010-\u2027\u2030-\u203a€™\s]")  # letters that the font does not have
Point = tuple[float, float]


def outlines(path: str) -> list[list[Point]]:
    """Return the closed outlines of a figure's path, in grid units."""
    shapes: list[list[Point]] = []
    here, start = (0.0, 0.0), (0.0, 0.0)
    for command, rest in STROKE.findall(path):
        numbers = [float(number) for number in NUMBER.findall(rest)]
        if command == "z":
            here = start
        elif command in "Mm":
            here = (numbers[0], numbers[1]) if command == "M" else (here[0] + numbers[0], here[1] + numbers[1])
            start = here
            shapes.append([here])
            numbers = numbers[2:]
        steps = zip(numbers[::2], numbers[1::2], strict=True) if command in "Mml" else [_straight(command, number) for number in numbers]
        if not shapes or shapes[-1][0] != start:
            shapes.append([start])
        for across, down in steps:
            here = (here[0] + across, here[1] + down)
            shapes[-1].append(here)
    return [shape for shape in shapes if len(shape) > 2]


def _straight(command: str, number: float) -> Point:
    return (number, 0.0) if command == "h" else (0.0, number)


def turn(shape: list[Point]) -> bool:
    """Return whether an outline runs clockwise: one that runs against the first of its figure is a hole in it."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(shape, [*shape[1:], shape[0]], strict=True)) > 0


def tile_of(woven: Band) -> Image.Image:
    """Draw one tile of a band."""
    tile = Image.new("RGB", (WIDTH * UNIT, woven.height * UNIT), woven.ground)
    pen = ImageDraw.Draw(tile)
    for name, y, colour in woven.rows:
        shapes = outlines(FIGURES[name][1].replace("{y}", "0"))
        for shape in shapes:
            fill = colour if turn(shape) == turn(shapes[0]) else woven.ground
            pen.polygon([(x * UNIT, (top + y) * UNIT) for x, top in shape], fill=fill)
    return tile


@lru_cache(maxsize=4)
def face(size: int) -> ImageFont.FreeTypeFont:
    """Return the font of titles in a size (pixels)."""
    return ImageFont.truetype(str(FONT), size)


def broken(title: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break a title into lines of this width; what does not fit into the last line ends in three dots."""
    lines: list[str] = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = lines[:LINES]
    if len(lines) > LINES:
        kept[-1] += "…"
    return [_cut(line, font, width) for line in kept]


def _cut(line: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    while font.getlength(line) > width:
        line = f"{line[:-2]}…"
    return line


def card(key: str, title: str) -> bytes:
    """Return the PNG of a page's card. A title in letters that the font has not got is left away: better the cloth alone than boxes."""
    picture = Image.new("RGB", SIZE, COTTON)
    tile = tile_of(band(key))
    for x in range(0, SIZE[0], tile.width):
        for y in range(0, CLOTH_HEIGHT, tile.height):
            picture.paste(tile, (x, y))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, CLOTH_HEIGHT, SIZE[0], SIZE[1]), fill=COTTON)
    pen.rectangle((0, CLOTH_HEIGHT, SIZE[0], CLOTH_HEIGHT + 8), fill=MANGO)
    font = face(52 if len(title) > 60 else 64)
    lines = [] if UNDRAWABLE.search(title) else broken(title, font, SIZE[0] - 2 * MARGIN)
    pen.multiline_text((MARGIN, CLOTH_HEIGHT + 40), "\n".join(lines[:LINES]), font=font, fill=NIGHT, spacing=8)
    pen.text((MARGIN, SIZE[1] - 62), "SSTC Academy", font=face(32), fill=INDIGO)
    saved = BytesIO()
    picture.quantize(32).save(saved, "PNG", optimize=True)
    return saved.getvalue()
