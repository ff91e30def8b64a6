"""Bahan SK kenaikan pangkat: penetap, pertimbangan teknis, dan data beku petikan.

Keys of ``data_kp`` (read by ``templates/naskah/kp_reguler.html``; the engine adds nomor, tanggal, usulan):

- ``kop`` {pejabat}; ``judul``, ``tentang``, ``tempat``; ``penetap`` (text), ``penandatangan`` (name),
  ``tanda_tangan`` {jabatan, nama, pangkat, nip, sifat, kantor_luar, atas_nama, baris}
- the parts the office may reword (``BAGIAN``): ``menimbang``, ``mengingat``, ``memperhatikan``: lists of
  sentences; ``menetapkan`` text; ``diktum``: [{urutan, isi}]; ``tembusan`` [text]
- ``peraturan`` {name: regulation as cited}
- ``pegawai`` {nama, nip, tempat_lahir, tanggal_lahir, tempat_tanggal_lahir, jenis_kelamin, status,
  pendidikan, jabatan, unit, opd}
- ``lama`` and ``baru`` {pangkat, golongan, tmt {iso, tulis}, mkg {tahun, bulan, tulis},
  gaji {rupiah, tulis, terbilang}}; ``lama`` also ``dekret`` {pejabat, nomor, tanggal}
- ``tmt`` {iso, tulis}; ``pertek`` {nomor, tanggal {iso, tulis}, pejabat}; ``kgb_berikut`` text or ""
- ``jenis_kp`` text; what a kind adds of its own comes from ``LayananKP.data_khusus``
"""

from datetime import date

from django.utils import timezone

from kepangkatan.aturan import umum
from kepegawaian.aturan_kp import efek_kp
from kepegawaian.templatetags.portal import nip
from layanan import katalog, rute, templat
from layanan.bahan_naskah import (
    BELUM,
    NAMA_PEGAWAI,
    dekret,
    hari,
    identitas,
    kop_bupati,
    masa,
    penanda_tangan,
    peraturan,
    uang,
)
from layanan.galat import DitolakAlur
from layanan.katalog import BagianNaskah, sebut_peraturan
from layanan.models import LangkahUsulan

DASAR = ("UU 20/2023", "PP 7/1977", "PP 5/2024", "PP 99/2000", "PP 12/2002", "PP 11/2017", "PP 17/2020",
         "Kepka BKN 12/2002")  # fmt: skip
MENGINGAT = (*DASAR, "PerBKN 2/2025", "PerBKN 4/2025")
MENIMBANG = (
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini memenuhi syarat{dasar} dan dipandang "
    "cakap untuk dinaikkan pangkatnya{seberapa};"
)
DINAIKKAN = (
    "Terhitung mulai tanggal {{ d.tmt.tulis }} dinaikkan pangkatnya dari {{ d.lama.pangkat }} golongan ruang "
    "{{ d.lama.golongan }} menjadi {{ d.baru.pangkat }} golongan ruang {{ d.baru.golongan }}, "
)
DENGAN_GAJI = (
    "dengan masa kerja golongan {{ d.baru.mkg.tulis }}, dan diberikan gaji pokok sebesar {{ d.baru.gaji.tulis }} "
    "({{ d.baru.gaji.terbilang }})."
)
KELIRU = (
    "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan dan "
    "perhitungan kembali sebagaimana mestinya."
)


def menimbang(dasar="", seberapa=" setingkat lebih tinggi"):
    """The reason of a KP decree, with the article it rests on."""
    return MENIMBANG.format(dasar=f" sebagaimana dimaksud dalam {dasar}" if dasar else "", seberapa=seberapa)


def bagian_kp(alasan, mengingat=MENGINGAT, diktum=DINAIKKAN + DENGAN_GAJI):
    """The parts of a KP decree the office may reword; ``alasan`` is its menimbang, ``diktum`` its first decision."""
    return (
        BagianNaskah("menimbang", "Menimbang", bentuk="daftar", bawaan=alasan),
        BagianNaskah(
            "mengingat", "Mengingat", sebut_peraturan(*mengingat), "daftar", peraturan=mengingat,
            keterangan="Titik koma di akhir tiap butir dicetak sendiri.",
        ),
        BagianNaskah(
            "memperhatikan", "Memperhatikan", bentuk="daftar",
            bawaan="Pertimbangan teknis {{ d.pertek.pejabat }} Nomor {{ d.pertek.nomor }} tanggal "
            "{{ d.pertek.tanggal.tulis }}.",
        ),
        BagianNaskah(
            "menetapkan", "Menetapkan", "Pegawai Negeri Sipil yang namanya tersebut di bawah ini:",
            keterangan="Kalimat sebelum tabel data pegawai.",
        ),
        BagianNaskah("diktum", "Diktum", bentuk="diktum", bawaan=f"{diktum}\n{KELIRU}"),
        BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
    )  # fmt: skip


NAMA = (
    *NAMA_PEGAWAI,
    ("lama.pangkat", "Penata Muda Tingkat I"), ("lama.golongan", "III/b"), ("lama.tmt.tulis", "1 Oktober 2022"),
    ("lama.mkg.tulis", "8 tahun 0 bulan"), ("lama.gaji.tulis", "Rp3.390.500"),
    ("lama.gaji.terbilang", "tiga juta tiga ratus sembilan puluh ribu lima ratus rupiah"),
    ("lama.dekret.pejabat", "Bupati Lamongan"), ("lama.dekret.nomor", "823/7/2022"),
    ("lama.dekret.tanggal", "15 September 2022"),
    ("baru.pangkat", "Penata"), ("baru.golongan", "III/c"), ("baru.mkg.tulis", "11 tahun 9 bulan"),
    ("baru.gaji.rupiah", 3533900), ("baru.gaji.tulis", "Rp3.533.900"),
    ("baru.gaji.terbilang", "tiga juta lima ratus tiga puluh tiga ribu sembilan ratus rupiah"),
    ("tmt.tulis", "1 Desember 2026"), ("tmt.iso", "2026-12-01"),
    ("pertek.pejabat", "Kepala Kantor Regional II BKN"), ("pertek.nomor", "PG-23524001"),
    ("pertek.tanggal.tulis", "20 November 2026"), ("kgb_berikut", "1 Maret 2027"),
    ("jenis_kp", "Kenaikan Pangkat Reguler"), ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip


def penetap(konteks):
    """Penetap (pejabat, kantor, dicetak) of the new rank on the TMT, or None."""
    baru = umum.golongan_baru(konteks)
    entri = konteks.acuan.penetap_kp(baru.kode, konteks.tanggal) if baru else None
    return entri.nilai if entri else None


def sebut_penetap(acuan, tanggal):
    """Who sets a KP on ``tanggal``, a sentence for each row of the table: new rank, office, where the SK is made."""
    berlaku = [e.nilai for e in acuan.penetap if e.sejak <= tanggal and (e.sampai is None or tanggal <= e.sampai)]
    kode = {g.urutan: g.kode for g in acuan.daftar_golongan.values() if g.jenis == "PNS"}
    return [
        f"golongan {kode[p.urutan_min]} sampai {kode[p.urutan_maks]}: {p.pejabat}"
        + ("" if p.dicetak else ", SK dibuat di luar portal dan direkam")
        for p in sorted(berlaku, key=lambda p: p.urutan_min)
    ]


def _jawaban(langkah):
    akhir = langkah.filter(kode="pertek", keadaan="selesai", hasil="ms").order_by("-id").first()
    return akhir.isian if akhir else {}


def pertek(pegawai_id, slug):
    """Answers of the pertek step of the running usulan of a person, {} when BKN has not agreed yet."""
    berjalan = LangkahUsulan.objects.filter(
        usulan__pegawai_id=pegawai_id, usulan__layanan=slug, usulan__status="diproses"
    )
    return _jawaban(berjalan)


def pertek_usulan(usulan_id):
    """Answers of the pertek step of one usulan."""
    return _jawaban(LangkahUsulan.objects.filter(usulan_id=usulan_id))


def pejabat_pertek(acuan, golongan, tanggal):
    """Kepka BKN 12/2002 (setelan kp_pejabat_pertek): who gives the pertek for the new rank."""
    for baris in acuan.setelan("kp_pejabat_pertek", tanggal):
        if golongan.urutan <= acuan.golongan(baris["sampai"]).urutan:
            return baris["pejabat"]
    return ""


def data_kp(layanan, konteks, jawaban, *, konsep=False):
    """Every value of the petikan, JSON-able. Raises DitolakAlur when the pertek, the MKG or the pay is missing.

    ``konsep``: for a preview before BKN has answered; the pertek then stands as "……".
    """
    p, acuan, tmt = konteks.profil, konteks.acuan, konteks.tanggal
    hari_ini = timezone.localdate()
    baru = umum.golongan_baru(konteks)
    efek = efek_kp(p, baru, tmt, acuan)
    _lengkap(jawaban, efek, konsep=konsep)
    siapa = penetap(konteks)
    alamat = rute.pejabat(katalog.penandatangan(""), layanan, konteks, acuan, hari_ini)
    tanda = penanda_tangan(alamat, hari_ini)
    kop = kop_bupati(acuan, hari_ini)
    terjawab = jawaban.get("nomor_pertek") and jawaban.get("tanggal_pertek")
    tanggal_pertek = hari(date.fromisoformat(jawaban["tanggal_pertek"])) if terjawab else {"iso": "", "tulis": BELUM}
    pemberi = pejabat_pertek(acuan, baru, tmt)
    data = {
        "kop": kop,
        "judul": f"PETIKAN KEPUTUSAN {kop['pejabat']}",
        "tentang": layanan.tentang,
        "tempat": acuan.setelan("kop_tempat", hari_ini),
        "penetap": siapa.pejabat,
        "penandatangan": tanda["nama"],
        "tanda_tangan": tanda,
        "peraturan": peraturan(*layanan.mengingat),
        "jenis_kp": layanan.nama,
        "pegawai": identitas(p),
        "lama": _lama(p, efek),
        "baru": {"pangkat": baru.pangkat, "golongan": baru.kode, "tmt": hari(tmt), "mkg": masa(efek.mkg_baru),
                 "gaji": uang(efek.gaji.rupiah)},
        "tmt": hari(tmt),
        "pertek": {"nomor": jawaban["nomor_pertek"] if terjawab else BELUM, "tanggal": tanggal_pertek,
                   "pejabat": pemberi},
        "kgb_berikut": next((nanti for label, _, nanti in layanan.akibat(konteks) if label == "KGB berikutnya"), ""),
    }  # fmt: skip
    return templat.lengkapi(layanan.naskah, data | layanan.data_khusus(konteks, konsep=konsep), acuan, hari_ini)


def _lengkap(jawaban, efek, *, konsep):
    """Never an SK without pertek, nor with a pay nobody can compute (kenaikan-pangkat §7)."""
    if not konsep and not (jawaban.get("nomor_pertek") and jawaban.get("tanggal_pertek")):
        raise DitolakAlur("Nomor pertek BKN belum diisi.")
    if efek.mkg_baru is None:
        raise DitolakAlur("Masa kerja golongan belum tercatat; lengkapi riwayat pangkat atau gaji lebih dulu.")
    if efek.gaji.rupiah is None:
        raise DitolakAlur(efek.gaji.kalimat)


def _lama(p, efek):
    return {
        "pangkat": p.pangkat, "golongan": p.golongan, "tmt": hari(p.tmt_pangkat), "mkg": masa(efek.mkg_lama),
        "gaji": uang(p.gaji_pokok),
        "dekret": dekret(p.sk_pangkat_pejabat, p.sk_pangkat_nomor, p.sk_pangkat_tanggal),
    }  # fmt: skip


# ── collective decree ────────────────────────────────────────────────────────────────────────────────

BERSAMA = ("kop", "tentang", "tempat", "penetap", "penandatangan", "tanda_tangan", "mengingat", "tembusan", "jenis_kp")
BAGIAN_KOLEKTIF = (
    BagianNaskah(
        "menimbang", "Menimbang", bentuk="daftar",
        bawaan="bahwa Pegawai Negeri Sipil yang namanya tersebut dalam lampiran keputusan ini memenuhi syarat dan "
        "dipandang cakap untuk dinaikkan pangkatnya setingkat lebih tinggi;",
        keterangan="Mengingat dan tembusan mengikuti templat petikannya.",
    ),
    BagianNaskah(
        "diktum", "Diktum", bentuk="diktum",
        bawaan="Pegawai Negeri Sipil yang namanya tersebut dalam lajur 2 lampiran keputusan ini, terhitung mulai tanggal "
        "tersebut dalam lajur 4 dinaikkan pangkatnya dari pangkat dalam lajur 3 menjadi pangkat dalam lajur 4, dengan "
        "masa kerja golongan dan gaji pokok tersebut dalam lajur 5.\n"
        "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan dan "
        "perhitungan kembali sebagaimana mestinya.\n"
        "Petikan keputusan ini diberikan kepada yang bersangkutan untuk diketahui dan dipergunakan sebagaimana mestinya.",
        keterangan="Lajur adalah nomor kolom lampiran: 2 nama, 3 pangkat lama, 4 pangkat baru, 5 masa kerja dan gaji, "
        "6 pertimbangan teknis.",
    ),
)  # fmt: skip
NAMA_KOLEKTIF = (
    ("kop.pejabat", "BUPATI LAMONGAN"), ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
    ("jenis_kp", "Kenaikan Pangkat Reguler"), ("banyak_orang", "12"),
)  # fmt: skip


def _siapa(d):
    """Cell of one person: name, NIP in its groups, unit, and the OPD above it."""
    p = d["pegawai"]
    return [p["nama"], nip(p["nip"]), p["unit"], *([p["opd"]] if p["opd"] != p["unit"] else [])]


KOLOM_KOLEKTIF = (
    ("Nama, NIP, unit kerja", _siapa),
    (
        "Pangkat lama",
        lambda d: [f"{d['lama']['pangkat']}, {d['lama']['golongan']}", f"TMT {d['lama']['tmt']['tulis']}"],
    ),
    ("Pangkat baru", lambda d: [f"{d['baru']['pangkat']}, {d['baru']['golongan']}", f"TMT {d['tmt']['tulis']}"]),
    ("Masa kerja, gaji pokok", lambda d: [d["baru"]["mkg"]["tulis"], d["baru"]["gaji"]["tulis"]]),
    ("Pertimbangan teknis", lambda d: [d["pertek"]["nomor"], d["pertek"]["tanggal"]["tulis"]]),
)


def umum_kolektif(data):
    """What a collective KP decree shares, from the frozen data of the first person."""
    bersama = {k: data[k] for k in BERSAMA if k in data}
    return bersama | {"judul": f"KEPUTUSAN {data['kop']['pejabat']}"}
