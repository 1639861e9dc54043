//! The catalogue of usual indicators: each an office's profile that gives it.

/// An indicator to be put into a profile.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// `04-koperasi-aktif`.
    pub nama: &'static str,
    /// The whole profile of an office that has it.
    pub profil: &'static str,
}

impl Entry {
    /// What it is called, from the profile's first line:
    /// `# Katalog IKU nomor 4: Koperasi aktif terhadap seluruh koperasi.`
    pub fn judul(&self) -> &'static str {
        let first = self.profil.lines().next().unwrap_or_default();
        first.split_once(": ").map_or(first, |(_, judul)| judul).trim_end_matches('.')
    }
}

macro_rules! catalogue {
    ($($nama:literal),+ $(,)?) => {
        &[$( Entry { nama: $nama, profil: include_str!(concat!("../../../samples/katalog-iku/", $nama, "/iku.toml")) } ),+]
    };
}

const ENTRIES: &[Entry] = catalogue![
    "01-pertumbuhan-volume-usaha",
    "02-usaha-mikro-berkembang",
    "03-usaha-mikro-meningkat-omset",
    "04-koperasi-aktif",
    "05-koperasi-berkualitas",
    "06-ksp-usp-sehat",
    "07-ksp-usp-dinilai",
    "08-koperasi-berkinerja-baik",
    "09-koperasi-rat",
    "10-koperasi-diaudit",
    "11-skor-jumlah-koperasi",
    "12-pertumbuhan-anggota-tenaga-kerja",
    "13-volume-usaha-terhadap-pdrb",
    "14-wirausaha-angkatan-kerja",
    "15-pertumbuhan-kewirausahaan",
    "16-usaha-informal-ke-formal",
    "17-usaha-mikro-naik-kelas",
    "18-usaha-kecil-menjadi-wirausaha",
    "19-pertumbuhan-umkm",
    "20-umkm-ber-nib",
    "21-pengurus-bersertifikat",
    "22-pertumbuhan-shu-aset-modal",
    "23-jumlah-biasa",
    "24-koperasi-diawasi",
    "25-rata-rata-modal-dan-kecamatan",
    "26-nilai-dan-predikat",
];

/// All of them, in the manual's order.
pub fn entries() -> &'static [Entry] {
    ENTRIES
}

/// The one that is named, by its whole name, its number or its name without one, in any case.
pub fn entry(nama: &str) -> Option<Entry> {
    let nama = nama.trim().to_lowercase();
    let number = nama.parse::<u32>().ok();
    let is_named = |entry: &&Entry| {
        let (own, rest) = entry.nama.split_once('-').unwrap_or((entry.nama, ""));
        entry.nama == nama || rest == nama || number.is_some() && own.parse().ok() == number
    };
    ENTRIES.iter().find(is_named).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_found_by_name_and_by_number() {
        for name in ["04-koperasi-aktif", "4", "04", "koperasi-aktif", " 04-KOPERASI-AKTIF "] {
            assert_eq!(entry(name).unwrap().nama, "04-koperasi-aktif", "{name}");
        }
        assert!(entry("koperasi").is_none() && entry("99").is_none());
        assert_eq!(entry("4").unwrap().judul(), "Koperasi aktif terhadap seluruh koperasi");
    }

    #[test]
    fn every_entry_of_the_folder_is_here() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/katalog-iku");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .filter_map(|entry| entry.ok().filter(|entry| entry.path().is_dir())?.file_name().into_string().ok())
            .collect();
        names.sort();
        assert_eq!(names, entries().iter().map(|entry| entry.nama).collect::<Vec<_>>());
    }
}
