//! Whole documents through the front door.

mod file;
mod geometry;
mod golden;
mod sample;
