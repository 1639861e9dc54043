//! Every text that a document's blocks say, in reading order.

use super::model::{Block, Document, TableCell, Text};

impl Document {
    /// Calls `f` with every text of the pages and their foot.
    pub fn for_each_text(&self, f: &mut dyn FnMut(&str)) {
        let pages = self.parts.iter().map(|part| &part.blocks);
        pages.chain([&self.foot]).for_each(|blocks| for_each(blocks, f));
    }
}

impl TableCell {
    /// Whether the cell, of a heading row, does nothing but number its column: blank, or a number of at most two digits,
    /// bracketed or not.
    pub fn numbers_its_column(&self) -> bool {
        let mut text = String::new();
        for_each(&self.blocks, &mut |part| text.push_str(part));
        let text = text.trim().trim_matches(['(', ')', '.']);
        text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit())
    }
}

fn for_each(blocks: &[Block], f: &mut dyn FnMut(&str)) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } | Block::Formula { text, .. } => say(text, f),
            Block::LabelList(entries) | Block::Items(entries) => {
                for (label, blocks) in entries {
                    say(label, f);
                    for_each(blocks, f);
                }
            }
            Block::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| for_each(&cell.blocks, f)),
            Block::Fraction(fraction) => {
                let parts =
                    [fraction.before.as_ref(), Some(&fraction.numerator), Some(&fraction.denominator), fraction.after.as_ref()];
                parts.into_iter().flatten().for_each(|text| say(text, f));
            }
            Block::Charts(charts) => {
                for chart in charts {
                    f(&chart.title);
                    chart.labels().into_iter().for_each(&mut *f);
                    chart.series.iter().for_each(|series| f(&series.name));
                    chart.series.iter().flat_map(|series| &series.points).for_each(|point| f(&point.shown));
                }
            }
            Block::Signatures(block) => {
                for signature in &block.signatures {
                    f(&signature.place_and_date);
                    signature.position.iter().for_each(|line| f(line));
                    f(&signature.name);
                    [&signature.lead, &signature.rank, &signature.nip].into_iter().flatten().for_each(|line| f(line));
                }
            }
            Block::Picture(_) | Block::PageBreak | Block::Space(_) => {}
        }
    }
}

fn say(text: &Text, f: &mut dyn FnMut(&str)) {
    text.iter().for_each(|inline| f(inline.text()));
}
