"""Akun: masuk dengan NIP, aktivasi dan atur ulang dengan kode sekali pakai, sandi yang kuat.

Rules: ``desain.md`` §7. An import makes accounts with an unusable password; an ASN activates by a
one-time code sent to the e-mail on file or printed on a slip by his operator.
"""

from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.exceptions import ValidationError

from kepegawaian.models import Pengguna


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
        nama = "".join(username.split())
        pengguna = Pengguna.objects.filter(nama_pengguna=nama).first()
        if pengguna is None:
            Pengguna().set_password(password)
            return None
        if pengguna.is_active and pengguna.check_password(password):
            return pengguna
        return None

    def get_user(self, user_id):
        """Returns the Pengguna of a session."""
        return Pengguna.objects.filter(pk=user_id).first()


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
