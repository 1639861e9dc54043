//! What a template may be made of: checked in its text, before Tera's parser,
//! which calls itself, sees it. The language is closed: text, `{{ }}`, `for`,
//! `if`, `set` and `include`; whatever else Tera has could grow without a bound.

use super::tags::{Kind, Tag, tags};
use crate::document::problem::{Bound, Fault, Problem, TemplateError};
use crate::document::template::TemplateSet;
use std::collections::BTreeMap;

const STATEMENTS: [&str; 12] =
    ["for", "endfor", "if", "elif", "else", "endif", "set", "set_global", "include", "break", "continue", "raw"];
/// How deep tags may stand in each other, and includes include.
const DEEPEST: usize = 24;
/// `elif` branches of one `if`.
const MOST_BRANCHES: usize = 100;
/// Signs that join or pass on texts in one tag.
const MOST_JOINED: usize = 32;
/// Tags of a set.
const MOST_TAGS: usize = 50_000;

/// Refuses what no report needs.
///
/// # Errors
/// The first mistake of each file.
pub fn check(set: &TemplateSet) -> Result<(), TemplateError> {
    let mut problems = Vec::new();
    let mut includes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut count = 0;
    for (name, text) in &set.files {
        let tags = tags(text);
        count += tags.len();
        if let Some((tag, fault)) = first_fault(&tags) {
            problems.push(at(name, text, tag, fault));
        }
        let included = tags.iter().filter(|tag| tag.kind == Kind::Statement && tag.name() == "include");
        includes.insert(name, included.flat_map(|tag| tag.quoted()).collect());
    }
    if count > MOST_TAGS {
        let name = set.files.keys().next().cloned().unwrap_or_default();
        problems.push(Problem::of_file(name, Fault::Beyond(Bound::Tags)));
    }
    // Without a fault, each file's includes are known: how deep they go can be told.
    if problems.is_empty() {
        let mut depths = BTreeMap::new();
        let too_deep = includes.keys().find(|name| depth(name, &includes, &mut depths, 0).is_none());
        problems.extend(too_deep.map(|name| Problem::of_file(*name, Fault::Beyond(Bound::Includes))));
    }
    if problems.is_empty() { Ok(()) } else { Err(TemplateError { problems }) }
}

fn first_fault<'a, 't>(tags: &'a [Tag<'t>]) -> Option<(&'a Tag<'t>, Fault)> {
    // For each open `for` or `if`: its branches so far.
    let mut open: Vec<usize> = Vec::new();
    for tag in tags {
        let joined = tag.count("~").max(tag.count("|"));
        if joined > MOST_JOINED {
            return Some((tag, Fault::Beyond(Bound::Joined)));
        }
        if tag.count("...") > 0 || tag.words().skip(1).any(|word| word == "for") {
            return Some((tag, Fault::Beyond(Bound::Lists)));
        }
        if tag.kind == Kind::Output {
            continue;
        }
        let name = tag.name();
        if !STATEMENTS.contains(&name) {
            return Some((tag, Fault::UnknownStatement { name: name.to_owned() }));
        }
        match name {
            "for" | "if" => open.push(0),
            "endfor" | "endif" => drop(open.pop()),
            "elif" => {
                if let Some(branches) = open.last_mut() {
                    *branches += 1;
                    if *branches > MOST_BRANCHES {
                        return Some((tag, Fault::Beyond(Bound::Branches)));
                    }
                }
            }
            _ => {}
        }
        if open.len() > DEEPEST {
            return Some((tag, Fault::TooDeep));
        }
    }
    None
}

/// How many files deep a file's includes go; `None` where that is too deep, or without end.
fn depth<'t>(
    name: &'t str,
    includes: &BTreeMap<&'t str, Vec<&'t str>>,
    known: &mut BTreeMap<&'t str, usize>,
    above: usize,
) -> Option<usize> {
    if above > DEEPEST {
        return None;
    }
    if let Some(depth) = known.get(name) {
        return (above + depth <= DEEPEST).then_some(*depth);
    }
    let mut deepest = 0;
    for included in includes.get(name).into_iter().flatten() {
        deepest = deepest.max(1 + depth(included, includes, known, above + 1)?);
    }
    known.insert(name, deepest);
    Some(deepest)
}

fn at(name: &str, text: &str, tag: &Tag<'_>, fault: Fault) -> Problem {
    let before = &text[..tag.start];
    let line = before.matches('\n').count() + 1;
    let source = text.lines().nth(line - 1).unwrap_or_default().trim().chars().take(160).collect();
    Problem { file: name.to_owned(), line, source, mark: None, rendered: None, fault }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(files: &[(&str, &str)]) -> Option<Fault> {
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        let error = check(&TemplateSet { files, ..TemplateSet::default() }).err()?;
        Some(error.problems[0].fault.clone())
    }

    #[test]
    fn the_language_is_closed_and_its_depth_bounded() {
        let elif = |count: usize| format!("{{% if a %}}{}{{% endif %}}", "{% elif b %}".repeat(count));
        assert_eq!(refused(&[("a.xml", &elif(MOST_BRANCHES))]), None);
        assert_eq!(refused(&[("a.xml", &elif(60_000))]), Some(Fault::Beyond(Bound::Branches)));
        let nested = |depth: usize| format!("{}{}", "{% for a in b %}".repeat(depth), "{% endfor %}".repeat(depth));
        assert_eq!(refused(&[("a.xml", &nested(DEEPEST))]), None);
        assert_eq!(refused(&[("a.xml", &nested(DEEPEST + 1))]), Some(Fault::TooDeep));
        assert_eq!(refused(&[("a.xml", "{{ [1 for a in b] }}")]), Some(Fault::Beyond(Bound::Lists)));
        assert_eq!(refused(&[("a.xml", "{% set a = [...a, ...a] %}")]), Some(Fault::Beyond(Bound::Lists)));
        assert_eq!(refused(&[("a.xml", &format!("{{{{ a{} }}}}", " ~ a".repeat(40)))]), Some(Fault::Beyond(Bound::Joined)));
        for tag in ["block a", "endset", "filter upper", "component a()", "extends \"b.xml\""] {
            assert!(matches!(refused(&[("a.xml", &format!("{{% {tag} %}}"))]), Some(Fault::UnknownStatement { .. })), "{tag}");
        }
        assert_eq!(refused(&[("a.xml", "{{ \"for ... | ~\" }}{# {% block %} #}{% raw %}{% block %}{% endraw %}")]), None);
    }

    #[test]
    fn includes_end() {
        assert_eq!(refused(&[("a.xml", "{% include \"b.xml\" %}"), ("b.xml", "")]), None);
        let circle = [("a.xml", "{% include \"b.xml\" %}"), ("b.xml", "{% if x %}{% include 'a.xml' %}{% endif %}")];
        assert_eq!(refused(&circle), Some(Fault::Beyond(Bound::Includes)));
        let names: Vec<String> = (0..40).map(|n| format!("{n:02}.xml")).collect();
        let texts: Vec<String> = (1..41).map(|n| format!("{{% include \"{n:02}.xml\" %}}")).collect();
        let chain: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
        assert_eq!(refused(&chain), Some(Fault::Beyond(Bound::Includes)));
    }
}
