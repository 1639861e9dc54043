//! Sheets and wanted fields for the tests of layouts, built in memory.

use super::*;
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Cells, Formula, Hidden, Merge, NumberStyle, Sheet, Value, Visibility};
use rust_decimal::Decimal;

pub(crate) fn want(isian: &str, expect: Expect, aliases: &[&str]) -> Wanted {
    Wanted {
        isian: isian.into(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        expect,
        declared: false,
        is_name: false,
        is_key: false,
    }
}

/// The fields of a Laporan Keragaan, by the headings that offices give them.
pub(crate) fn keragaan() -> Vec<Wanted> {
    use Expect::*;
    let mut wanted = vec![
        want("nama_koperasi", Text, &["nama koperasi", "nmkop", "koperasi"]),
        want("nik_koperasi", Text, &["nik", "nik koperasi", "nikop", "no induk koperasi"]),
        want("nomor_bh", Text, &["nobh", "no badan hukum", "nomor badan hukum", "badan hukum", "no bh"]),
        want("tanggal_bh", Date, &["tglbh", "tanggal badan hukum", "tgl bh"]),
        want("kelurahan", Text, &["desa", "kel/desa", "desa/kelurahan", "kelurahan"]),
        want("kecamatan", Text, &["kecamatan", "kec"]),
        want("koperasi", Number, &["jumlah koperasi", "koperasi / jumlah"]),
        want("aktif", Mark, &["aktif", "akt", "koperasi aktif", "koperasi / aktif"]),
        want("tidak_aktif", Mark, &["tdkaktif", "tidak aktif", "pasif", "non aktif", "nonakt", "koperasi / tidak aktif"]),
        want("anggota_l", Number, &["ang_laki", "anggota pria", "anggota laki-laki", "anggota l", "l"]),
        want("anggota_p", Number, &["ang_wanita", "anggota wanita", "anggota perempuan", "anggota p", "p"]),
        want("anggota", Number, &["anggt", "anggota", "jml", "anggota / jumlah"]),
        want("rat", Mark, &["rat", "rat unit"]),
        want("tanggal_rat", Date, &["tglrat", "tanggal rat", "tanggal rat tahun buku"]),
        want("manajer", Number, &["mngr", "manajer", "manager"]),
        want("karyawan", Number, &["krywn", "karyawan"]),
        want("modal_sendiri", Money, &["modalsendiri", "modal sendiri", "ekuitas"]),
        want("modal_luar", Money, &["modalluar", "modal luar", "modal pinjaman", "kewajiban"]),
        want("aset", Money, &["asset", "aset", "total aset", "aktiva"]),
        want("volume_usaha", Money, &["volusaha", "volume usaha", "vol usaha", "vol. ush", "valume usaha", "omset", "omzet"]),
        want("shu", Money, &["shu", "sisa hasil usaha", "selisih hasil usaha", "snu"]),
    ];
    wanted[0].is_name = true;
    wanted[2].is_key = true;
    wanted
}

/// The fields of a recap by kecamatan.
pub(crate) fn recap() -> Vec<Wanted> {
    let mut wanted = keragaan();
    wanted[0].is_name = false;
    wanted[2].is_key = false;
    wanted[5].is_name = true;
    wanted[5].is_key = true;
    wanted
}

/// The fields of a Data UMKM.
pub(crate) fn umkm() -> Vec<Wanted> {
    use Expect::*;
    let mut wanted = vec![
        want("nik", Text, &["nik", "nik pengusaha", "no ktp"]),
        want("nib", Text, &["nib", "nib/oss"]),
        want("nama_pemilik", Text, &["nama pemilik", "nama pengusaha", "pemilik"]),
        want("nama_usaha", Text, &["nama usaha", "nama umkm", "usaha"]),
        want("jenis_usaha", Text, &["jenis usaha", "bidang usaha", "kegiatan utama", "sektor"]),
        want("kecamatan", Text, &["kecamatan", "kec"]),
        want("kelurahan", Text, &["kelurahan", "desa", "kel/desa"]),
        want("alamat", Text, &["alamat"]),
        want("skala_usaha", Text, &["skala", "skala usaha", "kategori"]),
        want("omset", Money, &["omset", "omzet", "omzet per tahun", "omzet tahunan", "jumlah omset", "hasil penjualan"]),
        want("aset", Money, &["aset", "asset"]),
        want("modal", Money, &["modal"]),
        want("tenaga_kerja", Number, &["tenaga kerja", "jumlah karyawan", "tk"]),
    ];
    wanted[0].is_key = true;
    wanted[3].is_name = true;
    wanted
}

/// A sheet from texts: blank cells are absent, bare integers and decimals are
/// numbers, a leading `'` makes a text of them. `merges` like `B3:D3`.
pub(crate) fn sheet(rows: &[&[&str]], merges: Option<&[&str]>) -> Sheet {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect();
    sheet_of(&rows, merges.map(|merges| merges.iter().map(|merge| (*merge).to_owned()).collect()))
}

pub(crate) fn sheet_of(rows: &[Vec<String>], merges: Option<Vec<String>>) -> Sheet {
    let mut cells = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        for (column, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let value = match text.strip_prefix('\'') {
                Some(text) => Value::Text(text),
                None => match text.parse::<Decimal>() {
                    Ok(value) => Value::Number { value, digits: 10 },
                    Err(_) => Value::Text(text),
                },
            };
            let at = CellAddress::new(row as u32, column as u32);
            cells.push(Cell { at, value, formula: Formula::None, style: NumberStyle::General });
        }
    }
    let merges = merges.map(|merges| merges.iter().map(|merge| region(merge)).collect());
    Sheet {
        berkas: "data/uji.xlsx".into(),
        name: Some("Sheet1".into()),
        visibility: Visibility::Visible,
        cells: Cells::build(cells).unwrap(),
        merges,
        hidden_rows: Hidden::Known(Vec::new()),
        hidden_columns: Hidden::Known(Vec::new()),
        struck: Vec::new(),
        comments: Vec::new(),
        around: Vec::new(),
        veiled: Vec::new(),
        total_rows: Vec::new(),
        shared_formulas: Vec::new(),
        array_formulas: Vec::new(),
        short_records: Vec::new(),
        is_text_only: false,
    }
}

fn region(text: &str) -> Merge {
    let (first, last) = text.split_once(':').unwrap();
    Merge { first: CellAddress::parse(first).unwrap(), last: CellAddress::parse(last).unwrap() }
}

/// `field@column letters` of every recognised column, in order; `~` marks a near match.
pub(crate) fn map_of(table: &TableLayout) -> String {
    let found = table.columns.iter().filter_map(|column| {
        let isian = column.isian.as_ref()?;
        let near = if column.matched == Match::Exact { "" } else { "~" };
        Some(format!("{near}{isian}@{}", CellAddress::column_letters(column.column)))
    });
    found.collect::<Vec<_>>().join(" ")
}

/// `row number:kind` of every row, in order, by Excel's row numbers.
pub(crate) fn rows_of(table: &TableLayout) -> String {
    let kinds = table.rows.iter().map(|row| {
        let kind = match row.kind {
            RowKind::Data => "data".to_owned(),
            RowKind::ColumnNumbers => "numbers".to_owned(),
            RowKind::GroupLabel(label) => format!("group({label})"),
            RowKind::Subtotal { label, first } => format!("sub({label},{})", first + 1),
            RowKind::SumOver { label, last } => format!("sum over({label},{})", last + 1),
            RowKind::Total { label } => format!("total({label})"),
            RowKind::RepeatedHeading => "repeat".to_owned(),
            RowKind::Example => "example".to_owned(),
            RowKind::Blank => "blank".to_owned(),
            RowKind::Footer => "foot".to_owned(),
            RowKind::DataOrTotal { label, .. } => format!("either({label})"),
            RowKind::Nameless => "nameless".to_owned(),
            RowKind::DataBelowEnd => "below".to_owned(),
            RowKind::DataUnlessSum { label, .. } => format!("data unless sum {label}"),
            RowKind::Part { label, .. } => format!("part {label}"),
            RowKind::Unsplit(text) => format!("unsplit {text}"),
        };
        format!("{}:{kind}", row.row + 1)
    });
    kinds.collect::<Vec<_>>().join(" ")
}
