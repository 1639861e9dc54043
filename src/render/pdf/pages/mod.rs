//! Strips and tables to pages: what stays together, where a page is turned, what
//! stands in the margins.

pub mod foot;
pub mod layout;
pub mod pager;
pub mod placing;
pub mod rows;
