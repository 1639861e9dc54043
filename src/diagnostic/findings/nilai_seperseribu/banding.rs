//! What an amount is out of proportion to.

use crate::diagnostic::{Hubungan, Salinan};
use rust_decimal::Decimal;

/// Whose amounts of last year a column's amounts fit, where not their own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Milik {
    /// Of the row below, or above.
    Bawah,
    Atas,
    /// Of whoever stood at the same place of last year's list.
    Urutan,
    /// Of others, to the rupiah.
    Lain,
}

/// What an amount is out of proportion to.
#[derive(Clone, PartialEq, Debug)]
pub enum Banding {
    /// A thousandth of the column's usual amount.
    Lazim(Decimal),
    /// The whole column is too small for plain rupiah.
    SemuaKecil,
    /// The whole column is too great for its scale, as stated.
    SemuaBesar(String),
    /// Many times the greatest of all others.
    TerbesarLain(Decimal),
    /// Apart above all others, of which this is the greatest.
    DiAtasLain(Decimal),
    /// More than a business of the scale that its row says turns over in a year.
    BatasSkala { skala: String, batas: Decimal },
    /// So many times what another column has in its row as in no other row.
    DiAtasBarisnya { isian: String, nilai: Decimal },
    /// In so many rows, of so many, it is greater than another column (or less), and in all others less (or greater).
    Tertukar { lain: String, baris: usize, dari: usize },
    /// A number where a text belongs.
    BukanTeks,
    /// A text that stands in another column elsewhere.
    IsiKolom(String),
    /// In other rows this kelurahan is another kecamatan's.
    TempatLain { kelurahan: String, lain: String },
    /// The sheet or file is of another unit than the source's others of that year, whose usual amount this is.
    SatuanLembarLain(Decimal),
    /// Most of the column are no amounts of money: years, days, numbers of people.
    BukanUang,
    /// So many rows, of so many, have one and the same amount.
    SamaSemua(usize, usize),
    /// From row to row a rupiah more.
    BertambahSatu,
    /// The same as another column in every row.
    SepertiKolom(String),
    /// Many times the koperasi's volume of business, which it comes from.
    MelebihiVolume(Decimal),
    /// Those that it counts, women and men, are so many together.
    BagianLain(Decimal),
    /// So many columns of its parts beside it are so much together.
    KolomBagian(usize, Decimal),
    /// It and the other parts beside it are so much together, and their total as it stands there is another.
    JumlahBaris { terhitung: Decimal, tertulis: Decimal },
    /// So many rows, of so many, fit another's amount of last year.
    MilikLain(Milik, usize, usize),
    /// In so many rows, of so many, it is the amount of a column that says it is a part's of the year.
    SebagianTahun { kolom: String, baris: usize, dari: usize },
    /// In so many rows it is so many times that column; a year is as many of it as these, at least and at most.
    KaliLain { kolom: String, kali: Decimal, baris: usize, lazim: (u32, u32) },
    /// Of its row's target it is so much, and a column of the sheet says another share.
    CapaianLain { kolom: Box<str>, tertulis: Box<str>, terhitung: Box<str> },
    /// A nought, where all others are between these.
    NolDiAntara { least: Decimal, most: Decimal },
    /// A year, far above all others, of which this is the greatest.
    SepertiTahun(Decimal),
    /// It is a part of what that column holds in its row, where in the other rows it is no more.
    MelebihiKolom { lain: String, nilai: Decimal },
    /// A mark in so many rows, of so many that bear it, without the mark of that column, which it goes with.
    TandaTanpa { lain: String, baris: usize, dari: usize },
    /// Of the other columns it is this in so many rows, and otherwise here.
    HubunganLain { hubungan: Hubungan, terhitung: Decimal, baris: usize },
    /// Its scale as stated makes the usual one this, though amounts stand there to the last rupiah.
    SkalaRagu { satuan: String, lazim: Decimal },
    /// It has no unit, and another column that has one holds numbers of the same size.
    SatuanKolomLain { kolom: String, satuan: String },
    /// The sum of parts of the year that are as much as the one before or more in so many rows, up to this column.
    BagianBerjalan { kolom: String, baris: usize },
    /// The cells of so many rows stand one column too far to the right (or the left).
    Bergeser { kanan: bool, baris: usize },
    /// It is a copy, or stands for what nobody asked.
    Salinan(Salinan),
    /// In all other rows it is in order of size; here between these two.
    Urutan { atas: Decimal, bawah: Decimal },
    /// By a column of places it stands elsewhere than by its size among so many, where nearly all others stand alike.
    PeringkatLain { kolom: Box<str>, tertulis: usize, menurut: usize, dari: usize },
    /// The year before it was this, and a column of the sheet says of the two what they are not.
    PerkembanganLain { lalu: Decimal, kolom: Box<str>, tertulis: Box<str>, terhitung: Box<str> },
}
