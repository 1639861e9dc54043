//! The styles of a document: which tables, rows and columns are hidden, which cells' texts are struck
//! out or not seen, and what the pages of a table have over and under them.

use super::rules::is_of_nothing;
use super::text::lines;
use crate::vocabulary::Around;
use crate::workbook::budget::Budget;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::colour::Colour;
use crate::workbook::formats::xml::{Tag, Token, Xml, truncated};
use crate::workbook::sheet::Veil;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// How the text of a cell looks; `None` where its style does not say and the one it builds on does.
#[derive(Clone, Copy, Default)]
struct Look {
    is_struck: Option<bool>,
    /// Above or below the line.
    is_raised: Option<bool>,
    colour: Option<Colour>,
    /// The fill; `Some(None)` where there is none.
    fill: Option<Option<Colour>>,
}

/// The styles of a document by name.
#[derive(Default)]
pub(super) struct Styles {
    /// Tables that are not shown, rows and columns without height or width.
    hidden: BTreeSet<String>,
    /// Of each table's style the page that it is printed on.
    pages: BTreeMap<String, String>,
    looks: BTreeMap<String, Look>,
    /// Of each page what stands over and under it, line by line.
    headers: BTreeMap<String, Vec<(Around, String)>>,
    /// Of a cell's style those that a rule puts in its place.
    maps: BTreeMap<String, Vec<String>>,
}

impl Styles {
    pub fn is_hidden(&self, style: Option<&str>) -> bool {
        style.is_some_and(|style| self.hidden.contains(style))
    }

    pub fn is_struck(&self, style: Option<&str>) -> bool {
        self.look(style).is_struck == Some(true)
    }

    /// Whether a text of this style has the colour of what is behind it.
    pub fn is_unseen(&self, style: Option<&str>) -> bool {
        let look = self.look(style);
        look.colour.unwrap_or_default().is_unseen_on(look.fill.flatten())
    }

    /// Whether a run of this style is struck out, and whether it stands raised, where the style says so.
    pub fn run(&self, style: Option<&str>) -> (Option<bool>, Option<bool>) {
        let look = self.look(style);
        (look.is_struck, look.is_raised)
    }

    /// What a rule does to a cell that it gives this style.
    pub fn veil(&self, style: Option<&str>) -> Option<Veil> {
        let is_unseen = self.is_unseen(style).then_some(Veil::Unseen);
        is_unseen.or(self.is_struck(style).then_some(Veil::Struck))
    }

    /// What the rules of a cell's own style do to it.
    pub fn mapped(&self, style: Option<&str>) -> Option<Veil> {
        self.maps.get(style?)?.iter().find_map(|own| self.veil(Some(own)))
    }

    fn look(&self, style: Option<&str>) -> Look {
        style.and_then(|style| self.looks.get(style)).copied().unwrap_or_default()
    }

    /// What is printed over and under a table of this style.
    pub fn headers(&self, style: Option<&str>) -> &[(Around, String)] {
        let page = style.and_then(|style| self.pages.get(style));
        page.and_then(|page| self.headers.get(page)).map_or(&[], Vec::as_slice)
    }

    /// Reads styles.xml: the styles that others build on, and the pages.
    pub fn read_part<R: Read>(&mut self, mut xml: Xml<R>, budget: &mut Budget) -> Dibaca<()> {
        loop {
            match xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"document-styles" | b"styles" | b"automatic-styles" | b"master-styles" => {}
                    b"style" => {
                        let head = Head::of(&tag)?;
                        self.read_style(&mut xml, head, budget)?;
                    }
                    b"master-page" => {
                        let name = tag.text(b"style:name")?.unwrap_or_default();
                        self.read_page(&mut xml, name, budget)?;
                    }
                    _ => xml.skip()?,
                },
                Token::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads the `<style:style>` just opened to its close.
    pub fn read_style<R: Read>(&mut self, xml: &mut Xml<R>, head: Head, budget: &mut Budget) -> Dibaca<()> {
        let outside = xml.depth().saturating_sub(1);
        let mut look = self.look(head.parent.as_deref());
        let (mut is_hidden, mut maps) = (false, Vec::new());
        loop {
            match xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"table-properties" => is_hidden |= tag.get(b"table:display") == Some(b"false"),
                    b"table-row-properties" => is_hidden |= tag.get(b"style:row-height").is_some_and(is_nothing),
                    b"table-column-properties" => is_hidden |= tag.get(b"style:column-width").is_some_and(is_nothing),
                    b"text-properties" => {
                        if let Some(line) = tag.get(b"style:text-line-through-style") {
                            look.is_struck = Some(line != b"none");
                        }
                        if tag.get(b"style:text-line-through-type") == Some(b"none") {
                            look.is_struck = Some(false);
                        }
                        if let Some(position) = tag.get(b"style:text-position") {
                            look.is_raised = Some(!position.starts_with(b"0%"));
                        }
                        if let Some(colour) = tag.text(b"fo:color")? {
                            look.colour = Some(Colour::of_hex(&colour));
                        }
                        if tag.get(b"style:use-window-font-color") == Some(b"true") {
                            look.colour = Some(Colour::Auto);
                        }
                    }
                    b"table-cell-properties" => {
                        if let Some(fill) = tag.text(b"fo:background-color")? {
                            look.fill = Some((fill != "transparent").then(|| Colour::of_hex(&fill)));
                        }
                    }
                    b"map" if !is_of_nothing(&tag.text(b"style:condition")?.unwrap_or_default()) => {
                        maps.extend(tag.text(b"style:apply-style-name")?);
                    }
                    _ => {}
                },
                Token::Close(_, depth) if depth <= outside => break,
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
        let Some(name) = head.name else { return Ok(()) };
        if !maps.is_empty() {
            budget.style()?;
            maps.iter().try_for_each(|style| budget.text(style, 1))?;
            self.maps.insert(name.clone(), maps);
        }
        let says = is_hidden
            || head.page.is_some()
            || look.is_struck.is_some()
            || look.is_raised.is_some()
            || look.colour.is_some()
            || look.fill.is_some();
        if !says {
            return Ok(());
        }
        budget.style()?;
        budget.text(&name, 1)?;
        if is_hidden {
            self.hidden.insert(name.clone());
        }
        if let Some(page) = head.page {
            budget.text(&page, 1)?;
            self.pages.insert(name.clone(), page);
        }
        // A rule names a style as it is shown: `ConditionalStyle_1` is written `ConditionalStyle_5f_1`.
        if let Some(shown) = shown_name(&name) {
            self.looks.insert(shown, look);
        }
        self.looks.insert(name, look);
        Ok(())
    }

    /// Reads the `<style:master-page>` just opened: what of it is shown.
    fn read_page<R: Read>(&mut self, xml: &mut Xml<R>, name: String, budget: &mut Budget) -> Dibaca<()> {
        let outside = xml.depth().saturating_sub(1);
        let mut found: Vec<(Around, String)> = Vec::new();
        loop {
            match xml.next()? {
                Token::Open(tag) => {
                    let place = if tag.local.starts_with(b"header") { Around::Header } else { Around::Footer };
                    let is_ours = tag.local.starts_with(b"header") || tag.local.starts_with(b"footer");
                    if !is_ours || tag.get(b"style:display") == Some(b"false") {
                        xml.skip()?;
                        continue;
                    }
                    found.push((place, lines(xml)?));
                }
                Token::Close(_, depth) if depth <= outside => break,
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
        budget.style()?;
        budget.text(&name, 1)?;
        found.iter().try_for_each(|(_, text)| budget.text(text, 1))?;
        self.headers.insert(name, found);
        Ok(())
    }
}

/// What a `<style:style>` says of itself.
pub(super) struct Head {
    name: Option<String>,
    parent: Option<String>,
    page: Option<String>,
}

impl Head {
    pub fn of(tag: &Tag<'_>) -> Dibaca<Self> {
        Ok(Self {
            name: tag.text(b"style:name")?,
            parent: tag.text(b"style:parent-style-name")?,
            page: tag.text(b"style:master-page-name")?,
        })
    }
}

/// A style's name without its escapes, where it has any: `_5f_` is a low line, `_20_` a blank.
fn shown_name(name: &str) -> Option<String> {
    let mut shown = String::new();
    let mut rest = name;
    while let Some((before, escaped)) = rest.split_once('_') {
        let code = escaped.split_once('_').and_then(|(code, behind)| {
            let own = u32::from_str_radix(code, 16).ok().filter(|_| (2..=4).contains(&code.len()))?;
            Some((char::from_u32(own)?, behind))
        });
        shown.push_str(before);
        let (letter, behind) = code.unwrap_or(('_', escaped));
        shown.push(letter);
        rest = behind;
    }
    shown.push_str(rest);
    (shown != name).then_some(shown)
}

/// `0in`, `0.000cm`.
fn is_nothing(length: &[u8]) -> bool {
    length.first().is_some_and(u8::is_ascii_digit) && !length.iter().any(|byte| matches!(byte, b'1'..=b'9'))
}
