"""The letters that come with the house."""

from PIL import ImageFont

from certificates.printing.engine import FONTS

LARGEST_FOLDER = 8_000_000


def test_the_folder_is_small_and_carries_its_licences():
    files = [path for path in FONTS.iterdir() if path.suffix == ".ttf"]
    assert sum(path.stat().st_size for path in files) <= LARGEST_FOLDER
    assert len(files) == 6
    licences = list((FONTS / "licences").glob("*.OFL.txt"))
    assert len(licences) == 5
    assert all("SIL OPEN FONT LICENSE Version 1.1" in path.read_text() for path in licences)


def test_the_readme_names_every_file():
    text = (FONTS / "README.md").read_text()
    for path in FONTS.glob("*.ttf"):
        assert path.stem.partition("-")[0] in text
        assert path.stem.partition("-")[2] in text


def test_the_chinese_letters_are_those_of_names():
    face = ImageFont.truetype(str(FONTS / "NotoSerifSC-Names.ttf"), 40)
    missing = bytes(face.getmask("\uffff"))
    for letter in (
        "李王张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘於蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陸張劉陳楊龍堃喆玥"
    ):
        assert bytes(face.getmask(letter)) != missing, letter
