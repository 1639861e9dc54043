//! The man page: the program's own options, then each command with its.

use super::usage_id as words;
use clap::Command;
use clap_mangen::Man;

/// The page as roff.
pub fn text(command: &Command) -> String {
    let man = Man::new(command.clone());
    let mut page = rendered(|bytes| man.render_title(bytes));
    for part in
        [Man::render_name_section, Man::render_synopsis_section, Man::render_description_section, Man::render_options_section]
    {
        page.push_str(&rendered(|bytes| part(&man, bytes)));
    }
    page.push_str(&format!(".SH {}\n", words::MAN_COMMANDS));
    for one in command.get_subcommands() {
        let usage = one.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage:").trim().replace('-', "\\-");
        let about = one.get_about().map(ToString::to_string).unwrap_or_default();
        page.push_str(&format!(".SS \"{}\"\n{about}\n", usage.replace('"', "\\(dq")));
        let own = Man::new(one.clone());
        page.push_str(&without_heading(&rendered(|bytes| own.render_options_section(bytes))));
    }
    page.push_str(&rendered(|bytes| man.render_version_section(bytes)));
    words::MAN_HEADINGS
        .iter()
        .fold(page, |page, (english, own)| page.replace(&format!(".SH {english}\n"), &format!(".SH {own}\n")))
}

fn rendered(part: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    // Nothing but a Vec is written to, which cannot fail.
    let _ = part(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    // Each part brings the same definition of the apostrophe.
    let is_preamble = |line: &&str| line.starts_with(".ie ") || line.starts_with(".el ");
    text.lines().filter(|line| !is_preamble(line)).map(|line| format!("{line}\n")).collect()
}

fn without_heading(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with(".SH ")).map(|line| format!("{line}\n")).collect()
}
