"""Kiriman SIASN: usulan yang menunggu BKN, dalam kolom yang disalin petugas ke usulan KP di SIASN.

BKN publishes no upload layout for usulan KP; the columns carry the names of the 67-column export and of the rows of
riwayat golongan, so that a clerk finds each value where SIASN asks for it.
"""

from kepegawaian.aturan import mkg_pada
from kepegawaian.models import JenisKP
from kepegawaian.profil import profil
from layanan import katalog

KOLOM = (
    "NIP BARU", "NAMA", "GOL AKHIR NAMA", "TMT GOLONGAN", "GOL BARU", "TMT GOL BARU", "MK TAHUN", "MK BULAN",
    "JENIS KP ID", "JENIS KP NAMA", "TINGKAT PENDIDIKAN", "PENDIDIKAN", "JABATAN NAMA", "ESELON", "UNOR NAMA",
    "NOMOR SURAT PENGANTAR", "TANGGAL SURAT PENGANTAR", "NOMOR USULAN",
)  # fmt: skip


def baris(usulan, acuan):
    """Yields a row of ``KOLOM`` of each usulan (queryset); profiles of all come in one query for each TMT."""
    daftar = list(usulan.select_related("pengantar", "pegawai").order_by("opd_id", "pegawai__nip"))
    jenis, orang = dict(JenisKP.objects.values_list("kode", "nama")), {}
    for tmt in {u.tmt for u in daftar}:
        ids = [u.pegawai_id for u in daftar if u.tmt == tmt]
        orang |= {(tmt, p.pegawai_id): p for p in profil(per=tmt, ids=ids)}
    for u in daftar:
        p, kode = orang[u.tmt, u.pegawai_id], getattr(katalog.ambil(u.layanan), "jenis_kp", "")
        mk = mkg_pada(p, u.tmt)
        yield (
            p.nip, p.nama_lengkap, p.golongan, p.tmt_pangkat, u.isian.get("golongan_baru") or "", u.tmt,
            None if mk is None else mk // 12, None if mk is None else mk % 12, kode, jenis.get(kode, ""), p.tingkat_pendidikan, p.pendidikan_nama, p.jabatan,
            p.eselon, p.unit, u.pengantar.nomor if u.pengantar else "", u.pengantar.tanggal if u.pengantar else None, u.nomor,
        )  # fmt: skip
