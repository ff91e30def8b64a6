"""Diri saya: data kepegawaian, yang harus dilakukan, usulan berjalan dengan perjalanannya, SK terbaru."""

from dataclasses import dataclass, field
from types import SimpleNamespace

from django.db.models import F, OuterRef

from kepegawaian.aturan import bulan_antara
from kepegawaian.models import NaskahPegawai, ProfilKini, SelisihSiasn
from layanan.models import Berkas, LangkahUsulan, Usulan
from layanan.tampilan import garis_waktu
from tata_kelola.beranda.hitung import Hitung, Larik, baca
from tata_kelola.beranda.kotak import nama_layanan

UNTUK = ("asn", "pensiunan")
SK_TERBARU = 3


@dataclass(frozen=True, slots=True)
class Tugas:
    """One thing to do: sentence, reason, where, and a tag; ``ikon`` gives it a shape."""

    judul: str
    uraian: str
    url_name: str
    argumen: tuple
    ikon: str
    tanda: str
    tanda_jenis: str


@dataclass(slots=True)
class Diri:
    """The person himself, for his home page."""

    kini: ProfilKini
    masa_kerja: int | None
    tugas: list = field(default_factory=list)
    berjalan: list = field(default_factory=list)
    naskah: list = field(default_factory=list)


def ambil(pegawai_id, tambahan):
    """ProfilKini of the person with his newest signed naskah and ``tambahan`` expressions; one query."""
    terbit = NaskahPegawai.objects.filter(pegawai_id=OuterRef("pk"), naskah__tahap="ditandatangani")
    return (
        ProfilKini.objects.select_related("unit", "opd", "jabatan", "golongan", "pegawai")
        .annotate(
            sk_terbaru=Larik(
                terbit.order_by("-naskah__tanggal", "-naskah_id").values(
                    kunci=F("naskah_id"), perihal=F("naskah__perihal"), nomor=F("naskah__nomor"),
                    tanggal=F("naskah__tanggal"), keadaan=F("naskah__status"),
                )[:SK_TERBARU]
            ),
            banyak_selisih=Hitung(SelisihSiasn.objects.filter(pegawai_id=OuterRef("pk"))),
            **tambahan,
        )
        .filter(pk=pegawai_id).first()
    )  # fmt: skip


def usulan_berjalan(pegawai_id):
    """Own usulan that have not ended, each with its steps and the documents that must be mended; one query."""
    langkah = LangkahUsulan.objects.filter(usulan_id=OuterRef("pk")).order_by("id").values(
        "id", "kode", "nama", "keadaan", "urutan", "masuk_pada", "selesai_pada", "catatan", "sebagai", "batas",
        "penerima_id",
    )  # fmt: skip
    salah = Berkas.objects.filter(usulan_id=OuterRef("pk"), periksa="tidak_sesuai", diganti_pada__isnull=True)
    return list(
        Usulan.objects.filter(pegawai_id=pegawai_id, status__in=Usulan.BERJALAN)
        .annotate(isi_langkah=Larik(langkah), berkas_salah=Larik(salah.values("kode", "catatan")))
        .select_related("langkah_kini")
        .order_by("-dibuat_pada")
    )


def susun(request, kini, usulan):
    """The Diri from the two queries."""
    hari_ini = request.hari_ini
    for satu in usulan:
        satu.nama_layanan = nama_layanan(satu.layanan)
        satu.jejak_langkah = [
            baca(b, tanggal_=("batas",), waktu_=("masuk_pada", "selesai_pada")) for b in satu.isi_langkah
        ]
    diri = Diri(kini, bulan_antara(kini.tmt_cpns, hari_ini) if kini.tmt_cpns else None)
    if "asn" in request.hak.peran:
        for satu in usulan:
            diri.tugas += _tugas_usulan(satu, request)
        diri.tugas += _tugas_data(kini)
    diri.berjalan = [_perjalanan(u, request) for u in usulan if u.status != "draf"]
    diri.naskah = [baca(b, tanggal_=("tanggal",)) for b in kini.sk_terbaru]
    return diri


# ── what he must do ──────────────────────────────────────────────────────────────────────────────────


def _tugas_usulan(usulan, request):
    tuju = ("layanan:usulan_detail", (usulan.nomor,))
    if usulan.status == "dikembalikan":
        oleh = next((s.sebagai for s in reversed(usulan.jejak_langkah) if s.keadaan == "dikembalikan"), "")
        berkas = [b["catatan"] or b["kode"] for b in usulan.berkas_salah]
        uraian = f"Dikembalikan{f' {oleh}' if oleh else ''}: {usulan.catatan_akhir}"
        if berkas:
            uraian += f" Berkas yang harus diganti: {'; '.join(berkas)}."
        judul = f"Perbaiki usulan {usulan.nama_layanan}"
        yield Tugas(judul, uraian, *tuju, "file-earmark-arrow-up", "dikembalikan", "gagal")
    elif usulan.status == "draf":
        umur = (request.hari_ini - usulan.dibuat_pada.date()).days
        uraian = (
            f"{usulan.ringkas or usulan.nomor}. Belum diajukan, dibuat {f'{umur} hari lalu' if umur else 'hari ini'}."
        )
        yield Tugas(f"Lanjutkan draf {usulan.nama_layanan}", uraian, *tuju, "pencil-square", "draf", "perhatian")
    elif usulan.langkah_kini and usulan.langkah_kini.penerima_id == request.hak.pegawai_id:
        batas = usulan.langkah_kini.batas
        lewat = batas is not None and batas < request.hari_ini
        tanda = f"sampai {batas:%d-%m-%Y}" if batas else "menunggu Anda"
        uraian = f"{usulan.nama_layanan}, {usulan.nomor}"
        yield Tugas(usulan.langkah_kini.nama, uraian, *tuju, "check2-square", tanda, "gagal" if lewat else "perhatian")


# Facts of ProfilKini an ASN needs for any layanan, and what they are called.
WAJIB = {
    "golongan_id": "golongan", "jabatan_id": "jabatan", "unit_id": "unit kerja", "pendidikan_id": "pendidikan",
    "tmt_cpns": "TMT pengangkatan",
}  # fmt: skip


def data_kurang(kini):
    """Names of facts that are missing."""
    wajib = {k: v for k, v in WAJIB.items() if not (kini.status == "PPPK_PW" and k == "golongan_id")}
    kurang = [nama for kolom, nama in wajib.items() if getattr(kini, kolom) is None]
    if not (kini.pegawai.email or kini.pegawai.email_gov):
        kurang.append("alamat e-mail")
    return kurang


def _tugas_data(kini):
    tuju = ("kepegawaian:saya", ())
    if kurang := data_kurang(kini):
        uraian = f"Belum tercatat: {', '.join(kurang)}. Serahkan buktinya kepada operator OPD Anda."
        yield Tugas("Lengkapi data Anda", uraian, *tuju, "person-exclamation", f"{len(kurang)} data", "perhatian")
    if kini.banyak_selisih:
        uraian = "Nilai pada SIASN tidak sama dengan SK yang tercatat di portal. Periksa mana yang benar."
        yield Tugas(
            "Periksa data yang berbeda dengan SIASN", uraian, *tuju, "arrow-left-right",
            f"{kini.banyak_selisih} data", "perhatian",
        )  # fmt: skip


# ── where his usulan is ──────────────────────────────────────────────────────────────────────────────


def _perjalanan(usulan, request):
    """A running usulan with the rows of its timeline and the working day it is in."""
    for satu in usulan.jejak_langkah:
        satu.nama_alamat = next((r["alamat"]["nama"] for r in usulan.rute if r["kode"] == satu.kode), satu.nama)
    butir = garis_waktu(usulan, usulan.jejak_langkah, request.hari_ini, request.acuan)
    mulai = usulan.diajukan_pada.astimezone().date() if usulan.diajukan_pada else request.hari_ini
    return SimpleNamespace(
        nomor=usulan.nomor,
        nama=usulan.nama_layanan,
        ringkas=usulan.ringkas,
        hari_ke=request.acuan.selisih_hari_kerja(mulai, request.hari_ini),
        dari=sum(r.get("sla") or 0 for r in usulan.rute),
        butir=butir,
    )
