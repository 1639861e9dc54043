//! What a layout draws on its sheet: words, figures, charts, pictures and links.

pub mod chart;
mod figure;
mod leads;
pub mod paint;
mod pictures;
mod sentence;
