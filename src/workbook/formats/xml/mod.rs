//! A streaming XML scanner for the parts of office files: byte slices, one
//! pass, bounded memory, and an error for anything not well formed, because a
//! damaged part must be refused rather than misread.

mod scanner;
mod tag;
mod text;

pub(crate) use scanner::{Token, Xml};
pub(crate) use tag::{Tag, plain_tag};
#[cfg(test)]
use text::attribute_text;
pub(crate) use text::{push_cdata, push_text, truncated};
