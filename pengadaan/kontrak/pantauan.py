"""Pantauan perjanjian kerja: siapa berakhir kapan, sejauh mana perpanjangannya, tembusan BKN, dan pengingatnya.

Law: PP 49/2018 Ps. 37; Permen PANRB 70/2020 (usul six months ahead). Everything is one query over ProfilKini in scope with
the latest living usulan of each; reminders are sent once for each contract and stage, however often the day is run.
"""

from collections import Counter, defaultdict
from datetime import timedelta

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.urls import reverse
from django.utils import timezone

from kepegawaian import jejak, kabar
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import PPPK, tambah_bulan, tulis_tanggal
from kepegawaian.filters import cari_orang
from kepegawaian.models import HubunganNaskah, Pegawai, Pengguna, Penugasan, ProfilKini, RiwayatKontrak
from kepegawaian.peristiwa import ambil
from layanan import alur, katalog
from layanan.aturan import BATAL, CABUT
from layanan.galat import DitolakAlur
from layanan.models import LangkahUsulan, NaskahUsulan, Usulan

SLUG = "perpanjangan-pppk"
BERDIRI = ("berlaku", "diubah")
SUBBID = "SUB21"
PILIH_MAKS = 100


# Columns of the latest living usulan of an extension, as a row of the list names them.
KOLOM_USULAN = {"nomor": "nomor", "status_usul": "status", "nama_langkah": "langkah_kini__nama", "isian_usul": "isian"}


def orang(hak):
    """ProfilKini of the PPPK in scope who have a contract."""
    return ProfilKini.objects.filter(hak.lingkup(), aktif=True, status__in=PPPK, kontrak_sampai__isnull=False)


def _hidup():
    """Living usulan of an extension of the running contract of a ProfilKini; one whose decree fell is none."""
    return Usulan.objects.filter(
        MASIH, pegawai_id=OuterRef("pegawai_id"), layanan=SLUG, tmt__gt=OuterRef("kontrak_sampai")
    )


def _sah(**usulan):
    """Standing decrees of an extension."""
    return NaskahUsulan.objects.filter(
        surat=False, naskah__tahap="ditandatangani", naskah__status__in=BERDIRI, **usulan
    )


# A revoked or annulled decree lets him be proposed again; of a collective one only his own part counts.
MASIH = Q(status__in=("draf", "diproses", "dikembalikan", "selesai")) & ~Q(
    Exists(
        HubunganNaskah.objects.filter(
            jenis__in=(CABUT, BATAL),
            isi__pegawai_id=OuterRef("pegawai_id"),
            isi__naskah__usulan__usulan_id=OuterRef("pk"),
        )
    )
)


def berkeadaan(keadaan):
    """Q: belum (no living usulan), proses, or diperpanjang (signed, begins after the running contract)."""
    if keadaan == "belum":
        return Q(~Exists(_hidup()))
    sah = Exists(_hidup().filter(Exists(_sah(usulan_id=OuterRef("pk")))))
    return Q(sah) if keadaan == "diperpanjang" else Q(Exists(_hidup())) & ~Q(sah)


def daftar(hak):
    """``orang`` with the columns of ``KOLOM_USULAN`` and ``keadaan`` on every row, for lists that go through all of them."""
    semua = orang(hak).annotate(
        **{k: Subquery(_hidup().order_by("-pk").values(v)[:1]) for k, v in KOLOM_USULAN.items()}
    )
    return semua.annotate(
        keadaan=Case(
            When(berkeadaan("belum"), then=Value("belum")), When(berkeadaan("diperpanjang"), then=Value("diperpanjang")),
            default=Value("proses"), output_field=CharField(),
        )
    )  # fmt: skip


def lengkapi(halaman):
    """Sets the same on the ProfilKini of one page, and ``upah`` of a paruh waktu; two queries for all of them."""
    paruh = {o.pegawai_id: o.kontrak_sampai for o in halaman if o.status == "PPPK_PW"}
    kontrak = RiwayatKontrak.objects.filter(pegawai_id__in=paruh, dibatalkan_pada__isnull=True).order_by("pk")
    upah = {
        (p, akhir): n for p, akhir, n in kontrak.values_list("pegawai_id", "sampai", "upah")
    } if paruh else {}  # fmt: skip
    usulan = Usulan.objects.filter(
        MASIH, pegawai_id__in=[o.pegawai_id for o in halaman], layanan=SLUG,
        tmt__gt=F("pegawai__kini__kontrak_sampai"),
    ).annotate(sah=Exists(_sah(usulan_id=OuterRef("pk"))))  # fmt: skip
    milik = {u["pegawai_id"]: u for u in usulan.order_by("pk").values("pegawai_id", "sah", *KOLOM_USULAN.values())}
    for o in halaman:
        u = milik.get(o.pegawai_id)
        for nama, kolom in KOLOM_USULAN.items():
            setattr(o, nama, u[kolom] if u else None)
        o.upah = upah.get((o.pegawai_id, o.kontrak_sampai))
        o.keadaan = "belum" if u is None else "diperpanjang" if u["sah"] else "proses"
    return halaman


def saring(orang, form, hari_ini, acuan):
    """Those the filter keeps, the nearest end first."""
    awal, akhir = form.rentang(hari_ini)
    if awal:
        orang = orang.filter(kontrak_sampai__gte=awal)
    if akhir:
        orang = orang.filter(kontrak_sampai__lte=akhir)
    if form.isi("q"):
        orang = orang.filter(cari_orang(form.isi("q"), nama="nama", nip="nip"))
    if form.isi("opd"):
        orang = orang.filter(opd_id=int(form.isi("opd")))
    if form.isi("status"):
        orang = orang.filter(status=form.isi("status"))
    keadaan = form.isi("keadaan")
    if keadaan == "terlambat":
        orang = orang.filter(lewat_batas(hari_ini, acuan), berkeadaan("belum"))
    elif keadaan:
        orang = orang.filter(berkeadaan(keadaan))
    return orang.order_by("kontrak_sampai", "nama", "nip")


def lewat_batas(hari_ini, acuan):
    """Q: a PPPK whose last day to be proposed (PPK-5) has passed; a paruh waktu has no such day."""
    bulan = acuan.setelan("kontrak_usul_bulan", hari_ini)
    # tambah_bulan(akhir, -n) < today is the same as akhir < tambah_bulan(today, n), but for the last days of short months.
    return Q(status="PPPK", kontrak_sampai__lt=tambah_bulan(hari_ini, bulan))


def hitung(hak, hari_ini, acuan):
    """[(stage in days, how many end within it)], how many are late, how many copies to BKN are missing; three queries."""
    tahap = sorted(acuan.setelan("kontrak_pengingat_hari", hari_ini))
    milik = orang(hak).filter(kontrak_sampai__gte=hari_ini)
    dekat = milik.filter(kontrak_sampai__lte=hari_ini + timedelta(days=tahap[-1])).order_by()
    per_hari = Counter(dict(dekat.values_list("kontrak_sampai").annotate(n=Count("pk"))))
    banyak = [(h, sum(n for t, n in per_hari.items() if t <= hari_ini + timedelta(days=h))) for h in tahap]
    terlambat = milik.filter(lewat_batas(hari_ini, acuan), berkeadaan("belum")).count()
    return banyak, terlambat, tanpa_tembusan(hak).count()


def tanpa_tembusan(hak):
    """Usulan whose decree is signed and whose copy has not been sent to Kepala BKN (PPK-6), in scope."""
    sudah = LangkahUsulan.objects.filter(usulan_id=OuterRef("pk"), kode="tembusan_bkn", keadaan="selesai")
    sah = _sah(usulan_id=OuterRef("pk"))
    return Usulan.objects.filter(hak.lingkup("pegawai__kini__"), Exists(sah), layanan=SLUG).exclude(Exists(sudah))


def terkirim(hak):
    """Every signed extension with its copy: what the list for BKN holds, newest first."""
    langkah = LangkahUsulan.objects.filter(usulan_id=OuterRef("pk"), kode="tembusan_bkn", keadaan="selesai").order_by(
        "-id"
    )
    naskah = NaskahUsulan.objects.filter(
        usulan_id=OuterRef("pk"), surat=False, naskah__tahap="ditandatangani"
    ).order_by("-naskah_id")
    return (
        Usulan.objects.filter(hak.lingkup("pegawai__kini__"), layanan=SLUG)
        .annotate(
            sk_nomor=Subquery(naskah.values("naskah__nomor")[:1]), sk_tanggal=Subquery(naskah.values("naskah__tanggal")[:1]),
            tembusan=Subquery(langkah.values("isian")[:1]),
        )
        .filter(sk_nomor__isnull=False).select_related("pegawai__kini__jabatan").order_by("-sk_tanggal", "-pk")
    )  # fmt: skip


def usulkan(nip, *, oleh):
    """Drafts of an extension for these people, each in a transaction of its own; (how many, [(name, why not)]).

    Who has a living usulan of it is passed over with that reason.
    """
    layanan, oleh = katalog.ambil(SLUG), oleh.berombongan()
    berhasil, gagal = 0, []
    ada = {o.pegawai_id: o.nomor for o in lengkapi(list(orang(oleh.hak).filter(nip__in=nip))) if o.keadaan != "belum"}
    pegawai = (
        Pegawai.objects.terlihat_oleh(oleh.hak)
        .select_related("kini")
        .filter(nip__in=nip)
        .order_by("kini__kontrak_sampai", "nip")
    )
    for satu in pegawai:
        if satu.pk in ada:
            gagal.append((satu.kini.nama_lengkap, f"sudah diusulkan ({ada[satu.pk]})."))
            continue
        try:
            alur.buat_draf(layanan, satu, oleh=oleh)
            berhasil += 1
        except DitolakAlur as galat:
            gagal.append((satu.kini.nama_lengkap, str(galat)))
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        if berhasil:
            jejak.catat(
                "kontrak_usulkan", ("usulan", None), pada=oleh.kini, sebagai_jabatan=oleh.hak.sebutan, jumlah=berhasil
            )
    return berhasil, gagal


# ── reminders ────────────────────────────────────────────────────────────────────────────────────────


def tahap_jatuh(akhir, hari_ini, tahap):
    """The stage (days before the end) a contract that ends on ``akhir`` is in today, or None before the first.

    The nearest one reached: a job that missed a day still reminds, and an earlier stage is not told later.
    """
    sisa = (akhir - hari_ini).days
    return min((h for h in tahap if sisa <= h), default=None) if sisa >= 0 else None


def ingatkan(hari_ini, *, pada=None):
    """Tells each PPPK without an extension under way, and operator and head of his OPD and the subbid by number.

    Idempotent: one notice for each contract and stage. Returns how many people are in a stage.
    """
    acuan, pada = acuan_kini(), pada or timezone.now()
    tahap = acuan.setelan("kontrak_pengingat_hari", hari_ini)
    akan = ProfilKini.objects.filter(
        berkeadaan("belum"), aktif=True, status__in=PPPK, kontrak_sampai__gte=hari_ini,
        kontrak_sampai__lte=hari_ini + timedelta(days=max(tahap)),
    )  # fmt: skip
    milik = defaultdict(list)
    for pk, opd, akhir in akan.order_by("kontrak_sampai", "pk").values_list("pegawai_id", "opd_id", "kontrak_sampai"):
        milik[tahap_jatuh(akhir, hari_ini, tahap), akhir].append((pk, opd))
    with jejak.sebagai(None):
        for (h, akhir), isi in milik.items():
            _kabari_orang(h, akhir, [pk for pk, _ in isi], pada)
        _kabari_pengelola(milik, hari_ini, acuan, pada)
    return sum(map(len, milik.values()))


def _kabari_orang(h, akhir, ids, pada):
    akun = Pengguna.objects.filter(pegawai_id__in=ids, is_active=True).values_list("pk", flat=True)
    jejak.beri_tahu(
        list(akun), kunci=f"kontrak:{akhir:%Y-%m-%d}:{h}", judul=f"Perjanjian kerja Anda berakhir {tulis_tanggal(akhir)}",
        isi="Perpanjangannya belum diusulkan. Siapkan hasil kinerja dan surat keterangan sehat; usulnya melalui perangkat daerah Anda.",
        url=reverse("layanan:katalog_detail", args=[SLUG]), pada=pada, peristiwa="kontrak",
    )  # fmt: skip


def _kabari_pengelola(milik, hari_ini, acuan, pada):
    """One notice for each stage and end of contract to those who propose: operators and heads of the OPD, staf of the subbid."""
    for (h, akhir), isi in milik.items():
        per_opd, teks = Counter(opd for _, opd in isi), {}
        for pengguna, opd in [*_opd(per_opd, hari_ini), *((p, None) for p in _subbid(acuan))]:
            n = sum(per_opd.values()) if opd is None else per_opd[opd]
            teks[pengguna] = (f"{n} perjanjian kerja berakhir {tulis_tanggal(akhir)}",
                              f"Belum diusulkan perpanjangannya; tinggal {(akhir - hari_ini).days} hari.")  # fmt: skip
        if teks:
            kabar.tulis(kabar.orang(teks), ambil("kontrak"), teks, kunci=f"kontrak-opd:{akhir:%Y-%m-%d}:{h}",
                        url=f"{reverse('pengadaan:kontrak_list')}?masa=240&keadaan=belum", pada=pada)  # fmt: skip


def _opd(per_opd, hari_ini):
    """(account id, OPD id) of operators and heads of these OPD."""
    opd = [i for i in per_opd if i]
    tugas = Penugasan.objects.filter(peran="operator_opd", unit_id__in=opd, sejak__lte=hari_ini)
    pasangan = set(tugas.filter(Q(sampai=None) | Q(sampai__gte=hari_ini)).values_list("pengguna_id", "unit_id"))
    kepala = ProfilKini.objects.filter(
        aktif=True, jabatan__kepala_unit=True, jabatan__unit_id__in=opd, pegawai__pengguna__is_active=True
    )
    return sorted(pasangan | set(kepala.values_list("pegawai__pengguna", F("jabatan__unit_id"))))


def _subbid(acuan):
    """Account ids of those who work in the subbid that owns the extension."""
    unit = acuan.unit_kode.get(SUBBID)
    if unit is None:
        return []
    orang = ProfilKini.objects.filter(aktif=True, unit_id=unit.id)
    return list(
        Pengguna.objects.filter(pegawai_id__in=orang.values("pegawai_id"), is_active=True).values_list("pk", flat=True)
    )
