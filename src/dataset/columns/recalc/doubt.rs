//! Why a stored result is not proven.

use std::sync::Arc;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Doubt {
    /// It rests on another file or program, by its name.
    OtherFile(Arc<str>),
    /// It is another whenever the file is opened: the function that makes it so.
    Changing(Arc<str>),
    /// A function that is not worked out here.
    Function(Arc<str>),
    /// The formula is not in the file, or not as one that can be read.
    Unread,
    /// It is rounded to what is shown.
    AsShown,
    /// Programs may take it differently, or it would cost too much to find out.
    Other,
}

impl Doubt {
    /// Of two, the one that says more to a reader.
    pub fn or(self, other: Option<Doubt>) -> Doubt {
        match other {
            Some(other)
                if self == Doubt::Other || matches!(other, Doubt::OtherFile(_)) && !matches!(self, Doubt::OtherFile(_)) =>
            {
                other
            }
            _ => self,
        }
    }

    /// Of a function that is not worked out.
    pub fn of_function(name: &str) -> Self {
        match name {
            "TODAY" | "NOW" | "RAND" | "RANDBETWEEN" | "RANDARRAY" => Doubt::Changing(name.into()),
            "DDE" | "RTD" | "WEBSERVICE" => Doubt::OtherFile(name.into()),
            _ => Doubt::Function(name.into()),
        }
    }

    /// Of a function of Google Sheets, which its exports keep as a text beside the value.
    pub fn of_export(text: &str) -> Self {
        let name = text.split('(').next().unwrap_or_default().trim().to_ascii_uppercase();
        if name.starts_with("IMPORT") || name.starts_with("GOOGLE") {
            return Doubt::OtherFile(name.as_str().into());
        }
        Doubt::Function(name.as_str().into())
    }
}
