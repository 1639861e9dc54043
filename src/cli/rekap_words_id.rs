//! The words of `iku rekap` on the terminal.

use std::path::Path;

pub const COMMAND: &str = "rekap";

pub fn keadaan(folder: &str, keadaan: &str) -> String {
    format!("{folder}: {keadaan}")
}

pub fn moved_aside(name: &str, to: &str) -> String {
    format!("{name} yang ada di situ bukan seperti yang ditulis iku (atau sudah ditandatangani), dan dipindahkan ke {to}")
}

pub fn written(folder: &Path, laporan: usize, kantor: usize) -> String {
    format!("rekap: {laporan} dari {kantor} kantor, ditulis ke {}", folder.display())
}

pub fn unchanged(folder: &Path, laporan: usize, kantor: usize) -> String {
    format!("rekap: {laporan} dari {kantor} kantor; tidak ada yang berubah, berkas di {} tetap", folder.display())
}
