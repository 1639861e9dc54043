//! The record of a run, from the same figures the pages show.

use super::{Done, Edition, Office, PROGRAM};
use crate::dataset::{Bacaan, Karena, Keputusan};
use crate::deliver::{
    BacaanRecord, CapaianRecord, DasarRecord, IndikatorRecord, KeputusanRecord, LagiRecord, LaluRecord, LuaranRecord,
    MasukanRecord, Record, SCHEMA, Status, TandaTanganRecord, TargetAkhirRecord, TempelRecord, TemuanRecord, UkuranRecord,
    sha256_hex,
};
use crate::diagnostic::Temuan;
use crate::formula::{Exact, MeasureFigure, Origin, Outcome};
use crate::indicator::{Capaian, CapaianHasil, Figure, Realisasi};
use crate::profile::{Arah, Indikator};
use crate::render::pdf::PlacedSignature;
use crate::report::{self, Doubtful};
use crate::table::Ground;
use crate::vocabulary::{Year, exact_text, mask_in_text, mask_person};
use std::path::Path;

/// The record of a report with these signatures and files (names and bytes).
pub fn of_report(
    office: &Office,
    edition: &Edition,
    isi: &str,
    signatures: &[PlacedSignature],
    files: &[(&str, &[u8])],
) -> Record {
    let luaran = |(berkas, bytes): &(&str, &[u8])| LuaranRecord { berkas: (*berkas).to_owned(), sha256: sha256_hex(bytes) };
    let signature = |placed: &PlacedSignature| TandaTanganRecord {
        nama: placed.name.clone(),
        cara: if placed.electronic { "tte" } else { "basah" }.to_owned(),
        bidang: placed.field.clone(),
        halaman: placed.page,
        x: tenth(placed.x),
        y: tenth(placed.y),
        lebar: tenth(placed.width),
        tinggi: tenth(placed.height),
    };
    Record {
        draf: edition.draf,
        revisi: edition.revisi,
        alasan: edition.alasan.clone(),
        perubahan: edition.perubahan.clone(),
        disajikan_kembali: office.restated(),
        potret: edition.potret.clone(),
        tanda_tangan: signatures.iter().map(signature).collect(),
        isi: Some(isi.to_owned()),
        luaran: Some(files.iter().map(luaran).collect()),
        // What only the report that stood before could tell is not in the files of this one: they are
        // made again from their snapshot alone.
        temuan: office.temuan_of_data().iter().map(temuan).collect(),
        ..of_check(office)
    }
}

/// Points to a tenth: what a signing service needs, and stable to read.
fn tenth(points: f32) -> f64 {
    (f64::from(points) * 10.0).round() / 10.0
}

/// What `iku periksa --json` prints: the record without files.
pub fn of_check(office: &Office) -> Record {
    let profile = &office.profile;
    let indikator = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).zip(&office.figures.indikator);
    let doubtful = office.doubtful();
    Record {
        schema: SCHEMA.to_owned(),
        program: PROGRAM.to_owned(),
        tahun: office.tahun().0,
        revisi: 1,
        alasan: None,
        tanggal: profile.tanggal().to_string(),
        draf: false,
        instansi: profile.instansi.nama.clone(),
        daerah: profile.instansi.daerah.clone(),
        masukan: office
            .dataset
            .masukan
            .iter()
            .map(|one| MasukanRecord {
                berkas: mask_in_text(&one.berkas),
                sha256: one.sha256.clone(),
                lembar: one.lembar.as_deref().map(mask_in_text),
                tahun: one.tahun.0,
                baris_data: one.baris_data,
            })
            .collect(),
        ukuran: office.figures.ukuran.iter().map(|figure| ukuran(office, figure, &doubtful)).collect(),
        indikator: indikator.map(|(indikator, figure)| indikator_record(indikator, figure, office, &doubtful)).collect(),
        temuan: office.temuan.iter().map(temuan).collect(),
        bacaan: office.dataset.bacaan.iter().map(bacaan).collect(),
        tanda_tangan: Vec::new(),
        isi: None,
        perubahan: Vec::new(),
        disajikan_kembali: Vec::new(),
        potret: None,
        luaran: None,
    }
}

/// A figure's status, its exact value as recorded, and its reason.
fn status(outcome: &Outcome, nilai: Option<String>, predikat: Option<&str>) -> (Status, Option<String>, Option<String>) {
    match outcome {
        Outcome::Number(_) if predikat.is_some() => (Status::Teks, nilai, None),
        Outcome::Number(_) => (Status::Ok, nilai, None),
        undefined if undefined.is_no_data() => (Status::TidakAda, None, None),
        undefined => (Status::TidakDapatDihitung, None, undefined.reason().map(|reason| reason.words())),
    }
}

fn ukuran(office: &Office, figure: &MeasureFigure, doubtful: &Doubtful) -> UkuranRecord {
    let profile = office.profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran);
    let (status, nilai, sebab) = status(&figure.outcome, figure.nilai(), figure.predikat.as_deref());
    let from_data = figure.origin == Origin::Data;
    UkuranRecord {
        nama: figure.ukuran.clone(),
        tahun: figure.tahun.0,
        status,
        nilai,
        tampil: figure.predikat.clone(),
        sebab,
        rumus: profile.and_then(|ukuran| ukuran.rumus.as_ref()).map(|rumus| rumus.text.clone()),
        jumlah_sel: figure.data.as_ref().filter(|_| from_data).map_or(0, |data| data.trace.jumlah_sel()),
        asal: profile.and_then(|ukuran| ukuran.asal.clone()).filter(|_| !from_data),
        ragu: doubtful.contains(&(figure.ukuran.clone(), figure.tahun)),
    }
}

fn indikator_record(indikator: &Indikator, figure: &Figure, office: &Office, doubtful: &Doubtful) -> IndikatorRecord {
    let is_doubtful = |tahun: Year| doubtful.contains(&(indikator.id.clone(), tahun));
    let Realisasi { evaluated, predikat, .. } = &figure.realisasi;
    let (status_now, nilai, sebab) = status(&evaluated.outcome, evaluated.nilai(), predikat.as_deref());
    let lalu = |past: &Realisasi| {
        let (status, nilai, sebab) = status(&past.evaluated.outcome, past.evaluated.nilai(), past.predikat.as_deref());
        let has_figure = status != Status::TidakAda;
        let shown = has_figure.then(|| report::shown(past, indikator.desimal));
        LaluRecord { tahun: past.tahun.0, status, nilai, sebab, tampil: shown, ragu: has_figure && is_doubtful(past.tahun) }
    };
    IndikatorRecord {
        id: indikator.id.clone(),
        nama: indikator.nama.clone(),
        rumus: indikator.rumus.text.clone(),
        tahun: office.tahun().0,
        status: status_now,
        nilai,
        sebab,
        tampil: report::shown(&figure.realisasi, indikator.desimal),
        satuan: indikator.satuan.clone(),
        target: figure.target.map(exact_text),
        arah: indikator.arah.map(|arah| if arah == Arah::Naik { "naik" } else { "turun" }.to_owned()),
        capaian: figure.capaian.as_ref().map(capaian),
        target_akhir: figure.akhir.as_ref().map(|(tahun, target, kemajuan)| TargetAkhirRecord {
            tahun: tahun.0,
            nilai: exact_text(*target),
            kemajuan: capaian(kemajuan),
        }),
        lalu: figure.lalu.iter().map(lalu).collect(),
        ragu: is_doubtful(office.tahun()),
    }
}

fn capaian(capaian: &Capaian) -> CapaianRecord {
    match &capaian.hasil {
        CapaianHasil::Ok(value) => CapaianRecord {
            status: Status::Ok,
            nilai: Some(capaian.tepat.as_ref().map_or_else(|| exact_text(*value), Exact::text)),
            dibatasi: capaian.dibatasi.map(|clamped| capaian.counted().map_or_else(|| exact_text(clamped), Exact::text)),
            sebab: None,
            tampil: report::rounded(capaian.dibatasi.unwrap_or(*value), capaian.counted(), 2),
            predikat: capaian.predikat.clone(),
        },
        CapaianHasil::TidakAda(why) => CapaianRecord {
            status: Status::TidakAda,
            nilai: None,
            dibatasi: None,
            sebab: Some(report::without_capaian(*why).to_owned()),
            tampil: report::NA.to_owned(),
            predikat: None,
        },
    }
}

/// So many further cells of a finding the record names.
const FEW: usize = 10;

fn lagi(one: &Temuan) -> LagiRecord {
    let sel = one.at.sel.as_ref().map(|sel| sel.to_string());
    LagiRecord { sel, nama: one.nama.as_deref().map(mask_person), ditemukan: one.ditemukan() }
}

fn temuan(one: &Temuan) -> TemuanRecord {
    TemuanRecord {
        kode: one.kode().text().to_owned(),
        tingkat: one.tingkat().text().to_owned(),
        berkas: mask_in_text(&one.at.berkas),
        lembar: one.at.lembar.as_deref().map(mask_in_text),
        sel: one.at.sel.as_ref().map(|sel| sel.to_string()),
        nama: one.nama.as_deref().map(mask_person),
        ditemukan: one.ditemukan(),
        pesan: one.pesan(),
        saran: one.saran(),
        jumlah: (!one.lagi.is_empty()).then(|| one.jumlah_sel()),
        lagi: one.lagi.iter().take(FEW).map(lagi).collect(),
        tempel: one.tempel().into_iter().map(|one| TempelRecord { bagian: one.bagian, baris: one.baris }).collect(),
        diterima: one.diterima.as_ref().map(|accepted| mask_person(&accepted.alasan)),
        akibat: one.akibat(),
    }
}

/// How a sheet was read, as the record tells it; personal data masked.
fn bacaan(one: &Bacaan) -> BacaanRecord {
    BacaanRecord {
        sumber: one.sumber.clone(),
        tahun: one.tahun.0,
        berkas: one.berkas.to_string(),
        lembar: one.lembar.as_deref().map(str::to_owned),
        keputusan: one.keputusan.iter().map(|keputusan| keputusan_record(one, keputusan)).collect(),
    }
}

fn keputusan_record(bacaan: &Bacaan, keputusan: &Keputusan) -> KeputusanRecord {
    // What nothing on the sheet says is so by the sheet as a whole; a CSV is its own sheet.
    let is_sheet = |tempat: &Ground| matches!(tempat, Ground::Sheet | Ground::Around(_) | Ground::Rule);
    let karena = |one: &Karena| DasarRecord {
        berkas: (one.tempat == Ground::File || bacaan.lembar.is_none() && is_sheet(&one.tempat))
            .then(|| bacaan.berkas.to_string()),
        lembar: if is_sheet(&one.tempat) { bacaan.lembar.as_deref().map(str::to_owned) } else { None },
        sel: one.tempat.sel().map(|sel| sel.to_string()),
        kunci: if let Ground::Key(key) = &one.tempat { Some(key.clone()) } else { None },
        teks: mask_in_text(&one.teks),
        kekuatan: one.kekuatan.text().to_owned(),
    };
    KeputusanRecord {
        tentang: keputusan.tentang.text().to_owned(),
        isian: keputusan.isian.as_deref().map(str::to_owned),
        nilai: mask_in_text(&keputusan.nilai),
        karena: keputusan.karena.iter().map(karena).collect(),
        mengalahkan: keputusan.mengalahkan.as_ref().map(|all| all.iter().map(karena).collect()),
    }
}

/// `iku buat --json`: where the files are and what the figures are.
pub fn summary(name: &str, office: &Office, made: Option<(&Path, &Done)>) -> serde_json::Value {
    let record = of_check(office);
    let written = made.and_then(|(_, done)| if let Done::Written(written) = done { Some(written) } else { None });
    serde_json::json!({
        "folder": name,
        "tahun": record.tahun,
        "keluaran": made.map(|(folder, _)| folder.display().to_string()),
        "berubah": written.is_some(),
        "revisi": written.map(|written| written.revisi),
        "perubahan": written.and_then(|written| written.perubahan.as_ref()),
        "disimpan": written.map(|written| written.kept.iter().map(|(_, to)| to).collect::<Vec<_>>()),
        "indikator": record.indikator,
        "temuan": record.temuan,
    })
}
