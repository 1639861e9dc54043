//! Ordinary offices without any hazard: letterheads, titles, sections, notes,
//! names and signatures from lists that the lexicon was not made from. None may
//! give another figure; at most one in a hundred may be refused.

use crate::dataset::fixture::{Office, Outcome, many};
use crate::profile::Dictionary;
use crate::vocabulary::Year;
use crate::workbook::dice::Dice;
use rust_decimal::Decimal;

const KOP: [&str; 5] = [
    "PEMERINTAH KABUPATEN MAGETAN",
    "DINAS PERINDUSTRIAN, PERDAGANGAN, KOPERASI DAN UMKM",
    "Jl. Pahlawan No. 31 Telp. (0351) 895043 Kode Pos 63316",
    "Website: diskop.magetan.go.id  Email: diskop@magetan.go.id",
    "BIDANG PEMBERDAYAAN KOPERASI",
];
const TITLES: [&str; 10] = [
    "REKAPITULASI PERKEMBANGAN USAHA KOPERASI PRIMER",
    "DATA KERAGAAN KOPERASI SE-KABUPATEN",
    "HASIL PENDATAAN LAPANGAN KOPERASI",
    "PROFIL KOPERASI BERBADAN HUKUM",
    "DAFTAR KOPERASI YANG TELAH MELAPOR",
    "KONDISI USAHA KOPERASI AKTIF",
    "BAHAN RAPAT KOORDINASI BIDANG KELEMBAGAAN",
    "Lampiran III Surat Sekretaris Daerah",
    "HASIL MONITORING DAN EVALUASI",
    "TABEL 12. KINERJA KOPERASI",
];
const NOTES: [&str; 13] = [
    "Koperasi yang belum menyampaikan laporan mohon segera menghubungi bidang",
    "*) diolah dari laporan bulanan",
    "Keterangan : data diambil dari aplikasi ODS",
    "Data di atas sudah diverifikasi petugas lapangan",
    "Ket: BH = Badan Hukum",
    "1) termasuk unit simpan pinjam",
    "Sumber data: hasil pendataan tahun berjalan",
    "Angka dibulatkan",
    "Terima kasih atas kerja samanya",
    "Demikian laporan ini dibuat untuk dipergunakan seperlunya",
    "Cat. : volume usaha sudah termasuk pendapatan jasa",
    "Tembusan disampaikan kepada Yth. Inspektur",
    "- Data per akhir tahun",
];
const SIGNATURES: [&[&str]; 8] = [
    &[
        "Magetan, 14 Januari 2022",
        "KEPALA DINAS PERINDUSTRIAN",
        "KABUPATEN MAGETAN",
        "",
        "SUPRAPTO, S.H., M.M.",
        "Pembina Tingkat I",
        "NIP. 19680712 199503 1 003",
    ],
    &["Salatiga,      Januari 2022", "Plt. Kepala Bidang Koperasi", "", "Dra. HENI MULYANI", "NIP 196905121994032006"],
    &["Mengetahui,", "Kepala Seksi Kelembagaan", "", "ttd", "", "Rina Wati, S.E."],
    &["a.n. Kepala Dinas", "Sekretaris", "", "", "DJOKO SUSILO"],
    &["Dibuat oleh", "Pengelola Data", "", "ANDI PRATAMA, A.Md."],
    &["Petugas Pendata,", "", "", "Lilis Suryani"],
    &["Magetan, 31 Desember 2021", "Penyusun Laporan,", "", "SRI HARTINI, S.Kom."],
    &["Kasubbag Perencanaan", "", "Bambang W."],
];
const KOPERASI: [&str; 24] = [
    "Koperasi Sido Luhur",
    "KPRI Guyub Rukun",
    "KUD Dewi Sri",
    "Primkoppol Resor",
    "Koperasi Wanita Srikandi",
    "KSP Bina Artha",
    "Kopkar Semen",
    "Koppontren Al Hikmah",
    "KJKS Amanah Umat",
    "Koperasi Pasar Legi",
    "Puskop Jaya",
    "Koperasi Susu Andini",
    "Koperasi Total Karya",
    "KSU Maksimal",
    "Koperasi Sumber Waras",
    "Kopti Kota Lama",
    "Koperasi Desa Makmur",
    "Koperasi TKBM",
    "Inkoveri",
    "Koperasi Nelayan Mina",
    "Primkopti",
    "Koperasi Kelompok Tani Subur",
    "KUB Melati",
    "Kopsa Tebu",
];
const USAHA: [&str; 24] = [
    "Lapak Mbok Darmi",
    "Maju Mundur Cantik",
    "Sanggar Sekar Arum",
    "Omah Rajut",
    "Dapur Ummi",
    "Kelompok Tani Sri Rejeki",
    "Jumlahku Snack",
    "Kota Lama Kopi",
    "Sambel Bu Rudy",
    "Sumber Madu",
    "Kripik Maksimal",
    "Batik Tulis Ciprat",
    "Ayam Goreng 99",
    "Es Dawet Ayu",
    "Cuci Motor 24 Jam",
    "Salon Cinta",
    "Gudeg Yu Djum",
    "Bakpia 25",
    "UD Tahan Banting",
    "Warung Mbah Jum",
    "Las Karbit Pak Min",
    "Toko Serba 35 Ribu",
    "Rata Kayu Furniture",
    "Halaman Rumah Cafe",
];
const PLACES: [&str; 8] = ["Ngariboyo", "Karangrejo", "Sukomoro", "Plaosan", "Bendo", "Maospati", "Takeran", "Lembeyan"];
const KINDS: [&str; 6] = [
    "KOPERASI SIMPAN PINJAM",
    "KOPERASI KONSUMEN",
    "KOPERASI PRODUSEN",
    "KOPERASI JASA",
    "KOPERASI FUNGSIONAL",
    "KOPERASI WANITA",
];
const OWN: [&str; 6] = [
    "Binaan Bu Sri",
    "Binaan Pak Joko",
    "Klaster Sentra Gerabah",
    "Klaster Sentra Anyaman",
    "Paguyuban Mawar",
    "Paguyuban Kenanga",
];
const REMARKS: [&str; 6] = ["", "aktif", "pindah alamat", "sudah RAT", "ketua baru", "tutup sementara Maret"];

/// A sheet as it grows: rows of texts.
struct Page {
    width: usize,
    rows: Vec<Vec<String>>,
}

impl Page {
    fn blank(&mut self) -> &mut Vec<String> {
        self.rows.push(vec![String::new(); self.width + 3]);
        self.rows.last_mut().unwrap()
    }

    fn line(&mut self, column: usize, text: &str) {
        text.clone_into(&mut self.blank()[column]);
    }

    fn text(&self) -> String {
        self.rows.iter().map(|row| format!("{}\n", row.join(";"))).collect()
    }
}

/// Some of the words, each once.
fn some<'a>(dice: &mut Dice, words: &[&'a str], count: usize) -> Vec<&'a str> {
    let mut left = words.to_vec();
    (0..count).map(|_| left.remove(dice.roll(left.len()))).collect()
}

fn dotted(value: i64) -> String {
    let digits = value.to_string();
    let count = digits.len();
    let group =
        |(index, c): (usize, char)| if index > 0 && (count - index).is_multiple_of(3) { format!(".{c}") } else { c.to_string() };
    digits.chars().enumerate().map(group).collect()
}

/// An office's sheet, its sum and how many it lists.
fn office(seed: u64) -> (bool, bool, String, i64, usize) {
    let dice = &mut Dice(seed);
    let is_umkm = dice.chance(40);
    let numbered = dice.chance(75);
    let (has_bh, has_place, has_remark) = (!is_umkm && dice.chance(80), dice.chance(75), dice.chance(50));
    let mut head: Vec<&str> = Vec::new();
    head.extend(numbered.then(|| dice.pick(&["No", "No.", "NO"])));
    head.push(if is_umkm { dice.pick(&["Nama Usaha", "NAMA USAHA"]) } else { dice.pick(&["Nama Koperasi", "NAMA KOPERASI"]) });
    head.extend(has_bh.then(|| dice.pick(&["Nomor Badan Hukum", "No. BH"])));
    head.extend(has_place.then_some("Kecamatan"));
    let amount = head.len();
    head.push(if is_umkm { dice.pick(&["Omset", "OMSET (Rp)"]) } else { dice.pick(&["Volume Usaha", "VOLUME USAHA (Rp)"]) });
    head.extend(has_remark.then_some("Keterangan"));
    let name = usize::from(numbered);
    let mut page = Page { width: head.len(), rows: Vec::new() };
    if dice.chance(40) {
        some(dice, &KOP, 2).into_iter().for_each(|kop| page.line(0, kop));
    }
    page.line(0, dice.pick(&TITLES));
    if dice.chance(60) {
        page.line(0, dice.pick(&["TAHUN 2021", "Keadaan per 31 Desember 2021", "Kabupaten Magetan Tahun 2021"]));
    }
    if dice.chance(50) {
        page.blank();
    }
    let row = page.blank();
    head.iter().enumerate().for_each(|(column, label)| (*label).clone_into(&mut row[column]));
    if dice.chance(30) {
        let width = page.width;
        let row = page.blank();
        (0..width).for_each(|column| row[column] = format!("({})", column + 1));
    }
    let listed = 5 + dice.roll(10);
    let names = some(dice, if is_umkm { &USAHA } else { &KOPERASI }, listed);
    let places = some(dice, &PLACES, 3);
    let labels: Option<[String; 2]> = match dice.roll(if numbered { 5 } else { 1 }) {
        1 => Some([0, 1].map(|at| format!("KECAMATAN {}", places[at].to_uppercase()))),
        2 => Some([0, 1].map(|at| KINDS[(at + dice.roll(3) * 2) % 6].to_owned())).filter(|labels| labels[0] != labels[1]),
        3 => Some([OWN[0], OWN[1]].map(str::to_owned)),
        4 => Some([0, 1].map(|at| format!("{}. {}", ["A", "B"][at], places[at]))),
        _ => None,
    };
    let has_subtotals = labels.is_some() && dice.chance(40);
    let (mut sum, mut part, mut number) = (0, 0, 0);
    for (index, own) in names.iter().enumerate() {
        let half = names.len() / 2;
        if let Some(labels) = labels.as_ref().filter(|_| index == 0 || index == half) {
            if has_subtotals && index == half {
                page.line(name, "Jumlah");
                page.rows.last_mut().unwrap()[amount] = part.to_string();
                part = 0;
            }
            page.line(if dice.chance(50) { 0 } else { name }, &labels[usize::from(index == half)]);
        }
        number += 1;
        let value = 1_000_000 + dice.roll(900_000_000) as i64;
        let (is_dotted, place, remark) = (dice.chance(50), dice.pick(&places), dice.pick(&REMARKS));
        let bh = format!("{}/BH/XVI.{}/{}", 100 + dice.roll(800), dice.roll(30), 1985 + dice.roll(30));
        let row = page.blank();
        if numbered {
            row[0] = number.to_string();
        }
        (*own).clone_into(&mut row[name]);
        if has_bh {
            row[name + 1] = bh;
        }
        if has_place {
            place.clone_into(&mut row[amount - 1]);
        }
        row[amount] = if is_dotted { dotted(value) } else { value.to_string() };
        if has_remark {
            remark.clone_into(&mut row[amount + 1]);
        }
        (sum, part) = (sum + value, part + value);
    }
    if has_subtotals {
        page.line(name, "Jumlah");
        page.rows.last_mut().unwrap()[amount] = part.to_string();
    }
    if has_subtotals || dice.chance(50) {
        page.line(
            if dice.chance(50) { 0 } else { name },
            if has_subtotals { "Jumlah Seluruhnya" } else { dice.pick(&["JUMLAH", "Total"]) },
        );
        page.rows.last_mut().unwrap()[amount] = sum.to_string();
    }
    if dice.chance(50) {
        let column = dice.roll(name + 1);
        some(dice, &NOTES, 2).into_iter().for_each(|note| page.line(column, note));
    }
    if dice.chance(75) {
        page.blank();
        let (left, right) = (SIGNATURES[dice.roll(8)], SIGNATURES[dice.roll(8)]);
        let (at, beside) = (dice.roll(page.width), dice.roll(page.width));
        let is_two = at != beside && dice.chance(35);
        for line in 0..left.len().max(if is_two { right.len() } else { 0 }) {
            let row = page.blank();
            left.get(line).unwrap_or(&"").to_string().clone_into(&mut row[at]);
            if is_two {
                right.get(line).unwrap_or(&"").to_string().clone_into(&mut row[beside]);
            }
        }
    }
    (is_umkm, has_bh && dice.chance(60), page.text(), sum, names.len())
}

fn read(seeds: std::ops::Range<u64>) {
    let (mut refused, mut wrong) = (Vec::new(), Vec::new());
    let count = seeds.end - seeds.start;
    for seed in seeds {
        let (is_umkm, is_keyed, text, sum, rows) = office(seed);
        let dictionary = if is_umkm { Dictionary::Umkm } else { Dictionary::Keragaan };
        let field = if is_umkm { "omset" } else { "volume_usaha" };
        let keys: &[&str] = if is_keyed { &["nomor_bh"] } else { &[] };
        let checked = Office::new(dictionary, &["data/{tahun}.csv"], keys).file("2021.csv", &text).needs(2021, &[field]).read();
        if !checked.galat().is_empty() {
            refused.push(format!("{seed}: {:?}\n{text}", checked.galat()));
            continue;
        }
        let found = checked.value.table("s", Year(2021)).map_or(0, |table| table.rows.len());
        if found != rows || checked.sum(2021, field) != Some(Decimal::from(sum)) {
            wrong.push(format!("{seed}: {found} rows, not {rows}; {:?}, not {sum}\n{text}", checked.sum(2021, field)));
        }
    }
    assert!(wrong.is_empty(), "{} wrong in silence: {}", wrong.len(), wrong[..wrong.len().min(6)].join("\n"));
    assert!(
        refused.len() as u64 * 100 <= count,
        "{} of {count} refused: {}",
        refused.len(),
        refused[..refused.len().min(6)].join("\n")
    );
}

#[test]
fn ordinary_offices_are_read() {
    read(0..200);
}

/// `cargo test --release --lib ordinary -- --ignored`
#[test]
#[ignore = "a thousand offices, or as many as IKU_KANTOR says"]
fn a_thousand_ordinary_offices_are_read() {
    read(1_000..1_000 + many(1_000));
}
