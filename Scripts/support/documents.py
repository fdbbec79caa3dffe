"""The published documents in ../shared/corpus, which are used where they are and never copied."""

import os
from dataclasses import dataclass

from building import ROOT

#: Where they are.
CORPUS = os.path.join(os.path.dirname(ROOT), "shared", "corpus")


@dataclass
class Document:
    #: The folder in the corpus.
    name: str
    #: The entry file in it.
    entry: str
    #: What the generated module is called.
    module: str

    @property
    def path(self):
        return os.path.join(CORPUS, self.name, self.entry)

    @property
    def overlay(self):
        """Our corrections of the document, or None where it needs none."""
        path = os.path.join(ROOT, "Scripts", "corpus.d", self.name + ".overlay.yaml")
        return path if os.path.exists(path) else None


#: In the order of their sizes.
DOCUMENTS = [
    Document("museum", "openapi.yaml", "Museum"),
    Document("redocly-cafe", "cafe.yaml", "Cafe"),
    Document("iceberg-rest", "rest-catalog-open-api.yaml", "Iceberg"),
    Document("openhue", "main.yaml", "OpenHue"),
    Document("figma", "openapi.yaml", "Figma"),
    Document("twilio-verify", "twilio_verify_v2.yaml", "Twilio"),
    Document("qdrant", "openapi.json", "Qdrant"),
    Document("mistral", "openapi.yaml", "Mistral"),
]

#: Those that continuous integration has the time for.
SMALLEST = 3


def selected(names=None, smallest=False):
    """The documents with these names, or the smallest, or all. Raises `KeyError` for a name that is none."""
    if smallest:
        return DOCUMENTS[:SMALLEST]
    if not names:
        return DOCUMENTS
    by_name = {document.name: document for document in DOCUMENTS}
    return [by_name[name] for name in names]
