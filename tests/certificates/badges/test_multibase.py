"""Bytes written as letters and read again."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from certificates.badges.multibase import base58, from_base58, multikey


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Hello World!", "z2NEpo7TZRRrLZSi2U"),
        (b"The quick brown fox jumps over the lazy dog.", "zUSm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"),
        (b"\x00\x00\x28\x7f\xb4\xcd", "z11233QC4"),
        (b"", "z"),
        (b"\x00", "z1"),
    ],
)
def test_the_examples_of_the_standard_come_out_as_printed(data, text):
    assert base58(data) == text
    assert from_base58(text) == data


@given(st.binary(max_size=80))
def test_any_bytes_come_back(data):
    assert from_base58(base58(data)) == data


@pytest.mark.parametrize("text", ["", "2NEpo7TZRRrLZSi2U", "z0OIl", "uAAAA", "z é"])
def test_other_writings_are_refused(text):
    with pytest.raises(ValueError, match=r"z before|substring"):
        from_base58(text)


def test_a_key_begins_as_all_ed25519_multikeys_do():
    public = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key()
    written = multikey(public)
    assert written.startswith("z6Mk")
    assert from_base58(written) == b"\xed\x01" + public.public_bytes_raw()
