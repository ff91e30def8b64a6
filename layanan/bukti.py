"""Bukti: berkas yang diunggah pemohon dan diverifikasi petugas menjadi naskah dari luar, dengan akibatnya.

An akta, a school letter, a court decree: nobody scans it twice. The step that verifies calls ``rekam`` in its
``setelah_langkah``; the riwayat rows of the layanan rest on that naskah.
"""

import io

from PIL import Image

from kepegawaian import dosir as gudang
from kepegawaian.models import Naskah, NaskahPegawai
from layanan import katalog, naskah as modul_naskah
from layanan.galat import DitolakAlur
from layanan.models import NaskahUsulan


def rekam(usulan, kode, *, langkah, jenis, perihal, nomor, tanggal, penetap, tmt, oleh):
    """Makes the document ``kode`` of a usulan a standing naskah and writes its effect, inside the act of the step.

    ``tanggal``: of the document; ``tmt``: when what it proves happened; both dates. Raises DitolakAlur without the document.
    """
    berkas = usulan.berkas.select_related("dosir").filter(kode=kode, diganti_pada__isnull=True).first()
    if berkas is None:
        raise DitolakAlur("Berkas buktinya belum diunggah.")
    if katalog.ambil(usulan.layanan).rahasia:
        perihal = modul_naskah.PERIHAL_RAHASIA
    naskah = Naskah.objects.create(
        jenis=jenis, perihal=perihal, asal="luar", nomor=nomor, tanggal=tanggal, penetap=penetap, tahap="tercetak",
        data={"bukti": kode, "usulan": usulan.nomor}, dibuat_pada=oleh.kini,
    )  # fmt: skip
    NaskahPegawai.objects.create(
        naskah=naskah, pegawai_id=usulan.pegawai_id, tmt=tmt,
        data={"layanan": usulan.layanan, "isian": usulan.isian, "usulan": usulan.pk},
    )  # fmt: skip
    NaskahUsulan.objects.create(usulan=usulan, naskah=naskah, langkah=langkah)
    modul_naskah.berlakukan(naskah, usulan, sebagai_pdf(berkas.dosir), oleh)
    return naskah


def sebagai_pdf(dosir):
    """The accepted file as PDF: a photograph becomes one page."""
    with dosir.file.open("rb") as berkas:
        data = berkas.read()
    if dosir.mime != "application/pdf":
        keluar = io.BytesIO()
        with Image.open(io.BytesIO(data)) as gambar:
            gambar.convert("RGB").save(keluar, "PDF", resolution=150)
        data = keluar.getvalue()
    return gudang.Isi(data, "application/pdf", ".pdf", f"{dosir.jenis}.pdf")
