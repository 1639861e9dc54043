//! Arguments in, words on the terminal and an exit status out. The one room
//! that prints, reads the clock or the environment.

mod args;
mod font_files;
mod jelaskan;
mod office;
mod record;
mod run;
mod temuan;
mod words_id;

pub use run::run;
