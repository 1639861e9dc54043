//! An explained figure as lines of text.

use super::words_id::explain as words;
use crate::profile::{Arah, TurunRule};
use crate::report::explain::{
    AggregateExplained, CapaianExplained, Explanation, LeftOutExplained, MeasureExplained, OriginExplained, Step,
};
use crate::report::{NA, NAIK_RULE, turun_rule};
use crate::vocabulary::{mask_in_text, mask_quoted, tampil, with_unit};
use rust_decimal::Decimal;

/// How wide the labels are.
const LABEL: usize = 14;

/// The whole explanation, each line ended.
pub fn text(of: &Explanation) -> String {
    let mut lines = Lines(String::new());
    lines.line(0, &format!("{} {} ({})", of.id, mask_in_text(&of.nama), words::year(of.tahun)));
    lines.blank();
    lines.labelled(words::FORMULA, &mask_in_text(&of.dalam_kata));
    lines.labelled(words::WRITTEN, &mask_quoted(&of.rumus, "\""));
    lines.labelled(words::SUBSTITUTED, &of.substitusi);
    lines.steps(&of.langkah);
    let satuan = of.satuan.as_deref().unwrap_or_default();
    match &of.tepat {
        Some(tepat) => {
            lines.labelled(words::RESULT, tepat);
            lines.labelled(words::SHOWN, &format!("{} ({})", with_unit(&of.tampil, satuan), words::rounded(of.desimal)));
        }
        None => lines.labelled(words::RESULT, &with_reason(&of.tampil, of.sebab.as_deref())),
    }
    if let Some(capaian) = &of.capaian {
        lines.capaian(words::CAPAIAN, capaian);
    }
    if let Some(kemajuan) = &of.kemajuan {
        lines.capaian(words::PROGRESS, kemajuan);
    }
    if !of.agregat.is_empty() {
        lines.blank();
        lines.line(0, words::OWN_DATA);
        of.agregat.iter().for_each(|aggregate| lines.aggregate(aggregate));
    }
    of.ukuran.iter().for_each(|measure| lines.measure(measure));
    lines.0
}

fn with_reason(shown: &str, sebab: Option<&str>) -> String {
    sebab.map_or_else(|| shown.to_owned(), |sebab| format!("{shown} ({sebab})"))
}

fn whole(count: usize) -> String {
    tampil(Decimal::from(count), 0)
}

struct Lines(String);

impl Lines {
    fn line(&mut self, indent: usize, text: &str) {
        self.0.push_str(&" ".repeat(indent));
        // Names and texts of the data stay on their line.
        self.0.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
        self.0.truncate(self.0.trim_end_matches(' ').len());
        self.0.push('\n');
    }

    fn blank(&mut self) {
        self.0.push('\n');
    }

    fn labelled(&mut self, label: &str, text: &str) {
        self.line(2, &format!("{label:LABEL$}{text}"));
    }

    fn steps(&mut self, steps: &[Step]) {
        for (index, step) in steps.iter().enumerate() {
            let text = match step {
                Step::Worked { left, right, rounded } => format!("{left} {} {right}", if *rounded { "≈" } else { "=" }),
                Step::Condition { text, holds } => format!("{text} ? {}", if *holds { words::TRUE } else { words::FALSE }),
            };
            self.labelled(if index == 0 { words::STEPS } else { "" }, &text);
        }
    }

    fn capaian(&mut self, label: &str, of: &CapaianExplained) {
        self.labelled(words::TARGET, &format!("{} ({})", of.target, words::year(of.tahun)));
        let (target, realisasi) = (&of.target, &of.realisasi);
        let (rule, figures) = match (of.arah, of.turun) {
            (Arah::Naik, _) => (NAIK_RULE, format!("{realisasi} / {target} x 100%")),
            (Arah::Turun, TurunRule::TwiceTargetMinus) => {
                (turun_rule(of.turun), format!("(2 x {target} - {realisasi}) / {target} x 100%"))
            }
            (Arah::Turun, TurunRule::TargetOverReal) => (turun_rule(of.turun), format!("{target} / {realisasi} x 100%")),
        };
        self.labelled(label, rule);
        match &of.tampil {
            Some(shown) => self.labelled("", &format!("{figures} = {shown}%")),
            None => self.labelled("", &with_reason(NA, of.sebab.as_deref())),
        }
        if let Some((low, high, clamped)) = &of.dibatasi {
            self.labelled(words::CLAMPED, &words::clamped(low, high, clamped));
        }
        if let Some(predikat) = &of.predikat {
            self.labelled(words::PREDICATE, predikat);
        }
    }

    fn measure(&mut self, of: &MeasureExplained) {
        self.blank();
        let satuan = of.satuan.as_deref().unwrap_or_default();
        let shown = with_reason(&of.tampil, of.sebab.as_deref());
        let shown = with_unit(&shown, satuan);
        self.line(0, &format!("{} {} ({}): {shown}", mask_in_text(&of.sebutan), words::year(of.tahun), of.nama));
        if let Some(rumus) = &of.rumus {
            self.labelled(words::WRITTEN, &mask_quoted(rumus, "\""));
        }
        let origin = match &of.asal {
            OriginExplained::Data { lain } => {
                words::from_data(lain.as_ref().map(|(value, asal)| (value.as_str(), asal.as_deref())))
            }
            OriginExplained::Tetapan { .. } if of.sebab.is_some() => words::MISSING.to_owned(),
            OriginExplained::Tetapan { asal, data } => words::fixed(asal.as_deref(), data.as_deref()),
        };
        self.labelled(words::ORIGIN, &mask_in_text(&origin));
        self.steps(&of.langkah);
        of.agregat.iter().for_each(|aggregate| self.aggregate(aggregate));
    }

    fn aggregate(&mut self, of: &AggregateExplained) {
        self.line(2, &format!("{} = {}", mask_in_text(&of.dalam_kata), with_reason(&of.tampil, of.sebab.as_deref())));
        self.line(4, &words::rows(&of.sumber, of.tahun, &whole(of.baris), &whole(of.dihitung)));
        of.kelompok.iter().for_each(|groups| self.line(4, groups));
        let width = |texts: &mut dyn Iterator<Item = &String>| texts.map(|text| text.chars().count()).max().unwrap_or(0).min(60);
        let places = width(&mut of.sel.iter().map(|cell| &cell.tempat));
        let names = width(&mut of.sel.iter().map(|cell| &cell.nama));
        for cell in &of.sel {
            let corrected = if cell.dibetulkan { words::CORRECTED } else { "" };
            self.line(6, &format!("{:places$}  {:names$}  {} {corrected}", cell.tempat, cell.nama, cell.isi));
        }
        if of.sel_lagi > 0 {
            self.line(6, &words::more(&whole(of.sel_lagi)));
        }
        of.dilewati.iter().for_each(|reason| self.left_out(reason));
    }

    fn left_out(&mut self, of: &LeftOutExplained) {
        self.line(4, &words::left_out(&whole(of.jumlah), &mask_in_text(&of.sebab)));
        for (place, name) in &of.baris {
            self.line(6, &format!("{place}  {name}"));
        }
        let more = of.jumlah.saturating_sub(of.baris.len());
        if more > 0 {
            self.line(6, &words::more_rows(&whole(more)));
        }
    }
}
