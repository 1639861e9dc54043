//! The states of a file that was signed, once or several times one after another.

use lopdf::{Document, Object};

/// The file at each signing (whole where it was never signed), oldest first, and
/// what is wrong with the stretches that the signatures cover: each must cover
/// all of the file as it then was, but its own contents (ISO 32000-1, 12.8.1).
pub fn states(bytes: &[u8]) -> (Vec<&[u8]>, Vec<String>) {
    let file = Document::load_mem(bytes).unwrap();
    let mut faults = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    for (id, object) in &file.objects {
        let Ok(signature) = object.as_dict() else { continue };
        let Ok(range) = signature.get(b"ByteRange").and_then(Object::as_array) else { continue };
        let range: Vec<usize> = range.iter().map(|number| usize::try_from(number.as_i64().unwrap()).unwrap()).collect();
        let [start, before, after, length] = range[..] else {
            faults.push(format!("{id:?}: a ByteRange of {} numbers", range.len()));
            continue;
        };
        let end = after + length;
        let contents = bytes.get(before..after).unwrap_or_default();
        let hexadecimal = contents.len() > 2 && contents[1..contents.len() - 1].iter().all(u8::is_ascii_hexdigit);
        if start != 0 || !contents.starts_with(b"<") || !contents.ends_with(b">") || !hexadecimal {
            faults.push(format!("{id:?}: something beside the signature's contents is not signed"));
        }
        if !bytes.get(..end).is_some_and(|state| state.trim_ascii_end().ends_with(b"%%EOF")) {
            faults.push(format!("{id:?}: the signed stretch ends within the file"));
        }
        ends.push(end);
    }
    ends.sort_unstable();
    if ends.last().is_some_and(|&last| last != bytes.len()) {
        faults.push("something was added after the last signature".to_owned());
    }
    ends.dedup();
    let states = ends.iter().filter_map(|&end| bytes.get(..end)).collect();
    (if ends.is_empty() { vec![bytes] } else { states }, faults)
}

/// The validator asks of every signature that it cover the whole file, which only
/// the last can once another follows; [`states`] looks closer.
pub fn is_earlier(wrong: &str) -> bool {
    wrong.starts_with("ISO 19005") && wrong.contains(":6.4.3:1:")
}
