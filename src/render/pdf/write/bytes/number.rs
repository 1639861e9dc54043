//! Numbers as a PDF holds them.

/// Writes a number as Rust shows it, the shortest that reads as the same. Whole thousandths, which
/// nearly all are, need no search: below 8 192 two of them never stand for the same number.
pub fn write_number(out: &mut Vec<u8>, number: f32) {
    let thousandths = (number.abs() * 1000.0).round();
    // Whole numbers this large are exact, and so is what they are compared with.
    if thousandths >= 8_192_000.0 || thousandths / 1000.0 != number.abs() {
        out.extend_from_slice(number.to_string().as_bytes());
        return;
    }
    if number.is_sign_negative() {
        out.push(b'-');
    }
    let (whole, rest) = (thousandths as u64 / 1000, thousandths as u64 % 1000);
    write_digits(out, whole);
    if rest > 0 {
        let digits = [b'.', digit(rest / 100), digit(rest / 10 % 10), digit(rest % 10)];
        let zeros = digits.iter().rev().take_while(|digit| **digit == b'0').count();
        out.extend_from_slice(&digits[..digits.len() - zeros]);
    }
}

/// Writes a whole number.
pub fn write_digits(out: &mut Vec<u8>, number: u64) {
    let mut digits = [0; 20];
    let (mut from, mut left) = (digits.len(), number);
    loop {
        from -= 1;
        digits[from] = digit(left % 10);
        left /= 10;
        if left == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[from..]);
}

fn digit(number: u64) -> u8 {
    // Of a number below 10.
    b'0' + number as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: f32) -> String {
        let mut out = Vec::new();
        write_number(&mut out, number);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_the_shortest_that_read_as_the_same() {
        let thousandths = (-9_000_000..9_000_000).step_by(37).map(|n| n as f32 / 1000.0);
        let others = [0.0, -0.0, 1.0, 0.1 + 0.2, 1.0 / 3.0, 8_191.999, 8_192.001, 16_777_216.0, 1e-7, -1e20, f32::MAX];
        for number in thousandths.chain(others) {
            assert_eq!(written(number), number.to_string());
        }
    }
}
