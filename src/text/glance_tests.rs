//! No quick look may turn away what the slow one would tell: both ways over all that the other tests are about, and over
//! their words put together at random.

use super::bare_limit::{is_nothing_else, is_of_else};
use super::branch::{has_branch_word, leads_as_branch, names_no_branch};
use super::glance::{Glance, kind};
use super::identity::{is_no_registration, is_registration};
use super::label::{spelt_words, words};
use super::name_remark::{is_bare, says_more};
use super::part::{is_whole, told};
use super::period::whole_period;
use super::phrase::{begins_a_foot, begins_no_foot};
use super::remark::{corrects_by, has_ended, tells_no_end};
use super::row_word::{names_no_row, takes_away};
use crate::vocabulary::Year;

/// Files whose quoted texts are what sweeps, hazards and hunts are about, and the words that the slow looks know.
const SOURCES: [&str; 27] = [
    include_str!("../dataset/tests/hazard_sweep.rs"),
    include_str!("../dataset/tests/sweep.rs"),
    include_str!("../dataset/tests/limits_anywhere.rs"),
    include_str!("../dataset/tests/bearers.rs"),
    include_str!("../dataset/tests/branch_rows.rs"),
    include_str!("../dataset/tests/hunted_words.rs"),
    include_str!("../dataset/tests/hunted_kinds.rs"),
    include_str!("../dataset/tests/hunted.rs"),
    include_str!("../dataset/tests/odd_rows.rs"),
    include_str!("../dataset/tests/said_beside.rs"),
    include_str!("../dataset/tests/ordinary.rs"),
    include_str!("aside.rs"),
    include_str!("bare_limit.rs"),
    include_str!("branch.rs"),
    include_str!("identity.rs"),
    include_str!("name_remark.rs"),
    include_str!("part.rs"),
    include_str!("period.rs"),
    include_str!("period_tests.rs"),
    include_str!("phrase.rs"),
    include_str!("remark.rs"),
    include_str!("glance.rs"),
    include_str!("row_word.rs"),
    include_str!("lexicon/reserve.rs"),
    include_str!("lexicon/bearer.rs"),
    include_str!("lexicon/status.rs"),
    include_str!("lexicon/remark.rs"),
];

fn texts() -> Vec<String> {
    let quoted = SOURCES.iter().flat_map(|source| source.split('"').skip(1).step_by(2));
    let quoted = quoted.flat_map(|text| text.split(';')).filter(|text| !text.is_empty() && text.len() < 90);
    let mut texts: Vec<String> = quoted.map(str::to_owned).collect();
    let mut pool: Vec<String> = texts.iter().filter(|text| text.len() < 16 && !text.contains(' ')).cloned().collect();
    pool.sort();
    pool.dedup();
    pool.extend(
        ["Koperasi", "KSP", "BH", "518", "2021", "2020", "KWK.13", "Makmur", "A", "12", "II", "s/d", "Jl."].map(str::to_owned),
    );
    let mut state = 20_261_129_u64;
    let mut roll = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    for _ in 0..60_000 {
        let mut text = String::new();
        for at in 0..1 + roll(4) {
            if at > 0 {
                text += [" ", " ", " ", "/", "-", ".", " - ", ", ", ": ", " (", "", "  "][roll(12)];
            }
            let word = &pool[roll(pool.len())];
            match roll(4) {
                0 => text += &word.to_uppercase(),
                1 => text += &word.chars().map(|c| format!("{c} ")).collect::<String>(),
                _ => text += word,
            }
        }
        texts.push(text);
    }
    texts
}

/// Holds a quick look against a slow one, and counts on it to be of use.
fn held(texts: &[String], quick: impl Fn(&str) -> bool, slow: impl Fn(&str) -> bool) {
    let turned_away: Vec<&String> = texts.iter().filter(|text| quick(text)).collect();
    assert!(turned_away.len() * 50 > texts.len(), "{} of {}", turned_away.len(), texts.len());
    for text in turned_away {
        assert!(!slow(text), "{text:?}");
    }
}

#[test]
fn no_quick_look_turns_away_what_the_slow_one_tells() {
    let texts = texts();
    let own = Some(Year(2021));
    held(&texts, is_bare, |text| says_more(text, own));
    held(&texts, is_registration, |text| is_no_registration(text, true) || is_no_registration(text, false));
    held(&texts, is_of_else, |text| is_nothing_else(text, own));
    held(&texts, names_no_row, takes_away);
    held(&texts, tells_no_end, |text| has_ended(&spelt_words(text)));
    held(&texts, |text| Glance::of(text).is_some_and(|own| !own.holds(kind::CORRECTED)), |text| corrects_by(text, &words(text)));
    held(&texts, begins_no_foot, begins_a_foot);
    held(&texts, is_whole, |text| told(text).is_some());
    held(&texts, names_no_branch, |text| leads_as_branch(&spelt_words(text)) || has_branch_word(&spelt_words(text)));
    held(&texts, |text| Glance::of(text).is_some_and(|own| own.holds(kind::NO_PERIOD)), |text| whole_period(text).is_some());
}
