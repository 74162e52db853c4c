"""Teaches schemathesis to send .docx bodies: the generated text as bytes."""
import schemathesis


@schemathesis.serializer("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
def word_document(ctx, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
