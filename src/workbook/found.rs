//! File patterns of the profile: `data/Data UMKM {tahun}.xlsx`, `data/*/umkm*.csv`.

use crate::diagnostic::{FormatTidakDikenal, Temuan};
use crate::intake;
use crate::vocabulary::{At, Slips, Year};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

/// A file that a pattern names.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FoundFile {
    /// Relative to the office's folder, with `/`.
    pub berkas: String,
    pub path: PathBuf,
    /// What `{tahun}` stands for, where the pattern has it.
    pub tahun: Option<Year>,
    /// Its size in bytes, 0 where it is not known.
    pub size: u64,
    /// A link leads out of the office's folder, and the profile does not say that it may.
    pub outside: bool,
}

impl FoundFile {
    fn root(folder: &Path) -> Self {
        Self { berkas: String::new(), path: folder.to_path_buf(), tahun: None, size: 0, outside: false }
    }

    /// Why the file is not read though it is there: a link that leads out of the folder.
    pub fn refusal(&self) -> Option<Temuan> {
        let dikenali = Some("tautan yang menuju ke luar folder".to_owned());
        self.outside.then(|| Temuan::new(At::file(self.berkas.as_str()), FormatTidakDikenal { dikenali }))
    }
}

/// The files under `folder` that `pattern` names, sorted by name. `{tahun}` is
/// four digits (the same wherever it stands twice), `*` any characters within
/// one name; letters match without regard to case, as Windows does, unless two
/// names differ in case alone. Dotfiles and Office's `~$` lock files never
/// match; a folder reached again through a link is not entered twice, and what a
/// link outside the folder holds is marked as `outside` unless `links` may lead there.
///
/// # Errors
/// A pattern that leaves the folder (`..`, an absolute path), or a folder that cannot be listed.
pub fn expand(folder: &Path, pattern: &str, links: bool) -> io::Result<Vec<FoundFile>> {
    let pieces = pieces(pattern)?;
    let root = intake::real(folder)?;
    let mut places = vec![FoundFile::root(folder)];
    for (index, piece) in pieces.iter().enumerate() {
        let is_last = index + 1 == pieces.len();
        let mut next = Vec::new();
        for place in &places {
            next.extend(matches_in(place, piece, is_last, index == 0)?);
        }
        places = once_each(next, is_last, |real| links || real.starts_with(&root));
    }
    places.sort();
    Ok(places)
}

/// The folders that a pattern goes through and nobody can look into, from the office's folder, each with why: what it names in
/// them is not known.
pub fn closed_folders(folder: &Path, pattern: &str) -> Vec<(String, io::Error)> {
    let mut closed = Vec::new();
    let mut places = vec![FoundFile::root(folder)];
    for piece in pieces(pattern).unwrap_or_default() {
        let shut = places.iter().filter_map(|place| Some((place.berkas.clone(), names_in(&place.path).err()?)));
        closed.extend(shut);
        let next = places.iter().flat_map(|place| matches_in(place, &piece, false, false).unwrap_or_default());
        places = once_each(next.collect(), false, |_| true);
    }
    closed
}

/// Links may lead to the same place twice: it counts once, at every step, or circles
/// would multiply. `is_inside` says whether a place may be read by where it really is.
fn once_each(mut places: Vec<FoundFile>, is_last: bool, is_inside: impl Fn(&Path) -> bool) -> Vec<FoundFile> {
    places.sort();
    let mut seen: BTreeMap<(PathBuf, Option<Year>), FoundFile> = BTreeMap::new();
    for mut place in places {
        let real = intake::real(&place.path);
        place.outside = real.as_ref().is_ok_and(|real| !is_inside(real));
        let real = real.unwrap_or_else(|_| place.path.clone());
        let year = place.tahun.filter(|_| !is_last);
        seen.entry((real, year)).or_insert(place);
    }
    seen.into_values().collect()
}

/// What may be spent on looking for one file that is not there: a thousand names of forty letters are compared.
const STEPS_A_FILE: u64 = 2_000_000;

/// The file in the pattern's own folder whose name comes nearest, for "did you
/// mean"; `{tahun}` is compared as `tahun` where that is given.
pub fn nearest_file(folder: &Path, pattern: &str, tahun: Option<Year>) -> Option<String> {
    let (last, mut names) = beside(folder, pattern)?;
    let wanted = tahun.map_or_else(|| last.replace("{tahun}", "2021"), |tahun| last.replace("{tahun}", &tahun.to_string()));
    let wanted = wanted.replace('*', "");
    let slips = Slips::of(STEPS_A_FILE);
    // A file of another year is never meant; one of the wanted year is meant first.
    let is_any_year = tahun.is_none() && last.contains("{tahun}");
    let years = if is_any_year { Vec::new() } else { years_in(&wanted) };
    if !years.is_empty() {
        names.retain(|(_, name)| years_in(name).is_empty() || years_in(name).iter().any(|year| years.contains(year)));
        if names.iter().any(|(_, name)| !years_in(name).is_empty() && is_near(&slips, &wanted, name)) {
            names.retain(|(_, name)| !years_in(name).is_empty());
        }
    }
    let near = slips
        .nearest(&wanted, names.iter().map(|(_, name)| name.as_str()))
        .or_else(|| slips.nearest(stem(&wanted), names.iter().map(|(_, name)| stem(name))))?;
    names.iter().find(|(_, name)| name == near || stem(name) == near).map(|(berkas, _)| berkas.clone())
}

/// The file in the pattern's own folder that is of `tahun` and shares the most words with the pattern that
/// say what is in it; none where two share as many, or where `is_taken` says of each that it is another's.
pub fn alike_file(folder: &Path, pattern: &str, tahun: Year, is_taken: impl Fn(&str) -> bool) -> Option<String> {
    let (last, names) = beside(folder, pattern)?;
    let sought = telling_words(&last);
    let of_year = |name: &str| years_in(name).contains(&tahun.to_string().as_str());
    let shared = |name: &str| telling_words(name).intersection(&sought).count();
    let free = names.into_iter().filter(|(berkas, name)| of_year(name) && !is_taken(berkas));
    let mut alike: Vec<(usize, String)> =
        free.map(|(berkas, name)| (shared(&name), berkas)).filter(|(count, _)| *count > 0).collect();
    alike.sort_by(|a, b| b.cmp(a));
    match alike.as_slice() {
        [(most, _), (next, _), ..] if most == next => None,
        _ => alike.into_iter().next().map(|(_, berkas)| berkas),
    }
}

/// Words of a file's name that any file of an office may have.
const TELLS_NOTHING: [&str; 10] = ["data", "laporan", "lap", "daftar", "rekap", "rekapitulasi", "tahun", "thn", "dan", "per"];

fn telling_words(name: &str) -> BTreeSet<String> {
    let words = stem(name).split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() > 2 && !TELLS_NOTHING.contains(&word.as_str())).collect()
}

/// A pattern's last part, and the files where it would stand: from the office's folder, and by name.
fn beside(folder: &Path, pattern: &str) -> Option<(String, Vec<(String, String)>)> {
    let pieces = pieces(pattern).ok()?;
    let (last, parents) = pieces.split_last()?;
    let mut places = vec![FoundFile::root(folder)];
    for piece in parents {
        let next = places.iter().flat_map(|place| matches_in(place, piece, false, false).unwrap_or_default());
        places = once_each(next.collect(), false, |_| true);
    }
    let mut names: Vec<(String, String)> = Vec::new();
    for place in &places {
        for name in names_in(&place.path).ok()? {
            if place.path.join(&name).is_file() && !is_hidden(&name) {
                names.push((join(&place.berkas, &name), name));
            }
        }
    }
    Some(((*last).to_owned(), names))
}

fn is_near(slips: &Slips, wanted: &str, name: &str) -> bool {
    slips.nearest(wanted, [name]).or_else(|| slips.nearest(stem(wanted), [stem(name)])).is_some()
}

/// The years, 1900 to 2099, that a name holds.
fn years_in(name: &str) -> Vec<&str> {
    let digits = name.split(|c: char| !c.is_ascii_digit());
    digits.filter(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))).collect()
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The names between the slashes.
fn pieces(pattern: &str) -> io::Result<Vec<String>> {
    let pattern = with_stars(&pattern.trim().replace('\\', "/"));
    let outside = pattern.starts_with('/') || pattern.as_bytes().get(1) == Some(&b':');
    let pieces: Vec<String> = pattern.split('/').filter(|piece| !matches!(*piece, "" | ".")).map(str::to_owned).collect();
    if outside || pieces.is_empty() || pieces.iter().any(|piece| piece == "..") {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{pattern}: di luar folder")));
    }
    Ok(pieces)
}

/// A pattern in which `{kecamatan}` is any characters; `{tahun}` stays.
fn with_stars(pattern: &str) -> String {
    let mut stars = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((field, behind)) = after.split_once('}') else { break };
        stars.push_str(before);
        stars.push_str(if field == "tahun" { "{tahun}" } else { "*" });
        rest = behind;
    }
    stars + rest
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

/// The names in a folder, sorted; those that are no Unicode cannot be named in a profile.
fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string().ok());
    }
    names.sort();
    Ok(names)
}

/// What one piece of the pattern names in a place.
fn matches_in(place: &FoundFile, piece: &str, is_last: bool, is_root: bool) -> io::Result<Vec<FoundFile>> {
    let names = match names_in(&place.path) {
        Ok(names) => names,
        Err(error) if is_root => return Err(error),
        // A folder that is not there or not ours to see holds no match.
        Err(_) => return Ok(Vec::new()),
    };
    let mut found: Vec<FoundFile> = Vec::new();
    for name in names.iter().filter(|name| !is_hidden(name)) {
        let Some(captured) = matched(piece, name, place.tahun, false) else { continue };
        // Of two names that differ in case alone the one as written is meant.
        let is_exact = |name: &str| matched(piece, name, place.tahun, true).is_some();
        let twin = |other: &&String| *other != name && other.to_lowercase() == name.to_lowercase();
        if !is_exact(name) && names.iter().filter(twin).any(|twin| is_exact(twin)) {
            continue;
        }
        let path = place.path.join(name);
        let known = path.metadata();
        // What cannot be looked at is there all the same, and is told when it is to be read.
        if known.as_ref().map_or(true, |known| if is_last { known.is_file() } else { known.is_dir() }) {
            let size = known.map_or(0, |known| known.len());
            found.push(FoundFile { berkas: join(&place.berkas, name), path, tahun: captured, size, outside: false });
        }
    }
    Ok(found)
}

/// Whether a name fits, and the year captured by then.
fn matched(piece: &str, name: &str, tahun: Option<Year>, exact: bool) -> Option<Option<Year>> {
    let fold = |text: &str| if exact { text.to_owned() } else { text.to_lowercase() };
    let (piece, name) = (fold(piece), fold(name));
    fit(&tokens(&piece), &name, tahun, &mut BTreeSet::new())
}

enum Wild<'a> {
    Text(&'a str),
    Any,
    Tahun,
}

fn tokens(piece: &str) -> Vec<Wild<'_>> {
    let mut tokens = Vec::new();
    for (index, part) in piece.split("{tahun}").enumerate() {
        if index > 0 {
            tokens.push(Wild::Tahun);
        }
        for (index, text) in part.split('*').enumerate() {
            if index > 0 && !matches!(tokens.last(), Some(Wild::Any)) {
                tokens.push(Wild::Any);
            }
            if !text.is_empty() {
                tokens.push(Wild::Text(text));
            }
        }
    }
    tokens
}

/// What is left of a pattern and of a name, and the year by then: tried before, and no fit.
type Tried = BTreeSet<(usize, usize, Option<Year>)>;

fn fit(tokens: &[Wild<'_>], name: &str, tahun: Option<Year>, tried: &mut Tried) -> Option<Option<Year>> {
    match tokens {
        [] => name.is_empty().then_some(tahun),
        [Wild::Text(text), rest @ ..] => fit(rest, name.strip_prefix(text)?, tahun, tried),
        [Wild::Tahun, rest @ ..] => {
            let (digits, after) = name.split_at_checked(4)?;
            let year = Year::parse(digits).filter(|_| digits.trim() == digits)?;
            // Four digits out of a longer number are no year.
            let alone = !after.starts_with(|char: char| char.is_ascii_digit());
            (alone && tahun.is_none_or(|before| before == year)).then(|| fit(rest, after, Some(year), tried))?
        }
        [Wild::Any, rest @ ..] => {
            // Many stars would else be tried in every combination.
            if !tried.insert((tokens.len(), name.len(), tahun)) {
                return None;
            }
            let mut tries = name.char_indices().map(|(at, _)| at).chain([name.len()]);
            tries.find_map(|at| {
                let cut_number = matches!(rest, [Wild::Tahun, ..]) && name[..at].ends_with(|char: char| char.is_ascii_digit());
                if cut_number { None } else { fit(rest, &name[at..], tahun, tried) }
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in names {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        folder
    }

    fn found(folder: &Path, pattern: &str) -> Vec<String> {
        let one = |file: FoundFile| match file.tahun {
            Some(tahun) => format!("{} {tahun}", file.berkas),
            None => file.berkas,
        };
        expand(folder, pattern, true).unwrap().into_iter().map(one).collect()
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_looked_at_is_not_passed_over() {
        use std::os::unix::fs::symlink;
        let folder = folder(&["data/a/umkm 2021.csv"]);
        let root = folder.path();
        let closed = |pattern: &str| closed_folders(root, pattern).into_iter().map(|(berkas, _)| berkas).collect::<Vec<_>>();
        assert!(closed("data/*/umkm {tahun}.csv").is_empty() && closed("../x").is_empty() && closed("tak ada/x").is_empty());
        // A file and a folder that lead nowhere, as a share does that is not connected.
        symlink(root.join("putus"), root.join("data/a/umkm lain 2021.csv")).unwrap();
        symlink(root.join("putus"), root.join("data/b")).unwrap();
        assert_eq!(found(root, "data/*/umkm*{tahun}.csv"), ["data/a/umkm 2021.csv 2021", "data/a/umkm lain 2021.csv 2021"]);
        assert_eq!(closed("data/*/umkm*{tahun}.csv"), ["data/b"]);
        assert!(closed("data/a/umkm*{tahun}.csv").is_empty());
    }

    #[test]
    fn years_and_stars() {
        let names = [
            "data/Data UMKM 2020.xlsx",
            "data/Data UMKM 2021.xlsx",
            "data/~$Data UMKM 2021.xlsx",
            "data/.Data UMKM 2021.xlsx",
            "data/Data UMKM 20211.xlsx",
            "data/Data UMKM baru.xlsx",
            "data/2021/Gadingrejo.csv",
            "data/2021/Purworejo.csv",
            "data/2020/Purworejo.csv",
            "data/lain/Purworejo.csv",
        ];
        let folder = folder(&names);
        let root = folder.path();
        assert_eq!(
            found(root, "data/Data UMKM {tahun}.xlsx"),
            ["data/Data UMKM 2020.xlsx 2020", "data/Data UMKM 2021.xlsx 2021"]
        );
        assert_eq!(
            found(root, "data/{tahun}/*.csv"),
            ["data/2020/Purworejo.csv 2020", "data/2021/Gadingrejo.csv 2021", "data/2021/Purworejo.csv 2021"]
        );
        assert_eq!(found(root, "./data/*/Pur*.csv").len(), 3);
        assert_eq!(found(root, "data/*{tahun}.xlsx").len(), 2);
        assert_eq!(found(root, "DATA/data umkm {tahun}.XLSX").len(), 2);
        assert_eq!(found(root, "data/Data UMKM baru.xlsx"), ["data/Data UMKM baru.xlsx"]);
        assert!(found(root, "data/*UMKM 2021.xlsx").iter().all(|name| !name.contains("~$") && !name.contains("/.")));
        assert!(found(root, "data").is_empty());
        assert_eq!(found(root, "data/2021/gadingrejo.CSV"), ["data/2021/Gadingrejo.csv"]);
    }

    #[test]
    fn nothing_outside_the_folder() {
        let folder = folder(&["dalam/a.xlsx", "luar.xlsx"]);
        let inside = folder.path().join("dalam");
        assert!(expand(&inside, "../luar.xlsx", true).is_err());
        assert!(expand(&inside, "/etc/*", true).is_err());
        assert!(expand(&inside, "", true).is_err());
        assert!(expand(&folder.path().join("tiada"), "*.xlsx", true).is_err());
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("../luar.xlsx", inside.join("b.xlsx")).unwrap();
            std::os::unix::fs::symlink(".", inside.join("lingkar")).unwrap();
            std::os::unix::fs::symlink("a.xlsx", inside.join("c.xlsx")).unwrap();
            let marked: Vec<(String, bool)> =
                expand(&inside, "*.xlsx", false).unwrap().into_iter().map(|file| (file.berkas, file.outside)).collect();
            assert_eq!(marked, [("a.xlsx".to_owned(), false), ("b.xlsx".to_owned(), true)]);
            assert_eq!(found(&inside, "*.xlsx"), ["a.xlsx", "b.xlsx"]);
            assert_eq!(found(&inside, "*/a.xlsx"), ["lingkar/a.xlsx"]);
            std::os::unix::fs::symlink(".", inside.join("lingkar2")).unwrap();
            assert_eq!(found(&inside, &format!("{}a.xlsx", "*/".repeat(30))).len(), 1);
            // What is not there is looked for no longer than what is.
            let missing = format!("{}aa.xlsx", "*/".repeat(30));
            assert_eq!(nearest_file(&inside, &missing, None).as_deref(), Some("lingkar/".repeat(30) + "a.xlsx").as_deref());
        }
    }

    #[test]
    fn many_stars_take_no_longer() {
        let name = "a".repeat(250);
        let folder = folder(&[&name]);
        assert!(found(folder.path(), &format!("{}b", "*a".repeat(60))).is_empty());
        assert_eq!(found(folder.path(), &"*a".repeat(60)), [name]);
    }

    #[test]
    fn the_nearest_name() {
        let folder =
            folder(&["data/Data UMKN 2021.xlsx", "data/~$Data UMKM 2021.xlsx", "data/lain.csv", "data/Keragaan 2021.xls"]);
        let near = |pattern: &str| nearest_file(folder.path(), pattern, Some(Year(2021)));
        assert_eq!(near("data/Data UMKM {tahun}.xlsx").as_deref(), Some("data/Data UMKN 2021.xlsx"));
        assert_eq!(near("data/Keragaan {tahun}.xlsx").as_deref(), Some("data/Keragaan 2021.xls"));
        assert_eq!(near("data/Sesuatu yang lain sekali.ods"), None);
        assert_eq!(near("../x"), None);
    }
}
