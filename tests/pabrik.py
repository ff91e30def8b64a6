"""Pabrik: people for tests, made of riwayat rows that rest on an import batch, as real ones are.

``buat_pegawai`` writes the least a living record has (identity, status, kedudukan, unit, jabatan, pangkat);
``tambah`` adds any further row. Reference data must be loaded (the test template has it).
"""

from collections import defaultdict
from datetime import date

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.backends.cached_db import SessionStore
from django.utils.crypto import get_random_string

from kepegawaian import profil
from kepegawaian.models import JENIS_RIWAYAT, BatchImpor, Jabatan, Pegawai, Pengguna, Penugasan, UnitKerja

SANDI = "Gunung-Pegat-27"
AWAL = date(2015, 3, 1)


def buat_batch(*, nama_berkas="uji.xlsx", per_tanggal=date(2026, 1, 1), status="diterapkan", **kolom):
    """A batch that riwayat rows may rest on; its file is not on disk."""
    return BatchImpor.objects.create(
        nama_berkas=nama_berkas,
        file=f"impor/{nama_berkas}",
        sha256="0" * 64,
        per_tanggal=per_tanggal,
        status=status,
        **kolom,
    )


def buat_nip(lahir=date(1986, 5, 17), angkat=AWAL, kelamin="P"):
    """The next free NIP of that birth date, appointment month and sex."""
    awal = f"{lahir:%Y%m%d}{angkat:%Y%m}{'1' if kelamin == 'L' else '2'}"
    terakhir = Pegawai.objects.filter(nip__startswith=awal).order_by("-nip").values_list("nip", flat=True).first()
    return f"{awal}{int(terakhir[15:]) + 1 if terakhir else 1:03d}"


def buat_pegawai(
    nip=None,
    *,
    nama="Ani Lestari",
    gelar_depan="",
    gelar_belakang="",
    unit="SUB12",
    jabatan="P-PENELAAH-TEKNIS-KEBIJAKAN",
    golongan="III/a",
    status="PNS",
    kedudukan="01",
    lahir=date(1986, 5, 17),
    kelamin="P",
    tmt=AWAL,
    tmt_kedudukan=None,
    mkg=(0, 0),
    batch=None,
    segarkan=True,
    **kolom,
):
    """A pegawai with his first riwayat rows, all TMT ``tmt``; ``unit`` and ``jabatan`` by kode, None for none.

    ``tmt_kedudukan``: the day ``kedudukan`` began, when it is not the first (a pensioner: ``"99"`` and its TMT).
    """
    nip = nip or buat_nip(lahir, tmt, kelamin)
    pegawai = Pegawai.objects.create(nip=nip, tanggal_lahir=lahir, jenis_kelamin=kelamin, **kolom)
    isi = {"batch": batch or buat_batch(), "segarkan": False}
    diri = {"nama": nama, "gelar_depan": gelar_depan, "gelar_belakang": gelar_belakang}
    for jenis, baris in _riwayat_awal(tmt, diri, status, (kedudukan, tmt_kedudukan), unit, jabatan, golongan, mkg):
        tambah(pegawai, jenis, **isi | baris)
    if segarkan:
        profil.segarkan([pegawai.pk], per=date.today())
    return pegawai


def _riwayat_awal(tmt, diri, status, kedudukan, unit, jabatan, golongan, mkg):
    """(jenis, columns) of the first riwayat rows of a person."""
    kode, tmt_kedudukan = kedudukan
    yield "identitas", {"tmt": tmt, **diri}
    yield "status", {"tmt": tmt, "status": status}
    yield "kedudukan", {"tmt": tmt, "kedudukan_id": kode if tmt_kedudukan is None else "01"}
    if tmt_kedudukan is not None:
        yield "kedudukan", {"tmt": tmt_kedudukan, "kedudukan_id": kode}
    unit = unit_kode(unit) if unit else None
    if unit:
        yield "unit", {"tmt": tmt, "unit": unit}
    if jabatan:
        yield "jabatan", {"tmt": tmt, "jabatan": jabatan_kode(jabatan), "unit": unit}
    if golongan:
        yield "pangkat", {"tmt": tmt, "golongan_id": golongan, "mkg_tahun": mkg[0], "mkg_bulan": mkg[1]}


BAKU = {
    "nip": None, "nama": "Ani Lestari", "gelar_depan": "", "gelar_belakang": "", "unit": "SUB12",
    "jabatan": "P-PENELAAH-TEKNIS-KEBIJAKAN", "golongan": "III/a", "status": "PNS", "kedudukan": "01",
    "tmt_kedudukan": None, "kelamin": "P", "mkg": (0, 0),
}  # fmt: skip


def buat_banyak(mau, *, batch=None):
    """{name: (Pegawai, Pengguna)} of ``mau`` {name: keywords of ``buat_pegawai``}, all born and appointed on its default days.

    The same people as ``buat_pegawai`` and ``buat_akun`` make one by one, written table by table in a fifth of the time: a
    world of ten is what most tests begin with.
    """
    batch, orang, baris = batch or buat_batch(), {}, defaultdict(list)
    lahir, urut = date(1986, 5, 17), {k: int(buat_nip(kelamin=k)[15:]) for k in "PL"}
    mau = {nama: BAKU | isi for nama, isi in mau.items()}
    for nama, isi in mau.items():
        k = isi["kelamin"]
        nip = isi["nip"] or f"{lahir:%Y%m%d}{AWAL:%Y%m}{'1' if k == 'L' else '2'}{urut[k]:03d}"
        urut[k] += 1
        kolom = {n: v for n, v in isi.items() if n not in BAKU}
        orang[nama] = Pegawai(nip=nip, tanggal_lahir=lahir, jenis_kelamin=k, **kolom)
    Pegawai.objects.bulk_create(orang.values())
    unit = UnitKerja.objects.in_bulk({i["unit"] for i in mau.values()}, field_name="kode")
    kursi = Jabatan.objects.in_bulk({i["jabatan"] for i in mau.values()}, field_name="kode")
    for nama, isi in mau.items():
        diri = {n: isi[n] for n in ("nama", "gelar_depan", "gelar_belakang")}
        kedudukan = isi["kedudukan"], isi["tmt_kedudukan"]
        for jenis, kolom in _riwayat_awal(
            AWAL, diri, isi["status"], kedudukan, unit[isi["unit"]], kursi[isi["jabatan"]], isi["golongan"], isi["mkg"]
        ):
            baris[jenis].append(JENIS_RIWAYAT[jenis](pegawai=orang[nama], batch=batch, **kolom))
    for jenis, daftar in baris.items():
        JENIS_RIWAYAT[jenis].objects.bulk_create(daftar)
    akun = [Pengguna(nama_pengguna=p.nip, pegawai=p, password=make_password(None)) for p in orang.values()]
    Pengguna.objects.bulk_create(akun)
    profil.segarkan([p.pk for p in orang.values()], per=date.today())
    return {nama: (orang[nama], satu) for nama, satu in zip(orang, akun, strict=True)}


def tambah(pegawai, jenis, /, *, batch=None, segarkan=True, **kolom):
    """Adds one riwayat row of a kind of ``JENIS_RIWAYAT`` and returns it."""
    if "naskah_pegawai" not in kolom:
        kolom["batch"] = batch or buat_batch()
    baris = JENIS_RIWAYAT[jenis].objects.create(pegawai=pegawai, **kolom)
    if segarkan:
        profil.segarkan([pegawai.pk], per=date.today())
    return baris


def unit_kode(unit):
    """The UnitKerja of a kode."""
    return unit if isinstance(unit, UnitKerja) else UnitKerja.objects.get(kode=unit)


def jabatan_kode(jabatan):
    """The Jabatan of a kode."""
    return jabatan if isinstance(jabatan, Jabatan) else Jabatan.objects.get(kode=jabatan)


def buat_akun(pegawai=None, *, nama_pengguna=None, sandi=None, **kolom):
    """The account of a pegawai, or of a duty without NIP; without ``sandi`` it is not activated yet."""
    nama_pengguna = nama_pengguna or pegawai.nip
    return Pengguna.objects.create_user(nama_pengguna, sandi, pegawai=pegawai, **kolom)


def tugaskan(pengguna, peran, unit=None, *, sejak=date(2026, 1, 1), sampai=None):
    """Gives an account a duty; ``unit`` by kode."""
    return Penugasan.objects.create(
        pengguna=pengguna,
        peran=peran,
        unit=unit_kode(unit) if unit else None,
        sejak=sejak,
        sampai=sampai,
        dasar="Surat tugas 800/1/2026",
    )


def masuk(client, pengguna):
    """Logs an account in without its password, past django-axes; returns the client.

    What the form of login leaves in the session and no more: ``force_login`` costs six queries, and tests log in thousands
    of times.
    """
    sesi = SessionStore(get_random_string(32, VALID_KEY_CHARS))
    sesi._session_cache = {
        SESSION_KEY: str(pengguna.pk),
        BACKEND_SESSION_KEY: "kepegawaian.akun.NipBackend",
        HASH_SESSION_KEY: pengguna.get_session_auth_hash(),
    }
    sesi.save(must_create=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = sesi.session_key
    return client
