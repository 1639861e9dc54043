//! What a template may cost while it is filled in, in steps and bytes and never
//! in seconds, so that it is judged alike on every machine. Each loop's body
//! and each file begins with a call that pays for its bytes; each variable that
//! is set is weighed; what is written is counted as it comes.

use super::tags::{Kind, tags};
use crate::document::problem::Bound;
use crate::document::words_id;
use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// Bytes of template gone through, each turn of a loop anew: the longest honest
/// report, ten thousand findings, takes a twentieth.
const STEPS: u64 = 256 << 20;
/// What a turn of an empty loop costs.
const TURN: u64 = 256;
/// Bytes of one variable; an item of a list counts as `ITEM`.
const VARIABLE: u64 = 1 << 20;
const ITEM: u64 = 64;
/// Bytes of filled-in text.
const OUTPUT: u64 = 8 << 20;

const PAY: &str = "iku_bayar";
const WEIGH: &str = "iku_timbang";

/// The counts of one filling-in.
#[derive(Clone, Default)]
pub struct Meter {
    steps: Arc<AtomicU64>,
    beyond: Arc<AtomicU64>,
}

impl Meter {
    /// The bound that was reached, if one was.
    pub fn beyond(&self) -> Option<Bound> {
        match self.beyond.load(Ordering::Relaxed) {
            1 => Some(Bound::Steps),
            2 => Some(Bound::Variable),
            3 => Some(Bound::Output),
            _ => None,
        }
    }

    fn refuse(&self, bound: Bound) -> Error {
        let number = match bound {
            Bound::Steps => 1,
            Bound::Variable => 2,
            _ => 3,
        };
        self.beyond.store(number, Ordering::Relaxed);
        Error::message(words_id::beyond(bound))
    }

    fn pay(&self, steps: u64) -> TeraResult<()> {
        let before = self.steps.fetch_add(steps, Ordering::Relaxed);
        if before.saturating_add(steps) > STEPS { Err(self.refuse(Bound::Steps)) } else { Ok(()) }
    }

    /// A value's bytes, counted no further than they may be.
    fn weigh(&self, value: &Value) -> TeraResult<()> {
        let mut left = VARIABLE;
        let fits = fits(value, &mut left);
        self.pay(VARIABLE - left)?;
        if fits { Ok(()) } else { Err(self.refuse(Bound::Variable)) }
    }

    /// A text that a filter would make, of so many bytes.
    fn text(&self, bytes: u64) -> TeraResult<()> {
        self.pay(bytes)?;
        if bytes > VARIABLE { Err(self.refuse(Bound::Variable)) } else { Ok(()) }
    }

    /// Puts the calls, and filters whose result may be longer than what they take, in Tera's hands.
    pub fn register(&self, tera: &mut Tera) {
        let meter = self.clone();
        tera.register_function(PAY, move |given: Kwargs, _: &State| -> TeraResult<String> {
            meter.pay(given.get::<u64>("n")?.unwrap_or(TURN))?;
            Ok(String::new())
        });
        let meter = self.clone();
        tera.register_function(WEIGH, move |given: Kwargs, _: &State| -> TeraResult<String> {
            if let Some((_, value)) = given.iter().next() {
                meter.weigh(value)?;
            }
            Ok(String::new())
        });
        let meter = self.clone();
        tera.register_filter("replace", move |text: &str, given: Kwargs, _: &State| -> TeraResult<String> {
            let (from, to) = (given.must_get::<&str>("from")?, given.must_get::<&str>("to")?);
            let count = text.matches(from).count() as u64;
            meter.text((text.len() as u64).saturating_add(count.saturating_mul(to.len() as u64)))?;
            Ok(text.replace(from, to))
        });
        let meter = self.clone();
        tera.register_filter("join", move |items: Vec<Value>, given: Kwargs, _: &State| -> TeraResult<String> {
            let separator = given.get::<&str>("sep")?.unwrap_or("");
            let texts = items.iter().map(|item| {
                meter.weigh(item)?;
                Ok(item.as_str().map_or_else(|| Cow::Owned(item.to_string()), Cow::Borrowed))
            });
            let texts = texts.collect::<TeraResult<Vec<_>>>()?;
            let own: u64 = texts.iter().map(|text| text.len() as u64).sum();
            meter.text(own.saturating_add((separator.len() as u64).saturating_mul(texts.len() as u64)))?;
            Ok(texts.join(separator))
        });
        let meter = self.clone();
        tera.register_filter("split", move |text: &str, given: Kwargs, _: &State| -> TeraResult<Vec<String>> {
            let pattern = given.must_get::<&str>("pat")?;
            let pieces = text.matches(pattern).count() as u64;
            meter.text((text.len() as u64).saturating_add(pieces.saturating_mul(ITEM)))?;
            Ok(text.split(pattern).map(str::to_owned).collect())
        });
        for name in ["indent", "newlines_to_br", "escape", "escape_html", "escape_xml"] {
            tera.register_filter(name, refuse_filter);
        }
        // Text from workbooks must never become markup.
        tera.register_filter("safe", refuse_safe);
    }

    /// Where what is filled in is written to.
    pub fn output(&self) -> Output<'_> {
        Output { meter: self, bytes: Vec::new() }
    }
}

fn refuse_safe(_: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    Err(Error::message(words_id::SAFE_REFUSED))
}

fn refuse_filter(_: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    Err(Error::message(words_id::FILTER_REFUSED))
}

fn fits(value: &Value, left: &mut u64) -> bool {
    let own = ITEM + value.as_str().map_or(0, |text| text.len() as u64);
    let Some(rest) = left.checked_sub(own) else {
        *left = 0;
        return false;
    };
    *left = rest;
    if let Some(items) = value.as_array() {
        return items.iter().all(|item| fits(item, left));
    }
    value.as_map().is_none_or(|map| map.values().all(|item| fits(item, left)))
}

/// A text with the calls in their places.
pub fn metered(text: &str) -> String {
    // Where a call stands, what it says, and whether it takes the blanks after it away as its tag did.
    let mut calls: Vec<(usize, String, bool)> = vec![(0, format!("{PAY}(n={})", text.len()), false)];
    let mut open: Vec<usize> = Vec::new();
    for tag in tags(text).iter().filter(|tag| tag.kind == Kind::Statement) {
        match tag.name() {
            "for" => {
                open.push(calls.len());
                calls.push((tag.end, format!("{PAY}()"), tag.trims_after));
            }
            "endfor" => {
                if let Some((start, words, _)) = open.pop().and_then(|index| calls.get_mut(index)) {
                    *words = format!("{PAY}(n={})", TURN + tag.start.saturating_sub(*start) as u64);
                }
            }
            "set" | "set_global" => {
                if let Some(name) = tag.words().nth(1) {
                    calls.push((tag.end, format!("{WEIGH}(v={name})"), tag.trims_after));
                }
            }
            _ => {}
        }
    }
    let mut with_calls = String::with_capacity(text.len() + calls.len() * 32);
    let mut at = 0;
    for (place, words, trims) in &calls {
        with_calls.push_str(text.get(at..*place).unwrap_or_default());
        with_calls.push_str(&format!("{{{{ {words} {}}}}}", if *trims { "-" } else { "" }));
        at = *place;
    }
    with_calls.push_str(text.get(at..).unwrap_or_default());
    with_calls
}

/// A text, or the beginning of one, without the calls.
pub fn without_calls(text: &str) -> String {
    let mut own = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = [PAY, WEIGH].iter().filter_map(|name| rest.find(&format!("{{{{ {name}("))).min() {
        own.push_str(&rest[..at]);
        rest = rest[at..].find("}}").map_or("", |end| &rest[at + end + 2..]);
    }
    own + rest
}

/// Filled-in text, no longer than it may be.
pub struct Output<'m> {
    meter: &'m Meter,
    bytes: Vec<u8>,
}

impl Output<'_> {
    pub fn into_text(self) -> String {
        // Tera writes whole characters alone.
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.bytes.len() + bytes.len()) as u64 > OUTPUT {
            return Err(io::Error::other(self.meter.refuse(Bound::Output)));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_stand_where_work_is_done_and_leave_again() {
        let text = "<a>{% set x = 1 -%} {% for a in b -%} c{% endfor %}{% raw %}{% for %}{% endraw %}</a>";
        let with = metered(text);
        assert_eq!(
            with,
            format!(
                "{{{{ iku_bayar(n={}) }}}}<a>{{% set x = 1 -%}}{{{{ iku_timbang(v=x) -}}}} {{% for a in b -%}}{{{{ iku_bayar(n={}) -}}}} c{{% endfor %}}{{% raw %}}{{% for %}}{{% endraw %}}</a>",
                text.len(),
                TURN + 2
            )
        );
        assert_eq!(without_calls(&with), text);
        assert_eq!(without_calls("ab{{ iku_bayar(n=1"), "ab");
    }
}
