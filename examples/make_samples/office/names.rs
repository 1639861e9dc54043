//! Words from which invented names are put together. Only the kecamatan and
//! kelurahan are real.

/// The kecamatan of Kota Pasuruan with their kelurahan.
pub const KECAMATAN: [(&str, &[&str]); 4] = [
    ("Bugul Kidul", &["Bakalan", "Blandongan", "Bugul Kidul", "Kepel", "Krampyangan", "Tapaan"]),
    ("Gadingrejo", &["Bukir", "Gadingrejo", "Gentong", "Karangketug", "Krapyakrejo", "Petahunan", "Randusari", "Sebani"]),
    (
        "Panggungrejo",
        &[
            "Bangilan",
            "Bugul Lor",
            "Kandangsapi",
            "Karanganyar",
            "Kebonsari",
            "Mandaranrejo",
            "Mayangan",
            "Ngemplakrejo",
            "Panggungrejo",
            "Pekuncen",
            "Petamanan",
            "Tambaan",
            "Trajeng",
        ],
    ),
    ("Purworejo", &["Kebonagung", "Pohjentrek", "Purutrejo", "Purworejo", "Sekargadung", "Tembokrejo", "Wirogunan"]),
];

/// Kinds of koperasi, the frequent ones more than once.
pub const JENIS_KOPERASI: [&str; 14] = [
    "KSP",
    "KSP",
    "KSP",
    "KSU",
    "KSU",
    "KSU",
    "Kopwan",
    "Kopwan",
    "KPRI",
    "KPRI",
    "Koppontren",
    "Kopkar",
    "KSPPS",
    "Koperasi Produsen",
];

pub const NAMA_DEPAN: [&str; 20] = [
    "Sumber", "Mitra", "Karya", "Bina", "Tunas", "Cahaya", "Mekar", "Budi", "Guyub", "Sinar", "Lestari", "Artha", "Usaha",
    "Setia", "Tirta", "Bahari", "Surya", "Wana", "Panca", "Dwi",
];

pub const NAMA_BELAKANG: [&str; 18] = [
    "Rejeki",
    "Sejahtera",
    "Makmur",
    "Mandiri",
    "Abadi",
    "Sentosa",
    "Rukun",
    "Barokah",
    "Utama",
    "Luhur",
    "Jaya",
    "Bersama",
    "Mulya",
    "Amanah",
    "Santoso",
    "Harapan",
    "Waskita",
    "Pratama",
];

pub const GIVEN_NAMES: [&str; 40] = [
    "Siti", "Nur", "Dewi", "Sri", "Endang", "Lilik", "Umi", "Yuni", "Rina", "Wiwik", "Titik", "Suci", "Anik", "Fitri", "Ida",
    "Maria", "Indah", "Ratna", "Kartini", "Laila", "Achmad", "Moch.", "Agus", "Slamet", "Bambang", "Hadi", "Imam", "Joko",
    "Kholil", "Samsul", "Sugeng", "Supri", "Totok", "Wahyu", "Yusuf", "Zainal", "Rudi", "Eko", "Dwi", "Basuki",
];

pub const FAMILY_NAMES: [&str; 32] = [
    "Rohmania",
    "Kholifatun",
    "Astutiningrum",
    "Wulansih",
    "Hidayatin",
    "Puspitowati",
    "Maslukah",
    "Rahayuning",
    "Suliatin",
    "Aminatun",
    "Widyaningtyas",
    "Mufarokah",
    "Handayaningsih",
    "Kusumadewi",
    "Lestariani",
    "Nuriyatin",
    "Prasetyono",
    "Wibisana",
    "Santosoadi",
    "Mulyonoto",
    "Hariyonoto",
    "Fauzianto",
    "Rosyidin",
    "Kuncorojati",
    "Nugrohadi",
    "Setyobudi",
    "Firdausin",
    "Wicaksana",
    "Subandrio",
    "Purwadianto",
    "Arifianto",
    "Mashudin",
];

/// What a business makes or does (its jenis usaha) and how its name begins.
pub const JENIS_USAHA: [(&str, &[&str]); 10] = [
    ("Makanan dan Minuman", &["Keripik Tempe", "Kue Basah", "Katering", "Rempeyek", "Es Dawet", "Roti"]),
    ("Mebel", &["Mebel", "Ukir Kayu", "Kusen"]),
    ("Logam", &["Bengkel Bubut", "Cor Logam", "Las"]),
    ("Bordir dan Konveksi", &["Bordir", "Konveksi", "Penjahit"]),
    ("Warung Makan", &["Warung Nasi", "Depot", "Warung Kopi", "Bakso"]),
    ("Perdagangan", &["Toko", "Toko Kelontong", "Kios", "Agen Elpiji"]),
    ("Jasa", &["Laundry", "Salon", "Servis Elektronik", "Fotokopi"]),
    ("Hasil Laut", &["Ikan Asap", "Terasi", "Kerupuk Ikan"]),
    ("Kerajinan", &["Anyaman", "Batik", "Suvenir"]),
    ("Percetakan", &["Percetakan", "Sablon"]),
];

pub const JALAN: [&str; 16] = [
    "Melati",
    "Kenanga",
    "Cempaka",
    "Flamboyan",
    "Teratai",
    "Bougenvil",
    "Cendana",
    "Mahoni",
    "Bandeng",
    "Tongkol",
    "Kerapu",
    "Merpati",
    "Kutilang",
    "Cendrawasih",
    "Merapi Kecil",
    "Sumbing",
];
