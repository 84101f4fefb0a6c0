#!/usr/bin/env python3
"""Writes vectors.json: signed codes of Foyer and tickets of pretix, by another hand than the C++ (Python, hashlib and
the package cryptography). Not part of the build; the JSON is what counts. Ed25519 is deterministic: running it again
changes nothing."""
import base64
import hashlib
import json
import struct
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
DIGITS = "0123456789"
SMALL = DIGITS + "abcdefghijklmnopqrstuvwxyz"
ANY = SMALL + "ABCDEFGHIJKLMNOPQRSTUVWXYZ._-"
CATEGORIES = ["delegate", "speaker", "vip", "press", "staff", "crew", "interpreter", "exhibitor", "guest"]


def base45(data):
    text = ""
    for i in range(0, len(data), 2):
        value = data[i] * 256 + data[i + 1]
        text += ALPHABET[value % 45] + ALPHABET[value // 45 % 45] + ALPHABET[value // 2025]
    return text


def number_of(attendee):
    before = 0
    for alphabet, longest in ((DIGITS, 14), (SMALL, 9), (ANY, 7)):
        if len(attendee) <= longest and all(c in alphabet for c in attendee):
            value = 0
            for c in attendee:
                value = value * len(alphabet) + alphabet.index(c)
            return before + sum(len(alphabet) ** n for n in range(1, len(attendee))) + value
        before += sum(len(alphabet) ** n for n in range(1, longest + 1))
    raise ValueError(attendee)


def raw(key):
    return key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def pem(key):
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()


def signed(name, seed, summit, kind, attendee, category, forums, start, end, serial):
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    key_id = hashlib.blake2b(b"foyer code key 1" + raw(key), digest_size=32).digest()[:2]
    span = end - start if start else 0
    payload = bytes([0x10 | kind]) + key_id + number_of(attendee).to_bytes(6, "big")
    payload += struct.pack(">HIB", CATEGORIES.index(category) << 12 | forums, end << 11 | span, serial)
    message = b"foyer code 1" + bytes.fromhex(summit) + payload
    return {"name": name, "seed": seed, "summit": summit, "kind": ["invitation", "badge"][kind], "attendee": attendee,
            "category": category, "forums": forums, "from_half_hours": start, "until_half_hours": end,
            "serial": serial, "key_id": key_id.hex(), "public_key": raw(key).hex(), "message": message.hex(),
            "text": "V" + base45(payload + key.sign(message))}


def varint(value):
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def pretix(name, seed, ticket_seed, item, variation, subevent, start, end):
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    payload = b"\x0a" + varint(len(ticket_seed)) + ticket_seed.encode()
    for field, value in ((2, item), (3, variation), (4, subevent), (5, start), (6, end)):
        if value:
            payload += bytes([field << 3]) + varint(value)
    signature = key.sign(payload)
    framed = b"\x01" + struct.pack(">HH", len(payload), len(signature)) + payload + signature
    return {"name": name, "listed_key": base64.b64encode(pem(key).encode()).decode(), "seed": ticket_seed, "item": item,
            "variation": variation, "subevent": subevent, "from": start, "until": end, "payload": payload.hex(),
            "text": base64.b64encode(framed).decode()[::-1]}


SUMMIT = "000102030405060708090a0b0c0d0e0f"
ONE, TWO = "11" * 32, "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"  # RFC 8032, test 1
LAST = (1 << 21) - 1
NINE = 997642  # 2026-11-27 05:00 UTC, in half hours since 1970

vectors = {
    "attendee_numbers": [[a, number_of(a)] for a in
                         ("0", "9", "00", "0412", "412", "99999999999999", "a", "g1a2b3c4d", "zzzzzzzzz", "A",
                          "P-0042.", "_______", "-------")],
    "signed": [
        signed("a badge for everything", ONE, SUMMIT, 1, "0412", "delegate", 0, 0, 0, 1),
        signed("an invitation for one day and two forums", TWO, SUMMIT, 0, "g1a2b3c4d", "speaker", 0b101, NINE,
               NINE + 24, 255),
        signed("the widest values", TWO, "ff" * 16, 1, "-------", "guest", 0xfff, LAST - 2047, LAST, 0),
    ],
    "pretix": [
        pretix("a plain ticket", ONE, "a1B2c3D4e", 42, 0, 0, 0, 0),
        pretix("a variation of a date, for one hour", TWO, "zzzzzzzzz", 1234567, 89, 1011, 1800000000, 1800003600),
    ],
}
out = Path(__file__).with_name("vectors.json")
out.write_text(json.dumps(vectors, indent=1) + "\n")
