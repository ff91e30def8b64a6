"""Bahan naskah pengangkatan: SK CPNS, SK PNS, SK PPPK, perjanjian kerja, SPMT, undangan dan berita acara sumpah.

Keys of ``data_sk`` (read by ``templates/naskah/pengangkatan.html``): ``kop``, ``judul``, ``tentang``, ``tempat``, ``penetap``,
``penandatangan``, ``tanda_tangan``, ``peraturan``, the parts of ``bagian``; ``pegawai`` {nama, nip, tempat_tanggal_lahir, …}; ``rincian``
[{label, isi}]; ``tmt`` {iso, tulis}; ``gaji`` {pokok, dibayar} as ``bahan_naskah.uang``; what the layanan adds.
"""

from datetime import date

from django.utils import timezone

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import ProfilKini
from kepegawaian.templatetags.portal import nip
from layanan import katalog, rute, templat
from layanan.bahan_naskah import (
    BELUM,
    NAMA_PEGAWAI,
    hari,
    identitas,
    kop_bupati,
    kop_kantor,
    penanda_tangan,
    peraturan,
    surat,
)
from layanan.katalog import BagianNaskah, TemplatNaskah, sebut_peraturan

POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
KABAN = katalog.jabatan("KEPALA-BKPSDM")
BERSAMA = ("kop", "tentang", "tempat", "penetap", "penandatangan", "tanda_tangan", "mengingat", "tembusan")
NAMA = (
    *NAMA_PEGAWAI, ("tmt.tulis", "1 Maret 2026"), ("tmt.iso", "2026-03-01"), ("golongan", "III/a"), ("pangkat", "Penata Muda"),
    ("jabatan", "Analis Hukum Ahli Pertama"), ("unit", "Bagian Hukum"), ("opd", "Sekretariat Daerah"), ("penetap", "Bupati Lamongan"),
    ("tempat", "Lamongan"), ("gaji.dibayar.tulis", "Rp2.228.560"), ("gaji.pokok.tulis", "Rp2.785.700"), ("persen", "80"),
    ("pertek", "AB-1/2026 tanggal 1 Februari 2026"), ("sampai", "28 Februari 2031"),
    ("sebut_gaji", "gaji"),
)  # fmt: skip


def surat_langkah(judul, templat_="naskah/surat.html", jenis="surat"):
    """How the own letter of a step is printed; witnesses sign a berita acara beside the official, so that one on paper."""
    return TemplatNaskah(jenis, templat_, "800", judul, POLA, elektronik=jenis == "surat")


def templat_sk(judul, menimbang, mengingat, diktum):
    """The petikan of a first decree, or of the decree that makes a PNS."""
    return TemplatNaskah(
        jenis="sk", templat="naskah/pengangkatan.html", klasifikasi="813", judul=judul, pola_nomor=POLA, nama=NAMA,
        bagian=(
            BagianNaskah("menimbang", "Menimbang", menimbang, "daftar"),
            BagianNaskah("mengingat", "Mengingat", sebut_peraturan(*mengingat), "daftar", peraturan=mengingat,
                         keterangan="Titik koma di akhir tiap butir dicetak sendiri."),
            BagianNaskah("diktum", "Diktum", diktum + "\nApabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, "
                         "akan diadakan perbaikan sebagaimana mestinya.", "diktum"),
            BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
        ),
    )  # fmt: skip


def templat_kolektif(judul, menimbang, diktum):
    """The collective decree: shares mengingat and tembusan with the petikan."""
    return TemplatNaskah(
        jenis="sk", templat="naskah/kolektif.html", klasifikasi="813", judul=f"{judul} (kolektif)", pola_nomor=POLA,
        bagian=(
            BagianNaskah("menimbang", "Menimbang", menimbang, "daftar",
                         keterangan="Mengingat dan tembusan mengikuti templat petikannya."),
            BagianNaskah("diktum", "Diktum", diktum + "\nPetikan keputusan ini diberikan kepada yang bersangkutan untuk diketahui dan "
                         "dipergunakan sebagaimana mestinya.", "diktum",
                         keterangan="Lajur adalah nomor kolom lampiran: 2 nama, 3 jabatan, 4 golongan dan gaji, 5 TMT."),
        ),
        nama=(("kop.pejabat", "BUPATI LAMONGAN"), ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"), ("banyak_orang", "12")),
    )  # fmt: skip


KOLOM_KOLEKTIF = (
    (
        "Nama, NIP, tanggal lahir",
        lambda d: [d["pegawai"]["nama"], nip(d["pegawai"]["nip"]), d["pegawai"]["tempat_tanggal_lahir"]],
    ),
    ("Jabatan, unit kerja", lambda d: [d["jabatan"], d["unit"], *([d["opd"]] if d["opd"] != d["unit"] else [])]),
    ("Golongan, gaji", lambda d: [d["golongan"] or "-", (d["gaji"]["dibayar"] or {}).get("tulis", "-")]),
    ("TMT", lambda d: [d["tmt"]["tulis"]]),
)


def umum_kolektif(data):
    """What all in a collective decree share, from the frozen data of the first."""
    return {k: data[k] for k in BERSAMA if k in data} | {"judul": f"KEPUTUSAN {data['kop']['pejabat']}"}


def tanda(layanan, konteks, kepada=None):
    """Signature block of the office that signs, or of ``kepada``, today."""
    kini = timezone.localdate()
    alamat = rute.pejabat(kepada or katalog.penandatangan(""), layanan, konteks, konteks.acuan, kini)
    return penanda_tangan(alamat, kini)


def data_sk(layanan, konteks, *, tentang, rincian, mengingat, lain):
    """Every value of the petikan, JSON-able. ``rincian``: pairs (label, text); ``lain``: golongan, jabatan, unit, opd, gaji, …"""
    acuan, kini = konteks.acuan, timezone.localdate()
    blok, kop = tanda(layanan, konteks), kop_bupati(acuan, kini)
    data = {
        "kop": kop, "judul": f"PETIKAN KEPUTUSAN {kop['pejabat']}", "tentang": tentang, "tempat": acuan.setelan("kop_tempat", kini),
        "penetap": blok["jabatan"], "penandatangan": blok["nama"], "tanda_tangan": blok, "peraturan": peraturan(*mengingat),
        "pegawai": identitas(konteks.profil), "tmt": hari(konteks.tanggal),
        "rincian": [{"label": label, "isi": isi} for label, isi in rincian if isi],
    } | lain  # fmt: skip
    return templat.lengkapi(layanan.naskah, data, acuan, kini)


# ── letters of the steps ─────────────────────────────────────────────────────────────────────────────


def _surat(layanan, konteks, perihal, kepada_tanda, *, opd=None, **isi):
    kini, acuan = timezone.localdate(), konteks.acuan
    return surat(
        perihal, kop=kop_kantor(acuan, kini, opd), tempat=acuan.setelan("kop_tempat", kini),
        tanda_tangan=tanda(layanan, konteks, kepada_tanda), **isi,
    )  # fmt: skip


def _orang(konteks, jabatan, unit):
    p = konteks.profil
    return [
        ("Nama", p.nama_lengkap),
        ("NIP", nip(p.nip) if p.nip else "-"),
        ("Jabatan", jabatan or "-"),
        ("Unit kerja", unit or "-"),
    ]


def _unit(p):
    return p.unit if not p.unit or p.opd in (None, p.unit) else f"{p.unit}, {p.opd}"


def tulis_iso(iso):
    """An ISO date of a step's answers as people write it."""
    return tulis_tanggal(date.fromisoformat(iso)) if iso else BELUM


def spmt(layanan, konteks, jawab, c):
    """Surat pernyataan melaksanakan tugas of the OPD he is placed at."""
    isi = [
        (
            "Menyatakan dengan sesungguhnya bahwa pegawai berikut telah melaksanakan tugas sejak tanggal "
            f"{tulis_iso(jawab.get('tanggal_spmt'))}."
        )
    ]
    return _surat(
        layanan, konteks, "Surat Pernyataan Melaksanakan Tugas", katalog.Alamat("kantor", "opd_tujuan"), opd=c.get("opd"), isi=isi,
        rincian=_orang(konteks, c.get("jabatan"), c.get("unit")), penutup="Demikian surat pernyataan ini dibuat dengan sesungguhnya.",
        tembusan=["Bupati Lamongan melalui Kepala BKPSDM", "Kepala BPKAD Kabupaten Lamongan", "Yang bersangkutan"],
    )  # fmt: skip


def undangan_sumpah(layanan, konteks, jawab):
    """Invitation to the oath of a PNS."""
    p = konteks.profil
    return _surat(
        layanan, konteks, "Undangan Pengambilan Sumpah/Janji PNS", KABAN, kepada=[p.nama_lengkap, f"pada {p.unit or p.opd or 'unit kerjanya'}"],
        isi=["Mengharap kehadiran Saudara pada pengambilan sumpah/janji Pegawai Negeri Sipil:"],
        rincian=[("Tanggal", tulis_iso(jawab.get("tanggal"))), ("Pukul", jawab.get("pukul") or "-"), ("Tempat", jawab.get("tempat") or "-"),
                 ("Pakaian", "Pakaian sipil lengkap atau seragam Korpri")],
        penutup="Atas kehadiran Saudara disampaikan terima kasih.",
    )  # fmt: skip


def berita_acara_sumpah(layanan, konteks, jawab):
    """Berita acara of the oath of a PNS, with rohaniwan and two witnesses."""
    p = konteks.profil
    saksi = {k.nip: k for k in ProfilKini.objects.filter(nip__in=[jawab.get("saksi_1", ""), jawab.get("saksi_2", "")])}
    penanda = [
        ("Yang bersumpah/berjanji", p.nama_lengkap, p.nip or ""),
        ("Rohaniwan", jawab.get("rohaniwan") or "", ""),
    ]
    for sebagai, kunci in (("Saksi I", "saksi_1"), ("Saksi II", "saksi_2")):
        kini = saksi.get(jawab.get(kunci))
        penanda.append((sebagai, kini.nama_lengkap if kini else "", jawab.get(kunci) or ""))
    isi = [
        (
            f"Pada tanggal {tulis_iso(jawab.get('tanggal_sumpah'))} bertempat di {jawab.get('tempat') or BELUM} telah diambil sumpah/janji "
            f"Pegawai Negeri Sipil dari pegawai berikut, didampingi {jawab.get('rohaniwan') or BELUM} selaku rohaniwan."
        )
    ]
    return _surat(layanan, konteks, "Berita Acara Pengambilan Sumpah/Janji PNS", KABAN, isi=isi,
                  rincian=_orang(konteks, p.jabatan, _unit(p)), penanda=penanda)  # fmt: skip
