"""manage.py tte_uji: CA uji dan sertifikat contoh bagi kantor yang memakai cara lokal; hanya bila DEBUG menyala."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from kepegawaian import akses
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jabatan, ProfilKini
from layanan import tte


class Command(BaseCommand):
    help = "Membuat CA uji dan satu PKCS#12 bagi tiap kantor dengan tanda tangan elektronik lokal"

    def add_arguments(self, parser):
        """--jika-belum: does nothing when every office has its file."""
        parser.add_argument("--jika-belum", action="store_true")

    def handle(self, *args, **opsi):
        """One fresh CA for all offices, its key thrown away."""
        if not settings.DEBUG:
            raise CommandError("Sertifikat uji tidak boleh ada di peladen sungguhan (DEBUG mati).")
        from layanan.tte.ca_uji import CaUji  # noqa: PLC0415 - keys are made here only
        from layanan.tte.lokal import jalur_p12  # noqa: PLC0415 - as above

        hari_ini = timezone.localdate()
        kantor = [k for k, c in acuan_kini().setelan("tte_kantor", hari_ini).items() if c == tte.LOKAL]
        if opsi["jika_belum"] and all(jalur_p12(k).exists() for k in kantor):
            return
        ca = CaUji.baru()
        ca.tulis_akar(settings.TTE_DIR)
        for jabatan in Jabatan.objects.filter(kode__in=kantor):
            for pemegang in akses.pemangku(hari_ini, [jabatan.pk]).get(jabatan.pk, ())[:1]:
                kini = ProfilKini.objects.get(pk=pemegang.pegawai_id)
                ca.tulis_p12(settings.TTE_DIR, jabatan.kode, tte.SANDI_UJI, kini.nama_lengkap, nip=kini.nip,
                             jabatan=jabatan.nama)  # fmt: skip
                self.stdout.write(f"  sertifikat uji {jabatan.kode}: {kini.nama_lengkap}")
