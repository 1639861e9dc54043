//! A profile changed at random: never a panic, every error with its line.

use super::*;
use proptest::prelude::*;

/// Pieces that break or change a profile when they stand where they should not.
const PIECES: [&str; 22] = [
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "=",
    ",",
    ".",
    "\n",
    "#",
    "\\",
    "é",
    "[[sasaran]]\n",
    "2021",
    "-",
    "\u{feff}",
    "\"\"\"",
    "\r",
    " = 5\n",
    "\0",
    "n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_a_panic_and_every_error_has_its_line(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, 0usize..PIECES.len() * 2), 1..4)
    ) {
        let mut characters: Vec<char> = EXAMPLE.chars().collect();
        for (place, cut, piece) in edits {
            let at = place.index(characters.len());
            let end = (at + cut).min(characters.len());
            characters.splice(at..end, PIECES.get(piece).unwrap_or(&"").chars());
        }
        let text: String = characters.into_iter().collect();
        if let Err(errors) = parse(&text) {
            prop_assert!(!errors.is_empty());
            let lines = u32::try_from(text.lines().count().max(1)).unwrap();
            for error in errors {
                prop_assert!((1..=lines).contains(&error.line), "{error:?}");
                prop_assert!(error.column >= 1);
                prop_assert!(!error.show("iku.toml", &text).is_empty());
                prop_assert!(!error.saran().is_empty());
            }
        }
    }

    #[test]
    fn values_of_any_kind_anywhere(line in 0usize..140, value in "(\"[ -~]{0,12}\"|[0-9]{1,20}(\\.[0-9]{0,4})?|true|\\[\\]|\\{\\}|[0-9]{4}-[0-9]{2}-[0-9]{2}|\\[\\[\\]\\]|\\[[0-9], \"a\"\\])") {
        let mut lines: Vec<String> = EXAMPLE.lines().map(str::to_owned).collect();
        let line = line % lines.len();
        if let Some((key, _)) = lines[line].clone().split_once('=') {
            lines[line] = format!("{key}= {value}");
        }
        let text = lines.join("\n");
        if let Err(errors) = parse(&text) {
            for error in errors {
                prop_assert!(error.line >= 1 && error.line as usize <= lines.len(), "{error:?}");
            }
        }
    }
}
