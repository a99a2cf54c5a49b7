"""Keys for tests only."""

from storage.cipher import Cipher

KEY = b"sixteen bytes at least"
CIPHER = Cipher(KEY)
