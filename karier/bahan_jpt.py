"""Bahan naskah pengangkatan JPT: data beku SK (kunci ``templates/naskah/penempatan.html``) dan surat langkahnya."""

from datetime import date

from django.utils import timezone

from karier.aturan.seleksi import TIGA
from karier.seleksi.penilaian import SLUG
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import NaskahPegawai
from kepegawaian.templatetags.portal import nip
from layanan import katalog, rute, templat
from layanan.bahan_naskah import (
    BELUM,
    NAMA_PEGAWAI,
    identitas,
    jabatan_unit,
    kop_bupati,
    kop_kantor,
    penanda_tangan,
    peraturan,
    surat,
)
from layanan.katalog import BagianNaskah, sebut_peraturan

MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "PermenPANRB 15/2019")
KABAN = katalog.jabatan("KEPALA-BKPSDM")
PENUTUP = "Demikian surat pernyataan ini dibuat dengan sesungguhnya."
BAGIAN = (
    BagianNaskah(
        "menimbang", "Menimbang", bentuk="daftar",
        bawaan="bahwa untuk mengisi jabatan pimpinan tinggi pratama dipandang perlu mengangkat pegawai negeri sipil yang "
        "namanya tersebut dalam keputusan ini;\n"
        "{% if d.dasar %}bahwa pegawai negeri sipil tersebut {{ d.dasar }} dan memenuhi syarat untuk diangkat;{% endif %}",
    ),
    BagianNaskah(
        "mengingat", "Mengingat", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT,
        keterangan="Titik koma di akhir tiap butir dicetak sendiri.",
    ),
    BagianNaskah("menetapkan", "Menetapkan", "Pegawai negeri sipil yang namanya tersebut di bawah ini:"),
    BagianNaskah(
        "diktum", "Diktum", bentuk="diktum",
        bawaan="Terhitung mulai tanggal pelantikan diangkat dalam jabatan pimpinan tinggi pratama sebagai "
        "{{ d.baru.jabatan }}{% if d.baru.pada %} pada {{ d.baru.pada }}{% endif %}.\n"
        "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana "
        "mestinya.",
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
)  # fmt: skip
NAMA = (
    *NAMA_PEGAWAI,
    ("pegawai.pangkat", "Pembina"), ("pegawai.golongan", "IV/a"), ("lama.jabatan", "Sekretaris Dinas Kesehatan"),
    ("lama.unit", "Sekretariat"), ("baru.jabatan", "Kepala Dinas Kesehatan"), ("baru.unit", "Dinas Kesehatan"),
    ("baru.opd", "Dinas Kesehatan"), ("baru.pada", "Sekretariat Daerah"),
    ("dasar", "dipilih Pejabat Pembina Kepegawaian dari tiga calon terbaik Seleksi terbuka Kepala Dinas Kesehatan"),
    ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip


def _tanda(layanan, konteks, kepada):
    kini = timezone.localdate()
    return penanda_tangan(rute.pejabat(kepada, layanan, konteks, konteks.acuan, kini), kini)


def _baru(konteks):
    jabatan, unit = konteks.lain["jabatan"], konteks.acuan.unit
    satu = unit.get(jabatan.unit_id)
    opd = unit.get(satu.opd_id) if satu else None
    nama = opd.nama if opd else ""
    pada = "" if nama.lower() in jabatan.nama.lower() else nama  # Kepala Dinas Kesehatan says where by itself
    return {"jabatan": jabatan.nama, "unit": satu.nama if satu else "", "opd": nama, "pada": pada}


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
        "tmt": {"iso": "", "tulis": BELUM}, "dasar": _dasar(konteks),
    }  # fmt: skip
    return templat.lengkapi(layanan.naskah, data, acuan, kini)


def _dasar(konteks):
    """Why it is he, as the decree says it: the choice of the PPK, and the recommendation."""
    pelamar, jawab = konteks.lain.get("pelamar"), konteks.langkah.get("rekomendasi") or {}
    if pelamar is None:
        teks = "berasal dari kelompok rencana suksesi instansi"
    else:
        lo = pelamar.lowongan
        teks = (
            f"dipilih Pejabat Pembina Kepegawaian dari tiga calon terbaik {lo.seleksi.nama} dengan surat nomor "
            f"{lo.nomor_pilihan} tanggal {tulis_tanggal(lo.tanggal_pilihan)}"
        )
    if jawab.get("nomor_rekomendasi"):
        teks += f", memperoleh rekomendasi nomor {jawab['nomor_rekomendasi']}"
        teks += f" tanggal {_tulis(jawab.get('tanggal_rekomendasi'))}"
    return teks


def _surat(layanan, konteks, perihal, kepada_tanda=KABAN, opd=None, **isi):
    kini, acuan = timezone.localdate(), konteks.acuan
    return surat(
        perihal, kop=kop_kantor(acuan, kini, opd), tempat=acuan.setelan("kop_tempat", kini),
        tanda_tangan=_tanda(layanan, konteks, kepada_tanda), **isi,
    )  # fmt: skip


def _orang(konteks, *, dilantik=False):
    """Who it is about; once ``dilantik`` his profile holds the new post, and there is only one to name."""
    p, baru = konteks.profil, _baru(konteks)["jabatan"]
    jabatan = [("Jabatan lama", jabatan_unit(p.jabatan, p.unit)), ("Jabatan baru", baru)]
    return [
        ("Nama", p.nama_lengkap), ("NIP", nip(p.nip) if p.nip else "-"),
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
    surat_ppk = lo.seleksi.surat
    lewat = f" dengan surat nomor {surat_ppk.nomor} tanggal {tulis_tanggal(surat_ppk.tanggal)}" if surat_ppk else ""
    isi = [
        (
            f"Panitia {lo.seleksi.nama} telah menyampaikan tiga calon terbaik bagi {lo.jabatan.nama} kepada Pejabat "
            f"Pembina Kepegawaian{lewat}. Pejabat Pembina Kepegawaian memilih calon tersebut di bawah dengan surat nomor "
            f"{lo.nomor_pilihan} tanggal {tulis_tanggal(lo.tanggal_pilihan)}."
        )
    ]
    tiga = lo.pelamar.filter(peringkat__lte=TIGA).select_related("pegawai__kini").order_by("peringkat")
    nama = [(f"Calon {p.peringkat}", f"{p.pegawai.kini.nama_lengkap}, nilai akhir {_angka(p.total)}") for p in tiga]
    panitia = [(p.get_peran_display(), p.nama, "") for p in lo.seleksi.pansel.all()]
    return _surat(
        layanan,
        konteks,
        judul,
        isi=isi,
        rincian=[*nama, ("Dipilih PPK", konteks.profil.nama_lengkap)],
        penanda=panitia,
    )


def _angka(nilai):
    return f"{nilai:.2f}".replace(".", ",")


def _tulis(iso):
    return tulis_tanggal(date.fromisoformat(iso)) if iso else BELUM


def berita_acara_sumpah(layanan, konteks, jawab):
    """The oath of office, taken by the PPK."""
    ppk = _tanda(layanan, konteks, katalog.penandatangan(""))["jabatan"]
    isi = [
        (
            f"Pada tanggal {_tulis(jawab.get('tanggal_pelantikan'))} bertempat di {jawab.get('tempat')}, "
            f"{ppk} mengambil sumpah/janji jabatan pegawai berikut, didampingi rohaniwan {jawab.get('rohaniwan')}."
        )
    ]
    penanda = [
        ("Yang bersumpah/berjanji", konteks.profil.nama_lengkap, konteks.profil.nip or ""),
        ("Rohaniwan", jawab.get("rohaniwan") or "", ""),
        ("Saksi I", jawab.get("saksi_1") or "", ""), ("Saksi II", jawab.get("saksi_2") or "", ""),
    ]  # fmt: skip
    return _surat(layanan, konteks, "Berita Acara Pengambilan Sumpah/Janji Jabatan", katalog.penandatangan(""), isi=isi,
                  rincian=_orang(konteks), penanda=penanda)  # fmt: skip


def pernyataan(layanan, konteks):
    """Surat pernyataan pelantikan."""
    isi = [
        f"Menyatakan dengan sesungguhnya bahwa pegawai berikut{_sk(konteks)} telah dilantik pada tanggal {_lantik(konteks)}."
    ]
    return _surat(
        layanan,
        konteks,
        "Surat Pernyataan Pelantikan",
        isi=isi,
        rincian=_orang(konteks, dilantik=True),
        penutup=PENUTUP,
    )


def spmt(layanan, konteks, jawab):
    """Surat pernyataan melaksanakan tugas, of the Sekda; of the Sekda himself, of the Bupati."""
    isi = [
        (
            f"Menyatakan dengan sesungguhnya bahwa pegawai berikut{_sk(konteks)} yang dilantik pada tanggal "
            f"{_lantik(konteks)}, telah melaksanakan tugas sejak tanggal {_tulis(jawab.get('tanggal_spmt'))}."
        )
    ]
    return _surat(layanan, konteks, "Surat Pernyataan Melaksanakan Tugas", katalog.Alamat("kantor", "atasan_jpt"),
                  opd="Sekretariat Daerah", isi=isi, rincian=_orang(konteks, dilantik=True), penutup=PENUTUP,
                  tembusan=["Kepala BPKAD Kabupaten Lamongan", "Yang bersangkutan"])  # fmt: skip


def _lantik(konteks):
    return _tulis((konteks.langkah.get("pelantikan") or {}).get("tanggal_pelantikan"))


def sk_berlaku(konteks):
    """The signed decree of the appointment, or None."""
    np = NaskahPegawai.objects.select_related("naskah").filter(
        pegawai_id=konteks.profil.pegawai_id, data__layanan=SLUG, naskah__jenis="sk", naskah__tahap="ditandatangani",
        naskah__status="berlaku",
    ).order_by("-pk").first()  # fmt: skip
    return np.naskah if np else None


def _sk(konteks):
    """``, berdasarkan Keputusan Bupati … nomor … tanggal …,``: the decree that made him; "" while there is none."""
    sk = sk_berlaku(konteks)
    return f", berdasarkan Keputusan {sk.penetap} nomor {sk.nomor} tanggal {tulis_tanggal(sk.tanggal)}," if sk else ""
