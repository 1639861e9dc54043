//! What the rows of a table are.

/// What a row below the headings is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RowKind {
    Data,
    /// `1 2 3 …` or `(1) (2) …` below the headings.
    ColumnNumbers,
    /// A kecamatan's name over its rows.
    GroupLabel(String),
    /// Its label, and the first of the rows it sums (up to the row before it).
    Subtotal {
        label: String,
        first: u32,
    },
    /// A total over the whole table.
    Total {
        label: String,
    },
    /// A group's label over its rows, whose own formula sums them, down to row `last`.
    SumOver {
        label: String,
        last: u32,
    },
    RepeatedHeading,
    /// `Contoh` in the place of its number: it shows how the others are filled in.
    Example,
    /// A row of dashes or separators, nothing to count.
    Blank,
    /// Below the table's end: notes, place and date, names, NIP.
    Footer,
    /// Looks like a total by its label, but its key cells hold something.
    DataOrTotal {
        label: String,
        /// Where nothing but its words is against a sum (`Jumlah Gadingrejo`), the
        /// first of the rows it would sum: its figures prove it or do not. Its own row
        /// where none stands above it.
        first: Option<u32>,
    },
    /// Begins as a total does, yet says more of itself than a total would: data,
    /// unless its figures are the sum of the rows from `first` on.
    DataUnlessSum {
        label: String,
        first: u32,
    },
    /// `di antaranya USP`, `- Toko`: a part of the row above it, not counted and
    /// not summed, as far as its figures prove what its label says.
    Part {
        label: String,
        proof: PartProof,
    },
    /// A line of a table that did not come apart into its cells.
    Unsplit(String),
    /// Figures without a name.
    Nameless,
    /// Below the table's end, yet looks like data.
    DataBelowEnd,
}

/// What proves that a row is a part of the row above it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PartProof {
    /// Its label does, where the parts together are no more than that row.
    Label,
    /// The parts together are that row; else nobody knows what it is.
    Sum,
    /// The same of two parts or more; else it is data as the others.
    SumOrData,
}
