// Tombol cetak: <button data-cetak>. Tanpa JavaScript orang mencetak lewat peramban sendiri.
for (const tombol of document.querySelectorAll("[data-cetak]")) {
  tombol.addEventListener("click", () => window.print());
}
