//! What an office's run is doing, told while it goes on. Who watches may show it;
//! nothing that is made depends on it.

use std::fmt;
use std::sync::Arc;

/// What is begun.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// A file of the office is read; several may be at once.
    Read(String),
    /// Figures are computed from the tables.
    Compute,
    /// Pages and sheets are made.
    Pages,
    /// Files are put in their place.
    Write,
}

/// Hears of each step, from any thread; by default nobody does.
#[derive(Clone, Default)]
pub struct Watch(Option<Arc<dyn Fn(Step) + Send + Sync>>);

impl Watch {
    pub fn new(hears: impl Fn(Step) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(hears)))
    }

    pub fn begins(&self, step: Step) {
        if let Some(hears) = &self.0 {
            hears(step);
        }
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(if self.0.is_some() { "Watch(…)" } else { "Watch" })
    }
}
