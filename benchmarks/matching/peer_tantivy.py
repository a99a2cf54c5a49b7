"""The package tantivy as a peer."""

from collections.abc import Sequence

import tantivy

from benchmarks.matching.peers import KEPT, plain, words
from knowledge.matching.match import Entry


class Tantivy:
    """The search engine tantivy with its default scoring."""

    name = "tantivy"

    def __init__(self, entries: Sequence[Entry]) -> None:
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("code", stored=True, tokenizer_name="raw")
        schema.add_text_field("text")
        self._index = tantivy.Index(schema.build())
        writer = self._index.writer()
        for entry in entries:
            writer.add_document(tantivy.Document(code=entry.code, text=plain(entry)))
        writer.commit()
        self._index.reload()

    def rank(self, text: str) -> list[str]:
        """See ``Peer``."""
        searcher = self._index.searcher()
        query = self._index.parse_query(" ".join(words(text)) or "-", ["text"])
        return [searcher.doc(place)["code"][0] for _, place in searcher.search(query, KEPT).hits]
