//! Why a file cannot be read, before it is told as a finding.

use crate::diagnostic::{BerkasRusak, BerkasTerkunci, BerkasTerlaluBesar, Fakta, FormatTidakDikenal, Kunci, Temuan};
use crate::vocabulary::{At, CellAddress, io_reason, is_in_use};
use serde::{Deserialize, Serialize};

/// Which limit of `[batas_baca]` a file exceeds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) enum Batas {
    Berkas,
    Ukuran,
    UkuranMenurutBerkas,
    TeksBersama,
    Rasio,
    IsiZip,
    Sel,
    SelMenurutUkuran,
    Teks,
    TeksMenurutUkuran,
    TeksSel,
    Lembar,
    Gaya,
    TeksSekitar,
    Memori,
    SelLaporan,
    SelLaporanMenurutUkuran,
    TeksLaporan,
    TeksLaporanMenurutUkuran,
    UkuranLaporan,
    UkuranLaporanMenurutBerkas,
}

impl Batas {
    /// The key of `[batas_baca]` that raises it.
    const fn key(self) -> &'static str {
        match self {
            Batas::Berkas => "berkas_mib",
            Batas::Ukuran => "ukuran_mib",
            Batas::TeksBersama => "teks_bersama_mib",
            Batas::Rasio | Batas::UkuranMenurutBerkas | Batas::SelMenurutUkuran | Batas::TeksMenurutUkuran => "rasio",
            Batas::SelLaporanMenurutUkuran | Batas::TeksLaporanMenurutUkuran | Batas::UkuranLaporanMenurutBerkas => "rasio",
            Batas::SelLaporan => "sel_laporan",
            Batas::TeksLaporan => "teks_laporan_mib",
            Batas::UkuranLaporan => "ukuran_laporan_mib",
            Batas::IsiZip => "isi_zip",
            Batas::Sel => "sel",
            Batas::Teks => "teks_mib",
            Batas::TeksSel => "teks_sel",
            Batas::Lembar => "lembar",
            Batas::Gaya => "gaya",
            Batas::TeksSekitar => "teks_sekitar",
            Batas::Memori => "memori_mib",
        }
    }

    /// What is counted, with its unit.
    const fn what(self) -> &'static str {
        match self {
            Batas::Berkas => "ukuran berkas (MiB)",
            Batas::Ukuran => "ukuran isi (MiB)",
            Batas::UkuranMenurutBerkas => "ukuran isi menurut ukuran berkasnya (MiB)",
            Batas::TeksBersama => "teks bersama (MiB)",
            Batas::Rasio => "rasio pemampatan",
            Batas::IsiZip => "jumlah isi arsip",
            Batas::Sel => "jumlah sel terisi",
            Batas::SelMenurutUkuran => "jumlah sel terisi menurut ukuran berkasnya",
            Batas::Teks => "teks seluruh sel (MiB)",
            Batas::TeksMenurutUkuran => "teks seluruh sel menurut ukuran berkasnya (MiB)",
            Batas::TeksSel => "panjang teks satu sel (huruf)",
            Batas::Lembar => "jumlah lembar",
            Batas::Gaya => "jumlah gaya sel",
            Batas::TeksSekitar => "jumlah baris teks di luar sel",
            Batas::Memori => "memori untuk membaca (MiB)",
            Batas::SelLaporan => "jumlah sel terisi seluruh berkas laporan sampai berkas ini",
            Batas::SelLaporanMenurutUkuran => "jumlah sel terisi seluruh berkas laporan sampai berkas ini, menurut ukurannya,",
            Batas::TeksLaporan => "teks seluruh berkas laporan sampai berkas ini (MiB)",
            Batas::TeksLaporanMenurutUkuran => "teks seluruh berkas laporan sampai berkas ini, menurut ukurannya (MiB),",
            Batas::UkuranLaporan => "ukuran isi seluruh berkas laporan sampai berkas ini (MiB)",
            Batas::UkuranLaporanMenurutBerkas => "ukuran isi seluruh berkas laporan sampai berkas ini, menurut ukurannya (MiB),",
        }
    }
}

/// The finding on a folder that nobody can look into; the office's own has no name.
pub fn closed_folder(berkas: &str, error: &std::io::Error) -> Temuan {
    let fakta = match error.kind() {
        std::io::ErrorKind::PermissionDenied => Fakta::BerkasTerkunci(BerkasTerkunci { oleh: Kunci::Folder }),
        _ => Fakta::BerkasRusak(BerkasRusak { rincian: format!("isi folder ini tidak dapat dilihat: {}", io_reason(error)) }),
    };
    Temuan::new(At::file(if berkas.is_empty() { "." } else { berkas }), fakta)
}

/// A file that is not read.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) enum Gagal {
    /// Damaged; what exactly, in Indonesian.
    Rusak(String),
    Terkunci,
    /// This user may not read it.
    TanpaIzin,
    /// Another program has it open for itself.
    Dipakai,
    /// No workbook; what it is instead, where that is known.
    TidakDikenal(Option<String>),
    /// Read apart, and not done in time.
    TidakSelesai {
        detik: u64,
    },
    TerlaluBesar {
        ukuran: u64,
        batas: u64,
        apa: Batas,
    },
    /// A cell's text is longer than a cell's may be: where, by row and column from 0.
    TeksSel {
        ukuran: u64,
        batas: u64,
        lembar: Option<String>,
        sel: (u32, u32),
    },
}

pub(super) type Dibaca<T> = Result<T, Gagal>;

impl Gagal {
    /// A file that the system did not give.
    pub(super) fn of(error: &std::io::Error) -> Self {
        match error.kind() {
            _ if is_in_use(error) => Gagal::Dipakai,
            std::io::ErrorKind::PermissionDenied => Gagal::TanpaIzin,
            _ => Gagal::rusak(format!("tidak dapat dibaca: {}", io_reason(error))),
        }
    }

    pub(super) fn rusak(rincian: impl Into<String>) -> Self {
        Gagal::Rusak(rincian.into())
    }

    /// The same, with the sheet it concerns where it is damage.
    pub(super) fn on_sheet(self, name: &str) -> Self {
        match self {
            Gagal::Rusak(rincian) => Gagal::Rusak(format!("lembar “{name}”: {rincian}")),
            Gagal::TeksSel { ukuran, batas, sel, .. } => Gagal::TeksSel { ukuran, batas, lembar: Some(name.to_owned()), sel },
            other => other,
        }
    }

    /// The same, with the cell whose text is too long.
    pub(super) fn at_cell(self, at: CellAddress) -> Self {
        match self {
            Gagal::TerlaluBesar { ukuran, batas, apa: Batas::TeksSel } => {
                Gagal::TeksSel { ukuran, batas, lembar: None, sel: (at.row, at.column) }
            }
            other => other,
        }
    }

    /// The finding on this file.
    pub(super) fn into_temuan(self, berkas: &str) -> Temuan {
        let too_large = |ukuran, batas, apa: Batas| BerkasTerlaluBesar { ukuran, batas, apa: apa.what(), kunci_batas: apa.key() };
        let fakta = match self {
            Gagal::TeksSel { ukuran, batas, lembar, sel: (row, column) } => {
                let at = At::sheet(berkas, lembar.map(Into::into)).with(CellAddress::new(row, column));
                return Temuan::new(at, too_large(ukuran, batas, Batas::TeksSel));
            }
            Gagal::Rusak(rincian) => Fakta::BerkasRusak(BerkasRusak { rincian }),
            Gagal::TidakSelesai { detik } => BerkasRusak { rincian: format!("tidak selesai dibaca dalam {detik} detik") }.into(),
            Gagal::Terkunci => BerkasTerkunci { oleh: Kunci::Sandi }.into(),
            Gagal::TanpaIzin => BerkasTerkunci { oleh: Kunci::Izin }.into(),
            Gagal::Dipakai => BerkasTerkunci { oleh: Kunci::Dipakai }.into(),
            Gagal::TidakDikenal(dikenali) => Fakta::FormatTidakDikenal(FormatTidakDikenal { dikenali }),
            Gagal::TerlaluBesar { ukuran, batas, apa } => Fakta::BerkasTerlaluBesar(too_large(ukuran, batas, apa)),
        };
        Temuan::new(At::file(berkas), fakta)
    }
}
