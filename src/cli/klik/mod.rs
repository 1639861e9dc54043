//! The program opened by a double click, or with a folder dropped on it: it asks
//! in plain words, does the work, opens what came of it, and keeps its window.

mod conversation;
mod recent;
mod start;
mod words_id;

pub use conversation::run;
pub use start::is_double_click;
