"""Penanda lokal: PAdES with pyHanko from the office's PKCS#12 (``TTE_DIR/p12/<kode jabatan>.p12``).

Who acts for the definitive official (Plt, Plh) has his own beside it: ``<kode jabatan>-<nip>.p12`` is taken first.

The key is opened once for a batch and the size of the signature is reserved, so that pyHanko neither loads and
checks the key again nor signs twice: some 12 ms a document instead of 95. With ``TTE_TSA_URL`` each signature
carries a timestamp (PAdES B-T), without it the signer's own clock (B-B).
"""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils import timezone
from pyhanko.keys.internal import translate_pyca_cryptography_cert_to_asn1, translate_pyca_cryptography_key_to_asn1
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.timestamps import HTTPTimeStamper, TimestampRequestError
from pyhanko_certvalidator.registry import SimpleCertificateStore

from kepegawaian.aturan import tulis_tanggal
from layanan.tautan import tautan_verifikasi
from layanan.tte import blok
from layanan.tte.galat import DitolakPenanda, PeladenMati, SandiSalah, SertifikatTidakSah
from layanan.tte.putaran import di_luar_putaran

MEDAN = "TandaTangan"
CADANGAN, CADANGAN_CAP = 12_288, 24_576  # hex digits kept for the CMS without and with a timestamp


class KunciTerpegang(SimpleSigner):
    """pyHanko's simple signer with the opened key object, which the original would load and check each time."""

    def __init__(self, kunci, sertifikat, rantai):
        gudang = SimpleCertificateStore()
        gudang.register_multiple([translate_pyca_cryptography_cert_to_asn1(s) for s in rantai])
        super().__init__(
            signing_cert=translate_pyca_cryptography_cert_to_asn1(sertifikat),
            signing_key=translate_pyca_cryptography_key_to_asn1(kunci),
            cert_registry=gudang,
        )
        self._kunci = kunci

    def sign_raw(self, data, digest_algorithm):
        """Raw signature over ``data`` with SHA-256."""
        if isinstance(self._kunci, ec.EllipticCurvePrivateKey):
            return self._kunci.sign(data, ec.ECDSA(SHA256()))
        return self._kunci.sign(data, padding.PKCS1v15(), SHA256())


class Pembaruan(IncrementalPdfFileWriter):
    """An update that leaves document information and XMP as printed: both stay equal, as PDF/A asks."""

    def _update_meta(self):
        pass


def jalur_p12(kode, nip=""):
    """Where the PKCS#12 of an office lies; that of the person ``nip`` in this office, where there is one."""
    folder = Path(settings.TTE_DIR) / "p12"
    milik = folder / f"{kode}-{nip}.p12"
    return milik if nip and milik.is_file() else folder / f"{kode}.p12"


class PenandaLokal:
    """Opened for one office and one batch; ``kini`` is for tests of the certificate's dates."""

    def __init__(self, kode, sandi, *, nip="", kini=None):
        jalur = jalur_p12(kode, nip)
        try:
            data = jalur.read_bytes()
        except OSError as galat:
            raise SertifikatTidakSah(
                f"Sertifikat elektronik kantor ini belum dipasang ({jalur.name}). Hubungi admin sistem."
            ) from galat
        try:
            kunci, sertifikat, rantai = pkcs12.load_key_and_certificates(data, sandi.encode())
        except ValueError as galat:
            raise SandiSalah("Kata sandi sertifikat salah. Tidak ada naskah yang ditandatangani.") from galat
        if sertifikat is None or not isinstance(kunci, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)):
            raise SertifikatTidakSah("Berkas sertifikat kantor tidak memuat kunci RSA atau EC. Hubungi admin sistem.")
        _periksa(sertifikat, nip, kini or datetime.now(UTC))
        self.nama = _isi(sertifikat, NameOID.COMMON_NAME)
        self._penanda = KunciTerpegang(kunci, sertifikat, rantai)
        self._cap = HTTPTimeStamper(settings.TTE_TSA_URL, timeout=15) if settings.TTE_TSA_URL else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._penanda = None

    def tanda_tangani(self, pdf, naskah):
        """The signed bytes: ``pdf`` and one incremental update with the visible block."""
        try:
            return self._tanda_tangani(pdf, naskah)
        except TimestampRequestError as galat:
            raise PeladenMati(
                "Peladen cap waktu tidak menjawab, jadi naskah belum ditandatangani. Coba lagi nanti."
            ) from galat
        except (PdfError, SigningError, ValueError) as galat:
            raise DitolakPenanda("Berkas cetak naskah ini tidak dapat ditandatangani; cetak ulang.") from galat

    def _tanda_tangani(self, pdf, naskah):
        penulis = Pembaruan(io.BytesIO(pdf))
        letak = blok.tempat(penulis.prev)
        kini = timezone.localtime()
        waktu = f"{tulis_tanggal(kini.date())} pukul {kini:%H.%M} WIB"
        medan = SigFieldSpec(
            MEDAN, on_page=letak[0] if letak else 0, box=letak[1] if letak else None,
            readable_field_name=f"Tanda tangan elektronik {self.nama}",
        )  # fmt: skip
        penanda = PdfSigner(
            PdfSignatureMetadata(
                field_name=MEDAN, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, name=self.nama,
                reason=f"{naskah.perihal} {naskah.nomor}"[:200], location=str(naskah.data.get("tempat") or "Lamongan"),
            ),
            signer=self._penanda, timestamper=self._cap, new_field_spec=medan,
            stamp_style=blok.gaya(naskah, tautan_verifikasi(naskah), self.nama, waktu),
        )  # fmt: skip
        cadangan = CADANGAN_CAP if self._cap else CADANGAN
        return di_luar_putaran(penanda.sign_pdf, penulis, bytes_reserved=cadangan).getvalue()


def _isi(sertifikat, oid):
    isi = sertifikat.subject.get_attributes_for_oid(oid)
    return str(isi[0].value) if isi else ""


def _periksa(sertifikat, nip, kini):
    """Refuses a certificate that does not hold today or carries another person's NIP (serialNumber)."""
    if kini > sertifikat.not_valid_after_utc:
        akhir = tulis_tanggal(timezone.localdate(sertifikat.not_valid_after_utc))
        raise SertifikatTidakSah(f"Sertifikat elektronik sudah kedaluwarsa sejak {akhir}. Perbarui lebih dulu.")
    if kini + timedelta(minutes=5) < sertifikat.not_valid_before_utc:
        awal = tulis_tanggal(timezone.localdate(sertifikat.not_valid_before_utc))
        raise SertifikatTidakSah(f"Sertifikat elektronik baru berlaku mulai {awal}.")
    nomor = _isi(sertifikat, NameOID.SERIAL_NUMBER)
    if nip and nomor and nomor != nip:
        raise SertifikatTidakSah(
            f"Sertifikat kantor ini atas nama {_isi(sertifikat, NameOID.COMMON_NAME)}, bukan Anda. "
            "Mintakan sertifikat atas nama Anda kepada admin sistem."
        )
