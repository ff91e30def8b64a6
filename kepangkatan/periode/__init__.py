"""Ruang kerja satu periode kenaikan pangkat: siapa layak, siapa hampir, usulnya, dan jawaban BKN."""
