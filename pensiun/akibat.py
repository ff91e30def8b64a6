"""Akibat pemberhentian dan MPP pada riwayat: kedudukan, pemberhentian, pangkat pengabdian, penugasan, kontrak.

Rows follow ``layanan.akibat``: they rest on the NaskahPegawai and never overwrite. Dated ahead they are not seen before
their TMT. What was printed is what is recorded (``beku``); a decree made outside is computed anew. Runs inside the act.
"""

from datetime import date, timedelta

from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from kepegawaian.antrean import antrekan
from kepegawaian.models import (
    RiwayatGaji,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatKontrak,
    RiwayatPangkat,
    RiwayatPemberhentian,
    RiwayatTinggal,
)
from kepegawaian.models.dasar import Pelaku
from kepegawaian.profil import profil_satu
from layanan import akibat, balik, tanda_kehormatan
from layanan.aturan import SURUT
from layanan.galat import DitolakAlur
from layanan.konteks import susun_konteks
from layanan.models import LangkahUsulan
from pensiun import rencana

MPP, KEDUDUKAN_MPP, AKTIF = "MPP", "20", "01"
PENGABDIAN = "PGB"
# Kinds that change the kedudukan only: his service has not ended.
BELUM_BERHENTI = ("SEMENTARA", "HILANG")


def berhentikan(np, layanan):
    """The rows of one pemberhentian, dated its TMT; nothing the second time.

    Without honour the Satyalancana Karya Satya falls with it (UU 20/2009): at once where the TMT has come, else in the
    night of the TMT (``layanan.tanda_kehormatan``).
    """
    if akibat.sudah_diterapkan(np, RiwayatKedudukan):
        return
    beku, kp = _bahan(np, layanan)
    if kp:
        _pangkat(np, kp)
    _kedudukan(np, beku["kedudukan"])
    if beku["kode"] in BELUM_BERHENTI:
        return
    pertek = _pertek(np.data.get("usulan"))
    RiwayatPemberhentian.objects.create(
        **akibat.kolom_sk(np), jenis=beku["kode"], nama=beku["nama"], hak_pensiun=beku["berhak"],
        jenis_pensiun=beku["jenis_pensiun"], mkp_bulan=beku["mkp"], pensiun_pokok=beku["pokok"], **pertek,
    )  # fmt: skip
    akhiri_masa(np, RiwayatJabatan, ~Q(penugasan="D"))
    akhiri_masa(np, RiwayatKontrak, Q())
    akhiri_masa(np, RiwayatTinggal, Q())
    tanda_kehormatan.cabut(timezone.localdate(), [np.pegawai_id])
    segera_dibereskan(np.tmt)


def _bahan(np, layanan):
    """(values of ``henti``, values of the KP or None) as printed, or computed where the decree was made outside."""
    if henti := akibat.beku(np, "henti"):
        kp = akibat.beku(np, "pengabdian") or {}
        return henti, kp if kp.get("golongan") else None
    k = susun_konteks(layanan, np.pegawai_id, np.data["isian"], np.tmt)
    r = rencana.susun(k, layanan.kode(k.isian))
    if r.berhak is None:
        raise DitolakAlur("Hak pensiunnya belum dapat ditentukan; lengkapi dahulu riwayat dan data keluarganya.")
    return ringkas(r, None), ringkas_kp(r.pengabdian)


def ringkas(r, pokok):
    """The plain values of a Rencana a decree freezes and its effect reads; ``pokok``: pension, rupiah per month."""
    return {"kode": r.jenis.kode, "nama": r.jenis.nama, "berhak": r.berhak, "mkp": r.mkp, "kedudukan": r.kedudukan,
            "jenis_pensiun": r.jenis_pensiun, "pokok": pokok}  # fmt: skip


def ringkas_kp(kp):
    """The same of a Pengabdian, or None."""
    if kp is None:
        return None
    return {"tmt": kp.tmt.isoformat(), "golongan": kp.golongan, "pangkat": kp.pangkat, "mkg": kp.mkg, "gaji": kp.gaji}


def _kedudukan(np, kode):
    akibat.gantikan(RiwayatKedudukan, np)
    RiwayatKedudukan.objects.create(**akibat.kolom_sk(np), kedudukan_id=kode)


def _pangkat(np, kp):
    """The KP pengabdian of the same SK: rank and pay from its own TMT, before the pension."""
    kolom = akibat.kolom_sk(np) | {"tmt": date.fromisoformat(kp["tmt"])}
    masa = {"mkg_tahun": kp["mkg"] // 12, "mkg_bulan": kp["mkg"] % 12} if kp["mkg"] is not None else {}
    for model in (RiwayatPangkat, RiwayatGaji):
        _tandai(np, model.objects.filter(pegawai_id=np.pegawai_id, tmt=kolom["tmt"]), "Digantikan")
    pertek = _pertek(np.data.get("usulan"))
    RiwayatPangkat.objects.create(
        **kolom, golongan_id=kp["golongan"], jenis_kp_id=PENGABDIAN,
        **(masa or {"mkg_tahun": None, "mkg_bulan": None}), **pertek,
    )  # fmt: skip
    if kp["gaji"] and masa:
        RiwayatGaji.objects.create(
            **kolom, jenis="KP", golongan_id=kp["golongan"], gaji_pokok=kp["gaji"], **masa
        )  # fmt: skip


def _tandai(np, baris, kata):
    berdiri = baris.filter(dibatalkan_pada__isnull=True).exclude(naskah_pegawai=np)
    berdiri.update(
        dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_naskah=np,
        dibatalkan_sebab=f"{kata} {np.naskah.perihal} {np.naskah.nomor}"[:200],
    )  # fmt: skip


def akhiri_masa(np, model, syarat):
    """Periods (Plt/Plh, contract, leave) that run past the TMT end the day before it, or fall when they begin later."""
    lewat = model.objects.filter(syarat, pegawai_id=np.pegawai_id, dibatalkan_pada__isnull=True).filter(
        Q(sampai__isnull=True) | Q(sampai__gte=np.tmt)
    )
    baris = list(lewat.exclude(naskah_pegawai=np))
    _tandai(np, model.objects.filter(pk__in=[b.pk for b in baris]), "Berakhir karena")
    for lama in baris:
        if lama.tmt < np.tmt:
            nilai = {f.attname: getattr(lama, f.attname) for f in lama._meta.concrete_fields
                     if f.attname not in ("id", "dicatat_pada", "dicatat_oleh_id", "dicatat_dari", "batch_id")
                     and not f.attname.startswith("dibatalkan")}  # fmt: skip
            model.objects.create(
                **nilai | {"naskah_pegawai_id": np.pk, "sampai": np.tmt - timedelta(days=1)}
            )  # fmt: skip


def batalkan(np, baru, *, cara, tmt):
    """Counter-effect of a revoked pemberhentian: kedudukan, rank and pay come back, and the periods it had cut.

    One that falls before its own TMT has never taken effect: it goes as if it had never been, the KP pengabdian dated
    before it included, and a Satyalancana it took away stands again. From a later day on, contract and CLTN, tugas belajar or penugasan run again to their own last
    day; Plt and Plh do not (the seat has been given to another meanwhile).
    """
    if cara == SURUT or tmt <= np.tmt:
        balik.anggap_tidak_ada(np, baru)
        _kembalikan_masa(np, (RiwayatJabatan, RiwayatKontrak, RiwayatTinggal))
        tanda_kehormatan.kembalikan(np)
    else:
        balik.akhiri_sejak(np, baru, tmt)
        _kembalikan_masa(np, (RiwayatKontrak, RiwayatTinggal), baru, tmt)


def _kembalikan_masa(np, model_masa, baru=None, sejak=None):
    """Periods ``np`` had cut or cut out hold again: as they were, or by ``baru`` from the day ``sejak`` on."""
    for model in model_masa:
        for lama in model.objects.filter(pegawai_id=np.pegawai_id, dibatalkan_naskah=np).exclude(naskah_pegawai=np):
            if getattr(lama, "penugasan", "") == "D" or (sejak and lama.sampai and lama.sampai < sejak):
                continue
            mulai = max(lama.tmt, sejak or lama.tmt)
            sama = model.objects.filter(pegawai_id=np.pegawai_id, tmt=mulai, dibatalkan_pada__isnull=True)
            if hasattr(lama, "penugasan"):
                sama = sama.filter(penugasan=lama.penugasan, jabatan_id=lama.jabatan_id)
            if not sama.exists():
                asal = {"naskah_pegawai_id": baru.pk, "batch_id": None} if baru else {}
                balik.salin(lama, tmt=mulai, **asal)


def aktifkan(np):
    """Kedudukan 01 from the TMT on (end of a pemberhentian sementara)."""
    if not akibat.sudah_diterapkan(np, RiwayatKedudukan):
        _kedudukan(np, AKTIF)


def mulai_mpp(np, sampai):
    """RiwayatTinggal MPP up to the day before the pension, and kedudukan 20 from its first day on."""
    if akibat.sudah_diterapkan(np, RiwayatTinggal):
        return
    RiwayatTinggal.objects.create(**akibat.kolom_sk(np), jenis=MPP, sampai=sampai)
    _kedudukan(np, KEDUDUKAN_MPP)


def akhir_mpp(np):
    """Last day of the MPP as printed, or by the profile where the decree was made outside."""
    if beku := akibat.beku(np, "mpp", "iso"):
        return date.fromisoformat(beku)
    return profil_satu(np.pegawai_id, per=np.tmt, bagian=("jabatan",)).tmt_pensiun - timedelta(days=1)


def segera_dibereskan(tmt):
    """Usulan of one who has stopped already are looked at at once; else the night of the TMT does it."""
    if tmt <= timezone.localdate():
        from layanan.tasks import bereskan_purna  # noqa: PLC0415 - the task module imports the acts

        antrekan(bereskan_purna)


def _pertek(usulan_id):
    """Columns of the pertek BKN gave to this usulan, {} where there was none."""
    akhir = (
        LangkahUsulan.objects.filter(usulan_id=usulan_id, kode="pertek", keadaan="selesai", hasil="ms")
        .order_by("-id").values_list("isian", flat=True).first()
    )  # fmt: skip
    if not akhir:
        return {}
    return {"nomor_pertek": akhir.get("nomor_pertek") or "", "tanggal_pertek": akhir.get("tanggal_pertek") or None}
