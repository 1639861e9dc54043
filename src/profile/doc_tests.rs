//! docs/profil.md names every key that the parser knows, in the key's own
//! section, and its examples are ones the parser reads.

use super::{KEYS, parse};

const DOC: &str = include_str!("../../docs/profil.md");

/// The part of the page that is about a table: from the first heading (or
/// table head) that names it to the next `## `.
fn section(table: &str) -> &'static str {
    let heading = match table {
        "" => "Bagian yang dikenal seluruhnya",
        "margin" => "Kunci `margin`",
        "bidang" => "Kunci `bidang`",
        "tanda" => "Kunci `tanda`",
        "[[sasaran]]" => "| kunci `[[sasaran]]`",
        "[[sasaran.indikator]]" => "| kunci `[[sasaran.indikator]]`",
        table => {
            let start = DOC.find(&format!("# `{table}`:")).unwrap_or_else(|| panic!("{table} has no section"));
            return until_heading(start);
        }
    };
    until_heading(DOC.find(heading).unwrap_or_else(|| panic!("{heading}")))
}

fn until_heading(start: usize) -> &'static str {
    let rest = &DOC[start..];
    &rest[..rest.find("\n#").unwrap_or(rest.len())]
}

#[test]
fn every_key_stands_in_the_manual() {
    for keys in KEYS {
        let section = section(keys.table);
        for key in keys.known {
            assert!(section.contains(&format!("`{}`", key.name)), "{} of {}", key.name, keys.table);
        }
    }
}

#[test]
fn the_manual_names_no_key_that_the_parser_lacks() {
    let known = |name: &str| KEYS.iter().any(|keys| keys.known.iter().any(|key| key.name == name));
    for row in DOC.lines().filter_map(|line| line.strip_prefix("| `")) {
        let name = row.split('`').next().unwrap();
        assert!(known(name), "{name}");
    }
}

/// Every example of keys.rs, put into a profile, is read without a word.
#[test]
fn every_example_of_an_error_is_itself_right() {
    for keys in KEYS.iter().filter(|keys| !keys.table.is_empty() && !["margin", "bidang", "tanda"].contains(&keys.table)) {
        for key in keys.known.iter().filter(|key| !key.example.starts_with("[[s")) {
            let text = profile_with(keys.table, key.name, key.example);
            if let Err(errors) = parse(&text) {
                let shown: Vec<_> = errors.iter().map(|error| error.show("iku.toml", &text)).collect();
                panic!("{} = {}\n{}", key.name, key.example, shown.join("\n"));
            }
        }
    }
}

/// The least profile with one key of one table set.
fn profile_with(table: &str, key: &str, example: &str) -> String {
    let mut tables: Vec<(&str, Vec<(&str, &str)>)> = vec![
        ("[instansi]", vec![("nama", "'a'"), ("daerah", "'a'")]),
        ("[laporan]", vec![("tahun", "2021")]),
        ("[laporan.kop]", vec![]),
        ("[penandatangan]", vec![("tempat", "'a'"), ("tanggal", "2022-01-24"), ("jabatan", "'a'"), ("nama", "'a'")]),
        ("[sumber.NAMA]", vec![("berkas", "'a.csv'")]),
        ("[ukuran.NAMA2]", vec![("rumus", "'1'"), ("asal", "'a'")]),
        ("[[sasaran]]", vec![]),
        ("[[sasaran.indikator]]", vec![("nama", "'a'"), ("rumus", "'1'"), ("arah", "'naik'")]),
        ("[sasaran.indikator.tercetak]", vec![("pembilang", "'a'")]),
        ("[capaian]", vec![]),
        ("[[terima]]", vec![("kode", "'bukan-angka'"), ("sel", "'a.csv!F1'"), ("alasan", "'a'")]),
        ("[batas_baca]", vec![]),
    ];
    let wanted = if table == "[ukuran.NAMA]" { "[ukuran.NAMA2]" } else { table };
    if wanted == "[sumber.NAMA.kolom]" {
        tables.insert(5, ("[sumber.NAMA.kolom.isian]", vec![("judul", "'a'")]));
    }
    let wanted = if wanted == "[sumber.NAMA.kolom]" { "[sumber.NAMA.kolom.isian]" } else { wanted };
    if key == "kop" || key == "tercetak" {
        // Given here as an inline table; its own section would give it twice.
        tables.retain(|(name, _)| !name.contains(key));
    }
    let (_, keys) = tables.iter_mut().find(|(name, _)| *name == wanted).unwrap_or_else(|| panic!("{wanted}"));
    keys.retain(|(name, _)| *name != key);
    keys.push((key, example));
    if key == "paling_banyak" {
        keys.retain(|(name, _)| *name != "sel");
        keys.push(("sel", "'a.csv!F'"));
    }
    let mut text = String::new();
    for (name, keys) in tables {
        text.push_str(name);
        for (key, value) in keys {
            text.push_str(&format!("\n{key} = {value}"));
        }
        text.push('\n');
    }
    text
}
