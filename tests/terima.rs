//! `[[terima]]` does with each finding what its manual page says, at the place
//! the finding is told at, in that finding's office of `samples/salah`.

mod common;

use common::{Office, iku};
use iku::diagnostic::{Kode, Tempat, Terima};
use serde_json::Value;

/// Acceptance of a finding as the record has it.
struct Accept<'a> {
    kode: Kode,
    temuan: &'a Value,
    ditemukan: Option<&'a str>,
    nilai: Option<&'a str>,
}

fn text<'a>(temuan: &'a Value, key: &str) -> Option<&'a str> {
    temuan[key].as_str()
}

fn place(temuan: &Value) -> String {
    ["berkas", "lembar", "sel"].iter().filter_map(|key| text(temuan, key)).collect::<Vec<_>>().join("!")
}

fn kind(temuan: &Value) -> Tempat {
    match (text(temuan, "lembar"), text(temuan, "sel")) {
        (_, Some(sel)) if sel.bytes().all(|byte| byte.is_ascii_alphabetic()) => Tempat::Kolom,
        (_, Some(sel)) if sel.bytes().all(|byte| byte.is_ascii_digit()) => Tempat::Baris,
        (_, Some(_)) => Tempat::Sel,
        (Some(_), None) => Tempat::Lembar,
        (None, None) => Tempat::Berkas,
    }
}

fn check(office: &Office) -> (i32, Value) {
    let run = iku(&["periksa", "--json", office.text()]);
    (run.status, serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr)))
}

/// The finding that the office was made for, in its record.
fn own(kode: Kode, record: &Value) -> Value {
    let profile = String::from_utf8(Office::salah(kode.text()).read("iku.toml")).unwrap();
    let expected = profile.lines().next().and_then(|line| line.split_once(" di ")).unwrap().1.to_owned();
    let all = record["temuan"].as_array().unwrap();
    let is_own = |one: &&Value| text(one, "kode") == Some(kode.text()) && place(one) == expected;
    all.iter().find(is_own).unwrap_or_else(|| panic!("{}: {all:?}", kode.text())).clone()
}

fn accepted(accept: &Accept) -> (i32, Value) {
    let office = Office::salah(accept.kode.text());
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    let quoted = |key: &str, value: Option<&str>| value.map_or_else(String::new, |value| format!("{key} = {value:?}\n"));
    let most = if kind(accept.temuan) == Tempat::Kolom { "paling_banyak = 9\n" } else { "" };
    let block = format!(
        "\n[[terima]]\nkode = {:?}\nsel = {:?}\n{}{}{most}alasan = \"Sudah diperiksa\"\n",
        accept.kode.text(),
        place(accept.temuan),
        quoted("ditemukan", accept.ditemukan),
        quoted("nilai", accept.nilai)
    );
    office.write("iku.toml", format!("{profile}{block}").as_bytes());
    let run = iku(&["periksa", "--json", office.text()]);
    (run.status, serde_json::from_str(&run.stdout).unwrap_or(Value::Null))
}

fn lapsed(record: &Value) -> usize {
    record["temuan"].as_array().unwrap().iter().filter(|one| one["kode"] == "terima-gugur").count()
}

/// What a reader of the record can tell counted by.
fn counted(record: &Value) -> (Value, Value) {
    (record["ukuran"].clone(), record["masukan"].clone())
}

/// Two values that count as something else each, and the places where no formula of the office looks at them.
fn two_values(kode: Kode) -> Option<(Option<&'static str>, Option<&'static str>)> {
    let (first, second) = match (kode.terima(), kode) {
        (Terima::Nilai, Kode::BukanTanggal) | (Terima::Tetap, Kode::TanggalJanggal) => (Some("24/01/2020"), Some("24/12/2021")),
        (Terima::Nilai, Kode::BukanTanda) => (Some("ya"), Some("tidak")),
        // A hundredth of last year's, and a hundred times it: their offices count what grew.
        (Terima::Nilai | Terima::Tetap, _) => (Some("1.000"), Some("9.000.000.000")),
        (Terima::Nama, _) => (Some("Warung Bu Siti"), None),
        (Terima::Baris, _) => (Some("data"), None),
        _ => return None,
    };
    // No figure of its office rests on assets; and a column has no one value.
    let unseen = matches!(kode, Kode::AsetTidakSeimbang | Kode::NilaiKosong);
    (!unseen).then_some((first, second))
}

#[test]
fn every_finding_is_told_at_a_kind_of_place_that_its_page_names() {
    for kode in Kode::ALL {
        let (_, record) = check(&Office::salah(kode.text()));
        let found = own(*kode, &record);
        assert!(kode.tempat().contains(&kind(&found)), "{}: {:?}", kode.text(), kind(&found));
    }
}

#[test]
fn every_finding_that_may_be_accepted_is_at_its_place_and_no_other() {
    let mut wrong = Vec::new();
    for kode in Kode::ALL.iter().copied() {
        let (_, before) = check(&Office::salah(kode.text()));
        let found = own(kode, &before);
        let ditemukan = text(&found, "ditemukan");
        let (status, record) = accepted(&Accept { kode, temuan: &found, ditemukan, nilai: None });
        if matches!(kode.terima(), Terima::Tidak(_)) {
            if status != 2 {
                wrong.push(format!("{}: may not be accepted, yet exit status {status}", kode.text()));
            }
            continue;
        }
        if status != 0 || lapsed(&record) > 0 || own(kode, &record)["diterima"] != "Sudah diperiksa" {
            wrong.push(format!("{}: exit status {status}, {:?}", kode.text(), record["temuan"]));
            continue;
        }
        if own(kode, &record)["tingkat"] != "catatan" {
            wrong.push(format!("{}: accepted, yet no note", kode.text()));
        }
        // Another text stands there now: the acceptance holds no more.
        let (status, record) = accepted(&Accept { kode, temuan: &found, ditemukan: Some("isi yang lain"), nilai: None });
        if lapsed(&record) != 1 || !own(kode, &record)["diterima"].is_null() || status != i32::from(found["tingkat"] == "galat") {
            wrong.push(format!("{}: does not lapse, {:?}", kode.text(), record["temuan"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_acceptance_counts_what_it_says() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for kode in Kode::ALL.iter().copied() {
        let Some((first, second)) = two_values(kode) else { continue };
        let (_, before) = check(&Office::salah(kode.text()));
        let found = own(kode, &before);
        let of = |nilai| {
            let (status, record) = accepted(&Accept { kode, temuan: &found, ditemukan: None, nilai });
            (status, counted(&record))
        };
        let (one, other) = (of(first), of(second));
        seen += 1;
        if one.0 != 0 || other.0 != 0 || one.1 == other.1 {
            wrong.push(format!("{}: {first:?} and {second:?} count alike, or are refused ({}, {})", kode.text(), one.0, other.0));
        }
    }
    assert!(seen >= 15, "only {seen} seen");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The profile with lines put under their section: at its end where there is none of that name, in the place of a key
/// that stands there already.
fn pasted(profile: &str, tempel: &Value) -> String {
    let bagian = text(tempel, "bagian").unwrap();
    let added: Vec<&str> = tempel["baris"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let key = |line: &str| line.split('=').next().unwrap().trim().to_owned();
    let mut lines: Vec<&str> = profile.lines().collect();
    let Some(at) = lines.iter().position(|line| line.trim() == bagian && !bagian.starts_with("[[")) else {
        return format!("{profile}\n{bagian}\n{}\n", added.join("\n"));
    };
    let end = (at + 1..lines.len()).find(|line| lines[*line].starts_with('[')).unwrap_or(lines.len());
    for line in added {
        match (at + 1..end).find(|own| key(lines[*own]) == key(line)) {
            Some(own) => lines[own] = line,
            None => lines.insert(at + 1, line),
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn what_is_to_be_pasted_settles_the_finding() {
    let (mut wrong, mut keys) = (Vec::new(), 0);
    for kode in Kode::ALL.iter().copied() {
        let (_, before) = check(&Office::salah(kode.text()));
        let found = own(kode, &before);
        let alternatives = found["tempel"].as_array().cloned().unwrap_or_default();
        let may = !matches!(kode.terima(), Terima::Tidak(_) | Terima::TidakPerlu);
        if alternatives.iter().any(|one| one["bagian"] == "[[terima]]") != may {
            wrong.push(format!("{}: {alternatives:?}", kode.text()));
        }
        for one in &alternatives {
            let office = Office::salah(kode.text());
            let profile = pasted(&String::from_utf8(office.read("iku.toml")).unwrap(), one);
            office.write("iku.toml", profile.as_bytes());
            let run = iku(&["periksa", "--json", office.text()]);
            let is_key = one["bagian"] != "[[terima]]";
            keys += usize::from(is_key);
            // A number that nobody but the office knows stands there as `…`, and is asked for.
            if is_key && one.to_string().contains('…') {
                assert_eq!(run.status, 2, "{}", kode.text());
                continue;
            }
            let record: Value = serde_json::from_str(&run.stdout).unwrap_or(Value::Null);
            let all = record["temuan"].as_array().cloned().unwrap_or_default();
            let stands =
                all.iter().any(|one| one["kode"] == kode.text() && place(one) == place(&found) && one["diterima"].is_null());
            if run.status == 2 || stands {
                wrong.push(format!("{}: {one} does not settle it ({}) {}", kode.text(), run.status, run.stderr));
            }
        }
    }
    assert!(keys >= 10, "only {keys} keys seen");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
