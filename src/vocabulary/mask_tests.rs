//! What is masked, and what stays.

use super::digit::digit;
use super::mask::{mask_in_text, mask_person};

#[test]
fn identity_numbers_are_masked_in_any_dress() {
    for (text, masked) in [
        ("NIK 3575012345671234, Rp1234567", "NIK ************1234, Rp1234567"),
        ("NIK3575012345671234", "NIK************1234"),
        ("３５７５０１２３４５６７１２３４", "************１２３４"),
        ("٣٥٧٥٠١٢٣٤٥٦٧١٢٣٤", "************١٢٣٤"),
        ("3575 0112 0580 1234", "**** **** **** 1234"),
        ("35.75.01.520580.1234", "**.**.**.******.1234"),
        ("357501-120580-1234", "******-******-1234"),
        ("3575\u{200b}0123456\u{202d}71234", "****\u{200b}*******\u{202d}*1234"),
        ("3575012345671234 0812 3456 7890", "************1234 **** **** 7890"),
        ("3575 0112 0580 1234", "**** **** **** 1234"),
        ("3575.0112.0580.1234", "****.****.****.1234"),
        ("3575-0112-0580-1234", "****-****-****-1234"),
        ("3 5 7 5 0 1 1 2 0 5 8 0 1 2 3 4", "* * * * * * * * * * * * 1 2 3 4"),
        ("NIK: 35.75-01 120580/1234", "NIK: **.**-** ******/1234"),
        ("No. KTP 357501 1205801234", "No. KTP ****** ******1234"),
        ("３５７５.０１１２.０５８０.１２３４", "****.****.****.１２３４"),
    ] {
        assert_eq!(mask_in_text(text), masked, "{text}");
    }
}

#[test]
fn identity_numbers_that_were_kept_as_numbers_are_masked() {
    for (text, masked) in [
        ("3575014506800123.0", "************0123.0"),
        ("3575014506800123,00 Siti", "************0123,00 Siti"),
        ("3,575014506800123E+15", "*,***********0123E+15"),
        ("3.57501450680012e15 Siti", "*.**********0012e15 Siti"),
    ] {
        assert_eq!(mask_in_text(text), masked, "{text}");
    }
    for text in ["1,234567890123456E+12", "1234567890123456.5", "9999999999999999,00", "2,5E+15"] {
        assert_eq!(mask_in_text(text), text);
    }
}

#[test]
fn phones_and_addresses_are_masked_in_any_dress() {
    for text in [
        "0812-3456-7890",
        "081234567890",
        "0812 3456 7890",
        "0812.3456.7890",
        "(0812) 3456-7890",
        "+62 812 3456 7890",
        "+62812-3456-7890",
        "62 812-3456-789",
        "6281234567890",
        "628123456789",
        "0 812 3456 7890",
        "＋６２ ８１２ ３４５６ ７８９０",
        "+62 (0) 812 3456 7890",
        "0857 123 456 78",
        "+60 12-345 6789",
        "+65 9123 4567",
        "+65-9123-4567",
        "+966 50 123 4567",
        "+852 9123 4567",
        "+6591234567",
        "0060 12 345 6789",
    ] {
        let masked = mask_in_text(&format!("Toko HP {text} Jaya"));
        assert_eq!(masked.chars().filter(|c| digit(*c).is_some()).count(), 4, "{text}: {masked}");
    }
    for (text, masked) in [
        ("081234567834/081234567835", "********7834/********7835"),
        ("081234567834,081234567835", "********7834,********7835"),
        ("0812-3456-7850/0812-3456-7851", "****-****-7850/****-****-7851"),
        ("00628123456722", "**********6722"),
        ("0812'3456'7890", "****'****'7890"),
        ("(0343) 421010/421011", "(****) ******/**1011"),
        ("(0343) 421012, 421013", "(****) ******, **1013"),
        ("Telp.0343-421004", "Telp.****-**1004"),
        ("Tlp/0343-421006", "Tlp/****-**1006"),
        ("WA 8123456789", "WA ******6789"),
        ("Hp. 812-3456-7890", "Hp. ***-****-7890"),
        ("Hp.081234567890", "Hp.********7890"),
        ("Telp/WA: 0812 3456 7890", "Telp/WA: **** **** 7890"),
        ("Telp/WA: 85712345678", "Telp/WA: *******5678"),
        ("No. HP: 0812/3456/2012", "No. HP: ****/****/2012"),
        ("Hub. (+60) 12-345 6789", "Hub. (+**) **-*** 6789"),
    ] {
        assert_eq!(mask_in_text(text), masked);
    }
    assert_eq!(mask_in_text("a.b+c@mail.go.id, x"), "*****@*******.id, x");
    assert_eq!(mask_in_text("siti@…"), "****@…");
    assert_eq!(mask_in_text("tulis ke siti(at)mail.id, x"), "tulis ke ****(at)****.id, x");
    assert_eq!(mask_in_text("siti.a [at] mail dot com"), "****** [at] **** dot com");
    assert_eq!(mask_in_text("SITI {AT} mail.co[dot]id"), "**** {AT} *******[dot]id");
    assert_eq!(mask_in_text("siti＠gmail．com"), "****＠*****．com");
    assert_eq!(mask_in_text("Beras @ Rp12.000 @5"), "Beras @ Rp12.000 @5");
}

#[test]
fn fixed_numbers_are_masked_in_any_dress() {
    for text in [
        "(0343) 421234",
        "0343-421234",
        "0343 421 234",
        "0343421234",
        "021-5551234",
        "(021) 555 12 34",
        "+62 343 421234",
        "+62343421234",
        "+62-21-555-1234",
        "+62 (0343) 421234",
        "+62 (0) 343 421234",
        "０３４３ ４２１２３４",
    ] {
        let masked = mask_in_text(&format!("Toko telp {text}, Jaya"));
        assert_eq!(masked.chars().filter(|c| digit(*c).is_some()).count(), 4, "{text}: {masked}");
    }
    for text in [
        "No. 0343/12345/BH",
        "BH0343421234",
        "0343-421234/KOP",
        "02-03-2021 10:30",
        "02.123.456.7-651.000",
        "0343 2021",
        "021 1234",
        "0,343421234",
        "0.343421234",
        "Nomor 518/0343-42123",
        "00012345678",
        "NIB 0220101234567",
        "RAT 02/03/2021 421234",
    ] {
        assert_eq!(mask_in_text(text), text);
    }
}

#[test]
fn what_is_not_personal_stays() {
    for text in [
        "19640505 199303 1 012",
        "196405051993031012",
        "NIB 9120001234567",
        "NIK koperasi 3575010020001",
        "518/081/BH/KDK.13.24/1.2/XI/1998",
        "AHU-0008123.AH.01.26.TAHUN 2021",
        "Rp3.575.012.345.671.234",
        "Rp62.812.345.678",
        "1234567890123456,78",
        "0.1234567890123456",
        "0.8123456789",
        "RAT 12-08-2021, 2021-08-12 2022-08-12",
        "1.081.234.567.890",
        "************1234",
        "2020: 812.345.678, 2021: 912.345.678",
        "BH No. 0812/3456/2012",
        "No. 0812/3456/2012",
        "0812/3456/2012",
        "Badan Hukum Nomor 0812345678",
        "518/081234/BH/XVI.23/2012",
        "188.4/0812.345/422.110/2012",
        "BH No. 08123456/BH/M.KUKM.2/VII/2012",
        "123/BH/KWK.13/5.1/XII/1998 tgl 12-08-1998",
        "AHU-0812345.AH.01.26.TAHUN 2021",
        "KSU 17 Agustus 1945",
        "17 Agustus 1945",
        "Koperasi 17 Agustus 1945",
        "KSP Sepuluh November, 10 November 1945",
        "Koperasi 10 November",
        "KSU 12-07-1947",
        "KUD 28 Oktober 1928",
        "a + 60 123 456 789",
        "5 +60 123 456 789",
        "+12.345.678.901",
        "+3,25 (a) 12, [b] 500",
        "Harga (at) 500",
        "melahirkan 120 usaha",
    ] {
        assert_eq!(mask_person(text), text);
    }
}

#[test]
fn a_date_that_is_said_to_be_of_birth_is_masked_wherever_it_stands() {
    for (text, masked) in [
        ("lahir 17 VIII 1980", "lahir ** VIII ****"),
        ("Lahir: 17-VIII-1980", "Lahir: **-VIII-****"),
        ("lahir 17081980", "lahir ********"),
        ("TTL Malang, 19800817", "TTL Malang, ********"),
        ("Ibu Siti lahir di Malang 17/08/80", "Ibu Siti lahir di Malang **/**/**"),
        ("tgl. lahir １７-０８-１９８０", "tgl. lahir **-**-****"),
    ] {
        assert_eq!((mask_in_text(text), mask_person(text)), (masked.to_owned(), masked.to_owned()), "{text}");
    }
    for text in ["NIB lahir 9120001234567", "17 VIII 1980", "SK 17/VIII/1998", "Siti 1708198", "lahir 12345678"] {
        assert_eq!(mask_in_text(text), text);
    }
}

#[test]
fn masking_twice_is_masking_once_and_takes_no_longer_than_the_text() {
    for text in ["+62 812 3456 7890 / 3575012345671234 / a@b.co", "Siti, 1 Mei 1980", "１２ ３４"] {
        assert_eq!(mask_person(&mask_person(text)), mask_person(text));
    }
    let long = "0812/".repeat(100_000) + &"1 2.".repeat(100_000) + &"a@".repeat(1000);
    assert!(mask_person(&long).len() <= long.len());
}

/// What a hunt of 29 November found standing.
#[test]
fn odd_dresses_are_masked_too() {
    for (text, masked) in [
        // Other signs between a NIK's groups.
        ("NIK: 3575,0112,0580,0012", "NIK: ****,****,****,0012"),
        ("NIK 3575*0112*0580*0012", "NIK ****\u{2a}****\u{2a}****\u{2a}0012"),
        ("KTP 3575:0112 0580=0012", "KTP ****:**** ****=0012"),
        ("Siti 3575:0112:0580:0012", "Siti ****:****:****:0012"),
        ("Siti 357501,120580,0012", "Siti ******,******,0012"),
        // A digit too many or too few.
        ("NIK 357501120580001", "NIK ***********0001"),
        ("NIK 35750112058000123", "NIK *************0123"),
        // Digits on black, in brackets, with a point.
        ("❸❺❼❺⓿❶❶❷⓿❺❽⓿⓿⓿❶❷", "************⓿⓿❶❷"),
        ("⒊⒌⒎⒌ ⑴⑵⑶⑷ ⒌⒍⒎⒏ ⒐⒈⒉⒊", "⒊⒌⒎⒌ ⑴⑵⑶⑷ ⒌⒍⒎⒏ ⒐⒈⒉⒊"),
        // Letters in the place of digits.
        ("NIK 3575O112O58OOO12", "NIK ************OO12"),
        ("NIK 357501I205800012", "NIK ************0012"),
        ("Siti O812 3456 7890", "Siti **** **** 7890"),
        ("HP O8I2-3456-7890", "HP ****-****-7890"),
        ("o81234567890", "********7890"),
        ("0812-3456-7890 Il 3575011205800012I", "****-****-7890 Il ************0012I"),
        // A telephone number broken by one odd sign; a fixed one after its word.
        ("0812:3456:7890", "****:****:7890"),
        ("0812=345=6789", "****=***=6789"),
        ("Telp. 0343/421010", "Telp. ****/**1010"),
        ("telp 0343.421010", "telp ****.**1010"),
        ("Telp. 421010", "Telp. ******"),
        ("Telp 421 010", "Telp *** ***"),
        ("Tlp: 7654321", "Tlp: *******"),
        ("telepon: 42-10-10", "telepon: **-**-**"),
        // Addresses with blanks.
        ("siti @ gmail.com, x", "**** @ *****.com, x"),
        ("siti@ gmail.com", "****@ *****.com"),
        ("siti @gmail.co.id", "**** @********.id"),
        ("siti [at] gmail [dot] com", "**** [at] ***** [dot] com"),
        ("\"siti aminah\"@gmail.com", "\"**** ******\"@*****.com"),
    ] {
        assert_eq!(mask_in_text(text), masked, "{text}");
        assert_eq!(mask_in_text(masked), masked);
    }
    for (text, masked) in [
        ("Siti, lahir di Pasuruan pada tanggal 12 Mei 1980", "Siti, lahir di Pasuruan pada tanggal ** Mei ****"),
        ("lahir pada hari Senin tanggal 12-05-1980", "lahir pada hari Senin tanggal **-**-****"),
        ("D.O.B. 1980-05-12", "D.O.B. ****-**-**"),
        ("T.T.L: 12051980", "T.T.L: ********"),
        ("lahir 12 mei '80", "lahir ** mei '**"),
        ("lahir 12\u{2212}05\u{2212}1980", "lahir **\u{2212}**\u{2212}****"),
    ] {
        assert_eq!(mask_in_text(text), masked, "{text}");
    }
}

/// What another hunt of that day found standing.
#[test]
fn rarer_dresses_are_masked_too() {
    for (text, masked) in [
        // Signs of addresses written as words, as codes, or set apart.
        ("siti at gmail.com, x", "**** at *****.com, x"),
        ("Siti AT Gmail DOT com", "**** AT ***** DOT com"),
        ("siti-at-gmail.com", "****-at-*****.com"),
        ("siti(a)gmail.co.id", "****(a)********.id"),
        ("siti%40gmail.com", "****%40*****.com"),
        ("siti&#64;gmail.com", "****&#64;*****.com"),
        ("siti @ gmail . com", "**** @ ***** . com"),
        // Fixed numbers by the country's code.
        ("(62-343) 421010", "(**-***) **1010"),
        ("(62 343) 421010", "(** ***) **1010"),
        ("(62)343-421010", "(**)***-**1010"),
        ("Toko 62-343-421010", "Toko **-***-**1010"),
        ("[0343] 421010", "[****] **1010"),
        // Mobile ones that lost their nought, or a digit.
        ("Siti 812-3456-7890", "Siti ***-****-7890"),
        ("812-3456-789 (Siti)", "***-***6-789 (Siti)"),
        ("HP 081234567", "HP *****4567"),
        ("HP 08123456789012", "HP **********9012"),
        ("HP 0812…3456…7890", "HP ****…****…7890"),
        // A word before it tells a date of birth, however it is written.
        ("lahir tanggal 12 bulan 5 tahun 1980", "lahir tanggal ** bulan * tahun ****"),
        ("lahir tgl 12 bln. 05 thn. 1980", "lahir tgl ** bln. ** thn. ****"),
        ("tgl lahir 120580", "tgl lahir ******"),
        ("tgllahir12051980", "tgllahir********"),
        ("anaknya lahir 12-05-2015", "anaknya lahir **-**-****"),
        ("lahir 12-May-1980", "lahir **-May-****"),
        ("lahir １２－０５－１９８０", "lahir **－**－****"),
    ] {
        assert_eq!(mask_in_text(text), masked, "{text}");
        assert_eq!(mask_in_text(masked), masked);
    }
    for text in [
        "Rapat at 10.00",
        "Kopi et al. 2020",
        "butir 3 (a) no.5, (b) no.6",
        "naik 12%40 usaha",
        "A & B @ Rp1.000 . 000",
        "Rp62-343 juta",
        "62-63-64",
        "62 343 421 010",
        "8-12-2021",
        "812-345-678",
        "2020-812-3456-7890",
        "812-3456-7890-12",
        "SK No. 812-3456-7890",
        "No. HP 99",
        "kelahiran 120 anak",
        "lahir 120 usaha baru",
        "lahir 991399",
    ] {
        assert_eq!(mask_in_text(text), text);
    }
}

#[test]
fn what_only_looks_odd_stays() {
    for text in [
        "2019, 2020, 2021, 2022",
        "12,34,56,78,90,12,34,56",
        "3575,0112,0580,0012,0099",
        "1234:5678",
        "08:12 09:15 10:20",
        "0812,3456",
        "Blok I2, RT O3",
        "1O.OOO.OOO",
        "Biaya telepon 1500000",
        "Beban Telp. 1500000",
        "Pengadaan HP 2020-2021",
        "Telp. 2020 2021",
        "Tel 12 usaha",
        "Sertifikat No. 0812345678/KUKM/2020",
        "Beras @ Rp.Lima",
        "Beras @ Rp12.000 @5 kg",
        "lahir di Malang, koperasinya berdiri 12-05-1990",
        "NIK 3575010020001",
        "NIB lahir 9120001234567",
    ] {
        assert_eq!(mask_in_text(text), text);
    }
    // JSON stays JSON: a quote before the sign is that of another member.
    assert_eq!(mask_in_text("  \"ket\": \"@mail.id\","), "  \"ket\": \"@****.id\",");
}

/// What a third hunt of that day found standing.
#[test]
fn what_is_typed_twice_or_joined_by_a_formula_is_masked_too() {
    for (text, masked) in [
        ("siti@@gmail.com", "****@@*****.com"),
        ("siti @@ gmail.com", "**** @@ *****.com"),
        ("lahir May 12, 1980", "lahir May **, ****"),
        ("lahir 12Mei1980", "lahir **Mei****"),
        ("=\"3575\"&\"011205800012\"", "=\"****\"&\"************\""),
        ("=CONCATENATE(\"HP 0812-\"; \"34567890\")", "=CONCATENATE(\"HP ****-\"; \"********\")"),
        ("=\"siti\"&B2&\"3575011205800012\"", "=\"siti\"&B2&\"************0012\""),
    ] {
        assert_eq!(mask_in_text(text), masked, "{text}");
        assert_eq!(mask_in_text(masked), masked);
    }
    for text in
        ["a @@ b", "@@", "=\"KSU \"&\"2021\"", "=IF(A1=\"a\",\"1\",\"20\")", "=SUM(H2:H9)", "Mei 12, 2021", "12Mei2021 RAT"]
    {
        assert_eq!(mask_in_text(text), text);
    }
}
