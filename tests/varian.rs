//! Offices as different as offices are (tests/data/varian.toml): where everything
//! stands on their pages, and what a screen reader takes from them, as texts.

mod common;

use common::{Office, drawn, golden, iku, tagged};
use lopdf::Document;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Variants {
    varian: Vec<Variant>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Variant {
    nama: String,
    #[serde(default)]
    ubah: Vec<Change>,
    indikator: Option<usize>,
    #[serde(default)]
    draf: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    dari: String,
    ke: String,
    kali: Option<usize>,
    #[serde(default)]
    sebelum: bool,
}

impl Variant {
    /// This office's profile, made from the sample's.
    fn profile(&self, sample: &str) -> String {
        let mut text = self.indikator.map_or_else(|| sample.to_owned(), |count| goals(sample, count));
        for change in &self.ubah {
            assert!(text.contains(&change.dari), "{}: {:?} is not in the profile", self.nama, change.dari);
            let mut put = change.ke.repeat(change.kali.unwrap_or(1));
            if change.sebelum {
                put += &change.dari;
            }
            text = text.replacen(&change.dari, &put, 1);
        }
        text
    }

    /// The PDF that the program makes of it.
    fn pdf(&self, sample: &str) -> Document {
        let office = Office::sample();
        office.write("iku.toml", self.profile(sample).as_bytes());
        let (command, name): (&[&str], _) =
            if self.draf { (&["buat", "--draf"], "iku-2021-draf.pdf") } else { (&["buat"], "iku-2021.pdf") };
        let run = iku(&[command, &[office.text()]].concat());
        assert_eq!(run.status, 0, "{}: {}", self.nama, run.stderr);
        Document::load_mem(&office.read(&format!("keluaran/2021/{name}"))).unwrap()
    }
}

/// The profile with its first goal alone, and so many of its first indicator.
fn goals(text: &str, count: usize) -> String {
    let (head, body) = text.split_at(text.find("[[sasaran]]").unwrap());
    let first = &body[..1 + body[1..].find("[[sasaran]]").unwrap()];
    let (goal, one) = first.split_at(first.find("[[sasaran.indikator]]").unwrap());
    let name = one.lines().find(|line| line.starts_with("nama")).and_then(|line| line.split('"').nth(1)).unwrap();
    let many = |number| if count == 1 { one.to_owned() } else { one.replacen(name, &format!("{name} ke-{number}"), 1) };
    format!("{head}{goal}{}", (1..=count).map(many).collect::<String>())
}

/// So many lines of a golden text are kept as they are; the rest of a long one by its
/// length and a fingerprint (FNV-1a), which tells a change though not where.
const KEPT: usize = 900;

fn shortened(lines: Vec<String>) -> String {
    let (shown, rest) = lines.split_at(lines.len().min(KEPT));
    let mut out: String = shown.iter().map(|line| format!("{line}\n")).collect();
    if !rest.is_empty() {
        let bytes = rest.iter().flat_map(|line| line.bytes().chain([b'\n']));
        let print = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        out += &format!("… {} baris lagi, sidik {print:016x}\n", rest.len());
    }
    out
}

/// What differs from the golden texts of a variant.
fn differences(variant: &Variant, file: &Document) -> Vec<String> {
    let structure = tagged::structure(file);
    let layout = shortened(drawn::pages(file).concat());
    let titles = drawn::titles(file);
    let tags = shortened(titles.into_iter().chain(structure.outline.lines().map(str::to_owned)).collect());
    let held = |kind: &str, text: &str| golden::difference(&format!("tests/data/varian/{}.{kind}.txt", variant.nama), text);
    let faults = structure.faults.into_iter().map(|fault| format!("{}: {fault}", variant.nama));
    [held("layout", &layout), held("tags", &tags)].into_iter().flatten().chain(faults).collect()
}

#[test]
fn every_office_keeps_its_layout_and_its_tags() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR"));
    let told: Variants = toml::from_str(&std::fs::read_to_string(data.join("tests/data/varian.toml")).unwrap()).unwrap();
    let sample = std::fs::read_to_string(data.join("samples/kota-pasuruan/iku.toml")).unwrap();
    let (one, other) = told.varian.split_at(told.varian.len() / 2);
    let all = |variants: &[Variant]| -> Vec<String> {
        variants.iter().flat_map(|variant| differences(variant, &variant.pdf(&sample))).collect()
    };
    let found = std::thread::scope(|scope| {
        let half = scope.spawn(|| all(one));
        [all(other), half.join().unwrap()].concat()
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A page moved by half a millimetre and a tag renamed are told: the texts are awake.
#[test]
fn a_planted_change_is_told() {
    let golden = |kind: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/varian/emoji.{kind}.txt"));
        std::fs::read_to_string(path).unwrap()
    };
    let told: Variants = toml::from_str(include_str!("data/varian.toml")).unwrap();
    let variant = told.varian.iter().find(|variant| variant.nama == "emoji").unwrap();
    let mut file = variant.pdf(include_str!("../samples/kota-pasuruan/iku.toml"));
    let as_made = shortened(drawn::pages(&file).concat());
    assert_eq!(as_made, golden("layout"));

    // The first text of the first page, 1,4 points lower.
    let page = file.page_iter().next().unwrap();
    let mut content = lopdf::content::Content::decode(&file.get_page_content(page)).unwrap();
    let moved = content.operations.iter_mut().find(|operation| operation.operator == "Tm").unwrap();
    let height = moved.operands[5].as_float().unwrap();
    moved.operands[5] = lopdf::Object::Real(height - 1.4);
    file.change_page_content(page, content.encode().unwrap()).unwrap();
    let planted = shortened(drawn::pages(&file).concat());
    let changed: Vec<_> = planted.lines().zip(as_made.lines()).filter(|(is, was)| is != was).collect();
    assert_eq!(changed.len(), 1, "{changed:?}");

    // A title that became a paragraph.
    let title = file
        .objects
        .values_mut()
        .filter_map(|object| object.as_dict_mut().ok())
        .find(|element| element.get(b"S").and_then(lopdf::Object::as_name).is_ok_and(|tag| tag == b"H1"));
    title.unwrap().set("S", "P");
    let tags = tagged::structure(&file).outline;
    assert!(golden("tags").contains("  H1 INDIKATOR") && !golden("tags").contains("  P INDIKATOR KINERJA UTAMA\n"));
    assert_ne!(
        tags.lines().filter(|line| line.contains(" H1 ")).count(),
        golden("tags").lines().filter(|line| line.contains(" H1 ")).count()
    );
}
