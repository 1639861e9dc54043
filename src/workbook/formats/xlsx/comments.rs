//! The comments on a sheet's cells: notes (`xl/comments1.xml`) and threads of replies
//! (`xl/threadedComments/threadedComment1.xml`), whose notes say only that Excel is too old to show them.

use super::rich_text::{read_plain, read_rich};
use crate::vocabulary::CellAddress;
use crate::workbook::budget::Budget;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::package::Package;
use crate::workbook::formats::relationships::{Relationship, relationships};
use crate::workbook::formats::xml::Token;
use std::collections::BTreeMap;

/// Who wrote the notes of marked copies (`--tandai`): they are findings and no words of the office.
const OWN: &str = "iku";

/// The comments of a sheet, by cell; replies behind what they answer.
///
/// # Errors
/// A part that cannot be read, or more text than may be held.
pub(super) fn comments(package: &mut Package<'_>, sheet: &str, budget: &mut Budget) -> Dibaca<Vec<(CellAddress, Box<str>)>> {
    let links = relationships(package, sheet)?;
    let mut found: BTreeMap<CellAddress, String> = BTreeMap::new();
    for link in links.iter().filter(|link| link.kind == "comments") {
        if package.has(&link.target) {
            notes(package, &link.target, budget, &mut found)?;
        }
    }
    found.extend(threads(package, &links, budget)?);
    Ok(found.into_iter().map(|(at, text)| (at, text.into_boxed_str())).collect())
}

/// The threads of replies among these links, by cell.
///
/// # Errors
/// A part that cannot be read, or more text than may be held.
pub(crate) fn threads(
    package: &mut Package<'_>,
    links: &[Relationship],
    budget: &mut Budget,
) -> Dibaca<BTreeMap<CellAddress, String>> {
    let mut threads: BTreeMap<CellAddress, String> = BTreeMap::new();
    for link in links.iter().filter(|link| link.kind == "threadedComment") {
        if package.has(&link.target) {
            replies(package, &link.target, budget, &mut threads)?;
        }
    }
    Ok(threads)
}

fn notes(package: &mut Package<'_>, part: &str, budget: &mut Budget, found: &mut BTreeMap<CellAddress, String>) -> Dibaca<()> {
    let mut xml = package.xml(part)?;
    let mut authors: Vec<String> = Vec::new();
    // The comment being read, and whether it is our own.
    let mut open: Option<(CellAddress, bool)> = None;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"author" => {
                let mut author = String::new();
                read_plain(&mut xml, &mut author)?;
                budget.text(&author, 1)?;
                authors.push(author);
            }
            Token::Open(tag) if tag.local == b"comment" => {
                let author = tag.text(b"authorId")?.and_then(|id| id.parse::<usize>().ok());
                let is_own = author.and_then(|id| authors.get(id)).is_some_and(|author| author == OWN);
                open = tag.text(b"ref")?.and_then(|at| CellAddress::parse(&at)).map(|at| (at, is_own));
            }
            Token::Open(tag) if tag.local == b"text" => {
                let mut text = String::new();
                read_rich(&mut xml, &mut text)?;
                if let Some((at, false)) = open.take() {
                    add(found, at, &text, budget)?;
                }
            }
            Token::End => return Ok(()),
            _ => {}
        }
    }
}

fn replies(package: &mut Package<'_>, part: &str, budget: &mut Budget, found: &mut BTreeMap<CellAddress, String>) -> Dibaca<()> {
    let mut xml = package.xml(part)?;
    let mut open: Option<CellAddress> = None;
    loop {
        match xml.next()? {
            Token::Open(tag) if tag.local == b"threadedComment" => {
                open = tag.text(b"ref")?.and_then(|at| CellAddress::parse(&at));
            }
            Token::Open(tag) if tag.local == b"text" => {
                let mut text = String::new();
                read_plain(&mut xml, &mut text)?;
                if let Some(at) = open {
                    add(found, at, &text, budget)?;
                }
            }
            Token::End => return Ok(()),
            _ => {}
        }
    }
}

fn add(found: &mut BTreeMap<CellAddress, String>, at: CellAddress, text: &str, budget: &mut Budget) -> Dibaca<()> {
    budget.spend(1)?;
    budget.text(text, 1)?;
    let own = found.entry(at).or_default();
    if !own.is_empty() {
        own.push('\n');
    }
    own.push_str(text);
    budget.whole(own).map_err(|gagal| gagal.at_cell(at))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Kode;
    use crate::workbook::fixtures::{Xlsx, package, read};

    fn book(written: &[(&str, &str)]) -> Vec<u8> {
        let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#;
        let mut all = Xlsx { sheet, strings: "", workbook: "" }.parts();
        let kinds = written.iter().enumerate().map(|(at, (part, _))| {
            let kind = if part.contains("threaded") { "threadedComment" } else { "comments" };
            format!("<Relationship Id=\"k{at}\" Type=\"http://x/{kind}\" Target=\"/xl/{part}\"/>")
        });
        let links = format!("<Relationships>{}</Relationships>", kinds.collect::<String>());
        all.push(("xl/worksheets/_rels/sheet1.xml.rels".to_owned(), links.into_bytes()));
        all.extend(written.iter().map(|(part, xml)| (format!("xl/{part}"), xml.as_bytes().to_vec())));
        let parts: Vec<(&str, &[u8])> = all.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect();
        package(&parts)
    }

    fn comments(written: &[(&str, &str)]) -> Vec<String> {
        let workbook = read("data/a.xlsx", &book(written)).unwrap();
        workbook.sheets[0].comments.iter().map(|(at, text)| format!("{at} {text}")).collect()
    }

    const NOTES: &str = r#"<comments><authors><author>Bu Ani</author><author>iku</author></authors><commentList>
        <comment ref="B3" authorId="0"><text><r><rPr><b/></rPr><t>Bu Ani:</t></r><r><t xml:space="preserve"> ribuan</t></r></text></comment>
        <comment ref="A2" authorId="1"><text><t>temuan</t></text></comment>
        <comment ref="A1" authorId="0"><text><t>[Threaded comment] lama</t></text></comment>
        </commentList></comments>"#;

    #[test]
    fn notes_by_cell_but_our_own() {
        assert_eq!(comments(&[("comments1.xml", NOTES)]), ["A1 [Threaded comment] lama", "B3 Bu Ani: ribuan"]);
    }

    #[test]
    fn a_thread_stands_for_its_note() {
        let thread = r#"<ThreadedComments><threadedComment ref="A1" id="1"><text>seharusnya 9</text></threadedComment>
            <threadedComment ref="A1" id="2" parentId="1"><text>sudah</text></threadedComment></ThreadedComments>"#;
        let all = comments(&[("comments1.xml", NOTES), ("threadedComments/threadedComment1.xml", thread)]);
        assert_eq!(all, ["A1 seharusnya 9\nsudah", "B3 Bu Ani: ribuan"]);
    }

    #[test]
    fn the_replies_of_one_cell_are_no_longer_together_than_a_cell_may_be() {
        let reply = r#"<threadedComment ref="C7"><text>seharusnya 9</text></threadedComment>"#;
        let thread = |count: usize| format!("<ThreadedComments>{}</ThreadedComments>", reply.repeat(count));
        let part = "threadedComments/threadedComment1.xml";
        assert_eq!(comments(&[(part, &thread(2000))]).len(), 1);
        let refused = read("data/a.xlsx", &book(&[(part, &thread(3000))])).unwrap_err();
        assert!(refused.kode() == Kode::BerkasTerlaluBesar && refused.at.to_string().ends_with("C7"), "{}", refused.at);
    }
}
