"""CA uji: sertifikat contoh bagi make run dan uji. Never for real naskah: the root is called "CA UJI …".

Writes ``akar/ca-uji.crt`` and ``p12/<kode jabatan>.p12`` below TTE_DIR; the key of the CA is thrown away.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

INSTANSI = "Pemerintah Kabupaten Lamongan"


@dataclass
class CaUji:
    """A throwaway authority; ``terbitkan`` makes a key and a certificate under it."""

    kunci: rsa.RSAPrivateKey
    sertifikat: x509.Certificate

    @staticmethod
    def kunci_baru():
        """A fresh key; the tests, which need hundreds, give out a few again and again."""
        return rsa.generate_private_key(public_exponent=65537, key_size=2048)

    @classmethod
    def baru(cls, kini=None):
        """A fresh root, valid ten years."""
        kini = kini or datetime.now(UTC)
        kunci = cls.kunci_baru()
        nama = _nama("CA UJI Portal BKD (bukan untuk naskah sungguhan)")
        sertifikat = (
            _dasar(nama, nama, kunci.public_key(), kini - timedelta(days=1), kini + timedelta(days=3650))
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_guna(key_cert_sign=True, crl_sign=True), critical=True)
            .sign(kunci, SHA256())
        )
        return cls(kunci, sertifikat)

    def terbitkan(self, nama, *, nip="", jabatan="", sejak=None, sampai=None, cap_waktu=False):
        """(key, certificate) of a person, or of a timestamp authority."""
        kini = datetime.now(UTC)
        kunci = self.kunci_baru()
        pokok = _dasar(
            _nama(nama, nip, jabatan), self.sertifikat.subject, kunci.public_key(),
            sejak or kini - timedelta(hours=1), sampai or kini + timedelta(days=730),
        ).add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)  # fmt: skip
        pokok = pokok.add_extension(_guna(digital_signature=True, content_commitment=True), critical=True)
        if cap_waktu:
            pokok = pokok.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        return kunci, pokok.sign(self.kunci, SHA256())

    def tulis_akar(self, folder, nama="ca-uji.crt"):
        """Puts the root among the trusted ones."""
        jalur = Path(folder) / "akar" / nama
        jalur.parent.mkdir(parents=True, exist_ok=True)
        jalur.write_bytes(self.sertifikat.public_bytes(Encoding.PEM))

    def tulis_p12(self, folder, kode, sandi, nama, **isi):
        """Issues a certificate and writes the PKCS#12 of the office ``kode``; readable by its owner only."""
        kunci, sertifikat = self.terbitkan(nama, **isi)
        jalur = Path(folder) / "p12" / f"{kode}.p12"
        jalur.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        jalur.touch(mode=0o600)
        jalur.write_bytes(
            pkcs12.serialize_key_and_certificates(
                nama.encode(), kunci, sertifikat, [self.sertifikat], BestAvailableEncryption(sandi.encode())
            )
        )
        return sertifikat


def _nama(nama, nip="", jabatan=""):
    isi = [(NameOID.COUNTRY_NAME, "ID"), (NameOID.ORGANIZATION_NAME, INSTANSI), (NameOID.COMMON_NAME, nama[:64])]
    isi += [(NameOID.SERIAL_NUMBER, nip)] if nip else []
    isi += [(NameOID.TITLE, jabatan[:64])] if jabatan else []
    return x509.Name([x509.NameAttribute(oid, nilai) for oid, nilai in isi])


def _dasar(subjek, penerbit, kunci_publik, sejak, sampai):
    return (
        x509.CertificateBuilder()
        .subject_name(subjek)
        .issuer_name(penerbit)
        .public_key(kunci_publik)
        .serial_number(x509.random_serial_number())
        .not_valid_before(sejak)
        .not_valid_after(sampai)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(kunci_publik), critical=False)
    )


def _guna(**ya):
    semua = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{k: ya.get(k, False) for k in semua})
