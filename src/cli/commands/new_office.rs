//! What a new office's profile needs to know: from flags, or asked for.

use super::refusal::Refusal;
use crate::cli::args::Kantor;
use crate::cli::ask::Asker;
use crate::cli::new_office_words_id as words;
use crate::cli::terminal::tell;
use crate::profile::Fresh;
use crate::vocabulary::{Nip, Tanggal, Year, is_misleading};

/// What the flags say.
///
/// # Errors
/// A flag that cannot be used, in words.
pub fn known(kantor: &Kantor) -> Result<Fresh, Refusal> {
    let tanggal = match &kantor.tanggal {
        None => None,
        Some(text) => Some(date(text).ok_or_else(|| Refusal::Flag(words::no_date(text)))?),
    };
    if let Some(nip) = kantor.nip.as_deref().filter(|nip| Nip::parse(nip).is_err()) {
        return Err(Refusal::Flag(words::no_nip(nip)));
    }
    let Kantor { nama, daerah, penandatangan, jabatan, pangkat, nip, tempat, .. } = kantor.clone();
    let texts = [&nama, &daerah, &penandatangan, &jabatan, &pangkat, &tempat];
    if let Some(text) = texts.into_iter().flatten().find(|text| is_unusable(text)) {
        return Err(Refusal::Flag(words::hidden_characters(text)));
    }
    Ok(Fresh { nama, daerah, penandatangan, jabatan, pangkat, nip, tempat, tanggal })
}

/// Whether a text holds what no profile may: characters that command a terminal, or turn what follows.
fn is_unusable(text: &str) -> bool {
    text.chars().any(|c| c.is_control() || is_misleading(c))
}

/// Asks for what the flags do not say; nothing typed leaves it to be written later.
///
/// # Errors
/// As [`known`].
pub fn ask(kantor: &Kantor, tahun: Option<Year>, usual: Year, asker: &mut Asker) -> Result<(Fresh, Year), Refusal> {
    let mut fresh = known(kantor)?;
    tell(words::INTRODUCTION);
    let mut want = |field: &mut Option<String>, question: &str| {
        while field.is_none() {
            let Some(text) = asker.ask_text(question) else { break };
            if is_unusable(&text) {
                tell(&words::hidden_characters(&text));
            } else {
                *field = Some(text);
            }
        }
    };
    want(&mut fresh.nama, words::NAMA);
    want(&mut fresh.daerah, words::DAERAH);
    want(&mut fresh.penandatangan, words::PENANDATANGAN);
    want(&mut fresh.pangkat, words::PANGKAT);
    while fresh.nip.is_none() {
        let Some(nip) = asker.ask_text(words::NIP) else { break };
        if Nip::parse(&nip).is_ok() {
            fresh.nip = Some(nip);
        } else {
            tell(&words::no_nip(&nip));
        }
    }
    let mut year = tahun;
    while year.is_none() {
        let Some(text) = asker.ask_text(&words::year(usual)) else { break };
        year = Year::parse(&text);
        if year.is_none() {
            tell(&words::no_year(&text));
        }
    }
    Ok((fresh, year.unwrap_or(usual)))
}

/// `2022-01-24`, or `24-1-2022` and `24/1/2022` as Indonesians write it.
fn date(text: &str) -> Option<Tanggal> {
    Tanggal::parse_iso(text.trim()).or_else(|| {
        let mut parts = text.trim().split(['-', '/', '.']);
        let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Tanggal::new(year, month, day).filter(|_| parts.next().is_none() && year >= 1900)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_flags_say_is_not_asked_and_slips_are_asked_again() {
        let kantor = Kantor { nama: Some("Dinas".into()), ..Kantor::default() };
        let mut asker = Asker::of("Kota Contoh\nFulan\n\n123\n19640505 199303 1 012\nbesok\n2022\n");
        let (fresh, tahun) = ask(&kantor, None, Year(2025), &mut asker).unwrap_or_else(|refusal| panic!("{}", refusal.words()));
        assert_eq!((fresh.nama.as_deref(), fresh.daerah.as_deref()), (Some("Dinas"), Some("Kota Contoh")));
        assert_eq!((fresh.pangkat, fresh.nip.as_deref()), (None, Some("19640505 199303 1 012")));
        assert_eq!(tahun, Year(2022));
        // Nobody answers: everything is left to be written.
        let Ok(nothing) = ask(&Kantor::default(), None, Year(2025), &mut Asker::of("")) else { panic!("refused") };
        assert_eq!(nothing, (Fresh::default(), Year(2025)));
    }

    #[test]
    fn dates_as_people_write_them() {
        let day = Tanggal { year: 2022, month: 1, day: 24 };
        for text in ["2022-01-24", "24-1-2022", "24/01/2022", "24.1.2022"] {
            assert_eq!(date(text), Some(day), "{text}");
        }
        assert!(date("24 Januari").is_none() && date("31-2-2022").is_none());
    }
}
