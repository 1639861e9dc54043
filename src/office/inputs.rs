//! What a report rests on, file by file, and which of it changed.

use super::{Office, PROGRAM};
use super::{restated, trouble::Trouble};
use crate::deliver::{self, Contents, Files, Karena, KarenaRecord, Record, sha256_hex};
use crate::profile;
use crate::render::family::Family;
use crate::vocabulary::{Year, mask_in_text};
use std::collections::BTreeSet;

impl Office {
    /// Every file of the office that the report was made from, read again.
    ///
    /// # Errors
    /// One that is no longer what was read: the report would not rest on its snapshot.
    pub fn inputs(&self) -> Result<Files, Trouble> {
        let laporan = &self.profile.laporan;
        let mut files: BTreeSet<&str> = self.dataset.masukan.iter().map(|one| one.berkas.as_str()).collect();
        // What a finding speaks of was looked at, even if nothing was taken from it.
        files.extend(self.temuan.iter().map(|one| &*one.at.berkas));
        files.insert(profile::FILE_NAME);
        let published: Vec<String> = self.published.iter().map(|record| restated::published_path(Year(record.tahun))).collect();
        files.extend(published.iter().map(String::as_str));
        files.extend(laporan.kop.iter().filter_map(|kop| kop.lambang.as_deref()));
        let mut folders = vec!["templat"];
        if Family::built_in(&laporan.huruf).is_none() {
            files.insert(&laporan.huruf);
            // The other cuts of a font stand beside it.
            folders.extend(laporan.huruf.rsplit_once('/').map(|(folder, _)| folder));
        }
        let gathered = deliver::gather(self.folder(), files, folders)?;
        let changed =
            self.dataset.masukan.iter().find(|one| gathered.get(&one.berkas).is_none_or(|bytes| sha256_hex(bytes) != one.sha256));
        if let Some(changed) = changed {
            return Err(Trouble::Changing(changed.berkas.clone()));
        }
        if gathered.get(profile::FILE_NAME).is_none_or(|bytes| bytes != self.profile_text.as_bytes()) {
            return Err(Trouble::Changing(profile::FILE_NAME.to_owned()));
        }
        Ok(gathered)
    }

    /// Why the report differs from the one of this record, made from these files
    /// (none where its snapshot is lost).
    pub(super) fn causes(&self, before: &Record, old: Option<&Contents>, new: &Contents) -> Vec<KarenaRecord> {
        let mut causes: Vec<KarenaRecord> = Vec::new();
        let data = |files: &mut dyn Iterator<Item = (&str, &str)>| {
            files.map(|(berkas, sha)| (berkas.to_owned(), sha.to_owned())).collect::<BTreeSet<_>>()
        };
        let then = data(&mut before.masukan.iter().map(|one| (one.berkas.as_str(), one.sha256.as_str())));
        let record = super::record::of_check(self);
        let now = data(&mut record.masukan.iter().map(|one| (one.berkas.as_str(), one.sha256.as_str())));
        let names: BTreeSet<&String> = then.symmetric_difference(&now).map(|(berkas, _)| berkas).collect();
        names.into_iter().for_each(|berkas| put(&mut causes, Karena::Berkas, berkas));
        if let Some(old) = old {
            let keys = profile::changed_keys(&old.profile, &new.profile);
            keys.iter().for_each(|key| put(&mut causes, Karena::Profil, key));
            let is_data = |name: &str| then.iter().chain(&now).any(|(berkas, _)| berkas == name || *berkas == mask_in_text(name));
            let others: BTreeSet<&String> = old.sha256.keys().chain(new.sha256.keys()).collect();
            for name in others.into_iter().filter(|name| *name != profile::FILE_NAME && !is_data(name)) {
                if old.sha256.get(name) != new.sha256.get(name) {
                    put(
                        &mut causes,
                        if name.starts_with("keluaran/") { Karena::TahunLalu } else { Karena::Templat },
                        &mask_in_text(name),
                    );
                }
            }
        }
        if causes.is_empty() && before.program != PROGRAM {
            put(&mut causes, Karena::CaraBacaBerubah, &before.program);
        }
        causes
    }
}

fn put(causes: &mut Vec<KarenaRecord>, apa: Karena, nama: &str) {
    causes.push(KarenaRecord { apa, nama: nama.to_owned() });
}
