//! The program's own fault, told.

use super::terminal::tell;
use super::words_id as words;
use crate::workbook::SafetyStop;
use std::any::Any;

/// Tells what a panic left behind.
pub fn tell_fault(panic: &(dyn Any + Send)) {
    match panic.downcast_ref::<SafetyStop>() {
        Some(SafetyStop { detik }) => tell(&words::safety_stop(*detik)),
        None => tell(words::OWN_FAULT),
    }
}
