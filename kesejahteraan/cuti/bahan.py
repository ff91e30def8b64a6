"""Bahan naskah cuti: data beku formulir permintaan dan pemberian cuti (PerBKN 24/2017 anak lampiran 1.b).

Keys read by ``templates/naskah/formulir_cuti.html``: ``kop``, ``perihal``, ``tempat``, ``penetap``, ``penandatangan``,
``tanda_tangan`` as in ``layanan.bahan_naskah``; ``pegawai`` (``identitas``) with pangkat, golongan, masa_kerja; ``cuti``
{jenis, nomor (1-6), hasil, alasan, lama, mulai, sampai {iso, tulis}, alamat, telepon, luar_negeri, hari_kerja};
``catatan`` [{tahun, sisa, keterangan}]; ``lain`` [{nama, keterangan}]; ``pertimbangan`` and ``keputusan`` {hasil, alasan,
jabatan, nama, nip}; ``jenis`` [{nomor, nama, pilih}].
"""

from django.utils import timezone

from kepegawaian.aturan import tulis_masa, tulis_tanggal
from kepegawaian.models import RiwayatCuti
from kesejahteraan.cuti import fakta
from kesejahteraan.cuti.aturan import hari, saldo, syarat
from kesejahteraan.cuti.forms import ALASAN_PENTING, SEBAB_BESAR
from layanan import bahan_naskah as umum, katalog, rute, templat
from layanan.galat import DitolakAlur
from layanan.katalog import BagianNaskah, TemplatNaskah

JENIS = (("CT", "Cuti Tahunan"), ("CB", "Cuti Besar"), ("CS", "Cuti Sakit"), ("CM", "Cuti Melahirkan"),
         ("CAP", "Cuti Karena Alasan Penting"), ("CLTN", "Cuti di Luar Tanggungan Negara"))  # fmt: skip
KLASIFIKASI = {"CT": "851", "CB": "852", "CS": "853", "CM": "854", "CLTN": "856", "CAP": "857"}
POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
NAMA = (
    *umum.NAMA_PEGAWAI, ("pegawai.pangkat", "Penata"), ("pegawai.golongan", "III/c"), ("cuti.mulai.tulis", "2 Desember 2026"),
    ("cuti.sampai.tulis", "4 Desember 2026"), ("cuti.lama", "3 hari kerja"), ("tempat", "Lamongan"),
    ("penetap", "Kepala Dinas Kesehatan"),
)  # fmt: skip
BAGIAN = (
    BagianNaskah(
        "tembusan", "Tembusan", bentuk="daftar", bawaan="Kepala BKPSDM Kabupaten Lamongan\nYang bersangkutan"
    ),
)


def templat_formulir(jenis):
    """The formulir of one kind in the register of its classification."""
    nama = dict(JENIS)[jenis]
    return TemplatNaskah(
        "surat", "naskah/formulir_cuti.html", KLASIFIKASI[jenis], f"Formulir Permintaan dan Pemberian {nama}", POLA,
        bagian=BAGIAN, nama=NAMA,
    )  # fmt: skip


def lama(layanan, konteks):
    """``3 hari kerja`` of cuti tahunan, ``90 hari kalender`` of the others."""
    isi = konteks.isian
    if not (isi.get("tmt") and isi.get("sampai")):
        return umum.BELUM
    if layanan.jenis_cuti == "CT":
        return f"{sum(syarat.hari_diminta(konteks).values())} hari kerja"
    return f"{hari.hari_kalender(isi['tmt'], isi['sampai'])} hari kalender"


def alasan(isi):
    """The reason as it is printed."""
    pilihan = dict((*SEBAB_BESAR, *ALASAN_PENTING)).get(isi.get("sebab"), "")
    return " – ".join(x for x in (pilihan, isi.get("alasan") or "") if x) or "-"


def tanda(layanan, konteks):
    """Signature block of the office that grants."""
    kini = timezone.localdate()
    _, an = layanan.pejabat(konteks)
    luar = umum.pejabat_luar("BUPATI", kini).get("jabatan", "Bupati") if an == "BUPATI" else ""
    alamat = rute.pejabat(katalog.penandatangan(""), layanan, konteks, konteks.acuan, kini)
    return umum.penanda_tangan(alamat, kini, atas_nama=luar)


def cuti_beku(layanan, konteks):
    """What the letter says of the leave itself, JSON-able; the effect reads it back."""
    isi = konteks.isian
    hari_kerja = hari.hari_kerja(
        konteks.acuan, isi.get("tmt"), isi.get("sampai"), konteks.lain.get("pola") or "5", isi.get("perjalanan") or 0
    )
    lanjut = sum(n for t, n in hari_kerja.items() if isi.get("tmt") and t > isi["tmt"].year)
    return {
        "jenis": layanan.nama, "kode": layanan.kode(isi), "alasan": alasan(isi), "lama": lama(layanan, konteks),
        "mulai": umum.hari(isi.get("tmt")) or {"iso": "", "tulis": umum.BELUM},
        "sampai": umum.hari(isi.get("sampai")) or {"iso": "", "tulis": umum.BELUM},
        "alamat": isi.get("alamat") or "-", "telepon": isi.get("telepon") or "-",
        "luar_negeri": bool(isi.get("luar_negeri")), "hari_kerja": sum(hari_kerja.values()), "lanjut": lanjut,
        "pola": konteks.lain.get("pola") or "5",
        "hasil": (konteks.langkah.get("keputusan") or {}).get("hasil") or "",
    }  # fmt: skip


def formulir(layanan, konteks):
    """Every value of the formulir."""
    acuan, kini, p = konteks.acuan, timezone.localdate(), konteks.profil
    blok = tanda(layanan, konteks)
    data = {
        "kop": umum.kop_kantor(acuan, kini, p.opd), "perihal": layanan.naskah.judul, "tempat": acuan.setelan("kop_tempat", kini),
        "penetap": blok["jabatan"], "penandatangan": blok["nama"], "tanda_tangan": blok, "pegawai": pegawai(p),
        "cuti": cuti_beku(layanan, konteks), "catatan": catatan(p, acuan, konteks.tanggal), "lain": lain(p.pegawai_id),
        "jenis": [{"nomor": i, "nama": nama, "pilih": kode == layanan.jenis_cuti} for i, (kode, nama) in enumerate(JENIS, 1)],
        "pertimbangan": _pertimbangan(layanan, konteks, blok, kini),
        "keputusan": _putusan(konteks.langkah.get("keputusan")) | {k: blok[k] for k in ("jabatan", "nama", "nip")},
    }  # fmt: skip
    return templat.lengkapi(layanan.naskah, data, acuan, kini)


def pegawai(p):
    """Who he is, with rank and service."""
    bulan = None if p.tmt_cpns is None else max(0, syarat.bulan_antara(p.tmt_cpns, p.per) - p.cltn_bulan)
    return umum.identitas(p) | {
        "pangkat": p.pangkat or "", "golongan": p.golongan or "", "masa_kerja": "-" if bulan is None else tulis_masa(bulan),
    }  # fmt: skip


def _putusan(jawab):
    """An answer of FormPutusan as it is printed."""
    jawab = jawab or {}
    masa = ""
    if jawab.get("hasil") == "diubah":
        mulai, sampai = (fakta.tanggal_iso(jawab.get(k)) for k in ("tmt_baru", "sampai_baru"))
        masa = f"{tulis_tanggal(mulai)} sampai {tulis_tanggal(sampai)}"
    return {"hasil": jawab.get("hasil") or "", "alasan": jawab.get("alasan_putusan") or "", "masa": masa}


def _pertimbangan(layanan, konteks, blok, kini):
    """The superior's view; where he is the one who grants, his decision stands for it."""
    jawab = konteks.langkah.get("pertimbangan")
    if jawab is None:
        return _putusan(konteks.langkah.get("keputusan")) | {k: blok[k] for k in ("jabatan", "nama", "nip")}
    try:
        alamat = rute.pejabat(katalog.atasan_langsung, layanan, konteks, konteks.acuan, kini)
    except DitolakAlur:
        return _putusan(jawab) | {"jabatan": "Atasan langsung", "nama": "", "nip": ""}
    atasan = umum.penanda_tangan(alamat, kini)
    return _putusan(jawab) | {k: atasan[k] for k in ("jabatan", "nama", "nip")}


def catatan(profil, acuan, tanggal):
    """Section V.1: what was left of cuti tahunan of n-2, n-1 and n before this request."""
    minggu = fakta.pola(profil, acuan, tanggal)
    isi = fakta.buku({profil.pegawai_id: (profil.tmt_cpns, minggu)}, acuan, tanggal, menunggu=False)[profil.pegawai_id]
    a = saldo.aturan_pada(acuan, tanggal)
    baris = []
    for nama, t in (("N-2", tanggal.year - 2), ("N-1", tanggal.year - 1), ("N", tanggal.year)):
        s = saldo.saldo(t, isi, a)
        tahu = isi[t].diketahui or not isi[t].berhak
        ket = s.sebab if nama == "N" else "" if tahu else "tidak tercatat"
        baris.append({"nama": nama, "tahun": str(t), "sisa": str(max(0, s.sisa)) if tahu else "-", "keterangan": ket})
    return baris


def lain(pegawai_id):
    """Section V.2-6: the last leave of each other kind."""
    akhir = {}
    semua = RiwayatCuti.objects.filter(pegawai_id=pegawai_id, dibatalkan_pada__isnull=True).order_by("tmt")
    for jenis, mulai, sampai in semua.values_list("jenis", "tmt", "sampai"):
        akhir[jenis[:2] if jenis.startswith("CS") else jenis] = f"{tulis_tanggal(mulai)} – {tulis_tanggal(sampai)}"
    return [
        {"nama": f"{i}. {nama}", "keterangan": akhir.get(kode, "-")} for i, (kode, nama) in enumerate(JENIS[1:], 2)
    ]
