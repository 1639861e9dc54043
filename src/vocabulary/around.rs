//! Where on a sheet a text stands that is in none of its cells.

/// What on a sheet holds a text and is no cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Around {
    /// What is printed over every page.
    Header,
    /// What is printed under every page.
    Footer,
    /// A text box, a shape, WordArt.
    Shape,
    /// A chart's title or that of an axis.
    Chart,
    /// What is shown to whoever fills in a cell.
    Prompt,
}

impl Around {
    pub const ALL: [Self; 5] = [Self::Header, Self::Footer, Self::Shape, Self::Chart, Self::Prompt];

    /// As people call it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Header => "kepala halaman",
            Self::Footer => "kaki halaman",
            Self::Shape => "kotak teks",
            Self::Chart => "judul grafik",
            Self::Prompt => "petunjuk pengisian",
        }
    }
}
