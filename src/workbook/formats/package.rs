//! The zip archive that .xlsx, .xlsb and .ods files are: looked over before
//! anything is unpacked, then read part by part.

use super::xml::Xml;
use crate::profile::Limits;
use crate::workbook::budget::Unpacked;
use crate::workbook::failure::{Batas, Dibaca, Gagal};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::read::ZipFile;

const MIB: u64 = 1 << 20;
/// Small entries may be packed as tightly as they like.
const RATIO_FROM: u64 = 16 * MIB;

/// An archive within the limits. Zip readers enforce the declared sizes, so
/// that what was summed beforehand is a true bound.
pub(crate) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Lower-case names, as Excel compares them.
    parts: BTreeMap<String, Part>,
    unpacked: Unpacked,
    /// The archive's own bytes.
    pub packed: usize,
}

#[derive(Clone, Copy)]
struct Part {
    index: usize,
    size: u64,
}

impl<'a> Package<'a> {
    /// Opens the archive and holds it against the limits.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Dibaca<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Gagal::rusak("arsip zip terpotong atau rusak"))?;
        if zip.len() as u64 > limits.isi_zip {
            return Err(Gagal::TerlaluBesar { ukuran: zip.len() as u64, batas: limits.isi_zip, apa: Batas::IsiZip });
        }
        if zip.has_duplicate_names() {
            return Err(Gagal::rusak("arsip zip berisi dua bagian bernama sama"));
        }
        let mut parts = BTreeMap::new();
        let mut total = 0u64;
        for index in 0..zip.len() {
            let entry = zip.by_index_data(index).map_err(|_| Gagal::rusak("daftar isi arsip zip rusak"))?;
            if entry.encrypted() {
                return Err(Gagal::Terkunci);
            }
            let (size, packed) = (entry.size(), entry.compressed_size());
            total = total.saturating_add(size);
            if size > RATIO_FROM && size / packed.max(1) > limits.rasio {
                return Err(Gagal::TerlaluBesar { ukuran: size / packed.max(1), batas: limits.rasio, apa: Batas::Rasio });
            }
            let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/");
            let name = name.trim_start_matches('/').to_lowercase();
            if parts.insert(name, Part { index, size }).is_some() {
                return Err(Gagal::rusak("arsip zip berisi dua bagian bernama sama"));
            }
        }
        if total > limits.ukuran_mib.saturating_mul(MIB) {
            return Err(Gagal::TerlaluBesar { ukuran: total.div_ceil(MIB), batas: limits.ukuran_mib, apa: Batas::Ukuran });
        }
        Ok(Self { zip, parts, unpacked: Unpacked::new(limits, bytes.len()), packed: bytes.len() })
    }

    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&name.to_lowercase())
    }

    /// The unpacked size of a part, if it is there.
    pub fn size(&self, name: &str) -> Option<u64> {
        self.parts.get(&name.to_lowercase()).map(|part| part.size)
    }

    /// Whether some part's name begins so.
    pub fn has_under(&self, folder: &str) -> bool {
        self.parts.range(folder.to_lowercase()..).next().is_some_and(|(name, _)| name.starts_with(&folder.to_lowercase()))
    }

    /// A part as XML, read as it is unpacked.
    pub fn xml(&mut self, name: &str) -> Dibaca<Xml<ZipFile<'_, Cursor<&'a [u8]>>>> {
        Ok(Xml::new(self.stream(name)?))
    }

    /// A part's bytes; for parts known to be small, refused beyond `most`.
    pub fn bytes(&mut self, name: &str, most: u64) -> Dibaca<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut input = self.stream(name)?.take(most + 1);
        input.read_to_end(&mut bytes).map_err(|error| Gagal::rusak(format!("{name} tidak terbaca ({error})")))?;
        if bytes.len() as u64 > most {
            return Err(Gagal::rusak(format!("{name} terlalu besar")));
        }
        Ok(bytes)
    }

    fn stream(&mut self, name: &str) -> Dibaca<ZipFile<'_, Cursor<&'a [u8]>>> {
        let part = self.parts.get(&name.to_lowercase()).copied();
        let part = part.ok_or_else(|| Gagal::rusak(format!("bagian {name} tidak ada di dalam berkas")))?;
        self.unpacked.spend(part.size)?;
        self.zip.by_index(part.index).map_err(|_| Gagal::rusak(format!("bagian {name} rusak")))
    }
}
