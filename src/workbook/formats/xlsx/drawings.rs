//! What is drawn on a sheet (`xl/drawings/drawing1.xml`): the texts of boxes, shapes and WordArt,
//! in groups too, and the titles of charts.

use crate::vocabulary::Around;
use crate::workbook::budget::{Budget, gathered};
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::around::Gathered;
use crate::workbook::formats::package::Package;
use crate::workbook::formats::relationships::relationships;
use crate::workbook::formats::xml::{Token, Xml};
use std::io::Read;

/// Adds the texts of what is drawn on a sheet's part.
///
/// # Errors
/// A part that cannot be read, or more text than may be held.
pub(crate) fn drawn(package: &mut Package<'_>, sheet: &str, found: &mut Gathered, budget: &mut Budget) -> Dibaca<()> {
    for drawing in relationships(package, sheet)?.into_iter().filter(|link| link.kind == "drawing") {
        if !package.has(&drawing.target) {
            continue;
        }
        let texts = paragraphs(package.xml(&drawing.target)?, b"txBody")?;
        texts.iter().try_for_each(|text| found.add(Around::Shape, None, text, budget))?;
        let charts = relationships(package, &drawing.target)?.into_iter();
        for chart in charts.filter(|link| link.kind.starts_with("chart")) {
            if package.has(&chart.target) {
                let titles = paragraphs(package.xml(&chart.target)?, b"title")?;
                titles.iter().try_for_each(|text| found.add(Around::Chart, None, text, budget))?;
            }
        }
    }
    Ok(())
}

/// The paragraphs inside elements of this name.
fn paragraphs<R: Read>(mut xml: Xml<R>, holder: &[u8]) -> Dibaca<Vec<String>> {
    let mut found = Vec::new();
    let mut text = String::new();
    let mut inside: Option<usize> = None;
    loop {
        match xml.next()? {
            Token::Open(tag) if inside.is_none() => {
                let is_holder = tag.local == holder;
                inside = is_holder.then(|| xml.depth());
            }
            Token::Open(tag) if tag.local == b"t" => {
                xml.text_into(&mut text)?;
                gathered(&text)?;
            }
            Token::Open(tag) if matches!(tag.local, b"br" | b"p") => text.push('\n'),
            Token::Close(_, depth) if inside.is_some_and(|own| depth < own) => {
                found.push(std::mem::take(&mut text));
                inside = None;
            }
            Token::End => return Ok(found),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::vocabulary::Around;
    use crate::workbook::fixtures::{Xlsx, package, read};

    #[test]
    fn shapes_in_groups_and_titles_of_charts() {
        let sheet = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#;
        let mut all = Xlsx { sheet, strings: "", workbook: "" }.parts();
        let link = |kind: &str, target: &str| {
            format!("<Relationships><Relationship Id='r1' Type='http://x/{kind}' Target='{target}'/></Relationships>")
        };
        let body = |text: &str| format!("<xdr:sp><xdr:nvSpPr/><xdr:txBody><a:bodyPr/>{text}</xdr:txBody></xdr:sp>");
        let box_ =
            body("<a:p><a:r><a:t>TARGET </a:t></a:r><a:r><a:t>TAHUN</a:t></a:r></a:p><a:p><a:r><a:t>2021</a:t></a:r></a:p>");
        let group = body("<a:p><a:r><a:t>(Rp &amp; juta)</a:t></a:r></a:p>");
        let drawing = format!("<xdr:wsDr><xdr:a>{box_}</xdr:a><xdr:grpSp><xdr:grpSp>{group}</xdr:grpSp></xdr:grpSp></xdr:wsDr>");
        let chart = "<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Volume 2020</a:t></a:r></a:p></c:rich></c:tx></c:title>\
                     <c:ser><c:tx><c:v>bukan judul</c:v></c:tx></c:ser></c:chart></c:chartSpace>";
        for (name, text) in [
            ("xl/worksheets/_rels/sheet1.xml.rels", link("drawing", "../drawings/drawing1.xml")),
            ("xl/drawings/drawing1.xml", drawing),
            ("xl/drawings/_rels/drawing1.xml.rels", link("chart", "../charts/chart1.xml")),
            ("xl/charts/chart1.xml", chart.to_owned()),
        ] {
            all.push((name.to_owned(), text.into_bytes()));
        }
        let parts: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let workbook = read("data/a.xlsx", &package(&parts)).unwrap();
        let told: Vec<(Around, &str)> = workbook.sheets[0].around.iter().map(|line| (line.place, &*line.text)).collect();
        let expected = [
            (Around::Shape, "TARGET TAHUN"),
            (Around::Shape, "2021"),
            (Around::Shape, "(Rp & juta)"),
            (Around::Chart, "Volume 2020"),
        ];
        assert_eq!(told, expected);
    }
}
