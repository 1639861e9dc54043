//! The recorded file's objects, and one by one the incremental updates appended
//! to it (ISO 32000-1, 7.5.6). An update is read only where each of its bytes is
//! accounted for: objects, all of them listed where they stand, one
//! cross-reference section that leads back to the one before, and the end's mark.

use super::syntax::{Dict, Object, Read, Reader, Unreadable, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry as MapEntry;
use std::io::Read as _;

/// Where an object stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Entry {
    Free,
    At(usize),
    /// In an object stream, at this place of it.
    In(u32, usize),
}

type Entries = BTreeMap<u32, Entry>;

/// So many bytes may streams of the recorded file unpack to, one by one; and those of an update, all together.
const MOST_OF_BASE: usize = 64 << 20;
const MOST_OF_UPDATE: usize = 4 << 20;
/// So long is no honest update.
const LONGEST: usize = 16 << 20;

/// The recorded file, whose bytes are known to be the program's own.
pub struct Base<'a> {
    bytes: &'a [u8],
    entries: Entries,
    pub trailer: Dict,
    /// Where its cross-reference section stands.
    pub xref: usize,
    unpacked: BTreeMap<u32, BTreeMap<u32, Value>>,
}

impl<'a> Base<'a> {
    pub fn read(bytes: &'a [u8]) -> Read<Self> {
        let mark = bytes.windows(9).rposition(|window| window == b"startxref").ok_or(Unreadable)?;
        let mut reader = Reader::new(bytes, mark);
        reader.expect(b"startxref")?;
        let xref = reader.whole()?;
        let mut reader = Reader::new(bytes, xref);
        let (entries, trailer) = if reader.takes(b"xref") {
            table(&mut reader)?
        } else {
            let object = reader.object()?;
            let Value::Stream(dict, range) = object.value else { return Err(Unreadable) };
            (listed(&dict, bytes.get(range).ok_or(Unreadable)?, MOST_OF_BASE)?, dict)
        };
        if trailer.contains_key(b"Prev".as_slice()) || trailer.contains_key(b"Encrypt".as_slice()) {
            return Err(Unreadable);
        }
        Ok(Self { bytes, entries, trailer, xref, unpacked: BTreeMap::new() })
    }

    /// The first number that none of its objects has.
    pub fn size(&self) -> u32 {
        let said = self.trailer.get(b"Size".as_slice()).and_then(Value::whole).and_then(|size| u32::try_from(size).ok());
        said.unwrap_or(0).max(self.entries.keys().last().map_or(0, |last| last + 1))
    }

    pub fn object(&mut self, id: u32) -> Option<Value> {
        match *self.entries.get(&id)? {
            Entry::Free => None,
            Entry::At(at) => {
                Reader::new(self.bytes, at).object().ok().filter(|object| object.id == id).map(|object| object.value)
            }
            Entry::In(stream, _) => {
                if !self.unpacked.contains_key(&stream) {
                    let Entry::At(at) = *self.entries.get(&stream)? else { return None };
                    let object = Reader::new(self.bytes, at).object().ok()?;
                    let mut left = MOST_OF_BASE;
                    let held = packed(&object.value, self.bytes, &mut left).ok()?;
                    self.unpacked.insert(stream, held.into_iter().collect());
                }
                self.unpacked.get(&stream)?.get(&id).cloned()
            }
        }
    }
}

/// One incremental update.
pub struct Section {
    /// Its objects by their numbers, but for those that only hold others.
    pub objects: BTreeMap<u32, Object>,
    /// The numbers of the streams that hold objects, and of the list of places where it is one of its own entries.
    /// (A list that is not is found by its place alone, and some tools give its number to another object.)
    pub holders: Vec<u32>,
    pub freed: Vec<u32>,
    pub trailer: Dict,
    /// Where its cross-reference section stands.
    pub xref: usize,
    /// Just after `%%EOF`.
    pub end: usize,
}

impl Section {
    /// The update that begins at `from`, whose list leads back to `previous`.
    pub fn read(bytes: &[u8], from: usize, previous: usize) -> Read<Self> {
        let mut reader = Reader::new(bytes, from);
        let mut found: BTreeMap<u32, Object> = BTreeMap::new();
        let mut list: Option<(usize, Entries, Dict, Option<u32>)> = None;
        loop {
            reader.skip_blanks();
            let at = reader.at;
            if at - from > LONGEST {
                return Err(Unreadable);
            }
            if reader.rest().starts_with(b"%") {
                comment(&mut reader)?;
            } else if reader.takes(b"startxref") {
                let (xref, entries, trailer, own) = list.ok_or(Unreadable)?;
                if reader.whole()? != xref {
                    return Err(Unreadable);
                }
                reader.skip_blanks();
                if !reader.rest().starts_with(b"%%EOF") {
                    return Err(Unreadable);
                }
                let is_plain = !trailer.contains_key(b"XRefStm".as_slice()) && !trailer.contains_key(b"Encrypt".as_slice());
                if !is_plain || trailer.get(b"Prev".as_slice()).and_then(Value::whole) != Some(previous) {
                    return Err(Unreadable);
                }
                return Self {
                    objects: BTreeMap::new(),
                    holders: Vec::new(),
                    freed: Vec::new(),
                    trailer,
                    xref,
                    end: reader.at + 5,
                }
                .with(bytes, found, &entries, own);
            } else if list.is_some() {
                return Err(Unreadable);
            } else if reader.takes(b"xref") {
                let (entries, trailer) = table(&mut reader)?;
                list = Some((at, entries, trailer, None));
            } else {
                let object = reader.object()?;
                if let Value::Stream(dict, range) = &object.value
                    && dict.get(b"Type".as_slice()).is_some_and(|kind| kind.is_name(b"XRef"))
                {
                    let entries = listed(dict, bytes.get(range.clone()).ok_or(Unreadable)?, MOST_OF_UPDATE)?;
                    list = Some((object.at, entries, dict.clone(), Some(object.id)));
                }
                if found.insert(object.id, object).is_some() {
                    return Err(Unreadable);
                }
            }
        }
    }

    /// With its objects, each of which is listed where it stands, and nothing else is.
    fn with(mut self, bytes: &[u8], found: BTreeMap<u32, Object>, entries: &Entries, own: Option<u32>) -> Read<Self> {
        self.holders.extend(own.filter(|id| entries.contains_key(id)));
        let mut packs: BTreeMap<u32, Vec<(u32, Value)>> = BTreeMap::new();
        let mut left = MOST_OF_UPDATE;
        for (&id, &entry) in entries {
            match entry {
                Entry::Free => self.freed.push(id),
                Entry::At(at) if found.get(&id).is_some_and(|object| object.at == at) => {}
                Entry::At(_) => return Err(Unreadable),
                Entry::In(holder, place) => {
                    let object = found.get(&holder).ok_or(Unreadable)?;
                    let pack = match packs.entry(holder) {
                        MapEntry::Occupied(pack) => pack.into_mut(),
                        MapEntry::Vacant(room) => {
                            self.holders.push(holder);
                            room.insert(packed(&object.value, bytes, &mut left)?)
                        }
                    };
                    let (held, value) = pack.get(place).ok_or(Unreadable)?;
                    if *held != id {
                        return Err(Unreadable);
                    }
                    self.objects.insert(id, Object { id, at: object.at, value: value.clone(), contents: None });
                }
            }
        }
        for (id, object) in found {
            let is_listed = matches!(entries.get(&id), Some(Entry::At(_)));
            if !is_listed && own != Some(id) {
                return Err(Unreadable);
            }
            if own != Some(id) && !self.holders.contains(&id) {
                self.objects.insert(id, object);
            }
        }
        Ok(self)
    }
}

/// A remark between objects that no reader takes for anything else.
fn comment(reader: &mut Reader<'_>) -> Read<()> {
    const WORDS: [&[u8]; 4] = [b"obj", b"xref", b"trailer", b"EOF"];
    let rest = reader.rest();
    let line = &rest[..rest.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count()];
    if WORDS.iter().any(|word| line.windows(word.len()).any(|window| window == *word)) {
        return Err(Unreadable);
    }
    reader.at += line.len();
    Ok(())
}

/// A cross-reference table after its word, and its trailer.
fn table(reader: &mut Reader<'_>) -> Read<(Entries, Dict)> {
    let mut entries = Entries::new();
    while !reader.takes(b"trailer") {
        let (first, count) = (reader.whole()?, reader.whole()?);
        for id in first..first.checked_add(count).ok_or(Unreadable)? {
            let (at, generation) = (reader.whole()?, reader.whole()?);
            let entry = match reader.word() {
                b"f" => Entry::Free,
                b"n" if generation == 0 => Entry::At(at),
                _ => return Err(Unreadable),
            };
            add(&mut entries, id, entry)?;
        }
    }
    match reader.value(0)? {
        Value::Dict(trailer) => Ok((entries, trailer)),
        _ => Err(Unreadable),
    }
}

fn add(entries: &mut Entries, id: usize, entry: Entry) -> Read<()> {
    let id = u32::try_from(id).map_err(|_| Unreadable)?;
    if entries.insert(id, entry).is_some() { Err(Unreadable) } else { Ok(()) }
}

/// A cross-reference stream's entries.
fn listed(dict: &Dict, packed: &[u8], most: usize) -> Read<Entries> {
    let data = unpacked(dict, packed, most)?;
    let wholes = |key: &[u8]| {
        let list = dict.get(key)?.list()?;
        list.iter().map(Value::whole).collect::<Option<Vec<usize>>>()
    };
    let widths = wholes(b"W").ok_or(Unreadable)?;
    let [kind, second, third] = widths[..] else { return Err(Unreadable) };
    if widths.iter().any(|width| *width > 8) || second == 0 {
        return Err(Unreadable);
    }
    let size = dict.get(b"Size".as_slice()).and_then(Value::whole).ok_or(Unreadable)?;
    let index = wholes(b"Index").unwrap_or_else(|| vec![0, size]);
    let mut rows = data.chunks_exact(kind + second + third);
    let mut entries = Entries::new();
    for pair in index.chunks(2) {
        let [first, count] = pair[..] else { return Err(Unreadable) };
        for id in first..first.checked_add(count).ok_or(Unreadable)? {
            let row = rows.next().ok_or(Unreadable)?;
            let number = |from: usize, to: usize| row[from..to].iter().fold(0usize, |all, byte| all << 8 | usize::from(*byte));
            let (two, three) = (number(kind, kind + second), number(kind + second, row.len()));
            let entry = match if kind == 0 { 1 } else { number(0, kind) } {
                0 => Entry::Free,
                1 if three == 0 => Entry::At(two),
                2 => Entry::In(u32::try_from(two).map_err(|_| Unreadable)?, three),
                _ => return Err(Unreadable),
            };
            add(&mut entries, id, entry)?;
        }
    }
    Ok(entries)
}

/// What an object stream holds, in its order; `left`: so much may it unpack to.
fn packed(value: &Value, bytes: &[u8], left: &mut usize) -> Read<Vec<(u32, Value)>> {
    let Value::Stream(dict, range) = value else { return Err(Unreadable) };
    let whole = |key: &[u8]| dict.get(key).and_then(Value::whole).ok_or(Unreadable);
    if !dict.get(b"Type".as_slice()).is_some_and(|kind| kind.is_name(b"ObjStm")) || dict.contains_key(b"Extends".as_slice()) {
        return Err(Unreadable);
    }
    let data = unpacked(dict, bytes.get(range.clone()).ok_or(Unreadable)?, *left)?;
    *left -= data.len();
    let (count, first) = (whole(b"N")?, whole(b"First")?);
    let mut heads = Reader::new(&data, 0);
    let mut held = Vec::new();
    for _ in 0..count {
        let id = u32::try_from(heads.whole()?).map_err(|_| Unreadable)?;
        let at = first.checked_add(heads.whole()?).ok_or(Unreadable)?;
        held.push((id, Reader::new(&data, at).value(0)?));
    }
    Ok(held)
}

/// A stream's bytes as they are meant: plain, or deflated, with PNG's prediction.
fn unpacked(dict: &Dict, packed: &[u8], most: usize) -> Read<Vec<u8>> {
    let data = match dict.get(b"Filter".as_slice()) {
        None => packed.to_vec(),
        Some(filter) => {
            let is_flate = filter.is_name(b"FlateDecode") || matches!(filter.list(), Some([one]) if one.is_name(b"FlateDecode"));
            if !is_flate {
                return Err(Unreadable);
            }
            let mut data = Vec::new();
            flate2::read::ZlibDecoder::new(packed).take(most as u64 + 1).read_to_end(&mut data).map_err(|_| Unreadable)?;
            data
        }
    };
    if data.len() > most {
        return Err(Unreadable);
    }
    let Some(parms) = dict.get(b"DecodeParms".as_slice()) else { return Ok(data) };
    let parms = parms.dict().ok_or(Unreadable)?;
    let whole = |key: &[u8], default: usize| parms.get(key).map_or(Some(default), Value::whole).ok_or(Unreadable);
    match (whole(b"Predictor", 1)?, whole(b"Colors", 1)?, whole(b"BitsPerComponent", 8)?) {
        (1, ..) => Ok(data),
        (10.., 1, 8) => upward(&data, whole(b"Columns", 1)?),
        _ => Err(Unreadable),
    }
}

/// PNG's rows, each of which is its own or adds to the one above it.
fn upward(data: &[u8], columns: usize) -> Read<Vec<u8>> {
    let mut rows: Vec<u8> = Vec::new();
    let mut above = vec![0u8; columns];
    for row in data.chunks(columns.checked_add(1).ok_or(Unreadable)?) {
        let (kind, row) = row.split_first().ok_or(Unreadable)?;
        if row.len() != columns || !matches!(kind, 0 | 2) {
            return Err(Unreadable);
        }
        for (own, above) in row.iter().zip(&mut above) {
            *above = if *kind == 2 { own.wrapping_add(*above) } else { *own };
        }
        rows.extend(&above);
    }
    Ok(rows)
}
