"""Akun: masuk dengan NIP, aktivasi dan atur ulang dengan kode sekali pakai, sandi yang kuat.

Rules: ``desain.md`` §7. An import makes accounts with an unusable password; an ASN activates by a
one-time code sent to the e-mail on file or printed on a slip by his operator, and resets the same way.
Below: back end and password rule, the code (``kirim_kode``, ``terbitkan_kode``, ``pasang_sandi``), then
what the admin does (``tutup``, ``buka``, ``tugaskan``, ``akhiri``). Views: ``views/akun.py``.
"""

import secrets
from datetime import timedelta

from axes.utils import reset as buka_kunci
from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from kepegawaian import batas, jejak, sesi
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import PERAN, hitung_hak
from kepegawaian.models import Pengguna, Penugasan

# No 0 O, 1 I L: a code is read from paper.
ABJAD = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PANJANG_KODE = 8
_BIASA = frozenset({"asn", "pensiunan", "atasan"})
_OPD = _BIASA | {"operator_opd", "kepala_opd"}
# Whose accounts (by their roles) a holder of the role may print a code for: never for a wider role than his own.
BOLEH_SLIP = {
    "operator_opd": _BIASA,
    "kepala_opd": _BIASA | {"operator_opd"},
    "staf_bkd": _OPD,
    "pejabat_bkd": _OPD | {"staf_bkd", "inspektorat"},
    "admin": frozenset(PERAN),
}


# Longer words first: what is left of a shorter one would count as the owner's own.
KATA_UMUM = sorted(
    [
        "lamongan",
        "kabupaten",
        "bismillah",
        "alhamdulillah",
        "indonesia",
        "rahasia",
        "sayang",
        "sayangku",
        "cinta",
        "merdeka",
        "garuda",
        "pancasila",
        "jakarta",
        "surabaya",
        "jatim",
        "admin",
        "administrator",
        "portal",
        "pegawai",
        "kepegawaian",
        "bkd",
        "bkpsdm",
        "pns",
        "asn",
        "pppk",
        "siasn",
        "myasn",
        "dinas",
        "kantor",
        "guru",
        "bupati",
        "persela",
        "password",
        "passwd",
        "sandi",
        "katasandi",
        "kata",
        "qwerty",
        "qwertyuiop",
        "asdfgh",
        "zxcvbn",
        "welcome",
        "selamat",
        "datang",
        "masuk",
        "login",
        "letmein",
        "abc",
        "abcd",
        "abcde",
        "abcdef",
        "test",
        "tes",
        "coba",
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "sabtu",
        "minggu",
    ],
    key=len,
    reverse=True,
)
TIRUAN = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": ""}


class AkunDitolak(Exception):
    """An act on an account that is not allowed; ``str()`` says why."""


class Argon2Ringan(Argon2PasswordHasher):
    """Argon2id with 19 MiB of memory and two passes (OWASP minimum), one lane."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1


class NipBackend(BaseBackend):
    """Authenticates by NIP (blanks allowed) or account word, and password."""

    def authenticate(self, request, username=None, password=None, **_lain):
        """Returns the Pengguna or None; a missing account costs the same time as a wrong password."""
        if not username or password is None:
            return None
        pengguna = Pengguna.objects.filter(nama_pengguna=rapatkan(username)).first()
        if pengguna is None:
            Pengguna().set_password(password)
            return None
        if pengguna.is_active and pengguna.check_password(password):
            return pengguna
        return None

    def get_user(self, user_id):
        """Returns the Pengguna of a session."""
        return Pengguna.objects.filter(pk=user_id).first()


class BukanKataUmumValidator:
    """Refuses a password whose letters are nothing but words everybody here tries first, whatever digits are added."""

    def validate(self, password, user=None):
        """Raises ValidationError when hardly a letter remains beside such words, digits read as letters or not."""
        kecil = password.lower()
        ejaan = (kecil, "".join(TIRUAN.get(ch, ch) for ch in kecil))
        if any(self._lazim("".join(ch for ch in e if ch.isalpha())) for e in ejaan):
            raise ValidationError("Kata sandi ini terlalu mudah ditebak; pakai kata-kata yang tidak lazim bersama.")

    def _lazim(self, huruf):
        sisa = huruf
        for kata in KATA_UMUM:
            sisa = sisa.replace(kata, "")
        return bool(huruf) and len(sisa) < 3

    def get_help_text(self):
        """Explains the rule."""
        return "Kata sandi tidak boleh hanya terdiri atas kata yang lazim dipakai."


class BukanNipValidator:
    """Refuses a password that contains the NIP or the birth date written in it."""

    def validate(self, password, user=None):
        """Raises ValidationError when the password holds the NIP or its birth date."""
        nip = getattr(user, "nama_pengguna", "") or ""
        bersih = "".join(ch for ch in password if ch.isdigit())
        if len(nip) == 18 and (nip in bersih or nip[:8] in bersih or nip[6:8] + nip[4:6] + nip[:4] in bersih):
            raise ValidationError("Kata sandi tidak boleh memuat NIP atau tanggal lahir Anda.")

    def get_help_text(self):
        """Explains the rule."""
        return "Kata sandi tidak boleh memuat NIP atau tanggal lahir Anda."


def rapatkan(teks):
    """NIP or account word without blanks, as it is stored."""
    return "".join((teks or "").split())


# --- the code -----------------------------------------------------------------------------------------------------


def _sidik(pengguna_id, kode):
    return salted_hmac("kepegawaian.akun.kode", f"{pengguna_id}:{kode}", algorithm="sha256").hexdigest()


def baca_kode(teks):
    """The code as issued, from what a person typed: blanks and dashes do not count, nor does the case."""
    return "".join(ch for ch in (teks or "").upper() if ch.isalnum())


def tulis_kode(kode):
    """The code as printed: two groups of four."""
    return f"{kode[:4]}-{kode[4:]}"


def terbitkan_kode(pengguna, *, acuan, pada, lewat, sebagai_jabatan=""):
    """Issues a new code and returns it, the only time it is readable; an earlier one is void.

    Effects: hash and term on the account, a Jejak, and a notice to an owner who already uses his account.
    Runs inside the caller's act (``jejak.sebagai``). ``lewat``: slip or surel.
    """
    kode = "".join(secrets.choice(ABJAD) for _ in range(PANJANG_KODE))
    jam = acuan.setelan("akun_kode_berlaku_jam", timezone.localdate(pada))
    pengguna.kode_hash, pengguna.kode_gagal = _sidik(pengguna.pk, kode), 0
    pengguna.kode_sampai = pada + timedelta(hours=jam)
    pengguna.save(update_fields=["kode_hash", "kode_gagal", "kode_sampai"])
    catatan = jejak.catat(
        "akun_kode", pengguna, pegawai=pengguna.pegawai_id, sebagai_jabatan=sebagai_jabatan, pada=pada, lewat=lewat
    )
    if lewat == "slip" and pengguna.has_usable_password():
        jejak.beri_tahu(
            [pengguna.pk],
            kunci=f"akun-kode-{catatan.pk}",
            judul="Kode atur ulang sandi Anda dicetak",
            isi=f"Dicetak oleh {sebagai_jabatan or 'petugas'}. Bila Anda tidak memintanya, segera hubungi BKD.",
            pada=pada,
            peristiwa="kode_slip",
            juga_pelaku=True,
        )
    return kode


def kirim_kode(pengguna_id):
    """Issues a code and sends it to the e-mail on file; True when it was sent. Run by the worker.

    Nothing happens for an account that is missing, closed, without role today or without e-mail.
    """
    pengguna = Pengguna.objects.select_related("pegawai").filter(pk=pengguna_id, is_active=True).first()
    surel = pengguna and alamat_surel(pengguna)
    if not surel:
        return False
    acuan, pada = acuan_kini(), timezone.now()
    if not hitung_hak(pengguna, per=timezone.localdate(pada), acuan=acuan).peran:
        return False
    with jejak.sebagai(None):
        kode = terbitkan_kode(pengguna, acuan=acuan, pada=pada, lewat="surel")
    isi = {"kode": tulis_kode(kode), "sampai": pengguna.kode_sampai, "alamat": settings.ALAMAT_PORTAL}
    send_mail("Kode Portal BKD", render_to_string("email/akun_kode.txt", isi), None, [surel])
    return True


def alamat_surel(pengguna):
    """The e-mail on file: the office address first, then the private one, else that of the account."""
    if pengguna.pegawai is None:
        return pengguna.email
    return pengguna.pegawai.email_gov or pengguna.pegawai.email


def boleh_terbitkan(hak, sasaran):
    """True when the holder of ``hak`` may print a code for an account with the Hak ``sasaran``."""
    if hak.pengguna_id == sasaran.pengguna_id or not sasaran.peran:
        return False
    return any(sasaran.peran <= BOLEH_SLIP[p] for p in hak.peran & BOLEH_SLIP.keys())


def pasang_sandi(nip, kode, sandi, *, acuan, pada):
    """Sets the password of an account by its code; returns the Pengguna, or None when they do not match.

    A wrong code counts; at the limit of the setting it is void. A right code with a weak password stays
    valid (ValidationError). Effects: password, code void, lock of django-axes lifted, a Jejak; every
    other session of the account ends, since its session hash rests on the password.
    """
    with transaction.atomic():
        pengguna = Pengguna.objects.select_for_update().filter(nama_pengguna=rapatkan(nip), is_active=True).first()
        if pengguna is None or not pengguna.kode_hash or pengguna.kode_sampai is None or pengguna.kode_sampai < pada:
            return None
        if not constant_time_compare(pengguna.kode_hash, _sidik(pengguna.pk, baca_kode(kode))):
            _hitung_gagal(pengguna, acuan, pada)
            return None
        validate_password(sandi, pengguna)
        baru = not pengguna.has_usable_password()
        _simpan_sandi(pengguna, sandi)
        sesi.akhiri_lain(pengguna)
        jejak.catat(
            "akun_aktivasi" if baru else "akun_sandi", pengguna, pegawai=pengguna.pegawai_id, oleh=pengguna, pada=pada
        )
    buka_kunci(username=pengguna.nama_pengguna)
    batas.lupakan_gagal(pengguna.nama_pengguna)
    return pengguna


def _hitung_gagal(pengguna, acuan, pada):
    pengguna.kode_gagal += 1
    if pengguna.kode_gagal >= acuan.setelan("akun_kode_maks_gagal", timezone.localdate(pada)):
        pengguna.kode_hash, pengguna.kode_sampai = "", None
    pengguna.save(update_fields=["kode_gagal", "kode_hash", "kode_sampai"])


def _simpan_sandi(pengguna, sandi):
    pengguna.set_password(sandi)
    pengguna.kode_hash, pengguna.kode_sampai, pengguna.kode_gagal = "", None, 0
    pengguna.save(update_fields=["password", "kode_hash", "kode_sampai", "kode_gagal"])


def ganti_sandi(pengguna, sandi, kecuali=""):
    """The owner sets a new password, knowing the old one; sessions but ``kecuali`` end. Inside ``request.sebagai()``."""
    _simpan_sandi(pengguna, sandi)
    sesi.akhiri_lain(pengguna, kecuali=kecuali)
    jejak.catat("akun_sandi", pengguna, pegawai=pengguna.pegawai_id)


# --- what the admin does ------------------------------------------------------------------------------------------


def tutup(pengguna, *, oleh):
    """Closes an account; it is out at its next request. Nobody closes his own."""
    if pengguna.pk == oleh.pk:
        raise AkunDitolak("Anda tidak dapat menutup akun sendiri.")
    _ubah_aktif(pengguna, False, "akun_tutup")
    sesi.akhiri_lain(pengguna)


def buka(pengguna, *, oleh):
    """Opens a closed account again; its password stays as it was."""
    if pengguna.pk == oleh.pk:
        raise AkunDitolak("Anda tidak dapat membuka akun sendiri.")
    _ubah_aktif(pengguna, True, "akun_buka")


def _ubah_aktif(pengguna, aktif, aksi):
    if Pengguna.objects.filter(pk=pengguna.pk, is_active=not aktif).update(is_active=aktif):
        jejak.catat(aksi, pengguna, pegawai=pengguna.pegawai_id)
    pengguna.is_active = aktif


def tugaskan(pengguna, *, oleh, peran, unit, sejak, sampai, dasar):
    """Gives an account a duty that is no jabatan, from a date on; nobody gives one to himself."""
    if pengguna.pk == oleh.pk:
        raise AkunDitolak("Anda tidak dapat memberi tugas kepada akun sendiri.")
    tugas = Penugasan.objects.create(
        pengguna=pengguna, peran=peran, unit=unit, sejak=sejak, sampai=sampai, dasar=dasar
    )
    jejak.catat("penugasan_ubah", tugas, pegawai=pengguna.pegawai_id, peran=tugas.get_peran_display(), keadaan="mulai")
    return tugas


def akhiri(tugas, *, oleh, sampai):
    """Ends a duty on ``sampai`` (its last day); the past stays on record."""
    if tugas.pengguna_id == oleh.pk:
        raise AkunDitolak("Anda tidak dapat mengakhiri tugas sendiri.")
    if sampai < tugas.sejak:
        raise AkunDitolak("Hari terakhir tidak boleh mendahului hari mulai tugas.")
    tugas.sampai = sampai
    tugas.save(update_fields=["sampai"])
    jejak.catat(
        "penugasan_ubah", tugas, pegawai=tugas.pengguna.pegawai_id, peran=tugas.get_peran_display(), keadaan="berakhir"
    )
