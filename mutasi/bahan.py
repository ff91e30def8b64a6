"""Bahan naskah mutasi: data beku SK penempatan, surat-surat langkahnya, dan surat perintah Plt/Plh.

Keys of ``data_penempatan`` (read by ``templates/naskah/penempatan.html``): ``kop``, ``judul``, ``tentang``, ``tempat``,
``penetap``, ``penandatangan``, ``tanda_tangan``, ``peraturan``, the parts of ``BAGIAN``; ``pegawai`` (``identitas``)
with pangkat and golongan; ``lama`` and ``baru`` {jabatan, unit, opd}; ``tmt`` {iso, tulis}, empty texts while the
pelantikan gives it; ``jenis``; ``dilantik``.
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
    jabatan_unit,
    kop_bupati,
    kop_kantor,
    penanda_tangan,
    peraturan,
    surat,
)
from layanan.katalog import BagianNaskah, sebut_peraturan

MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "PerBKN 5/2019")
BAGIAN = (
    BagianNaskah(
        "menimbang", "Menimbang", bentuk="daftar",
        bawaan="bahwa untuk kepentingan dinas dipandang perlu menempatkan pegawai yang namanya tersebut dalam keputusan ini;",
    ),
    BagianNaskah(
        "mengingat", "Mengingat", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT,
        keterangan="Titik koma di akhir tiap butir dicetak sendiri.",
    ),
    BagianNaskah("menetapkan", "Menetapkan", "Pegawai yang namanya tersebut di bawah ini:"),
    BagianNaskah(
        "diktum", "Diktum", bentuk="diktum",
        bawaan="{% if d.dilantik %}Terhitung mulai tanggal pelantikan{% else %}Terhitung mulai tanggal {{ d.tmt.tulis }}"
        "{% endif %} dipindahkan dari {{ d.lama.jabatan }} pada {{ d.lama.unit }} dan ditempatkan sebagai "
        "{{ d.baru.jabatan }} pada {{ d.baru.unit }}, {{ d.baru.opd }}.\n"
        "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana "
        "mestinya.",
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
)  # fmt: skip
NAMA = (
    *NAMA_PEGAWAI,
    ("pegawai.pangkat", "Penata"), ("pegawai.golongan", "III/c"), ("lama.jabatan", "Penelaah Teknis Kebijakan"),
    ("lama.unit", "Bidang Perumahan"), ("lama.opd", "Dinas Perumahan Rakyat dan Kawasan Permukiman"),
    ("baru.jabatan", "Kepala Subbidang Mutasi"), ("baru.unit", "Subbidang Mutasi"),
    ("baru.opd", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"), ("tmt.tulis", "1 Desember 2026"),
    ("tmt.iso", "2026-12-01"), ("dilantik", True), ("jenis", "Mutasi antarperangkat daerah"),
    ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip
KOSONG = {"iso": "", "tulis": BELUM}


def tanda(layanan, konteks, kepada=None):
    """(address, signature block) of the office that signs, or of ``kepada``, today."""
    kini = timezone.localdate()
    alamat = rute.pejabat(kepada or katalog.penandatangan(""), layanan, konteks, konteks.acuan, kini)
    return penanda_tangan(alamat, kini)


def pegawai(profil):
    """``identitas`` with pangkat and golongan."""
    return identitas(profil) | {"pangkat": profil.pangkat or "", "golongan": profil.golongan or ""}


def data_penempatan(layanan, konteks, *, jenis, dilantik):
    """Every value of the petikan of a placement, JSON-able."""
    p, acuan, kini = konteks.profil, konteks.acuan, timezone.localdate()
    blok, kop = tanda(layanan, konteks), kop_bupati(acuan, kini)
    tujuan = konteks.lain.get("tujuan") or {}
    data = {
        "kop": kop, "judul": f"PETIKAN KEPUTUSAN {kop['pejabat']}", "tentang": "PENEMPATAN DALAM JABATAN",
        "tempat": acuan.setelan("kop_tempat", kini), "penetap": blok["jabatan"], "penandatangan": blok["nama"],
        "tanda_tangan": blok, "peraturan": peraturan(*MENGINGAT), "pegawai": pegawai(p), "jenis": jenis,
        "lama": {"jabatan": p.jabatan or "-", "unit": p.unit or "-", "opd": p.opd or p.unit or "-"},
        "baru": {"jabatan": tujuan.get("nama", ""), "unit": tujuan.get("unit", ""), "opd": tujuan.get("opd", "")},
        "tmt": KOSONG if dilantik else hari(konteks.tanggal), "dilantik": dilantik,
    }  # fmt: skip
    return templat.lengkapi(layanan.naskah, data, acuan, kini)


# ── collective decree ────────────────────────────────────────────────────────────────────────────────

BERSAMA = ("kop", "tentang", "tempat", "penetap", "penandatangan", "tanda_tangan", "mengingat", "tembusan")
BAGIAN_KOLEKTIF = (
    BagianNaskah(
        "menimbang", "Menimbang", bentuk="daftar",
        bawaan="bahwa untuk kepentingan dinas dipandang perlu menempatkan pegawai yang namanya tersebut dalam lampiran "
        "keputusan ini;",
        keterangan="Mengingat dan tembusan mengikuti templat petikannya.",
    ),
    BagianNaskah(
        "diktum", "Diktum", bentuk="diktum",
        bawaan="Pegawai yang namanya tersebut dalam lajur 2 lampiran keputusan ini dipindahkan dari jabatan dalam lajur 3 "
        "dan ditempatkan pada jabatan dalam lajur 4, terhitung mulai tanggal tersebut dalam lajur 5.\n"
        "Petikan keputusan ini diberikan kepada yang bersangkutan untuk diketahui dan dipergunakan sebagaimana mestinya.",
        keterangan="Lajur adalah nomor kolom lampiran: 2 nama, 3 jabatan lama, 4 jabatan baru, 5 TMT.",
    ),
)  # fmt: skip
NAMA_KOLEKTIF = (
    ("kop.pejabat", "BUPATI LAMONGAN"), ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"), ("banyak_orang", "12"),
)  # fmt: skip
KOLOM_KOLEKTIF = (
    (
        "Nama, NIP, pangkat",
        lambda d: [
            d["pegawai"]["nama"],
            nip(d["pegawai"]["nip"]),
            f"{d['pegawai']['pangkat']}, {d['pegawai']['golongan']}",
        ],
    ),
    ("Jabatan lama", lambda d: [d["lama"]["jabatan"], d["lama"]["unit"]]),
    ("Jabatan baru", lambda d: [d["baru"]["jabatan"], d["baru"]["unit"]]),
    ("TMT", lambda d: ["tanggal pelantikan" if d["dilantik"] else d["tmt"]["tulis"]]),
)


def umum_kolektif(data):
    """What a collective decree of placement shares, from the frozen data of the first person."""
    bersama = {k: data[k] for k in BERSAMA if k in data}
    return bersama | {"judul": f"KEPUTUSAN {data['kop']['pejabat']}"}


# ── letters of the steps ─────────────────────────────────────────────────────────────────────────────


def _rincian(konteks, *, berlaku=False):
    """Who it is about; once the move is ``berlaku`` his profile holds the new post, and there is only one to name."""
    p, tujuan = konteks.profil, konteks.lain.get("tujuan") or {}
    baru = jabatan_unit(tujuan.get("nama"), tujuan.get("unit"))
    jabatan = [("Jabatan lama", jabatan_unit(p.jabatan, p.unit)), ("Jabatan baru", baru)]
    return [
        ("Nama", p.nama_lengkap), ("NIP", nip(p.nip) if p.nip else "-"),
        ("Pangkat, golongan", f"{p.pangkat or '-'}, {p.golongan or '-'}"),
        *([("Jabatan", baru)] if berlaku else jabatan),
    ]  # fmt: skip


def _surat(layanan, konteks, perihal, kepada_tanda, **isi):
    kini, acuan = timezone.localdate(), konteks.acuan
    opd = isi.pop("opd", None)
    return surat(
        perihal, kop=kop_kantor(acuan, kini, opd), tempat=acuan.setelan("kop_tempat", kini),
        tanda_tangan=tanda(layanan, konteks, kepada_tanda), **isi,
    )  # fmt: skip


KABAN = katalog.jabatan("KEPALA-BKPSDM")
SPMJ = "Surat Pernyataan Masih Menduduki Jabatan"
PENUTUP_PERNYATAAN = "Demikian surat pernyataan ini dibuat dengan sesungguhnya."


def nota_dinas(layanan, konteks, jenis):
    """To the Sekda: what is proposed, and what the telaah found."""
    hasil = [f"{s.kode}: {h.kalimat}" for s, h in layanan.periksa(konteks) if h.jawaban != katalog.YA]
    isi = [f"Bersama ini disampaikan telaah penempatan ({jenis}) bagi pegawai berikut."]
    penutup = "Mohon pertimbangan dan persetujuan."
    temuan = [("Telaah", "semua syarat terpenuhi" if not hasil else "; ".join(hasil))]
    return _surat(layanan, konteks, "Nota Dinas Penempatan Pegawai", KABAN, kepada=["Sekretaris Daerah", "di Lamongan"],
                  isi=isi, rincian=_rincian(konteks) + temuan, penutup=penutup)  # fmt: skip


def berita_acara_tpk(layanan, konteks, jawab):
    """Berita acara of the Tim Penilai Kinerja."""
    hasil = {"direkomendasikan": "direkomendasikan", "tidak": "tidak direkomendasikan"}.get(jawab.get("hasil"), "")
    isi = [
        (
            f"Pada tanggal {_tulis(jawab.get('tanggal_sidang'))} Tim Penilai Kinerja PNS Kabupaten Lamongan, dihadiri "
            f"{jawab.get('anggota_hadir')} anggota, memberikan pertimbangan atas pengangkatan pegawai berikut."
        )
    ]
    rincian = [*_rincian(konteks), ("Pertimbangan", jawab.get("pertimbangan", "")), ("Hasil", hasil)]
    return _surat(layanan, konteks, "Berita Acara Sidang Tim Penilai Kinerja", katalog.jabatan("SEKDA"), isi=isi,
                  rincian=rincian, opd="Sekretariat Daerah")  # fmt: skip


def _tulis(iso):
    return tulis_tanggal(date.fromisoformat(iso)) if iso else BELUM


def berita_acara_sumpah(layanan, konteks, jawab):
    """Berita acara of the oath of office, with rohaniwan and witnesses."""
    saksi = {k.nip: k for k in ProfilKini.objects.select_related("golongan").filter(
        nip__in=[jawab.get("saksi_1", ""), jawab.get("saksi_2", "")])}  # fmt: skip
    saksi_nama = [_saksi(as_, saksi.get(jawab.get(k))) for as_, k in (("Saksi I", "saksi_1"), ("Saksi II", "saksi_2"))]
    isi = [
        (
            f"Pada tanggal {_tulis(jawab.get('tanggal_pelantikan'))} bertempat di {jawab.get('tempat')}, telah diambil "
            f"sumpah/janji jabatan pegawai berikut, didampingi rohaniwan {jawab.get('rohaniwan')}."
        )
    ]
    p = konteks.profil
    penanda = [("Yang bersumpah/berjanji", p.nama_lengkap, p.nip or ""), ("Rohaniwan", jawab.get("rohaniwan") or "", ""),
               *saksi_nama]  # fmt: skip
    return _surat(layanan, konteks, "Berita Acara Pengambilan Sumpah/Janji Jabatan", KABAN, isi=isi,
                  rincian=_rincian(konteks), penanda=penanda)  # fmt: skip


def _saksi(sebagai, kini):
    if kini is None:
        return (sebagai, "", "")
    return (f"{sebagai} ({kini.golongan_id})" if kini.golongan_id else sebagai, kini.nama_lengkap, kini.nip or "")


def pernyataan_pelantikan(layanan, konteks):
    """Surat pernyataan pelantikan (SPP)."""
    lantik = konteks.langkah.get("pelantikan", {}).get("tanggal_pelantikan")
    isi = [f"Menyatakan dengan sesungguhnya bahwa pegawai berikut telah dilantik pada tanggal {_tulis(lantik)}."]
    return _surat(layanan, konteks, "Surat Pernyataan Pelantikan", KABAN, isi=isi, rincian=_rincian(konteks, berlaku=True), penutup=PENUTUP_PERNYATAAN)  # fmt: skip


def spmt(layanan, konteks, jawab):
    """Surat pernyataan melaksanakan tugas (SPMT) of the OPD tujuan."""
    tujuan = konteks.lain.get("tujuan") or {}
    isi = [
        (
            "Menyatakan dengan sesungguhnya bahwa pegawai berikut telah melaksanakan tugas sejak tanggal "
            f"{_tulis(jawab.get('tanggal_spmt'))}."
        )
    ]
    return _surat(layanan, konteks, "Surat Pernyataan Melaksanakan Tugas", katalog.Alamat("kantor", "opd_tujuan"),
                  isi=isi, rincian=_rincian(konteks, berlaku=True), penutup=PENUTUP_PERNYATAAN, opd=tujuan.get("opd") or None, tembusan=["Bupati Lamongan melalui Kepala BKPSDM", "Kepala BPKAD Kabupaten Lamongan", "Yang bersangkutan"])  # fmt: skip


def spmj(layanan, konteks):
    """Surat pernyataan masih menduduki jabatan (SPMJ) of the OPD tujuan, after the SPMT of one who was sworn in."""
    tujuan, jawab = konteks.lain.get("tujuan") or {}, konteks.langkah
    lantik = (jawab.get("pelantikan") or {}).get("tanggal_pelantikan")
    tugas = (jawab.get("spmt") or {}).get("tanggal_spmt")
    isi = [
        (
            f"Menyatakan dengan sesungguhnya bahwa pegawai berikut, yang dilantik pada tanggal {_tulis(lantik)} dan "
            f"melaksanakan tugas sejak tanggal {_tulis(tugas)}, masih menduduki jabatan {tujuan.get('nama', '')}."
        )
    ]
    return _surat(layanan, konteks, SPMJ, katalog.Alamat("kantor", "opd_tujuan"), isi=isi,
                  rincian=_rincian(konteks, berlaku=True), opd=tujuan.get("opd") or None, penutup=PENUTUP_PERNYATAAN)  # fmt: skip


def minta_persetujuan(layanan, konteks):
    """To the PPK asal of a mutasi masuk: asks for his consent."""
    isian, tujuan = konteks.isian, konteks.lain.get("tujuan") or {}
    isi = [
        (
            f"Pemerintah Kabupaten Lamongan memerlukan pegawai pada jabatan {tujuan.get('nama', '')}, {tujuan.get('unit', '')}. "
            "Mohon persetujuan Saudara atas mutasi pegawai berikut."
        )
    ]
    return _surat(layanan, konteks, "Permintaan Persetujuan Mutasi", KABAN, isi=isi, rincian=_rincian(konteks),
                  kepada=["Pejabat Pembina Kepegawaian", isian.get("instansi_lain") or ""])  # fmt: skip
