"""Teaches schemathesis to send files: the generated text as bytes, of an attachment behind the first bytes of its type.

What is no text is there to break the schema, and goes as it is.
"""
import schemathesis

FIRST_BYTES = {"application/octet-stream": b"%PDF-"}


def serializer(first):
    def serialize(ctx, value):
        if isinstance(value, bytes):
            return first + value
        return (first if isinstance(value, str) else b"") + str(value).encode("utf-8", "replace")

    return serialize


for media_type, first in FIRST_BYTES.items():
    schemathesis.serializer(media_type)(serializer(first))
