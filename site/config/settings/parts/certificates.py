"""Certificates: where the private keys lie, and the seal of the papers. Nothing of it is ever written to the database.

`CERTIFICATE_KEYS` (JSON: {kid: PEM}) or the file `CERTIFICATE_KEYS_FILE` hold the keys that sign; a file is made by `setup` where none is
named. `CERTIFICATE_PADES_FILE`: a PKCS #12 file with the certificate that seals PDFs; without it they are not sealed.
`CERTIFICATE_FORMER_SITES`: addresses that the academy had before, so that old papers are still known as ours.
"""

from pathlib import Path

from .environment import DATA_DIR, env

CERTIFICATE_KEYS: dict[str, str] = env.json("CERTIFICATE_KEYS", default={})
CERTIFICATE_KEYS_FILE = Path(env.str("CERTIFICATE_KEYS_FILE", default=str(DATA_DIR / "keys" / "certificates.json")))
CERTIFICATE_PADES_FILE = env.str("CERTIFICATE_PADES_FILE", default="")
CERTIFICATE_PADES_PASSPHRASE = env.str("CERTIFICATE_PADES_PASSPHRASE", default="")
CERTIFICATE_FORMER_SITES: list[str] = [site.rstrip("/") for site in env.list("CERTIFICATE_FORMER_SITES", default=[])]
