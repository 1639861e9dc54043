//! The work of a command on its offices' folders, one or many: side by side, one
//! that fails never stopping another, shown while it goes on, summed up at the end.

mod asked;
mod came;
mod progress;
mod run;
mod stop;
mod summary;
mod words_id;

pub use asked::Asked;
pub use came::Came;
pub use progress::shown;
pub use run::run;
pub use words_id::hasil;
