"""Sumber tugas tentang data sendiri: fakta yang belum tercatat, dan yang berbeda dengan SIASN; sama dengan beranda."""

from types import SimpleNamespace

from django.db.models import Case, F, Value, When
from django.urls import reverse

from kepegawaian.hitung import Hitung, Larik
from kepegawaian.models import ProfilKini, SelisihSiasn
from kepegawaian.tugas import Butir, Sumber, daftarkan
from tata_kelola.beranda.diri import data_kurang


@daftarkan
class DataSaya(Sumber):
    """What is missing in, or differs from, one's own record; asked for on the page only, not for the badge."""

    kode = "data"
    untuk = ("asn",)

    def angka(self, hak, hari_ini):
        """The facts ``data_kurang`` looks at, and how many values differ from SIASN."""
        saya = ProfilKini.objects.filter(pegawai_id=hak.pegawai_id or 0).order_by()
        surel = Case(When(pegawai__email="", pegawai__email_gov="", then=Value(False)), default=Value(True))
        fakta = saya.values(
            "jabatan_id", "unit_id", "pendidikan_id", "tmt_cpns", "status", kode_golongan=F("golongan_id"), punya_email=surel
        )  # fmt: skip
        return {"fakta": Larik(fakta), "selisih": Hitung(SelisihSiasn.objects.filter(pegawai_id=hak.pegawai_id or 0))}

    def susun(self, nilai, hak, hari_ini, acuan):
        """One row for what is missing, one for what differs."""
        for baris in nilai["fakta"]:
            if kurang := data_kurang(SimpleNamespace(**baris)):
                yield Butir(
                    "Lengkapi data Anda", url=reverse("kepegawaian:saya"), tombol="Lihat data", ikon="person-exclamation",
                    uraian=f"Belum tercatat: {', '.join(kurang)}. Serahkan buktinya kepada operator OPD Anda.",
                    akibat="Syarat layanan yang memakainya tidak dapat diperiksa, dan usulannya tertahan.",
                )  # fmt: skip
        if n := nilai["selisih"]:
            yield Butir(
                f"Periksa {n} data yang berbeda dengan SIASN", url=reverse("kepegawaian:saya"), tombol="Bandingkan",
                uraian="Sampaikan yang benar beserta buktinya kepada operator OPD atau BKD.", ikon="arrow-left-right",
                akibat="Nilai yang berbeda dapat menahan pertimbangan teknis BKN.",
            )  # fmt: skip
