//! Which files, sheets and tables are read, and what is told of those that are not.

pub(crate) mod agreeing_recap;
pub(crate) mod choose;
pub(crate) mod control_sheets;
pub(crate) mod file_names;
pub(crate) mod files;
pub(crate) mod mentions;
pub(crate) mod note_sheets;
pub(crate) mod passed_tables;
pub(crate) mod unread;
