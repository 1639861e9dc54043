//! Random layouts, made as offices make them: titles, offsets, one to three
//! heading rows, parents merged or typed once, slips of the finger, numbering
//! rows, units, groups with subtotals, feet. Not one column may be taken for
//! what it is not; nearly all must be found.

use super::layout_fixtures::*;
use super::*;
use crate::vocabulary::CellAddress;
use crate::workbook::dice::Dice;
use crate::workbook::{Cell, Formula, Merge, NumberStyle, Sheet, Value};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq)]
enum Cells {
    Number,
    Name,
    Key,
    Place,
    Text,
    Date,
    Money,
    Count,
    Mark,
}

/// A column as it will be written.
struct Plan {
    field: Option<&'static str>,
    /// Parents and leaf, top to bottom.
    path: Vec<String>,
    cells: Cells,
    typo: bool,
}

type Spec = (Option<&'static str>, Cells, &'static [&'static str]);

const FLAT: &[Spec] = &[
    (Some("nik_koperasi"), Cells::Text, &["NIK", "NIK Koperasi", "NIKOP"]),
    (Some("tanggal_bh"), Cells::Date, &["Tgl BH", "Tanggal Badan Hukum"]),
    (Some("kelurahan"), Cells::Place, &["Kelurahan", "Desa/Kelurahan", "Kel/Desa"]),
    (Some("kecamatan"), Cells::Place, &["Kecamatan", "KEC."]),
    (Some("rat"), Cells::Mark, &["RAT", "Rat"]),
    (Some("tanggal_rat"), Cells::Date, &["Tanggal RAT", "Tgl RAT"]),
    (Some("manajer"), Cells::Count, &["Manajer", "MANAGER"]),
    (Some("karyawan"), Cells::Count, &["Karyawan", "Jumlah Karyawan"]),
    (Some("aset"), Cells::Money, &["Aset", "Total Aset", "ASSET"]),
    (Some("volume_usaha"), Cells::Money, &["Volume Usaha", "VOLUME\nUSAHA", "Vol. Usaha", "Omset"]),
    (Some("shu"), Cells::Money, &["SHU", "Sisa Hasil Usaha", "S.H.U"]),
    (None, Cells::Text, &["Keterangan", "Ket."]),
    (None, Cells::Text, &["Alamat", "Alamat Lengkap"]),
    (None, Cells::Text, &["No. Telp", "Nama Ketua", "Jenis Koperasi"]),
    (None, Cells::Money, &["Simpanan Pokok", "Piutang", "Target Volume Usaha", "Hibah"]),
    (None, Cells::Count, &["% RAT", "Jumlah Pengurus", "Luas Lahan", "Unit Usaha"]),
];

type Family = (&'static str, &'static [Spec]);

const FAMILIES: &[Family] = &[
    (
        "Koperasi",
        &[
            (Some("koperasi"), Cells::Count, &["Jumlah", "Jml"]),
            (Some("aktif"), Cells::Count, &["Aktif"]),
            (Some("tidak_aktif"), Cells::Count, &["Tidak Aktif", "Tdk Aktif"]),
        ],
    ),
    (
        "Anggota",
        &[
            (Some("anggota_l"), Cells::Count, &["L"]),
            (Some("anggota_p"), Cells::Count, &["P"]),
            (Some("anggota"), Cells::Count, &["Jumlah", "JML"]),
        ],
    ),
    (
        "Modal",
        &[
            (Some("modal_sendiri"), Cells::Money, &["Sendiri", "Modal Sendiri"]),
            (Some("modal_luar"), Cells::Money, &["Luar", "Modal Luar"]),
        ],
    ),
    ("Pengurus", &[(None, Cells::Count, &["L"]), (None, Cells::Count, &["P"]), (None, Cells::Count, &["Jumlah"])]),
    ("Karyawan", &[(None, Cells::Count, &["L"]), (None, Cells::Count, &["P"])]),
];

struct Layout {
    sheet: Sheet,
    /// Column to field.
    fields: BTreeMap<u32, &'static str>,
    typos: usize,
    kinds: String,
}

/// A slip of the finger: kind ones inside a word of six letters or more that
/// turns nothing into its opposite, harsh ones anywhere.
fn slip(dice: &mut Dice, label: &str, harsh: bool) -> Option<String> {
    let mut letters: Vec<char> = label.chars().collect();
    let long = |at: usize| {
        let start = letters[..at].iter().rposition(|c| !c.is_alphabetic()).map_or(0, |space| space + 1);
        let end = letters[at..].iter().position(|c| !c.is_alphabetic()).map_or(letters.len(), |space| at + space);
        (start, end)
    };
    let spots: Vec<usize> = (usize::from(!harsh)..letters.len())
        .filter(|at| {
            let (start, end) = long(*at);
            letters[*at].is_alphabetic() && *at + 1 < end && (harsh || end - start >= 6 && *at > start)
        })
        .collect();
    let at = *spots.get(dice.roll(spots.len().max(1)))?;
    match dice.roll(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 if letters[at] != letters[at + 1] => letters.swap(at, at + 1),
        _ => letters[at] = 'y',
    }
    Some(letters.into_iter().collect())
}

fn plans(dice: &mut Dice, is_recap: bool, depth: usize, harsh: bool) -> Vec<Plan> {
    let mut groups: Vec<Vec<Plan>> = Vec::new();
    let plain = |spec: &Spec, dice: &mut Dice, parents: &[&str]| {
        let mut path: Vec<String> = parents.iter().map(|parent| (*parent).to_owned()).collect();
        let mut leaf = dice.pick(spec.2).to_owned();
        if spec.1 == Cells::Money && dice.chance(35) {
            leaf = format!("{leaf} {}", dice.pick(&["(Rp)", "(Rp.)", "(Rp Juta)", "(Rp. 000)"]));
        }
        path.push(leaf);
        Plan { field: spec.0, path, cells: spec.1, typo: false }
    };
    for spec in FLAT {
        let fits =
            !is_recap || !matches!(spec.0, Some("nik_koperasi" | "tanggal_bh" | "kelurahan" | "kecamatan" | "tanggal_rat"));
        if fits && dice.chance(if spec.0.is_some() { 75 } else { 25 }) {
            groups.push(vec![plain(spec, dice, &[])]);
        }
    }
    if depth == 1 {
        for label in ["Modal Sendiri", "Modal Luar", "Aktif", "Tidak Aktif", "Anggota"] {
            let field = match label {
                "Modal Sendiri" => "modal_sendiri",
                "Modal Luar" => "modal_luar",
                "Aktif" => "aktif",
                "Tidak Aktif" => "tidak_aktif",
                _ => "anggota",
            };
            let cells = if label.starts_with("Modal") { Cells::Money } else { Cells::Count };
            groups.push(vec![Plan { field: Some(field), path: vec![label.to_owned()], cells, typo: false }]);
        }
    } else {
        for (parent, specs) in FAMILIES {
            let karyawan_stands = groups.iter().flatten().any(|plan| plan.field == Some("karyawan"));
            if dice.chance(75) && !(*parent == "Karyawan" && karyawan_stands) {
                let over = if depth == 3 { dice.pick(&["Kelembagaan", "Data Kinerja"]) } else { "" };
                let parents: Vec<&str> = [over, *parent].into_iter().filter(|parent| !parent.is_empty()).collect();
                groups.push(specs.iter().map(|spec| plain(spec, dice, &parents)).collect());
            }
        }
    }
    for index in (1..groups.len()).rev() {
        groups.swap(index, dice.roll(index + 1));
    }
    let mut all = vec![Plan {
        field: None,
        path: vec![dice.pick(&["No", "No.", "NO URUT"]).to_owned()],
        cells: Cells::Number,
        typo: false,
    }];
    if is_recap {
        all.push(Plan { field: Some("kecamatan"), path: vec!["Kecamatan".to_owned()], cells: Cells::Name, typo: false });
    } else {
        all.push(Plan {
            field: Some("nama_koperasi"),
            path: vec![dice.pick(&["Nama Koperasi", "NAMA\nKOPERASI"]).to_owned()],
            cells: Cells::Name,
            typo: false,
        });
        all.push(Plan {
            field: Some("nomor_bh"),
            path: vec![dice.pick(&["No. BH", "Nomor Badan Hukum", "Badan Hukum"]).to_owned()],
            cells: Cells::Key,
            typo: false,
        });
    }
    all.extend(groups.into_iter().flatten());
    if harsh && dice.chance(50) {
        for plan in all.iter_mut().filter(|plan| plan.path.len() > 1) {
            let parent = plan.path.len() - 2;
            // The same slip for all children of a parent: its label is one cell.
            let mut own = Dice(plan.path[parent].len() as u64 * 77 + 5);
            if let Some(slipped) = slip(&mut own, &plan.path[parent], harsh) {
                plan.path[parent] = slipped;
            }
        }
    }
    for plan in &mut all {
        if dice.chance(if harsh { 50 } else { 12 })
            && let Some(leaf) = plan.path.last_mut()
            && let Some(slipped) = slip(dice, leaf, harsh)
        {
            *leaf = slipped;
            plan.typo = true;
        }
    }
    all
}

fn cell(dice: &mut Dice, cells: Cells, number: usize, is_text: bool) -> String {
    match cells {
        Cells::Number => number.to_string(),
        Cells::Name => format!(
            "{} {}",
            dice.pick(&["KUD", "KSP", "Koperasi", "KSU", "Sumber"]),
            dice.pick(&["Makmur", "Sumber Rejeki", "Jaya", "Bina Warga", "Total"])
        ),
        Cells::Key => format!("{number}/BH/KWK.13/{}", 1990 + dice.roll(30)),
        Cells::Place => dice.pick(&["Gadingrejo", "Bugul Kidul", "Purworejo"]).to_owned(),
        Cells::Text => dice.pick(&["Jl. Raya 5", "Konsumen", "baik", "", "Kepala Desa"]).to_owned(),
        Cells::Date => format!("'{:02}/{:02}/2021", 1 + dice.roll(28), 1 + dice.roll(12)),
        Cells::Money if is_text => format!(" {}.{:03}.000 ", 1 + dice.roll(900), dice.roll(1000)),
        Cells::Money => (1000 + dice.roll(90_000_000)).to_string(),
        Cells::Count if is_text && dice.chance(30) => " - ".to_owned(),
        Cells::Count => (1 + dice.roll(500)).to_string(),
        Cells::Mark => dice.pick(&["1", "-"]).to_owned(),
    }
}

fn layout(seed: u64, harsh: bool) -> Layout {
    let mut dice = Dice(seed.wrapping_mul(0x5851_F42D_4C95_7F2D));
    let is_recap = dice.chance(30);
    let depth = 1 + dice.roll(3);
    let plans = plans(&mut dice, is_recap, depth, harsh);
    let offset = if dice.chance(30) { 1 + dice.roll(3) } else { 0 };
    let merged = !dice.chance(20);
    let tells_merges = merged || dice.chance(50);
    let is_text = dice.chance(40);
    let width = offset + plans.len();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut merges: Vec<String> = Vec::new();
    let mut kinds: Vec<String> = Vec::new();
    let blank = || vec![String::new(); width];
    let corner = |row: usize, column: usize| CellAddress::new(row as u32, column as u32).to_string();

    let titles = [
        "REKAPITULASI DATA KOPERASI",
        "LAPORAN KERAGAAN KOPERASI KOTA PASURUAN",
        "PERIODE 31 DESEMBER 2021",
        "DINAS KOPERASI DAN USAHA MIKRO",
    ];
    for title in titles.iter().take(dice.roll(5)) {
        let mut row = blank();
        row[offset] = (*title).to_owned();
        if merged {
            merges.push(format!("{}:{}", corner(rows.len(), offset), corner(rows.len(), width - 1)));
        }
        rows.push(row);
    }
    if dice.chance(50) {
        rows.push(blank());
    }
    if dice.chance(25) {
        let mut row = blank();
        row[width - 1] = dice.pick(&["(Rp Juta)", "dalam ribuan rupiah"]).to_owned();
        rows.push(row);
    }

    let top = rows.len();
    rows.extend(std::iter::repeat_with(blank).take(depth));
    // Harsh: labels at the foot of their heading cell, parents over the middle of their children.
    let (at_foot, centred) = (harsh && dice.chance(40), harsh && dice.chance(40));
    let tells_merges = tells_merges && !(at_foot && merged);
    let merged = merged && !at_foot && !centred;
    for (index, plan) in plans.iter().enumerate() {
        let column = offset + index;
        for (level, label) in plan.path.iter().enumerate() {
            let same = |other: usize| {
                other < plans.len() && plans[other].path.len() > level + 1 && plans[other].path[..=level] == plan.path[..=level]
            };
            let is_leaf = level + 1 == plan.path.len();
            if is_leaf {
                rows[if at_foot { top + depth - 1 } else { top + level }][column] = label.clone();
                if merged && level + 1 < depth {
                    merges.push(format!("{}:{}", corner(top + level, column), corner(top + depth - 1, column)));
                }
            } else if index == 0 || !same(index - 1) {
                let mut last = index;
                while same(last + 1) {
                    last += 1;
                }
                let middle = if centred { (last - index).div_ceil(2) } else { 0 };
                rows[top + level][column + middle] = label.clone();
                if merged && last > index {
                    merges.push(format!("{}:{}", corner(top + level, column), corner(top + level, offset + last)));
                }
            }
        }
    }
    if dice.chance(60) {
        let mut row = blank();
        let style = dice.roll(2);
        for index in 0..plans.len() {
            row[offset + index] = if style == 0 { (index + 1).to_string() } else { format!("({})", index + 1) };
        }
        kinds.push(format!("{}:numbers", rows.len() + 1));
        rows.push(row);
    }

    let groups = if !is_recap && dice.chance(40) { 2 + dice.roll(2) } else { 1 };
    let with_subtotals = groups > 1 && dice.chance(60);
    let mut number = 0;
    for group in 0..groups {
        if groups > 1 {
            let name = ["Gadingrejo", "Bugul Kidul", "Purworejo"][group];
            let mut row = blank();
            let label = format!("{} {name}", dice.pick(&["Kecamatan", "KECAMATAN", "Kec."]));
            if dice.chance(50) {
                row[offset + 1] = label.clone();
                row[offset] = ["I", "II", "III"][group].to_owned();
            } else {
                row[offset] = label.clone();
            }
            kinds.push(format!("{}:group({label})", rows.len() + 1));
            rows.push(row);
        }
        let first = rows.len() + 1;
        for _ in 0..2 + dice.roll(4) {
            number += 1;
            let mut row = blank();
            for (index, plan) in plans.iter().enumerate() {
                row[offset + index] = cell(&mut dice, plan.cells, number, is_text);
            }
            kinds.push(format!("{}:data", rows.len() + 1));
            rows.push(row);
        }
        if with_subtotals {
            let label = dice.pick(&["Sub Total", "Jumlah Kec. X"]);
            kinds.push(format!("{}:sub({label},{first})", rows.len() + 1));
            rows.push(total_row(&mut dice, &plans, offset, label));
        }
    }
    if dice.chance(60) {
        let label = dice.pick(&["JUMLAH", "TOTAL", "Jumlah Total", "J U M L A H", "Grand Total"]);
        kinds.push(format!("{}:total({label})", rows.len() + 1));
        rows.push(total_row(&mut dice, &plans, offset, label));
    }
    if dice.chance(60) {
        if dice.chance(70) {
            rows.push(blank());
        }
        if dice.chance(30) {
            let mut row = blank();
            row[offset] = dice.pick(&["Sumber: Dinas Koperasi", "Catatan :", "Keterangan: angka sementara"]).to_owned();
            kinds.push(format!("{}:foot", rows.len() + 1));
            rows.push(row);
        }
        let at = offset + plans.len() / 2 + dice.roll(plans.len() / 2);
        for text in [
            "Pasuruan, 31 Desember 2021",
            "KEPALA DINAS KOPERASI",
            "",
            "",
            "Drs. H. EDY ANA, MM",
            "Pembina Utama Muda",
            "NIP. 19640505 199303 1 012",
        ] {
            let mut row = blank();
            row[at] = text.to_owned();
            if !text.is_empty() {
                kinds.push(format!("{}:foot", rows.len() + 1));
            }
            rows.push(row);
        }
    }
    let fields = plans.iter().enumerate().filter_map(|(index, plan)| Some(((offset + index) as u32, plan.field?))).collect();
    let typos = plans.iter().filter(|plan| plan.typo && plan.field.is_some()).count();
    let merges = tells_merges.then_some(merges);
    Layout { sheet: sheet_of(&rows, merges), fields, typos, kinds: kinds.join(" ") }
}

fn total_row(dice: &mut Dice, plans: &[Plan], offset: usize, label: &str) -> Vec<String> {
    let mut row = vec![String::new(); offset + plans.len()];
    row[offset + dice.roll(2)] = label.to_owned();
    for (index, plan) in plans.iter().enumerate() {
        if matches!(plan.cells, Cells::Money | Cells::Count) {
            row[offset + index] = (1000 + dice.roll(100_000)).to_string();
        }
    }
    row
}

#[test]
fn random_layouts_are_found_whole_and_never_wrong() {
    const LAYOUTS: u64 = 600;
    let (mut whole, mut rows_right, mut found, mut expected, mut typos) = (0, 0, 0, 0, 0);
    let mut misses: Vec<String> = Vec::new();
    for seed in 0..LAYOUTS {
        let layout = layout(seed, false);
        let wanted = if layout.fields.values().any(|field| *field == "nama_koperasi") { keragaan() } else { recap() };
        let tables = find_tables(&layout.sheet, &wanted, &Hints::default());
        let Some(table) = tables.first() else {
            misses.push(format!("{seed}: no table"));
            continue;
        };
        let map: BTreeMap<u32, &str> =
            table.columns.iter().filter_map(|column| Some((column.column, column.isian.as_deref()?))).collect();
        for (column, isian) in &map {
            assert_eq!(layout.fields.get(column), Some(isian), "seed {seed}: a wrong column {}", map_of(table));
        }
        expected += layout.fields.len();
        found += map.len();
        typos += layout.typos;
        if map.len() == layout.fields.len() {
            whole += 1;
        } else {
            let missing: Vec<_> = layout
                .fields
                .iter()
                .filter(|(column, _)| !map.contains_key(column))
                .map(|(column, field)| {
                    let path = table.columns.iter().find(|c| c.column == *column).map(|c| c.path.clone());
                    format!("{field} {path:?}")
                })
                .collect();
            misses.push(format!("{seed}: missing {missing:?}, ambiguous {:?}", table.ambiguous));
        }
        let kinds = rows_of(table);
        if tables.len() == 1 && kinds == layout.kinds {
            rows_right += 1;
        } else {
            misses.push(format!(
                "{seed}: header {:?}, {} tables, rows\n  {kinds}\n  {}",
                table.header,
                tables.len(),
                layout.kinds
            ));
        }
    }
    let misses = misses.join("\n");
    assert!(typos > 300, "the slips are gone from the generator: {typos}");
    assert!(found * 1000 >= expected * 995, "{found} of {expected} columns found\n{misses}");
    assert!(whole * 100 >= LAYOUTS * 98, "only {whole} of {LAYOUTS} maps whole\n{misses}");
    assert!(rows_right * 100 >= LAYOUTS * 98, "only {rows_right} of {LAYOUTS} with every row right\n{misses}");
}

/// Slips anywhere, in first letters and in negations too: much may be missing, nothing wrong.
#[test]
fn harsh_slips_make_no_wrong_column() {
    for seed in 10_000..10_200 {
        let layout = layout(seed, true);
        for wanted in [keragaan(), recap()] {
            for table in find_tables(&layout.sheet, &wanted, &Hints::default()) {
                for column in table.columns.iter().filter(|column| column.isian.is_some()) {
                    let expected = layout.fields.get(&column.column).copied();
                    assert_eq!(expected, column.isian.as_deref(), "seed {seed}: {:?}", column.path);
                }
            }
        }
    }
}

proptest! {
    /// Any cells under any merges, wherever the profile says the headings are: never a panic.
    #[test]
    fn no_sheet_panics(
        cells in proptest::collection::vec((0u32..30, 0u32..12, 0usize..22), 0..120),
        merges in proptest::collection::vec((0u32..30, 0u32..12, 0u32..40, 0u32..16_384), 0..8),
        hint in proptest::option::of((0u32..40, 0u32..40)),
    ) {
        const TEXTS: [&str; 20] = [
            "No", "Nama Koperasi", "Anggota", "L", "P", "Jumlah", "Omset 2020", "Omset 2021", "(Rp Juta)", "Kecamatan", "Aktif", "Koperasi",
            "Modal Sendiri", "Total", "Sub Total", "I", "-", "Sumber: x", "Kecamatan Bugul", " ",
        ];
        let mut sheet = sheet_of(&[], None);
        let cells: BTreeMap<CellAddress, usize> = cells.into_iter().map(|(row, column, text)| (CellAddress::new(row, column), text)).collect();
        sheet.cells = crate::workbook::Cells::build(cells.into_iter().map(|(at, text)| {
            let value = match text {
                20 => Value::Number { value: rust_decimal::Decimal::from(at.row * 7), digits: 3 },
                21 => Value::NoResult,
                text => Value::Text(TEXTS[text]),
            };
            Cell { at, value, formula: Formula::None, style: NumberStyle::General }
        })).unwrap();
        sheet.merges = Some(merges.into_iter().map(|(row, column, last_row, last_column)| Merge {
            first: CellAddress::new(row, column),
            last: CellAddress::new(last_row, last_column),
        }).collect());
        let header_rows = hint.map(|(first, last)| crate::profile::HeaderRows { first, last });
        for wanted in [keragaan(), umkm()] {
            let tables = find_tables(&sheet, &wanted, &Hints { header_rows, ..Hints::default() });
            for table in &tables {
                let rows: Vec<u32> = table.rows.iter().map(|row| row.row).collect();
                prop_assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(table.score <= 1000);
            }
        }
    }
}
