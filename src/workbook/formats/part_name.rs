//! The names of an Office package's parts, as its relationships give them.

/// The part that lists a part's relationships.
pub fn relationships_of(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") }
}

/// A target of a relationship as a part's name: relative to the folder of the
/// part that names it, or absolute.
pub fn resolve(base_part: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        path.extend(base_part.split('/'));
        path.pop();
    }
    for piece in target.split('/') {
        match piece {
            "" | "." => {}
            ".." => drop(path.pop()),
            _ => path.push(piece),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_or_absolute() {
        assert_eq!(resolve("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/workbook.xml", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl/workbook.xml", "..\\a\\./b.xml"), "a/b.xml");
        assert_eq!(resolve("", "xl/workbook.xml"), "xl/workbook.xml");
    }
}
