"""SK kolektif: satu keputusan dengan lampiran bagi banyak orang, dan petikan bagi tiap orang.

The same checks as one by one; whoever fails stays at his step with the reason, the others get one number. Each
person's frozen data stand in his NaskahPegawai, so that effect, petikan and later changes know him alone.
"""

from layanan import katalog, naskah, rute, templat_kantor
from layanan.bahan_naskah import penanda_tangan
from layanan.galat import DitolakAlur, SyaratBelumTerpenuhi
from layanan.konteks import jawaban_langkah, susun_konteks
from layanan.models import NaskahUsulan

PALING_SEDIKIT = 2


def syarat_penetapan(layanan, konteks):
    """Raises SyaratBelumTerpenuhi when a condition fails at the decree; the period itself is no bar to a late one."""
    gagal = [(s, h) for s, h in layanan.periksa(konteks) if h.jawaban == katalog.TIDAK and s.kode != "KP-U02"]
    if gagal:
        raise SyaratBelumTerpenuhi(gagal)


def data_orang(usulan, layanan, konteks, oleh):
    """What the petikan of one person says, with the office's wording, and ``pengesah``: who certifies the petikan."""
    if layanan.kolektif is None:
        raise DitolakAlur("Layanan ini tidak mengenal SK kolektif.")
    if not layanan.dicetak(konteks):
        raise DitolakAlur("SK-nya terbit di luar portal.")
    syarat_penetapan(layanan, konteks)
    data = layanan.data_naskah(konteks) | {"paraf": naskah.paraf(usulan)}
    kantor = katalog.jabatan(konteks.acuan.setelan("petikan_pengesah", oleh.hari_ini))
    alamat = rute.pejabat(kantor, layanan, konteks, konteks.acuan, oleh.hari_ini)
    data["pengesah"] = penanda_tangan(alamat, oleh.hari_ini)
    return data | templat_kantor.bagian_naskah(layanan, data, oleh.hari_ini, konteks.acuan)


def sejalan(layanan, pertama, data):
    """Refuses a person whose decree another officer signs."""
    kunci = ("penetap", "penandatangan", "tanda_tangan")
    if any(pertama.get(k) != data.get(k) for k in kunci):
        raise DitolakAlur(f"Ditandatangani pejabat lain ({data.get('penandatangan') or data.get('penetap')}).")


def calon(daftar, oleh):
    """([(usulan, data)], {nomor: why not}) of those who would stand in one decree today; nothing is locked or written."""
    orang, gagal = [], {}
    for usulan in sorted(daftar, key=lambda u: u.pk):
        layanan = katalog.ambil(usulan.layanan)
        langkah = jawaban_langkah(usulan.langkah.all())
        konteks = susun_konteks(layanan, usulan.pegawai_id, usulan.isian, oleh.hari_ini, langkah=langkah)
        try:
            data = data_orang(usulan, layanan, konteks, oleh)
            if orang:
                sejalan(layanan, orang[0][1], data)
                if orang[0][0].layanan != usulan.layanan:
                    raise DitolakAlur("Layanannya lain; satu SK kolektif satu layanan.")
        except DitolakAlur as galat:
            gagal[usulan.nomor] = str(galat)
        else:
            orang.append((usulan, data))
    return orang, gagal


def per_naskah(pilihan):
    """``pilihan`` [(Usulan, version)] in order, those whose waiting naskah is the same put together: [[…], …]."""
    milik = dict(
        NaskahUsulan.objects.filter(
            usulan__in=[u for u, _ in pilihan], surat=False, naskah__tahap__in=naskah.BELUM_SAH
        ).values_list("usulan_id", "naskah_id").order_by("naskah_id")
    )  # fmt: skip
    hasil = {}
    for satu in sorted(pilihan, key=lambda p: p[0].pk):
        hasil.setdefault(milik.get(satu[0].pk, f"usulan {satu[0].pk}"), []).append(satu)
    return list(hasil.values())
