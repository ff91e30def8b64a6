"""Surat usul Satyalancana satu periode kepada Presiden melalui Gubernur dan Menteri Dalam Negeri, dengan daftar namanya.

Printed by ``templates/naskah/usul_satyalancana.html``; keys of its data: those of ``bahan_naskah.surat``, and ``orang``
[{nama, nip, pangkat, jabatan, masa, kelas}]. Issuing it records the step ``kirim`` of every usulan it names. The Bupati signs it on
paper, having no account; where the setting names another office, it too.
"""

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import bulan_antara, tulis_masa, tulis_tanggal
from kepegawaian.models import Jabatan, Naskah
from kepegawaian.profil import profil
from kesejahteraan.penghargaan.models import PeriodeSlks, SuratUsulSlks
from layanan import alur, bahan_naskah, katalog, pengalihan, rute, surat as surat_lepas, tte
from layanan.galat import DitolakAlur
from layanan.pengantar import HasilSatu

PERIHAL = "Usul Penganugerahan Satyalancana Karya Satya"
TEMPLAT = katalog.TemplatNaskah(
    "surat", "naskah/usul_satyalancana.html", "003.2", PERIHAL, "{klasifikasi}/{urut}/413.207/{tahun}"
)
BAGIAN = ("pangkat", "jabatan", "unit")


def terbitkan(periode_id, usulan, *, oleh):
    """One letter for all ``usulan`` (queryset at step ``kirim``) and that step recorded for each; (SuratUsulSlks, [HasilSatu]).

    The letter stands even where one of its usulan moved meanwhile: that one is told and left out of the step.
    """
    daftar = list(usulan.select_related("pegawai", "langkah_kini").order_by("opd_id", "pegawai__nip"))
    if not daftar:
        raise DitolakAlur("Tidak ada usulan yang menunggu dikirim pada periode ini.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        satu = PeriodeSlks.objects.select_for_update().get(pk=periode_id)
        naskah = surat_lepas.terbitkan_lepas(TEMPLAT, data(satu, daftar, oleh.hari_ini), oleh=oleh)
        surat = SuratUsulSlks.objects.create(
            periode=satu, naskah=naskah, banyak=len(daftar), dibuat_oleh=oleh.pengguna, dibuat_pada=oleh.kini
        )
        jejak.catat("slks_surat", surat, pada=oleh.kini, nomor=naskah.nomor, jumlah=len(daftar))
    isi = {"nomor_usul": naskah.nomor, "tanggal_usul": naskah.tanggal.isoformat()}
    hasil, oleh = [], oleh.berombongan()
    for u in daftar:
        try:
            alur.rekam(u, isi, oleh=oleh, versi=u.versi_baris)
        except DitolakAlur as galat:
            hasil.append(HasilSatu(u, str(galat)))
        else:
            hasil.append(HasilSatu(u, ""))
    return surat, hasil


def sahkan(pk, file, *, oleh):
    """The signed scan makes the letter stand."""
    isi = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        naskah = Naskah.objects.get(pk=SuratUsulSlks.objects.get(pk=pk).naskah_id)
        return surat_lepas.sahkan_lepas(naskah.pk, isi, oleh=oleh)


def data(satu, daftar, hari_ini):
    """The frozen data of the letter."""
    acuan, ids = acuan_kini(), [u.pegawai_id for u in daftar]
    orang = {p.pegawai_id: p for p in profil(per=satu.tanggal, ids=ids, bagian=BAGIAN)}
    kelas = {k: sum(u.isian.get("kelas") == k for u in daftar) for k in ("X", "XX", "XXX")}
    rinci = ", ".join(f"kelas {k} {n} orang" for k, n in kelas.items() if n)
    tanda = _tanda(acuan, hari_ini)
    bupati = bool(tanda["kantor_luar"])
    return bahan_naskah.surat(
        PERIHAL, tempat=acuan.setelan("kop_tempat", hari_ini), tanda_tangan=tanda, lampiran="1 (satu) berkas",
        kop=bahan_naskah.kop_bupati(acuan, hari_ini) if bupati else bahan_naskah.kop_kantor(acuan, hari_ini, None),
        kepada=["Presiden Republik Indonesia", "melalui Gubernur Jawa Timur dan Menteri Dalam Negeri", "di tempat"],
        isi=[
            ("Berdasarkan Undang-Undang Nomor 20 Tahun 2009 dan Peraturan Pemerintah Nomor 35 Tahun 2010, bersama ini diusulkan "
            f"{len(daftar)} Pegawai Negeri Sipil Pemerintah Kabupaten Lamongan ({rinci}) untuk dianugerahi Satyalancana Karya "
            f"Satya pada {tulis_tanggal(satu.tanggal)}, dengan daftar nama sebagaimana lampiran."),
        ],
        penutup="Demikian untuk mendapatkan pertimbangan.",
    ) | {"orang": [_orang(u, orang[u.pegawai_id], satu.tanggal) for u in daftar]}  # fmt: skip


def _orang(u, p, tanggal):
    masa = bulan_antara(p.tmt_cpns, tanggal) if p.tmt_cpns else 0
    return {
        "nama": p.nama_lengkap, "nip": p.nip, "pangkat": f"{p.pangkat or '-'}, {p.golongan or '-'}", "jabatan": p.jabatan or "-",
        "opd": p.opd or p.unit or "-", "masa": tulis_masa(masa), "kelas": u.isian.get("kelas", ""),
    }  # fmt: skip


def _tanda(acuan, hari_ini):
    """The signature block of the office of the setting slks_penanda_tangan."""
    kantor = acuan.setelan("slks_penanda_tangan", hari_ini)
    if kantor == "BUPATI":
        return bahan_naskah.penanda_tangan(pengalihan.BUPATI, hari_ini)
    jabatan = Jabatan.objects.get(kode=rute.KODE_KANTOR.get(kantor, kantor))
    alamat = {"jabatan": jabatan.pk, "unit_jabatan": jabatan.unit_id, "nama": jabatan.nama}
    return bahan_naskah.penanda_tangan(alamat, hari_ini)
