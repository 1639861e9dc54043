//! Makes offices for measuring, with made-up data:
//! `cargo run --release --example make_kantor -- FOLDER --kantor 514 --umkm 60 --koperasi 30 --rusak`.
//!
//! The same bytes every time: one small generator with a seed for each office, no
//! clock. `--rusak` spoils three of them, each otherwise: a figure that is none, a
//! key of the profile that is misspelt, a workbook that is cut short.

mod office;

use office::Size;
use std::path::{Path, PathBuf};

const USAGE: &str = "make_kantor FOLDER [--kantor N] [--koperasi N] [--umkm N] [--tahun N] [--rusak]";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut folder = None;
    let (mut offices, mut size, mut spoil) = (1usize, Size { koperasi: 414, umkm: 5000, years: 3 }, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|text| text.parse::<usize>().ok()).ok_or(USAGE);
        match argument.as_str() {
            "--kantor" => offices = number()?,
            "--koperasi" => size.koperasi = number()?,
            "--umkm" => size.umkm = number()?,
            "--tahun" => size.years = number()?.clamp(1, 3),
            "--rusak" => spoil = true,
            path => folder = Some(PathBuf::from(path)),
        }
    }
    let folder = folder.ok_or(USAGE)?;
    for index in 0..offices {
        let office = folder.join(office::name(index));
        for (name, mut bytes) in office::files(index, size)? {
            if spoil {
                office::spoil(index, offices, &name, &mut bytes);
            }
            put(&office.join(name), &bytes)?;
        }
    }
    if spoil && offices > 2 {
        // A figure that is none: the workbook is made with it.
        let (index, name) = (offices / 2, "data/Data UMKM 2021.xlsx");
        put(&folder.join(office::name(index)).join(name), &office::doubtful_workbook(index, size)?)?;
    }
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a developer's generator writes its own files; it is no part of the program")]
fn put(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::write(path, bytes)
}
