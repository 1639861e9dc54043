//! Files that no writer here makes: a password-locked workbook and an old .xls.

/// `koperasi(2021)` as LibreOffice 7 saved it in the format of Excel 97.
const OLD_WORKBOOK: &[u8] = include_bytes!("lama.xls");

/// The same under the stream's name of Excel 95, whose records the program does not
/// look at for hidden rows and number formats.
pub fn older_workbook() -> Vec<u8> {
    let utf16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let (name, older) = (utf16("Workbook"), utf16("Book"));
    let mut file = OLD_WORKBOOK.to_vec();
    if let Some(at) = file.windows(name.len()).position(|part| part == name) {
        file[at..at + name.len()].fill(0);
        file[at..at + older.len()].copy_from_slice(&older);
        // The length of the name, its closing zero counted.
        file[at + 64] = older.len() as u8 + 2;
    }
    file
}

const SECTOR: usize = 512;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;

/// The outside of a workbook with a password ([MS-OFFCRYPTO] 2.3): a compound
/// file with the streams `EncryptionInfo` and `EncryptedPackage`. What it
/// encrypts is nothing.
pub fn locked() -> Vec<u8> {
    // Streams below 4096 bytes would need the mini stream: both are a full 4096.
    let streams = [("EncryptionInfo", 4096_usize), ("EncryptedPackage", 4096)];
    // Sector 0 holds the FAT, sector 1 the directory, the streams follow.
    let mut fat = vec![0xFFFF_FFFD, END_OF_CHAIN];
    let mut body = Vec::new();
    let mut directory = directory_entry("Root Entry", 5, 1, END_OF_CHAIN, 0);
    for (index, (name, size)) in streams.into_iter().enumerate() {
        let first = fat.len() as u32;
        let sectors = (size / SECTOR) as u32;
        fat.extend((1..sectors).map(|step| first + step));
        fat.push(END_OF_CHAIN);
        let right = if index == 0 { 2 } else { FREE };
        directory.extend(directory_entry(name, 2, FREE, first, size as u64));
        let at = directory.len() - 128 + 72;
        directory[at..at + 4].copy_from_slice(&right.to_le_bytes());
        body.extend((0..size).map(|byte| (byte * 37 % 251) as u8));
    }
    // Agile encryption says version 4.4 and the XML flag first.
    body[..8].copy_from_slice(&[4, 0, 4, 0, 0x40, 0, 0, 0]);
    directory.resize(SECTOR, 0);
    fat.resize(SECTOR / 4, FREE);
    let mut file = header();
    file.extend(fat.iter().flat_map(|entry| entry.to_le_bytes()));
    file.extend(directory);
    file.extend(body);
    file
}

/// [MS-CFB] 2.2.
fn header() -> Vec<u8> {
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.resize(24, 0);
    // Minor and major version, byte order, sector shifts.
    header.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header.resize(44, 0);
    // One FAT sector; the directory begins at sector 1; mini streams below 4096; no mini FAT, no DIFAT beyond the header.
    for word in [1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0, 0] {
        header.extend(u32::to_le_bytes(word));
    }
    header.resize(SECTOR, 0xFF);
    header
}

/// [MS-CFB] 2.6.1; `child` is the root's first child.
fn directory_entry(name: &str, kind: u8, child: u32, first: u32, size: u64) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(((name.len() as u16 + 1) * 2).to_le_bytes());
    entry.extend([kind, 1]);
    for link in [FREE, FREE, child] {
        entry.extend(link.to_le_bytes());
    }
    entry.resize(116, 0);
    entry.extend(first.to_le_bytes());
    entry.extend(size.to_le_bytes());
    entry
}
