//! Small clean offices, each spoilt in one place. Out come file names below
//! `samples/salah/` and their bytes; the first line of each profile names the
//! code and where the fault lies.

mod cases_cell;
mod cases_key;
mod cases_look;
mod cases_row;
mod cases_source;
mod grid;
mod odd_files;
mod office;

use office::Case;

type Failure = Box<dyn std::error::Error>;

/// Every generated file.
pub fn files() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for case in cases()? {
        files.extend(case.files());
    }
    Ok(files)
}

fn cases() -> Result<Vec<Case>, Failure> {
    Ok([cases_cell::all()?, cases_source::all()?, cases_key::all()?, cases_row::all()?, cases_look::all()?].concat())
}
