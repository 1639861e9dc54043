//! A PDF as grey pixels, and pictures put below one another.

use std::error::Error;
use std::io::Write;
use std::process::{Command, Stdio};

/// Grey pixels, row after row, 255 white.
pub struct Grey {
    pub width: usize,
    pub pixels: Vec<u8>,
}

/// Dots to the inch: small, and every letter can be read.
const DOTS: &str = "96";
/// White pixels round the ink.
const AIR: usize = 10;

/// Each page by `pdftoppm`, cut to the rows of its ink.
pub fn pages(pdf: &[u8]) -> Result<Vec<Grey>, Box<dyn Error>> {
    let mut tool =
        Command::new("pdftoppm").args(["-gray", "-r", DOTS, "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    // A small file fits the pipe: nothing waits for the other end.
    tool.stdin.take().ok_or("pdftoppm")?.write_all(pdf)?;
    let out = tool.wait_with_output()?.stdout;
    let mut rest = out.as_slice();
    let mut pages = Vec::new();
    while !rest.is_empty() {
        let (page, after) = read(rest).ok_or("pdftoppm: PGM")?;
        pages.push(page);
        rest = after;
    }
    Ok(pages)
}

/// One binary PGM of 8 bits, and what follows it.
fn read(bytes: &[u8]) -> Option<(Grey, &[u8])> {
    let mut at = 0;
    let mut words = Vec::new();
    while words.len() < 4 {
        let end = at + bytes.get(at..)?.iter().position(u8::is_ascii_whitespace)?;
        words.push(std::str::from_utf8(bytes.get(at..end)?).ok()?);
        at = end + 1;
    }
    let (width, height): (usize, usize) = (words[1].parse().ok()?, words[2].parse().ok()?);
    let (pixels, after) = bytes.get(at..)?.split_at_checked(width * height)?;
    Some((cut(Grey { width, pixels: pixels.to_vec() }), after))
}

/// The rows that hold ink, with some air.
fn cut(page: Grey) -> Grey {
    let inked = |row: &[u8]| row.iter().any(|pixel| *pixel < 250);
    let rows: Vec<&[u8]> = page.pixels.chunks_exact(page.width).collect();
    let first = rows.iter().position(|row| inked(row)).unwrap_or(0).saturating_sub(AIR);
    let last = (rows.iter().rposition(|row| inked(row)).unwrap_or(0) + AIR).min(rows.len());
    let pixels = rows.get(first..last).unwrap_or(&[]).concat();
    Grey { width: page.width, pixels }
}

/// The pages below one another, a grey line between two.
pub fn stacked(pages: &[Grey]) -> Grey {
    let width = pages.first().map_or(1, |page| page.width);
    let mut pixels = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        if index > 0 {
            pixels.extend(std::iter::repeat_n(160, width));
        }
        pixels.extend_from_slice(&page.pixels);
    }
    Grey { width, pixels }
}

/// A plain picture to be shown: three bars in a frame.
pub fn pattern(width: usize, height: usize) -> Grey {
    let shade = |x: usize, y: usize| {
        let edge = x < 2 || y < 2 || x + 2 >= width || y + 2 >= height;
        let bar = (0..3).any(|bar| {
            let left = width * (2 * bar + 1) / 7;
            (left..left + width / 7).contains(&x) && (height * (4 - bar) / 6..height * 5 / 6).contains(&y)
        });
        if edge || bar { 90 } else { 240 }
    };
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| shade(x, y))).collect();
    Grey { width, pixels }
}
