//! Where clicks on a figure and beside it lead: what its formula rests on.

use crate::formula::excel::heading::ENTITY;

/// Of `IF(guard,"n/a",value)` the value: what a guard asks (`ROWS(…)=0`, of a denominator) is not what the figure rests on.
fn unguarded(formula: &str) -> &str {
    let mut rest = formula;
    while let Some([then, otherwise]) = branches(rest) {
        rest = match (says_words(then), says_words(otherwise)) {
            (true, false) => otherwise,
            (false, true) => then,
            _ => break,
        };
    }
    rest
}

/// Whether a branch gives words alone, whichever of them.
fn says_words(branch: &str) -> bool {
    branch.starts_with('"') || branches(branch).is_some_and(|both| both.iter().all(|one| says_words(one)))
}

/// What a formula that is one `IF` gives where its condition holds, and else.
fn branches(formula: &str) -> Option<[&str; 2]> {
    let inside = formula.strip_prefix("IF(")?.strip_suffix(')')?;
    let (mut depth, mut quoted) = (0i32, false);
    let mut commas = Vec::new();
    for (at, c) in inside.char_indices() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' if depth == 0 => commas.push(at),
            _ => {}
        }
        // The bracket that opens it closes before the end: `IF(…)+IF(…)`.
        if depth < 0 {
            return None;
        }
    }
    let [first, second] = commas[..] else { return None };
    Some([&inside[first + 1..second], &inside[second + 1..]])
}

/// All that a formula reads, each once: what its value rests on first, then what its guards ask besides.
pub(super) fn references(formula: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in [unguarded(formula), formula] {
        let (mut rest, mut is_quoted) = (part, false);
        while let Some(c) = rest.chars().next() {
            if is_quoted || c == '"' || !is_of_name(c) {
                is_quoted ^= c == '"';
                rest = &rest[c.len_utf8()..];
                continue;
            }
            let end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let column = after.strip_prefix('[').and_then(|inside| inside.split_once(']'));
            rest = column.map_or(after, |(_, after)| after);
            let is_name = name.contains('_') && !name.starts_with(|c: char| c.is_ascii_digit()) && !after.starts_with('(');
            let reference = match column {
                Some((heading, _)) => format!("{name}[{heading}]"),
                None if is_name => name.to_owned(),
                None => continue,
            };
            if !found.contains(&reference) {
                found.push(reference);
            }
        }
    }
    found
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

/// What a figure leads to: of all that its formula reads the first that is neither a target nor the numbers of the rows, which
/// say of no figure what it is of; such a one where there is no other.
pub(super) fn first_reference(formula: &str) -> Option<String> {
    let of = references(formula);
    let says_little = |reference: &&String| says_how_many(reference) || TARGETS.iter().any(|target| reference.ends_with(target));
    of.iter().find(|reference| !says_little(reference)).or(of.first()).cloned()
}

/// Whether a reference is the numbers of the rows.
pub(super) fn says_how_many(reference: &str) -> bool {
    reference.strip_suffix(']').and_then(|inside| inside.strip_suffix(ENTITY)).is_some_and(|before| before.ends_with('['))
}

/// How the names of targets end.
const TARGETS: [&str; 2] = ["_target", "_target_akhir"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_a_figure_rests_on_is_listed_each_once() {
        let growth =
            "IF(COUNT(volume_2021,volume_2020)<2,\"n/a_1\",IF(volume_2020=0,\"n/a\",(volume_2021-volume_2020)/volume_2020*100))";
        assert_eq!(references(growth), ["volume_2021", "volume_2020"]);
        let share = "IF(ROWS(k_2021[Nomor Entitas])=0,\"n/a\",COUNTIFS(k_2021[Aktif Ya],1)/ROWS(k_2021[Nomor Entitas]))";
        assert_eq!(references(share), ["k_2021[Aktif Ya]", "k_2021[Nomor Entitas]"]);
        assert_eq!(references("IF(pembagi_2021=0,\"n/a\",SUM(umkm_2021[Omset])*1.5)"), ["umkm_2021[Omset]", "pembagi_2021"]);
        assert_eq!(references("1+2"), Vec::<String>::new());
    }

    #[test]
    fn a_figure_leads_to_what_it_counts_and_not_to_what_its_guard_asks() {
        let leads = |formula: &str| first_reference(formula).unwrap();
        let share = "IF(ROWS(keragaan_2021[Nomor Entitas])=0,\"n/a\",COUNTIFS(keragaan_2021[Aktif, ya],TRUE)/ROWS(keragaan_2021[Nomor Entitas]))";
        assert_eq!(leads(share), "keragaan_2021[Aktif, ya]");
        assert_eq!(leads("IF(jumlah_2021=0,\"tidak dapat dihitung\",naik_2021/jumlah_2021*100)"), "naik_2021");
        assert_eq!(leads("IF(AND(a_2021>0,b_2021<>\"x,y\"),IF(c_2020=0,\"n/a\",d_2021/c_2020),\"n/a\")"), "d_2021");
        // Words alone, whichever: a guard too.
        let why = "IF(COUNT(a_2021,b_2021)<2,IF(OR(a_2020=\"n/a\",c_2021=\"n/a\"),\"n/a\",\"tidak dapat dihitung\"),b_2021*2)";
        assert_eq!(leads(why), "b_2021");
        // Two values: the condition is as much of the figure as they are.
        assert_eq!(leads("IF(a_2021>0,b_2021,c_2021)"), "a_2021");
        assert_eq!(leads("IF(a_2021=0,\"n/a\",1)+IF(b_2021=0,\"n/a\",1)"), "a_2021");
        assert_eq!(leads("SUM(umkm_2021[Omset])"), "umkm_2021[Omset]");
        // How many rows there are, or a target, is not what a figure is of.
        assert_eq!(leads("ROWS(umkm_2021[Nomor Entitas])-COUNT(umkm_2021[Omset])"), "umkm_2021[Omset]");
        assert_eq!(leads("naik_2021/ROWS(umkm_2021[Nomor Entitas])*100"), "naik_2021");
        assert_eq!(leads("(2*iku_2_1_2021_target-iku_2_1_2021)/iku_2_1_2021_target*100"), "iku_2_1_2021");
        assert_eq!(leads("ROWS(umkm_2021[Nomor Entitas])"), "umkm_2021[Nomor Entitas]");
    }
}
