"""The operations of openapi.yaml, and how to fill their paths, queries and bodies with ids."""
import copy, re

import yaml

from house import ROOT

PDF, WORD = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Which id of a path a member of a body takes; «id» goes by what it is a member of.
MEMBERS = {
    "agreementId": "agreementId", "pictureId": "pictureId", "planId": "planId", "areaId": "areaId", "causeId": "causeId", "measureId": "measureId",
    "responsiblePartyId": "partyId", "intoId": "partyId", "signatureId": "signatureId", "attachmentId": "attachmentId", "contactId": "contactId",
    "presentMemberIds": "memberId", "problemIds": "problemId", "sourceIds": "sourceId",
    "responsibleParty": "partyId", "contact": "contactId", "priorityAreas": "areaId", "causes": "causeId", "measures": "measureId", "droppedMeasures": "measureId",
}
DOCUMENT = "# Handlingsplan 2030\n\n## Trygg kväll\n\n| Orsak | Åtgärd | Ansvarig | Uppföljning |\n|---|---|---|---|\n| Mörka stråk | Tända lampor | Teknisk service | Antal |\n"


class Contract:
    def __init__(self):
        with open(f"{ROOT}/openapi.yaml", encoding="utf-8") as file:
            self.document = yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.operations = [Operation(self, path, method, what) for path, methods in self.document["paths"].items()
                           for method, what in methods.items() if method in ("get", "put", "post", "patch", "delete")]

    def resolved(self, value):
        while isinstance(value, dict) and ("$ref" in value or "anyOf" in value):
            if "anyOf" in value:  # What it is when it isn't null.
                value = next(item for item in value["anyOf"] if item.get("type") != "null")
                continue
            target = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            value = target
        return value


class Operation:
    def __init__(self, contract, path, method, what):
        self.contract, self.path, self.method = contract, path, method.upper()
        self.statuses = {int(status) for status in what["responses"]}
        self.is_open = what.get("security") == []
        parameters = [contract.resolved(parameter) for parameter in what.get("parameters", [])]
        self.query = [p["name"] for p in parameters if p["in"] == "query"]
        self.headers = [p["name"] for p in parameters if p["in"] == "header"]
        # What it can be asked for, the same in several forms.
        self.forms = list(contract.resolved(what["responses"].get("200", {})).get("content", {}))
        content = contract.resolved(what.get("requestBody", {})).get("content", {})
        self.types = list(content)
        json_type = next((t for t in self.types if t.endswith("json")), None)
        self.schema = contract.resolved(content[json_type]["schema"]) if json_type else None
        self.example = content[json_type].get("example") if json_type else None
        self.name = f"{self.method} {path}"

    @property
    def ids(self):
        return re.findall(r"\{(\w+)\}", self.path)

    def path_with(self, ids):
        """The path with these ids; None when one is missing."""
        if any(name not in ids for name in self.ids):
            return None
        return re.sub(r"\{(\w+)\}", lambda match: ids[match[1]], self.path)

    def query_with(self, ids, random=None):
        """A query that names ids where it takes them."""
        values = {"plan": ids.get("planId"), "party": ids.get("partyId"), "q": "kanarie", "status": "ongoing", "registrationNumber": "KS 1", "page": "1", "limit": "50",
                  "fileName": "Bilaga.pdf"}
        chosen = [name for name in self.query if values.get(name) and (random is None or random.random() < 0.6)]
        return "?" + "&".join(f"{name}={values[name]}" for name in chosen).replace(" ", "%20") if chosen else ""

    def body_with(self, ids, every_id=False):
        """A body of the right shape with these ids (bytes) and its media type; with every_id also in the members that may be left out."""
        if not self.types:
            return None, None
        if self.example is None:
            kind = self.types[0]
            return (b"%PDF-1.7 Bilaga" if kind == PDF else DOCUMENT.encode()), kind
        body = self.filled(copy.deepcopy(self.example), "", ids)
        if every_id:
            self.add_ids(body, self.schema, ids)
        return body, self.types[0]

    def filled(self, value, name, ids):
        if isinstance(value, dict):
            return {member: self.filled(item, name if member == "id" else member, ids) for member, item in value.items()}
        if isinstance(value, list):
            return [self.filled(item, name, ids) for item in value]
        is_id = isinstance(value, str) and re.fullmatch(r"[0-9a-f-]{36}", value)
        return ids.get(MEMBERS.get(name), value) if is_id else value

    def add_ids(self, body, schema, ids):
        """Fills the members that take an id and that the example leaves out."""
        schema = self.contract.resolved(schema)
        if isinstance(body, list):
            for item in body:
                self.add_ids(item, schema.get("items", {}), ids)
        elif isinstance(body, dict):
            for name, member in schema.get("properties", {}).items():
                member = self.contract.resolved(member)
                own = ids.get(MEMBERS.get(name))
                if own and name not in body and member.get("format") == "uuid":
                    body[name] = own
                elif own and not body.get(name) and self.contract.resolved(member.get("items", {})).get("format") == "uuid":
                    body[name] = [own]
                elif name in body:
                    self.add_ids(body[name], member, ids)

    def objects(self, body, schema=None, place=""):
        """Every object of a body with the names that its schema knows and its JSON pointer."""
        schema = self.contract.resolved(self.schema if schema is None else schema)
        if isinstance(body, list):
            for number, item in enumerate(body):
                yield from self.objects(item, schema.get("items", {}), f"{place}/{number}")
        elif isinstance(body, dict):
            yield body, set(schema.get("properties", {})), place
            for name, item in body.items():
                yield from self.objects(item, schema.get("properties", {}).get(name, {}), f"{place}/{name}")
