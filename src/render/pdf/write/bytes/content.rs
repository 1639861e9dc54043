//! A page's content stream, operator by operator: operands before their operator, a line each.

use super::number::{write_digits, write_number};

/// The bytes of a content stream as they grow.
#[derive(Default)]
pub struct Content {
    bytes: Vec<u8>,
}

impl Content {
    /// The stream's bytes.
    pub fn bytes(mut self) -> Vec<u8> {
        // Lines are parted, not ended.
        self.bytes.pop();
        self.bytes
    }

    /// An operator; its operands stand before it.
    pub fn operator(&mut self, operator: &str) {
        self.bytes.extend_from_slice(operator.as_bytes());
        self.bytes.push(b'\n');
    }

    /// An operator with numbers for operands.
    pub fn numbers(&mut self, numbers: &[f32], operator: &str) {
        for one in numbers {
            self.number(*one);
        }
        self.operator(operator);
    }

    /// A number as an operand.
    pub fn number(&mut self, number: f32) {
        write_number(&mut self.bytes, number);
        self.bytes.push(b' ');
    }

    /// A name of plain letters as an operand.
    pub fn name(&mut self, name: &str) {
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b' ');
    }

    /// An operand written out by the caller.
    pub fn plain(&mut self, written: &str) {
        self.bytes.extend_from_slice(written.as_bytes());
        self.bytes.push(b' ');
    }

    /// A dictionary with one whole number as an operand.
    pub fn property(&mut self, key: &str, value: usize) {
        self.bytes.extend_from_slice(b"<</");
        self.bytes.extend_from_slice(key.as_bytes());
        self.bytes.push(b' ');
        write_digits(&mut self.bytes, value as u64);
        self.bytes.extend_from_slice(b">> ");
    }

    /// Shows glyphs by their codes, what stands between them in thousandths of an em to the left.
    pub fn show(&mut self, shown: &[Shown]) {
        const HEX: &[u8; 16] = b"0123456789ABCDEF";
        self.bytes.push(b'[');
        for (index, one) in shown.iter().enumerate() {
            match one {
                Shown::Code(code) => {
                    let digit = |shift: u16| HEX[usize::from(code >> shift & 0xf)];
                    self.bytes.extend_from_slice(&[b'<', digit(12), digit(8), digit(4), digit(0), b'>']);
                }
                Shown::Move(left) => {
                    if index > 0 {
                        self.bytes.push(b' ');
                    }
                    write_number(&mut self.bytes, *left);
                }
            }
        }
        self.bytes.extend_from_slice(b"] ");
        self.operator("TJ");
    }
}

/// What a line of text is shown by.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Shown {
    /// A glyph's number in the font of the file.
    Code(u16),
    /// How far the pen moves to the left, in thousandths of an em.
    Move(f32),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_stand_before_their_operator() {
        let mut content = Content::default();
        content.name("P");
        content.property("MCID", 12);
        content.operator("BDC");
        content.numbers(&[1.0, 0.5, -2.25], "re");
        content.show(&[Shown::Code(0x1f), Shown::Move(-12.5), Shown::Code(2), Shown::Move(3.0)]);
        let said = String::from_utf8(content.bytes()).unwrap();
        assert_eq!(said, "/P <</MCID 12>> BDC\n1 0.5 -2.25 re\n[<001F> -12.5<0002> 3] TJ");
    }
}
