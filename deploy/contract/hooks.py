"""Teaches schemathesis to send files: the generated text as bytes, of an attachment behind the first bytes of its type."""
import schemathesis

FIRST_BYTES = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": b"",
    "application/pdf": b"%PDF-",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
}


def serializer(first):
    return lambda ctx, value: first + (value if isinstance(value, bytes) else str(value).encode("utf-8", "replace"))


for media_type, first in FIRST_BYTES.items():
    schemathesis.serializer(media_type)(serializer(first))
