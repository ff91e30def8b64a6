"""Banyak usulan dengan satu penegasan: perbuatan apa yang menunggu tiap usulan, dan mana yang harus dibuka sendiri.

The same acts and checks as one by one, each in a transaction of its own. What needs more than a yes stays out and
says why: a form, an outcome to choose, a condition the staf must note, a file.
"""

from dataclasses import dataclass

from layanan import alur, katalog
from layanan.galat import DitolakAlur
from layanan.pengantar import HasilSatu


@dataclass(frozen=True)
class Perbuatan:
    """What many at once means at a kind of step: the words for the confirmation, its button, and the result."""

    akan: str
    tombol: str
    kata: str


PERBUATAN = {
    katalog.SETUJU: Perbuatan("disetujui", "Setujui {} usulan", "disetujui"),
    katalog.TETAPKAN: Perbuatan(
        "dinomori dan dicetak, satu nomor tiap orang", "Tetapkan nomor {} usulan", "ditetapkan"
    ),
    katalog.SERAHKAN: Perbuatan("ditandai sudah diserahkan", "Tandai {} usulan diserahkan", "diserahkan"),
}
SENDIRI = {
    katalog.REKAM: "jawaban pihak luar direkam pada usulannya",
    katalog.TANDA_TANGAN: "tanda tangan diminta lewat tombol Tandatangani, atau pindaiannya diunggah pada usulannya",
}


def alasan_sendiri(usulan):
    """Why a usulan that waits must be opened by itself, or "" when it may go with others. No query."""
    langkah = usulan.langkah_kini
    r = next((r for r in usulan.rute if r["kode"] == langkah.kode), {})
    if langkah.aksi not in PERBUATAN:
        return SENDIRI[langkah.aksi]
    if r.get("sebutan"):
        return "hasil langkah ini harus dipilih pada usulannya"
    if r.get("berisian"):
        return "langkah ini mempunyai isian yang diisi pada usulannya"
    periksa = sum(h["jawaban"] == katalog.PERIKSA for h in usulan.hasil_syarat)
    if periksa and langkah.peran == "staf_bkd" and langkah.aksi == katalog.SETUJU:
        return f"hasil pemeriksaan {periksa} syarat harus ditulis pada usulannya"
    return ""


def akan(usulan):
    """What the act does to this usulan, in words: "disetujui", "disetujui dan diparaf", "dinomori dan dicetak …"."""
    r = next((r for r in usulan.rute if r["kode"] == usulan.langkah_kini.kode), {})
    kata = PERBUATAN[usulan.langkah_kini.aksi].akan
    return f"{kata} dan diparaf" if r.get("paraf") else kata


def kelompok(daftar):
    """[(what will happen, how many)] of these usulan, in the order they first appear."""
    hitung = {}
    for usulan in daftar:
        hitung[akan(usulan)] = hitung.get(akan(usulan), 0) + 1
    return list(hitung.items())


def tombol(daftar):
    """Text of the one button: the act when all wait for the same, else that they go on."""
    aksi = {u.langkah_kini.aksi for u in daftar}
    teks = PERBUATAN[aksi.pop()].tombol if len(aksi) == 1 else "Kerjakan {} usulan"
    return teks.format(len(daftar))


def kerjakan(usulan, versi, *, oleh):
    """Does what waits for one usulan; returns HasilSatu, with the reason when it is refused and nothing changed."""
    aksi = usulan.langkah_kini.aksi
    perbuatan = alur.tetapkan if aksi == katalog.TETAPKAN else alur.setujui
    try:
        if sebab := alasan_sendiri(usulan):
            raise DitolakAlur(f"{sebab[:1].upper()}{sebab[1:]}.")
        sesudah = perbuatan(usulan, oleh=oleh, versi=versi)
    except DitolakAlur as galat:
        return HasilSatu(usulan, str(galat))
    ke = sesudah.langkah_kini.nama_alamat if sesudah.langkah_kini else ""
    return HasilSatu(usulan, "", ke, PERBUATAN[aksi].kata)
