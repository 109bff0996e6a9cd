"""Bytes as letters that survive copying: base58 of Bitcoin behind a `z`, and Ed25519 keys as Multikey."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ED25519 = b"\xed\x01"  # the multicodec number of an Ed25519 public key


def base58(data: bytes) -> str:
    """Return bytes in base58btc with the multibase sign before them."""
    number, letters = int.from_bytes(data), ""
    while number:
        number, rest = divmod(number, 58)
        letters = ALPHABET[rest] + letters
    return "z" + ALPHABET[0] * (len(data) - len(data.lstrip(b"\0"))) + letters


def from_base58(text: str) -> bytes:
    """Read what `base58` wrote. Raises ValueError for anything else."""
    if not text.startswith("z"):
        raise ValueError("Not base58btc: no z before it.")
    number, body = 0, text[1:]
    for letter in body:
        number = number * 58 + ALPHABET.index(letter)
    zeros = len(body) - len(body.lstrip(ALPHABET[0]))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)


def multikey(public: Ed25519PublicKey) -> str:
    """Return a public key as `publicKeyMultibase` has it."""
    return base58(ED25519 + public.public_bytes_raw())
