//! Arguments in, words on the terminal and an exit status out. The one room
//! that prints, reads the clock or the environment.

mod args;
mod explanation;
mod jelaskan;
mod jendela;
mod lihat;
mod office;
mod record;
mod run;
mod siapkan;
mod baris_sumber;
mod tandai;
mod temuan;
mod usage;
mod usage_id;
mod words_id;

pub use run::run;
