"""Fakta sebuah kasus bagi aturannya: tim, BAP, panggilan, hukuman terdahulu, rekap presensi, dan pejabat di atasnya."""

from datetime import date

from disiplin import aturan
from disiplin.models import KasusDisiplin
from disiplin.tabel import JENJANG
from kepegawaian import akses, kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import KODE_SEKDA
from kepegawaian.models import Jabatan, Presensi, RiwayatHukuman
from layanan.models import LangkahUsulan, NaskahUsulan, Usulan

SLUG = "hukuman-disiplin"
PANGGILAN = {"kehadiran_1": "tidak_hadir", "kehadiran_2": "tidak_hadir"}


def kasus_berjalan(pegawai_id):
    """The KasusDisiplin of the one case that runs about a person, or None."""
    return KasusDisiplin.objects.filter(
        usulan__pegawai_id=pegawai_id, usulan__layanan=SLUG, usulan__status__in=Usulan.BERJALAN
    ).first()  # fmt: skip


def susun(profil, isian):
    """``Konteks.lain`` of the case of a person; keys in ``syarat.py``."""
    hasil = {"lalu": lalu(profil), "lain_kasus": lain_kasus(profil.pegawai_id, isian), "rekap": None}
    if "4f" in _norma(isian) and isian.get("kejadian"):
        hasil["rekap"] = rekap(profil.pegawai_id, isian["kejadian"])
    kasus = kasus_berjalan(profil.pegawai_id)
    if kasus is None:
        return hasil | {"tim": [], "bap": 0, "luput": 0}
    luput = LangkahUsulan.objects.filter(usulan_id=kasus.usulan_id, keadaan="selesai", hasil="tidak_hadir")
    return hasil | {
        "kasus": kasus.pk,
        "tanggal_sk": NaskahUsulan.objects.filter(
            usulan_id=kasus.usulan_id, surat=False, naskah__tahap="ditandatangani"
        ).values_list("naskah__tanggal", flat=True).first(),
        "pejabat": kasus.pejabat_jenjang,
        "tim": [f"{a.get_unsur_display()}: {a.pegawai.kini.nama_lengkap}"
                for a in kasus.tim.select_related("pegawai__kini")],
        "bap": kasus.bap.filter(tentang="terperiksa", ditutup_pada__isnull=False).count(),
        "luput": luput.filter(kode__in=PANGGILAN).values("kode").distinct().count(),
    }  # fmt: skip


def _norma(isian):
    nilai = isian.get("dugaan") or ()
    return (nilai,) if isinstance(nilai, str) else tuple(nilai)


def lalu(profil):
    """Earlier penalties [{jenis, norma, nomor}] of the last ones on; the norm is known of those decided here only."""
    di_sini = {
        k.naskah_pegawai_id: k.norma
        for k in KasusDisiplin.objects.filter(usulan__pegawai_id=profil.pegawai_id, akhir="dijatuhi")
    }
    baris = RiwayatHukuman.objects.filter(pegawai_id=profil.pegawai_id, dibatalkan_pada__isnull=True).order_by("tmt")
    return [
        {
            "jenis": b.jenis_id,
            "norma": di_sini.get(b.naskah_pegawai_id) or norma_tertulis(b.pasal),
            "nomor": b.nomor_sk,
        }
        for b in baris
    ]


def norma_tertulis(pasal):
    """Codes of the norms a written article names ("PP 94/2021 Pasal 5 huruf k"); [] when none can be read."""
    from disiplin.tabel import norma  # noqa: PLC0415 - a table of this app, read once

    return sorted({n.kode for n in norma() if n.pasal and _disebut(n.pasal, pasal or "")})


def _disebut(pasal, teks):
    """Is this article named whole: "Pasal 4 huruf f" is not named by "Pasal 4 huruf fa"."""
    awal = teks.find(pasal)
    return awal >= 0 and not teks[awal + len(pasal) :][:1].isalnum()


def lain_kasus(pegawai_id, isian):
    """Numbers of the SK on the same norm and the same day, or None while the day is not known."""
    if not isian.get("kejadian"):
        return None
    sama = KasusDisiplin.objects.filter(
        usulan__pegawai_id=pegawai_id, akhir="dijatuhi", usulan__isian__kejadian=_iso(isian["kejadian"])
    ).select_related("naskah_pegawai__naskah")  # fmt: skip
    dugaan = set(_norma(isian))
    return [k.naskah_pegawai.naskah.nomor for k in sama if k.naskah_pegawai and dugaan & set(k.norma)]


def _iso(hari):
    return hari.isoformat() if isinstance(hari, date) else str(hari)


def rekap(pegawai_id, kejadian):
    """{hari, berturut, pada} of unexcused absence in the year of ``kejadian`` up to that day, or None without any presensi."""
    hari = kejadian if isinstance(kejadian, date) else date.fromisoformat(str(kejadian))
    if not Presensi.objects.filter(
        pegawai_id=pegawai_id, dibatalkan_pada__isnull=True, tanggal__year=hari.year
    ).exists():
        return None
    absen, _ = kehadiran.absen_tahun(pegawai_id, hari.year, acuan_kini(), hari)
    berturut = absen.rentetan.panjang if absen.sepuluh else 0
    return {"hari": absen.jumlah, "berturut": berturut, "pada": absen.terakhir or hari}


# ── who decides ──────────────────────────────────────────────────────────────────────────────────────


def tangga(profil, acuan, tanggal):
    """Offices above a person, nearest first: [(Jabatan, level, filled)], up to the head of his OPD, then the Sekda."""
    jalur = list(reversed(profil.jalur_unit or ()))
    kepala = Jabatan.objects.filter(kepala_unit=True, berlaku_sampai__isnull=True, unit_id__in=jalur)
    menurut = {j.unit_id: j for j in kepala.select_related("eselon")}
    naik = [menurut[u] for u in jalur if u in menurut and menurut[u].pk != profil.jabatan_id]
    sekda = Jabatan.objects.filter(kode=KODE_SEKDA).select_related("eselon").first()
    if sekda is not None and sekda.pk not in {j.pk for j in naik} and sekda.pk != profil.jabatan_id:
        naik.append(sekda)
    isi = akses.pemangku(tanggal, [j.pk for j in naik])
    return [(j, jenjang(j), any(p.sifat == "D" for p in isi.get(j.pk, ()))) for j in naik]


def jenjang(jabatan):
    """Level of an office in the table of authority, "" when it has none."""
    kelompok = jabatan.eselon.kelompok if jabatan.eselon_id else ""
    return kelompok if kelompok in JENJANG else ""


def pejabat(profil, kode, acuan, tanggal):
    """(office code, its level) of who imposes ``kode``: the lowest in line that may and is filled, else the Bupati.

    The Presiden (JF ahli utama, B3) decides outside: the portal hands the proposal to the Bupati as PPK.
    """
    siapa = aturan.sasaran(profil.jenis_jabatan, profil.kelompok_jabatan or "", profil.jenjang or "")
    perlu = aturan.pejabat_berwenang(siapa, kode, tanggal) if siapa else ""
    if perlu in ("bupati", "presiden", ""):
        return "BUPATI", "bupati"
    naik = [(j, tingkat, terisi) for j, tingkat, terisi in tangga(profil, acuan, tanggal) if j.kode != KODE_SEKDA]
    letak = aturan.pilih_pejabat(perlu, [(tingkat, terisi) for _, tingkat, terisi in naik])
    if letak is None:
        return "BUPATI", "bupati"
    return naik[letak][0].kode, naik[letak][1]
