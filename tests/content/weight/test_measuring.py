"""Weighing a page by what is written in it."""

import gzip

from content.covers.weaving import cloth, tile
from content.weight.measuring import frame_bytes, picture_bytes, weigh

KEY = "0123456789abcdef0123456789abcdef"


def test_the_text_weighs_what_gzip_makes_of_it():
    html = "<p>" + "Uma boa visita começa longe do local. " * 60 + "</p>"
    assert abs(weigh(html).text - len(gzip.compress(html.encode(), 6))) <= 2


def test_a_picture_weighs_what_its_tag_says_whatever_the_order_of_attributes():
    assert weigh('<img data-bytes="1200" src="/media/a.webp" alt="">').pictures == 1200
    assert weigh('<img class="x" src="/media/a.webp" data-bytes="1200">').pictures == 1200


def test_a_picture_shown_twice_travels_once():
    tag = '<img src="/media/a.webp" data-bytes="1200">'
    assert weigh(tag + tag).pictures == 1200
    assert weigh(tag + tag.replace("a.webp", "b.webp")).pictures == 2400


def test_a_cover_weighs_what_its_drawing_needs():
    assert picture_bytes(f"/cover/{KEY}.svg", "") == len(gzip.compress(tile(KEY).encode(), 6))
    assert picture_bytes(f"/cover/cloth/{KEY}-{KEY}.svg", "") == len(gzip.compress(cloth((KEY, KEY)).encode(), 6))


def test_a_picture_that_nobody_measured_counts_nothing_rather_than_a_guess():
    assert weigh('<img src="https://example.org/a.png"><img alt="no address">').pictures == 0


def test_videos_are_added_up_and_one_stated_size_makes_the_sum_a_rough_one():
    measured = weigh('<div data-video="9100000"></div><div data-video="900000"></div>')
    assert (measured.videos, measured.is_about) == (10_000_000, False)
    assert weigh('<div data-video="9100000"></div><div data-video="900000" data-about></div>').is_about


def test_a_page_without_videos_or_pictures_says_so_with_zeros():
    weight = weigh("<p>a</p>")
    assert (weight.videos, weight.pictures, weight.is_about) == (0, 0, False)


def test_what_a_person_wrote_cannot_pose_as_a_video():
    assert weigh("<p>data-video=&quot;9000000&quot;</p>").videos == 0


def test_a_first_visit_adds_the_styles_and_icons_that_all_pages_share():
    weight = weigh('<img src="/a.webp" data-bytes="1200">')
    assert weight.first_visit == weight.text + 1200 + frame_bytes()
    assert 3_000 < frame_bytes() < 11_000
