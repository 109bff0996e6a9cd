"""Asking an address: what it answers, and what is never asked."""

import asyncio
import socket
from time import monotonic

import pytest

from content.links.asking import STEPS, Manners, ask, ask_all, is_public, meaning
from content.links.choices import Found


def found(url, how):
    return ask_all([url], manners=how, seconds=10)[url].found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/fine", Found.FINE),
        ("/moved", Found.FINE),
        ("/moved?x=1#part", Found.GONE),
        ("/twice", Found.FINE),
        ("/accents", Found.FINE),
        ("/accents-of-old", Found.FINE),
        ("/ção", Found.FINE),
        ("/only-get", Found.FINE),
        ("/gone", Found.GONE),
        ("/gone-for-good", Found.GONE),
        ("/closed", Found.CLOSED),
        ("/busy", Found.CLOSED),
        ("/broken", Found.UNSURE),
        ("/loop", Found.UNSURE),
        ("/odd", Found.UNSURE),
        ("/mute", Found.UNSURE),
        ("/endless", Found.UNSURE),
        ("/with space?q=ção", Found.GONE),
    ],
)
def test_what_an_address_answers(web, how, path, expected):
    assert found(f"{web}{path}", how) == expected


@pytest.mark.parametrize("path", ["/inside", "/other-port"])
def test_an_answer_that_leads_inside_is_not_followed(web, how, asked, path):
    assert found(f"{web}{path}", how) == Found.PRIVATE


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://0.0.0.0/",
        "http://2130706433/",
        "https://example.org:8443/",
    ],
)
def test_machines_inside_and_other_ports_are_never_asked(url):
    assert found(url, Manners(seconds=2.0)) == Found.PRIVATE


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("::", False),
    ],
)
def test_which_addresses_are_on_the_open_internet(address, expected):
    assert is_public(address) is expected


def test_a_machine_is_looked_at_before_it_is_asked(web, how, asked):
    assert found(f"{web}/fine", how._replace(is_public=lambda address: False)) == Found.PRIVATE
    assert not asked


def test_we_say_who_we_are_and_ask_for_the_head_alone(web, how, asked):
    found(f"{web}/fine", how)
    assert list(asked) == [("HEAD", "/fine", "test")]


def test_one_who_answers_to_the_whole_alone_is_asked_once_more(web, how, asked):
    found(f"{web}/only-get", how)
    assert [method for method, _path, _name in asked] == ["HEAD", "GET"]
    found(f"{web}/closed", how)
    assert asked["GET", "/closed", "test"] == 1


def test_a_loop_ends(web, how, asked):
    found(f"{web}/loop", how)
    assert asked.total() <= STEPS + 2


def test_what_an_address_holds_beside_the_path_is_not_sent_along(web, how, asked):
    assert found(web.replace("//", "//user:secret@") + "/fine#part", how) == Found.FINE
    assert list(asked) == [("HEAD", "/fine", "test")]


@pytest.mark.parametrize("url", ["http://" + "a" * 80 + ".example/", "http://a..b/", "http://xn--\u00e9/"])
def test_a_name_that_cannot_be_one_is_no_fault(url):
    assert found(url, Manners(seconds=8.0)) in (Found.UNSURE, Found.NOWHERE)


def test_one_host_is_asked_one_at_a_time_with_a_pause(web, how):
    begun = monotonic()
    answers = ask_all([f"{web}/fine", f"{web}/gone", f"{web}/closed"], manners=how._replace(pause=0.1), seconds=10)
    assert len(answers) == 3
    assert monotonic() - begun >= 0.2


def test_what_was_answered_before_time_was_up_is_kept(web, how):
    with socket.create_server(("127.0.0.2", 0)) as silent:
        port = silent.getsockname()[1]
        both = how._replace(ports=(*how.ports, port), seconds=5.0)
        urls = [f"{web}/fine", f"http://127.0.0.2:{port}/"]
        assert set(ask_all(urls, manners=both._replace(is_public=lambda address: True), seconds=0.5)) == {f"{web}/fine"}


def test_a_name_with_one_machine_inside_is_not_asked_at_all(web, how, asked):
    looked = []

    def one_inside(address):
        looked.append(address)
        return False

    assert found(web.replace("127.0.0.1", "localhost") + "/fine", how._replace(is_public=one_inside)) == Found.PRIVATE
    assert looked
    assert not asked


def test_a_port_that_nobody_listens_at_is_no_answer(how):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert found(f"http://127.0.0.1:{port}/", how._replace(ports=(port,))) == Found.UNSURE


def test_a_silent_machine_is_not_waited_for(how):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        polite = how._replace(ports=(port,), seconds=0.2)
        assert asyncio.run(ask(f"http://127.0.0.1:{port}/", polite)).found == Found.UNSURE
        assert ask_all([f"http://127.0.0.1:{port}/"], manners=polite._replace(seconds=5.0), seconds=0.2) == {}


def test_each_address_of_one_host_gets_its_answer(web, how):
    urls = [f"{web}/fine", f"{web}/gone", f"{web}/moved"]
    assert {answer.found for answer in ask_all(urls, manners=how, seconds=10).values()} == {Found.FINE, Found.GONE}


def test_no_addresses_are_no_error(how):
    assert ask_all([], manners=how, seconds=1) == {}


@pytest.mark.parametrize(("status", "expected"), [(204, Found.FINE), (301, Found.FINE), (401, Found.CLOSED), (503, Found.UNSURE)])
def test_what_a_status_means(status, expected):
    assert meaning(status) == expected
