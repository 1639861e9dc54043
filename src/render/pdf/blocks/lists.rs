//! Lists: labels with their values, items with hanging labels.

use super::setter::{Column, Setter};
use crate::document::{Align, Block, Inline, Text};
use crate::render::pdf::error::RenderError;
use crate::render::pdf::placed::Strip;
use crate::render::pdf::structure::{NodeId, Role};
use crate::render::pdf::text::line::{Line, strips};
use crate::render::pdf::text::paragraph::{Setting, lines};

impl<'f> Setter<'f> {
    /// Labels, aligned colons, and values hanging beside them.
    pub(super) fn labels(&mut self, entries: &[(Text, Vec<Block>)], column: Column) -> Result<Vec<Strip>, RenderError> {
        let limit = column.width * 0.35;
        let labels = self.label_lines(entries, column, limit)?;
        let colon = [Inline::plain(":")];
        let colon = lines(&colon, self.look(column), column.width, Setting::Filled)?;
        let widest = labels.iter().flatten().map(|line| line.width).fold(0.0, f32::max);
        // The sketch's proportions: colons well clear of the longest label.
        let colon_x = (widest + if column.nested { 8.0 } else { 20.0 }).min(column.width * 0.42);
        let beside_colon = colon.first().map_or(0.0, |line| line.width + 1.0);
        let value_x = (colon_x + if column.nested { 8.0 } else { 13.0 }).min((column.width * 0.48).max(colon_x + beside_colon));
        let list = self.tree.add(Role::List, column.node);
        let mut out = Vec::new();
        for (index, ((_, blocks), label)) in entries.iter().zip(&labels).enumerate() {
            let (label_node, body) = self.list_item(list);
            let mut left = strips(label, colon_x, Align::Left, Some(label_node));
            let typed = label.last().and_then(|line| line.segments.last()).is_some_and(|s| s.text.trim_end().ends_with(':'));
            if let (Some(colon), false) = (colon.first(), typed) {
                if left.is_empty() {
                    left.push(Strip { height: colon.height, ..Strip::default() });
                }
                // Beside the first of several lines it would be read out in the middle of the label.
                let owner = (label.len() < 2).then_some(label_node);
                left[0].items.extend(colon.place(colon_x, 0.0, value_x - colon_x, Align::Left, owner));
            }
            let right = self.strips(blocks, Column { width: column.width - value_x, node: body, cell: false, ..column })?;
            let mut entry = beside(left, right, value_x);
            if let (Some(first), true) = (entry.first_mut(), index > 0) {
                first.before += 1.0 * self.air;
            }
            out.append(&mut entry);
        }
        Ok(out)
    }

    /// Items with hanging labels.
    pub(super) fn items(&mut self, entries: &[(Text, Vec<Block>)], column: Column) -> Result<Vec<Strip>, RenderError> {
        let labels = self.label_lines(entries, column, column.width * 0.3)?;
        let widest = labels.iter().flatten().map(|line| line.width).fold(0.0, f32::max);
        let indent = (widest + column.size * 0.75).min(column.width * 0.4);
        let list = self.tree.add(Role::List, column.node);
        self.tree.nodes[list].numbering = Some(numbering(entries.iter().map(|(label, _)| label)));
        let mut out = Vec::new();
        for (index, ((_, blocks), label)) in entries.iter().zip(&labels).enumerate() {
            let (label_node, body) = self.list_item(list);
            let left = strips(label, indent, Align::Left, Some(label_node));
            let right = self
                .strips(blocks, Column { width: column.width - indent, node: body, align: Align::Left, cell: false, ..column })?;
            let mut entry = beside(left, right, indent);
            if let (Some(first), true) = (entry.first_mut(), index > 0) {
                first.before += 0.6 * self.air;
            }
            out.append(&mut entry);
        }
        Ok(out)
    }

    fn label_lines(
        &mut self,
        entries: &[(Text, Vec<Block>)],
        column: Column,
        limit: f32,
    ) -> Result<Vec<Vec<Line<'f>>>, RenderError> {
        entries.iter().map(|(label, _)| lines(label, self.look(column), limit, Setting::Filled)).collect()
    }

    fn list_item(&mut self, list: NodeId) -> (NodeId, NodeId) {
        let item = self.tree.add(Role::ListItem, list);
        (self.tree.add(Role::Label, item), self.tree.add(Role::ListBody, item))
    }
}

/// Strips of two columns joined line by line; the right one begins at `x`.
fn beside(left: Vec<Strip>, right: Vec<Strip>, x: f32) -> Vec<Strip> {
    let more = left.len();
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let mut out = Vec::new();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return out,
            (Some(strip), None) => out.push(strip),
            (a, Some(mut strip)) => {
                strip.shift(x);
                if let Some(a) = a {
                    strip.height = strip.height.max(a.height);
                    strip.keep |= a.keep || out.len() + 1 < more;
                    strip.items.splice(0..0, a.items);
                }
                out.push(strip);
            }
        }
    }
}

/// What a list's labels say of its order: `1.`, `2.` count in digits, `a.`, `b.` in
/// letters; a label that is neither is a bullet.
fn numbering<'a>(labels: impl Iterator<Item = &'a Text>) -> &'static str {
    let bare = |label: &Text| label.iter().map(Inline::text).collect::<String>().trim().trim_end_matches(['.', ')']).to_owned();
    let labels: Vec<String> = labels.map(bare).collect();
    let all = |is: fn(char) -> bool| labels.iter().all(|label| !label.is_empty() && label.chars().all(is));
    if all(|c| c.is_ascii_digit()) {
        "Decimal"
    } else if all(|c| c.is_ascii_lowercase()) {
        "LowerAlpha"
    } else if all(|c| !c.is_alphanumeric()) {
        "Disc"
    } else {
        "None"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_how_their_list_counts() {
        let of = |labels: &[&str]| {
            let texts: Vec<Text> = labels.iter().map(|label| vec![Inline::plain(*label)]).collect();
            numbering(texts.iter())
        };
        assert_eq!(of(&["1.", "2."]), "Decimal");
        assert_eq!(of(&["a.", "b)"]), "LowerAlpha");
        assert_eq!(of(&["-", "\u{2022}"]), "Disc");
        assert_eq!(of(&["1.", "b."]), "None");
    }
}
