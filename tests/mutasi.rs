//! The mutation campaign: damaged workbooks of every format end in a workbook
//! or a finding; nothing panics or hangs. Long, so only by name
//! (docs/pengujian.md): `IKU_MUTASI=10000 cargo test --release --test mutasi -- --ignored --nocapture`.

use iku::dataset;
use iku::profile::Limits;
use iku::workbook::Reader;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::time::Duration;

/// A source of numbers that is the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

const TOKENS: [&[u8]; 14] = [
    b"\xFF\xFF\xFF\xFF",
    b"\x00\x00\x00\x00",
    b"\x7F\xFF\xFF\xFF",
    b"r=\"XFD1048576\"",
    b"r=\"ZZZZ99999999\"",
    b"<v>1e999</v>",
    b"<v>-</v>",
    b"t=\"s\"",
    b"</row>",
    b"]]>",
    b"&#0;",
    b"table:number-columns-repeated=\"1000000000\"",
    b"\"\n;",
    b"Jumlah",
];

/// Flips, cuts, doublings, and tokens that readers trip over.
fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.roll(5) {
        if bytes.is_empty() {
            return;
        }
        let at = dice.roll(bytes.len());
        let end = (at + 1 + dice.roll(40)).min(bytes.len());
        match dice.roll(7) {
            0 => bytes[at] ^= 1 << dice.roll(8),
            1 => bytes[at] = [0, 0xFF, b'<', b'>', b'&', b'"', b'9'][dice.roll(7)],
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            4 if dice.roll(4) == 0 => bytes.truncate(at),
            5 => {
                let token = TOKENS[dice.roll(TOKENS.len())];
                bytes.splice(at..at, token.iter().copied());
            }
            _ => {
                let token = TOKENS[dice.roll(TOKENS.len())];
                let end = (at + token.len()).min(bytes.len());
                bytes.splice(at..end, token.iter().copied());
            }
        }
    }
}

/// A package with one part damaged, packed again so that its checksums hold;
/// one time in eight the packed bytes themselves are damaged.
fn mutated(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    let Some(mut archive) = zip::ZipArchive::new(Cursor::new(seed)).ok().filter(|_| dice.roll(8) > 0) else {
        damage(&mut bytes, dice);
        return bytes;
    };
    let which = dice.roll(archive.len());
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut data = Vec::new();
        part.read_to_end(&mut data).unwrap();
        if index == which {
            damage(&mut data, dice);
        }
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(part.name().unwrap().into_owned(), options).unwrap();
        writer.write_all(&data).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
#[ignore = "long: see docs/pengujian.md"]
#[expect(
    clippy::disallowed_methods,
    reason = "a campaign measures time, takes its length from outside, and lays out its own files"
)]
fn damaged_workbooks_of_every_format_end_in_a_finding_or_a_workbook() {
    let files: usize = std::env::var("IKU_MUTASI").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let limits = Limits { detik: 10, ..Limits::default() };
    let reader = Reader::new(limits).with_child(env!("CARGO_BIN_EXE_iku").into());
    let seeds = [
        ("xlsx", "tests/data/libreoffice.xlsx"),
        ("xlsx", "samples/salah/baris-dilewati/data/Data 2021.xlsx"),
        ("ods", "tests/data/libreoffice.ods"),
        ("xlsb", "tests/data/contoh.xlsb"),
        ("xls", "tests/data/libreoffice.xls"),
        ("xls", "examples/make_salah/salah/lama.xls"),
        ("csv", "tests/data/koperasi.csv"),
    ];
    for (number, (format, seed)) in seeds.into_iter().enumerate() {
        let seed = std::fs::read(root.join(seed)).unwrap();
        let mut dice = Dice(0x9E37_79B9 + number as u64);
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut slowest = (Duration::ZERO, 0);
        for round in 0..files {
            let bytes = mutated(&seed, &mut dice);
            let path = folder.path().join(format!("a.{format}"));
            std::fs::write(&path, &bytes).unwrap();
            let start = std::time::Instant::now();
            // A panic here is the campaign's failure: the file stays in `target/mutasi` for a look.
            let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| match reader.read(&path, "a") {
                Ok(workbook) => {
                    let tables: usize = dataset::inspect(&workbook).iter().map(|sheet| sheet.tables.len()).sum();
                    format!("workbook, {} tables", tables.min(3))
                }
                Err(temuan) => temuan.kode().text().to_owned(),
            }));
            let took = start.elapsed();
            if took > slowest.0 {
                slowest = (took, round);
            }
            let Ok(outcome) = outcome else {
                let kept = root.join("target/mutasi");
                std::fs::create_dir_all(&kept).unwrap();
                let kept = kept.join(format!("{number}-{round}.{format}"));
                std::fs::write(&kept, &bytes).unwrap();
                panic!("{format}, round {round}: a panic escaped; the file is {}", kept.display());
            };
            *seen.entry(outcome).or_default() += 1;
            assert!(took < Duration::from_secs(20), "{format}, round {round}: {took:?}");
        }
        println!("{format} ({} bytes), {files} files, slowest {:?} in round {}: {seen:?}", seed.len(), slowest.0, slowest.1);
    }
}
