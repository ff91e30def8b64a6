"""Layanan milik mesin sendiri: perubahan, pencabutan, dan pembatalan naskah layanan mana pun."""
