"""Sumber tugas keluarga: anak sendiri pada daftar gaji yang mendekati atau melewati batas usia atau surat sekolahnya."""

from datetime import timedelta

from django.db.models import F
from django.urls import reverse

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.aturan_keluarga import batas_anak
from kepegawaian.hitung import Larik, baca
from kepegawaian.models import RiwayatKeluarga
from kepegawaian.tugas import Butir, Sumber, daftarkan
from kesejahteraan.keluarga.daftar import terbaru

DEPAN_HARI = 183


@daftarkan
class BatasAnak(Sumber):
    """Own children whose allowance ends within half a year, or should have ended; asked for on the page, not for the badge."""

    kode = "keluarga"
    untuk = ("asn",)

    def angka(self, hak, hari_ini):
        """Own children on the pay list."""
        anak = RiwayatKeluarga.objects.filter(
            pk__in=terbaru(hak.pegawai_id or 0, hari_ini).values("pk"), hubungan="anak", keadaan="hidup", tertanggung=True,
            tanggal_lahir__isnull=False,
        )  # fmt: skip
        kolom = {"kunci": F("anggota"), "orang": F("nama"), "lahir": F("tanggal_lahir"), "surat": F("sekolah_sampai")}
        return {"anak": Larik(anak.order_by("tanggal_lahir").values(**kolom)[:20])}

    def susun(self, nilai, hak, hari_ini, acuan):
        """One row a child: a new school letter, or the end of the allowance."""
        for b in (baca(x, tanggal_=("lahir", "surat")) for x in nilai["anak"]):
            berakhir, sebab = batas_anak(b.lahir, b.surat, acuan, hari_ini)
            if berakhir > hari_ini + timedelta(days=DEPAN_HARI):
                continue
            tetap = sebab != f"usia {acuan.setelan('anak_usia_maks_sekolah', hari_ini)} tahun"
            kapan = f"{'berakhir' if berakhir > hari_ini else 'sudah berakhir'} {tulis_tanggal(berakhir)} ({sebab})"
            url = (
                f"{reverse('kesejahteraan:keluarga_saya_ubah', args=['sekolah'])}?anggota={b.kunci}"
                if tetap
                else reverse("kesejahteraan:keluarga_saya")
            )
            yield Butir(
                f"Tunjangan anak {b.orang} {kapan}", url=url, ikon="mortarboard", tenggat=berakhir,
                tombol="Kirim surat sekolah" if tetap else "Lihat keluarga",
                uraian="Bila masih sekolah atau kuliah, kirim surat keterangannya sebelum tanggal itu." if tetap else
                "Anak sudah mencapai batas usia; tunjangannya berhenti.",
                akibat="Tunjangan yang dibayar sesudah batasnya harus dikembalikan.", dasar="PP 7/1977 Pasal 16",
            )  # fmt: skip
