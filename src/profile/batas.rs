//! `[batas_baca]`: limits on what is read.

use super::Limits;
use super::keys;
use super::reading::{Reading, Section};

impl<'a> Reading<'a> {
    pub(super) fn batas_baca(&mut self, root: &Section<'a>) -> Limits {
        let default = Limits::default();
        let section = root.get("batas_baca").and_then(|item| self.section(&keys::BATAS_BACA, &item));
        let Some(section) = section else { return default };
        let tautan = self.yes_no(&section, "tautan", default.tautan);
        let mut limit = |key: &'static str, default: u64, most: u64| {
            section.get(key).and_then(|item| self.whole(&item, 1, most)).unwrap_or(default)
        };
        // The upper ends keep later products (MiB to bytes) far from overflow.
        Limits {
            berkas_mib: limit("berkas_mib", default.berkas_mib, 1 << 20),
            ukuran_mib: limit("ukuran_mib", default.ukuran_mib, 1 << 20),
            teks_bersama_mib: limit("teks_bersama_mib", default.teks_bersama_mib, 1 << 20),
            rasio: limit("rasio", default.rasio, 1_000_000),
            isi_zip: limit("isi_zip", default.isi_zip, 10_000_000),
            sel: limit("sel", default.sel, 10_000_000_000),
            teks_mib: limit("teks_mib", default.teks_mib, 1 << 20),
            teks_sel: limit("teks_sel", default.teks_sel, 1 << 22),
            sel_laporan: limit("sel_laporan", default.sel_laporan, 100_000_000_000),
            teks_laporan_mib: limit("teks_laporan_mib", default.teks_laporan_mib, 1 << 24),
            ukuran_laporan_mib: limit("ukuran_laporan_mib", default.ukuran_laporan_mib, 1 << 24),
            lembar: limit("lembar", default.lembar, 1_000_000),
            teks_sekitar: limit("teks_sekitar", default.teks_sekitar, 100_000_000),
            gaya: limit("gaya", default.gaya, 100_000_000),
            detik: limit("detik", default.detik, 86_400),
            memori_mib: limit("memori_mib", default.memori_mib, 1 << 20),
            tautan,
        }
    }
}
