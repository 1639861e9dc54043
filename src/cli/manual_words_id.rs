//! The words around the manual's pages.

pub const PANDUAN: &str = "langkah demi langkah untuk dinas";
pub const PROFIL: &str = "setiap kunci iku.toml";
pub const RUMUS: &str = "bahasa rumus";
pub const TEMUAN: &str = "setiap temuan: arti dan cara memperbaikinya";
pub const KATALOG: &str = "26 indikator yang lazim, siap ditambahkan";
pub const TEMPLAT: &str = "mengubah susunan halaman";
pub const KEPERCAYAAN: &str = "mengapa angkanya dapat dipercaya, dan bagaimana temuan terjadi";

pub const OTHER_PAGES: &str = "Halaman lain:";

pub fn unknown(page: &str, near: Option<&str>, pages: &[&str]) -> String {
    let near = near.map(|near| format!("; mungkin maksudnya `{near}`")).unwrap_or_default();
    format!("Halaman panduan `{page}` tidak ada{near}. Yang ada: {}.", pages.join(", "))
}
