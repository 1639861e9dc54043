//! How much one summary may hold. What is counted is known before anything is
//! laid out, so that a summary that is too large ends with a word instead of the memory;
//! what the pages show of a large one is planned from the same counts.

/// Figures of indicators, of all offices together: all 514 districts with 300 each take 154 200.
pub const MOST_FIGURES: usize = 200_000;
/// Values of measures, a year each: 300 measures in three years of 514 offices take 462 600.
pub const MOST_VALUES: usize = 600_000;
/// Cells of the sheet of measures (a column a measure and year, a row an office), and its columns.
pub const MOST_CELLS: usize = 1_000_000;
pub const MOST_COLUMNS: usize = 16_000;
/// Folders.
pub const MOST_OFFICES: usize = 2_000;

/// What a summary has too much of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    Offices,
    Figures,
    Values,
    Columns,
    Cells,
}

impl Bound {
    pub fn most(self) -> usize {
        match self {
            Self::Offices => MOST_OFFICES,
            Self::Figures => MOST_FIGURES,
            Self::Values => MOST_VALUES,
            Self::Columns => MOST_COLUMNS,
            Self::Cells => MOST_CELLS,
        }
    }
}

/// Rows that all pages together hold: about 250 pages, which take half a gibibyte to lay out.
const ON_PAGES: usize = 5_000;
/// Rows of a table whose rows are one indicator, one measure or one office each.
const OF_A_LIST: usize = 1_000;
/// What an indicator takes beside its offices: headings, total, lines below the table; and its chart, in rows.
const BESIDE: usize = 5;
const CHART: usize = 12;
/// Fewer rows of an indicator tell nothing, and a chart is worth its room where at least so many are shown.
const FEWEST: usize = 4;
const WITH_CHART: usize = 20;

/// What the pages show; the data sheets hold everything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Plan {
    /// So many indicators, measures' years and offices, from the first.
    pub indikator: usize,
    pub ukuran: usize,
    pub kantor: usize,
    /// So many indicators have a table of their own …
    pub rincian: usize,
    /// … with at most so many offices, the first and the last ones, …
    pub baris: usize,
    /// … and a chart.
    pub grafik: bool,
}

impl Plan {
    /// `offices` of each indicator: how many have it.
    pub fn of(offices: &[usize], ukuran: usize, kantor: usize) -> Self {
        let (all, list) = (offices.len(), |count: usize| count.min(OF_A_LIST));
        let (indikator, ukuran, kantor) = (list(all), list(ukuran), list(kantor));
        let left = ON_PAGES - indikator - ukuran - kantor;
        let longest = offices.iter().copied().max().unwrap_or(0);
        let whole: usize = offices.iter().map(|offices| offices + BESIDE + if *offices > 1 { CHART } else { 0 }).sum();
        let plan = Self { indikator, ukuran, kantor, rincian: all, baris: longest, grafik: true };
        if whole <= left {
            return plan;
        }
        // As many rows of each as fit, of short ones all.
        let fits =
            |baris: usize, beside: usize| offices.iter().map(|offices| (*offices).min(baris) + beside).sum::<usize>() <= left;
        let widest = |beside: usize| (FEWEST..=longest).rev().find(|baris| fits(*baris, beside));
        match (widest(BESIDE + CHART), widest(BESIDE)) {
            (Some(baris), _) if baris >= WITH_CHART => Self { baris, ..plan },
            (_, Some(baris)) => Self { baris, grafik: false, ..plan },
            _ => Self { rincian: all.min(left / (FEWEST + BESIDE)), baris: FEWEST, grafik: false, ..plan },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_province_is_shown_whole_and_a_country_by_its_ends() {
        let plan = Plan::of(&[38; 60], 180, 38);
        assert_eq!((plan.rincian, plan.baris, plan.grafik), (60, 38, true));
        let plan = Plan::of(&[514; 30], 90, 514);
        assert!(plan.rincian == 30 && plan.grafik && (100..200).contains(&plan.baris), "{plan:?}");
        let plan = Plan::of(&[514; 300], 900, 514);
        assert!(plan.rincian == 300 && !plan.grafik && plan.baris >= FEWEST, "{plan:?}");
        // Offices that word each indicator differently.
        let plan = Plan::of(&[1; 5140], 10_280, 514);
        assert!(plan.indikator == 1000 && plan.rincian < 1000 && plan.baris == FEWEST, "{plan:?}");
    }

    #[test]
    fn no_plan_is_larger_than_the_pages() {
        for (offices, count) in [(1, 200_000), (2, 4000), (38, 300), (514, 389), (2000, 100), (2000, 1), (0, 0)] {
            let plan = Plan::of(&vec![offices; count], count * 3, offices);
            let chart = if plan.grafik { CHART } else { 0 };
            let detail = plan.rincian * (plan.baris.min(offices) + BESIDE + chart);
            assert!(plan.indikator + plan.ukuran + plan.kantor + detail <= ON_PAGES, "{offices} {count}: {plan:?}");
        }
    }
}
