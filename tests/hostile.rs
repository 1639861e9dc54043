//! A short selection of the offices that `.ci/hostile.py` makes to hurt
//! (docs/pengujian.md): each ends by itself, with a finding or an error that
//! says which bound, and nothing personal or unseen is printed.

mod common;

use common::{Office, Run, iku, small_profile, small_table};
use std::io::Write as _;
use zip::write::SimpleFileOptions;

fn office() -> Office {
    let table = |volume: &str| small_table(&[("KSU Amanah", volume), ("KUD Tirtha", "2000000")]);
    let files = [("data/keragaan 2020.csv", table("1000000")), ("data/keragaan 2021.csv", table("1500000"))];
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Office::of(&small_profile("(volume[n] - volume[n-1]) / volume[n-1] * 100", ""), &files)
}

fn of_template(markup: &str) -> Run {
    let office = office();
    office.edit_profile("tahun = 2021\n", "tahun = 2021\ntemplat = \"saya\"\n");
    office.write("templat/saya/iku.xml", format!("<bagian id='iku' nama='IKU'>{markup}</bagian>").as_bytes());
    office.buat()
}

fn zipped(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body><office:spreadsheet>\
         <table:table table:name='Data'>{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet".to_owned()), ("content.xml", content)])
}

/// A workbook in the place of this year's table: what is told of it.
fn told(name: &str, bytes: &[u8]) -> String {
    let office = office();
    office.edit_profile("keragaan {tahun}.csv", "keragaan {tahun}.*");
    std::fs::remove_file(office.path("data/keragaan 2021.csv")).unwrap();
    office.write(name, bytes);
    let run = iku(&["periksa", office.text()]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    run.stderr
}

#[test]
fn templates_end_whatever_they_ask_for() {
    let nested = "{% for a in range(end=1000) %}".repeat(4) + &"{% endfor %}".repeat(4);
    let doubled = "{% set s = \"xxxxxxxxxxxxxxxx\" %}".to_owned() + &"{% set s = s ~ s %}".repeat(40);
    let lists = "{% set s = [1] %}".to_owned() + &"{% set s = [s, s] %}".repeat(60);
    let branches = "{% if judul %}".to_owned() + &"{% elif judul %}".repeat(60_000) + "{% endif %}";
    let replaced = "{% set s = \"xxxxxxxx\" %}".to_owned() + &"{% set s = s | replace(from=\"x\", to=s) %}".repeat(20);
    let written =
        "{% for a in range(end=100000) %}<paragraf>{% for b in range(end=100) %}{{ judul }}{% endfor %}</paragraf>{% endfor %}";
    for (markup, words) in [
        (nested.as_str(), "perulangan templat ini terlalu panjang"),
        (&doubled, "terlalu besar"),
        (&lists, "terlalu besar"),
        (&branches, "{% elif %}"),
        (&replaced, "terlalu besar"),
        (written, "terlalu"),
        ("{% include \"iku.xml\" %}", "{% include %}"),
        ("{{ [a for a in range(end=100000)] }}", "{% for %}"),
        (&"<tebal>".repeat(100_000), "terlalu dalam"),
        (&"<tebal xmlns:a='b'>".repeat(40), "terlalu dalam"),
    ] {
        let run = of_template(markup);
        assert_eq!(run.status, 2, "{}: {}", &markup[..markup.len().min(60)], run.stderr);
        assert!(run.stderr.contains(words), "{words}: {}", run.stderr);
    }
}

#[cfg(unix)]
#[test]
fn pipes_devices_endless_files_and_links_out_are_refused() {
    let outside = tempfile::tempdir().unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    std::fs::write(outside.path().join("rahasia.csv"), small_table(&[("KSU", "1")])).unwrap();
    let replace = |name: &str, with: &dyn Fn(&std::path::Path)| {
        let office = office();
        let path = office.path(name);
        std::fs::remove_file(&path).unwrap();
        with(&path);
        let run = iku(&["periksa", office.text()]);
        (run.status, run.stderr)
    };
    let pipe = |path: &std::path::Path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    let zero = |path: &std::path::Path| std::os::unix::fs::symlink("/dev/zero", path).unwrap();
    let sparse = |path: &std::path::Path| {
        #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
        std::fs::File::create(path).unwrap().set_len(8 << 30).unwrap();
    };
    let link = |path: &std::path::Path| std::os::unix::fs::symlink(outside.path().join("rahasia.csv"), path).unwrap();
    for with in [&pipe as &dyn Fn(&std::path::Path), &zero, &sparse] {
        let (status, words) = replace("iku.toml", with);
        assert_eq!(status, 2, "{words}");
        assert_eq!(replace("data/keragaan 2021.csv", with).0, 1);
    }
    let (status, words) = replace("data/keragaan 2021.csv", &link);
    assert_eq!(status, 1, "{words}");
    assert!(words.contains("tautan yang menuju ke luar folder") && words.contains("tautan = true"), "{words}");
    let office = office();
    office.edit_profile("[sumber.keragaan]", "[batas_baca]\ntautan = true\n[sumber.keragaan]");
    std::fs::remove_file(office.path("data/keragaan 2021.csv")).unwrap();
    link(&office.path("data/keragaan 2021.csv"));
    assert!(!iku(&["periksa", office.text()]).stderr.contains("tautan yang menuju"));
}

#[test]
fn what_is_repeated_is_never_multiplied() {
    let blanks = "<table:table-row><table:table-cell office:value-type='string'><text:p>".to_owned()
        + &"<text:s text:c='32767'/>".repeat(300)
        + "</text:p></table:table-cell></table:table-row>";
    let cells = "<table:table-row table:number-rows-repeated='40000'><table:table-cell table:number-columns-repeated='1000' office:value-type='float' office:value='1'/></table:table-row>";
    let text = format!(
        "<table:table-row table:number-rows-repeated='1000'><table:table-cell table:number-columns-repeated='1000' office:value-type='string'><text:p>{}</text:p></table:table-cell></table:table-row>",
        "y".repeat(30_000)
    );
    for (rows, words) in [(blanks.as_str(), "4 MiB"), (cells, "jumlah sel terisi"), (&text, "teks seluruh sel")] {
        let told = told("data/keragaan 2021.ods", &ods(rows));
        assert!(told.contains(words), "{words}: {told}");
    }
    let many = (0..2000).map(|index| format!("<table:table table:name='T{index}'/>")).collect::<String>();
    let told = told("data/keragaan 2021.ods", &ods(&format!("</table:table>{many}<table:table table:name='x'>")));
    assert!(told.contains("jumlah lembar"), "{told}");
}

#[test]
fn a_text_longer_than_a_cell_holds_is_told() {
    let told = told("data/keragaan 2021.csv", small_table(&[("KSU", &"1/2/".repeat(20_000))]).as_bytes());
    assert!(told.contains("panjang teks satu sel (huruf) 80.000, batasnya 32.767"), "{told}");
    assert!(told.contains("galat[berkas-terlalu-besar] D2"), "{told}");
    let long = "y".repeat(40_000);
    let row = format!(
        "<table:table-row><table:table-cell/><table:table-cell office:value-type='string'><text:p>{long}</text:p></table:table-cell></table:table-row>"
    );
    let told = self::told("data/keragaan 2021.ods", &ods(&row));
    assert!(told.contains("galat[berkas-terlalu-besar] Data!B1"), "{told}");
    let told = self::told("data/keragaan 2021.xlsx", &xlsx(&long));
    assert!(told.contains("galat[berkas-terlalu-besar] Data!C2"), "{told}");
}

/// Each of the files is within what one file may cost; all of them together are not.
#[test]
fn many_files_have_one_budget() {
    let office = office();
    office.edit_profile("keragaan {tahun}.csv", "keragaan*{tahun}.*");
    let cells = "<table:table-row table:number-rows-repeated='600'><table:table-cell table:number-columns-repeated='1000' office:value-type='float' office:value='1'/></table:table-row>";
    for number in 0..3 {
        office.write(&format!("data/keragaan {number} 2021.ods"), &ods(cells));
    }
    let told = iku(&["periksa", office.text()]).stderr;
    assert!(!told.contains("seluruh berkas laporan"), "{told}");
    office.edit_profile("[sumber.keragaan]", "[batas_baca]\nsel_laporan = 1500000\n[sumber.keragaan]");
    let run = iku(&["periksa", office.text()]);
    let told = run.stderr;
    assert_eq!(run.status, 1, "{told}");
    let words = "jumlah sel terisi seluruh berkas laporan sampai berkas ini 1.800.000, batasnya 1.500.000";
    assert_eq!(told.matches(words).count(), 1, "{told}");
    assert!(told.contains("naikkan `sel_laporan`"), "{told}");
}

/// A workbook whose cell C2 shows a shared text.
fn xlsx(shared: &str) -> Vec<u8> {
    let main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "xmlns='http://schemas.openxmlformats.org/package/2006/relationships'";
    zipped(&[
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>".to_owned()),
        ("_rels/.rels", format!("<Relationships {package}><Relationship Id='a' Type='{kind}/officeDocument' Target='xl/workbook.xml'/></Relationships>")),
        ("xl/workbook.xml", format!("<workbook {main}><sheets><sheet name='Data' sheetId='1' r:id='a'/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships {package}><Relationship Id='a' Type='{kind}/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='b' Type='{kind}/sharedStrings' Target='sharedStrings.xml'/></Relationships>")),
        ("xl/sharedStrings.xml", format!("<sst {main}><si><t>a</t></si><si><t>{shared}</t></si></sst>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {main}><sheetData><row r='2'><c r='B2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row></sheetData></worksheet>")),
    ])
}

/// A pipe, a device or a file without an end where a report's own files stand.
#[cfg(unix)]
#[test]
fn a_report_folder_of_pipes_and_devices_is_told_and_never_waited_for() {
    let pipe = |path: &std::path::Path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    let zero = |path: &std::path::Path| std::os::unix::fs::symlink("/dev/zero", path).unwrap();
    for (name, with) in [
        ("iku-2021.json", &pipe as &dyn Fn(&std::path::Path)),
        ("iku-2021.json", &zero),
        ("iku-2021.pdf", &pipe),
        (".iku-kunci", &pipe),
    ] {
        let office = office();
        std::fs::create_dir_all(office.path("keluaran/2021")).unwrap();
        with(&office.path(&format!("keluaran/2021/{name}")));
        let run = office.buat();
        assert_eq!(run.status, 2, "{name}: {}", run.stderr);
        assert!(run.stderr.contains("bukan berkas biasa"), "{name}: {}", run.stderr);
        for command in ["riwayat", "verifikasi", "banding"] {
            assert!(matches!(iku(&[command, office.text()]).status, 0..=2));
        }
        // A check that can hold nothing against the last report says so, as `buat` does.
        let checked = iku(&["periksa", office.text()]);
        let is_told = checked.status == 2 && checked.stderr.contains("bukan berkas biasa");
        assert!(if name == "iku-2021.json" { is_told } else { matches!(checked.status, 0..=1) }, "{name}: {}", checked.stderr);
    }
    let office = office();
    assert_eq!(office.buat().status, 0);
    std::fs::remove_file(office.path("keluaran/2021/arsip/rev-1/masukan.zip")).unwrap();
    pipe(&office.path("keluaran/2021/arsip/rev-1/masukan.zip"));
    assert_eq!(iku(&["verifikasi", office.text()]).status, 1);
    let target = office.path("rapat.xlsx");
    pipe(&target);
    assert_eq!(iku(&["banding", office.text(), office.text(), "--xlsx", target.to_str().unwrap()]).status, 2);
}

/// What stands in formulas, keys, reasons and names of the profile is told as masked as the data.
#[test]
fn a_profile_tells_nothing_personal_either() {
    let personal = ["3575011205800012", "0812-3456-7890", "(0343) 421234", "siti@mail.id"];
    let said = |run: Run| run.stdout + &run.stderr;
    let holds = |words: &str, which: &str| {
        for kept in personal {
            assert!(!words.contains(kept), "{which} says {kept}: {words}");
        }
    };
    for key in personal {
        let office = office();
        let profile = String::from_utf8(office.read("iku.toml")).unwrap();
        office.write("iku.toml", format!("{profile}\n[\"Ibu {key}\"]\nx = 1\n").as_bytes());
        holds(&said(office.buat()), "an unknown key");
    }
    let office = office();
    let texts = personal.map(|text| format!("\\\"{text}\\\"")).join(", ");
    office.edit_profile("COUNT(keragaan)", &format!("COUNT(keragaan WHERE nama_koperasi IN ({texts}))"));
    office.edit_profile("rumus = \"(volume[n] - volume[n-1]) / volume[n-1] * 100\"", "rumus = \"koperasi + volume\"");
    let told = personal.join(", ");
    assert!(matches!(iku(&["buat", office.text(), "--draf"]).status, 0..=1));
    office.write("data/keragaan 2021.csv", small_table(&[("KSU Amanah", "7"), ("KUD 0343-421234", "9")]).as_bytes());
    holds(&said(iku(&["buat", office.text(), "--alasan", &told])), "buat");
    office.write("data/keragaan 2021.csv", small_table(&[("KSU Amanah", "8"), ("KUD 0343-421234", "9")]).as_bytes());
    holds(&said(iku(&["buat", office.text(), "--alasan", &told])), "buat");
    for args in [
        vec!["periksa", "--catatan"],
        vec!["periksa", "--json"],
        vec!["riwayat"],
        vec!["riwayat", "--json"],
        vec!["verifikasi"],
        vec!["banding", "--dari", "1"],
        vec!["banding", "--dari", "1", "--json"],
        vec!["jelaskan", "1.1"],
    ] {
        let run = iku(&[&args[..1], &args[1..], &[office.text()]].concat());
        let words = said(run);
        holds(&words, args[0]);
        assert!(!words.contains("0343-421234"), "{args:?}: {words}");
    }
    holds(&String::from_utf8(office.read("keluaran/2021/iku-2021.json")).unwrap(), "the record");
}

#[test]
fn nothing_personal_and_nothing_unseen_is_told() {
    let names = [
        "Toko 0812-3456-7890",
        "UD 3575011205800012",
        "UD ３５７５０１１２０５８０００１２",
        "CV siti.aminah@gmail.com",
        "Siti, 12-05-1980",
        "KSU \u{1b}[31m\u{202e}\u{2028}x",
    ];
    let rows: Vec<(&str, &str)> = names.iter().map(|name| (*name, "±3jt")).collect();
    let office = office();
    office.write("data/keragaan 2021.csv", small_table(&rows).as_bytes());
    for args in [vec!["periksa", office.text()], vec!["periksa", "--json", office.text()], vec!["buat", "--draf", office.text()]]
    {
        let run = iku(&args);
        let said = run.stdout + &run.stderr;
        for kept in
            ["0812-3456", "357501120580", "３５７５０１１２", "siti.aminah", "12-05-1980", "\u{1b}", "\u{202e}", "\u{2028}"]
        {
            assert!(!said.contains(kept), "{args:?} says {kept:?}: {said}");
        }
        assert!(args[0] == "buat" || said.contains("****-****-7890"), "{said}");
    }
}

#[test]
fn a_great_profile_is_told_before_any_work() {
    let office = office();
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    let more: String = (0..2500).map(|n| format!("[ukuran.u{n}]\nrumus = \"volume\"\nsebutan = \"U\"\n")).collect();
    let unknown: String = (0..50_000).map(|n| format!("k{n} = 1\n")).collect();
    for (text, words) in [
        (format!("{profile}{more}"), "`ukuran` lebih banyak dari 2000"),
        (format!("{profile}[lain]\n{unknown}"), "tidak dikenal"),
        (format!("{unknown}{profile}"), "200 kesalahan"),
    ] {
        office.write("iku.toml", text.as_bytes());
        let run = iku(&["periksa", office.text()]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(words), "{words}: {}", &run.stderr[run.stderr.len().saturating_sub(400)..]);
    }
}

/// A name as long as a cell may be is told by its beginning, and no number is cut before it is masked.
#[test]
fn a_name_without_end_is_told_by_its_beginning() {
    let office = office();
    let name = format!("KSU {}HP 0812-3456-7890 {}", "Maju Jaya ".repeat(48), "Sejahtera ".repeat(3000));
    let table = small_table(&[(&name[..30_000], "±3"), ("KUD Tirtha", "2000000")]);
    office.write("data/keragaan 2021.csv", table.as_bytes());
    let run = iku(&["periksa", office.text(), "--json"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let record: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let names: Vec<&str> = record["temuan"].as_array().unwrap().iter().filter_map(|one| one["nama"].as_str()).collect();
    assert!(names.iter().any(|name| name.starts_with("KSU Maju") && name.ends_with('\u{2026}')), "{names:?}");
    assert!(names.iter().all(|name| name.chars().count() <= 501 && !name.contains("0812")), "{names:?}");
}

/// Where the system gives no more threads or processes, one does the work.
#[cfg(target_os = "linux")]
#[test]
fn where_no_thread_can_be_started_one_does_the_work() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt, chown};
    use std::os::unix::process::CommandExt as _;
    const NOBODY: u32 = 65_534;
    let office = office();
    let own = tempfile::tempdir().unwrap();
    let program = own.path().join("iku");
    std::fs::copy(common::program_path(), &program).unwrap();
    // The limit does not bind root: the office is handed to somebody whom it binds.
    let is_root = std::fs::metadata(own.path()).unwrap().uid() == 0;
    if is_root {
        for path in [own.path(), office.folder.path()] {
            std::fs::set_permissions(path, PermissionsExt::from_mode(0o755)).unwrap();
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    let tandai = own.path().join("bertanda");
    let tandai = tandai.to_str().unwrap();
    let sound = small_table(&[("KSU Amanah", "1500000"), ("KUD Tirtha", "2000000")]);
    let odd = sound.replace("1500000", "±3");
    let mut runs = vec![
        (1, &sound, vec!["periksa"], 0..=0),
        (1, &sound, vec!["periksa", "--json"], 0..=0),
        (1, &sound, vec!["jelaskan", "1.1"], 0..=0),
        (1, &sound, vec!["buat"], 2..=2),
        (1, &odd, vec!["periksa", "--tandai", tandai], 2..=2),
    ];
    // The writer of workbooks makes each sheet on a thread of its own: there may be one for some and none for the others.
    for most in [2, 3, 5, 8, 12, 20] {
        runs.push((most, &sound, vec!["buat", "--draf"], 0..=2));
        runs.push((most, &odd, vec!["periksa", "--tandai", tandai], 1..=2));
    }
    runs.push((1, &sound, vec!["verifikasi"], 1..=1));
    for (most, table, args, statuses) in runs {
        office.write("data/keragaan 2021.csv", table.as_bytes());
        // A report that cannot be made again for want of a thread was changed by nobody.
        if args == ["verifikasi"] {
            assert_eq!(iku(&["buat", office.text()]).status, 0);
            let owner = format!("{NOBODY}:{NOBODY}");
            let handed = is_root.then(|| std::process::Command::new("chown").args(["-R", &owner, office.text()]).status());
            assert!(handed.is_none_or(|handed| handed.unwrap().success()));
        }
        let mut command = std::process::Command::new("bash");
        command.args(["-c", &format!("ulimit -u {most}; exec \"$0\" \"$@\"")]).arg(&program).args(&args).arg(office.text());
        command.env("IKU_JANGAN_BUKA", "1").env("XDG_STATE_HOME", own.path());
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        let Ok(output) = command.output() else { return };
        let heard = String::from_utf8_lossy(&output.stderr).into_owned();
        let ended = output.status.code().unwrap_or(-1);
        assert!(statuses.contains(&ended), "{most} {args:?}: {ended}: {heard}");
        assert!(!heard.contains("Kesalahan program") && !heard.contains("failed to spawn"), "{most} {args:?}: {heard}");
        assert!(ended != 2 || heard.contains("tidak memberi proses"), "{most} {args:?}: {heard}");
        if args == ["verifikasi"] {
            let said = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(said.contains("tidak memberi proses") && !said.contains("DIUBAH"), "{said}");
        }
    }
}

/// However many names are not known and however many are: as many as are told anywhere, and an end by steps.
#[test]
fn many_unknown_names_are_told_and_take_no_longer_than_few() {
    let office = office();
    let long = |number: usize| format!("nama_{number:05}_{}", "abcdefghij".repeat(8));
    let known: String =
        (0..1500).map(|number| format!("[ukuran.{}]\nrumus = \"1\"\nsebutan = \"y{number}\"\n", long(number))).collect();
    let sought = |number: usize| (0..10).map(|more| format!("x{}", long(number * 10 + more))).collect::<Vec<_>>().join(" + ");
    let indicators: String = (0..150)
        .map(|number| format!("[[sasaran.indikator]]\nnama = \"I{number}\"\nrumus = \"{}\"\nsatuan = \"x\"\n", sought(number)))
        .collect();
    let profile = String::from_utf8(office.read("iku.toml")).unwrap();
    office.write("iku.toml", format!("{profile}\n{indicators}{known}").as_bytes());
    let run = iku(&["periksa", office.text()]);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("(200 kesalahan)"), "{}", &run.stderr[run.stderr.len() - 300..]);
    // The first are answered.
    assert!(run.stderr.contains("xnama_00000") && run.stderr.contains(&long(0)[..12]), "{}", &run.stderr[..600]);
}
