//! A profile's text as `toml_edit` takes it, and back with the line ends and the
//! byte order mark that it had.

use toml_edit::{DocumentMut, TomlError};

/// A profile's document, and how its text was written.
pub(super) struct Edited {
    pub doc: DocumentMut,
    marked: bool,
    crlf: bool,
}

impl Edited {
    /// # Errors
    /// The text is no TOML.
    pub fn parse(text: &str) -> Result<Self, TomlError> {
        let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
        let crlf = plain.contains("\r\n");
        let doc = if crlf { plain.replace("\r\n", "\n").parse()? } else { plain.parse()? };
        Ok(Self { doc, marked: plain.len() < text.len(), crlf })
    }

    pub fn into_text(self) -> String {
        let text = self.doc.to_string();
        let text = if self.crlf { text.replace('\n', "\r\n") } else { text };
        if self.marked { format!("\u{feff}{text}") } else { text }
    }
}
