"""Skenario: persons chosen so that every rule of law has somebody who passes, who fails, and who is unclear.

A scenario forces a few facts (``Rencana.pilihan``); all else of the person stays ordinary. Keys:
``langkah`` the whole rank history as ((urutan, month index), …); ``skp`` {tahun: predikat or None};
``hukuman`` [(kode, tmt, sampai)]; ``periksa`` [(tmt, sampai)]; ``kedudukan`` [(kode, tmt)]; ``tinggal``
[(jenis, tmt, sampai)]; ``ujian`` [(jenis, tmt)]; ``kontrak`` [(tmt, sampai)]; ``tanpa`` names of riwayat or
facts left out; ``bolong`` index of a rank step left out; ``kgb_lewat`` newest KGB rows left out.
"""

from datetime import timedelta

from kepegawaian.bangkit.rencana import Rencana
from kepegawaian.bangkit.waktu import bulan, tambah_tahun, tanggal

SETAHUN = 365


def langkah_mundur(p, awal, akhir, indeks):
    """A lawful rank history that ends in rank ``akhir`` at or before month ``indeks``; one step each 4 years."""
    hasil = []
    for urutan in range(akhir, awal, -1):
        indeks = p.dunia.periode_kp_sebelum(indeks)
        hasil.append((urutan, indeks))
        indeks -= 48
    if hasil:
        indeks -= p.acak.randrange(0, 5)
    return ((awal, indeks), *reversed(hasil))


def pelaksana(p, nama, didik, urutan, lama, *, didik_awal=None, unit=None, jabatan="", **pilihan):
    """An active pelaksana in rank ``urutan`` since some ``lama`` months."""
    awal = p.dunia.didik[didik_awal or didik].awal
    langkah = langkah_mundur(p, awal, urutan, bulan(p.per) - lama)
    masuk = tanggal(langkah[0][1])
    termuda = tambah_tahun(p.per, -57)
    lahir = max(tambah_tahun(masuk, -p.acak.randrange(20, 26)) + timedelta(days=p.acak.randrange(300)), termuda)
    lahir = min(lahir, tambah_tahun(masuk, -18) - timedelta(days=40))
    return Rencana(
        kelamin=p.kelamin(0.4),
        lahir=lahir,
        masuk=masuk,
        unit=unit or p.acak.choice(p.unit_teknis),
        didik=didik,
        didik_awal=didik_awal or didik,
        jabatan=jabatan,
        skenario=nama,
        pilihan={"langkah": langkah, **pilihan},
    )


def biasa(p, nama, bulan_jadi=8, **pilihan):
    """A pelaksana S1 in III/b, ripe for KP reguler but for the forced facts."""
    return pelaksana(p, nama, "S1", 10, 49 + p.acak.randrange(bulan_jadi), **pilihan)


def pppk(p, nama, lama, *, didik="S1", status="PPPK", kontrak=None, **pilihan):
    """A PPPK whose first contract began ``lama`` months ago; ``kontrak`` as months (from, to) of now."""
    masuk = p.mundur(lama)
    if kontrak:
        pilihan["kontrak"] = [(p.mundur(-a), p.mundur(-b) - timedelta(days=1)) for a, b in kontrak]
    if status == "PPPK_PW":
        pilihan["kode_pppk"] = "24"
    guru = didik == "S1" and status == "PPPK"
    return Rencana(
        rumpun="guru" if guru else "teknis",
        status=status,
        kelamin=p.kelamin(0.55),
        lahir=tambah_tahun(masuk, -p.acak.randrange(26, 40)) - timedelta(days=p.acak.randrange(20, 300)),
        masuk=masuk,
        unit=p.acak.choice(p.sekolah if guru else p.unit_teknis),
        didik=didik,
        didik_awal=didik,
        jabatan="JF-GURU" if guru else "",
        skenario=nama,
        pilihan=pilihan,
    )


def berhenti(p, nama, kode, tmt, *, sisa_bup=None, **pilihan):
    """Someone whose service ended on ``tmt`` with this kedudukan hukum."""
    r = pelaksana(p, nama, "SLTA", 10, 60 + p.acak.randrange(12), kedudukan=[(kode, tmt)], **pilihan)
    if sisa_bup is not None:
        # Born so that the month after the 58th birthday is the month of ``tmt``.
        r.lahir = tambah_tahun(tmt, -58) - timedelta(days=p.acak.randrange(2, 27))
    return r


def _ringan(p, hari):
    return p.per - timedelta(days=hari)


def pangkat_dan_kinerja(p):
    """KP reguler: every condition met, failed and unknown."""
    t = p.per.year - 1
    disdik = "DISDIK-BID2" if "DISDIK-BID2" in p.dunia.unit else None
    lulus = p.mundur(p.acak.randrange(6, 40))
    yield biasa(p, "kp_siap", unit=disdik)
    yield pelaksana(p, "kp_siap_ujian", "SLTA", 8, 50, ujian=[("UD1", lulus)])
    yield pelaksana(p, "kp_tanpa_ujian", "SLTA", 8, 53, ujian=[])
    yield pelaksana(p, "kp_bebas_ujian", "S1", 8, 49, didik_awal="SLTA", ujian=[], tanpa=("penyesuaian",))
    yield pelaksana(p, "kp_puncak_slta", "SLTA", 10, 60)
    yield pelaksana(p, "kp_puncak_s1", "S1", 12, 66, ujian=[])
    yield pelaksana(p, "kp_s2", "S2", 12, 51, didik_awal="S1")
    yield pelaksana(p, "kp_ujian_dua", "S1", 12, 55, ujian=[("UD2", lulus)])
    yield pelaksana(p, "kp_belum", "S1", 11, 20)
    yield pelaksana(p, "kp_rendah", "SLTP", 5, 50, jabatan="P-PRAMU-KEBERSIHAN")
    yield biasa(p, "kp_butuh_perbaikan", skp={t: "Butuh Perbaikan"})
    yield biasa(p, "kp_kurang", skp={t: "Kurang", t - 1: "Baik"})
    yield biasa(p, "kp_tanpa_skp", skp={t: None})
    yield biasa(p, "kp_tanpa_skp_sama_sekali", tanpa=("kinerja",))
    yield biasa(p, "kp_bolong", bolong=1)
    yield pelaksana(p, "kp_atas_dua", "S1", 11, 52, skp={t: "Sangat Baik", t - 1: "Sangat Baik"})


def siap_kp(p):
    """More who are ripe for KP reguler, so that a small regency can show a usulan in every state of its route."""
    for i in range(14):
        yield biasa(p, "kp_siap_lain", unit=f"DISDIK-BID{i % 3 + 1}" if i < 8 else None)


def disiplin_dan_kedudukan(p):
    """Penalties, examinations, and every state of kedudukan hukum a rule asks about."""
    for nama, kode, hari, lama in (
        ("hukdis_ringan", "R2", 70, None),
        ("hukdis_sedang", "S2T", 120, SETAHUN),
        ("hukdis_tunda_kgb", "S1T", 60, SETAHUN),
        ("hukdis_selesai", "S1T", 1100, SETAHUN),
        ("hukdis_berat", "B1", 150, SETAHUN),
    ):
        tmt = _ringan(p, hari)
        yield biasa(p, nama, hukuman=[(kode, tmt, tambah_tahun(tmt, 1) - timedelta(days=1) if lama else None)])
    yield biasa(p, "diperiksa", periksa=[(_ringan(p, 20), None)])
    yield biasa(p, "pernah_diperiksa", periksa=[(_ringan(p, 400), _ringan(p, 360))])
    mulai = p.mundur(14)
    yield biasa(
        p, "cltn", kedudukan=[("02", mulai)], tinggal=[("CLTN", mulai, tambah_tahun(mulai, 3) - timedelta(days=1))]
    )
    yield biasa(
        p,
        "tugas_belajar",
        kedudukan=[("03", mulai)],
        tinggal=[("TUBEL", mulai, tambah_tahun(mulai, 2) - timedelta(days=1))],
    )
    yield biasa(p, "sementara", kedudukan=[("04", p.mundur(4))])
    yield biasa(p, "uang_tunggu", kedudukan=[("05", p.mundur(7))])
    yield biasa(p, "pejabat_negara", kedudukan=[("07", p.mundur(20))])
    usai = p.mundur(-7)
    r = berhenti(p, "mpp", "20", p.mundur(5), tinggal=[("MPP", p.mundur(5), usai - timedelta(days=1))])
    r.lahir = tambah_tahun(usai, -58) - timedelta(days=p.acak.randrange(2, 27))
    yield r
    yield berhenti(p, "pensiun_bulan_lalu", "99", p.mundur(1), sisa_bup=0)
    yield berhenti(p, "pensiun", "99", p.mundur(p.acak.randrange(3, 12)), sisa_bup=0)
    yield berhenti(p, "meninggal", "88", _ringan(p, p.acak.randrange(20, 300)))
    yield berhenti(p, "diberhentikan", "66", p.mundur(9))
    yield berhenti(p, "pindah_keluar", "M1", p.mundur(8))


def data_tak_lengkap(p):
    """Facts the file simply does not know: the rule must answer *perlu diperiksa*."""
    for nama in ("pendidikan", "pangkat", "mkg", "jabatan", "kedudukan", "status", "gaji"):
        yield biasa(p, f"tanpa_{nama}", tanpa=(nama,))


def gaji_berkala(p):
    """KGB of PNS and PPPK: due, late, at the top row, below the first row, contract too short."""
    yield biasa(p, "kgb_terlambat", kgb_lewat=1)
    yield biasa(p, "kgb_kurang", skp={p.per.year - 1: "Kurang"})
    r = pelaksana(p, "gaji_puncak", "SLTA", 10, 150)
    masuk = tanggal(bulan(p.per) - 12 * 38 - p.acak.randrange(1, 6))
    r.pilihan["langkah"] = ((5, bulan(masuk)), *langkah_mundur(p, 5, 10, bulan(p.per) - 150)[1:])
    r.masuk, r.lahir = masuk, tambah_tahun(masuk, -19) + timedelta(days=p.acak.randrange(100, 300))
    yield r
    yield pelaksana(p, "gaji_tanpa_baris", "D3", 7, 22, tanpa=("mkg_awal",))
    for i in range(7):
        yield pppk(p, f"kgb_pppk_{i}", (24 if i % 2 else 48) - i)
    yield pppk(p, "pppk_habis", 46, kontrak=[(-46, 1)])
    yield pppk(p, "pppk_pendek", 22, kontrak=[(-22, -10), (-10, 2), (2, 14)][:2])
    yield pppk(p, "pppk_butuh_perbaikan", 47, skp={p.per.year - 1: "Butuh Perbaikan"})
    yield pppk(p, "pppk_tanpa_skp", 47, skp={p.per.year - 1: None})
    yield pppk(p, "pppk_golongan_v", 35, didik="SLTA", kontrak=[(-35, 25)])
    yield pppk(p, "pppk_segera_habis", 58, kontrak=[(-58, 2)])
    r = pppk(p, "pppk_selesai", 61, kontrak=[(-61, -1)], kedudukan=[("P3", p.mundur(1))])
    yield r
    yield pppk(p, "pppk_paruh_waktu", 13, didik="SLTA", status="PPPK_PW", kontrak=[(-13, -1), (-1, 11)])


def semua(p, paling_banyak):
    """The scenarios, most telling first, repeated for larger regencies (once per 2,000), at most a fixed number."""
    p.unit_teknis = [
        u.kode
        for u in p.dunia.unit.values()
        if u.sampai is None
        and u.jenis in ("bidang", "bagian", "subbagian", "seksi")
        and u.opd not in ("BKPSDM", "SETDA")
    ]
    hasil = []
    for _ in range(min(8, max(1, round(p.jumlah / 2000)))):
        hasil += pangkat_dan_kinerja(p)
        hasil += disiplin_dan_kedudukan(p)
        hasil += gaji_berkala(p)
        hasil += data_tak_lengkap(p)
    hasil += siap_kp(p)
    return hasil[:paling_banyak]
