//! The scanner: bytes in, tokens out, one pass over a buffer that is refilled.

use super::tag::{Plain, Tag, attributes_are_sound, local_name, plain_tag};
use super::text::truncated;
use super::text::{push_cdata, push_text};
use crate::workbook::budget::gathered;
use crate::workbook::failure::{Dibaca, Gagal};
use memchr::{memchr, memchr3, memmem};
use std::io::Read;

/// A single tag, text or comment longer than this is no office file.
const TOKEN_MAX: usize = 32 << 20;
/// A UTF-16 part is decoded whole; Excel writes none beyond a few kilobytes.
const UTF16_MAX: usize = 64 << 20;
const DEPTH_MAX: usize = 256;
const FIRST_BUFFER: usize = 128 << 10;

/// What comes next. Comments, processing instructions and blank prologues are
/// left out; an empty element `<a/>` yields `Open` and then `Close`.
#[derive(Debug)]
pub(crate) enum Token<'a> {
    Open(Tag<'a>),
    /// The local name, and how many elements stay open.
    Close(&'a [u8], usize),
    /// Raw text, entities not yet resolved.
    Text(&'a [u8]),
    CData(&'a [u8]),
    End,
}

/// Where the next token lies in the buffer.
enum Found {
    Open { name: (usize, usize), end: usize, empty: bool },
    Close { name: (usize, usize) },
    Text(usize, usize),
    CData(usize, usize),
    End,
}

/// The scanner over one part.
pub(crate) struct Xml<R> {
    input: R,
    buffer: Vec<u8>,
    /// The first byte not yet given out, and the end of what was read.
    at: usize,
    filled: usize,
    ended: bool,
    /// What stopped the reading further on.
    broken: Option<Gagal>,
    started: bool,
    /// The full names of the open elements, end to end, and where each starts.
    names: Vec<u8>,
    starts: Vec<usize>,
    /// An empty element was opened: its close comes next.
    pending_close: Option<(usize, usize)>,
    seen_root: bool,
}

impl<R: Read> Xml<R> {
    pub fn new(input: R) -> Self {
        Self {
            input,
            buffer: Vec::new(),
            at: 0,
            filled: 0,
            ended: false,
            broken: None,
            started: false,
            names: Vec::new(),
            starts: Vec::new(),
            pending_close: None,
            seen_root: false,
        }
    }

    /// How many elements are open.
    pub fn depth(&self) -> usize {
        self.starts.len()
    }

    /// What was read and not yet given out, so that others may read the input from here on;
    /// `None` where the element just opened is empty.
    pub fn take_rest(&mut self) -> Option<Vec<u8>> {
        if self.pending_close.is_some() {
            return None;
        }
        let rest = self.buffer[self.at..self.filled].to_vec();
        (self.at, self.filled) = (0, 0);
        Some(rest)
    }

    /// Gives bytes back that are to be read next.
    pub fn put_back(&mut self, rest: Vec<u8>) {
        (self.at, self.filled) = (0, rest.len());
        self.buffer = rest;
    }

    /// Reads on until there are so many bytes; whether the input ended before.
    /// What stops it on the way is told where the scanner comes to it.
    pub fn read_more(&mut self, bytes: &mut Vec<u8>, wanted: usize) -> bool {
        let missing = wanted.saturating_sub(bytes.len());
        if self.ended || self.broken.is_some() || missing == 0 {
            return self.ended || self.broken.is_some();
        }
        bytes.reserve(missing);
        match (&mut self.input).take(missing as u64).read_to_end(bytes) {
            Ok(read) => self.ended = read < missing,
            Err(error) => self.broken = Some(unreadable(&error)),
        }
        self.ended || self.broken.is_some()
    }

    /// The next token, borrowed until the following call.
    pub fn next(&mut self) -> Dibaca<Token<'_>> {
        if let Some((start, end)) = self.pending_close.take() {
            self.pop();
            return Ok(Token::Close(local_name(&self.buffer[start..end]), self.starts.len()));
        }
        let found = self.locate()?;
        Ok(match found {
            Found::Open { name: (start, name_end), end, empty } => {
                if self.starts.is_empty() && self.seen_root {
                    return Err(Gagal::rusak("XML dengan dua elemen akar"));
                }
                self.seen_root = true;
                if self.starts.len() >= DEPTH_MAX {
                    return Err(Gagal::rusak("XML bersarang terlalu dalam"));
                }
                self.starts.push(self.names.len());
                self.names.extend_from_slice(&self.buffer[start..name_end]);
                if empty {
                    self.pending_close = Some((start, name_end));
                }
                let local = local_name(&self.buffer[start..name_end]);
                Token::Open(Tag::new(local, &self.buffer[name_end..end]))
            }
            Found::Close { name: (start, end) } => {
                let open = self.starts.last().map(|first| &self.names[*first..]);
                if open != Some(&self.buffer[start..end]) {
                    return Err(Gagal::rusak("tanda penutup XML yang tidak cocok"));
                }
                self.pop();
                Token::Close(local_name(&self.buffer[start..end]), self.starts.len())
            }
            Found::Text(start, end) => Token::Text(&self.buffer[start..end]),
            Found::CData(start, end) => Token::CData(&self.buffer[start..end]),
            Found::End => Token::End,
        })
    }

    /// Passes over the element just opened, its close included.
    pub fn skip(&mut self) -> Dibaca<()> {
        let outside = self.depth().saturating_sub(1);
        while self.depth() > outside {
            if let Token::End = self.next()? {
                return Err(truncated());
            }
        }
        Ok(())
    }

    /// Appends the text of the element just opened, up to its close; elements inside are passed over.
    pub fn text_into(&mut self, out: &mut String) -> Dibaca<()> {
        loop {
            match self.next()? {
                Token::Text(raw) => {
                    push_text(raw, out)?;
                    gathered(out)?;
                }
                Token::CData(raw) => {
                    push_cdata(raw, out)?;
                    gathered(out)?;
                }
                Token::Open(_) => self.skip()?,
                Token::Close(..) => return Ok(()),
                Token::End => return Err(truncated()),
            }
        }
    }

    fn pop(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.names.truncate(start);
        }
    }

    fn locate(&mut self) -> Dibaca<Found> {
        if !self.started {
            self.start()?;
        }
        loop {
            if self.at == self.filled && !self.fill()? {
                return if self.starts.is_empty() && self.seen_root { Ok(Found::End) } else { Err(truncated()) };
            }
            if self.buffer[self.at] != b'<' {
                let end = self.find(0, |bytes| memchr(b'<', bytes))?;
                let start = self.at;
                let stop = end.map_or(self.filled, |offset| start + offset);
                self.at = stop;
                if !self.starts.is_empty() {
                    return Ok(Found::Text(start, stop));
                }
                if self.buffer[start..stop].iter().all(u8::is_ascii_whitespace) {
                    continue;
                }
                return Err(Gagal::rusak("teks di luar elemen XML"));
            }
            while self.filled - self.at < 2 {
                if !self.fill()? {
                    return Err(truncated());
                }
            }
            match self.buffer[self.at + 1] {
                b'!' => {
                    if let Some(found) = self.declaration()? {
                        return Ok(found);
                    }
                }
                b'?' => {
                    let end = self.find(2, |bytes| memmem::find(bytes, b"?>"))?.ok_or_else(truncated)?;
                    check_encoding(&self.buffer[self.at..self.at + end])?;
                    self.at += end + 2;
                }
                b'/' => {
                    let end = self.find(2, |bytes| memchr(b'>', bytes))?.ok_or_else(truncated)?;
                    let start = self.at + 2;
                    let name = self.buffer[start..self.at + end].trim_ascii_end().len();
                    self.at += end + 1;
                    return Ok(Found::Close { name: (start, start + name) });
                }
                _ => return self.open_tag(),
            }
        }
    }

    /// Comments and CDATA; a DOCTYPE has no place in an office file.
    fn declaration(&mut self) -> Dibaca<Option<Found>> {
        while self.filled - self.at < 9 && self.fill()? {}
        let head = &self.buffer[self.at..self.filled.min(self.at + 9)];
        if head.starts_with(b"<!--") {
            let end = self.find(4, |bytes| memmem::find(bytes, b"-->"))?.ok_or_else(truncated)?;
            self.at += end + 3;
            return Ok(None);
        }
        if head == b"<![CDATA[" && !self.starts.is_empty() {
            let end = self.find(9, |bytes| memmem::find(bytes, b"]]>"))?.ok_or_else(truncated)?;
            let found = Found::CData(self.at + 9, self.at + end);
            self.at += end + 3;
            return Ok(Some(found));
        }
        Err(Gagal::rusak("deklarasi XML (DOCTYPE) yang tidak dikenal"))
    }

    fn open_tag(&mut self) -> Dibaca<Found> {
        if let Some(Plain { name, end, empty }) = plain_tag(&self.buffer[self.at + 1..self.filled]) {
            let start = self.at + 1;
            self.at = start + end + 1 + usize::from(empty);
            return Ok(Found::Open { name: (start, start + name), end: start + end, empty });
        }
        let end = self.find(1, tag_end)?.ok_or_else(truncated)?;
        let start = self.at + 1;
        let close = self.at + end;
        let empty = self.buffer[close - 1] == b'/' && close > start;
        let body_end = if empty { close - 1 } else { close };
        let body = &self.buffer[start..body_end];
        let name = body.iter().position(u8::is_ascii_whitespace).unwrap_or(body.len());
        if name == 0 || memchr3(b'<', b'"', b'=', &body[..name]).is_some() {
            return Err(Gagal::rusak("nama elemen XML yang tidak sah"));
        }
        if !attributes_are_sound(&body[name..]) {
            return Err(Gagal::rusak("atribut XML yang tidak sah"));
        }
        self.at = close + 1;
        Ok(Found::Open { name: (start, start + name), end: body_end, empty })
    }

    /// The offset from `at` of what `search` finds beyond `from`, reading on as
    /// needed; `None` at the end of the input.
    fn find(&mut self, from: usize, search: impl Fn(&[u8]) -> Option<usize>) -> Dibaca<Option<usize>> {
        loop {
            let begin = (self.at + from).min(self.filled);
            if let Some(offset) = search(&self.buffer[begin..self.filled]) {
                return Ok(Some(begin - self.at + offset));
            }
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// Reads more behind what is there; each time the buffer at least doubles,
    /// so that searching again from the token's start stays linear.
    fn fill(&mut self) -> Dibaca<bool> {
        if let Some(broken) = self.broken.take() {
            return Err(broken);
        }
        if self.ended {
            return Ok(false);
        }
        self.buffer.copy_within(self.at..self.filled, 0);
        self.filled -= self.at;
        self.at = 0;
        if self.filled > TOKEN_MAX {
            return Err(Gagal::rusak("satu isian XML lebih dari 32 MiB"));
        }
        let wanted = FIRST_BUFFER.max(self.filled * 2);
        if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
        let before = self.filled;
        while self.filled < self.buffer.len() {
            match self.input.read(&mut self.buffer[self.filled..]) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(count) => self.filled += count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(unreadable(&error)),
            }
        }
        Ok(self.filled > before)
    }

    /// Byte order marks: UTF-8's is passed over, a UTF-16 part is decoded.
    fn start(&mut self) -> Dibaca<()> {
        self.started = true;
        self.fill()?;
        let encoding = match self.buffer[..self.filled] {
            [0xEF, 0xBB, 0xBF, ..] => {
                self.at = 3;
                return Ok(());
            }
            [0xFF, 0xFE, ..] | [b'<', 0, ..] => encoding_rs::UTF_16LE,
            [0xFE, 0xFF, ..] | [0, b'<', ..] => encoding_rs::UTF_16BE,
            _ => return Ok(()),
        };
        while self.fill()? {
            if self.filled > UTF16_MAX {
                return Err(Gagal::rusak("bagian UTF-16 yang terlalu besar"));
            }
        }
        let (text, _, broken) = encoding.decode(&self.buffer[..self.filled]);
        if broken {
            return Err(Gagal::rusak("huruf UTF-16 yang tidak sah di dalam XML"));
        }
        self.buffer = text.into_owned().into_bytes();
        self.filled = self.buffer.len();
        Ok(())
    }
}

fn unreadable(error: &std::io::Error) -> Gagal {
    Gagal::rusak(format!("isi arsip tidak terbaca ({error})"))
}

/// The tag's `>`: not one inside a quoted value.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + memchr3(b'>', b'"', b'\'', &bytes[at..])?;
        let byte = bytes[found];
        if byte == b'>' {
            return Some(found);
        }
        at = found + 1 + memchr(byte, &bytes[found + 1..])? + 1;
    }
}

fn check_encoding(instruction: &[u8]) -> Dibaca<()> {
    if !instruction.starts_with(b"<?xml") || !instruction.get(5).is_some_and(u8::is_ascii_whitespace) {
        return Ok(());
    }
    let tag = Tag::new(b"xml", &instruction[5..]);
    match tag.get(b"encoding").map(<[u8]>::to_ascii_lowercase) {
        None => Ok(()),
        Some(name) if matches!(&name[..], b"utf-8" | b"utf8" | b"us-ascii" | b"utf-16" | b"utf-16le" | b"utf-16be") => Ok(()),
        Some(name) => Err(Gagal::rusak(format!("pengodean XML {} tidak didukung", String::from_utf8_lossy(&name)))),
    }
}

#[cfg(test)]
mod tests;
