//! Any text as a number: read, refused or asked about; the same with blanks
//! around it; and plain digits are the number they are.

#![no_main]

use iku::text::{NumberText, read_number};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = read_number(text);
    // Padding alone makes a number worth a note.
    let shown = |read: &NumberText| format!("{read:?}").replace("plain: true", "plain: false");
    assert_eq!(shown(&read), shown(&read_number(&format!(" {text}\u{a0}"))), "{text:?}");
    let is_plain = (1..=15).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && (text == "0" || !text.starts_with('0')) {
        let NumberText::Value(value) = read else { panic!("{text:?}: {read:?}") };
        assert_eq!(value.value.to_string(), text);
    }
});
