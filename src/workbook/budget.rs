//! What reading may cost, in one place for every format: bytes unpacked, cells,
//! bytes of text, sheets, styles, of one file and of all files of a run. Each is
//! held against a limit of `[batas_baca]` and against the files' own size, since no
//! honest file holds a hundred times what it is; nothing is measured in seconds, so
//! that a file is judged alike on every machine.

use super::failure::{Batas, Dibaca, Gagal};
use super::sheet::{Cell, Formula, Sheet, Value};
use crate::diagnostic::Temuan;
use crate::profile::Limits;

const MIB: u64 = 1 << 20;

/// What a small file may hold whatever its size, and what each of its bytes may
/// add. Measured on exports of a million rows: 0.3 cells and 5 bytes of text a byte.
const FREE_CELLS: u64 = 2_000_000;
const CELLS_A_BYTE: u64 = 2;
/// A text file's cells are seen as they are: fewer than four bytes a cell, its
/// separator among them, is no table.
const FREE_CELLS_OF_TEXT: u64 = 1_000_000;
const BYTES_A_CELL_OF_TEXT: u64 = 4;
const FREE_TEXT: u64 = 32 * MIB;
const TEXT_A_BYTE: u64 = 64;
const FREE_UNPACKED: u64 = 64 * MIB;
/// `rasio` at which these hold as they stand; a higher one raises them alike.
const USUAL_RATIO: u64 = 100;

/// Bytes of one text while it is gathered, before it is weighed: longer ones are no cell's.
pub(super) const LONGEST_GATHERED: usize = 4 << 20;

/// The costs of one file so far.
pub(super) struct Budget {
    limits: Limits,
    /// The file's own bytes.
    size: u64,
    /// The cells that a file of this size may hold.
    most_cells: u64,
    cells: u64,
    text: u64,
    sheets: u64,
    styles: u64,
    around: u64,
}

impl Budget {
    /// For a file of so many bytes.
    pub fn new(limits: &Limits, size: usize) -> Self {
        let most_cells = by_size(FREE_CELLS, CELLS_A_BYTE, size as u64, limits.rasio);
        Self { limits: *limits, size: size as u64, most_cells, cells: 0, text: 0, sheets: 0, styles: 0, around: 0 }
    }

    /// For a text file of so many bytes.
    pub fn of_text(limits: &Limits, size: usize) -> Self {
        let most_cells = by_size(FREE_CELLS_OF_TEXT, 1, size as u64 / BYTES_A_CELL_OF_TEXT, limits.rasio);
        Self { most_cells, ..Self::new(limits, size) }
    }

    /// Counts so many more cells, merges or shared texts.
    pub fn spend(&mut self, cells: u64) -> Dibaca<()> {
        self.cells = self.cells.saturating_add(cells);
        within(self.cells, self.limits.sel, Batas::Sel)?;
        within(self.cells, self.most_cells, Batas::SelMenurutUkuran)
    }

    /// Counts a text that stands so many times, held once or not: whatever looks
    /// at the cells looks at it so often.
    pub fn text(&mut self, text: &str, times: u64) -> Dibaca<()> {
        self.whole(text)?;
        self.hold(text, times)
    }

    fn hold(&mut self, text: &str, times: u64) -> Dibaca<()> {
        self.text = self.text.saturating_add((text.len() as u64).saturating_mul(times));
        within(self.text.div_ceil(MIB), self.limits.teks_mib, Batas::Teks)?;
        let most = by_size(FREE_TEXT, TEXT_A_BYTE, self.size, self.limits.rasio);
        within(self.text.div_ceil(MIB), most.div_ceil(MIB), Batas::TeksMenurutUkuran)
    }

    /// Counts a text of the shared ones: one that is too long for a cell is told at the cell that shows it.
    pub fn shared(&mut self, text: &str) -> Dibaca<()> {
        self.hold(text, 1)
    }

    /// Counts a cell with its texts, standing so many times.
    pub fn cell(&mut self, cell: &Cell<'_>, times: u64) -> Dibaca<()> {
        self.spend(times)?;
        match &cell.value {
            Value::Text(text) | Value::Overflow(text) | Value::Error(text) => {
                self.text(text, times).map_err(|gagal| gagal.at_cell(cell.at))?;
            }
            _ => {}
        }
        if let Formula::Some(Some(formula)) = &cell.formula {
            self.text(formula, times).map_err(|gagal| gagal.at_cell(cell.at))?;
        }
        Ok(())
    }

    /// What the cells of sheets that were read come to.
    pub fn of_read(sheets: &[Sheet]) -> Cost {
        let cells = sheets.iter().map(|sheet| sheet.cells.len() as u64).sum();
        Cost { cells, ..Cost::default() }
    }

    /// Counts a stretch of cells, if there is room for all of it; whether there is. What
    /// there is no room for is told by the one cell that is too much.
    pub fn take(&mut self, costs: &Costs) -> bool {
        let (cells, text) = (self.cells.saturating_add(costs.cells), self.text.saturating_add(costs.text));
        let most_text = by_size(FREE_TEXT, TEXT_A_BYTE, self.size, self.limits.rasio).div_ceil(MIB);
        let fits = costs.longest <= self.limits.teks_sel
            && cells <= self.limits.sel.min(self.most_cells)
            && text.div_ceil(MIB) <= self.limits.teks_mib.min(most_text);
        if fits {
            (self.cells, self.text) = (cells, text);
        }
        fits
    }

    /// Counts one more sheet.
    pub fn sheet(&mut self) -> Dibaca<()> {
        self.sheets += 1;
        within(self.sheets, self.limits.lembar, Batas::Lembar)
    }

    /// Counts a line of text that stands in no cell.
    pub fn around(&mut self, line: &str) -> Dibaca<()> {
        self.around += 1;
        within(self.around, self.limits.teks_sekitar, Batas::TeksSekitar)?;
        self.spend(1)?;
        self.text(line, 1)
    }

    /// Whether a text that was put together of others, each counted, is as long as one may be.
    pub fn whole(&self, text: &str) -> Dibaca<()> {
        // A unit of UTF-16 takes up to three bytes.
        if text.len() as u64 <= self.limits.teks_sel {
            return Ok(());
        }
        within(text.encode_utf16().count() as u64, self.limits.teks_sel, Batas::TeksSel)
    }

    /// Counts one more style, font or number format.
    pub fn style(&mut self) -> Dibaca<()> {
        self.styles += 1;
        within(self.styles, self.limits.gaya, Batas::Gaya)
    }
}

/// What a stretch of cells costs.
#[derive(Default)]
pub(super) struct Costs {
    cells: u64,
    text: u64,
    /// The bytes of the longest text.
    longest: u64,
}

impl Costs {
    /// Counts a cell with its texts.
    pub fn cell(&mut self, cell: &Cell<'_>) {
        self.cells += 1;
        if let Value::Text(text) | Value::Overflow(text) | Value::Error(text) = cell.value {
            self.text(text);
        }
        if let Formula::Some(Some(formula)) = cell.formula {
            self.text(formula);
        }
    }

    fn text(&mut self, text: &str) {
        self.text += text.len() as u64;
        self.longest = self.longest.max(text.len() as u64);
    }
}

/// The bytes unpacked from one archive, a part read twice counted twice.
pub(super) struct Unpacked {
    used: u64,
    limit: u64,
    by_size: u64,
}

impl Unpacked {
    /// For an archive of so many bytes.
    pub fn new(limits: &Limits, size: usize) -> Self {
        let by_size = by_size(FREE_UNPACKED, USUAL_RATIO, size as u64, limits.rasio);
        Self { used: 0, limit: limits.ukuran_mib, by_size }
    }

    /// Counts a part that is about to be unpacked.
    pub fn spend(&mut self, bytes: u64) -> Dibaca<()> {
        self.used = self.used.saturating_add(bytes);
        within(self.used.div_ceil(MIB), self.limit, Batas::Ukuran)?;
        within(self.used.div_ceil(MIB), self.by_size.div_ceil(MIB), Batas::UkuranMenurutBerkas)
    }
}

/// What was spent on a file, however its reading ended.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Cost {
    cells: u64,
    /// In bytes, as is what was unpacked.
    text: u64,
    unpacked: u64,
}

thread_local! {
    /// A file is read by one thread from its first byte to its last.
    static SPENT: std::cell::Cell<Cost> = const { std::cell::Cell::new(Cost { cells: 0, text: 0, unpacked: 0 }) };
}

/// What this thread spent since it was asked last.
pub(super) fn spent() -> Cost {
    SPENT.take()
}

impl Drop for Budget {
    fn drop(&mut self) {
        SPENT.set(SPENT.get().and(Cost { cells: self.cells, text: self.text, unpacked: 0 }));
    }
}

impl Drop for Unpacked {
    fn drop(&mut self) {
        SPENT.set(SPENT.get().and(Cost { unpacked: self.used, ..Cost::default() }));
    }
}

impl Cost {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            cells: self.cells.saturating_add(other.cells),
            text: self.text.saturating_add(other.text),
            unpacked: self.unpacked.saturating_add(other.unpacked),
        }
    }
}

/// What all files of a run may cost together: what each may hold whatever its size, they hold
/// twice and not each anew.
#[derive(Clone, Copy, Debug)]
pub struct RunBudget {
    limits: Limits,
    /// The bytes of all files.
    size: u64,
}

impl RunBudget {
    pub fn new(limits: &Limits, size: u64) -> Self {
        Self { limits: *limits, size }
    }

    /// The finding on the file with which so much was spent, where that is too much.
    pub fn exceeded(&self, cost: Cost, berkas: &str) -> Option<Temuan> {
        let Limits { sel_laporan, teks_laporan_mib, ukuran_laporan_mib, rasio, .. } = self.limits;
        let of_size = |free: u64, each| by_size(free * 2, each, self.size, rasio);
        let mib = |bytes: u64| bytes.div_ceil(MIB);
        let held = [
            (cost.cells, sel_laporan, Batas::SelLaporan),
            (cost.cells, of_size(FREE_CELLS, CELLS_A_BYTE), Batas::SelLaporanMenurutUkuran),
            (mib(cost.text), teks_laporan_mib, Batas::TeksLaporan),
            (mib(cost.text), mib(of_size(FREE_TEXT, TEXT_A_BYTE)), Batas::TeksLaporanMenurutUkuran),
            (mib(cost.unpacked), ukuran_laporan_mib, Batas::UkuranLaporan),
            (mib(cost.unpacked), mib(of_size(FREE_UNPACKED, USUAL_RATIO)), Batas::UkuranLaporanMenurutBerkas),
        ];
        let over = held.into_iter().find_map(|(spent, limit, apa)| within(spent, limit, apa).err());
        over.map(|gagal| gagal.into_temuan(berkas))
    }
}

/// What unpacking an archive of an office's files may cost, a revision's snapshot say: told file by file, before more
/// of one is taken in than it may hold.
pub struct Unpacking {
    limits: Limits,
    size: u64,
    used: u64,
    files: u64,
}

impl Unpacking {
    /// For an archive of so many bytes.
    pub fn new(limits: &Limits, size: u64) -> Self {
        Self { limits: *limits, size, used: 0, files: 0 }
    }

    fn most(&self) -> [(u64, Batas); 2] {
        let by_size = by_size(FREE_UNPACKED * 2, USUAL_RATIO, self.size, self.limits.rasio);
        [(self.limits.ukuran_laporan_mib, Batas::UkuranLaporan), (by_size.div_ceil(MIB), Batas::UkuranLaporanMenurutBerkas)]
    }

    /// Bytes of the next file that are worth taking in: one more than it may have.
    pub fn room(&self) -> u64 {
        let left = self.most().into_iter().map(|(most, _)| (most * MIB).saturating_sub(self.used)).min().unwrap_or(0);
        left.min(self.limits.berkas_mib * MIB) + 1
    }

    /// Counts a file of so many bytes.
    ///
    /// # Errors
    /// The finding on `berkas` that says what is too much, and how far.
    pub fn file(&mut self, bytes: u64, berkas: &str) -> Result<(), Box<Temuan>> {
        self.used = self.used.saturating_add(bytes);
        self.files += 1;
        let mib = |bytes: u64| bytes.div_ceil(MIB);
        let one = [(mib(bytes), self.limits.berkas_mib, Batas::Berkas), (self.files, self.limits.isi_zip, Batas::IsiZip)];
        let all = self.most().map(|(most, apa)| (mib(self.used), most, apa));
        match one.into_iter().chain(all).find_map(|(spent, limit, apa)| within(spent, limit, apa).err()) {
            Some(gagal) => Err(Box::new(gagal.into_temuan(berkas))),
            None => Ok(()),
        }
    }
}

fn by_size(free: u64, each: u64, size: u64, rasio: u64) -> u64 {
    let usual = u128::from(free) + u128::from(each) * u128::from(size);
    let raised = usual * u128::from(rasio.max(USUAL_RATIO)) / u128::from(USUAL_RATIO);
    u64::try_from(raised).unwrap_or(u64::MAX)
}

fn within(ukuran: u64, batas: u64, apa: Batas) -> Dibaca<()> {
    if ukuran > batas { Err(Gagal::TerlaluBesar { ukuran, batas, apa }) } else { Ok(()) }
}

/// Refuses a text that grows beyond any cell's while it is gathered.
pub(super) fn gathered(text: &str) -> Dibaca<()> {
    if text.len() > LONGEST_GATHERED {
        return Err(Gagal::rusak("satu isian lebih dari 4 MiB"));
    }
    Ok(())
}

/// Numbers as sorted inclusive ranges that do not overlap.
pub(super) fn ranges(mut ranges: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    ranges.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for (first, last) in ranges {
        match joined.last_mut() {
            Some(before) if first <= before.1.saturating_add(1) => before.1 = before.1.max(last),
            _ => joined.push((first, last)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_unpacked_no_further_than_it_may_be() {
        let told = |temuan: Result<(), Box<Temuan>>| temuan.err().map(|temuan| temuan.pesan()).unwrap_or_default();
        let limits = Limits { berkas_mib: 2, isi_zip: 3, ..Limits::default() };
        let mut small = Unpacking::new(&limits, 10);
        assert_eq!(small.room(), 2 * MIB + 1);
        assert_eq!(told(small.file(2 * MIB, "a")), "");
        assert!(told(small.file(2 * MIB + 1, "a")).contains("ukuran berkas (MiB) 3, batasnya 2"));
        assert_eq!(told(small.file(1, "a")), "");
        assert!(told(small.file(1, "a")).contains("jumlah isi arsip 4, batasnya 3"));
        // A bomb: a small archive unpacks to no more than a hundred times itself.
        let mut bomb = Unpacking::new(&Limits::default(), 1000);
        assert_eq!(told(bomb.file(128 * MIB, "a")), "");
        assert_eq!(bomb.room(), MIB + 1);
        assert!(told(bomb.file(100 * MIB, "a")).contains("menurut ukurannya (MiB), 228, batasnya 129"));
    }

    #[test]
    fn ranges_join() {
        assert_eq!(ranges(vec![(5, 6), (1, 2), (3, 3), (6, 9), (20, 20)]), [(1, 3), (5, 9), (20, 20)]);
    }

    fn told(outcome: Dibaca<()>) -> Option<Batas> {
        match outcome {
            Err(Gagal::TerlaluBesar { apa, .. }) => Some(apa),
            _ => None,
        }
    }

    #[test]
    fn a_small_file_holds_no_great_table_and_a_great_one_does() {
        let usual = Limits::default();
        assert_eq!(told(Budget::new(&usual, 20_000).spend(5_000_000)), Some(Batas::SelMenurutUkuran));
        assert_eq!(told(Budget::new(&usual, 80 << 20).spend(14_000_000)), None);
        assert_eq!(told(Budget::new(&usual, 800 << 20).spend(usual.sel + 1)), Some(Batas::Sel));
        assert_eq!(told(Budget::of_text(&usual, 9_600_000).spend(4_800_000)), Some(Batas::SelMenurutUkuran));
        assert_eq!(told(Budget::of_text(&usual, 100_000_000).spend(14_000_000)), None);
        let raised = Limits { rasio: 1000, ..usual };
        assert_eq!(told(Budget::new(&raised, 20_000).spend(5_000_000)), None);
        assert_eq!(told(Unpacked::new(&usual, 300_000).spend(120 << 20)), Some(Batas::UkuranMenurutBerkas));
        assert_eq!(told(Unpacked::new(&usual, 30 << 20).spend(1400 << 20)), None);
    }

    #[test]
    fn what_a_thread_spends_is_told_once_and_held_against_all_files() {
        let usual = Limits::default();
        spent();
        assert!(Budget::new(&usual, 1000).spend(1_500_000).is_ok());
        assert!(Unpacked::new(&usual, 1000).spend(60 << 20).is_ok());
        let one = spent();
        assert_eq!((one.cells, one.unpacked, spent()), (1_500_000, 60 << 20, Cost::default()));
        let run = RunBudget::new(&usual, 3000);
        assert_eq!(run.exceeded(one.and(one), "a"), None);
        let told = run.exceeded(one.and(one).and(one), "a").unwrap();
        assert!(told.pesan().contains("seluruh berkas laporan") && told.saran().contains("`rasio`"), "{}", told.pesan());
        // Great files hold much.
        assert_eq!(RunBudget::new(&usual, 300 << 20).exceeded(Cost { cells: 90_000_000, ..one }, "a"), None);
        let told = RunBudget::new(&usual, 300 << 20).exceeded(Cost { cells: 130_000_000, ..one }, "a").unwrap();
        assert!(told.saran().contains("`sel_laporan`"), "{}", told.saran());
    }

    #[test]
    fn a_text_counts_as_often_as_it_stands_and_no_longer_than_a_cell_holds() {
        let usual = Limits::default();
        let long = "x".repeat(32_767);
        assert_eq!(told(Budget::new(&usual, 1000).text(&long, 1)), None);
        assert_eq!(told(Budget::new(&usual, 1000).text(&long, 2000)), Some(Batas::TeksMenurutUkuran));
        assert_eq!(told(Budget::new(&usual, 1000).text(&(long.clone() + "x"), 1)), Some(Batas::TeksSel));
        // Letters are counted, not bytes.
        assert_eq!(told(Budget::new(&usual, 1000).text(&"é".repeat(32_767), 1)), None);
        assert_eq!(told(Budget::new(&usual, 100 << 20).text(&long, 10_000)), Some(Batas::Teks));
    }
}
