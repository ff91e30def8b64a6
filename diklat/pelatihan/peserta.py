"""Peserta: nominasi, verifikasi, peringkat, penetapan dengan daftar tunggu, mundur dan yang naik, penunjukan Plh.

Each act: lock the kegiatan → its tahap and the actor's right allow? → change → Jejak, in one transaction. Places are
counted under the lock, so that two people never get the last one.
"""

from django.db import transaction
from django.db.models import Sum

from diklat.models import PesertaPelatihan
from diklat.pelatihan import aturan, hak, kabar
from diklat.pelatihan.galat import DitolakDiklat
from diklat.pelatihan.kegiatan import harus_kelola, kunci, langkah_kini
from diklat.pelatihan.syarat import BAGIAN, periksa
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import bulan_antara, tulis_tanggal
from kepegawaian.models import ProfilKini, RiwayatDiklat
from kepegawaian.profil import profil
from layanan.katalog import PERIKSA, TIDAK, Konteks

MAKS = 500
TERTUTUP = "Syarat lain belum terpenuhi; tanyakan kepada BKD."


def tanya(kegiatan, ids, isian=None):
    """{pegawai id: [(Syarat, Hasil)]} on the first day of the training; one query of profiles."""
    acuan, p = acuan_kini(), kegiatan.pelatihan
    lain = {
        "pelatihan": {"kelompok": p.kelompok, "jenjang": p.jenjang},
        "kegiatan": {"jp": kegiatan.jp, "selesai": kegiatan.selesai},
    }
    hari = kegiatan.mulai
    return {
        x.pegawai_id: periksa(Konteks(x, dict(isian or {}), hari, acuan, lain))
        for x in profil(per=hari, ids=list(ids), bagian=BAGIAN)
    }


def beku(hasil):
    """The conditions as kept on the row; the sentence of a confidential one is left out."""
    return [
        {"kode": s.kode, "uraian": s.uraian, "jawaban": h.jawaban, "kalimat": "" if s.rahasia else h.kalimat}
        for s, h in hasil
    ]


def sebab_gagal(hasil):
    """Sentence of what is not met, "" when nothing fails; says nothing of discipline."""
    gagal = [TERTUTUP if s.rahasia else f"{s.kode}: {h.kalimat}" for s, h in hasil if h.jawaban == TIDAK]
    return " ".join(gagal)


def nominasikan(kegiatan_id, pegawai, *, asal, oleh, isian=None):
    """Nominates the Pegawai (with kini) while nomination is open: (how many are new, [(name, why not)]).

    Who fails a condition of the law is refused with its sentence, the others go on. The view has checked the scope.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        k = kunci(kegiatan_id, "nominasi")
        _harus_dibuka(k, pegawai, asal, oleh)
        ada = {p.pegawai_id: p for p in k.peserta.all()}
        calon = {p.pk: p for p in pegawai if p.pk not in ada or ada[p.pk].status == "mundur"}
        if len(ada) + len(calon) > MAKS:
            raise DitolakDiklat(f"Satu kegiatan paling banyak {MAKS} calon.")
        hasil, gagal, baru = tanya(k, calon, isian), [], 0
        for pk, p in calon.items():
            if sebab := sebab_gagal(hasil[pk]):
                gagal.append((p.kini.nama_lengkap, sebab))
                continue
            PesertaPelatihan.objects.update_or_create(
                kegiatan=k, pegawai_id=pk,
                defaults={
                    "asal": asal, "status": "diusulkan", "diusulkan_oleh": oleh.pengguna, "diusulkan_pada": oleh.kini,
                    "syarat": beku(hasil[pk]), "isian": dict(isian or {}), "alasan": "",
                },
            )  # fmt: skip
            jejak.catat("diklat_nominasi", k, pegawai=pk, pada=oleh.kini, nama=k.nama)
            baru += 1
        if asal != "sendiri" and baru:
            siapa = [pk for pk in calon if not sebab_gagal(hasil[pk])]
            kabar.orang(k, siapa, "nominasi", f"Anda dinominasikan: {k.nama}", "Hasil seleksinya diberitahukan.", oleh)
    return baru, gagal


def _harus_dibuka(k, pegawai, asal, oleh):
    if not k.buka <= oleh.hari_ini <= k.tutup:
        raise DitolakDiklat(f"Nominasi dibuka {tulis_tanggal(k.buka)} sampai {tulis_tanggal(k.tutup)}.")
    if asal == "bkd":
        harus_kelola(k, oleh)
    elif asal == "sendiri":
        if not k.mandiri:
            raise DitolakDiklat("Kegiatan ini diikuti melalui usul perangkat daerah; hubungi operator Anda.")
        sendiri = [p.pk for p in pegawai] == [oleh.hak.pegawai_id] and oleh.hak.punya("asn")
        hak.harus(sendiri, "Anda hanya dapat mendaftarkan diri sendiri.")
    else:
        hak.harus(
            not oleh.hak.hanya_baca and oleh.hak.punya(*hak.PENGUSUL), "Yang mengusulkan ialah perangkat daerah."
        )


def putuskan(peserta_id, ms, alasan, *, oleh):
    """Verification by the staf: MS or TMS. Who fails a condition cannot pass; what is unknown needs a note."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci_peserta(peserta_id, "seleksi")
        k, alasan = p.kegiatan, alasan.strip()
        harus_kelola(k, oleh)
        if langkah_kini(k).kode != "verifikasi":
            raise DitolakDiklat("Verifikasi sudah selesai; minta daftarnya dikembalikan.")
        hasil = tanya(k, [p.pegawai_id], p.isian)[p.pegawai_id]
        if ms and (kurang := [s.kode for s, h in hasil if h.jawaban == TIDAK]):
            raise DitolakDiklat(f"Belum terpenuhi: {', '.join(kurang)}.")
        ragu = [s.kode for s, h in hasil if h.jawaban == PERIKSA]
        if not alasan and (ragu or not ms):
            raise DitolakDiklat(
                "Tulis hasil pemeriksaan" + (f" atas {', '.join(ragu)}." if ms else ": apa yang kurang.")
            )
        p.syarat, p.alasan, p.diperiksa_oleh = beku(hasil), alasan[:400], oleh.pengguna
        p.status = "ms" if ms else "tms"
        p.save(update_fields=["syarat", "alasan", "diperiksa_oleh", "status"])
        jejak.catat("diklat_putus", k, pegawai=p.pegawai_id, pada=oleh.kini, nama=k.nama,
                    hasil=p.get_status_display().lower())  # fmt: skip
    return p


def _kunci_peserta(pk, *tahap):
    """The row of a peserta with its kegiatan locked first, so that acts never wait for each other crosswise."""
    kegiatan_id = PesertaPelatihan.objects.values_list("kegiatan_id", flat=True).get(pk=pk)
    k = kunci(kegiatan_id, *tahap)
    p = PesertaPelatihan.objects.select_for_update(of=("self",)).select_related("pegawai__kini").get(pk=pk)
    p.kegiatan = k
    return p


# ── ranking and the final list ───────────────────────────────────────────────────────────────────────


def peringkatkan(k, oleh):
    """Ranks those who qualify by the rule of their kelompok; inside the act that ends verification."""
    daftar = list(k.peserta.filter(status="ms"))
    ids, acuan = [p.pegawai_id for p in daftar], acuan_kini()
    orang = {x.pegawai_id: x for x in profil(per=k.mulai, ids=ids, bagian=("jabatan", "diklat"))}
    jp = dict(
        RiwayatDiklat.objects.filter(
            pegawai_id__in=ids, tmt__year=k.mulai.year, tmt__lte=oleh.hari_ini, dibatalkan_pada__isnull=True
        ).order_by().values_list("pegawai_id").annotate(Sum("jp"))
    )  # fmt: skip
    calon, minimal = [], acuan.setelan("jp_pns_minimal", k.mulai)
    for p in daftar:
        x = orang[p.pegawai_id]
        wajib = aturan.tenggat_wajib(x, acuan, k.mulai)
        sisa = bulan_antara(k.mulai, x.tmt_pensiun) if x.tmt_pensiun and x.tmt_pensiun > k.mulai else None
        kurang = max(0, minimal - (jp.get(p.pegawai_id) or 0))
        calon.append(aturan.Calon(p, wajib and wajib[1], sisa, kurang, p.diusulkan_pada))
    for n, (p, sebab) in enumerate(aturan.urutkan(calon, k.pelatihan.kelompok), 1):
        p.urutan, p.dasar_urutan = n, sebab
    PesertaPelatihan.objects.bulk_update(daftar, ["urutan", "dasar_urutan"])


def geser(peserta_id, urutan, alasan, *, oleh):
    """The kasubbid puts somebody at another place, with a reason; the others close up."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci_peserta(peserta_id, "seleksi")
        k = p.kegiatan
        satu = langkah_kini(k)
        if satu.kode != "peringkat" or p.status != "ms":
            raise DitolakDiklat("Urutan diubah pada langkah peringkat.")
        hak.harus(hak.memegang_langkah(oleh.hak, acuan_kini(), satu.pemegang, k.pelatihan.kelompok))
        if not alasan.strip():
            raise DitolakDiklat("Tulis alasan perubahan urutan.")
        daftar = list(k.peserta.filter(status="ms").exclude(pk=p.pk).order_by("urutan"))
        daftar.insert(min(max(urutan, 1), len(daftar) + 1) - 1, p)
        p.dasar_urutan = alasan.strip()[:200]
        for n, x in enumerate(daftar, 1):
            x.urutan = n
        PesertaPelatihan.objects.bulk_update(daftar, ["urutan", "dasar_urutan"])
        jejak.catat("diklat_urutan", k, pegawai=p.pegawai_id, pada=oleh.kini, nama=k.nama, urutan=p.urutan)
    return p


def tetapkan(k, oleh):
    """The first ``kuota`` become peserta, the rest wait in their order; each is told. Inside the act of the step."""
    urut = list(k.peserta.filter(status="ms").order_by("urutan", "pk"))
    for n, p in enumerate(urut):
        p.status = "peserta" if n < k.kuota else "cadangan"
    PesertaPelatihan.objects.bulk_update(urut, ["status"])
    masuk = [p.pegawai_id for p in urut if p.status == "peserta"]
    tunggu = [p.pegawai_id for p in urut if p.status == "cadangan"]
    tms = k.peserta.filter(status="tms").values_list("pegawai_id", flat=True)
    masa = f"{tulis_tanggal(k.mulai)} sampai {tulis_tanggal(k.selesai)}, {k.tempat}."
    kabar.orang(k, masuk, "peserta", f"Anda peserta {k.nama}", masa, oleh)
    kabar.orang(k, tunggu, "tunggu", f"Daftar tunggu {k.nama}", "Anda naik bila ada peserta yang mundur.", oleh)
    kabar.orang(k, tms, "tms", f"Belum terpilih: {k.nama}", "Alasannya tertulis pada halaman kegiatan.", oleh)
    jejak.catat("diklat_tetapkan", k, pada=oleh.kini, nama=k.nama, jumlah=len(masuk))


def naikkan(k, oleh):
    """Fills free places from the waiting list before the training begins; returns who moved up. Inside an act."""
    if k.tahap not in ("persiapan", "berlangsung") or oleh.hari_ini > k.mulai:
        return []
    bebas = k.kuota - k.peserta.filter(status="peserta").count()
    naik_ = list(k.peserta.filter(status="cadangan").order_by("urutan", "pk")[: max(0, bebas)])
    for p in naik_:
        p.status = "peserta"
        p.save(update_fields=["status"])
        jejak.catat("diklat_naik", k, pegawai=p.pegawai_id, pada=oleh.kini, nama=k.nama)
    if naik_:
        masa = f"Anda naik dari daftar tunggu. {tulis_tanggal(k.mulai)} sampai {tulis_tanggal(k.selesai)}, {k.tempat}."
        kabar.orang(k, [p.pegawai_id for p in naik_], "naik", f"Anda peserta {k.nama}", masa, oleh)
    return naik_


def lepas(peserta_id, alasan, *, status, oleh):
    """Withdraws (``mundur``, by himself or his OPD) or takes out (``dikeluarkan``, by the staf); who waits moves up.

    Until the training begins; afterwards only the staf. Returns who moved up.
    """
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci_peserta(peserta_id, "nominasi", "seleksi", "persiapan", "berlangsung")
        k = p.kegiatan
        if p.status in (*PesertaPelatihan.LEPAS, "tms"):
            raise DitolakDiklat(f"Nominasi ini sudah berakhir: {p.get_status_display().lower()}.")
        staf = hak.kelola(oleh.hak, acuan_kini(), k.pelatihan.kelompok)
        if not staf and (status != "mundur" or not _bagi_dia(p, oleh.hak)):
            hak.harus(False)
        if not staf and k.tahap == "berlangsung" and oleh.hari_ini >= k.mulai:
            raise DitolakDiklat("Pelatihan sudah berjalan; sampaikan kepada penyelenggara.")
        if not alasan.strip():
            raise DitolakDiklat("Tulis alasannya.")
        p.status, p.alasan = status, alasan.strip()[:400]
        p.save(update_fields=["status", "alasan"])
        jejak.catat("diklat_lepas", k, pegawai=p.pegawai_id, pada=oleh.kini, nama=k.nama, sebab=p.alasan[:200])
        judul = f"Anda tidak lagi mengikuti {k.nama}" if status == "dikeluarkan" else f"Pengunduran diri: {k.nama}"
        kabar.orang(k, [p.pegawai_id], "lepas", judul, p.alasan, oleh)
        return naikkan(k, oleh)


def _bagi_dia(p, h):
    """Himself, or the operator or head of his OPD."""
    if p.pegawai_id == h.pegawai_id:
        return True
    return (
        not h.hanya_baca and h.punya(*hak.PENGUSUL) and p.pegawai.kini.unit_id in (h.unit_operator | h.unit_kepala_opd)
    )


# ── who stands in ────────────────────────────────────────────────────────────────────────────────────


def saran_plh(kini, acuan):
    """Officials who may stand in for a head of a unit: those below him, else his equals beside him; at most six."""
    unit = acuan.unit.get(kini.unit_id)
    if unit is None or kini.jabatan is None or not kini.jabatan.kepala_unit:
        return []
    bawah = acuan.turunan([unit.id]) - {unit.id}
    pejabat = ProfilKini.objects.filter(aktif=True, jabatan__kepala_unit=True).exclude(pk=kini.pk)
    pejabat = pejabat.select_related("jabatan", "golongan").order_by("eselon__urutan", "-golongan_urutan", "nip")
    daftar = list(pejabat.filter(unit_id__salah_satu=bawah)[:6]) if bawah else []
    if not daftar and unit.induk_id:
        daftar = list(pejabat.filter(unit__induk_id=unit.induk_id)[:6])
    return daftar


def tunjuk_plh(peserta_id, pegawai_id, *, oleh):
    """Notes who is to stand in while an official is away; his order itself is a layanan of mutasi."""
    with transaction.atomic(), jejak.sebagai(oleh.pengguna, oleh.alamat):
        p = _kunci_peserta(peserta_id, "persiapan", "berlangsung")
        harus_kelola(p.kegiatan, oleh)
        if pegawai_id == p.pegawai_id:
            raise DitolakDiklat("Pelaksana harian ialah orang lain.")
        p.plh_id = pegawai_id
        p.save(update_fields=["plh"])
        jejak.catat("diklat_plh", p.kegiatan, pegawai=p.pegawai_id, pada=oleh.kini, nama=p.kegiatan.nama)
    return p
