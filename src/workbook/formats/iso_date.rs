//! ISO 8601 dates, times and durations as Excel serial days.

use crate::vocabulary::Tanggal;
use rust_decimal::Decimal;

/// The 1900-system serial of `2021-12-31`, `2021-12-31T10:30:00`, or the day's
/// fraction of `10:30:00` and `PT10H30M0S`; `None` for anything else.
pub(crate) fn serial(text: &str) -> Option<Decimal> {
    let text = text.trim_ascii();
    let text = text.strip_suffix('Z').unwrap_or(text);
    if let Some(duration) = text.strip_prefix("PT") {
        return duration_fraction(duration);
    }
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None if text.contains(':') => ("", Some(text)),
        None if text.is_empty() => return None,
        None => (text, None),
    };
    let days = if date.is_empty() { 0 } else { Tanggal::parse_iso(date)?.to_serial() };
    let fraction = time.map_or(Some(Decimal::ZERO), clock_fraction)?;
    Decimal::from(days).checked_add(fraction).map(|serial| serial.normalize())
}

/// `10:30`, `10:30:00`, `10:30:00.5`.
fn clock_fraction(text: &str) -> Option<Decimal> {
    let mut pieces = text.split(':');
    let (hours, minutes) = (whole(pieces.next()?)?, whole(pieces.next()?)?);
    let seconds = pieces.next().map_or(Some(Decimal::ZERO), plain)?;
    if pieces.next().is_some() || hours > 24 || minutes > 59 || seconds >= Decimal::from(61) {
        return None;
    }
    of_day(hours, minutes, seconds)
}

/// `10H30M0S`, each part optional.
fn duration_fraction(mut text: &str) -> Option<Decimal> {
    let mut parts = [0u64, 0];
    for (part, unit) in parts.iter_mut().zip(['H', 'M']) {
        if let Some((number, rest)) = text.split_once(unit) {
            *part = whole(number)?;
            text = rest;
        }
    }
    let seconds = if text.is_empty() { Decimal::ZERO } else { plain(text.strip_suffix('S')?)? };
    of_day(parts[0], parts[1], seconds)
}

fn of_day(hours: u64, minutes: u64, seconds: Decimal) -> Option<Decimal> {
    let whole = hours.checked_mul(3600)?.checked_add(minutes.checked_mul(60)?)?;
    let total = Decimal::from(whole).checked_add(seconds)?;
    total.checked_div(Decimal::from(86_400)).map(|fraction| fraction.normalize())
}

fn whole(text: &str) -> Option<u64> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Digits with an optional point.
fn plain(text: &str) -> Option<Decimal> {
    let sound =
        text.starts_with(|char: char| char.is_ascii_digit()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let text = text.replace(',', ".");
    if sound { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_times_and_durations() {
        for (text, wanted) in [
            ("2022-01-24", "44585"),
            ("2022-01-24T12:00:00", "44585.5"),
            ("2022-01-24T12:00:00.000Z", "44585.5"),
            ("06:00:00", "0.25"),
            ("18:00", "0.75"),
            ("PT36H00M00S", "1.5"),
            ("PT12H", "0.5"),
        ] {
            assert_eq!(serial(text), Some(wanted.parse().unwrap()), "{text}");
        }
        for bad in
            ["", "2021-02-29", "24/01/2022", "10:61", "T", "PTX", "2022-01-24Tabc", "25:00:00:00", "PT99999999999999999999H"]
        {
            assert_eq!(serial(bad), None, "{bad}");
        }
    }
}
