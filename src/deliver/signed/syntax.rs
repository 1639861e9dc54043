//! The syntax of PDF objects (ISO 32000-1, 7.3), read strictly: what two readers
//! could take for two things (a key said twice, a comment inside an object) is
//! no object here.

use std::collections::BTreeMap;
use std::ops::Range;

/// An object's value.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    Null,
    Bool(bool),
    /// Of any kind; an integer is exact up to 2^53.
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    List(Vec<Value>),
    Dict(Dict),
    /// An object's number; its generation is always 0.
    Ref(u32),
    /// The dictionary, and where its bytes lie in the file.
    Stream(Dict, Range<usize>),
}

pub type Dict = BTreeMap<Vec<u8>, Value>;

impl Value {
    /// The dictionary, of a stream too.
    pub fn dict(&self) -> Option<&Dict> {
        if let Self::Dict(dict) | Self::Stream(dict, _) = self { Some(dict) } else { None }
    }

    pub fn list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    pub fn reference(&self) -> Option<u32> {
        if let Self::Ref(id) = self { Some(*id) } else { None }
    }

    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// A whole number that is a place or a count.
    pub fn whole(&self) -> Option<usize> {
        self.number().filter(|number| number.fract() == 0.0 && (0.0..1e15).contains(number)).map(|number| number as usize)
    }

    pub fn is_name(&self, name: &[u8]) -> bool {
        matches!(self, Self::Name(own) if own == name)
    }

    /// Whether both say the same; a number may be written with other digits at its end.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(one), Self::Number(two)) => (one - two).abs() < 1e-3,
            (Self::List(one), Self::List(two)) => one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.same(two)),
            (Self::Dict(one), Self::Dict(two)) => same_but(one, two, &[]),
            (one, two) => one == two,
        }
    }
}

/// Whether two dictionaries say the same but for these keys.
pub fn same_but(one: &Dict, two: &Dict, but: &[&[u8]]) -> bool {
    let rest = |dict: &Dict| dict.keys().filter(|key| !but.contains(&key.as_slice())).cloned().collect::<Vec<_>>();
    rest(one) == rest(two) && rest(one).iter().all(|key| one[key].same(&two[key]))
}

/// An indirect object as it stands in the file.
#[derive(Clone, Debug)]
pub struct Object {
    pub id: u32,
    /// The first byte of its number.
    pub at: usize,
    pub value: Value,
    /// Where `/Contents <…>` of its own dictionary stands, with both brackets.
    pub contents: Option<Range<usize>>,
}

/// What is no object, or none that every reader reads alike.
pub struct Unreadable;

pub type Read<T> = Result<T, Unreadable>;

/// So deep do an honest file's values stand in one another.
const DEEPEST: usize = 40;

pub struct Reader<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
    contents: Option<Range<usize>>,
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, contents: None }
    }

    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.rest().first().copied()
    }

    pub fn skip_blanks(&mut self) {
        self.at += self.rest().iter().take_while(|byte| is_blank(**byte)).count();
    }

    /// The letters and digits that stand here.
    pub fn word(&mut self) -> &'a [u8] {
        self.skip_blanks();
        let rest = self.rest();
        let word = &rest[..rest.iter().take_while(|byte| is_regular(**byte)).count()];
        self.at += word.len();
        word
    }

    /// Whether this word stood here; then it is passed.
    pub fn takes(&mut self, wanted: &[u8]) -> bool {
        let before = self.at;
        let found = self.word() == wanted;
        if !found {
            self.at = before;
        }
        found
    }

    pub fn expect(&mut self, wanted: &[u8]) -> Read<()> {
        if self.takes(wanted) { Ok(()) } else { Err(Unreadable) }
    }

    pub fn whole(&mut self) -> Read<usize> {
        let word = self.word();
        if word.len() > 15 || !word.iter().all(u8::is_ascii_digit) {
            return Err(Unreadable);
        }
        std::str::from_utf8(word).ok().and_then(|word| word.parse().ok()).ok_or(Unreadable)
    }

    /// `12 0 obj … endobj`.
    pub fn object(&mut self) -> Read<Object> {
        self.skip_blanks();
        let at = self.at;
        let id = u32::try_from(self.whole()?).map_err(|_| Unreadable)?;
        if self.whole()? != 0 {
            return Err(Unreadable);
        }
        self.expect(b"obj")?;
        self.contents = None;
        let mut value = self.value(0)?;
        let contents = self.contents.take();
        if self.takes(b"stream") {
            let Value::Dict(dict) = value else { return Err(Unreadable) };
            self.at += match self.rest() {
                [b'\r', b'\n', ..] => 2,
                [b'\n', ..] => 1,
                _ => return Err(Unreadable),
            };
            let length = dict.get(b"Length".as_slice()).and_then(Value::whole).ok_or(Unreadable)?;
            let range = self.at..self.at.checked_add(length).ok_or(Unreadable)?;
            if range.end > self.bytes.len() || dict.contains_key(b"F".as_slice()) {
                return Err(Unreadable);
            }
            self.at = range.end;
            self.expect(b"endstream")?;
            value = Value::Stream(dict, range);
        }
        self.expect(b"endobj")?;
        Ok(Object { id, at, value, contents })
    }

    pub fn value(&mut self, depth: usize) -> Read<Value> {
        if depth > DEEPEST {
            return Err(Unreadable);
        }
        self.skip_blanks();
        match self.peek().ok_or(Unreadable)? {
            b'/' => self.name().map(Value::Name),
            b'(' => self.literal().map(Value::Text),
            b'<' if self.rest().get(1) == Some(&b'<') => self.dict(depth).map(Value::Dict),
            b'<' => self.hex().map(Value::Text),
            b'[' => {
                self.at += 1;
                let mut list = Vec::new();
                loop {
                    self.skip_blanks();
                    if self.peek() == Some(b']') {
                        self.at += 1;
                        return Ok(Value::List(list));
                    }
                    list.push(self.value(depth + 1)?);
                }
            }
            _ => self.plain(),
        }
    }

    /// A number, a reference or a word.
    fn plain(&mut self) -> Read<Value> {
        match self.word() {
            b"true" => Ok(Value::Bool(true)),
            b"false" => Ok(Value::Bool(false)),
            b"null" => Ok(Value::Null),
            word => {
                let text = std::str::from_utf8(word).map_err(|_| Unreadable)?;
                if !text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte)) {
                    return Err(Unreadable);
                }
                let number: f64 = text.parse().map_err(|_| Unreadable)?;
                if text.bytes().all(|byte| byte.is_ascii_digit()) {
                    let after = self.at;
                    if self.whole().is_ok_and(|generation| generation == 0) && self.takes(b"R") {
                        return text.parse().map(Value::Ref).map_err(|_| Unreadable);
                    }
                    self.at = after;
                }
                Ok(Value::Number(number))
            }
        }
    }

    fn name(&mut self) -> Read<Vec<u8>> {
        self.at += 1;
        let rest = self.rest();
        let written = &rest[..rest.iter().take_while(|byte| is_regular(**byte)).count()];
        self.at += written.len();
        let mut name = Vec::new();
        let mut at = 0;
        while let Some(&byte) = written.get(at) {
            if byte == b'#' {
                let digits = written.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok());
                name.push(digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).ok_or(Unreadable)?);
                at += 3;
            } else {
                name.push(byte);
                at += 1;
            }
        }
        Ok(name)
    }

    fn dict(&mut self, depth: usize) -> Read<Dict> {
        self.at += 2;
        let mut dict = Dict::new();
        loop {
            self.skip_blanks();
            match self.peek().ok_or(Unreadable)? {
                b'>' if self.rest().get(1) == Some(&b'>') => {
                    self.at += 2;
                    return Ok(dict);
                }
                b'/' => {
                    let key = self.name()?;
                    self.skip_blanks();
                    let from = self.at;
                    let value = self.value(depth + 1)?;
                    if depth == 0 && key == b"Contents" && self.bytes[from] == b'<' {
                        self.contents = Some(from..self.at);
                    }
                    if dict.insert(key, value).is_some() {
                        return Err(Unreadable);
                    }
                }
                _ => return Err(Unreadable),
            }
        }
    }

    fn hex(&mut self) -> Read<Vec<u8>> {
        self.at += 1;
        let end = self.rest().iter().position(|byte| *byte == b'>').ok_or(Unreadable)?;
        let digits = &self.rest()[..end];
        self.at += end + 1;
        if !digits.iter().all(|digit| digit.is_ascii_hexdigit() || is_blank(*digit)) {
            return Err(Unreadable);
        }
        let mut nibbles: Vec<u8> =
            digits.iter().filter_map(|digit| (*digit as char).to_digit(16)).map(|digit| digit as u8).collect();
        if nibbles.len() % 2 == 1 {
            nibbles.push(0);
        }
        Ok(nibbles.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]).collect())
    }

    fn literal(&mut self) -> Read<Vec<u8>> {
        self.at += 1;
        let (mut text, mut depth) = (Vec::new(), 0);
        loop {
            let byte = self.peek().ok_or(Unreadable)?;
            self.at += 1;
            match byte {
                b')' if depth == 0 => return Ok(text),
                b'\\' => self.escape(&mut text)?,
                other => {
                    depth += i32::from(other == b'(') - i32::from(other == b')');
                    text.push(other);
                }
            }
        }
    }

    /// What stands after a backslash.
    fn escape(&mut self, text: &mut Vec<u8>) -> Read<()> {
        let byte = self.peek().ok_or(Unreadable)?;
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\n' => {}
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push(code as u8);
            }
            other => text.push(other),
        }
        Ok(())
    }
}
