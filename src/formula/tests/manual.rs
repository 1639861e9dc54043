//! Every example of docs/rumus.md is what the manual says of it.

use crate::dataset::Jenis;
use crate::formula::sample::{measures, names};
use crate::formula::{Role, SumberNames, check, parse};

const MANUAL: &str = include_str!("../../../docs/rumus.md");

/// The lines of the fenced blocks of a kind.
fn examples(kind: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in MANUAL.lines() {
        match line.strip_prefix("```") {
            Some(fence) => inside = !inside && fence == kind,
            None if inside && !line.is_empty() => found.push(line),
            None => {}
        }
    }
    found
}

fn sound(text: &str) -> bool {
    let given = measures(&["volume_usaha = |2021: 1", "koperasi = |2021: 1"]);
    let mut known = names(&given);
    let keragaan =
        [("volume_usaha", Jenis::Uang), ("modal_sendiri", Jenis::Uang), ("aktif", Jenis::Tanda), ("tanggal_rat", Jenis::Tanggal)];
    let keragaan = SumberNames {
        isian: keragaan.iter().map(|(isian, jenis)| ((*isian).to_owned(), *jenis)).collect(),
        butir: None,
        entitas: Some("koperasi".into()),
        berkunci: true,
    };
    known.sumber.insert("keragaan".into(), keragaan);
    parse(text).is_ok_and(|formula| check(&formula, &known, Role::Indicator).is_empty())
}

#[test]
fn the_manuals_examples() {
    let (right, wrong) = (examples("rumus"), examples("keliru"));
    assert!(right.len() >= 25 && wrong.len() >= 10, "{} {}", right.len(), wrong.len());
    for text in right {
        assert!(sound(text), "{text}");
    }
    for text in wrong {
        assert!(!sound(text), "{text}");
    }
}
