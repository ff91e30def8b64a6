"""Calon yang diangkat: fakta dari seleksi bagi layanan SK, akibat SK pertamanya pada riwayat, dan akunnya yang beralih.

``fakta`` is what rules and decree read as ``Konteks.lain["calon"]``; ``pengangkatan`` writes the rows of the first SK (CPNS or PPPK)
inside the transaction of signing; ``alihkan_akun`` makes the account of the candidate that of the ASN.
"""

from datetime import timedelta

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import gaji_pokok, tambah_bulan, tulis_tanggal
from kepegawaian.models import (
    Pengguna,
    Penugasan,
    RiwayatGaji,
    RiwayatIdentitas,
    RiwayatIkatan,
    RiwayatJabatan,
    RiwayatKedudukan,
    RiwayatKontrak,
    RiwayatPangkat,
    RiwayatPendidikan,
    RiwayatStatus,
    RiwayatUnit,
)
from kepegawaian.models.referensi import PendidikanGolongan
from layanan import akibat
from layanan.galat import DitolakAlur
from pengadaan.models import Pelamar
from pengadaan.seleksi.pemberkasan import kurang

TANPA_SELEKSI = "Pegawai ini tidak berasal dari seleksi di portal; SK pertamanya direkam lewat impor SIASN."
KP_PENGADAAN = "211"
AKTIF = {"CPNS": "01", "PPPK": "P1", "PPPK_PW": "P6"}


def pelamar_dari(pegawai_id):
    """The Pelamar a pegawai was, or None."""
    return (
        Pelamar.objects.select_related(
            "seleksi", "pemberkasan", "tingkat", "mengisi__jabatan", "mengisi__unit", "formasi__jabatan"
        ).filter(pegawai_id=pegawai_id).first()
    )  # fmt: skip


def golongan(jenis, setara, tanggal, acuan):
    """(golongan, MKG years) a level of education begins with; (None, 0) where the table has none."""
    if jenis == "PPPK_PW":
        return None, 0
    if jenis == "PPPK":
        baris = (
            PendidikanGolongan.objects.filter(setara=setara, berlaku_sejak__lte=tanggal)
            .order_by("-berlaku_sejak")
            .first()
        )
        return (baris.golongan_pppk_id if baris else None), 0
    baris = acuan.pendidikan_golongan(setara, tanggal)
    return (baris.golongan_awal, baris.mkg_awal_tahun) if baris else (None, 0)


def fakta(pegawai_id):
    """What the selection says of a pegawai, JSON-able but for dates; None when he comes from none."""
    p, acuan = pelamar_dari(pegawai_id), acuan_kini()
    if p is None or p.mengisi is None:
        return None
    b = p.usul_nip.filter(status="terbit").select_related("usul").first()
    tmt = b.tmt if b else None
    f, jenis = p.mengisi, p.seleksi.jenis
    unit = acuan.unit.get(f.unit_id)
    opd = acuan.unit.get(unit.opd_id) if unit else None
    kode, mkg = golongan(jenis, p.tingkat.setara, tmt or p.seleksi.dibuat_pada.date(), acuan)
    return {
        "jenis": jenis, "nomor_peserta": p.nomor_peserta, "seleksi": p.seleksi.nama, "tmt": tmt,
        "pertek": f"{b.nomor_pertek} tanggal {tulis_tanggal(b.tanggal_pertek)}" if b else "",
        "nomor_pertek": b.nomor_pertek if b else "", "tanggal_pertek": b.tanggal_pertek if b else None,
        "berkas_kurang": kurang(p.pemberkasan), "pengabdian_tahun": p.seleksi.pengabdian_tahun,
        "jabatan_id": f.jabatan_id, "jabatan": f.jabatan.nama, "bup": acuan.bup_tahun(f.jabatan.bup_kode, tmt or p.tanggal_lahir),
        "unit_id": f.unit_id, "unit": f.unit.nama, "opd": opd.nama if opd else f.unit.nama, "opd_kode": opd.kode if opd else "",
        "golongan": kode, "mkg_tahun": mkg, "tingkat_id": p.tingkat_id, "tingkat": p.tingkat.nama, "pendidikan": p.pendidikan,
        "sekolah": p.pemberkasan.sekolah, "tahun_lulus": p.pemberkasan.tahun_lulus, "nomor_ijazah": p.pemberkasan.nomor_ijazah,
        "nama": p.nama, "gelar_depan": p.pemberkasan.gelar_depan, "gelar_belakang": p.pemberkasan.gelar_belakang,
    }  # fmt: skip


def gaji_awal(c, tanggal, acuan):
    """Gaji pokok of the table for his golongan and MKG, or None."""
    return gaji_pokok(acuan, c["golongan"], 12 * c["mkg_tahun"], tanggal).rupiah if c["golongan"] else None


# ── effect of the first SK ───────────────────────────────────────────────────────────────────────────


def _tulis(model, np, **kolom):
    """One row with the columns of the SK; a standing row of the same TMT gives way."""
    akibat.gantikan(model, np)
    dasar = akibat.kolom_sk(np)
    nama = {f.name for f in model._meta.get_fields()}
    return model.objects.create(**{k: v for k, v in dasar.items() if k in nama or k.endswith("_id")}, **kolom)


def pengangkatan(np, status, *, sampai=None, upah=None):
    """Writes identity, status, kedudukan, rank, post, unit, pay, education, contract and bond of a first SK; once.

    ``sampai``: last day of the contract of a PPPK; ``upah``: pay of a PPPK paruh waktu, rupiah a month.
    """
    if akibat.sudah_diterapkan(np, RiwayatStatus):
        return
    c, acuan = fakta(np.pegawai_id), acuan_kini()
    if c is None:
        raise DitolakAlur(TANPA_SELEKSI)
    _tulis(RiwayatIdentitas, np, nama=c["nama"], gelar_depan=c["gelar_depan"], gelar_belakang=c["gelar_belakang"])
    _tulis(RiwayatStatus, np, status=status)
    _tulis(RiwayatKedudukan, np, kedudukan_id=AKTIF[status])
    _tulis(RiwayatJabatan, np, jabatan_id=c["jabatan_id"], unit_id=c["unit_id"])
    _tulis(RiwayatUnit, np, unit_id=c["unit_id"])
    if c["golongan"]:
        gaji, masa = gaji_awal(c, np.tmt, acuan), {"mkg_tahun": c["mkg_tahun"], "mkg_bulan": 0}
        pns = status == "CPNS"
        _tulis(
            RiwayatPangkat, np, golongan_id=c["golongan"], jenis_kp_id=KP_PENGADAAN if pns else None, nomor_pertek=c["nomor_pertek"],
            tanggal_pertek=c["tanggal_pertek"], **masa,
        )  # fmt: skip
        if gaji is not None:
            _tulis(
                RiwayatGaji, np, jenis="CPNS" if pns else "KONTRAK", golongan_id=c["golongan"], gaji_pokok=gaji, **masa
            )
    _tulis(
        RiwayatPendidikan, np, tingkat_id=c["tingkat_id"], nama=c["pendidikan"][:200], sekolah=c["sekolah"], tahun_lulus=c["tahun_lulus"],
        nomor_ijazah=c["nomor_ijazah"], saat_pengangkatan=True,
    )  # fmt: skip
    if sampai is not None:
        _tulis(
            RiwayatKontrak, np, sampai=sampai, golongan_id=c["golongan"], paruh_waktu=status == "PPPK_PW", upah=upah
        )
    if tahun := np.data["isian"].get("pengabdian_tahun"):
        akhir = tambah_bulan(np.tmt, 12 * int(tahun)) - timedelta(days=1)
        _tulis(
            RiwayatIkatan,
            np,
            jenis="FORMASI",
            sampai=akhir,
            keterangan=f"Pernyataan pengabdian {tahun} tahun, {c['seleksi']}"[:200],
        )
    alihkan_akun(np.pegawai, np.naskah.tanggal)


def alihkan_akun(pegawai, tanggal):
    """The account of the candidate becomes that of the ASN: his NIP is its name, its password stays, the role ``calon`` ends.

    Who has none, or whose account was closed, gets a new one that he activates as everybody does.
    """
    if Pengguna.objects.filter(pegawai=pegawai).exists():
        return
    akun = Pengguna.objects.select_for_update().filter(pelamar__pegawai=pegawai, is_active=True).first()
    if akun is None:
        Pengguna.objects.create_user(pegawai.nip, None, pegawai=pegawai)
        return
    akun.nama_pengguna, akun.pegawai, akun.nama, akun.email = pegawai.nip, pegawai, "", ""
    akun.save(update_fields=["nama_pengguna", "pegawai", "nama", "email"])
    for tugas in Penugasan.objects.filter(pengguna=akun, peran="calon", sampai__isnull=True):
        tugas.sampai = max(tugas.sejak, tanggal)
        tugas.save(update_fields=["sampai"])
