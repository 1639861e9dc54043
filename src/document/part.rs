//! Fills a template with a report and reads the blocks it makes.

mod bounds;
mod context;
mod marks;
mod meter;
mod tags;
mod tera_errors;

use super::markup;
use super::problem::{Fault, Problem, TemplateError};
use super::{Block, PagePart, Shown, TemplateSet};
use crate::vocabulary::nearest;
use marks::Marks;
use meter::Meter;
use serde::Serialize;
use std::collections::BTreeSet;
use tera::Tera;

/// Renders `PART.xml` of the set with a context (a struct or map: its fields are
/// the template's variables) and reads the result. Fields that are null are
/// absent: `{% if misi %}` asks for them, printing them is an error, as is any
/// unknown variable. Fails with every mistake found, each with the template's line.
pub fn render_part(set: &TemplateSet, part: &str, context: &impl Serialize) -> Result<PagePart, TemplateError> {
    markup::parse(&fill(set, format!("{part}.xml"), context)?, set, None)
}

/// [`render_part`] of a report: each `<angka>` and each `<titik>` with a name must say what the report shows under
/// that name.
pub fn render_part_of(
    set: &TemplateSet,
    part: &str,
    context: &impl Serialize,
    figures: &Shown,
) -> Result<PagePart, TemplateError> {
    markup::parse(&fill(set, format!("{part}.xml"), context)?, set, Some(figures))
}

/// Renders `kaki.xml`, what stands at the foot of every page, as [`render_part`]
/// does a part. A set without that file takes the built-in one: what the law
/// asks for under an electronic signature is not lost with an older copy.
pub fn render_foot(set: &TemplateSet, context: &impl Serialize) -> Result<Vec<Block>, TemplateError> {
    const FOOT: &str = "kaki";
    let built_in;
    let set = if set.has_part(FOOT) {
        set
    } else {
        built_in = TemplateSet::builtin("iku").unwrap_or_default();
        &built_in
    };
    markup::parse_foot(&fill(set, format!("{FOOT}.xml"), context)?, set)
}

/// A file of the set with the context's values in it, at a bounded cost.
fn fill(set: &TemplateSet, file: String, context: &impl Serialize) -> Result<markup::Rendered, TemplateError> {
    if !set.files.contains_key(&file) {
        let known = set.files.keys().cloned().collect();
        return Err(TemplateError::one(Problem::of_file(file, Fault::NoTemplate { known })));
    }
    let filled = context::prepare(context).map_err(|why| TemplateError::one(Problem::of_file(&file, Fault::Context(why))))?;

    bounds::check(set)?;
    let mut marks = Marks::new(set);
    let mut marked = marks.mark_all()?;
    for (_, text) in &mut marked {
        *text = meter::metered(text);
    }
    let meter = Meter::default();
    let mut tera = Tera::new();
    tera.autoescape_on([""]);
    meter.register(&mut tera);
    let told = |error: tera::Error| {
        let mut told = tera_errors::problems(&error, set, &marked, &file);
        if let Some(bound) = meter.beyond() {
            told.problems.truncate(1);
            told.problems.iter_mut().for_each(|problem| problem.fault = Fault::Beyond(bound));
        }
        told
    };
    tera.add_raw_templates(marked.iter().map(|(name, text)| (name.as_str(), text.as_str()))).map_err(told)?;
    let unknown = unknown_variables(&tera, set, &file, &filled.names);
    if !unknown.is_empty() {
        return Err(TemplateError { problems: unknown });
    }
    let mut output = meter.output();
    tera.render_to(&file, &filled.tera, &mut output).map_err(told)?;
    Ok(marks.unmark(&output.into_text(), &file))
}

/// Tera lets an unknown variable stand in a condition; a misspelt one would
/// silently leave its paragraph out.
fn unknown_variables(tera: &Tera, set: &TemplateSet, file: &str, names: &BTreeSet<String>) -> Vec<Problem> {
    let Ok(used) = tera.get_template_variables(file) else { return Vec::new() };
    let introduced = introduced_names(set);
    let unknown: BTreeSet<&str> = used.into_iter().filter(|name| !names.contains(*name) && !introduced.contains(name)).collect();
    unknown
        .into_iter()
        .map(|name| {
            let (file, line, source, mark) = find_word(set, file, name);
            let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
            Problem {
                file,
                line,
                source,
                mark,
                rendered: None,
                fault: Fault::UndefinedVariable { name: name.to_owned(), nearest: near },
            }
        })
        .collect()
}

/// The names that any file of the set binds with `for`, `set` or `set_global`:
/// an included file may use those of the file that includes it.
fn introduced_names(set: &TemplateSet) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for text in set.files.values() {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
        for (index, word) in words.iter().enumerate() {
            match *word {
                "for" => names.extend(words.iter().skip(index + 1).take(2)),
                "set" | "set_global" => names.extend(words.get(index + 1)),
                _ => {}
            }
        }
    }
    names.insert("loop");
    names
}

/// A file, a line of it from 1, that line, and a stretch of its characters.
type Found = (String, usize, String, Option<(usize, usize)>);

/// The first line that uses a word, in the part's own file before the others.
fn find_word(set: &TemplateSet, file: &str, word: &str) -> Found {
    let own = set.files.get_key_value(file);
    let others = set.files.iter().filter(|(name, _)| *name != file);
    for (name, text) in own.into_iter().chain(others) {
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if let Some(at) = word_in(line, word) {
                let mark = (line[..at].chars().count(), word.chars().count());
                return (name.clone(), index + 1, line.to_owned(), Some(mark));
            }
        }
    }
    (file.to_owned(), 0, String::new(), None)
}

/// Where a word stands by itself.
fn word_in(line: &str, word: &str) -> Option<usize> {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .map(|(at, _)| at)
        .find(|&at| !line[..at].ends_with(inside) && !line[at + word.len()..].starts_with(inside))
}

#[cfg(test)]
mod tests;
