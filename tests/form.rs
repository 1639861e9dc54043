//! The sample's PDF read as a person would: the official form word for word and
//! in its order, and the tags under it.

mod common;

use common::Office;
use common::tagged::{Piece, pieces, structure};
use lopdf::Document;

/// The form to the letter, in reading order.
const FORM: [&str; 49] = [
    "INDIKATOR KINERJA UTAMA",
    "INSTANSI",
    "Dinas Koperasi dan Usaha Mikro",
    "VISI",
    "Mewujudkan Koperasi dan Usaha Mikro naik kelas dalam mempercepat pertumbuhan dan ketahanan ekonomi berbasis potensi lokal",
    "MISI",
    "Memberdayakan Koperasi dan Usaha Mikro sebagai penggerak utama sektor perekonomian",
    "TUJUAN",
    "Meningkatkan peran koperasi dan usaha mikro dalam perekonomian",
    "TUGAS",
    "Membantu Walikota dalam melaksanakan urusan pemerintahan daerah di bidang koperasi, usaha kecil dan menengah yang menjadi kewenangan daerah dan tugas pembantuan",
    "FUNGSI",
    "a. Perumusan kebijakan teknis bidang koperasi dan usaha mikro",
    "b. Penyusunan perencanaan bidang koperasi dan usaha mikro",
    "c. Pelaksanaan kebijakan bidang koperasi dan usaha mikro",
    "d. Pembinaan, koordinasi, pengendalian, dan fasilitasi pelaksanaan urusan bidang koperasi dan usaha mikro",
    "e. Melaksanakan Evaluasi dan pelaporan bidang koperasi dan usaha mikro",
    "f. Pelaksanaan kegiatan ketatusahaan Dinas Koperasi dan Usaha Mikro",
    "Sasaran Strategis",
    "Indikator Kinerja Utama",
    "Penjelasan/Formulasi Perhitungan",
    "Sumber Data",
    "Penanggung Jawab",
    "1 2 3 4 5",
    "1 Meningkatnya kapasitas pengelolaan dan produktivitas koperasi",
    "1 Prosentase Pertumbuhan Volume Usaha Koperasi",
    "Volume Usaha : total nilai penjualan atau penerimaan dari barang dan jasa pada suatu periode atau tahun buku yang bersangkutan",
    "Jumlah volume usaha koperasi tahun n - Jumlah volume usaha koperasi th (n-1)",
    "Jumlah volume usaha koperasi tahun (n-1)",
    "x 100%",
    "Lap. Keragaan Koperasi",
    "Bidang Koperasi",
    "2 Meningkatnya Pemberdayaan dan Produktivitas Usaha Mikro",
    "1 Prosentase Peningkatan Usaha Mikro yang berkembang",
    "Usaha Mikro yang berkembang : Usaha Mikro yang sudah meningkat omsetnya",
    "Jumlah usaha mikro yg berkembang th n - jumlah Usaha mikro yg berkembang th (n-1)",
    "Jumlah usaha mikro yg berkembang tahun (n-1)",
    "x 100%",
    "Data UMKM",
    "Bidang Usaha Mikro",
    "Pasuruan, 24 Januari 2022",
    "KEPALA DINAS KOPERASI DAN USAHA MIKRO",
    "KOTA PASURUAN",
    "Drs. H. EDY ANA SETYOWIDODO, MM",
    "Pembina Utama Muda",
    "NIP. 19640505 199303 1 012",
    // The parts after the form.
    "CAPAIAN INDIKATOR KINERJA UTAMA TAHUN 2021",
    "Realisasi Tahun Lalu",
    "Keterangan",
];

fn sample() -> Document {
    let office = Office::sample();
    let run = office.buat();
    assert_eq!(run.status, 0, "{}", run.stderr);
    Document::load_mem(&office.read("keluaran/2021/iku-2021.pdf")).unwrap()
}

/// Finds each phrase after the one before it; nothing of the form may stand between two of them but spaces and colons.
fn find_in_order(text: &str, strict: usize) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut from = 0;
    for (index, phrase) in FORM.iter().enumerate() {
        let Some(at) = text[from..].find(phrase) else { panic!("\"{phrase}\" is not found after:\n{}", &text[..from]) };
        let between = text[from..from + at].trim_matches([' ', ':']);
        assert!(index >= strict || between.is_empty(), "\"{between}\" stands before \"{phrase}\"");
        from += at + phrase.len();
    }
}

/// All phrases of the first page stand there and nothing else does.
#[test]
fn the_form_as_it_is_drawn() {
    let file = sample();
    let pieces: Vec<Piece> = pieces(&file).into_iter().filter(|piece| piece.mcid.is_some()).collect();
    let text: String = pieces.iter().map(|piece| format!("{} ", piece.text)).collect();
    find_in_order(&text, 46);
    let first: String = pieces.iter().filter(|piece| piece.page == 0).map(|piece| format!("{} ", piece.text)).collect();
    assert!(first.trim_end().ends_with("NIP. 19640505 199303 1 012"), "{first}");
}

#[test]
fn the_form_as_a_screen_reader_takes_it() {
    find_in_order(&structure(&sample()).read.join(" "), 46);
}

/// The page numbers are drawn, and are no content.
#[test]
fn page_numbers_are_artifacts() {
    let file = sample();
    let count = file.page_iter().count();
    let numbers: Vec<String> = pieces(&file)
        .into_iter()
        .filter(|piece| piece.mcid.is_none() && !piece.text.is_empty())
        .map(|piece| piece.text)
        .collect();
    let expected: Vec<String> = (2..=count).map(|page| format!("- {page} -")).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn the_tags_of_the_sample() {
    let outline = structure(&sample()).outline;
    assert_eq!(common::golden::difference("tests/data/kota-pasuruan.tags.txt", &outline), None);
}
