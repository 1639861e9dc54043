//! Ctrl-C while many offices are worked on: what is begun is finished, nothing
//! more begins; a second one ends the program there and then, which harms no
//! report (what is half put in place is finished or undone by the next command).

use super::words_id as words;
use crate::cli::status::Status;
use crate::cli::terminal::tell;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);
static LISTENS: Once = Once::new();

/// From now on Ctrl-C is an order to come to an end.
pub fn listen() {
    LISTENS.call_once(|| {
        // Where it cannot be listened to, Ctrl-C ends the program as it always did.
        let _ = ctrlc::set_handler(|| {
            if ASKED.swap(true, Ordering::SeqCst) {
                std::process::exit(i32::from(Status::Stopped.code()));
            }
            tell(words::STOPPING);
        });
    });
}

/// Whether an end was asked for.
pub fn is_asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
