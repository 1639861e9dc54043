//! The house has one reading direction: a module uses only what stands before
//! it in `src/lib.rs`, each outside crate is known to its own room alone, and so
//! are files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn rooms() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    lib.lines().filter_map(|line| Some(line.strip_prefix("pub mod ")?.trim_end_matches(';').to_owned())).collect()
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Every file of `src` with its text, comments and the tests at its foot left out.
fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    rust_files(Path::new("src"), &mut files);
    files.sort();
    let tests = test_modules(&files);
    files.retain(|path| !tests.iter().any(|test| path == &test.with_extension("rs") || path.starts_with(test)));
    let code = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let until_tests = text.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned();
        until_tests.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
    };
    files.into_iter().map(|path| (path.clone(), code(&path))).collect()
}

/// The modules that are compiled for tests alone (`#[cfg(test)] mod name;`), as
/// paths without an ending.
fn test_modules(files: &[PathBuf]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in files {
        let text = fs::read_to_string(path).unwrap();
        let inside = if path.ends_with("mod.rs") { path.parent().unwrap().to_owned() } else { path.with_extension("") };
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for pair in lines.windows(2) {
            let name = pair[1].trim_start_matches("pub(crate) ").strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
            if let (true, Some(name)) = (pair[0] == "#[cfg(test)]", name) {
                found.push(inside.join(name));
            }
        }
    }
    found
}

fn room_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix("src").ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    (!first.ends_with(".rs")).then(|| first.to_owned())
}

/// The rooms that `code` names, from `crate::room`, also inside `use crate::{a::…, b::…}`.
fn uses(code: &str, rooms: &[String]) -> Vec<String> {
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let tree = if rest.starts_with('{') { rest.split(';').next().unwrap() } else { &rest[..rest.len().min(40)] };
        for room in rooms {
            let starts = |text: &str| {
                text.strip_prefix(room.as_str()).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
            };
            let inside = tree.starts_with('{') && tree.split(['{', ',', '}']).any(|part| starts(part.trim()));
            if starts(tree) || inside {
                used.push(room.clone());
            }
        }
    }
    used
}

#[test]
fn a_room_uses_only_what_stands_before_it() {
    let rooms = rooms();
    assert!(rooms.len() >= 12, "{rooms:?}");
    let mut wrong = Vec::new();
    let mut checked = 0;
    for (path, code) in sources() {
        let Some(room) = room_of(&path) else { continue };
        let own = rooms.iter().position(|name| *name == room).unwrap_or_else(|| panic!("{room} is not in lib.rs"));
        for used in uses(&code, &rooms) {
            checked += 1;
            let other = rooms.iter().position(|name| *name == used).unwrap();
            if other > own {
                wrong.push(format!("{}: {room} uses {used}", path.display()));
            }
        }
    }
    assert!(checked > 50, "only {checked} uses were seen: the test is blind");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_outside_crate_is_known_to_its_own_room() {
    let owners: [(&str, &[&str]); 9] = [
        ("calamine", &["src/workbook"]),
        ("printpdf", &["src/render/pdf"]),
        ("lopdf", &["src/render/pdf"]),
        ("rust_xlsxwriter", &["src/render/xlsx", "src/marking"]),
        ("tera", &["src/document"]),
        ("clap", &["src/cli"]),
        ("indicatif", &["src/cli/many"]),
        ("ctrlc", &["src/cli/many"]),
        ("toml", &["src/profile"]),
    ];
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        for (name, allowed) in owners {
            let named = code.contains(&format!("{name}::")) || code.contains(&format!("use {name}"));
            if named && !allowed.iter().any(|folder| path.starts_with(folder)) {
                wrong.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_touched_in_their_rooms_alone() {
    const ROOMS: [&str; 5] = ["src/intake.rs", "src/workbook", "src/profile", "src/document", "src/deliver"];
    let touching: Vec<PathBuf> = sources()
        .into_iter()
        .filter(|(_, code)| code.contains("std::fs") || code.contains("File::"))
        .map(|(path, _)| path)
        .collect();
    assert!(touching.len() > 4, "the test is blind: {touching:?}");
    let wrong: Vec<&PathBuf> = touching.iter().filter(|path| !ROOMS.iter().any(|room| path.starts_with(room))).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// The files of a room that a file names, from `crate::…`, `super::…` in its `use` lines.
fn named_files(path: &Path, code: &str, files: &[PathBuf]) -> Vec<PathBuf> {
    let mut named = Vec::new();
    let folder = path.parent().unwrap();
    for line in code.split(';').map(|line| line.trim().trim_start_matches("pub ").trim_start_matches("pub(crate) ")) {
        let Some(used) = line.strip_prefix("use ") else { continue };
        let (mut inside, mut rest) = match used.strip_prefix("crate::") {
            Some(rest) => (PathBuf::from("src"), rest),
            None => match used.strip_prefix("super::") {
                // The folder of a file that is no mod.rs is its parent module.
                Some(rest) => (folder.to_owned(), rest),
                None => continue,
            },
        };
        let mut heads: Vec<String> = Vec::new();
        while heads.is_empty() {
            if let Some(group) = rest.strip_prefix('{') {
                heads = group.split([',', '}']).map(|part| part.trim().split("::").next().unwrap().to_owned()).collect();
                break;
            }
            let (head, after) = rest.split_once("::").unwrap_or((rest, ""));
            if after.is_empty() || files.contains(&inside.join(head).with_extension("rs")) {
                heads.push(head.split_whitespace().next().unwrap_or_default().to_owned());
                break;
            }
            inside = inside.join(head);
            rest = after;
        }
        let files_of = heads.into_iter().filter(|head| !head.is_empty()).map(|head| inside.join(head).with_extension("rs"));
        named.extend(files_of.filter(|file| file != path && files.contains(file)));
    }
    named
}

/// What is left of the files of some rooms when those that lead nowhere further are
/// taken away: circles. An error and its words lean on each other by nature.
fn circles(rooms: &[&str], natural: &[(&str, &str)], least: usize) -> BTreeMap<PathBuf, Vec<PathBuf>> {
    let is_inside = |path: &Path| rooms.iter().any(|room| path.starts_with(room));
    let sources: Vec<_> = sources().into_iter().filter(|(path, _)| is_inside(path)).collect();
    let files: Vec<PathBuf> = sources.iter().map(|(path, _)| path.clone()).collect();
    let mut uses: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for (path, code) in &sources {
        let mut named = named_files(path, code, &files);
        named.retain(|file| !file.to_string_lossy().ends_with("words_id.rs"));
        named.retain(|file| !natural.contains(&(path.to_str().unwrap(), file.to_str().unwrap())));
        uses.insert(path.clone(), named);
    }
    let seen = uses.values().map(Vec::len).sum::<usize>();
    assert!(seen > least, "the test is blind: {seen} uses");
    while let Some(free) = uses.iter().find(|(_, named)| named.is_empty()).map(|(path, _)| path.clone()) {
        uses.remove(&free);
        uses.values_mut().for_each(|named| named.retain(|file| *file != free));
    }
    uses
}

/// Within `render` and `marking` nothing leads back: no file uses, through others,
/// one that uses it, but for blocks that hold blocks.
#[test]
fn no_circles_among_the_renderers_files() {
    const NATURAL: [(&str, &str); 1] = [("src/render/xlsx/sheets/table.rs", "src/render/xlsx/sheets/flow.rs")];
    let left = circles(&["src/render", "src/marking"], &NATURAL, 150);
    assert!(left.is_empty(), "{left:#?}");
}

/// Nor within the rooms that read: from cells to tables to findings one way leads.
#[test]
fn no_circles_among_the_files_that_read() {
    for (room, least) in [("src/text", 30), ("src/table", 30), ("src/dataset", 150), ("src/checks", 3)] {
        let left = circles(&[room], &[], least);
        assert!(left.is_empty(), "{left:#?}");
    }
}

/// Nor among those that talk with the user.
#[test]
fn no_circles_among_the_files_of_the_terminal() {
    let left = circles(&["src/cli"], &[], 100);
    assert!(left.is_empty(), "{left:#?}");
}

/// No function of the rooms that read takes more than five parameters, itself included.
#[test]
fn five_parameters_are_enough() {
    let mut many = Vec::new();
    let mut seen = 0;
    for (path, code) in sources() {
        if !["src/table", "src/dataset", "src/checks"].iter().any(|room| path.starts_with(room)) {
            continue;
        }
        for (at, _) in code.match_indices("fn ") {
            let Some(open) = code[at..].find('(').map(|open| at + open + 1) else { continue };
            let (mut depth, mut count, mut last) = (1, 0, ' ');
            for c in code[open..].chars() {
                depth += i32::from(matches!(c, '(' | '[' | '{' | '<'))
                    - i32::from(matches!(c, ')' | ']' | '}') || c == '>' && last != '-');
                if depth == 0 {
                    break;
                }
                count += usize::from(c == ',' && depth == 1);
                last = if c.is_whitespace() { last } else { c };
            }
            let parameters = if last == ',' || last == ' ' { count } else { count + 1 };
            seen += 1;
            if parameters > 5 {
                many.push(format!("{}: {}", path.display(), code[at..open].trim()));
            }
        }
    }
    assert!(seen > 300, "only {seen} functions were seen");
    assert!(many.is_empty(), "{}", many.join("\n"));
}

#[test]
fn no_folder_of_the_renderers_is_flat() {
    let mut counts: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let renders = |path: &Path| path.starts_with("src/render") || path.starts_with("src/marking");
    for (path, _) in sources().iter().filter(|(path, _)| renders(path) && !path.ends_with("mod.rs")) {
        *counts.entry(path.parent().unwrap().to_owned()).or_default() += 1;
    }
    let flat: Vec<_> = counts.iter().filter(|(_, count)| **count > 12).collect();
    assert!(flat.is_empty(), "{flat:?}");
}

#[test]
fn the_test_sees_a_wrong_use() {
    let rooms = vec!["vocabulary".to_owned(), "workbook".to_owned(), "cli".to_owned()];
    assert_eq!(uses("use crate::cli::Arguments;", &rooms), ["cli"]);
    assert_eq!(uses("use crate::{vocabulary::Year, cli::{A, B}};", &rooms), ["vocabulary", "cli"]);
    assert_eq!(uses("crate::client::x", &rooms), Vec::<String>::new());
}
