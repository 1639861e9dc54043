//! Every table of `iku.toml` and its keys, each with an example: what the
//! reader accepts, what an error shows, and what docs/profil.md must name.

/// A key and a value that fits it, as the profile would write it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    pub name: &'static str,
    pub example: &'static str,
}

/// A table of the profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Keys {
    /// As the profile writes its heading.
    pub table: &'static str,
    pub known: &'static [Key],
}

impl Keys {
    /// The example of a key of this table; the key alone where it is not one.
    pub(super) fn example(&self, name: &str) -> String {
        match self.known.iter().find(|key| key.name == name) {
            // A key whose value is a table is best shown as the table's heading.
            Some(key) if key.example.starts_with("[[s") || self.table.is_empty() => key.example.to_owned(),
            Some(key) => format!("{} = {}", key.name, key.example),
            None => name.to_owned(),
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.known.iter().any(|key| key.name == name)
    }
}

macro_rules! keys {
    ($($constant:ident, $table:literal: { $($name:ident = $example:literal),+ $(,)? })+) => {
        $(pub(super) const $constant: Keys =
            Keys { table: $table, known: &[$(Key { name: stringify!($name), example: $example }),+] };)+

        /// All tables with fixed keys.
        pub const ALL: &[Keys] = &[$($constant),+];
    };
}

keys! {
    ROOT, "": {
        instansi = "[instansi]",
        laporan = "[laporan]",
        penandatangan = "[penandatangan]",
        sumber = "[sumber.keragaan]",
        ukuran = "[ukuran.volume_usaha]",
        sasaran = "[[sasaran]]",
        capaian = "[capaian]",
        terima = "[[terima]]",
        batas_baca = "[batas_baca]",
    }
    INSTANSI, "[instansi]": {
        nama = "\"Dinas Koperasi dan Usaha Mikro\"",
        daerah = "\"Kota Pasuruan\"",
        visi = "\"Mewujudkan Koperasi dan Usaha Mikro naik kelas\"",
        misi = "\"Memberdayakan Koperasi dan Usaha Mikro\"",
        tujuan = "\"Meningkatkan peran koperasi dan usaha mikro\"",
        tugas = "\"Membantu Walikota dalam melaksanakan urusan koperasi\"",
        fungsi = "[\"Perumusan kebijakan teknis\", \"Penyusunan perencanaan\"]",
    }
    LAPORAN, "[laporan]": {
        tahun = "2021",
        judul = "\"INDIKATOR KINERJA UTAMA\"",
        templat = "\"iku\"",
        kertas = "\"F4\"",
        orientasi = "\"lanskap\"",
        margin = "{ atas = 20, bawah = 20, kiri = 25, kanan = 20 }",
        huruf = "\"Arial\"",
        bagian = "[\"iku\", \"capaian\", \"perhitungan\", \"catatan\"]",
        tampil_tahun = "3",
        catatan = "\"ringkas\"",
        lampirkan = "false",
        lembar_data = "\"lengkap\"",
        kop = "{ baris = [\"PEMERINTAH KOTA PASURUAN\"] }",
    }
    MARGIN, "margin": {
        atas = "20",
        bawah = "20",
        kiri = "25",
        kanan = "20",
    }
    KOP, "[laporan.kop]": {
        lambang = "\"templat/lambang.png\"",
        baris = "[\"PEMERINTAH KOTA PASURUAN\", \"DINAS KOPERASI DAN USAHA MIKRO\"]",
    }
    PENANDATANGAN, "[penandatangan]": {
        tempat = "\"Pasuruan\"",
        tanggal = "2022-01-24",
        sebagai = "\"Plt.\"",
        jabatan = "[\"KEPALA DINAS KOPERASI DAN USAHA MIKRO\", \"KOTA PASURUAN\"]",
        nama = "\"Drs. H. EDY ANA SETYOWIDODO, MM\"",
        pangkat = "\"Pembina Utama Muda\"",
        nip = "\"19640505 199303 1 012\"",
        cara = "\"basah\"",
        penanda = "\"#\"",
        bidang = "{ lebar = 60, tinggi = 25 }",
    }
    BIDANG, "bidang": {
        lebar = "60",
        tinggi = "25",
    }
    SUMBER, "[sumber.NAMA]": {
        nama = "\"Lap. Keragaan Koperasi\"",
        bentuk = "\"keragaan\"",
        berkas = "\"data/Laporan Keragaan Koperasi {tahun}.xlsx\"",
        kunci = "[\"nomor_bh\"]",
        butir = "\"koperasi\"",
        lembar = "\"Rekap {tahun}\"",
        baris_judul = "\"5-6\"",
        tahun = "2021",
        satuan_uang = "\"juta\"",
        angka = "\"id\"",
        tanda = "{ ya = [\"terbit\"], tidak = [\"proses\"] }",
        kolom = "{ volume_usaha = \"Vol. Ush\" }",
        arti = "{ \"Hasil Audit\" = \"biasa\" }",
    }
    TANDA, "tanda": {
        ya = "[\"terbit\"]",
        tidak = "[\"proses\"]",
    }
    KOLOM, "[sumber.NAMA.kolom]": {
        judul = "\"Tingkat Kesehatan\"",
        jenis = "\"teks\"",
    }
    UKURAN, "[ukuran.NAMA]": {
        rumus = "\"SUM(keragaan.volume_usaha)\"",
        sebutan = "\"Jumlah volume usaha koperasi\"",
        satuan = "\"Rp\"",
        tetapan = "{ 2019 = 1250 }",
        skor = "{ AA = 90, A = 80, BB = 70 }",
        asal = "\"LKjIP 2019, Tabel 3.4\"",
        utamakan_tetapan = "true",
    }
    SASARAN, "[[sasaran]]": {
        uraian = "\"Meningkatnya kapasitas pengelolaan dan produktivitas koperasi\"",
        indikator = "[[sasaran.indikator]]",
    }
    INDIKATOR, "[[sasaran.indikator]]": {
        nama = "\"Prosentase Pertumbuhan Volume Usaha Koperasi\"",
        penjelasan = "\"Volume Usaha : total nilai penjualan\"",
        definisi_operasional = "\"Kenaikan volume usaha seluruh koperasi aktif dibandingkan tahun sebelumnya\"",
        alasan = "\"Menggambarkan kemampuan usaha koperasi\"",
        tipe_penghitungan = "\"Non Kumulatif\"",
        rumus = "\"(volume_usaha[n] - volume_usaha[n-1]) / volume_usaha[n-1] * 100\"",
        satuan = "\"%\"",
        desimal = "2",
        arah = "\"naik\"",
        target = "{ 2021 = 5, 2022 = \"5,25\" }",
        target_akhir = "{ 2026 = 8 }",
        sumber_data = "\"Lap. Keragaan Koperasi\"",
        penanggung_jawab = "\"Bidang Koperasi\"",
        tercetak = "{ pembilang = \"Jumlah koperasi aktif x 100%\", penyebut = \"Jumlah koperasi\" }",
    }
    TERCETAK, "[sasaran.indikator.tercetak]": {
        pembilang = "\"Jumlah volume usaha koperasi tahun n\"",
        penyebut = "\"Jumlah volume usaha koperasi tahun (n-1)\"",
        pengali = "\"x 100%\"",
    }
    CAPAIAN, "[capaian]": {
        turun = "\"(2T-R)/T\"",
        batas = "[0, 150]",
        predikat = "[[\"Tinggi\", 75], [\"Sedang\", 50], [\"Rendah\"]]",
    }
    TERIMA, "[[terima]]": {
        kode = "\"bukan-angka\"",
        sel = "\"data/Data UMKM 2021.xlsx!Sheet1!F12\"",
        ditemukan = "\"±3jt\"",
        nilai = "\"3.000.000\"",
        paling_banyak = "12",
        alasan = "\"Sudah dikonfirmasi ke pelaku usaha, 12 Januari 2022\"",
    }
    BATAS_BACA, "[batas_baca]": {
        berkas_mib = "256",
        ukuran_mib = "1536",
        teks_bersama_mib = "256",
        rasio = "100",
        isi_zip = "10000",
        sel = "16000000",
        teks_mib = "256",
        teks_sel = "32767",
        sel_laporan = "128000000",
        teks_laporan_mib = "2048",
        ukuran_laporan_mib = "12288",
        lembar = "1000",
        teks_sekitar = "10000",
        gaya = "200000",
        detik = "120",
        memori_mib = "512",
        tautan = "true",
    }
}
