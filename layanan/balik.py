"""Balik: akibat perubahan, pencabutan, dan pembatalan sebuah naskah pada riwayat, dan kaitan dua arahnya.

Nothing is deleted: rows of the old naskah are marked batal once, what held before comes back as further rows,
so that ``profil(per=…, sepengetahuan=…)`` answers as it did before the revocation. ``Layanan.batalkan_akibat`` and
``perbaiki_akibat`` call these by default for every kind of riwayat. Runs inside the transaction of signing.

A naskah and the perubahan made on it form one chain (``rantai``): revoking the first ends the corrected rows too.
"""

from datetime import date, timedelta
from functools import lru_cache

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import bulan_antara, gaji_pokok, tulis_tanggal
from kepegawaian.models import JENIS_RIWAYAT, HubunganNaskah, Naskah, NaskahPegawai
from kepegawaian.models.dasar import Pelaku
from kepegawaian.profil import profil_satu
from layanan import akibat, aturan, katalog
from layanan.galat import DitolakAlur
from layanan.models import LangkahUsulan

BERDIRI = ("berlaku", "diubah")
STATUS = {aturan.UBAH: "diubah", aturan.CABUT: "dicabut", aturan.BATAL: "dibatalkan"}
AKSI = {aturan.UBAH: "naskah_ubah", aturan.CABUT: "naskah_cabut", aturan.BATAL: "naskah_anulir"}
KATA = {aturan.UBAH: "Diubah", aturan.CABUT: "Dicabut", aturan.BATAL: "Dibatalkan"}
# Facts that hold until the next row of their kind; the others are events, or periods with their own last day.
FAKTA_BERDIRI = ("identitas", "status", "kedudukan", "pangkat", "jabatan", "unit", "gaji")
MASA = ("jabatan", "hukuman", "pemeriksaan", "tinggal", "kontrak")
BEKU = ("id", "dicatat_pada", "dicatat_oleh_id", "dicatat_dari", "dibatalkan_pada", "dibatalkan_oleh_id",
        "dibatalkan_sebab", "dibatalkan_naskah_id")  # fmt: skip
# What a naskah perubahan may correct, by kind of riwayat; the TMT is corrected on all of them.
KOLOM = {
    "pangkat": ("mkg_tahun", "mkg_bulan", "nomor_pertek", "tanggal_pertek"),
    "gaji": ("gaji_pokok", "mkg_tahun", "mkg_bulan"),
    "kontrak": ("sampai", "upah"),
}


# ── what is known of the old naskah ──────────────────────────────────────────────────────────────────


def muat(naskah_id, pegawai_id, *, kunci=False):
    """The NaskahPegawai of a person in a naskah, or None; ``kunci`` locks its naskah for the rest of the act."""
    if not str(naskah_id or "").isdigit():
        return None
    if kunci:
        list(Naskah.objects.select_for_update().filter(pk=naskah_id).values_list("pk"))
    isi = NaskahPegawai.objects.filter(naskah_id=naskah_id, pegawai_id=pegawai_id)
    return isi.select_related("naskah").first()


def layanan_asal(np):
    """The layanan a NaskahPegawai came from, or None (imported, or made outside without one)."""
    try:
        return katalog.ambil((np.data or {}).get("layanan", ""))
    except KeyError:
        return None


@lru_cache(maxsize=4096)
def _slug_asal(naskah_id):
    """Slug of the layanan a naskah came from; its data is frozen, so what is once known stays true."""
    data = NaskahPegawai.objects.filter(naskah_id=naskah_id).order_by("pk").values_list("data", flat=True).first()
    if data is None:
        raise LookupError(naskah_id)
    return data.get("layanan", "")


def asal_naskah(naskah_id):
    """The layanan a naskah came from, by its id; None when there is no such naskah or layanan."""
    if not str(naskah_id or "").isdigit():
        return None
    try:
        return katalog.ambil(_slug_asal(int(naskah_id)))
    except LookupError:
        return None


def rantai(np):
    """Ids of the NaskahPegawai and of every perubahan made on it, oldest first."""
    ubah = NaskahPegawai.objects.filter(
        pegawai_id=np.pegawai_id, naskah__mengenai__isi=np, naskah__mengenai__jenis=aturan.UBAH
    )
    return [np.pk, *ubah.order_by("pk").values_list("pk", flat=True)]


def kantor_penanda_tangan(np):
    """Code of the office whose holder signed, or ""."""
    langkah = LangkahUsulan.objects.filter(
        usulan_id=np.data.get("usulan"), aksi=katalog.TANDA_TANGAN, keadaan="selesai"
    )
    akhir = langkah.order_by("-id").values_list("kantor_luar", "jabatan__kode").first()
    return (akhir[0] or akhir[1] or "") if akhir else ""


def sesudah(np, ids):
    """Standing NaskahPegawai of the same person that came after: later TMT, or the same TMT but signed later."""
    lain = NaskahPegawai.objects.filter(
        Q(tmt__gt=np.tmt) | Q(tmt=np.tmt, diterapkan_pada__gt=np.diterapkan_pada),
        pegawai_id=np.pegawai_id, naskah__tahap="ditandatangani", naskah__status__in=BERDIRI,
    )  # fmt: skip
    tindakan = [layanan.slug for layanan in katalog.semua() if layanan.dari_naskah]
    return lain.exclude(pk__in=ids).exclude(data__layanan__in=tindakan).select_related("naskah").order_by("tmt", "pk")


def kini(np, ids):
    """{column: value} of what a perubahan may correct, as it stands."""
    asal = layanan_asal(np)
    boleh = asal.dapat_diperbaiki if asal else ("tmt",)
    nilai = {}
    for jenis, kolom in KOLOM.items():
        baris = JENIS_RIWAYAT[jenis].objects.filter(naskah_pegawai__in=ids, dibatalkan_pada__isnull=True).first()
        if baris:
            nilai = {"tmt": baris.tmt} | nilai | {k: getattr(baris, k) for k in kolom if k in boleh}
    return {"tmt": np.tmt} | nilai


def fakta(np):
    """What the rules ask about a naskah (keys in ``layanan/aturan.py``), {} when there is none."""
    if np is None or np.tmt is None:
        return {}
    asal, ids = layanan_asal(np), rantai(np)
    slug = (np.data or {}).get("layanan")
    return {
        "status": np.naskah.status,
        "asal": np.naskah.asal,
        "tindakan": bool(asal and asal.dari_naskah),
        "kantor": kantor_penanda_tangan(np),
        "tmt": np.tmt,
        "kini": kini(np, ids),
        "sesudah": [
            {"nomor": s.naskah.nomor, "perihal": s.naskah.perihal, "tmt": s.tmt,
             "sejenis": bool(slug) and s.data.get("layanan") == slug}
            for s in sesudah(np, ids)
        ],
    }  # fmt: skip


def profil_tanpa(np, per):
    """The profile on ``per`` as it was known just before the naskah wrote its rows, or None when it wrote none."""
    saat = [
        dicatat
        for model in JENIS_RIWAYAT.values()
        for dicatat in model.objects.filter(naskah_pegawai=np).values_list("dicatat_pada", flat=True)
    ]
    if not saat:
        return None
    return profil_satu(np.pegawai_id, per=per, sepengetahuan=min(saat) - timedelta(microseconds=1))


# ── counter-effects ──────────────────────────────────────────────────────────────────────────────────


def anggap_tidak_ada(np, baru):
    """As if the naskah had never been: its rows batal, and what it had superseded comes back as new rows."""
    ids = rantai(np)
    for jenis, model in JENIS_RIWAYAT.items():
        _hapus_pengaruh(jenis, _baris(model, ids), ids, baru)


def akhiri_sejak(np, baru, tmt):
    """Ends the rows of the naskah on ``tmt``: facts before it stay, from then on what held before holds again.

    A standing fact gets a further row dated ``tmt``; a period is cut short; an event, and a row that would only
    have begun on or after ``tmt``, is marked batal. DitolakAlur when nothing is known to come back to.
    """
    ids = rantai(np)
    semula = []  # the profile without the naskah, asked once
    for jenis, model in JENIS_RIWAYAT.items():
        for baris in _baris(model, ids):
            if baris.tmt >= tmt or not (jenis in FAKTA_BERDIRI or jenis in MASA):
                _hapus_pengaruh(jenis, [baris], ids, baru)
            elif jenis in MASA and getattr(baris, "penugasan", "") != "D":
                _persingkat(baris, baru, tmt)
            else:
                semula = semula or [profil_tanpa(np, tmt)]
                _pulihkan_sejak(jenis, baris, ids, baru, tmt, semula[0])


def perbaiki(np, baru, isian):
    """Writes the rows of the naskah again with the corrected values; the old ones are marked batal."""
    ids, tmt = rantai(np), baru.tmt
    for jenis, model in JENIS_RIWAYAT.items():
        berdiri = _baris(model, ids)
        if not berdiri:
            continue
        _hapus_pengaruh(jenis, berdiri, ids, baru, kecuali=tmt)
        if jenis in FAKTA_BERDIRI:
            akibat.gantikan(model, baru)
        ubah = {k: _nilai(k, isian[k]) for k in KOLOM.get(jenis, ()) if isian.get(k) not in (None, "")}
        for baris in berdiri:
            salin(baris, **_sumber(baris, baru), **ubah, tmt=tmt)


def _nilai(kolom, teks):
    return (
        date.fromisoformat(str(teks))
        if kolom.startswith("tanggal") or kolom == "sampai"
        else teks
        if kolom == "nomor_pertek"
        else int(teks)
    )


def _baris(model, ids):
    return list(model.objects.filter(naskah_pegawai__in=ids, dibatalkan_pada__isnull=True).order_by("tmt", "id"))


def _tandai_batal(model, kunci, baru):
    jenis = katalog.ambil(baru.data["layanan"]).jenis
    model.objects.filter(pk__in=kunci, dibatalkan_pada__isnull=True).update(
        dibatalkan_pada=Now(),
        dibatalkan_oleh_id=Pelaku(),
        dibatalkan_sebab=f"{KATA[jenis]} {baru.naskah.perihal} {baru.naskah.nomor}"[:200],
        dibatalkan_naskah=baru,
    )


def _hapus_pengaruh(jenis, baris, ids, baru, kecuali=None):
    """Marks rows batal, and brings back as new rows what they had superseded (not on TMT ``kecuali``)."""
    if not baris:
        return
    model = JENIS_RIWAYAT[jenis]
    _tandai_batal(model, [b.pk for b in baris], baru)
    digeser = model.objects.filter(pegawai_id=baru.pegawai_id, dibatalkan_naskah__in=ids)
    if jenis in FAKTA_BERDIRI:
        digeser = digeser.filter(tmt__in={b.tmt for b in baris})
    for lama in digeser.exclude(naskah_pegawai__in=ids).order_by("-id"):
        if lama.tmt == kecuali or (jenis in FAKTA_BERDIRI and _terisi(lama)):
            continue
        try:
            with transaction.atomic():
                salin(lama)
        except IntegrityError as galat:
            raise DitolakAlur(
                f"Riwayat TMT {tulis_tanggal(lama.tmt)} yang seharusnya kembali bertabrakan dengan riwayat sesudahnya."
            ) from galat


def _terisi(lama):
    """True when another row of the same person and TMT stands already."""
    sama = type(lama).objects.filter(pegawai_id=lama.pegawai_id, tmt=lama.tmt, dibatalkan_pada__isnull=True)
    if hasattr(lama, "penugasan"):
        sama = sama.filter(penugasan=lama.penugasan)
    return sama.exists()


def salin(baris, **ubah):
    """A new row with the values of ``baris``, known from now on."""
    nilai = {f.attname: getattr(baris, f.attname) for f in baris._meta.concrete_fields if f.attname not in BEKU}
    return type(baris).objects.create(**nilai | ubah)


def _sumber(baris, baru):
    """Columns that say that a row rests on the new naskah."""
    kolom = {"naskah_pegawai_id": baru.pk, "batch_id": None}
    if hasattr(baris, "nomor_sk"):
        n = baru.naskah
        kolom |= {"nomor_sk": n.nomor, "tanggal_sk": n.tanggal, "pejabat": n.penetap}
    return kolom


def _persingkat(baris, baru, tmt):
    """A period that runs past ``tmt`` is marked batal and the shorter one added."""
    if baris.sampai is not None and baris.sampai < tmt:
        return
    _tandai_batal(type(baris), [baris.pk], baru)
    salin(baris, naskah_pegawai_id=baru.pk, batch_id=None, sampai=tmt - timedelta(days=1))


def _pulihkan_sejak(jenis, baris, ids, baru, tmt, semula):
    """From ``tmt`` on the fact that held before ``baris`` holds again, unless a later naskah has ended it already."""
    model = JENIS_RIWAYAT[jenis]
    milik = model.objects.filter(pegawai_id=baru.pegawai_id)
    if jenis == "jabatan":
        milik = milik.filter(penugasan="D")
    lain = milik.exclude(naskah_pegawai__in=ids)
    if lain.filter(dibatalkan_pada__isnull=True, tmt__gt=baris.tmt, tmt__lte=tmt).exists():
        return
    dulu = lain.filter(Q(dibatalkan_pada__isnull=True) | Q(dibatalkan_naskah__in=ids), tmt__lte=baris.tmt)
    dulu = dulu.order_by("-tmt", "-id").first()
    if dulu is None and jenis == "gaji" and semula and semula.gaji_pokok and semula.golongan:
        dulu = model(golongan_id=semula.golongan, gaji_pokok=semula.gaji_pokok, pegawai_id=baru.pegawai_id, tmt=tmt)
    if dulu is None:
        raise DitolakAlur(
            f"Keadaan {jenis} sebelum naskah itu tidak tercatat, sehingga tidak ada yang dapat dipulihkan; "
            "lengkapi riwayatnya lebih dulu atau gunakan pembatalan."
        )
    ubah = _sumber(dulu, baru) | {"tmt": tmt}
    if jenis in ("pangkat", "gaji"):
        ubah |= {"jenis": "LAIN"} if jenis == "gaji" else {"jenis_kp_id": None}
        mkg = mkg_berjalan(semula, tmt, dulu)
        if mkg is not None:
            ubah |= {"mkg_tahun": mkg // 12, "mkg_bulan": mkg % 12}
            if jenis == "gaji":
                gaji = gaji_pokok(acuan_kini(), dulu.golongan_id, mkg, tmt).rupiah
                ubah["gaji_pokok"] = gaji or dulu.gaji_pokok
    if jenis == "jabatan":
        ubah["tmt_pelantikan"] = None
    salin(dulu, **ubah)


def mkg_berjalan(semula, tmt, dulu=None):
    """Months of MKG on ``tmt`` without the naskah: it ran on while the naskah held, as after a late KGB."""
    if semula and semula.tmt_mkg_nol:
        return bulan_antara(semula.tmt_mkg_nol, tmt)
    if dulu is not None and dulu.mkg_tahun is not None:
        return dulu.mkg_tahun * 12 + (dulu.mkg_bulan or 0) + bulan_antara(dulu.tmt, tmt)
    return None


# ── the link both ways ───────────────────────────────────────────────────────────────────────────────


def berdampak(np):
    """The later naskah of a person, before anything changes: ``kaitkan`` flags them."""
    return list(sesudah(np, rantai(np)))


def kaitkan(np, baru, jenis, tmt, dampak):
    """Status of the old naskah, the link, and the flag *perlu ditinjau* on what came after it."""
    pada = baru.naskah.ditandatangani_pada or timezone.now()
    lama, ids = np.naskah, rantai(np)
    HubunganNaskah.objects.create(baru=baru.naskah, lama=lama, isi=np, jenis=jenis, tmt=tmt, pada=pada)
    status = STATUS[jenis]
    if jenis != aturan.UBAH:
        # A collective naskah falls as a whole only when nobody in it is left.
        tersisa = lama.isi.exclude(dikenai__jenis__in=(aturan.CABUT, aturan.BATAL)).exists()
        Naskah.objects.filter(isi__in=ids).exclude(pk=lama.pk).update(status=status)
        status = "diubah" if tersisa else status
    Naskah.objects.filter(pk=lama.pk).update(status=status, digantikan_oleh=baru.naskah)
    NaskahPegawai.objects.filter(pk__in=[d.pk for d in dampak], perlu_ditinjau="").update(
        perlu_ditinjau=f"{lama.perihal} {lama.nomor} {STATUS[jenis]} oleh nomor {baru.naskah.nomor}"[:200]
    )
    jejak.catat(AKSI[jenis], lama, pegawai=np.pegawai_id, pada=pada, nomor=baru.naskah.nomor)
