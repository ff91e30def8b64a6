"""Register nomor: tiap klasifikasi dan tahun satu deret tanpa celah; nomor dipesan, dipakai, atau batal.

The row lock on ``RegisterNomor`` is held until the act commits, so that numbering and reserving at once never give
one number twice, and a rolled-back act gives its number back. A number once committed stays in the register.
"""

from kepegawaian import dosir as gudang, jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Naskah, NaskahPegawai, Pegawai
from layanan import katalog, tte
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.models import NomorTerpakai, RegisterNomor

SEKRETARIAT = "SEKRET"


def ambil_nomor(klasifikasi, pola, tahun):
    """Next number of the gap-free register: (RegisterNomor, urut, nomor). Must run inside the act."""
    RegisterNomor.objects.get_or_create(klasifikasi=klasifikasi, tahun=tahun)
    register = RegisterNomor.objects.select_for_update().get(klasifikasi=klasifikasi, tahun=tahun)
    register.terakhir += 1
    register.save(update_fields=["terakhir"])
    return register, register.terakhir, pola.format(urut=register.terakhir, tahun=tahun, klasifikasi=klasifikasi)


def deret():
    """{klasifikasi: (pola nomor, owner units, titles)} of every naskah the layanan print."""
    hasil = {}
    for layanan in katalog.semua():
        if layanan.dari_naskah:
            continue  # a naskah perubahan is numbered in the series of its original
        # the decree, and the letters that steps print themselves
        surat = (langkah.naskah for langkah in layanan.alur if langkah.aksi == katalog.SETUJU)
        for templat in (layanan.naskah, *surat):
            if templat is not None:
                _, unit, judul = hasil.setdefault(templat.klasifikasi, (templat.pola_nomor, set(), []))
                unit.add(layanan.pemilik)
                judul.append(templat.judul)
    return hasil


def boleh_memesan(klasifikasi, hak):
    """May he reserve in this series? Staf BKD of a unit that owns it, or of the secretariat."""
    if "staf_bkd" not in hak.peran or klasifikasi not in deret():
        return False
    acuan = acuan_kini()
    unit = [acuan.unit_kode.get(kode) for kode in (*deret()[klasifikasi][1], SEKRETARIAT)]
    return any(u is not None and u.id in hak.unit_staf for u in unit)


def _harus_boleh(klasifikasi, oleh):
    if not boleh_memesan(klasifikasi, oleh.hak):
        raise BukanWewenang("Nomor pada deret ini hanya dipesan staf subbidang pemiliknya atau sekretariat BKD.")


def pesan(klasifikasi, *, perihal, sebab, oleh):
    """Reserves the next number of this year for a paper decree made outside the portal; returns the NomorTerpakai."""
    perihal, sebab = (perihal or "").strip(), (sebab or "").strip()
    _harus_boleh(klasifikasi, oleh)
    if not (perihal and sebab):
        raise DitolakAlur("Pesanan nomor memerlukan perihal dan sebab naskahnya dibuat di luar portal.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        register, urut, nomor = ambil_nomor(klasifikasi, deret()[klasifikasi][0], oleh.hari_ini.year)
        pesanan = NomorTerpakai.objects.create(
            register=register, urut=urut, nomor=nomor, perihal=perihal[:200], sebab=sebab[:200],
            dipesan_oleh=oleh.pengguna, diambil_pada=oleh.kini,
        )  # fmt: skip
        jejak.catat("nomor_pesan", pesanan, pada=oleh.kini, nomor=nomor)
    return pesanan


def _kunci(pk, oleh):
    pesanan = NomorTerpakai.objects.select_for_update(of=("self",)).select_related("register").get(pk=pk)
    _harus_boleh(pesanan.register.klasifikasi, oleh)
    if pesanan.naskah_id is not None or pesanan.batal_pada is not None:
        raise DitolakAlur(f"Nomor {pesanan.nomor} sudah dipakai atau batal.")
    return pesanan


def batalkan(pk, *, sebab, oleh):
    """A reserved number falls; it stays in the register as batal, with the reason."""
    sebab = (sebab or "").strip()
    if not sebab:
        raise DitolakAlur("Tulis sebab nomor ini dibatalkan.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        pesanan = _kunci(pk, oleh)
        pesanan.batal_pada, pesanan.batal_sebab, pesanan.batal_oleh = oleh.kini, sebab[:200], oleh.pengguna
        pesanan.save(update_fields=["batal_pada", "batal_sebab", "batal_oleh"])
        jejak.catat("nomor_batal", pesanan, pada=oleh.kini, nomor=pesanan.nomor, sebab=sebab[:200])
    return pesanan


def pakai(pk, *, tanggal, penetap, file, oleh, pegawai_id=None, jenis="sk"):
    """Uses a reserved number for the paper decree, recorded with its scan; it stands, without effect on riwayat.

    ``tanggal`` must lie in the year of the register. ``pegawai_id``: whom it is about, if one person; the scan then
    goes into his dosir.
    """
    isi = tte.basah(file)
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        pesanan = _kunci(pk, oleh)
        if tanggal.year != pesanan.register.tahun:
            raise DitolakAlur(f"Nomor ini milik register tahun {pesanan.register.tahun}.")
        naskah = Naskah.objects.create(
            jenis=jenis, perihal=pesanan.perihal, asal="luar", nomor=pesanan.nomor, tanggal=tanggal, penetap=penetap,
            penandatangan=penetap, data={"dipesan": pesanan.sebab}, tahap="tercetak", dibuat_pada=oleh.kini,
        )  # fmt: skip
        naskah.berkas_sah.name = gudang.simpan_bytes(naskah.berkas_sah, isi)
        naskah.hash_sah, naskah.ditandatangani_pada = isi.sha256, oleh.kini
        naskah.tahap, naskah.status = "ditandatangani", "berlaku"
        naskah.save(update_fields=["berkas_sah", "hash_sah", "ditandatangani_pada", "tahap", "status"])
        if pegawai_id is not None:
            pegawai = Pegawai.objects.get(pk=pegawai_id)
            NaskahPegawai.objects.create(naskah=naskah, pegawai=pegawai, tmt=tanggal, diterapkan_pada=oleh.kini)
            gudang.simpan(pegawai.pk, jenis, isi, pada=oleh.kini)
        pesanan.naskah = naskah
        pesanan.save(update_fields=["naskah"])
        jejak.catat("nomor_pakai", pesanan, pegawai=pegawai_id, pada=oleh.kini, nomor=pesanan.nomor)
        jejak.catat("naskah_sah", naskah, pegawai=pegawai_id, pada=oleh.kini, nomor=naskah.nomor)
    return naskah


def celah(register):
    """Numbers up to ``terakhir`` that no row has; empty in a register without gaps."""
    ada = set(NomorTerpakai.objects.filter(register=register).values_list("urut", flat=True))
    return sorted(set(range(1, register.terakhir + 1)) - ada)
