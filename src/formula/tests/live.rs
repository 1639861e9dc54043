//! The texts of live formulas; that they come to the same figures, the oracle says.

use crate::formula::Evaluator;
use crate::formula::excel::{CellResult, ColumnRef, HelperColumn, Piece, Workbook};
use crate::formula::sample::{d, formula, measures, umkm};
use crate::vocabulary::Year;

fn live(lines: &[&str], indicator: &str) -> (String, CellResult) {
    let (data, given) = (umkm(), measures(lines));
    let evaluator = Evaluator::new(&data, &given);
    let cell = Workbook::new(&evaluator).indicator("1.1", &formula(indicator), Year(2021));
    assert_eq!(cell.name, "iku_1_1_2021");
    (cell.formula.unwrap_or_default(), cell.result)
}

pub(super) fn row_text(column: &HelperColumn, all: &[HelperColumn]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Position | Piece::At(_) => "{di}".into(),
        Piece::Was(_) => "{semula}".into(),
        Piece::Rank(_) => "{nomor}".into(),
        Piece::In(_) => "{baris}".into(),
        Piece::Cell(ColumnRef::Entity) => "{no}".into(),
        Piece::Cell(ColumnRef::Field(isian)) => format!("{{{isian}}}"),
        Piece::Cell(ColumnRef::Helper(index)) => format!("{{{}}}", all[*index].heading),
    };
    column.formula.as_ref().map(|pieces| pieces.iter().map(piece).collect()).unwrap_or_else(|| "tetap".into())
}

#[test]
fn growth_is_guarded_as_one_would_write_it() {
    let (text, result) = live(&["v = |2021: 123; 2020: 101"], "(v[n] - v[n-1]) / v[n-1] * 100");
    assert_eq!(text, "IF(COUNT(v_2021,v_2020)<2,\"n/a\",IF(v_2020<=0,\"tidak dapat dihitung\",(v_2021-v_2020)/v_2020*100))");
    assert_eq!(result, CellResult::Number(d("21.78217821782178217821782178")));
    let (_, undefined) = live(&["v = |2021: 1; 2020: -1"], "(v[n] - v[n-1]) / v[n-1] * 100");
    assert_eq!(undefined, CellResult::Text("tidak dapat dihitung".into()));
    assert_eq!(live(&["v = |2021: 1"], "v[n-1]"), ("IF(COUNT(v_2020)<1,\"n/a\",v_2020)".into(), CellResult::Text("n/a".into())));
}

#[test]
fn a_growth_in_a_branch_is_guarded_there_and_once() {
    let of = |text: &str| live(&["v = |2021: 123; 2020: 101", "d = v[n-1]", "s = v - d"], text).0;
    assert_eq!(
        of("(v[n] - v[n-1]) / IF(v[n-1] <> 0, v[n-1], 1)"),
        "IF(COUNT(v_2021,v_2020)<2,\"n/a\",IF(IF(v_2020<>0,COUNT(v_2020)<1,FALSE),IF(OR(NOT(ISNUMBER(v_2020)),NOT(ISNUMBER(v_2021))),\"n/a\",\"tidak dapat dihitung\"),\
         IF(IF(v_2020<>0,v_2020,1)=0,\"tidak dapat dihitung\",\
         IF(IF(COUNT(v_2020)<1,FALSE,IF(v_2020<>0,IF(COUNT(v_2020)<1,FALSE,v_2020<0),FALSE)),IF(OR(NOT(ISNUMBER(v_2020)),NOT(ISNUMBER(v_2021))),\"n/a\",\"tidak dapat dihitung\"),\
         (v_2021-v_2020)/IF(v_2020<>0,v_2020,1)))))"
    );
    let guarded = of("IF(v[n-1] = 0, 0, (v[n] - v[n-1]) / v[n-1]) * 100");
    assert_eq!(guarded.matches("v_2020<").count(), 1, "{guarded}");
    assert!(of("s / d * 100").contains("v_2020<0"));
}

#[test]
fn parentheses_stand_where_excel_needs_them() {
    let of = |text: &str| live(&["a = |2021: 8", "b = |2021: 4"], text).0;
    assert_eq!(of("a - (b - 1)"), "IF(COUNT(a_2021,b_2021)<2,\"n/a\",a_2021-(b_2021-1))");
    assert_eq!(of("a / (b / 2)"), "IF(COUNT(a_2021,b_2021)<2,\"n/a\",IF(b_2021/2=0,\"tidak dapat dihitung\",a_2021/(b_2021/2)))");
    // Nobody asks whether a hundred is nil.
    assert_eq!(of("a / 100"), "IF(COUNT(a_2021)<1,\"n/a\",a_2021/100)");
    assert!(of("-a * -(b + 1)").ends_with("(-a_2021)*(-(b_2021+1)))"));
    assert_eq!(
        of("IF(a > b, a / b, 0)"),
        "IF(COUNT(a_2021,b_2021)<2,\"n/a\",IF(a_2021>b_2021,IF(COUNT(a_2021,b_2021)<2,\"n/a\",IF(b_2021=0,\"tidak dapat dihitung\",a_2021/b_2021)),0))"
    );
}

/// A value that may be typed where there is none makes its figures; one of the data's missing years does not.
#[test]
fn figures_of_values_from_outside_follow_what_is_typed() {
    let of = |text: &str| live(&["v = |2021: 1", "d = SUM(umkm.omset)", "w = SUM(umkm.omset) | 2021: 7"], text);
    let undefined = |text: &str| (text.to_owned(), CellResult::Text("n/a".into()));
    assert_eq!(of("v[n-1] / 2"), undefined("IF(COUNT(v_2020)<1,\"n/a\",v_2020/2)"));
    assert_eq!(of("v[n-1] / SUM(umkm.omset)").1, CellResult::Text("n/a".into()));
    assert!(of("v[n-1] / SUM(umkm.omset)").0.starts_with("IF(COUNT(v_2020)<1,IF(NOT(ISNUMBER(v_2020)),\"n/a\","));
    assert_eq!(of("d[n-3]"), undefined(""));
    assert_eq!(of("w + d").0.matches("w_2021=\"n/a\"").count(), 1);
}

#[test]
fn which_of_data_and_a_value_from_outside_stands_is_alive() {
    let data = umkm();
    let mut given = measures(&[
        "a = SUM(umkm.omset) | 2021: 7",
        "b = SUM(umkm.omset) / COUNT(umkm) | 2021: 7",
        "c = SUM(umkm.omset) | 2015: 7",
    ]);
    given.get_mut("a").unwrap().utamakan_tetapan = true;
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    let mut formula = |name, tahun| workbook.measure(name, Year(tahun)).cell.formula.unwrap();
    assert_eq!(formula("a", 2021), "IF(ISNUMBER(a_2021_tetapan),a_2021_tetapan,a_2021_data)");
    assert_eq!(
        formula("b", 2021),
        "IF(ISNUMBER(b_2021_data),b_2021_data,IF(AND(ISNUMBER(IF(COUNT(umkm_2021[Omset])=0,\"tidak dapat dihitung\",SUM(umkm_2021[Omset]))),\
         ISNUMBER(ROWS(umkm_2021[Nomor Entitas]))),b_2021_data,IF(ISNUMBER(b_2021_tetapan),b_2021_tetapan,b_2021_data)))"
    );
    assert_eq!(formula("c", 2015), "IF(ISNUMBER(c_2015_tetapan),c_2015_tetapan,\"n/a\")");
}

#[test]
fn joined_years_get_helper_columns() {
    let (data, given) = (
        umkm(),
        measures(&["naik = COUNT(umkm WHERE omset[n] > omset[n-1])", "jumlah = SUM(umkm.omset WHERE omset[n] > omset[n-1])"]),
    );
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    let cell = workbook.measure("naik", Year(2021)).cell;
    assert_eq!((cell.name.as_str(), cell.formula.as_deref()), ("naik_2021", Some("COUNTIFS(umkm_2021[Naik],1)")));
    assert_eq!(cell.result, CellResult::Number(d("2")));
    let sum = workbook.measure("jumlah", Year(2021)).cell;
    assert_eq!(
        sum.formula.as_deref(),
        Some(
            "IF(AND(COUNTIFS(umkm_2021[Naik],1)>0,COUNT(umkm_2021[Omset Dihitung])=0),\"tidak dapat dihitung\",SUM(umkm_2021[Omset Dihitung]))"
        )
    );
    let indicator = workbook.indicator("1.1", &formula("naik[n] - naik[n-1]"), Year(2021));
    assert_eq!(indicator.result, CellResult::Text("n/a".into()));
    workbook.indicator("1.2", &formula("naik[n] + jumlah[n]"), Year(2021));
    assert_eq!(workbook.operands().len(), 0);
    let columns = workbook.columns();
    assert!(columns[&("umkm".to_owned(), Year(2020))].contains("omset"));
    let made = workbook.finish();
    let helpers = &made[&("umkm".to_owned(), Year(2021))];
    let texts: Vec<(String, String)> = helpers.iter().map(|column| (column.heading.clone(), row_text(column, helpers))).collect();
    let expected = [
        (
            "Baris 2020",
            "IF({no}=0,0,IF(IFERROR(INDEX(umkm_2020[Nomor Entitas],{di})={no},FALSE),{di},\
             IF({no}>umkm_2020_nomor_terbesar,0,IFERROR(MATCH({no},umkm_2020[Nomor Entitas],0),0))))",
        ),
        (
            "Omset 2020",
            "IF({Baris 2020}=0,\"\",IF(INDEX(umkm_2020[Omset],{Baris 2020})=\"\",\"\",INDEX(umkm_2020[Omset],{Baris 2020})))",
        ),
        ("Naik", "IF(IF(COUNT({omset},{Omset 2020})<2,FALSE,{omset}>{Omset 2020}),1,0)"),
        ("Omset Dihitung", "IF({Naik}=1,IF({omset}=\"\",\"\",{omset}),\"\")"),
    ];
    assert_eq!(texts, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
    assert_eq!(helpers[1].results[0], CellResult::Number(d("900")));
    assert_eq!(helpers[1].results[4], CellResult::Text(String::new()));
    assert!(helpers.iter().all(|column| column.results.len() == 7));
}

#[test]
fn what_is_masked_is_not_compared_on_the_sheet() {
    let (data, given) =
        (umkm(), measures(&["orang = COUNT_DISTINCT(umkm.nik)", "satu = COUNT(umkm WHERE nik = \"3575012345670001\")"]));
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    assert_eq!(workbook.measure("orang", Year(2021)).cell.result, CellResult::Number(d("5")));
    assert_eq!(workbook.measure("satu", Year(2021)).cell.result, CellResult::Number(d("2")));
    let made = workbook.finish();
    let all = format!("{:?}", made.values().flatten().map(|column| (&column.formula, &column.results)).collect::<Vec<_>>());
    assert!(!all.contains("35750123"), "{all}");
    assert_eq!(made.values().flatten().filter(|column| column.formula.is_none()).count(), 2);
}

/// Where doubles, or a search for a text, would err, that row's own result stands as long as its cells are as they were read; all
/// else follows its cells.
#[test]
fn a_row_that_excel_would_decide_otherwise_stands_alone() {
    use crate::dataset::Jenis;
    use crate::formula::sample::{dataset, table};
    let columns = [("v", Jenis::Uang), ("pemilik", Jenis::Teks)];
    let before: &[(u32, &[&str])] = &[(1, &["1000", "a"]), (2, &["5", "b"]), (3, &["1", "c"])];
    let now: &[(u32, &[&str])] = &[(1, &["1000.1", "Jos\u{e9}"]), (2, &["30", "KOP. 1"]), (3, &["1", "kop 1"])];
    let data = dataset(vec![table("kop", 2020, &columns, before), table("kop", 2021, &columns, now)]);
    let given = measures(&["naik = COUNT(kop WHERE v - v[n-1] > 0.1)", "orang = COUNT_DISTINCT(kop.pemilik)"]);
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    assert_eq!(workbook.measure("naik", Year(2021)).cell.result, CellResult::Number(d("1")));
    assert_eq!(workbook.measure("orang", Year(2021)).cell.result, CellResult::Number(d("2")));
    assert!(workbook.decided().is_empty());
    let made = workbook.finish();
    let helpers = &made[&("kop".to_owned(), Year(2021))];
    let alone = |column: &HelperColumn| -> Vec<u32> {
        let of = column.formula.iter().flatten().filter_map(|piece| if let Piece::In(rows) = piece { Some(rows) } else { None });
        of.flat_map(|rows| rows.keys().copied()).collect()
    };
    let chosen = helpers.iter().find(|column| column.heading == "Naik").unwrap();
    assert!(row_text(chosen, helpers).starts_with("{baris}IF("), "{}", row_text(chosen, helpers));
    assert_eq!(alone(chosen), [0, 0]);
    let key = helpers.iter().find(|column| row_text(column, helpers).contains("LOWER(TRIM({pemilik}))")).unwrap();
    // One of a name beyond ASCII, and of two spellings of one the second.
    let results: Vec<&CellResult> = key.results.iter().collect();
    assert_eq!(results[1], results[2]);
    assert_ne!(results[0], results[1]);
    assert_eq!(alone(key).len(), 6);
}

#[test]
fn a_table_that_is_looked_into_says_its_largest_number() {
    let (data, given) = (umkm(), measures(&["naik = COUNT(umkm WHERE omset > omset[n-1])", "semua = COUNT(umkm)"]));
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    workbook.measure("semua", Year(2021));
    assert_eq!(workbook.sought(), Vec::new());
    workbook.measure("naik", Year(2021));
    let [sought] = &workbook.sought()[..] else { panic!("{:?}", workbook.sought()) };
    let largest = data.table("umkm", Year(2020)).unwrap().rows.iter().map(|row| row.entitas).max().unwrap();
    assert_eq!((sought.name.as_str(), sought.largest), ("umkm_2020_nomor_terbesar", largest));
    assert_eq!(sought.formula, "MAX(umkm_2020[Nomor Entitas])");
}

#[test]
fn fields_that_are_called_alike_have_headings_apart() {
    use super::super::excel::field_heading;
    use crate::dataset::Jenis;
    use crate::formula::sample::table;
    let columns = ["nama", "nama_2", "omset__2020", "omset_2020", "omset_2020_ke_2"].map(|isian| (isian, Jenis::Teks));
    let made = table("umkm", 2021, &columns, &[(1, &["a", "b", "c", "d", "e"])]);
    let headings = columns.map(|(isian, _)| field_heading(Some(&made), isian));
    assert_eq!(headings, ["Nama 3", "Nama 2", "Omset 2020", "Omset 2020 ke 3", "Omset 2020 Ke 2"]);
}

#[test]
fn a_condition_that_names_a_person_stands_as_its_result() {
    let data = umkm();
    let made = |condition: &str| {
        let given = measures(&[&format!("satu = COUNT(umkm WHERE {condition})")]);
        let evaluator = Evaluator::new(&data, &given);
        let mut workbook = Workbook::new(&evaluator);
        workbook.measure("satu", Year(2021));
        let made = workbook.finish();
        made.values().flatten().filter(|column| column.formula.is_some()).count()
    };
    assert_eq!(made("kecamatan = \"Toko 0812-3456-7801\""), 0);
    assert_eq!(made("kecamatan IN (\"A\", \"Siti 3575012345670001\")"), 0);
    assert!(made("kecamatan = \"Toko Jaya\"") > 0);
}

#[test]
fn an_offices_own_field_may_be_called_like_a_helper() {
    use crate::dataset::Jenis;
    use crate::formula::sample::{dataset, table};
    let columns = [("omset", Jenis::Uang), ("omset_2020", Jenis::Uang), ("no", Jenis::Angka)];
    let rows: &[(u32, &[&str])] = &[(1, &["5", "4", "1"])];
    let data = dataset(vec![table("umkm", 2020, &columns, rows), table("umkm", 2021, &columns, rows)]);
    let given = measures(&["m = COUNT(umkm WHERE omset >= omset[n-1] AND omset_2020 > 1 AND no = 1)"]);
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    workbook.measure("m", Year(2021));
    let made = workbook.finish();
    let names: Vec<&str> = made[&("umkm".to_owned(), Year(2021))].iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(names, ["Baris 2020", "Omset Entitas Sama 2020", "M"]);
}

#[test]
fn a_helper_is_called_for_what_it_decides_and_never_by_a_number() {
    use crate::dataset::Jenis;
    use crate::formula::sample::{dataset, table};
    let columns = [("aktif", Jenis::Tanda), ("omset", Jenis::Uang), ("nik", Jenis::Teks)];
    let rows: &[(u32, &[&str])] = &[(1, &["ya", "4", "x"])];
    let data = dataset(vec![table("umkm", 2020, &columns, rows), table("umkm", 2021, &columns, rows)]);
    let given = measures(&[
        "aktif = COUNT(umkm WHERE aktif)",
        "kini = SUM(umkm.omset WHERE aktif)",
        "dulu = SUM(umkm.omset[n-1] WHERE aktif)",
        "beda = COUNT_DISTINCT(umkm.nik) + COUNT_DISTINCT(umkm.nik WHERE omset > 1)",
    ]);
    let evaluator = Evaluator::new(&data, &given);
    let mut workbook = Workbook::new(&evaluator);
    for name in ["aktif", "kini", "dulu", "beda"] {
        workbook.measure(name, Year(2021));
    }
    let made = workbook.finish();
    let names: Vec<&str> = made[&("umkm".to_owned(), Year(2021))].iter().map(|column| column.heading.as_str()).collect();
    assert!(
        names.contains(&"Aktif Ya") && names.contains(&"Omset Dihitung") && names.contains(&"Omset 2020 Dihitung"),
        "{names:?}"
    );
    assert!(names.contains(&"NIK Pertama") && names.contains(&"NIK Pertama Bila Omset Di Atas 1"), "{names:?}");
    assert!(names.iter().all(|name| !name.ends_with(" 2") && !name.contains(" ke ")), "{names:?}");
}
