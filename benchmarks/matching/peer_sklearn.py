"""scikit-learn as two peers."""

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.matching.peers import KEPT, plain, words
from knowledge.matching.match import Entry


class TfIdf:
    """scikit-learn's TF-IDF and cosine, over words or over letters inside words."""

    def __init__(self, entries: Sequence[Entry], *, letters: bool = False) -> None:
        self.name = "TF-IDF letters" if letters else "TF-IDF words"
        self._codes = np.array([entry.code for entry in entries])
        self._vectors = (
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
            if letters
            else TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        )
        self._texts = self._vectors.fit_transform(plain(entry) for entry in entries).T.tocsr()

    def rank(self, text: str) -> list[str]:
        """See ``Peer``."""
        scores = (self._vectors.transform([" ".join(words(text))]) @ self._texts).toarray()[0]
        return [str(self._codes[at]) for at in np.argsort(-scores, kind="stable")[:KEPT]]


class TfIdfLetters(TfIdf):
    """The same over letters."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__(entries, letters=True)
