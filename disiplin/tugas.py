"""Sumber tugas disiplin: tiap bagian mendaftarkan miliknya sendiri; di sini CPNS yang dihukum dan harus diberhentikan."""

from django.db.models import F
from django.urls import reverse

import disiplin.kehadiran.tugas  # noqa: F401 - registers the sources of this part
from disiplin import cpns
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hitung import Hitung, Larik, baca
from kepegawaian.models import RiwayatHukuman
from kepegawaian.tugas import Butir, Sumber, daftarkan


@daftarkan
class CpnsDihukum(Sumber):
    """CPNS with a penalty sedang or berat in force whose pemberhentian nobody has proposed; for handlers only."""

    kode = "cpns_hukdis"
    untuk = ("staf_bkd", "pejabat_bkd")

    @staticmethod
    def _daftar(hak, hari_ini):
        satu = cpns.belum_diusulkan(hari_ini, acuan_kini(), kecuali=hak.pegawai_id)
        return RiwayatHukuman.objects.filter(pk__in=satu.values("pk")).order_by("tmt", "pk")

    def angka(self, hak, hari_ini):
        if not hak.penangan_disiplin:
            return {}
        isi = self._daftar(hak, hari_ini).values(
            "tmt", nip=F("pegawai__nip"), nama=F("pegawai__kini__nama"), tingkat=F("jenis__tingkat")
        )
        return {"daftar": Larik(isi[:10])}

    def lencana(self, hak, hari_ini):
        return Hitung(self._daftar(hak, hari_ini)) if hak.penangan_disiplin else None

    def susun(self, nilai, hak, hari_ini, acuan):
        for b in (baca(x, tanggal_=("tmt",)) for x in nilai.get("daftar", ())):
            # Officials see the case; the usulan is made by the staff.
            staf = hak.punya("staf_bkd")
            kasus = f"{reverse('disiplin:kasus_list')}?keadaan=semua&q={b.nip}"
            yield Butir(
                f"Usulkan pemberhentian CPNS {b.nama}", url=cpns.halaman_usul(b.nip) if staf else kasus,
                tombol="Buat usulan" if staf else "Lihat kasus",
                uraian=f"Hukuman disiplin {b.tingkat} berlaku sejak {tulis_tanggal(b.tmt)}. {cpns.WAJIB}.",
                dasar=cpns.DASAR, ikon="person-x",
                akibat="Ia tetap digaji sebagai CPNS, padahal tidak dapat lagi diangkat menjadi PNS.",
            )  # fmt: skip
