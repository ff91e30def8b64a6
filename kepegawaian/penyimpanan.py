"""Gudang berkas: sebuah berkas ada seutuhnya atau tidak ada, juga bila proses dibunuh atau disk penuh di tengah.

Written below a temporary name in the same folder, flushed to disk, then given its name: a name that exists is a whole
file, so that what is stored by its hash may be taken as it is (``dosir.simpan_bytes``, ``layanan.naskah.cetak``).
"""

import errno
import os
import posixpath
import secrets
from pathlib import Path

from django.core.files.storage import FileSystemStorage

PENUH = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
TANPA_TAUTAN = (errno.EPERM, errno.ENOTSUP)  # some network file systems know no hard links


class PenyimpananPenuh(OSError):
    """No room for a document; ``str()`` is the sentence for the reader."""

    def __init__(self, nomor):
        super().__init__(nomor, "Penyimpanan dokumen penuh, jadi berkas tidak tersimpan. Hubungi admin sistem.")

    def __str__(self):
        return self.strerror


class Penyimpanan(FileSystemStorage):
    """Django's storage of files, but no half file ever carries a name. Raises PenyimpananPenuh."""

    def _save(self, name, content):
        sementara = posixpath.join(posixpath.dirname(name), f".{secrets.token_hex(8)}.tulis")
        jalur = Path(self.path(sementara))
        try:
            super()._save(sementara, content)
            with jalur.open("rb") as berkas:
                os.fsync(berkas.fileno())
            return self._namai(jalur, name)
        except OSError as galat:
            if galat.errno in PENUH:
                raise PenyimpananPenuh(galat.errno) from galat
            raise
        finally:
            jalur.unlink(missing_ok=True)

    def _namai(self, jalur, name):
        """Gives the whole file its name, another one when somebody took it meanwhile; returns the name."""
        while True:
            try:
                os.link(jalur, self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            except OSError as galat:
                if galat.errno not in TANPA_TAUTAN:
                    raise
                jalur.replace(self.path(name))
                return name
            else:
                return name
