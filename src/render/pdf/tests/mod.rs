//! Whole documents through the front door.

mod any_size;
mod boxes;
mod charts;
mod file;
mod geometry;
mod golden;
mod sample;
