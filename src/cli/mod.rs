//! Arguments in, words on the terminal and an exit status out. The one room
//! that prints, reads the clock or the environment.

mod args;
mod bacaan;
mod banding_words_id;
mod baris_sumber;
mod commands;
mod dispatch;
mod explanation;
mod fault;
mod folders;
mod jendela;
mod manual_page;
mod many;
mod next_year_words_id;
mod rekap_words_id;
mod revision_words_id;
mod revisions;
mod status;
mod tandai;
mod temuan;
mod terminal;
mod trouble;
mod usage;
mod usage_id;
mod words_id;

pub use dispatch::run;
