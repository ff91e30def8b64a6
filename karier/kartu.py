"""Kartu “Karier” pada halaman seorang pegawai: the way to his next posts and his competences, for those who may open them."""

from django.template.loader import render_to_string

from kepegawaian.views.kerangka import KARTU

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat")


def kartu_karier(request, pegawai):
    """Links to jenjang karier and kompetensi; nothing for those who would not get in."""
    saya = pegawai.pk == request.hak.pegawai_id
    if not saya and not request.hak.punya(*PEMBACA):
        return ""
    return render_to_string("karier/_kartu.html", {"nip": "" if saya else pegawai.nip}, request)


KARTU.append(kartu_karier)
