"""Teaches schemathesis to send files: the generated text as bytes, of an attachment behind the first bytes of its type.

What is no text is there to break the schema, and goes as it is.
"""
import schemathesis

FIRST_BYTES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": b"",
    "application/vnd.oasis.opendocument.text": b"",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": b"",
    "text/csv": b"",
    "application/pdf": b"%PDF-",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
}


def serializer(first):
    def serialize(ctx, value):
        if isinstance(value, bytes):
            return first + value
        return (first if isinstance(value, str) else b"") + str(value).encode("utf-8", "replace")

    return serialize


for media_type, first in FIRST_BYTES.items():
    schemathesis.serializer(media_type)(serializer(first))
