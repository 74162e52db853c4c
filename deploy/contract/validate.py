"""Holds every request and answer that the tests recorded against openapi.yaml, and its examples against its schemas.

usage: validate.py OPENAPI EXCHANGES — exits 1 and says which when one does not conform.
"""
import json
import re
import sys
from collections import Counter

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

document = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
registry = Registry().with_resource("urn:openapi", Resource(contents=document, specification=DRAFT202012))


def resolve(node):
    while isinstance(node, dict) and "$ref" in node:
        target = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def absolute(schema):
    """The schema with its references made absolute, so that they are found in the document."""
    if isinstance(schema, dict):
        return {k: "urn:openapi" + v if k == "$ref" and isinstance(v, str) else absolute(v) for k, v in schema.items()}
    if isinstance(schema, list):
        return [absolute(item) for item in schema]
    return schema


def faults(schema, value):
    validator = Draft202012Validator(absolute(schema), registry=registry, format_checker=FormatChecker())
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(value)]


operations = []
for path, methods in document["paths"].items():
    pattern = re.compile("^" + re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)) + "$")
    operations += [(method.upper(), pattern, path, operation) for method, operation in methods.items()]

problem = {"$ref": "#/components/schemas/Problem"}
wrong, seen = [], Counter()
for number, line in enumerate(open(sys.argv[2], encoding="utf-8"), 1):
    exchange = json.loads(line)
    path = exchange["path"].split("?")[0]
    found = [o for o in operations if o[0] == exchange["method"] and o[1].match(path)]
    name = f"{exchange['method']} {path} {exchange['status']}"
    headers = exchange["headers"]
    if "traceparent" not in headers:
        wrong.append(f"{name}: no traceparent")
    if not found:
        # Not an operation: the answer must say so as a problem (HEAD is GET without a body).
        if exchange["method"] != "HEAD":
            if exchange["status"] not in (404, 405):
                wrong.append(f"{name}: answered, but is no operation")
            wrong += [f"{name}: {f}" for f in faults(problem, json.loads(exchange["body"]))]
        continue
    operation = found[0][3]
    seen[f"{found[0][0]} {found[0][2]} {exchange['status']}"] += 1
    response = resolve(operation["responses"].get(str(exchange["status"])))
    if response is None:
        wrong.append(f"{name}: this status is not documented")
        continue
    for header in response.get("headers", {}):
        if header.lower() not in headers:
            wrong.append(f"{name}: header {header} is missing")
    # What the service accepted as JSON must be what the document says it accepts; a merge patch has the same schema.
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body and exchange.get("request") and exchange["status"] < 300:
        request = json.loads(exchange["request"])
        # A report of several municipalities is answered line by line; only what was recorded was accepted.
        if operation["operationId"] == "createMyFollowUps":
            results = json.loads(exchange["body"])["results"]
            request["followUps"] = [line for line, result in zip(request["followUps"], results) if result["outcome"] == "recorded"]
        wrong += [f"{name}: accepted, but the request's {f}" for f in faults(body["schema"], request)]
    content = response.get("content")
    media = headers.get("content-type", "").split(";")[0]
    if not content:
        if exchange["body"]:
            wrong.append(f"{name}: has a body, but none is documented")
        continue
    if media not in content:
        wrong.append(f"{name}: {media} is not documented")
        continue
    if media.endswith(("json", "yaml")):  # else a file, of which the media type is all that the document says
        value = yaml.safe_load(exchange["body"]) if "yaml" in media else json.loads(exchange["body"])
        wrong += [f"{name}: {f}" for f in faults(content[media]["schema"], value)]

# An example is what really was sent or answered, so it is of its schema.
examples = 0
for method, _, path, operation in operations:
    contents = [operation.get("requestBody", {}).get("content", {})] + [
        resolve(answer).get("content", {}) for status, answer in operation["responses"].items() if status < "300"]
    for content in contents:
        for media, what in content.items():
            if media.endswith("json"):
                examples += 1
                wrong += [f"{method} {path}: an example's {f}" for f in faults(what["schema"], what["example"])]

unseen = [f"{m} {p}" for m, _, p, o in operations if not any(k.startswith(f"{m} {p} 2") for k in seen)]
wrong += [f"{name}: no test saw it succeed" for name in unseen]
for line in sorted(set(wrong)):
    print(line)
print(f"contract: {sum(seen.values())} answers of {len(operations)} operations held against openapi.yaml, and {examples} examples, {len(set(wrong))} faults")
sys.exit(1 if wrong or not seen else 0)
