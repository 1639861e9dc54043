//! An office's own .xlsx or .xlsm in, the same package out with marked cells
//! coloured and noted and a sheet that lists the findings. Only the parts that
//! must change are touched, each at the very bytes; everything else is copied as
//! it is packed. A package this cannot be done to (signed, prefixed namespaces,
//! another encoding) is left to the copy of values, [`super::mark`].

mod edits;
mod list;
mod mark;
mod notes;
mod package;
mod scan;
mod sheet_part;
mod styles;

pub use mark::mark_original;

#[cfg(test)]
mod tests;
