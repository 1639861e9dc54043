//! Any text as `iku.toml`: a profile, or errors that can be shown with their lines.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(errors) = iku::profile::parse(text) {
        assert!(!errors.is_empty());
        for error in errors {
            assert!(!error.show("iku.toml", text).is_empty());
        }
    }
});
