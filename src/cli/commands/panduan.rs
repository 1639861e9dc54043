//! `iku panduan [HALAMAN]`: the manual, from inside the program.

use crate::cli::args::Panduan;
use crate::cli::manual_words_id as words;
use crate::cli::status::Status;
use crate::cli::terminal::{print, print_json, tell};
use crate::vocabulary::nearest;

/// The pages: name, title, text.
const PAGES: [(&str, &str, &str); 7] = [
    ("panduan", words::PANDUAN, include_str!("../../../docs/panduan.md")),
    ("profil", words::PROFIL, include_str!("../../../docs/profil.md")),
    ("rumus", words::RUMUS, include_str!("../../../docs/rumus.md")),
    ("temuan", words::TEMUAN, include_str!("../../../docs/temuan.md")),
    ("katalog", words::KATALOG, include_str!("../../../docs/katalog.md")),
    ("templat", words::TEMPLAT, include_str!("../../../docs/templat.md")),
    ("kepercayaan", words::KEPERCAYAAN, include_str!("../../../docs/kepercayaan.md")),
];

pub fn run(asked: &Panduan) -> Status {
    let wanted = asked.halaman.as_deref().unwrap_or("panduan").trim().to_lowercase();
    let wanted = wanted.trim_end_matches(".md");
    let Some((name, title, text)) = PAGES.iter().find(|(name, ..)| *name == wanted) else {
        let near = nearest(wanted, PAGES.iter().map(|(name, ..)| *name));
        tell(&words::unknown(wanted, near, &PAGES.map(|(name, ..)| name)));
        return Status::Usage;
    };
    let text = plain(text);
    if asked.json {
        print_json(&serde_json::json!({ "halaman": name, "judul": title, "teks": text }));
        return Status::Done;
    }
    print(&text);
    if *name == "panduan" {
        print(&format!("\n{}\n", words::OTHER_PAGES));
        for (name, title, _) in PAGES.iter().filter(|(other, ..)| *other != "panduan") {
            print(&format!("  iku panduan {name:12} {title}\n"));
        }
    }
    Status::Done
}

/// The pages' names.
pub fn names() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|(name, ..)| *name)
}

/// A page without pictures, and with its links as commands.
fn plain(markdown: &str) -> String {
    let lines = markdown.lines().filter(|line| !line.starts_with("!["));
    let text: String = lines.map(|line| format!("{line}\n")).collect();
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find('[') {
        out.push_str(&rest[..start]);
        let link = &rest[start..];
        let parts = link.find("](").and_then(|middle| Some((middle, middle + link[middle..].find(')')?)));
        match parts {
            Some((middle, end)) if !link[1..middle].contains(['[', '\n']) => {
                out.push_str(&told(&link[1..middle], &link[middle + 2..end]));
                rest = &link[end + 1..];
            }
            _ => {
                out.push('[');
                rest = &link[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn told(text: &str, target: &str) -> String {
    let page = target.split('#').next().unwrap_or(target).trim_end_matches(".md");
    if PAGES.iter().any(|(name, ..)| *name == page) { format!("`iku panduan {page}`") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_commands_and_brackets_of_toml_stay() {
        assert_eq!(
            plain("a [profil.md](profil.md#x) b [Rust](https://r) `[sumber.x]`"),
            "a `iku panduan profil` b Rust `[sumber.x]`\n"
        );
        assert_eq!(plain("![x](y.png)\n[[terima]] (a)\n"), "[[terima]] (a)\n");
        for (name, _, text) in PAGES {
            assert!(!plain(text).contains(".md)"), "{name}");
        }
    }
}
