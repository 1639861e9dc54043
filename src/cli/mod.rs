//! Arguments in, words on the terminal and an exit status out. The one room
//! that prints, reads the clock or the environment.

mod args;
mod ask;
mod bacaan;
mod banding_words_id;
mod baris_sumber;
mod blank_books_words_id;
mod catalog_words_id;
mod commands;
mod completion;
mod dispatch;
mod explanation;
mod fault;
mod folders;
mod jendela;
mod klik;
mod look;
mod look_words_id;
mod man_page;
mod manual_page;
mod manual_words_id;
mod many;
mod new_office_words_id;
mod next_year_words_id;
mod opened;
mod paint;
mod places;
mod rekap_words_id;
mod repair_words_id;
mod revision_words_id;
mod revisions;
mod status;
mod tandai;
mod temuan;
mod terminal;
mod trouble;
mod usage;
mod usage_id;
mod views_json;
mod words_id;

pub use dispatch::{run, run_bounded};
pub use fault::tell_panics;
