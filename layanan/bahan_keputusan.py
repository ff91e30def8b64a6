"""Bahan keputusan tentang seorang pegawai: kenaikan jenjang, peninjauan masa kerja, gelar, penundaan KGB.

Keys of ``data`` (read by ``templates/naskah/keputusan_pegawai.html``; the engine adds nomor, tanggal, usulan):

- ``kop`` {pejabat} or {instansi, opd, alamat …}; ``judul``, ``pejabat``, ``tentang``, ``tempat``; ``penetap``,
  ``penandatangan``, ``tanda_tangan`` as in ``layanan.bahan_naskah``
- the parts the office may reword: ``menimbang``, ``mengingat`` lists; ``diktum`` [{urutan, isi}]; ``tembusan`` [text]
- ``pegawai`` as in ``bahan_naskah.identitas`` with ``pangkat``, ``golongan``; ``rincian`` [{label, isi}]
- ``tmt`` {iso, tulis}; ``peraturan`` {name: regulation as cited}; what the layanan adds
"""

from django.utils import timezone

from layanan import bahan_naskah as bahan, katalog, rute, templat
from layanan.katalog import BagianNaskah, TemplatNaskah, sebut_peraturan

NAMA = (
    *bahan.NAMA_PEGAWAI,
    ("pegawai.pangkat", "Penata Muda Tingkat I"), ("pegawai.golongan", "III/b"), ("tmt.tulis", "1 Desember 2026"),
    ("tmt.iso", "2026-12-01"), ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip
MULAI = "Keputusan ini mulai berlaku pada tanggal ditetapkan."


def templat_keputusan(judul, klasifikasi, menimbang, mengingat, diktum, nama=()):
    """The decree of one kind: its title, classification, wording, and the names its wording may use besides."""
    return TemplatNaskah(
        jenis="sk", templat="naskah/keputusan_pegawai.html", klasifikasi=klasifikasi, judul=judul,
        pola_nomor="{klasifikasi}/{urut}/413.207/{tahun}", nama=(*NAMA, *nama),
        bagian=(
            BagianNaskah("menimbang", "Menimbang", menimbang, "daftar"),
            BagianNaskah("mengingat", "Mengingat", sebut_peraturan(*mengingat), "daftar", peraturan=mengingat,
                         keterangan="Titik koma di akhir tiap butir dicetak sendiri."),
            BagianNaskah("diktum", "Diktum", f"{diktum}\n{MULAI}", "diktum"),
            BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
        ),
    )  # fmt: skip


def data(layanan, konteks, *, tentang, setelan="", rincian=(), lain=None):
    """Every value of the decree, JSON-able. ``setelan`` names who signs; ``rincian``: pairs (label, text)."""
    acuan, hari_ini, p = konteks.acuan, timezone.localdate(), konteks.profil
    alamat = rute.pejabat(katalog.penandatangan(setelan), layanan, konteks, acuan, hari_ini)
    tanda = bahan.penanda_tangan(alamat, hari_ini)
    atas = alamat["rantai"][0] if "rantai" in alamat else tanda["jabatan"]
    bupati = "Bupati" in atas
    kop = bahan.kop_bupati(acuan, hari_ini) if bupati else bahan.kop_kantor(acuan, hari_ini, None)
    pejabat = kop["pejabat"] if bupati else atas.upper()
    isi = {
        "kop": kop, "judul": f"KEPUTUSAN {pejabat}", "pejabat": pejabat, "tentang": tentang,
        "tempat": acuan.setelan("kop_tempat", hari_ini), "penetap": kop["pejabat"].title() if bupati else atas,
        "penandatangan": tanda["nama"], "tanda_tangan": tanda, "tmt": bahan.hari(konteks.tanggal),
        "peraturan": bahan.peraturan(*layanan.mengingat),
        "pegawai": bahan.identitas(p) | {"pangkat": p.pangkat or "", "golongan": p.golongan or ""},
        "rincian": [{"label": label, "isi": teks} for label, teks in rincian],
    } | (lain or {})  # fmt: skip
    return templat.lengkapi(layanan.naskah, isi, acuan, hari_ini)
