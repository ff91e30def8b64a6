"""Siklus SKP: the one writer of ``Skp.status``.

draf → diajukan → (dikembalikan →) ditetapkan → dinilai → (keberatan →) final, and batal. While ditetapkan and inside its
dates an SKP is *berjalan*; periodic evaluations leave the status alone. Each act: lock → status and version allow → who may →
change → Jejak → notice, in one transaction; refused with one sentence. From ``dinilai`` on see ``eperformance.penilaian``.
"""

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone

from eperformance import aturan_skp, pengganti
from eperformance.aturan import BERAKHLAK, masa_ke
from eperformance.galat import DitolakKinerja, VersiLama
from eperformance.models import PerilakuSkp, PeriodeKinerja, Skp
from eperformance.penilai import BUPATI, Penilai, kepala_unit, mengelola, menilai, penilai
from eperformance.susunan import susun
from kepegawaian import akses, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pengguna, ProfilKini, RiwayatUnit
from kepegawaian.profil import profil
from layanan.bahan_naskah import pejabat_luar

BAGIAN = ("pangkat", "unit", "jabatan", "tinggal")
PERISTIWA = "kinerja"


def kunci(skp_id, versi=None, *status):
    """The locked Skp; refused when its status is none of ``status`` or its version is no longer ``versi``."""
    skp = (
        Skp.objects.select_for_update(of=("self",))
        .select_related("periode", "pegawai__kini", "penilai")
        .get(pk=skp_id)
    )
    if versi is not None and skp.versi != versi:
        raise VersiLama(skp, "SKP ini sudah berubah sejak halaman Anda dibuka. Periksa keadaannya, lalu ulangi.")
    if status and skp.status not in status:
        raise DitolakKinerja(f"SKP ini {skp.get_status_display().lower()}; perbuatan itu tidak dapat dilakukan lagi.")
    return skp


def pindah(skp, status, *, oleh, aksi, **lain):
    """Sets the status and the fields ``lain`` of a locked Skp and records the act."""
    skp.status, skp.versi = status, skp.versi + 1
    for nama, nilai in lain.items():
        setattr(skp, nama, nilai)
    skp.save(update_fields=["status", "versi", *lain])
    catat(skp, aksi, oleh)
    return skp


def catat(skp, aksi, oleh, **data):
    """One Jejak on the Skp."""
    jejak.catat(
        aksi,
        skp,
        pegawai=skp.pegawai_id,
        pada=oleh.kini,
        sebagai_jabatan=oleh.hak.sebutan,
        tahun=skp.periode.tahun,
        **data,
    )


def jenjang(p):
    """Which kind of SKP a Profil makes, by his post."""
    if p.jenis_jabatan == "fungsional":
        return "jf"
    if p.jenis_jabatan != "struktural":
        return "pelaksana"
    tingkat = (p.eselon or "").split(".")[0]
    return {"I": "jpt", "II": "jpt", "III": "administrator"}.get(tingkat, "pengawas")


# ── drafts ───────────────────────────────────────────────────────────────────────────────────────────


def buka(pegawai_id, periode_id, *, oleh, mulai=None, sampai=None, pendahulu=None, alasan=""):
    """A new draft of a pegawai for the rest of a year from ``mulai`` on; returns the Skp with its seven perilaku.

    By himself, or by SUB41 for him. Post, unit and penilai are those of ``mulai``. Refused while another covers the time.
    """
    if oleh.hak.pegawai_id != pegawai_id and not mengelola(oleh.hak, acuan_kini()):
        raise DitolakKinerja("SKP dibuat oleh pegawainya sendiri atau oleh Subbidang Evaluasi Kinerja.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        periode = PeriodeKinerja.objects.select_for_update().get(pk=periode_id)
        baru = buka_banyak(
            periode, [pegawai_id], pada=oleh.kini, mulai=mulai, sampai=sampai, pendahulu=pendahulu, alasan=alasan
        )
        if not baru:
            raise DitolakKinerja(f"SKP {periode.tahun} untuk masa itu sudah ada, atau unit kerjanya belum tercatat.")
        catat(baru[0], "skp_buka", oleh)
    return baru[0]


def buka_banyak(periode, ids, *, pada, mulai=None, sampai=None, pendahulu=None, alasan=""):
    """Drafts of all ``ids`` (None: everybody in service) that have none for the time; returns them. Set-based.

    Five statements however many people; two more for each day on which somebody joined after ``mulai``: his SKP begins on it.
    Inside the transaction of the caller, who holds the lock of the periode.
    """
    awal, akhir = _tahun(periode)
    mulai, sampai = max(mulai or awal, awal), min(sampai or akhir, akhir)
    ada = set(
        Skp.objects.filter(mulai__lte=sampai, sampai__gte=mulai)
        .exclude(status="batal")
        .filter(Q() if ids is None else Q(pegawai_id__in=ids))
        .values_list("pegawai_id", flat=True)
    )
    isi = {"periode": periode, "sampai": sampai, "pendahulu": pendahulu, "alasan": alasan, "dibuat_pada": pada}
    baru = _draf(ids, ada, mulai, isi)
    ada |= {s.pegawai_id for s in baru}
    for hari, orang in sorted(mulai_bertugas(mulai, min(sampai, timezone.localdate(pada)), ids).items()):
        baru += _draf([i for i in orang if i not in ada], ada, hari, isi)
    Skp.objects.bulk_create(baru, batch_size=1000)
    PerilakuSkp.objects.bulk_create(
        (
            PerilakuSkp(skp=s, nilai=kode, ekspektasi=panduan[0])
            for s in baru
            for kode, (_, panduan) in BERAKHLAK.items()
        ),
        batch_size=2000,
    )
    return baru


def _draf(ids, ada, mulai, isi):
    """Unsaved Skp from ``mulai`` on of those of ``ids`` in service on that day; post, unit and penilai are those of it."""
    if ids is not None and not ids:
        return []
    acuan, kepala, hasil = acuan_kini(), kepala_unit(mulai), []
    for p in profil(per=mulai, ids=ids, bagian=BAGIAN):
        if p.pegawai_id in ada or p.berhenti or not p.aktif or p.unit_id is None:
            continue
        oleh_siapa = penilai(p.jabatan_id, p.unit_id, acuan, kepala)
        unit = acuan.unit[p.unit_id]
        hasil.append(
            Skp(
                pegawai_id=p.pegawai_id, mulai=mulai, jenjang=jenjang(p), pendekatan=isi["periode"].pendekatan,
                jabatan_id=p.jabatan_id, unit_id=p.unit_id, opd_id=unit.opd_id or unit.id, penilai_id=oleh_siapa.jabatan,
                penilai_luar=oleh_siapa.luar, **isi,
            )
        )  # fmt: skip
    return hasil


def mulai_bertugas(sesudah, sampai, ids=None):
    """{day: [pegawai id]} of those now in service who joined (or came back) after ``sesudah``, up to ``sampai``; one query."""
    unit = RiwayatUnit.objects.filter(pegawai_id=OuterRef("pegawai_id"), dibatalkan_pada=None).order_by("tmt")
    orang = ProfilKini.objects.filter(aktif=True, **({} if ids is None else {"pegawai_id__in": ids}))
    orang = orang.annotate(hari=Greatest(Subquery(unit.values("tmt")[:1]), "tmt_kedudukan")).filter(
        hari__gt=sesudah, hari__lte=sampai
    )
    hasil = {}
    for pegawai, hari in orang.order_by("hari", "pegawai_id").values_list("pegawai_id", "hari"):
        hasil.setdefault(hari, []).append(pegawai)
    return hasil


def _tahun(periode):
    awal = periode.susun_mulai.replace(year=periode.tahun, month=1, day=1)
    return awal, awal.replace(month=12, day=31)


# ── dialogue and decision ────────────────────────────────────────────────────────────────────────────


def ajukan(skp_id, *, oleh, versi):
    """The pegawai sends his draft to the penilai, or to who stands in for him today. Refused with the rules that say no (SKP-1 … SKP-7)."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id, versi, *Skp.TERBUKA)
        _milik(skp, oleh)
        alihkan(skp, oleh)
        _penuhi(skp)
        pindah(skp, "diajukan", oleh=oleh, aksi="skp_ajukan", diajukan_pada=oleh.kini)
        beri_tahu_penilai(skp, oleh, "SKP menunggu penetapan Anda")
    return skp


def tarik(skp_id, *, oleh, versi):
    """The pegawai takes back what the penilai has not decided yet."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id, versi, "diajukan")
        _milik(skp, oleh)
        pindah(skp, "draf", oleh=oleh, aksi="skp_tarik", diajukan_pada=None)
    return skp


def kembalikan(skp_id, alasan, *, oleh, versi):
    """The penilai sends it back with his reason; one that is ditetapkan may so be opened again to be adapted."""
    alasan = (alasan or "").strip()
    if not alasan:
        raise DitolakKinerja("Tulis apa yang perlu diperbaiki.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id, versi, "diajukan", "ditetapkan")
        _penilai(skp, oleh)
        if skp.status == "ditetapkan" and skp.evaluasi.filter(jenis__in=("tahunan", "akhir")).exists():
            raise DitolakKinerja("Penilaian tahunannya sudah dimulai; SKP tidak dapat dibuka lagi.")
        pindah(skp, "dikembalikan", oleh=oleh, aksi="skp_kembalikan", catatan_akhir=alasan[:500])
        _beri_tahu(skp, "SKP Anda perlu diperbaiki", alasan, oleh)
    return skp


def tetapkan(skp_id, *, oleh, versi):
    """The penilai decides; the header is frozen as it stands today, the rules are asked once more."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id, versi, "diajukan")
        _penilai(skp, oleh)
        _penuhi(skp)
        pindah(
            skp, "ditetapkan", oleh=oleh, aksi="skp_tetapkan", ditetapkan_pada=oleh.kini, ditetapkan_oleh=oleh.pengguna,
            beku=kepala_dokumen(skp, oleh), catatan_akhir="",
        )  # fmt: skip
        _beri_tahu(skp, f"SKP {skp.periode.tahun} Anda ditetapkan", oleh.hak.sebutan, oleh)
    return skp


def batalkan(skp_id, alasan, *, oleh, versi):
    """A draft that shall not be: by its pegawai or SUB41."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id, versi, *Skp.TERBUKA, "diajukan")
        if skp.pegawai_id != oleh.hak.pegawai_id and not mengelola(oleh.hak, acuan_kini()):
            raise DitolakKinerja("Hanya pegawainya atau Subbidang Evaluasi Kinerja yang dapat membatalkannya.")
        pindah(skp, "batal", oleh=oleh, aksi="skp_batal", catatan_akhir=(alasan or "").strip()[:500])
    return skp


def akhiri(skp_id, sampai, alasan, *, oleh, versi=None):
    """Draws in the end of an SKP (mutasi, Plt, pension): by SUB41 or the penilai; the rest of the year is free again.

    Not before a time that was assessed already; a yearly rating that is only a draft becomes that of the shorter time.
    """
    alasan = (alasan or "").strip()
    if not alasan:
        raise DitolakKinerja("Tulis alasannya.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id, versi, *Skp.TERBUKA, "diajukan", "ditetapkan")
        if skp.pegawai_id == oleh.hak.pegawai_id or not (mengelola(oleh.hak, acuan_kini()) or menilai(oleh.hak, skp)):
            raise DitolakKinerja(
                "Masa SKP diakhiri oleh penilainya atau Subbidang Evaluasi Kinerja, tidak oleh pemiliknya."
            )
        if not skp.mulai <= sampai < skp.sampai:
            raise DitolakKinerja("Tanggal akhir harus di dalam masa SKP ini, paling lambat sehari sebelum akhirnya.")
        nilai = skp.evaluasi.filter(jenis="periodik", status="sah").order_by("-nomor").first()
        if nilai and sampai < masa_ke(skp.periode.tahun, skp.periode.periodik, nilai.nomor)[0]:
            raise DitolakKinerja("Masa sesudah tanggal itu sudah dinilai; pilih tanggal yang lebih kemudian.")
        skp.evaluasi.filter(jenis="tahunan", status="draf").update(jenis="akhir", versi=F("versi") + 1)
        pindah(skp, skp.status, oleh=oleh, aksi="skp_akhiri", sampai=sampai, alasan=alasan[:300])
        _beri_tahu(skp, "Masa SKP Anda diakhiri", alasan, oleh)
    return skp


def ganti_penilai(skp_id, jabatan_id, alasan, *, oleh, versi):
    """Another pejabat penilai (delegation, reorganisation): by SUB41, with the reason."""
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        skp = kunci(skp_id, versi, *Skp.TERBUKA, "diajukan", "ditetapkan", "dinilai")
        if skp.pegawai_id == oleh.hak.pegawai_id or not mengelola(oleh.hak, acuan_kini()):
            raise DitolakKinerja("Pejabat penilai diganti oleh Subbidang Evaluasi Kinerja, tidak oleh pemilik SKP.")
        baru = Penilai(jabatan_id, "" if jabatan_id else BUPATI)
        pindah(
            skp, skp.status, oleh=oleh, aksi="skp_penilai", penilai_id=baru.jabatan, penilai_luar=baru.luar,
            penilai_asal_id=None, sebab_alih="", alasan=(alasan or "").strip()[:300],
        )  # fmt: skip
    return skp


def alihkan(skp, oleh):
    """Inside an act, the row locked: to who stands in for its penilai today, or back to him. True when it moved."""
    satu = pengganti.tujuan(skp, oleh.hari_ini, acuan_kini())
    if satu is None:
        return False
    asal, (jabatan, sebab) = skp.penilai_asal_id or skp.penilai_id, satu
    if jabatan == skp.penilai_id and (not sebab) == (skp.penilai_asal_id is None):
        return False
    baru = Penilai(jabatan, "" if jabatan else BUPATI)
    skp.penilai_id, skp.penilai_luar, skp.versi = baru.jabatan, baru.luar, skp.versi + 1
    skp.penilai_asal_id, skp.sebab_alih = (asal, sebab[:200]) if sebab else (None, "")
    skp.save(update_fields=["penilai", "penilai_luar", "penilai_asal", "sebab_alih", "versi"])
    catat(skp, "skp_alih", oleh, sebab=sebab or "jabatan penilainya sudah ada pejabatnya")
    return True


# ── shared ───────────────────────────────────────────────────────────────────────────────────────────


def _milik(skp, oleh):
    if skp.pegawai_id != oleh.hak.pegawai_id:
        raise DitolakKinerja("Hanya pemilik SKP yang dapat melakukannya.")


def _penilai(skp, oleh):
    if not menilai(oleh.hak, skp):
        raise DitolakKinerja("Hanya pejabat penilai SKP ini yang dapat memutus.")


def _penuhi(skp):
    gagal = aturan_skp.halangan(aturan_skp.periksa(susun(skp)))
    if gagal:
        raise DitolakKinerja(" ".join(f"{s.kode}: {h.kalimat}" for s, h in gagal))


def kepala_dokumen(skp, oleh):
    """Header of the SKP as it is printed: {pegawai: {…}, penilai: {…}} of the day of the act.

    The penilai is who acts, in the office he acts for (Plt. and Plh. too); the Bupati himself where his recorder acts.
    """
    p = next(profil(per=oleh.hari_ini, ids=[skp.pegawai_id], bagian=BAGIAN))
    kantor = next((k for k in oleh.hak.kantor if k.jabatan_id == skp.penilai_id), None)
    if kantor is not None:
        q = _orang(next(profil(per=oleh.hari_ini, ids=[oleh.hak.pegawai_id], bagian=BAGIAN)))
        unit = acuan_kini().unit.get(kantor.unit_id)
        return {
            "pegawai": _orang(p),
            "penilai": q | {"jabatan": kantor.sebutan, "unit": unit.nama if unit else q["unit"]},
        }
    luar = pejabat_luar(skp.penilai_luar, oleh.hari_ini) if skp.penilai_luar else {}
    kosong = {"nama": oleh.hak.nama, "nip": "", "pangkat": "", "jabatan": oleh.hak.sebutan, "unit": ""}
    return {"pegawai": _orang(p), "penilai": kosong | luar}


def _orang(p):
    pangkat = f"{p.pangkat} ({p.golongan})" if p.pangkat else p.golongan or ""
    return {"nama": p.nama_lengkap, "nip": p.nip, "pangkat": pangkat, "jabatan": p.jabatan or "", "unit": p.unit or ""}


def url_skp(skp):
    """Page of the SKP."""
    return reverse("eperformance:skp_detail", args=[skp.pk])


def _beri_tahu(skp, judul, isi, oleh):
    """A notice to the pegawai of the SKP."""
    akun = Pengguna.objects.filter(pegawai_id=skp.pegawai_id, is_active=True).values_list("pk", flat=True)
    kabari(skp, akun, judul, isi, oleh)


def beri_tahu_penilai(skp, oleh, judul):
    """A notice to whoever holds the office of the penilai today."""
    if skp.penilai_id is None:
        return
    orang = [p.pegawai_id for p in akses.pemangku(oleh.hari_ini, [skp.penilai_id]).get(skp.penilai_id, ())]
    akun = Pengguna.objects.filter(pegawai_id__in=orang, is_active=True).values_list("pk", flat=True)
    kabari(skp, akun, judul, f"{skp.pegawai.kini.nama_lengkap}, SKP {skp.periode.tahun}", oleh)


def kabari(skp, akun, judul, isi, oleh):
    """One notice about this state of the SKP to the accounts ``akun``."""
    jejak.beri_tahu(
        list(akun), kunci=f"skp:{skp.pk}:{skp.versi}", judul=judul, isi=isi, url=url_skp(skp), pada=oleh.kini,
        peristiwa=PERISTIWA,
    )  # fmt: skip


def naikkan(model, pk, versi, **nilai):
    """Conditional UPDATE of one Berversi row: True when its version was still ``versi``; the row then has ``versi`` + 1."""
    return model.objects.filter(pk=pk, versi=versi).update(versi=F("versi") + 1, **nilai) == 1
