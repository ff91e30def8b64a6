"""Bahan naskah pengangkatan JPT: data beku SK (kunci ``templates/naskah/penempatan.html``) dan surat langkahnya."""

from datetime import date

from django.utils import timezone

from karier.aturan.seleksi import TIGA
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.templatetags.portal import nip
from layanan import katalog, rute, templat
from layanan.bahan_naskah import (
    BELUM,
    NAMA_PEGAWAI,
    identitas,
    kop_bupati,
    kop_kantor,
    penanda_tangan,
    peraturan,
    surat,
)
from layanan.katalog import BagianNaskah, sebut_peraturan

MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "PermenPANRB 15/2019")
KABAN = katalog.jabatan("KEPALA-BKPSDM")
BAGIAN = (
    BagianNaskah(
        "menimbang", "Menimbang", bentuk="daftar",
        bawaan="bahwa untuk mengisi jabatan pimpinan tinggi pratama dipandang perlu mengangkat pegawai negeri sipil yang "
        "namanya tersebut dalam keputusan ini;",
    ),
    BagianNaskah(
        "mengingat", "Mengingat", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT,
        keterangan="Titik koma di akhir tiap butir dicetak sendiri.",
    ),
    BagianNaskah("menetapkan", "Menetapkan", "Pegawai negeri sipil yang namanya tersebut di bawah ini:"),
    BagianNaskah(
        "diktum", "Diktum", bentuk="diktum",
        bawaan="Terhitung mulai tanggal pelantikan diangkat dalam jabatan pimpinan tinggi pratama sebagai "
        "{{ d.baru.jabatan }} pada {{ d.baru.opd }}.\n"
        "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana "
        "mestinya.",
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
)  # fmt: skip
NAMA = (
    *NAMA_PEGAWAI,
    ("pegawai.pangkat", "Pembina"), ("pegawai.golongan", "IV/a"), ("lama.jabatan", "Sekretaris Dinas Kesehatan"),
    ("lama.unit", "Sekretariat"), ("baru.jabatan", "Kepala Dinas Kesehatan"), ("baru.unit", "Dinas Kesehatan"),
    ("baru.opd", "Dinas Kesehatan"), ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip


def _tanda(layanan, konteks, kepada):
    kini = timezone.localdate()
    return penanda_tangan(rute.pejabat(kepada, layanan, konteks, konteks.acuan, kini), kini)


def _baru(konteks):
    jabatan, unit = konteks.lain["jabatan"], konteks.acuan.unit
    satu = unit.get(jabatan.unit_id)
    opd = unit.get(satu.opd_id) if satu else None
    return {"jabatan": jabatan.nama, "unit": satu.nama if satu else "", "opd": opd.nama if opd else ""}


def data_sk(layanan, konteks):
    """Every value of the petikan, JSON-able."""
    p, acuan, kini = konteks.profil, konteks.acuan, timezone.localdate()
    blok, kop = _tanda(layanan, konteks, katalog.penandatangan("")), kop_bupati(acuan, kini)
    data = {
        "kop": kop, "judul": f"PETIKAN KEPUTUSAN {kop['pejabat']}",
        "tentang": "PENGANGKATAN DALAM JABATAN PIMPINAN TINGGI PRATAMA", "tempat": acuan.setelan("kop_tempat", kini),
        "penetap": blok["jabatan"], "penandatangan": blok["nama"], "tanda_tangan": blok,
        "peraturan": peraturan(*MENGINGAT),
        "pegawai": identitas(p) | {"pangkat": p.pangkat or "", "golongan": p.golongan or ""},
        "lama": {"jabatan": p.jabatan or "-", "unit": p.unit or "-"}, "baru": _baru(konteks),
        "tmt": {"iso": "", "tulis": BELUM},
    }  # fmt: skip
    return templat.lengkapi(layanan.naskah, data, acuan, kini)


def _surat(layanan, konteks, perihal, **isi):
    kini, acuan = timezone.localdate(), konteks.acuan
    return surat(
        perihal, kop=kop_kantor(acuan, kini, None), tempat=acuan.setelan("kop_tempat", kini),
        tanda_tangan=_tanda(layanan, konteks, KABAN), **isi,
    )  # fmt: skip


def _orang(konteks, *, dilantik=False):
    """Who it is about; once ``dilantik`` his profile holds the new post, and there is only one to name."""
    p, baru = konteks.profil, _baru(konteks)["jabatan"]
    jabatan = [("Jabatan lama", f"{p.jabatan or '-'}, {p.unit or '-'}"), ("Jabatan baru", baru)]
    return [
        ("Nama", p.nama_lengkap), ("NIP", nip(p.nip) or "-"),
        ("Pangkat, golongan", f"{p.pangkat or '-'}, {p.golongan or '-'}"),
        *([("Jabatan", baru)] if dilantik else jabatan),
    ]  # fmt: skip


def berita_acara_hasil(layanan, konteks):
    """The three names in order with their totals and whom the PPK chose; from the talent pool, him alone."""
    pelamar, judul = konteks.lain.get("pelamar"), "Berita Acara Hasil Pengisian JPT Pratama"
    if pelamar is None:
        isi = [
            "Jabatan berikut diisi dari talent pool manajemen talenta tanpa seleksi terbuka (PP 11/2017 Pasal 134)."
        ]
        return _surat(layanan, konteks, judul, isi=isi, rincian=_orang(konteks))
    lo = pelamar.lowongan
    isi = [
        (
            f"Panitia seleksi pada “{lo.seleksi.nama}” menyampaikan tiga calon terbaik bagi {lo.jabatan.nama} kepada Pejabat Pembina "
            f"Kepegawaian, yang memilih calon tersebut di bawah dengan surat {lo.nomor_pilihan} tanggal "
            f"{tulis_tanggal(lo.tanggal_pilihan)}."
        )
    ]
    tiga = lo.pelamar.filter(peringkat__lte=TIGA).select_related("pegawai__kini").order_by("peringkat")
    nama = [(f"Calon {p.peringkat}", f"{p.pegawai.kini.nama_lengkap}, nilai akhir {_angka(p.total)}") for p in tiga]
    panitia = [(p.get_peran_display(), str(p)) for p in lo.seleksi.pansel.all()]
    return _surat(
        layanan, konteks, judul, isi=isi, rincian=[*nama, ("Dipilih PPK", konteks.profil.nama_lengkap), *panitia]
    )


def _angka(nilai):
    return f"{nilai:.2f}".replace(".", ",")


def _tulis(iso):
    return tulis_tanggal(date.fromisoformat(iso)) if iso else BELUM


def berita_acara_sumpah(layanan, konteks, jawab):
    """The oath of office."""
    isi = [
        (
            f"Pada tanggal {_tulis(jawab.get('tanggal_pelantikan'))} bertempat di {jawab.get('tempat')}, telah diambil "
            f"sumpah/janji jabatan pegawai berikut, didampingi rohaniwan {jawab.get('rohaniwan')}."
        )
    ]
    saksi = [("Saksi I", jawab.get("saksi_1") or "-"), ("Saksi II", jawab.get("saksi_2") or "-")]
    return _surat(
        layanan, konteks, "Berita Acara Pengambilan Sumpah/Janji Jabatan", isi=isi, rincian=[*_orang(konteks), *saksi]
    )


def pernyataan(layanan, konteks):
    """Surat pernyataan pelantikan."""
    hari = (konteks.langkah.get("pelantikan") or {}).get("tanggal_pelantikan")
    isi = [
        f"Yang bertanda tangan di bawah ini menyatakan bahwa pegawai berikut telah dilantik pada tanggal {_tulis(hari)}."
    ]
    return _surat(layanan, konteks, "Surat Pernyataan Pelantikan", kepada=["Yang bersangkutan"], isi=isi,
                  rincian=_orang(konteks, dilantik=True), penutup="Demikian surat pernyataan ini dibuat dengan sesungguhnya.")  # fmt: skip
