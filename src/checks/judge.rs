//! The front door: what formulas need in, judged tables out.

use super::contrary::contrary;
use super::series::series;
use super::two_sources::two_sources;
use super::unmarked::unmarked;
use super::{across, dates, founded, inside, marked_dates, plausible};
use crate::dataset::read::{SourceTables, gather};
use crate::dataset::{Dataset, Findings, Need, Sources};
use crate::diagnostic::Checked;

/// Reads the files of the needed years and checks all that docs/temuan.md names
/// of cells, rows, keys and sources. Findings are ordered by file, sheet and
/// cell; a table with a galat in it is still given, for drafts.
pub fn read(sources: &Sources, needs: &[Need]) -> Checked<Dataset> {
    let (dataset, findings) = read_open(sources, needs);
    Checked::new(dataset, findings.close())
}

/// The same with the findings still open, for what later rooms find and the office may accept too.
pub fn read_open<'p>(sources: &Sources<'p>, needs: &[Need]) -> (Dataset, Findings<'p>) {
    let mut gathered = gather(sources, needs);
    let findings = &mut gathered.findings;
    for SourceTables { source, tables, periods } in &mut gathered.sources {
        findings.of_source(&source.sumber.id);
        for table in tables.values_mut() {
            inside::check(source, table, findings);
            contrary(source, table, findings);
            plausible::check(source, table, findings);
            unmarked(source, table, findings);
            dates::check(source, table, sources.profile.tanggal(), findings);
            marked_dates::check(source, table, findings);
        }
        founded::check(source, tables, findings);
        across::check(source, tables, periods, findings);
        series(source, tables, findings);
    }
    two_sources(&gathered.sources, &mut gathered.findings);
    gathered.into_dataset()
}
