//! Which keys differ between two texts of `iku.toml`.

use super::words_id as words;
use std::collections::BTreeSet;
use toml::{Table, Value};

/// The keys that were added, removed or changed, ascending: `laporan.judul`,
/// `sasaran[1].indikator[2].target.2022` (tables counted from 1, as they stand now). Comments and the order of keys are no
/// difference. Tables of a list are held against those they were before, whatever their place: one that came or
/// went is told by its name (`indikator Koperasi Sehat (baru)`), another order once. A text that is no TOML has no keys.
///
/// ```
/// use iku::profile::changed_keys;
/// assert_eq!(changed_keys("a = 1 # satu\nb = 2", "b = 3\na = 1"), ["b"]);
/// assert_eq!(changed_keys("[[s]]\nx = 1", "[[s]]\nx = 1\n[[s]]\nx = 2"), ["s[2].x"]);
/// assert_eq!(changed_keys("[[s]]\nnama = \"A\"", "[[s]]\nnama = \"B\"\n[[s]]\nnama = \"A\""), ["s B (baru)"]);
/// ```
pub fn changed_keys(before: &str, now: &str) -> Vec<String> {
    let parsed = |text: &str| text.parse::<Table>().unwrap_or_default();
    let (before, now) = (parsed(before), parsed(now));
    let mut changed = Changed::default();
    changed.goals(&before, &now);
    changed.table("", &before, &now);
    changed.0.into_iter().collect()
}

/// The list that indicators stand in, within the goals that they serve: they are held against each other through all goals.
const GOALS: &str = "sasaran";
const INDICATORS: &str = "indikator";
/// A list whose order says nothing.
const UNORDERED: &str = "terima";

/// A table of a list: where it stands, and what it holds.
struct Item<'t> {
    path: String,
    table: &'t Table,
}

impl Item<'_> {
    /// What a person knows it by; empty where it has no name.
    fn label(&self) -> String {
        let text = |key: &str| self.table.get(key).and_then(Value::as_str);
        let named = ["nama", "uraian"].iter().find_map(|key| text(key));
        match (named, text("kode")) {
            (Some(name), _) => name.to_owned(),
            (None, Some(kode)) => [Some(kode), text("sel")].into_iter().flatten().collect::<Vec<_>>().join(" "),
            (None, None) => String::new(),
        }
    }
}

#[derive(Default)]
struct Changed(BTreeSet<String>);

impl Changed {
    fn table(&mut self, path: &str, before: &Table, now: &Table) {
        for key in before.keys().chain(now.keys()).collect::<BTreeSet<_>>() {
            if path.is_empty() && key == GOALS {
                continue;
            }
            let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            self.value(&path, before.get(key), now.get(key));
        }
    }

    fn value(&mut self, path: &str, before: Option<&Value>, now: Option<&Value>) {
        let none = Table::new();
        let of = |value: Option<&Value>| value.is_none_or(Value::is_table);
        let is_list = |value: Option<&Value>| {
            value.and_then(Value::as_array).is_some_and(|items| !items.is_empty() && items.iter().all(Value::is_table))
        };
        if of(before) && of(now) {
            let table = |value: Option<&'_ Value>| value.and_then(Value::as_table).cloned();
            self.table(path, &table(before).unwrap_or_else(|| none.clone()), &table(now).unwrap_or(none));
        } else if (before.is_none() || is_list(before)) && (now.is_none() || is_list(now)) {
            let name = path.rsplit('.').next().unwrap_or(path).to_owned();
            self.list(&name, &items(path, before), &items(path, now));
        } else if format!("{before:?}") != format!("{now:?}") {
            // Texts with their kind, so that 1 and "1" differ.
            self.0.insert(path.to_owned());
        }
    }

    /// The goals without their indicators, and the indicators of all goals.
    fn goals(&mut self, before: &Table, now: &Table) {
        let bare = |root: &Table| -> Vec<(String, Table)> {
            let without = |goal: &Item<'_>| {
                let mut table = goal.table.clone();
                table.remove(INDICATORS);
                (goal.path.clone(), table)
            };
            items(GOALS, root.get(GOALS)).iter().map(without).collect()
        };
        let (old, new) = (bare(before), bare(now));
        fn as_items(all: &[(String, Table)]) -> Vec<Item<'_>> {
            all.iter().map(|(path, table)| Item { path: path.clone(), table }).collect()
        }
        let goals = self.list(GOALS, &as_items(&old), &as_items(&new));
        let ((old_goals, old), (new_goals, new)) = (indicators(before), indicators(now));
        let pairs = self.list(INDICATORS, &old, &new);
        // An indicator under another goal stands in another place.
        let is_moved =
            |(from, to): &(usize, usize)| goals.iter().any(|(goal, other)| old_goals[*from] == *goal && new_goals[*to] != *other);
        if pairs.iter().any(is_moved) {
            self.0.insert(words::order_changed(INDICATORS));
        }
    }

    /// The tables of a list each against the one it was; which is which, by their places.
    fn list(&mut self, name: &str, before: &[Item<'_>], now: &[Item<'_>]) -> Vec<(usize, usize)> {
        let pairs = paired(before, now);
        for (from, to) in &pairs {
            self.table(&now[*to].path, before[*from].table, now[*to].table);
        }
        for (index, item) in now.iter().enumerate().filter(|(index, _)| !pairs.iter().any(|(_, to)| to == index)) {
            match item.label() {
                label if label.is_empty() => self.table(&now[index].path, &Table::new(), item.table),
                label => drop(self.0.insert(words::added(name, &label))),
            }
        }
        for (index, item) in before.iter().enumerate().filter(|(index, _)| !pairs.iter().any(|(from, _)| from == index)) {
            match item.label() {
                label if label.is_empty() => self.table(&before[index].path, item.table, &Table::new()),
                label => drop(self.0.insert(words::removed(name, &label))),
            }
        }
        if name != UNORDERED && !pairs.is_sorted_by_key(|(from, _)| *from) {
            self.0.insert(words::order_changed(name));
        }
        pairs
    }
}

/// The indicators of all goals, and the place of each one's goal.
fn indicators(root: &Table) -> (Vec<usize>, Vec<Item<'_>>) {
    let (mut goals, mut all) = (Vec::new(), Vec::new());
    for (index, goal) in items(GOALS, root.get(GOALS)).into_iter().enumerate() {
        let own = items(&format!("{}.{INDICATORS}", goal.path), goal.table.get(INDICATORS));
        goals.extend(std::iter::repeat_n(index, own.len()));
        all.extend(own);
    }
    (goals, all)
}

fn items<'t>(path: &str, list: Option<&'t Value>) -> Vec<Item<'t>> {
    let tables = list.and_then(Value::as_array).into_iter().flatten().enumerate();
    tables.filter_map(|(index, item)| Some(Item { path: format!("{path}[{}]", index + 1), table: item.as_table()? })).collect()
}

/// Which table is which: equal ones, else those of one name, else those in one place; ascending by the place now.
fn paired(before: &[Item<'_>], now: &[Item<'_>]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let same: [&dyn Fn(usize, usize) -> bool; 4] = [
        &|from, to| from == to && before[from].table == now[to].table,
        &|from, to| before[from].table == now[to].table,
        &|from, to| !now[to].label().is_empty() && before[from].label() == now[to].label(),
        &|from, to| from == to,
    ];
    for is_same in same {
        for to in 0..now.len() {
            if pairs.iter().any(|(_, taken)| *taken == to) {
                continue;
            }
            let free = |from: &usize| !pairs.iter().any(|(taken, _)| taken == from);
            if let Some(from) = (0..before.len()).filter(free).find(|from| is_same(*from, to)) {
                pairs.push((from, to));
            }
        }
    }
    pairs.sort_by_key(|(_, to)| *to);
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "[[sasaran]]\nuraian = \"satu\"\n[[sasaran.indikator]]\nnama = \"A\"\nrumus = \"a\"\ntarget = { 2021 = 5 }\n";
    const B: &str = "[[sasaran]]\nuraian = \"dua\"\n[[sasaran.indikator]]\nnama = \"B\"\nrumus = \"b\"\n";

    #[test]
    fn what_only_moved_is_told_once_and_what_came_or_went_by_its_name() {
        let changed = |before: &str, now: &str| changed_keys(before, now).join("; ");
        assert_eq!(changed(&format!("{A}{B}"), &format!("{A}{B}")), "");
        assert_eq!(changed(&format!("{A}{B}"), &format!("{B}{A}")), "urutan indikator; urutan sasaran");
        assert_eq!(changed(&format!("{A}{B}"), B), "indikator A (dihapus); sasaran satu (dihapus)");
        assert_eq!(changed(A, &format!("{B}{A}")), "indikator B (baru); sasaran dua (baru)");
        let other = A.replace("= 5", "= 6");
        assert_eq!(
            changed(&format!("{A}{B}"), &format!("{B}{other}")),
            "sasaran[2].indikator[1].target.2021; urutan indikator; urutan sasaran"
        );
        // Renamed where it stands.
        assert_eq!(changed(A, &A.replace("\"A\"", "\"Aa\"")), "sasaran[1].indikator[1].nama");
        let under = "[[sasaran.indikator]]\nnama = \"B\"\nrumus = \"b\"\n";
        assert_eq!(changed(&format!("{A}{B}"), &format!("{A}{under}")), "sasaran dua (dihapus)");
    }

    #[test]
    fn an_acceptance_put_before_others_is_the_only_one_that_is_new() {
        let terima = |kode: &str| format!("[[terima]]\nkode = \"{kode}\"\nsel = \"a!B1\"\nalasan = \"x\"\n");
        let (one, two) = (terima("bukan-angka"), terima("nilai-kosong"));
        assert_eq!(changed_keys(&one, &format!("{two}{one}")), ["terima nilai-kosong a!B1 (baru)"]);
        assert_eq!(changed_keys(&one, &one.replace("\"x\"", "\"y\"")), ["terima[1].alasan"]);
    }
}
