//! Bytes in, files out: files are replaced together and atomically, or not at
//! all, by one run at a time; a report that is replaced stays in the archive.
//! Also the record's own shape. Knows nothing of how the bytes were made.

mod archive;
mod digest;
mod disk;
mod error;
#[cfg(test)]
mod fault_tests;
mod files;
mod found;
mod journal;
mod lock;
mod private;
mod record;
mod record_bounds;
mod replace;
mod scratch;
mod shelf;
mod signed;
mod snapshot;
mod taken;
mod words_id;

pub use archive::{
    Standing, bears_signature, broken_records, is_broken_record, is_there, published, revisions, strangers_folder,
};
pub use digest::sha256_hex;
pub use disk::{Disk, Real, remove_empty_folder};
pub use error::{Act, DeliverError};
pub use files::{Delivered, deliver, recover, recover_if_idle};
pub use found::{Found, find_draft, find_report, is_as_recorded, offices_or_own, read_beside, years_with_report};
pub use lock::{LOCK_FILE, Lock};
pub use private::deliver_private;
pub use record::{
    AngkaRecord, BacaanRecord, CapaianRecord, DasarRecord, IndikatorRecord, Karena, KarenaRecord, KeputusanRecord, LagiRecord,
    LaluRecord, LuaranRecord, MasukanRecord, PerubahanRecord, Record, SCHEMA, Status, TandaTanganRecord, TargetAkhirRecord,
    TempelRecord, TemuanRecord, Tentang, UkuranRecord,
};
pub use replace::{Change, Output, replace};
pub use scratch::Scratch;
pub use shelf::{SNAPSHOT, Shelf, report_years, years_in};
pub use signed::{Change as PaperChange, Signature, Signed, State};
pub use snapshot::{Contents, Files, Snapshot, Unusable, gather, pack};
