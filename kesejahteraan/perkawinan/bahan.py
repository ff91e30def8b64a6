"""Bahan naskah perkawinan dan perceraian: keputusan, surat keterangan, berita acara, nota dinas, memo pembagian gaji.

Keys of a decision (``templates/naskah/keputusan_pegawai.html``, ``surat_keterangan.html``): as ``layanan.bahan_keputusan``,
besides ``rahasia`` True, ``hasil`` izin | tolak | keterangan, ``pasangan`` {nama, sebutan}, ``perkara`` {alasan, tolak, …}.
Letters: as ``layanan.bahan_naskah.surat``.
"""

from datetime import date

from django.utils import timezone

from kepegawaian.aturan import tulis_rupiah, tulis_tanggal
from kepegawaian.templatetags.portal import nip
from kesejahteraan.perkawinan import aturan, pembagian
from kesejahteraan.perkawinan.forms import HADIR
from layanan import bahan_keputusan, bahan_naskah as bahan, katalog, rute, templat
from layanan.katalog import BagianNaskah, TemplatNaskah, sebut_peraturan

POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
KLASIFIKASI = "474.2"
MENGINGAT = ("UU 1/1974", "PP 9/1975", "PP 10/1983", "PP 45/1990")
KABAN, ATASAN, STAF = katalog.jabatan("KEPALA-BKPSDM"), katalog.atasan_langsung, katalog.jabatan("KEPALA-SUB42")
NAMA = (
    *bahan_keputusan.NAMA, ("hasil", "izin"), ("pasangan.nama", "Budi Santoso"), ("pasangan.sebutan", "suami"),
    ("perkara.alasan", "perselisihan terus-menerus tanpa harapan hidup rukun lagi"), ("perkara.tolak", "alasannya tidak terbukti"),
    ("perkara.nomor", "123/Pdt.G/2026/PA.Lmg"), ("perkara.pengadilan", "Pengadilan Agama Lamongan"),
)  # fmt: skip


def surat_langkah(judul, templat_="naskah/surat.html", jenis="surat"):
    """How the own letter of a step is printed."""
    return TemplatNaskah(jenis, templat_, "800", judul, POLA)


def berita_acara(judul):
    """The same for a berita acara."""
    return surat_langkah(judul, "naskah/berita_acara.html", "berita_acara")


def templat_keputusan(judul, apa, diktum):
    """The decision on a permit; ``apa``: what is asked ("melakukan perceraian")."""
    return TemplatNaskah(
        jenis="sk", templat="naskah/keputusan_pegawai.html", klasifikasi=KLASIFIKASI, judul=judul, pola_nomor=POLA, nama=NAMA,
        bagian=(
            BagianNaskah(
                "menimbang", "Menimbang", bentuk="daftar",
                bawaan=f"bahwa yang namanya tersebut dalam keputusan ini mengajukan permohonan izin {apa} dengan alasan "
                "{{ d.perkara.alasan }};\nbahwa telah dilakukan pemanggilan, nasihat, dan pemeriksaan atas permohonan itu;\n"
                '{% if d.hasil == "tolak" %}bahwa permohonan itu tidak dapat dikabulkan karena {{ d.perkara.tolak }};'
                "{% else %}bahwa permohonan itu memenuhi ketentuan peraturan perundang-undangan;{% endif %}",
            ),
            BagianNaskah("mengingat", "Mengingat", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT,
                         keterangan="Titik koma di akhir tiap butir dicetak sendiri."),
            BagianNaskah("diktum", "Diktum", diktum, "diktum"),
            BagianNaskah("tembusan", "Tembusan", "Yang bersangkutan", "daftar"),
        ),
    )  # fmt: skip


TEMPLAT_KETERANGAN = TemplatNaskah(
    jenis="surat", templat="naskah/surat_keterangan.html", klasifikasi=KLASIFIKASI,
    judul="Surat Keterangan untuk Melakukan Perceraian", pola_nomor=POLA, nama=NAMA,
    bagian=(
        BagianNaskah("pembuka", "Pembuka", "Yang bertanda tangan di bawah ini menerangkan bahwa:"),
        BagianNaskah(
            "isi_keterangan", "Isi",
            "telah memberitahukan gugatan perceraian nomor {{ d.perkara.nomor }} pada {{ d.perkara.pengadilan }} yang diajukan "
            "{{ d.pasangan.sebutan }}nya, {{ d.pasangan.nama }}. Terhadap yang bersangkutan telah dilakukan upaya merukunkan "
            "kembali menurut Peraturan Pemerintah Nomor 10 Tahun 1983 jo. Peraturan Pemerintah Nomor 45 Tahun 1990.",
        ),
        BagianNaskah("penutup", "Penutup", "Demikian surat keterangan ini dibuat untuk dipergunakan sebagaimana mestinya."),
        BagianNaskah("tembusan", "Tembusan", "Yang bersangkutan", "daftar"),
    ),
)  # fmt: skip


def pasangan(konteks):
    """{nama, sebutan} of the spouse the case is about, divorced since or not; "-" while none is chosen."""
    satu = next((t for t in konteks.profil.tanggungan if t.anggota == konteks.isian.get("anggota")), None)
    return {
        "nama": satu.nama if satu else konteks.lain.get("bekas") or "-",
        "sebutan": "suami" if konteks.profil.jenis_kelamin == "P" else "istri",
    }


def sebut_alasan(konteks, pilihan, kunci):
    """The chosen grounds as one phrase."""
    nama = {p[0]: p[1] for p in pilihan}
    return "; ".join(nama[x].lower() for x in konteks.isian.get(kunci) or () if x in nama) or "-"


def _tanda(layanan, konteks, kepada=None):
    """The signature block of today; whoever signs in place of the Bupati does so a.n. the Bupati."""
    kini = timezone.localdate()
    alamat = rute.pejabat(kepada or katalog.penandatangan(""), layanan, konteks, konteks.acuan, kini)
    if kepada is None and "kantor_luar" not in alamat and "rantai" not in alamat:
        alamat = alamat | {"rantai": ["Bupati"], "cara": ["", "an"]}
    return bahan.penanda_tangan(alamat, kini)


def putusan(layanan, konteks, *, tentang, perkara, hasil, rincian=(), calon=""):
    """Every value of the decision or statement, JSON-able; ``calon``: the bride a permit names instead of a spouse."""
    kini, acuan, p = timezone.localdate(), konteks.acuan, konteks.profil
    tanda, kop = _tanda(layanan, konteks), bahan.kop_bupati(acuan, kini)
    naskah = layanan.templat_naskah(konteks)
    surat = naskah.jenis == "surat"
    isi = {
        "kop": bahan.kop_kantor(acuan, kini, None) if surat else kop, "judul": f"KEPUTUSAN {kop['pejabat']}",
        "pejabat": kop["pejabat"], "perihal": naskah.judul, "tentang": tentang, "rahasia": True, "hasil": hasil,
        "tempat": acuan.setelan("kop_tempat", kini), "penetap": kop["pejabat"].title(), "penandatangan": tanda["nama"],
        "tanda_tangan": tanda, "tmt": bahan.hari(konteks.tanggal), "peraturan": bahan.peraturan(*MENGINGAT),
        "pegawai": bahan.identitas(p) | {"pangkat": p.pangkat or "", "golongan": p.golongan or ""},
        "pasangan": pasangan(konteks) | ({"nama": calon} if calon else {}), "perkara": {"alasan": "-", "tolak": "-", "nomor": "-", "pengadilan": "-"} | perkara,
        "rincian": [{"label": label, "isi": teks} for label, teks in rincian],
    }  # fmt: skip
    return templat.lengkapi(naskah, isi, acuan, kini)


# ── letters of the steps ─────────────────────────────────────────────────────────────────────────────


def _orang(konteks):
    p = konteks.profil
    return [
        ("Nama", p.nama_lengkap), ("NIP", nip(p.nip) if p.nip else "-"),
        ("Pangkat, golongan", f"{p.pangkat or '-'}, {p.golongan or '-'}"), ("Jabatan", bahan.jabatan_unit(p.jabatan, p.unit)),
    ]  # fmt: skip


def _surat(layanan, konteks, perihal, kepada_tanda, *, opd=None, **isi):
    kini, acuan = timezone.localdate(), konteks.acuan
    data = bahan.surat(
        perihal, kop=bahan.kop_kantor(acuan, kini, opd), tempat=acuan.setelan("kop_tempat", kini), sifat="Rahasia",
        tanda_tangan=_tanda(layanan, konteks, kepada_tanda), **isi,
    )  # fmt: skip
    return data | {"rahasia": layanan.rahasia}


def _hari(iso):
    return tulis_tanggal(date.fromisoformat(iso)) if iso else bahan.BELUM


def pembinaan(layanan, konteks, jawab, kepada, judul):
    """Berita acara of the superior's summons and advice."""
    hari = _hari(jawab.get("tanggal_panggilan"))
    perkara = layanan.sebutan_perkara
    isi = [f"Pada tanggal {hari} telah dipanggil dan diberi nasihat pegawai berikut sehubungan dengan {perkara}."]
    hasil = layanan.langkah("pembinaan").sebutan.get(jawab.get("hasil"), "")
    rincian = [*_orang(konteks), *_pihak(konteks), ("Yang hadir", dict(HADIR).get(jawab.get("hadir"), "")),
               ("Keterangan", jawab.get("uraian", "")), ("Hasil", hasil)]  # fmt: skip
    return _surat(layanan, konteks, judul, kepada, opd=konteks.profil.opd, isi=isi, rincian=rincian,
                  penanda=_penanda(konteks))  # fmt: skip


def _pihak(konteks):
    pihak = pasangan(konteks)
    return [] if pihak["nama"] == "-" else [(pihak["sebutan"].capitalize(), pihak["nama"])]


def _penanda(konteks):
    p, pihak = konteks.profil, pasangan(konteks)
    lain = [] if pihak["nama"] == "-" else [(pihak["sebutan"].capitalize(), pihak["nama"], "")]
    return [("Pemohon", p.nama_lengkap, p.nip or ""), *lain]


def rekomendasi(layanan, konteks, jawab):
    """The head of the OPD passes the request on with what he holds of it."""
    nama = dict(aturan.KEBERATAN)
    berat = "; ".join(nama[x] for x in jawab.get("keberatan") or () if x in nama) or "tidak ada"
    isi = [f"Bersama ini diteruskan {layanan.sebutan_perkara} pegawai berikut beserta berita acara pembinaannya."]
    rincian = [*_orang(konteks), ("Pertimbangan", jawab.get("pertimbangan", "")), ("Yang menghalangi", berat)]
    return _surat(layanan, konteks, "Rekomendasi Perangkat Daerah", katalog.kepala_opd, opd=konteks.profil.opd, isi=isi,
                  rincian=rincian, kepada=["Bupati Lamongan", "melalui Kepala BKPSDM", "di Lamongan"],
                  penutup="Demikian untuk menjadi bahan pertimbangan.")  # fmt: skip


def mediasi(layanan, konteks, kode, jawab):
    """Berita acara of one session of the Tim."""
    langkah = layanan.langkah(kode)
    isi = [
        f"Pada tanggal {_hari(jawab.get('tanggal_mediasi'))} Tim Penanganan Perceraian mempertemukan dan menasihati para pihak berikut."
    ]
    rincian = [*_orang(konteks), *_pihak(konteks), ("Yang hadir", dict(HADIR).get(jawab.get("hadir"), "")),
               ("Jalannya mediasi", jawab.get("uraian", "")), ("Hasil", langkah.sebutan.get(jawab.get("hasil"), ""))]  # fmt: skip
    return _surat(layanan, konteks, langkah.naskah.judul, STAF, isi=isi, rincian=rincian, penanda=_penanda(konteks))


def nota_dinas(layanan, konteks):
    """To whoever decides: what was asked, and what the examination found."""
    hasil = [f"{s.kode}: {h.kalimat}" for s, h in layanan.periksa(konteks) if h.jawaban != katalog.YA]
    rincian = [*_orang(konteks), ("Telaah", "semua syarat terpenuhi" if not hasil else "; ".join(hasil))]
    isi = [
        f"Bersama ini disampaikan telaah atas {layanan.sebutan_perkara} pegawai berikut beserta berita acara mediasinya."
    ]
    return _surat(layanan, konteks, "Nota Dinas", KABAN, isi=isi, rincian=rincian, penutup="Mohon keputusan.",
                  kepada=["Bupati Lamongan", "melalui Sekretaris Daerah", "di Lamongan"])  # fmt: skip


def memo_gaji(layanan, konteks, jawab):
    """To the bendahara gaji: the shares by the law, as information; whoever decides is the official."""
    hasil = hitung(konteks, jawab)
    siapa = {"pns": "PNS", "bekas_istri": "bekas istri", "anak": "anak"}
    rincian = [*_orang(konteks), ("Dasar", hasil.hasil.kalimat)]
    for b in hasil.bagian:
        nama = siapa[b.siapa] + (f", diterima {siapa[b.penerima]}" if b.siapa == "anak" else "")
        rincian.append((f"Bagian {nama}", f"{b.rumus} sebulan" if b.rupiah is not None else b.rumus))
    isi = [
        "Sehubungan dengan perceraian pegawai berikut, disampaikan pembagian gaji menurut PP 10/1983 Pasal 8 jo. PP 45/1990.",
        "Bagian bekas istri berakhir sejak ia kawin lagi.",
    ]
    penutup = "Perhitungan ini bahan pertimbangan; gaji tidak dipotong tanpa keputusan pejabat yang berwenang."
    return _surat(layanan, konteks, "Pembagian Gaji Sesudah Perceraian", KABAN, isi=isi, rincian=rincian, penutup=penutup,
                  kepada=["Bendahara Gaji", konteks.profil.opd or "-"])  # fmt: skip


def hitung(konteks, jawab):
    """The Pembagian of the answers of the step."""
    return pembagian.bagi(
        pria=konteks.profil.jenis_kelamin == "L", kehendak=jawab.get("kehendak"), alasan=jawab.get("alasan") or (),
        istri_bersalah=bool(jawab.get("istri_bersalah")), anak_pns=int(jawab.get("anak_pns") or 0),
        anak_istri=int(jawab.get("anak_istri") or 0), gaji=int(jawab["gaji"]) if jawab.get("gaji") else None,
    )  # fmt: skip


def rupiah(nilai):
    """An amount as written, "-" when unknown."""
    return tulis_rupiah(nilai) if nilai is not None else "-"
