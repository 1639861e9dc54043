//! One made-up office: its profile and its workbooks.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

/// How much an office has.
#[derive(Clone, Copy)]
pub struct Size {
    pub koperasi: usize,
    pub umkm: usize,
    /// The years of UMKM, the last 2021; koperasi have the last two.
    pub years: usize,
}

const LAST: i32 = 2021;
const PROFILE: &str = include_str!("../../samples/kota-pasuruan/iku.toml");
const DISTRICTS: [&str; 8] =
    ["Gadingrejo", "Purworejo", "Bugul Kidul", "Panggungrejo", "Sukorejo", "Wonosari", "Kepanjen", "Lawang"];
const TRADES: [&str; 6] = ["Perdagangan", "Kuliner", "Kerajinan", "Jasa", "Peternakan", "Konveksi"];
const FIRST: [&str; 10] = ["Siti", "Budi", "Wahyu", "Dewi", "Slamet", "Endang", "Agus", "Rina", "Joko", "Nur"];
const LAST_NAMES: [&str; 10] =
    ["Aminah", "Santoso", "Lestari", "Prasetyo", "Rahayu", "Hidayat", "Wulandari", "Setiawan", "Utami", "Kurniawan"];
const GOODS: [&str; 8] = ["Warung", "Toko", "Bengkel", "Katering", "Keripik", "Batik", "Mebel", "Laundry"];

/// `kantor-007`.
pub fn name(index: usize) -> String {
    format!("kantor-{index:03}")
}

/// Whole numbers that look random: SplitMix64.
struct Random(u64);

impl Random {
    fn range(&mut self, low: u64, high: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        low + (z ^ (z >> 31)) % (high - low + 1)
    }
}

/// Every file of an office: its path and its bytes.
pub fn files(index: usize, size: Size) -> Result<Vec<(String, Vec<u8>)>, XlsxError> {
    let kind = if index.is_multiple_of(4) { "Kota" } else { "Kabupaten" };
    let profile = PROFILE.replace("Kota Pasuruan", &format!("{kind} Contoh {index:03}"));
    let mut files = vec![("iku.toml".to_owned(), profile.into_bytes())];
    for year in LAST - 1..=LAST {
        files.push((format!("data/Laporan Keragaan Koperasi {year}.xlsx"), koperasi(index, size.koperasi, year)?));
    }
    for year in LAST + 1 - size.years as i32..=LAST {
        files.push((format!("data/Data UMKM {year}.xlsx"), umkm(index, size.umkm, year, false)?));
    }
    Ok(files)
}

/// Spoils what two of the offices have; the third is spoilt by [`doubtful_workbook`].
pub fn spoil(index: usize, offices: usize, name: &str, bytes: &mut Vec<u8>) {
    if index == offices / 4 && name == "iku.toml" {
        *bytes = String::from_utf8_lossy(bytes).replace("penanggung_jawab", "penangung_jawab").into_bytes();
    }
    if index == offices * 3 / 4 && name.ends_with("Koperasi 2021.xlsx") {
        bytes.truncate(bytes.len() / 2);
    }
}

/// The businesses of the last year, one turnover of them no number.
pub fn doubtful_workbook(index: usize, size: Size) -> Result<Vec<u8>, XlsxError> {
    umkm(index, size.umkm, LAST, true)
}

fn workbook(year: i32) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd((year + 1) as u16, 1, 12)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(workbook)
}

fn heads(sheet: &mut Worksheet, titles: [&str; 3], columns: &[&str]) -> Result<(), XlsxError> {
    for (row, title) in (0..).zip(titles) {
        sheet.write_string(row, 0, title)?;
    }
    for (column, head) in (0..).zip(columns) {
        sheet.write_string(4, column, *head)?;
    }
    Ok(())
}

fn umkm(index: usize, count: usize, year: i32, doubtful: bool) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = workbook(year)?;
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    let heading = format!("TAHUN {year}");
    heads(
        sheet,
        ["DATA USAHA MIKRO BINAAN", "DINAS KOPERASI DAN USAHA MIKRO", &heading],
        &[
            "No",
            "NIK",
            "Nama Pemilik",
            "Nama Usaha",
            "Jenis Usaha",
            "Alamat",
            "Kelurahan",
            "Kecamatan",
            "NIB",
            "Omset per Tahun (Rp)",
            "Aset (Rp)",
            "Tenaga Kerja",
        ],
    )?;
    for number in 0..count {
        // The same business in every year: only its turnover moves.
        let mut random = Random((index as u64) << 40 | number as u64);
        let row = 5 + number as u32;
        let (first, last) = (random.range(0, 9) as usize, random.range(0, 9) as usize);
        let (goods, district, trade) = (random.range(0, 7) as usize, random.range(0, 7) as usize, random.range(0, 5) as usize);
        sheet.write_number(row, 0, (number + 1) as f64)?;
        sheet.write_string(row, 1, nik(number))?;
        sheet.write_string(row, 2, format!("{} {}", FIRST[first], LAST_NAMES[last]))?;
        sheet.write_string(row, 3, format!("{} {} {}", GOODS[goods], LAST_NAMES[(last + first) % 10], number + 1))?;
        sheet.write_string(row, 4, TRADES[trade])?;
        sheet.write_string(row, 5, format!("Jl. {} No. {}", LAST_NAMES[first], random.range(1, 200)))?;
        sheet.write_string(row, 6, format!("{} Lor", DISTRICTS[district]))?;
        sheet.write_string(row, 7, DISTRICTS[district])?;
        sheet.write_string(row, 8, format!("9{:012}", number * 7 + 13))?;
        let base = random.range(10, 2500) * 100_000;
        let mut moves = Random((index as u64) << 40 | (number as u64) << 12 | year as u64);
        let omset = base / 100 * moves.range(85, 130);
        if doubtful && number == count / 2 {
            sheet.write_string(row, 9, "±3jt")?;
        } else {
            sheet.write_number(row, 9, omset as f64)?;
        }
        sheet.write_number(row, 10, (base * 3) as f64)?;
        sheet.write_number(row, 11, random.range(1, 4) as f64)?;
    }
    workbook.save_to_buffer()
}

/// Sixteen digits that belong to nobody.
fn nik(number: usize) -> String {
    let (day, month, rest) = (number % 28 + 1, number / 28 % 12 + 1, number / 336);
    format!("997501{day:02}{month:02}{:02}{:04}", rest / 9000 % 100, rest % 9000 + 1)
}

fn koperasi(index: usize, count: usize, year: i32) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = workbook(year)?;
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    let heading = format!("PERIODE 31 DESEMBER {year}");
    heads(
        sheet,
        ["REKAPITULASI DATA KERAGAAN KOPERASI", "DINAS KOPERASI DAN USAHA MIKRO", &heading],
        &[
            "No",
            "Nama Koperasi",
            "Nomor Badan Hukum",
            "Kelurahan",
            "Kecamatan",
            "Jumlah Anggota",
            "Modal Sendiri (Rp)",
            "Modal Luar (Rp)",
            "Volume Usaha (Rp)",
            "SHU (Rp)",
            "Aset (Rp)",
        ],
    )?;
    for number in 0..count {
        let mut random = Random((index as u64) << 40 | 1 << 39 | number as u64);
        let row = 5 + number as u32;
        let (kind, district) = (random.range(0, 7) as usize, random.range(0, 7) as usize);
        sheet.write_number(row, 0, (number + 1) as f64)?;
        sheet.write_string(row, 1, format!("Koperasi {} {} {}", TRADES[kind % 6], LAST_NAMES[kind], number + 1))?;
        sheet.write_string(row, 2, format!("{}/BH/KWK.13/{}", number + 101, 1990 + random.range(0, 25)))?;
        sheet.write_string(row, 3, format!("{} Lor", DISTRICTS[district]))?;
        sheet.write_string(row, 4, DISTRICTS[district])?;
        let own = random.range(100, 9000) * 100_000;
        let mut moves = Random((index as u64) << 40 | 1 << 38 | (number as u64) << 12 | year as u64);
        let own = own / 100 * moves.range(95, 115);
        let borrowed = own / 10 * moves.range(1, 8);
        sheet.write_number(row, 5, random.range(20, 400) as f64)?;
        sheet.write_number(row, 6, own as f64)?;
        sheet.write_number(row, 7, borrowed as f64)?;
        sheet.write_number(row, 8, (own / 10 * moves.range(8, 25)) as f64)?;
        sheet.write_number(row, 9, (own / 100 * moves.range(1, 12)) as f64)?;
        sheet.write_number(row, 10, (own + borrowed) as f64)?;
    }
    workbook.save_to_buffer()
}
