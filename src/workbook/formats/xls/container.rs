//! The stream of the workbook in an OLE compound file ([MS-CFB]).

/// A chain ends here.
const END: u32 = 0xFFFF_FFFC;
/// Bytes of a directory entry.
const ENTRY: usize = 128;

/// The bytes of the stream `Workbook`; none where the file is not made as such files are.
pub(super) fn workbook_stream(file: &[u8]) -> Option<Vec<u8>> {
    let container = Container::open(file)?;
    let directory = container.chain(u32_at(file, 0x30)?, None)?;
    let mut entries = directory.chunks_exact(ENTRY);
    let root = entries.clone().next()?;
    let book = entries.find(|entry| name_of(entry) == "Workbook")?;
    let (start, size) = (u32_at(book, 0x74)?, usize::try_from(u32_at(book, 0x78)?).ok()?);
    let cutoff = usize::try_from(u32_at(file, 0x38)?).ok()?;
    let mut bytes = if size < cutoff {
        let small = container.chain(u32_at(root, 0x74)?, None)?;
        container.small_chain(&small, start)?
    } else {
        container.chain(start, Some(size))?
    };
    bytes.truncate(size);
    Some(bytes)
}

struct Container<'a> {
    file: &'a [u8],
    sector: usize,
    small_sector: usize,
    /// Of each sector, the one that comes after it.
    next: Vec<u32>,
}

impl<'a> Container<'a> {
    fn open(file: &'a [u8]) -> Option<Self> {
        let power = |at: usize| u16_at(file, at).filter(|power| (6..=12).contains(power)).map(|power| 1usize << power);
        let mut own = Self { file, sector: power(0x1E)?, small_sector: power(0x20)?, next: Vec::new() };
        let mut tables: Vec<u32> = (0..109).filter_map(|index| u32_at(file, 0x4C + index * 4)).collect();
        let (mut more, mut left) = (u32_at(file, 0x44)?, file.len() / own.sector);
        while more < END && left > 0 {
            let sector = own.sector_at(more)?;
            let numbers = sector.chunks_exact(4).filter_map(|bytes| u32_at(bytes, 0));
            tables.extend(numbers.take(own.sector / 4 - 1));
            more = u32_at(sector, own.sector - 4)?;
            left -= 1;
        }
        for table in tables.into_iter().filter(|table| *table < END) {
            let sector = own.sector_at(table)?;
            own.next.extend(sector.chunks_exact(4).filter_map(|bytes| u32_at(bytes, 0)));
        }
        Some(own)
    }

    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        // The last sector of a file may be short of its end.
        let end = start.checked_add(self.sector)?.min(self.file.len());
        self.file.get(start..end)
    }

    /// The bytes of a chain of sectors, as many as are wanted.
    fn chain(&self, first: u32, wanted: Option<usize>) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut at = first;
        for _ in 0..=self.next.len() {
            if at >= END || wanted.is_some_and(|wanted| bytes.len() >= wanted) {
                return Some(bytes);
            }
            bytes.extend_from_slice(self.sector_at(at)?);
            at = *self.next.get(usize::try_from(at).ok()?)?;
        }
        None
    }

    /// The bytes of a chain of the small sectors that `small` is cut into.
    fn small_chain(&self, small: &[u8], first: u32) -> Option<Vec<u8>> {
        let table = self.chain(u32_at(self.file, 0x3C)?, None)?;
        let mut bytes = Vec::new();
        let mut at = first;
        for _ in 0..=table.len() / 4 {
            if at >= END {
                return Some(bytes);
            }
            let number = usize::try_from(at).ok()?;
            let start = number.checked_mul(self.small_sector)?;
            bytes.extend_from_slice(small.get(start..start.checked_add(self.small_sector)?.min(small.len()))?);
            at = u32_at(&table, number.checked_mul(4)?)?;
        }
        None
    }
}

fn name_of(entry: &[u8]) -> String {
    let length = usize::from(u16_at(entry, 0x40).unwrap_or_default().min(64));
    let units: Vec<u16> = entry[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let own = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([own[0], own[1]]))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let own = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([own[0], own[1], own[2], own[3]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_files_have_no_stream() {
        assert!(workbook_stream(&[]).is_none());
        assert!(workbook_stream(&[0xD0; 600]).is_none());
        // A chain that bites its own tail.
        let mut file = vec![0u8; 512 * 3];
        file[0x1E] = 9;
        file[0x20] = 6;
        file[0x44..0x48].copy_from_slice(&u32::MAX.to_le_bytes());
        file[0x4C..0x4C + 436].fill(0xFF);
        file[0x4C..0x50].copy_from_slice(&0u32.to_le_bytes());
        file[0x30..0x34].copy_from_slice(&1u32.to_le_bytes());
        file[512 + 4..512 + 8].copy_from_slice(&1u32.to_le_bytes());
        assert!(workbook_stream(&file).is_none());
    }
}
