//! Which offices are meant by the folders of a command line.

use crate::cli::terminal::shown_name;
use crate::intake;
use crate::profile::{self, FILE_NAME};
use std::path::PathBuf;

/// The offices that are asked for.
pub struct Asked {
    pub folders: Vec<PathBuf>,
    /// Several were asked for: their answers are one array, their reports stand in
    /// folders of their own.
    pub several: bool,
    /// The highest number of threads that work at once; as many as there are cores unless it is said.
    pub jobs: Option<usize>,
}

impl Asked {
    /// A folder without `iku.toml` whose own folders hold one stands for these, and for those beside them that only lack
    /// it: they are told, not passed over.
    pub fn of(named: &[PathBuf], jobs: Option<usize>) -> Self {
        let mut folders = Vec::new();
        let mut several = named.len() > 1;
        for folder in named {
            let offices = if folder.join(FILE_NAME).exists() { Vec::new() } else { profile::offices_and_unfinished(folder) };
            several |= !offices.is_empty();
            if offices.is_empty() {
                folders.push(folder.clone());
            }
            folders.extend(offices);
        }
        Self { folders, several, jobs }
    }

    /// A name that two of the folders have.
    pub fn same_name(&self) -> Option<String> {
        let names: Vec<String> = self.folders.iter().map(|folder| shown_name(folder)).collect();
        let twice = names.iter().enumerate().find(|(index, name)| names[..*index].contains(name));
        twice.map(|(_, name)| name.clone())
    }

    /// A folder that is meant twice: two runs must not write in it side by side.
    pub fn same_folder(&self) -> Option<String> {
        let real: Vec<PathBuf> = self.folders.iter().map(|folder| intake::whole(folder)).collect();
        let twice = real.iter().enumerate().find(|(index, folder)| real[..*index].contains(folder));
        twice.map(|(index, _)| self.folders[index].display().to_string())
    }
}
