//! Bytes in, files out: the three files of a report are replaced together and
//! atomically, or not at all. Also the record's own shape. Knows nothing of how
//! the bytes were made.

mod files;
mod private;
mod record;

pub use files::{DeliverError, Delivered, Output, deliver, has_record, is_current, recover};
pub use private::deliver_private;
pub use record::{
    BacaanRecord, CapaianRecord, DasarRecord, IndikatorRecord, KeputusanRecord, LagiRecord, LaluRecord, LuaranRecord,
    MasukanRecord, Record, Status, TandaTanganRecord, TargetAkhirRecord, TempelRecord, TemuanRecord, UkuranRecord, sha256_hex,
};
