#!/usr/bin/env python3
"""Makes an OpenAPI document of any size, that has what published ones have, in about their proportions."""

import argparse
import random
import re
import sys

DESCRIPTION = """
Writes an OpenAPI 3.1 document in YAML to standard output: objects with eight properties and a sentence for each, every
tenth schema an enumeration, every twentieth a union with a discriminator, every twentieth composed by allOf, and for
every eighth object a collection with the usual five operations. The same arguments give the same bytes.

  Benchmarks/synthetic.py --schemas 1000 > document.yaml
  Benchmarks/synthetic.py --size 3MB > document.yaml
"""

NOUNS = (
    "account address agent alert amount archive asset balance batch branch budget bundle campaign card category charge "
    "check claim comment contact contract coupon course credit customer dataset deposit device discount dispute document "
    "domain event export feature file filter folder forecast grant group image invoice item job key label lease ledger "
    "license limit listing location meter model module note offer order package page partner payment permit person plan "
    "policy position price product profile project proposal quota quote rate receipt record refund region release report "
    "request review role route rule sample schedule segment sensor service session setting shipment signal site source "
    "state stock store stream subject survey table tag target task team template tenant ticket token topic transfer trial "
    "unit update upload user vault vendor version visit voucher wallet warehouse webhook workflow zone"
).split()
QUALITIES = (
    "active annual average base billing blocked closed current custom daily default draft external final first former "
    "global hidden initial inner last legal linked local main managed monthly next open original outer parent partial "
    "pending primary private public raw recent related remote secondary shared signed source standard target total unique"
).split()
SENTENCES = (
    "The {} that the caller has chosen, or the one of the account where none was given.",
    "Shown to people beside the {}, and changed by them at any time.",
    "Counted from the moment when the {} was made; never negative.",
    "Left out of lists, unless the {} is asked for by name.",
    "An opaque identifier of the {}, unique in the account.",
    "Whether the {} takes part in the next run of the schedule.",
)


class Writer:
    """Lines of YAML."""

    def __init__(self):
        self.lines = []
        self.size = 0

    def put(self, depth, *lines):
        for line in lines:
            line = "  " * depth + line + "\n"
            self.lines.append(line)
            self.size += len(line)


class Synthesizer:
    def __init__(self, named):
        self.random = random.Random(20_26)
        #: Whether operations have an `x-sdk-method`.
        self.named = named
        self.objects = []
        self.enumerations = []
        self.collections = []

    def name(self, number):
        """The name of a schema; each number has another."""
        quality = QUALITIES[number % len(QUALITIES)].capitalize()
        noun = NOUNS[number // len(QUALITIES) % len(NOUNS)].capitalize()
        turn = number // (len(QUALITIES) * len(NOUNS))
        return quality + noun + (f"V{turn + 1}" if turn else "")

    def sentence(self):
        return self.random.choice(SENTENCES).format(self.random.choice(NOUNS))

    def schema(self, out, number):
        name = self.name(number)
        if number % 10 == 3:
            self.enumeration(out, name)
        elif number % 20 == 15 and len(self.objects) > 4:
            self.union(out, name)
        elif number % 20 == 18 and self.objects:
            self.composition(out, name)
        else:
            self.object(out, name)

    def enumeration(self, out, name):
        self.enumerations.append(name)
        out.put(2, f"{name}:", "  type: string", f"  description: {self.sentence()}", "  enum:")
        for quality in self.random.sample(QUALITIES, 6):
            out.put(4, f"- {quality}_{self.random.choice(NOUNS)}")

    def union(self, out, name):
        members = self.random.sample(self.objects[-40:], 3)
        out.put(2, f"{name}:", f"  description: {self.sentence()}", "  oneOf:")
        for member in members:
            out.put(4, f"- $ref: '#/components/schemas/{member}'")
        out.put(3, "discriminator:", "  propertyName: object", "  mapping:")
        for member in members:
            out.put(5, f"{snake(member)}: '#/components/schemas/{member}'")

    def composition(self, out, name):
        out.put(2, f"{name}:", f"  description: {self.sentence()}", "  allOf:")
        out.put(4, f"- $ref: '#/components/schemas/{self.random.choice(self.objects[-40:])}'", "- type: object")
        out.put(5, "properties:")
        for noun in self.random.sample(NOUNS, 3):
            self.property(out, 6, f"extra_{noun}")

    def object(self, out, name):
        out.put(2, f"{name}:", "  type: object", f"  description: {self.sentence()}")
        nouns = self.random.sample(NOUNS, 6)
        properties = [f"{self.random.choice(QUALITIES)}_{noun}" for noun in nouns]
        required = ["id", "object"] + [p for p in properties if self.random.random() < 0.4]
        out.put(3, "required:", *(f"  - {key}" for key in required), "properties:")
        out.put(4, "id:", "  type: string", f"  description: {self.sentence()}")
        out.put(4, "object:", "  type: string", f"  const: {snake(name)}")
        for key in properties:
            self.property(out, 4, key)
        self.objects.append(name)
        if len(self.objects) % 8 == 0:
            self.collections.append(name)

    def property(self, out, depth, key):
        out.put(depth, f"{key}:", f"  description: {self.sentence()}")
        kind = self.random.randrange(14)
        if kind < 4:
            out.put(depth + 1, "type: string")
        elif kind == 4:
            out.put(depth + 1, "type: string", "format: date-time")
        elif kind == 5:
            out.put(depth + 1, "type: integer", "format: int64", "minimum: 0")
        elif kind == 6:
            out.put(depth + 1, "type: number")
        elif kind == 7:
            out.put(depth + 1, "type: boolean", "default: false")
        elif kind == 8:
            out.put(depth + 1, "type: array", "items:", "  type: string")
        elif kind == 9:
            out.put(depth + 1, "type:", "  - string", "  - 'null'", "maxLength: 200")
        elif kind == 10:
            out.put(depth + 1, "type: object", "additionalProperties:", "  type: string")
        elif kind == 11:
            out.put(depth + 1, "type: string", "enum:", *(f"  - {word}" for word in self.random.sample(QUALITIES, 3)))
        elif kind == 12 and self.enumerations:
            out.put(depth + 1, f"$ref: '#/components/schemas/{self.random.choice(self.enumerations)}'")
        elif self.objects:
            target = self.random.choice(self.objects[-60:])
            out.put(depth + 1, "type: array", "items:", f"  $ref: '#/components/schemas/{target}'")
        else:
            out.put(depth + 1, "type: string")

    # MARK: Operations

    def paths(self, out):
        out.put(0, "paths:")
        for name in self.collections:
            self.collection(out, name)

    def collection(self, out, name):
        path, key = snake(name) + "s", snake(name) + "_id"
        out.put(1, f"/v1/{path}:")
        self.operation(out, "get", name, "list", [("limit", "integer"), ("after", "string"), ("order", "string")])
        self.operation(out, "post", name, "create", [], body=True)
        out.put(1, f"/v1/{path}/{{{key}}}:", "  parameters:")
        out.put(3, f"- name: {key}", "  in: path", "  required: true", "  schema:", "    type: string")
        self.operation(out, "get", name, "retrieve", [("expand", "string")])
        self.operation(out, "post", name, "update", [("dry_run", "boolean")], body=True)
        self.operation(out, "delete", name, "delete", [])

    def operation(self, out, method, name, verb, query, body=False):
        out.put(2, f"{method}:")
        plural = name + "s" if verb == "list" else name
        out.put(3, f"operationId: {verb}{plural}")
        if self.named:
            out.put(3, f"x-sdk-method: {snake(name)}s.{verb}")
        out.put(3, f"summary: {verb.capitalize()} {snake(name).replace('_', ' ')}", "tags:", f"  - {name}")
        out.put(3, f"description: {self.sentence()}")
        if query:
            out.put(3, "parameters:")
            for key, kind in query:
                out.put(4, f"- name: {key}", "  in: query", f"  description: {self.sentence()}")
                out.put(5, "schema:", f"  type: {kind}")
        if body:
            out.put(3, "requestBody:", "  required: true", "  content:", "    application/json:", "      schema:")
            out.put(8, f"$ref: '#/components/schemas/{name}'")
        out.put(3, "responses:")
        if verb == "delete":
            out.put(4, "'204':", f"  description: {self.sentence()}")
            return
        out.put(4, "'200':", f"  description: {self.sentence()}", "  content:", "    application/json:", "      schema:")
        if verb == "list":
            out.put(8, "type: object", "required:", "  - data", "  - has_more", "properties:")
            out.put(9, "data:", "  type: array", "  items:", f"    $ref: '#/components/schemas/{name}'")
            out.put(9, "has_more:", "  type: boolean")
        else:
            out.put(8, f"$ref: '#/components/schemas/{name}'")


def snake(name):
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def document(schemas=None, size=None, named=False):
    """The text of a document with this many schemas, or of about this many bytes."""
    synthesizer = Synthesizer(named)
    components = Writer()
    components.put(0, "components:", "  schemas:")
    number = 0
    while True:
        # The paths grow with the schemas: an estimate tells when to stop, without writing them each time.
        reached = components.size + len(synthesizer.collections) * BYTES_OF_A_COLLECTION
        if number >= schemas if schemas is not None else reached >= size:
            break
        synthesizer.schema(components, number)
        number += 1
    head = Writer()
    head.put(0, "openapi: 3.1.0", "info:", "  title: Synthetic", "  version: '1'")
    head.put(0, "servers:", "  - url: https://synthetic.test")
    paths = Writer()
    synthesizer.paths(paths)
    return "".join(head.lines + paths.lines + components.lines)


#: What the five operations of a collection come to.
BYTES_OF_A_COLLECTION = 4_100


def byte_count(text):
    """A number of bytes: `500KB`, `3MB`, `80000`."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(B|KB|MB)?", text.strip(), re.IGNORECASE)
    if not match:
        raise argparse.ArgumentTypeError(f"'{text}' is no size: write 500KB or 3MB")
    return int(float(match[1]) * {"B": 1, "KB": 1_000, "MB": 1_000_000}[(match[2] or "B").upper()])


def main():
    parser = argparse.ArgumentParser(
        prog="Benchmarks/synthetic.py", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    amount = parser.add_mutually_exclusive_group(required=True)
    amount.add_argument("--schemas", type=int, metavar="N", help="this many schemas")
    amount.add_argument("--size", type=byte_count, metavar="BYTES", help="about this many bytes")
    parser.add_argument("--named", action="store_true", help="with x-sdk-method on every operation")
    parser.add_argument("--output", metavar="FILE", help="where to write it (default: standard output)")
    options = parser.parse_args()
    text = document(options.schemas, options.size, options.named)
    if options.output is None:
        sys.stdout.write(text)
    else:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    main()
