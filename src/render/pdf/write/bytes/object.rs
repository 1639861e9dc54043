//! Objects as a PDF holds them: as lopdf writes them, which lends out no writer of its own.

use super::number::{write_digits, write_number};
use lopdf::{Dictionary, Object, StringFormat};

/// Writes an object.
pub fn write_object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => {
            if *value < 0 {
                out.push(b'-');
            }
            write_digits(out, value.unsigned_abs());
        }
        Object::Real(value) => write_number(out, *value),
        Object::Name(name) => write_name(out, name),
        Object::String(text, StringFormat::Literal) => write_literal(out, text),
        Object::String(text, StringFormat::Hexadecimal) => {
            out.push(b'<');
            text.iter().for_each(|byte| out.extend_from_slice(format!("{byte:02X}").as_bytes()));
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 && is_bare(item) {
                    out.push(b' ');
                }
                write_object(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary),
        Object::Stream(stream) => {
            write_dictionary(out, &stream.dict);
            out.extend_from_slice(b"stream\n");
            out.extend_from_slice(&stream.content);
            out.extend_from_slice(b"\nendstream");
        }
        Object::Reference((number, generation)) => {
            write_digits(out, u64::from(*number));
            out.push(b' ');
            write_digits(out, u64::from(*generation));
            out.extend_from_slice(b" R");
        }
    }
}

/// Whether an object has no sign of its own that parts it from what stands before it.
fn is_bare(object: &Object) -> bool {
    matches!(object, Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Reference(_))
}

fn write_dictionary(out: &mut Vec<u8>, dictionary: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(out, key);
        if is_bare(value) {
            out.push(b' ');
        }
        write_object(out, value);
    }
    out.extend_from_slice(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for &byte in name {
        if b"()<>[]{}/%#".contains(&byte) || !(33..=126).contains(&byte) {
            out.extend_from_slice(format!("#{byte:02X}").as_bytes());
        } else {
            out.push(byte);
        }
    }
}

/// Backslashes, carriage returns, and brackets that have no partner stand behind a backslash.
fn write_literal(out: &mut Vec<u8>, text: &[u8]) {
    let (mut open, mut alone) = (Vec::new(), Vec::new());
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'(' => open.push(at),
            b')' if open.pop().is_none() => alone.push(at),
            _ => {}
        }
    }
    alone.append(&mut open);
    out.push(b'(');
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\\' => out.extend_from_slice(b"\\\\"),
            byte => {
                if alone.contains(&at) {
                    out.push(b'\\');
                }
                out.push(*byte);
            }
        }
    }
    out.push(b')');
}
